/* SPDX-License-Identifier: MIT */
#include "exchange/lt-table-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/lt-import-choice.h"
#include "exchange/lt-import-context.h"
#include "text/lt-text.h"

/* How far down the heading that somebody names is looked for. */
#define HEADING_ROWS_MAX 60

struct _LtTableImport {
  GPtrArray *sheets; /* (element-type LtImportSheet) */
  GPtrArray *doubts; /* (element-type LtDoubt), of the reader */
  LtRegistry *registry;
};

static const char *const role_titles[LT_IMPORT_N_ROWS] = {
  [LT_IMPORT_ROW_TEXT] = N_("Words around the table"),
  [LT_IMPORT_ROW_HEADING] = N_("Headings of columns"),
  [LT_IMPORT_ROW_REMNANT] = N_("Remnant of a page"),
  [LT_IMPORT_ROW_GROUP] = N_("Heading of a group"),
  [LT_IMPORT_ROW_ASSIGNMENT] = N_("Task"),
  [LT_IMPORT_ROW_OUTCOME] = N_("Part of the task above"),
  [LT_IMPORT_ROW_CONTINUED] = N_("Rest of the row above"),
  [LT_IMPORT_ROW_LEFT_OUT] = N_("Left out"),
};

LtTableImport *
lt_table_import_new (LtReading *reading, LtRegistry *registry)
{
  LtTableImport *self = g_new0 (LtTableImport, 1);

  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_import_sheet_free);
  self->doubts = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_doubt_free);
  self->registry = registry != NULL ? g_object_ref (registry) : NULL;
  for (guint i = 0; i < reading->tables->len; i++)
    {
      LtImportSheet *sheet = lt_import_sheet_new (g_ptr_array_index (reading->tables, i));

      lt_import_sheet_find_heading (sheet);
      g_ptr_array_add (self->sheets, sheet);
    }
  for (guint i = 0; i < reading->doubts->len; i++)
    {
      const LtDoubt *doubt = g_ptr_array_index (reading->doubts, i);

      g_ptr_array_add (self->doubts, lt_doubt_new (doubt->where, g_strdup (doubt->what)));
    }
  lt_import_choose (self->sheets);
  return self;
}

void
lt_table_import_free (LtTableImport *self)
{
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->doubts);
  g_clear_object (&self->registry);
  g_free (self);
}

static LtImportSheet *
get_sheet (LtTableImport *self, guint table)
{
  return g_ptr_array_index (self->sheets, table);
}

guint
lt_table_import_get_n_tables (LtTableImport *self)
{
  return self->sheets->len;
}

LtTable *
lt_table_import_get_table (LtTableImport *self, guint table)
{
  g_return_val_if_fail (table < self->sheets->len, NULL);
  return get_sheet (self, table)->table;
}

const LtImportSheet *
lt_table_import_get_sheet (LtTableImport *self, guint table)
{
  g_return_val_if_fail (table < self->sheets->len, NULL);
  return get_sheet (self, table);
}

gboolean
lt_table_import_get_used (LtTableImport *self, guint table)
{
  g_return_val_if_fail (table < self->sheets->len, FALSE);
  return get_sheet (self, table)->used;
}

void
lt_table_import_set_used (LtTableImport *self, guint table, gboolean used)
{
  LtImportSheet *sheet;

  g_return_if_fail (table < self->sheets->len);
  sheet = get_sheet (self, table);
  if (used && !sheet->used && !sheet->joined)
    {
      lt_import_sheet_name_columns (sheet);
      lt_import_sheet_name_rows (sheet);
    }
  sheet->used = used;
}

static gboolean
read_table_number (LtTableImport *self, const char *words, guint *table, GError **error)
{
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (words, 10, 1, MAX (self->sheets->len, 1), &number, NULL))
    {
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CHOICE,
                   ngettext ("There is no table “%s”: the source has %u table. Tables are counted from 1.",
                             "There is no table “%s”: the source has %u tables. Tables are counted from 1.",
                             self->sheets->len), words, self->sheets->len);
      return FALSE;
    }
  *table = (guint) number - 1;
  return TRUE;
}

gboolean
lt_table_import_choose_tables (LtTableImport *self, const char *words, GError **error)
{
  g_auto (GStrv) numbers = g_strsplit (words, ",", -1);
  g_autofree gboolean *chosen = g_new0 (gboolean, self->sheets->len + 1);
  gboolean first = TRUE;

  for (guint i = 0; i == 0 || numbers[i] != NULL; i++)
    {
      guint table;

      if (!read_table_number (self, numbers[i] != NULL ? g_strstrip (numbers[i]) : "", &table, error))
        return FALSE;
      chosen[table] = TRUE;
    }
  for (guint i = 0; i < self->sheets->len; i++)
    {
      LtImportSheet *sheet = get_sheet (self, i);
      gboolean before = sheet->used;

      lt_table_import_set_used (self, i, chosen[i]);
      if (!chosen[i])
        continue;
      if (!before)
        sheet->joined = !first && !lt_import_context_is_new (sheet);
      first = FALSE;
    }
  return TRUE;
}

