/* SPDX-License-Identifier: MIT */
#include "chart/lt-matrix-draw.h"

#include <math.h>

#include "chart/lt-matrix-private.h"

#define SHADE_MIN 0.14

typedef struct {
  LtMatrix *matrix;
  const LtMatrixLook *look;
  const LtPalette *palette;
  LtChartText *text;
  cairo_t *cr;
  const LtRect *clip;
} Drawing;

LtColor
lt_matrix_get_shade (const LtPalette *palette, guint count, guint most)
{
  double share = most > 1 ? (double) (count - 1) / (most - 1) : 0;

  return lt_color_mix (&palette->ground, &palette->shade, SHADE_MIN + (1 - SHADE_MIN) * sqrt (share));
}

/* Whichever of the two can be read on that ground. */
static LtColor
get_readable (const LtPalette *palette, const LtColor *ground)
{
  static const LtColor white = { 1, 1, 1 };
  static const LtColor black = { 0, 0, 0 };
  const LtColor *best = &palette->text;

  if (lt_color_get_contrast (best, ground) >= 4.5)
    return *best;
  return lt_color_get_contrast (&white, ground) > lt_color_get_contrast (&black, ground) ? white : black;
}

static void
fill (Drawing *drawing, const LtColor *color, double x, double y, double width, double height)
{
  lt_color_set (color, drawing->cr);
  cairo_rectangle (drawing->cr, x, y, width, height);
  cairo_fill (drawing->cr);
}

static void
draw_number (Drawing *drawing, LtChartFace face, guint number, const LtColor *color, double x, double middle,
             double width)
{
  char words[16];

  g_snprintf (words, sizeof words, "%u", number);
  lt_color_set (color, drawing->cr);
  lt_chart_text_draw (drawing->text, drawing->cr, face, words, -1, FALSE,
                      x + (width - lt_chart_text_get_width (drawing->text, face, words, -1)) / 2, middle);
}

/* From the first to the last that is seen; the end is one too far. */
static void
find_seen (GArray *sides, double from, double to, guint *first, guint *end)
{
  *first = 0;
  while (*first < sides->len
         && _lt_matrix_get_side (sides, *first)->start + _lt_matrix_get_side (sides, *first)->size <= from)
    (*first)++;
  *end = *first;
  while (*end < sides->len && _lt_matrix_get_side (sides, *end)->start < to)
    (*end)++;
}

static void
draw_grid (Drawing *drawing, GArray *rows, GArray *columns, double width, double height)
{
  cairo_t *cr = drawing->cr;
  guint first;
  guint end;

  lt_color_set (&drawing->palette->line, cr);
  cairo_set_line_width (cr, 0.5);
  if (rows != NULL)
    {
      find_seen (rows, drawing->clip->y, drawing->clip->y + drawing->clip->height, &first, &end);
      for (guint i = first; i < end; i++)
        {
          double y = _lt_matrix_get_side (rows, i)->start + _lt_matrix_get_side (rows, i)->size;

          cairo_move_to (cr, MAX (drawing->clip->x, 0), y);
          cairo_line_to (cr, MIN (drawing->clip->x + drawing->clip->width, width), y);
        }
    }
  if (columns != NULL)
    {
      find_seen (columns, drawing->clip->x, drawing->clip->x + drawing->clip->width, &first, &end);
      for (guint i = first; i < end; i++)
        {
          double x = _lt_matrix_get_side (columns, i)->start + _lt_matrix_get_side (columns, i)->size;

          cairo_move_to (cr, x, MAX (drawing->clip->y, 0));
          cairo_line_to (cr, x, MIN (drawing->clip->y + drawing->clip->height, height));
        }
    }
  cairo_stroke (cr);
}

static void
draw_name (Drawing *drawing, const LtMatrixSide *side, double x, double y)
{
  LtChartFace face = _lt_matrix_get_face (side);

  lt_color_set (&drawing->palette->text, drawing->cr);
  for (guint i = 0; i < side->n_lines; i++)
    lt_chart_text_draw (drawing->text, drawing->cr, face, side->name + side->lines[i].start,
                        side->lines[i].length, side->lines[i].cut, x,
                        y + (i + 0.5 - side->n_lines / 2.0) * LT_CHART_LINE_HEIGHT);
}

