/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "plan/lt-coordination-private.h"
#include "text/lt-text.h"

#define LOOKAHEAD 4

typedef struct {
  const char *text;
  const char *p;
  GArray *tokens;
  gboolean gap;
  gboolean new_line;
  gboolean in_parentheses;
} Reader;

static const LtLexicon *
get_lexicon (gboolean marked)
{
  static const LtLexicon *lexicons[2];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      lexicons[FALSE] = _lt_lexicon_new (_lt_cell_words, FALSE);
      lexicons[TRUE] = _lt_lexicon_new (_lt_cell_words, TRUE);
      g_once_init_leave (&ready, 1);
    }
  return lexicons[marked];
}

static gboolean
is_word_char (gunichar c)
{
  return _lt_lexicon_is_letter (c) || g_unichar_isdigit (c);
}

/* "TT&TT", "LĐ-TB&XH": signs between letters of one abbreviation. */
static gboolean
goes_on (const Reader *reader, const char *start, const char *sign)
{
  const char *before = g_utf8_find_prev_char (start, sign);
  gunichar next = g_utf8_get_char (sign + 1);

  if (before == NULL || !g_unichar_isupper (next))
    return FALSE;
  if (*sign == '&')
    return TRUE;
  return *sign == '-' && sign - start <= 6 && g_unichar_isupper (g_utf8_get_char (before));
}

static const char *
find_word_end (const Reader *reader)
{
  const char *p = reader->p;

  while (is_word_char (g_utf8_get_char (p)) || ((*p == '&' || *p == '-')
                                                && goes_on (reader, reader->p, p)))
    p = g_utf8_next_char (p);
  return p;
}

static void
append_token (Reader *reader, LtCellTokenKind kind, const char *end)
{
  LtCellToken token = {
    .kind = kind,
    .start = (gsize) (reader->p - reader->text),
    .end = (gsize) (end - reader->text),
    .gap = reader->gap,
    .new_line = reader->new_line,
  };

  if (kind == LT_CELL_WORD)
    {
      guint letters = 0;
      guint capitals = 0;

      for (const char *p = reader->p; p < end; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          letters += g_unichar_isalpha (c) ? 1 : 0;
          capitals += g_unichar_isupper (c) ? 1 : 0;
        }
      token.capital = g_unichar_isupper (g_utf8_get_char (reader->p));
      token.capitals = letters > 1 && letters == capitals;
    }
  g_array_append_val (reader->tokens, token);
  if (kind == LT_CELL_OPEN || kind == LT_CELL_CLOSE)
    reader->in_parentheses = kind == LT_CELL_OPEN;
  reader->p = end;
  reader->gap = reader->new_line = FALSE;
}

/* Whether a new entry of a list may begin here. */
static gboolean
is_entry_start (const Reader *reader)
{
  const LtCellToken *last;

  if (reader->tokens->len == 0 || reader->new_line)
    return TRUE;
  last = &g_array_index (reader->tokens, LtCellToken, reader->tokens->len - 1);
  return last->kind == LT_CELL_SEMICOLON || last->kind == LT_CELL_STOP
         || last->kind == LT_CELL_COLON || last->kind == LT_CELL_COMMA;
}

/* The private characters are Word's bullets. */
static gboolean
is_bullet_sign (gunichar c)
{
  return c == '-' || c == '+' || c == '*' || c == 0x2013 || c == 0x2014 || c == 0x2022
         || c == 0x00b7 || c == 0x25cf || c == 0x25cb || c == 0x25aa
         || (c >= 0xe000 && c < 0xf900);
}

/* "-", "•", "1.", "a)", "(2)" ahead of an entry: where they end, or NULL. */
static const char *
find_bullet_end (const Reader *reader)
{
  const char *p = reader->p;
  gunichar c = g_utf8_get_char (p);
  gboolean open = c == '(';
  gboolean start = is_entry_start (reader);
  guint length = 0;

  if (start && is_bullet_sign (c))
    return g_utf8_next_char (p);
  if (open)
    p++;
  while (g_ascii_isdigit (*p) || (length == 0 && g_ascii_isalpha (*p) && !g_ascii_isalpha (p[1])))
    {
      p++;
      length++;
    }
  if (length == 0 || length > 2)
    return NULL;
  if (!start)
    return *p == ')' && !open && !reader->in_parentheses && reader->gap ? p + 1 : NULL;
  if (*p == ')' || (!open && (*p == '.' || *p == '/') && p[1] == ' ')
      || (!open && *p == '.' && g_unichar_isupper (g_utf8_get_char (p + 1))))
    return p + 1;
  return NULL;
}

/* "v.v.", "vv", "...", "…": where it ends, or NULL. */
static const char *
find_noise_end (const Reader *reader)
{
  const char *p = reader->p;

  if (g_str_has_prefix (p, "v.v"))
    p += 3;
  else if (g_str_has_prefix (p, "vv") && !is_word_char (g_utf8_get_char (p + 2)))
    p += 2;
  else if (!g_str_has_prefix (p, "..") && !g_str_has_prefix (p, "…"))
    return NULL;
  else
    p = g_utf8_next_char (p);
  while (*p == '.' || g_str_has_prefix (p, "…"))
    p = g_utf8_next_char (p);
  return p;
}

static LtCellTokenKind
classify_sign (gunichar c)
{
  switch (c)
    {
    case ',':
      return LT_CELL_COMMA;
    case '&': case '+':
      return LT_CELL_AND;
    case '/':
      return LT_CELL_SLASH;
    case '-': case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2212:
      return LT_CELL_DASH;
    case ';':
      return LT_CELL_SEMICOLON;
    case '.':
      return LT_CELL_STOP;
    case ':':
      return LT_CELL_COLON;
    case '(': case '[':
      return LT_CELL_OPEN;
    case ')': case ']':
      return LT_CELL_CLOSE;
    default:
      return LT_CELL_SIGN;
    }
}

