/* SPDX-License-Identifier: MIT */
#include "store-fixture.h"

#include "plan/lt-measurement.h"
#include "plan/lt-succession.h"
#include "plan/lt-target.h"

#define add_test(path, func) \
  g_test_add ("/history/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

static void
set_name (StoreFixture *fixture, const char *name)
{
  g_assert_true (lt_document_set (fixture->document, store_fixture_get (fixture, "1"), "name", name, NULL));
}

static const char *
get_name (StoreFixture *fixture)
{
  return lt_initiative_get_name (store_fixture_get (fixture, "1"));
}

static LtHistoryEntry *
get_entry (StoreFixture *fixture, guint index)
{
  g_autoptr (LtHistoryEntry) entry = g_list_model_get_item (lt_document_list_history (fixture->document), index);

  g_assert_nonnull (entry);
  return entry;
}

static void
test_undo_redo_over_restarts (StoreFixture *fixture, gconstpointer data)
{
  set_name (fixture, "A");
  set_name (fixture, "B");
  store_fixture_reopen (fixture);
  g_assert_true (lt_document_undo (fixture->document, NULL));
  g_assert_cmpstr (get_name (fixture), ==, "A");
  store_fixture_reopen (fixture);
  g_assert_true (lt_document_get_can_redo (fixture->document));
  g_assert_true (lt_document_undo (fixture->document, NULL));
  g_assert_cmpstr (get_name (fixture), ==, "Mô hình một");
  g_assert_false (lt_document_undo (fixture->document, NULL));
  store_fixture_reopen (fixture);
  g_assert_true (lt_document_redo (fixture->document, NULL));
  store_fixture_reopen (fixture);
  g_assert_true (lt_document_redo (fixture->document, NULL));
  g_assert_cmpstr (get_name (fixture), ==, "B");
  g_assert_false (lt_document_redo (fixture->document, NULL));

  /* A redo can be undone again, and a new edit ends the way forward. */
  g_assert_true (lt_document_undo (fixture->document, NULL));
  g_assert_cmpstr (get_name (fixture), ==, "A");
  set_name (fixture, "C");
  g_assert_false (lt_document_get_can_redo (fixture->document));
  store_fixture_reopen (fixture);
  g_assert_false (lt_document_get_can_redo (fixture->document));
  g_assert_true (lt_document_undo (fixture->document, NULL));
  g_assert_cmpstr (get_name (fixture), ==, "A");
}

static void
test_journal (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *label = NULL;
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;

  lt_document_set_author (fixture->document, "Nguyễn Văn A");
  set_name (fixture, "A");
  g_assert_true (lt_document_undo (fixture->document, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (lt_document_list_history (fixture->document)), ==, 2);
  g_assert_true (lt_document_redo (fixture->document, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (lt_document_list_history (fixture->document)), ==, 3);
  g_assert_cmpstr (lt_history_entry_get_author (get_entry (fixture, 0)), ==, "Nguyễn Văn A");
  g_assert_cmpint (lt_history_entry_get_undoes (get_entry (fixture, 0)), ==, 0);
  g_assert_cmpint (lt_history_entry_get_undoes (get_entry (fixture, 1)), ==,
                   lt_history_entry_get_id (get_entry (fixture, 0)));
  g_assert_cmpint (lt_history_entry_get_undoes (get_entry (fixture, 2)), ==,
                   lt_history_entry_get_id (get_entry (fixture, 1)));
  label = lt_history_entry_dup_label (get_entry (fixture, 0));
  undo_label = lt_history_entry_dup_label (get_entry (fixture, 1));
  g_assert_cmpstr (label, ==, "Change “Model” of 1");
  g_assert_cmpstr (undo_label, ==, "Undo: Change “Model” of 1");
  store_fixture_reopen (fixture);
  redo_label = lt_history_entry_dup_label (get_entry (fixture, 2));
  g_assert_cmpstr (redo_label, ==, "Redo: Change “Model” of 1");
}

static void
test_changes (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) changes = NULL;
  LtChange *change;

  set_name (fixture, "A");
  changes = lt_document_read_changes (fixture->document, 1, NULL);
  g_assert_cmpuint (changes->len, ==, 1);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpstr (change->table, ==, "initiative");
  g_assert_cmpint (change->row, ==, lt_item_get_id (store_fixture_get (fixture, "1")));
  g_assert_cmpint (change->op, ==, LT_CHANGE_UPDATE);
  g_assert_cmpstr (change->field, ==, "name");
  g_assert_cmpstr (change->old_value, ==, "Mô hình một");
  g_assert_cmpstr (change->new_value, ==, "A");
  g_assert_null (lt_document_read_changes (fixture->document, 99, NULL));
}

static void
test_undo_to (StoreFixture *fixture, gconstpointer data)
{
  set_name (fixture, "A");
  set_name (fixture, "B");
  set_name (fixture, "C");
  g_assert_true (lt_document_undo_to (fixture->document, 1, NULL));
  g_assert_cmpstr (get_name (fixture), ==, "A");
  g_assert_true (lt_document_redo (fixture->document, NULL));
  g_assert_true (lt_document_redo (fixture->document, NULL));
  g_assert_cmpstr (get_name (fixture), ==, "C");
}

static void
test_edit_of_many_steps (StoreFixture *fixture, gconstpointer data)
{
  LtEdit *edit = lt_document_begin_edit (fixture->document, "Several", NULL);

  g_assert_true (lt_edit_set (edit, store_fixture_get (fixture, "1"), "name", "A", NULL));
  g_assert_true (lt_edit_set (edit, store_fixture_get (fixture, "2"), "name", "B", NULL));
  g_assert_cmpstr (get_name (fixture), ==, "Mô hình một");
  g_assert_true (lt_edit_commit (edit, NULL));
  g_assert_cmpstr (get_name (fixture), ==, "A");
  g_assert_true (lt_document_undo (fixture->document, NULL));
  g_assert_cmpstr (get_name (fixture), ==, "Mô hình một");

  edit = lt_document_begin_edit (fixture->document, "Given up", NULL);
  g_assert_true (lt_edit_set (edit, store_fixture_get (fixture, "1"), "name", "X", NULL));
  lt_edit_abort (edit);
  g_assert_cmpstr (get_name (fixture), ==, "Mô hình một");
  g_assert_true (lt_document_get_can_redo (fixture->document));
}

static void
assert_label (StoreFixture *fixture, const char *label)
{
  g_autofree char *found = lt_document_dup_undo_label (fixture->document);

  g_assert_cmpstr (found, ==, label);
}

static LtItem *
add (StoreFixture *fixture, gpointer parent, GType type, const char *label)
{
  g_autoptr (LtItem) draft = lt_item_new_draft (type, 0);
  LtItem *item = lt_document_add (fixture->document, parent, NULL, draft, NULL);

  g_assert_nonnull (item);
  assert_label (fixture, label);
  return item;
}

static void
drop (StoreFixture *fixture, gpointer item, const char *label)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, item);
  g_assert_true (lt_document_remove (fixture->document, items, NULL));
  assert_label (fixture, label);
}

