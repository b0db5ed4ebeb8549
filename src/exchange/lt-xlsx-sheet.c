/* SPDX-License-Identifier: MIT */
#include "exchange/lt-xlsx-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/lt-grid.h"

#define ROWS_MAX 1048576
#define COLUMNS_MAX 16384

/* Doubts of one kind beyond that many would only hide the others. */
#define ERRORS_TOLD_MAX 5
#define UNKNOWN_TOLD_MAX 20

typedef enum {
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_TEXT, /* worked out, inline, or a day in ISO form */
  TYPE_BOOLEAN,
  TYPE_ERROR,
} CellType;

typedef struct {
  const LtXlsxBook *book;
  LtGrid *grid;
  LtReading *reading;
  const char *name;
  const char **shared; /* texts of the grid by index, NULL until used */
  GString *value;
  LtXlsxRuns runs; /* of an inline string; shares @value */
  gint64 row; /* -1 before the first */
  gint64 column;
  CellType type;
  const LtXlsxStyle *style;
  gboolean in_cell;
  gboolean in_value;
  gboolean in_inline;
  gboolean has_formula;
  guint n_errors;
  guint n_unknown; /* formulas without a value */
  guint n_hidden;
} Reader;

/* "BC12"; FALSE if it is none. Counted from 0. */
static gboolean
read_reference (const char *text, gsize length, guint *row, guint *column)
{
  guint64 letters = 0;
  guint64 digits = 0;
  gsize i = 0;

  for (; i < length && g_ascii_isalpha (text[i]) && letters <= COLUMNS_MAX; i++)
    letters = letters * 26 + (guint64) (g_ascii_toupper (text[i]) - 'A' + 1);
  for (; i < length && g_ascii_isdigit (text[i]) && digits <= ROWS_MAX; i++)
    digits = digits * 10 + (guint64) (text[i] - '0');
  if (i < length || letters < 1 || letters > COLUMNS_MAX || digits < 1 || digits > ROWS_MAX)
    return FALSE;
  *row = (guint) digits - 1;
  *column = (guint) letters - 1;
  return TRUE;
}

static void
start_row (Reader *self, LtXmlParser *parser, const LtXmlElement *element)
{
  /* Rows and cells need not say where they stand: then they follow each other. */
  gint64 row = lt_xml_element_get_integer (element, "r", self->row + 2);

  self->row = row >= 1 && row <= ROWS_MAX ? row - 1 : ROWS_MAX;
  self->column = -1;
  if (lt_xml_element_get_switch (element, "hidden", FALSE))
    self->n_hidden++;
  lt_xml_parser_take_cells (parser, 1);
}

static CellType
read_type (const LtXmlElement *element)
{
  gsize length;
  const char *type = lt_xml_element_find (element, "t", &length);

  if (type == NULL || length == 0)
    return TYPE_NUMBER;
  if (length == 1)
    return *type == 's' ? TYPE_SHARED : *type == 'b' ? TYPE_BOOLEAN
         : *type == 'e' ? TYPE_ERROR : *type == 'd' ? TYPE_TEXT : TYPE_NUMBER;
  return TYPE_TEXT;
}

static void
start_cell (Reader *self, LtXmlParser *parser, const LtXmlElement *element)
{
  gsize length;
  const char *place = lt_xml_element_find (element, "r", &length);
  guint row;
  guint column;

  self->column = MIN (self->column + 1, COLUMNS_MAX);
  if (place != NULL && read_reference (place, length, &row, &column))
    {
      self->row = row;
      self->column = column;
    }
  self->type = read_type (element);
  self->style = lt_xlsx_styles_get (self->book->styles, lt_xml_element_get_integer (element, "s", 0));
  self->in_cell = TRUE;
  self->has_formula = FALSE;
  g_string_truncate (self->value, 0);
  self->runs.any_bold = self->runs.any_plain = FALSE;
  lt_xml_parser_take_cells (parser, 1);
}

