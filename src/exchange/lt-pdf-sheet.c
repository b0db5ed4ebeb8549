/* SPDX-License-Identifier: MIT */
#include "exchange/lt-pdf-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "exchange/lt-grid.h"
#include "exchange/lt-pdf-text.h"

/* Columns of two pages are the same if their edges lie no farther apart. */
#define SAME 4.0

/* The head and the foot of a page, as shares of its height. */
#define MARGIN 0.12

/* Texts beside each other on a line, that far apart in heights of letters, are two. */
#define APART 2.5

/* The same, where the next line has such a gap as well. */
#define GUTTER 1.0
#define GUTTER_LINES 3.0

/* Rows that a heading may have. */
#define HEADER_ROWS_MAX 4

typedef struct {
  guint row;
  guint n_rows;
  double left, right;
  LtPdfText *text; /* NULL for a cell without words */
} Cell;

struct _LtPdfSheet {
  LtReading *reading;
  LtBudget *budget;
  const LtDecoded *decoded;
  GPtrArray *paragraphs; /* (element-type char), before the table that comes next */
  GArray *cells;         /* (element-type Cell), of the table at work */
  GArray *edges;         /* (element-type double), of its columns */
  GPtrArray *before;     /* (element-type char), paragraphs before it */
  GPtrArray *heading;    /* (element-type char), its first rows, as one text each */
  GArray *headers;       /* (element-type guint), rows that are known to be headings */
  GArray *columns;       /* (element-type double), edges on the page that it was last seen on */
  guint n_rows;
  guint n_tables;
  guint n_pages;
  gboolean open;         /* there is a table at work */
};

static void
clear_cell (gpointer data)
{
  Cell *cell = data;

  g_clear_pointer (&cell->text, lt_pdf_text_free);
}

LtPdfSheet *
lt_pdf_sheet_new (LtReading *reading, LtBudget *budget, const LtDecoded *decoded)
{
  LtPdfSheet *self = g_new0 (LtPdfSheet, 1);

  self->reading = reading;
  self->budget = budget;
  self->decoded = decoded;
  self->paragraphs = g_ptr_array_new_with_free_func (g_free);
  self->before = g_ptr_array_new_with_free_func (g_free);
  self->heading = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
  self->edges = g_array_new (FALSE, FALSE, sizeof (double));
  self->headers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->columns = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

void
lt_pdf_sheet_free (LtPdfSheet *self)
{
  g_ptr_array_unref (self->paragraphs);
  g_ptr_array_unref (self->before);
  g_ptr_array_unref (self->heading);
  g_array_unref (self->cells);
  g_array_unref (self->edges);
  g_array_unref (self->headers);
  g_array_unref (self->columns);
  g_free (self);
}

static double
get_edge (GArray *edges, guint i)
{
  return g_array_index (edges, double, i);
}

static gboolean
is_continued (LtPdfSheet *self, const LtPdfTable *table)
{
  guint n = table->columns->len;

  if (!self->open || self->paragraphs->len > 0 || n != self->columns->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (fabs (get_edge (table->columns, i) - get_edge (self->columns, i)) > SAME)
      return FALSE;
  return TRUE;
}

static guint
find_edge (GArray *edges, double at)
{
  guint best = 0;

  for (guint i = 1; i < edges->len; i++)
    if (fabs (get_edge (edges, i) - at) < fabs (get_edge (edges, best) - at))
      best = i;
  return best;
}

static gboolean
put_paragraphs (LtGrid *grid, GPtrArray *paragraphs, guint row, guint n_columns, GError **error)
{
  for (guint i = 0; i < paragraphs->len; i++, row++)
    {
      const char *text = lt_grid_intern (grid, g_ptr_array_index (paragraphs, i), error);

      if (text == NULL)
        return FALSE;
      if (*text == '\0')
        continue;
      lt_grid_set_row (grid, row, LT_ROW_PARAGRAPH, 0);
      lt_grid_put (grid, row, 0, text, 0);
      lt_grid_span (grid, row, 0, 1, n_columns);
    }
  return TRUE;
}

static gboolean
is_header (LtPdfSheet *self, guint row)
{
  for (guint i = 0; i < self->headers->len; i++)
    if (g_array_index (self->headers, guint, i) == row)
      return TRUE;
  return FALSE;
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const Cell *x = a;
  const Cell *y = b;

  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return x->left < y->left ? -1 : x->left > y->left;
}

static gboolean
put_cells (LtPdfSheet *self, LtGrid *grid, guint first, GError **error)
{
  g_array_sort (self->cells, compare_cells);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      guint left = find_edge (self->edges, cell->left);
      guint right = find_edge (self->edges, cell->right);
      const char *text;

      if (cell->text == NULL || right <= left)
        continue;
      text = lt_grid_intern (grid, cell->text->text->str, error);
      if (text == NULL)
        return FALSE;
      lt_grid_put (grid, first + cell->row, left, text, 0);
      lt_grid_span (grid, first + cell->row, left, cell->n_rows, right - left);
    }
  return TRUE;
}

/* @last: the text that is left belongs to this table. */
static gboolean
finish_table (LtPdfSheet *self, gboolean last, GError **error)
{
  g_autofree char *name = g_strdup_printf (_("Table %u"), self->n_tables + 1);
  g_autoptr (LtGrid) grid = lt_grid_new (name, self->budget);
  guint first = self->before->len;
  guint n_columns;
  LtTable *table;

  /* The columns of all pages together. */
  lt_pdf_merge_edges (self->edges, SAME);
  n_columns = MAX (self->edges->len, 2) - 1;
  if (!put_paragraphs (grid, self->before, 0, n_columns, error))
    return FALSE;
  for (guint row = 0; row < self->n_rows; row++)
    lt_grid_set_row (grid, first + row, is_header (self, row) ? LT_ROW_HEADER : LT_ROW_BODY, row + 1);
  for (guint i = 0; i + 1 < self->edges->len; i++)
    lt_grid_set_share (grid, i, get_edge (self->edges, i + 1) - get_edge (self->edges, i));
  if (!put_cells (self, grid, first, error)
      || (last && !put_paragraphs (grid, self->paragraphs, first + self->n_rows, n_columns, error)))
    return FALSE;
  table = lt_grid_finish (grid, lt_grid_dup_number, error);
  if (table == NULL)
    return FALSE;
  lt_reading_add (self->reading, table);
  self->n_tables++;
  self->open = FALSE;
  g_array_set_size (self->cells, 0);
  g_array_set_size (self->edges, 0);
  g_array_set_size (self->headers, 0);
  g_ptr_array_set_size (self->before, 0);
  g_ptr_array_set_size (self->heading, 0);
  self->n_rows = 0;
  return TRUE;
}

/* What each column keeps free at its sides, so that the width of a full line is known. */
static double
measure_width (const LtPdfTable *table, const LtPdfCell *cell)
{
  double left = get_edge (table->columns, cell->column);
  double right = get_edge (table->columns, cell->column + cell->n_columns);
  double padding = right - left;

  if (cell->n_columns == 1 && cell->column < table->fills->len
      && g_array_index (table->fills, double, cell->column) > 0)
    return g_array_index (table->fills, double, cell->column);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const LtPdfCell *other = &g_array_index (table->cells, LtPdfCell, i);
      double from, to;

      if (other->column != cell->column || other->n_columns != cell->n_columns
          || !lt_pdf_measure_words (other->words, &from, &to))
        continue;
      padding = MIN (padding, MIN (from - left, right - to));
    }
  return right - left - 2 * MAX (padding, 0);
}

