/* SPDX-License-Identifier: MIT */
#include "chart/lt-timeline-fit.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/lt-chart-error.h"
#include "chart/lt-timeline-breaks.h"
#include "chart/lt-timeline-metrics.h"
#include "report/lt-paper.h"

/* Less than this beside the labels shows nothing of the time. */
#define CHART_WIDTH_MIN 90.0
#define SCALE_MAX (LT_TIMELINE_TEXT_SIZE_MAX / LT_CHART_TEXT_SIZE)
/* Words of a point's height are dust. */
#define SCALE_MIN (1.0 / LT_CHART_TEXT_SIZE)
/* A page must have room for at least one row of two lines. */
#define ROWS_HEIGHT_MIN (2 * LT_CHART_LINE_HEIGHT + 2 * ROW_PADDING)
#define SEARCH_STEPS 40
/* Titles get this part of the width, within bounds. */
#define TITLE_SHARE 0.28
#define TITLE_MIN 160.0
#define TITLE_MAX 400.0
#define TITLE_ON_SHEET 260.0

typedef struct {
  const LtTimelineFitOptions *options;
  LtTimelineScale days;
  LtTimelineLayout *layout;
} Fit;

/* At which words have the size that is wanted. */
static double
get_true_scale (const LtTimelineFitOptions *options)
{
  return options->text_size > 0 ? CLAMP (options->text_size / LT_CHART_TEXT_SIZE, SCALE_MIN, SCALE_MAX) : 1;
}

/* What of the body a page shows at a scale. */
static double
get_page_width (const Fit *fit, double scale)
{
  return fit->options->width / scale - lt_timeline_layout_get_labels_width (fit->layout);
}

static double
get_capacity (const Fit *fit, double scale)
{
  return fit->options->height / scale - lt_timeline_layout_get_header_height (fit->layout);
}

/* The largest scales at which labels and body, header and a row find room. */
static double
get_width_limit (const Fit *fit)
{
  return fit->options->width
         / (lt_timeline_layout_get_labels_width (fit->layout) + CHART_WIDTH_MIN);
}

static double
get_height_limit (const Fit *fit)
{
  return fit->options->height
         / (lt_timeline_layout_get_header_height (fit->layout) + ROWS_HEIGHT_MIN);
}

static double
get_scale_limit (const Fit *fit)
{
  return MIN (get_width_limit (fit), get_height_limit (fit));
}

static LtTimelineFitting *
make_fitting (Fit *fit, double scale, guint across, double day_width, GArray *breaks)
{
  LtTimelineFitting *fitting = g_new0 (LtTimelineFitting, 1);

  fit->days.day_width = day_width;
  fitting->layout = lt_timeline_layout_new_scaled (fit->layout, &fit->days);
  fitting->scale = scale;
  fitting->across = across;
  fitting->breaks = breaks;
  fitting->page_width = get_page_width (fit, scale);
  return fitting;
}

static double
get_fitting_day_width (const Fit *fit, double width)
{
  LtTimelineScale days = fit->days;

  lt_timeline_scale_fit (&days, width);
  return days.day_width;
}

