/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>

#include "cli/lt-commands.h"
#include "cli/lt-describe.h"
#include "cli/lt-print.h"
#include "plan/lt-status.h"

static void
print_json (LtBook *book, LtAsOf as_of)
{
  LtItem *registry = LT_ITEM (lt_book_get_registry (book));
  json_t *plans = json_array ();
  json_t *agencies = json_array ();

  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (book)); i++)
    json_array_append_new (plans, lt_describe_plan (lt_item_get_child (LT_ITEM (book), i), as_of));
  for (guint i = 0; i < lt_item_get_n_children (registry); i++)
    json_array_append_new (agencies, lt_describe_agency (lt_item_get_child (registry, i)));
  lt_print_json (json_pack ("{s:o, s:o}", "plans", plans, "agencies", agencies));
}

/* "      Lead: Sở Y tế", nothing for empty words. */
static void
print_cell (const char *title, const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
  g_autofree char *joined = g_strjoinv (" / ", lines);

  if (*words)
    lt_print_line ("       %s: %s", title, joined);
}

static void
print_deadline (LtAssignment *assignment, gboolean strict)
{
  const LtDeadline *deadline = lt_assignment_get_deadline (assignment);
  g_autofree char *meaning = lt_deadline_dup_meaning (deadline, strict);
  g_autofree char *both = NULL;

  if (deadline->kind == LT_DEADLINE_EMPTY)
    return;
  both = g_strdup_printf ("%s → %s", lt_assignment_get_deadline_words (assignment), meaning);
  print_cell (_("Deadline"), both);
}

static void
print_state (LtAssignment *assignment, LtAsOf as_of)
{
  LtStatus status;

  lt_assignment_get_status (assignment, as_of.day, as_of.soon_days, &status);
  if (status.percent == LT_INTEGER_NONE)
    lt_print_line ("       %s: %s · %s", _("State"), lt_state_get_title (status.state),
                   lt_timeliness_get_title (status.timeliness));
  else
    lt_print_line ("       %s: %s · %d %% · %s", _("State"), lt_state_get_title (status.state), status.percent,
                   lt_timeliness_get_title (status.timeliness));
}

static void
print_assignment (LtAssignment *assignment, LtPlan *plan, LtAsOf as_of)
{
  g_autofree char *path = lt_item_dup_path (LT_ITEM (assignment));
  g_autofree char *lines = lt_assignment_dup_outcome_lines (assignment);
  g_auto (GStrv) outcomes = g_strsplit (lines, "\n", -1);

  lt_print_line ("  %-4s %s", path, outcomes[0] ? outcomes[0] : "");
  for (guint i = 1; outcomes[0] && outcomes[i]; i++)
    lt_print_line ("       %s", outcomes[i]);
  print_deadline (assignment, lt_plan_get_strict_before (plan));
  print_cell (_("Lead agency"), lt_assignment_get_lead_words (assignment));
  print_cell (_("Coordinating agencies"), lt_assignment_get_coordination_words (assignment));
  print_state (assignment, as_of);
}

static void
print_initiative (LtItem *initiative, LtPlan *plan, LtAsOf as_of)
{
  g_autofree char *number = lt_initiative_dup_number (LT_INITIATIVE (initiative));

  lt_print_line ("\n%s. %s", number, lt_initiative_get_name (LT_INITIATIVE (initiative)));
  for (guint i = 0; i < lt_item_get_n_children (initiative); i++)
    print_assignment (lt_item_get_child (initiative, i), plan, as_of);
}

static void
print_plan (LtPlan *plan, LtAsOf as_of)
{
  const char *head[] = { lt_plan_get_label (plan), lt_plan_get_title (plan), lt_plan_get_attachment (plan) };

  if (*lt_plan_get_title (plan) == '\0')
    lt_print_line ("%s", _("A plan without a title"));
  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    if (*head[i])
      lt_print_line ("%s", head[i]);
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (plan)); i++)
    print_initiative (lt_item_get_child (LT_ITEM (plan), i), plan, as_of);
}

static gboolean
run_show (LtArguments *arguments, GError **error)
{
  g_autoptr (LtDocument) document = lt_commands_open_to_read (arguments, error);
  LtAsOf as_of = lt_commands_get_as_of (arguments);
  LtBook *book;

  if (document == NULL)
    return FALSE;
  book = lt_document_get_book (document);
  if (lt_arguments_get_flag (arguments, "json"))
    {
      print_json (book, as_of);
      return TRUE;
    }
  if (lt_item_get_n_children (LT_ITEM (book)) == 0)
    lt_print_line ("%s", _("The file holds no plan yet."));
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (book)); i++)
    {
      if (i > 0)
        lt_print_text ("\n");
      print_plan (lt_item_get_child (LT_ITEM (book), i), as_of);
    }
  return TRUE;
}

static const LtOption options[] = {
  LT_OPTION_JSON,
  LT_OPTION_AS_OF,
  LT_OPTION_SOON,
  { NULL },
};

const LtCommand lt_command_show = {
  "show", "FILE", 1, 1, N_("Print the plans with everything in them"), NULL, options, run_show,
};
