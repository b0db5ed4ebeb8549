/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "plan/lt-deadline-private.h"
#include "text/lt-text.h"

#define LOOKAHEAD 8

/* A word before phrases are put together. */
typedef struct {
  const char *text;
  gsize length;
  gboolean gap;
  gboolean new_line;
} Piece;

/* One for texts with Vietnamese marks and one for texts typed without. */
static const LtLexicon *
get_lexicon (gboolean marked)
{
  static const LtLexicon *lexicons[2];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      lexicons[FALSE] = _lt_lexicon_new (_lt_deadline_words, FALSE);
      lexicons[TRUE] = _lt_lexicon_new (_lt_deadline_words, TRUE);
      g_once_init_leave (&ready, 1);
    }
  return lexicons[marked];
}

/* The longest phrase that begins at @pieces; how many of them it takes. */
static guint
match_phrase (const LtLexicon *lexicon, const Piece *pieces, guint n_pieces, int *value)
{
  guint16 syllables[LT_LEXICON_MAX_SYLLABLES];
  guint n;

  for (n = 0; n < MIN (n_pieces, LT_LEXICON_MAX_SYLLABLES); n++)
    {
      if (g_ascii_isdigit (*pieces[n].text) || (n > 0 && !pieces[n].gap))
        break;
      syllables[n] = _lt_lexicon_find_syllable (lexicon, pieces[n].text, pieces[n].length);
      if (syllables[n] == 0)
        break;
    }
  return _lt_lexicon_match (lexicon, syllables, n, value);
}

/* 1 to 12; 0 if it is none. A small L is a common slip for a capital i. */
static int
parse_roman (const char *text, gsize length)
{
  static const char *const numerals[] = {
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
  };
  char roman[8];

  if (length >= sizeof roman)
    return 0;
  for (gsize i = 0; i < length; i++)
    roman[i] = text[i] == 'l' ? 'i' : text[i];
  roman[length] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    {
      if (strcmp (roman, numerals[i]) == 0)
        return (int) i + 1;
    }
  return 0;
}

static LtDeadlineWord
classify_sign (const char *text, gboolean gap_after)
{
  switch (*text)
    {
    case '/':
      return LT_WORD_SLASH;
    case '-':
      return LT_WORD_DASH;
    case '.':
      return gap_after ? LT_WORD_STOP : LT_WORD_DOT;
    case ',':
      return LT_WORD_COMMA;
    case ';':
      return LT_WORD_SEMICOLON;
    case ':':
      return LT_WORD_COLON;
    case '(':
    case '[':
      return LT_WORD_OPEN;
    case ')':
    case ']':
      return LT_WORD_CLOSE;
    case '%':
      return LT_WORD_PERCENT;
    case '+':
      return LT_WORD_AND;
    default:
      return LT_WORD_SIGN;
    }
}

static LtDeadlineToken
make_number (const Piece *piece)
{
  LtDeadlineToken token = { .word = LT_WORD_NUMBER };

  for (gsize i = 0; i < piece->length; i++)
    token.value = MIN (token.value * 10 + (piece->text[i] - '0'), 99999);
  token.digits = (guint8) MIN (piece->length, 99);
  return token;
}

static gboolean
has_vowel (const Piece *piece)
{
  for (const char *p = piece->text; p < piece->text + piece->length; p = g_utf8_next_char (p))
    {
      if (strchr ("aeiouy", *p) != NULL || (guchar) *p >= 0x80)
        return TRUE;
    }
  return FALSE;
}

/* "QIV", "quýIV": the tone of a key stands at the end of the word. */
static gboolean
split_quarter (const Piece *piece, int *quarter)
{
  gsize length = piece->length;
  gsize head = g_str_has_prefix (piece->text, "quy") ? 3 : 1;

  while (length > 0 && (guchar) piece->text[length - 1] >= 0x80)
    length--;
  if (piece->text[0] != 'q' || length <= head)
    return FALSE;
  *quarter = parse_roman (piece->text + head, length - head);
  return *quarter != 0;
}

