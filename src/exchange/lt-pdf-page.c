/* SPDX-License-Identifier: MIT */
#include "exchange/lt-pdf-page.h"

#include <math.h>
#include <string.h>

/* Of everything, so that hostile pages cost no more than a moment. */
#define PAGES_MAX 2000
#define WORDS_MAX 500000
#define RULES_MAX 200000
#define LENGTH_MAX 100000.0

/* A filled box so thin is a line; so short a line is a dot. */
#define THIN 2.5
#define SHORT 4.0

typedef struct {
  LtPdfPages *pages;
  guint n_words;
  LtPdfWord word;
  GString *text; /* of the word at work */
  gboolean in_word;
} WordReader;

typedef struct {
  double xx, yx, xy, yy, x0, y0;
} Matrix;

typedef struct {
  LtPdfPages *pages;
  guint next_page;
  LtPdfPage *page;   /* at work; NULL outside */
  GArray *matrices;  /* (element-type Matrix), one for each open element */
  guint skip;
  guint n_rules;
} RuleReader;

static void
free_page (gpointer data)
{
  LtPdfPage *page = data;

  g_array_unref (page->words);
  g_array_unref (page->lying);
  g_array_unref (page->standing);
  g_free (page);
}

LtPdfPages *
lt_pdf_pages_new (void)
{
  LtPdfPages *self = g_new0 (LtPdfPages, 1);

  self->pages = g_ptr_array_new_with_free_func (free_page);
  self->texts = g_string_chunk_new (64 * 1024);
  return self;
}

