/* SPDX-License-Identifier: MIT */
#include "plan/lt-plan-check.h"

/* A plan in which nothing is odd; each case spoils one thing of it. */
typedef struct {
  LtBook *book;
  LtItem *plan;
  LtItem *initiative;
  LtItem *rows[2];
} Fixture;

static void
set_text (LtItem *item, const char *field, const char *text)
{
  lt_item_set_text (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field), text);
}

static void
set_integer (LtItem *item, const char *field, gint64 value)
{
  lt_item_set_integer (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field), value);
}

static LtItem *
append (LtItem *parent, GType type, const char *field, const char *text)
{
  LtItem *child = lt_item_new_draft (type, 0);

  set_text (child, field, text);
  lt_item_append_draft (parent, child);
  return child;
}

static LtItem *
append_outcome (LtItem *row, const char *label, const char *text)
{
  LtItem *outcome = append (row, LT_TYPE_OUTCOME, "text", text);

  set_text (outcome, "label", label);
  return outcome;
}

static LtItem *
append_row (LtItem *initiative)
{
  LtItem *row = append (initiative, LT_TYPE_ASSIGNMENT, "deadline", "trước ngày 31/12/2024");

  set_text (row, "lead", "Sở Y tế");
  set_text (row, "coordination", "Công an thành phố và các đơn vị có liên quan");
  append_outcome (row, "(1)", "Rà soát");
  append_outcome (row, "(2)", "Hoàn thành");
  return row;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  LtItem *registry;

  fixture->book = lt_book_new ();
  registry = LT_ITEM (lt_book_get_registry (fixture->book));
  append (registry, LT_TYPE_AGENCY, "name", "Sở Y tế");
  append (registry, LT_TYPE_AGENCY, "name", "Công an thành phố");
  fixture->plan = append (LT_ITEM (fixture->book), LT_TYPE_PLAN, "title", "KẾ HOẠCH");
  set_integer (fixture->plan, "year", 2024);
  fixture->initiative = append (fixture->plan, LT_TYPE_INITIATIVE, "name", "Sổ sức khoẻ điện tử");
  fixture->rows[0] = append_row (fixture->initiative);
  fixture->rows[1] = append_row (fixture->initiative);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->book);
}

static void
assert_kinds (Fixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) oddities = lt_book_check (fixture->book);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < oddities->len; i++)
    {
      const LtOddity *oddity = g_ptr_array_index (oddities, i);
      g_autofree char *path = lt_item_dup_path (oddity->item);

      g_assert_cmpstr (oddity->message, !=, "");
      g_string_append_printf (found, "%s%s %s", i ? "; " : "", path, lt_oddity_kind_get_nick (oddity->kind));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  assert_kinds (fixture, "");
}

static void
test_empty (void)
{
  g_autoptr (LtBook) book = lt_book_new ();
  g_autoptr (GPtrArray) oddities = lt_book_check (book);

  g_assert_cmpuint (oddities->len, ==, 0);
}

static void
test_plan (Fixture *fixture, gconstpointer data)
{
  LtItem *again;

  set_text (fixture->plan, "title", "");
  again = append (fixture->plan, LT_TYPE_INITIATIVE, "name", "Sổ sức khỏe ĐIỆN TỬ");
  append_row (again);
  append (fixture->plan, LT_TYPE_INITIATIVE, "name", "");
  assert_kinds (fixture, " no-title; 2 same-name; 3 no-name; 3 no-assignment");
}

static void
test_deadline (Fixture *fixture, gconstpointer data)
{
  set_text (fixture->rows[0], "deadline", "");
  set_text (fixture->rows[1], "deadline", "màu xanh lá cây");
  assert_kinds (fixture, "1.1 no-deadline; 1.2 unknown-deadline");

  set_text (fixture->rows[0], "deadline", "Thường xuyên");
  set_text (fixture->rows[1], "deadline", "hằng tháng");
  assert_kinds (fixture, "");
}

