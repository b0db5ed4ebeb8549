/* SPDX-License-Identifier: MIT */
#include "exchange/lt-pdf-text.h"

#include <string.h>

/* A space, against the height of the letters. */
#define SPACE 0.25

/* So narrow a column breaks words that it has no room for. */
#define NARROW 2.5
#define BROKEN_LETTERS_MAX 6

typedef struct {
  guint first;
  guint n;
  double left, right, height;
  double middle;
} Line;

gboolean
lt_pdf_measure_words (GArray *words, double *left, double *right)
{
  if (words == NULL || words->len == 0)
    return FALSE;
  *left = g_array_index (words, LtPdfWord, 0).left;
  *right = g_array_index (words, LtPdfWord, 0).right;
  for (guint i = 1; i < words->len; i++)
    {
      *left = MIN (*left, g_array_index (words, LtPdfWord, i).left);
      *right = MAX (*right, g_array_index (words, LtPdfWord, i).right);
    }
  return TRUE;
}

static GArray *
list_lines (GArray *words)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0; i < words->len; i++)
    {
      const LtPdfWord *word = &g_array_index (words, LtPdfWord, i);
      Line *line = lines->len > 0 ? &g_array_index (lines, Line, lines->len - 1) : NULL;

      if (line != NULL && (word->top + word->bottom) / 2 < line->middle + line->height / 2)
        {
          line->n++;
          line->right = MAX (line->right, word->right);
        }
      else
        {
          Line next = { i, 1, word->left, word->right, word->bottom - word->top,
                        (word->top + word->bottom) / 2 };

          g_array_append_val (lines, next);
        }
    }
  return lines;
}

/* "(1)", "2.", "a)", "-", "+", "•" at the beginning of a text. */
static gboolean
is_item (const char *text)
{
  const char *p = text;

  if ((*p == '-' || *p == '+') && (p[1] == '\0' || p[1] == ' '))
    return TRUE;
  if (g_str_has_prefix (p, "•") || g_str_has_prefix (p, "–"))
    return TRUE;
  if (*p == '(')
    p++;
  if (g_ascii_isdigit (*p))
    while (g_ascii_isdigit (*p))
      p++;
  else if (g_ascii_isalpha (*p))
    p++;
  else if (g_str_has_prefix (p, "đ"))
    p += strlen ("đ");
  else
    return FALSE;
  if (*p == ')')
    return TRUE;
  return *text != '(' && *p == '.' && (p[1] == ' ' || p[1] == '\0');
}

static gboolean
ends_sentence (const char *text)
{
  gsize n = strlen (text);

  return n == 0 || strchr (".;:!?", text[n - 1]) != NULL || g_str_has_suffix (text, "./.");
}

static gboolean
starts_small (const char *text)
{
  return g_unichar_islower (g_utf8_get_char (text)) && !is_item (text);
}

static gboolean
is_deliberate (double room, double next_word, double height)
{
  return room > next_word + (SPACE + 0.2) * height;
}

/* Words are broken behind a dash or slash without a space. */
static gboolean
sticks (const char *text)
{
  gsize n = strlen (text);

  return n >= 2 && (text[n - 1] == '-' || text[n - 1] == '/') && text[n - 2] != ' ';
}

static void
append_line (GString *text, double room, const LtPdfWord *word, double height)
{
  if (text->len == 0)
    return;
  if (is_deliberate (room, word->right - word->left, height)
      || (is_item (word->text) && ends_sentence (text->str)))
    g_string_append_c (text, '\n');
  else if (!sticks (text->str))
    g_string_append_c (text, ' ');
}

/* "ST" above "T". */
static void
mend_broken_word (GString *text, GArray *lines, double width, double height)
{
  g_autofree char *whole = NULL;

  if (lines->len < 2 || width > NARROW * height || g_utf8_strlen (text->str, -1) > BROKEN_LETTERS_MAX)
    return;
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, Line, i).n != 1)
      return;
  for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p))
    if (*p != ' ' && *p != '\n' && !g_unichar_isupper (g_utf8_get_char (p)))
      return;
  whole = g_strdup (text->str);
  g_string_truncate (text, 0);
  for (const char *p = whole; *p != '\0'; p++)
    if (*p != ' ' && *p != '\n')
      g_string_append_c (text, *p);
}

LtPdfText *
lt_pdf_text_new (GArray *words, double width)
{
  LtPdfText *self = g_new0 (LtPdfText, 1);
  g_autoptr (GArray) lines = list_lines (words);

  self->text = g_string_new (NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const LtPdfWord *first = &g_array_index (words, LtPdfWord, line->first);

      append_line (self->text, self->room, first, line->height);
      for (guint j = 0; j < line->n; j++)
        {
          if (j > 0)
            g_string_append_c (self->text, ' ');
          g_string_append (self->text, g_array_index (words, LtPdfWord, line->first + j).text);
        }
      if (i == 0)
        self->first_word = first->right - first->left;
      self->room = width - (line->right - line->left);
      self->height = line->height;
    }
  mend_broken_word (self->text, lines, width, self->height);
  return self;
}

void
lt_pdf_text_free (LtPdfText *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

void
lt_pdf_text_append (LtPdfText *self, LtPdfText *rest)
{
  LtPdfWord word = { 0, 0, rest->first_word, 0, rest->text->str };

  append_line (self->text, self->room, &word, self->height);
  g_string_append (self->text, rest->text->str);
  self->room = rest->room;
  lt_pdf_text_free (rest);
}

gboolean
lt_pdf_text_goes_on (const LtPdfText *self, const LtPdfText *rest)
{
  if (starts_small (rest->text->str))
    return TRUE;
  return !ends_sentence (self->text->str) && !is_item (rest->text->str)
         && !is_deliberate (self->room, rest->first_word, self->height);
}
