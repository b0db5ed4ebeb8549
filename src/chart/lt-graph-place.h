/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

#include "chart/lt-chart-error.h"

G_BEGIN_DECLS

/* Where the boxes of a network stand. Points, y downwards. */
typedef struct {
  double width;
  double height;
  double x; /* of its middle: found */
  double y;
} LtPlacedBox;

typedef struct {
  guint from; /* indices of boxes; the direction does not matter here */
  guint to;
} LtPlacedLink;

/* How much wider than high a free drawing comes out, as paper lies. */
#define LT_PLACE_ASPECT 1.8

/* Places the boxes of one connected piece so that linked ones are near each other and none
 * overlap, by Graphviz. The same boxes and links give the same places. One piece is
 * placed at a time, whoever asks; the others wait. Takes at most LT_PLACE_SECONDS, then it
 * fails with LT_CHART_ERROR_TIME; a piece that is too large for that is refused at once with
 * LT_CHART_ERROR_SIZE. Returns at once when @cancellable is cancelled. For any thread. */
gboolean lt_graph_place   (LtPlacedBox *boxes, guint n_boxes, const LtPlacedLink *links, guint n_links,
                           GCancellable *cancellable, GError **error);

/* The same for boxes that need not be connected: the pieces stand in rows, the largest
 * first, and what has no links at all stands below. The middle of all is at 0, 0. */
gboolean lt_network_place (LtPlacedBox *boxes, guint n_boxes, const LtPlacedLink *links, guint n_links,
                           GCancellable *cancellable, GError **error);

#define LT_PLACE_SECONDS 20

G_END_DECLS
