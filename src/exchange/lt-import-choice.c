/* SPDX-License-Identifier: MIT */
#include "exchange/lt-import-choice.h"

#include <string.h>

#include "exchange/lt-import-context.h"
#include "exchange/lt-import-text.h"
#include "text/lt-text.h"

/* Kinds of columns that a table must name to be part of a plan beside another. */
#define PLAN_SCORE_MIN 3
/* More characters are a sentence, no heading of a table. */
#define INTRO_CHARS_MAX 160

static gboolean
same_headings (const LtImportSheet *a, const LtImportSheet *b)
{
  if (a->n_columns != b->n_columns)
    return FALSE;
  for (guint column = 0; column < a->n_columns; column++)
    {
      g_autofree char *first = lt_text_dup_folded (a->heads[column]);
      g_autofree char *second = lt_text_dup_folded (b->heads[column]);

      if (strcmp (first, second) != 0)
        return FALSE;
    }
  return TRUE;
}

/* A table without a heading goes on with the one before, if it is as wide. */
static void
take_columns (LtImportSheet *sheet, const LtImportSheet *from)
{
  sheet->joined = TRUE;
  for (guint column = 0; column < sheet->n_columns; column++)
    {
      sheet->columns[column] = from->columns[column];
      g_free (sheet->heads[column]);
      sheet->heads[column] = g_strdup (from->heads[column]);
      g_free (sheet->periods[column]);
      sheet->periods[column] = g_strdup (from->periods[column]);
    }
}

static LtImportSheet *
find_best (GPtrArray *sheets)
{
  LtImportSheet *best = NULL;

  for (guint i = 0; i < sheets->len; i++)
    {
      LtImportSheet *sheet = g_ptr_array_index (sheets, i);

      /* Of two alike the first is meant; the second may be its list to filter. */
      if (sheet->header < sheet->n_rows
          && (best == NULL || sheet->score > best->score))
        best = sheet;
    }
  return best;
}

static guint
count_body_rows (const LtImportSheet *sheet)
{
  guint n = 0;

  for (guint row = sheet->body; row < sheet->n_rows; row++)
    n += lt_table_get_row_role (sheet->table, row) == LT_ROW_PARAGRAPH ? 0 : 1;
  return n;
}

static gboolean
tells_work (LtImportColumn kind)
{
  return kind == LT_IMPORT_COLUMN_NAME || kind == LT_IMPORT_COLUMN_GROUP || kind == LT_IMPORT_COLUMN_OUTCOME;
}

/* What it says of the work stands in the tables before: a list of the same to filter, or to report on. */
static gboolean
repeats_words (const LtImportSheet *sheet, GHashTable *words)
{
  for (guint column = 0; column < sheet->n_columns; column++)
    {
      guint n = 0;
      guint n_known = 0;

      for (guint row = sheet->body; tells_work (sheet->columns[column]) && row < sheet->n_rows; row++)
        {
          g_autofree char *text = lt_text_dup_folded (lt_import_sheet_get_own (sheet, row, column));

          n += *text != '\0' ? 1 : 0;
          n_known += *text != '\0' && g_hash_table_contains (words, text) ? 1 : 0;
        }
      if (n > 0 && n_known * 4 >= n)
        return TRUE;
    }
  return FALSE;
}

static void
collect_words (const LtImportSheet *sheet, GHashTable *words)
{
  for (guint column = 0; column < sheet->n_columns; column++)
    for (guint row = sheet->body; tells_work (sheet->columns[column]) && row < sheet->n_rows; row++)
      g_hash_table_add (words, lt_text_dup_folded (lt_import_sheet_get_own (sheet, row, column)));
}

/* A table under other headings that is a plan's all the same: names, and who or when. */
static gboolean
is_another_part (LtImportSheet *sheet, GHashTable *words)
{
  guint name;
  gboolean plan;

  if (sheet->header >= sheet->n_rows || sheet->score < PLAN_SCORE_MIN)
    return FALSE;
  lt_import_sheet_name_columns (sheet);
  name = lt_import_sheet_find_column (sheet, LT_IMPORT_COLUMN_NAME, 0);
  plan = name < sheet->n_columns && !sheet->unknown[name]
         && (lt_import_sheet_find_column (sheet, LT_IMPORT_COLUMN_LEAD, 0) < sheet->n_columns
             || lt_import_sheet_find_column (sheet, LT_IMPORT_COLUMN_DEADLINE, 0) < sheet->n_columns);
  return plan && !repeats_words (sheet, words);
}

