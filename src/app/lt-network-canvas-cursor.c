/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/lt-network-canvas-private.h"

/* Where the keyboard is: at the node or arrow that is picked, and in the matrix at a cell, which may be
 * empty, or at the name of a row (column -1) or column (row -1). */

/* Pixels between what has the focus and the line around it, and the breadth of that. */
#define MARK_GAP 3.0
#define MARK_WIDTH 2.0

static gboolean
is_in_matrix (LtNetworkCanvas *self)
{
  return self->shows_matrix && self->matrix != NULL && self->has_cursor;
}

/* The place of the cursor in the matrix, in the widget's pixels; names do not scroll. */
static LtRect
get_cell_rect (LtNetworkCanvas *self)
{
  double scale = self->scale[1];
  double labels = lt_matrix_get_labels_width (self->matrix) * scale;
  double header = lt_matrix_get_header_height (self->matrix) * scale;
  LtRect rect = { MAX (self->left[1], 0), MAX (self->top[1], 0), labels, header };

  if (self->cursor_column >= 0)
    {
      const LtMatrixSide *column = lt_matrix_get_column (self->matrix, (guint) self->cursor_column);

      rect.x = self->left[1] + labels + column->start * scale;
      rect.width = column->size * scale;
    }
  if (self->cursor_row >= 0)
    {
      const LtMatrixSide *row = lt_matrix_get_row (self->matrix, (guint) self->cursor_row);

      rect.y = self->top[1] + header + row->start * scale;
      rect.height = row->size * scale;
    }
  return rect;
}

static void
reveal_cell (LtNetworkCanvas *self)
{
  LtRect rect = get_cell_rect (self);
  double left = MAX (self->left[1], 0) + lt_matrix_get_labels_width (self->matrix) * self->scale[1];
  double top = MAX (self->top[1], 0) + lt_matrix_get_header_height (self->matrix) * self->scale[1];
  double right = gtk_widget_get_width (GTK_WIDGET (self));
  double bottom = gtk_widget_get_height (GTK_WIDGET (self));
  double way_x = 0;
  double way_y = 0;

  if (self->cursor_column >= 0)
    way_x = rect.x < left ? left - rect.x : MIN (right - rect.x - rect.width, 0);
  if (self->cursor_row >= 0)
    way_y = rect.y < top ? top - rect.y : MIN (bottom - rect.y - rect.height, 0);
  _lt_network_canvas_pan (self, way_x, way_y);
}

/* What stands at the cursor is picked; an empty cell picks nothing, and keeps the cursor. */
static void
pick_cell (LtNetworkCanvas *self, int row, int column)
{
  int cell = row >= 0 && column >= 0 ? lt_matrix_find_cell (self->matrix, (guint) row, (guint) column) : -1;

  if (cell >= 0)
    _lt_network_canvas_take (self, -1, (int) lt_matrix_get_cell (self->matrix, (guint) cell)->arrow);
  else if (column < 0)
    _lt_network_canvas_take (self, (int) lt_matrix_get_row (self->matrix, (guint) row)->node, -1);
  else if (row < 0)
    _lt_network_canvas_take (self, (int) lt_matrix_get_column (self->matrix, (guint) column)->node, -1);
  else
    _lt_network_canvas_take (self, -1, -1);
  self->has_cursor = TRUE;
  self->cursor_row = row;
  self->cursor_column = column;
  _lt_network_canvas_describe (self);
  reveal_cell (self);
}

static void
step_in_matrix (LtNetworkCanvas *self, int x, int y)
{
  int n_rows = (int) lt_matrix_get_n_rows (self->matrix);
  int n_columns = (int) lt_matrix_get_n_columns (self->matrix);
  int row = CLAMP (self->cursor_row + y, -1, n_rows - 1);
  int column = CLAMP (self->cursor_column + x, -1, n_columns - 1);

  if (!self->has_cursor)
    {
      row = MIN (0, n_rows - 1);
      column = MIN (0, n_columns - 1);
    }
  /* The corner is nobody's. */
  if (row >= 0 || column >= 0)
    pick_cell (self, row, column);
}

/* The nearest box that way; one to the side counts as farther than one ahead. */
static void
step_in_network (LtNetworkCanvas *self, double x, double y)
{
  const LtRect *from;
  int best = -1;
  double nearest = G_MAXDOUBLE;

  if (self->network == NULL || lt_network_get_n_boxes (self->network) == 0)
    return;
  if (self->node < 0)
    {
      _lt_network_canvas_take (self, 0, -1);
      _lt_network_canvas_reveal_node (self);
      return;
    }
  from = &lt_network_get_box (self->network, lt_network_find_box (self->network, (guint) self->node))->rect;
  for (guint i = 0; i < lt_network_get_n_boxes (self->network); i++)
    {
      const LtNetworkBox *box = lt_network_get_box (self->network, i);
      double way_x = box->rect.x + box->rect.width / 2 - from->x - from->width / 2;
      double way_y = box->rect.y + box->rect.height / 2 - from->y - from->height / 2;
      double ahead = way_x * x + way_y * y;
      double aside = fabs (way_x * y) + fabs (way_y * x);

      if (ahead <= 1 || ahead + 2 * aside >= nearest || box->node == (guint) self->node)
        continue;
      nearest = ahead + 2 * aside;
      best = (int) box->node;
    }
  if (best < 0)
    return;
  _lt_network_canvas_take (self, best, -1);
  _lt_network_canvas_reveal_node (self);
}

