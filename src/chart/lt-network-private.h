/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-network.h"

G_BEGIN_DECLS

struct _LtNetwork
{
  gatomicrefcount ref_count;
  LtArrangement arrangement;
  char *problem;
  GPtrArray *boxes;  /* (element-type LtNetworkBox) */
  GArray *arrows;    /* (element-type LtNetworkArrow) */
  LtPoint *places;   /* by box, where a hand has put it, from the origin */
  guint n_nodes;
  guint n_hidden;
  double digit_width; /* of a number's digits at scale 1 */
  double width;
  double height;
  LtPoint origin;
};

/* Measures in points. */
#define BOX_PADDING_X 8.0
#define BOX_PADDING_Y 6.0
#define ROW_PADDING_Y 4.5
#define NOTE_HEIGHT 11.0
#define LATE_GAP 4.0
#define NETWORK_MARGIN 14.0
#define HEAD_LENGTH 7.0
/* Between the point of an arrow and the box. */
#define HEAD_GAP 1.0
#define NUMBER_HEIGHT 10.0
#define NUMBER_PADDING 2.5
/* As many rows need no number: the legend says so. */
#define PLAIN_COUNT 1

static inline LtNetworkBox *
_lt_network_box (LtNetwork *self, guint index)
{
  return g_ptr_array_index (self->boxes, index);
}

static inline LtChartFace
_lt_network_get_face (const LtNetworkBox *box)
{
  return box->kind == LT_NODE_GROUP || box->kind == LT_NODE_UNKNOWN ? LT_CHART_FACE_ITALIC
         : box->kind == LT_NODE_LEAD                                ? LT_CHART_FACE_BOLD
                                                                    : LT_CHART_FACE_BODY;
}

/* lt-network-columns.c: places the boxes, and knows nothing of curves. */
void   _lt_network_place_columns (LtNetwork *self);
/* lt-network-curve.c: every arrow from border to border. */
void   _lt_network_route         (LtNetwork *self);
LtPoint _lt_network_get_point    (const LtPoint *curve, double t);
/* lt-network-number.c: numbers where they lie on nothing else. */
void   _lt_network_number        (LtNetwork *self);
double _lt_network_get_number_width (LtNetwork *self, guint count);

G_END_DECLS
