/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "chart/lt-chart-error.h"
#include "chart/lt-render.h"
#include "chart/lt-timeline-breaks.h"
#include "support/lt-test-book.h"
#include "timeline-fixture.h"

static LtTimeline *
new_timeline (LtBook *book)
{
  LtTimelineOptions options = LT_TIMELINE_OPTIONS_INIT;

  options.as_of = DAY ("2024-11-15");
  return lt_timeline_new (fixture_get_plan (book), &options);
}

static LtTimelinePages *
make (LtTimeline *timeline, const LtTimelinePageOptions *options)
{
  g_autoptr (GError) error = NULL;
  LtPages *pages = lt_timeline_pages_new (timeline, options, &error);

  g_assert_no_error (error);
  return LT_TIMELINE_PAGES (pages);
}

/* That the pages show every row whole and once for each column of pages, and every day once. */
static void
check_pages (LtTimelinePages *pages, gboolean may_cut)
{
  LtTimelineLayout *layout = lt_timeline_pages_get_layout (pages);
  guint across = lt_chart_pages_get_across (LT_CHART_PAGES (pages));
  guint down = lt_chart_pages_get_down (LT_CHART_PAGES (pages));
  double width;
  double height;
  double y = 0;

  lt_pages_get_page_size (LT_PAGES (pages), &width, &height);
  g_assert_cmpuint (lt_pages_get_n_pages (LT_PAGES (pages)), ==, across * down);
  for (guint row = 0; row < down; row++)
    {
      double x = 0;
      LtRect place;
      LtRect shown;

      for (guint column = 0; column < across; column++)
        {
          guint page = row * across + column;

          lt_timeline_pages_get_place (pages, page, LT_TIMELINE_PART_BODY, &place, &shown);
          g_assert_cmpfloat_with_epsilon (shown.x, x, 1e-6);
          g_assert_cmpfloat_with_epsilon (shown.y, y, 1e-6);
          g_assert_cmpfloat (place.x + place.width, <=, width + 1e-6);
          g_assert_cmpfloat (place.y + place.height, <=, height + 1e-6);
          x += shown.width;
        }
      g_assert_cmpfloat (x + 1e-6, >=, lt_timeline_layout_get_body_width (layout));
      y += shown.height;
      if (!may_cut && y < lt_timeline_layout_get_body_height (layout) - 1e-6)
        {
          int next = lt_timeline_layout_get_row_at (layout, y + 1e-6);

          g_assert_cmpfloat_with_epsilon (
              lt_timeline_layout_get_row_top (layout, (guint) next), y, 1e-6);
        }
    }
  g_assert_cmpfloat_with_epsilon (y, lt_timeline_layout_get_body_height (layout), 1e-6);
}

static void
test_true_size (void)
{
  g_autoptr (LtBook) book = fixture_new_long_book (200, 5);
  g_autoptr (LtTimeline) timeline = new_timeline (book);
  g_autoptr (LtTimelinePages) pages = NULL;
  LtTimelinePageOptions options;
  LtRect place;
  LtRect shown;
  double body;

  lt_timeline_page_options_init (&options);
  options.fit = LT_PAGE_FIT_TRUE;
  pages = make (timeline, &options);
  check_pages (pages, FALSE);
  lt_timeline_pages_get_place (pages, 0, LT_TIMELINE_PART_BODY, &place, &shown);
  body = lt_timeline_layout_get_body_width (lt_timeline_pages_get_layout (pages));
  g_assert_cmpuint (lt_chart_pages_get_across (LT_CHART_PAGES (pages)), ==, (guint) ceil (body / shown.width));
  g_assert_cmpfloat_with_epsilon (lt_pages_get_text_size (LT_PAGES (pages)), LT_CHART_TEXT_SIZE, 1e-9);
  /* Five years of months that have room for their names. */
  g_assert_cmpfloat (body, >, 5 * 365 * 1.4);
}

