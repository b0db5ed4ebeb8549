/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "exchange/lt-json.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

/* Whatever is taken in is written so that it reads back to the same bytes. */
int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtBook) book = lt_json_parse_book ((const char *) data, (gssize) size, &error);
  g_autoptr (LtBook) again = NULL;
  g_autofree char *json = NULL;
  g_autofree char *again_json = NULL;
  gsize length;

  g_assert ((book == NULL) == (error != NULL));
  if (book == NULL)
    return 0;

  json = lt_json_dup_book (book, &length);
  again = lt_json_parse_book (json, (gssize) length, &error);
  g_assert_no_error (error);
  again_json = lt_json_dup_book (again, NULL);
  g_assert_cmpstr (json, ==, again_json);
  return 0;
}
