/* SPDX-License-Identifier: MIT */
#include "chart/lt-timeline-draw-private.h"

#define FOLD_ARROW 3.0

static void
draw_words (const LtTimelineBrush *brush, guint row, guint index, const char *words, double x)
{
  const LtTimelineRow *content = lt_timeline_get_row (brush->timeline, row);
  LtChartFace face = lt_timeline_get_face (content);
  double middle = lt_timeline_layout_get_row_middle (brush->layout, row);
  double width = lt_timeline_layout_get_cell_width (brush->layout, row, index);
  guint max_lines = lt_timeline_layout_get_max_lines (brush->layout);
  g_autoptr (GArray) lines = NULL;

  if (max_lines == 1)
    {
      lt_chart_text_draw_in (brush->text, brush->cr, face, words, x, middle, width);
      return;
    }
  lines = g_array_new (FALSE, FALSE, sizeof (LtTextLine));
  lt_chart_text_wrap (brush->text, face, words, width, max_lines, lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const LtTextLine *line = &g_array_index (lines, LtTextLine, i);
      double at = middle + i * LT_CHART_LINE_HEIGHT;

      /* A row that is taller than a page is drawn once for each page. */
      if (at >= brush->clip.y && at <= brush->clip.y + brush->clip.height)
        lt_chart_text_draw (brush->text, brush->cr, face, words + line->start, line->length,
                            line->cut, x, at);
    }
}

static void
draw_fold (const LtTimelineBrush *brush, guint row)
{
  const LtTimelineRow *content = lt_timeline_get_row (brush->timeline, row);
  LtRect fold;
  double x;
  double y;

  if (!lt_timeline_layout_get_fold (brush->layout, row, &fold))
    return;
  x = fold.x + fold.width / 2 - 1;
  y = fold.y + fold.height / 2;
  lt_color_set (&brush->palette->dim_text, brush->cr);
  if (content->folded)
    {
      cairo_move_to (brush->cr, x - FOLD_ARROW / 2, y - FOLD_ARROW);
      cairo_line_to (brush->cr, x + FOLD_ARROW, y);
      cairo_line_to (brush->cr, x - FOLD_ARROW / 2, y + FOLD_ARROW);
    }
  else
    {
      cairo_move_to (brush->cr, x - FOLD_ARROW, y - FOLD_ARROW / 2);
      cairo_line_to (brush->cr, x + FOLD_ARROW, y - FOLD_ARROW / 2);
      cairo_line_to (brush->cr, x, y + FOLD_ARROW);
    }
  cairo_close_path (brush->cr);
  cairo_fill (brush->cr);
}

static void
draw_title (const LtTimelineBrush *brush, guint row, guint index)
{
  const LtTimelineRow *content = lt_timeline_get_row (brush->timeline, row);
  double left = lt_timeline_layout_get_column_x (brush->layout, index);
  double x = left + lt_timeline_layout_get_indent (brush->layout, content->depth);
  double title_x = lt_timeline_layout_get_title_x (brush->layout, row);

  if (lt_timeline_layout_has_folds (brush->layout))
    draw_fold (brush, row);
  lt_color_set (&brush->palette->text, brush->cr);
  if (*content->number)
    lt_chart_text_draw_in (brush->text, brush->cr, lt_timeline_get_face (content),
                           content->number, x,
                           lt_timeline_layout_get_row_middle (brush->layout, row), title_x - x);
  draw_words (brush, row, index, content->title, title_x);
}

void
_lt_timeline_draw_labels (const LtTimelineBrush *brush)
{
  guint n_columns = lt_timeline_layout_get_n_columns (brush->layout);
  double width = lt_timeline_layout_get_labels_width (brush->layout);
  guint first;
  guint last;

  _lt_timeline_draw_grounds (brush, 0, width);
  _lt_timeline_draw_row_lines (brush, 0, width);
  _lt_timeline_draw_labels_edge (brush);
  if (!_lt_timeline_get_rows (brush, &first, &last))
    return;
  for (guint row = first; row <= last; row++)
    for (guint i = 0; i < n_columns; i++)
      {
        LtTimelineColumn column = lt_timeline_layout_get_column (brush->layout, i);
        g_autofree char *made = NULL;
        const char *words;

        if (column == LT_TIMELINE_COLUMN_TITLE)
          {
            draw_title (brush, row, i);
            continue;
          }
        words = lt_timeline_column_get_words (column, lt_timeline_get_row (brush->timeline, row),
                                              &made);
        if (*words == '\0')
          continue;
        lt_color_set (&brush->palette->text, brush->cr);
        draw_words (brush, row, i, words,
                    lt_timeline_layout_get_column_x (brush->layout, i) + CELL_PADDING);
      }
}
