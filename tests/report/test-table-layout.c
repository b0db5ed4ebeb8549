/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "report/lt-table-layout.h"
#include "report/lt-text-measure.h"

/* What a row has above and below its lines; see lt-table-layout-private.h. */
#define PADDING 4.5
#define PIXEL 0.75

static LtTable *
new_table (void)
{
  LtTable *table = lt_table_new ("Phụ lục", LT_TABLE_DOCUMENT);

  lt_table_add_column (table, "STT", 4, LT_ALIGN_CENTER);
  lt_table_add_column (table, "Mô hình", 18, LT_ALIGN_LEFT);
  lt_table_add_column (table, "Kết quả cần đạt được", 44, LT_ALIGN_LEFT);
  lt_table_add_column (table, "Đơn vị phối hợp", 14, LT_ALIGN_LEFT);
  lt_table_add_header_row (table);
  return table;
}

static char *
make_words (guint n)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (words, i > 0 ? " %s%u" : "%s%u", "chữ", i);
  return g_string_free (words, FALSE);
}

static void
add_body (LtTable *table, guint n_words)
{
  g_autofree char *words = make_words (n_words);
  guint row = lt_table_add_row (table, LT_ROW_BODY);

  lt_table_put (table, row, 2, words);
}

static double
get_room (LtTableLayout *layout)
{
  double width;
  double height;

  lt_page_setup_get_inner (lt_table_get_page_setup (lt_table_layout_get_table (layout)), &width,
                           &height);
  return height;
}

static gboolean
is_whole_pixels (double points)
{
  double pixels = points / PIXEL;

  return pixels - (double) (gint64) (pixels + 1e-6) < 1e-5;
}

static double
get_height (LtTableLayout *layout, const LtLayoutCell *cell, guint first, guint end)
{
  double height = 0;

  for (guint i = MAX (first, cell->first_row); i < MIN (end, cell->first_row + cell->n_rows); i++)
    height += lt_table_layout_get_row (layout, i)->height;
  return height;
}

static void
check_rows (LtTableLayout *layout)
{
  guint n_pages = lt_table_layout_get_n_pages (layout);
  guint next = 0;
  guint last_table_row = 0;

  for (guint page = 0; page < n_pages; page++)
    {
      double used = page > 0 ? lt_table_layout_get_header_height (layout) : 0;
      double top = 0;
      guint first;
      guint n_rows;

      lt_table_layout_get_page_rows (layout, page, &first, &n_rows);
      g_assert_cmpuint (first, ==, next);
      for (guint i = first; i < first + n_rows; i++)
        {
          const LtLayoutRow *row = lt_table_layout_get_row (layout, i);

          g_assert_cmpuint (row->page, ==, page);
          g_assert_cmpfloat_with_epsilon (row->top, top, 1e-6);
          g_assert_cmpfloat (row->height, >, 0);
          g_assert_cmpfloat (row->height, <=, LT_LAYOUT_ROW_MAX);
          g_assert_true (is_whole_pixels (row->height));
          g_assert_cmpuint (row->table_row, >=, last_table_row);
          g_assert_cmpuint (row->table_row, <=, last_table_row + 1);
          last_table_row = row->table_row;
          top += row->height;
        }
      g_assert_cmpfloat (used + top, <=, get_room (layout));
      next = first + n_rows;
    }
  g_assert_cmpuint (next, ==, lt_table_layout_get_n_rows (layout));
}

/* The words that stand in a rectangle fit in it; for one that goes over a break,
 * in its part on the first page. */
static void
check_cell_room (LtTableLayout *layout, LtTextMeasure *measure, const LtLayoutCell *cell)
{
  LtTable *table = lt_table_layout_get_table (layout);
  LtRowRole role = lt_table_get_row_role (table, cell->table_row);
  const char *text = lt_table_get_cell (table, cell->table_row, cell->column)->text + cell->start;
  g_autofree char *part = g_strndup (text, cell->length);
  guint page = lt_table_layout_get_row (layout, cell->first_row)->page;
  LtCellStyle style;
  LtTypeface *face;
  guint n_lines;
  guint first;
  guint n_rows;
  double height;

  if (*part == '\0')
    return;
  lt_table_get_style (table, role, cell->column, &style);
  face = lt_text_measure_get_typeface (measure, style.size, style.bold, style.italic);
  n_lines = lt_typeface_count_lines (
      face, g_strchomp (part),
      lt_table_layout_get_text_width (layout, cell->column, cell->n_columns), NULL);
  lt_table_layout_get_page_rows (layout, page, &first, &n_rows);
  height = get_height (layout, cell, first, first + n_rows);
  g_assert_cmpfloat (n_lines * lt_typeface_get_pitch (face) + PADDING, <=, height + 1e-6);
  if (cell->first_row + cell->n_rows > first + n_rows)
    g_assert_true (cell->flags & LT_LAYOUT_CELL_CROSSES);
  else
    g_assert_false (cell->flags & LT_LAYOUT_CELL_CROSSES);
}

