/* SPDX-License-Identifier: MIT */
#include <glib/gstdio.h>

#include "store-fixture.h"

#define add_test(path, func) \
  g_test_add ("/document/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

/* Memory, disk and a fresh reading agree. */
static void
assert_settled (StoreFixture *fixture)
{
  g_autofree char *memory = store_fixture_dump (fixture->document);
  g_autofree char *disk = store_fixture_dump_disk (fixture);

  g_assert_cmpstr (memory, ==, disk);
}

static void
assert_field (StoreFixture *fixture, const char *path, const char *field, const char *expected)
{
  LtItem *item = store_fixture_get (fixture, path);
  g_autofree char *value = lt_item_dup_field_string (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field));

  g_assert_cmpstr (value, ==, expected);
}

static void
set_field (StoreFixture *fixture, const char *path, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lt_document_set (fixture->document, store_fixture_get (fixture, path), field, value, &error));
  g_assert_no_error (error);
  assert_settled (fixture);
}

static void
undo (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lt_document_undo (fixture->document, &error));
  g_assert_no_error (error);
  assert_settled (fixture);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_contents (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (LtBook) book = store_fixture_book_new ();

  assert_settled (fixture);
  g_assert_cmpuint (lt_item_get_n_children (LT_ITEM (lt_document_get_book (fixture->document))), ==, 1);
  assert_field (fixture, "1.1", "lead", "CATP");
  assert_field (fixture, "2.1.1.1", "value", "30.5");
  g_assert_false (lt_document_get_can_undo (fixture->document));
  g_assert_false (lt_document_undo (fixture->document, NULL));
}

static void
test_set (StoreFixture *fixture, gconstpointer data)
{
  LtItem *row = store_fixture_get (fixture, "2.1");
  guint notified = 0;
  g_autofree char *label = NULL;

  g_signal_connect_swapped (row, "changed::coordination", G_CALLBACK (count_cb), &notified);
  set_field (fixture, "2.1", "coordination", " Sở Y tế;\xC2\xA0 CATP ");
  assert_field (fixture, "2.1", "coordination", "Sở Y tế; CATP");
  g_assert_cmpuint (notified, ==, 1);
  label = lt_document_dup_undo_label (fixture->document);
  g_assert_cmpstr (label, ==, "Change “Coordinating agencies” of 2.1");

  /* The same words again are no edit. */
  set_field (fixture, "2.1", "coordination", "Sở Y tế; CATP");
  g_assert_cmpuint (g_list_model_get_n_items (lt_document_list_history (fixture->document)), ==, 1);

  undo (fixture);
  assert_field (fixture, "2.1", "coordination", "");
  g_assert_cmpuint (notified, ==, 2);
}

/* By the name that the field has everywhere, "_" and all. */
static void
test_tells_of_field (StoreFixture *fixture, gconstpointer data)
{
  LtItem *row = store_fixture_get (fixture, "2.1");
  guint n = 0;
  guint n_any = 0;

  g_signal_connect_swapped (row, "changed::start_day", G_CALLBACK (count_cb), &n);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (count_cb), &n_any);
  set_field (fixture, "2.1", "start_day", "2024-10-01");
  g_assert_cmpuint (n, ==, 1);
  set_field (fixture, "2.1", "end_day", "2024-11-01");
  g_assert_cmpuint (n, ==, 1);
  undo (fixture);
  undo (fixture);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (n_any, ==, 4);
}

static void
test_refused (StoreFixture *fixture, gconstpointer data)
{
  const struct { const char *path; const char *field; const char *value; } cases[] = {
    { "1.1", "percent", "101" }, { "1.1", "percent", "-1" }, { "1.1", "percent", "half" },
    { "1.1", "state", "finished" }, { "1.1", "start_day", "31/02/2024" }, { "1.1", "deadline_joined", "maybe" },
    { "1.1", "deadline_joined", "true" }, { "1.1", "lead", "\xff" }, { "1.1", "lead", "a\x01" },
    { "1.1", "nothing", "x" }, { "2.1.1.1", "value", "nan" }, { "2.1.1.1", "value", "1e999" },
  };
  g_autofree char *before = store_fixture_dump (fixture->document);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_false (lt_document_set (fixture->document, store_fixture_get (fixture, cases[i].path),
                                       cases[i].field, cases[i].value, &error));
      g_assert_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID);
      after = store_fixture_dump (fixture->document);
      g_assert_cmpstr (before, ==, after);
    }
  assert_settled (fixture);
  g_assert_false (lt_document_get_can_undo (fixture->document));
}

