/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "chart/lt-timeline-legend.h"
#include "chart/lt-timeline-table.h"
#include "support/lt-test-book.h"
#include "timeline-fixture.h"

/* A plan of rows whose deadlines moved in every way since their days were kept. */

typedef struct {
  LtBook *book;
  LtPlan *plan;
  LtBaseline *baseline;
  LtAssignment *rows[6];
} Fixture;

/* Before and after; the last comes after the baseline was kept. */
static const struct {
  const char *before;
  const char *after;
  const char *shift; /* "+31" */
} moves[] = {
  { "trước ngày 30/11/2024", "trước ngày 31/12/2024", "+31" },
  { "từ ngày 01/10/2024 đến ngày 31/12/2024", "từ ngày 01/10/2024 đến ngày 15/12/2024", "−16" },
  { "Quý IV/2024", "Quý IV/2024", "0" },
  { "Thường xuyên", "trước ngày 31/12/2024", "" },
  { "trước ngày 31/3/2025", "Khi có hướng dẫn", "" },
  { NULL, "trước ngày 31/12/2024", "mới" },
};

static void
keep (Fixture *fixture, const char *name, const char *day)
{
  fixture->baseline = lt_baseline_new_draft (fixture->plan, name, DAY (day));
  lt_item_append_draft (lt_item_get_list (LT_ITEM (fixture->plan), LT_TYPE_BASELINE), LT_ITEM (fixture->baseline));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  LtInitiative *initiative;

  fixture->book = fixture_new_book (2024, "2024-09-20");
  fixture->plan = fixture_get_plan (fixture->book);
  initiative = fixture_add_initiative (fixture->plan, "Mô hình một");
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].before != NULL)
      fixture->rows[i] = fixture_add_assignment (initiative, "Sở Y tế", moves[i].before);
  keep (fixture, "Khi ban hành", "2024-09-25");
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (fixture->rows[i] != NULL)
      fixture_set (fixture->rows[i], "deadline", moves[i].after);
    else
      fixture->rows[i] = fixture_add_assignment (initiative, "Sở Y tế", moves[i].after);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->book);
}

static LtTimeline *
make (LtPlan *plan, LtBaseline *baseline, LtTimelineLevel depth)
{
  LtTimelineOptions options = LT_TIMELINE_OPTIONS_INIT;

  options.as_of = DAY ("2024-11-15");
  options.baseline = baseline;
  options.depth = depth;
  return lt_timeline_new (plan, &options);
}

static const LtTimelineRow *
find_row (LtTimeline *timeline, gpointer item)
{
  return lt_timeline_get_row (timeline, (guint) lt_timeline_find_row (timeline, lt_item_get_id (item)));
}

static void
test_shifts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LtTimeline) timeline = make (fixture->plan, fixture->baseline, LT_TIMELINE_OUTCOME);
  g_autoptr (LtTimeline) without = make (fixture->plan, NULL, LT_TIMELINE_OUTCOME);
  const LtTimelineRow *row;

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *shift = lt_timeline_row_dup_shift (find_row (timeline, fixture->rows[i]));
      g_autofree char *none = lt_timeline_row_dup_shift (find_row (without, fixture->rows[i]));

      g_test_message ("%s", moves[i].after);
      g_assert_cmpstr (shift, ==, moves[i].shift);
      g_assert_cmpstr (none, ==, "");
    }
  row = find_row (timeline, fixture->rows[0]);
  g_assert_cmpint (row->base, ==, LT_BASELINE_HAS_DAYS);
  g_assert_cmpint (row->base_start, ==, DAY ("2024-09-20"));
  g_assert_cmpint (row->base_end, ==, DAY ("2024-11-30"));
  g_assert_cmpint (find_row (timeline, fixture->rows[3])->base, ==, LT_BASELINE_HAS_NO_DAYS);
  g_assert_cmpint (find_row (timeline, fixture->rows[4])->bar, ==, LT_BAR_NONE);
  g_assert_cmpint (find_row (timeline, fixture->rows[5])->base, ==, LT_BASELINE_LACKS_ROW);
  g_assert_cmpstr (lt_timeline_get_baseline_name (timeline), ==, "Khi ban hành");
  g_assert_cmpint (lt_timeline_get_baseline_day (timeline), ==, DAY ("2024-09-25"));
}

static void
assert_says (LtTimeline *timeline, gpointer item, const char *words)
{
  g_autofree char *text
    = lt_timeline_dup_row_text (timeline, (guint) lt_timeline_find_row (timeline, lt_item_get_id (item)));

  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, words));
}

