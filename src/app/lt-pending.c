/* SPDX-License-Identifier: MIT */
#include "app/lt-pending.h"

typedef struct {
  gint64 id;
  char *field;
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_int64_hash (&key->id) ^ g_str_hash (key->field);
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const Key *first = a;
  const Key *second = b;

  return first->id == second->id && g_str_equal (first->field, second->field);
}

static void
free_key (gpointer data)
{
  g_free (((Key *) data)->field);
  g_free (data);
}

static void
free_text (gpointer data)
{
  LtPendingText *pending = data;

  g_free (pending->text);
  g_free (pending->reason);
  g_free (pending);
}

static GHashTable *
get_table (LtDocument *document)
{
  static const char *const name = "lt-pending";
  GHashTable *table = g_object_get_data (G_OBJECT (document), name);

  if (table == NULL)
    {
      table = g_hash_table_new_full (hash_key, equal_keys, free_key, free_text);
      g_object_set_data_full (G_OBJECT (document), name, table, (GDestroyNotify) g_hash_table_unref);
    }
  return table;
}

void
lt_pending_put (LtDocument *document, LtItem *item, const char *field, const char *text, const char *reason)
{
  Key *key = g_new (Key, 1);
  LtPendingText *pending = g_new (LtPendingText, 1);

  key->id = lt_item_get_id (item);
  key->field = g_strdup (field);
  pending->text = g_strdup (text);
  pending->reason = g_strdup (reason);
  g_hash_table_replace (get_table (document), key, pending);
}

const LtPendingText *
lt_pending_get (LtDocument *document, LtItem *item, const char *field)
{
  Key key = { lt_item_get_id (item), (char *) field };

  return g_hash_table_lookup (get_table (document), &key);
}

void
lt_pending_drop (LtDocument *document, LtItem *item, const char *field)
{
  Key key = { lt_item_get_id (item), (char *) field };

  g_hash_table_remove (get_table (document), &key);
}

guint
lt_pending_count (LtDocument *document)
{
  GHashTableIter iter;
  gpointer key;
  guint n = 0;

  g_hash_table_iter_init (&iter, get_table (document));
  while (g_hash_table_iter_next (&iter, &key, NULL))
    n += lt_document_find_item (document, ((Key *) key)->id) != NULL;
  return n;
}
