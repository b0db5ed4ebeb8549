/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "exchange/lt-sample.h"
#include "plan/lt-coordination-graph.h"
#include "support/lt-test-book.h"

#define NOWHERE 1000000

static void
set (LtItem *item, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  lt_item_set_string (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field), value, &error);
  g_assert_no_error (error);
}

static LtBook *
load_sample (void)
{
  g_autoptr (GError) error = NULL;
  LtBook *book = lt_sample_new (&error);

  g_assert_no_error (error);
  return book;
}

static const LtGraphNode *
find (LtCoordinationGraph *graph, const char *name)
{
  for (guint i = 0; i < lt_coordination_graph_get_n_nodes (graph); i++)
    if (strcmp (lt_coordination_graph_get_node (graph, i)->name, name) == 0)
      return lt_coordination_graph_get_node (graph, i);
  return NULL;
}

static guint
count_between (LtBook *book, LtCoordinationGraph *graph, const char *lead, const char *coordinator)
{
  LtRegistry *registry = lt_book_get_registry (book);
  int from = lt_coordination_graph_find_node (graph, lt_registry_find (registry, lead));
  int to = lt_coordination_graph_find_node (graph, lt_registry_find (registry, coordinator));
  int arrow = lt_coordination_graph_find_arrow (graph, (guint) from, (guint) to);

  return arrow < 0 ? 0 : lt_coordination_graph_get_arrow (graph, (guint) arrow)->rows->len;
}

/* As the seed's table has it, counted by hand. */
static void
test_sample (void)
{
  static const struct {
    const char *name;
    guint led;
    guint coordinated;
    guint late;
    guint stalled;
    gboolean group;
  } cases[] = {
    { "Sở Y tế", 2, 1, 2, 2, FALSE },
    { "Sở Tư pháp", 3, 2, 3, 1, FALSE },
    { "Sở Thông tin và Truyền thông", 3, 8, 3, 1, FALSE },
    { "Sở Giáo dục và Đào tạo", 1, 0, 1, 1, FALSE },
    { "Sở Tài nguyên và Môi trường", 1, 0, 1, 1, FALSE },
    { "Công an thành phố Hải Phòng", 2, 14, 1, 1, FALSE },
    { "Cục Thuế thành phố", 1, 0, 1, 1, FALSE },
    { "Bảo hiểm xã hội thành phố", 1, 4, 1, 1, FALSE },
    { "Sở Lao động - Thương binh và Xã hội", 3, 4, 1, 1, FALSE },
    { "Sở Nội vụ", 1, 1, 1, 1, FALSE },
    { "Văn phòng UBND thành phố", 0, 6, 0, 0, FALSE },
    { "Sở Tài chính", 0, 1, 0, 0, FALSE },
    { "Sở Du lịch", 0, 1, 0, 0, FALSE },
    { "Sở Văn hóa và Thể thao", 0, 1, 0, 0, FALSE },
    { "Ngân hàng Nhà nước - Chi nhánh Hải Phòng", 0, 2, 0, 0, FALSE },
    { "Toà án nhân dân thành phố", 0, 1, 0, 0, FALSE },
    { "Viện Kiểm sát nhân dân thành phố", 0, 1, 0, 0, FALSE },
    { "Cục Thi hành án dân sự thành phố", 0, 1, 0, 0, FALSE },
    { "Bưu điện thành phố", 0, 2, 0, 0, FALSE },
    { "UBND các quận, huyện", 0, 8, 0, 0, TRUE },
    { "Các Sở, ban, ngành", 0, 3, 0, 0, TRUE },
    { "Các cơ sở kinh doanh lưu trú, lưu trú du lịch", 0, 1, 0, 0, TRUE },
    { "các cơ quan tổ chức có liên quan", 0, 6, 0, 0, TRUE },
    { "các đơn vị có liên quan", 0, 3, 0, 0, TRUE },
    { "các đơn vị trực thuộc", 0, 1, 0, 0, TRUE },
    { "các Sở, ngành liên quan", 0, 1, 0, 0, TRUE },
    { "các Sở, ngành và đơn vị liên quan", 0, 1, 0, 0, TRUE },
  };
  g_autoptr (LtBook) book = load_sample ();
  LtGraphOptions options = LT_GRAPH_OPTIONS_INIT;
  g_autoptr (LtCoordinationGraph) graph = NULL;
  guint n_led = 0;

  options.as_of = lt_day_from_iso ("2025-01-01");
  graph = lt_coordination_graph_new (book, &options);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LtGraphNode *node = find (graph, cases[i].name);

      g_test_message ("%s", cases[i].name);
      g_assert_nonnull (node);
      g_assert_cmpuint (node->led->len, ==, cases[i].led);
      g_assert_cmpuint (node->coordinated->len, ==, cases[i].coordinated);
      g_assert_cmpuint (node->n_late, ==, cases[i].late);
      g_assert_cmpuint (node->stalled->len, ==, cases[i].stalled);
      g_assert_cmpint (node->group, ==, cases[i].group);
      n_led += node->led->len;
    }
  g_assert_cmpuint (lt_coordination_graph_get_n_nodes (graph), ==, G_N_ELEMENTS (cases));
  g_assert_cmpuint (lt_coordination_graph_get_n_rows (graph), ==, 18);
  g_assert_cmpuint (n_led, ==, 18);
  g_assert_cmpuint (lt_coordination_graph_get_n_links (graph), ==, 74);
  g_assert_cmpuint (count_between (book, graph, "Sở Tư pháp", "CATP"), ==, 3);
  g_assert_cmpuint (count_between (book, graph, "Sở TT&TT", "Công an thành phố"), ==, 3);
  g_assert_cmpuint (count_between (book, graph, "Sở LĐTBXH", "UBND quận, huyện"), ==, 2);
  g_assert_cmpuint (count_between (book, graph, "CATP", "Sở Tư pháp"), ==, 0);
}

