/* SPDX-License-Identifier: MIT */
#include "chart/lt-timeline-layout.h"

#include "chart/lt-timeline-metrics.h"

/* What is the same whatever the scale. */
typedef struct {
  gatomicrefcount ref_count;
  LtTimeline *timeline;
  LtTimelineColumn columns[LT_TIMELINE_N_COLUMNS];
  double lefts[LT_TIMELINE_N_COLUMNS + 1];
  guint n_columns;
  double number_width;
  double row_height;
  double *tops; /* by row, and one more; NULL where all rows are of one height */
  double padding;
  guint max_lines;
  gboolean with_folds;
} Rows;

struct _LtTimelineLayout {
  gatomicrefcount ref_count;
  Rows *rows;
  LtTimelineScale scale;
};

static void
unref_rows (Rows *rows)
{
  if (!g_atomic_ref_count_dec (&rows->ref_count))
    return;
  lt_timeline_unref (rows->timeline);
  g_free (rows->tops);
  g_free (rows);
}

static gboolean
has_column (const Rows *rows, LtTimelineColumn column)
{
  for (guint i = 0; i < rows->n_columns; i++)
    if (rows->columns[i] == column)
      return TRUE;
  return FALSE;
}

static void
set_columns (Rows *rows, const LtTimelineLayoutOptions *options)
{
  static const LtTimelineColumn usual[]
      = { LT_TIMELINE_COLUMN_TITLE, LT_TIMELINE_COLUMN_DEADLINE };
  const LtTimelineColumn *columns = options->n_columns > 0 ? options->columns : usual;
  guint n_columns = options->n_columns > 0 ? options->n_columns : G_N_ELEMENTS (usual);
  gboolean has_title = FALSE;

  for (guint i = 0; i < n_columns; i++)
    has_title |= columns[i] == LT_TIMELINE_COLUMN_TITLE;
  if (!has_title)
    rows->columns[rows->n_columns++] = LT_TIMELINE_COLUMN_TITLE;
  for (guint i = 0; i < n_columns; i++)
    if (!has_column (rows, columns[i]))
      rows->columns[rows->n_columns++] = columns[i];
  for (guint i = 0; i < rows->n_columns; i++)
    {
      double width = lt_timeline_column_get_width (rows->columns[i]);

      if (rows->columns[i] == LT_TIMELINE_COLUMN_TITLE && options->title_width > 0)
        width = MAX (options->title_width, TITLE_WIDTH_MIN);
      rows->lefts[i + 1] = rows->lefts[i] + width;
    }
}

/* One width for all numbers, so that each level's titles stand in line. */
static void
set_number_width (Rows *rows, LtChartText *text)
{
  guint n_rows = lt_timeline_get_n_rows (rows->timeline);

  rows->number_width = NUMBER_WIDTH_MIN;
  for (guint i = 0; i < n_rows; i++)
    {
      const LtTimelineRow *row = lt_timeline_get_row (rows->timeline, i);
      LtChartFace face = lt_timeline_get_face (row);

      rows->number_width
          = MAX (rows->number_width,
                 lt_chart_text_get_width (text, face, row->number, -1) + NUMBER_GAP);
    }
  rows->number_width = MIN (rows->number_width, NUMBER_WIDTH_MAX);
}

static void
measure_rows (LtTimelineLayout *self, LtChartText *text)
{
  Rows *rows = self->rows;
  guint n_rows = lt_timeline_get_n_rows (rows->timeline);
  double top = 0;

  rows->tops = g_new (double, n_rows + 1);
  for (guint i = 0; i < n_rows; i++)
    {
      const LtTimelineRow *row = lt_timeline_get_row (rows->timeline, i);
      LtChartFace face = lt_timeline_get_face (row);
      guint n_lines = 1;
      double height;

      for (guint column = 0; column < rows->n_columns; column++)
        {
          g_autofree char *made = NULL;
          const char *words
              = lt_timeline_column_get_words (rows->columns[column], row, &made);

          if (*words)
            n_lines = MAX (n_lines,
                           lt_chart_text_wrap (text, face, words,
                                               lt_timeline_layout_get_cell_width (self, i, column),
                                               rows->max_lines, NULL));
        }
      rows->tops[i] = top;
      height = n_lines * LT_CHART_LINE_HEIGHT + 2 * rows->padding;
      if (row->base == LT_BASELINE_HAS_DAYS)
        height = MAX (height, rows->padding + LT_CHART_LINE_HEIGHT / 2 + BASELINE_ROOM);
      top += height;
    }
  rows->tops[n_rows] = top;
}

LtTimelineLayout *
lt_timeline_layout_new (LtTimeline *timeline, const LtTimelineScale *scale, LtChartText *text,
                        const LtTimelineLayoutOptions *options)
{
  static const LtTimelineLayoutOptions defaults = { .row_height = LT_TIMELINE_ROW_HEIGHT };
  LtTimelineLayout *self = g_new0 (LtTimelineLayout, 1);
  Rows *rows = g_new0 (Rows, 1);

  if (options == NULL)
    options = &defaults;
  g_atomic_ref_count_init (&self->ref_count);
  g_atomic_ref_count_init (&rows->ref_count);
  self->rows = rows;
  self->scale = *scale;
  rows->timeline = lt_timeline_ref (timeline);
  rows->max_lines = options->max_lines;
  rows->with_folds = options->with_folds;
  rows->padding = options->tight ? TIGHT_PADDING : ROW_PADDING;
  set_columns (rows, options);
  set_number_width (rows, text);
  if (options->row_height > 0)
    {
      rows->row_height = MAX (options->row_height, LT_CHART_LINE_HEIGHT + 2 * ROW_PADDING);
      if (lt_timeline_get_baseline_name (timeline) != NULL)
        rows->row_height = MAX (rows->row_height, 2 * BASELINE_ROOM);
    }
  else
    measure_rows (self, text);
  return self;
}

