/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-timeline-draw.h"

G_BEGIN_DECLS

/* What the signs of a timeline mean: those that occur in it. */
typedef struct _LtTimelineLegend LtTimelineLegend;

/* @with_today: the as-of day lies where it is seen. */
LtTimelineLegend *lt_timeline_legend_new        (LtTimeline *timeline, LtChartText *text,
                                                 const LtPalette *palette, double width,
                                                 gboolean with_today);
void              lt_timeline_legend_free       (LtTimelineLegend *self);
double            lt_timeline_legend_get_height (LtTimelineLegend *self);
/* With its top left corner at the origin. */
void              lt_timeline_legend_draw       (LtTimelineLegend *self, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtTimelineLegend, lt_timeline_legend_free)

G_END_DECLS
