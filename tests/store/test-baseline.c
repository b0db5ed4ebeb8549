/* SPDX-License-Identifier: MIT */
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/lt-json.h"
#include "plan/lt-baseline.h"
#include "store-fixture.h"
#include "store/lt-backup.h"
#include "store/lt-database.h"
#include "store/lt-schema.h"

#define add_test(path, func) \
  g_test_add ("/baseline/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

static LtPlan *
get_plan (StoreFixture *fixture)
{
  return lt_item_get_child (LT_ITEM (lt_document_get_book (fixture->document)), 0);
}

static LtBaseline *
keep (StoreFixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  LtBaseline *kept = lt_document_keep_baseline (fixture->document, get_plan (fixture), name,
                                                lt_day_from_iso ("2024-11-05"), &error);

  g_assert_no_error (error);
  return kept;
}

static void
assert_disk (StoreFixture *fixture)
{
  g_autofree char *memory = store_fixture_dump (fixture->document);
  g_autofree char *disk = store_fixture_dump_disk (fixture);

  g_assert_cmpstr (memory, ==, disk);
}

static void
undo (StoreFixture *fixture)
{
  g_assert_true (lt_document_undo (fixture->document, NULL));
  assert_disk (fixture);
}

static void
redo (StoreFixture *fixture)
{
  g_assert_true (lt_document_redo (fixture->document, NULL));
  assert_disk (fixture);
}

/* One edit, undone and redone at once; later edits of the plan leave it alone. */
static void
test_keep (StoreFixture *fixture, gconstpointer data)
{
  LtAssignment *row = store_fixture_get (fixture, "1.1");
  LtDay due = lt_assignment_get_due (row);
  guint depth = lt_document_get_undo_depth (fixture->document);
  LtBaseline *kept = keep (fixture, "Khi ban hành");
  LtBaselineRow *first = lt_item_get_child (LT_ITEM (kept), 0);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *label = NULL;

  assert_disk (fixture);
  g_assert_cmpuint (lt_document_get_undo_depth (fixture->document), ==, depth + 1);
  label = lt_document_dup_undo_label (fixture->document);
  g_assert_nonnull (strstr (label, "Khi ban hành"));
  g_assert_cmpuint (lt_item_get_n_children (LT_ITEM (kept)), ==, 3);
  g_assert_cmpint (lt_baseline_row_get_assignment_id (first), ==, lt_item_get_id (LT_ITEM (row)));
  g_assert_cmpint (lt_baseline_row_get_due (first), ==, due);
  g_assert_cmpstr (lt_baseline_row_get_deadline_words (first), ==, lt_assignment_get_deadline_words (row));

  g_assert_true (lt_document_set (fixture->document, LT_ITEM (row), "deadline", "trước ngày 15/02/2026", NULL));
  g_assert_cmpint (lt_assignment_get_due (row), !=, due);
  g_assert_cmpint (lt_baseline_row_get_due (first), ==, due);
  undo (fixture);
  before = store_fixture_dump (fixture->document);
  undo (fixture);
  g_assert_null (lt_baseline_find_latest (get_plan (fixture)));
  redo (fixture);
  after = store_fixture_dump (fixture->document);
  g_assert_cmpstr (after, ==, before);
  store_fixture_reopen (fixture);
  g_assert_cmpstr (lt_baseline_get_name (lt_baseline_find_latest (get_plan (fixture))), ==, "Khi ban hành");
}

/* Without a name it is called by its day; what cannot be text is refused and changes nothing. */
static void
test_names (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpstr (lt_baseline_get_name (keep (fixture, NULL)), ==, "Chốt ngày 05/11/2024");
  g_assert_cmpstr (lt_baseline_get_name (keep (fixture, "  \t ")), ==, "Chốt ngày 05/11/2024");
  g_assert_cmpstr (lt_baseline_get_name (keep (fixture, " Quý  IV ")), ==, "Quý IV");
  before = store_fixture_dump (fixture->document);
  g_assert_null (lt_document_keep_baseline (fixture->document, get_plan (fixture), "\xff", 0, &error));
  g_assert_nonnull (error);
  after = store_fixture_dump (fixture->document);
  g_assert_cmpstr (after, ==, before);
  assert_disk (fixture);
}

/* What is said of a row goes with it, and comes back with it. */
static void
test_removed_rows (StoreFixture *fixture, gconstpointer data)
{
  static const char *const paths[] = { "1.1", "1", "2.1" };
  LtBaseline *kept = keep (fixture, "Gốc");
  g_autofree char *before = store_fixture_dump (fixture->document);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new ();
      g_autofree char *after = NULL;

      g_ptr_array_add (items, store_fixture_get (fixture, paths[i]));
      g_assert_true (lt_document_remove (fixture->document, items, NULL));
      g_assert_cmpuint (lt_item_get_n_children (LT_ITEM (kept)), <, 3);
      assert_disk (fixture);
      undo (fixture);
      after = store_fixture_dump (fixture->document);
      g_assert_cmpstr (after, ==, before);
    }
}

