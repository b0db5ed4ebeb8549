/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "plan/lt-book.h"
#include "plan/lt-report.h"
#include "plan/lt-status.h"
#include "plan/lt-target-progress.h"

#define SOON 15

typedef struct {
  LtBook *book;
  LtItem *row;
  LtItem *target;
} Fixture;

static void
set (LtItem *item, const char *field, const char *value)
{
  g_assert_true (lt_item_set_string (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field), value, NULL));
}

static LtItem *
append (LtItem *parent, GType type)
{
  LtItem *child = lt_item_new_draft (type, 0);

  lt_item_append_draft (parent, child);
  return child;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  LtItem *plan;

  fixture->book = lt_book_new ();
  plan = append (LT_ITEM (fixture->book), LT_TYPE_PLAN);
  fixture->row = append (append (plan, LT_TYPE_INITIATIVE), LT_TYPE_ASSIGNMENT);
  set (fixture->row, "deadline", "31/12/2024");
  fixture->target = append (append (fixture->row, LT_TYPE_OUTCOME), LT_TYPE_TARGET);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->book);
}

static LtItem *
report (Fixture *fixture, const char *day, const char *state, const char *percent)
{
  LtItem *item = LT_ITEM (lt_report_new_draft (fixture->row));

  set (item, "day", day);
  set (item, "state", state);
  set (item, "percent", percent);
  lt_item_append_draft (lt_report_get_list (fixture->row), item);
  return item;
}

static void
assert_status (Fixture *fixture, const char *as_of, LtState state, int percent, LtTimeliness timeliness,
               const char *finished)
{
  LtDay day = lt_day_from_iso (as_of);
  LtStatus status;

  g_test_message ("on %s", as_of);
  lt_assignment_get_status (LT_ASSIGNMENT (fixture->row), day, SOON, &status);
  g_assert_cmpint (status.state, ==, state);
  g_assert_cmpint (status.percent, ==, percent);
  g_assert_cmpint (status.timeliness, ==, timeliness);
  g_assert_cmpint (status.finished, ==, finished ? lt_day_from_iso (finished) : LT_DAY_NONE);
  g_assert_cmpint (lt_assignment_get_timeliness (LT_ASSIGNMENT (fixture->row), day, SOON), ==, timeliness);
}

static void
test_without_reports (Fixture *fixture, gconstpointer data)
{
  const int none = LT_INTEGER_NONE;

  assert_status (fixture, "2024-12-15", LT_STATE_NOT_STARTED, none, LT_TIMELINESS_ON_TRACK, NULL);
  assert_status (fixture, "2024-12-16", LT_STATE_NOT_STARTED, none, LT_TIMELINESS_DUE_SOON, NULL);
  assert_status (fixture, "2024-12-31", LT_STATE_NOT_STARTED, none, LT_TIMELINESS_DUE_SOON, NULL);
  assert_status (fixture, "2025-01-01", LT_STATE_NOT_STARTED, none, LT_TIMELINESS_OVERDUE, NULL);
  /* Set by hand: it bears no day, and nothing says that it was late. */
  set (fixture->row, "state", "done");
  assert_status (fixture, "2025-01-01", LT_STATE_DONE, none, LT_TIMELINESS_DONE_ON_TIME, NULL);
  set (fixture->row, "state", "cancelled");
  assert_status (fixture, "2025-01-01", LT_STATE_CANCELLED, none, LT_TIMELINESS_NO_DEADLINE, NULL);
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  report (fixture, "2024-11-15", "in-progress", "40");
  report (fixture, "2025-01-10", "done", "100");
  report (fixture, "2024-12-15", "", "80");
  report (fixture, "", "cancelled", "1");
  set (fixture->row, "state", "done");
  set (fixture->row, "percent", "100");

  assert_status (fixture, "2024-11-14", LT_STATE_NOT_STARTED, LT_INTEGER_NONE, LT_TIMELINESS_ON_TRACK, NULL);
  assert_status (fixture, "2024-11-15", LT_STATE_IN_PROGRESS, 40, LT_TIMELINESS_ON_TRACK, NULL);
  assert_status (fixture, "2024-12-15", LT_STATE_IN_PROGRESS, 80, LT_TIMELINESS_ON_TRACK, NULL);
  assert_status (fixture, "2025-01-09", LT_STATE_IN_PROGRESS, 80, LT_TIMELINESS_OVERDUE, NULL);
  assert_status (fixture, "2025-01-10", LT_STATE_DONE, 100, LT_TIMELINESS_DONE_LATE, "2025-01-10");
  /* What was set by hand holds from the last report on, and not before. */
  set (fixture->row, "state", "paused");
  assert_status (fixture, "2025-01-10", LT_STATE_PAUSED, 100, LT_TIMELINESS_OVERDUE, NULL);
  assert_status (fixture, "2025-01-09", LT_STATE_IN_PROGRESS, 80, LT_TIMELINESS_OVERDUE, NULL);
}

