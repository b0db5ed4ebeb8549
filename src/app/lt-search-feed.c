/* SPDX-License-Identifier: MIT */
#include "app/lt-search-feed.h"

/* From here on it is cheaper to read all rows again. */
#define MANY_CHANGES 20000

static void
refresh (LtDocument *document, LtSearch *search, gint64 id)
{
  LtItem *item = lt_document_find_item (document, id);

  /* What was inside something that is gone itself was told of with it. */
  lt_search_refresh (search, item ? item : LT_ITEM (lt_document_get_book (document)));
}

static void
changed_cb (LtDocument *document, gint64 history_id, LtSearch *search)
{
  g_autoptr (GPtrArray) changes = lt_document_read_changes (document, history_id, NULL);
  g_autoptr (GHashTable) touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  /* The book is right whatever became of the journal. */
  if (changes == NULL || changes->len > MANY_CHANGES)
    {
      lt_search_restart (search);
      return;
    }
  for (guint i = 0; i < changes->len; i++)
    {
      const LtChange *change = g_ptr_array_index (changes, i);

      g_hash_table_add (touched, g_memdup2 (&change->row, sizeof change->row));
      if (g_strcmp0 (change->field, "parent") == 0 && change->old_value)
        {
          gint64 parent = g_ascii_strtoll (change->old_value, NULL, 10);

          g_hash_table_add (touched, g_memdup2 (&parent, sizeof parent));
        }
    }
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    refresh (document, search, *(gint64 *) id);
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
