/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-timeline-draw.h"

G_BEGIN_DECLS

/* What stands on each page around the chart: the plan's title and issuing line
 * above it; below it the legend, the as-of day, which tile of the chart this is,
 * and the number of the page. */
typedef struct _LtTimelineFurniture LtTimelineFurniture;

/* @text, @palette: borrowed. @width: of the page between its margins. @with_today:
 * the as-of day lies in the range of the chart. */
LtTimelineFurniture *lt_timeline_furniture_new  (LtTimeline *timeline, LtChartText *text,
                                                 const LtPalette *palette, double width,
                                                 gboolean with_today);
void                 lt_timeline_furniture_free (LtTimelineFurniture *self);

double               lt_timeline_furniture_get_head_height (LtTimelineFurniture *self);
double               lt_timeline_furniture_get_foot_height (LtTimelineFurniture *self);
/* Both with their top left corner at the origin. */
void                 lt_timeline_furniture_draw_head (LtTimelineFurniture *self, cairo_t *cr);
/* @page, counted from 0 along rows of @across pages, @down of them. */
void                 lt_timeline_furniture_draw_foot (LtTimelineFurniture *self, cairo_t *cr,
                                                      guint page, guint across, guint down);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtTimelineFurniture, lt_timeline_furniture_free)

G_END_DECLS
