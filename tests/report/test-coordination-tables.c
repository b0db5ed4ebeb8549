/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "chart/network-fixture.h"
#include "exchange/lt-sample.h"
#include "report/lt-coordination-tables.h"

static double
sum_column (LtTable *table, guint column, LtRowRole role)
{
  double sum = 0;

  for (guint row = 0; row < lt_table_get_n_rows (table); row++)
    if (lt_table_get_row_role (table, row) == role)
      {
        const LtCell *cell = lt_table_get_cell (table, row, column);

        sum += cell->kind == LT_CELL_NUMBER ? cell->value : 0;
      }
  return sum;
}

static guint
count_rows (LtTable *table, LtRowRole role)
{
  guint n = 0;

  for (guint row = 0; row < lt_table_get_n_rows (table); row++)
    n += lt_table_get_row_role (table, row) == role;
  return n;
}

static void
assert_measures (LtCoordinationGraph *graph)
{
  g_autoptr (LtTable) table = lt_coordination_measures_build (graph, NULL);
  double led = 0;
  double coordinated = 0;

  for (guint i = 0; i < lt_coordination_graph_get_n_nodes (graph); i++)
    {
      led += lt_coordination_graph_get_node (graph, i)->led->len;
      coordinated += lt_coordination_graph_get_node (graph, i)->coordinated->len;
    }
  g_assert_cmpuint (count_rows (table, LT_ROW_BODY), ==, lt_coordination_graph_get_n_nodes (graph));
  g_assert_cmpfloat (sum_column (table, 2, LT_ROW_BODY), ==, led);
  g_assert_cmpfloat (sum_column (table, 4, LT_ROW_BODY), ==, coordinated);
}

/* Square or pairs: the cells add up to the links, and so do the totals. */
static void
assert_matrix (LtCoordinationGraph *graph)
{
  g_autoptr (LtTable) table = lt_coordination_matrix_build (graph, NULL);
  guint n = lt_table_get_n_columns (table);
  double cells = 0;
  double links = lt_coordination_graph_get_n_links (graph);

  for (guint column = 0; column + 1 < n; column++)
    cells += sum_column (table, column, LT_ROW_BODY);
  if (strcmp (lt_table_get_name (table), "Ma trận phối hợp") == 0)
    g_assert_cmpfloat (cells, ==, links);
  g_assert_cmpfloat (sum_column (table, n - 1, LT_ROW_BODY), ==, links);
  g_assert_cmpfloat (sum_column (table, n - 1, LT_ROW_TOTAL), ==, links);
}

static void
test_sample (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtBook) book = lt_sample_new (&error);
  g_autoptr (LtCoordinationGraph) graph = lt_coordination_graph_new (book, NULL);

  g_assert_no_error (error);
  assert_measures (graph);
  assert_matrix (graph);
}

static void
test_random (void)
{
  static const guint sizes[] = { 2, 12, 38, 90 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (LtCoordinationGraph) graph = fixture_graph_random (sizes[i], MIN (sizes[i] * 2, sizes[i]), i + 1);

      assert_measures (graph);
      assert_matrix (graph);
    }
}

static void
test_empty (void)
{
  const char *const none[] = { NULL };
  g_autoptr (LtCoordinationGraph) graph = fixture_graph_from_cells (none);

  assert_measures (graph);
  assert_matrix (graph);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coordination-tables/sample", test_sample);
  g_test_add_func ("/coordination-tables/random", test_random);
  g_test_add_func ("/coordination-tables/empty", test_empty);
  return g_test_run ();
}
