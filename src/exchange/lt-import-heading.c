/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "exchange/lt-import-period.h"
#include "exchange/lt-import-sheet.h"
#include "text/lt-text.h"

/* Of several rows of headings above each other. */
#define HEADER_ROWS_MAX 4
#define GAP_HEAD_CHARS_MAX 40
#define LINES_BEFORE_ROWS_MAX 4
/* Nobody puts more before a table. */
#define LOOK_ROWS_MAX 400

/* What the heading of a column says when @n_rows rows from @first are read as one. */
static char *
dup_head (const LtImportSheet *self, guint first, guint n_rows, guint column)
{
  GString *words = g_string_new (NULL);
  const char *last = NULL;

  for (guint row = first; row < first + n_rows && row < self->n_rows; row++)
    {
      const char *text = lt_import_sheet_get_head (self, row, column, MIN (first + n_rows, self->n_rows));

      /* A merged heading stands in each of its rows. */
      if (*text == '\0' || (last != NULL && (last == text || strcmp (last, text) == 0)))
        continue;
      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append (words, text);
      last = text;
    }
  for (gsize i = 0; i < words->len; i++)
    if (words->str[i] == '\n')
      words->str[i] = ' ';
  return g_string_free (words, FALSE);
}

/* What the heading in the lowest line says is a month or a quarter; a bare number is one where the
 * line above it is merged over several. */
static gboolean
is_period (const LtImportSheet *self, guint first, guint row, guint column)
{
  const char *text = lt_import_sheet_get_own (self, row, column);
  const char *upper = row > first ? lt_import_sheet_get_text (self, row - 1, column) : "";
  g_autofree char *period = NULL;

  if (!(column > 0 && row > first && lt_import_sheet_get_text (self, row - 1, column - 1) == upper)
      && !(column + 1 < self->n_columns && row > first
           && lt_import_sheet_get_text (self, row - 1, column + 1) == upper))
    upper = "";
  period = *text != '\0' ? lt_import_period_dup (upper, text) : NULL;
  return period != NULL;
}

static guint
count_periods (const LtImportSheet *self, guint first, guint row)
{
  guint n = 0;

  for (guint column = 0; column < self->n_columns; column++)
    n += is_period (self, first, row, column) ? 1 : 0;
  return n;
}

/* The lowest words of a column say most: "Cơ quan thực hiện" over "Chủ trì", "Phối hợp". */
static LtImportColumn
read_head (const LtImportSheet *self, guint first, guint n_rows, guint column, guint *score)
{
  g_autofree char *whole = dup_head (self, first, n_rows, column);
  LtImportColumn kind = lt_import_column_from_words (whole, score);

  for (guint row = first + n_rows; n_rows > 1 && row-- > first;)
    {
      const char *text = lt_import_sheet_get_text (self, row, column);
      guint own = 0;
      LtImportColumn own_kind = *text ? lt_import_column_from_words (text, &own) : LT_IMPORT_COLUMN_NOTE;

      if (own > 0)
        {
          *score = MAX (own, *score);
          return own_kind;
        }
      if (*text != '\0')
        break;
    }
  return kind;
}

/* Columns that tell a plan; others are extras. */
static gboolean
is_essential (LtImportColumn kind)
{
  return kind != LT_IMPORT_COLUMN_NOTE && kind != LT_IMPORT_COLUMN_CODE && kind != LT_IMPORT_COLUMN_GROUP
         && kind != LT_IMPORT_COLUMN_START && kind != LT_IMPORT_COLUMN_STATE && kind != LT_IMPORT_COLUMN_PERCENT;
}

/* How many kinds of columns the words name, 0 where they make no heading. @score: of those
 * that tell a plan. */
