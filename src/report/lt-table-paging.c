/* SPDX-License-Identifier: MIT */
#include "report/lt-table-layout-private.h"

#include <math.h>

/* A break is chosen by what it costs, in parts of a page left empty: */
#define COST_KEPT 0.25   /* between two rows that belong together */
#define COST_FLOW 0.5    /* a merged cell whose words must be divided */
#define COST_TEAR 0.9    /* within a row that would have fitted on a page */
#define COST_HEADING 1.0 /* under a heading */

/* A row that is taller than any page starts where at least this much of one is left. */
#define TEAR_LEAST 0.25

/* The cell that stands in a column at the row that is being looked at. */
typedef struct {
  guint row;
  guint end; /* the row after its last */
  double need;
  double part; /* how much of it stands on the page so far */
  guint lines_left; /* if it flows */
  gboolean shown; /* its words stood whole on a page before this one */
  gboolean flows; /* its words are divided */
} Active;

typedef struct {
  LtTableLayout *layout;
  LtTable *table;
  guint n_columns;
  guint n_rows;
  Active *active; /* by column, at the top of the page */
  Active *ahead;  /* the same further down, while a break is sought */
  double page_height;
  double room; /* for rows on this page */
  double top;  /* how much of the room is used */
  guint page;
} Pager;

typedef struct {
  guint row;   /* the first row of the next page */
  double torn; /* how much of that row still stands on this one */
  double cost;
} Break;

static void
enter_row (Pager *self, Active *active, guint row)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      const LtCell *cell = lt_table_get_cell (self->table, row, column);

      if (cell->row_span == 0)
        continue;
      active[column] = (Active) {
        .row = row,
        .end = row + cell->row_span,
        .need = self->layout->needs[(gsize) row * self->n_columns + column],
      };
    }
}

static void
add_height (Pager *self, Active *active, guint row, double height)
{
  for (guint column = 0; column < self->n_columns; column++)
    if (active[column].end > row)
      active[column].part += height;
}

static gboolean
is_heading (LtRowRole role)
{
  switch (role)
    {
    case LT_ROW_LABEL:
    case LT_ROW_TITLE:
    case LT_ROW_ATTACHMENT:
    case LT_ROW_SPACE:
    case LT_ROW_HEADER:
    case LT_ROW_GROUP:
      return TRUE;
    case LT_ROW_PARAGRAPH:
    case LT_ROW_BODY:
    case LT_ROW_TOTAL:
    default:
      return FALSE;
    }
}

/* A cell that goes on beyond a break should show its words whole before it. */
static gboolean
falls_short (const Active *active, guint row)
{
  return active->end > row && !active->shown && !active->flows && active->part < active->need;
}

/* What a break costs before @row, with @used of the page filled. Rows may be
 * stretched down to the foot of the page for a cell that falls short. */
static double
rate_break (Pager *self, guint row, double used)
{
  double left = self->room - used;
  double cost = left / self->room;

  if (lt_table_get_row_kept (self->table, row))
    cost += COST_KEPT;
  if (is_heading (lt_table_get_row_role (self->table, row - 1)))
    cost += COST_HEADING;
  for (guint column = 0; column < self->n_columns; column++)
    {
      const Active *active = &self->ahead[column];

      if (falls_short (active, row)
          && _lt_layout_round_up (active->need) - active->part > left)
        {
          cost += COST_FLOW;
          break;
        }
    }
  return cost;
}

static void
look_ahead (Pager *self)
{
  for (guint column = 0; column < self->n_columns; column++)
    self->ahead[column] = self->active[column];
}

static void
look_at_row (Pager *self, guint first, guint row)
{
  if (row > first)
    enter_row (self, self->ahead, row);
  add_height (self, self->ahead, row, self->layout->heights[row]);
}

/* What it costs to let @row begin in the @rest of the page and go on overleaf. */
static double
rate_tear (Pager *self, guint row, double rest)
{
  double next_room = self->page_height - self->layout->header_height;
  double cost = self->layout->heights[row] > next_room ? 0 : COST_TEAR;

  enter_row (self, self->ahead, row);
  add_height (self, self->ahead, row, rest);
  for (guint column = 0; column < self->n_columns; column++)
    if (falls_short (&self->ahead[column], row) && self->ahead[column].need <= next_room)
      return cost + COST_FLOW;
  return cost;
}

/* FALSE if all the rest fits on the page. */
static gboolean
find_break (Pager *self, guint first, Break *best)
{
  double *heights = self->layout->heights;
  double used = 0;
  guint row = first;
  double rest;
  double cost;

  look_ahead (self);
  *best = (Break) { .row = first, .cost = G_MAXDOUBLE };

  while (row < self->n_rows && used + heights[row] <= self->room + 1e-6)
    {
      look_at_row (self, first, row);
      used += heights[row];
      row++;
      if (row == self->n_rows)
        return FALSE;
      cost = rate_break (self, row, used);
      if (cost <= best->cost)
        *best = (Break) { .row = row, .cost = cost };
    }

  rest = _lt_layout_round_down (self->room - used);
  if (row == first)
    {
      *best = (Break) { .row = row, .torn = rest };
      return TRUE;
    }
  cost = rate_tear (self, row, rest);
  if (rest >= self->room * TEAR_LEAST && cost < best->cost)
    *best = (Break) { .row = row, .torn = rest, .cost = cost };
  return TRUE;
}

