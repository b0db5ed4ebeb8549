/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "chart/lt-timeline-draw-private.h"

/* From the line where a cell begins to its words. */
#define LABEL_GAP 3.0
/* Narrower days would be stripes without meaning. */
#define WEEKEND_WIDTH_MIN 3.0
#define HOLIDAY_WIDTH_MIN 1.0
#define POINTER_SIZE 3.0

/* The longest form that fits in every cell; one form for all looks calm. */
static int
choose_form (const LtTimelineBrush *brush, const LtTier *tier)
{
  double room = lt_tier_get_cell_width (tier, brush->scale->day_width) - LABEL_GAP;
  /* A Monday with two digits, in a month with two digits. */
  LtDay wide = lt_day_from_ymd (2024, 12, 23);
  int form = 0;

  for (form = 0; form + 1 < LT_TIER_FORMS; form++)
    {
      g_autofree char *label = lt_tier_dup_label (tier, wide, form);

      if (lt_chart_text_get_width (brush->text, LT_CHART_FACE_BODY, label, -1) + 1 <= room)
        break;
    }
  return form;
}

/* Calls for every cell of a tier that the clip shows. */
static void
for_each_cell (const LtTimelineBrush *brush, const LtTier *tier,
               void (*each) (const LtTimelineBrush *brush, LtDay day, double x, double right,
                             gpointer data),
               gpointer data)
{
  LtDay day = lt_timeline_scale_get_day (brush->scale, brush->clip.x);
  double end = brush->clip.x + brush->clip.width;

  day = lt_tier_floor (tier, day);
  while (day <= brush->scale->last)
    {
      LtDay next = lt_tier_next (tier, day);
      double x = lt_timeline_scale_get_x (brush->scale, MAX (day, brush->scale->first));
      double right = lt_timeline_scale_get_x (brush->scale, MIN (next, brush->scale->last + 1));

      if (x > end)
        break;
      each (brush, day, x, right, data);
      day = next;
    }
}

typedef struct {
  const LtTier *tier;
  LtChartFace face;
  int form;
  double top;
} TierLabels;

static void
draw_cell_cb (const LtTimelineBrush *brush, LtDay day, double x, double right, gpointer data)
{
  const TierLabels *labels = data;
  g_autofree char *words = lt_tier_dup_label (labels->tier, day, labels->form);
  /* The words of a cell that began further left stay in sight. */
  double left = MAX (x, brush->clip.x) + LABEL_GAP;

  right = MIN (right, brush->clip.x + brush->clip.width);
  /* A cell at the edge may be narrower than the others. */
  for (int form = labels->form + 1;
       lt_chart_text_get_width (brush->text, labels->face, words, -1) > right - left; form++)
    {
      if (form >= LT_TIER_FORMS)
        return;
      g_free (words);
      words = lt_tier_dup_label (labels->tier, day, form);
    }
  lt_chart_text_draw (brush->text, brush->cr, labels->face, words, -1, FALSE, left,
                      labels->top + TIER_HEIGHT / 2);
}

static void
add_tick_cb (const LtTimelineBrush *brush, LtDay day, double x, double right, gpointer data)
{
  const TierLabels *labels = data;

  x = _lt_timeline_snap_x (brush, x);
  cairo_move_to (brush->cr, x, labels->top);
  cairo_line_to (brush->cr, x, labels->top + TIER_HEIGHT);
}

static void
draw_frame (const LtTimelineBrush *brush, double right)
{
  double bottom = _lt_timeline_snap_y (brush, 2 * TIER_HEIGHT - _lt_timeline_hairline (brush) / 2);

  lt_color_set (&brush->palette->strong_line, brush->cr);
  cairo_set_line_width (brush->cr, _lt_timeline_hairline (brush));
  cairo_move_to (brush->cr, brush->clip.x, bottom);
  cairo_line_to (brush->cr, right, bottom);
  cairo_stroke (brush->cr);
}

void
_lt_timeline_draw_header (const LtTimelineBrush *brush)
{
  double right = brush->clip.x + brush->clip.width;
  LtDay as_of = lt_timeline_get_as_of (brush->timeline);
  TierLabels tiers[2];
  LtTier upper;
  LtTier lower;

  lt_timeline_scale_get_tiers (brush->scale, &upper, &lower);
  _lt_timeline_fill_rect (brush, &brush->palette->header_ground, brush->clip.x, 0,
                          brush->clip.width, 2 * TIER_HEIGHT);
  tiers[0] = (TierLabels) { &upper, LT_CHART_FACE_BOLD, choose_form (brush, &upper), 0 };
  tiers[1] = (TierLabels) { &lower, LT_CHART_FACE_BODY, choose_form (brush, &lower), TIER_HEIGHT };
  lt_color_set (&brush->palette->strong_line, brush->cr);
  cairo_set_line_width (brush->cr, _lt_timeline_hairline (brush));
  for (guint i = 0; i < G_N_ELEMENTS (tiers); i++)
    for_each_cell (brush, tiers[i].tier, add_tick_cb, &tiers[i]);
  cairo_stroke (brush->cr);
  lt_color_set (&brush->palette->text, brush->cr);
  for (guint i = 0; i < G_N_ELEMENTS (tiers); i++)
    for_each_cell (brush, tiers[i].tier, draw_cell_cb, &tiers[i]);
  draw_frame (brush, right);
  if (as_of >= brush->scale->first && as_of <= brush->scale->last)
    {
      double x = lt_timeline_layout_get_mark_x (brush->layout, as_of);

      lt_color_set (&brush->palette->today, brush->cr);
      cairo_move_to (brush->cr, x - POINTER_SIZE, 2 * TIER_HEIGHT - POINTER_SIZE);
      cairo_line_to (brush->cr, x + POINTER_SIZE, 2 * TIER_HEIGHT - POINTER_SIZE);
      cairo_line_to (brush->cr, x, 2 * TIER_HEIGHT);
      cairo_close_path (brush->cr);
      cairo_fill (brush->cr);
    }
}