static void
convert_words (LtPdfSheet *self, GArray *words, GStringChunk *texts)
{
  if (self->decoded->legacy == LT_LEGACY_NONE)
    return;
  for (guint i = 0; i < words->len; i++)
    {
      LtPdfWord *word = &g_array_index (words, LtPdfWord, i);
      g_autofree char *meant = lt_decoded_dup_text (self->decoded, word->text);

      word->text = g_string_chunk_insert (texts, meant);
    }
}

/* The first rows as texts; what a page repeats is found by them. */
static GPtrArray *
list_heading (GArray *cells)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; row < HEADER_ROWS_MAX; row++)
    {
      GString *whole = g_string_new (NULL);

      for (guint i = 0; i < cells->len; i++)
        {
          const Cell *cell = &g_array_index (cells, Cell, i);

          if (cell->row == row && cell->text != NULL)
            g_string_append_printf (whole, "%.0f %s\n", cell->left / SAME / 2, cell->text->text->str);
        }
      g_ptr_array_add (rows, g_string_free (whole, FALSE));
    }
  return rows;
}

static guint
count_repeated (LtPdfSheet *self, GPtrArray *rows)
{
  guint n = 0;

  while (n < MIN (rows->len, self->heading->len)
         && *(const char *) g_ptr_array_index (rows, n) != '\0'
         && strcmp (g_ptr_array_index (rows, n), g_ptr_array_index (self->heading, n)) == 0)
    n++;
  return n;
}

/* The cell that ends at the foot of the page before, over the same columns. */
static Cell *
find_above (LtPdfSheet *self, const Cell *cell)
{
  for (guint i = self->cells->len; i > 0; i--)
    {
      Cell *above = &g_array_index (self->cells, Cell, i - 1);

      if (above->row + above->n_rows == self->n_rows && fabs (above->left - cell->left) <= SAME
          && fabs (above->right - cell->right) <= SAME)
        return above;
    }
  return NULL;
}

