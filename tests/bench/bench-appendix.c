/* SPDX-License-Identifier: MIT */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "exchange/lt-xlsx-writer.h"
#include "report/lt-appendix.h"
#include "report/lt-flat-list.h"
#include "report/lt-table-layout.h"
#include "support/lt-test-book.h"

/* What the official workbook costs against the least program that writes the
 * same cells, merges and heights with libxlsxwriter: argv[1] assignments
 * (10,000), the median of argv[2] runs (5). */

#define SEED 1

typedef struct {
  GPtrArray *tables;
  GPtrArray *layouts;
} Prepared;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
get_median (GArray *values)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, values->len / 2);
}

static GPtrArray *
build_tables (LtPlan *plan, gboolean with_list)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_table_unref);

  g_ptr_array_add (tables, lt_appendix_build (plan, NULL));
  if (with_list)
    g_ptr_array_add (tables, lt_flat_list_build (plan, lt_day_from_ymd (2024, 11, 15), 15));
  return tables;
}

static gsize
write_ours (LtPlan *plan, gboolean with_list)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tables = build_tables (plan, with_list);
  g_autoptr (GBytes) bytes = lt_xlsx_write (tables, &error);

  g_assert_no_error (error);
  return g_bytes_get_size (bytes);
}

static void
write_bare_sheet (lxw_workbook *workbook, lxw_format *format, LtTable *table, LtTableLayout *layout)
{
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, NULL);
  gboolean list = lt_table_get_kind (table) == LT_TABLE_LIST;

  for (guint row = 0; row < lt_table_layout_get_n_rows (layout); row++)
    worksheet_set_row (sheet, row, lt_table_layout_get_row (layout, row)->height, NULL);
  for (guint i = 0; i < lt_table_layout_get_n_cells (layout); i++)
    {
      const LtLayoutCell *place = lt_table_layout_get_cell (layout, i);
      const LtCell *cell = lt_table_get_cell (table, place->table_row, place->column);
      lxw_col_t column = (lxw_col_t) place->column;

      if (!list && (place->n_rows > 1 || place->n_columns > 1))
        worksheet_merge_range (sheet, place->first_row, column,
                               place->first_row + place->n_rows - 1,
                               (lxw_col_t) (column + place->n_columns - 1), cell->text, format);
      else if (cell->kind == LT_CELL_TEXT)
        worksheet_write_string (sheet, place->first_row, column, cell->text, format);
      else
        worksheet_write_number (sheet, place->first_row, column, cell->value, format);
    }
}

static gsize
write_bare (const Prepared *prepared, const char *path)
{
  lxw_workbook *workbook = workbook_new (path);
  lxw_format *format = workbook_add_format (workbook);
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize length;

  format_set_text_wrap (format);
  format_set_border (format, LXW_BORDER_THIN);
  for (guint i = 0; i < prepared->tables->len; i++)
    write_bare_sheet (workbook, format, g_ptr_array_index (prepared->tables, i),
                      g_ptr_array_index (prepared->layouts, i));
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return length;
}

static void
time_parts (LtPlan *plan)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) tables = build_tables (plan, FALSE);
  gint64 built = g_get_monotonic_time ();

  lt_table_layout_free (lt_table_layout_new (g_ptr_array_index (tables, 0)));
  g_print ("building %.3f s, layout %.3f s\n", (double) (built - start) / G_USEC_PER_SEC,
           (double) (g_get_monotonic_time () - built) / G_USEC_PER_SEC);
}

static void
compare (LtPlan *plan, gboolean with_list, guint n_runs, const char *path)
{
  g_autoptr (GPtrArray) tables = build_tables (plan, with_list);
  g_autoptr (GPtrArray) layouts
      = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_table_layout_free);
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));
  Prepared prepared = { tables, layouts };
  gsize bare_size = 0;
  gsize our_size = 0;

  for (guint i = 0; i < tables->len; i++)
    g_ptr_array_add (layouts, lt_table_layout_new (g_ptr_array_index (tables, i)));
  for (guint i = 0; i < n_runs; i++)
    {
      gint64 start = g_get_monotonic_time ();
      gint64 middle;
      double seconds;

      bare_size = write_bare (&prepared, path);
      middle = g_get_monotonic_time ();
      our_size = write_ours (plan, with_list);
      seconds = (double) (middle - start) / G_USEC_PER_SEC;
      g_array_append_val (bare, seconds);
      seconds = (double) (g_get_monotonic_time () - middle) / G_USEC_PER_SEC;
      g_array_append_val (ours, seconds);
    }
  g_print ("%s: bare %.3f s (%zu bytes), ours %.3f s (%zu bytes), ratio %.2f\n",
           with_list ? "appendix and list" : "appendix alone", get_median (bare), bare_size,
           get_median (ours), our_size, get_median (ours) / get_median (bare));
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 10000;
  guint n_runs = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 5;
  g_autoptr (LtBook) book = lt_test_book_new (n, SEED);
  LtPlan *plan = lt_item_get_child (LT_ITEM (book), 0);
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("bench-XXXXXX.xlsx", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_print ("%u assignments, the median of %u runs\n", n, n_runs);
  time_parts (plan);
  compare (plan, FALSE, n_runs, path);
  compare (plan, TRUE, n_runs, path);
  g_unlink (path);
  return 0;
}