/* The cells that go over a break end with the same row, so those that start last
 * lie within the others: what they get counts for the others as well. */
static void
stretch_page (Pager *self, guint first, guint end)
{
  look_ahead (self);
  for (guint row = first; row < end; row++)
    look_at_row (self, first, row);

  for (guint start = end; start-- > first;)
    for (guint column = 0; column < self->n_columns; column++)
      {
        const Active *active = &self->ahead[column];
        double used = 0;
        double part = 0;

        if (!falls_short (active, end) || MAX (active->row, first) != start)
          continue;
        for (guint row = first; row < end; row++)
          {
            used += self->layout->heights[row];
            part += row >= start ? self->layout->heights[row] : 0;
          }
        if (used - part + _lt_layout_round_up (active->need) <= self->room + 1e-6)
          _lt_layout_stretch_rows (self->layout, start, end - start, active->need);
      }
}

/* A sheet's rows have an upper limit; what is taller becomes several. */
static void
emit_row (Pager *self, guint row, double height)
{
  guint n = MAX (1, (guint) ceil (height / LT_LAYOUT_ROW_MAX - 1e-6));
  double left = height;

  for (guint i = 0; i < n; i++)
    {
      double share = i + 1 < n ? _lt_layout_round_down (left / (n - i)) : left;
      LtLayoutRow line = { row, self->page, self->top, share };

      g_array_append_val (self->layout->rows, line);
      self->top += share;
      left -= share;
    }
}

/* The words of a cell that goes over the break and does not fit before it are
 * divided: as many lines as there is room for, the rest on the next page. */
static void
divide_cells (Pager *self, guint row)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      Active *active = &self->active[column];
      LtTypeface *face;
      guint fitting;

      if (active->end <= row || active->shown)
        continue;
      if (!active->flows && active->part >= active->need)
        {
          active->shown = TRUE;
          continue;
        }
      face = _lt_layout_get_face (self->layout, active->row, column);
      if (!active->flows)
        {
          active->flows = TRUE;
          active->lines_left = _lt_layout_fit_lines (face, active->need);
          g_hash_table_add (self->layout->flows,
                            _lt_layout_cell_key (self->layout, active->row, column));
        }
      fitting = _lt_layout_fit_lines (face, active->part);
      active->lines_left -= MIN (active->lines_left, fitting);
    }
}

/* Dividing words loses the height of broken lines: gives the cells that go on
 * from the page before the room that the rest of their words needs. */
static void
continue_cells (Pager *self, guint row)
{
  double *heights = self->layout->heights;

  for (guint column = 0; column < self->n_columns; column++)
    {
      Active *active = &self->active[column];
      double need;
      double have = 0;

      active->part = 0;
      if (active->end <= row || active->lines_left == 0)
        continue;
      need = active->lines_left
                 * lt_typeface_get_pitch (_lt_layout_get_face (self->layout, active->row, column))
             + LT_LAYOUT_CELL_PADDING;
      for (guint i = row; i < active->end; i++)
        have += heights[i];
      if (have < need)
        heights[active->end - 1] += _lt_layout_round_up (need - have);
    }
}

static void
start_page (Pager *self)
{
  g_array_append_val (self->layout->page_rows, self->layout->rows->len);
  self->room = self->page_height - (self->page > 0 ? self->layout->header_height : 0);
  self->top = 0;
}

static void
fill_page (Pager *self, guint first, guint end, double torn)
{
  LtTableLayout *layout = self->layout;

  for (guint row = first; row < end || (row == end && torn > 0); row++)
    {
      double height = row < end ? layout->heights[row] : torn;

      if (row > first)
        {
          enter_row (self, self->active, row);
          layout->first_rows[row] = layout->rows->len;
        }
      emit_row (self, row, height);
      add_height (self, self->active, row, height);
    }
}

void
_lt_layout_break_pages (LtTableLayout *self, double page_height)
{
  Pager pager = {
    .layout = self,
    .table = self->table,
    .n_columns = self->n_columns,
    .n_rows = lt_table_get_n_rows (self->table),
    .page_height = page_height,
  };
  guint row = 0;

  pager.active = g_new0 (Active, self->n_columns);
  pager.ahead = g_new0 (Active, self->n_columns);
  start_page (&pager);
  if (pager.n_rows > 0)
    enter_row (&pager, pager.active, 0);
  while (row < pager.n_rows)
    {
      Break found;

      if (!find_break (&pager, row, &found))
        {
          fill_page (&pager, row, pager.n_rows, 0);
          break;
        }
      if (found.torn <= 0)
        stretch_page (&pager, row, found.row);
      fill_page (&pager, row, found.row, found.torn);
      divide_cells (&pager, found.row);
      pager.page++;
      start_page (&pager);
      self->heights[found.row] -= found.torn;
      continue_cells (&pager, found.row);
      if (found.torn <= 0)
        {
          enter_row (&pager, pager.active, found.row);
          self->first_rows[found.row] = self->rows->len;
        }
      row = found.row;
    }
  self->first_rows[pager.n_rows] = self->rows->len;
  g_array_append_val (self->page_rows, self->rows->len);
  g_free (pager.active);
  g_free (pager.ahead);
}
