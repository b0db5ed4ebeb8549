/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "chart/lt-chart-error.h"
#include "chart/lt-matrix-page.h"
#include "chart/lt-render.h"
#include "chart/network-fixture.h"
#include "exchange/lt-sample.h"
#include "text/lt-text.h"

static LtMatrix *
make (LtCoordinationGraph *graph, LtMatrixOrder order)
{
  g_autoptr (LtChartText) text = lt_chart_text_new ();

  return lt_matrix_new (graph, order, text);
}

static void
assert_sums (LtCoordinationGraph *graph, LtMatrix *matrix)
{
  guint cells = 0;
  guint rows = 0;
  guint columns = 0;

  for (guint i = 0; i < lt_matrix_get_n_cells (matrix); i++)
    {
      const LtMatrixCell *cell = lt_matrix_get_cell (matrix, i);
      const LtGraphArrow *arrow = lt_coordination_graph_get_arrow (graph, cell->arrow);

      g_assert_cmpuint (lt_matrix_get_row (matrix, cell->row)->node, ==, arrow->lead);
      g_assert_cmpuint (lt_matrix_get_column (matrix, cell->column)->node, ==, arrow->coordinator);
      g_assert_cmpuint (cell->count, ==, arrow->rows->len);
      g_assert_cmpint (lt_matrix_find_cell (matrix, cell->row, cell->column), ==, (int) i);
      cells += cell->count;
    }
  for (guint i = 0; i < lt_matrix_get_n_rows (matrix); i++)
    rows += lt_matrix_get_row (matrix, i)->total;
  for (guint i = 0; i < lt_matrix_get_n_columns (matrix); i++)
    columns += lt_matrix_get_column (matrix, i)->total;
  g_assert_cmpuint (lt_matrix_get_n_cells (matrix), ==, lt_coordination_graph_get_n_arrows (graph));
  g_assert_cmpuint (cells, ==, lt_coordination_graph_get_n_links (graph));
  g_assert_cmpuint (rows, ==, cells);
  g_assert_cmpuint (columns, ==, cells);
  g_assert_cmpuint (lt_matrix_get_sum (matrix), ==, cells);
}

static void
test_sums (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtBook) book = lt_sample_new (&error);
  g_autoptr (LtCoordinationGraph) sample = lt_coordination_graph_new (book, NULL);
  g_autoptr (LtMatrix) matrix = make (sample, LT_MATRIX_BY_LOAD);

  g_assert_no_error (error);
  assert_sums (sample, matrix);
  for (guint seed = 1; seed < 8; seed++)
    {
      g_autoptr (LtCoordinationGraph) graph = fixture_graph_random (seed * 6, seed * 9, seed);
      g_autoptr (LtMatrix) random = make (graph, seed % 2 ? LT_MATRIX_BY_NAME : LT_MATRIX_BY_LOAD);

      assert_sums (graph, random);
    }
}

static void
test_order (void)
{
  g_autoptr (LtCoordinationGraph) graph = fixture_graph_random (30, 90, 2);
  g_autoptr (LtMatrix) by_load = make (graph, LT_MATRIX_BY_LOAD);
  g_autoptr (LtMatrix) by_name = make (graph, LT_MATRIX_BY_NAME);

  for (guint i = 1; i < lt_matrix_get_n_rows (by_load); i++)
    {
      g_assert_cmpuint (lt_matrix_get_row (by_load, i - 1)->total, >=, lt_matrix_get_row (by_load, i)->total);
      g_assert_cmpint (lt_text_compare (lt_matrix_get_row (by_name, i - 1)->name, lt_matrix_get_row (by_name, i)->name),
                       <=, 0);
    }
}

static void
test_find_at (void)
{
  g_autoptr (LtCoordinationGraph) graph = fixture_graph_random (30, 90, 2);
  g_autoptr (LtMatrix) matrix = make (graph, LT_MATRIX_BY_LOAD);
  int row;
  int column;

  for (guint i = 0; i < lt_matrix_get_n_cells (matrix); i++)
    {
      const LtMatrixCell *cell = lt_matrix_get_cell (matrix, i);

      lt_matrix_find_at (matrix, lt_matrix_get_column (matrix, cell->column)->start + 1,
                         lt_matrix_get_row (matrix, cell->row)->start + 1, &row, &column);
      g_assert_cmpint (row, ==, (int) cell->row);
      g_assert_cmpint (column, ==, (int) cell->column);
    }
  lt_matrix_find_at (matrix, lt_matrix_get_body_width (matrix) - 1, lt_matrix_get_body_height (matrix) - 1, &row,
                     &column);
  g_assert_cmpint (row, ==, (int) lt_matrix_get_n_rows (matrix));
  g_assert_cmpint (column, ==, (int) lt_matrix_get_n_columns (matrix));
  lt_matrix_find_at (matrix, -1, lt_matrix_get_body_height (matrix) + 1, &row, &column);
  g_assert_cmpint (row, ==, -1);
  g_assert_cmpint (column, ==, -1);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at; at = strstr (at + 1, part))
    n++;
  return n;
}

