/* SPDX-License-Identifier: MIT */
#include "exchange/lt-exporter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "chart/lt-render.h"
#include "chart/lt-table-page.h"
#include "exchange/lt-csv.h"
#include "exchange/lt-graph-writer.h"
#include "exchange/lt-export-private.h"
#include "exchange/lt-ics.h"
#include "exchange/lt-json.h"
#include "exchange/lt-output.h"
#include "exchange/lt-xlsx-writer.h"
#include "plan/lt-status.h"
#include "report/lt-appendix.h"
#include "report/lt-coordination-tables.h"
#include "report/lt-collection-form.h"
#include "report/lt-flat-list.h"
#include "report/lt-progress-report.h"
#include "report/lt-summary.h"
#include "report/lt-urging-list.h"

typedef GPtrArray *(*BuildReport) (LtPlan *plan, const LtExportOptions *options, GError **error);
typedef GBytes *(*WriteTables) (GPtrArray *tables, GError **error);
typedef GBytes *(*WriteBook) (LtBook *book, const LtExportOptions *options, GError **error);

/* A period that is over is looked at from its end. */
static LtDay
get_as_of (const LtExportOptions *options)
{
  return options->as_of != LT_DAY_NONE ? options->as_of : options->to != LT_DAY_NONE ? options->to : lt_day_today ();
}

static int
get_soon_days (const LtExportOptions *options)
{
  return options->soon_days > 0 ? options->soon_days : LT_DUE_SOON_DAYS;
}

static LtProgressOptions
get_progress_options (const LtExportOptions *options)
{
  return (LtProgressOptions) {
    get_as_of (options), get_soon_days (options), options->from, options->to,
    options->filled, options->margins, options->body_size,
  };
}

static GPtrArray *
new_tables (LtTable *table)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_table_unref);

  g_ptr_array_add (tables, table);
  return tables;
}

static GPtrArray *
build_appendix (LtPlan *plan, const LtExportOptions *options, GError **error)
{
  LtAppendixOptions own = { options->filled, options->margins, options->body_size, options->justified };
  GPtrArray *tables = new_tables (lt_appendix_build (plan, &own));

  /* Merged cells cannot be filtered, so the same rows stand on a second sheet. */
  g_ptr_array_add (tables, lt_flat_list_build (plan, get_as_of (options), get_soon_days (options)));
  return tables;
}

static GPtrArray *
build_flat_list (LtPlan *plan, const LtExportOptions *options, GError **error)
{
  return new_tables (lt_flat_list_build (plan, get_as_of (options), get_soon_days (options)));
}

static GPtrArray *
build_progress (LtPlan *plan, const LtExportOptions *options, GError **error)
{
  LtProgressOptions own = get_progress_options (options);

  return new_tables (lt_progress_report_build (plan, &own));
}

static LtOverview *
look_over (LtPlan *plan, const LtExportOptions *options)
{
  LtOverviewOptions own = LT_OVERVIEW_OPTIONS_INIT;

  own.plan = plan;
  own.as_of = get_as_of (options);
  own.since = options->from != LT_DAY_NONE ? options->from - 1 : LT_DAY_NONE;
  own.soon_days = get_soon_days (options);
  own.names = options->names_today ? LT_NAMES_TODAY : LT_NAMES_ISSUED;
  return lt_overview_new (LT_BOOK (lt_item_get_parent (LT_ITEM (plan))), &own);
}

static GPtrArray *
build_urging_of_one (LtPlan *plan, LtOverview *overview, const LtExportOptions *options, GError **error)
{
  LtProgressOptions own = get_progress_options (options);
  LtBook *book = LT_BOOK (lt_item_get_parent (LT_ITEM (plan)));
  LtAgency *agency = lt_registry_find (lt_book_get_registry (book), options->agency);
  const LtOverviewAgency *found = lt_overview_find_agency (overview, agency, options->agency);

  if (found == NULL && agency == NULL)
    {
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CONTENT,
                   _("There is no agency “%s” in the file. Name it as the plan or the registry does."),
                   options->agency);
      return NULL;
    }
  return new_tables (lt_urging_list_build (plan, overview, found, agency ? lt_agency_get_name (agency) : NULL, &own));
}