/* What has no name of its own is told by its place or by what it belongs to. */
static void
test_labels (StoreFixture *fixture, gconstpointer data)
{
  LtItem *agency = lt_item_get_child (LT_ITEM (lt_book_get_registry (lt_document_get_book (fixture->document))), 0);
  LtItem *row = store_fixture_get (fixture, "1.1");
  g_autoptr (LtReport) draft = lt_report_new_draft (row);
  LtItem *target = add (fixture, store_fixture_get (fixture, "1.1.1"), LT_TYPE_TARGET, "Add target 1.1.1.1");

  drop (fixture, add (fixture, target, LT_TYPE_MEASUREMENT, "Add measured figure 1.1.1.1.1"),
        "Remove measured figure 1.1.1.1.1");
  drop (fixture, target, "Remove target 1.1.1.1");

  lt_item_set_integer (LT_ITEM (draft), lt_item_type_find_field (LT_TYPE_REPORT, "day"), 20000);
  g_assert_nonnull (lt_document_report (fixture->document, row, draft, NULL));
  assert_label (fixture, "Progress report of 1.1");
  drop (fixture, lt_item_get_child (lt_report_get_list (row), 0), "Remove progress report of 1.1");

  drop (fixture, add (fixture, lt_item_get_list (agency, LT_TYPE_SUCCESSION), LT_TYPE_SUCCESSION,
                      "Add successor of “Công an thành phố”"), "Remove successor of “Công an thành phố”");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("undo-redo-over-restarts", test_undo_redo_over_restarts);
  add_test ("journal", test_journal);
  add_test ("changes", test_changes);
  add_test ("labels", test_labels);
  add_test ("undo-to", test_undo_to);
  add_test ("edit-of-many-steps", test_edit_of_many_steps);

  return g_test_run ();
}