static void
test_deadline_leans_on_plan (Fixture *fixture, gconstpointer data)
{
  set_text (fixture->rows[0], "deadline", "quý IV");
  set_text (fixture->rows[1], "deadline", "100 ngày kể từ ngày ban hành");
  assert_kinds (fixture, "1.2 not-issued");

  set_integer (fixture->plan, "year", LT_INTEGER_NONE);
  assert_kinds (fixture, "1.1 no-year; 1.2 not-issued");

  set_integer (fixture->plan, "issued", lt_day_from_ymd (2024, 3, 1));
  assert_kinds (fixture, "");
}

static void
test_days_by_hand (Fixture *fixture, gconstpointer data)
{
  set_integer (fixture->rows[0], "start_day", lt_day_from_ymd (2025, 1, 1));
  assert_kinds (fixture, "1.1 end-before-start");
  set_integer (fixture->rows[0], "end_day", lt_day_from_ymd (2025, 1, 1));
  assert_kinds (fixture, "");
}

static void
test_joined_deadline (Fixture *fixture, gconstpointer data)
{
  set_integer (fixture->rows[1], "deadline_joined", TRUE);
  assert_kinds (fixture, "");
  set_text (fixture->rows[1], "deadline", "trước ngày 30/6/2025");
  assert_kinds (fixture, "1.2 joined-deadline");
  set_integer (fixture->rows[1], "deadline_joined", FALSE);
  set_integer (fixture->rows[0], "deadline_joined", TRUE);
  assert_kinds (fixture, "1.1 joined-deadline");
}

static void
test_agencies (Fixture *fixture, gconstpointer data)
{
  LtItem *registry = LT_ITEM (lt_book_get_registry (fixture->book));
  LtItem *ended = append (registry, LT_TYPE_AGENCY, "name", "Sở Du lịch");

  set_text (fixture->rows[0], "lead", "");
  set_text (fixture->rows[1], "lead", "Sở Thuỷ sản");
  assert_kinds (fixture, "1.1 no-lead; 1.2 unknown-agency");

  set_text (fixture->rows[0], "lead", "SỞ Y TẾ");
  set_text (fixture->rows[0], "coordination", "Công an thành phố; Sở Y tế");
  set_integer (ended, "valid_to", lt_day_from_ymd (2024, 12, 30));
  set_text (fixture->rows[1], "lead", "Sở Du lịch");
  assert_kinds (fixture, "1.1 repeated-agency; 1.2 ended-agency");

  set_integer (ended, "valid_to", lt_day_from_ymd (2024, 12, 31));
  set_text (fixture->rows[0], "coordination", "");
  assert_kinds (fixture, "");
}

static void
test_claimed_name (Fixture *fixture, gconstpointer data)
{
  LtItem *registry = LT_ITEM (lt_book_get_registry (fixture->book));
  LtItem *agency = append (registry, LT_TYPE_AGENCY, "name", "Sở Du lịch");

  set_text (agency, "short_forms", "SDL\nSDL");
  assert_kinds (fixture, "");
  append (registry, LT_TYPE_AGENCY, "name", "sdl");
  assert_kinds (fixture, " claimed-name");
}