static GPtrArray *
build_urging (LtPlan *plan, const LtExportOptions *options, GError **error)
{
  LtProgressOptions own = get_progress_options (options);
  g_autoptr (LtOverview) overview = look_over (plan, options);
  GPtrArray *tables;

  if (options->agency && *options->agency)
    return build_urging_of_one (plan, overview, options, error);
  /* A sheet for each agency, to be sent to it, behind one for the office itself. */
  tables = new_tables (lt_urging_list_build_flat (plan, overview, &own));
  for (guint i = 0; i < lt_overview_get_n_agencies (overview); i++)
    if (lt_overview_agency_is_urged (lt_overview_get_agency (overview, i)))
      g_ptr_array_add (tables, lt_urging_list_build (plan, overview, lt_overview_get_agency (overview, i), NULL, &own));
  return tables;
}

static LtCoordinationGraph *
make_graph (LtPlan *plan, const LtExportOptions *options)
{
  LtGraphOptions own = LT_GRAPH_OPTIONS_INIT;

  own.plan = plan;
  own.as_of = get_as_of (options);
  own.names = options->names_today ? LT_NAMES_TODAY : LT_NAMES_ISSUED;
  return lt_coordination_graph_new (lt_item_get_ancestor (LT_ITEM (plan), LT_TYPE_BOOK), &own);
}

static GPtrArray *
build_summary (LtPlan *plan, const LtExportOptions *options, GError **error)
{
  LtProgressOptions own = get_progress_options (options);
  g_autoptr (LtOverview) overview = look_over (plan, options);
  g_autoptr (LtCoordinationGraph) graph = make_graph (plan, options);
  GPtrArray *tables = new_tables (lt_summary_build_by_agency (plan, overview, &own));

  g_ptr_array_add (tables, lt_summary_build_by_model (plan, overview, &own));
  g_ptr_array_add (tables, lt_coordination_measures_build (graph, plan));
  g_ptr_array_add (tables, lt_coordination_matrix_build (graph, plan));
  return tables;
}

GPtrArray *
_lt_export_build_form (LtPlan *plan, const LtFormRecipient *recipient, const LtExportOptions *options)
{
  LtCollectionFormOptions own = { options->as_of, get_as_of (options), options->coordinated, options->return_by };

  return lt_collection_form_build (plan, recipient, &own);
}

static GPtrArray *
build_collection_form (LtPlan *plan, const LtExportOptions *options, GError **error)
{
  LtDay today = get_as_of (options);
  g_autoptr (GPtrArray) recipients = lt_form_list_recipients (plan, today);
  LtFormRecipient *recipient
      = options->agency != NULL ? lt_form_find_recipient (recipients, plan, options->agency, today) : NULL;

  if (options->agency == NULL)
    g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CHOICE,
                         _("A collection form is for one agency: name it, or choose a folder to get a form for each."));
  else if (recipient == NULL || recipient->led->len + (options->coordinated ? recipient->coordinated->len : 0) == 0)
    g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CHOICE,
                 options->coordinated ? _("“%s” neither leads nor coordinates any assignment of the plan.")
                                      : _("“%s” leads no assignment of the plan."),
                 options->agency);
  else
    return _lt_export_build_form (plan, recipient, options);
  return NULL;
}

static GBytes *
write_pdf (GPtrArray *tables, GError **error)
{
  g_autoptr (LtPages) pages = lt_export_lay_out (tables);

  return lt_render_pdf (pages, error);
}

/* What else a workbook has on further sheets, a single table does without. */
static GBytes *
write_csv (GPtrArray *tables, GError **error)
{
  return lt_csv_write (g_ptr_array_index (tables, 0), 0);
}

