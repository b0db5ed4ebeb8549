/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "chart/lt-render.h"
#include "cli/lt-commands.h"
#include "cli/lt-draw.h"
#include "cli/lt-place.h"
#include "cli/lt-print.h"
#include "cli/lt-query.h"
#include "exchange/lt-output.h"
#include "exchange/lt-xlsx-writer.h"

/* Of an image: prints well. */
#define PIXELS_PER_POINT 2.0

static const struct {
  const char *name;
  gboolean (*draw) (LtArguments *arguments, LtPlan *plan, LtDrawForm form, LtDrawing *drawing,
                    GError **error);
} charts[] = {
  { "timeline", lt_draw_timeline },
  { "network", lt_draw_network },
  { "matrix", lt_draw_matrix },
};

static GBytes *
render_pdf (LtDrawing *drawing, GError **error)
{
  return lt_render_pdf (drawing->pages, error);
}

static GBytes *
render_svg (LtDrawing *drawing, GError **error)
{
  return lt_render_svg (drawing->pages, 0, error);
}

static GBytes *
render_png (LtDrawing *drawing, GError **error)
{
  return lt_render_png (drawing->pages, 0, PIXELS_PER_POINT, error);
}

static GBytes *
write_xlsx (LtDrawing *drawing, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();

  g_ptr_array_add (tables, drawing->table);
  return lt_xlsx_write (tables, error);
}

typedef struct {
  const char *suffix;
  LtDrawForm form;
  GBytes *(*render) (LtDrawing *drawing, GError **error);
} Format;

static const Format formats[] = {
  { ".pdf", LT_DRAW_PAGES, render_pdf },
  { ".svg", LT_DRAW_PAGE, render_svg },
  { ".png", LT_DRAW_PAGE, render_png },
  { ".xlsx", LT_DRAW_TABLE, write_xlsx },
};

void
lt_drawing_clear (LtDrawing *drawing)
{
  g_clear_object (&drawing->pages);
  g_clear_pointer (&drawing->table, lt_table_unref);
  g_clear_pointer (&drawing->warning, g_free);
  g_clear_pointer (&drawing->report, json_decref);
}

static const Format *
find_format (const char *path, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].suffix))
      return &formats[i];
  g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
               _("A chart is drawn as .pdf, .svg, .png or .xlsx, not as “%s”."), path);
  return NULL;
}

static gboolean
draw_chart (LtArguments *arguments, LtPlan *plan, const Format *format, LtDrawing *drawing,
            GError **error)
{
  const char *name = lt_arguments_get_text (arguments, "chart");

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    if (name == NULL || strcmp (charts[i].name, name) == 0)
      return charts[i].draw (arguments, plan, format->form, drawing, error);
  g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE, _("There is no chart “%s”; choose one of: %s."),
               name, "timeline, network, matrix");
  return FALSE;
}

/* The pages that were asked for, where not all were. */
static gboolean
choose_pages (LtArguments *arguments, const Format *format, LtDrawing *drawing, GError **error)
{
  const char *range = lt_arguments_get_text (arguments, "page-range");
  guint n_pages;

  if (drawing->pages == NULL)
    return TRUE;
  if (range != NULL)
    {
      LtPages *chosen = lt_page_range_new (drawing->pages, range, error);

      if (chosen == NULL)
        return FALSE;
      g_object_unref (drawing->pages);
      drawing->pages = chosen;
    }
  n_pages = lt_pages_get_n_pages (drawing->pages);
  if (format->form != LT_DRAW_PAGE || n_pages == 1)
    return TRUE;
  g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
               _("A %s file holds one page, and this drawing has %u. Choose .pdf, --pages 1x1, or one of "
                 "them with --page-range."),
               format->suffix, n_pages);
  return FALSE;
}

static void
print_report (LtArguments *arguments, LtDrawing *drawing)
{
  json_t *report;

  if (drawing->warning != NULL)
    lt_print_error (drawing->warning);
  if (!lt_arguments_get_flag (arguments, "json"))
    return;
  report = json_pack ("{s:o}", "warning", lt_json_string_or_null (drawing->warning));
  if (drawing->pages != NULL)
    json_object_set_new (report, "pages", json_integer (lt_pages_get_n_pages (drawing->pages)));
  if (drawing->report != NULL)
    json_object_update (report, drawing->report);
  lt_print_json (report);
}

