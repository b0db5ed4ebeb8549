/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "exchange/lt-import-period.h"
#include "exchange/lt-table-import.h"
#include "text/lt-text.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

#define COLUMNS_MAX 12
#define ROWS_MAX 60

/* Lines are rows and bars part cells; "^" and "<" are merged with the cell above and to
 * the left, as far as the table takes it. */
static LtTable *
make_table (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", ROWS_MAX);
  LtTable *table = lt_table_new ("t", LT_TABLE_DOCUMENT);
  guint n_rows = g_strv_length (lines);
  guint n_columns = 1;

  for (guint i = 0; i < n_rows; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "|", COLUMNS_MAX);

      n_columns = MAX (n_columns, g_strv_length (cells));
    }
  for (guint i = 0; i < n_columns; i++)
    lt_table_add_column (table, "A", 1, LT_ALIGN_LEFT);
  for (guint i = 0; i < n_rows; i++)
    lt_table_add_row (table, LT_ROW_BODY);
  for (guint i = 0; i < n_rows; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "|", COLUMNS_MAX);

      for (guint k = 0; cells[k] != NULL; k++)
        {
          g_autofree char *clean = lt_text_dup_clean (cells[k], FALSE, NULL);

          if (clean != NULL && *clean != '\0' && strcmp (clean, "^") != 0)
            lt_table_put (table, i, k, clean);
        }
    }
  for (guint k = 0; k < n_columns; k++)
    for (guint i = 0; i < n_rows; i++)
      {
        guint span = 1;

        for (; i + span < n_rows; span++)
          {
            g_auto (GStrv) cells = g_strsplit (lines[i + span], "|", COLUMNS_MAX);

            if (k >= g_strv_length (cells) || strcmp (cells[k], "^") != 0)
              break;
          }
        if (span > 1)
          lt_table_span (table, i, k, span, 1);
        i += span - 1;
      }
  return table;
}

static void
gather_words (LtItem *item, GString *words)
{
  const LtItemInfo *info = LT_ITEM_GET_CLASS (item)->info;

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *value = lt_item_dup_field_string (item, &info->fields[i]);

      if (value != NULL)
        g_string_append_printf (words, "%s\n", value);
    }
  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    gather_words (lt_item_get_child (item, i), words);
}

static gboolean
is_letter_or_digit (gunichar c)
{
  return g_unichar_isalnum (c);
}

/* Letters alone: white space, labels and joints may change on the way. */
static char *
dup_letters (const char *text)
{
  GString *letters = g_string_new (NULL);
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    if (is_letter_or_digit (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_utf8_get_char (p));
  return g_string_free (letters, FALSE);
}

static gboolean
is_lead_in (const char *word)
{
  static const char *const words[] = { "quan", "đơn", "thực", "hiện", NULL };

  return g_strv_contains (words, word) || strstr (word, "chủ") != NULL || strstr (word, "phối") != NULL
         || strstr (word, "hợp") != NULL || strstr (word, "với") != NULL;
}

/* Every word of a row that is taken in stands in the plan: as words or as a note. */
static void
check_words (LtTableImport *import, LtImportDraft *draft)
{
  const LtImportSheet *sheet = lt_table_import_get_sheet (import, 0);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *letters = NULL;

  gather_words (LT_ITEM (draft->book), words);
  letters = dup_letters (words->str);
  for (guint row = sheet->body; row < sheet->n_rows; row++)
    {
      LtImportRowRole role = sheet->rows[row].role;

      if (!sheet->used || role < LT_IMPORT_ROW_GROUP || role > LT_IMPORT_ROW_OUTCOME)
        continue;
      for (guint column = 0; column < sheet->n_columns; column++)
        {
          const char *text = lt_import_sheet_get_own (sheet, row, column);
          LtImportNumber number;
          g_auto (GStrv) parts = NULL;

          /* Numbers are told by the place, states and ticks by what they say. */
          if (*text == '\0' || lt_import_number_read (text, &number)
              || sheet->columns[column] == LT_IMPORT_COLUMN_STATE || lt_import_is_tick (text))
            continue;
          parts = g_strsplit_set (text, " .,;:()-/", -1);
          for (guint i = 0; parts[i] != NULL; i++)
            {
              g_autofree char *own = dup_letters (parts[i]);

              /* Numbers in front of words go their own way, as do lead-ins of agencies. */
              if (g_utf8_strlen (own, -1) < 4 || is_lead_in (own)
                  || lt_import_number_measure (text, NULL) > 0)
                continue;
              if (strstr (letters, own) == NULL)
                g_error ("“%s” in “%s” of row %u, column %u is lost", own, text, row, column);
            }
        }
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *raw = g_strndup ((const char *) data, MIN (size, 4096));
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  g_autoptr (LtReading) reading = lt_reading_new ();
  g_autoptr (LtTableImport) import = NULL;
  g_autoptr (LtImportDraft) draft = NULL;
  g_autoptr (LtImportDraft) second = NULL;

  lt_reading_add (reading, make_table (text));
  import = lt_table_import_new (reading, NULL);
  draft = lt_table_import_make_draft (import);
  check_words (import, draft);
  /* Whatever somebody chooses by hand. */
  for (guint row = 0; row < lt_table_import_get_sheet (import, 0)->n_rows; row++)
    lt_table_import_set_row_role (import, 0, row, (LtImportRowRole) ((size + row * 7) % LT_IMPORT_N_ROWS));
  for (guint column = 0; column < lt_table_import_get_sheet (import, 0)->n_columns; column++)
    lt_table_import_set_column (import, 0, column, (LtImportColumn) ((size + column * 5) % LT_IMPORT_N_COLUMNS));
  second = lt_table_import_make_draft (import);
  return 0;
}
