/* SPDX-License-Identifier: MIT */
#include "support/lt-test-reading.h"

#include <string.h>

#include "text/lt-text.h"

LtReading *
lt_test_read (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  LtReading *reading = lt_reader_read_bytes (bytes, "test", NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (reading);
  return reading;
}

void
lt_test_refused (GBytes *bytes, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtReading) reading = lt_reader_read_bytes (bytes, "test", NULL, &error);

  g_assert_null (reading);
  g_assert_nonnull (error);
  if (strstr (error->message, message) == NULL)
    g_error ("“%s” does not say “%s”", error->message, message);
}

static void
append_cell (GString *out, const LtCell *cell)
{
  if (cell->row_span == 0)
    {
      g_string_append_c (out, '^');
      return;
    }
  if (cell->row_span > 1 || cell->column_span > 1)
    g_string_append_printf (out, "[%ux%u]", cell->row_span, cell->column_span);
  if (cell->flags & LT_CELL_FLAG_BOLD)
    g_string_append_c (out, '*');
  for (const char *p = cell->text; *p != '\0'; p++)
    g_string_append_c (out, *p == '\n' ? '/' : *p);
}

char *
lt_test_dup_cells (LtTable *table)
{
  GString *out = g_string_new (NULL);

  for (guint row = 0; row < lt_table_get_n_rows (table); row++)
    {
      LtRowRole role = lt_table_get_row_role (table, row);

      g_string_append (out, role == LT_ROW_HEADER ? "# " : role == LT_ROW_PARAGRAPH ? "~ " : "");
      if (role == LT_ROW_PARAGRAPH)
        g_string_append (out, lt_table_get_cell (table, row, 0)->text);
      else
        for (guint column = 0; column < lt_table_get_n_columns (table); column++)
          {
            if (column > 0)
              g_string_append (out, " | ");
            append_cell (out, lt_table_get_cell (table, row, column));
          }
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

void
lt_test_cells (LtReading *reading, guint index, const char *expected)
{
  g_autofree char *cells = NULL;

  g_assert_cmpuint (reading->tables->len, >, index);
  cells = lt_test_dup_cells (g_ptr_array_index (reading->tables, index));
  g_assert_cmpstr (cells, ==, expected);
}

static void
check_cell (LtTable *table, guint row, guint column)
{
  const LtCell *cell = lt_table_get_cell (table, row, column);
  g_autofree char *clean = lt_text_dup_clean (cell->text, TRUE, NULL);

  g_assert_cmpstr (clean, ==, cell->text);
  if (cell->row_span == 0)
    {
      g_assert_cmpstr (cell->text, ==, "");
      return;
    }
  g_assert_cmpuint (cell->column_span, >=, 1);
  g_assert_cmpuint (row + cell->row_span, <=, lt_table_get_n_rows (table));
  g_assert_cmpuint (column + cell->column_span, <=, lt_table_get_n_columns (table));
}

void
lt_test_check_reading (LtReading *reading, const GError *error)
{
  g_assert_true ((reading == NULL) == (error != NULL));
  if (reading == NULL)
    {
      g_assert_cmpstr (error->message, !=, "");
      return;
    }
  g_assert_cmpuint (reading->tables->len, >, 0);
  for (guint i = 0; i < reading->tables->len; i++)
    {
      LtTable *table = g_ptr_array_index (reading->tables, i);

      g_assert_cmpuint (lt_table_get_n_rows (table), >, 0);
      for (guint row = 0; row < lt_table_get_n_rows (table); row++)
        for (guint column = 0; column < lt_table_get_n_columns (table); column++)
          check_cell (table, row, column);
    }
}