static void
draw_labels (Drawing *drawing)
{
  LtMatrix *matrix = drawing->matrix;
  double width = matrix->labels_width;
  guint first;
  guint end;

  find_seen (matrix->rows, drawing->clip->y, drawing->clip->y + drawing->clip->height, &first, &end);
  fill (drawing, &drawing->palette->group_ground, 0, 0, width, matrix->rows_height);
  for (guint i = first; i < end; i++)
    {
      const LtMatrixSide *side = _lt_matrix_get_side (matrix->rows, i);

      if ((int) i == drawing->look->picked_row)
        fill (drawing, &drawing->palette->selected_ground, 0, side->start, width, side->size);
      draw_name (drawing, side, MATRIX_PADDING, side->start + side->size / 2);
    }
  draw_grid (drawing, matrix->rows, NULL, width, 0);
  fill (drawing, &drawing->palette->header_ground, 0, matrix->rows_height, width, MATRIX_TOTAL_HEIGHT);
  lt_color_set (&drawing->palette->text, drawing->cr);
  lt_chart_text_draw (drawing->text, drawing->cr, LT_CHART_FACE_BOLD, "Tổng", -1, FALSE, MATRIX_PADDING,
                      matrix->rows_height + MATRIX_TOTAL_HEIGHT / 2);
}

static void
draw_header (Drawing *drawing)
{
  LtMatrix *matrix = drawing->matrix;
  double height = matrix->header_height;
  cairo_t *cr = drawing->cr;
  guint first;
  guint end;

  find_seen (matrix->columns, drawing->clip->x, drawing->clip->x + drawing->clip->width, &first, &end);
  fill (drawing, &drawing->palette->group_ground, 0, 0, matrix->columns_width, height);
  for (guint i = first; i < end; i++)
    {
      const LtMatrixSide *side = _lt_matrix_get_side (matrix->columns, i);

      if ((int) i == drawing->look->picked_column)
        fill (drawing, &drawing->palette->selected_ground, side->start, 0, side->size, height);
      cairo_save (cr);
      cairo_translate (cr, side->start + side->size / 2, height - MATRIX_PADDING);
      cairo_rotate (cr, -G_PI_2);
      draw_name (drawing, side, 0, 0);
      cairo_restore (cr);
    }
  draw_grid (drawing, NULL, matrix->columns, 0, height);
  fill (drawing, &drawing->palette->header_ground, matrix->columns_width, 0, MATRIX_TOTAL_WIDTH, height);
  lt_color_set (&drawing->palette->text, cr);
  lt_chart_text_draw (drawing->text, cr, LT_CHART_FACE_BOLD, "Tổng", -1, FALSE,
                      matrix->columns_width
                          + (MATRIX_TOTAL_WIDTH
                             - lt_chart_text_get_width (drawing->text, LT_CHART_FACE_BOLD, "Tổng", -1))
                                / 2,
                      height - MATRIX_PADDING - LT_CHART_LINE_HEIGHT / 2);
}

static void
draw_corner (Drawing *drawing)
{
  LtMatrix *matrix = drawing->matrix;
  double width = matrix->labels_width;
  double height = matrix->header_height;
  double right = lt_chart_text_get_width (drawing->text, LT_CHART_FACE_NOTE, "Phối hợp →", -1);

  fill (drawing, &drawing->palette->header_ground, 0, 0, width, height);
  lt_color_set (&drawing->palette->dim_text, drawing->cr);
  lt_chart_text_draw (drawing->text, drawing->cr, LT_CHART_FACE_NOTE, "Chủ trì ↓", -1, FALSE, MATRIX_PADDING,
                      height - MATRIX_PADDING - LT_CHART_LINE_HEIGHT / 2);
  lt_chart_text_draw (drawing->text, drawing->cr, LT_CHART_FACE_NOTE, "Phối hợp →", -1, FALSE,
                      width - right - MATRIX_PADDING, MATRIX_PADDING + LT_CHART_LINE_HEIGHT / 2);
}

static void
draw_cells (Drawing *drawing, guint row)
{
  LtMatrix *matrix = drawing->matrix;
  const LtMatrixSide *side = _lt_matrix_get_side (matrix->rows, row);

  for (guint i = matrix->starts[row]; i < matrix->starts[row + 1]; i++)
    {
      const LtMatrixCell *cell = &g_array_index (matrix->cells, LtMatrixCell, i);
      const LtMatrixSide *column = _lt_matrix_get_side (matrix->columns, cell->column);
      LtColor shade;
      LtColor words;

      if (column->start + column->size <= drawing->clip->x
          || column->start >= drawing->clip->x + drawing->clip->width)
        continue;
      shade = lt_matrix_get_shade (drawing->palette, cell->count, matrix->most);
      words = get_readable (drawing->palette, &shade);
      fill (drawing, &shade, column->start, side->start, column->size, side->size);
      draw_number (drawing, LT_CHART_FACE_BODY, cell->count, &words, column->start,
                   side->start + side->size / 2, column->size);
    }
}

