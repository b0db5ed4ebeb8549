/* SPDX-License-Identifier: MIT */
#include "plan/lt-item-private.h"
#include "store/lt-document-private.h"
#include "store/lt-rows.h"

/* The children that one parent loses and gains; views hear of them at once. */
typedef struct {
  LtItem *parent;
  guint depth;
  GPtrArray *removed;
  GPtrArray *added;
  GArray *orders;
} Family;

/* A table that is read by ascending ids: rows that lie together are read on without looking for each. */
typedef struct {
  const LtTableInfo *table; /* NULL for none */
  LtStatement *statement;
  LtRowPlace place; /* of the row that it stands at */
  gboolean on_row;
} Reader;

typedef struct {
  LtDocument *document;
  GHashTable *families; /* parent LtItem -> Family */
  GHashTable *fresh;    /* items that were made here; nobody watches them yet */
  GHashTable *unsorted; /* … whose children did not come in their order */
  GPtrArray *gone;      /* keeps items alive to the end */
  Reader reader;
} Refresh;

static void
free_family (Family *family)
{
  g_object_unref (family->parent);
  g_ptr_array_unref (family->removed);
  g_ptr_array_unref (family->added);
  g_array_unref (family->orders);
  g_free (family);
}

static Family *
get_family (Refresh *refresh, LtItem *parent, guint depth)
{
  Family *family = g_hash_table_lookup (refresh->families, parent);

  if (family == NULL)
    {
      family = g_new0 (Family, 1);
      family->parent = g_object_ref (parent);
      family->depth = depth;
      family->removed = g_ptr_array_new_with_free_func (g_object_unref);
      family->added = g_ptr_array_new_with_free_func (g_object_unref);
      family->orders = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (refresh->families, parent, family);
    }
  return family;
}

static LtItem *
find_parent (Refresh *refresh, const LtTableInfo *table, gint64 id)
{
  if (table->has_parent)
    {
      LtItem *parent = lt_id_table_lookup (refresh->document->items, id);

      return parent ? lt_item_get_list (parent, table->type) : NULL;
    }
  if (table->type == LT_TYPE_AGENCY)
    return LT_ITEM (lt_book_get_registry (refresh->document->book));
  return LT_ITEM (refresh->document->book);
}

static void
lose (Refresh *refresh, const LtTableInfo *table, LtItem *item)
{
  LtItem *parent = lt_item_get_parent (item);

  if (parent)
    g_ptr_array_add (get_family (refresh, parent, table->depth)->removed, g_object_ref (item));
}

static gboolean
step_reader (Reader *reader, GError **error)
{
  LtStep step = lt_statement_step (reader->statement, error);

  reader->on_row = step == LT_STEP_ROW;
  if (reader->on_row)
    lt_rows_read_place (reader->table, lt_statement_get_handle (reader->statement), &reader->place);
  return step != LT_STEP_FAILED;
}

static void
close_reader (Reader *reader)
{
  if (reader->table)
    lt_statement_reset (reader->statement);
  reader->table = NULL;
  reader->on_row = FALSE;
}

/* @found: whether the row is still there. */
static gboolean
find_row (Refresh *refresh, const LtTableInfo *table, gint64 id, gboolean *found, GError **error)
{
  Reader *reader = &refresh->reader;

  if (reader->table == table && reader->on_row && reader->place.id < id && !step_reader (reader, error))
    return FALSE;
  if (reader->table != table || !reader->on_row || reader->place.id < id)
    {
      close_reader (reader);
      reader->statement = lt_database_get_statement (refresh->document->database, table->select_from, error);
      if (reader->statement == NULL)
        return FALSE;
      reader->table = table;
      lt_statement_bind_integer (reader->statement, ":id", id);
      if (!step_reader (reader, error))
        return FALSE;
    }
  *found = reader->on_row && reader->place.id == id;
  return TRUE;
}

/* Into a parent that nobody watches yet. */
static void
append_to_fresh (Refresh *refresh, LtItem *parent, LtItem *item)
{
  if (!_lt_item_append_silently (parent, g_object_ref (item)))
    g_hash_table_add (refresh->unsorted, parent);
}

static gboolean
read_row (Refresh *refresh, const LtTableInfo *table, gint64 id, GError **error)
{
  LtDocument *document = refresh->document;
  LtItem *item = lt_id_table_lookup (document->items, id);
  const LtRowPlace *place = &refresh->reader.place;
  LtItem *parent;
  gboolean found;
  gboolean made = item == NULL;
  gboolean moved;

  if (!find_row (refresh, table, id, &found, error))
    return FALSE;
  /* Gone again in the same changeset's database state: nothing to show. */
  if (!found)
    return TRUE;
  parent = find_parent (refresh, table, place->parent);
  moved = made || lt_item_get_parent (item) != parent || _lt_item_get_order (item) != place->position;
  if (made)
    {
      item = _lt_item_new (table->type, id, place->position, TRUE);
      lt_id_table_insert (document->items, item);
      g_ptr_array_add (refresh->gone, item);
      g_hash_table_add (refresh->fresh, item);
    }
  else if (moved)
    lose (refresh, table, item);
  lt_rows_read_fields (table, lt_statement_get_handle (refresh->reader.statement), item);
  if (made && parent && g_hash_table_contains (refresh->fresh, parent))
    append_to_fresh (refresh, parent, item);
  else if (parent && moved)
    {
      Family *family = get_family (refresh, parent, table->depth);

      g_ptr_array_add (family->added, g_object_ref (item));
      g_array_append_val (family->orders, place->position);
    }
  return TRUE;
}

