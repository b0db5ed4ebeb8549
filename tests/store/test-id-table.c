/* SPDX-License-Identifier: MIT */
#include "plan/lt-assignment.h"
#include "store/lt-id-table.h"

#define N_ROUNDS 20000
#define ID_MAX 500

typedef struct {
  GPtrArray *items; /* holds them */
  LtIdRun runs[2];
  LtIdTable *table;
} Fixture;

static LtItem *
create_item (Fixture *fixture, gint64 id)
{
  LtItem *item = lt_item_new_draft (LT_TYPE_ASSIGNMENT, id);

  g_ptr_array_add (fixture->items, item);
  return item;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->items = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->table = lt_id_table_new ();
  for (guint i = 0; i < G_N_ELEMENTS (fixture->runs); i++)
    lt_id_run_init (&fixture->runs[i]);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixture->runs); i++)
    lt_id_run_clear (&fixture->runs[i]);
  lt_id_table_free (fixture->table);
  g_ptr_array_unref (fixture->items);
}

static void
test_run (Fixture *fixture, gconstpointer data)
{
  static const gint64 ids[] = { G_MININT64, -5, 3, 4, 900, G_MAXINT64 };
  static const gint64 others[] = { -6, 0, 5, 899, 901 };
  LtIdRun *run = &fixture->runs[0];

  g_assert_null (lt_id_run_find (run, 3));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_true (lt_id_run_append (run, create_item (fixture, ids[i])));
  g_assert_false (lt_id_run_append (run, create_item (fixture, 900)));
  g_assert_false (lt_id_run_append (run, create_item (fixture, G_MAXINT64)));

  /* From every id to every other, and past those that are missing. */
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    for (guint k = 0; k < G_N_ELEMENTS (ids); k++)
      {
        g_assert_true (lt_id_run_find (run, ids[i]) == g_ptr_array_index (fixture->items, i));
        g_assert_true (lt_id_run_find (run, ids[k]) == g_ptr_array_index (fixture->items, k));
        g_assert_null (lt_id_run_find (run, others[k % G_N_ELEMENTS (others)]));
      }
}

static void
test_twin (Fixture *fixture, gconstpointer data)
{
  LtItem *twin;

  lt_id_run_append (&fixture->runs[0], create_item (fixture, 1));
  lt_id_run_append (&fixture->runs[0], create_item (fixture, 7));
  lt_id_run_append (&fixture->runs[1], create_item (fixture, 6));
  lt_id_run_append (&fixture->runs[1], create_item (fixture, 7));

  twin = lt_id_table_add_runs (fixture->table, fixture->runs, G_N_ELEMENTS (fixture->runs));
  g_assert_nonnull (twin);
  g_assert_cmpint (lt_item_get_id (twin), ==, 7);
}

/* Against the plainest thing that can be compared with. */
static void
test_like_an_array (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  LtItem *expected[ID_MAX] = { NULL };

  for (gint64 id = 1; id < ID_MAX; id += 1 + g_rand_int_range (rand, 0, 3))
    {
      expected[id] = create_item (fixture, id);
      g_assert_true (lt_id_run_append (&fixture->runs[id % 2], expected[id]));
    }
  g_assert_null (lt_id_table_add_runs (fixture->table, fixture->runs, G_N_ELEMENTS (fixture->runs)));

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      gint64 id = g_rand_int_range (rand, 1, ID_MAX);

      g_assert_true (lt_id_table_lookup (fixture->table, id) == expected[id]);
      if (g_rand_boolean (rand))
        {
          expected[id] = create_item (fixture, id);
          lt_id_table_insert (fixture->table, expected[id]);
        }
      else
        {
          expected[id] = NULL;
          lt_id_table_remove (fixture->table, id);
        }
    }
  for (gint64 id = 1; id < ID_MAX; id++)
    g_assert_true (lt_id_table_lookup (fixture->table, id) == expected[id]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/id-table/run", Fixture, NULL, set_up, test_run, tear_down);
  g_test_add ("/id-table/twin", Fixture, NULL, set_up, test_twin, tear_down);
  g_test_add ("/id-table/like-an-array", Fixture, NULL, set_up, test_like_an_array, tear_down);
  return g_test_run ();
}
