/* SPDX-License-Identifier: MIT */
#include "plan/lt-coordination-graph-private.h"

/* Neighbours of all nodes in one array: those of node i stand from starts[i] to
 * starts[i + 1]. For the ways between agencies the direction does not matter. */
typedef struct {
  guint n;
  guint *starts;
  guint *neighbours;
} Adjacency;

static Adjacency
create_adjacency (LtCoordinationGraph *graph)
{
  Adjacency self = { graph->nodes->len, NULL, NULL };
  g_autofree guint *filled = g_new0 (guint, self.n + 1);

  self.starts = g_new0 (guint, self.n + 1);
  self.neighbours = g_new (guint, 2 * graph->arrows->len + 1);
  /* Of two arrows that run against each other the second one is no new neighbour. */
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < graph->arrows->len; i++)
        {
          const LtGraphArrow *arrow = g_ptr_array_index (graph->arrows, i);

          if (arrow->lead > arrow->coordinator
              && lt_coordination_graph_find_arrow (graph, arrow->coordinator, arrow->lead) >= 0)
            continue;
          if (pass == 0)
            {
              self.starts[arrow->lead + 1]++;
              self.starts[arrow->coordinator + 1]++;
              continue;
            }
          self.neighbours[self.starts[arrow->lead] + filled[arrow->lead]++] = arrow->coordinator;
          self.neighbours[self.starts[arrow->coordinator] + filled[arrow->coordinator]++] = arrow->lead;
        }
      for (guint i = 0; pass == 0 && i < self.n; i++)
        self.starts[i + 1] += self.starts[i];
    }
  return self;
}

static void
clear_adjacency (Adjacency *self)
{
  g_free (self->starts);
  g_free (self->neighbours);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Adjacency, clear_adjacency)

typedef struct {
  guint *order;    /* nodes in the order they are reached */
  guint *distance; /* G_MAXUINT where not reached */
  double *ways;    /* how many shortest ways lead here */
  double *share;   /* of the ways that go on from here, summed over where they go */
} Walk;

/* One round of U. Brandes, A Faster Algorithm for Betweenness Centrality (2001).
 * Adds to @through the shares of the shortest ways from @start that lead over each
 * node, and returns how many nodes were reached besides @start. */
static guint
walk_from (const Adjacency *adjacency, Walk *walk, guint start, double *through)
{
  guint n_reached = 0;

  for (guint i = 0; i < adjacency->n; i++)
    {
      walk->distance[i] = G_MAXUINT;
      walk->ways[i] = walk->share[i] = 0;
    }
  walk->distance[start] = 0;
  walk->ways[start] = 1;
  walk->order[n_reached++] = start;
  for (guint head = 0; head < n_reached; head++)
    {
      guint node = walk->order[head];

      for (guint i = adjacency->starts[node]; i < adjacency->starts[node + 1]; i++)
        {
          guint next = adjacency->neighbours[i];

          if (walk->distance[next] == G_MAXUINT)
            {
              walk->distance[next] = walk->distance[node] + 1;
              walk->order[n_reached++] = next;
            }
          if (walk->distance[next] == walk->distance[node] + 1)
            walk->ways[next] += walk->ways[node];
        }
    }
  for (guint tail = n_reached; tail-- > 1;)
    {
      guint node = walk->order[tail];

      for (guint i = adjacency->starts[node]; i < adjacency->starts[node + 1]; i++)
        {
          guint before = adjacency->neighbours[i];

          if (walk->distance[before] + 1 == walk->distance[node])
            walk->share[before] += walk->ways[before] / walk->ways[node] * (1 + walk->share[node]);
        }
      through[node] += walk->share[node];
    }
  return n_reached - 1;
}

void
_lt_coordination_graph_measure (LtCoordinationGraph *self)
{
  g_auto (Adjacency) adjacency = create_adjacency (self);
  guint n = adjacency.n;
  g_autofree double *through = g_new0 (double, n + 1);
  g_autofree guint *reached = g_new (guint, n + 1);
  g_autofree guint *order = g_new (guint, n + 1);
  g_autofree guint *distance = g_new (guint, n + 1);
  g_autofree double *ways = g_new (double, n + 1);
  g_autofree double *share = g_new (double, n + 1);
  Walk walk = { order, distance, ways, share };
  double n_pairs = 0; /* that have a way between them, each counted from both ends */

  for (guint i = 0; i < n; i++)
    {
      reached[i] = walk_from (&adjacency, &walk, i, through);
      n_pairs += reached[i];
    }
  for (guint i = 0; i < n; i++)
    {
      LtGraphNode *node = g_ptr_array_index (self->nodes, i);
      double others = n_pairs - 2.0 * reached[i];

      node->n_partners = adjacency.starts[i + 1] - adjacency.starts[i];
      node->centrality = others > 0 ? through[i] / others : 0;
    }
}