static void
test_groups_left_out (void)
{
  g_autoptr (LtBook) book = load_sample ();
  LtGraphOptions options = LT_GRAPH_OPTIONS_INIT;
  g_autoptr (LtCoordinationGraph) graph = NULL;

  options.groups = FALSE;
  graph = lt_coordination_graph_new (book, &options);
  g_assert_cmpuint (lt_coordination_graph_get_n_nodes (graph), ==, 19);
  g_assert_cmpuint (lt_coordination_graph_get_n_links (graph), ==, 50);
  for (guint i = 0; i < lt_coordination_graph_get_n_nodes (graph); i++)
    g_assert_false (lt_coordination_graph_get_node (graph, i)->group);
}

static void
test_filters (void)
{
  g_autoptr (LtBook) book = load_sample ();
  LtItem *plan = lt_item_get_child (LT_ITEM (book), 0);
  LtGraphOptions model = LT_GRAPH_OPTIONS_INIT;
  LtGraphOptions leading = LT_GRAPH_OPTIONS_INIT;
  LtGraphOptions late = LT_GRAPH_OPTIONS_INIT;
  LtGraphOptions done = LT_GRAPH_OPTIONS_INIT;
  LtGraphOptions only_leads = LT_GRAPH_OPTIONS_INIT;
  g_autoptr (LtCoordinationGraph) of_model = NULL;
  g_autoptr (LtCoordinationGraph) of_police = NULL;
  g_autoptr (LtCoordinationGraph) of_late = NULL;
  g_autoptr (LtCoordinationGraph) of_done = NULL;
  g_autoptr (LtCoordinationGraph) of_leads = NULL;

  model.initiative = lt_item_follow_path (plan, "14");
  of_model = lt_coordination_graph_new (book, &model);
  g_assert_cmpuint (lt_coordination_graph_get_n_rows (of_model), ==, 3);
  g_assert_cmpuint (lt_coordination_graph_get_n_links (of_model), ==, 7);
  g_assert_cmpuint (lt_coordination_graph_get_n_nodes (of_model), ==, 5);

  leading.agency = lt_registry_find (lt_book_get_registry (book), "CATP");
  leading.roles = 1u << LT_ROLE_LEAD;
  of_police = lt_coordination_graph_new (book, &leading);
  g_assert_cmpuint (lt_coordination_graph_get_n_rows (of_police), ==, 2);
  g_assert_cmpuint (lt_coordination_graph_get_n_links (of_police), ==, 7);

  late.late_only = TRUE;
  late.as_of = lt_day_from_iso ("2025-01-01");
  of_late = lt_coordination_graph_new (book, &late);
  g_assert_cmpuint (lt_coordination_graph_get_n_rows (of_late), ==, 15);

  set (lt_item_follow_path (plan, "1.1"), "state", "done");
  done.states = 1u << LT_STATE_DONE;
  of_done = lt_coordination_graph_new (book, &done);
  g_assert_cmpuint (lt_coordination_graph_get_n_rows (of_done), ==, 1);
  /* Model 1 is done; model 9 would still wait for it. */
  g_assert_cmpuint (find (of_done, "Sở Y tế")->stalled->len, ==, 1);

  only_leads.roles = 1u << LT_ROLE_LEAD;
  of_leads = lt_coordination_graph_new (book, &only_leads);
  g_assert_cmpuint (lt_coordination_graph_get_n_nodes (of_leads), ==, 10);
}

