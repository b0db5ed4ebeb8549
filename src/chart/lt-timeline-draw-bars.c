/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "chart/lt-timeline-draw-private.h"

/* Beyond the clip, where ends are not seen. */
#define OVERHANG 20.0
#define CAPTION_GAP 4.0
#define TORN_GAP 2.0
/* Marks closer than this would be one blot. */
#define MARK_STEP_MIN 3.0
#define PERIOD_STEP_MIN 7.0
#define PERIOD_RADIUS 2.8
#define GUIDE_WIDTH 0.8

typedef struct {
  const LtTimelineBrush *brush;
  const LtTimelineRow *row;
  const LtBarStyle *style;
  LtRect bar;     /* whole */
  LtRect visible; /* cut to the clip and a bit more */
  guint flags;    /* as the row's, ends outside the range open */
  double middle;
} Bar;

static double
get_right (const LtRect *rect)
{
  return rect->x + rect->width;
}

static void
cut_to_clip (const LtTimelineBrush *brush, LtRect *rect)
{
  double left = MAX (rect->x, brush->clip.x - OVERHANG);
  double right = MIN (get_right (rect), brush->clip.x + brush->clip.width + OVERHANG);

  rect->x = left;
  rect->width = MAX (right - left, 0);
}

/* Edges that lie on whole pixels are sharp. */
static void
snap_rect (const LtTimelineBrush *brush, LtRect *rect)
{
  double x = _lt_timeline_snap_x (brush, rect->x);
  double y = _lt_timeline_snap_y (brush, rect->y);

  rect->width = _lt_timeline_snap_x (brush, get_right (rect)) - x;
  rect->height = _lt_timeline_snap_y (brush, rect->y + rect->height) - y;
  rect->x = x;
  rect->y = y;
}

static gboolean
ends_in_range (const Bar *bar)
{
  return bar->row->end != LT_DAY_NONE && bar->row->end <= bar->brush->scale->last;
}

static void
draw_marks (const Bar *bar)
{
  const LtTimelineBrush *brush = bar->brush;
  const LtTimelineMark *marks = lt_timeline_get_marks (brush->timeline, bar->row);
  double last = -G_MAXDOUBLE;

  for (guint i = 0; i < bar->row->n_marks; i++)
    {
      double x = lt_timeline_layout_get_mark_x (brush->layout, marks[i].day);

      if (marks[i].day < brush->scale->first || marks[i].day > brush->scale->last
          || x < brush->clip.x - MARK_SIZE || x - last < MARK_STEP_MIN)
        continue;
      if (x > brush->clip.x + brush->clip.width + MARK_SIZE)
        break;
      _lt_timeline_draw_mark (brush->cr, brush->palette, x, bar->middle);
      last = x;
    }
}

static void
draw_span (const Bar *bar)
{
  const LtTimelineBrush *brush = bar->brush;
  double due = get_right (&bar->bar);

  if (bar->row->level == LT_TIMELINE_OUTCOME)
    {
      _lt_timeline_fill_rect (brush, &brush->palette->strong_line, bar->visible.x, bar->visible.y,
                              bar->visible.width, bar->visible.height);
      return;
    }
  if ((bar->flags & LT_BAR_THEN_BAND) && ends_in_range (bar))
    {
      LtRect band = { due, bar->middle - BAND_HEIGHT / 2,
                      lt_timeline_scale_get_x (brush->scale, brush->scale->last + 1) - due,
                      BAND_HEIGHT };

      cut_to_clip (brush, &band);
      _lt_timeline_draw_band (brush->cr,
                              &brush->palette->bars[LT_TIMELINESS_NO_DEADLINE], &band,
                              LT_BAR_OPEN_START | LT_BAR_OPEN_END);
    }
  _lt_timeline_draw_span (brush->cr, bar->style, &bar->visible,
                          bar->bar.x + bar->bar.width * bar->row->percent / 100, bar->flags);
  if (ends_in_range (bar))
    _lt_timeline_draw_due (brush->cr, bar->style, due, bar->middle);
}

