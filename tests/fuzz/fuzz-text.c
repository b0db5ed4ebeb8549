/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "text/lt-date.h"
#include "text/lt-text.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

static void
check_clean (const char *text, gboolean paragraphs)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *clean = lt_text_dup_clean (text, paragraphs, &error);
  g_autofree char *again = NULL;

  g_assert ((clean == NULL) == (error != NULL));
  if (clean == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  again = lt_text_dup_clean (clean, paragraphs, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again, ==, clean);
  g_assert_true (paragraphs || strchr (clean, '\n') == NULL);
  g_assert_true (g_utf8_validate (clean, -1, NULL));
}

/* What is made of a text stays the same when it is made again. */
static void
check_idempotent (const char *text, char *(*make) (const char *))
{
  g_autofree char *once = make (text);
  g_autofree char *twice = make (once);

  g_assert_true (g_utf8_validate (once, -1, NULL));
  g_assert_cmpstr (twice, ==, once);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *key = lt_text_dup_sort_key (text);
  LtDay day = lt_day_from_user (text);

  check_clean (text, FALSE);
  check_clean (text, TRUE);
  check_idempotent (text, lt_text_dup_folded);
  check_idempotent (text, lt_text_dup_match_key);
  g_assert_nonnull (key);
  g_assert_cmpint (lt_text_compare (text, text), ==, 0);
  if (day != LT_DAY_NONE)
    {
      g_autofree char *iso = lt_day_dup_iso (day);
      g_autofree char *official = lt_day_dup_official (day);

      g_assert_cmpint (lt_day_from_iso (iso), ==, day);
      if (day >= lt_day_from_ymd (1000, 1, 1))
        g_assert_cmpint (lt_day_from_user (official), ==, day);
    }
  return 0;
}
