/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "exchange/lt-json.h"
#include "store-fixture.h"
#include "store/lt-label.h"

#define add_test(path, func) \
  g_test_add ("/reports/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

static LtReport *
create_report (LtItem *row, const char *day, const char *state, const char *percent)
{
  LtReport *draft = lt_report_new_draft (row);
  GType type = G_OBJECT_TYPE (draft);

  g_assert_true (lt_item_set_string (LT_ITEM (draft), lt_item_type_find_field (type, "day"), day, NULL));
  g_assert_true (lt_item_set_string (LT_ITEM (draft), lt_item_type_find_field (type, "state"), state, NULL));
  g_assert_true (lt_item_set_string (LT_ITEM (draft), lt_item_type_find_field (type, "percent"), percent, NULL));
  return draft;
}

static LtReport *
report (StoreFixture *fixture, const char *path, const char *day, const char *state, const char *percent)
{
  LtItem *row = store_fixture_get (fixture, path);
  g_autoptr (LtReport) draft = create_report (row, day, state, percent);
  g_autoptr (GError) error = NULL;
  LtReport *added = lt_document_report (fixture->document, row, draft, &error);

  g_assert_no_error (error);
  g_assert_true (lt_item_get_parent (lt_item_get_parent (LT_ITEM (added))) == row);
  return added;
}

static void
assert_declared (StoreFixture *fixture, LtState state, int percent)
{
  LtAssignment *row = store_fixture_get (fixture, "1.1");
  g_autofree char *memory = store_fixture_dump (fixture->document);
  g_autofree char *disk = store_fixture_dump_disk (fixture);

  g_assert_cmpint (lt_assignment_get_state (row), ==, state);
  g_assert_cmpint (lt_assignment_get_percent (row), ==, percent);
  g_assert_cmpstr (memory, ==, disk);
}

static void
set (StoreFixture *fixture, gpointer item, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lt_document_set (fixture->document, item, field, value, &error));
  g_assert_no_error (error);
}

static void
remove_item (StoreFixture *fixture, gpointer item)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, item);
  g_assert_true (lt_document_remove (fixture->document, items, NULL));
}