static guint
rate_rows (const LtImportSheet *self, guint first, guint n_rows, guint *score)
{
  guint seen = 0;
  guint n_kinds = 0;
  guint n_known = 0;
  guint n_filled = 0;

  guint n_periods = 0;

  *score = 0;
  for (guint row = first; row < first + n_rows; row++)
    n_periods = MAX (n_periods, count_periods (self, first, row));
  for (guint column = 0; column < self->n_columns; column++)
    {
      guint own;
      LtImportColumn kind = read_head (self, first, n_rows, column, &own);

      /* One alone is a deadline that stands in a row. */
      if (kind == LT_IMPORT_COLUMN_PERIOD && n_periods < 2)
        own = 0;
      if (own == 0)
        {
          n_filled += *lt_import_sheet_get_text (self, first, column) != '\0' ? 1 : 0;
          continue;
        }
      n_filled++;
      n_known++;
      if ((seen & (1u << kind)) == 0)
        {
          n_kinds++;
          *score += is_essential (kind) ? 1 : 0;
        }
      seen |= 1u << kind;
    }
  /* One text merged over all columns is a title, whatever words it holds. */
  if (n_kinds < 2 || n_known * 2 < n_filled)
    return 0;
  if ((seen & ((1u << LT_IMPORT_COLUMN_NAME) | (1u << LT_IMPORT_COLUMN_OUTCOME)
               | (1u << LT_IMPORT_COLUMN_GROUP))) == 0)
    return 0;
  return n_kinds;
}

static gboolean
is_column_number (const char *text, guint *value)
{
  LtImportNumber number;

  if (strlen (text) > 4 || !lt_import_number_read (text, &number) || number.depth != 1
      || (number.kind != LT_NUMBERING_ARABIC && number.kind != LT_NUMBERING_BRACKET))
    return FALSE;
  *value = number.value;
  return TRUE;
}

static gboolean
is_line_number (const char *text, guint *value)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &number, NULL))
    return FALSE;
  *value = (guint) number;
  return TRUE;
}

/* "a | b | c | d | đ | e" */
static gboolean
is_letter_row (const LtImportSheet *self, guint row)
{
  static const char *const alphabet[] = { "a", "b", "c", "d", "đ", "e", "f", "g", "h", "i", "k", "l", "m" };
  guint next = 0;

  for (guint column = 0; column < self->n_columns; column++)
    {
      const char *text = lt_import_sheet_get_own (self, row, column);
      g_autofree char *lower = NULL;

      if (*text == '\0')
        continue;
      lower = strlen (text) <= 4 ? g_utf8_strdown (text, -1) : NULL;
      /* Some leave đ or f out. */
      for (guint skip = 0; skip < 2 && next < G_N_ELEMENTS (alphabet) && g_strcmp0 (lower, alphabet[next]) != 0; skip++)
        next++;
      if (next >= G_N_ELEMENTS (alphabet) || g_strcmp0 (lower, alphabet[next]) != 0)
        return FALSE;
      next++;
    }
  return next >= 3 && g_ascii_strcasecmp (lt_import_sheet_get_own (self, row, 0), "a") == 0;
}

/* "1 | 2 | 3 | 4", "(1) | (2) | (3)", "A | B | 1 | 2". */
static gboolean
is_number_row (const LtImportSheet *self, guint row)
{
  guint last = 0;
  guint n = 0;

  if (is_letter_row (self, row))
    return TRUE;
  for (guint column = 0; column < self->n_columns; column++)
    {
      const char *text = lt_import_sheet_get_own (self, row, column);
      guint value;

      if (*text == '\0')
        continue;
      if (is_column_number (text, &value))
        {
          if (last != 0 && value != last + 1)
            return FALSE;
          if (last == 0 && value > 3)
            return FALSE;
          last = value;
          n++;
        }
      else if (last != 0 || strlen (text) != 1 || !g_ascii_isupper (*text))
        return FALSE;
    }
  return n >= 3 || (n == 2 && self->n_columns <= 3);
}

static guint
count_merged_rows (const LtImportSheet *self, guint row)
{
  guint n = 1;

  for (guint column = 0; column < self->n_columns; column++)
    n = MAX (n, lt_table_get_cell (self->table, row, column)->row_span);
  return MIN (n, MIN (HEADER_ROWS_MAX, self->n_rows - row));
}

static gboolean
is_row_number (const char *text)
{
  LtImportNumber number;

  return *text != '\0' && strlen (text) < 12 && lt_import_number_read (text, &number);
}

/* The first row that is no line of words alone has a number. */
static gboolean
begins_rows (const LtImportSheet *self, guint row)
{
  for (guint n = 0; row < self->n_rows && n < LINES_BEFORE_ROWS_MAX; row++, n++)
    if (lt_import_sheet_count_own (self, row, NULL) > 1)
      return is_row_number (lt_import_sheet_get_own (self, row, 0)) || is_number_row (self, row);
  return FALSE;
}

