/* SPDX-License-Identifier: MIT */
#include "app/lt-search-feed.h"

/* From here on it is cheaper to read all rows again. */
#define MANY_CHANGES 20000

/* What is read anew when that item changed: the row that it is part of is read as a whole, once
 * for all of its results; what was inside something that is gone was told of with it. */
static void
touch (LtDocument *document, GHashTable *touched, gint64 id)
{
  LtItem *item = lt_document_find_item (document, id);
  LtItem *row = item ? lt_item_get_ancestor (item, LT_TYPE_ASSIGNMENT) : NULL;

  if (item == NULL)
    item = LT_ITEM (lt_document_get_book (document));
  g_hash_table_add (touched, row ? row : item);
}

static void
changed_cb (LtDocument *document, gint64 history_id, LtSearch *search)
{
  g_autoptr (GPtrArray) changes = lt_document_read_changes (document, history_id, NULL);
  g_autoptr (GHashTable) touched = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer item;

  /* The book is right whatever became of the journal. */
  if (changes == NULL || changes->len > MANY_CHANGES)
    {
      lt_search_restart (search);
      return;
    }
  for (guint i = 0; i < changes->len; i++)
    {
      const LtChange *change = g_ptr_array_index (changes, i);

      touch (document, touched, change->row);
      if (g_strcmp0 (change->field, "parent") == 0 && change->old_value)
        touch (document, touched, g_ascii_strtoll (change->old_value, NULL, 10));
    }
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    lt_search_refresh (search, item);
}

LtSearch *
lt_search_feed_get (LtDocument *document)
{
  static const char *const name = "lt-search";
  LtSearch *search = g_object_get_data (G_OBJECT (document), name);

  if (search == NULL)
    {
      search = lt_search_new (lt_document_get_book (document));
      g_object_set_data_full (G_OBJECT (document), name, search, g_object_unref);
      g_signal_connect (document, "changed", G_CALLBACK (changed_cb), search);
    }
  return search;
}
