/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>

#include "cli/lt-commands.h"
#include "cli/lt-print.h"
#include "exchange/lt-form-merge.h"
#include "store/lt-label.h"

/* A file that cannot be read is an obstacle like any other: all of them are told at once. */
typedef struct {
  GPtrArray *forms; /* (element-type LtReturnedForm) */
  GPtrArray *unread; /* (element-type LtFormProblem) */
} Returned;

static void
read_forms (LtArguments *arguments, Returned *returned)
{
  for (guint i = 1; i < lt_arguments_get_n_operands (arguments); i++)
    {
      const char *path = lt_arguments_get_operand (arguments, i);
      g_autoptr (GError) error = NULL;
      LtReturnedForm *form = lt_form_read_file (path, NULL, &error);
      g_autofree char *name = NULL;

      if (form != NULL)
        {
          g_ptr_array_add (returned->forms, form);
          continue;
        }
      name = g_path_get_basename (path);
      g_ptr_array_add (returned->unread,
                       lt_form_problem_new (LT_FORM_OBSTACLE, name, NULL, g_strdup (error->message)));
    }
}

static json_t *
describe_difference (const LtFormDifference *difference)
{
  LtItem *plan = lt_item_get_ancestor (difference->row, LT_TYPE_PLAN);

  return json_pack ("{s:I, s:s, s:s, s:o, s:o, s:s, s:s, s:b}",
                    "plan", (json_int_t) lt_item_get_index (plan) + 1,
                    "path", difference->path,
                    "field", difference->field->name,
                    "old", lt_json_string_or_null (*difference->old_value ? difference->old_value : NULL),
                    "new", lt_json_string_or_null (*difference->new_value ? difference->new_value : NULL),
                    "file", difference->file,
                    "where", difference->where,
                    "accepted", difference->accepted);
}

static guint
count_rows (LtFormMerge *merge)
{
  LtItem *row = NULL;
  guint n = 0;

  for (guint i = 0; i < merge->differences->len; i++)
    {
      const LtFormDifference *difference = g_ptr_array_index (merge->differences, i);

      n += difference->row != row;
      row = difference->row;
    }
  return n;
}

static json_t *
describe (LtFormMerge *merge)
{
  json_t *changes = json_array ();
  json_t *problems = json_array ();

  for (guint i = 0; i < merge->differences->len; i++)
    json_array_append_new (changes, describe_difference (g_ptr_array_index (merge->differences, i)));
  for (guint i = 0; i < merge->problems->len; i++)
    {
      const LtFormProblem *problem = g_ptr_array_index (merge->problems, i);
      g_autofree char *where = *problem->where ? g_strdup_printf ("%s: %s", problem->file, problem->where)
                                               : g_strdup (problem->file);

      json_array_append_new (problems,
                             json_pack ("{s:s, s:s, s:s, s:b}", "where", where, "what", problem->what,
                                        "file", problem->file,
                                        "obstacle", problem->weight == LT_FORM_OBSTACLE));
    }
  return json_pack ("{s:I, s:o, s:o}", "rows", (json_int_t) count_rows (merge), "changes", changes,
                    "problems", problems);
}

static void
print_difference (const LtFormDifference *difference)
{
  g_autofree char *old_value = lt_field_dup_shown (difference->field, difference->old_value);
  g_autofree char *new_value = lt_field_dup_shown (difference->field, difference->new_value);

  lt_print_line ("%s  %s: %s → %s%s%s%s", difference->path, _(difference->field->title),
                 *old_value ? old_value : "–", *new_value ? new_value : "–", difference->accepted ? "" : "  (",
                 difference->accepted ? "" : _("not taken"), difference->accepted ? "" : ")");
}

static void
print_merge (LtFormMerge *merge, gboolean dry_run)
{
  guint n = lt_form_merge_count_accepted (merge);

  for (guint i = 0; i < merge->differences->len; i++)
    print_difference (g_ptr_array_index (merge->differences, i));
  for (guint i = 0; i < merge->problems->len; i++)
    {
      const LtFormProblem *problem = g_ptr_array_index (merge->problems, i);

      lt_print_line ("%s%s%s: %s", problem->file, *problem->where ? ", " : "", problem->where, problem->what);
    }
  if (dry_run)
    lt_print_line (ngettext ("%u answer would be taken in.", "%u answers would be taken in.", n), n);
  else
    lt_print_line (ngettext ("%u answer was taken in.", "%u answers were taken in.", n), n);
}