static void
start_merge (Reader *self, LtXmlParser *parser, const LtXmlElement *element)
{
  gsize length;
  const char *range = lt_xml_element_find (element, "ref", &length);
  const char *colon = range != NULL ? memchr (range, ':', length) : NULL;
  guint top, left, bottom, right;

  if (colon == NULL || !read_reference (range, (gsize) (colon - range), &top, &left)
      || !read_reference (colon + 1, length - (gsize) (colon - range) - 1, &bottom, &right)
      || bottom < top || right < left || !lt_xml_parser_take_cells (parser, 1))
    return;
  lt_grid_span (self->grid, top, left, bottom - top + 1, right - left + 1);
}

static void
start_cb (LtXmlParser *parser, const LtXmlElement *element, gpointer data)
{
  Reader *self = data;

  if (strcmp (element->name, "c") == 0)
    start_cell (self, parser, element);
  else if (self->in_cell)
    {
      if (strcmp (element->name, "v") == 0)
        self->in_value = TRUE;
      else if (strcmp (element->name, "is") == 0)
        self->in_inline = TRUE;
      else if (strcmp (element->name, "f") == 0)
        self->has_formula = TRUE;
      else if (self->in_inline)
        lt_xlsx_runs_start (&self->runs, element);
    }
  else if (strcmp (element->name, "row") == 0)
    start_row (self, parser, element);
  else if (strcmp (element->name, "mergeCell") == 0)
    start_merge (self, parser, element);
}

static LtCellFlags
get_flags (Reader *self, gboolean bold)
{
  return (LtCellFlags) ((bold || self->style->bold ? LT_CELL_FLAG_BOLD : 0)
                        | (self->has_formula ? LT_CELL_FLAG_FORMULA : 0));
}

static void
put (Reader *self, LtXmlParser *parser, const char *text, gboolean bold)
{
  GError *error = NULL;
  g_autofree char *converted = NULL;
  const char *interned;

  if (self->style->legacy != LT_LEGACY_NONE)
    {
      /* Converting costs far more time than keeping. */
      if (!lt_xml_parser_take_text (parser, strlen (text) * 4))
        return;
      text = converted = lt_legacy_dup_text (self->style->legacy, text);
    }
  interned = lt_grid_intern (self->grid, text, &error);
  if (interned == NULL)
    lt_xml_parser_fail (parser, error);
  else
    lt_grid_put (self->grid, (guint) self->row, (guint) self->column, interned,
                 get_flags (self, bold));
}

static void
put_shared (Reader *self, LtXmlParser *parser)
{
  guint64 index;
  gboolean bold;
  const char *text;

  if (!g_ascii_string_to_unsigned (self->value->str, 10, 0, G_MAXUINT, &index, NULL)
      || index >= lt_xlsx_strings_get_n (self->book->strings))
    {
      lt_xml_parser_fail (parser, g_error_new (LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FORMAT,
                                               _("The workbook is damaged: row %u of sheet “%s” "
                                                 "has a text that is missing from it. Get a "
                                                 "new copy of it and try again."),
                                               (guint) self->row + 1, self->name));
      return;
    }
  text = lt_xlsx_strings_get (self->book->strings, (guint) index, &bold);
  if (self->style->legacy != LT_LEGACY_NONE)
    {
      put (self, parser, text, bold);
      return;
    }
  if (self->shared[index] == NULL)
    {
      GError *error = NULL;

      self->shared[index] = lt_grid_intern (self->grid, text, &error);
      if (self->shared[index] == NULL)
        {
          lt_xml_parser_fail (parser, error);
          return;
        }
    }
  lt_grid_put (self->grid, (guint) self->row, (guint) self->column, self->shared[index],
               get_flags (self, bold));
}

static void
put_number (Reader *self, LtXmlParser *parser)
{
  LtShownNumber shown;
  char *end;
  double value = g_ascii_strtod (self->value->str, &end);
  guint before = lt_grid_get_n_cells (self->grid);

  if (end == self->value->str || *end != '\0')
    {
      put (self, parser, self->value->str, FALSE);
      return;
    }
  lt_number_format_show (self->style->format, value, self->book->epoch_1904, &shown);
  put (self, parser, shown.text, FALSE);
  if (lt_grid_get_n_cells (self->grid) > before)
    lt_grid_set_value (self->grid, shown.kind, shown.value);
  g_free (shown.text);
}

