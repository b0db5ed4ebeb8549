/* SPDX-License-Identifier: MIT */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "store/lt-document.h"
#include "support/lt-test-book.h"

/* Opening a large file, integrity check included, against the least that anybody
 * has to do: a loop that reads the same rows. Each is timed in a process of its
 * own, so that the memory of one does not hide that of the other. */

#define N_ASSIGNMENTS 100000
#define N_ROUNDS 9
/* On a computer that is busy with something else both are tried longer. */
#define N_ROUNDS_BUSY 30
#define RATIO_MAX 3.0
#define MEGABYTES_MAX 300.0

typedef struct {
  double seconds;
  double megabytes;
} Cost;

static LtDocument *
open_document (const char *path)
{
  g_autoptr (GError) error = NULL;
  LtDocument *document = lt_document_open (path, LT_OPEN_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (lt_item_get_n_children (LT_ITEM (lt_document_get_book (document))), ==, 1);
  return document;
}

static guint64
read_rows (sqlite3 *database, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  sqlite3_stmt *statement;
  guint64 n_bytes = 0;

  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      if (sqlite3_column_text (statement, i))
        n_bytes += (guint64) sqlite3_column_bytes (statement, i);
  sqlite3_finalize (statement);
  return n_bytes;
}

static void
read_bare (const char *path)
{
  static const char *const tables[] = { "plan", "initiative", "assignment", "outcome", "target", "agency" };
  sqlite3 *database;
  guint64 n_bytes = 0;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    n_bytes += read_rows (database, tables[i]);
  sqlite3_close (database);
  g_assert_cmpuint (n_bytes, >, N_ASSIGNMENTS);
}

/* Not getrusage(): what it says includes the process that we were forked from. */
static double
get_megabytes (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  g_assert_nonnull (line);
  return g_ascii_strtod (line + strlen ("VmHWM:"), NULL) / 1024;
}

/* The child's part: does it and prints what it cost. */
static int
measure (const char *what, const char *path)
{
  g_autoptr (LtDocument) document = NULL; /* closing it is not part of opening it */
  gint64 start = g_get_monotonic_time ();
  double seconds;

  if (strcmp (what, "--open") == 0)
    document = open_document (path);
  else
    read_bare (path);
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  g_print ("%f %f\n", seconds, get_megabytes ());
  return EXIT_SUCCESS;
}

static Cost
run_child (char *program, const char *what, char *path)
{
  char *argv[] = { program, (char *) what, path, NULL };
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  Cost cost;
  int status;
  char *rest;

  g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  cost.seconds = g_ascii_strtod (out, &rest);
  cost.megabytes = g_ascii_strtod (rest, NULL);
  return cost;
}

static char *
create_file (const char *folder)
{
  g_autoptr (LtBook) book = lt_test_book_new (N_ASSIGNMENTS, 1);
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, "large.lotrinh", NULL);
  g_autoptr (LtDocument) document = lt_document_create (path, book, &error);

  g_assert_no_error (error);
  return path;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *lock = NULL;
  Cost bare = { G_MAXDOUBLE, 0 };
  Cost open = { G_MAXDOUBLE, 0 };
  double ratio;
  gboolean passed;

  if (argc == 3)
    return measure (argv[1], argv[2]);

  folder = g_dir_make_tmp ("lotrinh-bench-XXXXXX", NULL);
  path = create_file (folder);
  lock = g_build_filename (folder, ".~lock.large.lotrinh#", NULL);
  for (int i = 0; i < N_ROUNDS || (i < N_ROUNDS_BUSY && open.seconds > RATIO_MAX * bare.seconds); i++)
    {
      Cost cost = run_child (argv[0], "--bare", path);

      bare.seconds = MIN (bare.seconds, cost.seconds);
      cost = run_child (argv[0], "--open", path);
      open.seconds = MIN (open.seconds, cost.seconds);
      open.megabytes = MAX (open.megabytes, cost.megabytes);
    }
  g_unlink (path);
  g_unlink (lock);
  g_rmdir (folder);

  ratio = open.seconds / bare.seconds;
  passed = ratio <= RATIO_MAX && open.megabytes <= MEGABYTES_MAX;
  g_print ("opening %d assignments: %.3f s; reading the rows: %.3f s; ratio %.2f (limit %.1f); %.0f MB (limit %.0f): %s\n",
           N_ASSIGNMENTS, open.seconds, bare.seconds, ratio, RATIO_MAX, open.megabytes, MEGABYTES_MAX,
           passed ? "passed" : "FAILED");
  return passed ? EXIT_SUCCESS : EXIT_FAILURE;
}
