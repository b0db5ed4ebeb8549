/* SPDX-License-Identifier: MIT */
#include "report/lt-table-layout-private.h"

#include <math.h>
#include <string.h>

#define POINTS_PER_PIXEL 0.75

/* Excel keeps five pixels of a column's width to itself. */
#define SIDE_PADDING (5 * POINTS_PER_PIXEL)

/* On screen Excel rounds the advance of each letter to whole pixels, so a line
 * holds a few letters less than on paper. Lines are counted in a column that
 * much narrower, or the last line of a tall cell would be hidden. */
#define WIDTH_SAFETY 0.95

/* A printer driver may round every row up; without a reserve the last row of a
 * full page would go over to an otherwise empty one. */
#define HEIGHT_SAFETY 0.985

/* How far a column may grow beyond its share so as not to break words. */
#define GROWTH_MAX 1.25
/* A column this wide holds any word that is one. */
#define WIDE_COLUMN 200.0

static double
get_text_width (LtTableLayout *self, guint column, guint n_columns)
{
  double width = self->lefts[column + n_columns] - self->lefts[column];

  return (width - SIDE_PADDING) * WIDTH_SAFETY;
}

static double
find_longest_word (LtTableLayout *self, guint column)
{
  const char *last = NULL;
  double longest = 0;

  for (guint row = 0; row < lt_table_get_n_rows (self->table); row++)
    {
      const LtCell *cell = lt_table_get_cell (self->table, row, column);

      /* Shared words stand in row after row. */
      if (cell->row_span == 0 || cell->column_span > 1 || cell->text == last)
        continue;
      last = cell->text;
      longest = MAX (longest,
                     lt_typeface_get_word_width (_lt_layout_get_face (self, row, column), last));
    }
  return longest;
}

/* Shares the width out; a column whose longest word would be broken takes what
 * it needs, and the others share the rest. */
static void
share_width (LtTableLayout *self, double total, double *widths)
{
  guint n = self->n_columns;
  g_autofree double *words = g_new (double, n);
  g_autofree gboolean *fixed = g_new0 (gboolean, n);
  gboolean changed;

  for (guint i = 0; i < n; i++)
    words[i] = -1;
  do
    {
      double rest = total;
      double shares = 0;

      changed = FALSE;
      for (guint i = 0; i < n; i++)
        if (fixed[i])
          rest -= widths[i];
        else
          shares += lt_table_get_column (self->table, i)->share;
      for (guint i = 0; i < n; i++)
        if (!fixed[i])
          widths[i] = rest * lt_table_get_column (self->table, i)->share / shares;
      for (guint i = 0; i < n; i++)
        {
          double least;

          if (fixed[i] || widths[i] >= WIDE_COLUMN)
            continue;
          if (words[i] < 0)
            words[i] = find_longest_word (self, i);
          least = words[i] / WIDTH_SAFETY + SIDE_PADDING + POINTS_PER_PIXEL;
          if (least <= widths[i])
            continue;
          widths[i] = MIN (least, widths[i] * GROWTH_MAX);
          fixed[i] = TRUE;
          changed = TRUE;
        }
    }
  while (changed);
}

static void
fit_columns (LtTableLayout *self, double total)
{
  guint n = self->n_columns;
  g_autofree double *widths = g_new0 (double, n);
  guint pixels_left = (guint) (total / POINTS_PER_PIXEL);
  guint widest = 0;

  share_width (self, total, widths);
  for (guint i = 0; i < n; i++)
    {
      self->pixels[i] = MAX (1, (guint) (widths[i] / POINTS_PER_PIXEL));
      pixels_left -= MIN (pixels_left, self->pixels[i]);
      if (self->pixels[i] > self->pixels[widest])
        widest = i;
    }
  if (n > 0)
    self->pixels[widest] += pixels_left;
  for (guint i = 0; i < n; i++)
    self->lefts[i + 1] = self->lefts[i] + self->pixels[i] * POINTS_PER_PIXEL;
}

