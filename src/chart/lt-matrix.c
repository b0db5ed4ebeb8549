/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "chart/lt-matrix-private.h"
#include "text/lt-text.h"

/* Names of leads are at most so wide, those of coordinators so high. */
#define LABEL_WIDTH_MAX 170.0
#define LABEL_WIDTH_MIN 90.0
#define HEADER_HEIGHT_MAX 118.0
#define HEADER_HEIGHT_MIN 66.0
#define ROW_HEIGHT_MIN 18.0
#define COLUMN_WIDTH_MIN 24.0

typedef struct {
  LtMatrixOrder order;
} Ordering;

static void
clear_side (gpointer data)
{
  g_free (((LtMatrixSide *) data)->name);
}

static GArray *
gather_sides (LtCoordinationGraph *graph, gboolean rows)
{
  guint n = lt_coordination_graph_get_n_nodes (graph);
  g_autofree guint *totals = g_new0 (guint, n + 1);
  GArray *sides = g_array_new (FALSE, TRUE, sizeof (LtMatrixSide));

  g_array_set_clear_func (sides, clear_side);
  for (guint i = 0; i < lt_coordination_graph_get_n_arrows (graph); i++)
    {
      const LtGraphArrow *arrow = lt_coordination_graph_get_arrow (graph, i);

      totals[rows ? arrow->lead : arrow->coordinator] += arrow->rows->len;
    }
  for (guint i = 0; i < n; i++)
    {
      const LtGraphNode *node = lt_coordination_graph_get_node (graph, i);
      LtMatrixSide side = { .node = i, .group = node->group || node->agency == NULL, .total = totals[i] };

      if (totals[i] == 0)
        continue;
      side.name = g_strdup (node->name);
      g_array_append_val (sides, side);
    }
  return sides;
}

static int
compare_sides (gconstpointer a, gconstpointer b, gpointer data)
{
  const LtMatrixSide *first = a;
  const LtMatrixSide *second = b;
  int order = 0;

  if (((const Ordering *) data)->order == LT_MATRIX_BY_NAME)
    order = lt_text_compare (first->name, second->name);
  else if (first->total != second->total)
    order = first->total > second->total ? -1 : 1;
  if (order != 0)
    return order;
  return first->node < second->node ? -1 : first->node > second->node;
}

/* As narrow as the longest name in its lines allows. Returns how wide it is. */
static double
wrap_side (LtMatrixSide *side, LtChartText *text, double least, double most)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (LtTextLine));
  LtChartFace face = _lt_matrix_get_face (side);
  double step = (most - least) / 4;
  double widest = 0;

  for (guint i = 0; i <= 4; i++)
    {
      g_array_set_size (lines, 0);
      lt_chart_text_wrap (text, face, side->name, least + i * step, LT_MATRIX_NAME_LINES, lines);
      if (lines->len < LT_MATRIX_NAME_LINES)
        break;
    }
  side->n_lines = lines->len;
  for (guint i = 0; i < lines->len; i++)
    {
      side->lines[i] = g_array_index (lines, LtTextLine, i);
      widest = MAX (widest, side->lines[i].cut
                                ? most
                                : lt_chart_text_get_width (text, face, side->name + side->lines[i].start,
                                                           side->lines[i].length));
    }
  return widest;
}

static double
place_sides (GArray *sides, LtChartText *text, double least, double most, double size_min, double *end)
{
  double widest = least / 2;
  double start = 0;

  for (guint i = 0; i < sides->len; i++)
    {
      LtMatrixSide *side = _lt_matrix_get_side (sides, i);

      widest = MAX (widest, wrap_side (side, text, least, most));
      side->start = start;
      side->size = MAX (side->n_lines * LT_CHART_LINE_HEIGHT + 2 * MATRIX_PADDING, size_min);
      start += side->size;
    }
  *end = start;
  return ceil (widest + 2 * MATRIX_PADDING);
}

static void
add_cells (LtMatrix *self, LtCoordinationGraph *graph)
{
  guint n = lt_coordination_graph_get_n_nodes (graph);
  g_autofree guint *columns = g_new0 (guint, n + 1);

  self->starts = g_new0 (guint, self->rows->len + 1);
  for (guint i = 0; i < self->columns->len; i++)
    columns[_lt_matrix_get_side (self->columns, i)->node] = i;
  for (guint row = 0; row < self->rows->len; row++)
    {
      guint node = _lt_matrix_get_side (self->rows, row)->node;

      self->starts[row] = self->cells->len;
      /* Arrows are sorted by their leads, so the first is found by halving. */
      for (guint low = 0, high = lt_coordination_graph_get_n_arrows (graph);;)
        {
          guint middle = (low + high) / 2;

          if (low < high && lt_coordination_graph_get_arrow (graph, middle)->lead < node)
            low = middle + 1;
          else if (low < high)
            high = middle;
          else
            {
              for (; low < lt_coordination_graph_get_n_arrows (graph)
                     && lt_coordination_graph_get_arrow (graph, low)->lead == node;
                   low++)
                {
                  const LtGraphArrow *arrow = lt_coordination_graph_get_arrow (graph, low);
                  LtMatrixCell cell = { row, columns[arrow->coordinator], low, arrow->rows->len };

                  g_array_append_val (self->cells, cell);
                  self->sum += cell.count;
                  self->most = MAX (self->most, cell.count);
                }
              break;
            }
        }
    }
  self->starts[self->rows->len] = self->cells->len;
}

