/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-coordination-graph.h"

G_BEGIN_DECLS

struct _LtCoordinationGraph
{
  gatomicrefcount ref_count;
  GPtrArray *nodes;   /* (element-type LtGraphNode) */
  GPtrArray *arrows;  /* (element-type LtGraphArrow) */
  GHashTable *found;  /* lead and coordinator packed -> index of the arrow + 1 */
  guint n_rows;
  guint n_links;
  LtNames names;
  LtDay as_of;
};

/* Fills n_partners and centrality of every node from the arrows. */
void _lt_coordination_graph_measure (LtCoordinationGraph *self);

G_END_DECLS