/* Where cells cannot be merged: words below gaps of the line above, beside the gap that the column of numbers
 * leaves, over a row with a number. What they say does not matter. */
static gboolean
fills_gaps (const LtImportSheet *self, guint row)
{
  guint n = 0;
  guint n_below_gaps = 0;

  if (row == 0 || row + 1 >= self->n_rows || *lt_import_sheet_get_own (self, row, 0) != '\0'
      || *lt_import_sheet_get_own (self, row - 1, 0) == '\0' || !begins_rows (self, row + 1))
    return FALSE;
  for (guint column = 1; column < self->n_columns; column++)
    {
      const char *text = lt_import_sheet_get_own (self, row, column);
      gboolean gap = *lt_import_sheet_get_text (self, row - 1, column) == '\0';

      if (*text == '\0')
        continue;
      if (g_utf8_strlen (text, -1) > GAP_HEAD_CHARS_MAX
          || (!gap && (column + 1 == self->n_columns || *lt_import_sheet_get_text (self, row - 1, column + 1) != '\0'
                       || *lt_import_sheet_get_own (self, row, column + 1) == '\0')))
        return FALSE;
      n++;
      n_below_gaps += gap ? 1 : 0;
    }
  return n >= 2 && n_below_gaps > 0;
}

/* One text over all columns, or below a heading of one column: a group of tasks, not a heading. */
static gboolean
is_line (const LtImportSheet *self, guint first, guint row)
{
  guint column = 0;
  guint above = row;

  if (lt_import_sheet_count_own (self, row, &column) != 1)
    return FALSE;
  if (lt_table_get_cell (self->table, row, column)->column_span * 2 >= self->n_columns && self->n_columns > 2)
    return TRUE;
  while (above > first && *lt_import_sheet_get_text (self, above - 1, column) == '\0')
    above--;
  if (above == first || lt_import_sheet_get_first (self, above - 1, column) != column)
    return FALSE;
  return column + 1 >= self->n_columns
         || (*lt_import_sheet_get_text (self, above - 1, column + 1) != '\0'
             && lt_import_sheet_get_first (self, above - 1, column + 1) != column);
}

/* A row that only has headings, below gaps or below wider headings, belongs to the one above. */
static gboolean
is_lower_line (const LtImportSheet *self, guint first, guint row)
{
  guint n_known = 0;
  gboolean periods;

  if (row >= self->n_rows || lt_table_get_row_role (self->table, row) == LT_ROW_PARAGRAPH || is_line (self, first, row))
    return FALSE;
  if (row == first + 1 && fills_gaps (self, row))
    return TRUE;
  periods = count_periods (self, first, row) >= 2;
  for (guint column = 0; column < self->n_columns; column++)
    {
      const char *text = lt_import_sheet_get_own (self, row, column);
      guint score;
      LtImportColumn kind;

      if (*text == '\0' || (periods && is_period (self, first, row, column)))
        continue;
      kind = lt_import_column_from_words (text, &score);
      if (kind == LT_IMPORT_COLUMN_PERIOD)
        return FALSE;
      if (score < 20 && !(score > 0 && strlen (text) < 16))
        return FALSE;
      n_known++;
    }
  return periods || (n_known > 0 && !is_number_row (self, row));
}

static guint
count_header_rows (const LtImportSheet *self, guint row)
{
  guint n = count_merged_rows (self, row);

  while (n < HEADER_ROWS_MAX && is_lower_line (self, row, row + n))
    n++;
  return n;
}

/* Spreadsheets on the web show the numbers of their lines; only there has the heading one too. */
static gboolean
is_framed (const LtImportSheet *self, guint header)
{
  guint first = 0;

  for (guint row = header; row < self->n_rows; row++)
    {
      guint value;

      if (lt_table_get_row_role (self->table, row) == LT_ROW_PARAGRAPH)
        break;
      if (!is_line_number (lt_import_sheet_get_own (self, row, 0), &value))
        return FALSE;
      if (row == header)
        first = value;
      else if (value != first + row - header)
        return FALSE;
    }
  return header + 1 < self->n_rows && self->n_columns > 2;
}