/* The abbreviations that need a number behind them: "T10", "Q4", "Q.IV". */
static LtDeadlineWord
classify_letter (const Piece *pieces, guint n_pieces)
{
  guint next = n_pieces > 2 && *pieces[1].text == '.' ? 2 : 1;

  if (pieces->length != 1 || n_pieces <= next || pieces[next].gap)
    return LT_WORD_OTHER;
  if (g_ascii_isdigit (*pieces[next].text)
      || parse_roman (pieces[next].text, pieces[next].length) != 0)
    {
      if (*pieces->text == 'q')
        return LT_WORD_QUARTER;
      if (*pieces->text == 't')
        return LT_WORD_MONTH;
    }
  return LT_WORD_OTHER;
}

static guint
append_word (GArray *tokens, const LtLexicon *lexicon, const Piece *pieces, guint n_pieces)
{
  LtDeadlineToken token = {
    .word = LT_WORD_OTHER,
    .gap = pieces->gap,
    .new_line = pieces->new_line,
    .vowels = has_vowel (pieces),
  };
  int value = 0;
  guint taken = match_phrase (lexicon, pieces, n_pieces, &value);
  int quarter;

  if (taken > 0)
    {
      token.word = (LtDeadlineWord) (value & ((1 << LT_WORD_VALUE_SHIFT) - 1));
      token.value = value >> LT_WORD_VALUE_SHIFT;
      g_array_append_val (tokens, token);
      return taken;
    }
  taken = 1;
  if ((token.value = parse_roman (pieces->text, pieces->length)) != 0)
    token.word = LT_WORD_ROMAN;
  else if ((token.word = classify_letter (pieces, n_pieces)) != LT_WORD_OTHER)
    taken = *pieces[1].text == '.' ? 2 : 1;
  else if (split_quarter (pieces, &quarter))
    {
      token.word = LT_WORD_QUARTER;
      g_array_append_val (tokens, token);
      token.gap = token.new_line = FALSE;
      token.word = LT_WORD_ROMAN;
      token.value = quarter;
    }
  g_array_append_val (tokens, token);
  return taken;
}

static void
append_pieces (GArray *pieces, const char *line)
{
  gboolean gap = TRUE;
  gboolean new_line = TRUE;

  for (const char *p = line; *p != '\0';)
    {
      Piece piece = { .text = p, .gap = gap, .new_line = new_line };

      gap = *p == ' ';
      if (gap)
        {
          p++;
          continue;
        }
      if (g_ascii_isdigit (*p))
        while (g_ascii_isdigit (*p))
          p++;
      else if (_lt_lexicon_is_letter (g_utf8_get_char (p)))
        while (_lt_lexicon_is_letter (g_utf8_get_char (p)))
          p = g_utf8_next_char (p);
      else
        p = g_utf8_next_char (p);
      piece.length = (gsize) (p - piece.text);
      g_array_append_val (pieces, piece);
      new_line = FALSE;
    }
}

GArray *
_lt_deadline_tokenize (const char *text)
{
  GArray *tokens = g_array_sized_new (FALSE, TRUE, sizeof (LtDeadlineToken), 32);
  g_autoptr (GArray) pieces = g_array_sized_new (FALSE, FALSE, sizeof (Piece), 32);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean marked = FALSE;
  const Piece *all;
  const LtLexicon *lexicon;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *key = lt_text_dup_match_key (lines[i]);

      g_free (lines[i]);
      lines[i] = key;
      marked |= _lt_lexicon_is_marked (key);
      append_pieces (pieces, key);
    }
  lexicon = get_lexicon (marked);
  all = (const Piece *) (gpointer) pieces->data;
  for (guint i = 0; i < pieces->len;)
    {
      const Piece *piece = &all[i];
      LtDeadlineToken token;

      if (_lt_lexicon_is_letter (g_utf8_get_char (piece->text)))
        {
          i += append_word (tokens, lexicon, piece, pieces->len - i);
          continue;
        }
      if (g_ascii_isdigit (*piece->text))
        token = make_number (piece);
      else
        {
          gboolean gap_after = i + 1 == pieces->len || all[i + 1].gap || all[i + 1].new_line;

          token = (LtDeadlineToken) { .word = classify_sign (piece->text, gap_after) };
        }
      token.gap = piece->gap;
      token.new_line = piece->new_line;
      g_array_append_val (tokens, token);
      i++;
    }
  /* Readers look a few tokens ahead. */
  g_array_set_size (tokens, tokens->len + LOOKAHEAD);
  return tokens;
}
