/* SPDX-License-Identifier: MIT */
#include "report/lt-text-measure.h"

#include <math.h>
#include <string.h>

#include "report/lt-pango.h"

/* Latin, Vietnamese and general punctuation; the rest goes through a hash table. */
#define N_DIRECT 0x2070
#define UNKNOWN (-1.0f)

struct _LtTypeface {
  PangoLayout *layout;
  double size;
  gboolean bold;
  gboolean italic;
  double pitch;
  GHashTable *others; /* code point to a width in Pango units */
  float advances[N_DIRECT];
};

struct _LtTextMeasure {
  const char *families;
  PangoContext *context;
  GPtrArray *typefaces;
};

static void
free_typeface (gpointer data)
{
  LtTypeface *self = data;

  g_object_unref (self->layout);
  g_hash_table_unref (self->others);
  g_free (self);
}

/* At 96 dpi Excel rounds the em to whole pixels and gives each line of Times two
 * more than the letters need: 17 px at 10 pt, 21 at 12, 22 at 13. */
static double
get_excel_pitch (double size)
{
  double em = round (size * 96 / 72);

  return (ceil (em * 1.149) + 2) * 72 / 96;
}

static int
measure_char (LtTypeface *self, gunichar c)
{
  char text[8];
  int width;

  pango_layout_set_text (self->layout, text, g_unichar_to_utf8 (c, text));
  pango_layout_get_size (self->layout, &width, NULL);
  return width;
}

static double
find_advance (LtTypeface *self, gunichar c)
{
  gpointer found;
  int width;

  if (c < N_DIRECT)
    {
      if (self->advances[c] < 0)
        self->advances[c] = (float) pango_units_to_double (measure_char (self, c));
      return self->advances[c];
    }
  if (g_hash_table_lookup_extended (self->others, GUINT_TO_POINTER (c), NULL, &found))
    return pango_units_to_double (GPOINTER_TO_INT (found));
  width = measure_char (self, c);
  g_hash_table_insert (self->others, GUINT_TO_POINTER (c), GINT_TO_POINTER (width));
  return pango_units_to_double (width);
}

static inline double
get_advance (LtTypeface *self, gunichar c)
{
  if (G_LIKELY (c < N_DIRECT && self->advances[c] >= 0))
    return self->advances[c];
  return find_advance (self, c);
}

static inline gunichar
next_char (const char **text)
{
  gunichar c = (guchar) **text;

  if (G_LIKELY (c < 0x80))
    {
      *text += 1;
      return c;
    }
  c = g_utf8_get_char (*text);
  *text = g_utf8_next_char (*text);
  return c;
}

typedef struct {
  const char *text;
  GArray *starts;
  double limit;
  double width; /* of the line so far, with the white space behind it */
  guint n;
} Lines;

static void
start_line (Lines *lines, const char *where)
{
  gsize offset = (gsize) (where - lines->text);

  lines->n++;
  lines->width = 0;
  if (lines->starts != NULL)
    g_array_append_val (lines->starts, offset);
}

/* Where Pango, by Unicode's rules, may end a line within a word. */
static gboolean
may_break_after (gunichar c)
{
  switch (c)
    {
    case '-':
    case '/':
    case '!':
    case '?':
    case '|':
    case '}':
    case 0x00ad: /* soft hyphen */
    case 0x200b: /* zero width space */
    case 0x2010: /* hyphen */
    case 0x2013: /* dashes */
    case 0x2014:
    case 0x2026: /* ellipsis */
      return TRUE;
    default:
      return FALSE;
    }
}

/* A word that is longer than a line. Programs differ in where they break it, so
 * each of the places where one may break starts a line, and what is still too
 * long is broken anywhere. */
static void
break_word (LtTypeface *self, Lines *lines, const char *word, const char *end)
{
  gboolean may_break = FALSE;

  while (word < end)
    {
      const char *here = word;
      gunichar c = next_char (&word);
      double advance = get_advance (self, c);
      /* A line of Han or kana may not start with a closing mark: it takes one along. */
      double limit = lines->limit - (c >= 0x2e80 ? advance : 0);

      if (lines->width > 0 && (may_break || lines->width + advance > limit))
        start_line (lines, here);
      lines->width += advance;
      may_break = may_break_after (c);
    }
}