static gboolean
check_paper (const Fit *fit, double scale, GError **error)
{
  double labels = lt_timeline_layout_get_labels_width (fit->layout) * scale / LT_POINTS_PER_MM;

  if (get_height_limit (fit) < scale)
    g_set_error (error, LT_CHART_ERROR, LT_CHART_ERROR_PAPER,
                 _("The paper is too small: its margins, the title and the legend leave %.0f mm of its "
                   "height to the rows. Choose a larger paper, or smaller margins."),
                 MAX (fit->options->height, 0) / LT_POINTS_PER_MM);
  else if (get_width_limit (fit) < scale)
    g_set_error (error, LT_CHART_ERROR, LT_CHART_ERROR_PAPER,
                 _("The paper is too small: the columns beside the bars take %.0f mm of the %.0f mm "
                   "between its margins. Choose a larger paper, landscape, fewer columns, or fit to "
                   "pages."),
                 labels, MAX (fit->options->width, 0) / LT_POINTS_PER_MM);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_pages (double across, guint down, GError **error)
{
  if (across * down <= LT_PAGES_MAX)
    return TRUE;
  g_set_error (error, LT_CHART_ERROR, LT_CHART_ERROR_PAGES,
               _("That would be more than %u pages. Choose a shorter range of days, or fit to pages."),
               LT_PAGES_MAX);
  return FALSE;
}

static double
count_across (const Fit *fit, double day_width, double scale)
{
  LtTimelineScale days = fit->days;

  days.day_width = day_width;
  /* What was fitted to whole pages takes no further one by rounding. */
  return MAX (ceil (lt_timeline_scale_get_width (&days) / get_page_width (fit, scale) - 1e-9), 1);
}

static LtTimelineFitting *
fit_true (Fit *fit, gboolean one_across, GError **error)
{
  double scale = get_true_scale (fit->options);
  double capacity = get_capacity (fit, scale);
  double day_width = one_across ? get_fitting_day_width (fit, get_page_width (fit, scale))
                                : fit->options->day_width / scale;
  double across;
  guint down;

  if (!check_paper (fit, scale, error))
    return NULL;
  across = one_across ? 1 : count_across (fit, day_width, scale);
  down = lt_timeline_breaks_count (fit->layout, capacity, LT_PAGES_MAX);
  if (!check_pages (across, down, error))
    return NULL;
  return make_fitting (fit, scale, (guint) across, day_width,
                       lt_timeline_breaks_find (fit->layout, capacity));
}

/* The largest scale, up to @limit, at which the rows take at most so many pages. */
static double
find_scale (const Fit *fit, double limit, guint down)
{
  double low = SCALE_MIN;
  double high = limit;

  if (lt_timeline_breaks_count (fit->layout, get_capacity (fit, high), down) <= down)
    return high;
  for (guint i = 0; i < SEARCH_STEPS; i++)
    {
      double middle = (low + high) / 2;

      if (lt_timeline_breaks_count (fit->layout, get_capacity (fit, middle), down) <= down)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static gboolean
check_scale (const Fit *fit, double scale, GError **error)
{
  const LtTimelineFitOptions *options = fit->options;

  if (scale > SCALE_MIN
      && lt_timeline_breaks_count (fit->layout, get_capacity (fit, scale), options->down)
             <= options->down)
    return TRUE;
  g_set_error (error, LT_CHART_ERROR, LT_CHART_ERROR_PAPER,
               _("So many rows cannot be shrunk to %u × %u pages: the words would be less than one "
                 "point high. Choose more pages, or fold rows."),
               options->across, options->down);
  return FALSE;
}

static LtTimelineFitting *
fit_at_most (Fit *fit, GError **error)
{
  const LtTimelineFitOptions *options = fit->options;
  double scale = find_scale (fit, MIN (get_scale_limit (fit), get_true_scale (options)), options->down);
  double day_width = options->day_width / get_true_scale (options);
  double across;

  if (!check_scale (fit, scale, error))
    return NULL;
  across = count_across (fit, day_width, scale);
  if (across > options->across)
    {
      across = options->across;
      day_width = get_fitting_day_width (fit, across * get_page_width (fit, scale));
    }
  return make_fitting (fit, scale, (guint) across, day_width,
                       lt_timeline_breaks_find (fit->layout, get_capacity (fit, scale)));
}

static LtTimelineFitting *
fit_exactly (Fit *fit, GError **error)
{
  const LtTimelineFitOptions *options = fit->options;
  double scale = find_scale (fit, MIN (get_scale_limit (fit), SCALE_MAX), options->down);
  guint n_rows = lt_timeline_get_n_rows (lt_timeline_layout_get_timeline (fit->layout));
  GArray *breaks;

  if (!check_scale (fit, scale, error))
    return NULL;
  if (n_rows < options->down && options->down > 1)
    {
      g_set_error (error, LT_CHART_ERROR, LT_CHART_ERROR_PAGES,
                   g_dngettext (GETTEXT_PACKAGE,
                                "The timeline has %u row, which cannot fill %u pages from top to bottom.",
                                "The timeline has %u rows, which cannot fill %u pages from top to bottom.",
                                n_rows),
                   n_rows, options->down);
      return NULL;
    }
  breaks = lt_timeline_breaks_find (fit->layout, get_capacity (fit, scale));
  if (breaks->len - 1 < options->down)
    {
      g_array_unref (breaks);
      breaks = lt_timeline_breaks_spread (fit->layout, get_capacity (fit, scale), options->down);
    }
  return make_fitting (fit, scale, options->across,
                       get_fitting_day_width (fit, options->across * get_page_width (fit, scale)),
                       breaks);
}

static LtTimelineFitting *
fit_sheet (Fit *fit)
{
  double height = lt_timeline_layout_get_body_height (fit->layout);
  GArray *breaks = g_array_new (FALSE, TRUE, sizeof (double));
  LtTimelineFitting *fitting;

  g_array_set_size (breaks, 1);
  g_array_append_val (breaks, height);
  fitting = make_fitting (fit, 1, 1, fit->options->day_width, breaks);
  fitting->page_width = lt_timeline_layout_get_body_width (fitting->layout);
  return fitting;
}

static LtTimelineFitting *
fit_layout (Fit *fit, GError **error)
{
  const LtTimelineFitOptions *options = fit->options;

  switch (options->fit)
    {
    case LT_PAGE_FIT_TRUE:
      return fit_true (fit, FALSE, error);
    case LT_PAGE_FIT_AT_MOST:
    case LT_PAGE_FIT_EXACTLY:
      if (!check_pages (options->across, options->down, error)
          || (get_scale_limit (fit) <= SCALE_MIN && !check_paper (fit, 1, error)))
        return NULL;
      return options->fit == LT_PAGE_FIT_AT_MOST ? fit_at_most (fit, error)
                                                     : fit_exactly (fit, error);
    case LT_PAGE_FIT_SHEET:
      return fit_sheet (fit);
    case LT_PAGE_FIT_WIDTH:
    default:
      return fit_true (fit, TRUE, error);
    }
}

static double
get_title_width (const LtTimelineFitOptions *options, double scale)
{
  if (options->layout.title_width > 0)
    return options->layout.title_width;
  if (options->fit == LT_PAGE_FIT_SHEET)
    return TITLE_ON_SHEET;
  return CLAMP (options->width / scale * TITLE_SHARE, TITLE_MIN, TITLE_MAX);
}

static LtTimelineFitting *
lay_out_and_fit (Fit *fit, LtTimeline *timeline, LtChartText *text,
                 const LtTimelineLayoutOptions *layout_options, GError **error)
{
  LtTimelineFitting *fitting;

  fit->layout = lt_timeline_layout_new (timeline, &fit->days, text, layout_options);
  fitting = fit_layout (fit, error);
  lt_timeline_layout_unref (fit->layout);
  return fitting;
}

/* What is shrunk has room for more words in a line. */
static LtTimelineFitting *
fit_twice (Fit *fit, LtTimeline *timeline, LtChartText *text,
           LtTimelineLayoutOptions *layout_options, GError **error)
{
  LtTimelineFitting *fitting;
  LtTimelineFitting *wider;

  layout_options->title_width = get_title_width (fit->options, get_true_scale (fit->options));
  fitting = lay_out_and_fit (fit, timeline, text, layout_options, error);
  if (fitting == NULL || fitting->scale >= get_true_scale (fit->options))
    return fitting;
  layout_options->title_width = get_title_width (fit->options, fitting->scale);
  wider = lay_out_and_fit (fit, timeline, text, layout_options, NULL);
  if (wider == NULL)
    return fitting;
  lt_timeline_fitting_free (fitting);
  return wider;
}

LtTimelineFitting *
lt_timeline_fit (LtTimeline *timeline, const LtTimelineScale *scale, LtChartText *text,
                 const LtTimelineFitOptions *options, GError **error)
{
  LtTimelineLayoutOptions layout_options = options->layout;
  Fit fit = { .options = options, .days = *scale };
  gboolean shrinks = options->fit == LT_PAGE_FIT_AT_MOST
                     || options->fit == LT_PAGE_FIT_EXACTLY;

  g_return_val_if_fail (!shrinks || (options->across > 0 && options->down > 0), NULL);

  layout_options.max_lines = options->max_lines;
  while (TRUE)
    {
      gboolean last = !shrinks || layout_options.tight;
      LtTimelineFitting *fitting
          = fit_twice (&fit, timeline, text, &layout_options, last ? error : NULL);

      if (last
          || (fitting != NULL
              && fitting->scale * LT_CHART_TEXT_SIZE >= LT_PAGE_TEXT_SIZE_MIN))
        return fitting;
      lt_timeline_fitting_free (fitting);
      /* Rather fewer words, and those close together, than words too small to read. */
      if (layout_options.max_lines == 0)
        layout_options.max_lines = 3;
      else if (layout_options.max_lines > 1)
        layout_options.max_lines--;
      else
        layout_options.tight = TRUE;
    }
}

void
lt_timeline_fitting_free (LtTimelineFitting *self)
{
  if (self == NULL)
    return;
  lt_timeline_layout_unref (self->layout);
  g_array_unref (self->breaks);
  g_free (self);
}

guint
lt_timeline_fitting_get_down (const LtTimelineFitting *self)
{
  return self->breaks->len - 1;
}
