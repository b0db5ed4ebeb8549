/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "chart/lt-timeline-drag.h"
#include "timeline-fixture.h"

typedef struct {
  LtBook *book;
  LtPlan *plan;
  LtInitiative *initiative;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->book = fixture_new_book (2024, NULL);
  fixture->plan = fixture_get_plan (fixture->book);
  fixture->initiative = fixture_add_initiative (fixture->plan, "Mô hình một");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->book);
}

static LtTimeline *
make (LtPlan *plan)
{
  LtTimelineOptions options = LT_TIMELINE_OPTIONS_INIT;

  options.as_of = DAY ("2024-11-15");
  return lt_timeline_new (plan, &options);
}

/* The only assignment's row, for a deadline. */
static LtTimelineRow
read_row (Fixture *fixture, const char *deadline)
{
  LtAssignment *assignment = lt_item_get_child (LT_ITEM (fixture->initiative), 0);
  g_autoptr (LtTimeline) timeline = NULL;

  if (assignment == NULL)
    assignment = fixture_add_assignment (fixture->initiative, "Sở Y tế", deadline);
  fixture_set (assignment, "deadline", deadline);
  timeline = make (fixture->plan);
  return *lt_timeline_get_row (
      timeline, (guint) lt_timeline_find_row (timeline, lt_item_get_id (LT_ITEM (assignment))));
}

static void
check_bar (Fixture *fixture, const char *deadline, LtBarKind kind, const char *start,
           const char *end, guint flags)
{
  LtTimelineRow row = read_row (fixture, deadline);
  g_autofree char *own_start = lt_day_dup_iso (row.start);
  g_autofree char *own_end = lt_day_dup_iso (row.end);

  g_test_message ("%s", deadline);
  g_assert_cmpint (row.bar, ==, kind);
  g_assert_cmpstr (own_start, ==, start);
  g_assert_cmpstr (own_end, ==, end);
  g_assert_cmphex (row.flags, ==, flags);
}

static void
test_bars (Fixture *fixture, gconstpointer data)
{
  check_bar (fixture, "trước ngày 31/12/2024", LT_BAR_SPAN, "2024-01-01", "2024-12-31",
             LT_BAR_OPEN_START);
  check_bar (fixture, "từ ngày 01/10/2024 đến ngày 30/6/2025", LT_BAR_SPAN, "2024-10-01",
             "2025-06-30", 0);
  check_bar (fixture, "Quý IV/2024", LT_BAR_SPAN, "2024-10-01", "2024-12-31", 0);
  check_bar (fixture, "Thường xuyên", LT_BAR_BAND, "2024-01-01", NULL,
             LT_BAR_OPEN_START | LT_BAR_OPEN_END);
  check_bar (fixture, "Hằng tháng", LT_BAR_PERIODIC, "2024-01-01", NULL,
             LT_BAR_OPEN_START | LT_BAR_OPEN_END);
  check_bar (fixture, "Hoàn thành trong tháng 11/2024 và duy trì thường xuyên", LT_BAR_SPAN,
             "2024-11-01", "2024-11-30", LT_BAR_THEN_BAND);
  check_bar (fixture, "Khi có hướng dẫn của Bộ Y tế", LT_BAR_NONE, NULL, NULL, 0);
  check_bar (fixture, "", LT_BAR_NONE, NULL, NULL, 0);
  /* Before the year that the plan is for: its own year's start. */
  check_bar (fixture, "trước ngày 30/9/2023", LT_BAR_SPAN, "2023-01-01", "2023-09-30",
             LT_BAR_OPEN_START);
}

static void
test_base_is_issue_day (Fixture *fixture, gconstpointer data)
{
  fixture_set (fixture->plan, "issued", "2024-08-02");
  check_bar (fixture, "trước ngày 31/12/2024", LT_BAR_SPAN, "2024-08-02", "2024-12-31",
             LT_BAR_OPEN_START);
  check_bar (fixture, "100 ngày kể từ ngày ban hành", LT_BAR_SPAN, "2024-08-02", "2024-11-10",
             LT_BAR_OPEN_START);
  check_bar (fixture, "trước ngày 30/6/2024", LT_BAR_SPAN, "2024-01-01", "2024-06-30",
             LT_BAR_OPEN_START);
}