static LtTypeface *
add_typeface (LtTextMeasure *self, double size, gboolean bold, gboolean italic)
{
  LtTypeface *face = g_new (LtTypeface, 1);
  PangoFontDescription *description = lt_pango_font_description_for (self->families, size, bold,
                                                                     italic);

  face->layout = pango_layout_new (self->context);
  pango_layout_set_font_description (face->layout, description);
  pango_font_description_free (description);
  face->size = size;
  face->bold = bold;
  face->italic = italic;
  face->pitch = get_excel_pitch (size);
  face->others = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < N_DIRECT; i++)
    face->advances[i] = UNKNOWN;
  g_ptr_array_add (self->typefaces, face);
  return face;
}

LtTextMeasure *
lt_text_measure_new (void)
{
  return lt_text_measure_new_for (LT_FONT_FAMILIES);
}

LtTextMeasure *
lt_text_measure_new_for (const char *families)
{
  LtTextMeasure *self = g_new (LtTextMeasure, 1);

  self->families = families;
  self->context = lt_pango_context_new ();
  self->typefaces = g_ptr_array_new_with_free_func (free_typeface);
  return self;
}

void
lt_text_measure_free (LtTextMeasure *self)
{
  g_ptr_array_unref (self->typefaces);
  g_object_unref (self->context);
  g_free (self);
}

LtTypeface *
lt_text_measure_get_typeface (LtTextMeasure *self, double size, gboolean bold, gboolean italic)
{
  for (guint i = 0; i < self->typefaces->len; i++)
    {
      LtTypeface *face = g_ptr_array_index (self->typefaces, i);

      if (fabs (face->size - size) < 0.001 && face->bold == bold && face->italic == italic)
        return face;
    }
  return add_typeface (self, size, bold, italic);
}

double
lt_typeface_get_pitch (LtTypeface *self)
{
  return self->pitch;
}

double
lt_typeface_get_width (LtTypeface *self, const char *text, gssize length)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);
  double width = 0;

  while (text < end)
    width += get_advance (self, next_char (&text));
  return width;
}

gsize
lt_typeface_fit (LtTypeface *self, const char *text, gsize length, double width)
{
  const char *cursor = text;
  const char *fitting = text;
  double sum = 0;

  while (cursor < text + length)
    {
      gunichar c = next_char (&cursor);

      sum += get_advance (self, c);
      if (sum > width)
        break;
      if (cursor >= text + length || !g_unichar_ismark (g_utf8_get_char (cursor)))
        fitting = cursor;
    }
  return (gsize) (fitting - text);
}

double
lt_typeface_get_word_width (LtTypeface *self, const char *text)
{
  double longest = 0;
  double width = 0;

  while (*text)
    {
      gunichar c = next_char (&text);

      width = c == ' ' || c == '\n' ? 0 : width + get_advance (self, c);
      longest = MAX (longest, width);
    }
  return longest;
}

/* No line begins with one of these, even behind a space (UAX 14, rule LB13): "ngày / /2024". */
static gboolean
clings (const char *p)
{
  return *p != '\0' && strchr ("/!?;:,.)]}", *p) != NULL;
}

/* Where the words end that no line may part. */
static const char *
find_unit_end (const char *p)
{
  for (;;)
    {
      const char *end = p + strcspn (p, " \n");
      const char *next = end + strspn (end, " ");

      if (!clings (next))
        return end;
      p = next;
    }
}

guint
lt_typeface_count_lines (LtTypeface *self, const char *text, double width, GArray *starts)
{
  Lines lines = { .text = text, .starts = starts, .limit = width };
  const char *cursor = text;

  if (*text == '\0')
    return 0;
  start_line (&lines, text);
  while (*cursor)
    {
      const char *word = cursor;
      gunichar c = next_char (&cursor);
      double word_width;

      if (c == '\n')
        {
          start_line (&lines, cursor);
          continue;
        }
      if (c == ' ')
        {
          /* White space hangs over the end of a line, never starts a new one. */
          lines.width += get_advance (self, c);
          continue;
        }
      cursor = find_unit_end (word);
      word_width = lt_typeface_get_width (self, word, cursor - word);
      if (word_width > width)
        {
          cursor = word + strcspn (word, " \n");
          word_width = lt_typeface_get_width (self, word, cursor - word);
        }
      if (lines.width + word_width > width && lines.width > 0)
        start_line (&lines, word);
      if (word_width > width)
        break_word (self, &lines, word, cursor);
      else
        lines.width += word_width;
    }
  return lines.n;
}
