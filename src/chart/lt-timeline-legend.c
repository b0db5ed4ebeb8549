/* SPDX-License-Identifier: MIT */
#include "chart/lt-timeline-legend.h"

#include <string.h>

#include "chart/lt-timeline-draw-private.h"

/* Of signs that are an upright line. */
#define LINE_WIDTH 5.0

typedef enum {
  SIGN_TIMELINESS, /* and those behind it, by LtTimeliness */
  SIGN_BAND = LT_TIMELINESS_DONE_LATE + 1,
  SIGN_PERIODIC,
  SIGN_SUMMARY,
  SIGN_OPEN_START,
  SIGN_DUE,
  SIGN_MARK,
  SIGN_BASELINE,
  SIGN_TODAY,
  N_SIGNS,
} Sign;

/* Whatever occurs in a row's bar. */
static void
note_row (const LtTimelineRow *row, gboolean *used)
{
  used[SIGN_MARK] |= row->n_marks > 0;
  used[SIGN_BASELINE] |= row->base == LT_BASELINE_HAS_DAYS;
  used[SIGN_SUMMARY] |= row->bar == LT_BAR_SUMMARY;
  if (row->level != LT_TIMELINE_ASSIGNMENT)
    return;
  used[SIGN_BAND] |= row->bar == LT_BAR_BAND || (row->flags & LT_BAR_THEN_BAND);
  used[SIGN_PERIODIC] |= row->bar == LT_BAR_PERIODIC;
  if (row->bar == LT_BAR_BAND || row->bar == LT_BAR_PERIODIC)
    used[row->timeliness] |= row->timeliness != LT_TIMELINESS_NO_DEADLINE;
  if (row->bar != LT_BAR_SPAN)
    return;
  used[row->timeliness] = TRUE;
  used[SIGN_DUE] = TRUE;
  used[SIGN_OPEN_START] |= (row->flags & LT_BAR_OPEN_START) != 0;
}

/* Says which baseline even where none of its days is seen. */
static char *
dup_baseline (LtTimeline *timeline)
{
  g_autofree char *day = lt_day_dup_official (lt_timeline_get_baseline_day (timeline));
  const char *name = lt_timeline_get_baseline_name (timeline);

  if (name == NULL)
    return NULL;
  return day != NULL && strstr (name, day) == NULL ? g_strdup_printf ("mốc so sánh: %s (%s)", name, day)
                                                    : g_strdup_printf ("mốc so sánh: %s", name);
}

static const char *
get_words (Sign sign, const char *today, const char *baseline)
{
  switch ((int) sign)
    {
    case SIGN_BAND:
      return "thường xuyên, không có ngày kết thúc";
    case SIGN_PERIODIC:
      return "định kỳ";
    case SIGN_SUMMARY:
      return "cả mô hình";
    case SIGN_OPEN_START:
      return "không nêu ngày bắt đầu";
    case SIGN_DUE:
      return "thời hạn";
    case SIGN_MARK:
      return "mốc, chỉ tiêu";
    case SIGN_BASELINE:
      return baseline;
    case SIGN_TODAY:
      return today;
    default:
      return lt_timeliness_get_official ((LtTimeliness) sign);
    }
}

static double
get_sign_width (Sign sign)
{
  if (sign == SIGN_MARK)
    return MARK_SIZE;
  return sign == SIGN_DUE || sign == SIGN_TODAY ? LINE_WIDTH : LT_LEGEND_SIGN_WIDTH;
}

static void
draw_sign (cairo_t *cr, const LtPalette *palette, guint sign, double x, double middle)
{
  const LtBarStyle *plain = &palette->bars[LT_TIMELINESS_NO_DEADLINE];
  LtRect bar = { x, middle - 4.5, LT_LEGEND_SIGN_WIDTH, 9 };
  double center = x + LT_LEGEND_SIGN_WIDTH / 2;

  switch (sign)
    {
    case SIGN_BAND:
      _lt_timeline_draw_band (cr, plain, &bar, LT_BAR_OPEN_START | LT_BAR_OPEN_END);
      break;
    case SIGN_PERIODIC:
      lt_color_set (&plain->edge, cr);
      cairo_set_line_width (cr, 0.8);
      cairo_move_to (cr, x, middle);
      cairo_line_to (cr, x + LT_LEGEND_SIGN_WIDTH, middle);
      cairo_stroke (cr);
      for (guint i = 0; i < 2; i++)
        {
          cairo_new_sub_path (cr);
          cairo_arc (cr, x + 5 + i * 12, middle, 2.8, 0, 2 * G_PI);
        }
      lt_color_set (&plain->fill, cr);
      cairo_fill_preserve (cr);
      lt_color_set (&plain->edge, cr);
      cairo_stroke (cr);
      break;
    case SIGN_SUMMARY:
      bar.y = middle - SUMMARY_HEIGHT / 2;
      _lt_timeline_draw_summary (cr, palette, &bar, 0);
      break;
    case SIGN_OPEN_START:
      _lt_timeline_draw_span (cr, &palette->bars[LT_TIMELINESS_ON_TRACK], &bar, 0,
                              LT_BAR_OPEN_START);
      break;
    case SIGN_DUE:
      _lt_timeline_draw_due (cr, &palette->bars[LT_TIMELINESS_ON_TRACK], center + 1, middle);
      break;
    case SIGN_MARK:
      _lt_timeline_draw_mark (cr, palette, center, middle);
      break;
    case SIGN_BASELINE:
      lt_color_set (&palette->baseline, cr);
      cairo_rectangle (cr, x, middle - BASELINE_HEIGHT / 2, LT_LEGEND_SIGN_WIDTH, BASELINE_HEIGHT);
      cairo_fill (cr);
      break;
    case SIGN_TODAY:
      lt_color_set (&palette->today, cr);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, center, middle - 6);
      cairo_line_to (cr, center, middle + 6);
      cairo_stroke (cr);
      break;
    default:
      _lt_timeline_draw_span (cr, &palette->bars[sign], &bar, 0, 0);
      break;
    }
}

LtLegend *
lt_timeline_legend_new (LtTimeline *timeline, LtChartText *text, const LtPalette *palette, double width,
                        gboolean with_today)
{
  LtLegend *legend = lt_legend_new (text, palette, width, draw_sign);
  g_autofree char *as_of = lt_day_dup_official (lt_timeline_get_as_of (timeline));
  g_autofree char *today = g_strdup_printf ("ngày %s", as_of);
  g_autofree char *baseline = dup_baseline (timeline);
  gboolean used[N_SIGNS] = { FALSE };

  used[SIGN_TODAY] = with_today;
  for (guint i = 0; i < lt_timeline_get_n_rows (timeline); i++)
    note_row (lt_timeline_get_row (timeline, i), used);
  for (guint sign = 0; sign < N_SIGNS; sign++)
    if (used[sign])
      lt_legend_add_narrow (legend, sign, get_sign_width ((Sign) sign), get_words ((Sign) sign, today, baseline));
  return legend;
}