/* Whatever the plan and the paper, width is filled and no page is too many. */
static void
test_fits (void)
{
  static const LtPageFit fits[] = {
    LT_PAGE_FIT_WIDTH, LT_PAGE_FIT_TRUE, LT_PAGE_FIT_AT_MOST, LT_PAGE_FIT_EXACTLY,
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (23);

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (LtBook) book = lt_test_book_new (10 + round * 2, round);
      g_autoptr (LtTimeline) timeline = new_timeline (book);
      g_autoptr (LtTimelinePages) pages = NULL;
      LtTimelinePageOptions options;
      LtTimelineLayout *layout;
      LtRect place;
      LtRect shown;

      lt_timeline_page_options_init (&options);
      options.fit = fits[round % G_N_ELEMENTS (fits)];
      options.across = (guint) g_rand_int_range (rand, 1, 5);
      options.down = (guint) g_rand_int_range (rand, 3, 9);
      options.max_lines = (guint) g_rand_int_range (rand, 0, 4);
      lt_page_setup_init (&options.setup, round % 3 ? LT_PAPER_A4 : LT_PAPER_A3, round % 2,
                          LT_MARGINS_WIDE);
      pages = make (timeline, &options);
      check_pages (pages, options.max_lines == 0);
      layout = lt_timeline_pages_get_layout (pages);
      lt_timeline_pages_get_place (pages, 0, LT_TIMELINE_PART_BODY, &place, &shown);
      if (options.fit == LT_PAGE_FIT_EXACTLY)
        {
          g_assert_cmpuint (lt_chart_pages_get_across (LT_CHART_PAGES (pages)), ==, options.across);
          g_assert_cmpuint (lt_chart_pages_get_down (LT_CHART_PAGES (pages)), ==, options.down);
        }
      if (options.fit == LT_PAGE_FIT_AT_MOST)
        {
          g_assert_cmpuint (lt_chart_pages_get_across (LT_CHART_PAGES (pages)), <=, options.across);
          g_assert_cmpuint (lt_chart_pages_get_down (LT_CHART_PAGES (pages)), <=, options.down);
          g_assert_cmpfloat (lt_chart_pages_get_scale (LT_CHART_PAGES (pages)), <=, 1);
        }
      if (options.fit == LT_PAGE_FIT_EXACTLY || options.fit == LT_PAGE_FIT_WIDTH)
        g_assert_cmpfloat_with_epsilon (
            lt_timeline_layout_get_body_width (layout),
            shown.width * lt_chart_pages_get_across (LT_CHART_PAGES (pages)), 1e-6);
    }
}

/* Landscape is filled to the right: 95 % of the width between the margins. */
static void
test_width_is_filled (void)
{
  g_autoptr (LtBook) book = fixture_new_long_book (30, 1);
  g_autoptr (LtTimeline) timeline = new_timeline (book);
  static const char *const nicks[] = { "a4", "a3" };

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (LtTimelinePages) pages = NULL;
      LtTimelinePageOptions options;
      LtPaper paper;
      double inner_width;
      double inner_height;
      double left = G_MAXDOUBLE;
      double right = 0;
      LtRect place;
      LtRect shown;

      lt_timeline_page_options_init (&options);
      g_assert_true (lt_paper_from_nick (nicks[i / 2], &paper));
      lt_page_setup_init (&options.setup, paper, i % 2, LT_MARGINS_WIDE);
      lt_page_setup_get_inner (&options.setup, &inner_width, &inner_height);
      pages = make (timeline, &options);
      for (guint row = 0; row < lt_timeline_get_n_rows (timeline); row++)
        {
          LtRect bar;

          if (!lt_timeline_layout_get_bar (lt_timeline_pages_get_layout (pages), row, &bar))
            continue;
          left = MIN (left, bar.x);
          right = MAX (right, bar.x + bar.width);
        }
      lt_timeline_pages_get_place (pages, 0, LT_TIMELINE_PART_BODY, &place, &shown);
      g_assert_cmpfloat (place.width - (right - left), <, 0.05 * inner_width);
      lt_timeline_pages_get_place (pages, 0, LT_TIMELINE_PART_LABELS, &place, &shown);
      g_assert_cmpfloat_with_epsilon (place.x, options.setup.left * LT_POINTS_PER_MM, 1e-6);
    }
}

static void
test_small_words_are_said (void)
{
  g_autoptr (LtBook) book = fixture_new_long_book (150, 2);
  g_autoptr (LtTimeline) timeline = new_timeline (book);
  g_autoptr (LtTimelinePages) small = NULL;
  g_autoptr (LtTimelinePages) large = NULL;
  g_autofree char *warning = NULL;
  g_autofree char *none = NULL;
  LtTimelinePageOptions options;

  lt_timeline_page_options_init (&options);
  options.fit = LT_PAGE_FIT_EXACTLY;
  small = make (timeline, &options);
  warning = lt_pages_dup_warning (LT_PAGES (small));
  g_assert_cmpfloat (lt_pages_get_text_size (LT_PAGES (small)), <, LT_PAGE_TEXT_SIZE_MIN);
  g_assert_nonnull (warning);
  options.down = 10;
  large = make (timeline, &options);
  none = lt_pages_dup_warning (LT_PAGES (large));
  g_assert_cmpfloat (lt_pages_get_text_size (LT_PAGES (large)), >=, LT_PAGE_TEXT_SIZE_MIN);
  g_assert_null (none);
}

