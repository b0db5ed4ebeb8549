/* SPDX-License-Identifier: MIT */
#include "exchange/lt-xlsx-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/lt-package.h"
#include "exchange/lt-xlsx-sheet.h"

#define SHEETS_MAX 1000

typedef struct {
  char *name;
  char *id;
  gboolean hidden;
} Sheet;

typedef struct {
  GPtrArray *sheets; /* (element-type Sheet) */
  gboolean epoch_1904;
  gboolean with_hidden;
} Workbook;

static void
free_sheet (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->id);
  g_free (sheet);
}

static void
start_cb (LtXmlParser *parser, const LtXmlElement *element, gpointer data)
{
  Workbook *self = data;

  if (strcmp (element->name, "sheet") == 0 && self->sheets->len < SHEETS_MAX)
    {
      Sheet *sheet = g_new0 (Sheet, 1);

      sheet->name = lt_xml_element_dup (element, "name");
      sheet->id = lt_xml_element_dup (element, "id");
      sheet->hidden = lt_xml_element_says (element, "state", "hidden")
                      || lt_xml_element_says (element, "state", "veryHidden");
      g_ptr_array_add (self->sheets, sheet);
    }
  else if (strcmp (element->name, "workbookPr") == 0)
    self->epoch_1904 = lt_xml_element_get_switch (element, "date1904", FALSE);
}

static gboolean
read_sheet (const LtXlsxBook *book, GPtrArray *relations, const Sheet *sheet, gboolean with_hidden,
            LtReading *reading, GError **error)
{
  const char *part = lt_package_find_by_id (relations, sheet->id);
  const char *name = sheet->name != NULL ? sheet->name : "";
  LtTable *table;

  if (sheet->hidden && !with_hidden)
    {
      lt_reading_add_doubt (reading, name, g_strdup (_("The sheet is hidden and was not read.")));
      return TRUE;
    }
  /* A sheet that is one chart has no cells. */
  if (part == NULL || !g_str_has_suffix (part, ".xml") || strstr (part, "chartsheet") != NULL)
    return TRUE;
  table = lt_xlsx_sheet_read (book, part, name, reading, error);
  if (table == NULL)
    return FALSE;
  if (lt_table_get_n_rows (table) > 0)
    lt_reading_add (reading, table);
  else
    lt_table_unref (table);
  return TRUE;
}

static LtReading *
read_sheets (const Workbook *workbook, GPtrArray *relations, LtXlsxBook *book, GError **error)
{
  g_autoptr (LtReading) reading = lt_reading_new ();

  book->epoch_1904 = workbook->epoch_1904;
  for (guint i = 0; i < workbook->sheets->len; i++)
    if (!read_sheet (book, relations, g_ptr_array_index (workbook->sheets, i), workbook->with_hidden,
                     reading, error))
      return NULL;
  return g_steal_pointer (&reading);
}

static LtReading *
read_workbook (LtArchive *archive, const char *part, gboolean with_hidden, LtBudget *budget, GError **error)
{
  static const LtXmlHandler handler = { start_cb, NULL, NULL };
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (free_sheet);
  g_autoptr (GPtrArray) relations = NULL;
  g_autoptr (LtXlsxStyles) styles = NULL;
  g_autoptr (LtXlsxStrings) strings = NULL;
  Workbook workbook = { .sheets = sheets, .with_hidden = with_hidden };
  LtXlsxBook book = { .archive = archive, .budget = budget };

  relations = lt_package_read_relations (archive, part, budget, error);
  if (relations == NULL || !lt_xml_parse_part (archive, part, &handler, &workbook, budget, error))
    return NULL;
  styles = lt_xlsx_styles_read (archive, lt_package_find_by_type (relations, "styles"), budget,
                                error);
  if (styles == NULL)
    return NULL;
  strings = lt_xlsx_strings_read (archive, lt_package_find_by_type (relations, "sharedStrings"),
                                  budget, error);
  if (strings == NULL)
    return NULL;
  book.styles = styles;
  book.strings = strings;
  return read_sheets (&workbook, relations, &book, error);
}

LtReading *
lt_xlsx_read (LtArchive *archive, const char *part, LtBudget *budget, GError **error)
{
  return read_workbook (archive, part, FALSE, budget, error);
}

LtReading *
lt_xlsx_read_all (LtArchive *archive, const char *part, LtBudget *budget, GError **error)
{
  return read_workbook (archive, part, TRUE, budget, error);
}
