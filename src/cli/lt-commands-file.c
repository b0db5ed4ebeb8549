/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>

#include "cli/lt-commands.h"
#include "cli/lt-print.h"
#include "exchange/lt-sample.h"
#include "plan/lt-plan-check.h"
#include "store/lt-backup.h"

static gboolean
run_new (LtArguments *arguments, GError **error)
{
  g_autoptr (LtBook) contents = NULL;
  g_autoptr (LtDocument) document = NULL;

  if (lt_arguments_get_flag (arguments, "sample"))
    {
      contents = lt_sample_new (error);
      if (contents == NULL)
        return FALSE;
    }
  document = lt_document_create (lt_arguments_get_operand (arguments, 0), contents, error);
  return document != NULL;
}

static json_t *
describe_oddity (const LtOddity *oddity)
{
  LtItem *plan = lt_item_get_ancestor (oddity->item, LT_TYPE_PLAN);
  g_autofree char *path = lt_item_dup_path (oddity->item);

  return json_pack ("{s:o, s:o, s:s, s:s}",
                    "plan", plan ? json_integer (lt_item_get_index (plan) + 1) : json_null (),
                    "path", plan ? json_string (path) : json_null (),
                    "kind", lt_oddity_kind_get_nick (oddity->kind),
                    "what", oddity->message);
}

static void
print_oddities (GPtrArray *oddities, gboolean several_plans)
{
  g_autoptr (LtColumns) columns = lt_columns_new (2);

  for (guint i = 0; i < oddities->len; i++)
    {
      const LtOddity *oddity = g_ptr_array_index (oddities, i);
      LtItem *plan = lt_item_get_ancestor (oddity->item, LT_TYPE_PLAN);
      g_autofree char *path = lt_item_dup_path (oddity->item);
      g_autofree char *place = NULL;

      if (plan == NULL)
        place = g_strdup (_("agencies"));
      else if (several_plans)
        place = g_strdup_printf (_("plan %u: %s"), lt_item_get_index (plan) + 1, path);
      lt_columns_add (columns, 0, place ? place : path, 0);
      lt_columns_add (columns, 1, oddity->message, 0);
    }
  lt_columns_print (columns);
}

static gboolean
run_check (LtArguments *arguments, GError **error)
{
  g_autoptr (LtDocument) document = lt_commands_open_to_read (arguments, error);
  g_autoptr (GPtrArray) oddities = NULL;
  LtBook *book;

  if (document == NULL)
    return FALSE;
  book = lt_document_get_book (document);
  oddities = lt_book_check (book);

  if (lt_arguments_get_flag (arguments, "json"))
    {
      json_t *list = json_array ();

      for (guint i = 0; i < oddities->len; i++)
        json_array_append_new (list, describe_oddity (g_ptr_array_index (oddities, i)));
      lt_print_json (json_pack ("{s:s, s:o}", "integrity", "ok", "oddities", list));
      return TRUE;
    }

  print_oddities (oddities, lt_item_get_n_children (LT_ITEM (book)) > 1);
  if (oddities->len == 0)
    lt_print_line ("%s", _("The file is sound, and nothing in it is odd."));
  else
    lt_print_line (ngettext ("The file is sound; %u thing in it is odd.",
                              "The file is sound; %u things in it are odd.", oddities->len),
                    oddities->len);
  return TRUE;
}

static gboolean
run_backup (LtArguments *arguments, GError **error)
{
  const char *source = lt_arguments_get_operand (arguments, 0);
  const char *target = lt_arguments_get_operand (arguments, 1);

  return lt_commands_check_distinct (source, target, error)
         && lt_backup_copy (source, target, NULL, error);
}

static gboolean
run_recover (LtArguments *arguments, GError **error)
{
  LtRecovery recovery = { 0 };

  if (!lt_recover (lt_arguments_get_operand (arguments, 0), lt_arguments_get_operand (arguments, 1),
                   &recovery, error))
    return FALSE;
  lt_print_line (ngettext ("%u row was saved.", "%u rows were saved.", recovery.rows), recovery.rows);
  if (recovery.lost)
    lt_print_line (ngettext ("%u place could not be read.", "%u places could not be read.", recovery.lost),
                    recovery.lost);
  if (recovery.orphans)
    lt_print_line (ngettext ("%u row had lost what it belonged to and stands in a plan of its own.",
                              "%u rows had lost what they belonged to and stand in a plan of their own.",
                              recovery.orphans),
                    recovery.orphans);
  return TRUE;
}

static const LtOption new_options[] = {
  { "sample", LT_OPTION_FLAG, NULL, N_("Put the Hải Phòng plan of 14 models into it") },
  { NULL },
};

const LtCommand lt_command_new = {
  "new", "FILE", 1, 1, N_("Make a new file"),
  N_("A file that is there already is left alone."), new_options, run_new,
};

static const LtOption check_options[] = {
  LT_OPTION_JSON,
  { NULL },
};

const LtCommand lt_command_check = {
  "check", "FILE", 1, 1, N_("Check that a file is sound and list what is odd in its plans"),
  N_("What is odd (no lead agency, a deadline that is not understood, an agency that nobody knows …) is "
     "listed with its path and does not count as a failure; a damaged file does."),
  check_options, run_check,
};

const LtCommand lt_command_backup = {
  "backup", "FILE OUT", 2, 2, N_("Copy a file, even while it is in use, and check the copy"),
  N_("OUT is replaced only when the copy has proved to be sound."), NULL, run_backup,
};

const LtCommand lt_command_recover = {
  "recover", "DAMAGED OUT", 2, 2, N_("Save what can be read of a damaged file into a new one"),
  N_("The damaged file is left as it is; OUT must not exist."), NULL, run_recover,
};
