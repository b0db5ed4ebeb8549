/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-network-canvas.h"
#include "chart/lt-matrix-draw.h"
#include "chart/lt-network-draw.h"

G_BEGIN_DECLS

struct _LtNetworkCanvas
{
  GtkWidget parent_instance;

  LtNetwork *network;
  LtMatrix *matrix;
  LtNetwork *moving; /* the network with one box on its way; or NULL */
  gboolean shows_matrix;
  gboolean editable;
  LtChartText *text;
  double pixels;     /* to a point at zoom 1 */
  double scale[2];   /* widget pixels to a point, of network and matrix; 0: to be fitted */
  double left[2];    /* where the drawing's corner is in the widget */
  double top[2];

  int node;          /* picked; of the graph */
  int arrow;
  gboolean has_cursor; /* in the matrix: where the keyboard is */
  int cursor_row;
  int cursor_column;
  int hovered_box;
  int hovered_arrow;

  int dragged_box;   /* -1 for none */
  gboolean panning;
  double start_x;    /* of the drag: what was where */
  double start_y;
  double pinch;
};

/* lt-network-canvas.c; places are pixels of the widget. */
void     _lt_network_canvas_to_points   (LtNetworkCanvas *self, double *x, double *y);
void     _lt_network_canvas_take        (LtNetworkCanvas *self, int node, int arrow);
void     _lt_network_canvas_pan         (LtNetworkCanvas *self, double x, double y);
/* The middle of the box goes there, in points of the network. */
void     _lt_network_canvas_move_box    (LtNetworkCanvas *self, guint box, double x, double y);
void     _lt_network_canvas_drop_box    (LtNetworkCanvas *self);
void     _lt_network_canvas_reveal_node (LtNetworkCanvas *self);
/* The cell under a place; FALSE if that is none. */
gboolean _lt_network_canvas_find_cell   (LtNetworkCanvas *self, double x, double y, int *row, int *column);

/* lt-network-canvas-cursor.c */
void     _lt_network_canvas_step        (LtNetworkCanvas *self, int x, int y);
/* Of the row, or of all nodes. */
void     _lt_network_canvas_step_to_end (LtNetworkCanvas *self, gboolean last);
/* What is picked in the matrix; -1 for the name of a row or column. FALSE if nothing is. */
gboolean _lt_network_canvas_find_picked (LtNetworkCanvas *self, int *row, int *column);
/* The keyboard goes on from what was picked in another way. */
void     _lt_network_canvas_follow_pick (LtNetworkCanvas *self);
/* Tells those who listen what the keyboard is at. */
void     _lt_network_canvas_describe    (LtNetworkCanvas *self);
/* Around what the keyboard is at; FALSE if that is nothing. */
gboolean _lt_network_canvas_draw_mark   (LtNetworkCanvas *self, const LtPalette *palette, cairo_t *cr);
void     _lt_network_canvas_list        (LtNetworkCanvas *self);

/* lt-network-canvas-input.c */
void     _lt_network_canvas_add_controllers (LtNetworkCanvas *self);
void     _lt_network_canvas_press       (LtNetworkCanvas *self, double x, double y);
void     _lt_network_canvas_drag        (LtNetworkCanvas *self, double way_x, double way_y);
void     _lt_network_canvas_release     (LtNetworkCanvas *self);
void     _lt_network_canvas_point       (LtNetworkCanvas *self, double x, double y);
gboolean _lt_network_canvas_key         (LtNetworkCanvas *self, guint keyval, GdkModifierType state);

G_END_DECLS
