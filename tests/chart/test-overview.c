/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "chart/lt-overview-chart.h"
#include "chart/lt-render.h"
#include "support/lt-test-book.h"

static LtOverview *
count (LtBook *book, const char *as_of, const char *since)
{
  LtOverviewOptions options = LT_OVERVIEW_OPTIONS_INIT;

  options.plan = lt_item_get_child (LT_ITEM (book), 0);
  options.as_of = lt_day_from_iso (as_of);
  options.since = since ? lt_day_from_iso (since) : LT_DAY_NONE;
  return lt_overview_new (book, &options);
}

static guint
count_bits (guint bits)
{
  guint n = 0;

  for (; bits; bits &= bits - 1)
    n++;
  return n;
}

/* What the title of a spot says: "…: 12 nhiệm vụ". */
static guint
read_count (const char *title)
{
  const char *end = g_strrstr (title, " nhiệm vụ");

  while (end > title && g_ascii_isdigit (end[-1]))
    end--;
  return (guint) g_ascii_strtoull (end, NULL, 10);
}

static void
test_figures_add_up (void)
{
  g_autoptr (LtBook) book = lt_test_book_new (300, 7);
  g_autoptr (LtOverview) overview = count (book, "2024-11-15", NULL);
  g_autoptr (LtOverviewChart) chart = lt_overview_chart_new (overview, 900);
  const LtTally *tally = lt_overview_get_tally (overview);
  guint in_cells = 0;

  for (guint i = 0; i < lt_overview_chart_get_n_spots (chart); i++)
    {
      const LtOverviewSpot *spot = lt_overview_chart_get_spot (chart, i);

      if (spot->choice.agency || spot->choice.initiative || spot->choice.assignment)
        continue;
      if (count_bits (spot->choice.states) == 1 && count_bits (spot->choice.timeliness) == 1)
        in_cells += read_count (spot->title);
    }
  g_assert_cmpuint (tally->n, ==, 300);
  g_assert_cmpuint (in_cells, ==, tally->n);
}

/* The parts of a bar follow each other, as long as what they stand for. */
static void
test_bars_are_true (void)
{
  g_autoptr (LtBook) book = lt_test_book_new (300, 3);
  g_autoptr (LtOverview) overview = count (book, "2024-11-15", NULL);
  g_autoptr (LtOverviewChart) chart = lt_overview_chart_new (overview, 900);
  double per_row = 0;
  guint n_parts = 0;

  for (guint i = 0; i < lt_overview_chart_get_n_spots (chart); i++)
    {
      const LtOverviewSpot *spot = lt_overview_chart_get_spot (chart, i);
      guint n;

      if (spot->choice.agency == NULL || spot->choice.timeliness == 0)
        continue;
      n = spot->choice.agency->now.by_timeliness[g_bit_nth_lsf (spot->choice.timeliness, -1)];
      g_assert_cmpuint (n, >, 0);
      if (per_row == 0)
        per_row = spot->rect.width / n;
      g_assert_cmpfloat_with_epsilon (spot->rect.width, n * per_row, 1e-6);
      n_parts++;
    }
  g_assert_cmpuint (n_parts, >, 10);
}

static void
test_stays_inside (void)
{
  static const double widths[] = { 360, 467, 639, 640, 1400 };

  for (guint rows = 0; rows <= 2000; rows = rows * 10 + 2)
    for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
      {
        g_autoptr (LtBook) book = lt_test_book_new (rows, 5);
        g_autoptr (LtOverview) overview = count (book, "2025-03-01", "2024-11-15");
        g_autoptr (LtOverviewChart) chart = lt_overview_chart_new (overview, widths[i]);

        for (guint j = 0; j < lt_overview_chart_get_n_spots (chart); j++)
          {
            const LtOverviewSpot *spot = lt_overview_chart_get_spot (chart, j);

            g_assert_cmpfloat (spot->rect.x, >=, 0);
            g_assert_cmpfloat (spot->rect.x + spot->rect.width, <=, widths[i] + 1e-6);
            g_assert_cmpfloat (spot->rect.y + spot->rect.height, <=, lt_overview_chart_get_height (chart) + 1e-6);
            g_assert_true (*spot->title);
            g_assert_cmpint (lt_overview_chart_find_spot (chart, spot->rect.x + spot->rect.width / 2,
                                                          spot->rect.y + spot->rect.height / 2), >=, 0);
          }
      }
}

static guint
count_dark_rows (LtPages *pages, guint page)
{
  double width;
  double height;
  cairo_surface_t *surface;
  cairo_t *cr;
  guint n = 0;

  lt_pages_get_page_size (pages, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cr = cairo_create (surface);
  lt_pages_draw_page (pages, page, cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < (int) height; y++)
    {
      const guint32 *row = (gpointer) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < (int) width; x++)
        if ((row[x] & 0xffffff) != 0xffffff)
          {
            n++;
            break;
          }
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return n;
}

static void
test_pages (void)
{
  g_autoptr (LtBook) book = lt_test_book_new (400, 11);
  g_autoptr (LtOverview) overview = count (book, "2025-03-01", "2024-11-15");
  LtPlan *plan = lt_item_get_child (LT_ITEM (book), 0);
  LtPageSetup setup;

  for (guint landscape = 0; landscape < 2; landscape++)
    {
      g_autoptr (LtPages) pages = NULL;
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (GError) error = NULL;

      lt_page_setup_init (&setup, LT_PAPER_A4, landscape, LT_MARGINS_WIDE);
      pages = lt_overview_pages_new (overview, plan, &setup, landscape);
      g_assert_cmpuint (lt_pages_get_n_pages (pages), >=, 2);
      for (guint page = 0; page < lt_pages_get_n_pages (pages); page++)
        g_assert_cmpuint (count_dark_rows (pages, page), >, 20);
      pdf = lt_render_pdf (pages, &error);
      g_assert_no_error (error);
      g_assert_nonnull (pdf);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overview-chart/figures-add-up", test_figures_add_up);
  g_test_add_func ("/overview-chart/bars-are-true", test_bars_are_true);
  g_test_add_func ("/overview-chart/stays-inside", test_stays_inside);
  g_test_add_func ("/overview-chart/pages", test_pages);
  return g_test_run ();
}