LtImportColumn
lt_table_import_get_column (LtTableImport *self, guint table, guint column)
{
  g_return_val_if_fail (table < self->sheets->len, LT_IMPORT_COLUMN_NOTE);
  g_return_val_if_fail (column < get_sheet (self, table)->n_columns, LT_IMPORT_COLUMN_NOTE);
  return get_sheet (self, table)->columns[column];
}

static gboolean
may_stand_twice (LtImportColumn kind)
{
  return kind == LT_IMPORT_COLUMN_NOTE || kind == LT_IMPORT_COLUMN_NUMBER
         || kind == LT_IMPORT_COLUMN_OUTCOME || kind == LT_IMPORT_COLUMN_PERIOD;
}

static void
set_column (LtImportSheet *sheet, guint column, LtImportColumn kind)
{
  for (guint other = 0; other < sheet->n_columns && !may_stand_twice (kind); other++)
    if (sheet->columns[other] == kind && other != column)
      sheet->columns[other] = LT_IMPORT_COLUMN_NOTE;
  sheet->columns[column] = kind;
  sheet->columns_by_hand[column] = TRUE;
}

void
lt_table_import_set_column (LtTableImport *self, guint table, guint column, LtImportColumn kind)
{
  g_return_if_fail (table < self->sheets->len);
  g_return_if_fail (column < get_sheet (self, table)->n_columns);
  set_column (get_sheet (self, table), column, kind);
  for (guint i = table + 1; i < self->sheets->len && get_sheet (self, i)->used
                            && get_sheet (self, i)->n_columns > column; i++)
    {
      set_column (get_sheet (self, i), column, kind);
      lt_import_sheet_name_rows (get_sheet (self, i));
    }
  lt_import_sheet_name_rows (get_sheet (self, table));
}

LtImportRowRole
lt_table_import_get_row_role (LtTableImport *self, guint table, guint row)
{
  g_return_val_if_fail (table < self->sheets->len, LT_IMPORT_ROW_TEXT);
  g_return_val_if_fail (row < get_sheet (self, table)->n_rows, LT_IMPORT_ROW_TEXT);
  return get_sheet (self, table)->rows[row].role;
}

void
lt_table_import_set_row_role (LtTableImport *self, guint table, guint row, LtImportRowRole role)
{
  LtImportSheet *sheet;

  g_return_if_fail (table < self->sheets->len);
  sheet = get_sheet (self, table);
  g_return_if_fail (row < sheet->n_rows);
  if (role == LT_IMPORT_ROW_HEADING)
    {
      lt_import_sheet_set_heading (sheet, row);
      lt_import_sheet_name_columns (sheet);
    }
  else
    {
      sheet->rows[row].role = role;
      sheet->rows[row].by_hand = TRUE;
    }
  lt_import_sheet_name_rows (sheet);
}

const char *
lt_import_row_role_get_title (LtImportRowRole role)
{
  g_return_val_if_fail (role < LT_IMPORT_N_ROWS, NULL);
  return role_titles[role];
}

static guint
find_column (const LtImportSheet *sheet, const char *words)
{
  g_autofree char *wanted = lt_text_dup_folded (words);

  for (guint column = 0; column < sheet->n_columns; column++)
    if (g_ascii_strcasecmp (lt_table_get_column (sheet->table, column)->title, words) == 0)
      return column;
  for (guint column = 0; column < sheet->n_columns; column++)
    {
      g_autofree char *head = lt_text_dup_folded (sheet->heads[column]);

      if (*head != '\0' && strcmp (head, wanted) == 0)
        return column;
    }
  /* By number where columns go by letters. */
  if (*words != '\0' && strspn (words, "0123456789") == strlen (words))
    {
      guint64 number = g_ascii_strtoull (words, NULL, 10);

      if (number >= 1 && number <= sheet->n_columns)
        return (guint) number - 1;
    }
  return sheet->n_columns;
}

/* Words of a heading that was not taken for one: then its row is. */
static gboolean
make_heading (LtImportSheet *sheet, const char *words)
{
  g_autofree char *wanted = lt_text_dup_folded (words);

  if (sheet->header < sheet->n_rows || *wanted == '\0')
    return FALSE;
  for (guint row = 0; row < MIN (sheet->n_rows, HEADING_ROWS_MAX); row++)
    for (guint column = 0; column < sheet->n_columns; column++)
      {
        g_autofree char *folded = lt_text_dup_folded (lt_import_sheet_get_own (sheet, row, column));

        if (strcmp (folded, wanted) != 0)
          continue;
        lt_import_sheet_set_heading (sheet, row);
        lt_import_sheet_name_columns (sheet);
        return TRUE;
      }
  return FALSE;
}

