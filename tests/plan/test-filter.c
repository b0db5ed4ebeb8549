/* SPDX-License-Identifier: MIT */
#include "plan/lt-book.h"
#include "plan/lt-filter.h"

#define ANY_ROLE (LT_FILTER_BIT (LT_ROLE_LEAD) | LT_FILTER_BIT (LT_ROLE_COORDINATE))

typedef struct {
  LtBook *book;
  LtAgency *health;
  GPtrArray *rows;
  LtFilter *filter;
  LtDay as_of;
  guint n_changes;
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

static const struct {
  const char *deadline;
  const char *lead;
  const char *coordination;
  LtState state;
  int percent;
} rows[] = {
  /* 0 */ { "đến ngày 31/12/2024", "Sở Y tế", "Sở Tư pháp", LT_STATE_NOT_STARTED, LT_INTEGER_NONE },
  /* 1 */ { "đến ngày 30/9/2024", "SYT", "", LT_STATE_IN_PROGRESS, 40 },
  /* 2 */ { "đến ngày 25/11/2024", "Tổ công tác", "Sở Y tế", LT_STATE_IN_PROGRESS, LT_INTEGER_NONE },
  /* 3 */ { "đến ngày 30/6/2024", "Sở Tư pháp", "tổ  CÔNG TÁC", LT_STATE_DONE, LT_INTEGER_NONE },
  /* 4 */ { "thường xuyên", "Sở Y tế", "", LT_STATE_MAINTAINED, 100 },
  /* 5 */ { "khi có hướng dẫn", "", "", LT_STATE_CANCELLED, 0 },
};

static void
count_cb (LtFilter *filter, Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  LtItem *plan = lt_item_new_draft (LT_TYPE_PLAN, 0);
  LtItem *model = lt_item_new_draft (LT_TYPE_INITIATIVE, 0);

  fixture->book = lt_book_new ();
  fixture->rows = g_ptr_array_new ();
  fixture->as_of = lt_day_from_ymd (2024, 11, 15);
  fixture->filter = lt_filter_new ();
  g_signal_connect (fixture->filter, "changed", G_CALLBACK (count_cb), fixture);
  fixture->health = LT_AGENCY (lt_item_new_draft (LT_TYPE_AGENCY, 0));
  set_text (LT_ITEM (fixture->health), "name", "Sở Y tế");
  set_text (LT_ITEM (fixture->health), "short_forms", "SYT");
  lt_item_append_draft (LT_ITEM (lt_book_get_registry (fixture->book)), LT_ITEM (fixture->health));
  lt_item_append_draft (LT_ITEM (fixture->book), plan);
  lt_item_append_draft (plan, model);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LtItem *row = lt_item_new_draft (LT_TYPE_ASSIGNMENT, 0);

      set_text (row, "deadline", rows[i].deadline);
      set_text (row, "lead", rows[i].lead);
      set_text (row, "coordination", rows[i].coordination);
      set_integer (row, "state", rows[i].state);
      set_integer (row, "percent", rows[i].percent);
      lt_item_append_draft (model, row);
      g_ptr_array_add (fixture->rows, row);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->filter);
  g_object_unref (fixture->book);
  g_ptr_array_unref (fixture->rows);
}

/* @expected: the rows' numbers, "013". */
static void
assert_shows (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < fixture->rows->len; i++)
    if (lt_filter_accepts (fixture->filter, g_ptr_array_index (fixture->rows, i), fixture->as_of))
      g_string_append_printf (shown, "%u", i);
  g_assert_cmpstr (shown->str, ==, expected);
}

static void
test_agency (Fixture *fixture, gconstpointer data)
{
  assert_shows (fixture, "012345");
  lt_filter_set_agency (fixture->filter, fixture->health, "Sở Y tế", LT_FILTER_BIT (LT_ROLE_LEAD));
  assert_shows (fixture, "014");
  lt_filter_set_agency (fixture->filter, fixture->health, "Sở Y tế", LT_FILTER_BIT (LT_ROLE_COORDINATE));
  assert_shows (fixture, "2");
  lt_filter_set_agency (fixture->filter, fixture->health, "Sở Y tế", ANY_ROLE);
  assert_shows (fixture, "0124");
  /* What the registry does not know is told by its words. */
  lt_filter_set_agency (fixture->filter, NULL, "TỔ công tác", ANY_ROLE);
  assert_shows (fixture, "23");
  lt_filter_set_agency (fixture->filter, NULL, "Tổ", ANY_ROLE);
  assert_shows (fixture, "");
  lt_filter_set_agency (fixture->filter, NULL, NULL, ANY_ROLE);
  assert_shows (fixture, "012345");
}

static void
test_state (Fixture *fixture, gconstpointer data)
{
  lt_filter_set_states (fixture->filter, LT_FILTER_BIT (LT_STATE_IN_PROGRESS) | LT_FILTER_BIT (LT_STATE_DONE));
  assert_shows (fixture, "123");
  /* Row 2 says no number, and its state tells none. */
  lt_filter_set_percent (fixture->filter, 40, 100);
  assert_shows (fixture, "13");
  lt_filter_set_percent (fixture->filter, 41, 100);
  assert_shows (fixture, "3");
  lt_filter_set_states (fixture->filter, 0);
  assert_shows (fixture, "34");
  lt_filter_set_percent (fixture->filter, 0, 40);
  assert_shows (fixture, "015");
  lt_filter_set_percent (fixture->filter, 0, 100);
  assert_shows (fixture, "012345");
}

