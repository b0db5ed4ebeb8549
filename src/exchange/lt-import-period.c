/* SPDX-License-Identifier: MIT */
#include "exchange/lt-import-period.h"

#include <string.h>

#include "text/lt-text.h"

#define TICK_CHARS_MAX 3

static const char named_pattern[]
    = "^(?:(?:quy|q)[ .]?(?:iv|i{1,3}|[1-4])|(?:thang|t)[ .]?(?:0?[1-9]|1[0-2])|nam 2\\d{3})"
      "(?:[ ./-]*(?:nam )?2\\d{3})?$";

typedef enum {
  PATTERN_NAMED,
  PATTERN_YEAR,
  PATTERN_UNDER_QUARTER,
  PATTERN_UNDER_MONTH,
  N_PATTERNS,
} Pattern;

static const char *const patterns[N_PATTERNS] = {
  [PATTERN_NAMED] = named_pattern,
  [PATTERN_YEAR] = "\\bnam (2\\d{3})\\b",
  [PATTERN_UNDER_QUARTER] = "^(iv|i{1,3}|[1-4])$",
  [PATTERN_UNDER_MONTH] = "^(0?[1-9]|1[0-2])$",
};

static GRegex *
get_regex (Pattern pattern)
{
  static GRegex *regexes[N_PATTERNS];
  static gsize made;

  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i < N_PATTERNS; i++)
        regexes[i] = g_regex_new (patterns[i], G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&made, 1);
    }
  return regexes[pattern];
}

static gboolean
matches (Pattern pattern, const char *folded)
{
  return g_regex_match (get_regex (pattern), folded, 0, NULL);
}

static char *
dup_year (const char *upper)
{
  g_autofree char *folded = lt_text_dup_folded (upper);
  g_autoptr (GMatchInfo) info = NULL;

  return g_regex_match (get_regex (PATTERN_YEAR), folded, 0, &info) ? g_match_info_fetch (info, 1) : NULL;
}

static gboolean
has_word (const char *folded, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = strstr (folded, word); p != NULL; p = strstr (p + 1, word))
    if ((p == folded || !g_ascii_isalnum (p[-1])) && !g_ascii_isalnum (p[length]))
      return TRUE;
  return FALSE;
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
  if (strpbrk (folded, "0123456789iv") == NULL)
    return NULL;
  if (matches (PATTERN_NAMED, folded))
    words = g_strdup (heading);
  else if (*upper != '\0' && strlen (folded) <= 3)
    {
      g_autofree char *above = lt_text_dup_folded (upper);

      if (has_word (above, "quy") && matches (PATTERN_UNDER_QUARTER, folded))
        words = g_strconcat ("Quý ", heading, NULL);
      else if (has_word (above, "thang") && matches (PATTERN_UNDER_MONTH, folded))
        words = g_strconcat ("Tháng ", heading, NULL);
    }
  if (words == NULL)
    return NULL;
  year = strlen (folded) >= 4 && g_ascii_isdigit (folded[strlen (folded) - 4]) ? NULL : dup_year (upper);
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