static void
test_joined_deadline (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autofree char *before = store_fixture_dump (fixture->document);
  g_autofree char *after = NULL;

  set_field (fixture, "1.2", "deadline", "Quý IV/2024");
  assert_field (fixture, "1.1", "deadline", "Quý IV/2024");
  set_field (fixture, "1.1", "deadline", "Quý I/2025");
  assert_field (fixture, "1.2", "deadline", "Quý I/2025");

  /* Without the row above there is nothing to be joined with. */
  g_ptr_array_add (items, store_fixture_get (fixture, "1.1"));
  g_assert_true (lt_document_remove (fixture->document, items, NULL));
  assert_settled (fixture);
  assert_field (fixture, "1.1", "deadline_joined", "false");
  assert_field (fixture, "1.1", "deadline", "Quý I/2025");
  /* And its result, once (3), is now the first. */
  assert_field (fixture, "1.1.1", "label", "(1)");

  undo (fixture);
  undo (fixture);
  undo (fixture);
  after = store_fixture_dump (fixture->document);
  g_assert_cmpstr (before, ==, after);
}

static void
test_labels (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (LtItem) draft = lt_item_new_draft (LT_TYPE_OUTCOME, 0);
  g_autoptr (LtItem) second = lt_item_new_draft (LT_TYPE_OUTCOME, 0);
  const LtField *text = lt_item_type_find_field (LT_TYPE_OUTCOME, "text");

  lt_item_set_text (draft, text, "Ở giữa");
  g_assert_nonnull (lt_document_add (fixture->document, store_fixture_get (fixture, "1.1"),
                                     store_fixture_get (fixture, "1.1.2"), draft, NULL));
  assert_settled (fixture);
  assert_field (fixture, "1.1.1", "label", "(1)");
  assert_field (fixture, "1.1.2", "label", "(2)");
  assert_field (fixture, "1.1.2", "text", "Ở giữa");
  assert_field (fixture, "1.1.3", "label", "(3)");
  assert_field (fixture, "1.2.1", "label", "(4)");

  /* The second result of a row gives the first one its number. */
  lt_item_set_text (second, text, "Thêm");
  g_assert_nonnull (lt_document_add (fixture->document, store_fixture_get (fixture, "2.1"), NULL, second, NULL));
  assert_field (fixture, "2.1.1", "label", "(1)");
  assert_field (fixture, "2.1.2", "label", "(2)");

  /* Labels that were given for a reason stay. */
  set_field (fixture, "2.1.2", "label", "b)");
  g_assert_true (lt_document_move (fixture->document, store_fixture_get (fixture, "2.1.2"),
                                   store_fixture_get (fixture, "2.1"), store_fixture_get (fixture, "2.1.1"), NULL));
  assert_settled (fixture);
  assert_field (fixture, "2.1.1", "label", "b)");
}

static void
test_remove_is_one_signal (StoreFixture *fixture, gconstpointer data)
{
  LtItem *row = store_fixture_get (fixture, "1.1");
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  guint changed = 0;

  g_ptr_array_add (items, store_fixture_get (fixture, "1.1.1"));
  g_ptr_array_add (items, store_fixture_get (fixture, "1.1.2"));
  g_signal_connect_swapped (row, "items-changed", G_CALLBACK (count_cb), &changed);
  g_assert_true (lt_document_remove (fixture->document, items, NULL));
  g_assert_cmpuint (changed, ==, 1);
  g_assert_cmpuint (lt_item_get_n_children (row), ==, 0);
  assert_settled (fixture);
  undo (fixture);
  g_assert_cmpuint (changed, ==, 2);
  g_assert_cmpuint (lt_item_get_n_children (row), ==, 2);
}

static void
test_remove_plan (StoreFixture *fixture, gconstpointer data)
{
  LtItem *book = LT_ITEM (lt_document_get_book (fixture->document));
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autofree char *before = store_fixture_dump (fixture->document);
  g_autofree char *after = NULL;

  /* A parent and its child in one selection are removed once. */
  g_ptr_array_add (items, lt_item_get_child (book, 0));
  g_ptr_array_add (items, store_fixture_get (fixture, "1.1"));
  g_assert_true (lt_document_remove (fixture->document, items, NULL));
  g_assert_cmpuint (lt_item_get_n_children (book), ==, 0);
  assert_settled (fixture);
  undo (fixture);
  after = store_fixture_dump (fixture->document);
  g_assert_cmpstr (before, ==, after);
}

static void
test_move (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_dump (fixture->document);
  g_autofree char *after = NULL;

  g_assert_true (lt_document_move (fixture->document, store_fixture_get (fixture, "1.1"),
                                   store_fixture_get (fixture, "2"), store_fixture_get (fixture, "2.1"), NULL));
  assert_settled (fixture);
  assert_field (fixture, "2.1", "lead", "CATP");
  assert_field (fixture, "1.1", "deadline_joined", "false");
  g_assert_true (lt_document_move (fixture->document, store_fixture_get (fixture, "2"),
                                   lt_item_get_parent (store_fixture_get (fixture, "2")),
                                   store_fixture_get (fixture, "1"), NULL));
  assert_settled (fixture);
  assert_field (fixture, "1", "name", "Mô hình hai");
  /* A result cannot stand among models. */
  g_assert_false (lt_document_move (fixture->document, store_fixture_get (fixture, "1.1.1"),
                                    lt_item_get_parent (store_fixture_get (fixture, "1")), NULL, NULL));
  undo (fixture);
  undo (fixture);
  after = store_fixture_dump (fixture->document);
  g_assert_cmpstr (before, ==, after);
}

