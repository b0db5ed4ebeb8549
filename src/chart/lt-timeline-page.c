/* SPDX-License-Identifier: MIT */
#include "chart/lt-timeline-page.h"

#include <glib/gi18n-lib.h>

#include "chart/lt-chart-pages-private.h"
#include "chart/lt-timeline-legend.h"

#define MARGIN_MM 12.0
#define MAX_LINES 2

/* A sheet as large as its drawing is at most so wide where the range allows it. */
#define SHEET_WIDTH 2000.0

struct _LtTimelinePages {
  LtChartPages parent_instance;
  LtTimeline *timeline;
  LtCalendar *calendar;
  gboolean shows_as_of; /* the day lies in the range */
  LtTimelineFitting *fitting;
};

G_DEFINE_FINAL_TYPE (LtTimelinePages, lt_timeline_pages, LT_TYPE_CHART_PAGES)

static LtLegend *
lt_timeline_pages_create_legend (LtChartPages *pages, const LtChartSheet *sheet)
{
  LtTimelinePages *self = LT_TIMELINE_PAGES (pages);

  return lt_timeline_legend_new (self->timeline, sheet->text, sheet->palette, sheet->inner_width, self->shows_as_of);
}

static void
draw_part (LtTimelinePages *self, const LtChartSheet *sheet, cairo_t *cr, guint page, LtTimelinePart part)
{
  LtTimelineLook look = LT_TIMELINE_LOOK_INIT;
  LtRect place;
  LtRect shown;

  look.palette = sheet->palette;
  look.calendar = self->calendar;
  lt_timeline_pages_get_place (self, page, part, &place, &shown);
  if (shown.width <= 0 || shown.height <= 0)
    return;
  cairo_save (cr);
  cairo_translate (cr, place.x, place.y);
  cairo_scale (cr, sheet->scale, sheet->scale);
  cairo_translate (cr, -shown.x, -shown.y);
  lt_timeline_draw (self->fitting->layout, part, &look, sheet->text, cr, &shown);
  cairo_restore (cr);
}

static void
draw_frame (LtTimelinePages *self, const LtPalette *palette, cairo_t *cr, guint page)
{
  LtRect corner;
  LtRect body;
  LtRect shown;

  lt_timeline_pages_get_place (self, page, LT_TIMELINE_PART_CORNER, &corner, &shown);
  lt_timeline_pages_get_place (self, page, LT_TIMELINE_PART_BODY, &body, &shown);
  lt_color_set (&palette->strong_line, cr);
  cairo_set_line_width (cr, 0.5);
  cairo_rectangle (cr, corner.x, corner.y, body.x + body.width - corner.x,
                   body.y + body.height - corner.y);
  cairo_move_to (cr, body.x, corner.y);
  cairo_line_to (cr, body.x, body.y + body.height);
  cairo_stroke (cr);
}

static void
lt_timeline_pages_draw (LtChartPages *pages, const LtChartSheet *sheet, guint page, cairo_t *cr)
{
  LtTimelinePages *self = LT_TIMELINE_PAGES (pages);

  for (LtTimelinePart part = LT_TIMELINE_PART_CORNER; part <= LT_TIMELINE_PART_BODY; part++)
    draw_part (self, sheet, cr, page, part);
  draw_frame (self, sheet->palette, cr, page);
}

/* Of the bar, or of the baseline below it. */
static LtPageRegion *
make_region (LtTimelinePages *self, guint row, gboolean baseline, const LtRect *rect)
{
  static const char *const levels[] = { "heading", "initiative", "assignment", "outcome" };
  const LtTimelineRow *content = lt_timeline_get_row (self->timeline, row);
  LtPageRegion *region = g_new0 (LtPageRegion, 1);

  region->id = g_strdup_printf (baseline ? "baseline-%u" : "row-%u", row + 1);
  region->kind = baseline ? g_strdup_printf ("baseline %s", levels[content->level])
                          : g_strdup_printf ("bar %s %s", levels[content->level],
                                             lt_timeliness_get_nick ((LtTimeliness) content->timeliness));
  region->title = lt_timeline_dup_row_text (self->timeline, row);
  region->rect = *rect;
  return region;
}

