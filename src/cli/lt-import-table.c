/* SPDX-License-Identifier: MIT */
#include "cli/lt-import-table.h"

#include <glib/gi18n-lib.h>

#include "cli/lt-print.h"
#include "exchange/lt-import-item.h"
#include "exchange/lt-reader.h"

gboolean
lt_import_table_is_source (const char *path)
{
  static const char *const endings[] = { ".xlsx", ".xlsm", ".docx", ".csv", ".tsv", ".txt", ".html", ".htm", ".pdf" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

LtTableImport *
lt_import_table_open (const char *path, LtRegistry *registry, GError **error)
{
  LtReading *reading = lt_reader_read_file (path, NULL, error);
  LtTableImport *import;

  if (reading == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  import = lt_table_import_new (reading, registry);
  lt_reading_free (reading);
  return import;
}

LtImportDraft *
lt_import_table_make_draft (LtTableImport *import, const char *path, const char *title, GError **error)
{
  g_autoptr (LtImportDraft) draft = lt_table_import_make_draft (import);

  if (lt_import_draft_count_rows (draft) == 0)
    {
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CONTENT,
                   _("%s: no task was found in its tables. Say with --columns which column is what."), path);
      return NULL;
    }
  if (title != NULL)
    _lt_import_set_text (lt_item_get_child (LT_ITEM (draft->book), 0), "title", title);
  return g_steal_pointer (&draft);
}

json_t *
lt_import_table_describe_tables (LtTableImport *import)
{
  json_t *tables = json_array ();

  for (guint i = 0; i < lt_table_import_get_n_tables (import); i++)
    {
      const LtImportSheet *sheet = lt_table_import_get_sheet (import, i);

      json_array_append_new (tables, json_pack ("{s:i, s:s, s:i, s:b}", "number", (int) i + 1,
                                                "name", lt_table_get_name (sheet->table),
                                                "rows", (int) sheet->n_rows, "taken", sheet->used));
    }
  return tables;
}

static void
add_problem (json_t *problems, const char *where, const char *what)
{
  json_array_append_new (problems, json_pack ("{s:s, s:s}", "where", where, "what", what));
}

json_t *
lt_import_table_describe_doubts (LtImportDraft *draft)
{
  json_t *problems = json_array ();

  for (guint i = 0; i < draft->doubts->len; i++)
    {
      const LtImportDoubt *doubt = g_ptr_array_index (draft->doubts, i);

      add_problem (problems, doubt->where, doubt->what);
    }
  return problems;
}

static json_t *
string_or_null (const char *text)
{
  return text != NULL ? json_string (text) : json_null ();
}

static char *
dup_place (const LtMergeChange *change)
{
  LtItem *plan = lt_item_get_ancestor (change->item, LT_TYPE_PLAN);
  g_autofree char *path = lt_item_dup_path (change->item);

  return g_strdup_printf ("%u%s%s", lt_item_get_index (plan) + 1, *path ? ":" : "", path);
}

static void
describe_branch (LtItem *item, const char *place, json_t *changes)
{
  lt_import_describe_fields (item, place, changes);
  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    describe_branch (lt_item_get_child (item, i), place, changes);
}

void
lt_import_describe_fields (LtItem *item, const char *place, json_t *changes)
{
  const LtItemInfo *info = LT_ITEM_GET_CLASS (item)->info;

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *value = NULL;

      if (lt_item_field_is_default (item, &info->fields[i]))
        continue;
      value = lt_item_dup_field_string (item, &info->fields[i]);
      json_array_append_new (changes, json_pack ("{s:s, s:s, s:s, s:n, s:s}", "table", info->table, "path", place,
                                                 "field", info->fields[i].name, "old", "new", value));
    }
}

json_t *
lt_import_table_describe_merge (LtImportDraft *draft, GPtrArray *changes)
{
  json_t *list = json_array ();
  json_t *problems = lt_import_table_describe_doubts (draft);

  for (guint i = 0; i < changes->len; i++)
    {
      const LtMergeChange *change = g_ptr_array_index (changes, i);
      g_autofree char *place = dup_place (change);
      g_autofree char *what = NULL;

      switch (change->kind)
        {
        case LT_MERGE_SET:
          json_array_append_new (list, json_pack ("{s:s, s:s, s:s, s:o, s:o}", "table",
                                                  LT_ITEM_GET_CLASS (change->item)->info->table, "path", place,
                                                  "field", change->field->name,
                                                  "old", string_or_null (change->old),
                                                  "new", string_or_null (change->value)));
          break;
        case LT_MERGE_ADD:
          describe_branch (change->draft, place, list);
          break;
        case LT_MERGE_REMOVE:
        default:
          what = g_strdup_printf (_("The source does not have this row; it was left as it is: %s"), change->old);
          add_problem (problems, place, what);
          break;
        }
    }
  return json_pack ("{s:I, s:o, s:o}", "rows", (json_int_t) lt_import_draft_count_rows (draft), "changes", list,
                    "problems", problems);
}

void
lt_import_table_print_changes (GPtrArray *changes, gboolean dry_run)
{
  unsigned long n = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const LtMergeChange *change = g_ptr_array_index (changes, i);
      g_autofree char *title = lt_merge_change_dup_title (change);
      g_autofree char *words = lt_merge_change_dup_words (change);

      if (change->kind == LT_MERGE_REMOVE)
        continue;
      n++;
      lt_print_line ("%s: %s", title, words);
    }
  if (dry_run)
    lt_print_line (ngettext ("%lu difference would be taken in.", "%lu differences would be taken in.", n), n);
  else
    lt_print_line (ngettext ("%lu difference was taken in.", "%lu differences were taken in.", n), n);
}