/* Moving a row keeps what is said of it; so does removing a baseline keep the rows. */
static void
test_moved_rows (StoreFixture *fixture, gconstpointer data)
{
  LtBaseline *kept = keep (fixture, "Gốc");
  LtItem *row = store_fixture_get (fixture, "1.1");
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  gint64 id = lt_item_get_id (row);

  g_assert_true (lt_document_move (fixture->document, row, store_fixture_get (fixture, "2"), NULL, NULL));
  index = lt_baseline_dup_index (kept);
  g_assert_nonnull (g_hash_table_lookup (index, &id));
  g_clear_pointer (&index, g_hash_table_unref);
  g_ptr_array_add (items, kept);
  g_assert_true (lt_document_remove (fixture->document, items, NULL));
  g_assert_null (lt_baseline_find_latest (get_plan (fixture)));
  g_assert_true (lt_document_find_item (fixture->document, id) == row);
  assert_disk (fixture);
  undo (fixture);
  undo (fixture);
}

/* The JSON of a book with baselines is lossless, also taken into a file that has the ids already. */
static void
test_json (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *without = lt_json_dup_book (lt_document_get_book (fixture->document), NULL);
  g_autofree char *json = NULL;
  g_autofree char *again = NULL;
  g_autoptr (LtBook) parsed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) index = NULL;
  LtItem *copy;
  gint64 id;

  /* Older programs go on reading books that say nothing new. */
  g_assert_nonnull (strstr (without, "\"version\": 1,"));
  keep (fixture, "Khi ban hành");
  keep (fixture, "Sau điều chỉnh");
  json = lt_json_dup_book (lt_document_get_book (fixture->document), NULL);
  g_assert_nonnull (strstr (json, "\"version\": 2,"));
  parsed = lt_json_parse_book (json, -1, &error);
  g_assert_no_error (error);
  again = lt_json_dup_book (parsed, NULL);
  g_assert_cmpstr (again, ==, json);

  g_assert_true (lt_document_take_book (fixture->document, parsed, "Nhập", &error));
  g_assert_no_error (error);
  assert_disk (fixture);
  copy = lt_item_get_child (LT_ITEM (lt_document_get_book (fixture->document)), 1);
  index = lt_baseline_dup_index (lt_baseline_find (LT_PLAN (copy), "Khi ban hành"));
  id = lt_item_get_id (lt_item_follow_path (copy, "1.1"));
  g_assert_nonnull (g_hash_table_lookup (index, &id));
  g_assert_cmpuint (g_hash_table_size (index), ==, 3);
}