/* The last line above a table, if it heads it: "1. Nhiệm vụ năm 2025". */
static guint
find_intro (const LtImportSheet *sheet)
{
  for (guint row = MIN (sheet->header, sheet->n_rows); row-- > 0;)
    {
      guint column = 0;
      const char *text;
      gsize length;
      LtImportNumber number;

      if (lt_import_sheet_count_own (sheet, row, &column) == 0)
        continue;
      text = lt_import_sheet_get_own (sheet, row, column);
      length = strlen (text);
      if (column > 0 || strchr (text, '\n') != NULL || strchr (".;(", text[length - 1]) != NULL
          || g_utf8_strlen (text, -1) > INTRO_CHARS_MAX
          || lt_table_get_row_role (sheet->table, row) != LT_ROW_PARAGRAPH
          || lt_import_number_measure (text, &number) == 0
          || lt_import_number_get_rank (&number) >= lt_import_number_get_rank (&(LtImportNumber){ LT_NUMBERING_BRACKET, 1, 0 }))
        return sheet->n_rows;
      return row;
    }
  return sheet->n_rows;
}

/* Where several tables of one plan stand each below a numbered line, the lines are its headings. */
static void
find_intros (GPtrArray *sheets)
{
  guint n = 0;

  for (guint i = 0; i < sheets->len; i++)
    {
      LtImportSheet *sheet = g_ptr_array_index (sheets, i);

      sheet->intro = sheet->used && sheet->header < sheet->n_rows ? find_intro (sheet) : sheet->n_rows;
      n += sheet->intro < sheet->n_rows ? 1 : 0;
    }
  for (guint i = 0; i < sheets->len; i++)
    {
      LtImportSheet *sheet = g_ptr_array_index (sheets, i);

      if (n < 2)
        sheet->intro = sheet->n_rows;
      else if (sheet->intro < sheet->n_rows)
        lt_import_sheet_name_rows (sheet);
    }
}

void
lt_import_choose (GPtrArray *sheets)
{
  LtImportSheet *best = find_best (sheets);
  LtImportSheet *last = NULL;
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (best == NULL)
    {
      /* No headings anywhere: the longest table is told by its contents. */
      for (guint i = 0; i < sheets->len; i++)
        {
          LtImportSheet *sheet = g_ptr_array_index (sheets, i);

          if (best == NULL || count_body_rows (sheet) > count_body_rows (best))
            best = sheet;
        }
      if (best == NULL)
        return;
      best->used = TRUE;
      lt_import_sheet_name_columns (best);
      lt_import_sheet_name_rows (best);
      return;
    }
  lt_import_sheet_name_columns (best);
  if (sheets->len > 1)
    collect_words (best, words);
  for (guint i = 0; i < sheets->len; i++)
    {
      LtImportSheet *sheet = g_ptr_array_index (sheets, i);
      gboolean headed = sheet->header < sheet->n_rows;

      if (sheet == best || (headed && same_headings (sheet, best)))
        {
          sheet->used = TRUE;
          if (last != NULL)
            lt_import_sheet_name_rows (sheet);
          sheet->joined = last != NULL && !lt_import_context_is_new (sheet);
          if (last != NULL && same_headings (sheet, last))
            take_columns (sheet, last);
          else if (sheet != best)
            lt_import_sheet_name_columns (sheet);
          if (last != NULL && lt_import_context_is_new (sheet))
            sheet->joined = FALSE;
        }
      else if (!headed && last != NULL && sheet->n_columns == last->n_columns && count_body_rows (sheet) > 0)
        {
          sheet->used = TRUE;
          take_columns (sheet, last);
        }
      else if (is_another_part (sheet, words))
        {
          sheet->used = TRUE;
          lt_import_sheet_name_rows (sheet);
          sheet->joined = last != NULL && !lt_import_context_is_new (sheet);
        }
      else
        continue;
      lt_import_sheet_name_rows (sheet);
      if (sheet != best)
        collect_words (sheet, words);
      last = sheet;
    }
  find_intros (sheets);
}

