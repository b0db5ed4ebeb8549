/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "exchange/lt-form-merge.h"
#include "exchange/lt-sample.h"
#include "plan/lt-report.h"
#include "support/lt-test-archive.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

#define COLUMNS_MAX 26
#define ROWS_MAX 60

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

static gboolean
is_number (const char *text)
{
  return g_regex_match_simple ("^-?[0-9]{1,9}([.][0-9]{1,6})?$", text, 0, 0);
}

/* Lines are rows and bars part cells; "\n" is a line break in a cell, "<" is merged with the cell to the
 * left, and a number behind "#" stands as one. */
static char *
make_sheet (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", ROWS_MAX);
  g_autoptr (GString) sheet = g_string_new ("<worksheet xmlns='" MAIN "'><sheetData>");
  g_autoptr (GString) merges = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "|", COLUMNS_MAX);

      g_string_append_printf (sheet, "<row r='%u'>", i + 1);
      for (guint k = 0; cells[k] != NULL && k < COLUMNS_MAX; k++)
        {
          g_auto (GStrv) parts = g_strsplit (cells[k], "\\n", -1);
          g_autofree char *joined = g_strjoinv ("\n", parts);
          g_autofree char *escaped = g_markup_escape_text (joined, -1);
          char column = (char) ('A' + k);

          if (strcmp (cells[k], "<") == 0 && k > 0)
            g_string_append_printf (merges, "<mergeCell ref='%c%u:%c%u'/>", column - 1, i + 1, column, i + 1);
          else if (*cells[k] == '#' && is_number (cells[k] + 1))
            g_string_append_printf (sheet, "<c r='%c%u'><v>%s</v></c>", column, i + 1, cells[k] + 1);
          else if (*cells[k] != '\0')
            g_string_append_printf (sheet, "<c r='%c%u' t='inlineStr'><is><t>%s</t></is></c>", column, i + 1, escaped);
        }
      g_string_append (sheet, "</row>");
    }
  g_string_append_printf (sheet, "</sheetData><mergeCells>%s</mergeCells></worksheet>", merges->str);
  return g_strdup (sheet->str);
}

/* The form and, behind a line of "====", its fingerprint. */
static GBytes *
make_workbook (const char *text)
{
  g_auto (GStrv) sheets = g_strsplit (text, "\n====\n", 2);
  g_autofree char *form = make_sheet (sheets[0] ? sheets[0] : "");
  g_autofree char *print = make_sheet (sheets[0] && sheets[1] ? sheets[1] : "");
  const LtTestPart parts[] = {
    { "_rels/.rels",
      "<Relationships xmlns='" PACKAGE "'><Relationship Id='r1' Type='" OFFICE
      "/officeDocument' Target='xl/workbook.xml'/></Relationships>", -1 },
    { "xl/workbook.xml",
      "<workbook xmlns='" MAIN "' xmlns:r='" OFFICE "'><sheets><sheet name='a' sheetId='1' r:id='r1'/>"
      "<sheet name='b' sheetId='2' r:id='r2' state='veryHidden'/></sheets></workbook>", -1 },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns='" PACKAGE "'>"
      "<Relationship Id='r1' Type='" OFFICE "/worksheet' Target='a.xml'/>"
      "<Relationship Id='r2' Type='" OFFICE "/worksheet' Target='b.xml'/></Relationships>", -1 },
    { "xl/a.xml", form, -1 },
    { "xl/b.xml", print, -1 },
    { NULL },
  };

  return lt_test_archive_new (parts);
}

static void
check_merge (LtFormMerge *merge)
{
  g_autoptr (GPtrArray) lists = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < merge->problems->len; i++)
    {
      const LtFormProblem *problem = g_ptr_array_index (merge->problems, i);

      g_assert_true (*problem->what != '\0' && g_utf8_validate (problem->what, -1, NULL));
      g_assert_cmpint (problem->weight == LT_FORM_OBSTACLE, ==, i < merge->n_obstacles);
    }
  for (guint i = 0; i < merge->differences->len; i++)
    {
      LtFormDifference *difference = g_ptr_array_index (merge->differences, i);
      g_autofree char *shown = lt_field_dup_shown (difference->field, difference->new_value);

      g_assert_cmpstr (difference->old_value, !=, difference->new_value);
      g_assert_true (*difference->where != '\0');
      lt_form_merge_accept (merge, difference, TRUE);
    }
  /* One for each row, and every value fits its field: the drafts warn where one does not. */
  lt_form_merge_make_drafts (merge, &lists, &drafts);
  g_assert_cmpuint (lists->len, ==, drafts->len);
  for (guint i = 0; i < lists->len; i++)
    g_assert_true (g_hash_table_add (seen, g_ptr_array_index (lists, i)));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static LtBook *book;
  g_autofree char *raw = g_strndup ((const char *) data, MIN (size, 8192));
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  g_autoptr (GBytes) bytes = make_workbook (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_returned_form_free);
  g_autoptr (LtFormMerge) merge = NULL;
  LtReturnedForm *form = lt_form_read_bytes (bytes, "fuzz.xlsx", NULL, &error);

  g_assert_true ((form == NULL) == (error != NULL));
  if (form == NULL)
    return 0;
  if (book == NULL)
    book = lt_sample_new (NULL);
  g_ptr_array_add (forms, form);
  merge = lt_form_merge_new (book, forms, lt_day_from_ymd (2024, 11, 15));
  check_merge (merge);
  return 0;
}