static void
test_finished (Fixture *fixture, gconstpointer data)
{
  LtItem *first;

  set (fixture->row, "state", "done");
  report (fixture, "2025-02-01", "done", "");
  first = report (fixture, "2025-01-10", "done", "");
  assert_status (fixture, "2025-03-01", LT_STATE_DONE, LT_INTEGER_NONE, LT_TIMELINESS_DONE_LATE, "2025-01-10");
  /* The document that proves it is older than the report. */
  set (first, "evidence_day", "2024-12-30");
  assert_status (fixture, "2025-03-01", LT_STATE_DONE, LT_INTEGER_NONE, LT_TIMELINESS_DONE_ON_TIME, "2024-12-30");
  set (first, "evidence_day", "2025-01-20");
  assert_status (fixture, "2025-03-01", LT_STATE_DONE, LT_INTEGER_NONE, LT_TIMELINESS_DONE_LATE, "2025-01-10");
  /* Taken back in between: only the last run counts. */
  report (fixture, "2025-01-20", "in-progress", "");
  assert_status (fixture, "2025-01-25", LT_STATE_IN_PROGRESS, LT_INTEGER_NONE, LT_TIMELINESS_OVERDUE, NULL);
  assert_status (fixture, "2025-03-01", LT_STATE_DONE, LT_INTEGER_NONE, LT_TIMELINESS_DONE_LATE, "2025-02-01");
  assert_status (fixture, "2025-01-15", LT_STATE_DONE, LT_INTEGER_NONE, LT_TIMELINESS_DONE_LATE, "2025-01-10");
}

static void
test_far_days (Fixture *fixture, gconstpointer data)
{
  LtStatus status;

  set (fixture->row, "deadline", "01/01/0001");
  set (fixture->row, "end_day", "0001-01-01");
  lt_assignment_get_status (LT_ASSIGNMENT (fixture->row), G_MAXINT32, SOON, &status);
  g_assert_cmpint (status.timeliness, ==, LT_TIMELINESS_OVERDUE);
  set (fixture->row, "end_day", "9999-12-31");
  lt_assignment_get_status (LT_ASSIGNMENT (fixture->row), G_MININT32 + 1, SOON, &status);
  g_assert_cmpint (status.timeliness, ==, LT_TIMELINESS_ON_TRACK);
}

static void
measure (Fixture *fixture, const char *day, const char *value)
{
  LtItem *measurement = append (fixture->target, LT_TYPE_MEASUREMENT);

  set (measurement, "day", day);
  set (measurement, "value", value);
}