static void
test_newest_declares (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_dump (fixture->document);
  g_autofree char *after = NULL;
  g_autofree char *label = NULL;

  report (fixture, "1.1", "2024-10-15", "in-progress", "40");
  assert_declared (fixture, LT_STATE_IN_PROGRESS, 40);
  label = lt_document_dup_undo_label (fixture->document);
  g_assert_nonnull (strstr (label, "1.1"));
  report (fixture, "1.1", "2024-11-15", "done", "");
  assert_declared (fixture, LT_STATE_DONE, 40);
  /* One that tells of an earlier day. */
  report (fixture, "1.1", "2024-09-15", "paused", "10");
  assert_declared (fixture, LT_STATE_DONE, 40);
  /* The same day again: what came in last holds. */
  report (fixture, "1.1", "2024-11-15", "", "90");
  assert_declared (fixture, LT_STATE_DONE, 90);

  g_assert_cmpuint (lt_document_get_undo_depth (fixture->document), ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_true (lt_document_undo (fixture->document, NULL));
  after = store_fixture_dump (fixture->document);
  g_assert_cmpstr (after, ==, before);
  for (guint i = 0; i < 4; i++)
    g_assert_true (lt_document_redo (fixture->document, NULL));
  assert_declared (fixture, LT_STATE_DONE, 90);
  store_fixture_reopen (fixture);
  assert_declared (fixture, LT_STATE_DONE, 90);
}

static void
test_outcome (StoreFixture *fixture, gconstpointer data)
{
  LtReport *added = report (fixture, "1.1.2", "2024-10-15", "done", "100");
  g_autofree char *path = lt_item_dup_path (LT_ITEM (added));

  assert_declared (fixture, LT_STATE_NOT_STARTED, LT_INTEGER_NONE);
  g_assert_cmpstr (path, ==, "1.1.2.reports.1");
  g_assert_true (store_fixture_get (fixture, path) == added);
  g_assert_true (lt_document_find_item (fixture->document, lt_item_get_id (LT_ITEM (added))) == LT_ITEM (added));
}

static void
test_corrections (StoreFixture *fixture, gconstpointer data)
{
  LtReport *old = report (fixture, "1.1", "2024-10-15", "in-progress", "40");
  LtReport *newest = report (fixture, "1.1", "2024-11-15", "done", "100");
  g_autoptr (GError) error = NULL;

  set (fixture, old, "percent", "50");
  assert_declared (fixture, LT_STATE_DONE, 100);
  set (fixture, newest, "percent", "95");
  assert_declared (fixture, LT_STATE_DONE, 95);
  set (fixture, newest, "results", "Đã xong");
  assert_declared (fixture, LT_STATE_DONE, 95);
  /* A slip of the pen in the day: now the other one is the newest. */
  set (fixture, old, "day", "2024-12-15");
  assert_declared (fixture, LT_STATE_IN_PROGRESS, 50);
  set (fixture, old, "day", "2024-10-15");
  assert_declared (fixture, LT_STATE_DONE, 95);

  remove_item (fixture, newest);
  assert_declared (fixture, LT_STATE_IN_PROGRESS, 50);
  g_assert_true (lt_document_undo (fixture->document, NULL));
  assert_declared (fixture, LT_STATE_DONE, 95);
  /* What somebody has said since is not taken back. */
  set (fixture, store_fixture_get (fixture, "1.1"), "state", "paused");
  remove_item (fixture, store_fixture_get (fixture, "1.1.reports.2"));
  assert_declared (fixture, LT_STATE_PAUSED, 50);
  remove_item (fixture, store_fixture_get (fixture, "1.1.reports.1"));
  assert_declared (fixture, LT_STATE_PAUSED, 50);
}

static void
test_many_at_once (StoreFixture *fixture, gconstpointer data)
{
  static const char *const days[] = { "2024-10-15", "2024-12-15", "2024-11-15" };
  g_autofree char *label = lt_label_new ("Merge %s forms", "3", NULL);
  LtItem *row = store_fixture_get (fixture, "1.1");
  LtEdit *edit = lt_document_begin_edit (fixture->document, label, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *percent = g_strdup_printf ("%u", (i + 1) * 10);
      g_autoptr (LtReport) draft = create_report (row, days[i], "in-progress", percent);

      g_assert_cmpint (lt_edit_insert (edit, lt_report_get_list (row), NULL, LT_ITEM (draft), NULL), !=, 0);
    }
  g_assert_true (lt_edit_commit (edit, NULL));
  assert_declared (fixture, LT_STATE_IN_PROGRESS, 20);

  /* Both newer ones go in one edit. */
  edit = lt_document_begin_edit (fixture->document, label, NULL);
  g_assert_true (lt_edit_remove (edit, store_fixture_get (fixture, "1.1.reports.2"), NULL));
  g_assert_true (lt_edit_remove (edit, store_fixture_get (fixture, "1.1.reports.3"), NULL));
  g_assert_true (lt_edit_commit (edit, NULL));
  assert_declared (fixture, LT_STATE_IN_PROGRESS, 10);
}

static void
test_day_is_needed (StoreFixture *fixture, gconstpointer data)
{
  LtItem *row = store_fixture_get (fixture, "1.1");
  g_autoptr (LtReport) draft = create_report (row, "", "done", "");
  g_autoptr (GError) error = NULL;

  g_assert_null (lt_document_report (fixture->document, row, draft, &error));
  g_assert_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID);
  g_assert_null (lt_assignment_peek_reports (LT_ASSIGNMENT (row)));
}

