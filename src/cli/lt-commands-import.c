/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "cli/lt-commands.h"
#include "cli/lt-print.h"
#include "cli/lt-import-table.h"
#include "exchange/lt-json.h"
#include "plan/lt-plan-check.h"
#include "store/lt-document-merge.h"
#include "store/lt-label.h"

/* Far above any plan; what is larger would only fill the memory. */
#define SOURCE_BYTES_MAX (G_GINT64_CONSTANT (1) << 30)

static gboolean
check_source (const char *path, GError **error)
{
  GStatBuf info;

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

static gboolean
is_json (const char *path)
{
  return g_str_has_suffix (path, ".json");
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

  lt_import_describe_fields (item, whole, changes);
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

static json_int_t
describe_plans (LtBook *draft, guint first_plan, json_t *changes)
{
  json_int_t rows = 0;

  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (draft)); i++)
    {
      g_autofree char *place = g_strdup_printf ("%u", first_plan + i);

      rows += describe_items (lt_item_get_child (LT_ITEM (draft), i), place, changes);
    }
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
  json_int_t rows = describe_plans (draft, first_plan, changes);

  for (guint i = 0; i < lt_item_get_n_children (registry); i++)
    {
      LtAgency *agency = lt_item_get_child (registry, i);

      if (lt_registry_find (lt_book_get_registry (book), lt_agency_get_name (agency)) == NULL)
        describe_items (LT_ITEM (agency), "agencies", changes);
    }
  return json_pack ("{s:I, s:o, s:o}", "rows", rows, "changes", changes,
                    "problems", describe_problems (draft, first_plan));
}

/* @fields: what every field will hold, which takes its time where there are many. */
static json_t *
describe_tables (LtBook *book, LtImportDraft *draft, gboolean fields)
{
  json_t *changes = json_array ();

  if (fields)
    describe_plans (draft->book, lt_item_get_n_children (LT_ITEM (book)) + 1, changes);
  return json_pack ("{s:I, s:o, s:o}", "rows", (json_int_t) lt_import_draft_count_rows (draft), "changes", changes,
                    "problems", lt_import_table_describe_doubts (draft));
}

/* Where there are several, which of them is what --table says. */
static void
print_tables (json_t *tables)
{
  json_t *table;
  size_t i;

  if (json_array_size (tables) < 2)
    return;
  json_array_foreach (tables, i, table)
    {
      int number = (int) json_integer_value (json_object_get (table, "number"));
      const char *name = json_string_value (json_object_get (table, "name"));
      unsigned long rows = (unsigned long) json_integer_value (json_object_get (table, "rows"));

      if (json_is_true (json_object_get (table, "taken")))
        lt_print_line (ngettext ("Table %d, “%s”, of %lu row: taken in.",
                                 "Table %d, “%s”, of %lu rows: taken in.", rows), number, name, rows);
      else
        lt_print_line (ngettext ("Table %d, “%s”, of %lu row: left aside.",
                                 "Table %d, “%s”, of %lu rows: left aside.", rows), number, name, rows);
    }
}

/* @changes: of a merge; NULL where plans are added. */
static void
print_import (json_t *import, GPtrArray *changes, gboolean dry_run)
{
  json_t *problem;
  size_t i;
  unsigned long rows = (unsigned long) json_integer_value (json_object_get (import, "rows"));

  if (changes != NULL)
    lt_import_table_print_changes (changes, dry_run);
  else if (dry_run)
    lt_print_line (ngettext ("%lu assignment would be taken in.", "%lu assignments would be taken in.", rows), rows);
  else
    lt_print_line (ngettext ("%lu assignment was taken in.", "%lu assignments were taken in.", rows), rows);
  if (dry_run)
    print_tables (json_object_get (import, "tables"));
  json_array_foreach (json_object_get (import, "problems"), i, problem)
    lt_print_line ("%s  %s", json_string_value (json_object_get (problem, "where")),
                    json_string_value (json_object_get (problem, "what")));
}

static gboolean
finish (LtArguments *arguments, json_t *import, GPtrArray *changes)
{
  if (lt_arguments_get_flag (arguments, "json"))
    lt_print_json (json_incref (import));
  else
    print_import (import, changes, lt_arguments_get_flag (arguments, "dry-run"));
  return TRUE;
}

static gboolean
import_json (LtArguments *arguments, LtDocument *document, const char *label, GError **error)
{
  g_autoptr (LtBook) draft = read_draft (lt_arguments_get_operand (arguments, 1), error);
  g_autoptr (json_t) import = NULL;

  if (draft == NULL)
    return FALSE;
  import = describe_import (lt_document_get_book (document), draft);
  if (!lt_arguments_get_flag (arguments, "dry-run") && !lt_document_take_book (document, draft, label, error))
    return FALSE;
  return finish (arguments, import, NULL);
}

static LtPlan *
find_plan (LtArguments *arguments, LtBook *book, GError **error)
{
  int number = lt_arguments_get_count (arguments, "into", 0);
  LtPlan *plan = number > 0 ? lt_item_get_child (LT_ITEM (book), (guint) number - 1) : NULL;

  if (plan == NULL)
    g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
                 ngettext ("There is no plan %d: the file has %u plan.",
                           "There is no plan %d: the file has %u plans.",
                           lt_item_get_n_children (LT_ITEM (book))),
                 number, lt_item_get_n_children (LT_ITEM (book)));
  return plan;
}

