/* SPDX-License-Identifier: MIT */
#include "store/lt-document-private.h"
#include "store/lt-history-private.h"
#include "store/lt-rows.h"

static char *
dup_value (sqlite3_value *value)
{
  if (value == NULL || sqlite3_value_type (value) == SQLITE_NULL)
    return NULL;
  return g_utf8_make_valid ((const char *) sqlite3_value_text (value), -1);
}

static const char *
get_column_name (const LtTableInfo *table, int column)
{
  int first = table->has_parent ? 3 : 2;

  if (column >= first && column - first < (int) table->info->n_fields)
    return table->info->fields[column - first].name;
  return column == first - 1 ? "position" : "parent";
}

static void
add_changes (GPtrArray *changes, sqlite3_changeset_iter *iter)
{
  const char *name;
  int n_columns;
  int op;
  const LtTableInfo *table;
  sqlite3_value *id = NULL;

  sqlite3changeset_op (iter, &name, &n_columns, &op, NULL);
  table = lt_rows_find_table (name);
  if (table == NULL)
    return;
  if (op == SQLITE_INSERT)
    sqlite3changeset_new (iter, 0, &id);
  else
    sqlite3changeset_old (iter, 0, &id);
  if (id == NULL)
    return;
  for (int column = 1; column < n_columns; column++)
    {
      sqlite3_value *old_value = NULL;
      sqlite3_value *new_value = NULL;
      LtChange *change;

      if (op != SQLITE_INSERT)
        sqlite3changeset_old (iter, column, &old_value);
      if (op != SQLITE_DELETE)
        sqlite3changeset_new (iter, column, &new_value);
      /* An update holds nothing for the columns that it left alone. */
      if (op == SQLITE_UPDATE && new_value == NULL)
        continue;
      change = g_new0 (LtChange, 1);
      change->table = table->info->table;
      change->row = sqlite3_value_int64 (id);
      change->op = op == SQLITE_INSERT ? LT_CHANGE_INSERT : op == SQLITE_DELETE ? LT_CHANGE_DELETE : LT_CHANGE_UPDATE;
      change->field = get_column_name (table, column);
      change->old_value = dup_value (old_value);
      change->new_value = dup_value (new_value);
      g_ptr_array_add (changes, change);
    }
}

void
lt_change_free (LtChange *change)
{
  g_free (change->old_value);
  g_free (change->new_value);
  g_free (change);
}

const char *
lt_change_op_get_nick (LtChangeOp op)
{
  return op == LT_CHANGE_INSERT ? "insert" : op == LT_CHANGE_UPDATE ? "update" : "delete";
}

GPtrArray *
lt_document_read_changes (LtDocument *self, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_change_free);
  g_autofree gpointer changeset = NULL;
  sqlite3_changeset_iter *iter = NULL;
  int size = 0;

  if (!_lt_history_read_changeset (self, id, &changeset, &size, error))
    return NULL;
  if (sqlite3changeset_start (&iter, size, changeset) == SQLITE_OK)
    {
      while (sqlite3changeset_next (iter) == SQLITE_ROW)
        add_changes (changes, iter);
      sqlite3changeset_finalize (iter);
    }
  return g_steal_pointer (&changes);
}