static void
test_rows_go_and_are_copied (StoreFixture *fixture, gconstpointer data)
{
  LtItem *row = store_fixture_get (fixture, "1.1");
  LtReport *added = report (fixture, "1.1", "2024-10-15", "done", "100");
  gint64 id = lt_item_get_id (LT_ITEM (added));
  LtReport *of_outcome = report (fixture, "1.1.1", "2024-10-15", "done", "100");
  gint64 outcome_id = lt_item_get_id (LT_ITEM (of_outcome));
  LtItem *copy = lt_document_duplicate (fixture->document, row, NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpuint (lt_item_get_n_children (lt_report_get_list (copy)), ==, 1);
  g_assert_cmpuint (lt_item_get_n_children (lt_report_get_list (lt_item_get_child (copy, 0))), ==, 1);
  before = store_fixture_dump (fixture->document);
  remove_item (fixture, row);
  g_assert_null (lt_document_find_item (fixture->document, id));
  g_assert_null (lt_document_find_item (fixture->document, outcome_id));
  g_assert_true (lt_document_undo (fixture->document, NULL));
  after = store_fixture_dump (fixture->document);
  g_assert_cmpstr (after, ==, before);
}

static void
test_measurements (StoreFixture *fixture, gconstpointer data)
{
  LtItem *target = store_fixture_get (fixture, "2.1.1.1");
  const LtField *day = lt_item_type_find_field (LT_TYPE_MEASUREMENT, "day");
  const LtField *value = lt_item_type_find_field (LT_TYPE_MEASUREMENT, "value");
  static const char *const measured[][2] = { { "2024-12-01", "20" }, { "2024-11-01", "10.5" }, { "2024-12-10", "" } };
  g_autofree char *path = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (measured); i++)
    {
      g_autoptr (LtItem) draft = lt_item_new_draft (LT_TYPE_MEASUREMENT, 0);

      g_assert_true (lt_item_set_string (draft, day, measured[i][0], NULL));
      g_assert_true (lt_item_set_string (draft, value, measured[i][1], NULL));
      g_assert_nonnull (lt_document_add (fixture->document, target, NULL, draft, NULL));
    }
  path = lt_item_dup_path (lt_item_get_child (target, 1));
  g_assert_cmpstr (path, ==, "2.1.1.1.2");
  g_assert_null (lt_target_find_latest (LT_TARGET (target), lt_day_from_ymd (2024, 10, 31)));
  g_assert_cmpfloat (lt_measurement_get_value (lt_target_find_latest (LT_TARGET (target),
                                                                       lt_day_from_ymd (2024, 11, 30))), ==, 10.5);
  g_assert_cmpfloat (lt_measurement_get_value (lt_target_find_latest (LT_TARGET (target), LT_DAY_NONE)), ==, 20);
  store_fixture_reopen (fixture);
  g_assert_cmpuint (lt_item_get_n_children (store_fixture_get (fixture, "2.1.1.1")), ==, 3);
}

static void
test_origin (StoreFixture *fixture, gconstpointer data)
{
  LtItem *origin = store_fixture_get (fixture, "1.1");
  LtItem *row = store_fixture_get (fixture, "2.1");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, lt_item_get_id (origin));
  g_autofree char *model = g_strdup_printf ("%" G_GINT64_FORMAT, lt_item_get_id (lt_item_get_parent (origin)));
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set (fixture, row, "origin", id);
  before = store_fixture_dump (fixture->document);
  g_assert_false (lt_document_set (fixture->document, row, "origin", model, &error));
  g_assert_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID);
  /* With the model goes the row that this one was carried on from. */
  remove_item (fixture, lt_item_get_parent (origin));
  row = store_fixture_get (fixture, "1.1");
  g_assert_cmpint (lt_assignment_get_origin_id (LT_ASSIGNMENT (row)), ==, 0);
  g_assert_true (lt_document_undo (fixture->document, NULL));
  after = store_fixture_dump (fixture->document);
  g_assert_cmpstr (after, ==, before);
}

/* In a book that is taken in, the link follows its row to whatever id that gets. */
static void
test_origin_is_taken_in (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *label = lt_label_new ("Import", NULL);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, lt_item_get_id (store_fixture_get (fixture, "1.1")));
  g_autofree char *json = NULL;
  g_autoptr (LtBook) draft = NULL;
  LtItem *book = LT_ITEM (lt_document_get_book (fixture->document));
  LtItem *taken;

  set (fixture, store_fixture_get (fixture, "2.1"), "origin", id);
  report (fixture, "1.1", "2024-10-15", "done", "100");
  report (fixture, "1.1.1", "2024-10-15", "done", "100");
  json = lt_json_dup_book (LT_BOOK (book), NULL);
  draft = lt_json_parse_book (json, -1, NULL);
  g_assert_true (lt_document_take_book (fixture->document, draft, label, NULL));
  taken = lt_item_get_child (book, 1);
  g_assert_cmpint (lt_assignment_get_origin_id (lt_item_follow_path (taken, "2.1")), ==,
                   lt_item_get_id (lt_item_follow_path (taken, "1.1")));
  g_assert_cmpint (lt_item_get_id (lt_item_follow_path (taken, "1.1")), !=,
                   lt_item_get_id (store_fixture_get (fixture, "1.1")));
  g_assert_nonnull (lt_item_follow_path (taken, "1.1.1.reports.1"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("newest-declares", test_newest_declares);
  add_test ("outcome", test_outcome);
  add_test ("corrections", test_corrections);
  add_test ("many-at-once", test_many_at_once);
  add_test ("day-is-needed", test_day_is_needed);
  add_test ("rows-go-and-are-copied", test_rows_go_and_are_copied);
  add_test ("measurements", test_measurements);
  add_test ("origin", test_origin);
  add_test ("origin-is-taken-in", test_origin_is_taken_in);
  return g_test_run ();
}