/* Adds what of @bar is seen where @shown of the body lies at @place. */
static void
add_region (LtTimelinePages *self, GPtrArray *regions, guint row, gboolean baseline, const LtRect *bar,
            const LtRect *place, const LtRect *shown)
{
  double scale = self->fitting->scale;
  double left = MAX (bar->x, shown->x);
  double right = MIN (bar->x + bar->width, shown->x + shown->width);
  LtRect rect = { place->x + (left - shown->x) * scale, place->y + (bar->y - shown->y) * scale,
                  (right - left) * scale, bar->height * scale };

  if (bar->y + bar->height > shown->y && bar->y < shown->y + shown->height && right > left)
    g_ptr_array_add (regions, make_region (self, row, baseline, &rect));
}

static GPtrArray *
lt_timeline_pages_list_regions (LtChartPages *pages, const LtChartSheet *sheet, guint page)
{
  LtTimelinePages *self = LT_TIMELINE_PAGES (pages);
  GPtrArray *regions = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_page_region_free);
  LtTimelineLayout *layout = self->fitting->layout;
  LtRect place;
  LtRect shown;
  int first;
  int last;

  lt_timeline_pages_get_place (self, page, LT_TIMELINE_PART_BODY, &place, &shown);
  first = lt_timeline_layout_get_row_at (layout, shown.y);
  last = lt_timeline_layout_get_row_at (layout, shown.y + shown.height - 0.01);
  for (int row = first; first >= 0 && row <= last; row++)
    {
      LtRect bar;

      if (lt_timeline_layout_get_bar (layout, (guint) row, &bar))
        add_region (self, regions, (guint) row, FALSE, &bar, &place, &shown);
      if (lt_timeline_layout_get_baseline (layout, (guint) row, &bar))
        add_region (self, regions, (guint) row, TRUE, &bar, &place, &shown);
    }
  return regions;
}

static void
lt_timeline_pages_get_grid (LtChartPages *pages, guint *across, guint *down)
{
  *across = LT_TIMELINE_PAGES (pages)->fitting->across;
  *down = lt_timeline_fitting_get_down (LT_TIMELINE_PAGES (pages)->fitting);
}

static void
lt_timeline_pages_finalize (GObject *object)
{
  LtTimelinePages *self = LT_TIMELINE_PAGES (object);

  g_clear_pointer (&self->fitting, lt_timeline_fitting_free);
  g_clear_pointer (&self->calendar, lt_calendar_unref);
  g_clear_pointer (&self->timeline, lt_timeline_unref);
  G_OBJECT_CLASS (lt_timeline_pages_parent_class)->finalize (object);
}

static void
lt_timeline_pages_class_init (LtTimelinePagesClass *klass)
{
  LtChartPagesClass *pages_class = LT_CHART_PAGES_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lt_timeline_pages_finalize;
  pages_class->advice = N_("Choose more pages or a larger paper, or fold rows.");
  pages_class->sheet_advice = N_("Choose a coarser scale, a shorter range, fewer rows, or pages of paper.");
  pages_class->create_legend = lt_timeline_pages_create_legend;
  pages_class->get_grid = lt_timeline_pages_get_grid;
  pages_class->draw = lt_timeline_pages_draw;
  pages_class->list_regions = lt_timeline_pages_list_regions;
}

static void
lt_timeline_pages_init (LtTimelinePages *self)
{
}

void
lt_timeline_page_options_init (LtTimelinePageOptions *options)
{
  *options = (LtTimelinePageOptions) {
    .fit = LT_PAGE_FIT_WIDTH,
    .across = 1,
    .down = 1,
    .first = LT_DAY_NONE,
    .last = LT_DAY_NONE,
    .max_lines = MAX_LINES,
  };
  lt_page_setup_init (&options->setup, LT_PAPER_A4, TRUE, LT_MARGINS_WIDE);
  options->setup.top = options->setup.bottom = MARGIN_MM;
}

/* At true size a month has room for its name, and where a whole sheet is as large as its
 * drawing, a long range takes narrower days. */
static double
get_day_width (const LtTimelinePageOptions *options, LtDay first, LtDay last)
{
  double usual = lt_zoom_get_day_width (LT_ZOOM_MONTH);

  if (options->day_width > 0)
    return CLAMP (options->day_width, LT_DAY_WIDTH_MIN, LT_DAY_WIDTH_MAX);
  if (options->fit != LT_PAGE_FIT_SHEET)
    return usual;
  return MIN (usual, SHEET_WIDTH / ((double) last - first + 1));
}