static void
set_heading (LtImportSheet *self, guint row, guint n_rows)
{
  self->framed = self->framed || is_framed (self, row);
  self->header = row;
  self->n_header = n_rows;
  self->body = row + n_rows;
  for (guint column = 0; column < self->n_columns; column++)
    {
      g_free (self->heads[column]);
      self->heads[column] = dup_head (self, row, n_rows, column);
    }
}

/* Words that nobody knows are headings all the same where the row below is the first to be numbered. */
static gboolean
looks_like_heading (const LtImportSheet *self, guint row)
{
  guint n_filled = 0;

  if (row + 1 >= self->n_rows || lt_table_get_row_role (self->table, row + 1) == LT_ROW_PARAGRAPH)
    return FALSE;
  for (guint column = 0; column < self->n_columns; column++)
    {
      const char *text = lt_import_sheet_get_own (self, row, column);

      if (*text == '\0')
        continue;
      n_filled++;
      if (g_utf8_strlen (text, -1) > 40 || is_row_number (text) || strpbrk (text, "0123456789;") != NULL)
        return FALSE;
    }
  return n_filled >= 3 && n_filled + 1 >= self->n_columns
         && (is_row_number (lt_import_sheet_get_own (self, row + 1, 0))
             || is_row_number (lt_import_sheet_get_own (self, row + 1, MIN (1, self->n_columns - 1))));
}

gboolean
lt_import_sheet_find_heading (LtImportSheet *self)
{
  guint best = 0;
  guint best_row = 0;
  guint best_rows = 0;

  for (guint row = 0; row < MIN (self->n_rows, LOOK_ROWS_MAX); row++)
    {
      guint n_rows;
      guint score;
      guint kinds;

      if (lt_table_get_row_role (self->table, row) == LT_ROW_PARAGRAPH
          || lt_import_sheet_count_own (self, row, NULL) < 2)
        continue;
      n_rows = count_header_rows (self, row);
      kinds = rate_rows (self, row, n_rows, &score);
      if (kinds > best)
        {
          best = kinds;
          best_row = row;
          best_rows = n_rows;
          self->score = score;
        }
      if (kinds >= 3)
        break;
    }
  for (guint row = 0; best == 0 && row < MIN (self->n_rows, LOOK_ROWS_MAX); row++)
    if (lt_table_get_row_role (self->table, row) != LT_ROW_PARAGRAPH && looks_like_heading (self, row))
      {
        best = best_rows = 1;
        best_row = row;
        self->score = 0;
      }
  if (best == 0)
    return FALSE;
  set_heading (self, best_row, best_rows);
  return TRUE;
}

gboolean
lt_import_sheet_is_heading (const LtImportSheet *self, guint row)
{
  guint n_same = 0;
  guint n_filled = 0;

  if (is_number_row (self, row))
    return row < self->body + 2 || (row > 0 && self->rows[row - 1].role == LT_IMPORT_ROW_REMNANT);
  if (self->header >= self->n_rows)
    return FALSE;
  for (guint column = 0; column < self->n_columns; column++)
    {
      const char *text = lt_import_sheet_get_own (self, row, column);
      g_autofree char *key = NULL;
      g_autofree char *head = NULL;

      if (*text == '\0')
        continue;
      n_filled++;
      /* Most rows are told apart by this alone. */
      if (strlen (text) > strlen (self->heads[column]) + 24)
        continue;
      key = lt_text_dup_folded (text);
      head = lt_text_dup_folded (self->heads[column]);
      if (strcmp (key, head) == 0 || (strlen (key) > 3 && strstr (head, key) != NULL)
          || (strlen (head) > 3 && strstr (key, head) != NULL && strlen (key) < strlen (head) + 12))
        n_same++;
    }
  return n_filled > 0 && n_same * 4 >= n_filled * 3 && (n_same >= 2 || n_filled == self->n_columns);
}

void
lt_import_sheet_set_heading (LtImportSheet *self, guint row)
{
  guint score;

  set_heading (self, row, count_header_rows (self, row));
  rate_rows (self, row, self->n_header, &score);
  self->score = score;
}