void
_lt_timeline_draw_corner (const LtTimelineBrush *brush)
{
  guint n_columns = lt_timeline_layout_get_n_columns (brush->layout);
  double width = lt_timeline_layout_get_labels_width (brush->layout);

  _lt_timeline_fill_rect (brush, &brush->palette->header_ground, brush->clip.x, 0,
                          brush->clip.width, 2 * TIER_HEIGHT);
  lt_color_set (&brush->palette->text, brush->cr);
  for (guint i = 0; i < n_columns; i++)
    {
      const char *title
          = lt_timeline_column_get_title (lt_timeline_layout_get_column (brush->layout, i));
      double x = lt_timeline_layout_get_column_x (brush->layout, i) + CELL_PADDING;
      double room = lt_timeline_layout_get_column_x (brush->layout, i + 1) - CELL_PADDING - x;
      g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (LtTextLine));
      guint n_lines = lt_chart_text_wrap (brush->text, LT_CHART_FACE_BOLD, title, room, 2, lines);
      double middle = TIER_HEIGHT - (n_lines - 1) * LT_CHART_LINE_HEIGHT / 2;

      for (guint line = 0; line < n_lines; line++)
        {
          const LtTextLine *part = &g_array_index (lines, LtTextLine, line);

          lt_chart_text_draw (brush->text, brush->cr, LT_CHART_FACE_BOLD, title + part->start,
                              part->length, part->cut, x, middle + line * LT_CHART_LINE_HEIGHT);
        }
    }
  draw_frame (brush, width);
  _lt_timeline_draw_labels_edge (brush);
}

/* Days next to each other that are free for the same reason are one rectangle. */
void
_lt_timeline_draw_free_days (const LtTimelineBrush *brush)
{
  LtCalendar *calendar = brush->look->calendar;
  gboolean weekends = brush->scale->day_width >= WEEKEND_WIDTH_MIN;
  LtDay first = lt_timeline_scale_get_day (brush->scale, brush->clip.x);
  LtDay last = lt_timeline_scale_get_day (brush->scale, brush->clip.x + brush->clip.width);
  const LtColor *color = NULL;
  LtDay start = first;

  if (calendar == NULL || brush->scale->day_width < HOLIDAY_WIDTH_MIN)
    return;
  for (LtDay day = first; day <= last + 1; day++)
    {
      const LtColor *own = NULL;

      if (day <= last && lt_calendar_get_holiday (calendar, day) != NULL)
        own = &brush->palette->holiday;
      else if (day <= last && weekends && lt_calendar_is_weekend (calendar, day))
        own = &brush->palette->weekend;
      if (own == color)
        continue;
      if (color != NULL)
        _lt_timeline_fill_rect (brush, color, lt_timeline_scale_get_x (brush->scale, start),
                                brush->clip.y, (day - start) * brush->scale->day_width,
                                brush->clip.height);
      color = own;
      start = day;
    }
}

static void
add_line_cb (const LtTimelineBrush *brush, LtDay day, double x, double right, gpointer data)
{
  x = _lt_timeline_snap_x (brush, x);
  cairo_move_to (brush->cr, x, brush->clip.y);
  cairo_line_to (brush->cr, x, brush->clip.y + brush->clip.height);
}

void
_lt_timeline_draw_grid (const LtTimelineBrush *brush)
{
  LtTier upper;
  LtTier lower;
  double end = lt_timeline_scale_get_x (brush->scale, brush->scale->last + 1);

  lt_timeline_scale_get_tiers (brush->scale, &upper, &lower);
  cairo_set_line_width (brush->cr, _lt_timeline_hairline (brush));
  lt_color_set (&brush->palette->line, brush->cr);
  for_each_cell (brush, &lower, add_line_cb, NULL);
  cairo_stroke (brush->cr);
  lt_color_set (&brush->palette->strong_line, brush->cr);
  for_each_cell (brush, &upper, add_line_cb, NULL);
  add_line_cb (brush, brush->scale->last, end, end, NULL);
  cairo_stroke (brush->cr);
}
