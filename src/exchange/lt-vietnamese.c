/* SPDX-License-Identifier: MIT */
#include "exchange/lt-vietnamese.h"

#include <string.h>

/* "nghiêng" is the longest there is. */
#define LETTERS_MAX 8

#define ACUTE 0x0301
#define DOT_BELOW 0x0323

/* One byte a letter: the shapes ă â đ ê ô ơ ư are written as capitals. */
static const struct {
  gunichar letter;
  char byte;
} shapes[] = {
  { 0x103, 'A' }, { 0xe2, 'W' }, { 0x111, 'D' }, { 0xea, 'E' },
  { 0xf4, 'O' },  { 0x1a1, 'P' }, { 0x1b0, 'U' },
};

static const char vowels[] = "aAWeEioOPuUy";

static const char *const onsets[] = {
  "ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "D", "g",
  "h",   "k",  "l",  "m",  "n",  "p",  "r",  "s",  "t",  "v",  "x",  "",
};

static const char *const nuclei[] = {
  "a",  "A",  "W",  "e",  "E",  "i",   "o",   "O",   "P",   "u",   "U",   "y",   "ai",  "ao",
  "au", "ay", "Wu", "Wy", "eo", "Eu",  "ia",  "iE",  "iu",  "oa",  "oA",  "oe",  "oi",  "oo",
  "Oi", "Pi", "ua", "uW", "uE", "ui",  "uO",  "uP",  "uy",  "Ua",  "Ui",  "UP",  "Uu",  "yE",
  "ie", "OO", "iEu", "oai", "oao", "oay", "oeo", "uWy", "uOi", "uya", "uyE", "uyu", "UPi", "UPu",
  "yEu",
};

static const char *const codas[] = { "c", "ch", "m", "n", "ng", "nh", "p", "t" };

typedef struct {
  char letters[LETTERS_MAX + 1];
  guint n;
  guint n_vowels;
  guint n_tones;
  gunichar tone;
  gboolean beyond_ascii;
  gboolean strange;
} Word;

static gboolean
is_tone (gunichar c)
{
  return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323;
}

/* @c without its tone, which goes to @tone: where there is a dot below, it comes before the shape. */
static gunichar
strip_tone (gunichar c, gunichar *tone)
{
  gunichar base, mark, letter, whole;

  if (!g_unichar_decompose (c, &base, &mark))
    return c;
  if (is_tone (mark))
    {
      *tone = mark;
      return base;
    }
  if (g_unichar_decompose (base, &letter, tone) && is_tone (*tone)
      && g_unichar_compose (letter, mark, &whole))
    return whole;
  *tone = 0;
  return c;
}

static char
find_shape (gunichar c)
{
  if (c < 0x80)
    return (char) c;
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (shapes[i].letter == c)
      return shapes[i].byte;
  return '\0';
}

static void
add_letter (Word *word, gunichar c)
{
  gunichar tone = 0;
  char byte;

  word->beyond_ascii |= c >= 0x80;
  if (is_tone (c))
    tone = c;
  else
    c = strip_tone (g_unichar_tolower (c), &tone);
  if (tone != 0)
    {
      word->n_tones++;
      word->tone = tone;
    }
  if (tone == c)
    return;
  byte = find_shape (c);
  word->strange |= byte == '\0' || word->n >= LETTERS_MAX;
  if (word->strange)
    return;
  word->n_vowels += strchr (vowels, byte) != NULL;
  word->letters[word->n++] = byte;
}

static gboolean
is_one_of (const char *text, gsize length, const char *const *list, guint n)
{
  for (guint i = 0; i < n; i++)
    if (strlen (list[i]) == length && memcmp (list[i], text, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_rhyme (const Word *word, const char *rhyme)
{
  gsize n = strspn (rhyme, vowels);
  const char *coda = rhyme + n;

  if (!is_one_of (rhyme, n, nuclei, G_N_ELEMENTS (nuclei)))
    return FALSE;
  if (*coda == '\0')
    return TRUE;
  if (!is_one_of (coda, strlen (coda), codas, G_N_ELEMENTS (codas)))
    return FALSE;
  /* Syllables that end in a stop carry one of two tones. */
  if (strchr ("cpt", *coda) != NULL)
    return word->tone == ACUTE || word->tone == DOT_BELOW;
  return TRUE;
}

static gboolean
is_syllable (const Word *word)
{
  if (word->strange || word->n_tones > 1)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (onsets); i++)
    if (g_str_has_prefix (word->letters, onsets[i])
        && is_rhyme (word, word->letters + strlen (onsets[i])))
      return TRUE;
  return FALSE;
}

static void
end_word (Word *word, guint *n_possible, guint *n_strange)
{
  word->letters[word->n] = '\0';
  if (word->beyond_ascii && (word->n_vowels > 0 || word->strange || word->n_tones > 0))
    {
      if (is_syllable (word))
        ++*n_possible;
      else
        ++*n_strange;
    }
  memset (word, 0, sizeof *word);
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || is_tone (c);
}

void
lt_vietnamese_count (const char *text, gsize length, guint *n_possible, guint *n_strange)
{
  const char *end = text + length;
  gunichar before = ' ';
  Word word = { "" };

  *n_possible = *n_strange = 0;
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (is_letter (c))
        add_letter (&word, c);
      else if (c >= 0x80 && c != 0xa0 && !(c >= 0x2000 && c < 0x2070) && is_letter (before) && next < end
               && is_letter (g_utf8_get_char (next)))
        word.strange = word.beyond_ascii = TRUE; /* a sign in the middle of a word */
      else
        end_word (&word, n_possible, n_strange);
      before = c;
    }
  end_word (&word, n_possible, n_strange);
}
