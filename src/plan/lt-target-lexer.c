/* SPDX-License-Identifier: MIT */
#include "plan/lt-target-lexer-private.h"

#include <string.h>

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '&';
}

/* "1.250" and "1 250" are thousands, "99,5" and "1.5" are not. */
static double
read_number (const char *text, gsize length)
{
  g_autofree char *digits = g_new0 (char, length + 1);
  gboolean fraction = FALSE;
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isdigit (text[i]))
        digits[n++] = text[i];
      else
        {
          gsize group = strspn (text + i + 1, "0123456789");

          if (text[i] == ',' || group != 3 || fraction)
            {
              digits[n++] = '.';
              fraction = TRUE;
            }
        }
    }
  return g_ascii_strtod (digits, NULL);
}

static gsize
measure_number (const char *text)
{
  gsize n = strspn (text, "0123456789");

  while ((text[n] == '.' || text[n] == ',') && g_ascii_isdigit (text[n + 1]))
    n += 1 + strspn (text + n + 1, "0123456789");
  return n;
}

static LtTargetTokenKind
classify_sign (gunichar c)
{
  switch (c)
    {
    case '%':
      return LT_TARGET_TOKEN_PERCENT;
    case ',':
      return LT_TARGET_TOKEN_COMMA;
    case '.':
    case ';':
    case ':':
    case '\n':
      return LT_TARGET_TOKEN_STOP;
    case '(':
      return LT_TARGET_TOKEN_OPEN;
    case ')':
      return LT_TARGET_TOKEN_CLOSE;
    default:
      return LT_TARGET_TOKEN_SIGN;
    }
}

LtTargetText *
_lt_target_text_new (const char *text)
{
  LtTargetText *self = g_new0 (LtTargetText, 1);
  const char *p = text;

  self->text = text;
  self->tokens = g_array_new (FALSE, TRUE, sizeof (LtTargetToken));
  self->chunk = g_string_chunk_new (512);
  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      LtTargetToken token = { .kind = LT_TARGET_TOKEN_WORD, .start = (gsize) (p - text), .lower = "" };
      const char *end = g_utf8_next_char (p);

      if (c == ' ')
        {
          p = end;
          continue;
        }
      if (g_ascii_isdigit (*p))
        {
          char before = p > text ? p[-1] : ' ';

          end = p + measure_number (p);
          token.kind = LT_TARGET_TOKEN_NUMBER;
          token.value = read_number (p, (gsize) (end - p));
          token.attached = before == '/' || before == '_' || *end == '/' || *end == '_'
                           || (before != ' ' && g_ascii_isalpha (before))
                           || is_word_char (g_utf8_get_char (end));
        }
      else if (is_word_char (c))
        {
          g_autofree char *lower = NULL;

          while (is_word_char (g_utf8_get_char (end)))
            end = g_utf8_next_char (end);
          lower = g_utf8_strdown (p, end - p);
          token.lower = g_string_chunk_insert (self->chunk, lower);
        }
      else
        token.kind = classify_sign (c);
      token.end = (gsize) (end - text);
      g_array_append_val (self->tokens, token);
      p = end;
    }
  return self;
}

void
_lt_target_text_free (LtTargetText *self)
{
  g_array_unref (self->tokens);
  g_string_chunk_free (self->chunk);
  g_free (self);
}

const LtTargetToken *
_lt_target_text_get (const LtTargetText *self, int index)
{
  return index >= 0 && index < (int) self->tokens->len ? &g_array_index (self->tokens, LtTargetToken, index)
                                                       : NULL;
}

guint
_lt_target_text_match (const LtTargetText *self, int index, const char *phrase)
{
  guint n = 0;

  while (*phrase != '\0')
    {
      gsize length = strcspn (phrase, " ");
      const LtTargetToken *token = _lt_target_text_get (self, index + (int) n);

      if (token == NULL || strncmp (token->lower, phrase, length) != 0 || token->lower[length] != '\0')
        return 0;
      n++;
      phrase += length + strspn (phrase + length, " ");
    }
  return n;
}

guint
_lt_target_text_match_any (const LtTargetText *self, int index, const char *phrases)
{
  g_auto (GStrv) list = g_strsplit (phrases, "|", -1);
  guint best = 0;

  for (guint i = 0; list[i] != NULL; i++)
    best = MAX (best, _lt_target_text_match (self, index, list[i]));
  return best;
}

guint
_lt_target_text_match_before (const LtTargetText *self, int index, const char *phrases)
{
  g_auto (GStrv) list = g_strsplit (phrases, "|", -1);
  guint best = 0;

  for (guint i = 0; list[i] != NULL; i++)
    {
      guint n = 1;

      for (const char *p = list[i]; (p = strchr (p, ' ')) != NULL; p++)
        n++;
      if (n > best && _lt_target_text_match (self, index - (int) n, list[i]) == n)
        best = n;
    }
  return best;
}
