/* SPDX-License-Identifier: MIT */
#include "exchange/lt-import-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
claim_span (LtImportSheet *self, guint row, guint column, const LtCell *cell)
{
  guint owner = row * self->n_columns + column;
  guint bottom = MIN (row + MAX (cell->row_span, 1), self->n_rows);
  guint right = MIN (column + MAX (cell->column_span, 1), self->n_columns);

  for (guint r = row; r < bottom; r++)
    for (guint c = column; c < right; c++)
      self->owners[r * self->n_columns + c] = owner;
}

LtImportSheet *
lt_import_sheet_new (LtTable *table)
{
  LtImportSheet *self = g_new0 (LtImportSheet, 1);

  self->table = lt_table_ref (table);
  self->n_rows = lt_table_get_n_rows (table);
  self->n_columns = lt_table_get_n_columns (table);
  self->owners = g_new (guint, (gsize) self->n_rows * self->n_columns + 1);
  self->heads = g_new0 (char *, self->n_columns + 1);
  self->columns = g_new0 (LtImportColumn, self->n_columns + 1);
  self->columns_by_hand = g_new0 (gboolean, self->n_columns + 1);
  self->said = g_new0 (LtImportColumn, self->n_columns + 1);
  self->unknown = g_new0 (gboolean, self->n_columns + 1);
  self->periods = g_new0 (char *, self->n_columns + 1);
  self->merged = g_new0 (gboolean, self->n_columns + 1);
  self->rows = g_new0 (LtImportRow, self->n_rows + 1);
  self->header = self->n_rows;
  self->intro = self->n_rows;
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    self->owners[i] = i;
  for (guint row = 0; row < self->n_rows; row++)
    for (guint column = 0; column < self->n_columns; column++)
      {
        const LtCell *cell = lt_table_get_cell (table, row, column);

        if (cell->row_span > 1 || (cell->row_span == 1 && cell->column_span > 1))
          claim_span (self, row, column, cell);
      }
  for (guint column = 0; column < self->n_columns; column++)
    self->heads[column] = g_strdup ("");
  return self;
}

void
lt_import_sheet_free (LtImportSheet *self)
{
  lt_table_unref (self->table);
  g_strfreev (self->heads);
  for (guint column = 0; column < self->n_columns; column++)
    g_free (self->periods[column]);
  g_free (self->periods);
  g_free (self->said);
  g_free (self->unknown);
  g_free (self->owners);
  g_free (self->columns);
  g_free (self->columns_by_hand);
  g_free (self->merged);
  g_free (self->rows);
  g_free (self);
}

static guint
get_owner (const LtImportSheet *self, guint row, guint column)
{
  return self->owners[row * self->n_columns + column];
}

const char *
lt_import_sheet_get_text (const LtImportSheet *self, guint row, guint column)
{
  guint owner = get_owner (self, row, column);

  if (self->framed && owner % self->n_columns == 0)
    return "";
  return lt_table_get_cell (self->table, owner / self->n_columns, owner % self->n_columns)->text;
}

const char *
lt_import_sheet_get_own (const LtImportSheet *self, guint row, guint column)
{
  if (get_owner (self, row, column) != row * self->n_columns + column || (self->framed && column == 0))
    return "";
  return lt_table_get_cell (self->table, row, column)->text;
}

guint
lt_import_sheet_get_first (const LtImportSheet *self, guint row, guint column)
{
  return get_owner (self, row, column) % self->n_columns;
}

gboolean
lt_import_sheet_is_code (const LtImportSheet *self, guint row, guint column)
{
  const LtCell *cell = lt_table_get_cell (self->table, row, column);
  LtImportNumber number;

  return self->columns[column] == LT_IMPORT_COLUMN_CODE && cell->column_span <= 1
         && (strchr (cell->text, ' ') == NULL || lt_import_number_read (cell->text, &number));
}

const char *
lt_import_sheet_get_head (const LtImportSheet *self, guint row, guint column, guint behind)
{
  const char *text = lt_import_sheet_get_text (self, row, column);

  while (*text == '\0' && column > 0 && row + 1 < behind && get_owner (self, row, column) == row * self->n_columns + column
         && *lt_import_sheet_get_own (self, row + 1, column) != '\0'
         && *lt_import_sheet_get_own (self, row + 1, column - 1) != '\0')
    text = lt_import_sheet_get_own (self, row, --column);
  return text;
}

gboolean
lt_import_sheet_is_covered (const LtImportSheet *self, guint row, guint column)
{
  guint owner = get_owner (self, row, column);

  /* A line merged over several columns is no cell of each of them. */
  return owner / self->n_columns < row && owner % self->n_columns == column;
}

gboolean
lt_import_sheet_is_bold (const LtImportSheet *self, guint row, guint column)
{
  return (lt_table_get_cell (self->table, row, column)->flags & LT_CELL_FLAG_BOLD) != 0;
}

guint
lt_import_sheet_find_column (const LtImportSheet *self, LtImportColumn kind, guint from)
{
  for (guint column = from; column < self->n_columns; column++)
    if (self->columns[column] == kind)
      return column;
  return self->n_columns;
}

gboolean
lt_import_sheet_counts_rows (const LtImportSheet *self, guint column)
{
  return self->columns[column] == LT_IMPORT_COLUMN_NUMBER
         && column < lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_NAME, 0);
}

guint
lt_import_sheet_count_own (const LtImportSheet *self, guint row, guint *column)
{
  guint n = 0;

  for (guint i = self->n_columns; i-- > 0;)
    if (*lt_import_sheet_get_own (self, row, i) != '\0')
      {
        n++;
        if (column != NULL)
          *column = i;
      }
  return n;
}

char *
lt_import_sheet_dup_place (const LtImportSheet *self, guint row, guint column)
{
  const char *name = lt_table_get_name (self->table);
  guint source = row < self->n_rows ? lt_table_get_row_source (self->table, row) : 0;
  const char *title = column < self->n_columns ? lt_table_get_column (self->table, column)->title : NULL;

  if (source == 0)
    source = row + 1;
  if (row >= self->n_rows)
    return g_strdup (name);
  /* Translators: the place of a row: name of the table or sheet, number of the row. */
  if (title == NULL || *title == '\0')
    return g_strdup_printf (_("%s, row %u"), name, source);
  if (g_ascii_isalpha (*title))
    return g_strdup_printf ("%s, %s%u", name, title, source);
  /* Translators: the place of a cell: name of the table, number of the row and the column. */
  return g_strdup_printf (_("%s, row %u, column %s"), name, source, title);
}