/* Whether the row @row of a page belongs to the last one of the page before. */
static gboolean
is_cut (LtPdfSheet *self, GArray *cells, guint row)
{
  gboolean goes_on = FALSE;
  gboolean first = TRUE;
  guint n_words = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);
      const Cell *above = cell->row == row ? find_above (self, cell) : NULL;

      if (cell->row != row)
        continue;
      n_words += cell->text != NULL;
      if (above == NULL)
        {
          if (cell->text != NULL)
            return FALSE;
        }
      else if (cell->text != NULL && above->text != NULL)
        {
          if (first)
            return FALSE;
          goes_on |= lt_pdf_text_goes_on (above->text, cell->text);
        }
      first = FALSE;
    }
  return n_words == 1 || (n_words > 1 && goes_on);
}

/* The first column without words: the row is one more of the group on the page before, and
 * other cells without words are, like that one, the ends of merged ones: where a page ends the
 * paper does not show it. */
static void
extend_group (LtPdfSheet *self, GArray *cells, guint row)
{
  gboolean first = TRUE;

  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);
      Cell *above;

      if (cell->row != row)
        continue;
      above = cell->text == NULL ? find_above (self, cell) : NULL;
      if (above != NULL && above->text != NULL)
        above->n_rows += cell->n_rows;
      else if (first)
        return;
      first = FALSE;
    }
}

/* Takes the cells of a row that was cut, those that reach farther down with it. */
static void
mend_row (LtPdfSheet *self, GArray *cells, guint row)
{
  for (guint i = 0; i < cells->len; i++)
    {
      Cell *cell = &g_array_index (cells, Cell, i);
      Cell *above = cell->row == row ? find_above (self, cell) : NULL;

      if (above == NULL)
        continue;
      if (above->text == NULL)
        above->text = g_steal_pointer (&cell->text);
      else if (cell->text != NULL)
        lt_pdf_text_append (above->text, g_steal_pointer (&cell->text));
    }
  for (guint i = 0; i < cells->len; i++)
    {
      Cell *cell = &g_array_index (cells, Cell, i);
      Cell *above = cell->row == row && cell->n_rows > 1 ? find_above (self, cell) : NULL;

      if (above != NULL)
        above->n_rows += cell->n_rows - 1;
    }
}

/* Puts what a page has of a table behind what is there of it. */
static void
append_rows (LtPdfSheet *self, GArray *cells, guint n_rows)
{
  g_autoptr (GPtrArray) heading = list_heading (cells);
  guint n_repeated = count_repeated (self, heading);
  guint base = self->n_rows;
  guint first_body = n_repeated;
  gboolean cut = base > 0 && n_repeated < n_rows && is_cut (self, cells, n_repeated);

  if (cut)
    {
      mend_row (self, cells, n_repeated);
      first_body++;
    }
  else if (base > 0)
    extend_group (self, cells, n_repeated);
  for (guint row = 0; row < n_repeated && n_repeated < n_rows; row++)
    if (!is_header (self, row))
      g_array_append_val (self->headers, row);
  /* A repeated heading would stand between the parts of what was put together: it goes. */
  for (guint i = 0; i < cells->len; i++)
    {
      Cell cell = g_array_index (cells, Cell, i);

      if (cell.row < first_body)
        continue;
      cell.row = base + cell.row - first_body;
      g_array_index (cells, Cell, i).text = NULL;
      g_array_append_val (self->cells, cell);
    }
  self->n_rows += n_rows - MIN (first_body, n_rows);
  if (self->heading->len == 0)
    {
      g_ptr_array_unref (self->heading);
      self->heading = g_steal_pointer (&heading);
    }
}

static gboolean
add_table (LtPdfSheet *self, const LtPdfTable *table, GStringChunk *texts, GError **error)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));

  g_array_set_clear_func (cells, clear_cell);
  if (!is_continued (self, table))
    {
      GPtrArray *before = self->before;

      if (self->open && !finish_table (self, FALSE, error))
        return FALSE;
      self->before = self->paragraphs;
      self->paragraphs = before;
      self->open = TRUE;
    }
  g_array_set_size (self->columns, 0);
  g_array_append_vals (self->columns, table->columns->data, table->columns->len);
  g_array_append_vals (self->edges, table->columns->data, table->columns->len);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const LtPdfCell *from = &g_array_index (table->cells, LtPdfCell, i);
      Cell cell = { from->row, from->n_rows, get_edge (table->columns, from->column),
                    get_edge (table->columns, from->column + from->n_columns), NULL };

      if (!lt_budget_take_cells (self->budget, 1 + table->columns->len, error))
        return FALSE;
      if (from->words != NULL)
        {
          convert_words (self, from->words, texts);
          cell.text = lt_pdf_text_new (from->words, measure_width (table, from));
        }
      g_array_append_val (cells, cell);
    }
  append_rows (self, cells, table->rows->len - 1);
  return TRUE;
}

