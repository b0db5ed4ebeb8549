/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-legend.h"
#include "chart/lt-timeline-draw.h"

G_BEGIN_DECLS

/* What the signs of a timeline mean: those that occur in it. @with_today: the as-of
 * day lies where it is seen. */
LtLegend *lt_timeline_legend_new (LtTimeline *timeline, LtChartText *text, const LtPalette *palette,
                                  double width, gboolean with_today);

G_END_DECLS