static void
set_up (LtTimelinePages *self, const LtTimelinePageOptions *options)
{
  g_autofree char *day = lt_day_dup_official (lt_timeline_get_as_of (self->timeline));
  g_auto (LtPageHeading) heading = {
    .title = g_strdup (lt_timeline_get_title (self->timeline)),
    .issue = g_strdup (lt_timeline_get_issue (self->timeline)),
    .subset = g_strdup (lt_timeline_get_subset (self->timeline)),
    .note = g_strdup_printf ("Tiến độ tính đến ngày %s", day),
  };

  _lt_chart_pages_set_up (LT_CHART_PAGES (self), &heading, &options->setup, options->mono);
}

static gboolean
fit_to_sheet (LtTimelinePages *self, GError **error)
{
  LtTimelineLayout *layout = self->fitting->layout;

  double width = lt_timeline_layout_get_labels_width (layout) + lt_timeline_layout_get_body_width (layout);
  double height = lt_timeline_layout_get_header_height (layout) + lt_timeline_layout_get_body_height (layout);

  return _lt_chart_pages_use_sheet (LT_CHART_PAGES (self), width, height, error);
}

static gboolean
fit_pages (LtTimelinePages *self, const LtTimelinePageOptions *options, GError **error)
{
  LtTimelineFitOptions fit = {
    .fit = options->fit,
    .across = MAX (options->across, 1),
    .down = MAX (options->down, 1),
    .text_size = options->text_size,
    .max_lines = options->max_lines,
    .layout = {
      .columns = options->columns,
      .n_columns = options->n_columns,
      .title_width = options->title_width,
    },
  };
  LtDay as_of = lt_timeline_get_as_of (self->timeline);
  const LtChartSheet *sheet;
  LtTimelineScale days;
  LtDay first = options->first;
  LtDay last = options->last;

  if (!lt_timeline_resolve_range (self->timeline, &first, &last, error))
    return FALSE;
  self->shows_as_of = as_of >= first && as_of <= last;
  fit.day_width = get_day_width (options, first, last);
  lt_timeline_scale_init (&days, first, last, fit.day_width);
  sheet = _lt_chart_pages_use_paper (LT_CHART_PAGES (self));
  fit.width = sheet->inner_width;
  fit.height = sheet->inner_height;
  self->fitting = lt_timeline_fit (self->timeline, &days, sheet->text, &fit, error);
  if (self->fitting == NULL)
    return FALSE;
  if (options->fit == LT_PAGE_FIT_SHEET)
    return fit_to_sheet (self, error);
  return _lt_chart_pages_set_scale (LT_CHART_PAGES (self), self->fitting->scale, error);
}

LtPages *
lt_timeline_pages_new (LtTimeline *timeline, const LtTimelinePageOptions *options, GError **error)
{
  g_autoptr (LtTimelinePages) self = g_object_new (LT_TYPE_TIMELINE_PAGES, NULL);

  self->timeline = lt_timeline_ref (timeline);
  self->calendar = options->calendar != NULL ? lt_calendar_ref (options->calendar)
                                             : lt_calendar_new (NULL);
  set_up (self, options);
  if (!fit_pages (self, options, error))
    return NULL;
  return LT_PAGES (g_steal_pointer (&self));
}

LtTimelineLayout *
lt_timeline_pages_get_layout (LtTimelinePages *self)
{
  return self->fitting->layout;
}

void
lt_timeline_pages_get_place (LtTimelinePages *self, guint page, LtTimelinePart part, LtRect *place,
                             LtRect *shown)
{
  const LtTimelineFitting *fitting = self->fitting;
  guint column = page % fitting->across;
  guint row = page / fitting->across;
  double top = g_array_index (fitting->breaks, double, row);
  LtChartPanes panes = {
    .labels = lt_timeline_layout_get_labels_width (fitting->layout),
    .header = lt_timeline_layout_get_header_height (fitting->layout),
    .body = { column * fitting->page_width, top, fitting->page_width,
              g_array_index (fitting->breaks, double, row + 1) - top },
  };

  _lt_chart_pages_place_pane (LT_CHART_PAGES (self), &panes,
                              part == LT_TIMELINE_PART_HEADER || part == LT_TIMELINE_PART_BODY,
                              part == LT_TIMELINE_PART_LABELS || part == LT_TIMELINE_PART_BODY, place, shown);
}