/* What stands still is asked of all rows of a model, whatever rows are shown. */
static void
test_stalled_beyond_filter (void)
{
  g_autoptr (LtBook) book = load_sample ();
  LtGraphOptions options = LT_GRAPH_OPTIONS_INIT;
  g_autoptr (LtCoordinationGraph) graph = NULL;
  LtItem *plan = lt_item_get_child (LT_ITEM (book), 0);

  set (lt_item_follow_path (plan, "2.1"), "state", "in-progress");
  options.states = 1u << LT_STATE_IN_PROGRESS;
  graph = lt_coordination_graph_new (book, &options);
  g_assert_cmpuint (lt_coordination_graph_get_n_rows (graph), ==, 1);
  /* Model 5 is its own; of model 2 another one leads a row. */
  g_assert_cmpuint (find (graph, "Sở Tư pháp")->stalled->len, ==, 1);

  set (lt_item_follow_path (plan, "2.2"), "state", "done");
  lt_coordination_graph_unref (g_steal_pointer (&graph));
  graph = lt_coordination_graph_new (book, &options);
  g_assert_cmpuint (find (graph, "Sở Tư pháp")->stalled->len, ==, 2);
}

static LtItem *
create_book (const char *const *cells, guint n_rows)
{
  LtBook *book = lt_book_new ();
  LtItem *plan = lt_item_new_draft (LT_TYPE_PLAN, 0);
  LtItem *initiative = lt_item_new_draft (LT_TYPE_INITIATIVE, 0);

  lt_item_append_draft (LT_ITEM (book), plan);
  lt_item_append_draft (plan, initiative);
  for (guint i = 0; i < n_rows; i++)
    {
      LtItem *row = lt_item_new_draft (LT_TYPE_ASSIGNMENT, 0);

      set (row, "lead", cells[2 * i]);
      set (row, "coordination", cells[2 * i + 1]);
      lt_item_append_draft (initiative, row);
    }
  return LT_ITEM (book);
}

static void
test_nothing_much (void)
{
  static const char *const none[] = { "", "" };
  static const char *const one[] = { "Sở Một", "" };
  static const char *const nobody_leads[] = { "", "Sở Một; Sở Hai" };
  static const char *const self[] = { "Sở Một", "Sở Một; Sở Hai; sở một" };
  static const struct {
    const char *const *cells;
    guint n_nodes, n_arrows, n_links;
  } cases[] = { { none, 0, 0, 0 }, { one, 1, 0, 0 }, { nobody_leads, 2, 0, 0 }, { self, 2, 1, 1 } };
  g_autoptr (LtBook) empty = lt_book_new ();
  g_autoptr (LtCoordinationGraph) of_empty = lt_coordination_graph_new (empty, NULL);

  g_assert_cmpuint (lt_coordination_graph_get_n_nodes (of_empty), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LtBook) book = LT_BOOK (create_book (cases[i].cells, 1));
      g_autoptr (LtCoordinationGraph) graph = lt_coordination_graph_new (book, NULL);

      g_assert_cmpuint (lt_coordination_graph_get_n_nodes (graph), ==, cases[i].n_nodes);
      g_assert_cmpuint (lt_coordination_graph_get_n_arrows (graph), ==, cases[i].n_arrows);
      g_assert_cmpuint (lt_coordination_graph_get_n_links (graph), ==, cases[i].n_links);
      g_assert_cmpuint (lt_coordination_graph_get_n_rows (graph), ==, 1);
    }
}