static gboolean
refuse (LtFormMerge *merge, GError **error)
{
  const LtFormProblem *first = g_ptr_array_index (merge->problems, 0);
  guint others = merge->n_obstacles - 1;
  g_autofree char *more = others == 0 ? g_strdup ("")
                                      : g_strdup_printf (ngettext (" (and %u more obstacle; --dry-run lists all)",
                                                                   " (and %u more obstacles; --dry-run lists all)",
                                                                   others), others);

  g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
               /* Translators: a file, ", " and the place in it, the reason, and how many more there are. */
               _("Nothing was taken in. %s%s%s: %s%s"), first->file, *first->where ? ", " : "", first->where,
               first->what, more);
  return FALSE;
}

static gboolean
take_in (LtDocument *document, LtFormMerge *merge, GPtrArray *forms, GError **error)
{
  g_autoptr (GPtrArray) lists = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autofree char *number = g_strdup_printf ("%u", forms->len);
  const char *name = forms->len == 1 ? ((LtReturnedForm *) g_ptr_array_index (forms, 0))->name : NULL;
  /* Translators: the first takes the name of a file, the second how many there are. */
  g_autofree char *label = name != NULL ? lt_label_new (N_("Take in the form %s"), name, NULL)
                                        : lt_label_new (N_("Take in %s returned forms"), number, NULL);

  lt_form_merge_make_drafts (merge, &lists, &drafts);
  return drafts->len == 0 || lt_document_add_all (document, lists, drafts, label, error);
}

static gboolean
run_collect (LtArguments *arguments, GError **error)
{
  gboolean dry_run = lt_arguments_get_flag (arguments, "dry-run");
  gboolean partly = lt_arguments_get_flag (arguments, "partly");
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_returned_form_free);
  g_autoptr (GPtrArray) unread = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_form_problem_free);
  Returned returned = { forms, unread };
  g_autoptr (LtDocument) document = dry_run ? lt_commands_open_to_read (arguments, error)
                                            : lt_commands_open_to_write (arguments, error);
  g_autoptr (LtFormMerge) merge = NULL;

  if (document == NULL)
    return FALSE;
  read_forms (arguments, &returned);
  merge = lt_form_merge_new (lt_document_get_book (document), forms,
                             lt_arguments_get_day (arguments, "date", lt_day_today ()));
  for (guint i = 0; i < unread->len; i++)
    {
      const LtFormProblem *problem = g_ptr_array_index (unread, i);

      lt_form_merge_add_problem (merge, LT_FORM_OBSTACLE, problem->file, NULL, g_strdup (problem->what));
    }
  if (!dry_run && merge->n_obstacles > 0 && !partly)
    return refuse (merge, error);
  if (!dry_run && !take_in (document, merge, forms, error))
    return FALSE;
  if (lt_arguments_get_flag (arguments, "json"))
    lt_print_json (describe (merge));
  else
    print_merge (merge, dry_run);
  return TRUE;
}

static const LtOption options[] = {
  { "dry-run", LT_OPTION_FLAG, NULL, N_("Say what would change, and change nothing") },
  { "date", LT_OPTION_DAY, "DATE", N_("The report day of forms that name none, instead of today") },
  { "partly", LT_OPTION_FLAG, NULL, N_("Take what can be taken although something stands in the way of the rest") },
  LT_OPTION_JSON,
  { NULL },
};

const LtCommand lt_command_collect = {
  "collect", "FILE RETURNED.xlsx...", 2, -1, N_("Take in collection forms that agencies have filled in, as one edit"),
  N_("Each answer that differs from what is stored becomes part of a report of its row. Where an answer cannot be "
     "read, or two forms or a newer report contradict it, nothing at all is taken in."),
  options, run_collect,
};