/* Both readings of "trước ngày D" are in use. */
static void
test_strict_before (Fixture *fixture, gconstpointer data)
{
  fixture_set (fixture->plan, "strict_before", "true");
  check_bar (fixture, "trước ngày 31/12/2024", LT_BAR_SPAN, "2024-01-01", "2024-12-30",
             LT_BAR_OPEN_START);
}

static void
test_days_by_hand (Fixture *fixture, gconstpointer data)
{
  LtAssignment *assignment
      = fixture_add_assignment (fixture->initiative, "Sở Y tế", "khi có điều kiện");
  LtTimelineRow row;
  g_autofree char *caption = NULL;

  fixture_set (assignment, "end_day", "2024-10-20");
  check_bar (fixture, "khi có điều kiện", LT_BAR_SPAN, "2024-01-01", "2024-10-20",
             LT_BAR_OPEN_START);
  /* An end before the start is drawn between the two, and said. */
  fixture_set (assignment, "start_day", "2024-12-01");
  check_bar (fixture, "khi có điều kiện", LT_BAR_SPAN, "2024-10-20", "2024-12-01",
             LT_BAR_REVERSED);
  row = read_row (fixture, "khi có điều kiện");
  caption = lt_timeline_row_dup_caption (&row);
  g_assert_cmpstr (caption, ==, "ngày kết thúc trước ngày bắt đầu");
}

static void
test_edges_of_time (Fixture *fixture, gconstpointer data)
{
  LtAssignment *assignment = fixture_add_assignment (fixture->initiative, "Sở Y tế", "");
  g_autoptr (LtTimeline) timeline = NULL;
  LtDay first;
  LtDay last;

  fixture_set (assignment, "start_day", "0001-01-01");
  fixture_set (assignment, "end_day", "9999-12-31");
  timeline = make (fixture->plan);
  lt_timeline_get_range (timeline, &first, &last);
  g_assert_cmpint (first, ==, DAY ("0001-01-01"));
  g_assert_cmpint (last, ==, DAY ("9999-12-31"));
}

static void
check_range (LtPlan *plan, const char *first_iso, const char *last_iso)
{
  g_autoptr (LtTimeline) timeline = make (plan);
  LtDay first;
  LtDay last;

  lt_timeline_get_range (timeline, &first, &last);
  g_assert_cmpint (first, ==, DAY (first_iso));
  g_assert_cmpint (last, ==, DAY (last_iso));
}

/* Whole months, none of them empty at the ends. */
static void
test_range (Fixture *fixture, gconstpointer data)
{
  check_range (fixture->plan, "2024-01-01", "2024-12-31");
  fixture_add_assignment (fixture->initiative, "Sở Y tế", "từ ngày 15/3/2024 đến ngày 02/5/2024");
  check_range (fixture->plan, "2024-03-01", "2024-05-31");
  fixture_add_assignment (fixture->initiative, "Sở Y tế", "Quý IV/2024");
  check_range (fixture->plan, "2024-03-01", "2024-12-31");
}

static void
test_range_without_year (void)
{
  g_autoptr (LtBook) book = fixture_new_book (0, NULL);
  g_autoptr (LtTimeline) timeline = make (fixture_get_plan (book));

  g_assert_cmpuint (lt_timeline_get_n_rows (timeline), ==, 0);
  check_range (fixture_get_plan (book), "2024-01-01", "2024-12-31");
  fixture_add_assignment (fixture_add_initiative (fixture_get_plan (book), "Một"), "Sở Y tế",
                          "Thường xuyên");
  check_range (fixture_get_plan (book), "2024-01-01", "2024-12-31");
}

/* Rows as "depth:number title|…". */
static char *
dup_rows (LtTimeline *timeline)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lt_timeline_get_n_rows (timeline); i++)
    {
      const LtTimelineRow *row = lt_timeline_get_row (timeline, i);

      g_string_append_printf (text, "%s%u:%s %s", i > 0 ? "|" : "", row->depth, row->number,
                              row->title);
    }
  return g_string_free (text, FALSE);
}

