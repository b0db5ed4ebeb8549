/* SPDX-License-Identifier: MIT */
#include "exchange/lt-csv.h"

#include <math.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* What a spreadsheet takes for the start of a formula (OWASP, "CSV injection"). */
static gboolean
is_trigger (gunichar c)
{
  switch (c)
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
    case 0xff1d: /* the full-width forms */
    case 0xff0b:
    case 0xff0d:
    case 0xff20:
      return TRUE;
    default:
      return FALSE;
    }
}

/* "-12,5", "+3%": a value, not a formula. */
static gboolean
is_plain_number (const char *text)
{
  gboolean digit = FALSE;

  if (*text == '+' || *text == '-')
    text++;
  for (; *text; text++)
    if (g_ascii_isdigit (*text))
      digit = TRUE;
    else if (*text == '%' && digit)
      return text[1] == '\0';
    else if ((*text != '.' && *text != ',') || !digit)
      return FALSE;
  return digit;
}

static gboolean
looks_like_formula (const char *text)
{
  if (is_plain_number (text))
    return FALSE;
  for (; *text; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (is_trigger (c))
        return TRUE;
      if (c != '\'' && c != 0xfeff && !g_unichar_isspace (c) && !g_unichar_iszerowidth (c))
        return FALSE;
    }
  return FALSE;
}

char *
lt_csv_neutralize_text (const char *text)
{
  return looks_like_formula (text) ? g_strconcat ("'", text, NULL) : g_strdup (text);
}

char *
lt_csv_restore_text (const char *text)
{
  return g_strdup (*text == '\'' && looks_like_formula (text) ? text + 1 : text);
}

static void
append_text (GString *csv, const char *text)
{
  gboolean quoted = strpbrk (text, "\",;\t\r\n") != NULL || *text == ' ' || *text == '\'';

  if (!quoted)
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append_c (csv, '"');
  for (const char *p = text; *p; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

static void
append_cell (GString *csv, const LtCell *cell, LtCsvFlags flags)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *made = NULL;

  if (cell->kind == LT_CELL_NUMBER)
    append_text (csv, g_ascii_formatd (number, sizeof number, "%.15g", cell->value));
  else if (cell->kind == LT_CELL_DAY)
    append_text (csv, made = lt_day_dup_iso ((LtDay) cell->value));
  else if (flags & LT_CSV_FLAG_VERBATIM)
    append_text (csv, cell->text);
  else
    append_text (csv, made = lt_csv_neutralize_text (cell->text));
}

static gboolean
is_data (LtRowRole role)
{
  return role == LT_ROW_HEADER || role == LT_ROW_GROUP || role == LT_ROW_BODY
         || role == LT_ROW_TOTAL;
}

GBytes *
lt_csv_write (LtTable *table, LtCsvFlags flags)
{
  GString *csv = g_string_new (BYTE_ORDER_MARK);
  guint n_columns = lt_table_get_n_columns (table);
  /* By column, the row of the cell that stands there. */
  g_autofree guint *standing = g_new0 (guint, n_columns);

  for (guint row = 0; row < lt_table_get_n_rows (table); row++)
    {
      gboolean data = is_data (lt_table_get_row_role (table, row));

      for (guint column = 0; column < n_columns; column++)
        {
          const LtCell *cell = lt_table_get_cell (table, row, column);

          if (cell->row_span > 0)
            standing[column] = row;
          else
            cell = lt_table_get_cell (table, standing[column], column);
          if (!data)
            continue;
          if (column > 0)
            g_string_append_c (csv, ',');
          /* A cell's neighbours to the right stay empty, those below repeat it. */
          if (cell->row_span > 0 && standing[column] + cell->row_span > row)
            append_cell (csv, cell, flags);
        }
      if (data)
        g_string_append (csv, "\r\n");
    }
  return g_string_free_to_bytes (csv);
}
