/* SPDX-License-Identifier: MIT */
#include "chart/network-fixture.h"

#include "plan/lt-book.h"

static void
set (LtItem *item, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  lt_item_set_string (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field), value, &error);
  g_assert_no_error (error);
}

static LtItem *
add (gpointer parent, GType type)
{
  static gint64 id;
  LtItem *child = lt_item_new_draft (type, ++id);

  lt_item_append_draft (parent, child);
  return child;
}

static LtBook *
create_book (LtItem **initiative)
{
  LtBook *book = lt_book_new ();
  LtItem *plan = add (book, LT_TYPE_PLAN);

  set (plan, "title", "KẾ HOẠCH THỬ");
  *initiative = add (plan, LT_TYPE_INITIATIVE);
  set (*initiative, "name", "Mô hình thử");
  return book;
}

static void
add_row (LtItem *initiative, const char *lead, const char *coordination)
{
  LtItem *row = add (initiative, LT_TYPE_ASSIGNMENT);

  set (row, "lead", lead);
  set (row, "coordination", coordination);
}

LtCoordinationGraph *
fixture_graph_from_cells (const char *const *cells)
{
  LtItem *initiative;
  g_autoptr (LtBook) book = create_book (&initiative);

  for (guint i = 0; cells[i] != NULL; i += 2)
    add_row (initiative, cells[i], cells[i + 1]);
  return lt_coordination_graph_new (book, NULL);
}

LtCoordinationGraph *
fixture_graph_random (guint n_nodes, guint n_arrows, guint seed)
{
  static const char *const words[]
      = { "Sở Thử nghiệm", "Phòng", "Ban Quản lý dự án hạ tầng kỹ thuật", "Chi cục Kiểm tra" };
  LtItem *initiative;
  g_autoptr (LtBook) book = create_book (&initiative);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  while (g_hash_table_size (seen) < n_arrows)
    {
      guint from = (guint) g_rand_int_range (random, 0, (gint32) n_nodes);
      guint to = (guint) g_rand_int_range (random, 0, (gint32) n_nodes);
      gpointer key = GUINT_TO_POINTER (from * n_nodes + to + 1);
      g_autofree char *lead = g_strdup_printf ("%s %u", words[from % 4], from);
      g_autofree char *other = g_strdup_printf ("%s %u", words[to % 4], to);

      if (from == to || !g_hash_table_add (seen, key))
        continue;
      for (int i = g_rand_int_range (random, 0, 4); i >= 0; i--)
        add_row (initiative, lead, other);
    }
  return lt_coordination_graph_new (book, NULL);
}

LtCoordinationGraph *
fixture_graph_star (guint n_nodes)
{
  LtItem *initiative;
  g_autoptr (LtBook) book = create_book (&initiative);

  for (guint i = 1; i < n_nodes; i++)
    {
      g_autofree char *other = g_strdup_printf ("Phòng %u", i);

      add_row (initiative, "Sở Giữa", other);
    }
  return lt_coordination_graph_new (book, NULL);
}