static void
measure_cells (LtTableLayout *self)
{
  for (guint row = 0; row < lt_table_get_n_rows (self->table); row++)
    {
      double need = lt_table_get_row_height (self->table, row);

      for (guint column = 0; column < self->n_columns; column++)
        {
          const LtCell *cell = lt_table_get_cell (self->table, row, column);
          LtTypeface *face;
          guint n_lines;
          double height;

          if (cell->row_span == 0 || lt_table_get_row_role (self->table, row) == LT_ROW_SPACE)
            continue;
          face = _lt_layout_get_face (self, row, column);
          n_lines = lt_typeface_count_lines (
              face, cell->text, get_text_width (self, column, cell->column_span), NULL);
          height = MAX (n_lines, 1) * lt_typeface_get_pitch (face) + LT_LAYOUT_CELL_PADDING;
          self->needs[(gsize) row * self->n_columns + column] = (float) height;
          if (cell->row_span == 1)
            need = MAX (need, height);
        }
      self->row_needs[row] = _lt_layout_round_up (need);
      self->heights[row] = self->row_needs[row];
    }
}

typedef struct {
  guint row;
  guint column;
  guint n_rows;
} Span;

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *first = a;
  const Span *second = b;

  return (first->n_rows > second->n_rows) - (first->n_rows < second->n_rows);
}

/* The shorter spans first: what they add counts for the longer ones. */
static void
stretch_for_spans (LtTableLayout *self)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint row = 0; row < lt_table_get_n_rows (self->table); row++)
    for (guint column = 0; column < self->n_columns; column++)
      {
        const LtCell *cell = lt_table_get_cell (self->table, row, column);
        Span span = { row, column, cell->row_span };

        if (cell->row_span > 1)
          g_array_append_val (spans, span);
      }
  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      _lt_layout_stretch_rows (self, span->row, span->n_rows,
                               self->needs[(gsize) span->row * self->n_columns + span->column]);
    }
}

double
_lt_layout_round_up (double height)
{
  return ceil (height / POINTS_PER_PIXEL - 1e-6) * POINTS_PER_PIXEL;
}

double
_lt_layout_round_down (double height)
{
  return floor (height / POINTS_PER_PIXEL + 1e-6) * POINTS_PER_PIXEL;
}

void
_lt_layout_stretch_rows (LtTableLayout *self, guint row, guint n_rows, double need)
{
  double sum = 0;
  double left;

  for (guint i = row; i < row + n_rows; i++)
    sum += self->heights[i];
  if (need <= sum)
    return;
  left = _lt_layout_round_up (need);
  for (guint i = row; i < row + n_rows; i++)
    {
      double share = _lt_layout_round_down (self->heights[i] * need / sum);

      self->heights[i] = i + 1 < row + n_rows ? share : left;
      left -= share;
    }
}

LtTypeface *
_lt_layout_get_face (LtTableLayout *self, guint row, guint column)
{
  LtCellStyle style;

  lt_table_get_style (self->table, lt_table_get_row_role (self->table, row), column, &style);
  return lt_text_measure_get_typeface (self->measure, style.size, style.bold, style.italic);
}

gpointer
_lt_layout_cell_key (LtTableLayout *self, guint row, guint column)
{
  return GSIZE_TO_POINTER ((gsize) row * self->n_columns + column + 1);
}

guint
_lt_layout_fit_lines (LtTypeface *face, double height)
{
  double lines = (height - LT_LAYOUT_CELL_PADDING) / lt_typeface_get_pitch (face);

  return lines > 0 ? (guint) (lines + 1e-6) : 0;
}