static void
check_refused (LtTimeline *timeline, const LtTimelinePageOptions *options, int code)
{
  g_autoptr (GError) error = NULL;
  LtPages *pages = lt_timeline_pages_new (timeline, options, &error);

  g_assert_null (pages);
  g_assert_error (error, LT_CHART_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_cmpuint (strlen (error->message), >, 30);
}

static void
test_refused (void)
{
  static const LtTimelineColumn many[] = {
    LT_TIMELINE_COLUMN_TITLE, LT_TIMELINE_COLUMN_DEADLINE, LT_TIMELINE_COLUMN_LEAD,
    LT_TIMELINE_COLUMN_COORDINATION, LT_TIMELINE_COLUMN_STATE,
  };
  g_autoptr (LtBook) book = fixture_new_long_book (3000, 2);
  g_autoptr (LtBook) tiny = fixture_new_long_book (3, 1);
  g_autoptr (LtTimeline) timeline = new_timeline (book);
  g_autoptr (LtTimeline) short_timeline = new_timeline (tiny);
  LtTimelinePageOptions options;

  lt_timeline_page_options_init (&options);
  options.first = DAY ("2024-12-31");
  options.last = DAY ("2024-01-01");
  check_refused (timeline, &options, LT_CHART_ERROR_RANGE);

  /* Too narrow for the labels, at true size; shrunk, it goes. */
  lt_timeline_page_options_init (&options);
  lt_page_setup_init (&options.setup, LT_PAPER_A4, FALSE, LT_MARGINS_WIDE);
  options.columns = many;
  options.n_columns = G_N_ELEMENTS (many);
  check_refused (short_timeline, &options, LT_CHART_ERROR_PAPER);
  options.fit = LT_PAGE_FIT_EXACTLY;
  g_object_unref (make (short_timeline, &options));

  /* Too low for a row. */
  lt_timeline_page_options_init (&options);
  options.setup.top = options.setup.bottom = 95;
  check_refused (short_timeline, &options, LT_CHART_ERROR_PAPER);
  /* No room at all between the margins. */
  options.setup.left = options.setup.right = 200;
  check_refused (short_timeline, &options, LT_CHART_ERROR_PAPER);
  options.fit = LT_PAGE_FIT_EXACTLY;
  check_refused (short_timeline, &options, LT_CHART_ERROR_PAPER);

  lt_timeline_page_options_init (&options);
  options.fit = LT_PAGE_FIT_TRUE;
  options.first = DAY ("0001-01-01");
  options.last = DAY ("9999-12-31");
  check_refused (short_timeline, &options, LT_CHART_ERROR_PAGES);
  options.fit = LT_PAGE_FIT_WIDTH;
  g_object_unref (make (short_timeline, &options));

  lt_timeline_page_options_init (&options);
  options.fit = LT_PAGE_FIT_EXACTLY;
  options.down = 9;
  check_refused (short_timeline, &options, LT_CHART_ERROR_PAGES);
  options.down = 1;
  check_refused (timeline, &options, LT_CHART_ERROR_PAPER);
  options.across = options.down = 999;
  check_refused (timeline, &options, LT_CHART_ERROR_PAGES);

  lt_timeline_page_options_init (&options);
  options.fit = LT_PAGE_FIT_SHEET;
  check_refused (timeline, &options, LT_CHART_ERROR_PAPER);
}

/* A plan without rows, or without a day, is a page like others. */
static void
test_little (void)
{
  g_autoptr (LtBook) book = fixture_new_book (0, NULL);
  LtInitiative *initiative;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (LtTimeline) timeline = new_timeline (book);

      for (LtPageFit fit = LT_PAGE_FIT_WIDTH; fit <= LT_PAGE_FIT_SHEET; fit++)
        {
          g_autoptr (LtTimelinePages) pages = NULL;
          g_autoptr (GBytes) bytes = NULL;
          g_autoptr (GError) error = NULL;
          LtTimelinePageOptions options;

          lt_timeline_page_options_init (&options);
          options.fit = fit;
          pages = make (timeline, &options);
          check_pages (pages, FALSE);
          bytes = lt_render_pdf (LT_PAGES (pages), &error);
          g_assert_no_error (error);
        }
      initiative = fixture_add_initiative (fixture_get_plan (book), i == 0 ? "" : "Một");
      fixture_add_assignment (initiative, "", i == 0 ? "" : "khi có hướng dẫn");
      if (i == 1)
        fixture_set (fixture_get_plan (book), "title", NULL);
    }
}