/* What hovers over a row, and what a reader hears, tells the difference in days. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LtTimeline) timeline = make (fixture->plan, fixture->baseline, LT_TIMELINE_OUTCOME);

  assert_says (timeline, fixture->rows[0], "Due 31 days later than in the baseline “Khi ban hành” (30/11/2024)");
  assert_says (timeline, fixture->rows[1], "Due 16 days earlier than in the baseline “Khi ban hành” (31/12/2024)");
  assert_says (timeline, fixture->rows[2], "Due as in the baseline “Khi ban hành”");
  assert_says (timeline, fixture->rows[3], "In the baseline “Khi ban hành”: Thường xuyên");
  assert_says (timeline, fixture->rows[4], "In the baseline “Khi ban hành”: due on 31/3/2025");
  assert_says (timeline, fixture->rows[5], "Not in the baseline “Khi ban hành”");
}

/* A model lies between its first and last row, in the baseline too, folded or not. */
static void
test_summary (Fixture *fixture, gconstpointer data)
{
  for (LtTimelineLevel depth = LT_TIMELINE_INITIATIVE; depth <= LT_TIMELINE_OUTCOME; depth++)
    {
      g_autoptr (LtTimeline) timeline = make (fixture->plan, fixture->baseline, depth);
      const LtTimelineRow *row = lt_timeline_get_row (timeline, 0);

      g_assert_cmpint (row->level, ==, LT_TIMELINE_INITIATIVE);
      g_assert_cmpint (row->base, ==, LT_BASELINE_HAS_DAYS);
      g_assert_cmpint (row->base_start, ==, DAY ("2024-09-20"));
      /* Folded, it stands for the row without a day as well. */
      g_assert_cmpint (row->base_end, >=, DAY ("2024-12-31"));
    }
}

/* Its days are within the range, and go with it. */
static void
test_range (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LtTimeline) timeline = make (fixture->plan, fixture->baseline, LT_TIMELINE_OUTCOME);
  g_autoptr (LtTimeline) without = lt_timeline_new_without_baseline (timeline);
  g_autoptr (LtTimeline) plain = make (fixture->plan, NULL, LT_TIMELINE_OUTCOME);
  LtDay first, last, plain_first, plain_last;

  lt_timeline_get_range (timeline, &first, &last);
  g_assert_cmpint (last, ==, DAY ("2025-03-31"));
  lt_timeline_get_range (without, &first, &last);
  lt_timeline_get_range (plain, &plain_first, &plain_last);
  g_assert_cmpint (first, ==, plain_first);
  g_assert_cmpint (last, ==, plain_last);
  g_assert_null (lt_timeline_get_baseline_name (without));
  g_assert_cmpuint (lt_timeline_get_n_rows (without), ==, lt_timeline_get_n_rows (plain));
  g_assert_cmpuint (lt_timeline_get_n_dated (without), ==, lt_timeline_get_n_dated (plain));
  for (guint i = 0; i < lt_timeline_get_n_rows (without); i++)
    g_assert_cmpint (lt_timeline_get_row (without, i)->base, ==, LT_BASELINE_SAYS_NOTHING);
  /* The words live on without the timeline that they came from. */
  g_clear_pointer (&timeline, lt_timeline_unref);
  g_assert_cmpstr (lt_timeline_get_row (without, 0)->title, ==, "Mô hình một");
}

static void
assert_inside (LtTimelineLayout *layout, guint row, guint *n_seen)
{
  double top = lt_timeline_layout_get_row_top (layout, row);
  double height = lt_timeline_layout_get_row_height (layout, row);
  LtRect base;
  LtRect bar;

  if (!lt_timeline_layout_get_baseline (layout, row, &base))
    return;
  ++*n_seen;
  g_assert_cmpfloat (base.y, >, top);
  g_assert_cmpfloat (base.y + base.height, <, top + height);
  g_assert_cmpfloat (base.width, >, 0);
  if (lt_timeline_layout_get_bar (layout, row, &bar))
    g_assert_cmpfloat (base.y, >=, bar.y + bar.height);
}

