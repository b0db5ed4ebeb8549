/* SPDX-License-Identifier: MIT */
#include "plan/lt-carry-over.h"

static LtAssignment *
find_row (LtItem *item, gint64 id)
{
  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    {
      LtItem *child = lt_item_get_child (item, i);
      LtAssignment *found;

      if (LT_IS_ASSIGNMENT (child) && lt_item_get_id (child) == id)
        return LT_ASSIGNMENT (child);
      found = LT_IS_ASSIGNMENT (child) ? NULL : find_row (child, id);
      if (found)
        return found;
    }
  return NULL;
}

LtAssignment *
lt_assignment_find_origin (LtAssignment *self)
{
  LtItem *book = lt_item_get_ancestor (LT_ITEM (self), LT_TYPE_BOOK);
  gint64 id = lt_assignment_get_origin_id (self);

  return book && id ? find_row (book, id) : NULL;
}

static void
gather_origins (LtPlan *plan, GHashTable *origins)
{
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (plan)); i++)
    {
      LtItem *initiative = lt_item_get_child (LT_ITEM (plan), i);

      for (guint j = 0; j < lt_item_get_n_children (initiative); j++)
        {
          gint64 origin = lt_assignment_get_origin_id (lt_item_get_child (initiative, j));

          if (origin)
            g_hash_table_add (origins, g_memdup2 (&origin, sizeof origin));
        }
    }
}

GPtrArray *
lt_carry_over_list_rows (LtPlan *from, LtPlan *into, guint states)
{
  g_autoptr (GHashTable) origins = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GPtrArray *rows = g_ptr_array_new ();

  if (into)
    gather_origins (into, origins);
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (from)); i++)
    {
      LtItem *initiative = lt_item_get_child (LT_ITEM (from), i);

      for (guint j = 0; j < lt_item_get_n_children (initiative); j++)
        {
          LtAssignment *row = lt_item_get_child (initiative, j);
          gint64 id = lt_item_get_id (LT_ITEM (row));

          if ((states & (1u << lt_assignment_get_state (row))) && !g_hash_table_contains (origins, &id))
            g_ptr_array_add (rows, row);
        }
    }
  return rows;
}
