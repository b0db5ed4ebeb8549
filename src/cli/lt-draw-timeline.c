/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "chart/lt-timeline-page.h"
#include "chart/lt-timeline-table.h"
#include "cli/lt-draw.h"
#include "cli/lt-place.h"
#include "cli/lt-query.h"

static gboolean
read_scale (LtArguments *arguments, LtTimelinePageOptions *options, GError **error)
{
  const char *words = lt_arguments_get_text (arguments, "scale");
  LtZoom zoom;

  if (words == NULL)
    return TRUE;
  if (!lt_zoom_from_nick (words, &zoom))
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
               _("--scale is day, week, month, quarter or year, not “%s”."), words);
      return FALSE;
    }
  options->day_width = lt_zoom_get_day_width (zoom);
  return TRUE;
}

static gboolean
read_text_size (LtArguments *arguments, LtTimelinePageOptions *options, GError **error)
{
  int size = lt_arguments_get_count (arguments, "text-size", 0);

  options->text_size = size;
  if (lt_arguments_get_text (arguments, "text-size") == NULL
      || (size >= (int) LT_PAGE_TEXT_SIZE_MIN && size <= (int) LT_TIMELINE_TEXT_SIZE_MAX))
    return TRUE;
  g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE, _("--text-size is between %d and %d points, not %d."),
               (int) LT_PAGE_TEXT_SIZE_MIN, (int) LT_TIMELINE_TEXT_SIZE_MAX, size);
  return FALSE;
}

static gboolean
read_columns (LtArguments *arguments, GArray *columns, GError **error)
{
  const char *words = lt_arguments_get_text (arguments, "columns");
  g_auto (GStrv) nicks = g_strsplit (words != NULL ? words : "", ",", -1);

  for (guint i = 0; nicks[i] != NULL; i++)
    {
      LtTimelineColumn column;

      if (!lt_timeline_column_from_nick (g_strstrip (nicks[i]), &column))
        {
          g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
               _("There is no column “%s”; choose from title, deadline, lead, "
                                    "coordination, start, due, state, percent, timeliness, baseline, shift."),
                           nicks[i]);
          return FALSE;
        }
      g_array_append_val (columns, column);
    }
  return TRUE;
}

static gboolean
read_fold (LtArguments *arguments, LtTimelineOptions *options, GError **error)
{
  const char *words = lt_arguments_get_text (arguments, "fold");

  if (words == NULL)
    return TRUE;
  if (strcmp (words, "initiative") == 0)
    options->depth = LT_TIMELINE_INITIATIVE;
  else if (strcmp (words, "assignment") == 0)
    options->depth = LT_TIMELINE_ASSIGNMENT;
  else
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
               _("--fold is initiative or assignment, not “%s”."), words);
      return FALSE;
    }
  return TRUE;
}

/* --baseline is the one kept last; --baseline=NAME goes by the name. */
static gboolean
read_baseline (LtArguments *arguments, LtPlan *plan, LtTimelineOptions *options, GError **error)
{
  const char *name = lt_arguments_get_text (arguments, "baseline");

  if (name == NULL)
    return TRUE;
  options->baseline = lt_place_find_baseline (plan, name, error);
  return options->baseline != NULL;
}

/* What people add to the holidays that come with the program. */
static gboolean
read_holidays (LtArguments *arguments, LtCalendar **calendar, GError **error)
{
  const char *words = lt_arguments_get_text (arguments, "holidays");
  g_auto (GStrv) entries = g_strsplit (words != NULL ? words : "", ";", -1);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_autoptr (GError) problem = NULL;

      if (lt_calendar_check_entry (g_strstrip (entries[i]), &problem))
        continue;
      g_set_error_literal (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE, problem->message);
      return FALSE;
    }
  *calendar = lt_calendar_new ((const char *const *) entries);
  return TRUE;
}

