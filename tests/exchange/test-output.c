/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "exchange/lt-output.h"

#define BIG (4 * 1024 * 1024)
#define NOBODY 65534

typedef struct {
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("lt-output-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "Báo cáo 施政.xlsx", NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_chmod (fixture->folder, 0700);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static GBytes *
new_bytes (char c, gsize length)
{
  char *data = g_malloc (length);

  memset (data, c, length);
  return g_bytes_new_take (data, length);
}

static void
replace (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  g_assert_true (lt_output_replace (path, bytes, &error));
  g_assert_no_error (error);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpmem (content, length, expected, strlen (expected));
}

static void
assert_fails (const char *path, LtExchangeError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = new_bytes ('n', BIG);

  g_assert_false (lt_output_replace (path, bytes, &error));
  g_assert_error (error, LT_EXCHANGE_ERROR, code);
  g_test_message ("%s", error->message);
}

static void
test_new_and_old (Fixture *fixture, gconstpointer data)
{
  replace (fixture->path, "một");
  assert_content (fixture->path, "một");
  replace (fixture->path, "hai");
  assert_content (fixture->path, "hai");
  replace (fixture->path, "");
  assert_content (fixture->path, "");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_relative_path (Fixture *fixture, gconstpointer data)
{
  g_autofree char *here = g_get_current_dir ();

  g_assert_cmpint (g_chdir (fixture->folder), ==, 0);
  replace ("a.csv", "x");
  assert_content ("a.csv", "x");
  g_assert_cmpint (g_chdir (here), ==, 0);
}

static void
test_permissions (Fixture *fixture, gconstpointer data)
{
  GStatBuf info;
  mode_t mask = umask (027);

  replace (fixture->path, "x");
  g_stat (fixture->path, &info);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
  g_chmod (fixture->path, 0604);
  replace (fixture->path, "y");
  g_stat (fixture->path, &info);
  g_assert_cmpint (info.st_mode & 0777, ==, 0604);
  umask (mask);
}

static void
test_symbolic_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "second", NULL);
  g_autofree char *name = g_path_get_basename (fixture->path);

  g_assert_cmpint (symlink (name, link), ==, 0);
  g_assert_cmpint (symlink (link, second), ==, 0);
  replace (second, "mới"); /* where the link leads to there is nothing yet */
  assert_content (fixture->path, "mới");
  replace (link, "hơn");
  assert_content (fixture->path, "hơn");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count_files (fixture->folder), ==, 3);
}

static void
test_impossible_targets (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "không", "có.xlsx", NULL);
  g_autofree char *below = g_build_filename (fixture->path, "x.xlsx", NULL);

  assert_fails (nowhere, LT_EXCHANGE_ERROR_NO_FOLDER);
  assert_fails (fixture->folder, LT_EXCHANGE_ERROR_TARGET);
  assert_fails ("/dev/null", LT_EXCHANGE_ERROR_TARGET);
  replace (fixture->path, "x");
  assert_fails (below, LT_EXCHANGE_ERROR_NO_FOLDER);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
check_no_right_to_write (Fixture *fixture)
{
  replace (fixture->path, "cũ");
  g_chmod (fixture->path, 0444);
  assert_fails (fixture->path, LT_EXCHANGE_ERROR_DENIED);
  g_chmod (fixture->path, 0644);
  g_chmod (fixture->folder, 0500);
  assert_fails (fixture->path, LT_EXCHANGE_ERROR_DENIED);
  assert_content (fixture->path, "cũ");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* In a process of its own, because root, which builders are, may write everywhere. */
static void
test_no_right_to_write (Fixture *fixture, gconstpointer data)
{
  pid_t child;
  int status;

  if (geteuid () == 0)
    g_assert_cmpint (chown (fixture->folder, NOBODY, NOBODY), ==, 0);
  child = fork ();
  if (child == 0)
    {
      if (geteuid () == 0 && setuid (NOBODY) != 0)
        _exit (1);
      check_no_right_to_write (fixture);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

/* A limit on file sizes stands for a full disk: the write fails half way. */
static void
test_no_space (Fixture *fixture, gconstpointer data)
{
  struct rlimit old;
  struct rlimit small;

  replace (fixture->path, "cũ");
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &old);
  small = old;
  small.rlim_cur = BIG / 2;
  setrlimit (RLIMIT_FSIZE, &small);
  assert_fails (fixture->path, LT_EXCHANGE_ERROR_NO_SPACE);
  setrlimit (RLIMIT_FSIZE, &old);
  assert_content (fixture->path, "cũ");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

G_NORETURN static void
write_forever (const char *path)
{
  g_autoptr (GBytes) a = new_bytes ('a', BIG);
  g_autoptr (GBytes) b = new_bytes ('b', BIG);

  for (;;)
    {
      lt_output_replace (path, a, NULL);
      lt_output_replace (path, b, NULL);
    }
}

static void
assert_whole (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (length, ==, BIG);
  for (gsize i = 1; i < length; i++)
    if (content[i] != content[0])
      g_error ("the file is made of two at byte %zu", i);
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) first = new_bytes ('a', BIG);

  g_assert_true (lt_output_replace (fixture->path, first, NULL));
  for (guint i = 0; i < 30; i++)
    {
      pid_t child = fork ();

      if (child == 0)
        write_forever (fixture->path);
      g_usleep ((gulong) g_test_rand_int_range (500, 40000));
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
      assert_whole (fixture->path);
    }
#ifdef __linux__
  /* Files without a name vanish with their writer; the moment between naming and
   * renaming is too short to hit more than once in a long while. */
  g_assert_cmpuint (count_files (fixture->folder), <=, 2);
#endif
}

#define ADD(name, function) \
  g_test_add ("/output/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new-and-old", test_new_and_old);
  ADD ("relative-path", test_relative_path);
  ADD ("permissions", test_permissions);
  ADD ("symbolic-links", test_symbolic_links);
  ADD ("impossible-targets", test_impossible_targets);
  ADD ("no-right-to-write", test_no_right_to_write);
  ADD ("no-space", test_no_space);
  ADD ("killed", test_killed);
  return g_test_run ();
}