void
_lt_network_canvas_step (LtNetworkCanvas *self, int x, int y)
{
  if (!self->shows_matrix)
    step_in_network (self, x, y);
  else if (self->matrix != NULL)
    step_in_matrix (self, x, y);
}

void
_lt_network_canvas_step_to_end (LtNetworkCanvas *self, gboolean last)
{
  if (self->shows_matrix && self->matrix != NULL && lt_matrix_get_n_columns (self->matrix) > 0)
    {
      int row = self->has_cursor ? self->cursor_row : MIN (0, (int) lt_matrix_get_n_rows (self->matrix) - 1);

      pick_cell (self, row, last ? (int) lt_matrix_get_n_columns (self->matrix) - 1 : 0);
    }
  else if (!self->shows_matrix && self->network != NULL && lt_network_get_n_nodes (self->network) > 0)
    {
      _lt_network_canvas_take (self, last ? (int) lt_network_get_n_nodes (self->network) - 1 : 0, -1);
      _lt_network_canvas_reveal_node (self);
    }
}

static int
find_side (guint n, const LtMatrixSide *(*get) (LtMatrix *matrix, guint index), LtMatrix *matrix, int node)
{
  for (guint i = 0; node >= 0 && i < n; i++)
    if (get (matrix, i)->node == (guint) node)
      return (int) i;
  return -1;
}

gboolean
_lt_network_canvas_find_picked (LtNetworkCanvas *self, int *row, int *column)
{
  *row = find_side (lt_matrix_get_n_rows (self->matrix), lt_matrix_get_row, self->matrix, self->node);
  *column = find_side (lt_matrix_get_n_columns (self->matrix), lt_matrix_get_column, self->matrix, self->node);
  /* An agency that was picked is lit as a row, or else as a column: where both meet nothing stands. */
  if (*row >= 0)
    *column = -1;
  for (guint i = 0; self->arrow >= 0 && i < lt_matrix_get_n_cells (self->matrix); i++)
    {
      const LtMatrixCell *cell = lt_matrix_get_cell (self->matrix, i);

      if (cell->arrow == (guint) self->arrow)
        {
          *row = (int) cell->row;
          *column = (int) cell->column;
        }
    }
  return *row >= 0 || *column >= 0;
}

void
_lt_network_canvas_follow_pick (LtNetworkCanvas *self)
{
  int row;
  int column;

  if (self->matrix == NULL)
    self->has_cursor = FALSE;
  else if (_lt_network_canvas_find_picked (self, &row, &column))
    {
      self->has_cursor = TRUE;
      self->cursor_row = row;
      self->cursor_column = column;
    }
  _lt_network_canvas_describe (self);
}

static char *
dup_matrix_words (LtNetworkCanvas *self)
{
  int cell;

  if (self->cursor_row < 0 || self->cursor_column < 0)
    {
      const LtMatrixSide *side = self->cursor_row < 0
                                     ? lt_matrix_get_column (self->matrix, (guint) self->cursor_column)
                                     : lt_matrix_get_row (self->matrix, (guint) self->cursor_row);

      return self->network != NULL
                 ? lt_network_dup_box_text (self->network, lt_network_find_box (self->network, side->node))
                 : g_strdup (side->name);
    }
  cell = lt_matrix_find_cell (self->matrix, (guint) self->cursor_row, (guint) self->cursor_column);
  if (cell >= 0)
    return lt_matrix_dup_cell_text (self->matrix, (guint) cell);
  /* Translators: an agency that leads, and one that does not coordinate with it */
  return g_strdup_printf (_("%s → %s: nothing together"),
                          lt_matrix_get_row (self->matrix, (guint) self->cursor_row)->name,
                          lt_matrix_get_column (self->matrix, (guint) self->cursor_column)->name);
}

void
_lt_network_canvas_describe (LtNetworkCanvas *self)
{
  g_autofree char *words = NULL;

  if (is_in_matrix (self))
    words = dup_matrix_words (self);
  else if (!self->shows_matrix && self->network != NULL && self->node >= 0)
    words = lt_network_dup_box_text (self->network, lt_network_find_box (self->network, (guint) self->node));
  else if (!self->shows_matrix && self->network != NULL && self->arrow >= 0)
    words = lt_network_dup_arrow_text (self->network, (guint) self->arrow);
  else
    words = g_strdup (_("Arrow keys go from one to the next, Enter lists the assignments"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

gboolean
_lt_network_canvas_draw_mark (LtNetworkCanvas *self, const LtPalette *palette, cairo_t *cr)
{
  LtRect rect;
  double gap = 0;

  if (is_in_matrix (self))
    rect = get_cell_rect (self);
  else if (!self->shows_matrix && self->network != NULL && self->node >= 0)
    {
      LtNetwork *network = self->moving != NULL ? self->moving : self->network;
      const LtRect *box = &lt_network_get_box (network, lt_network_find_box (network, (guint) self->node))->rect;

      rect = (LtRect) { self->left[0] + box->x * self->scale[0], self->top[0] + box->y * self->scale[0],
                        box->width * self->scale[0], box->height * self->scale[0] };
      gap = MARK_GAP;
    }
  else
    return FALSE;
  gap -= MARK_WIDTH / 2;
  lt_color_set (&palette->text, cr);
  cairo_set_line_width (cr, MARK_WIDTH);
  cairo_rectangle (cr, rect.x - gap, rect.y - gap, rect.width + 2 * gap, rect.height + 2 * gap);
  cairo_stroke (cr);
  return TRUE;
}