/* A baseline that names something else than an assignment is refused. */
static void
test_bad_json (StoreFixture *fixture, gconstpointer data)
{
  static const char *const bad[] = { "7", "0", "\"1.1\"", "-1", "1e3" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *json = g_strdup_printf (
        "{\"format\": \"lotrinh\", \"version\": 2, \"plans\": [{\"id\": 7, \"baselines\": [{\"name\": \"x\","
        " \"rows\": [{\"assignment\": %s}]}]}]}",
        bad[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (lt_json_parse_book (json, -1, &error));
      g_assert_nonnull (strstr (error->message, "baselines"));
    }
}

/* A copy of a plan begins without what was kept of the other. */
static void
test_duplicate (StoreFixture *fixture, gconstpointer data)
{
  LtItem *copy;

  keep (fixture, "Gốc");
  copy = lt_document_duplicate (fixture->document, LT_ITEM (get_plan (fixture)), NULL);
  g_assert_null (lt_baseline_find_latest (LT_PLAN (copy)));
  assert_disk (fixture);
}

/* A file of format 1, as the program wrote it then. */
static void
copy_old_file (StoreFixture *fixture, char **path, char **contents, gsize *size)
{
  g_autofree char *old = g_test_build_filename (G_TEST_DIST, "fixtures", "format-1.lotrinh", NULL);

  *path = g_build_filename (fixture->folder, "cũ.lotrinh", NULL);
  g_assert_true (g_file_get_contents (old, contents, size, NULL));
  g_assert_true (g_file_set_contents (*path, *contents, (gssize) *size, NULL));
}

static int
read_version (const char *path)
{
  int version;

  g_assert_true (lt_schema_check_head (path, &version, NULL));
  return version;
}

static void
assert_same_file (const char *path, const char *contents, gsize size)
{
  g_autofree char *now = NULL;
  gsize now_size;

  g_assert_true (g_file_get_contents (path, &now, &now_size, NULL));
  g_assert_cmpmem (now, now_size, contents, size);
}

/* Reading an old file shows all of it and leaves it as it is, byte for byte. */
static void
test_read_old (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (LtDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  copy_old_file (fixture, &path, &contents, &size);
  document = lt_document_open (path, LT_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lt_item_get_n_children (lt_item_get_child (LT_ITEM (lt_document_get_book (document)), 0)), ==, 2);
  lt_document_close (document);
  assert_same_file (path, contents, size);
  copy = g_build_filename (fixture->folder, "sao.lotrinh", NULL);
  g_assert_true (lt_backup_copy (path, copy, NULL, &error));
  g_assert_cmpint (read_version (copy), ==, 1);
}

/* Opened to be changed it becomes new, its undo goes on working, and what it was is in a backup. */
static void
test_upgrade (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (LtDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) backups = NULL;
  LtPlan *plan;
  gsize size;

  copy_old_file (fixture, &path, &contents, &size);
  document = lt_document_open (path, LT_OPEN_MUST_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read_version (path), ==, LT_SCHEMA_VERSION);
  plan = lt_item_get_child (LT_ITEM (lt_document_get_book (document)), 0);
  kept = lt_json_dup_book (lt_document_get_book (document), NULL);
  g_assert_nonnull (lt_document_keep_baseline (document, plan, "Gốc", lt_day_from_iso ("2024-12-01"), &error));
  g_assert_no_error (error);
  g_assert_true (lt_document_undo (document, NULL));
  g_assert_true (lt_document_undo (document, NULL));
  g_assert_true (lt_document_redo (document, NULL));
  {
    g_autofree char *now = lt_json_dup_book (lt_document_get_book (document), NULL);

    g_assert_cmpstr (now, ==, kept);
  }
  lt_document_close (document);

  backups = lt_backup_list (path, NULL);
  g_assert_cmpuint (g_strv_length (backups), ==, 1);
  g_assert_cmpint (read_version (backups[0]), ==, 1);
}

/* Where no backup can be made it is only read, and says why; a command fails. */
static void
test_no_backup (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "lotrinh", NULL);
  g_autofree char *aside = g_strconcat (folder, ".aside", NULL);
  g_autoptr (LtDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  copy_old_file (fixture, &path, &contents, &size);
  g_rename (folder, aside);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  g_assert_null (lt_document_open (path, LT_OPEN_MUST_WRITE, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  document = lt_document_open (path, LT_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (lt_document_get_read_only (document));
  g_assert_nonnull (strstr (lt_document_get_read_only_reason (document), "older version"));
  lt_document_close (document);
  assert_same_file (path, contents, size);
  g_unlink (folder);
  g_rename (aside, folder);
}

static int
stop_cb (gpointer data)
{
  int *left = data;

  return --*left < 0;
}

/* Stopped anywhere, it is the old file or the new one. */
static void
test_interrupted_upgrade (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  gsize size;
  gboolean done = FALSE;
  int n_stopped = 0;

  copy_old_file (fixture, &path, &contents, &size);
  for (int steps = 0; !done; steps++)
    {
      g_autoptr (LtDatabase) database = lt_database_open (path, SQLITE_OPEN_READWRITE, NULL);
      g_autoptr (GError) error = NULL;
      int left = steps;

      sqlite3_progress_handler (lt_database_get_handle (database), 5, stop_cb, &left);
      done = lt_schema_upgrade (database, 1, &error);
      sqlite3_progress_handler (lt_database_get_handle (database), 0, NULL, NULL);
      n_stopped += !done;
      g_assert_cmpint (lt_schema_get_version (database, NULL), ==, done ? LT_SCHEMA_VERSION : 1);
      g_assert_true (lt_schema_verify (database, NULL));
    }
  g_assert_cmpint (n_stopped, >, 20);
}

static void
test_recover_old (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *target = g_build_filename (fixture->folder, "cứu.lotrinh", NULL);
  g_autoptr (LtDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  LtRecovery result;
  gsize size;

  copy_old_file (fixture, &path, &contents, &size);
  g_assert_true (lt_recover (path, target, &result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (result.lost, ==, 0);
  g_assert_cmpuint (result.orphans, ==, 0);
  document = lt_document_open (target, LT_OPEN_MUST_WRITE, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("lotrinh-home-XXXXXX", NULL);
  int failed;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  add_test ("keep", test_keep);
  add_test ("names", test_names);
  add_test ("removed-rows", test_removed_rows);
  add_test ("moved-rows", test_moved_rows);
  add_test ("json", test_json);
  add_test ("bad-json", test_bad_json);
  add_test ("duplicate", test_duplicate);
  add_test ("read-old", test_read_old);
  add_test ("upgrade", test_upgrade);
  add_test ("no-backup", test_no_backup);
  add_test ("interrupted-upgrade", test_interrupted_upgrade);
  add_test ("recover-old", test_recover_old);
  failed = g_test_run ();
  store_fixture_remove_tree (home);
  return failed;
}
