/* SPDX-License-Identifier: MIT */
#include "exchange/lt-xlsx-text.h"

#include <string.h>

#define CUT_MARK " […]"
#define CUT_MARK_UNITS 4

static guint
count_units (gunichar c)
{
  return c > 0xffff ? 2 : 1;
}

static gboolean
is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t') || c == 0xfffe || c == 0xffff;
}

/* "_x" and four hexadecimal digits and "_": Excel reads it as one character. */
static gboolean
is_escape (const char *text)
{
  if (text[0] != '_' || text[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
  return text[6] == '_';
}

static gboolean
is_clean (const char *text, gsize length)
{
  if (length > LT_XLSX_TEXT_MAX || !g_utf8_validate (text, (gssize) length, NULL))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      guchar c = (guchar) text[i];

      if ((c < 0x20 && c != '\n' && c != '\t') || (c == '_' && is_escape (text + i)))
        return FALSE;
      /* U+FFFE and U+FFFF */
      if (c == 0xef && (guchar) text[i + 1] == 0xbf && (guchar) text[i + 2] >= 0xbe)
        return FALSE;
    }
  return TRUE;
}

const char *
lt_xlsx_sanitize_text (const char *text, char **made)
{
  gsize length = strlen (text);
  g_autofree char *valid = NULL;
  GString *result;
  guint units = 0;
  gsize cut = 0; /* where the mark goes if the text turns out too long */

  *made = NULL;
  if (G_LIKELY (is_clean (text, length)))
    return text;

  valid = g_utf8_make_valid (text, (gssize) length);
  result = g_string_sized_new (length);
  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        {
          if (p[1] == '\n')
            continue;
          c = '\n';
        }
      if (is_forbidden (c))
        continue;
      units += count_units (c);
      if (units <= LT_XLSX_TEXT_MAX - CUT_MARK_UNITS)
        cut = result->len + (gsize) g_unichar_to_utf8 (c, NULL);
      if (units > LT_XLSX_TEXT_MAX)
        {
          g_string_truncate (result, cut);
          g_string_append (result, CUT_MARK);
          break;
        }
      if (c == '_' && is_escape (p))
        {
          /* The escape of "_" itself; it counts as one character. */
          if (units <= LT_XLSX_TEXT_MAX - CUT_MARK_UNITS)
            cut = result->len + strlen ("_x005F_");
          g_string_append (result, "_x005F_");
        }
      else
        g_string_append_unichar (result, c);
    }
  *made = g_string_free (result, FALSE);
  return *made;
}

/* At most @max units of UTF-16, no character cut in two. */
static void
truncate_units (GString *text, guint max)
{
  guint units = 0;

  for (const char *p = text->str; *p; p = g_utf8_next_char (p))
    {
      units += count_units (g_utf8_get_char (p));
      if (units > max)
        {
          g_string_truncate (text, (gsize) (p - text->str));
          return;
        }
    }
}

static void
strip_ends (GString *text)
{
  gsize start = 0;

  while (text->len > 0 && (text->str[text->len - 1] == '\'' || text->str[text->len - 1] == ' '))
    g_string_truncate (text, text->len - 1);
  while (text->str[start] == '\'' || text->str[start] == ' ')
    start++;
  g_string_erase (text, 0, (gssize) start);
}

char *
lt_xlsx_make_sheet_name (const char *name, GHashTable *taken)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autoptr (GString) base = g_string_new (NULL);
  g_autoptr (GString) result = NULL;

  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && strchr ("[]:*?/\\", (int) c) != NULL)
        c = '-';
      if (g_unichar_iscntrl (c) || is_forbidden (c))
        c = ' ';
      g_string_append_unichar (base, c);
    }
  strip_ends (base);
  truncate_units (base, LT_XLSX_SHEET_NAME_MAX);
  strip_ends (base);
  /* Excel keeps this one for itself. */
  if (base->len == 0 || g_ascii_strcasecmp (base->str, "History") == 0)
    g_string_append (base, base->len == 0 ? "Sheet" : "_");

  result = g_string_new (base->str);
  for (guint i = 2;; i++)
    {
      g_autofree char *key = g_utf8_casefold (result->str, -1);
      g_autofree char *number = NULL;

      if (g_hash_table_add (taken, g_strdup (key)))
        return g_string_free (g_steal_pointer (&result), FALSE);
      number = g_strdup_printf (" (%u)", i);
      g_string_assign (result, base->str);
      truncate_units (result, LT_XLSX_SHEET_NAME_MAX - (guint) strlen (number));
      g_string_append (result, number);
    }
}