static void
fill (Fixture *fixture)
{
  LtInitiative *second = fixture_add_initiative (fixture->plan, "Mô hình hai");
  LtAssignment *assignment;

  assignment = fixture_add_assignment (fixture->initiative, "Sở Y tế", "Quý IV/2024");
  fixture_add_outcome (assignment, "(1)", "Rà soát");
  fixture_add_outcome (assignment, "(2)", "Hoàn thiện");
  fixture_add_assignment (fixture->initiative, "Sở Nội vụ", "khi có hướng dẫn");
  fixture_add_assignment (second, "", "tuỳ tình hình");
}

/* In the order of the appendix; what has no day stands at the end, none is dropped. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LtTimeline) timeline = NULL;
  g_autofree char *rows = NULL;

  fill (fixture);
  timeline = make (fixture->plan);
  rows = dup_rows (timeline);
  g_assert_cmpstr (rows, ==,
                   "0:1 Mô hình một|1:1.1 Sở Y tế|2:(1) Rà soát|2:(2) Hoàn thiện|"
                   "0: Chưa có ngày|1:1.2 Sở Nội vụ – Mô hình một|1:2 Mô hình hai|"
                   "2:2.1 (chưa có đơn vị chủ trì)");
  g_assert_cmpuint (lt_timeline_get_n_dated (timeline), ==, 2);
  g_assert_cmpint (lt_timeline_get_row (timeline, 2)->parent, ==, 1);
  g_assert_cmpuint (lt_timeline_get_row (timeline, 0)->parent, ==, G_MAXUINT);
}

static void
test_folds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) toggled = g_hash_table_new (g_int64_hash, g_int64_equal);
  LtTimelineOptions options = LT_TIMELINE_OPTIONS_INIT;
  g_autoptr (LtTimeline) folded = NULL;
  g_autoptr (LtTimeline) opened = NULL;
  g_autofree char *folded_rows = NULL;
  g_autofree char *opened_rows = NULL;
  gint64 id;

  fill (fixture);
  id = lt_item_get_id (LT_ITEM (fixture->initiative));
  options.depth = LT_TIMELINE_INITIATIVE;
  folded = lt_timeline_new (fixture->plan, &options);
  folded_rows = dup_rows (folded);
  g_assert_cmpstr (folded_rows, ==, "0:1 Mô hình một|0: Chưa có ngày|1:2 Mô hình hai");
  g_assert_true (lt_timeline_get_row (folded, 0)->folded);

  g_hash_table_add (toggled, &id);
  options.toggled = toggled;
  opened = lt_timeline_new (fixture->plan, &options);
  opened_rows = dup_rows (opened);
  g_assert_cmpstr (opened_rows, ==,
                   "0:1 Mô hình một|1:1.1 Sở Y tế: (1) Rà soát (2) Hoàn thiện|0: Chưa có ngày|"
                   "1:1.2 Sở Nội vụ – Mô hình một|1:2 Mô hình hai");
}

static gboolean
is_lead_cb (LtAssignment *assignment, gpointer data)
{
  return strcmp (lt_assignment_get_lead_words (assignment), data) == 0;
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  LtTimelineOptions options = LT_TIMELINE_OPTIONS_INIT;
  g_autoptr (LtTimeline) timeline = NULL;
  g_autofree char *rows = NULL;

  fill (fixture);
  options.filter = is_lead_cb;
  options.filter_data = (gpointer) "Sở Nội vụ";
  timeline = lt_timeline_new (fixture->plan, &options);
  rows = dup_rows (timeline);
  g_assert_cmpstr (rows, ==, "0: Chưa có ngày|1:1 Mô hình một|2:1.2 Sở Nội vụ");
}

static char *
dup_marks (LtTimeline *timeline, guint index)
{
  const LtTimelineRow *row = lt_timeline_get_row (timeline, index);
  const LtTimelineMark *marks = lt_timeline_get_marks (timeline, row);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->n_marks; i++)
    {
      g_autofree char *day = lt_day_dup_iso (marks[i].day);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", day);
    }
  return g_string_free (text, FALSE);
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  LtAssignment *assignment
      = fixture_add_assignment (fixture->initiative, "Sở Y tế", "trước ngày 31/12/2024");
  LtOutcome *outcome = fixture_add_outcome (assignment, "(1)", "Xong trước ngày 15/9/2024");
  LtItem *target = lt_item_new_draft (LT_TYPE_TARGET, 7);
  LtTimelineOptions options = LT_TIMELINE_OPTIONS_INIT;
  g_autoptr (LtTimeline) timeline = NULL;
  g_autoptr (LtTimeline) folded = NULL;
  g_autofree char *own = NULL;
  g_autofree char *above = NULL;

  fixture_set (target, "due_day", "2024-06-30");
  lt_item_append_draft (LT_ITEM (outcome), target);
  fixture_add_outcome (assignment, "(2)", "Thí điểm từ ngày 01/10/2024 đến ngày 15/9/2025");
  timeline = make (fixture->plan);
  own = dup_marks (timeline, 2);
  g_assert_cmpstr (own, ==, "2024-06-30 2024-09-15");
  g_assert_cmpint (lt_timeline_get_row (timeline, 2)->bar, ==, LT_BAR_POINTS);
  g_assert_cmpint (lt_timeline_get_row (timeline, 3)->bar, ==, LT_BAR_SPAN);
  g_assert_cmpint (lt_timeline_get_row (timeline, 3)->start, ==, DAY ("2024-10-01"));
  check_range (fixture->plan, "2024-01-01", "2025-09-30");

  /* Folded away, they stand on the row above, and the range stays what it was. */
  options.depth = LT_TIMELINE_ASSIGNMENT;
  folded = lt_timeline_new (fixture->plan, &options);
  above = dup_marks (folded, 1);
  g_assert_cmpstr (above, ==, "2024-06-30 2024-09-15 2025-09-15");
}

