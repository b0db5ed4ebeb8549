/* SPDX-License-Identifier: MIT */
#include "exchange/lt-text-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/lt-csv.h"
#include "exchange/lt-grid.h"
#include "exchange/lt-text-encoding.h"

#define COLUMNS_MAX 1024
#define CELL_BYTES_MAX (1024 * 1024)

/* Rows that are looked at for what separates their cells. */
#define SAMPLE_BYTES (256 * 1024)
#define SAMPLE_ROWS 200
#define SAMPLE_FIELDS 64

/* Commas and semicolons stand in sentences, too: they separate only if that many rows agree. */
#define AGREEING_SHARE 0.5

/* The better of two comes first where they are equal. */
static const char separators[] = "\t;,|";

typedef struct {
  const char *at;
  const char *end;
  char separator;
  guint line;
  gboolean unclosed; /* some quote is never closed: from there on quotes are letters */
} Scanner;

/* More of a cell is not kept: it is refused. */
static void
append (GString *text, char letter)
{
  if (text->len <= CELL_BYTES_MAX)
    g_string_append_c (text, letter);
}

/* A quotation mark ends a cell only where the cell ends. */
static gboolean
is_end_of_cell (const Scanner *self, const char *at)
{
  while (at < self->end && *at == ' ')
    at++;
  return at >= self->end || *at == self->separator || *at == '\n' || *at == '\r';
}

/* Behind the closing quote, or NULL. @at: behind the opening one. */
static const char *
find_closing_quote (const char *at, const char *end)
{
  while ((at = memchr (at, '"', (gsize) (end - at))) != NULL)
    {
      if (at + 1 >= end || at[1] != '"')
        return at + 1;
      at += 2;
    }
  return NULL;
}

/* The next cell into @text; TRUE if another one follows in its row. */
static gboolean
scan_field (Scanner *self, GString *text)
{
  const char *closing = NULL;

  g_string_truncate (text, 0);
  if (self->at < self->end && *self->at == '"' && !self->unclosed)
    {
      closing = find_closing_quote (self->at + 1, self->end);
      self->unclosed = closing == NULL;
      if (closing != NULL && !is_end_of_cell (self, closing))
        closing = NULL;
    }
  if (closing != NULL)
    for (const char *p = self->at + 1; p < closing - 1; p++)
      {
        self->line += *p == '\n';
        append (text, *p);
        if (*p == '"')
          p++;
      }
  for (self->at = closing != NULL ? closing : self->at; self->at < self->end; self->at++)
    {
      if (*self->at == self->separator)
        {
          self->at++;
          return TRUE;
        }
      if (*self->at == '\n' || *self->at == '\r')
        break;
      append (text, *self->at);
    }
  if (self->at < self->end && *self->at == '\r')
    self->at++;
  if (self->at < self->end && *self->at == '\n')
    self->at++;
  self->line++;
  return FALSE;
}

/* How many rows of the beginning have the same number of cells, and more than one. */
static double
measure_agreement (const char *text, gsize length, char separator)
{
  Scanner scanner = { text, text + MIN (length, SAMPLE_BYTES), separator, 1, FALSE };
  g_autoptr (GString) field = g_string_new (NULL);
  guint n_by_length[SAMPLE_FIELDS + 1] = { 0 };
  guint n_rows = 0;
  guint most = 0;

  while (scanner.at < scanner.end && n_rows < SAMPLE_ROWS)
    {
      guint n = 1;
      gboolean blank = TRUE;

      while (scan_field (&scanner, field))
        {
          n++;
          blank &= field->len == 0;
        }
      if (n == 1 && field->len == 0)
        continue;
      n_rows++;
      if (n > 1 && !(blank && field->len == 0))
        {
          guint *agreeing = &n_by_length[MIN (n, SAMPLE_FIELDS)];

          ++*agreeing;
          most = MAX (most, *agreeing);
        }
    }
  return n_rows > 0 ? (double) most / n_rows : 0;
}

static char
find_separator (const char *text, gsize length)
{
  double best_agreement = 0;
  char best = '\0';

  for (const char *separator = separators; *separator != '\0'; separator++)
    {
      double agreement = measure_agreement (text, length, *separator);

      if (*separator != '\t' && agreement < AGREEING_SHARE)
        continue;
      if (agreement > best_agreement)
        {
          best_agreement = agreement;
          best = *separator;
        }
    }
  return best;
}

