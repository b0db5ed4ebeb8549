/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "exchange/lt-exporter.h"
#include "exchange/lt-form-merge.h"
#include "exchange/lt-sample.h"
#include "plan/lt-measurement.h"
#include "plan/lt-report.h"

/* Forms are read from what is really sent out; answers are then put into what was read. */

#define DAY (lt_day_from_ymd (2024, 10, 31))

typedef struct {
  LtBook *book;
  GPtrArray *forms;
} Fixture;

static LtReturnedForm *
send (Fixture *self, const char *agency, gboolean coordinated, const char *name)
{
  LtExportOptions options = LT_EXPORT_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  LtReturnedForm *form;

  options.report = "collection";
  options.agency = agency;
  options.as_of = DAY;
  options.coordinated = coordinated;
  bytes = lt_export (self->book, &options, "xlsx", &error);
  g_assert_no_error (error);
  form = lt_form_read_bytes (bytes, name, NULL, &error);
  g_assert_no_error (error);
  g_ptr_array_add (self->forms, form);
  return form;
}

static LtFormRow *
get_row (LtReturnedForm *form, guint index)
{
  return g_ptr_array_index (form->rows, index);
}

static void
put (LtFormAnswer *cell, const char *value)
{
  g_free (cell->value);
  cell->value = g_strdup (value);
}

/* @column: of the answers of an assignment. */
static void
answer (LtFormRow *row, LtFormColumn column, const char *value)
{
  put (&row->answers[column - LT_FORM_FIRST_ANSWER], value);
}

static LtFormMerge *
merge (Fixture *self)
{
  return lt_form_merge_new (self->book, self->forms, DAY);
}

static const LtFormDifference *
get_difference (LtFormMerge *merge, guint index)
{
  g_assert_cmpuint (index, <, merge->differences->len);
  return g_ptr_array_index (merge->differences, index);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->book = lt_sample_new (NULL);
  self->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_returned_form_free);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_ptr_array_unref (self->forms);
  g_object_unref (self->book);
}

static LtItem *
find_row (Fixture *self, const LtFormRow *row)
{
  LtItem *plan = lt_item_get_child (LT_ITEM (self->book), 0);

  for (guint i = 0; i < lt_item_get_n_children (plan); i++)
    for (guint j = 0; j < lt_item_get_n_children (lt_item_get_child (plan, i)); j++)
      {
        LtItem *item = lt_item_get_child (lt_item_get_child (plan, i), j);

        if (lt_item_get_id (item) == row->id)
          return item;
      }
  g_assert_not_reached ();
}

static void
add_report (LtItem *row, LtDay day, const char *results)
{
  LtItem *report = LT_ITEM (lt_report_new_draft (row));

  lt_item_set_integer (report, lt_item_type_find_field (LT_TYPE_REPORT, "day"), day);
  lt_item_set_text (report, lt_item_type_find_field (LT_TYPE_REPORT, "results"), results);
  lt_item_append_draft (lt_report_get_list (row), report);
}

static void
test_untouched (Fixture *self, gconstpointer data)
{
  g_autoptr (LtFormMerge) merged = NULL;

  send (self, "Sở Tư pháp", TRUE, "a.xlsx");
  merged = merge (self);
  g_assert_cmpuint (merged->differences->len, ==, 0);
  g_assert_cmpuint (merged->problems->len, ==, 0);
}

/* What is not said in the form stays as the last report has it. */
static void
test_draft_holds_what_is_known (Fixture *self, gconstpointer data)
{
  LtReturnedForm *first = send (self, "Sở Tư pháp", FALSE, "cũ.xlsx");
  LtItem *item = find_row (self, get_row (first, 0));
  LtReturnedForm *form;
  g_autoptr (LtFormMerge) merged = NULL;
  g_autoptr (GPtrArray) lists = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  LtReport *draft;

  add_report (item, DAY - 30, "Đã rà soát");
  g_ptr_array_set_size (self->forms, 0);
  form = send (self, "Sở Tư pháp", FALSE, "mới.xlsx");
  answer (get_row (form, 0), LT_FORM_PERCENT, "45");
  merged = merge (self);
  g_assert_cmpuint (merged->differences->len, ==, 1);
  g_assert_cmpstr (get_difference (merged, 0)->field->name, ==, "percent");
  g_assert_cmpstr (get_difference (merged, 0)->file, ==, "mới.xlsx");
  lt_form_merge_make_drafts (merged, &lists, &drafts);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_true (g_ptr_array_index (lists, 0) == lt_report_get_list (item));
  draft = g_ptr_array_index (drafts, 0);
  g_assert_cmpint (lt_report_get_day (draft), ==, DAY);
  g_assert_cmpint (lt_report_get_percent (draft), ==, 45);
  g_assert_cmpstr (lt_report_get_results (draft), ==, "Đã rà soát");
  g_assert_cmpstr (lt_report_get_source (draft), ==, "mới.xlsx");
}

