/* SPDX-License-Identifier: MIT */
#include "chart/lt-timeline-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/lt-chart-error.h"
#include "chart/lt-page-furniture.h"
#include "chart/lt-timeline-legend.h"

#define MARGIN_MM 12.0
#define MAX_LINES 2

/* A sheet as large as its drawing is at most so wide where the range allows it. */
#define SHEET_WIDTH 2000.0

struct _LtTimelinePages {
  GObject parent_instance;
  LtTimeline *timeline;
  LtPageSetup setup;
  double sheet_width;
  double sheet_height;
  gboolean mono;
  LtCalendar *calendar;
  LtChartText *text;
  LtPageFurniture *furniture;
  LtTimelineFitting *fitting;
};

static void lt_timeline_pages_pages_init (LtPagesInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LtTimelinePages, lt_timeline_pages, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (LT_TYPE_PAGES, lt_timeline_pages_pages_init))

static double
get_left (LtTimelinePages *self)
{
  return self->setup.left * LT_POINTS_PER_MM;
}

static double
get_top (LtTimelinePages *self)
{
  return self->setup.top * LT_POINTS_PER_MM;
}

static double
get_inner_width (LtTimelinePages *self)
{
  return self->sheet_width - (self->setup.left + self->setup.right) * LT_POINTS_PER_MM;
}

static const LtPalette *
get_palette (LtTimelinePages *self)
{
  return lt_palette_get (self->mono ? LT_PALETTE_MONO : LT_PALETTE_LIGHT);
}

static void
draw_part (LtTimelinePages *self, cairo_t *cr, guint page, LtTimelinePart part)
{
  LtTimelineLook look = LT_TIMELINE_LOOK_INIT;
  double scale = self->fitting->scale;
  LtRect place;
  LtRect shown;

  look.palette = get_palette (self);
  look.calendar = self->calendar;
  lt_timeline_pages_get_place (self, page, part, &place, &shown);
  if (shown.width <= 0 || shown.height <= 0)
    return;
  cairo_save (cr);
  cairo_translate (cr, place.x, place.y);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -shown.x, -shown.y);
  lt_timeline_draw (self->fitting->layout, part, &look, self->text, cr, &shown);
  cairo_restore (cr);
}

static void
draw_frame (LtTimelinePages *self, cairo_t *cr, guint page)
{
  LtRect corner;
  LtRect body;
  LtRect shown;

  lt_timeline_pages_get_place (self, page, LT_TIMELINE_PART_CORNER, &corner, &shown);
  lt_timeline_pages_get_place (self, page, LT_TIMELINE_PART_BODY, &body, &shown);
  lt_color_set (&get_palette (self)->strong_line, cr);
  cairo_set_line_width (cr, 0.5);
  cairo_rectangle (cr, corner.x, corner.y, body.x + body.width - corner.x,
                   body.y + body.height - corner.y);
  cairo_move_to (cr, body.x, corner.y);
  cairo_line_to (cr, body.x, body.y + body.height);
  cairo_stroke (cr);
}