LtTableLayout *
lt_table_layout_new (LtTable *table)
{
  LtTableLayout *self = g_new0 (LtTableLayout, 1);
  guint n_rows = lt_table_get_n_rows (table);
  guint header;
  guint n_header;
  double width;
  double height;

  self->table = lt_table_ref (table);
  self->measure = lt_text_measure_new ();
  self->n_columns = lt_table_get_n_columns (table);
  self->pixels = g_new0 (guint, self->n_columns);
  self->lefts = g_new0 (double, self->n_columns + 1);
  self->needs = g_new0 (float, (gsize) n_rows * self->n_columns);
  self->row_needs = g_new0 (double, n_rows);
  self->heights = g_new0 (double, n_rows);
  self->rows = g_array_sized_new (FALSE, FALSE, sizeof (LtLayoutRow), n_rows);
  self->cells = g_array_new (FALSE, FALSE, sizeof (LtLayoutCell));
  self->page_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->crossings = g_array_new (FALSE, FALSE, sizeof (LtCrossing));
  self->first_rows = g_new0 (guint, n_rows + 1);
  self->flows = g_hash_table_new (NULL, NULL);

  lt_page_setup_get_inner (lt_table_get_page_setup (table), &width, &height);
  height = _lt_layout_round_down (height * HEIGHT_SAFETY);
  fit_columns (self, width);
  measure_cells (self);
  stretch_for_spans (self);

  lt_table_get_header (table, &header, &n_header);
  for (guint i = header; i < header + n_header; i++)
    self->header_height += self->heights[i];
  /* A header that leaves no room for rows is shown once. */
  if (self->header_height > height / 2)
    self->header_height = 0;
  _lt_layout_break_pages (self, height);
  _lt_layout_place_cells (self);
  return self;
}

void
lt_table_layout_free (LtTableLayout *self)
{
  lt_table_unref (self->table);
  lt_text_measure_free (self->measure);
  g_free (self->pixels);
  g_free (self->lefts);
  g_free (self->needs);
  g_free (self->row_needs);
  g_free (self->heights);
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_array_unref (self->page_rows);
  g_array_unref (self->crossings);
  g_free (self->first_rows);
  g_hash_table_unref (self->flows);
  g_free (self);
}

LtTable *
lt_table_layout_get_table (LtTableLayout *self)
{
  return self->table;
}

guint
lt_table_layout_get_n_pages (LtTableLayout *self)
{
  return self->page_rows->len - 1;
}

guint
lt_table_layout_get_n_rows (LtTableLayout *self)
{
  return self->rows->len;
}

const LtLayoutRow *
lt_table_layout_get_row (LtTableLayout *self, guint row)
{
  return &g_array_index (self->rows, LtLayoutRow, row);
}

guint
lt_table_layout_get_n_cells (LtTableLayout *self)
{
  return self->cells->len;
}

const LtLayoutCell *
lt_table_layout_get_cell (LtTableLayout *self, guint cell)
{
  return &g_array_index (self->cells, LtLayoutCell, cell);
}

void
lt_table_layout_get_page_rows (LtTableLayout *self, guint page, guint *first, guint *n_rows)
{
  *first = g_array_index (self->page_rows, guint, page);
  *n_rows = g_array_index (self->page_rows, guint, page + 1) - *first;
}

guint
lt_table_layout_get_column_pixels (LtTableLayout *self, guint column)
{
  return self->pixels[column];
}

double
lt_table_layout_get_column_left (LtTableLayout *self, guint column)
{
  return self->lefts[column];
}

double
lt_table_layout_get_row_need (LtTableLayout *self, guint table_row)
{
  return self->row_needs[table_row];
}

double
lt_table_layout_get_header_height (LtTableLayout *self)
{
  return self->header_height;
}

double
lt_table_layout_get_pitch (LtTableLayout *self, const LtCellStyle *style)
{
  return lt_typeface_get_pitch (
      lt_text_measure_get_typeface (self->measure, style->size, style->bold, style->italic));
}

double
lt_table_layout_get_text_width (LtTableLayout *self, guint column, guint n_columns)
{
  return get_text_width (self, column, n_columns);
}
