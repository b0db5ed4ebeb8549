/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "chart/lt-matrix.h"
#include "chart/lt-network.h"

G_BEGIN_DECLS

/* Who works with whom, to look at and to point at: as a network whose boxes can be moved, or as a
 * matrix whose names stay in sight. What is picked is a node or an arrow of the graph, in both.
 *
 * Signals: "picked"; "moved" (guint node, double x, double y): a hand has put a node there, from the
 * origin of the network; "zoomed"; "listed": Enter asks for the
 * rows of what is picked. Arrow keys go from agency to agency, and from cell to cell. */
#define LT_TYPE_NETWORK_CANVAS (lt_network_canvas_get_type ())
G_DECLARE_FINAL_TYPE (LtNetworkCanvas, lt_network_canvas, LT, NETWORK_CANVAS, GtkWidget)

/* Both of the same graph, or NULL. What is seen stays where it is; the first network behind none is
 * fitted to the widget. What was picked is given up: the numbers of the graph are others now. */
void     lt_network_canvas_set_content   (LtNetworkCanvas *self, LtNetwork *network, LtMatrix *matrix);
void     lt_network_canvas_show_matrix   (LtNetworkCanvas *self, gboolean matrix);
void     lt_network_canvas_set_editable  (LtNetworkCanvas *self, gboolean editable);

/* -1 for none; at most one of the two is picked. */
void     lt_network_canvas_pick          (LtNetworkCanvas *self, int node, int arrow);
int      lt_network_canvas_get_node      (LtNetworkCanvas *self);
int      lt_network_canvas_get_arrow     (LtNetworkCanvas *self);

void     lt_network_canvas_fit           (LtNetworkCanvas *self);
/* @x, @y: the place in the widget that stays where it is; negative for the middle. */
void     lt_network_canvas_zoom          (LtNetworkCanvas *self, double factor, double x, double y);
/* Widget pixels to a point. */
double   lt_network_canvas_get_scale     (LtNetworkCanvas *self);

G_END_DECLS
