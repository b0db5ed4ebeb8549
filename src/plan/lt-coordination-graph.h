/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-book.h"

G_BEGIN_DECLS

/* Who works with whom: the agencies that rows name, and an arrow from each lead to
 * each agency that coordinates with it. A picture of one moment: it does not
 * follow later changes of the book, and may be read in any thread. */
typedef struct _LtCoordinationGraph LtCoordinationGraph;

/* Which rows and agencies count. */
typedef struct {
  LtPlan *plan;             /* NULL for all plans of the book */
  LtInitiative *initiative; /* NULL for all models */
  guint states;             /* bits (1 << LtState); 0 for any state */
  gboolean late_only;       /* rows that are overdue on the as-of day */
  LtAgency *agency;         /* rows that have to do with it, under the names chosen; NULL for all */
  guint roles;              /* bits (1 << LtRole): what @agency does in the row, or without
                             * @agency what an agency must do somewhere to be shown; 0 for either */
  gboolean groups;          /* "các đơn vị có liên quan" are nodes, too */
  gboolean unknown;         /* phrases that the registry does not know are nodes, too */
  LtNames names;
  LtDay as_of;              /* LT_DAY_NONE for today */
  gboolean (*accepts) (LtAssignment *row, gpointer data); /* any other condition; NULL for none */
  gpointer accepts_data;
} LtGraphOptions;

#define LT_GRAPH_OPTIONS_INIT { NULL, NULL, 0, FALSE, NULL, 0, TRUE, TRUE, LT_NAMES_ISSUED, LT_DAY_NONE, NULL, NULL }

typedef struct {
  LtAgency *agency;       /* NULL for a phrase that is none of the registry */
  char *name;
  gboolean group;
  gboolean placed;        /* a hand has put it in the network: see lt_agency_get_place() */
  double x;
  double y;
  GPtrArray *led;         /* (element-type LtAssignment), in the order of the book, each once */
  GPtrArray *coordinated;
  guint n_late;           /* of the rows it leads, on the as-of day */
  guint n_partners;       /* agencies to which an arrow leads, or from which one comes */
  double centrality;      /* the share of the shortest ways between two others that lead over it: 0 to 1 */
  GPtrArray *stalled;     /* (element-type LtInitiative): all rows that are still open there have
                           * no lead but this one */
} LtGraphNode;

typedef struct {
  guint lead;             /* indices of nodes */
  guint coordinator;
  GPtrArray *rows;        /* (element-type LtAssignment) */
} LtGraphArrow;

/* @options may be NULL. The same book and options give the same graph, nodes and arrows in
 * the same order: agencies as in the registry, then the other phrases by their names. */
LtCoordinationGraph *lt_coordination_graph_new           (LtBook *book, const LtGraphOptions *options);
LtCoordinationGraph *lt_coordination_graph_ref           (LtCoordinationGraph *self);
void                 lt_coordination_graph_unref         (LtCoordinationGraph *self);

guint                lt_coordination_graph_get_n_nodes   (LtCoordinationGraph *self);
const LtGraphNode   *lt_coordination_graph_get_node      (LtCoordinationGraph *self, guint index);
guint                lt_coordination_graph_get_n_arrows  (LtCoordinationGraph *self);
const LtGraphArrow  *lt_coordination_graph_get_arrow     (LtCoordinationGraph *self, guint index);
/* -1 if there is none. */
int                  lt_coordination_graph_find_node     (LtCoordinationGraph *self, LtAgency *agency);
int                  lt_coordination_graph_find_arrow    (LtCoordinationGraph *self, guint lead, guint coordinator);
/* The node at the other end of an arrow of @node; -1 if @arrow is not one of its arrows. */
int                  lt_graph_arrow_get_other            (const LtGraphArrow *arrow, guint node);
/* The rows that count, after the filters. */
guint                lt_coordination_graph_get_n_rows    (LtCoordinationGraph *self);
/* Rows times leads times coordinators: what the counts of all arrows add up to. */
guint                lt_coordination_graph_get_n_links   (LtCoordinationGraph *self);
LtNames              lt_coordination_graph_get_names     (LtCoordinationGraph *self);
LtDay                lt_coordination_graph_get_as_of     (LtCoordinationGraph *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtCoordinationGraph, lt_coordination_graph_unref)

G_END_DECLS