/* A row that is taller than a page goes on between two of its lines; no other is cut. */
static void
test_tall_row (void)
{
  g_autoptr (LtBook) book = fixture_new_book (2024, NULL);
  LtInitiative *initiative = fixture_add_initiative (fixture_get_plan (book), "Một");
  LtAssignment *assignment = fixture_add_assignment (initiative, "Sở Y tế", "Quý IV/2024");
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (LtTimeline) timeline = NULL;
  g_autoptr (LtTimelinePages) pages = NULL;
  LtTimelinePageOptions options;
  LtTimelineLayout *layout;
  guint n_inside = 0;

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (words, "từ%u ", i);
  fixture_add_outcome (assignment, "(1)", words->str);
  fixture_add_outcome (assignment, "(2)", "Ngắn");
  timeline = new_timeline (book);
  lt_timeline_page_options_init (&options);
  options.max_lines = 0;
  pages = make (timeline, &options);
  check_pages (pages, TRUE);
  layout = lt_timeline_pages_get_layout (pages);
  g_assert_cmpuint (lt_chart_pages_get_down (LT_CHART_PAGES (pages)), >, 2);
  for (guint page = 1; page < lt_chart_pages_get_down (LT_CHART_PAGES (pages)); page++)
    {
      LtRect place;
      LtRect shown;
      double into;
      guint row;

      lt_timeline_pages_get_place (pages, page, LT_TIMELINE_PART_BODY, &place, &shown);
      row = (guint) lt_timeline_layout_get_row_at (layout, shown.y + 1e-6);
      into = shown.y - lt_timeline_layout_get_row_top (layout, row);
      if (into < 1e-6)
        continue;
      g_assert_cmpuint (row, ==, 2);
      into = (into - lt_timeline_layout_get_row_padding (layout)) / LT_CHART_LINE_HEIGHT;
      g_assert_cmpfloat_with_epsilon (into, round (into), 1e-6);
      n_inside++;
    }
  g_assert_cmpuint (n_inside, >, 0);
}

/* A heading is not left alone at the foot of a page. */
static void
test_headings_stay_with_their_rows (void)
{
  g_autoptr (LtBook) book = lt_test_book_new (200, 4);
  g_autoptr (LtTimeline) timeline = new_timeline (book);
  g_autoptr (LtTimelinePages) pages = NULL;
  LtTimelinePageOptions options;
  LtTimelineLayout *layout;

  lt_timeline_page_options_init (&options);
  pages = make (timeline, &options);
  layout = lt_timeline_pages_get_layout (pages);
  for (guint page = 1; page < lt_chart_pages_get_down (LT_CHART_PAGES (pages)); page++)
    {
      LtRect place;
      LtRect shown;
      guint row;

      lt_timeline_pages_get_place (pages, page, LT_TIMELINE_PART_BODY, &place, &shown);
      row = (guint) lt_timeline_layout_get_row_at (layout, shown.y + 1e-6);
      g_assert_cmpuint (lt_timeline_get_row (timeline, row)->parent, !=, row - 1);
    }
}

