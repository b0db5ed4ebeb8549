/* SPDX-License-Identifier: MIT */
#include <malloc.h>
#include <stdlib.h>
#include <time.h>

#include "app/lt-plan-tree.h"
#include "plan/lt-search.h"
#include "support/lt-test-book.h"

/* What a keystroke in the search costs until the table has its new rows: looking them up,
 * those of the shown plan, the tree. In time of the thread's own, so that what else the
 * computer does does not count; of some repetitions of every keystroke the median. */

#define N_ASSIGNMENTS 100000
#define LIMIT_MS 16.0
#define N_REPETITIONS 5
#define N_STEPS_WITH_PAUSES 11

/* Typed a character at a time and taken back again: common words, rare ones, none, numbers,
 * long ones, marks and none, what everything holds, and letters that are everywhere. */
static const char *const typed[] = {
  "a", "Công an thành phố", "sở thông tin truyền thông", "31/12/2024", "quý IV", "đối soát",
  "99999/QĐ-UBND", "không có từ này đâu", "1", "n t h", "và các đơn vị có liên quan", "VNeID 100%",
  "g", "i", "0", "/2", "e o a u i", "QUYẾT ĐỊNH SỐ", "quyet dinh so ngay 2024", "uy", "xyzxyzxyz",
  "a b c d e g h i k l m n o p q r s t u v x y", "phường xã thị trấn huyện quận thành phố",
  "ĐƯỜNG", "đường", "duong", "2/20", "11111 22222", "chuyểnđổisốchuyểnđổisốchuyểnđổisố",
};

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* A number of its own in every row, as decisions and dispatches have. */
static void
number_rows (LtItem *item, guint *n)
{
  if (LT_IS_ASSIGNMENT (item))
    {
      g_autofree char *note = g_strdup_printf ("Quyết định số %u/QĐ-UBND ngày %u/%u/2024", *n, *n % 28 + 1, *n % 12 + 1);

      (*n)++;
      lt_item_set_text (item, lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "note"), note);
      return;
    }
  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    number_rows (lt_item_get_child (item, i), n);
}

/* A query in the order in which it is typed first, and then taken back. */
static GPtrArray *
list_keystrokes (guint step)
{
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *queries = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      const char *end = typed[i];

      while (*end != '\0')
        {
          end = g_utf8_next_char (end);
          g_ptr_array_add (queries, g_strndup (typed[i], (gsize) (end - typed[i])));
        }
      while ((end = g_utf8_find_prev_char (typed[i], end)) != NULL && end > typed[i])
        g_ptr_array_add (queries, g_strndup (typed[i], (gsize) (end - typed[i])));
    }
  all = g_steal_pointer (&queries);
  queries = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < all->len; i += step)
    g_ptr_array_add (queries, g_strdup (g_ptr_array_index (all, i)));
  return queries;
}

/* As the view of the plan goes about it. */
static void
show (LtSearch *search, LtPlan *plan, GtkMultiSelection *selection, const char *query, double *find_ms, double *all_ms,
      guint *n_found)
{
  double start = get_cpu_ms ();
  g_autoptr (GPtrArray) found = lt_search_find (search, query);
  double found_at = get_cpu_ms ();
  g_autoptr (GPtrArray) own = lt_plan_tree_take_own (found, plan);
  g_autoptr (GPtrArray) held = lt_search_hold (search);
  g_autoptr (GtkTreeListModel) tree = lt_plan_tree_new_for_matches (own, held);
  GListModel *old = gtk_multi_selection_get_model (selection);
  LtItem *last = LT_ITEM (plan);

  while (!LT_IS_ASSIGNMENT (last))
    last = lt_item_get_child (last, lt_item_get_n_children (last) - 1);
  if (old)
    lt_plan_tree_give_up (g_object_ref (GTK_TREE_LIST_MODEL (old)));
  gtk_multi_selection_set_model (selection, G_LIST_MODEL (tree));
  /* The last row of the plan was selected. */
  if (!lt_plan_tree_is_coming (tree, last))
    lt_plan_tree_find (tree, last);
  *find_ms = found_at - start;
  *all_ms = get_cpu_ms () - start;
  *n_found = found->len;
}

static double
get_median (double *values)
{
  qsort (values, N_REPETITIONS, sizeof *values, compare_doubles);
  return values[N_REPETITIONS / 2];
}

/* Where @pauses, the rows found before have all come into the tree by the next keystroke, and
 * must go again; only some of the keystrokes are tried. */