static void
test_summary (Fixture *fixture, gconstpointer data)
{
  LtAssignment *late = fixture_add_assignment (fixture->initiative, "A", "trước ngày 30/9/2024");
  LtAssignment *done;
  g_autoptr (LtTimeline) timeline = NULL;
  const LtTimelineRow *row;

  done = fixture_add_assignment (fixture->initiative, "B", "Quý I/2025");
  fixture_set (late, "percent", "40");
  fixture_set (done, "state", "done");
  timeline = make (fixture->plan);
  row = lt_timeline_get_row (timeline, 0);
  g_assert_cmpint (row->bar, ==, LT_BAR_SUMMARY);
  g_assert_cmpint (row->start, ==, DAY ("2024-01-01"));
  g_assert_cmpint (row->end, ==, DAY ("2025-03-31"));
  g_assert_cmpint (row->timeliness, ==, LT_TIMELINESS_OVERDUE);
  g_assert_cmpint (row->percent, ==, 70);
}

static void
test_captions (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *deadline;
    const char *state;
    const char *percent;
    const char *caption;
  } cases[] = {
    { "trước ngày 31/12/2024", "not-started", NULL, "trong hạn" },
    { "trước ngày 30/11/2024", "in-progress", "40", "40% · sắp đến hạn" },
    { "trước ngày 30/10/2024", "in-progress", "0", "0% · quá hạn" },
    { "trước ngày 30/10/2024", "done", NULL, "100% · đúng hạn" },
    { "trước ngày 30/10/2024", "paused", NULL, "quá hạn, tạm dừng" },
    { "trước ngày 30/10/2024", "cancelled", NULL, "huỷ" },
    { "Thường xuyên", "in-progress", "50", "50% · thường xuyên" },
    { "Hằng tháng", "not-started", NULL, "định kỳ" },
  };
  LtAssignment *assignment = fixture_add_assignment (fixture->initiative, "A", "");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LtTimelineRow row;
      g_autofree char *caption = NULL;

      fixture_set (assignment, "state", cases[i].state);
      fixture_set (assignment, "percent", cases[i].percent);
      row = read_row (fixture, cases[i].deadline);
      caption = lt_timeline_row_dup_caption (&row);
      g_assert_cmpstr (caption, ==, cases[i].caption);
    }
}