static void
test_wiped_out (Fixture *self, gconstpointer data)
{
  LtReturnedForm *first = send (self, "Sở Tư pháp", FALSE, "a.xlsx");
  LtItem *item = find_row (self, get_row (first, 0));
  LtReturnedForm *form;
  g_autoptr (LtFormMerge) merged = NULL;

  add_report (item, DAY - 30, "Đã rà soát");
  lt_item_set_integer (item, lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "percent"), 30);
  g_ptr_array_set_size (self->forms, 0);
  form = send (self, "Sở Tư pháp", FALSE, "a.xlsx");
  answer (get_row (form, 0), LT_FORM_STATE, "");
  answer (get_row (form, 0), LT_FORM_PERCENT, "");
  answer (get_row (form, 0), LT_FORM_RESULTS, "");
  merged = merge (self);
  /* No state is no answer; words that were taken out are one. */
  g_assert_cmpuint (merged->differences->len, ==, 1);
  g_assert_cmpstr (get_difference (merged, 0)->field->name, ==, "results");
  g_assert_cmpstr (get_difference (merged, 0)->new_value, ==, "");
}

static void
test_contradiction (Fixture *self, gconstpointer data)
{
  LtReturnedForm *first = send (self, "Sở Tư pháp", FALSE, "một.xlsx");
  LtReturnedForm *second = send (self, "Sở Tư pháp", FALSE, "hai.xlsx");
  g_autoptr (LtFormMerge) merged = NULL;
  const LtFormProblem *problem;

  answer (get_row (first, 0), LT_FORM_PERCENT, "30");
  answer (get_row (second, 0), LT_FORM_PERCENT, "60");
  answer (get_row (first, 0), LT_FORM_RESULTS, "Như nhau");
  answer (get_row (second, 0), LT_FORM_RESULTS, "Như nhau");
  merged = merge (self);
  g_assert_cmpuint (merged->differences->len, ==, 3);
  g_assert_cmpuint (merged->n_obstacles, ==, 1);
  problem = g_ptr_array_index (merged->problems, 0);
  g_assert_cmpstr (problem->file, ==, "hai.xlsx");
  g_assert_nonnull (strstr (problem->what, "một.xlsx"));
  g_assert_cmpuint (lt_form_merge_count_accepted (merged), ==, 1);

  /* One of the two at most. */
  lt_form_merge_accept (merged, g_ptr_array_index (merged->differences, 0), TRUE);
  g_assert_cmpuint (lt_form_merge_count_accepted (merged), ==, 2);
  lt_form_merge_accept (merged, g_ptr_array_index (merged->differences, 1), TRUE);
  g_assert_cmpuint (lt_form_merge_count_accepted (merged), ==, 2);
  g_assert_false (get_difference (merged, 0)->accepted);
  lt_form_merge_accept (merged, g_ptr_array_index (merged->differences, 2), TRUE);
  g_assert_true (get_difference (merged, 1)->accepted);
}

/* Whoever coordinates adds a line below what the lead says, in whichever order forms come. */
static void
test_coordinator (Fixture *self, gconstpointer data)
{
  LtReturnedForm *other = send (self, "CATP", TRUE, "phối hợp.xlsx");
  LtReturnedForm *lead = send (self, "Sở Tư pháp", FALSE, "chủ trì.xlsx");
  g_autoptr (LtFormMerge) merged = NULL;
  g_autoptr (GPtrArray) lists = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  answer (get_row (lead, 0), LT_FORM_RESULTS, "Đã chủ trì");
  for (guint i = 0; i < other->rows->len; i++)
    if (get_row (other, i)->id == get_row (lead, 0)->id)
      {
        g_assert_cmpint (get_row (other, i)->print->role, ==, LT_ROLE_COORDINATE);
        answer (get_row (other, i), LT_FORM_RESULTS, "Đã phối hợp");
        answer (get_row (other, i), LT_FORM_PERCENT, "99");
      }
  merged = merge (self);
  g_assert_cmpuint (merged->n_obstacles, ==, 0);
  g_assert_cmpuint (merged->differences->len, ==, 2);
  lt_form_merge_make_drafts (merged, &lists, &drafts);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (lt_report_get_results (g_ptr_array_index (drafts, 0)), ==,
                   "Đã chủ trì\nCông an thành phố Hải Phòng (phối hợp): Đã phối hợp");
  g_assert_cmpint (lt_report_get_percent (g_ptr_array_index (drafts, 0)), ==, LT_INTEGER_NONE);
}