/* demands.md, row 63: inside its row, whatever the rows are like and wherever one has scrolled. */
static void
test_inside_rows (void)
{
  static const double heights[] = { 0, 18, LT_TIMELINE_ROW_HEIGHT, 40 };
  g_autoptr (LtBook) book = lt_test_book_new (600, 3);
  LtPlan *plan = fixture_get_plan (book);
  LtBaseline *baseline = lt_baseline_new_draft (plan, "Gốc", DAY ("2024-01-01"));
  g_autoptr (LtTimeline) timeline = NULL;
  g_autoptr (LtTimeline) without = NULL;
  LtChartText *text = lt_chart_text_new ();
  LtTimelineScale scale;
  LtDay first;
  LtDay last;

  lt_item_append_draft (lt_item_get_list (LT_ITEM (plan), LT_TYPE_BASELINE), LT_ITEM (baseline));
  timeline = make (plan, baseline, LT_TIMELINE_OUTCOME);
  without = lt_timeline_new_without_baseline (timeline);
  lt_timeline_get_range (timeline, &first, &last);
  lt_timeline_scale_init (&scale, first, last, 1.5);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (heights); i++)
    {
      LtTimelineLayoutOptions options = { .row_height = heights[i / 2], .max_lines = 2, .tight = i % 2 };
      g_autoptr (LtTimelineLayout) layout = lt_timeline_layout_new (timeline, &scale, text, &options);
      g_autoptr (LtTimelineLayout) plain = lt_timeline_layout_new (without, &scale, text, &options);
      guint n_rows = lt_timeline_get_n_rows (timeline);
      guint n_seen = 0;
      guint n_plain = 0;

      for (guint row = 0; row < n_rows; row++)
        {
          assert_inside (layout, row, &n_seen);
          assert_inside (plain, row, &n_plain);
        }
      g_assert_cmpuint (n_seen, >, n_rows / 4);
      g_assert_cmpuint (n_plain, ==, 0);
    }
  lt_chart_text_free (text);
}

/* Where the days did not move, bar and baseline have the same ends at every zoom. */
static void
test_ends (Fixture *fixture, gconstpointer data)
{
  static const double widths[] = { 0.1, 1.5, 30 };
  g_autoptr (LtTimeline) timeline = make (fixture->plan, fixture->baseline, LT_TIMELINE_OUTCOME);
  LtChartText *text = lt_chart_text_new ();
  LtDay first;
  LtDay last;

  lt_timeline_get_range (timeline, &first, &last);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (LtTimelineLayout) layout = NULL;
      int row = lt_timeline_find_row (timeline, lt_item_get_id (LT_ITEM (fixture->rows[2])));
      LtTimelineScale scale;
      LtRect bar;
      LtRect base;

      lt_timeline_scale_init (&scale, first, last, widths[i]);
      layout = lt_timeline_layout_new (timeline, &scale, text, NULL);
      g_assert_true (lt_timeline_layout_get_bar (layout, (guint) row, &bar));
      g_assert_true (lt_timeline_layout_get_baseline (layout, (guint) row, &base));
      g_assert_cmpfloat_with_epsilon (bar.x, base.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (bar.width, base.width, 1e-6);
      /* Of another range than that of the baseline nothing is drawn. */
      g_clear_pointer (&layout, lt_timeline_layout_unref);
      lt_timeline_scale_init (&scale, DAY ("2030-01-01"), DAY ("2030-12-31"), widths[i]);
      layout = lt_timeline_layout_new (timeline, &scale, text, NULL);
      g_assert_false (lt_timeline_layout_get_baseline (layout, (guint) row, &base));
    }
  lt_chart_text_free (text);
}

/* Kept with the end before the start: drawn between the two, and no difference is told. */
static void
test_reversed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LtTimeline) timeline = NULL;
  const LtTimelineRow *row;
  LtChartText *text = lt_chart_text_new ();
  g_autoptr (LtTimelineLayout) layout = NULL;
  LtTimelineScale scale;
  LtRect base;
  int days;

  fixture_set (fixture->rows[0], "start_day", "2025-01-31");
  keep (fixture, "Ngược", "2024-10-01");
  timeline = make (fixture->plan, fixture->baseline, LT_TIMELINE_OUTCOME);
  row = find_row (timeline, fixture->rows[0]);
  g_assert_false (lt_timeline_row_get_shift (row, &days));
  lt_timeline_scale_init (&scale, DAY ("2024-12-01"), DAY ("2025-02-28"), 2);
  layout = lt_timeline_layout_new (timeline, &scale, text, NULL);
  g_assert_true (lt_timeline_layout_get_baseline (
    layout, (guint) lt_timeline_find_row (timeline, lt_item_get_id (LT_ITEM (fixture->rows[0]))), &base));
  g_assert_cmpfloat (base.width, >, 20);
  lt_chart_text_free (text);
}

