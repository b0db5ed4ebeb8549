/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-chart-pages.h"
#include "chart/lt-network-draw.h"
#include "chart/lt-page-options.h"

G_BEGIN_DECLS

/* A network on paper: title, issuing line, legend, note and page number around it. */
#define LT_TYPE_NETWORK_PAGES (lt_network_pages_get_type ())
G_DECLARE_FINAL_TYPE (LtNetworkPages, lt_network_pages, LT, NETWORK_PAGES, LtChartPages)

/* @network: laid out. NULL with LT_CHART_ERROR where the paper cannot take it; the message says
 * what to change. */
LtPages *lt_network_pages_new           (LtNetwork *network, const LtPageHeading *heading,
                                         const LtPageOptions *options, GError **error);

G_END_DECLS