static void
test_sentences (Fixture *fixture, gconstpointer data)
{
  LtAssignment *assignment
      = fixture_add_assignment (fixture->initiative, "Sở Y tế", "trước ngày 30/11/2024");
  g_autoptr (LtTimeline) timeline = NULL;
  g_autofree char *text = NULL;
  g_autofree char *outcome_text = NULL;
  g_autofree char *undated_text = NULL;

  fixture_set (assignment, "percent", "40");
  fixture_add_outcome (assignment, "(1)", "Xong trước ngày 15/9/2024");
  fixture_add_assignment (fixture->initiative, "Sở Nội vụ", "khi có hướng dẫn");
  timeline = make (fixture->plan);
  text = lt_timeline_dup_row_text (timeline, 1);
  g_assert_cmpstr (text, ==, "1.1 Sở Y tế. Due 30/11/2024. Due soon. Not started. 40 percent done.");
  outcome_text = lt_timeline_dup_row_text (timeline, 2);
  g_assert_cmpstr (outcome_text, ==,
                   "(1) Xong trước ngày 15/9/2024. Days on the way: 15/9/2024.");
  undated_text = lt_timeline_dup_row_text (timeline, 4);
  g_assert_cmpstr (undated_text, ==,
                   "1.2 Sở Nội vụ – Mô hình một. No day; the words are: khi có hướng dẫn. Not started.");
}

static void
check_periods (char unit, int count, const char *start, const char *from, const char *expected)
{
  LtTimelineRow row = { .start = DAY (start), .period_unit = unit, .period_count = count };
  g_auto (GStrv) days = g_strsplit (expected, " ", -1);
  LtDay day = DAY (from);

  for (guint i = 0; days[i] != NULL; i++)
    {
      g_autofree char *iso = NULL;

      day = lt_timeline_row_get_next_period (&row, day);
      iso = lt_day_dup_iso (day);
      g_assert_cmpstr (iso, ==, days[i]);
    }
}

static void
test_periods (void)
{
  LtTimelineRow row = { .start = LT_DAY_NONE, .period_unit = 'y', .period_count = 1 };

  check_periods ('m', 1, "2024-01-01", "2024-01-30", "2024-01-31 2024-02-29 2024-03-31");
  check_periods ('m', 6, "2024-02-10", "2024-02-10", "2024-06-30 2024-12-31 2025-06-30");
  check_periods ('q', 1, "2024-01-01", "2024-03-31", "2024-06-30 2024-09-30");
  check_periods ('y', 1, "2024-05-01", "2024-05-01", "2024-12-31 2025-12-31");
  check_periods ('w', 1, "2024-11-04", "2024-11-03", "2024-11-08 2024-11-15");
  check_periods ('w', 2, "2024-11-04", "2024-11-08", "2024-11-22 2024-12-06");
  check_periods ('d', 10, "2024-01-01", "2023-12-31", "2024-01-01 2024-01-11");
  check_periods ('d', 10, "2024-01-01", "2023-12-01", "2023-12-02 2023-12-12");
  g_assert_cmpint (lt_timeline_row_get_next_period (&row, DAY ("9999-12-31")), ==,
                   DAY ("9999-12-31") + 1);
  row.period_count = G_MAXINT;
  g_assert_cmpint (lt_timeline_row_get_next_period (&row, DAY ("2024-01-01")), ==,
                   DAY ("9999-12-31") + 1);
}

