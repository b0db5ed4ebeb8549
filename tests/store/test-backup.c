/* SPDX-License-Identifier: MIT */
#include "store/lt-backup.h"

#include <glib/gstdio.h>
#include <string.h>

#include "store-fixture.h"

#define add_test(path, func) \
  g_test_add ("/backup/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

static char *
dup_dump_of (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtDocument) document = lt_document_open (path, LT_OPEN_READ_ONLY, &error);

  g_assert_no_error (error);
  return store_fixture_dump (document);
}

/* Overwrites @count bytes from @offset on. */
static void
spoil (const char *path, gsize offset, gsize count)
{
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_cmpuint (offset, <, length);
  memset (data + offset, 0x5a, MIN (count, length - offset));
  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
}

static void
add_rows (StoreFixture *fixture, guint n)
{
  LtEdit *edit = lt_document_begin_edit (fixture->document, "Many", NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LtItem) draft = lt_item_new_draft (LT_TYPE_ASSIGNMENT, 0);
      g_autofree char *note = g_strdup_printf ("Ghi chú số %u: %0300u", i, i);

      lt_item_set_text (draft, lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "note"), note);
      g_assert_cmpint (lt_edit_insert (edit, store_fixture_get (fixture, "2"), NULL, draft, NULL), !=, 0);
    }
  g_assert_true (lt_edit_commit (edit, NULL));
}

static void
test_copy (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "sao lưu.lotrinh", NULL);
  g_autofree char *expected = store_fixture_dump (fixture->document);
  g_autofree char *copied = NULL;
  g_autoptr (GError) error = NULL;

  /* While the file is open and can be edited. */
  g_assert_true (lt_backup_copy (fixture->path, target, NULL, &error));
  g_assert_no_error (error);
  copied = dup_dump_of (target);
  g_assert_cmpstr (copied, ==, expected);
}

static void
test_copy_of_damaged (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "sao lưu.lotrinh", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (target, "the older backup", -1, NULL));
  add_rows (fixture, 200);
  g_clear_object (&fixture->document);
  spoil (fixture->path, 5 * 4096, 4096);
  g_assert_false (lt_backup_copy (fixture->path, target, NULL, &error));
  g_assert_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_DAMAGED);
  g_assert_true (g_file_get_contents (target, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "the older backup");
}

static void
test_roll (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_auto (GStrv) list = NULL;
  g_auto (GStrv) later = NULL;
  g_autofree char *newest = NULL;
  g_autofree char *expected = NULL;

  for (int i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d", i);

      g_assert_true (lt_document_set (fixture->document, store_fixture_get (fixture, "1"), "name", name, NULL));
      g_assert_true (lt_backup_roll (fixture->path, folder, 0, 3, NULL, NULL));
    }
  list = lt_backup_list (fixture->path, folder);
  g_assert_cmpuint (g_strv_length (list), ==, 3);
  expected = store_fixture_dump (fixture->document);
  newest = dup_dump_of (list[0]);
  g_assert_cmpstr (newest, ==, expected);

  /* Not due yet; and a damaged file pushes no good copy out. */
  g_assert_true (lt_backup_roll (fixture->path, folder, 3600, 3, NULL, NULL));
  add_rows (fixture, 200);
  g_clear_object (&fixture->document);
  spoil (fixture->path, 5 * 4096, 4096);
  g_assert_false (lt_backup_roll (fixture->path, folder, 0, 3, NULL, NULL));
  later = lt_backup_list (fixture->path, folder);
  g_assert_cmpstrv (list, later);
  store_fixture_remove_tree (folder);
}

static void
test_recover (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "cứu.lotrinh", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_length;
  gsize length;
  LtRecovery result;
  g_autoptr (GError) error = NULL;
  g_autoptr (LtDocument) recovered = NULL;
  LtItem *book;
  guint found = 0;

  add_rows (fixture, 400);
  g_clear_object (&fixture->document);
  g_assert_true (g_file_get_contents (fixture->path, &before, &before_length, NULL));
  /* Two pages in the middle of what was added. */
  spoil (fixture->path, (before_length / 4096 / 4) * 4096, 2 * 4096);
  g_clear_pointer (&before, g_free);
  g_assert_true (g_file_get_contents (fixture->path, &before, &before_length, NULL));

  g_assert_null (lt_document_open (fixture->path, LT_OPEN_DEFAULT, &error));
  g_assert_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_DAMAGED);
  g_clear_error (&error);
  lt_recover (fixture->path, target, &result, &error);
  g_assert_no_error (error);
  recovered = lt_document_open (target, LT_OPEN_MUST_WRITE, &error);
  g_assert_no_error (error);

  book = LT_ITEM (lt_document_get_book (recovered));
  for (guint i = 0; i < lt_item_get_n_children (book); i++)
    for (guint j = 0; j < lt_item_get_n_children (lt_item_get_child (book, i)); j++)
      found += lt_item_get_n_children (lt_item_get_child (lt_item_get_child (book, i), j));
  g_assert_cmpuint (found, >=, 360);
  g_assert_cmpuint (result.rows, >=, 360);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length, NULL));
  g_assert_cmpmem (before, before_length, after, length);
}

static void
test_recover_truncated (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "cứu.lotrinh", NULL);
  g_autofree char *contents = NULL;
  gsize length;
  LtRecovery result;
  g_autoptr (GError) error = NULL;
  g_autoptr (LtDocument) recovered = NULL;

  add_rows (fixture, 400);
  g_clear_object (&fixture->document);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) (length / 2), NULL));
  lt_recover (fixture->path, target, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.rows, >, 50);
  recovered = lt_document_open (target, LT_OPEN_MUST_WRITE, &error);
  g_assert_no_error (error);
}

static void
test_recover_refuses (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "thư.txt", NULL);
  g_autofree char *target = g_build_filename (fixture->folder, "cứu.lotrinh", NULL);
  LtRecovery result;
  g_autoptr (GError) error = NULL;

  g_assert_false (lt_recover (fixture->path, fixture->path, &result, &error));
  g_assert_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (other, "Kính gửi", -1, NULL));
  g_assert_false (lt_recover (other, target, &result, &error));
  g_assert_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_DAMAGED);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("copy", test_copy);
  add_test ("copy-of-damaged", test_copy_of_damaged);
  add_test ("roll", test_roll);
  add_test ("recover", test_recover);
  add_test ("recover-truncated", test_recover_truncated);
  add_test ("recover-refuses", test_recover_refuses);

  return g_test_run ();
}