static void
test_unknown (void)
{
  static const char *const cells[] = { "Ban Lạ", "Tổ Không Tên; ban lạ 2", "BAN LẠ", "Tổ Không Tên" };
  g_autoptr (LtBook) book = LT_BOOK (create_book (cells, 2));
  LtGraphOptions options = LT_GRAPH_OPTIONS_INIT;
  g_autoptr (LtCoordinationGraph) with = lt_coordination_graph_new (book, &options);
  g_autoptr (LtCoordinationGraph) without = NULL;

  g_assert_cmpuint (lt_coordination_graph_get_n_nodes (with), ==, 3);
  g_assert_cmpuint (find (with, "Ban Lạ")->led->len, ==, 2);
  options.unknown = FALSE;
  without = lt_coordination_graph_new (book, &options);
  g_assert_cmpuint (lt_coordination_graph_get_n_nodes (without), ==, 0);
}

/* All shortest ways, counted the slow way. */
static void
assert_centrality (LtCoordinationGraph *graph)
{
  guint n = lt_coordination_graph_get_n_nodes (graph);
  g_autofree int *distance = g_new (int, n * n);
  g_autofree double *ways = g_new0 (double, n * n);

  for (guint i = 0; i < n * n; i++)
    distance[i] = i % n == i / n ? 0 : NOWHERE;
  for (guint i = 0; i < lt_coordination_graph_get_n_arrows (graph); i++)
    {
      const LtGraphArrow *arrow = lt_coordination_graph_get_arrow (graph, i);

      distance[arrow->lead * n + arrow->coordinator] = distance[arrow->coordinator * n + arrow->lead] = 1;
    }
  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++)
        distance[i * n + j] = MIN (distance[i * n + j], distance[i * n + k] + distance[k * n + j]);
  for (guint i = 0; i < n; i++)
    ways[i * n + i] = 1;
  for (int length = 1; length < (int) n; length++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++)
        for (guint k = 0; distance[i * n + j] == length && k < n; k++)
          if (distance[i * n + k] == length - 1 && distance[k * n + j] == 1)
            ways[i * n + j] += ways[i * n + k];

  for (guint v = 0; v < n; v++)
    {
      const LtGraphNode *node = lt_coordination_graph_get_node (graph, v);
      double share = 0;
      guint n_pairs = 0, n_partners = 0;

      for (guint i = 0; i < n; i++)
        {
          n_partners += distance[v * n + i] == 1;
          for (guint j = 0; j < n; j++)
            {
              if (i == j || i == v || j == v || distance[i * n + j] >= NOWHERE)
                continue;
              n_pairs++;
              if (distance[i * n + v] + distance[v * n + j] == distance[i * n + j])
                share += ways[i * n + v] * ways[v * n + j] / ways[i * n + j];
            }
        }
      g_assert_cmpuint (node->n_partners, ==, n_partners);
      g_assert_cmpfloat_with_epsilon (node->centrality, n_pairs ? share / n_pairs : 0, 1e-9);
    }
}

static void
test_centrality (void)
{
  static const char *const star[] = { "Giữa", "A; B; C" };
  static const char *const path[] = { "A", "B", "C", "B", "C", "D" };
  g_autoptr (LtBook) star_book = LT_BOOK (create_book (star, 1));
  g_autoptr (LtBook) path_book = LT_BOOK (create_book (path, 3));
  g_autoptr (LtBook) sample = load_sample ();
  g_autoptr (LtCoordinationGraph) of_star = lt_coordination_graph_new (star_book, NULL);
  g_autoptr (LtCoordinationGraph) of_path = lt_coordination_graph_new (path_book, NULL);
  g_autoptr (LtCoordinationGraph) of_sample = lt_coordination_graph_new (sample, NULL);

  g_assert_cmpfloat (find (of_star, "Giữa")->centrality, ==, 1);
  g_assert_cmpfloat (find (of_star, "A")->centrality, ==, 0);
  g_assert_cmpfloat_with_epsilon (find (of_path, "B")->centrality, 2.0 / 3, 1e-9);
  assert_centrality (of_sample);
}

