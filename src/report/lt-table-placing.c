/* SPDX-License-Identifier: MIT */
#include "report/lt-table-layout-private.h"

static const LtLayoutRow *
get_row (LtTableLayout *self, guint row)
{
  return &g_array_index (self->rows, LtLayoutRow, row);
}

static guint
find_page_end (LtTableLayout *self, guint row)
{
  return g_array_index (self->page_rows, guint, get_row (self, row)->page + 1);
}

static gboolean
is_open_below (LtTableLayout *self, guint row, guint column, const LtCell *cell)
{
  guint below = row + cell->row_span;

  return below < lt_table_get_n_rows (self->table)
         && (lt_table_get_cell (self->table, below, column)->flags & LT_CELL_FLAG_OPEN_ABOVE);
}

/* One part a page, each with the lines that fit; the last takes all that is left. */
static void
place_divided (LtTableLayout *self, const LtLayoutCell *whole, const char *text)
{
  LtTypeface *face = _lt_layout_get_face (self, whole->table_row, whole->column);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  guint n_lines = lt_typeface_count_lines (
      face, text, lt_table_layout_get_text_width (self, whole->column, whole->n_columns), starts);
  guint row = whole->first_row;
  guint end = row + whole->n_rows;
  guint line = 0;

  while (row < end)
    {
      LtLayoutCell part = *whole;
      double height = 0;
      guint page_end = MIN (end, find_page_end (self, row));
      guint fitting;

      for (guint i = row; i < page_end; i++)
        height += get_row (self, i)->height;
      fitting = page_end == end ? n_lines - line
                                : MIN (n_lines - line, _lt_layout_fit_lines (face, height));
      part.first_row = row;
      part.n_rows = page_end - row;
      part.start = line < n_lines ? g_array_index (starts, gsize, line) : whole->length;
      line += fitting;
      part.length = (line < n_lines ? g_array_index (starts, gsize, line) : whole->length)
                    - part.start;
      if (row > whole->first_row)
        part.flags |= LT_LAYOUT_CELL_OPEN_ABOVE;
      if (page_end < end)
        part.flags |= LT_LAYOUT_CELL_OPEN_BELOW;
      g_array_append_val (self->cells, part);
      row = page_end;
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const LtLayoutCell *first = a;
  const LtLayoutCell *second = b;

  if (first->first_row != second->first_row)
    return first->first_row < second->first_row ? -1 : 1;
  return (first->column > second->column) - (first->column < second->column);
}

static int
compare_crossings (gconstpointer a, gconstpointer b)
{
  const LtCrossing *first = a;
  const LtCrossing *second = b;

  return (first->page > second->page) - (first->page < second->page);
}

static void
note_crossings (LtTableLayout *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const LtLayoutCell *cell = &g_array_index (self->cells, LtLayoutCell, i);
      guint last = get_row (self, cell->first_row + cell->n_rows - 1)->page;

      for (guint page = get_row (self, cell->first_row)->page + 1; page <= last; page++)
        {
          LtCrossing crossing = { page, i };

          g_array_append_val (self->crossings, crossing);
        }
    }
  g_array_sort (self->crossings, compare_crossings);
}

void
_lt_layout_place_cells (LtTableLayout *self)
{
  for (guint row = 0; row < lt_table_get_n_rows (self->table); row++)
    for (guint column = 0; column < self->n_columns; column++)
      {
        const LtCell *cell = lt_table_get_cell (self->table, row, column);
        LtLayoutCell place = { row, column, cell->column_span };
        gboolean divided;

        if (cell->row_span == 0)
          continue;
        place.first_row = self->first_rows[row];
        place.n_rows = self->first_rows[row + cell->row_span] - place.first_row;
        place.length = strlen (cell->text);
        if (cell->flags & LT_CELL_FLAG_OPEN_ABOVE)
          place.flags |= LT_LAYOUT_CELL_OPEN_ABOVE;
        if (is_open_below (self, row, column, cell))
          place.flags |= LT_LAYOUT_CELL_OPEN_BELOW;
        divided = g_hash_table_contains (self->flows, _lt_layout_cell_key (self, row, column));
        if (divided)
          {
            place_divided (self, &place, cell->text);
            continue;
          }
        if (place.first_row + place.n_rows > find_page_end (self, place.first_row))
          place.flags |= LT_LAYOUT_CELL_CROSSES;
        g_array_append_val (self->cells, place);
      }
  /* Only a divided cell is placed out of turn. */
  if (g_hash_table_size (self->flows) > 0)
    g_array_sort (self->cells, compare_places);
  note_crossings (self);
}

GArray *
lt_table_layout_list_page_cells (LtTableLayout *self, guint page)
{
  GArray *result = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first_row;
  guint n_rows;
  guint low = 0;
  guint high = self->crossings->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->crossings, LtCrossing, middle).page < page)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < self->crossings->len; low++)
    {
      const LtCrossing *crossing = &g_array_index (self->crossings, LtCrossing, low);

      if (crossing->page != page)
        break;
      g_array_append_val (result, crossing->cell);
    }

  lt_table_layout_get_page_rows (self, page, &first_row, &n_rows);
  low = 0;
  high = self->cells->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->cells, LtLayoutCell, middle).first_row < first_row)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < self->cells->len; low++)
    {
      if (g_array_index (self->cells, LtLayoutCell, low).first_row >= first_row + n_rows)
        break;
      g_array_append_val (result, low);
    }
  return result;
}
