/* SPDX-License-Identifier: MIT */
#include "exchange/lt-import-period.h"

#include <string.h>

#include "text/lt-text.h"

#define TICK_CHARS_MAX 3

static const char named_pattern[]
    = "^(?:(?:quy|q)[ .]?(?:iv|i{1,3}|[1-4])|(?:thang|t)[ .]?(?:0?[1-9]|1[0-2])|nam 2\\d{3})"
      "(?:[ ./-]*(?:nam )?2\\d{3})?$";

static gboolean
matches (const char *pattern, const char *folded)
{
  return g_regex_match_simple (pattern, folded, 0, 0);
}

static char *
dup_year (const char *upper)
{
  g_autofree char *folded = lt_text_dup_folded (upper);
  g_autoptr (GRegex) regex = g_regex_new ("\\bnam (2\\d{3})\\b", 0, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;

  return g_regex_match (regex, folded, 0, &info) ? g_match_info_fetch (info, 1) : NULL;
}

char *
lt_import_period_dup (const char *upper, const char *heading)
{
  g_autofree char *folded = NULL;
  g_autofree char *words = NULL;
  g_autofree char *year = NULL;

  if (strlen (heading) > 32)
    return NULL;
  folded = lt_text_dup_folded (heading);
  if (matches (named_pattern, folded))
    words = g_strdup (heading);
  else
    {
      g_autofree char *above = lt_text_dup_folded (upper);

      if (matches ("\\bquy\\b", above) && matches ("^(iv|i{1,3}|[1-4])$", folded))
        words = g_strconcat ("Quý ", heading, NULL);
      else if (matches ("\\bthang\\b", above) && matches ("^(0?[1-9]|1[0-2])$", folded))
        words = g_strconcat ("Tháng ", heading, NULL);
    }
  if (words == NULL)
    return NULL;
  year = matches ("2\\d{3}", folded) ? NULL : dup_year (upper);
  return year != NULL ? g_strconcat (words, "/", year, NULL) : g_steal_pointer (&words);
}

gboolean
lt_import_is_tick (const char *text)
{
  static const char *const ticks = "xX*+vV√✓✔✗✘☑☒•●■▪◼×";

  if (*text == '\0' || g_utf8_strlen (text, -1) > TICK_CHARS_MAX)
    return FALSE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      /* Signs of symbol fonts stand in the private area. */
      if (g_utf8_strchr (ticks, -1, c) == NULL && !(c >= 0xe000 && c < 0xf900))
        return FALSE;
    }
  return TRUE;
}