static void
check_drag (Fixture *fixture, const char *deadline, LtTimelineSpot spot, int days, const char *words)
{
  LtTimelineRow row = read_row (fixture, deadline);
  LtTimelineDrag drag;
  gboolean dragged = lt_timeline_row_drag (&row, spot, days, &drag);
  g_autofree char *own = NULL;

  g_test_message ("%s", deadline);
  g_assert_cmpint (dragged, ==, words != NULL);
  if (!dragged)
    return;
  own = lt_timeline_row_dup_dragged_words (&row, &drag);
  g_assert_cmpstr (own, ==, words);
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  const char *range = "từ ngày 01/10/2024 đến ngày 20/12/2024";

  check_drag (fixture, range, LT_TIMELINE_SPOT_BAR, 5, "từ ngày 06/10/2024 đến ngày 25/12/2024");
  check_drag (fixture, range, LT_TIMELINE_SPOT_START, -30, "từ ngày 01/9/2024 đến ngày 20/12/2024");
  check_drag (fixture, range, LT_TIMELINE_SPOT_END, 11, "quý IV/2024");
  check_drag (fixture, range, LT_TIMELINE_SPOT_START, 500, "trong ngày 20/12/2024");
  check_drag (fixture, range, LT_TIMELINE_SPOT_END, -500, "trong ngày 01/10/2024");
  check_drag (fixture, range, LT_TIMELINE_SPOT_BAR, 0, NULL);
  check_drag (fixture, range, LT_TIMELINE_SPOT_NONE, 5, NULL);
  check_drag (fixture, "trước ngày 31/12/2024", LT_TIMELINE_SPOT_END, 10, "đến ngày 10/01/2025");
  check_drag (fixture, "trước ngày 31/12/2024", LT_TIMELINE_SPOT_BAR, -1, "đến ngày 30/12/2024");
  check_drag (fixture, "trước ngày 31/12/2024", LT_TIMELINE_SPOT_START, 31,
              "từ ngày 01/02/2024 đến ngày 31/12/2024");
  check_drag (fixture, "Hoàn thành trong tháng 11/2024 và duy trì thường xuyên",
              LT_TIMELINE_SPOT_END, 31, "từ ngày 01/11/2024 đến ngày 31/12/2024 và duy trì thường xuyên");
  /* Words that say more than days would lose it. */
  check_drag (fixture, "Thường xuyên", LT_TIMELINE_SPOT_START, 5, NULL);
  check_drag (fixture, "Hằng tháng", LT_TIMELINE_SPOT_BAR, 5, NULL);
  check_drag (fixture, "khi có hướng dẫn", LT_TIMELINE_SPOT_BAR, 5, NULL);
}

/* Whatever a bar is dragged to, the words that are set mean just that. */
static void
test_drag_is_read_back (Fixture *fixture, gconstpointer data)
{
  static const char *const deadlines[] = {
    "từ ngày 01/10/2024 đến ngày 20/12/2024", "trước ngày 31/12/2024", "Quý IV/2024",
    "Hoàn thành trong tháng 11/2024 và duy trì thường xuyên", "từ ngày 15/10/2024",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  guint n_dragged = 0;

  for (guint i = 0; i < 3000; i++)
    {
      const char *deadline = deadlines[i % G_N_ELEMENTS (deadlines)];
      LtTimelineSpot spot = (LtTimelineSpot) g_rand_int_range (rand, LT_TIMELINE_SPOT_BAR,
                                                               LT_TIMELINE_SPOT_END + 1);
      LtTimelineRow before = read_row (fixture, deadline);
      LtTimelineRow after;
      LtTimelineDrag drag;
      g_autofree char *words = NULL;

      if (!lt_timeline_row_drag (&before, spot, g_rand_int_range (rand, -800, 800), &drag))
        continue;
      words = lt_timeline_row_dup_dragged_words (&before, &drag);
      after = read_row (fixture, words);
      g_test_message ("%s: %s", deadline, words);
      if (drag.start == LT_DAY_NONE)
        g_assert_cmpint (after.flags & LT_BAR_OPEN_START, !=, 0);
      else
        g_assert_cmpint (after.start, ==, drag.start);
      g_assert_cmpint (after.end, ==, drag.end);
      g_assert_cmpint (after.flags & LT_BAR_THEN_BAND, ==, before.flags & LT_BAR_THEN_BAND);
      n_dragged++;
    }
  g_assert_cmpuint (n_dragged, >, 2000);
}

#define ADD(name, function) g_test_add ("/timeline/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("bars", test_bars);
  ADD ("base-is-issue-day", test_base_is_issue_day);
  ADD ("strict-before", test_strict_before);
  ADD ("days-by-hand", test_days_by_hand);
  ADD ("edges-of-time", test_edges_of_time);
  ADD ("range", test_range);
  g_test_add_func ("/timeline/range-without-year", test_range_without_year);
  ADD ("order", test_order);
  ADD ("folds", test_folds);
  ADD ("filter", test_filter);
  ADD ("marks", test_marks);
  ADD ("summary", test_summary);
  ADD ("captions", test_captions);
  ADD ("sentences", test_sentences);
  g_test_add_func ("/timeline/periods", test_periods);
  ADD ("drag", test_drag);
  ADD ("drag-is-read-back", test_drag_is_read_back);
  return g_test_run ();
}
