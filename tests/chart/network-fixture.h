/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-coordination-graph.h"

G_BEGIN_DECLS

/* Graphs to draw, without a registry. */

/* From cells: lead and coordination in turn, ended by NULL. */
LtCoordinationGraph *fixture_graph_from_cells (const char *const *cells);
/* About so many agencies and exactly so many arrows, each with 1 to 4 rows; the same seed gives the
 * same graph. */
LtCoordinationGraph *fixture_graph_random     (guint n_nodes, guint n_arrows, guint seed);
/* One that leads, all others coordinate. */
LtCoordinationGraph *fixture_graph_star       (guint n_nodes);

G_END_DECLS