static void
tell (Reader *self, char *what)
{
  g_autofree char *letters = lt_grid_dup_letters ((guint) self->column);
  g_autofree char *where = g_strdup_printf ("%s, %s%u", self->name, letters, (guint) self->row + 1);

  lt_reading_add_doubt (self->reading, where, what);
}

static void
put_error (Reader *self, LtXmlParser *parser)
{
  put (self, parser, self->value->str, FALSE);
  if (self->n_errors++ < ERRORS_TOLD_MAX)
    tell (self, g_strdup_printf (_("A formula gives the error %s."), self->value->str));
}

static void
end_cell (Reader *self, LtXmlParser *parser)
{
  self->in_cell = FALSE;
  if (self->row < 0 || self->row >= ROWS_MAX || self->column >= COLUMNS_MAX)
    return;
  if (self->value->len == 0)
    {
      /* A program without a calculator has written it; a text that was worked out to nothing is one. */
      if (self->has_formula && self->type == TYPE_NUMBER && self->n_unknown++ < UNKNOWN_TOLD_MAX)
        tell (self, g_strdup (_("A formula was never worked out. Open the file in a spreadsheet "
                                "program, save it and try again.")));
      return;
    }
  switch (self->type)
    {
    case TYPE_SHARED:
      put_shared (self, parser);
      break;
    case TYPE_NUMBER:
      put_number (self, parser);
      break;
    case TYPE_ERROR:
      put_error (self, parser);
      break;
    case TYPE_BOOLEAN:
      put (self, parser, self->value->str[0] == '1' ? "TRUE" : "FALSE", FALSE);
      break;
    case TYPE_TEXT:
    default:
      lt_xlsx_unescape (self->value);
      put (self, parser, self->value->str, self->runs.any_bold && !self->runs.any_plain);
    }
}

static void
end_cb (LtXmlParser *parser, const LtXmlElement *element, gpointer data)
{
  Reader *self = data;

  if (!self->in_cell)
    return;
  if (strcmp (element->name, "c") == 0)
    end_cell (self, parser);
  else if (strcmp (element->name, "v") == 0)
    self->in_value = FALSE;
  else if (strcmp (element->name, "is") == 0)
    self->in_inline = FALSE;
  else if (self->in_inline)
    lt_xlsx_runs_end (&self->runs, element);
}

static void
text_cb (LtXmlParser *parser, const char *text, gsize length, gpointer data)
{
  Reader *self = data;

  if (self->in_value)
    lt_xml_parser_append (parser, self->value, text, length);
  else if (self->in_inline)
    lt_xlsx_runs_text (&self->runs, parser, text, length);
}

LtTable *
lt_xlsx_sheet_read (const LtXlsxBook *book, const char *part, const char *name, LtReading *reading,
                    GError **error)
{
  static const LtXmlHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (LtGrid) grid = lt_grid_new (name, book->budget);
  g_autoptr (GString) value = g_string_new (NULL);
  g_autofree const char **shared = g_new0 (const char *, lt_xlsx_strings_get_n (book->strings) + 1);
  Reader reader = {
    .book = book, .grid = grid, .reading = reading, .name = name, .shared = shared,
    .value = value, .runs = { .text = value }, .row = -1, .column = -1,
  };

  if (!lt_xml_parse_part (book->archive, part, &handler, &reader, book->budget, error))
    return NULL;
  if (reader.n_hidden > 0)
    lt_reading_add_doubt (reading, name,
                          g_strdup_printf (ngettext ("%u hidden row was read as well.",
                                                     "%u hidden rows were read as well.",
                                                     reader.n_hidden), reader.n_hidden));
  return lt_grid_finish (grid, lt_grid_dup_letters, error);
}