/* One plan goes into another; more of them would do so in silence. */
static void
add_plans_left_aside (LtImportDraft *draft, const char *source, json_t *import)
{
  for (guint i = 1; i < lt_item_get_n_children (LT_ITEM (draft->book)); i++)
    {
      LtPlan *plan = lt_item_get_child (LT_ITEM (draft->book), i);
      g_autofree char *what = g_strdup_printf (_("The source holds one more plan, “%s”, which was not merged. "
                                                 "Choose its table with --table."), lt_plan_get_title (plan));

      json_array_append_new (json_object_get (import, "problems"),
                             json_pack ("{s:s, s:s}", "where", source, "what", what));
    }
}

static gboolean
import_tables (LtArguments *arguments, LtDocument *document, const char *label, GError **error)
{
  gboolean dry_run = lt_arguments_get_flag (arguments, "dry-run");
  LtBook *book = lt_document_get_book (document);
  LtPlan *plan = NULL;
  const char *source = lt_arguments_get_operand (arguments, 1);
  const char *tables = lt_arguments_get_text (arguments, "table");
  const char *columns = lt_arguments_get_text (arguments, "columns");
  g_autoptr (LtTableImport) reading = NULL;
  g_autoptr (LtImportDraft) draft = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (json_t) import = NULL;
  json_t *described;
  gboolean taken;

  if (lt_arguments_get_count (arguments, "into", -1) >= 0)
    {
      plan = find_plan (arguments, book, error);
      if (plan == NULL)
        return FALSE;
    }
  reading = lt_import_table_open (source, lt_book_get_registry (book), error);
  if (reading == NULL || (tables != NULL && !lt_table_import_choose_tables (reading, tables, error))
      || (columns != NULL && !lt_table_import_set_columns (reading, columns, error)))
    return FALSE;
  draft = lt_import_table_make_draft (reading, source, lt_arguments_get_text (arguments, "new-plan"), error);
  if (draft == NULL)
    return FALSE;
  /* The file needs the memory of the tables. */
  described = lt_import_table_describe_tables (reading);
  g_clear_pointer (&reading, lt_table_import_free);
  if (plan != NULL)
    {
      changes = lt_plan_merge_compare (plan, lt_item_get_child (LT_ITEM (draft->book), 0));
      import = lt_import_table_describe_merge (draft, changes);
      add_plans_left_aside (draft, source, import);
      taken = dry_run || lt_document_apply_changes (document, changes, label, error);
    }
  else
    {
      import = describe_tables (book, draft, lt_arguments_get_flag (arguments, "json"));
      taken = dry_run || lt_document_take_plans (document, draft->book, label, error);
    }
  json_object_set_new (import, "tables", described);
  return taken && finish (arguments, import, changes);
}

static gboolean
check_usage (LtArguments *arguments, GError **error)
{
  const char *source = lt_arguments_get_operand (arguments, 1);
  gboolean tables = lt_import_table_is_source (source);
  gboolean chosen = lt_arguments_get_text (arguments, "columns") || lt_arguments_get_text (arguments, "new-plan")
                    || lt_arguments_get_text (arguments, "table")
                    || lt_arguments_get_count (arguments, "into", -1) >= 0;

  if (!is_json (source) && !tables)
    g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                 _("%s cannot be imported: only .xlsx, .docx, .csv, .html, .pdf and .json files are understood."),
                 source);
  else if (is_json (source) && chosen)
    g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                 _("%s is a whole file in JSON form: --into, --new-plan, --table and --columns are for tables."), source);
  else if (lt_arguments_get_text (arguments, "new-plan") && lt_arguments_get_count (arguments, "into", -1) >= 0)
    g_set_error_literal (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                         _("Either --into or --new-plan: a plan is merged into another or stands alone."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
run_import (LtArguments *arguments, GError **error)
{
  const char *source = lt_arguments_get_operand (arguments, 1);
  g_autoptr (LtDocument) document = NULL;
  g_autofree char *name = g_path_get_basename (source);
  g_autofree char *label = lt_label_new (N_("Import %s"), name, NULL);

  if (!check_usage (arguments, error))
    return FALSE;
  document = lt_arguments_get_flag (arguments, "dry-run") ? lt_commands_open_to_read (arguments, error)
                                                          : lt_commands_open_to_write (arguments, error);
  if (document == NULL)
    return FALSE;
  return is_json (source) ? import_json (arguments, document, label, error)
                          : import_tables (arguments, document, label, error);
}

static const LtOption options[] = {
  { "into", LT_OPTION_COUNT, "N", N_("Merge into the N-th plan of the file instead of adding one") },
  { "new-plan", LT_OPTION_TEXT, "TITLE", N_("Add a plan with that title, whatever the source says") },
  { "table", LT_OPTION_TEXT, "N,…", N_("Take the N-th tables of the source, as --dry-run counts them, and no others") },
  { "columns", LT_OPTION_TEXT, "KEY=COLUMN,…", N_("Say which columns are what: name=B,lead=4,deadline=Thời hạn") },
  { "dry-run", LT_OPTION_FLAG, NULL, N_("Say what would change, and change nothing") },
  LT_OPTION_JSON,
  { NULL },
};

const LtCommand lt_command_import = {
  "import", "FILE SOURCE", 2, 2, N_("Take in a plan from Word, Excel, a PDF or another file, as one edit"),
  N_("SOURCE is .xlsx, .docx, .csv, .html or .pdf with the table of a plan, or .json with whole plans. "
     "Plans are put behind those of FILE. What somebody should look at is listed."),
  options, run_import,
};
