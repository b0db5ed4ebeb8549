/* SPDX-License-Identifier: MIT */
#pragma once

#include <cairo.h>

#include "chart/lt-network.h"

G_BEGIN_DECLS

/* How it should look now; all else is in the network. */
typedef struct {
  const LtPalette *palette; /* NULL for LT_PALETTE_LIGHT */
  int picked_node;  /* of the graph: it and its neighbours stay lit; -1 for none */
  int picked_arrow; /* of the graph; -1 for none */
  int hovered_box;  /* -1 for none */
  int hovered_arrow;
  /* Pixels to a point where they are known and the clip's corner lies on one: then many arrows cost
   * little, and words too small to be read are bars. 0 on paper and in files. */
  double resolution;
} LtNetworkLook;

#define LT_NETWORK_LOOK_INIT { NULL, -1, -1, -1, -1, 0 }

/* Draws what lies in @clip, in the points of the network, its origin at that of @cr. */
void lt_network_draw (LtNetwork *self, const LtNetworkLook *look, LtChartText *text, cairo_t *cr,
                      const LtRect *clip);

/* Signs of the legend, in the middle of a place that is @width wide. */
void lt_network_draw_sample_box   (cairo_t *cr, const LtPalette *palette, LtNodeKind kind, double x,
                                   double middle, double width);
void lt_network_draw_sample_arrow (cairo_t *cr, const LtPalette *palette, double line_width, double x,
                                   double middle, double width);

G_END_DECLS
