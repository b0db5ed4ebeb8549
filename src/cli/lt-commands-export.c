/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/lt-commands.h"
#include "cli/lt-place.h"
#include "exchange/lt-json.h"

static gboolean
export_json (LtBook *book, const char *target, GError **error)
{
  gsize length;
  g_autofree char *data = lt_json_dup_book (book, &length);

  return g_file_set_contents_full (target, data, (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error);
}

static gboolean
run_export (LtArguments *arguments, GError **error)
{
  const char *source = lt_arguments_get_operand (arguments, 0);
  const char *target = lt_arguments_get_operand (arguments, 1);
  g_autoptr (LtDocument) document = lt_commands_open_to_read (arguments, error);

  if (document == NULL || !lt_commands_check_distinct (source, target, error))
    return FALSE;
  return export_json (lt_document_get_book (document), target, error);
}

static const LtOption options[] = {
  { NULL },
};

const LtCommand lt_command_export = {
  "export", "FILE OUT", 2, 2, N_("Write an appendix or the whole file in another form"),
  NULL, options, run_export,
};