LtTimelineLayout *
lt_timeline_layout_new_scaled (LtTimelineLayout *self, const LtTimelineScale *scale)
{
  LtTimelineLayout *copy = g_new0 (LtTimelineLayout, 1);

  g_atomic_ref_count_init (&copy->ref_count);
  g_atomic_ref_count_inc (&self->rows->ref_count);
  copy->rows = self->rows;
  copy->scale = *scale;
  return copy;
}

LtTimelineLayout *
lt_timeline_layout_ref (LtTimelineLayout *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
lt_timeline_layout_unref (LtTimelineLayout *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  unref_rows (self->rows);
  g_free (self);
}

LtTimeline *
lt_timeline_layout_get_timeline (LtTimelineLayout *self)
{
  return self->rows->timeline;
}

const LtTimelineScale *
lt_timeline_layout_get_scale (LtTimelineLayout *self)
{
  return &self->scale;
}

double
lt_timeline_layout_get_labels_width (LtTimelineLayout *self)
{
  return self->rows->lefts[self->rows->n_columns];
}

double
lt_timeline_layout_get_header_height (LtTimelineLayout *self)
{
  return 2 * TIER_HEIGHT;
}

double
lt_timeline_layout_get_body_width (LtTimelineLayout *self)
{
  return lt_timeline_scale_get_width (&self->scale);
}

double
lt_timeline_layout_get_body_height (LtTimelineLayout *self)
{
  return lt_timeline_layout_get_row_top (self, lt_timeline_get_n_rows (self->rows->timeline));
}

guint
lt_timeline_layout_get_n_columns (LtTimelineLayout *self)
{
  return self->rows->n_columns;
}

LtTimelineColumn
lt_timeline_layout_get_column (LtTimelineLayout *self, guint index)
{
  return self->rows->columns[index];
}

double
lt_timeline_layout_get_column_x (LtTimelineLayout *self, guint index)
{
  return self->rows->lefts[index];
}

double
lt_timeline_layout_get_row_top (LtTimelineLayout *self, guint row)
{
  return self->rows->tops != NULL ? self->rows->tops[row] : row * self->rows->row_height;
}

double
lt_timeline_layout_get_row_height (LtTimelineLayout *self, guint row)
{
  return self->rows->tops != NULL ? self->rows->tops[row + 1] - self->rows->tops[row]
                                  : self->rows->row_height;
}

double
lt_timeline_layout_get_row_padding (LtTimelineLayout *self)
{
  return self->rows->padding;
}

double
lt_timeline_layout_get_row_middle (LtTimelineLayout *self, guint row)
{
  return lt_timeline_layout_get_row_top (self, row)
         + (self->rows->tops != NULL ? self->rows->padding + LT_CHART_LINE_HEIGHT / 2
                                     : self->rows->row_height / 2);
}

int
lt_timeline_layout_get_row_at (LtTimelineLayout *self, double y)
{
  guint n_rows = lt_timeline_get_n_rows (self->rows->timeline);
  guint low = 0;
  guint high = n_rows;

  if (y < 0 || y >= lt_timeline_layout_get_body_height (self))
    return -1;
  if (self->rows->tops == NULL)
    return (int) MIN (y / self->rows->row_height, n_rows - 1);
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->rows->tops[middle] <= y)
        low = middle;
      else
        high = middle;
    }
  return (int) low;
}

double
lt_timeline_layout_get_indent (LtTimelineLayout *self, guint depth)
{
  return CELL_PADDING + (self->rows->with_folds ? FOLD_WIDTH : 0) + depth * INDENT;
}

double
lt_timeline_layout_get_title_x (LtTimelineLayout *self, guint row)
{
  const LtTimelineRow *content = lt_timeline_get_row (self->rows->timeline, row);
  guint index = 0;

  while (self->rows->columns[index] != LT_TIMELINE_COLUMN_TITLE)
    index++;
  return self->rows->lefts[index] + lt_timeline_layout_get_indent (self, content->depth)
         + (*content->number ? self->rows->number_width : 0);
}

double
lt_timeline_layout_get_cell_width (LtTimelineLayout *self, guint row, guint index)
{
  const Rows *rows = self->rows;
  const LtTimelineRow *content = lt_timeline_get_row (rows->timeline, row);
  guint end = index + 1;

  if (rows->columns[index] != LT_TIMELINE_COLUMN_TITLE)
    return rows->lefts[end] - rows->lefts[index] - 2 * CELL_PADDING;
  /* A title takes what columns behind it can have nothing to say. */
  while (end < rows->n_columns && !lt_timeline_column_applies (rows->columns[end], content->level))
    end++;
  return MAX (rows->lefts[end] - lt_timeline_layout_get_title_x (self, row) - CELL_PADDING,
              LT_CHART_TEXT_SIZE * 4);
}

guint
lt_timeline_layout_get_max_lines (LtTimelineLayout *self)
{
  return self->rows->tops != NULL ? self->rows->max_lines : 1;
}

gboolean
lt_timeline_layout_has_folds (LtTimelineLayout *self)
{
  return self->rows->with_folds;
}
