/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>

#include "cli/lt-commands.h"
#include "cli/lt-place.h"
#include "cli/lt-print.h"

static json_t *
describe (LtBaseline *baseline)
{
  g_autofree char *day = lt_day_dup_iso (lt_baseline_get_day (baseline));

  return json_pack ("{s:s, s:o, s:i}",
                    "name", lt_baseline_get_name (baseline),
                    "day", lt_json_string_or_null (day),
                    "rows", (int) lt_item_get_n_children (LT_ITEM (baseline)));
}

static void
print_list (LtPlan *plan, gboolean as_json)
{
  LtItem *list = lt_baseline_peek_list (plan);
  guint n = list ? lt_item_get_n_children (list) : 0;
  json_t *described = json_array ();
  g_autoptr (LtColumns) columns = lt_columns_new (3);

  for (guint i = 0; i < n; i++)
    {
      LtBaseline *baseline = lt_item_get_child (list, i);
      guint n_rows = lt_item_get_n_children (LT_ITEM (baseline));
      g_autofree char *day = lt_day_dup_official (lt_baseline_get_day (baseline));
      g_autofree char *rows = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", n_rows), n_rows);

      json_array_append_new (described, describe (baseline));
      lt_columns_add (columns, 0, lt_baseline_get_name (baseline), 0);
      lt_columns_add (columns, 1, day ? day : "", 0);
      lt_columns_add (columns, 2, rows, 0);
    }
  if (as_json)
    lt_print_json (json_incref (described));
  else
    lt_columns_print (columns);
  json_decref (described);
}

static gboolean
check_wishes (LtArguments *arguments, GError **error)
{
  gboolean list = lt_arguments_get_flag (arguments, "list");
  gboolean remove = lt_arguments_get_text (arguments, "remove") != NULL;
  gboolean keep = lt_arguments_get_operand (arguments, 1) || lt_arguments_get_text (arguments, "date");

  if (list + remove + keep <= 1)
    return TRUE;
  g_set_error_literal (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                       _("One thing at a time: keep a baseline, --list them, or --remove one."));
  return FALSE;
}

static gboolean
remove_baseline (LtDocument *document, LtPlan *plan, const char *name, GError **error)
{
  LtBaseline *baseline = lt_place_find_baseline (plan, name, error);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  if (baseline == NULL)
    return FALSE;
  g_ptr_array_add (items, baseline);
  return lt_document_remove (document, items, error);
}

static gboolean
run_baseline (LtArguments *arguments, GError **error)
{
  const char *unwanted = lt_arguments_get_text (arguments, "remove");
  gboolean list = lt_arguments_get_flag (arguments, "list");
  g_autoptr (LtDocument) document = NULL;
  LtPlan *plan;

  if (!check_wishes (arguments, error))
    return FALSE;
  document = list ? lt_commands_open_to_read (arguments, error) : lt_commands_open_to_write (arguments, error);
  plan = document ? lt_place_find_plan (lt_document_get_book (document), lt_arguments_get_count (arguments, "plan", 1),
                                        error)
                  : NULL;
  if (plan == NULL)
    return FALSE;
  if (list)
    {
      print_list (plan, lt_arguments_get_flag (arguments, "json"));
      return TRUE;
    }
  if (unwanted)
    return remove_baseline (document, plan, unwanted, error);
  return lt_document_keep_baseline (document, plan, lt_arguments_get_operand (arguments, 1),
                                    lt_arguments_get_day (arguments, "date", lt_day_today ()), error)
         != NULL;
}

static const LtOption options[] = {
  { "date", LT_OPTION_DAY, "DATE", N_("The day that the baseline bears; today without it") },
  { "list", LT_OPTION_FLAG, NULL, N_("Print those that the plan has") },
  { "remove", LT_OPTION_TEXT, "NAME", N_("Remove the one of that name") },
  LT_OPTION_PLAN,
  LT_OPTION_JSON,
  { NULL },
};

const LtCommand lt_command_baseline = {
  "baseline", "FILE [NAME]", 1, 2, N_("Keep the days of a plan as they stand, to compare with later"),
  N_("NAME says which moment it is, such as \"Khi ban hành\". “draw --baseline” shows the days kept below those of "
     "now."),
  options, run_baseline,
};
