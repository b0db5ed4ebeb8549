/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-chart-pages.h"
#include "chart/lt-matrix-draw.h"
#include "chart/lt-page-options.h"

G_BEGIN_DECLS

/* A matrix on paper: names of both sides on every page, never a row or a column cut. */
#define LT_TYPE_MATRIX_PAGES (lt_matrix_pages_get_type ())
G_DECLARE_FINAL_TYPE (LtMatrixPages, lt_matrix_pages, LT, MATRIX_PAGES, LtChartPages)

/* LT_PAGE_FIT_EXACTLY makes the words as large as so many pages allow; where fewer are then
 * enough there are fewer. NULL with LT_CHART_ERROR. */
LtPages *lt_matrix_pages_new           (LtMatrix *matrix, const LtPageHeading *heading,
                                        const LtPageOptions *options, GError **error);

G_END_DECLS