/* "sep=;" in the first line, for Excel. */
static char
read_declaration (const char **text, gsize *length)
{
  char separator;
  gsize n = 5;

  if (*length < 6 || g_ascii_strncasecmp (*text, "sep=", 4) != 0)
    return '\0';
  separator = (*text)[4];
  if (separator == '\r' || separator == '\n')
    return '\0';
  if ((*text)[n] == '\r')
    n++;
  if (n < *length && (*text)[n] == '\n')
    n++;
  *text += n;
  *length -= n;
  return separator;
}

static gboolean
put (LtGrid *grid, const LtDecoded *decoded, guint row, guint column, GString *field,
     LtBudget *budget, GError **error)
{
  g_autofree char *meant = NULL;
  g_autofree char *restored = NULL;
  const char *text;

  if (field->len > CELL_BYTES_MAX)
    {
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_LIMIT,
                   _("A cell of the file holds more than %d KB of text, which no plan needs; "
                     "the file was not read."), CELL_BYTES_MAX / 1024);
      return FALSE;
    }
  if (decoded->legacy != LT_LEGACY_NONE)
    {
      if (!lt_budget_take_text (budget, field->len * 4, error))
        return FALSE;
      meant = lt_decoded_dup_text (decoded, field->str);
    }
  restored = lt_csv_restore_text (meant != NULL ? meant : field->str);
  text = lt_grid_intern (grid, restored, error);
  if (text != NULL)
    lt_grid_put (grid, row, column, text, 0);
  return text != NULL;
}

static gboolean
read_rows (Scanner *scanner, LtGrid *grid, const LtDecoded *decoded, LtBudget *budget,
           GError **error)
{
  g_autoptr (GString) field = g_string_new (NULL);

  for (guint row = 0; scanner->at < scanner->end; row++)
    {
      guint line = scanner->line;
      guint n_before = lt_grid_get_n_cells (grid);
      guint column = 0;
      gboolean more;

      do
        {
          more = scan_field (scanner, field);
          if (column >= COLUMNS_MAX)
            {
              g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_LIMIT,
                           _("A table of the file has more than %d columns, which no plan needs; "
                             "the file was not read."), COLUMNS_MAX);
              return FALSE;
            }
          if (!lt_budget_take_cells (budget, 1, error)
              || (field->len > 0 && !put (grid, decoded, row, column, field, budget, error)))
            return FALSE;
          column++;
        }
      while (more);
      if (lt_grid_get_n_cells (grid) > n_before)
        lt_grid_set_row (grid, row, LT_ROW_BODY, line);
    }
  return TRUE;
}

LtReading *
lt_text_read (GBytes *bytes, const char *name, LtBudget *budget, GError **error)
{
  g_autoptr (LtReading) reading = lt_reading_new ();
  g_autoptr (LtGrid) grid = lt_grid_new (name != NULL ? name : "", budget);
  g_auto (LtDecoded) decoded = { NULL };
  Scanner scanner = { .line = 1 };
  const char *text;
  gsize length;
  LtTable *table;

  if (!lt_budget_take_bytes (budget, g_bytes_get_size (bytes), error))
    return NULL;
  lt_text_decode (bytes, NULL, &decoded);
  text = g_bytes_get_data (decoded.utf8, &length);
  if (length == 0)
    return g_steal_pointer (&reading);
  scanner.separator = read_declaration (&text, &length);
  if (scanner.separator != '\0')
    scanner.line++;
  else
    scanner.separator = find_separator (text, length);
  scanner.at = text;
  scanner.end = text + length;
  if (!read_rows (&scanner, grid, &decoded, budget, error))
    return NULL;
  table = lt_grid_finish (grid, lt_grid_dup_letters, error);
  if (table == NULL)
    return NULL;
  if (lt_table_get_n_rows (table) > 0)
    lt_reading_add (reading, table);
  else
    lt_table_unref (table);
  if (scanner.unclosed)
    lt_reading_add_doubt (reading, NULL, g_strdup (_("A quotation mark at the beginning of a cell "
                                                     "is never closed; it was taken for a letter.")));
  text = lt_decoded_dup_doubt (&decoded);
  if (text != NULL)
    lt_reading_add_doubt (reading, NULL, (char *) text);
  return g_steal_pointer (&reading);
}
