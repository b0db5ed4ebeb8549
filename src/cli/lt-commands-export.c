/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>

#include "cli/lt-commands.h"
#include "cli/lt-query.h"
#include "cli/lt-place.h"
#include "cli/lt-print.h"
#include "exchange/lt-exporter.h"
#include "exchange/lt-ics.h"
#include "report/lt-form-recipients.h"

/* What is not in the calendar must not pass for having no deadline. */
static void
tell_left_out (LtBook *book, const char *target)
{
  guint n = lt_ics_count_left_out (book);
  g_autofree char *lower = g_ascii_strdown (target, -1);

  if (g_str_has_suffix (lower, ".ics") && n > 0)
    lt_print_line (ngettext ("%u assignment has no last day (ongoing, relative, not said) and is not in the calendar.",
                             "%u assignments have no last day (ongoing, relative, not said) and are not in the calendar.",
                             n), n);
}

/* "ra/", or a folder that is there where the report can be written for each agency. */
static gboolean
is_folder (const char *target, const LtExportOptions *options)
{
  const LtReportInfo *info = lt_export_get_report (options->report, NULL);

  return g_str_has_suffix (target, G_DIR_SEPARATOR_S)
         || (info != NULL && (info->takes & LT_REPORT_NEEDS_AGENCY) && options->agency == NULL
             && g_file_test (target, G_FILE_TEST_IS_DIR));
}

static gboolean
export_to_folder (LtBook *book, const LtExportOptions *export_options, const char *folder, GError **error)
{
  const LtReportInfo *info = lt_export_get_report (export_options->report, error);
  g_autoptr (GPtrArray) written = NULL;
  guint n;

  if (info == NULL)
    return FALSE;
  if (!(info->takes & (LT_REPORT_TAKES_AGENCY | LT_REPORT_NEEDS_AGENCY)) || export_options->agency != NULL)
    {
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CHOICE,
                   _("“%s” is a folder, and there is one file to write. Name the file."), folder);
      return FALSE;
    }
  if (!lt_export_to_folder (book, export_options, "xlsx", folder, NULL, NULL, &written, error))
    return FALSE;
  for (guint i = 0; i < written->len; i++)
    lt_print_line ("%s", (const char *) g_ptr_array_index (written, i));
  n = lt_form_count_without_lead (lt_item_get_child (LT_ITEM (book), MAX (export_options->plan, 1) - 1));
  if (n > 0)
    lt_print_line (ngettext ("%u assignment names no lead agency and is in none of the files.",
                             "%u assignments name no lead agency and are in none of the files.", n), n);
  return TRUE;
}

static gboolean
check_period (const LtExportOptions *options, GError **error)
{
  if (options->from == LT_DAY_NONE || options->to == LT_DAY_NONE || options->from <= options->to)
    return TRUE;
  g_set_error_literal (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE, _("The period ends (--to) before it begins (--from)."));
  return FALSE;
}

/* Words as issued are not changed by what agencies are called today. */
static gboolean
check_names (const LtExportOptions *options, const char *target, GError **error)
{
  const LtReportInfo *info = lt_export_get_report (options->report, NULL);
  g_autofree char *lower = g_ascii_strdown (target, -1);
  gboolean counts = g_str_has_suffix (lower, ".dot") || g_str_has_suffix (lower, ".graphml")
                    || (info != NULL && (info->takes & LT_REPORT_TAKES_NAMES) && !g_str_has_suffix (lower, ".json")
                        && !g_str_has_suffix (lower, ".ics"));

  if (!options->names_today || counts || info == NULL)
    return TRUE;
  g_set_error_literal (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                       _("--names today is for what counts agencies: the reports summary and urging, .dot and .graphml. "
                         "Everything else shows agencies in the words of the plan."));
  return FALSE;
}

