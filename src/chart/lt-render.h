/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

#include "chart/lt-chart-error.h"
#include "chart/lt-page.h"

G_BEGIN_DECLS

/* Pages as the bytes of a file, made in memory. Where SOURCE_DATE_EPOCH is set
 * the same pages give the same bytes. NULL with LT_CHART_ERROR. */

GBytes *lt_render_pdf (LtPages *pages, GError **error);
GBytes *lt_render_svg (LtPages *pages, guint page, GError **error);
/* @scale: pixels per point; 2 prints well at 144 dpi. */
GBytes *lt_render_png (LtPages *pages, guint page, double scale, GError **error);

G_END_DECLS