static void
read_token (Reader *reader)
{
  gunichar c = g_utf8_get_char (reader->p);
  const char *end;

  if ((end = find_bullet_end (reader)) != NULL)
    append_token (reader, LT_CELL_BULLET, end);
  else if ((end = find_noise_end (reader)) != NULL)
    append_token (reader, LT_CELL_NOISE, end);
  else if (is_word_char (c))
    append_token (reader, LT_CELL_WORD, find_word_end (reader));
  else
    append_token (reader, classify_sign (c), g_utf8_next_char (reader->p));
}

static void
read_tokens (LtCell *cell, GArray *tokens)
{
  Reader reader = { .text = cell->text, .p = cell->text, .tokens = tokens, .new_line = TRUE };

  while (*reader.p != '\0')
    {
      if (*reader.p == ' ' || *reader.p == '\n')
        {
          reader.gap = TRUE;
          reader.new_line |= *reader.p == '\n';
          reader.p++;
        }
      else
        read_token (&reader);
    }
}

/* Parentheses without a partner, or around the whole cell, are signs like any other. */
static void
pair_parentheses (LtCell *cell)
{
  for (guint i = 0; i < cell->n_tokens; i++)
    {
      guint depth = 1;
      guint j;

      if (cell->tokens[i].kind == LT_CELL_CLOSE && !cell->tokens[i].inside)
        cell->tokens[i].kind = LT_CELL_SIGN;
      if (cell->tokens[i].kind != LT_CELL_OPEN || cell->tokens[i].inside)
        continue;
      for (j = i + 1; j < cell->n_tokens && depth > 0; j++)
        {
          if (cell->tokens[j].kind == LT_CELL_OPEN)
            depth++;
          else if (cell->tokens[j].kind == LT_CELL_CLOSE)
            depth--;
        }
      if (depth > 0)
        {
          cell->tokens[i].kind = LT_CELL_SIGN;
          continue;
        }
      if (i == 0 && (j == cell->n_tokens
                     || (j + 1 == cell->n_tokens && cell->tokens[j].kind == LT_CELL_STOP)))
        {
          cell->tokens[i].kind = cell->tokens[j - 1].kind = LT_CELL_SIGN;
          continue;
        }
      for (guint k = i; k < j; k++)
        cell->tokens[k].inside = TRUE;
    }
}

static void
find_phrases (LtCell *cell)
{
  const LtLexicon *lexicon = get_lexicon (cell->marked);

  for (guint i = 0; i < cell->n_tokens; i++)
    {
      guint16 syllables[LT_LEXICON_MAX_SYLLABLES];
      guint n;

      for (n = 0; n < LT_LEXICON_MAX_SYLLABLES; n++)
        {
          const LtCellToken *token = &cell->tokens[i + n];

          if (token->kind != LT_CELL_WORD || (n > 0 && !token->gap))
            break;
          syllables[n] = _lt_lexicon_find_syllable (lexicon, token->key, strlen (token->key));
          if (syllables[n] == 0)
            break;
        }
      cell->tokens[i].n_value = _lt_lexicon_match (lexicon, syllables, n, &cell->tokens[i].value);
      /* No phrase begins inside another: "Phòng" in "Hải Phòng". */
      if (cell->tokens[i].n_value > 1)
        {
          i += cell->tokens[i].n_value - 1;
          continue;
        }
      if (cell->tokens[i].value == (LT_CELL_LEAD | LT_CELL_LINK) && cell->tokens[i].n_value == 1
          && (g_str_equal (cell->tokens[i].key, "va\xcc\x80")
              || g_str_equal (cell->tokens[i].key, "and")
              || (!cell->marked && g_str_equal (cell->tokens[i].key, "va"))))
        cell->tokens[i].kind = LT_CELL_AND;
    }
}

LtCell *
_lt_cell_new (const char *text)
{
  LtCell *cell = g_new0 (LtCell, 1);
  GArray *tokens = g_array_new (FALSE, TRUE, sizeof (LtCellToken));
  g_autofree char *key = lt_text_dup_match_key (text);

  cell->text = g_strdup (text);
  cell->marked = _lt_lexicon_is_marked (key);
  cell->keys = g_string_chunk_new (256);
  read_tokens (cell, tokens);
  cell->n_tokens = tokens->len;
  g_array_set_size (tokens, tokens->len + LOOKAHEAD + LT_LEXICON_MAX_SYLLABLES);
  cell->tokens = (LtCellToken *) (gpointer) g_array_free (tokens, FALSE);

  for (guint i = 0; i < cell->n_tokens; i++)
    {
      LtCellToken *token = &cell->tokens[i];
      g_autofree char *word = NULL;
      g_autofree char *word_key = NULL;

      if (token->kind != LT_CELL_WORD)
        continue;
      word = g_strndup (text + token->start, token->end - token->start);
      word_key = cell->marked ? lt_text_dup_match_key (word) : lt_text_dup_folded (word);
      token->key = g_string_chunk_insert (cell->keys, word_key);
    }
  pair_parentheses (cell);
  find_phrases (cell);
  return cell;
}

void
_lt_cell_free (LtCell *cell)
{
  if (cell == NULL)
    return;
  g_string_chunk_free (cell->keys);
  g_free (cell->tokens);
  g_free (cell->text);
  g_free (cell);
}