/* In books of every shape: each link is counted once, and nothing else. */
static void
test_random (void)
{
  for (guint seed = 0; seed < 30; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      guint n_rows = (guint) g_rand_int_range (rand, 1, 30);
      guint n_agencies = (guint) g_rand_int_range (rand, 1, 15);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (LtBook) book = NULL;
      g_autoptr (LtCoordinationGraph) graph = NULL;
      guint n_links = 0, n_led = 0, sum = 0;

      for (guint i = 0; i < 2 * n_rows; i++)
        {
          GString *cell = g_string_new (NULL);

          for (int j = g_rand_int_range (rand, 0, 5); j > 0; j--)
            g_string_append_printf (cell, "Ban %c; ", 'A' + g_rand_int_range (rand, 0, (gint32) n_agencies));
          g_ptr_array_add (cells, g_string_free (cell, FALSE));
        }
      book = LT_BOOK (create_book ((const char *const *) cells->pdata, n_rows));
      graph = lt_coordination_graph_new (book, NULL);

      for (guint i = 0; i < n_rows; i++)
        for (char lead = 'A'; lead < (char) ('A' + n_agencies); lead++)
          for (char other = 'A'; other < (char) ('A' + n_agencies); other++)
            {
              char lead_name[] = { 'B', 'a', 'n', ' ', lead, '\0' };
              char other_name[] = { 'B', 'a', 'n', ' ', other, '\0' };
              gboolean leads = strstr (g_ptr_array_index (cells, 2 * i), lead_name) != NULL;

              n_led += lead == other && leads;
              n_links += leads && strstr (g_ptr_array_index (cells, 2 * i + 1), other_name) != NULL
                         && strstr (g_ptr_array_index (cells, 2 * i), other_name) == NULL;
            }
      for (guint i = 0; i < lt_coordination_graph_get_n_arrows (graph); i++)
        sum += lt_coordination_graph_get_arrow (graph, i)->rows->len;
      for (guint i = 0; i < lt_coordination_graph_get_n_nodes (graph); i++)
        n_led -= lt_coordination_graph_get_node (graph, i)->led->len;
      g_test_message ("seed %u", seed);
      g_assert_cmpuint (lt_coordination_graph_get_n_links (graph), ==, n_links);
      g_assert_cmpuint (sum, ==, n_links);
      g_assert_cmpuint (n_led, ==, 0);
      assert_centrality (graph);
    }
}

static void
test_large (void)
{
  g_autoptr (LtBook) book = lt_test_book_new (20000, 3);
  g_autoptr (LtCoordinationGraph) graph = NULL;
  gint64 start = g_get_monotonic_time ();

  graph = lt_coordination_graph_new (book, NULL);
  g_test_message ("%.0f ms", (g_get_monotonic_time () - start) / 1000.0);
  g_assert_cmpuint (lt_coordination_graph_get_n_rows (graph), ==, 20000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coordination-graph/sample", test_sample);
  g_test_add_func ("/coordination-graph/groups-left-out", test_groups_left_out);
  g_test_add_func ("/coordination-graph/filters", test_filters);
  g_test_add_func ("/coordination-graph/stalled-beyond-filter", test_stalled_beyond_filter);
  g_test_add_func ("/coordination-graph/nothing-much", test_nothing_much);
  g_test_add_func ("/coordination-graph/unknown", test_unknown);
  g_test_add_func ("/coordination-graph/centrality", test_centrality);
  g_test_add_func ("/coordination-graph/random", test_random);
  g_test_add_func ("/coordination-graph/large", test_large);
  return g_test_run ();
}
