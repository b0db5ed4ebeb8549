/* SPDX-License-Identifier: MIT */
#include <malloc.h>

#include "plan/lt-search.h"
#include "support/lt-test-book.h"

#define N_ASSIGNMENTS 100000
#define LIMIT_MS 16.0
#define N_TYPED 12

/* Typed a character at a time: common words, rare ones, none, numbers. */
static const char *const typed[N_TYPED] = {
  "a", "Công an thành phố", "sở thông tin truyền thông", "31/12/2024", "quý IV", "đối soát",
  "99999/QĐ-UBND", "không có từ này đâu", "1", "n t h", "và các đơn vị có liên quan", "VNeID 100%",
};

static double
get_ms (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000.0;
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

static double
type_all (LtSearch *search, const char *what)
{
  double worst = 0;
  double sum = 0;
  guint n_keys = 0;
  const char *worst_query = "";
  g_autofree char *kept = NULL;

  for (guint i = 0; i < N_TYPED; i++)
    for (const char *end = g_utf8_next_char (typed[i]);; end = g_utf8_next_char (end))
      {
        g_autofree char *query = g_strndup (typed[i], (gsize) (end - typed[i]));
        gint64 start = g_get_monotonic_time ();
        g_autoptr (GPtrArray) found = lt_search_find (search, query);
        double ms = get_ms (start);

        sum += ms;
        n_keys++;
        if (ms > worst)
          {
            worst = ms;
            g_free (kept);
            kept = g_strdup_printf ("“%s”, %u found", query, found->len);
            worst_query = kept;
          }
        if (*end == '\0')
          break;
      }
  g_print ("%s: %u keystrokes, mean %.2f ms, worst %.2f ms (%s)\n", what, n_keys, sum / n_keys, worst, worst_query);
  return worst;
}

int
main (void)
{
  g_autoptr (LtBook) book = lt_test_book_new (N_ASSIGNMENTS, 1);
  g_autoptr (LtSearch) search = NULL;
  LtItem *plan = lt_item_get_child (LT_ITEM (book), 0);
  guint n = 0;
  gsize before;
  gint64 start;
  double worst;
  double later;

  number_rows (LT_ITEM (book), &n);
  before = mallinfo2 ().uordblks;
  start = g_get_monotonic_time ();
  search = lt_search_new (book);
  lt_search_complete (search);
  g_print ("index of %u rows: %.0f ms in all, %.1f MB\n", n, get_ms (start),
           (double) (mallinfo2 ().uordblks - before) / (1 << 20));

  worst = type_all (search, "fresh");

  /* Nothing may be slower for what happened before. */
  for (guint i = 0; i < 1000; i++)
    lt_search_refresh (search, lt_item_get_child (lt_item_get_child (plan, i), 0));
  later = type_all (search, "right after 1,000 edits");
  worst = MAX (worst, later);

  g_print ("worst keystroke %.2f ms (limit %.0f ms): %s\n", worst, LIMIT_MS, worst < LIMIT_MS ? "ok" : "TOO SLOW");
  return worst < LIMIT_MS ? 0 : 1;
}
