/* SPDX-License-Identifier: MIT */
#include "plan/lt-target-lexer-private.h"

#include <string.h>

static gboolean
is_in_word (const char *p)
{
  gunichar c;

  if ((guchar) *p < 0x80)
    return g_ascii_isalnum (*p) || *p == '&';
  c = g_utf8_get_char (p);
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
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
  while (*p != '\0')
    {
      LtTargetToken token = { .kind = LT_TARGET_TOKEN_WORD, .start = (gsize) (p - text) };
      const char *end = g_utf8_next_char (p);

      if (*p == ' ')
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
                           || is_in_word (end);
        }
      else if (is_in_word (p))
        {
          while (is_in_word (end))
            end = g_utf8_next_char (end);
        }
      else
        token.kind = classify_sign (g_utf8_get_char (p));
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
  g_free (self);
}

const LtTargetToken *
_lt_target_text_get (const LtTargetText *self, int index)
{
  return index >= 0 && index < (int) self->tokens->len ? &g_array_index (self->tokens, LtTargetToken, index)
                                                       : NULL;
}

static gunichar
get_lower (const char *p)
{
  if ((guchar) *p < 0x80)
    return g_ascii_isupper (*p) ? (gunichar) (*p - 'A' + 'a') : (gunichar) *p;
  return g_unichar_tolower (g_utf8_get_char (p));
}

/* Whatever the case of their letters. */
static gboolean
is_same (const char *a, const char *a_end, const char *b, const char *b_end)
{
  for (; a < a_end && b < b_end; a = g_utf8_next_char (a), b = g_utf8_next_char (b))
    if (get_lower (a) != get_lower (b))
      return FALSE;
  return a == a_end && b == b_end;
}

static gboolean
is_word (const LtTargetText *self, int index, const char *word, const char *end)
{
  const LtTargetToken *token = _lt_target_text_get (self, index);

  return token != NULL && token->kind == LT_TARGET_TOKEN_WORD
         && is_same (self->text + token->start, self->text + token->end, word, end);
}

/* A phrase ends with its text or at "|". Returns where. */
static const char *
measure_phrase (const char *phrase, guint *n_words)
{
  *n_words = 1;
  for (; *phrase != '\0' && *phrase != '|'; phrase++)
    *n_words += *phrase == ' ' ? 1 : 0;
  return phrase;
}

static guint
match_phrase (const LtTargetText *self, int index, const char *phrase, const char *end)
{
  guint n = 0;

  while (phrase < end)
    {
      const char *space = memchr (phrase, ' ', (gsize) (end - phrase));
      const char *word_end = space != NULL ? space : end;

      if (!is_word (self, index + (int) n, phrase, word_end))
        return 0;
      n++;
      phrase = space != NULL ? space + 1 : end;
    }
  return n;
}

gboolean
_lt_target_text_repeats (const LtTargetText *self, int index)
{
  const LtTargetToken *before = _lt_target_text_get (self, index - 1);

  return before != NULL && before->kind == LT_TARGET_TOKEN_WORD
         && is_word (self, index, self->text + before->start, self->text + before->end);
}

guint
_lt_target_text_match (const LtTargetText *self, int index, const char *phrase)
{
  return match_phrase (self, index, phrase, phrase + strlen (phrase));
}

/* The longest of @phrases that begins at @index, or ends there (@before). */
static guint
find_longest (const LtTargetText *self, int index, const char *phrases, gboolean before)
{
  const LtTargetToken *beside = _lt_target_text_get (self, before ? index - 1 : index);
  guint best = 0;

  if (beside == NULL || beside->kind != LT_TARGET_TOKEN_WORD)
    return 0;
  for (;;)
    {
      guint n;
      const char *end = measure_phrase (phrases, &n);

      if (n > best && match_phrase (self, before ? index - (int) n : index, phrases, end) == n)
        best = n;
      if (*end == '\0')
        return best;
      phrases = end + 1;
    }
}

guint
_lt_target_text_match_any (const LtTargetText *self, int index, const char *phrases)
{
  return find_longest (self, index, phrases, FALSE);
}

guint
_lt_target_text_match_before (const LtTargetText *self, int index, const char *phrases)
{
  return find_longest (self, index, phrases, TRUE);
}