static void
test_state (Fixture *fixture, gconstpointer data)
{
  static const struct {
    LtState state;
    int percent;
    const char *expected;
  } cases[] = {
    { LT_STATE_DONE, 99, "1.1 state" },
    { LT_STATE_DONE, 100, "" },
    { LT_STATE_DONE, LT_INTEGER_NONE, "" },
    { LT_STATE_NOT_STARTED, 1, "1.1 state" },
    { LT_STATE_NOT_STARTED, 0, "" },
    { LT_STATE_IN_PROGRESS, 100, "1.1 state" },
    { LT_STATE_IN_PROGRESS, 99, "" },
    { LT_STATE_PAUSED, 50, "" },
    { LT_STATE_MAINTAINED, 100, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_integer (fixture->rows[0], "state", cases[i].state);
      set_integer (fixture->rows[0], "percent", cases[i].percent);
      assert_kinds (fixture, cases[i].expected);
    }
}

static void
test_short_target (Fixture *fixture, gconstpointer data)
{
  LtItem *target = append (lt_item_get_child (fixture->rows[0], 0), LT_TYPE_TARGET, "unit", "%");
  LtItem *measurement = append (target, LT_TYPE_MEASUREMENT, "note", "");

  lt_item_set_real (target, lt_item_type_find_field (LT_TYPE_TARGET, "value"), 95);
  lt_item_set_real (measurement, lt_item_type_find_field (LT_TYPE_MEASUREMENT, "value"), 94.5);
  assert_kinds (fixture, "");
  set_integer (fixture->rows[0], "state", LT_STATE_DONE);
  assert_kinds (fixture, "1.1.1.1 short-target");
  lt_item_set_real (measurement, lt_item_type_find_field (LT_TYPE_MEASUREMENT, "value"), 95);
  assert_kinds (fixture, "");
}

static void
test_labels (Fixture *fixture, gconstpointer data)
{
  LtItem *first = lt_item_get_child (fixture->rows[1], 0);
  LtItem *second = lt_item_get_child (fixture->rows[1], 1);

  set_text (first, "label", "(3)");
  set_text (second, "label", "(4)");
  assert_kinds (fixture, "");
  set_text (second, "label", "(5)");
  assert_kinds (fixture, "1.2.2 skipped-label");
  set_text (second, "label", "(3)");
  assert_kinds (fixture, "1.2.2 same-label");
  set_text (first, "label", "");
  assert_kinds (fixture, "1.2.1 no-label");
  set_text (second, "label", "");
  set_text (second, "text", "");
  assert_kinds (fixture, "1.2.2 empty-outcome");
}

static void
test_no_outcome (Fixture *fixture, gconstpointer data)
{
  LtItem *row = append (fixture->initiative, LT_TYPE_ASSIGNMENT, "deadline", "năm 2024");

  set_text (row, "lead", "Sở Y tế");
  assert_kinds (fixture, "1.3 no-outcome");
}

static void
test_targets (Fixture *fixture, gconstpointer data)
{
  LtItem *target = append (lt_item_get_child (fixture->rows[0], 0), LT_TYPE_TARGET, "name", "Hộ dân");
  const LtField *value = lt_item_type_find_field (LT_TYPE_TARGET, "value");
  const LtField *value_to = lt_item_type_find_field (LT_TYPE_TARGET, "value_to");

  assert_kinds (fixture, "1.1.1.1 no-value");
  lt_item_set_real (target, value, 713);
  assert_kinds (fixture, "");
  set_integer (target, "goal", LT_GOAL_BETWEEN);
  assert_kinds (fixture, "1.1.1.1 empty-range");
  lt_item_set_real (target, value_to, 713);
  set_integer (target, "due_day", lt_day_from_ymd (2024, 12, 31));
  assert_kinds (fixture, "");
  set_integer (target, "due_day", lt_day_from_ymd (2025, 1, 1));
  assert_kinds (fixture, "1.1.1.1 late-target");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/plan-check/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("nothing-odd", test_nothing);
  g_test_add_func ("/plan-check/empty", test_empty);
  ADD ("plan", test_plan);
  ADD ("deadline", test_deadline);
  ADD ("deadline-leans-on-plan", test_deadline_leans_on_plan);
  ADD ("days-by-hand", test_days_by_hand);
  ADD ("joined-deadline", test_joined_deadline);
  ADD ("agencies", test_agencies);
  ADD ("claimed-name", test_claimed_name);
  ADD ("state", test_state);
  ADD ("short-target", test_short_target);
  ADD ("labels", test_labels);
  ADD ("no-outcome", test_no_outcome);
  ADD ("targets", test_targets);
  return g_test_run ();
}
