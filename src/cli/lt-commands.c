/* SPDX-License-Identifier: MIT */
#include "cli/lt-commands.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "plan/lt-status.h"

const LtCommand *const lt_commands[] = {
  &lt_command_new, &lt_command_show, &lt_command_list, &lt_command_set, &lt_command_add,
  &lt_command_remove, &lt_command_report, &lt_command_history, &lt_command_undo, &lt_command_redo, &lt_command_export,
  &lt_command_draw, &lt_command_import, &lt_command_collect, &lt_command_reorganise, &lt_command_carry_over,
  &lt_command_baseline, &lt_command_parse, &lt_command_check, &lt_command_backup,
  &lt_command_recover,
  NULL,
};

const LtCommand *
lt_commands_find (const char *name)
{
  for (guint i = 0; lt_commands[i]; i++)
    if (strcmp (lt_commands[i]->name, name) == 0)
      return lt_commands[i];
  return NULL;
}

static LtDocument *
open_document (LtArguments *arguments, LtOpenFlags flags, GError **error)
{
  const char *path = lt_arguments_get_operand (arguments, 0);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
                   _("There is no file %s. “lotrinh-cli new” makes one."), path);
      return NULL;
    }
  return lt_document_open (path, flags, error);
}

LtDocument *
lt_commands_open_to_read (LtArguments *arguments, GError **error)
{
  return open_document (arguments, LT_OPEN_READ_ONLY, error);
}

LtDocument *
lt_commands_open_to_write (LtArguments *arguments, GError **error)
{
  return open_document (arguments, LT_OPEN_MUST_WRITE, error);
}

gboolean
lt_commands_check_distinct (const char *source, const char *target, GError **error)
{
  GStatBuf first, second;

  if (g_stat (source, &first) == 0 && g_stat (target, &second) == 0
      && first.st_dev == second.st_dev && first.st_ino == second.st_ino)
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
                   _("%s and %s are the same file. Choose another name to write to."), source, target);
      return FALSE;
    }
  return TRUE;
}

LtAsOf
lt_commands_get_as_of (LtArguments *arguments)
{
  return (LtAsOf) {
    lt_arguments_get_day (arguments, "as-of", lt_day_today ()),
    MIN (lt_arguments_get_count (arguments, "soon", LT_DUE_SOON_DAYS), LT_DUE_SOON_DAYS_MAX),
  };
}
