/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <unistd.h>

#include "exchange/lt-json.h"
#include "random-edit.h"
#include "store-fixture.h"

/* LT_TEST_RUNS asks for more. */
#define RUNS 60
#define EDITS_MAX 20

static int
get_runs (void)
{
  const char *runs = g_getenv ("LT_TEST_RUNS");

  return runs ? atoi (runs) : RUNS;
}

static char *
dup_json (StoreFixture *fixture)
{
  return lt_json_dup_book (lt_document_get_book (fixture->document), NULL);
}

static void
assert_json (StoreFixture *fixture, const char *expected)
{
  g_autofree char *json = dup_json (fixture);

  g_assert_cmpstr (json, ==, expected);
}

static void
reopen_now_and_then (StoreFixture *fixture)
{
  if (g_test_rand_int_range (0, 8) == 0)
    store_fixture_reopen (fixture);
}

static void
undo (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lt_document_undo (fixture->document, &error));
  g_assert_no_error (error);
}

static void
redo (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lt_document_redo (fixture->document, &error));
  g_assert_no_error (error);
}

/* Edits with some steps back and forth between them. */
static void
make_edits (StoreFixture *fixture)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (int n = g_test_rand_int_range (1, EDITS_MAX + 1); n > 0; n--)
    {
      g_autofree char *before = dup_json (fixture);

      if (!random_edit_apply (fixture->document, random))
        assert_json (fixture, before);
      if (g_test_rand_int_range (0, 5) == 0 && lt_document_get_can_undo (fixture->document))
        {
          g_autofree char *after = dup_json (fixture);

          undo (fixture);
          if (g_test_rand_bit ())
            {
              redo (fixture);
              assert_json (fixture, after);
            }
        }
      reopen_now_and_then (fixture);
    }
}

static void
run_sequence (void)
{
  StoreFixture fixture = { 0 };
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  guint undo_depth, redo_depth;

  store_fixture_set_up (&fixture, NULL);
  start = dup_json (&fixture);
  make_edits (&fixture);
  end = dup_json (&fixture);
  undo_depth = lt_document_get_undo_depth (fixture.document);
  redo_depth = lt_document_get_redo_depth (fixture.document);

  store_fixture_reopen (&fixture);
  assert_json (&fixture, end);
  while (lt_document_get_can_undo (fixture.document))
    {
      undo (&fixture);
      reopen_now_and_then (&fixture);
    }
  assert_json (&fixture, start);
  store_fixture_reopen (&fixture);
  assert_json (&fixture, start);
  g_assert_cmpuint (lt_document_get_redo_depth (fixture.document), ==, redo_depth + undo_depth);

  /* What was undone before the end was reached stays undone. */
  while (lt_document_get_redo_depth (fixture.document) > redo_depth)
    {
      redo (&fixture);
      reopen_now_and_then (&fixture);
    }
  assert_json (&fixture, end);
  store_fixture_reopen (&fixture);
  assert_json (&fixture, end);
  store_fixture_tear_down (&fixture, NULL);
}

static void
test_all_back_and_forth (void)
{
  for (int n = get_runs (); n > 0; n--)
    run_sequence ();
}

int
main (int argc, char **argv)
{
  /* Nothing here leans on the disk, and in memory a thousand runs take seconds. */
  if (access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/undo-property/all-back-and-forth", test_all_back_and_forth);
  return g_test_run ();
}