static GBytes *
write_json (LtBook *book, const LtExportOptions *options, GError **error)
{
  gsize length;
  char *json = lt_json_dup_book (book, &length);

  return g_bytes_new_take (json, length);
}

static GBytes *
write_ics (LtBook *book, const LtExportOptions *options, GError **error)
{
  LtIcsOptions own = { g_get_real_time () / G_USEC_PER_SEC, get_soon_days (options) };
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");

  if (epoch != NULL)
    g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &own.stamp, NULL);
  return lt_ics_write (book, &own);
}

static const struct {
  LtReportInfo info;
  BuildReport build;
} reports[] = {
  { { "appendix", N_("Appendix"), N_("The table as it is issued, in the layout of Decree 30/2020."),
      LT_REPORT_TAKES_FILLED | LT_REPORT_TAKES_AS_OF | LT_REPORT_TAKES_MARGINS | LT_REPORT_TAKES_JUSTIFIED },
    build_appendix },
  { { "flat", N_("List to filter"), N_("One row for each result, everything repeated, to sort and filter."),
      LT_REPORT_TAKES_AS_OF },
    build_flat_list },
  { { "progress", N_("Progress report"), N_("The appendix with what was reported in a period: state, results, difficulties."),
      LT_REPORT_TAKES_FILLED | LT_REPORT_TAKES_AS_OF | LT_REPORT_TAKES_PERIOD | LT_REPORT_TAKES_MARGINS },
    build_progress },
  { { "summary", N_("Summary"), N_("How many assignments stand where, by lead agency and by model, and who works with whom."),
      LT_REPORT_TAKES_FILLED | LT_REPORT_TAKES_AS_OF | LT_REPORT_TAKES_PERIOD | LT_REPORT_TAKES_MARGINS
        | LT_REPORT_TAKES_NAMES },
    build_summary },
  { { "urging", N_("Urging list"), N_("What is overdue or due soon, for each agency, to be attached to a dispatch."),
      LT_REPORT_TAKES_FILLED | LT_REPORT_TAKES_AS_OF | LT_REPORT_TAKES_AGENCY | LT_REPORT_TAKES_MARGINS
        | LT_REPORT_TAKES_NAMES },
    build_urging },
  { { "collection", N_("Collection form"),
      N_("The rows that one agency leads, to be filled in by it, sent back and taken in."),
      LT_REPORT_TAKES_AS_OF | LT_REPORT_NEEDS_AGENCY | LT_REPORT_TAKES_COORDINATED, "Biểu thu thập - " },
    build_collection_form },
};

LtPlan *
_lt_export_find_plan (LtBook *book, guint number, GError **error)
{
  guint n = lt_item_get_n_children (LT_ITEM (book));
  LtPlan *plan = lt_item_get_child (LT_ITEM (book), MAX (number, 1) - 1);

  if (plan == NULL && n == 0)
    g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CHOICE,
                         _("There is nothing to export: the file holds no plan yet."));
  else if (plan == NULL)
    g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CHOICE,
                 g_dngettext (GETTEXT_PACKAGE,
                              "There is no plan %u: the file holds %u plan.",
                              "There is no plan %u: the file holds %u plans.", n),
                 number, n);
  return plan;
}

static GBytes *
write_graph (LtBook *book, const LtExportOptions *options,
             GBytes *(*write) (LtCoordinationGraph *graph, const char *title), GError **error)
{
  LtPlan *plan = _lt_export_find_plan (book, options->plan, error);
  g_autoptr (LtCoordinationGraph) graph = plan != NULL ? make_graph (plan, options) : NULL;

  return graph != NULL ? write (graph, lt_plan_get_title (plan)) : NULL;
}

static GBytes *
write_dot (LtBook *book, const LtExportOptions *options, GError **error)
{
  return write_graph (book, options, lt_dot_write, error);
}

static GBytes *
write_graphml (LtBook *book, const LtExportOptions *options, GError **error)
{
  return write_graph (book, options, lt_graphml_write, error);
}