static void
draw_totals (Drawing *drawing)
{
  LtMatrix *matrix = drawing->matrix;
  double width = matrix->columns_width;
  double height = matrix->rows_height;
  const LtColor *words = &drawing->palette->text;
  guint first;
  guint end;

  fill (drawing, &drawing->palette->header_ground, width, 0, MATRIX_TOTAL_WIDTH, height + MATRIX_TOTAL_HEIGHT);
  fill (drawing, &drawing->palette->header_ground, 0, height, width, MATRIX_TOTAL_HEIGHT);
  find_seen (matrix->rows, drawing->clip->y, drawing->clip->y + drawing->clip->height, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const LtMatrixSide *side = _lt_matrix_get_side (matrix->rows, i);

      draw_number (drawing, LT_CHART_FACE_BOLD, side->total, words, width, side->start + side->size / 2,
                   MATRIX_TOTAL_WIDTH);
    }
  find_seen (matrix->columns, drawing->clip->x, drawing->clip->x + drawing->clip->width, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const LtMatrixSide *side = _lt_matrix_get_side (matrix->columns, i);

      draw_number (drawing, LT_CHART_FACE_BOLD, side->total, words, side->start,
                   height + MATRIX_TOTAL_HEIGHT / 2, side->size);
    }
  draw_number (drawing, LT_CHART_FACE_BOLD, matrix->sum, words, width, height + MATRIX_TOTAL_HEIGHT / 2,
               MATRIX_TOTAL_WIDTH);
}

static void
draw_body (Drawing *drawing)
{
  LtMatrix *matrix = drawing->matrix;
  const LtMatrixLook *look = drawing->look;
  double width = matrix->columns_width;
  double height = matrix->rows_height;
  guint first;
  guint end;

  find_seen (matrix->rows, drawing->clip->y, drawing->clip->y + drawing->clip->height, &first, &end);
  if (look->picked_row >= 0 && look->picked_row < (int) matrix->rows->len)
    {
      const LtMatrixSide *side = _lt_matrix_get_side (matrix->rows, (guint) look->picked_row);

      fill (drawing, &drawing->palette->hover_ground, 0, side->start, width, side->size);
    }
  if (look->picked_column >= 0 && look->picked_column < (int) matrix->columns->len)
    {
      const LtMatrixSide *side = _lt_matrix_get_side (matrix->columns, (guint) look->picked_column);

      fill (drawing, &drawing->palette->hover_ground, side->start, 0, side->size, height);
    }
  for (guint row = first; row < end; row++)
    draw_cells (drawing, row);
  draw_totals (drawing);
  draw_grid (drawing, matrix->rows, matrix->columns, width + MATRIX_TOTAL_WIDTH, height + MATRIX_TOTAL_HEIGHT);
  if (look->picked_row >= 0 && look->picked_row < (int) matrix->rows->len && look->picked_column >= 0
      && look->picked_column < (int) matrix->columns->len)
    {
      const LtMatrixSide *row = _lt_matrix_get_side (matrix->rows, (guint) look->picked_row);
      const LtMatrixSide *column = _lt_matrix_get_side (matrix->columns, (guint) look->picked_column);

      lt_color_set (&drawing->palette->arrow_out, drawing->cr);
      cairo_set_line_width (drawing->cr, 2);
      cairo_rectangle (drawing->cr, column->start, row->start, column->size, row->size);
      cairo_stroke (drawing->cr);
    }
}

void
lt_matrix_draw (LtMatrix *self, LtMatrixPart part, const LtMatrixLook *look, LtChartText *text, cairo_t *cr,
                const LtRect *clip)
{
  Drawing drawing = { self, look, look->palette ? look->palette : lt_palette_get (LT_PALETTE_LIGHT), text, cr, clip };

  cairo_save (cr);
  cairo_rectangle (cr, clip->x, clip->y, clip->width, clip->height);
  cairo_clip (cr);
  switch (part)
    {
    case LT_MATRIX_PART_CORNER:
      draw_corner (&drawing);
      break;
    case LT_MATRIX_PART_HEADER:
      draw_header (&drawing);
      break;
    case LT_MATRIX_PART_LABELS:
      draw_labels (&drawing);
      break;
    case LT_MATRIX_PART_BODY:
    default:
      draw_body (&drawing);
      break;
    }
  cairo_restore (cr);
}