static gboolean
run_export (LtArguments *arguments, GError **error)
{
  const char *source = lt_arguments_get_operand (arguments, 0);
  const char *target = lt_arguments_get_operand (arguments, 1);
  LtExportOptions export_options = LT_EXPORT_OPTIONS_INIT;
  g_autoptr (LtDocument) document = NULL;
  g_autoptr (GError) problem = NULL;
  int plan = lt_arguments_get_count (arguments, "plan", 1);
  LtNames names;
  LtBook *book;

  if (!lt_commands_check_distinct (source, target, error))
    return FALSE;
  document = lt_commands_open_to_read (arguments, error);
  if (document == NULL)
    return FALSE;
  book = lt_document_get_book (document);
  /* To the exporter plan 0 is the first one; to a person it is a slip. */
  if (plan == 0)
    return lt_place_find_plan (book, plan, error) != NULL;

  export_options.report = lt_arguments_get_text (arguments, "report");
  export_options.plan = (guint) plan;
  export_options.filled = lt_arguments_get_flag (arguments, "filled");
  export_options.as_of = lt_arguments_get_day (arguments, "as-of", LT_DAY_NONE);
  if (!lt_query_read_names (arguments, &names, error))
    return FALSE;
  export_options.names_today = names == LT_NAMES_TODAY;
  export_options.from = lt_arguments_get_day (arguments, "from", LT_DAY_NONE);
  export_options.to = lt_arguments_get_day (arguments, "to", LT_DAY_NONE);
  export_options.agency = lt_arguments_get_text (arguments, "agency");
  export_options.justified = lt_arguments_get_flag (arguments, "justification");
  export_options.soon_days = lt_commands_get_as_of (arguments).soon_days;
  if (!check_period (&export_options, error) || !check_names (&export_options, target, error))
    return FALSE;
  export_options.coordinated = lt_arguments_get_flag (arguments, "coordinated");
  export_options.return_by = lt_arguments_get_day (arguments, "return-by", LT_DAY_NONE);
  if (is_folder (target, &export_options) ? export_to_folder (book, &export_options, target, &problem)
                         : lt_export_to_file (book, &export_options, target, &problem))
    {
      tell_left_out (book, target);
      return TRUE;
    }

  /* With the plan there, it is the report or the kind of file that was named wrongly. */
  if (g_error_matches (problem, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CHOICE)
      && lt_place_find_plan (book, plan, NULL))
    g_set_error_literal (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE, problem->message);
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static const LtOption options[] = {
  { "report", LT_OPTION_TEXT, "REPORT", N_("appendix: the official table; flat: a list to filter; progress: what was reported; summary: counts by "
     "agency and model, who works with whom; urging: what is overdue or due soon, by agency; collection: a form for an agency to fill in") },
  { "from", LT_OPTION_DAY, "DATE", N_("The first day of the period reported on") },
  { "to", LT_OPTION_DAY, "DATE", N_("… and the last; the as-of day without it") },
  { "agency", LT_OPTION_TEXT, "NAME", N_("The collection form of that agency, or its urging list alone") },
  { "justification", LT_OPTION_FLAG, NULL, N_("The appendix as a draft, with a column that says why, for those who sign") },
  { "coordinated", LT_OPTION_FLAG, NULL, N_("Put the rows that the agency coordinates into its form, too") },
  { "return-by", LT_OPTION_DAY, "DATE", N_("The day by which a collection form asks to be sent back") },
  { "filled", LT_OPTION_FLAG, NULL, N_("Fill in the number and the day of the plan instead of leaving them blank") },
  { "names", LT_OPTION_TEXT, "issued|today",
    N_("Where agencies are counted: under the names of the plan, or as those that do their work today") },
  LT_OPTION_PLAN,
  LT_OPTION_AS_OF,
  LT_OPTION_SOON,
  { NULL },
};

const LtCommand lt_command_export = {
  "export", "FILE OUT", 2, 2, N_("Write the appendix, a list, or the whole file in another form"),
  N_("OUT ends in .xlsx, .pdf or .csv for one plan, in .json for the whole file, in .ics for its deadlines as "
     "a calendar, or in .dot or .graphml for who works with whom. It is replaced at once, or not at all. "
     "A folder gets a file for each lead agency."),
  options, run_export,
};
