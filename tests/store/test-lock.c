/* SPDX-License-Identifier: MIT */
#include "store/lt-lock.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"

#define add_test(path, func) \
  g_test_add ("/lock/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

/* A process that holds the file until it is killed. */
static pid_t
spawn_holder (StoreFixture *fixture)
{
  int ready[2];
  char byte;
  pid_t pid;

  g_assert_cmpint (pipe (ready), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      LtDocument *document = lt_document_open (fixture->path, LT_OPEN_MUST_WRITE, NULL);

      if (document == NULL || write (ready[1], "x", 1) != 1)
        _exit (1);
      pause ();
      _exit (0);
    }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  close (ready[0]);
  close (ready[1]);
  return pid;
}

static void
test_second_process_reads (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  pid_t holder;

  g_clear_object (&fixture->document);
  holder = spawn_holder (fixture);
  fixture->document = lt_document_open (fixture->path, LT_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (lt_document_get_read_only_reason (fixture->document), g_get_host_name ()));
  /* Since when, as a day is written here. */
  g_assert_true (g_regex_match_simple ("[0-9]{1,2}/[0-9]{1,2}/[0-9]{4} [0-9]{2}:[0-9]{2}",
                                       lt_document_get_read_only_reason (fixture->document), 0, 0));
  g_assert_false (lt_document_undo (fixture->document, &error));
  g_clear_error (&error);
  g_assert_null (lt_document_open (fixture->path, LT_OPEN_MUST_WRITE, &error));
  g_assert_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_READ_ONLY);
  g_clear_object (&fixture->document);

  /* A crash drops the lock; the file that told of it stays and blocks nobody. */
  kill (holder, SIGKILL);
  waitpid (holder, NULL, 0);
  g_clear_error (&error);
  fixture->document = lt_document_open (fixture->path, LT_OPEN_MUST_WRITE, &error);
  g_assert_no_error (error);
  g_assert_false (lt_document_get_read_only (fixture->document));
}

static void
test_two_names_one_lock (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "tên khác.lotrinh", NULL);
  g_autoptr (LtDocument) second = NULL;

  g_assert_cmpint (symlink (fixture->path, other), ==, 0);
  second = lt_document_open (other, LT_OPEN_DEFAULT, NULL);
  g_assert_true (lt_document_get_read_only (second));
}

static void
test_odd_lock_files (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *lock_path = g_build_filename (fixture->folder, ".~lock.kế hoạch.lotrinh#", NULL);
  const char *const contents[] = { "", "[holder]\n", "\xff\xfe garbage", "[holder]\nuser=%n%s\nhost=\nsince=\n" };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_clear_object (&fixture->document);
      g_assert_true (g_file_set_contents (lock_path, contents[i], -1, NULL));
      fixture->document = lt_document_open (fixture->path, LT_OPEN_MUST_WRITE, NULL);
      g_assert_nonnull (fixture->document);
      g_assert_true (g_file_test (lock_path, G_FILE_TEST_EXISTS));
    }
  lt_document_close (fixture->document);
  g_assert_false (g_file_test (lock_path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("second-process-reads", test_second_process_reads);
  add_test ("two-names-one-lock", test_two_names_one_lock);
  add_test ("odd-lock-files", test_odd_lock_files);

  return g_test_run ();
}