static void
lt_timeline_pages_draw_page (LtPages *pages, guint page, cairo_t *cr)
{
  LtTimelinePages *self = LT_TIMELINE_PAGES (pages);

  for (LtTimelinePart part = LT_TIMELINE_PART_CORNER; part <= LT_TIMELINE_PART_BODY; part++)
    draw_part (self, cr, page, part);
  draw_frame (self, cr, page);
  cairo_save (cr);
  cairo_translate (cr, get_left (self), get_top (self));
  lt_page_furniture_draw_head (self->furniture, cr);
  cairo_restore (cr);
  cairo_translate (cr, get_left (self),
                   self->sheet_height - self->setup.bottom * LT_POINTS_PER_MM
                       - lt_page_furniture_get_foot_height (self->furniture));
  lt_page_furniture_draw_foot (self->furniture, cr, page, self->fitting->across,
                                   lt_timeline_fitting_get_down (self->fitting));
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
lt_timeline_pages_list_regions (LtPages *pages, guint page)
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

static guint
lt_timeline_pages_get_n_pages (LtPages *pages)
{
  LtTimelinePages *self = LT_TIMELINE_PAGES (pages);

  return self->fitting->across * lt_timeline_fitting_get_down (self->fitting);
}

static void
lt_timeline_pages_get_page_size (LtPages *pages, double *width, double *height)
{
  *width = LT_TIMELINE_PAGES (pages)->sheet_width;
  *height = LT_TIMELINE_PAGES (pages)->sheet_height;
}

static const char *
lt_timeline_pages_get_title (LtPages *pages)
{
  return lt_timeline_get_title (LT_TIMELINE_PAGES (pages)->timeline);
}

static double
lt_timeline_pages_get_text_size (LtPages *pages)
{
  return LT_CHART_TEXT_SIZE * LT_TIMELINE_PAGES (pages)->fitting->scale;
}

static char *
lt_timeline_pages_dup_warning (LtPages *pages)
{
  double size = lt_timeline_pages_get_text_size (pages);

  if (size >= LT_PAGE_TEXT_SIZE_MIN)
    return NULL;
  return g_strdup_printf (_("The words are only %.1f points high on this paper and can hardly be read; "
                            "%.0f points is the least. Choose more pages or a larger paper, or fold rows."),
                          size, LT_PAGE_TEXT_SIZE_MIN);
}

static void
lt_timeline_pages_finalize (GObject *object)
{
  LtTimelinePages *self = LT_TIMELINE_PAGES (object);

  g_clear_pointer (&self->fitting, lt_timeline_fitting_free);
  g_clear_pointer (&self->furniture, lt_page_furniture_free);
  g_clear_pointer (&self->text, lt_chart_text_free);
  g_clear_pointer (&self->calendar, lt_calendar_unref);
  g_clear_pointer (&self->timeline, lt_timeline_unref);
  G_OBJECT_CLASS (lt_timeline_pages_parent_class)->finalize (object);
}

static void
lt_timeline_pages_pages_init (LtPagesInterface *iface)
{
  iface->get_n_pages = lt_timeline_pages_get_n_pages;
  iface->get_page_size = lt_timeline_pages_get_page_size;
  iface->get_title = lt_timeline_pages_get_title;
  iface->draw_page = lt_timeline_pages_draw_page;
  iface->list_regions = lt_timeline_pages_list_regions;
  iface->get_text_size = lt_timeline_pages_get_text_size;
  iface->dup_warning = lt_timeline_pages_dup_warning;
}

static void
lt_timeline_pages_class_init (LtTimelinePagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lt_timeline_pages_finalize;
}

static void
lt_timeline_pages_init (LtTimelinePages *self)
{
  self->text = lt_chart_text_new ();
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

/* Points of the page that title, legend and margins leave to the chart. */
static double
furnish (LtTimelinePages *self, const LtTimelineScale *range)
{
  LtDay as_of = lt_timeline_get_as_of (self->timeline);
  g_autofree char *day = lt_day_dup_official (as_of);
  g_autofree char *note = g_strdup_printf ("Tiến độ tính đến ngày %s", day);

  g_clear_pointer (&self->furniture, lt_page_furniture_free);
  self->furniture = lt_page_furniture_new (
      lt_timeline_get_title (self->timeline), lt_timeline_get_issue (self->timeline), lt_timeline_get_subset (self->timeline), note,
      lt_timeline_legend_new (self->timeline, self->text, get_palette (self), get_inner_width (self),
                              as_of >= range->first && as_of <= range->last),
      self->text, get_palette (self), get_inner_width (self));
  return self->sheet_height - (self->setup.top + self->setup.bottom) * LT_POINTS_PER_MM
         - lt_page_furniture_get_head_height (self->furniture)
         - lt_page_furniture_get_foot_height (self->furniture);
}

static gboolean
fit_to_sheet (LtTimelinePages *self, GError **error)
{
  LtTimelineLayout *layout = self->fitting->layout;

  self->sheet_width = lt_timeline_layout_get_labels_width (layout)
                      + lt_timeline_layout_get_body_width (layout)
                      + (self->setup.left + self->setup.right) * LT_POINTS_PER_MM;
  self->sheet_height = 0;
  self->sheet_height = lt_timeline_layout_get_header_height (layout)
                       + lt_timeline_layout_get_body_height (layout)
                       - furnish (self, lt_timeline_layout_get_scale (layout));
  if (MAX (self->sheet_width, self->sheet_height) <= LT_SHEET_SIZE_MAX)
    return TRUE;
  g_set_error (error, LT_CHART_ERROR, LT_CHART_ERROR_PAPER,
               _("The drawing would be %.1f × %.1f m large, more than one sheet can be. Choose a "
                 "coarser scale, a shorter range, fewer rows, or pages of paper."),
               self->sheet_width / LT_POINTS_PER_MM / 1000,
               self->sheet_height / LT_POINTS_PER_MM / 1000);
  return FALSE;
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
  LtTimelineScale scale;
  LtDay first = options->first;
  LtDay last = options->last;

  if (!lt_timeline_resolve_range (self->timeline, &first, &last, error))
    return FALSE;
  fit.day_width = get_day_width (options, first, last);
  lt_timeline_scale_init (&scale, first, last, fit.day_width);
  lt_page_setup_get_size (&self->setup, &self->sheet_width, &self->sheet_height);
  fit.width = get_inner_width (self);
  fit.height = furnish (self, &scale);
  self->fitting = lt_timeline_fit (self->timeline, &scale, self->text, &fit, error);
  return self->fitting != NULL
         && (options->fit != LT_PAGE_FIT_SHEET || fit_to_sheet (self, error));
}

LtPages *
lt_timeline_pages_new (LtTimeline *timeline, const LtTimelinePageOptions *options, GError **error)
{
  g_autoptr (LtTimelinePages) self = g_object_new (LT_TYPE_TIMELINE_PAGES, NULL);

  self->timeline = lt_timeline_ref (timeline);
  self->setup = options->setup;
  self->mono = options->mono;
  self->calendar = options->calendar != NULL ? lt_calendar_ref (options->calendar)
                                             : lt_calendar_new (NULL);
  if (!fit_pages (self, options, error))
    return NULL;
  return LT_PAGES (g_steal_pointer (&self));
}

guint
lt_timeline_pages_get_across (LtTimelinePages *self)
{
  return self->fitting->across;
}

guint
lt_timeline_pages_get_down (LtTimelinePages *self)
{
  return lt_timeline_fitting_get_down (self->fitting);
}

LtTimelineLayout *
lt_timeline_pages_get_layout (LtTimelinePages *self)
{
  return self->fitting->layout;
}

double
lt_timeline_pages_get_scale (LtTimelinePages *self)
{
  return self->fitting->scale;
}

void
lt_timeline_pages_get_place (LtTimelinePages *self, guint page, LtTimelinePart part, LtRect *place,
                             LtRect *shown)
{
  LtTimelineLayout *layout = self->fitting->layout;
  double labels = lt_timeline_layout_get_labels_width (layout);
  double header = lt_timeline_layout_get_header_height (layout);
  double scale = self->fitting->scale;
  gboolean right = part == LT_TIMELINE_PART_HEADER || part == LT_TIMELINE_PART_BODY;
  gboolean below = part == LT_TIMELINE_PART_LABELS || part == LT_TIMELINE_PART_BODY;
  /* Pages that lie next to each other follow each other. */
  guint column = page % self->fitting->across;
  guint row = page / self->fitting->across;
  double top = g_array_index (self->fitting->breaks, double, row);
  double bottom = g_array_index (self->fitting->breaks, double, row + 1);
  *shown = (LtRect) { right ? column * self->fitting->page_width : 0, below ? top : 0,
                      right ? self->fitting->page_width : labels, below ? bottom - top : header };
  *place = (LtRect) { get_left (self) + (right ? labels * scale : 0),
                      get_top (self) + lt_page_furniture_get_head_height (self->furniture)
                          + (below ? header * scale : 0),
                      shown->width * scale, shown->height * scale };
}
