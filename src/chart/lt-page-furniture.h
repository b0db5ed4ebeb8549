/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-legend.h"

G_BEGIN_DECLS

/* What stands on each page around a drawing: the plan's title, its issuing line and which rows are
 * shown above it;
 * below it the legend, a note such as the as-of day, which tile of the drawing this is, and the
 * number of the page. */
typedef struct _LtPageFurniture LtPageFurniture;

/* @text, @palette: borrowed. @width: of the page between its margins. @legend: (transfer full) */
LtPageFurniture *lt_page_furniture_new  (const char *title, const char *issue, const char *subset,
                                         const char *note, LtLegend *legend, LtChartText *text, const LtPalette *palette,
                                         double width);
void             lt_page_furniture_free (LtPageFurniture *self);

double           lt_page_furniture_get_head_height (LtPageFurniture *self);
double           lt_page_furniture_get_foot_height (LtPageFurniture *self);
/* Both with their top left corner at the origin. */
void             lt_page_furniture_draw_head (LtPageFurniture *self, cairo_t *cr);
/* @page, counted from 0 along rows of @across pages, @down of them. */
void             lt_page_furniture_draw_foot (LtPageFurniture *self, cairo_t *cr, guint page,
                                              guint across, guint down);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtPageFurniture, lt_page_furniture_free)

G_END_DECLS