static gboolean
choose_column (LtTableImport *self, const char *nick, const char *words, GError **error)
{
  LtImportColumn kind;
  gboolean found = FALSE;

  if (!lt_import_column_from_nick (nick, &kind))
    {
      g_autoptr (GString) nicks = g_string_new (NULL);

      for (guint i = 0; i < LT_IMPORT_N_COLUMNS; i++)
        g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "", lt_import_column_get_nick (i));
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CHOICE,
                   _("No column can be “%s”. Choose among: %s."), nick, nicks->str);
      return FALSE;
    }
  for (guint i = 0; i < self->sheets->len; i++)
    {
      LtImportSheet *sheet = get_sheet (self, i);
      guint column = sheet->used ? find_column (sheet, words) : sheet->n_columns;

      if (sheet->used && column == sheet->n_columns && make_heading (sheet, words))
        column = find_column (sheet, words);
      if (column == sheet->n_columns)
        continue;
      set_column (sheet, column, kind);
      lt_import_sheet_name_rows (sheet);
      found = TRUE;
    }
  if (!found)
    g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CHOICE,
                 _("The table has no column “%s”. Name it by its letter or number, or by the words of "
                   "its heading."), words);
  return found;
}

gboolean
lt_table_import_set_columns (LtTableImport *self, const char *words, GError **error)
{
  g_auto (GStrv) pairs = g_strsplit (words, ",", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *sign = strchr (pairs[i], '=');
      g_autofree char *nick = NULL;
      g_autofree char *column = NULL;

      if (sign == NULL)
        {
          g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CHOICE,
                       _("“%s” does not say which column is what: write KEY=COLUMN, as in name=B."),
                       pairs[i]);
          return FALSE;
        }
      nick = g_strstrip (g_strndup (pairs[i], (gsize) (sign - pairs[i])));
      column = g_strstrip (g_strdup (sign + 1));
      if (!choose_column (self, nick, column, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_filled (const LtImportSheet *sheet, guint column)
{
  for (guint row = sheet->body; row < sheet->n_rows; row++)
    if (*lt_import_sheet_get_own (sheet, row, column) != '\0')
      return TRUE;
  return FALSE;
}

gboolean
lt_table_import_is_plain (LtTableImport *self)
{
  guint n_used = 0;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const LtImportSheet *sheet = get_sheet (self, i);
      gboolean headed = sheet->header < sheet->n_rows;

      if (!sheet->used)
        return FALSE;
      n_used++;
      for (guint column = 0; column < sheet->n_columns; column++)
        if (is_filled (sheet, column)
            && (headed ? sheet->unknown[column] : sheet->columns[column] == LT_IMPORT_COLUMN_NOTE))
          return FALSE;
    }
  return n_used > 0;
}

gboolean
lt_table_import_has_groups (LtTableImport *self)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const LtImportSheet *sheet = get_sheet (self, i);
      gboolean grouped = lt_import_sheet_find_column (sheet, LT_IMPORT_COLUMN_GROUP, 0) < sheet->n_columns;

      for (guint row = 0; sheet->used && row < sheet->n_rows; row++)
        if (grouped || sheet->rows[row].role == LT_IMPORT_ROW_GROUP)
          return TRUE;
    }
  return FALSE;
}

LtImportDraft *
lt_table_import_make_draft (LtTableImport *self)
{
  LtImportDraft *draft = lt_import_draft_new (self->sheets, self->registry);

  for (guint i = 0; i < draft->doubts->len; i++)
    {
      LtImportDoubt *doubt = g_ptr_array_index (draft->doubts, i);

      if (!doubt->has_place)
        continue;
      g_free (doubt->where);
      doubt->where = lt_import_sheet_dup_place (get_sheet (self, doubt->place.sheet), doubt->place.row,
                                                doubt->place.column);
    }
  for (guint i = 0; i < self->doubts->len; i++)
    {
      const LtDoubt *doubt = g_ptr_array_index (self->doubts, i);

      lt_import_draft_doubt (draft, NULL, doubt->where, g_strdup (doubt->what));
    }
  return draft;
}

static guint
count_rows (LtItem *item)
{
  guint n = LT_IS_ASSIGNMENT (item) ? 1 : 0;

  for (guint i = 0; !LT_IS_ASSIGNMENT (item) && i < lt_item_get_n_children (item); i++)
    n += count_rows (lt_item_get_child (item, i));
  return n;
}

guint
lt_import_draft_count_rows (LtImportDraft *draft)
{
  return count_rows (LT_ITEM (draft->book));
}