/* "7", "- 7 -", "Trang 7/12" */
static gboolean
is_page_number (const char *text)
{
  gboolean digits = FALSE;

  if (g_str_has_prefix (text, "Trang ") || g_str_has_prefix (text, "Page "))
    text = strchr (text, ' ');
  for (; *text != '\0'; text++)
    {
      if (g_ascii_isdigit (*text))
        digits = TRUE;
      else if (strchr (" -/|", *text) == NULL)
        return FALSE;
    }
  return digits;
}

/* Lines from @first on, until one that stands apart, as one paragraph. */
static void
add_paragraph (LtPdfSheet *self, const LtPdfPage *page, GArray *words, double width)
{
  const LtPdfWord *head = &g_array_index (words, LtPdfWord, 0);
  g_autoptr (LtPdfText) text = lt_pdf_text_new (words, width);
  gboolean in_margin = head->top < page->height * MARGIN || head->bottom > page->height * (1 - MARGIN);
  g_auto (GStrv) lines = g_strsplit (text->text->str, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (!(in_margin && is_page_number (*line)))
      g_ptr_array_add (self->paragraphs, g_strdup (*line));
}

static gboolean
measure_gap (GArray *words, guint i, double *from, double *to)
{
  const LtPdfWord *before = &g_array_index (words, LtPdfWord, i - 1);
  const LtPdfWord *word = &g_array_index (words, LtPdfWord, i);

  *from = before->right;
  *to = word->left;
  return fabs (word->top - before->top) < (word->bottom - word->top) / 2
         && *to - *from > GUTTER * (word->bottom - word->top);
}

/* A narrower gap parts two texts as well if the line above or below has it in the same place. */
static gboolean
is_gutter (GArray *words, guint i)
{
  const LtPdfWord *word = &g_array_index (words, LtPdfWord, i);
  double height = word->bottom - word->top;
  double from, to;

  if (!measure_gap (words, i, &from, &to))
    return FALSE;
  for (guint k = 1; k < words->len; k++)
    {
      double distance = fabs (g_array_index (words, LtPdfWord, k).top - word->top);
      double left, right;

      if (distance > height / 2 && distance < GUTTER_LINES * height && measure_gap (words, k, &left, &right)
          && MIN (to, right) - MAX (from, left) > height * GUTTER)
        return TRUE;
    }
  return FALSE;
}

/* Words from the top down to @bottom, which are then gone from @rest. */
static void
add_paragraphs (LtPdfSheet *self, const LtPdfPage *page, GArray *rest, double bottom)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (LtPdfWord));
  double left, right;
  guint n = 0;

  /* The width that a line could have had is that of all that stands on the page. */
  if (!lt_pdf_measure_words (page->words, &left, &right))
    return;
  for (; n < rest->len && g_array_index (rest, LtPdfWord, n).top < bottom; n++)
    {
      const LtPdfWord *word = &g_array_index (rest, LtPdfWord, n);
      const LtPdfWord *before = n > 0 ? &g_array_index (rest, LtPdfWord, n - 1) : NULL;
      double height = word->bottom - word->top;

      /* A gap beside it, or more than a line above it. */
      if (before != NULL && (word->left - before->right > APART * height || is_gutter (rest, n)
                             || word->top - before->bottom > height || word->bottom < before->top))
        {
          add_paragraph (self, page, words, right - left);
          g_array_set_size (words, 0);
        }
      g_array_append_val (words, *word);
    }
  if (words->len > 0)
    add_paragraph (self, page, words, right - left);
  g_array_remove_range (rest, 0, n);
}

gboolean
lt_pdf_sheet_add_page (LtPdfSheet *self, const LtPdfPage *page, GPtrArray *tables, GArray *rest,
                       GError **error)
{
  g_autoptr (GStringChunk) texts = g_string_chunk_new (4096);

  convert_words (self, rest, texts);
  for (guint i = 0; i < tables->len; i++)
    {
      const LtPdfTable *table = g_ptr_array_index (tables, i);

      add_paragraphs (self, page, rest, get_edge (table->rows, 0));
      if (!add_table (self, table, texts, error))
        return FALSE;
    }
  add_paragraphs (self, page, rest, G_MAXDOUBLE);
  return TRUE;
}

gboolean
lt_pdf_sheet_finish (LtPdfSheet *self, GError **error)
{
  return !self->open || finish_table (self, TRUE, error);
}
