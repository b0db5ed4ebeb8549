/* SPDX-License-Identifier: MIT */
#include <glib/gstdio.h>
#include <stdlib.h>

#include "store/lt-document.h"
#include "support/lt-test-book.h"

/* What one edit costs must not grow with the file: the same edits, in turn, in a
 * small and in a large one. Medians, as a disk has its moods. */

#define N_SMALL 1000
#define N_LARGE 100000
#define N_EDITS 151
#define RATIO_MAX 1.5

typedef struct {
  char *path;
  LtDocument *document;
  GArray *times; /* of gint64, microseconds */
} File;

typedef void (*Edit) (LtDocument *document, int round);

static LtItem *
get_initiative (LtDocument *document, int round)
{
  LtItem *plan = lt_item_get_child (LT_ITEM (lt_document_get_book (document)), 0);

  /* Spread over the whole plan, wherever it ends. */
  return lt_item_get_child (plan, (guint) (round * 7919) % lt_item_get_n_children (plan));
}

static LtItem *
get_assignment (LtDocument *document, int round)
{
  LtItem *initiative = get_initiative (document, round);

  while (lt_item_get_n_children (initiative) == 0)
    initiative = get_initiative (document, ++round);
  return lt_item_get_child (initiative, 0);
}

static void
set (LtDocument *document, int round)
{
  g_autofree char *words = g_strdup_printf ("trước ngày %d/12/2024", 1 + round % 28);
  g_autoptr (GError) error = NULL;

  lt_document_set (document, get_assignment (document, round), "deadline", words, &error);
  g_assert_no_error (error);
}

static void
set_lead (LtDocument *document, int round)
{
  g_autoptr (GError) error = NULL;

  lt_document_set (document, get_assignment (document, round), "lead", round % 2 ? "Sở Y tế" : "Sở Tư pháp", &error);
  g_assert_no_error (error);
}

static void
add (LtDocument *document, int round)
{
  g_autoptr (LtItem) draft = lt_item_new_draft (LT_TYPE_ASSIGNMENT, 0);
  LtItem *outcome = lt_item_new_draft (LT_TYPE_OUTCOME, 0);
  LtItem *initiative = get_initiative (document, round);
  g_autoptr (GError) error = NULL;

  lt_item_set_string (draft, lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "lead"), "Sở Y tế", &error);
  lt_item_set_string (outcome, lt_item_type_find_field (LT_TYPE_OUTCOME, "text"), "Rà soát", &error);
  lt_item_append_draft (draft, outcome);
  lt_document_add (document, initiative, lt_item_get_child (initiative, 0), draft, &error);
  g_assert_no_error (error);
}

static void
remove_one (LtDocument *document, int round)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (items, get_assignment (document, round));
  lt_document_remove (document, items, &error);
  g_assert_no_error (error);
}

static void
open_file (File *file, const char *folder, guint n_assignments)
{
  g_autofree char *name = g_strdup_printf ("%u.lotrinh", n_assignments);
  g_autoptr (LtBook) book = lt_test_book_new (n_assignments, 1);
  g_autoptr (GError) error = NULL;

  file->path = g_build_filename (folder, name, NULL);
  file->document = lt_document_create (file->path, book, &error);
  file->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_assert_no_error (error);
}

static void
close_file (File *file)
{
  g_object_unref (file->document);
  g_unlink (file->path);
  g_free (file->path);
  g_array_unref (file->times);
}

static void
time_edit (File *file, Edit edit, int round)
{
  gint64 start = g_get_monotonic_time ();
  gint64 time;

  edit (file->document, round);
  time = g_get_monotonic_time () - start;
  g_array_append_val (file->times, time);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static double
take_median (File *file)
{
  double median;

  g_array_sort (file->times, compare_times);
  median = (double) g_array_index (file->times, gint64, file->times->len / 2);
  g_array_set_size (file->times, 0);
  return median;
}

int
main (void)
{
  static const struct {
    const char *name;
    Edit edit;
  } edits[] = { { "set", set }, { "set lead", set_lead }, { "add", add }, { "remove", remove_one } };
  g_autofree char *folder = g_dir_make_tmp ("lotrinh-bench-XXXXXX", NULL);
  File small, large;
  gboolean passed = TRUE;

  open_file (&small, folder, N_SMALL);
  open_file (&large, folder, N_LARGE);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      double of_small, of_large, ratio;

      for (int round = 0; round < N_EDITS; round++)
        {
          time_edit (&small, edits[i].edit, round);
          time_edit (&large, edits[i].edit, round);
        }
      of_small = take_median (&small);
      of_large = take_median (&large);
      ratio = of_large / of_small;
      passed = passed && ratio <= RATIO_MAX;
      g_print ("%s: %.0f us among %d assignments, %.0f us among %d; ratio %.2f (limit %.1f): %s\n", edits[i].name,
               of_small, N_SMALL, of_large, N_LARGE, ratio, RATIO_MAX, ratio <= RATIO_MAX ? "passed" : "FAILED");
    }
  close_file (&small);
  close_file (&large);
  g_rmdir (folder);
  return passed ? EXIT_SUCCESS : EXIT_FAILURE;
}