static gboolean
read_options (LtArguments *arguments, LtDrawForm form, LtTimelinePageOptions *options,
              GError **error)
{
  lt_timeline_page_options_init (options);
  if (form == LT_DRAW_PAGE && !lt_draw_names_paper (arguments))
    options->fit = LT_PAGE_FIT_SHEET;
  options->first = lt_arguments_get_day (arguments, "from", LT_DAY_NONE);
  options->last = lt_arguments_get_day (arguments, "to", LT_DAY_NONE);
  options->mono = lt_arguments_get_flag (arguments, "bw");
  options->max_lines = (guint) lt_arguments_get_count (arguments, "lines", (int) options->max_lines);
  return lt_draw_read_paper (arguments, &options->setup, error)
         && lt_draw_read_pages (arguments, &options->fit, &options->across, &options->down, error)
         && read_scale (arguments, options, error) && read_text_size (arguments, options, error);
}

static gboolean
draw_table (LtTimeline *timeline, const LtTimelinePageOptions *options, LtDrawing *drawing,
            GError **error)
{
  LtDay first = options->first;
  LtDay last = options->last;

  if (!lt_timeline_resolve_range (timeline, &first, &last, error))
    return FALSE;
  drawing->table = lt_timeline_table_new (timeline, &options->setup, first, last);
  drawing->report = json_pack ("{s:i, s:i}",
                               "rows", (int) lt_timeline_get_n_rows (timeline),
                               "dated", (int) lt_timeline_get_n_dated (timeline));
  return TRUE;
}

static gboolean
draw_pages (LtTimeline *timeline, const LtTimelinePageOptions *options, LtDrawing *drawing,
            GError **error)
{
  LtTimelinePages *pages;

  drawing->pages = lt_timeline_pages_new (timeline, options, error);
  if (drawing->pages == NULL)
    return FALSE;
  pages = LT_TIMELINE_PAGES (drawing->pages);
  drawing->warning = lt_pages_dup_warning (drawing->pages);
  drawing->report = json_pack ("{s:i, s:i, s:f, s:i, s:i}",
                               "across", (int) lt_chart_pages_get_across (LT_CHART_PAGES (pages)),
                               "down", (int) lt_chart_pages_get_down (LT_CHART_PAGES (pages)),
                               "text_size", lt_pages_get_text_size (drawing->pages),
                               "rows", (int) lt_timeline_get_n_rows (timeline),
                               "dated", (int) lt_timeline_get_n_dated (timeline));
  return TRUE;
}

gboolean
lt_draw_timeline (LtArguments *arguments, LtPlan *plan, LtDrawForm form, LtDrawing *drawing,
                  GError **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (LtTimelineColumn));
  LtTimelineOptions options = LT_TIMELINE_OPTIONS_INIT;
  g_auto (LtQuery) query = { 0 };
  g_autoptr (LtTimeline) timeline = NULL;
  g_autoptr (LtCalendar) calendar = NULL;
  g_autofree char *subset = NULL;
  LtTimelinePageOptions page_options;

  if (!lt_query_read (&query, arguments, LT_BOOK (lt_item_get_parent (LT_ITEM (plan))), error)
      || !read_options (arguments, form, &page_options, error)
      || !read_columns (arguments, columns, error) || !read_fold (arguments, &options, error)
      || !read_baseline (arguments, plan, &options, error) || !read_holidays (arguments, &calendar, error))
    return FALSE;
  page_options.calendar = calendar;
  subset = lt_filter_dup_official (query.filter, lt_arguments_get_text (arguments, "search"));
  if (subset != NULL)
    {
      options.filter = lt_query_accepts;
      options.filter_data = &query;
      options.subset = subset;
    }
  page_options.columns = (const LtTimelineColumn *) (gpointer) columns->data;
  page_options.n_columns = columns->len;
  options.as_of = lt_arguments_get_day (arguments, "as-of", LT_DAY_NONE);
  timeline = lt_timeline_new (plan, &options);
  return form == LT_DRAW_TABLE ? draw_table (timeline, &page_options, drawing, error)
                               : draw_pages (timeline, &page_options, drawing, error);
}
