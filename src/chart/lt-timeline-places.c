/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "chart/lt-timeline-layout.h"
#include "chart/lt-timeline-metrics.h"

/* Bars, and what is at a place: the half of the layout that is about the body. */

static double
get_bar_height (const LtTimelineRow *row)
{
  switch ((LtBarKind) row->bar)
    {
    case LT_BAR_SUMMARY:
      return SUMMARY_HEIGHT;
    case LT_BAR_BAND:
      return BAND_HEIGHT;
    case LT_BAR_PERIODIC:
    case LT_BAR_POINTS:
      return MARK_SIZE;
    case LT_BAR_SPAN:
      return row->level == LT_TIMELINE_OUTCOME ? OUTCOME_HEIGHT : SPAN_HEIGHT;
    case LT_BAR_NONE:
    default:
      return 0;
    }
}

double
lt_timeline_layout_get_mark_x (LtTimelineLayout *self, LtDay day)
{
  const LtTimelineScale *scale = lt_timeline_layout_get_scale (self);

  return lt_timeline_scale_get_x (scale, day) + scale->day_width / 2;
}

/* The days between which the bar is seen. FALSE if it lies outside the range. */
static gboolean
get_ends (LtTimelineLayout *self, const LtTimelineRow *row, double *left, double *right)
{
  const LtTimelineScale *scale = lt_timeline_layout_get_scale (self);
  LtDay start = row->start != LT_DAY_NONE ? row->start : scale->first;
  LtDay end = row->end != LT_DAY_NONE ? row->end : scale->last;

  if (row->bar == LT_BAR_POINTS)
    {
      const LtTimelineMark *marks
          = lt_timeline_get_marks (lt_timeline_layout_get_timeline (self), row);

      start = marks[0].day;
      end = marks[row->n_marks - 1].day;
    }
  /* What goes on behind its due day is there, too. */
  if (row->flags & (LT_BAR_OPEN_END | LT_BAR_THEN_BAND))
    end = MAX (end, scale->last);
  if (end < scale->first || start > scale->last)
    return FALSE;
  if (row->flags & LT_BAR_THEN_BAND)
    end = MAX (row->end, scale->first);
  start = MAX (start, scale->first);
  end = MIN (end, scale->last);
  *left = lt_timeline_scale_get_x (scale, start);
  *right = lt_timeline_scale_get_x (scale, end + 1);
  if (row->bar == LT_BAR_POINTS)
    {
      *left = lt_timeline_layout_get_mark_x (self, start) - MARK_SIZE / 2;
      *right = lt_timeline_layout_get_mark_x (self, end) + MARK_SIZE / 2;
    }
  return TRUE;
}

gboolean
lt_timeline_layout_get_bar (LtTimelineLayout *self, guint row, LtRect *bar)
{
  const LtTimelineRow *content
      = lt_timeline_get_row (lt_timeline_layout_get_timeline (self), row);
  double right;

  if (content->bar == LT_BAR_NONE || !get_ends (self, content, &bar->x, &right))
    return FALSE;
  bar->width = MAX (right - bar->x, BAR_WIDTH_MIN);
  bar->height = get_bar_height (content);
  bar->y = lt_timeline_layout_get_row_middle (self, row) - bar->height / 2;
  return TRUE;
}

gboolean
lt_timeline_layout_get_baseline (LtTimelineLayout *self, guint row, LtRect *bar)
{
  const LtTimelineScale *scale = lt_timeline_layout_get_scale (self);
  const LtTimelineRow *content
      = lt_timeline_get_row (lt_timeline_layout_get_timeline (self), row);
  LtDay start = content->base_start != LT_DAY_NONE ? content->base_start : scale->first;
  LtDay end = content->base_end != LT_DAY_NONE ? content->base_end : MAX (start, scale->last);
  LtDay first = MAX (MIN (start, end), scale->first);
  LtDay last = MIN (MAX (start, end), scale->last);

  if (content->base != LT_BASELINE_HAS_DAYS || first > last)
    return FALSE;
  bar->x = lt_timeline_scale_get_x (scale, first);
  bar->width = MAX (lt_timeline_scale_get_x (scale, last + 1) - bar->x, BAR_WIDTH_MIN);
  bar->height = BASELINE_HEIGHT;
  bar->y = lt_timeline_layout_get_row_middle (self, row) + BASELINE_TOP;
  return TRUE;
}

LtTimelineSpot
lt_timeline_layout_find_spot (LtTimelineLayout *self, double x, double y, int *row)
{
  const LtTimelineRow *content;
  double reach = EDGE_REACH;
  LtRect bar;

  *row = lt_timeline_layout_get_row_at (self, y);
  if (*row < 0)
    return LT_TIMELINE_SPOT_NONE;
  content = lt_timeline_get_row (lt_timeline_layout_get_timeline (self), (guint) *row);
  if (content->level != LT_TIMELINE_ASSIGNMENT || content->bar == LT_BAR_POINTS
      || !lt_timeline_layout_get_bar (self, (guint) *row, &bar)
      || fabs (y - bar.y - bar.height / 2) > SPAN_HEIGHT / 2 + 1)
    return LT_TIMELINE_SPOT_NONE;
  if (x < bar.x - reach || x > bar.x + bar.width + reach)
    return LT_TIMELINE_SPOT_NONE;
  /* A short bar keeps a middle by which it can be taken. */
  reach = MIN (reach, bar.width / 4);
  if (x > bar.x + bar.width - reach && content->end != LT_DAY_NONE)
    return LT_TIMELINE_SPOT_END;
  if (x < bar.x + reach)
    return LT_TIMELINE_SPOT_START;
  return LT_TIMELINE_SPOT_BAR;
}

gboolean
lt_timeline_layout_get_fold (LtTimelineLayout *self, guint row, LtRect *fold)
{
  const LtTimelineRow *content
      = lt_timeline_get_row (lt_timeline_layout_get_timeline (self), row);
  double title_x = lt_timeline_layout_get_title_x (self, row);
  double indent = lt_timeline_layout_get_indent (self, content->depth);

  if (!content->has_children)
    return FALSE;
  for (guint i = 0; i < lt_timeline_layout_get_n_columns (self); i++)
    if (lt_timeline_layout_get_column (self, i) == LT_TIMELINE_COLUMN_TITLE)
      fold->x = lt_timeline_layout_get_column_x (self, i) + indent - FOLD_WIDTH;
  fold->width = MIN (FOLD_WIDTH, title_x);
  fold->height = FOLD_WIDTH;
  fold->y = lt_timeline_layout_get_row_middle (self, row) - FOLD_WIDTH / 2;
  return TRUE;
}

gboolean
lt_timeline_layout_is_fold (LtTimelineLayout *self, double x, double y, int *row)
{
  LtRect fold;

  *row = lt_timeline_layout_get_row_at (self, y);
  return *row >= 0 && lt_timeline_layout_get_fold (self, (guint) *row, &fold)
         && lt_rect_contains (&fold, x, y);
}
