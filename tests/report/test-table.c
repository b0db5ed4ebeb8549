/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "report/lt-table.h"

static LtTable *
new_table (void)
{
  LtTable *table = lt_table_new ("Tờ", LT_TABLE_DOCUMENT);

  lt_table_add_column (table, "A", 1, LT_ALIGN_CENTER);
  lt_table_add_column (table, "B", 2, LT_ALIGN_LEFT);
  lt_table_add_column (table, "C", 1, LT_ALIGN_RIGHT);
  return table;
}

static void
test_cells (void)
{
  g_autoptr (LtTable) table = new_table ();
  char words[] = "chữ";
  guint row;

  lt_table_add_line (table, LT_ROW_TITLE, "ĐẦU ĐỀ");
  lt_table_add_header_row (table);
  row = lt_table_add_row (table, LT_ROW_BODY);
  lt_table_put (table, row, 0, words);
  words[0] = 'x';

  g_assert_cmpuint (lt_table_get_n_rows (table), ==, 3);
  g_assert_cmpuint (lt_table_get_n_columns (table), ==, 3);
  g_assert_cmpstr (lt_table_get_cell (table, row, 0)->text, ==, "chữ");
  g_assert_cmpstr (lt_table_get_cell (table, row, 1)->text, ==, "");
  g_assert_cmpstr (lt_table_get_cell (table, 1, 2)->text, ==, "C");
  g_assert_cmpuint (lt_table_get_cell (table, 0, 0)->column_span, ==, 3);
  g_assert_cmpuint (lt_table_get_cell (table, 0, 1)->row_span, ==, 0);
}

static void
test_spans (void)
{
  g_autoptr (LtTable) table = new_table ();

  for (guint i = 0; i < 4; i++)
    lt_table_add_row (table, LT_ROW_BODY);
  lt_table_put (table, 1, 0, "x");
  lt_table_span (table, 1, 0, 3, 2);
  g_assert_cmpuint (lt_table_get_cell (table, 1, 0)->row_span, ==, 3);
  for (guint row = 1; row < 4; row++)
    g_assert_cmpuint (lt_table_get_cell (table, row, 1)->row_span, ==, 0);
  g_assert_cmpuint (lt_table_get_cell (table, 0, 0)->row_span, ==, 1);
  g_assert_cmpuint (lt_table_get_cell (table, 1, 2)->row_span, ==, 1);
}

static void
test_values (void)
{
  g_autoptr (LtTable) table = new_table ();
  guint row = lt_table_add_row (table, LT_ROW_BODY);

  lt_table_put_number (table, row, 0, 12.5);
  lt_table_put_day (table, row, 1, lt_day_from_ymd (2026, 2, 1));
  g_assert_cmpint (lt_table_get_cell (table, row, 0)->kind, ==, LT_CELL_NUMBER);
  g_assert_cmpfloat (lt_table_get_cell (table, row, 0)->value, ==, 12.5);
  g_assert_cmpstr (lt_table_get_cell (table, row, 0)->text, ==, "12,5");
  g_assert_cmpint (lt_table_get_cell (table, row, 1)->kind, ==, LT_CELL_DAY);
  g_assert_cmpstr (lt_table_get_cell (table, row, 1)->text, ==, "01/02/2026");

  row = lt_table_add_row (table, LT_ROW_BODY);
  lt_table_put_number (table, row, 0, NAN);
  lt_table_put_day (table, row, 1, LT_DAY_NONE);
  for (guint column = 0; column < 2; column++)
    {
      g_assert_cmpint (lt_table_get_cell (table, row, column)->kind, ==, LT_CELL_TEXT);
      g_assert_cmpstr (lt_table_get_cell (table, row, column)->text, ==, "");
    }
}

static void
test_header (void)
{
  g_autoptr (LtTable) table = new_table ();
  guint first;
  guint n_rows;

  lt_table_add_line (table, LT_ROW_LABEL, "Phụ lục");
  lt_table_get_header (table, &first, &n_rows);
  g_assert_cmpuint (n_rows, ==, 0);

  lt_table_add_header_row (table);
  lt_table_add_header_row (table);
  lt_table_add_row (table, LT_ROW_BODY);
  lt_table_get_header (table, &first, &n_rows);
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (n_rows, ==, 2);
}

/* Nghị định 30/2020/NĐ-CP, Phụ lục III, 1. */
static void
test_styles (void)
{
  g_autoptr (LtTable) table = new_table ();
  LtCellStyle style;

  lt_table_set_body_size (table, 12);
  lt_table_get_style (table, LT_ROW_LABEL, 0, &style);
  g_assert_true (style.bold && !style.italic && !style.boxed && style.full_width);
  g_assert_cmpfloat (style.size, ==, 14);
  lt_table_get_style (table, LT_ROW_ATTACHMENT, 0, &style);
  g_assert_true (!style.bold && style.italic);
  g_assert_cmpfloat (style.size, ==, 13);
  lt_table_get_style (table, LT_ROW_HEADER, 1, &style);
  g_assert_true (style.bold && style.boxed);
  g_assert_cmpint (style.align, ==, LT_ALIGN_CENTER);
  g_assert_cmpfloat (style.size, ==, 12);
  lt_table_get_style (table, LT_ROW_BODY, 2, &style);
  g_assert_cmpint (style.align, ==, LT_ALIGN_RIGHT);
  g_assert_false (style.bold);
}

static void
change_shared_table (void)
{
  g_autoptr (LtTable) table = new_table ();

  lt_table_ref (table);
  lt_table_add_row (table, LT_ROW_BODY);
}

static void
test_shared_tables_do_not_change (void)
{
  if (g_test_subprocess ())
    {
      change_shared_table ();
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*ref_count*");
}

static void
test_papers (void)
{
  LtPageSetup setup;
  LtPaper paper;
  double width;
  double height;

  lt_page_setup_init (&setup, LT_PAPER_A4, TRUE, LT_MARGINS_DECREE);
  lt_page_setup_get_size (&setup, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 841.89, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 595.28, 0.01);
  lt_page_setup_get_inner (&setup, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 252 / 25.4 * 72, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 170 / 25.4 * 72, 0.01);
  g_assert_true (lt_paper_from_nick ("A3", &paper));
  g_assert_cmpint (paper, ==, LT_PAPER_A3);
  g_assert_cmpstr (lt_paper_get_nick (paper), ==, "a3");
  g_assert_false (lt_paper_from_nick ("letter", &paper));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/cells", test_cells);
  g_test_add_func ("/table/spans", test_spans);
  g_test_add_func ("/table/values", test_values);
  g_test_add_func ("/table/header", test_header);
  g_test_add_func ("/table/styles", test_styles);
  g_test_add_func ("/table/shared-tables-do-not-change", test_shared_tables_do_not_change);
  g_test_add_func ("/table/papers", test_papers);
  return g_test_run ();
}
