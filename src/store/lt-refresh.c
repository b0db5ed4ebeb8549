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

typedef struct {
  LtDocument *document;
  GHashTable *families; /* parent LtItem -> Family */
  GPtrArray *gone;      /* keeps removed items alive to the end */
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
read_row (Refresh *refresh, const LtTableInfo *table, gint64 id, GError **error)
{
  LtDocument *document = refresh->document;
  LtItem *item = lt_id_table_lookup (document->items, id);
  LtStatement *statement = lt_database_get_statement (document->database, table->select_one, error);
  sqlite3_stmt *row;
  LtRowPlace place;
  LtItem *parent;
  LtStep step;
  gboolean moved;

  if (statement == NULL)
    return FALSE;
  lt_statement_bind_integer (statement, ":id", id);
  step = lt_statement_step (statement, error);
  if (step != LT_STEP_ROW)
    {
      /* Gone again in the same changeset's database state: nothing to show. */
      return step == LT_STEP_DONE;
    }
  row = lt_statement_get_handle (statement);
  lt_rows_read_place (table, row, &place);
  parent = find_parent (refresh, table, place.parent);
  moved = item == NULL || lt_item_get_parent (item) != parent || _lt_item_get_order (item) != place.position;
  if (item == NULL)
    {
      item = _lt_item_new (table->type, id, place.position, TRUE);
      lt_id_table_insert (document->items, item);
      g_ptr_array_add (refresh->gone, item);
    }
  else if (moved)
    lose (refresh, table, item);
  if (parent && moved)
    {
      Family *family = get_family (refresh, parent, table->depth);

      g_ptr_array_add (family->added, g_object_ref (item));
      g_array_append_val (family->orders, place.position);
    }
  lt_rows_read_fields (table, row, item);
  lt_statement_reset (statement);
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

  return (int) first->table->depth - (int) second->table->depth;
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
  Refresh refresh = { self, families, gone };
  GHashTableIter iter;
  gpointer family;
  gboolean ok = TRUE;
  gboolean reading = begin_reading (self);

  /* From the top down: a child finds its new parent made already. */
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

  if (reading)
    lt_database_rollback (self->database);

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
