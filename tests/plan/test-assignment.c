/* SPDX-License-Identifier: MIT */
#include "plan/lt-plan.h"

typedef struct {
  LtItem *plan;
  LtItem *row;
} Fixture;

static void
set (LtItem *item, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  lt_item_set_string (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field), value, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  LtItem *initiative = lt_item_new_draft (LT_TYPE_INITIATIVE, 0);

  fixture->plan = lt_item_new_draft (LT_TYPE_PLAN, 0);
  fixture->row = lt_item_new_draft (LT_TYPE_ASSIGNMENT, 0);
  lt_item_append_draft (fixture->plan, initiative);
  lt_item_append_draft (initiative, fixture->row);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->plan);
}

static void
assert_end (LtItem *row, int year, int month, int day)
{
  const LtDeadline *deadline = lt_assignment_get_deadline (LT_ASSIGNMENT (row));

  g_assert_cmpint (deadline->end, ==, lt_day_from_ymd (year, month, day));
}

/* A reading that was handed out stays while nothing changes, whoever else asks. */
static void
test_reading_is_kept (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "", "quý IV/2024", "không hiểu" };
  static const char *const ends[] = { "", "2024-06-30" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ends); j++)
      {
        const LtDeadline *deadline;

        set (fixture->row, "deadline", words[i]);
        set (fixture->row, "end_day", ends[j]);
        deadline = lt_assignment_get_deadline (LT_ASSIGNMENT (fixture->row));
        lt_assignment_get_due (LT_ASSIGNMENT (fixture->row));
        g_assert_true (lt_assignment_get_deadline (LT_ASSIGNMENT (fixture->row)) == deadline);
      }
}

static void
test_days_by_hand (Fixture *fixture, gconstpointer data)
{
  set (fixture->row, "deadline", "quý IV/2024");
  assert_end (fixture->row, 2024, 12, 31);
  set (fixture->row, "end_day", "2025-01-15");
  assert_end (fixture->row, 2025, 1, 15);
  set (fixture->row, "end_day", "");
  assert_end (fixture->row, 2024, 12, 31);
}

/* The words lean on the plan's year, by-hand days beside them or not. */
static void
test_plan_changes (Fixture *fixture, gconstpointer data)
{
  set (fixture->plan, "year", "2024");
  set (fixture->row, "deadline", "quý IV");
  assert_end (fixture->row, 2024, 12, 31);
  set (fixture->row, "start_day", "2024-01-01");
  assert_end (fixture->row, 2024, 12, 31);
  set (fixture->plan, "year", "2025");
  assert_end (fixture->row, 2025, 12, 31);
  set (fixture->row, "start_day", "");
  assert_end (fixture->row, 2025, 12, 31);
}

static void
test_without_a_plan (void)
{
  g_autoptr (LtItem) row = lt_item_new_draft (LT_TYPE_ASSIGNMENT, 0);
  const LtDeadline *deadline;

  set (row, "deadline", "trước ngày 31/12/2024");
  deadline = lt_assignment_get_deadline (LT_ASSIGNMENT (row));
  assert_end (row, 2024, 12, 31);
  g_assert_true (lt_assignment_get_deadline (LT_ASSIGNMENT (row)) == deadline);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/assignment/reading-is-kept", Fixture, NULL, set_up, test_reading_is_kept, tear_down);
  g_test_add ("/assignment/days-by-hand", Fixture, NULL, set_up, test_days_by_hand, tear_down);
  g_test_add ("/assignment/plan-changes", Fixture, NULL, set_up, test_plan_changes, tear_down);
  g_test_add_func ("/assignment/without-a-plan", test_without_a_plan);
  return g_test_run ();
}
