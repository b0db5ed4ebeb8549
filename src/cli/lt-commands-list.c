/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/lt-commands.h"
#include "cli/lt-describe.h"
#include "cli/lt-print.h"
#include "cli/lt-query.h"
#include "plan/lt-agency-use.h"
#include "plan/lt-status.h"

#define NAME_WIDTH 50
#define CELL_WIDTH 40

static json_t *
describe_row (LtAssignment *assignment, LtAsOf as_of)
{
  json_t *row = lt_describe_assignment (assignment, as_of);
  LtItem *initiative = lt_item_get_parent (LT_ITEM (assignment));
  LtItem *plan = lt_item_get_parent (initiative);
  g_autofree char *number = lt_initiative_dup_number (LT_INITIATIVE (initiative));

  json_object_set_new (row, "plan", json_integer (lt_item_get_index (plan) + 1));
  json_object_set_new (row, "initiative",
                       json_pack ("{s:s, s:s}", "number", number,
                                  "name", lt_initiative_get_name (LT_INITIATIVE (initiative))));
  return row;
}

static void
print_rows (GPtrArray *rows, gboolean several_plans, LtAsOf as_of)
{
  g_autoptr (LtColumns) columns = lt_columns_new (5);

  for (guint i = 0; i < rows->len; i++)
    {
      LtAssignment *row = g_ptr_array_index (rows, i);
      LtItem *initiative = lt_item_get_parent (LT_ITEM (row));
      LtItem *plan = lt_item_get_parent (initiative);
      LtTimeliness timeliness = lt_assignment_get_timeliness (row, as_of.day, as_of.soon_days);
      g_autofree char *path = lt_item_dup_path (LT_ITEM (row));
      g_autofree char *place = NULL;

      if (several_plans)
        place = g_strdup_printf (_("plan %u: %s"), lt_item_get_index (plan) + 1, path);
      lt_columns_add (columns, 0, place ? place : path, 0);
      lt_columns_add (columns, 1, lt_initiative_get_name (LT_INITIATIVE (initiative)), NAME_WIDTH);
      lt_columns_add (columns, 2, lt_assignment_get_lead_words (row), CELL_WIDTH);
      lt_columns_add (columns, 3, lt_assignment_get_deadline_words (row), CELL_WIDTH);
      lt_columns_add (columns, 4, lt_timeliness_get_title (timeliness), 0);
    }
  lt_columns_print (columns);
}

static gboolean
run_list (LtArguments *arguments, GError **error)
{
  g_autoptr (LtDocument) document = lt_commands_open_to_read (arguments, error);
  g_autoptr (GPtrArray) assignments = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_auto (LtQuery) query = { 0 };
  LtAsOf as_of = lt_commands_get_as_of (arguments);
  LtBook *book;

  if (document == NULL)
    return FALSE;
  book = lt_document_get_book (document);
  if (!lt_query_read (&query, arguments, book, error))
    return FALSE;

  assignments = lt_book_gather_assignments (book);
  for (guint i = 0; i < assignments->len; i++)
    if (lt_query_accepts (g_ptr_array_index (assignments, i), &query))
      g_ptr_array_add (rows, g_ptr_array_index (assignments, i));
  if (lt_arguments_get_flag (arguments, "json"))
    {
      json_t *list = json_array ();

      for (guint i = 0; i < rows->len; i++)
        json_array_append_new (list, describe_row (g_ptr_array_index (rows, i), as_of));
      lt_print_json (list);
    }
  else
    print_rows (rows, lt_item_get_n_children (LT_ITEM (book)) > 1, as_of);
  return TRUE;
}

static const LtOption options[] = {
  LT_OPTION_JSON,
  LT_OPTIONS_QUERY,
  LT_OPTION_AS_OF,
  LT_OPTION_SOON,
  { NULL },
};

const LtCommand lt_command_list = {
  "list", "FILE", 1, 1, N_("List assignments, all or those that are asked for"),
  N_("Several conditions must all hold, but --overdue and --due-within together list what is late and "
     "what soon will be."),
  options, run_list,
};