/* The dots are as far apart as the periods; where they would touch, a band tells it. */
static void
draw_periods (const Bar *bar)
{
  const LtTimelineBrush *brush = bar->brush;
  const LtTimelineRow *row = bar->row;
  cairo_t *cr = brush->cr;
  LtDay first = MAX (brush->scale->first,
                     row->start != LT_DAY_NONE ? row->start : brush->scale->first);
  LtDay last = MIN (brush->scale->last, row->end != LT_DAY_NONE ? row->end : brush->scale->last);
  LtDay day = MAX (first, lt_timeline_scale_get_day (brush->scale, brush->clip.x - OVERHANG)) - 1;
  LtDay one = lt_timeline_row_get_next_period (row, day);
  LtDay two = lt_timeline_row_get_next_period (row, one);

  if ((two - one) * brush->scale->day_width < PERIOD_STEP_MIN)
    {
      _lt_timeline_draw_band (cr, bar->style, &bar->visible, bar->flags);
      return;
    }
  lt_color_set (&bar->style->edge, cr);
  cairo_set_line_width (cr, GUIDE_WIDTH);
  cairo_move_to (cr, bar->visible.x, bar->middle);
  cairo_line_to (cr, get_right (&bar->visible), bar->middle);
  cairo_stroke (cr);
  for (day = one; day <= last; day = lt_timeline_row_get_next_period (row, day))
    {
      double x = lt_timeline_layout_get_mark_x (brush->layout, day);

      if (x > brush->clip.x + brush->clip.width + OVERHANG)
        break;
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, bar->middle, PERIOD_RADIUS, 0, 2 * G_PI);
    }
  lt_color_set (&bar->style->fill, cr);
  cairo_fill_preserve (cr);
  lt_color_set (&bar->style->edge, cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
draw_words (const Bar *bar, const char *words, double x, const LtColor *plate, gboolean dim)
{
  const LtTimelineBrush *brush = bar->brush;
  double width = lt_chart_text_get_width (brush->text, LT_CHART_FACE_BODY, words, -1);

  if (plate != NULL)
    _lt_timeline_fill_rect (brush, plate, x - 2, bar->middle - SPAN_HEIGHT / 2 + 1, width + 4,
                            SPAN_HEIGHT - 2);
  lt_color_set (dim ? &brush->palette->dim_text : &brush->palette->text, brush->cr);
  lt_chart_text_draw (brush->text, brush->cr, LT_CHART_FACE_BODY, words, -1, FALSE, x, bar->middle);
}

/* Words would stand on a mark that lies beyond the end of the bar. */
static double
pass_marks (const Bar *bar, double right, double width)
{
  const LtTimelineMark *marks = lt_timeline_get_marks (bar->brush->timeline, bar->row);

  for (guint i = 0; i < bar->row->n_marks; i++)
    {
      double x = lt_timeline_layout_get_mark_x (bar->brush->layout, marks[i].day);

      if (x + MARK_SIZE / 2 > right && x - MARK_SIZE / 2 < right + 2 * CAPTION_GAP + width)
        right = x + MARK_SIZE / 2;
    }
  return right;
}

static gboolean
crosses_today (const LtTimelineBrush *brush, double x, double width)
{
  double today = lt_timeline_layout_get_mark_x (brush->layout,
                                                lt_timeline_get_as_of (brush->timeline));

  return today > x - 2 && today < x + width + 2;
}

/* Right of the bar, or left of it where there is no room. */
static void
draw_words_beside (const Bar *bar, const char *words)
{
  const LtTimelineBrush *brush = bar->brush;
  double width = lt_chart_text_get_width (brush->text, LT_CHART_FACE_BODY, words, -1);
  double clip_right = brush->clip.x + brush->clip.width;
  double left = bar->bar.x;
  double right = get_right (&bar->bar);
  gboolean dim = bar->row->level == LT_TIMELINE_OUTCOME;

  if (right < brush->clip.x || left > clip_right)
    return;
  right = pass_marks (bar, right, width);
  if (right + CAPTION_GAP + width <= clip_right)
    left = right + CAPTION_GAP;
  else if (left - CAPTION_GAP - width >= brush->clip.x)
    left -= CAPTION_GAP + width;
  else
    return;
  draw_words (bar, words, left, crosses_today (brush, left, width) ? &brush->palette->ground : NULL,
              dim);
}

/* Words stay in the part of the bar that is seen. FALSE if they do not fit there. */
static gboolean
draw_words_inside (const Bar *bar, const char *words)
{
  const LtTimelineBrush *brush = bar->brush;
  double left = MAX (bar->bar.x, brush->clip.x) + CAPTION_GAP;
  double right = MIN (get_right (&bar->bar), brush->clip.x + brush->clip.width) - CAPTION_GAP;
  const LtColor *plate = NULL;

  if ((bar->flags & LT_BAR_OPEN_START) && bar->bar.x >= brush->clip.x)
    left += TORN_GAP;
  if (lt_chart_text_get_width (brush->text, LT_CHART_FACE_BODY, words, -1) > right - left)
    return FALSE;
  if (bar->row->bar == LT_BAR_PERIODIC)
    plate = &brush->palette->ground;
  else if (_lt_pattern_has_lines (bar->style->pattern))
    plate = &bar->style->fill;
  draw_words (bar, words, left, plate, FALSE);
  return TRUE;
}

/* Words on the dots would only say what the dots show. */
static gboolean
is_plain_period (const LtTimelineRow *row)
{
  return row->bar == LT_BAR_PERIODIC && row->timeliness == LT_TIMELINESS_NO_DEADLINE
         && row->percent < 0 && row->state != LT_STATE_PAUSED && row->state != LT_STATE_CANCELLED;
}

static void
draw_caption (const Bar *bar)
{
  g_autofree char *caption = lt_timeline_row_dup_caption (bar->row);

  if (*caption == '\0' || is_plain_period (bar->row))
    return;
  /* A summary's rows say it all, unless they are folded away. */
  if (bar->row->bar == LT_BAR_SUMMARY)
    {
      if (bar->row->folded)
        draw_words_beside (bar, caption);
      return;
    }
  if (bar->row->level == LT_TIMELINE_OUTCOME || bar->row->bar == LT_BAR_POINTS)
    {
      draw_words_beside (bar, caption);
      return;
    }
  if (draw_words_inside (bar, caption))
    return;
  if (bar->row->percent >= 0)
    {
      g_autofree char *percent = g_strndup (caption, strcspn (caption, " "));

      if (draw_words_inside (bar, percent))
        {
          draw_words_beside (bar, strstr (caption, "· ") + strlen ("· "));
          return;
        }
    }
  draw_words_beside (bar, caption);
}

static gboolean
shows_deadline (const LtTimelineBrush *brush)
{
  for (guint i = 0; i < lt_timeline_layout_get_n_columns (brush->layout); i++)
    if (lt_timeline_layout_get_column (brush->layout, i) == LT_TIMELINE_COLUMN_DEADLINE)
      return TRUE;
  return FALSE;
}

/* Rows that have no place in time say why. */
static void
draw_note (const LtTimelineBrush *brush, guint index)
{
  const LtTimelineRow *row = lt_timeline_get_row (brush->timeline, index);
  const char *note = row->deadline;

  if (row->level != LT_TIMELINE_ASSIGNMENT)
    return;
  if (*note == '\0')
    note = "không nêu thời hạn";
  else if (shows_deadline (brush))
    note = "chưa có ngày";
  lt_color_set (&brush->palette->dim_text, brush->cr);
  lt_chart_text_draw_in (brush->text, brush->cr, LT_CHART_FACE_ITALIC, note,
                         MAX (brush->clip.x, 0) + LT_TIMELINE_PADDING + CAPTION_GAP,
                         lt_timeline_layout_get_row_middle (brush->layout, index),
                         brush->clip.width - LT_TIMELINE_PADDING - 2 * CAPTION_GAP);
}

/* FALSE if nothing of the bar is in the range. */
static gboolean
init_bar (Bar *bar, const LtTimelineBrush *brush, guint index)
{
  const LtTimelineRow *row = lt_timeline_get_row (brush->timeline, index);

  if (!lt_timeline_layout_get_bar (brush->layout, index, &bar->bar))
    return FALSE;
  bar->brush = brush;
  bar->row = row;
  bar->flags = row->flags;
  bar->style = &brush->palette->bars[row->timeliness];
  bar->middle = lt_timeline_layout_get_row_middle (brush->layout, index);
  bar->visible = bar->bar;
  cut_to_clip (brush, &bar->visible);
  snap_rect (brush, &bar->visible);
  if (row->start != LT_DAY_NONE && row->start < brush->scale->first)
    bar->flags |= LT_BAR_OPEN_START;
  if (row->end == LT_DAY_NONE || row->end > brush->scale->last)
    bar->flags |= LT_BAR_OPEN_END;
  return TRUE;
}

void
_lt_timeline_draw_baseline (const LtTimelineBrush *brush, guint index)
{
  LtRect bar;

  if (!lt_timeline_layout_get_baseline (brush->layout, index, &bar))
    return;
  cut_to_clip (brush, &bar);
  if (bar.width > 0)
    _lt_timeline_fill_rect (brush, &brush->palette->baseline, bar.x, bar.y, bar.width, bar.height);
}

void
_lt_timeline_draw_caption (const LtTimelineBrush *brush, guint index)
{
  Bar bar;

  if (lt_timeline_get_row (brush->timeline, index)->bar == LT_BAR_NONE)
    draw_note (brush, index);
  else if (init_bar (&bar, brush, index))
    draw_caption (&bar);
}

void
_lt_timeline_draw_bar (const LtTimelineBrush *brush, guint index)
{
  Bar bar;

  if (!init_bar (&bar, brush, index))
    return;
  switch ((LtBarKind) bar.row->bar)
    {
    case LT_BAR_SPAN:
      draw_span (&bar);
      break;
    case LT_BAR_SUMMARY:
      _lt_timeline_draw_summary (brush->cr, brush->palette, &bar.visible, bar.flags);
      break;
    case LT_BAR_BAND:
      _lt_timeline_draw_band (brush->cr, bar.style, &bar.visible, bar.flags);
      break;
    case LT_BAR_PERIODIC:
      draw_periods (&bar);
      break;
    case LT_BAR_POINTS:
    case LT_BAR_NONE:
    default:
      break;
    }
  draw_marks (&bar);
}