void
lt_pdf_pages_free (LtPdfPages *self)
{
  g_ptr_array_unref (self->pages);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static double
get_length (const LtXmlElement *element, const char *name)
{
  g_autofree char *text = lt_xml_element_dup (element, name);
  double length = text != NULL ? g_ascii_strtod (text, NULL) : 0;

  return isfinite (length) ? CLAMP (length, -LENGTH_MAX, LENGTH_MAX) : 0;
}

static void
add_page (LtPdfPages *self, const LtXmlElement *element)
{
  LtPdfPage *page = g_new0 (LtPdfPage, 1);

  page->width = get_length (element, "width");
  page->height = get_length (element, "height");
  page->words = g_array_new (FALSE, FALSE, sizeof (LtPdfWord));
  page->lying = g_array_new (FALSE, FALSE, sizeof (LtPdfRule));
  page->standing = g_array_new (FALSE, FALSE, sizeof (LtPdfRule));
  g_ptr_array_add (self->pages, page);
}

static void
start_word_cb (LtXmlParser *parser, const LtXmlElement *element, gpointer data)
{
  WordReader *self = data;

  if (strcmp (element->name, "page") == 0 && self->pages->pages->len < PAGES_MAX)
    add_page (self->pages, element);
  else if (strcmp (element->name, "word") == 0 && self->pages->pages->len > 0
           && self->n_words++ < WORDS_MAX && lt_xml_parser_take_cells (parser, 1))
    {
      self->word.left = get_length (element, "xMin");
      self->word.top = get_length (element, "yMin");
      self->word.right = get_length (element, "xMax");
      self->word.bottom = get_length (element, "yMax");
      self->in_word = TRUE;
      g_string_truncate (self->text, 0);
    }
}

static void
end_word_cb (LtXmlParser *parser, const LtXmlElement *element, gpointer data)
{
  WordReader *self = data;
  LtPdfPage *page;

  if (!self->in_word || strcmp (element->name, "word") != 0)
    return;
  self->in_word = FALSE;
  if (self->text->len == 0 || !lt_xml_parser_take_text (parser, self->text->len))
    return;
  page = g_ptr_array_index (self->pages->pages, self->pages->pages->len - 1);
  self->word.text = g_string_chunk_insert_len (self->pages->texts, self->text->str,
                                               (gssize) self->text->len);
  if (self->word.right > self->word.left && self->word.bottom > self->word.top)
    g_array_append_val (page->words, self->word);
}

static void
word_text_cb (LtXmlParser *parser, const char *text, gsize length, gpointer data)
{
  WordReader *self = data;

  if (self->in_word)
    lt_xml_parser_append (parser, self->text, text, length);
}

/* Words may hold what XML cannot. */
static char *
dup_harmless (GBytes *output, gsize *length)
{
  gsize size;
  const char *data = g_bytes_get_data (output, &size);
  const char *start = size > 0 ? memmem (data, size, "<doc>", 5) : NULL;
  const char *end = start != NULL ? memmem (start, size - (gsize) (start - data), "</doc>", 6) : NULL;
  char *text;

  if (end == NULL)
    return NULL;
  *length = (gsize) (end - start) + 6;
  text = g_memdup2 (start, *length);
  for (gsize i = 0; i < *length; i++)
    {
      if ((guint8) text[i] < ' ' && text[i] != '\n' && text[i] != '\t')
        text[i] = ' ';
      else if (i + 2 < *length && memcmp (text + i, "\xef\xbf", 2) == 0 && (guint8) text[i + 2] >= 0xbe)
        memset (text + i, ' ', 3);
    }
  return text;
}

gboolean
lt_pdf_pages_read_words (LtPdfPages *self, GBytes *output, LtBudget *budget, GError **error)
{
  static const LtXmlHandler handler = { start_word_cb, end_word_cb, word_text_cb };
  g_autoptr (GString) text = g_string_new (NULL);
  WordReader reader = { .pages = self, .text = text };
  gsize length;
  g_autofree char *document = dup_harmless (output, &length);

  return document == NULL
         || lt_xml_parse_data (document, length, &handler, &reader, budget, error);
}

static Matrix
multiply (const Matrix *inner, const Matrix *outer)
{
  Matrix product = {
    .xx = inner->xx * outer->xx + inner->yx * outer->xy,
    .yx = inner->xx * outer->yx + inner->yx * outer->yy,
    .xy = inner->xy * outer->xx + inner->yy * outer->xy,
    .yy = inner->xy * outer->yx + inner->yy * outer->yy,
    .x0 = inner->x0 * outer->xx + inner->y0 * outer->xy + outer->x0,
    .y0 = inner->x0 * outer->yx + inner->y0 * outer->yy + outer->y0,
  };

  return product;
}

static Matrix
get_matrix (RuleReader *self, const LtXmlElement *element)
{
  static const Matrix identity = { 1, 0, 0, 1, 0, 0 };
  Matrix outer = self->matrices->len > 0
                 ? g_array_index (self->matrices, Matrix, self->matrices->len - 1) : identity;
  g_autofree char *text = lt_xml_element_dup (element, "transform");
  double values[6];
  char *at;

  if (text == NULL || !g_str_has_prefix (text, "matrix("))
    return outer;
  at = text + strlen ("matrix(");
  for (guint i = 0; i < 6; i++)
    {
      values[i] = g_ascii_strtod (at, &at);
      at += strspn (at, ", ");
      if (!isfinite (values[i]))
        return outer;
    }
  {
    Matrix own = { values[0], values[1], values[2], values[3], values[4], values[5] };

    return multiply (&own, &outer);
  }
}

static void
add_rule (RuleReader *self, GArray *rules, double at, double from, double to)
{
  LtPdfRule rule = { at, MIN (from, to), MAX (from, to) };

  if (self->n_rules++ < RULES_MAX && isfinite (at) && isfinite (from) && isfinite (to))
    g_array_append_val (rules, rule);
}

static void
add_stroke (RuleReader *self, double x1, double y1, double x2, double y2)
{
  if (fabs (y1 - y2) < 1 && fabs (x1 - x2) > SHORT)
    add_rule (self, self->page->lying, (y1 + y2) / 2, x1, x2);
  else if (fabs (x1 - x2) < 1 && fabs (y1 - y2) > SHORT)
    add_rule (self, self->page->standing, (x1 + x2) / 2, y1, y2);
}

/* A box is a line if it is thin enough; the corners where lines meet are none. */
static void
add_box (RuleReader *self, double left, double top, double right, double bottom)
{
  double width = right - left;
  double height = bottom - top;

  if (height <= THIN && width > SHORT)
    add_rule (self, self->page->lying, (top + bottom) / 2, left, right);
  else if (width <= THIN && height > SHORT)
    add_rule (self, self->page->standing, (left + right) / 2, top, bottom);
}

/* "M x y L x y … Z" and nothing with curves. */
static void
read_path (RuleReader *self, const char *path, const Matrix *matrix, gboolean stroked)
{
  double start_x = 0, start_y = 0, x = 0, y = 0;
  double left = 0, top = 0, right = 0, bottom = 0;
  gboolean has_box = FALSE;
  const char *at = path;

  if (strpbrk (path, "CcQqAaSsTt") != NULL)
    return;
  while (*at != '\0')
    {
      char command = *at++;
      double before_x = x, before_y = y;
      char *end;

      if (command == 'M' || command == 'L')
        {
          double px = g_ascii_strtod (at, &end);
          double py = g_ascii_strtod (end + strspn (end, ", "), &end);

          if (end == at)
            return;
          at = end;
          x = px * matrix->xx + py * matrix->xy + matrix->x0;
          y = px * matrix->yx + py * matrix->yy + matrix->y0;
        }
      else if (command == 'Z' || command == 'z')
        {
          x = start_x;
          y = start_y;
        }
      else
        continue;
      if (command == 'M')
        {
          if (has_box && !stroked)
            add_box (self, left, top, right, bottom);
          start_x = left = right = x;
          start_y = top = bottom = y;
          has_box = FALSE;
          continue;
        }
      if (stroked)
        add_stroke (self, before_x, before_y, x, y);
      left = MIN (left, x);
      right = MAX (right, x);
      top = MIN (top, y);
      bottom = MAX (bottom, y);
      has_box = TRUE;
    }
  if (has_box && !stroked)
    add_box (self, left, top, right, bottom);
}

/* What is painted white covers something, but shows nothing. */
static gboolean
is_painted (const LtXmlElement *element, const char *how, const char *style)
{
  g_autofree char *own = lt_xml_element_dup (element, how);
  g_autofree char *key = g_strconcat (how, ":", NULL);
  const char *value = own;

  if (value == NULL && style != NULL)
    {
      value = strstr (style, key);
      if (value != NULL)
        value += strlen (key);
    }
  return value != NULL && !g_str_has_prefix (value, "none")
         && !g_str_has_prefix (value, "rgb(100%,100%,100%)");
}

static void
start_path (RuleReader *self, const LtXmlElement *element, const Matrix *matrix)
{
  g_autofree char *style = lt_xml_element_dup (element, "style");
  g_autofree char *path = lt_xml_element_dup (element, "d");
  gboolean stroked = is_painted (element, "stroke", style);

  if (path != NULL && (stroked || is_painted (element, "fill", style)))
    read_path (self, path, matrix, stroked);
}

static void
start_box (RuleReader *self, const LtXmlElement *element, const Matrix *matrix)
{
  g_autofree char *style = lt_xml_element_dup (element, "style");
  double x = get_length (element, "x") * matrix->xx + matrix->x0;
  double y = get_length (element, "y") * matrix->yy + matrix->y0;
  double width = get_length (element, "width") * matrix->xx;
  double height = get_length (element, "height") * matrix->yy;

  if (is_painted (element, "fill", style))
    add_box (self, MIN (x, x + width), MIN (y, y + height), MAX (x, x + width), MAX (y, y + height));
}

static void
start_rule_cb (LtXmlParser *parser, const LtXmlElement *element, gpointer data)
{
  RuleReader *self = data;
  Matrix matrix;

  /* Shapes of letters, and what only cuts others off. */
  if (self->skip > 0 || strcmp (element->name, "defs") == 0
      || strcmp (element->name, "clipPath") == 0 || strcmp (element->name, "symbol") == 0
      || strcmp (element->name, "mask") == 0)
    {
      self->skip++;
      return;
    }
  if (strcmp (element->name, "page") == 0
      || (self->next_page == 0 && strcmp (element->name, "svg") != 0
          && strcmp (element->name, "pageSet") != 0))
    {
      self->page = self->next_page < self->pages->pages->len
                   ? g_ptr_array_index (self->pages->pages, self->next_page) : NULL;
      self->next_page++;
    }
  matrix = get_matrix (self, element);
  g_array_append_val (self->matrices, matrix);
  if (self->page == NULL)
    return;
  if (strcmp (element->name, "path") == 0)
    start_path (self, element, &matrix);
  else if (strcmp (element->name, "rect") == 0)
    start_box (self, element, &matrix);
}

static void
end_rule_cb (LtXmlParser *parser, const LtXmlElement *element, gpointer data)
{
  RuleReader *self = data;

  if (self->skip > 0)
    self->skip--;
  else if (self->matrices->len > 0)
    g_array_set_size (self->matrices, self->matrices->len - 1);
}

gboolean
lt_pdf_pages_read_rules (LtPdfPages *self, GBytes *output, LtBudget *budget, GError **error)
{
  static const LtXmlHandler handler = { start_rule_cb, end_rule_cb, NULL };
  g_autoptr (GArray) matrices = g_array_new (FALSE, FALSE, sizeof (Matrix));
  RuleReader reader = { .pages = self, .matrices = matrices };
  gsize size;
  const char *data = g_bytes_get_data (output, &size);

  return size == 0 || lt_xml_parse_data (data, size, &handler, &reader, budget, error);
}

static int
compare_tops (gconstpointer a, gconstpointer b)
{
  const LtPdfWord *x = a;
  const LtPdfWord *y = b;
  double difference = (x->top + x->bottom) - (y->top + y->bottom);

  return difference < 0 ? -1 : difference > 0;
}

static int
compare_lefts (gconstpointer a, gconstpointer b)
{
  const LtPdfWord *x = a;
  const LtPdfWord *y = b;

  return x->left < y->left ? -1 : x->left > y->left;
}

/* Sorts the words between two places by where they stand in their line. */
static void
sort_line (GArray *words, guint first, guint behind)
{
  qsort (&g_array_index (words, LtPdfWord, first), behind - first, sizeof (LtPdfWord), compare_lefts);
}

void
lt_pdf_sort_words (GArray *words)
{
  guint first = 0;

  g_array_sort (words, compare_tops);
  for (guint i = 1; i <= words->len; i++)
    {
      const LtPdfWord *head = &g_array_index (words, LtPdfWord, first);
      const LtPdfWord *word = i < words->len ? &g_array_index (words, LtPdfWord, i) : NULL;

      if (word != NULL && (word->top + word->bottom - head->top - head->bottom) / 2
                              < (head->bottom - head->top) / 2)
        continue;
      sort_line (words, first, i);
      first = i;
    }
}
