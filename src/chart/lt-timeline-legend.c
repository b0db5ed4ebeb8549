/* SPDX-License-Identifier: MIT */
#include "chart/lt-timeline-legend.h"

#include "chart/lt-timeline-draw-private.h"

#define LINE_HEIGHT 14.0
#define SIGN_WIDTH 22.0
#define SIGN_GAP 4.0
#define ITEM_GAP 14.0

typedef enum {
  SIGN_TIMELINESS, /* and those behind it, by LtTimeliness */
  SIGN_BAND = LT_TIMELINESS_DONE_LATE + 1,
  SIGN_PERIODIC,
  SIGN_SUMMARY,
  SIGN_OPEN_START,
  SIGN_DUE,
  SIGN_MARK,
  SIGN_TODAY,
  N_SIGNS,
} Sign;

typedef struct {
  Sign sign;
  const char *words;
  double x;
  double y;
} Item;

struct _LtTimelineLegend {
  LtChartText *text; /* borrowed */
  const LtPalette *palette;
  char *today;
  GArray *items; /* (element-type Item) */
  double height;
};

/* Whatever occurs in a row's bar. */
static void
note_row (const LtTimelineRow *row, gboolean *used)
{
  used[SIGN_MARK] |= row->n_marks > 0;
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

static const char *
get_words (LtTimelineLegend *self, Sign sign)
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
    case SIGN_TODAY:
      return self->today;
    default:
      return lt_timeliness_get_official ((LtTimeliness) sign);
    }
}

LtTimelineLegend *
lt_timeline_legend_new (LtTimeline *timeline, LtChartText *text, const LtPalette *palette,
                        double width, gboolean with_today)
{
  LtTimelineLegend *self = g_new0 (LtTimelineLegend, 1);
  g_autofree char *as_of = lt_day_dup_official (lt_timeline_get_as_of (timeline));
  gboolean used[N_SIGNS] = { FALSE };
  double x = 0;
  double y = 0;

  self->text = text;
  self->palette = palette;
  self->today = g_strdup_printf ("ngày %s", as_of);
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  used[SIGN_TODAY] = with_today;
  for (guint i = 0; i < lt_timeline_get_n_rows (timeline); i++)
    note_row (lt_timeline_get_row (timeline, i), used);
  for (guint sign = 0; sign < N_SIGNS; sign++)
    {
      Item item = { (Sign) sign, get_words (self, (Sign) sign), 0, 0 };
      double needed;

      if (!used[sign])
        continue;
      needed = SIGN_WIDTH + SIGN_GAP
               + lt_chart_text_get_width (text, LT_CHART_FACE_NOTE, item.words, -1);
      if (x > 0 && x + needed > width)
        {
          x = 0;
          y += LINE_HEIGHT;
        }
      item.x = x;
      item.y = y;
      g_array_append_val (self->items, item);
      x += needed + ITEM_GAP;
    }
  self->height = y + LINE_HEIGHT;
  return self;
}

void
lt_timeline_legend_free (LtTimelineLegend *self)
{
  g_array_unref (self->items);
  g_free (self->today);
  g_free (self);
}

double
lt_timeline_legend_get_height (LtTimelineLegend *self)
{
  return self->height;
}

static void
draw_sign (LtTimelineLegend *self, cairo_t *cr, Sign sign, double x, double middle)
{
  const LtBarStyle *plain = &self->palette->bars[LT_TIMELINESS_NO_DEADLINE];
  LtRect bar = { x, middle - 4.5, SIGN_WIDTH, 9 };
  double center = x + SIGN_WIDTH / 2;

  switch ((int) sign)
    {
    case SIGN_BAND:
      _lt_timeline_draw_band (cr, plain, &bar, LT_BAR_OPEN_START | LT_BAR_OPEN_END);
      break;
    case SIGN_PERIODIC:
      lt_color_set (&plain->edge, cr);
      cairo_set_line_width (cr, 0.8);
      cairo_move_to (cr, x, middle);
      cairo_line_to (cr, x + SIGN_WIDTH, middle);
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
      _lt_timeline_draw_summary (cr, self->palette, &bar, 0);
      break;
    case SIGN_OPEN_START:
      _lt_timeline_draw_span (cr, &self->palette->bars[LT_TIMELINESS_ON_TRACK], &bar, 0,
                              LT_BAR_OPEN_START);
      break;
    case SIGN_DUE:
      _lt_timeline_draw_due (cr, &self->palette->bars[LT_TIMELINESS_ON_TRACK], center + 1, middle);
      break;
    case SIGN_MARK:
      _lt_timeline_draw_mark (cr, self->palette, center, middle);
      break;
    case SIGN_TODAY:
      lt_color_set (&self->palette->today, cr);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, center, middle - 6);
      cairo_line_to (cr, center, middle + 6);
      cairo_stroke (cr);
      break;
    default:
      _lt_timeline_draw_span (cr, &self->palette->bars[sign], &bar, 0, 0);
      break;
    }
}

void
lt_timeline_legend_draw (LtTimelineLegend *self, cairo_t *cr)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);
      double middle = item->y + LINE_HEIGHT / 2;

      draw_sign (self, cr, item->sign, item->x, middle);
      lt_color_set (&self->palette->text, cr);
      lt_chart_text_draw (self->text, cr, LT_CHART_FACE_NOTE, item->words, -1, FALSE,
                          item->x + SIGN_WIDTH + SIGN_GAP, middle);
    }
}
