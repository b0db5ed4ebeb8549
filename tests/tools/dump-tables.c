/* SPDX-License-Identifier: MIT */
#include <locale.h>

#include "exchange/lt-reader.h"

static char *
dup_one_line (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strjoinv ("¶", lines);
}

static void
dump_cell (const LtCell *cell, const char *letters)
{
  g_autofree char *text = dup_one_line (cell->text);

  if (cell->row_span == 0 || (*text == '\0' && cell->row_span == 1 && cell->column_span == 1))
    return;
  g_print ("  %s", letters);
  if (cell->row_span > 1 || cell->column_span > 1)
    g_print (" [%u×%u]", cell->row_span, cell->column_span);
  g_print ("%s %s\n", cell->flags & LT_CELL_FLAG_BOLD ? " *" : "", text);
}

static void
dump_table (LtTable *table)
{
  g_print ("== %s\n", lt_table_get_name (table));
  for (guint row = 0; row < lt_table_get_n_rows (table); row++)
    {
      LtRowRole role = lt_table_get_row_role (table, row);

      g_print ("%u%s\n", lt_table_get_row_source (table, row),
               role == LT_ROW_HEADER ? " header" : role == LT_ROW_PARAGRAPH ? " paragraph" : "");
      for (guint column = 0; column < lt_table_get_n_columns (table); column++)
        dump_cell (lt_table_get_cell (table, row, column),
                   lt_table_get_column (table, column)->title);
    }
}

/* dump-tables FILE: what the readers see in it. */
int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtReading) reading = NULL;

  setlocale (LC_ALL, "");
  if (argc != 2)
    {
      g_printerr ("usage: dump-tables FILE\n");
      return 2;
    }
  reading = lt_reader_read_file (argv[1], NULL, &error);
  if (reading == NULL)
    {
      g_printerr ("dump-tables: %s\n", error->message);
      return 1;
    }
  for (guint i = 0; i < reading->tables->len; i++)
    dump_table (g_ptr_array_index (reading->tables, i));
  for (guint i = 0; i < reading->doubts->len; i++)
    {
      const LtDoubt *doubt = g_ptr_array_index (reading->doubts, i);

      g_print ("?? %s: %s\n", doubt->where, doubt->what);
    }
  return 0;
}
