/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "cli/lt-commands.h"
#include "cli/lt-print.h"
#include "exchange/lt-json.h"
#include "plan/lt-plan-check.h"
#include "store/lt-label.h"

/* Far above any plan; what is larger would only fill the memory. */
#define SOURCE_BYTES_MAX (G_GINT64_CONSTANT (1) << 30)

static gboolean
check_source (const char *path, GError **error)
{
  GStatBuf info;

  if (!g_str_has_suffix (path, ".json"))
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                   _("%s cannot be imported: only .json files are understood."), path);
      return FALSE;
    }
  if (g_stat (path, &info) == 0 && (!S_ISREG (info.st_mode) || info.st_size > SOURCE_BYTES_MAX))
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
                   _("%s cannot be imported: it is not an ordinary file, or too large."), path);
      return FALSE;
    }
  return TRUE;
}

static LtBook *
read_draft (const char *path, GError **error)
{
  g_autofree char *data = NULL;
  LtBook *draft;
  gsize length;

  if (!check_source (path, error) || !g_file_get_contents (path, &data, &length, error))
    return NULL;
  draft = lt_json_parse_book (data, (gssize) length, error);
  if (draft == NULL)
    g_prefix_error (error, "%s: ", path);
  return draft;
}

/* What the import would write: every field that has a value. */
static void
describe_fields (LtItem *item, const char *path, json_t *changes)
{
  const LtItemInfo *info = LT_ITEM_GET_CLASS (item)->info;

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *value = NULL;

      if (lt_item_field_is_default (item, &info->fields[i]))
        continue;
      value = lt_item_dup_field_string (item, &info->fields[i]);
      json_array_append_new (changes, json_pack ("{s:s, s:s, s:s, s:n, s:s}", "table", info->table, "path", path,
                                                 "field", info->fields[i].name, "old", "new", value));
    }
}

/* @place: "2" for the second plan, "agencies" for the registry. Returns how many
 * assignments there are. */
static guint
describe_items (LtItem *item, const char *place, json_t *changes)
{
  const LtItemInfo *info = LT_ITEM_GET_CLASS (item)->info;
  g_autofree char *path = lt_item_dup_path (item);
  g_autofree char *whole = g_strconcat (place, *path ? ":" : "", path, NULL);
  guint rows = LT_IS_ASSIGNMENT (item) ? 1 : 0;

  describe_fields (item, whole, changes);
  for (guint i = 0; i < info->n_sides; i++)
    {
      LtItem *side = lt_item_peek_side (item, i);

      if (side)
        describe_items (side, place, changes);
    }
  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    rows += describe_items (lt_item_get_child (item, i), place, changes);
  return rows;
}

static json_t *
describe_problems (LtBook *draft, guint first_plan)
{
  g_autoptr (GPtrArray) oddities = lt_book_check (draft);
  json_t *problems = json_array ();

  for (guint i = 0; i < oddities->len; i++)
    {
      const LtOddity *oddity = g_ptr_array_index (oddities, i);
      LtItem *plan = lt_item_get_ancestor (oddity->item, LT_TYPE_PLAN);
      g_autofree char *path = lt_item_dup_path (oddity->item);
      g_autofree char *place = NULL;

      if (plan)
        place = g_strdup_printf ("%u%s%s", first_plan + lt_item_get_index (plan), *path ? ":" : "", path);
      json_array_append_new (problems, json_pack ("{s:s, s:s}", "where", place ? place : "agencies",
                                                  "what", oddity->message));
    }
  return problems;
}

/* Plans are taken in whole behind those of the file, agencies where the file knows
 * none by their name. */
static json_t *
describe_import (LtBook *book, LtBook *draft)
{
  LtItem *registry = LT_ITEM (lt_book_get_registry (draft));
  guint first_plan = lt_item_get_n_children (LT_ITEM (book)) + 1;
  json_t *changes = json_array ();
  json_int_t rows = 0;

  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (draft)); i++)
    {
      g_autofree char *place = g_strdup_printf ("%u", first_plan + i);

      rows += describe_items (lt_item_get_child (LT_ITEM (draft), i), place, changes);
    }
  for (guint i = 0; i < lt_item_get_n_children (registry); i++)
    {
      LtAgency *agency = lt_item_get_child (registry, i);

      if (lt_registry_find (lt_book_get_registry (book), lt_agency_get_name (agency)) == NULL)
        describe_items (LT_ITEM (agency), "agencies", changes);
    }
  return json_pack ("{s:I, s:o, s:o}", "rows", rows, "changes", changes,
                    "problems", describe_problems (draft, first_plan));
}

static void
print_import (json_t *import, gboolean dry_run)
{
  json_t *problem;
  size_t i;
  unsigned long rows = (unsigned long) json_integer_value (json_object_get (import, "rows"));

  if (dry_run)
    lt_print_line (ngettext ("%lu assignment would be taken in.", "%lu assignments would be taken in.", rows), rows);
  else
    lt_print_line (ngettext ("%lu assignment was taken in.", "%lu assignments were taken in.", rows), rows);
  json_array_foreach (json_object_get (import, "problems"), i, problem)
    lt_print_line ("%s  %s", json_string_value (json_object_get (problem, "where")),
                    json_string_value (json_object_get (problem, "what")));
}

static gboolean
run_import (LtArguments *arguments, GError **error)
{
  const char *source = lt_arguments_get_operand (arguments, 1);
  gboolean dry_run = lt_arguments_get_flag (arguments, "dry-run");
  g_autoptr (LtDocument) document = dry_run ? lt_commands_open_to_read (arguments, error)
                                            : lt_commands_open_to_write (arguments, error);
  g_autoptr (LtBook) draft = document ? read_draft (source, error) : NULL;
  g_autoptr (json_t) import = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (draft == NULL)
    return FALSE;
  import = describe_import (lt_document_get_book (document), draft);
  name = g_path_get_basename (source);
  label = lt_label_new (N_("Import %s"), name, NULL);
  if (!dry_run && !lt_document_take_book (document, draft, label, error))
    return FALSE;

  if (lt_arguments_get_flag (arguments, "json"))
    lt_print_json (json_incref (import));
  else
    print_import (import, dry_run);
  return TRUE;
}

static const LtOption options[] = {
  { "dry-run", LT_OPTION_FLAG, NULL, N_("Say what would change, and change nothing") },
  LT_OPTION_JSON,
  { NULL },
};

const LtCommand lt_command_import = {
  "import", "FILE SOURCE.json", 2, 2, N_("Take the plans of another file in, as one edit"),
  N_("The plans are put behind those of FILE; agencies that FILE does not know by name come along."),
  options, run_import,
};
