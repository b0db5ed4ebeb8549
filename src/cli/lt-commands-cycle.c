/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>

#include "cli/lt-commands.h"
#include "cli/lt-place.h"
#include "cli/lt-print.h"
#include "plan/lt-status.h"
#include "store/lt-carrying.h"

/* Options of "report", and the fields that they fill. */
static const struct {
  const char *option;
  const char *field;
} report_fields[] = {
  { "state", "state" },
  { "percent", "percent" },
  { "results", "results" },
  { "difficulties", "difficulties" },
  { "proposals", "proposals" },
  { "evidence", "evidence_number" },
  { "evidence-date", "evidence_day" },
  { "evidence-link", "evidence_link" },
  { "reporter", "reporter" },
  { "source", "source" },
};

static gboolean
fill_report (LtItem *draft, LtArguments *arguments, GError **error)
{
  lt_item_set_integer (draft, lt_item_type_find_field (G_OBJECT_TYPE (draft), "day"),
                       lt_arguments_get_day (arguments, "date", LT_DAY_NONE));
  for (guint i = 0; i < G_N_ELEMENTS (report_fields); i++)
    {
      const LtField *field = lt_item_type_find_field (G_OBJECT_TYPE (draft), report_fields[i].field);
      const char *words = lt_arguments_get_text (arguments, report_fields[i].option);
      g_autofree char *value = words ? lt_place_dup_value (field, words) : NULL;

      if (value && !lt_item_set_string (draft, field, value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_report (LtArguments *arguments, GError **error)
{
  g_autoptr (LtDocument) document = NULL;
  g_autoptr (LtReport) draft = NULL;
  LtPlan *plan;
  LtItem *row;

  if (lt_arguments_get_day (arguments, "date", LT_DAY_NONE) == LT_DAY_NONE)
    {
      g_set_error_literal (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE, _("A report needs its day: give --date."));
      return FALSE;
    }
  document = lt_commands_open_to_write (arguments, error);
  plan = document ? lt_place_find_plan (lt_document_get_book (document), lt_arguments_get_count (arguments, "plan", 1),
                                        error)
                  : NULL;
  row = plan ? lt_place_find_item (plan, lt_arguments_get_operand (arguments, 1), error) : NULL;
  if (row == NULL)
    return FALSE;
  if (!LT_IS_ASSIGNMENT (row) && !LT_IS_OUTCOME (row))
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
                   _("“%s” is neither an assignment (2.1) nor a result (2.1.3); only these are reported on."),
                   lt_arguments_get_operand (arguments, 1));
      return FALSE;
    }
  draft = lt_report_new_draft (row);
  return fill_report (LT_ITEM (draft), arguments, error) && lt_document_report (document, row, draft, error) != NULL;
}

static gboolean
read_states (LtArguments *arguments, guint *states, GError **error)
{
  const char *words = lt_arguments_get_text (arguments, "states");
  g_auto (GStrv) pieces = g_strsplit (words ? words : "", ",", -1);

  *states = 0;
  for (guint i = 0; pieces[i]; i++)
    {
      LtState state;

      if (!lt_state_from_words (pieces[i], &state))
        {
          g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE, _("“%s” is not a state."), pieces[i]);
          return FALSE;
        }
      *states |= 1u << state;
    }
  return TRUE;
}

static gboolean
run_carry_over (LtArguments *arguments, GError **error)
{
  int from = lt_arguments_get_count (arguments, "from", 1);
  int into = lt_arguments_get_count (arguments, "into", -1);
  LtCarryOver options = { .title = lt_arguments_get_text (arguments, "new-plan"),
                          .year = lt_arguments_get_count (arguments, "year", 0) };
  g_autoptr (LtDocument) document = NULL;
  guint n_rows = 0;

  if ((into >= 0) == (options.title != NULL))
    {
      g_set_error_literal (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                           _("Say where the rows go: either --into N or --new-plan TITLE."));
      return FALSE;
    }
  if (options.year > LT_YEAR_MAX)
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE, _("There is no year %d."), options.year);
      return FALSE;
    }
  if (!read_states (arguments, &options.states, error))
    return FALSE;
  document = lt_commands_open_to_write (arguments, error);
  if (document == NULL)
    return FALSE;
  options.from = lt_place_find_plan (lt_document_get_book (document), from, error);
  if (options.from && into >= 0)
    options.into = lt_place_find_plan (lt_document_get_book (document), into, error);
  if (options.from == NULL || (into >= 0 && options.into == NULL)
      || lt_document_carry_over (document, &options, &n_rows, error) == NULL)
    return FALSE;
  lt_print_line (ngettext ("%u assignment was carried over.", "%u assignments were carried over.", n_rows), n_rows);
  return TRUE;
}

static const LtOption report_options[] = {
  { "date", LT_OPTION_DAY, "DATE", N_("The day that the report tells of") },
  { "state", LT_OPTION_TEXT, "STATE", N_("not-started, in-progress, done, maintained, paused or cancelled, or the words of the forms") },
  { "percent", LT_OPTION_TEXT, "N", N_("How much is done, 0 to 100") },
  { "results", LT_OPTION_TEXT, "TEXT", N_("What was done") },
  { "difficulties", LT_OPTION_TEXT, "TEXT", N_("What stands in the way") },
  { "proposals", LT_OPTION_TEXT, "TEXT", N_("What is proposed") },
  { "evidence", LT_OPTION_TEXT, "NUMBER", N_("Number of the document that proves it") },
  { "evidence-date", LT_OPTION_TEXT, "DATE", N_("… its day") },
  { "evidence-link", LT_OPTION_TEXT, "FILE", N_("… and where it lies") },
  { "reporter", LT_OPTION_TEXT, "NAME", N_("Who reported") },
  { "source", LT_OPTION_TEXT, "TEXT", N_("The file or letter it came in") },
  LT_OPTION_PLAN,
  { NULL },
};

static const LtOption carry_over_options[] = {
  { "from", LT_OPTION_COUNT, "N", N_("The plan whose work is not finished; the first without it") },
  { "into", LT_OPTION_COUNT, "M", N_("The plan that it goes on in") },
  { "new-plan", LT_OPTION_TEXT, "TITLE", N_("… or the title of a new one") },
  { "year", LT_OPTION_COUNT, "YEAR", N_("The year of the new plan; the next one without it") },
  { "states", LT_OPTION_TEXT, "LIST", N_("Which rows: not-started,in-progress,paused without it") },
  { NULL },
};

const LtCommand lt_command_report = {
  "report", "FILE PATH --date DATE", 2, 2, N_("Enter what was reported of an assignment or a result on a day"),
  N_("The newest report of an assignment sets its state and percent as well, where it says them."),
  report_options, run_report,
};

const LtCommand lt_command_carry_over = {
  "carry-over", "FILE", 1, 1, N_("Make rows of another plan out of the unfinished ones"),
  N_("The rows keep a link to those that they carry on; what was carried over already is left out."),
  carry_over_options, run_carry_over,
};
