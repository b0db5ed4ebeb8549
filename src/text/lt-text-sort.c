/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "text/lt-text-private.h"
#include "text/lt-text.h"

/* The order is that of the Unicode CLDR collation for Vietnamese (vi): letters
 * of the whole text first, ă â đ ê ô ơ ư letters of their own; then tones in the
 * order ngang, huyền, hỏi, ngã, sắc, nặng; then lower before upper case. A key
 * holds the three levels one behind the other, parted by LEVEL_END; no byte of
 * it is zero. */
enum {
  LEVEL_END = 1,
  WEIGHT_SPACE,
  WEIGHT_SIGN,   /* followed by the character */
  WEIGHT_NUMBER, /* followed by the number of digits and the digits */
  WEIGHT_LETTER, /* the first letter; the others follow */
  WEIGHT_OTHER = 0xf0, /* other scripts, followed by the character */
};

enum {
  TONE_NONE = 2,
  TONE_HUYEN,
  TONE_HOI,
  TONE_NGA,
  TONE_SAC,
  TONE_NANG,
  TONE_FOREIGN,
};

enum {
  CASE_LOWER = 2,
  CASE_UPPER,
};

static const gunichar alphabet[] = {
  'a', 0x0103, 0x00e2, 'b', 'c', 'd', 0x0111, 'e', 0x00ea, 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm',
  'n', 'o', 0x00f4, 0x01a1, 'p', 'q', 'r', 's', 't', 'u', 0x01b0, 'v', 'w', 'x', 'y', 'z',
};

static guchar
find_letter (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (alphabet); i++)
    {
      if (alphabet[i] == c)
        return (guchar) (WEIGHT_LETTER + i);
    }
  return 0;
}

static char
weigh_tone (gunichar tone)
{
  switch (tone)
    {
    case 0:
      return TONE_NONE;
    case 0x0300:
      return TONE_HUYEN;
    case 0x0309:
      return TONE_HOI;
    case 0x0303:
      return TONE_NGA;
    case 0x0301:
      return TONE_SAC;
    case 0x0323:
      return TONE_NANG;
    default:
      return TONE_FOREIGN;
    }
}

/* Digits as a number: its length first, so that 10 comes behind 9. Zeros ahead
 * of it count only between texts that are else the same. */
static const char *
append_number (GString *letters, GString *cases, const char *p)
{
  const char *start, *end;
  gsize length;

  for (start = p; *start == '0' && g_ascii_isdigit (start[1]); start++)
    ;
  for (end = start; g_ascii_isdigit (*end); end++)
    ;
  g_string_append_c (letters, WEIGHT_NUMBER);
  for (length = (gsize) (end - start); length >= 0xfe; length -= 0xfe)
    g_string_append_c (letters, (char) 0xff);
  g_string_append_c (letters, (char) (length + 1));
  g_string_append_len (letters, start, end - start);
  g_string_append_c (cases, (char) (CASE_LOWER + MIN (start - p, 0x7f)));
  return end;
}

/* @word_tone: the weightiest tone of the word so far, for where in the word it
 * is written must not matter (hoà = hòa). */
static void
append_letter (GString *letters, char *word_tone, GString *cases, gunichar c)
{
  gunichar lower = _lt_char_lower (c);
  gunichar tone;
  gunichar base = _lt_char_strip_tone (lower, &tone);
  guchar weight = find_letter (base);

  if (weight == 0)
    {
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

      g_unichar_fully_decompose (base, FALSE, parts, G_N_ELEMENTS (parts));
      weight = find_letter (parts[0]);
      if (weight != 0)
        tone = base;
    }
  if (weight != 0)
    g_string_append_c (letters, (char) weight);
  else
    {
      g_string_append_c (letters, (char) WEIGHT_OTHER);
      g_string_append_unichar (letters, base);
    }
  *word_tone = MAX (*word_tone, weigh_tone (tone));
  g_string_append_c (cases, c == lower ? CASE_LOWER : CASE_UPPER);
}

static void
end_word (GString *tones, char *word_tone)
{
  if (*word_tone == '\0')
    return;
  g_string_append_c (tones, *word_tone);
  *word_tone = '\0';
}

/* Only what differs from the plain case need stand in a level. */
static void
append_level (GString *key, GString *level, char plain)
{
  while (level->len > 0 && level->str[level->len - 1] == plain)
    g_string_truncate (level, level->len - 1);
  g_string_append_c (key, LEVEL_END);
  g_string_append_len (key, level->str, (gssize) level->len);
}

char *
lt_text_dup_sort_key (const char *text)
{
  g_autofree char *nfc = _lt_text_dup_nfc (text);
  gsize length = strlen (nfc);
  GString *letters = g_string_sized_new (2 * length + 8);
  g_autoptr (GString) tones = g_string_sized_new (length);
  g_autoptr (GString) cases = g_string_sized_new (length);
  const char *p = nfc;
  char word_tone = '\0';

  while (*p != '\0')
    {
      gunichar c = _lt_char_unify (g_utf8_get_char (p));

      if (g_unichar_isalpha (c))
        {
          append_letter (letters, &word_tone, cases, c);
          p = g_utf8_next_char (p);
          continue;
        }
      end_word (tones, &word_tone);
      if (g_ascii_isdigit (*p))
        {
          p = append_number (letters, cases, p);
          continue;
        }
      if (_lt_char_is_space (c))
        {
          if (letters->len > 0 && letters->str[letters->len - 1] != WEIGHT_SPACE)
            g_string_append_c (letters, WEIGHT_SPACE);
        }
      else if (!_lt_char_is_invisible (c))
        {
          g_string_append_c (letters, WEIGHT_SIGN);
          g_string_append_unichar (letters, c);
        }
      p = g_utf8_next_char (p);
    }
  end_word (tones, &word_tone);
  if (letters->len > 0 && letters->str[letters->len - 1] == WEIGHT_SPACE)
    g_string_truncate (letters, letters->len - 1);
  append_level (letters, tones, TONE_NONE);
  append_level (letters, cases, CASE_LOWER);
  return g_string_free (letters, FALSE);
}

int
lt_text_compare (const char *a, const char *b)
{
  g_autofree char *key_a = lt_text_dup_sort_key (a);
  g_autofree char *key_b = lt_text_dup_sort_key (b);

  return strcmp (key_a, key_b);
}
