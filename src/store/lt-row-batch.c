/* SPDX-License-Identifier: MIT */
#include "store/lt-row-batch.h"

typedef struct {
  LtRowPlace place;
  LtItem *item; /* held */
} Row;

struct _LtRowBatch
{
  LtDatabase *database;
  GArray **rows; /* of Row; by table, each NULL until there is one */
};

static void
clear_row (gpointer row)
{
  g_object_unref (((Row *) row)->item);
}

static gboolean
run_rows (LtRowBatch *self, const LtTableInfo *table, const Row *rows, guint n_rows, GError **error)
{
  LtStatement *statement = lt_database_get_statement (self->database,
                                                      n_rows > 1 ? table->insert_batch : table->insert, error);
  int parameter = 1;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < n_rows; i++)
    parameter = lt_rows_bind_row (statement, parameter, &rows[i].place, rows[i].item);
  return lt_statement_run (statement, error);
}

/* A batch that is not full goes in row by row. */
static gboolean
flush_table (LtRowBatch *self, const LtTableInfo *table, GArray *rows, GError **error)
{
  guint n_at_once = rows->len == LT_ROWS_IN_BATCH ? LT_ROWS_IN_BATCH : 1;

  for (guint i = 0; i < rows->len; i += n_at_once)
    if (!run_rows (self, table, &g_array_index (rows, Row, i), n_at_once, error))
      return FALSE;
  g_array_set_size (rows, 0);
  return TRUE;
}

LtRowBatch *
lt_row_batch_new (LtDatabase *database)
{
  LtRowBatch *self = g_new0 (LtRowBatch, 1);
  guint n_tables;

  lt_rows_list_tables (&n_tables);
  self->database = database;
  self->rows = g_new0 (GArray *, n_tables);
  return self;
}

void
lt_row_batch_free (LtRowBatch *self)
{
  guint n_tables;

  lt_rows_list_tables (&n_tables);
  for (guint i = 0; i < n_tables; i++)
    g_clear_pointer (&self->rows[i], g_array_unref);
  g_free (self->rows);
  g_free (self);
}

gboolean
lt_row_batch_add (LtRowBatch *self, const LtRowPlace *place, LtItem *item, GError **error)
{
  const LtTableInfo *table = lt_rows_get_table (G_OBJECT_TYPE (item));
  GArray **rows = &self->rows[table - lt_rows_list_tables (NULL)];
  Row row = { *place, g_object_ref (item) };

  if (*rows == NULL)
    {
      *rows = g_array_new (FALSE, FALSE, sizeof (Row));
      g_array_set_clear_func (*rows, clear_row);
    }
  g_array_append_val (*rows, row);
  return (*rows)->len < LT_ROWS_IN_BATCH || flush_table (self, table, *rows, error);
}

gboolean
lt_row_batch_flush (LtRowBatch *self, GError **error)
{
  guint n_tables;
  const LtTableInfo *tables = lt_rows_list_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    if (self->rows[i] && !flush_table (self, &tables[i], self->rows[i], error))
      return FALSE;
  return TRUE;
}