/* Years 1 and 9999 are days like others. */
static void
test_far_days (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LtTimeline) timeline = NULL;
  g_autoptr (LtPages) pages = NULL;
  LtTimelinePageOptions options;
  int days;

  fixture_set (fixture->rows[0], "start_day", "0001-01-01");
  fixture_set (fixture->rows[0], "end_day", "9999-12-31");
  keep (fixture, "Xa", "9999-12-31");
  fixture_set (fixture->rows[0], "end_day", "0001-01-02");
  timeline = make (fixture->plan, fixture->baseline, LT_TIMELINE_OUTCOME);
  g_assert_true (lt_timeline_row_get_shift (find_row (timeline, fixture->rows[0]), &days));
  g_assert_cmpint (days, ==, DAY ("0001-01-02") - DAY ("9999-12-31"));
  lt_timeline_page_options_init (&options);
  pages = lt_timeline_pages_new (timeline, &options, NULL);
  g_assert_nonnull (pages);
}

/* The page names the baseline below, and says of each row where its baseline lies. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LtTimeline) timeline = make (fixture->plan, fixture->baseline, LT_TIMELINE_OUTCOME);
  LtTimelinePageOptions options;
  g_autoptr (LtPages) pages = NULL;
  g_autoptr (GPtrArray) regions = NULL;
  guint n = 0;

  lt_timeline_page_options_init (&options);
  pages = lt_timeline_pages_new (timeline, &options, NULL);
  regions = lt_pages_list_regions (pages, 0);
  for (guint i = 0; i < regions->len; i++)
    {
      LtPageRegion *region = g_ptr_array_index (regions, i);

      if (!g_str_has_prefix (region->kind, "baseline "))
        continue;
      n++;
      g_assert_true (g_str_has_prefix (region->id, "baseline-"));
      g_assert_nonnull (strstr (region->title, "Khi ban hành"));
    }
  /* The model and the four rows that had days. */
  g_assert_cmpuint (n, ==, 5);
}

static void
test_table (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LtTimeline) timeline = make (fixture->plan, fixture->baseline, LT_TIMELINE_OUTCOME);
  g_autoptr (LtTimeline) without = lt_timeline_new_without_baseline (timeline);
  LtPageSetup setup;
  g_autoptr (LtTable) with_table = NULL;
  g_autoptr (LtTable) plain_table = NULL;
  gboolean found = FALSE;

  lt_page_setup_init (&setup, LT_PAPER_A4, TRUE, LT_MARGINS_WIDE);
  with_table = lt_timeline_table_new (timeline, &setup, DAY ("2024-09-01"), DAY ("2025-03-31"));
  plain_table = lt_timeline_table_new (without, &setup, DAY ("2024-09-01"), DAY ("2025-03-31"));
  g_assert_cmpuint (lt_table_get_n_columns (with_table), ==, lt_table_get_n_columns (plain_table) + 2);
  for (guint row = 0; row < lt_table_get_n_rows (with_table); row++)
    for (guint column = 0; column < lt_table_get_n_columns (with_table); column++)
      {
        const LtCell *cell = lt_table_get_cell (with_table, row, column);

        found |= cell && strcmp (cell->text, "+31") == 0;
      }
  g_assert_true (found);
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  LtBaseline *first = fixture->baseline;
  g_autofree char *usual = lt_baseline_dup_usual_name (DAY ("2024-11-05"));
  g_autoptr (GHashTable) index = lt_baseline_dup_index (first);

  keep (fixture, "Tháng 11", "2024-11-05");
  g_assert_true (lt_baseline_find_latest (fixture->plan) == fixture->baseline);
  g_assert_true (lt_baseline_find (fixture->plan, "KHI BAN HÀNH") == first);
  g_assert_null (lt_baseline_find (fixture->plan, "không có"));
  keep (fixture, "khi ban hành", "2024-12-05");
  g_assert_true (lt_baseline_find (fixture->plan, "Khi ban hành") == fixture->baseline);
  g_assert_cmpstr (usual, ==, "Chốt ngày 05/11/2024");
  g_assert_cmpuint (g_hash_table_size (index), ==, G_N_ELEMENTS (moves) - 1);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/timeline-baseline/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("shifts", test_shifts);
  ADD ("words", test_words);
  ADD ("summary", test_summary);
  ADD ("range", test_range);
  g_test_add_func ("/timeline-baseline/inside-rows", test_inside_rows);
  ADD ("ends", test_ends);
  ADD ("reversed", test_reversed);
  ADD ("far-days", test_far_days);
  ADD ("pages", test_pages);
  ADD ("table", test_table);
  ADD ("find", test_find);
  return g_test_run ();
}