/* Every cell's text is there once, whole, in order; rectangles do not overlap. */
static void
check_cells (LtTableLayout *layout)
{
  LtTable *table = lt_table_layout_get_table (layout);
  guint n_columns = lt_table_get_n_columns (table);
  guint n_rows = lt_table_get_n_rows (table);
  guint n_cells = lt_table_layout_get_n_cells (layout);
  g_autoptr (LtTextMeasure) measure = lt_text_measure_new ();
  g_autofree gsize *shown = g_new0 (gsize, (gsize) n_rows * n_columns);
  g_autofree guint8 *covered
      = g_new0 (guint8, (gsize) lt_table_layout_get_n_rows (layout) * n_columns);

  for (guint i = 0; i < n_cells; i++)
    {
      const LtLayoutCell *cell = lt_table_layout_get_cell (layout, i);
      gsize *seen = &shown[cell->table_row * n_columns + cell->column];

      if (i > 0)
        g_assert_cmpuint (cell->first_row, >=,
                          lt_table_layout_get_cell (layout, i - 1)->first_row);
      g_assert_cmpuint (cell->start, ==, *seen);
      *seen += cell->length;
      for (guint row = cell->first_row; row < cell->first_row + cell->n_rows; row++)
        for (guint column = cell->column; column < cell->column + cell->n_columns; column++)
          g_assert_cmpuint (covered[row * n_columns + column]++, ==, 0);
      check_cell_room (layout, measure, cell);
    }
  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      {
        const LtCell *cell = lt_table_get_cell (table, row, column);

        if (cell->row_span > 0)
          g_assert_cmpuint (shown[row * n_columns + column], ==, strlen (cell->text));
      }
  for (guint i = 0; i < lt_table_layout_get_n_rows (layout) * n_columns; i++)
    g_assert_cmpuint (covered[i], ==, 1);
}

static void
test_columns (void)
{
  g_autoptr (LtTable) table = new_table ();
  g_autoptr (LtTextMeasure) measure = lt_text_measure_new ();
  g_autoptr (LtTableLayout) layout = NULL;
  double width;
  double height;
  double sum = 0;

  add_body (table, 10);
  layout = lt_table_layout_new (table);
  lt_page_setup_get_inner (lt_table_get_page_setup (table), &width, &height);
  for (guint i = 0; i < lt_table_get_n_columns (table); i++)
    {
      LtTypeface *bold = lt_text_measure_get_typeface (measure, 13, TRUE, FALSE);
      double points = lt_table_layout_get_column_pixels (layout, i) * PIXEL;

      g_assert_cmpfloat_with_epsilon (lt_table_layout_get_column_left (layout, i), sum, 1e-6);
      sum += points;
      /* No word of a title is broken. */
      g_assert_cmpfloat (
          lt_typeface_get_word_width (bold, lt_table_get_column (table, i)->title), <=,
          lt_table_layout_get_text_width (layout, i, 1));
    }
  /* Excel only ever shrinks to fit: the columns must not be wider than the page. */
  g_assert_cmpfloat (sum, <=, width);
  g_assert_cmpfloat (sum, >, width - PIXEL);
  /* Wide columns keep their shares. */
  g_assert_cmpfloat_with_epsilon (lt_table_layout_get_column_pixels (layout, 2) * PIXEL / sum,
                                  44.0 / 80, 0.03);
}

static void
test_heights (void)
{
  g_autoptr (LtTable) table = new_table ();
  g_autoptr (LtTableLayout) layout = NULL;

  add_body (table, 1);
  add_body (table, 0);
  add_body (table, 60);
  lt_table_set_row_height (table, lt_table_add_line (table, LT_ROW_SPACE, ""), 9);
  layout = lt_table_layout_new (table);
  g_assert_cmpfloat_with_epsilon (lt_table_layout_get_row (layout, 1)->height, 16.5 + PADDING,
                                  1e-6);
  g_assert_cmpfloat_with_epsilon (lt_table_layout_get_row (layout, 2)->height, 16.5 + PADDING,
                                  1e-6);
  g_assert_cmpfloat (lt_table_layout_get_row (layout, 3)->height, >, 5 * 16.5);
  g_assert_cmpfloat_with_epsilon (lt_table_layout_get_row (layout, 4)->height, 9, 1e-6);
  check_rows (layout);
  check_cells (layout);
}

