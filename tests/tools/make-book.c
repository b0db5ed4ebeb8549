/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "exchange/lt-json.h"
#include "support/lt-test-book.h"

/* make-book N OUT.json [SEED]: a book of N assignments for benchmarks. */
int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtBook) book = NULL;
  g_autofree char *json = NULL;
  guint64 n = 0;
  gsize length;

  if (argc < 3 || argc > 4 || !g_ascii_string_to_unsigned (argv[1], 10, 1, G_MAXINT, &n, NULL))
    {
      g_printerr ("usage: make-book N OUT.json [SEED]\n");
      return 2;
    }
  book = lt_test_book_new ((guint) n, argc > 3 ? (guint) strtoul (argv[3], NULL, 10) : 1);
  json = lt_json_dup_book (book, &length);
  if (g_file_set_contents (argv[2], json, (gssize) length, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
