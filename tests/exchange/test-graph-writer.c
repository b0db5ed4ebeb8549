/* SPDX-License-Identifier: MIT */
#include <cgraph.h>
#include <string.h>

#include "chart/network-fixture.h"
#include "exchange/lt-graph-writer.h"

/* Names as no registry has them. */
static const char *const cells[] = {
  "Sở \"Một\" \\ <&>", "Sở Hai\\", "Sở Hai\\", "digraph { n1 -> n2 }; //", "--", "]]> <!-- &amp;", NULL,
};

static char *
dup_text (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Graphviz itself reads it: as many nodes and arrows, with their counts. */
static void
assert_dot (LtCoordinationGraph *graph)
{
  g_autoptr (GBytes) bytes = lt_dot_write (graph, "Tên \"lạ\" \\");
  g_autofree char *text = dup_text (bytes);
  Agraph_t *read = agmemread (text);
  guint n_links = 0;

  g_assert_nonnull (read);
  g_assert_cmpint (agnnodes (read), ==, (int) lt_coordination_graph_get_n_nodes (graph));
  g_assert_cmpint (agnedges (read), ==, (int) lt_coordination_graph_get_n_arrows (graph));
  for (Agnode_t *node = agfstnode (read); node; node = agnxtnode (read, node))
    for (Agedge_t *edge = agfstout (read, node); edge; edge = agnxtout (read, edge))
      n_links += (guint) g_ascii_strtoull (agget (edge, (char *) "label"), NULL, 10);
  g_assert_cmpuint (n_links, ==, lt_coordination_graph_get_n_links (graph));
  agclose (read);
}

typedef struct {
  guint n_nodes;
  guint n_edges;
  guint n_links;
  GPtrArray *labels;
  const char *key;
} Reading;

static void
start_cb (GMarkupParseContext *context, const char *element, const char **names, const char **values,
          gpointer data, GError **error)
{
  Reading *reading = data;

  reading->n_nodes += strcmp (element, "node") == 0;
  reading->n_edges += strcmp (element, "edge") == 0;
  reading->key = NULL;
  if (strcmp (element, "data") == 0)
    reading->key = strcmp (values[0], "label") == 0 ? "label" : strcmp (values[0], "count") == 0 ? "count" : NULL;
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reading *reading = data;

  if (g_strcmp0 (reading->key, "label") == 0)
    g_ptr_array_add (reading->labels, g_strndup (text, length));
  if (g_strcmp0 (reading->key, "count") == 0)
    reading->n_links += (guint) g_ascii_strtoull (text, NULL, 10);
  reading->key = NULL;
}

static void
assert_graphml (LtCoordinationGraph *graph)
{
  static const GMarkupParser parser = { start_cb, NULL, text_cb, NULL, NULL };
  g_autoptr (GBytes) bytes = lt_graphml_write (graph, "Tên <lạ> &");
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  Reading reading = { 0, 0, 0, labels, NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading.n_nodes, ==, lt_coordination_graph_get_n_nodes (graph));
  g_assert_cmpuint (reading.n_edges, ==, lt_coordination_graph_get_n_arrows (graph));
  g_assert_cmpuint (reading.n_links, ==, lt_coordination_graph_get_n_links (graph));
  for (guint i = 0; i < labels->len; i++)
    g_assert_cmpstr (g_ptr_array_index (labels, i), ==, lt_coordination_graph_get_node (graph, i)->name);
}

static void
test_hostile (void)
{
  g_autoptr (LtCoordinationGraph) graph = fixture_graph_from_cells (cells);

  g_assert_cmpuint (lt_coordination_graph_get_n_nodes (graph), >, 2);
  assert_dot (graph);
  assert_graphml (graph);
}

static void
test_random (void)
{
  for (guint seed = 1; seed < 6; seed++)
    {
      g_autoptr (LtCoordinationGraph) graph = fixture_graph_random (seed * 7, seed * 11, seed);

      assert_dot (graph);
      assert_graphml (graph);
    }
}

static void
test_empty (void)
{
  const char *const none[] = { NULL };
  g_autoptr (LtCoordinationGraph) graph = fixture_graph_from_cells (none);

  assert_dot (graph);
  assert_graphml (graph);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph-writer/hostile", test_hostile);
  g_test_add_func ("/graph-writer/random", test_random);
  g_test_add_func ("/graph-writer/empty", test_empty);
  return g_test_run ();
}