/* A long coordination cell beside short outcomes: the outcomes' rows share what it needs. */
static void
test_spans_stretch_rows (void)
{
  g_autoptr (LtTable) table = new_table ();
  g_autoptr (LtTableLayout) layout = NULL;
  g_autofree char *words = make_words (20);
  double sum = 0;

  add_body (table, 3);
  add_body (table, 3);
  add_body (table, 3);
  lt_table_put (table, 1, 3, words);
  lt_table_span (table, 1, 3, 3, 1);
  layout = lt_table_layout_new (table);
  for (guint i = 1; i < 4; i++)
    sum += lt_table_layout_get_row (layout, i)->height;
  for (guint i = 1; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (lt_table_layout_get_row (layout, i)->height, sum / 3, 1.5);
  g_assert_cmpfloat (lt_table_layout_get_row (layout, 1)->height, >,
                     lt_table_layout_get_row_need (layout, 1) + 10);
  check_rows (layout);
  check_cells (layout);
}

/* Three rows that belong together stand on the next page where they fit there. */
static void
test_kept_rows (void)
{
  g_autoptr (LtTable) table = new_table ();
  g_autoptr (LtTableLayout) layout = NULL;
  double fill = 0;
  guint n_filled = 0;

  do
    {
      add_body (table, 1);
      n_filled++;
      fill += 16.5 + PADDING;
    }
  while (fill < 380);
  for (guint i = 0; i < 3; i++)
    {
      add_body (table, 30);
      if (i > 0)
        lt_table_keep_row (table, n_filled + 1 + i);
    }
  layout = lt_table_layout_new (table);
  g_assert_cmpuint (lt_table_layout_get_n_pages (layout), ==, 2);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (lt_table_layout_get_row (layout, n_filled + 1 + i)->page, ==, 1);
  check_rows (layout);
}

/* A heading never stands alone at the foot of a page. */
static void
test_headings_stay_with_rows (void)
{
  for (guint n = 1; n < 30; n++)
    {
      g_autoptr (LtTable) table = new_table ();
      g_autoptr (LtTableLayout) layout = NULL;

      for (guint i = 0; i < n; i++)
        add_body (table, 5);
      lt_table_add_line (table, LT_ROW_GROUP, "I. NHÓM");
      add_body (table, 5);
      layout = lt_table_layout_new (table);
      g_assert_cmpuint (lt_table_layout_get_row (layout, n + 1)->page, ==,
                        lt_table_layout_get_row (layout, n + 2)->page);
    }
}

/* A cell that goes over a page break shows its words before the break. */
static void
test_cells_over_a_break (void)
{
  g_autoptr (LtTable) table = new_table ();
  g_autoptr (LtTableLayout) layout = NULL;
  gboolean crossed = FALSE;

  for (guint i = 0; i < 40; i++)
    add_body (table, 25);
  lt_table_put (table, 1, 0, "1");
  lt_table_span (table, 1, 0, 40, 1);
  lt_table_put (table, 1, 1, "Triển khai Sổ sức khoẻ điện tử trên VNeID");
  lt_table_span (table, 1, 1, 40, 1);
  layout = lt_table_layout_new (table);
  g_assert_cmpuint (lt_table_layout_get_n_pages (layout), >, 2);
  for (guint i = 0; i < lt_table_layout_get_n_cells (layout); i++)
    if (lt_table_layout_get_cell (layout, i)->flags & LT_LAYOUT_CELL_CROSSES)
      {
        g_assert_cmpuint (lt_table_layout_get_cell (layout, i)->n_rows, ==, 40);
        crossed = TRUE;
      }
  g_assert_true (crossed);
  for (guint page = 0; page < lt_table_layout_get_n_pages (layout); page++)
    {
      g_autoptr (GArray) cells = lt_table_layout_list_page_cells (layout, page);
      guint n_names = 0;

      for (guint i = 0; i < cells->len; i++)
        {
          const LtLayoutCell *cell
              = lt_table_layout_get_cell (layout, g_array_index (cells, guint, i));

          n_names += cell->column < 2 && cell->table_row == 1;
        }
      g_assert_cmpuint (n_names, ==, 2);
    }
  check_rows (layout);
  check_cells (layout);
}

/* One outcome that is longer than two pages. */
static void
test_row_taller_than_a_page (void)
{
  g_autoptr (LtTable) table = new_table ();
  g_autoptr (LtTableLayout) layout = NULL;

  add_body (table, 5);
  add_body (table, 1200);
  add_body (table, 5);
  lt_table_put (table, 2, 0, "2");
  layout = lt_table_layout_new (table);
  g_assert_cmpuint (lt_table_layout_get_n_pages (layout), >=, 3);
  check_rows (layout);
  check_cells (layout);
}

/* On A3 upright a page is taller than Excel's tallest row. */
static void
test_row_taller_than_excel_allows (void)
{
  g_autoptr (LtTable) table = new_table ();
  g_autoptr (LtTableLayout) layout = NULL;
  const LtLayoutCell *cell;
  LtPageSetup setup;

  lt_page_setup_init (&setup, LT_PAPER_A3, FALSE, LT_MARGINS_WIDE);
  lt_table_set_page_setup (table, &setup);
  add_body (table, 380);
  layout = lt_table_layout_new (table);
  g_assert_cmpuint (lt_table_layout_get_n_pages (layout), ==, 1);
  g_assert_cmpuint (lt_table_layout_get_n_rows (layout), >, 2);
  cell = lt_table_layout_get_cell (layout, lt_table_layout_get_n_cells (layout) - 2);
  g_assert_cmpuint (cell->n_rows, ==, lt_table_layout_get_n_rows (layout) - 1);
  check_rows (layout);
  check_cells (layout);
}

static void
test_empty_tables (void)
{
  g_autoptr (LtTable) table = lt_table_new ("", LT_TABLE_DOCUMENT);
  g_autoptr (LtTableLayout) layout = NULL;
  g_autoptr (LtTable) titled = new_table ();
  g_autoptr (LtTableLayout) titles = lt_table_layout_new (titled);

  lt_table_add_column (table, "A", 1, LT_ALIGN_LEFT);
  layout = lt_table_layout_new (table);
  g_assert_cmpuint (lt_table_layout_get_n_pages (layout), ==, 1);
  g_assert_cmpuint (lt_table_layout_get_n_rows (layout), ==, 0);
  g_assert_cmpuint (lt_table_layout_get_n_rows (titles), ==, 1);
}

static LtTable *
new_random_table (void)
{
  LtTable *table = new_table ();
  guint n_groups = (guint) g_test_rand_int_range (1, 8);

  lt_table_set_body_size (table, g_test_rand_int_range (10, 15));
  for (guint i = 0; i < n_groups; i++)
    {
      guint row = lt_table_get_n_rows (table);
      guint n_rows = (guint) g_test_rand_int_range (1, 7);
      gboolean huge = g_test_rand_int_range (0, 12) == 0;
      g_autofree char *name = make_words ((guint) g_test_rand_int_range (0, 40));
      g_autofree char *others
          = make_words ((guint) g_test_rand_int_range (0, huge ? 400 : 40));

      if (g_test_rand_int_range (0, 5) == 0)
        {
          lt_table_add_line (table, LT_ROW_GROUP, name);
          row++;
        }
      for (guint j = 0; j < n_rows; j++)
        {
          gboolean tall = g_test_rand_int_range (0, 20) == 0;

          add_body (table, (guint) g_test_rand_int_range (0, tall ? 900 : 90));
          if (j > 0)
            {
              lt_table_keep_row (table, row + j);
              lt_table_open_above (table, row + j, 2);
            }
        }
      lt_table_put (table, row, 1, name);
      lt_table_span (table, row, 1, n_rows, 1);
      lt_table_put (table, row, 3, others);
      lt_table_span (table, row, 3, (guint) g_test_rand_int_range (1, (int) n_rows + 1), 1);
    }
  return table;
}

static void
test_random_tables (void)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (LtTable) table = new_random_table ();
      g_autoptr (LtTableLayout) layout = lt_table_layout_new (table);

      check_rows (layout);
      check_cells (layout);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-layout/columns", test_columns);
  g_test_add_func ("/table-layout/heights", test_heights);
  g_test_add_func ("/table-layout/spans-stretch-rows", test_spans_stretch_rows);
  g_test_add_func ("/table-layout/kept-rows", test_kept_rows);
  g_test_add_func ("/table-layout/headings-stay-with-rows", test_headings_stay_with_rows);
  g_test_add_func ("/table-layout/cells-over-a-break", test_cells_over_a_break);
  g_test_add_func ("/table-layout/row-taller-than-a-page", test_row_taller_than_a_page);
  g_test_add_func ("/table-layout/row-taller-than-excel-allows",
                   test_row_taller_than_excel_allows);
  g_test_add_func ("/table-layout/empty-tables", test_empty_tables);
  g_test_add_func ("/table-layout/random-tables", test_random_tables);
  return g_test_run ();
}
