/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include <stdlib.h>
#include <time.h>

#include "app/lt-timeline-canvas-private.h"
#include "store/lt-label.h"
#include "support/lt-test-book.h"

/* demands.md, rows 29 and 31: what an edit of a large plan takes with a page open that shows it,
 * until all of the page knows. In processor time of the thread that people wait for: backups in
 * others, and other work on the machine, are not theirs. */

#define N_ROWS 5000
#define N_EDITS 60
#define N_ATTEMPTS 3
#define ALLOWANCE_MAX 3.0
#define MEDIAN_MAX_MS 50
#define LAST_PERCENT_MAX_MS 100
#define N_SELECTED 1000
#define SELECTED_MAX_MS 200

static const char *const pages[] = { "plan", "timeline" };

static void
set_up (LtGui *gui, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtBook) book = lt_test_book_new (N_ROWS, 1);

  lt_gui_set_up_empty (gui, NULL);
  gui->path = g_build_filename (gui->folder, "lớn.lotrinh", NULL);
  g_object_unref (lt_document_create (gui->path, book, &error));
  g_assert_no_error (error);
  lt_application_open (gui->application, GTK_WINDOW (gui->window), gui->path);
  gui->document = lt_window_get_document (gui->window);
  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.page", "s", data);
  lt_gui_settle ();
}

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

/* Processor time grows where several programs share the caches and pipelines of a core: limits
 * are those of a machine that has nothing else to do, and wider by as much as it is overloaded. */
static double
get_allowance (void)
{
  double load = 0;

  if (getloadavg (&load, 1) != 1)
    return 1;
  return CLAMP (load / g_get_num_processors (), 1, ALLOWANCE_MAX);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static LtItem *
get_initiative (LtGui *gui, guint round)
{
  LtItem *plan = lt_item_get_child (LT_ITEM (lt_document_get_book (gui->document)), 0);
  guint n = lt_item_get_n_children (plan);

  for (guint i = round * 7919 % n;; i = (i + 1) % n)
    if (lt_item_get_n_children (lt_item_get_child (plan, i)) > 1)
      return lt_item_get_child (plan, i);
}

static void
edit_words (LtGui *gui, guint round)
{
  g_autofree char *words = g_strdup_printf ("trước ngày %u/12/2024", 1 + round % 28);

  g_assert_true (lt_document_set (gui->document, lt_item_get_child (get_initiative (gui, round), 0), "deadline", words,
                                  NULL));
}

/* Up by one among its siblings. */
static void
move_up (LtGui *gui, guint round)
{
  LtItem *initiative = get_initiative (gui, round);

  g_assert_true (lt_document_move (gui->document, lt_item_get_child (initiative, 1), initiative,
                                   lt_item_get_child (initiative, 0), NULL));
}

/* What an indent is in two fixed levels: the row goes below another model. */
static void
move_below (LtGui *gui, guint round)
{
  LtItem *from = get_initiative (gui, round);
  LtItem *to = get_initiative (gui, round + 1);

  g_assert_true (lt_document_move (gui->document, lt_item_get_child (from, 0), to, NULL, NULL));
}

static void
undo (LtGui *gui, guint round)
{
  g_assert_true (lt_document_undo (gui->document, NULL));
}

typedef struct {
  const char *name;
  void (*edit) (LtGui *gui, guint round);
} Kind;

static gboolean
is_fast (LtGui *gui, const char *page, const Kind *kind, guint attempt)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double median;
  double last;

  for (guint round = 0; round < N_EDITS; round++)
    {
      double start = get_cpu_ms ();
      double time;

      kind->edit (gui, attempt * N_EDITS + round);
      time = get_cpu_ms () - start;
      g_array_append_val (times, time);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }
  g_array_sort (times, compare_times);
  median = g_array_index (times, double, N_EDITS / 2);
  last = g_array_index (times, double, N_EDITS * 99 / 100);
  g_test_message ("%s: %s: median %.1f ms, p99 %.1f ms", page, kind->name, median, last);
  return median < MEDIAN_MAX_MS * get_allowance () && last < LAST_PERCENT_MAX_MS * get_allowance ();
}

static void
test_edits (LtGui *gui, gconstpointer page)
{
  static const Kind kinds[] = {
    { "edit", edit_words }, { "move", move_up }, { "indent", move_below }, { "undo", undo },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gboolean fast = FALSE;

      /* A machine that does much else makes a program slower than it is, never faster. */
      for (guint attempt = 0; attempt < N_ATTEMPTS && !fast; attempt++)
        fast = is_fast (gui, page, &kinds[i], attempt);
      g_assert_true (fast);
    }
}

static guint
gather (LtItem *plan, GPtrArray *rows, guint n)
{
  for (guint i = 0; i < lt_item_get_n_children (plan) && rows->len < n; i++)
    for (guint j = 0; j < lt_item_get_n_children (lt_item_get_child (plan, i)) && rows->len < n; j++)
      g_ptr_array_add (rows, lt_item_get_child (lt_item_get_child (plan, i), j));
  return rows->len;
}

/* Many rows at once are one edit, and one undo. */
static void
test_selected (LtGui *gui, gconstpointer page)
{
  LtItem *plan = lt_item_get_child (LT_ITEM (lt_document_get_book (gui->document)), 0);
  LtItem *last = lt_item_get_child (plan, lt_item_get_n_children (plan) - 1);
  guint depth = lt_document_get_undo_depth (gui->document);
  guint n_before = lt_item_get_n_children (last);
  double took = G_MAXDOUBLE;

  for (guint attempt = 0; attempt < N_ATTEMPTS; attempt++)
    {
      g_autoptr (GPtrArray) rows = g_ptr_array_new ();
      g_autofree char *label = lt_label_new ("Move %s", "1000", NULL);
      LtEdit *edit;
      double start;

      g_assert_cmpuint (gather (plan, rows, N_SELECTED), ==, N_SELECTED);
      start = get_cpu_ms ();
      edit = lt_document_begin_edit (gui->document, label, NULL);
      for (guint i = 0; i < rows->len; i++)
        g_assert_true (lt_edit_move (edit, g_ptr_array_index (rows, i), last, NULL, NULL));
      g_assert_true (lt_edit_commit (edit, NULL));
      took = MIN (took, get_cpu_ms () - start);
      g_assert_cmpuint (lt_document_get_undo_depth (gui->document), ==, depth + 1);
      g_assert_cmpuint (lt_item_get_n_children (last), ==, n_before + N_SELECTED);
      g_assert_true (lt_document_undo (gui->document, NULL));
      g_assert_cmpuint (lt_item_get_n_children (last), ==, n_before);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }
  g_test_message ("%s: %u rows in %.0f ms", (const char *) page, N_SELECTED, took);
  g_assert_cmpfloat (took, <, SELECTED_MAX_MS * get_allowance ());
}

static void
add_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *edits = g_strdup_printf ("/speed/%s/edits", pages[i]);
      g_autofree char *selected = g_strdup_printf ("/speed/%s/selected", pages[i]);

      g_test_add (edits, LtGui, pages[i], set_up, test_edits, lt_gui_tear_down);
      g_test_add (selected, LtGui, pages[i], set_up, test_selected, lt_gui_tear_down);
    }
}

int
main (int argc, char **argv)
{
  return lt_gui_test_run (&argc, &argv, add_tests);
}
