/* SPDX-License-Identifier: MIT */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "exchange/lt-json.h"
#include "random-edit.h"
#include "store-fixture.h"

/* A process that edits without pause is killed at a random moment. What it has
 * acknowledged must be in the file, and nothing by halves. */

/* LT_TEST_RUNS asks for more. */
#define RUNS 30
/* Steps that a child has acknowledged before the wait for its end begins. */
#define STEPS_MAX 30
/* One commit takes less than that. */
#define WAIT_MAX_USEC 8000

static char *program;

static int
get_runs (void)
{
  const char *runs = g_getenv ("LT_TEST_RUNS");

  return runs ? atoi (runs) : RUNS;
}

/* An edit, an undo or a redo. */
static void
take_step (LtDocument *document, GRand *random)
{
  g_autoptr (GError) error = NULL;
  int choice = g_rand_int_range (random, 0, 10);

  if (choice == 0 && lt_document_get_can_undo (document))
    lt_document_undo (document, &error);
  else if (choice == 1 && lt_document_get_can_redo (document))
    lt_document_redo (document, &error);
  else
    random_edit_apply (document, random);
  g_assert_no_error (error);
}

/* In the process that will be killed: one byte on stdout says "it is on disk". */
static int
edit_until_killed (const char *path, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtDocument) document = lt_document_open (path, LT_OPEN_MUST_WRITE, &error);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_assert_no_error (error);
  do
    take_step (document, random);
  while (write (STDOUT_FILENO, ".", 1) == 1);
  return EXIT_FAILURE;
}

static guint
kill_an_editor (const char *path, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *number = g_strdup_printf ("%u", seed);
  char *argv[] = { program, (char *) "--edit", (char *) path, number, NULL };
  guint n_wanted = (guint) g_test_rand_int_range (0, STEPS_MAX);
  guint n_acknowledged = 0;
  char buffer[4096];
  gssize n_read;
  int acknowledgements;
  int status;
  GPid pid;

  g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL,
                            &acknowledgements, NULL, &error);
  g_assert_no_error (error);
  while (n_acknowledged < n_wanted && (n_read = read (acknowledgements, buffer, sizeof buffer)) > 0)
    n_acknowledged += (guint) n_read;
  g_usleep ((gulong) g_test_rand_int_range (0, WAIT_MAX_USEC));

  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  while ((n_read = read (acknowledgements, buffer, sizeof buffer)) > 0)
    n_acknowledged += (guint) n_read;
  close (acknowledgements);
  return n_acknowledged;
}

static gboolean
number_id_cb (const GMatchInfo *match, GString *result, gpointer data)
{
  GHashTable *numbers = data;
  char *id = g_match_info_fetch (match, 0);
  gpointer number = g_hash_table_lookup (numbers, id);

  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
      g_hash_table_insert (numbers, g_strdup (id), number);
    }
  g_string_append_printf (result, "#%u", GPOINTER_TO_UINT (number));
  g_free (id);
  return FALSE;
}

/* New rows get new ids each time, so ids are told by their place. */
static char *
dup_json (LtDocument *document)
{
  g_autofree char *json = lt_json_dup_book (lt_document_get_book (document), NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRegex) ids = g_regex_new ("[0-9]{15,19}", 0, 0, NULL);

  return g_regex_replace_eval (ids, json, -1, 0, 0, number_id_cb, numbers, NULL);
}

/* The step that was under way when the end came may be in the file or not. */
static void
assert_steps_taken (LtDocument *document, const char *twin_path, guint32 seed, guint n_steps)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtDocument) twin = lt_document_open (twin_path, LT_OPEN_MUST_WRITE, &error);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree char *found = dup_json (document);
  g_autofree char *expected = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < n_steps; i++)
    take_step (twin, random);
  expected = dup_json (twin);
  if (strcmp (found, expected) != 0)
    {
      g_clear_pointer (&expected, g_free);
      take_step (twin, random);
      expected = dup_json (twin);
    }
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_all_can_be_undone (LtDocument *document, const char *start)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  while (lt_document_get_can_undo (document))
    {
      lt_document_undo (document, &error);
      g_assert_no_error (error);
    }
  json = dup_json (document);
  g_assert_cmpstr (json, ==, start);
}

static guint
run_once (void)
{
  StoreFixture fixture = { 0 };
  guint32 seed = (guint32) g_test_rand_int ();
  g_autofree char *twin_path = NULL;
  g_autofree char *start = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  guint n_steps;
  gsize length;

  store_fixture_set_up (&fixture, NULL);
  twin_path = g_build_filename (fixture.folder, "twin.lotrinh", NULL);
  start = dup_json (fixture.document);
  g_clear_object (&fixture.document);
  g_assert_true (g_file_get_contents (fixture.path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (twin_path, contents, (gssize) length, NULL));

  n_steps = kill_an_editor (fixture.path, seed);
  /* Opening checks the integrity of the whole file. */
  fixture.document = lt_document_open (fixture.path, LT_OPEN_MUST_WRITE, &error);
  g_assert_no_error (error);
  assert_steps_taken (fixture.document, twin_path, seed, n_steps);
  assert_all_can_be_undone (fixture.document, start);
  store_fixture_tear_down (&fixture, NULL);
  return n_steps;
}

static void
test_killed_while_editing (void)
{
  guint n_steps = 0;

  for (int n = get_runs (); n > 0; n--)
    n_steps += run_once ();
  g_test_message ("%d editors killed after %u acknowledged steps", get_runs (), n_steps);
  g_assert_cmpuint (n_steps, >, 0);
}

int
main (int argc, char **argv)
{
  program = argv[0];
  if (argc == 4 && strcmp (argv[1], "--edit") == 0)
    return edit_until_killed (argv[2], (guint32) g_ascii_strtoull (argv[3], NULL, 10));
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/crash/killed-while-editing", test_killed_while_editing);
  return g_test_run ();
}
