/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "chart/lt-overview-chart.h"

G_BEGIN_DECLS

/* The picture of an overview, as wide as there is room. Every figure is a button that
 * draws nothing, so that it can be pressed, reached by keyboard and read. Signal "chosen"
 * (const LtOverviewChoice *). */
#define LT_TYPE_OVERVIEW_CANVAS (lt_overview_canvas_get_type ())
G_DECLARE_FINAL_TYPE (LtOverviewCanvas, lt_overview_canvas, LT, OVERVIEW_CANVAS, GtkWidget)

/* NULL shows nothing. */
void             lt_overview_canvas_set_overview (LtOverviewCanvas *self, LtOverview *overview);
/* As it is laid out now, borrowed; NULL before it was ever seen. */
LtOverviewChart *lt_overview_canvas_get_chart    (LtOverviewCanvas *self);

G_END_DECLS