static void
set_target (Fixture *fixture, const char *goal, const char *value, const char *value_to, const char *baseline)
{
  set (fixture->target, "goal", goal);
  set (fixture->target, "value", value);
  set (fixture->target, "value_to", value_to);
  set (fixture->target, "baseline", baseline);
}

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *goal, *value, *value_to, *baseline, *measured;
    LtReach reach;
    double share;
  } cases[] = {
    { "at-least", "95", "", "", "47.5", LT_REACH_SHORT, 0.5 },
    { "at-least", "95", "", "", "95", LT_REACH_REACHED, 1 },
    { "at-least", "95", "", "75", "80", LT_REACH_SHORT, 0.25 },
    { "at-least", "95", "", "75", "60", LT_REACH_SHORT, 0 },
    { "at-least", "95", "", "99", "90", LT_REACH_SHORT, 0 },
    { "at-least", "0", "", "", "-5", LT_REACH_SHORT, 0 },
    { "at-least", "-10", "", "", "-20", LT_REACH_SHORT, 0 },
    { "at-least", "", "", "", "5", LT_REACH_UNKNOWN, NAN },
    { "at-most", "3", "", "10", "10", LT_REACH_SHORT, 0 },
    { "at-most", "3", "", "10", "6.5", LT_REACH_SHORT, 0.5 },
    { "at-most", "3", "", "10", "3", LT_REACH_REACHED, 1 },
    { "at-most", "3", "", "", "5", LT_REACH_SHORT, NAN },
    { "at-most", "3", "", "2", "5", LT_REACH_SHORT, 0 },
    { "between", "3", "5", "", "4", LT_REACH_REACHED, 1 },
    { "between", "3", "5", "", "1.5", LT_REACH_SHORT, 0.5 },
    { "between", "3", "5", "", "6", LT_REACH_SHORT, NAN },
    { "between", "3", "5", "9", "7", LT_REACH_SHORT, 0.5 },
    { "between", "3", "", "", "7", LT_REACH_REACHED, 1 },
    { "between", "5", "3", "", "4", LT_REACH_UNKNOWN, NAN },
  };
  LtTargetProgress progress;

  lt_target_get_progress (LT_TARGET (fixture->target), LT_DAY_NONE, &progress);
  g_assert_cmpint (progress.reach, ==, LT_REACH_UNKNOWN);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      set_target (fixture, cases[i].goal, cases[i].value, cases[i].value_to, cases[i].baseline);
      measure (fixture, "2024-10-01", cases[i].measured);
      lt_target_get_progress (LT_TARGET (fixture->target), lt_day_from_ymd (2024, 10, 1), &progress);
      g_assert_cmpint (progress.reach, ==, cases[i].reach);
      if (isnan (cases[i].share))
        g_assert_true (isnan (progress.share));
      else
        g_assert_cmpfloat_with_epsilon (progress.share, cases[i].share, 1e-9);
      lt_target_get_progress (LT_TARGET (fixture->target), lt_day_from_ymd (2024, 9, 30), &progress);
      g_assert_cmpint (progress.reach, ==, LT_REACH_UNKNOWN);
      g_assert_true (isnan (progress.measured));
    }
}

static guint
count_belying (Fixture *fixture, const char *as_of)
{
  g_autoptr (GPtrArray) targets = lt_assignment_list_belying_targets (LT_ASSIGNMENT (fixture->row),
                                                                      lt_day_from_iso (as_of));

  return targets->len;
}

static void
test_contradiction (Fixture *fixture, gconstpointer data)
{
  LtItem *outcome = lt_item_get_parent (fixture->target);
  LtItem *of_outcome;

  set_target (fixture, "at-least", "95", "", "");
  set (fixture->row, "state", "done");
  g_assert_cmpuint (count_belying (fixture, ""), ==, 0);
  measure (fixture, "2024-10-01", "90");
  g_assert_cmpuint (count_belying (fixture, ""), ==, 1);
  g_assert_cmpuint (count_belying (fixture, "2024-09-30"), ==, 0);
  measure (fixture, "2024-11-01", "96");
  g_assert_cmpuint (count_belying (fixture, ""), ==, 0);
  g_assert_cmpuint (count_belying (fixture, "2024-10-31"), ==, 1);
  set (fixture->row, "state", "in-progress");
  g_assert_cmpuint (count_belying (fixture, "2024-10-31"), ==, 0);
  /* The result alone may have been called done. */
  of_outcome = LT_ITEM (lt_report_new_draft (outcome));
  set (of_outcome, "day", "2024-10-15");
  set (of_outcome, "state", "done");
  lt_item_append_draft (lt_report_get_list (outcome), of_outcome);
  g_assert_cmpuint (count_belying (fixture, "2024-10-14"), ==, 0);
  g_assert_cmpuint (count_belying (fixture, "2024-10-31"), ==, 1);
  g_assert_cmpuint (count_belying (fixture, ""), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/status/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("without-reports", test_without_reports);
  ADD ("history", test_history);
  ADD ("finished", test_finished);
  ADD ("far-days", test_far_days);
  ADD ("progress", test_progress);
  ADD ("contradiction", test_contradiction);
#undef ADD
  return g_test_run ();
}