static double
type_all (LtSearch *search, LtPlan *plan, const char *what, gboolean pauses)
{
  g_autoptr (GPtrArray) queries = list_keystrokes (pauses ? N_STEPS_WITH_PAUSES : 1);
  g_autoptr (GtkMultiSelection) selection = gtk_multi_selection_new (NULL);
  g_autofree double *find = g_new (double, queries->len * N_REPETITIONS);
  g_autofree double *all = g_new (double, queries->len * N_REPETITIONS);
  g_autofree guint *n_found = g_new (guint, queries->len);
  double sum = 0;
  double worst_find = 0;
  double worst = 0;
  guint worst_at = 0;

  for (guint r = 0; r < N_REPETITIONS; r++)
    for (guint i = 0; i < queries->len; i++)
      {
        show (search, plan, selection, g_ptr_array_index (queries, i), &find[i * N_REPETITIONS + r],
              &all[i * N_REPETITIONS + r], &n_found[i]);
        while (pauses && g_main_context_iteration (NULL, FALSE))
          ;
      }
  for (guint i = 0; i < queries->len; i++)
    {
      double median = get_median (&all[i * N_REPETITIONS]);

      sum += median;
      worst_find = MAX (worst_find, get_median (&find[i * N_REPETITIONS]));
      if (median > worst)
        {
          worst = median;
          worst_at = i;
        }
    }
  g_print ("%s: %u keystrokes, %d times each, medians: mean %.2f ms, worst %.2f ms (“%s”, %u found), "
           "worst without the tree %.2f ms\n",
           what, queries->len, N_REPETITIONS, sum / queries->len, worst,
           (const char *) g_ptr_array_index (queries, worst_at), n_found[worst_at], worst_find);
  return worst;
}

static LtItem *
append (LtItem *parent, GType type)
{
  LtItem *child = g_object_new (type, NULL);

  lt_item_append_draft (parent, child);
  return child;
}

/* All rows in one model, and as many models as rows: the shapes that lists and trees like least. */
static LtBook *
create_flat_book (gboolean one_model)
{
  LtBook *book = lt_book_new ();
  LtItem *plan = append (LT_ITEM (book), LT_TYPE_PLAN);
  LtItem *model = NULL;

  for (guint i = 0; i < N_ASSIGNMENTS; i++)
    {
      LtItem *row;

      if (model == NULL || !one_model)
        model = append (plan, LT_TYPE_INITIATIVE);
      row = append (model, LT_TYPE_ASSIGNMENT);
      lt_item_set_text (row, lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "coordination"), "Công an thành phố; các sở");
    }
  return book;
}

static double
measure (LtBook *book, const char *what)
{
  g_autoptr (LtSearch) search = lt_search_new (book);
  LtItem *plan = lt_item_get_child (LT_ITEM (book), 0);
  guint n = 0;
  double worst;
  double later;

  number_rows (LT_ITEM (book), &n);
  lt_search_complete (search);
  worst = type_all (search, LT_PLAN (plan), what, FALSE);
  later = type_all (search, LT_PLAN (plan), "  with pauses", TRUE);
  worst = MAX (worst, later);

  /* Nothing may be slower for what happened before. */
  for (guint i = 0; i < MIN (lt_item_get_n_children (plan), 1000); i++)
    lt_search_refresh (search, lt_item_get_child (lt_item_get_child (plan, i), 0));
  later = type_all (search, LT_PLAN (plan), "  right after 1,000 edits", FALSE);
  return MAX (worst, later);
}

int
main (void)
{
  g_autoptr (LtBook) book = lt_test_book_new (N_ASSIGNMENTS, 1);
  g_autoptr (LtBook) one_model = create_flat_book (TRUE);
  g_autoptr (LtBook) many_models = create_flat_book (FALSE);
  gsize before = mallinfo2 ().uordblks;
  g_autoptr (LtSearch) search = lt_search_new (book);
  double start = get_cpu_ms ();
  double worst;
  double other;

  lt_search_complete (search);
  g_print ("index: %.0f ms in all, %.1f MB\n", get_cpu_ms () - start,
           (double) (mallinfo2 ().uordblks - before) / (1 << 20));

  worst = measure (book, "a plan");
  other = measure (one_model, "one model");
  worst = MAX (worst, other);
  other = measure (many_models, "a model for each row");
  worst = MAX (worst, other);

  g_print ("worst keystroke %.2f ms of processor time (limit %.0f ms): %s\n", worst, LIMIT_MS,
           worst < LIMIT_MS ? "ok" : "TOO SLOW");
  return worst < LIMIT_MS ? 0 : 1;
}