static gboolean
run_draw (LtArguments *arguments, GError **error)
{
  const char *source = lt_arguments_get_operand (arguments, 0);
  const char *target = lt_arguments_get_operand (arguments, 1);
  const Format *format = find_format (target, error);
  g_auto (LtDrawing) drawing = { 0 };
  g_autoptr (LtDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  LtPlan *plan;

  if (format == NULL || !lt_commands_check_distinct (source, target, error))
    return FALSE;
  document = lt_commands_open_to_read (arguments, error);
  if (document == NULL)
    return FALSE;
  plan = lt_place_find_plan (lt_document_get_book (document),
                             lt_arguments_get_count (arguments, "plan", 1), error);
  if (plan == NULL || !draw_chart (arguments, plan, format, &drawing, error)
      || !choose_pages (arguments, format, &drawing, error))
    return FALSE;
  bytes = format->render (&drawing, error);
  if (bytes == NULL || !lt_output_replace (target, bytes, error))
    return FALSE;
  print_report (arguments, &drawing);
  return TRUE;
}

static const LtOption options[] = {
  { "chart", LT_OPTION_TEXT, "CHART", 
    N_("timeline: the plan along the calendar; network: who works with whom; matrix: the same as a table") },
  { "paper", LT_OPTION_TEXT, "PAPER", N_("a4 or a3") },
  { "landscape", LT_OPTION_FLAG, NULL, N_("The long side of the paper lies across (the usual way)") },
  { "portrait", LT_OPTION_FLAG, NULL, N_("The short side of the paper lies across") },
  { "pages", LT_OPTION_TEXT, "PAGES",
    N_("width: one page wide; true: true size; 1x1, 2x3 …: exactly so many pages across and down; "
       "atmost:2x3: not more than that; sheet: one sheet as large as the drawing") },
  { "page-range", LT_OPTION_TEXT, "RANGE", N_("Only these pages: 1-2, or 1,3-4") },
  { "from", LT_OPTION_DAY, "DATE", N_("The first day that is shown") },
  { "to", LT_OPTION_DAY, "DATE", N_("The last day that is shown") },
  { "scale", LT_OPTION_TEXT, "SCALE",
    N_("day, week, month, quarter or year: how wide days are at true size") },
  { "text-size", LT_OPTION_COUNT, "POINTS", N_("How large words are where pages need not shrink: 6 to 13") },
  { "columns", LT_OPTION_TEXT, "COLUMNS",
    N_("What stands beside the bars, in that order: title,deadline,lead,coordination,start,due,state,"
       "percent,timeliness,baseline,shift") },
  { "baseline", LT_OPTION_CHOSEN, "NAME",
    N_("Of the timeline: compare with the baseline of that name, with the newest where none is named") },
  { "fold", LT_OPTION_TEXT, "LEVEL", N_("Leave out what stands below: initiative or assignment") },
  { "lines", LT_OPTION_COUNT, "N", N_("Lines of words in a cell at the most; 0 for any number") },
  { "holidays", LT_OPTION_TEXT, "LIST",
    N_("Days off besides those that are known: \"2028-01-25..2028-01-31 Tết; 2028-04-05 Giỗ Tổ\", and "
       "\"!2028-01-22\" for a day on which people work") },
  { "arrangement", LT_OPTION_TEXT, "ARRANGEMENT",
    N_("Of the network: free, or columns with leads at the left and coordinators at the right") },
  { "sort", LT_OPTION_TEXT, "ORDER", N_("Of the matrix: load or name") },
  { "model", LT_OPTION_TEXT, "PATH", N_("Network and matrix: only rows of that model, such as 2") },
  { "no-groups", LT_OPTION_FLAG, NULL, N_("Leave out groups that no agency is named in") },
  { "no-unknown", LT_OPTION_FLAG, NULL, N_("Leave out names that the file does not know") },
  { "bw", LT_OPTION_FLAG, NULL, N_("For printers without colours") },
  LT_OPTIONS_QUERY,
  LT_OPTION_PLAN,
  LT_OPTION_AS_OF,
  LT_OPTION_JSON,
  { NULL },
};

const LtCommand lt_command_draw = {
  "draw", "FILE OUT", 2, 2, N_("Draw a chart of a plan"),
  N_("OUT ends in .pdf, .svg, .png or .xlsx. An .svg or .png holds one page: without a wish for paper "
     "or pages it is a sheet as large as the drawing. An .xlsx has a column for each month. OUT is "
     "replaced at once, or not at all."),
  options, run_draw,
};