LtMatrix *
lt_matrix_new (LtCoordinationGraph *graph, LtMatrixOrder order, LtChartText *text)
{
  LtMatrix *self = g_new0 (LtMatrix, 1);
  Ordering ordering = { order };

  g_atomic_ref_count_init (&self->ref_count);
  self->rows = gather_sides (graph, TRUE);
  self->columns = gather_sides (graph, FALSE);
  self->cells = g_array_new (FALSE, FALSE, sizeof (LtMatrixCell));
  g_array_sort_with_data (self->rows, compare_sides, &ordering);
  g_array_sort_with_data (self->columns, compare_sides, &ordering);
  self->labels_width = place_sides (self->rows, text, LABEL_WIDTH_MIN, LABEL_WIDTH_MAX, ROW_HEIGHT_MIN,
                                    &self->rows_height);
  self->header_height = place_sides (self->columns, text, HEADER_HEIGHT_MIN, HEADER_HEIGHT_MAX, COLUMN_WIDTH_MIN,
                                     &self->columns_width);
  add_cells (self, graph);
  return self;
}

LtMatrix *
lt_matrix_ref (LtMatrix *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
lt_matrix_unref (LtMatrix *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_array_unref (self->cells);
  g_free (self->starts);
  g_free (self);
}

guint
lt_matrix_get_n_rows (LtMatrix *self)
{
  return self->rows->len;
}

const LtMatrixSide *
lt_matrix_get_row (LtMatrix *self, guint index)
{
  return _lt_matrix_get_side (self->rows, index);
}

guint
lt_matrix_get_n_columns (LtMatrix *self)
{
  return self->columns->len;
}

const LtMatrixSide *
lt_matrix_get_column (LtMatrix *self, guint index)
{
  return _lt_matrix_get_side (self->columns, index);
}

guint
lt_matrix_get_n_cells (LtMatrix *self)
{
  return self->cells->len;
}

const LtMatrixCell *
lt_matrix_get_cell (LtMatrix *self, guint index)
{
  return &g_array_index (self->cells, LtMatrixCell, index);
}

int
lt_matrix_find_cell (LtMatrix *self, guint row, guint column)
{
  if (row >= self->rows->len)
    return -1;
  for (guint i = self->starts[row]; i < self->starts[row + 1]; i++)
    if (g_array_index (self->cells, LtMatrixCell, i).column == column)
      return (int) i;
  return -1;
}

guint
lt_matrix_get_sum (LtMatrix *self)
{
  return self->sum;
}

guint
lt_matrix_get_most (LtMatrix *self)
{
  return self->most;
}

double
lt_matrix_get_labels_width (LtMatrix *self)
{
  return self->labels_width;
}

double
lt_matrix_get_header_height (LtMatrix *self)
{
  return self->header_height;
}

double
lt_matrix_get_body_width (LtMatrix *self)
{
  return self->columns_width + MATRIX_TOTAL_WIDTH;
}

double
lt_matrix_get_body_height (LtMatrix *self)
{
  return self->rows_height + MATRIX_TOTAL_HEIGHT;
}

static int
find_side (GArray *sides, double place, double total)
{
  guint low = 0;
  guint high = sides->len;

  if (place < 0 || sides->len == 0)
    return -1;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      const LtMatrixSide *side = _lt_matrix_get_side (sides, middle);

      if (side->start + side->size <= place)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < sides->len)
    return (int) low;
  return place < _lt_matrix_get_side (sides, low - 1)->start + _lt_matrix_get_side (sides, low - 1)->size + total
             ? (int) low : -1;
}

void
lt_matrix_find_at (LtMatrix *self, double x, double y, int *row, int *column)
{
  *row = find_side (self->rows, y, MATRIX_TOTAL_HEIGHT);
  *column = find_side (self->columns, x, MATRIX_TOTAL_WIDTH);
}

char *
lt_matrix_dup_cell_text (LtMatrix *self, guint index)
{
  const LtMatrixCell *cell = lt_matrix_get_cell (self, index);

  return g_strdup_printf ("%s → %s: %u nhiệm vụ", lt_matrix_get_row (self, cell->row)->name,
                          lt_matrix_get_column (self, cell->column)->name, cell->count);
}
