/* SPDX-License-Identifier: MIT */
#include <sys/resource.h>

#include "exchange/lt-json.h"
#include "support/lt-test-book.h"

static void
say (const char *what, gint64 since)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  g_print ("%s: %.2f s, %ld MB at most so far\n", what,
           (double) (g_get_monotonic_time () - since) / G_USEC_PER_SEC, usage.ru_maxrss / 1024);
}

/* bench-json N: how long a book of N assignments takes to write and to read. */
int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtBook) book = NULL;
  g_autoptr (LtBook) again = NULL;
  g_autofree char *json = NULL;
  guint64 n = 0;
  gsize length;
  gint64 start;

  if (argc != 2 || !g_ascii_string_to_unsigned (argv[1], 10, 1, G_MAXINT, &n, NULL))
    {
      g_printerr ("usage: bench-json N\n");
      return 2;
    }

  start = g_get_monotonic_time ();
  book = lt_test_book_new ((guint) n, 1);
  say ("make", start);

  start = g_get_monotonic_time ();
  json = lt_json_dup_book (book, &length);
  say ("write", start);
  g_print ("%" G_GSIZE_FORMAT " MB of JSON\n", length >> 20);
  g_clear_object (&book);

  start = g_get_monotonic_time ();
  again = lt_json_parse_book (json, (gssize) length, &error);
  say ("read", start);
  g_assert_no_error (error);
  return 0;
}
