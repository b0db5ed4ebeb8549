/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>

#include "cli/lt-commands.h"
#include "cli/lt-print.h"

static json_t *
describe_change (const LtChange *change)
{
  return json_pack ("{s:s, s:I, s:s, s:s, s:o, s:o}",
                    "table", change->table,
                    "row", (json_int_t) change->row,
                    "op", lt_change_op_get_nick (change->op),
                    "field", change->field,
                    "old", lt_json_string_or_null (change->old_value),
                    "new", lt_json_string_or_null (change->new_value));
}

static json_t *
describe_entry (LtDocument *document, LtHistoryEntry *entry, GError **error)
{
  gint64 undoes = lt_history_entry_get_undoes (entry);
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *label = lt_history_entry_dup_label (entry);
  json_t *list;

  changes = lt_document_read_changes (document, lt_history_entry_get_id (entry), error);
  if (changes == NULL)
    return NULL;
  list = json_array ();
  for (guint i = 0; i < changes->len; i++)
    json_array_append_new (list, describe_change (g_ptr_array_index (changes, i)));
  return json_pack ("{s:I, s:s, s:s, s:s, s:o, s:o}",
                    "id", (json_int_t) lt_history_entry_get_id (entry),
                    "at", lt_history_entry_get_at (entry),
                    "author", lt_history_entry_get_author (entry),
                    "label", label,
                    "undoes", undoes ? json_integer (undoes) : json_null (),
                    "changes", list);
}

static gboolean
print_json (LtDocument *document, GListModel *history, GError **error)
{
  json_t *list = json_array ();

  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (LtHistoryEntry) entry = g_list_model_get_item (history, i);
      json_t *described = describe_entry (document, entry, error);

      if (described == NULL)
        {
          json_decref (list);
          return FALSE;
        }
      json_array_append_new (list, described);
    }
  lt_print_json (list);
  return TRUE;
}

static void
print_table (GListModel *history)
{
  g_autoptr (LtColumns) columns = lt_columns_new (4);

  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (LtHistoryEntry) entry = g_list_model_get_item (history, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, lt_history_entry_get_id (entry));
      g_autofree char *label = lt_history_entry_dup_label (entry);

      lt_columns_add (columns, 0, id, 0);
      lt_columns_add (columns, 1, lt_history_entry_get_at (entry), 0);
      lt_columns_add (columns, 2, lt_history_entry_get_author (entry), 0);
      lt_columns_add (columns, 3, label, 0);
    }
  lt_columns_print (columns);
}

static gboolean
run_history (LtArguments *arguments, GError **error)
{
  g_autoptr (LtDocument) document = lt_commands_open_to_read (arguments, error);
  GListModel *history;

  if (document == NULL)
    return FALSE;
  history = lt_document_list_history (document);
  if (lt_arguments_get_flag (arguments, "json"))
    return print_json (document, history, error);
  print_table (history);
  return TRUE;
}

typedef struct {
  guint (*get_depth) (LtDocument *document);
  char *(*dup_label) (LtDocument *document);
  gboolean (*step) (LtDocument *document, GError **error);
  void (*tell) (const char *label);
} Direction;

static void
tell_undone (const char *label)
{
  lt_print_line (_("Undone: %s"), label);
}

static void
tell_redone (const char *label)
{
  lt_print_line (_("Redone: %s"), label);
}

/* @n_wanted is checked first: all of them are taken back, or none. */
static gboolean
run_steps (LtArguments *arguments, const Direction *direction, GError **error)
{
  g_autoptr (LtDocument) document = lt_commands_open_to_write (arguments, error);
  const char *words = lt_arguments_get_operand (arguments, 1);
  int n_wanted = 1;
  guint depth;

  if (document == NULL)
    return FALSE;
  if (words && (!lt_arguments_read_count (words, &n_wanted) || n_wanted == 0))
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                   _("The number of steps is a whole number from 1, not “%s”."), words);
      return FALSE;
    }
  depth = direction->get_depth (document);
  if (depth > 0 && depth < (guint) n_wanted)
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
                   ngettext ("There is only %u step to go, so nothing was changed.",
                             "There are only %u steps to go, so nothing was changed.", depth), depth);
      return FALSE;
    }
  for (int i = 0; i < n_wanted; i++)
    {
      g_autofree char *label = direction->dup_label (document);

      if (!direction->step (document, error))
        return FALSE;
      direction->tell (label);
    }
  return TRUE;
}

static gboolean
run_undo (LtArguments *arguments, GError **error)
{
  static const Direction direction = {
    lt_document_get_undo_depth, lt_document_dup_undo_label, lt_document_undo, tell_undone,
  };

  return run_steps (arguments, &direction, error);
}

static gboolean
run_redo (LtArguments *arguments, GError **error)
{
  static const Direction direction = {
    lt_document_get_redo_depth, lt_document_dup_redo_label, lt_document_redo, tell_redone,
  };

  return run_steps (arguments, &direction, error);
}

static const LtOption options[] = {
  LT_OPTION_JSON,
  { NULL },
};

const LtCommand lt_command_history = {
  "history", "FILE", 1, 1, N_("Print the journal: who changed what, and when"),
  N_("With --json every entry lists the values that it changed."), options, run_history,
};

const LtCommand lt_command_undo = {
  "undo", "FILE [N]", 1, 2, N_("Take back the last edit, or the last N edits"), NULL, NULL, run_undo,
};

const LtCommand lt_command_redo = {
  "redo", "FILE [N]", 1, 2, N_("Do again what was undone"), NULL, NULL, run_redo,
};