/* A kind of file takes the tables of a report, or the whole book. */
static const struct {
  const char *suffix;
  WriteTables write_tables;
  WriteBook write_book;
} formats[] = {
  { "xlsx", lt_xlsx_write, NULL },
  { "pdf", write_pdf, NULL },
  { "csv", write_csv, NULL },
  { "json", NULL, write_json },
  { "ics", NULL, write_ics },
  { "dot", NULL, write_dot },
  { "graphml", NULL, write_graphml },
};

static guint
find_report (const char *name, GError **error)
{
  g_autofree char *known = NULL;

  if (name == NULL)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    if (strcmp (reports[i].info.name, name) == 0)
      return i;
  known = g_strjoinv (", ", (char **) lt_export_list_reports ());
  g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CHOICE,
               _("There is no report “%s”; choose one of: %s."), name, known);
  return G_N_ELEMENTS (reports);
}

const char *const *
lt_export_list_reports (void)
{
  static const char *names[G_N_ELEMENTS (reports) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    names[i] = reports[i].info.name;
  return names;
}

const LtReportInfo *
lt_export_get_report (const char *name, GError **error)
{
  guint index = find_report (name, error);

  return index < G_N_ELEMENTS (reports) ? &reports[index].info : NULL;
}

const char *const *
lt_export_list_suffixes (void)
{
  static const char *suffixes[G_N_ELEMENTS (formats) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    suffixes[i] = formats[i].suffix;
  return suffixes;
}

GPtrArray *
lt_export_build (LtBook *book, const LtExportOptions *options, GError **error)
{
  guint index = find_report (options->report, error);
  LtPlan *plan = index < G_N_ELEMENTS (reports) ? _lt_export_find_plan (book, options->plan, error) : NULL;

  return plan != NULL ? reports[index].build (plan, options, error) : NULL;
}

LtPages *
lt_export_lay_out (GPtrArray *tables)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < tables->len; i++)
    if (lt_table_get_kind (g_ptr_array_index (tables, i)) != LT_TABLE_LIST)
      g_ptr_array_add (parts, lt_table_pages_new (g_ptr_array_index (tables, i)));
  if (parts->len == 0)
    g_ptr_array_add (parts, lt_table_pages_new (g_ptr_array_index (tables, 0)));
  return lt_page_sequence_new (parts);
}

static guint
find_format (const char *suffix, GError **error)
{
  g_autofree char *known = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (formats[i].suffix, suffix) == 0)
      return i;
  known = g_strjoinv (", ", (char **) lt_export_list_suffixes ());
  g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CHOICE,
               _("“%s” is not a kind of file that can be written; choose one of: %s."), suffix,
               known);
  return G_N_ELEMENTS (formats);
}

GBytes *
_lt_export_write_tables (GPtrArray *tables, const char *suffix, GError **error)
{
  guint format = find_format (suffix, error);

  if (format == G_N_ELEMENTS (formats))
    return NULL;
  g_return_val_if_fail (formats[format].write_tables != NULL, NULL);

  return formats[format].write_tables (tables, error);
}

GBytes *
lt_export (LtBook *book, const LtExportOptions *options, const char *suffix, GError **error)
{
  static const LtExportOptions defaults = LT_EXPORT_OPTIONS_INIT;
  guint format = find_format (suffix, error);
  g_autoptr (GPtrArray) tables = NULL;

  if (options == NULL)
    options = &defaults;
  if (format == G_N_ELEMENTS (formats))
    return NULL;
  if (formats[format].write_book != NULL)
    return formats[format].write_book (book, options, error);
  tables = lt_export_build (book, options, error);
  return tables != NULL ? formats[format].write_tables (tables, error) : NULL;
}

gboolean
lt_export_to_file (LtBook *book, const LtExportOptions *options, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *dot = strrchr (name, '.');
  g_autoptr (GBytes) bytes = lt_export (book, options, dot != NULL ? dot + 1 : "", error);

  return bytes != NULL && lt_output_replace (path, bytes, error);
}