/* The SVG names each dated row once, where its bar is; and it draws as many. */
static void
test_svg (void)
{
  g_autoptr (LtBook) book = lt_test_book_new (80, 6);
  g_autoptr (LtTimeline) timeline = new_timeline (book);
  g_autoptr (LtTimelinePages) pages = NULL;
  g_autoptr (GPtrArray) regions = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GError) error = NULL;
  LtTimelinePageOptions options;
  const char *found;
  guint n = 0;

  lt_timeline_page_options_init (&options);
  options.fit = LT_PAGE_FIT_SHEET;
  pages = make (timeline, &options);
  regions = lt_pages_list_regions (LT_PAGES (pages), 0);
  g_assert_cmpuint (regions->len, ==, lt_timeline_get_n_dated (timeline));
  for (guint i = 0; i < regions->len; i++)
    {
      const LtPageRegion *region = g_ptr_array_index (regions, i);

      g_assert_true (g_hash_table_add (ids, region->id));
      g_assert_true (g_str_has_prefix (region->kind, "bar "));
      g_assert_cmpuint (strlen (region->title), >, 3);
      g_assert_cmpfloat (region->rect.width, >, 0);
    }
  svg = lt_render_svg (LT_PAGES (pages), 0, &error);
  g_assert_no_error (error);
  found = g_bytes_get_data (svg, NULL);
  while ((found = g_strstr_len (found,
                                (gssize) (g_bytes_get_size (svg)
                                          - (gsize) (found - (const char *) g_bytes_get_data (svg, NULL))),
                                "class=\"bar ")) != NULL)
    {
      found++;
      n++;
    }
  g_assert_cmpuint (n, ==, lt_timeline_get_n_dated (timeline));
}

static void
check_range (LtPages *pages, const char *range, guint n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtPages) some = lt_page_range_new (pages, range, &error);

  g_test_message ("%s: %s", range, error ? error->message : "");
  if (n_pages == 0)
    {
      g_assert_error (error, LT_CHART_ERROR, LT_CHART_ERROR_RANGE);
      g_assert_null (some);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (lt_pages_get_n_pages (some), ==, n_pages);
  g_assert_cmpstr (lt_pages_get_title (some), ==, lt_pages_get_title (pages));
}

static void
test_page_ranges (void)
{
  g_autoptr (LtBook) book = fixture_new_long_book (120, 1);
  g_autoptr (LtTimeline) timeline = new_timeline (book);
  g_autoptr (LtTimelinePages) pages = NULL;
  LtTimelinePageOptions options;

  lt_timeline_page_options_init (&options);
  options.fit = LT_PAGE_FIT_EXACTLY;
  options.down = 5;
  pages = make (timeline, &options);
  check_range (LT_PAGES (pages), "1-2", 2);
  check_range (LT_PAGES (pages), "2", 1);
  check_range (LT_PAGES (pages), "4-", 2);
  check_range (LT_PAGES (pages), "-3", 3);
  check_range (LT_PAGES (pages), "1, 3 - 4", 3);
  check_range (LT_PAGES (pages), "5,1", 2);
  check_range (LT_PAGES (pages), "6", 0);
  check_range (LT_PAGES (pages), "4-6", 0);
  check_range (LT_PAGES (pages), "7-", 0);
  check_range (LT_PAGES (pages), "0", 0);
  check_range (LT_PAGES (pages), "3-2", 0);
  check_range (LT_PAGES (pages), "", 0);
  check_range (LT_PAGES (pages), "-", 0);
  check_range (LT_PAGES (pages), "1-2-3", 0);
  check_range (LT_PAGES (pages), "1,", 0);
  check_range (LT_PAGES (pages), "một", 0);
  check_range (LT_PAGES (pages), "99999999999999999999", 0);
}

/* The same pages give the same bytes. */
static void
test_same_bytes (void)
{
  g_autoptr (LtBook) book = lt_test_book_new (30, 2);
  g_autoptr (LtTimeline) timeline = new_timeline (book);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  LtTimelinePageOptions options;

  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  lt_timeline_page_options_init (&options);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LtTimelinePages) pages = make (timeline, &options);

      *(i ? &first : &second) = lt_render_pdf (LT_PAGES (pages), NULL);
    }
  g_assert_true (g_bytes_equal (first, second));
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-page/true-size", test_true_size);
  g_test_add_func ("/timeline-page/fits", test_fits);
  g_test_add_func ("/timeline-page/width-is-filled", test_width_is_filled);
  g_test_add_func ("/timeline-page/small-words-are-said", test_small_words_are_said);
  g_test_add_func ("/timeline-page/refused", test_refused);
  g_test_add_func ("/timeline-page/little", test_little);
  g_test_add_func ("/timeline-page/tall-row", test_tall_row);
  g_test_add_func ("/timeline-page/headings-stay-with-their-rows",
                   test_headings_stay_with_their_rows);
  g_test_add_func ("/timeline-page/svg", test_svg);
  g_test_add_func ("/timeline-page/page-ranges", test_page_ranges);
  g_test_add_func ("/timeline-page/same-bytes", test_same_bytes);
  return g_test_run ();
}