static void
test_many_inserts_in_one_gap (StoreFixture *fixture, gconstpointer data)
{
  /* More than the gap can be halved: the siblings are spread out again. */
  for (int i = 0; i < 64; i++)
    {
      g_autoptr (LtItem) draft = lt_item_new_draft (LT_TYPE_ASSIGNMENT, 0);
      g_autofree char *note = g_strdup_printf ("%d", i);

      lt_item_set_text (draft, lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "note"), note);
      g_assert_nonnull (lt_document_add (fixture->document, store_fixture_get (fixture, "2"),
                                         store_fixture_get (fixture, i == 0 ? "2.1" : "2.2"), draft, NULL));
    }
  assert_settled (fixture);
  assert_field (fixture, "2.1", "note", "0");
  assert_field (fixture, "2.2", "note", "63");
  assert_field (fixture, "2.64", "note", "1");
  for (int i = 0; i < 64; i++)
    g_assert_true (lt_document_undo (fixture->document, NULL));
  assert_settled (fixture);
  g_assert_cmpuint (lt_item_get_n_children (store_fixture_get (fixture, "2")), ==, 1);
}

static void
test_duplicate (StoreFixture *fixture, gconstpointer data)
{
  LtItem *copy = lt_document_duplicate (fixture->document, store_fixture_get (fixture, "1"), NULL);

  g_assert_nonnull (copy);
  assert_settled (fixture);
  g_assert_true (copy == store_fixture_get (fixture, "2"));
  assert_field (fixture, "2.1.1", "text", "Rà soát");
  undo (fixture);
  assert_field (fixture, "2", "name", "Mô hình hai");
}

static void
test_take_book (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (LtBook) draft = store_fixture_book_new ();
  LtBook *book = lt_document_get_book (fixture->document);

  g_assert_true (lt_document_take_book (fixture->document, draft, "Import", NULL));
  assert_settled (fixture);
  g_assert_cmpuint (lt_item_get_n_children (LT_ITEM (book)), ==, 2);
  /* The agency was known by its name. */
  g_assert_cmpuint (lt_item_get_n_children (LT_ITEM (lt_book_get_registry (book))), ==, 1);
  /* The same draft once more: its ids are taken now, its rows are not. */
  g_assert_true (lt_document_take_book (fixture->document, draft, "Import", NULL));
  assert_settled (fixture);
  g_assert_cmpuint (lt_item_get_n_children (LT_ITEM (book)), ==, 3);
}

static void
test_reader_follows (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtDocument) reader = lt_document_open (fixture->path, LT_OPEN_DEFAULT, &error);
  guint changed = 0;

  g_assert_no_error (error);
  g_assert_true (lt_document_get_read_only (reader));
  g_assert_nonnull (strstr (lt_document_get_read_only_reason (reader), g_get_user_name ()));
  g_assert_false (lt_document_set (reader, lt_item_get_child (LT_ITEM (lt_document_get_book (reader)), 0),
                                   "title", "X", &error));
  g_assert_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_READ_ONLY);

  g_signal_connect_swapped (reader, "changed", G_CALLBACK (count_cb), &changed);
  set_field (fixture, "1", "name", "Đổi tên");
  set_field (fixture, "2", "name", "Cũng đổi");
  while (changed < 2)
    g_main_context_iteration (NULL, TRUE);
  {
    g_autofree char *written = store_fixture_dump (fixture->document);
    g_autofree char *read = store_fixture_dump (reader);

    g_assert_cmpstr (written, ==, read);
  }
}

static void
test_create_refuses_existing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n_files = 0;

  g_assert_null (lt_document_create (fixture->path, NULL, &error));
  g_assert_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_EXISTS);
  g_clear_object (&fixture->document);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)))
    n_files++;
  /* No lock and no temporary file stays behind. */
  g_assert_cmpuint (n_files, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("contents", test_contents);
  add_test ("set", test_set);
  add_test ("tells-of-field", test_tells_of_field);
  add_test ("refused", test_refused);
  add_test ("joined-deadline", test_joined_deadline);
  add_test ("labels", test_labels);
  add_test ("remove-is-one-signal", test_remove_is_one_signal);
  add_test ("remove-plan", test_remove_plan);
  add_test ("move", test_move);
  add_test ("many-inserts-in-one-gap", test_many_inserts_in_one_gap);
  add_test ("duplicate", test_duplicate);
  add_test ("take-book", test_take_book);
  add_test ("reader-follows", test_reader_follows);
  add_test ("create-refuses-existing", test_create_refuses_existing);

  return g_test_run ();
}
