/* SPDX-License-Identifier: MIT */
#include "text/lt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text/lt-text-private.h"

/* Invisible characters in a row that are passed over to find a visible one. */
#define LOOK_AHEAD 8

G_DEFINE_QUARK (lt-text-error-quark, lt_text_error)

static void
locate (const char *text, const char *place, guint *line, guint *column)
{
  *line = 1;
  *column = 1;
  for (const char *p = text; p < place; p = g_utf8_next_char (p))
    {
      if (*p == '\n')
        {
          (*line)++;
          *column = 1;
        }
      else
        (*column)++;
    }
}

static void
refuse_bytes (const char *text, const char *place, GError **error)
{
  guint line, column;

  locate (text, place, &line, &column);
  /* Translators: the last %02X is one byte in hexadecimal, as in 0xE1. */
  g_set_error (error, LT_TEXT_ERROR, LT_TEXT_ERROR_ENCODING,
               _ ("The text cannot be read: at line %u, character %u, byte 0x%02X is not UTF-8. "
                  "Save the source as UTF-8 (Unicode) and try again."),
               line, column, (guint) (guchar) *place);
}

static void
refuse_control (const char *text, const char *place, GError **error)
{
  guint line, column;

  locate (text, place, &line, &column);
  /* Translators: U+%04X is the number of the character, as in U+0007. */
  g_set_error (error, LT_TEXT_ERROR, LT_TEXT_ERROR_CONTROL,
               _ ("The text cannot be taken in: at line %u, character %u stands the control "
                  "character U+%04X, which no document may carry. Delete it and try again."),
               line, column, (guint) g_utf8_get_char (place));
}

/* U+FFFE and U+FFFF count too: no XML file, so no workbook, can hold them. */
static gboolean
is_forbidden (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c & 0xfffe) == 0xfffe
         || (c >= 0xfdd0 && c <= 0xfdef);
}

static gboolean
is_line_break (gunichar c)
{
  return c == '\n' || c == 0x0085 || c == 0x2028 || c == 0x2029;
}

/* Joiners and variation selectors make one picture out of several emoji and
 * shape some Asian scripts; between Latin letters they are rubbish from the
 * clipboard. */
static gboolean
takes_joiner (gunichar c)
{
  return c >= 0x0900 && !(c >= 0x1e00 && c < 0x2190);
}

/* The first character behind @place that will be seen; 0 if none is near. */
static gunichar
find_next_visible (const char *place)
{
  for (int i = 0; i < LOOK_AHEAD; i++)
    {
      place = g_utf8_next_char (place);
      if (!_lt_char_is_invisible (g_utf8_get_char (place)))
        return g_utf8_get_char (place);
    }
  return 0;
}

/* @before: what is kept of the text in front of it */
static gboolean
is_kept_joiner (const GString *before, const char *place, gunichar c)
{
  const char *last = g_utf8_find_prev_char (before->str, before->str + before->len);

  if (c != 0x200c && c != 0x200d && !(c >= 0xfe00 && c <= 0xfe0f))
    return FALSE;
  if (last == NULL || !takes_joiner (g_utf8_get_char (last)))
    return FALSE;
  return c >= 0xfe00 || takes_joiner (find_next_visible (place));
}

/* Writes @space ahead of the next word, where one is due. */
static void
append_gap (GString *out, char space)
{
  if (space != '\0' && out->len > 0)
    g_string_append_c (out, space);
}

/* Characters that stay as they are, whatever stands beside them: most of what
 * Vietnamese texts are made of. */
static gboolean
is_plain (gunichar c)
{
  return (c > ' ' && c < 0x7f) || (c >= 0xc0 && c < 0x300) || (c >= 0x1e00 && c <= 0x1eff)
         || (c >= 0x2010 && c <= 0x2027);
}

/* May be FALSE for a clean text; never TRUE for another. */
static gboolean
is_surely_clean (const char *text, gboolean paragraphs)
{
  gboolean in_gap = TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
      gboolean is_gap = c == ' ' || (paragraphs && c == '\n');

      if (is_gap ? in_gap : !is_plain (c))
        return FALSE;
      in_gap = is_gap;
    }
  return !in_gap;
}

char *
lt_text_dup_clean (const char *text, gboolean paragraphs, GError **error)
{
  g_autoptr (GString) out = NULL;
  g_autofree char *composed = NULL;
  const char *invalid;
  char gap = '\0';

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (text == NULL)
    return g_strdup ("");
  if (!g_utf8_validate (text, -1, &invalid))
    {
      refuse_bytes (text, invalid, error);
      return NULL;
    }

  if (is_surely_clean (text, paragraphs))
    return g_strdup (text);

  /* Before and after: composing changes who stands beside a joiner, and what is
   * left out brings letters and marks together. */
  composed = _lt_text_dup_nfc (text);
  out = g_string_sized_new (strlen (composed));
  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (_lt_char_is_space (c))
        {
          if (paragraphs && is_line_break (c))
            gap = '\n';
          else if (gap == '\0')
            gap = ' ';
          continue;
        }
      if (_lt_char_is_invisible (c) && (gap != '\0' || !is_kept_joiner (out, p, c)))
        continue;
      if (is_forbidden (c))
        {
          refuse_control (composed, p, error);
          return NULL;
        }
      append_gap (out, gap);
      gap = '\0';
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }

  return _lt_text_dup_nfc (out->str);
}