/* Rows that go to another parent leave the old one before any comes in: the
 * place among the new siblings replaces the one that the old parent knows. */
static void
release_movers (Refresh *refresh, Family *family)
{
  g_autoptr (GPtrArray) movers = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = family->removed->len; i-- > 0;)
    {
      LtItem *item = g_ptr_array_index (family->removed, i);

      if (lt_id_table_lookup (refresh->document->items, lt_item_get_id (item))
          && !g_ptr_array_find (family->added, item, NULL))
        {
          g_ptr_array_add (movers, g_object_ref (item));
          g_ptr_array_remove_index (family->removed, i);
        }
    }
  if (movers->len > 0)
    _lt_item_splice (family->parent, movers, NULL, NULL);
}

static int
compare_families (gconstpointer a, gconstpointer b)
{
  const Family *first = *(Family *const *) a;
  const Family *second = *(Family *const *) b;

  return (int) second->depth - (int) first->depth;
}

typedef struct {
  const LtTableInfo *table;
  gint64 id;
  int op;
} RowChange;

static int
compare_row_changes (gconstpointer a, gconstpointer b)
{
  const RowChange *first = a;
  const RowChange *second = b;

  if (first->table != second->table)
    return first->table < second->table ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

static GArray *
read_row_changes (gconstpointer changeset, int size)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (RowChange));
  sqlite3_changeset_iter *iter = NULL;

  if (sqlite3changeset_start (&iter, size, (void *) changeset) != SQLITE_OK)
    return changes;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      RowChange change;
      const char *name;
      int n_columns;
      sqlite3_value *id = NULL;

      sqlite3changeset_op (iter, &name, &n_columns, &change.op, NULL);
      change.table = lt_rows_find_table (name);
      if (change.op == SQLITE_INSERT)
        sqlite3changeset_new (iter, 0, &id);
      else
        sqlite3changeset_old (iter, 0, &id);
      if (change.table == NULL || id == NULL)
        continue;
      change.id = sqlite3_value_int64 (id);
      g_array_append_val (changes, change);
    }
  sqlite3changeset_finalize (iter);
  return changes;
}

/* One reading for all rows: by itself each of them would lock the file and let it go again.
 * FALSE where a transaction is under way already, or could not be begun. */
static gboolean
begin_reading (LtDocument *self)
{
  return sqlite3_get_autocommit (lt_database_get_handle (self->database))
         && lt_database_exec (self->database, "BEGIN", NULL);
}

gboolean
_lt_document_refresh (LtDocument *self, gconstpointer changeset, int size, GError **error)
{
  g_autoptr (GArray) changes = read_row_changes (changeset, size);
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) families = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) free_family);
  g_autoptr (GHashTable) fresh = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) unsorted = g_hash_table_new (NULL, NULL);
  Refresh refresh = { .document = self, .families = families, .fresh = fresh, .unsorted = unsorted, .gone = gone };
  GHashTableIter iter;
  gpointer parent;
  gpointer family;
  gboolean ok = TRUE;
  gboolean reading = begin_reading (self);

  /* Tables from the top of the tree down: a child finds its new parent made already. */
  g_array_sort (changes, compare_row_changes);
  for (guint i = 0; i < changes->len && ok; i++)
    {
      const RowChange *change = &g_array_index (changes, RowChange, i);
      LtItem *item;

      if (change->op != SQLITE_DELETE)
        {
          ok = read_row (&refresh, change->table, change->id, error);
          continue;
        }
      item = lt_id_table_lookup (self->items, change->id);
      if (item == NULL)
        continue;
      lose (&refresh, change->table, item);
      g_ptr_array_add (gone, g_object_ref (item));
      lt_id_table_remove (self->items, change->id);
    }

  close_reader (&refresh.reader);
  if (reading)
    lt_database_rollback (self->database);

  g_hash_table_iter_init (&iter, unsorted);
  while (g_hash_table_iter_next (&iter, &parent, NULL))
    _lt_item_sort_children (parent);

  /* From the bottom up: when a parent shows, its children are in it. */
  g_hash_table_iter_init (&iter, families);
  while (g_hash_table_iter_next (&iter, NULL, &family))
    g_ptr_array_add (ordered, family);
  g_ptr_array_sort (ordered, compare_families);
  for (guint i = 0; i < ordered->len; i++)
    release_movers (&refresh, g_ptr_array_index (ordered, i));
  for (guint i = 0; i < ordered->len; i++)
    {
      Family *one = g_ptr_array_index (ordered, i);

      _lt_item_splice (one->parent, one->removed, one->added, one->orders);
    }
  return ok;
}