static void
test_overtaken (Fixture *self, gconstpointer data)
{
  LtReturnedForm *form = send (self, "Sở Tư pháp", FALSE, "a.xlsx");
  g_autoptr (LtFormMerge) merged = NULL;

  answer (get_row (form, 0), LT_FORM_PERCENT, "30");
  answer (get_row (form, 1), LT_FORM_PERCENT, "60");
  add_report (find_row (self, get_row (form, 0)), DAY + 1, "Mới hơn");
  merged = merge (self);
  g_assert_cmpuint (merged->n_obstacles, ==, 1);
  g_assert_cmpuint (lt_form_merge_count_accepted (merged), ==, 1);
}

static void
test_report_day_far_off (Fixture *self, gconstpointer data)
{
  LtReturnedForm *form = send (self, "Sở Tư pháp", FALSE, "a.xlsx");
  LtReturnedForm *other = send (self, "Sở Y tế", FALSE, "b.xlsx");
  g_autoptr (LtFormMerge) merged = NULL;

  form->day = lt_day_from_ymd (2099, 1, 1);
  answer (get_row (form, 0), LT_FORM_PERCENT, "30");
  answer (get_row (other, 0), LT_FORM_PERCENT, "60");
  merged = merge (self);
  g_assert_cmpuint (merged->n_obstacles, ==, 1);
  g_assert_cmpuint (lt_form_merge_count_accepted (merged), ==, 1);
}

static void
test_another_file (Fixture *self, gconstpointer data)
{
  LtReturnedForm *form = send (self, "Sở Tư pháp", FALSE, "a.xlsx");
  g_autoptr (LtFormMerge) merged = NULL;

  answer (get_row (form, 0), LT_FORM_PERCENT, "30");
  form->plan++;
  merged = merge (self);
  g_assert_cmpuint (merged->differences->len, ==, 0);
  g_assert_cmpuint (merged->n_obstacles, ==, 1);
}

static void
test_words_changed (Fixture *self, gconstpointer data)
{
  LtReturnedForm *form = send (self, "Sở Tư pháp", FALSE, "a.xlsx");
  LtItem *item = find_row (self, get_row (form, 0));
  LtFormAnswer *words = &get_row (form, 0)->words[LT_FORM_DEADLINE];
  g_autoptr (LtFormMerge) changed = NULL;
  g_autoptr (LtFormMerge) reissued = NULL;

  put (words, "khi nào xong thì xong");
  changed = merge (self);
  g_assert_cmpuint (changed->problems->len, ==, 1);
  g_assert_cmpstr (((LtFormProblem *) g_ptr_array_index (changed->problems, 0))->where, ==, words->where);

  lt_item_set_text (item, lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "deadline"), "trước ngày 30/6/2025");
  reissued = merge (self);
  g_assert_cmpuint (reissued->problems->len, ==, 1);
  g_assert_nonnull (strstr (((LtFormProblem *) g_ptr_array_index (reissued->problems, 0))->what, "in the plan"));
  g_assert_cmpuint (reissued->differences->len, ==, 0);
}

/* A figure is dated by its own day, else by that of the form. */
static void
test_figures (Fixture *self, gconstpointer data)
{
  LtReturnedForm *form = send (self, "Sở Tư pháp", FALSE, "a.xlsx");
  g_autoptr (LtFormMerge) merged = NULL;
  g_autoptr (GPtrArray) lists = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  LtFormRow *rows[2] = { NULL, NULL };
  guint n = 0;

  for (guint i = 0; i < form->rows->len && n < 2; i++)
    if (get_row (form, i)->is_target)
      rows[n++] = get_row (form, i);
  g_assert_cmpuint (n, ==, 2);
  put (&rows[0]->answers[0], "12.5");
  put (&rows[1]->answers[0], "7");
  put (&rows[1]->answers[1], "2024-10-01");
  merged = merge (self);
  lt_form_merge_make_drafts (merged, &lists, &drafts);
  g_assert_cmpuint (drafts->len, ==, 2);
  g_assert_true (LT_IS_TARGET (g_ptr_array_index (lists, 0)));
  g_assert_cmpfloat (lt_measurement_get_value (g_ptr_array_index (drafts, 0)), ==, 12.5);
  g_assert_cmpint (lt_measurement_get_day (g_ptr_array_index (drafts, 0)), ==, DAY);
  g_assert_cmpint (lt_measurement_get_day (g_ptr_array_index (drafts, 1)), ==, lt_day_from_ymd (2024, 10, 1));
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *name;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/form-merge/untouched", test_untouched },
    { "/form-merge/draft-holds-what-is-known", test_draft_holds_what_is_known },
    { "/form-merge/wiped-out", test_wiped_out },
    { "/form-merge/contradiction", test_contradiction },
    { "/form-merge/coordinator", test_coordinator },
    { "/form-merge/overtaken", test_overtaken },
    { "/form-merge/report-day-far-off", test_report_day_far_off },
    { "/form-merge/another-file", test_another_file },
    { "/form-merge/words-changed", test_words_changed },
    { "/form-merge/figures", test_figures },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