/* On every page size: each cell stands on one page, whole. */
static void
test_pages (void)
{
  g_autoptr (LtCoordinationGraph) graph = fixture_graph_random (80, 300, 3);
  g_autoptr (LtMatrix) matrix = make (graph, LT_MATRIX_BY_LOAD);

  for (guint paper = LT_PAPER_A4; paper <= LT_PAPER_A3; paper++)
    for (guint fit = LT_PAGE_FIT_WIDTH; fit <= LT_PAGE_FIT_SHEET; fit++)
      {
        LtPageOptions options;
        g_auto (LtPageHeading) heading = { NULL };
        g_autoptr (GError) error = NULL;
        g_autoptr (LtPages) pages = NULL;
        guint n = 0;

        lt_page_options_init (&options);
        lt_page_setup_init (&options.setup, (LtPaper) paper, fit % 2 == 0, LT_MARGINS_WIDE);
        options.fit = (LtPageFit) fit;
        options.across = 2;
        options.down = 3;
        lt_page_heading_init (&heading, "Ma trận", NULL, NULL, graph);
        pages = lt_matrix_pages_new (matrix, &heading, &options, &error);
        g_assert_no_error (error);
        for (guint page = 0; page < lt_pages_get_n_pages (pages); page++)
          {
            g_autoptr (GPtrArray) regions = lt_pages_list_regions (pages, page);
            g_autoptr (GBytes) bytes = lt_render_svg (pages, page, &error);
            g_autofree char *svg = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
            double width;
            double height;

            g_assert_no_error (error);
            n += count (svg, "class=\"cell\"");
            lt_pages_get_page_size (pages, &width, &height);
            for (guint i = 0; i < regions->len; i++)
              {
                const LtRect *rect = &((LtPageRegion *) g_ptr_array_index (regions, i))->rect;

                g_assert_true (rect->x >= 0 && rect->x + rect->width <= width);
                g_assert_true (rect->y >= 0 && rect->y + rect->height <= height);
              }
          }
        g_assert_cmpuint (n, ==, lt_matrix_get_n_cells (matrix));
        if (fit == LT_PAGE_FIT_AT_MOST || fit == LT_PAGE_FIT_EXACTLY)
          {
            g_assert_cmpuint (lt_chart_pages_get_across (LT_CHART_PAGES (pages)), <=, 2);
            g_assert_cmpuint (lt_chart_pages_get_down (LT_CHART_PAGES (pages)), <=, 3);
          }
      }
}

static void
test_odd (void)
{
  g_autofree char *endless = g_strnfill (10000, 'x');
  const char *const none[] = { NULL };
  const char *const alone[] = { "Sở Một", "", NULL };
  const char *const long_name[] = { endless, "Sở B", "Sở B", endless, NULL };
  const char *const *const cases[] = { none, alone, long_name };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LtCoordinationGraph) graph = fixture_graph_from_cells (cases[i]);
      g_autoptr (LtMatrix) matrix = make (graph, LT_MATRIX_BY_NAME);
      g_auto (LtPageHeading) heading = { NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (LtPages) pages = NULL;
      g_autoptr (GBytes) bytes = NULL;
      LtPageOptions options;

      assert_sums (graph, matrix);
      lt_page_options_init (&options);
      lt_page_heading_init (&heading, "Ma trận", NULL, NULL, graph);
      pages = lt_matrix_pages_new (matrix, &heading, &options, &error);
      g_assert_no_error (error);
      bytes = lt_render_pdf (pages, &error);
      g_assert_no_error (error);
    }
}

static void
test_too_large (void)
{
  g_autoptr (LtCoordinationGraph) graph = fixture_graph_star (3000);
  g_autoptr (LtMatrix) matrix = make (graph, LT_MATRIX_BY_LOAD);
  g_auto (LtPageHeading) heading = { NULL };
  g_autoptr (GError) error = NULL;
  LtPageOptions options;

  lt_page_options_init (&options);
  lt_page_heading_init (&heading, "Ma trận", NULL, NULL, graph);
  g_assert_null (lt_matrix_pages_new (matrix, &heading, &options, &error));
  g_assert_error (error, LT_CHART_ERROR, LT_CHART_ERROR_PAPER);
}

/* Words can be read on every shade of every palette. */
static void
test_contrast (void)
{
  for (LtPaletteKind kind = LT_PALETTE_LIGHT; kind <= LT_PALETTE_MONO; kind++)
    {
      const LtPalette *palette = lt_palette_get (kind);
      static const LtColor white = { 1, 1, 1 };
      static const LtColor black = { 0, 0, 0 };

      for (guint i = 1; i <= 20; i++)
        {
          LtColor shade = lt_matrix_get_shade (palette, i, 20);
          double best = MAX (MAX (lt_color_get_contrast (&white, &shade), lt_color_get_contrast (&black, &shade)),
                             lt_color_get_contrast (&palette->text, &shade));

          g_assert_cmpfloat (best, >=, 4.5);
        }
      for (guint i = 0; i < LT_N_NODE_KINDS; i++)
        {
          g_assert_cmpfloat (lt_color_get_contrast (&palette->text, &palette->nodes[i].fill), >=, 7);
          g_assert_cmpfloat (lt_color_get_contrast (&palette->bars[LT_TIMELINESS_OVERDUE].edge,
                                                    &palette->nodes[i].fill),
                             >=, 4.5);
          g_assert_cmpfloat (lt_color_get_contrast (&palette->nodes[i].edge, &palette->ground), >=, 3);
        }
      g_assert_cmpfloat (lt_color_get_contrast (&palette->arrow_out, &palette->ground), >=, 4.5);
      g_assert_cmpfloat (lt_color_get_contrast (&palette->arrow_in, &palette->ground), >=, 4.5);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matrix/sums", test_sums);
  g_test_add_func ("/matrix/order", test_order);
  g_test_add_func ("/matrix/find-at", test_find_at);
  g_test_add_func ("/matrix/pages", test_pages);
  g_test_add_func ("/matrix/odd", test_odd);
  g_test_add_func ("/matrix/too-large", test_too_large);
  g_test_add_func ("/matrix/contrast", test_contrast);
  return g_test_run ();
}