static void
test_time (Fixture *fixture, gconstpointer data)
{
  lt_filter_set_timeliness (fixture->filter, LT_FILTER_BIT (LT_TIMELINESS_OVERDUE));
  assert_shows (fixture, "1");
  lt_filter_set_due_within (fixture->filter, 10);
  assert_shows (fixture, "12");
  lt_filter_set_due_within (fixture->filter, 9);
  assert_shows (fixture, "1");
  lt_filter_set_timeliness (fixture->filter, 0);
  assert_shows (fixture, "");
  lt_filter_set_due_within (fixture->filter, -1);
  lt_filter_set_timeliness (fixture->filter, LT_FILTER_BIT (LT_TIMELINESS_NO_DEADLINE));
  assert_shows (fixture, "45");
  lt_filter_set_timeliness (fixture->filter, 0);
  lt_filter_set_due (fixture->filter, lt_day_from_ymd (2024, 9, 30), lt_day_from_ymd (2024, 11, 25));
  assert_shows (fixture, "12");
  lt_filter_set_due (fixture->filter, LT_DAY_NONE, lt_day_from_ymd (2024, 9, 30));
  assert_shows (fixture, "13");
  lt_filter_set_due (fixture->filter, lt_day_from_ymd (2024, 10, 1), LT_DAY_NONE);
  assert_shows (fixture, "02");
  /* What is late depends on the day. */
  lt_filter_set_due (fixture->filter, LT_DAY_NONE, LT_DAY_NONE);
  lt_filter_set_timeliness (fixture->filter, LT_FILTER_BIT (LT_TIMELINESS_OVERDUE));
  fixture->as_of = lt_day_from_ymd (2025, 1, 1);
  assert_shows (fixture, "012");
}

/* All parts must hold, and leaving one out is as if it had not been set. */
static void
test_together (Fixture *fixture, gconstpointer data)
{
  gpointer row;

  lt_filter_set_agency (fixture->filter, fixture->health, "Sở Y tế", ANY_ROLE);
  lt_filter_set_states (fixture->filter, LT_FILTER_BIT (LT_STATE_IN_PROGRESS));
  assert_shows (fixture, "12");
  lt_filter_set_timeliness (fixture->filter, LT_FILTER_BIT (LT_TIMELINESS_DUE_SOON));
  assert_shows (fixture, "2");
  row = g_ptr_array_index (fixture->rows, 1);
  g_assert_true (lt_filter_accepts_without (fixture->filter, LT_FILTER_TIME, row, fixture->as_of));
  g_assert_false (lt_filter_accepts_without (fixture->filter, LT_FILTER_STATE, row, fixture->as_of));
  g_assert_true (lt_filter_has_part (fixture->filter, LT_FILTER_TIME));
  g_assert_cmpuint (fixture->n_changes, ==, 3);
  lt_filter_set_states (fixture->filter, LT_FILTER_BIT (LT_STATE_IN_PROGRESS));
  g_assert_cmpuint (fixture->n_changes, ==, 3);
  lt_filter_clear (fixture->filter);
  g_assert_cmpuint (fixture->n_changes, ==, 4);
  g_assert_true (lt_filter_is_empty (fixture->filter));
  lt_filter_clear (fixture->filter);
  g_assert_cmpuint (fixture->n_changes, ==, 4);
  assert_shows (fixture, "012345");
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *none = lt_filter_dup_official (fixture->filter, "");
  g_autofree char *searched = lt_filter_dup_official (fixture->filter, "mã số");
  g_autofree char *all = NULL;

  g_assert_null (none);
  g_assert_cmpstr (searched, ==, "có từ “mã số”");
  lt_filter_set_agency (fixture->filter, fixture->health, "Sở Y tế", LT_FILTER_BIT (LT_ROLE_LEAD));
  lt_filter_set_states (fixture->filter, LT_FILTER_BIT (LT_STATE_IN_PROGRESS) | LT_FILTER_BIT (LT_STATE_PAUSED));
  lt_filter_set_percent (fixture->filter, 0, 49);
  lt_filter_set_timeliness (fixture->filter, LT_FILTER_BIT (LT_TIMELINESS_OVERDUE));
  lt_filter_set_due_within (fixture->filter, 30);
  lt_filter_set_due (fixture->filter, lt_day_from_ymd (2024, 10, 1), lt_day_from_ymd (2024, 12, 31));
  all = lt_filter_dup_official (fixture->filter, NULL);
  g_assert_cmpstr (all, ==, "chủ trì: Sở Y tế; đang thực hiện, tạm dừng; tỉ lệ hoàn thành từ 0% đến 49%; "
                            "quá hạn hoặc đến hạn trong 30 ngày tới; hạn từ ngày 01/10/2024 đến ngày 31/12/2024");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/filter/agency", Fixture, NULL, set_up, test_agency, tear_down);
  g_test_add ("/filter/state", Fixture, NULL, set_up, test_state, tear_down);
  g_test_add ("/filter/time", Fixture, NULL, set_up, test_time, tear_down);
  g_test_add ("/filter/together", Fixture, NULL, set_up, test_together, tear_down);
  g_test_add ("/filter/words", Fixture, NULL, set_up, test_words, tear_down);
  return g_test_run ();
}
