/* SPDX-License-Identifier: MIT */
#include "exchange/lt-reader.h"

#include "support/lt-test-archive.h"

static LtReading *
read_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  LtReading *reading = lt_reader_read_bytes (bytes, "test.xlsx", NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (reading);
  return reading;
}

static LtReading *
read_rows (const char *rows, const char *behind, const char *strings, const char *styles)
{
  g_autoptr (GBytes) bytes = lt_test_workbook_new (rows, behind, strings, styles);

  return read_bytes (bytes);
}

static LtTable *
get_table (LtReading *reading)
{
  g_assert_cmpuint (reading->tables->len, ==, 1);
  return g_ptr_array_index (reading->tables, 0);
}

static const char *
get_text (LtReading *reading, guint row, guint column)
{
  return lt_table_get_cell (get_table (reading), row, column)->text;
}

static void
test_kinds_of_cells (void)
{
  g_autoptr (LtReading) reading = read_rows (
      "<row r='2'><c r='B2' t='s'><v>0</v></c><c r='C2' t='s'><v>1</v></c>"
      "<c r='D2' t='inlineStr'><is><r><t>Sở </t></r><r><t>Y tế</t></r></is></c>"
      "<c r='E2' t='str'><f>A1&amp;B1</f><v>tính ra</v></c><c r='F2'><f>1+1</f><v>2</v></c>"
      "<c r='G2' t='b'><v>1</v></c><c r='H2' t='e'><v>#REF!</v></c><c r='I2'><v>0.5</v></c></row>",
      NULL,
      "<si><t>Mô hình</t></si><si><r><t xml:space='preserve'>a &amp; </t></r><r><t>b</t></r>"
      "<rPh sb='0' eb='1'><t>đọc</t></rPh></si>",
      NULL);
  LtTable *table = get_table (reading);
  static const char *const texts[]
      = { "Mô hình", "a & b", "Sở Y tế", "tính ra", "2", "TRUE", "#REF!", "0,5" };

  g_assert_cmpstr (lt_table_get_name (table), ==, "Sheet1");
  g_assert_cmpuint (lt_table_get_n_rows (table), ==, 1);
  g_assert_cmpuint (lt_table_get_row_source (table, 0), ==, 2);
  g_assert_cmpuint (lt_table_get_n_columns (table), ==, G_N_ELEMENTS (texts));
  g_assert_cmpstr (lt_table_get_column (table, 0)->title, ==, "B");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (get_text (reading, 0, i), ==, texts[i]);
  g_assert_cmpint (lt_table_get_cell (table, 0, 4)->kind, ==, LT_CELL_NUMBER);
  g_assert_cmpfloat (lt_table_get_cell (table, 0, 7)->value, ==, 0.5);
  g_assert_cmpuint (reading->doubts->len, ==, 1);
  g_assert_cmpstr (((LtDoubt *) g_ptr_array_index (reading->doubts, 0))->where, ==, "Sheet1, H2");
}

/* As some programs write them: no places, text in pieces, characters that XML cannot hold. */
static void
test_without_places (void)
{
  g_autoptr (LtReading) reading
      = read_rows ("<row><c t='inlineStr'><is><t>một</t></is></c><c/><c><v>3</v></c></row>"
                   "<row><c t='inlineStr'><is><t>hai_x000D__x000A_ba_x005F_x0041_</t></is></c></row>",
                   NULL, NULL, NULL);

  g_assert_cmpstr (get_text (reading, 0, 0), ==, "một");
  g_assert_cmpstr (get_text (reading, 0, 1), ==, "3");
  g_assert_cmpstr (lt_table_get_column (get_table (reading), 1)->title, ==, "C");
  g_assert_cmpstr (get_text (reading, 1, 0), ==, "hai\nba_x0041_");
}

static void
test_spans (void)
{
  g_autoptr (LtReading) reading = read_rows (
      "<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c><c r='D1'><v>3</v></c></row>"
      "<row r='2'><c r='A2'><v>9</v></c><c r='B2'><v>4</v></c></row>"
      "<row r='5'><c r='B5'><v>5</v></c></row>",
      /* over a row that is left out; over another; far beyond the end; upside down */
      "<mergeCells><mergeCell ref='A1:A5'/><mergeCell ref='A2:B2'/><mergeCell ref='D1:XFD1048576'/>"
      "<mergeCell ref='B5:B1'/><mergeCell ref='nothing'/></mergeCells>",
      NULL, NULL);
  LtTable *table = get_table (reading);

  g_assert_cmpuint (lt_table_get_n_rows (table), ==, 3);
  g_assert_cmpuint (lt_table_get_n_columns (table), ==, 3);
  g_assert_cmpuint (lt_table_get_cell (table, 0, 0)->row_span, ==, 3);
  g_assert_cmpuint (lt_table_get_cell (table, 1, 0)->row_span, ==, 0);
  /* What the merge hides is not seen in Excel either. */
  g_assert_cmpstr (get_text (reading, 1, 0), ==, "");
  g_assert_cmpstr (get_text (reading, 1, 1), ==, "4");
  g_assert_cmpuint (lt_table_get_cell (table, 1, 1)->row_span, ==, 1);
  g_assert_cmpuint (lt_table_get_cell (table, 0, 2)->row_span, ==, 3);
  g_assert_cmpuint (lt_table_get_row_source (table, 2), ==, 5);
}

/* Two cells a million rows apart take no more room than two. */
static void
test_far_cells (void)
{
  g_autoptr (LtReading) reading
      = read_rows ("<row r='1'><c r='A1'><v>1</v></c></row>"
                   "<row r='1048576'><c r='XFD1048576'><v>2</v></c></row>",
                   NULL, NULL, NULL);

  g_assert_cmpuint (lt_table_get_n_rows (get_table (reading)), ==, 2);
  g_assert_cmpuint (lt_table_get_n_columns (get_table (reading)), ==, 2);
  g_assert_cmpstr (lt_table_get_column (get_table (reading), 1)->title, ==, "XFD");
}

static void
test_days_and_looks (void)
{
  g_autoptr (LtReading) reading = read_rows (
      "<row r='1'><c r='A1' s='1'><v>46068</v></c><c r='B1' s='2'><v>46357</v></c>"
      "<c r='C1' s='3'><v>0.95</v></c><c r='D1' s='4' t='s'><v>0</v></c><c r='E1' s='5'><v>1234.5</v></c>"
      "<c r='F1' s='6' t='s'><v>1</v></c><c r='G1' s='99'><v>7</v></c><c r='H1' t='s'><v>2</v></c></row>",
      NULL,
      "<si><t>đậm</t></si><si><t>Së Y tÕ</t></si>"
      "<si><r><rPr><b/></rPr><t>tất cả</t></r><r><rPr><b val='1'/></rPr><t> đậm</t></r></si>",
      "<numFmts count='1'><numFmt numFmtId='164' formatCode='\"Tháng \"m/yyyy'/></numFmts>"
      "<fonts><font><name val='Arial'/></font><font><b/></font><font><name val='.VnTime'/></font></fonts>"
      "<cellXfs><xf/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='9'/><xf fontId='1'/>"
      "<xf numFmtId='4'/><xf fontId='2'/></cellXfs>");
  LtTable *table = get_table (reading);

  g_assert_cmpstr (get_text (reading, 0, 0), ==, "15/02/2026");
  g_assert_cmpint (lt_table_get_cell (table, 0, 0)->kind, ==, LT_CELL_DAY);
  g_assert_cmpfloat (lt_table_get_cell (table, 0, 0)->value, ==, lt_day_from_ymd (2026, 2, 15));
  g_assert_cmpstr (get_text (reading, 0, 1), ==, "Tháng 12/2026");
  g_assert_cmpint (lt_table_get_cell (table, 0, 1)->kind, ==, LT_CELL_NUMBER);
  g_assert_cmpstr (get_text (reading, 0, 2), ==, "95%");
  g_assert_true (lt_table_get_cell (table, 0, 3)->flags & LT_CELL_FLAG_BOLD);
  g_assert_cmpstr (get_text (reading, 0, 4), ==, "1.234,50");
  g_assert_cmpstr (get_text (reading, 0, 5), ==, "Sở Y tế");
  g_assert_cmpstr (get_text (reading, 0, 6), ==, "7");
  g_assert_true (lt_table_get_cell (table, 0, 7)->flags & LT_CELL_FLAG_BOLD);
  g_assert_false (lt_table_get_cell (table, 0, 0)->flags & LT_CELL_FLAG_BOLD);
}

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"
#define SHEET(text)                                                                                \
  "<worksheet xmlns='" MAIN "'><sheetData><row hidden='1'><c t='inlineStr'><is><t>" text           \
  "</t></is></c><c s='1'><v>44606</v></c></row></sheetData></worksheet>"

static void
test_hidden_sheets_and_epoch (void)
{
  const LtTestPart parts[] = {
    { "_rels/.rels",
      "<Relationships xmlns='" PACKAGE "'><Relationship Id='r1' Type='" OFFICE
      "/officeDocument' Target='/xl/workbook.xml'/></Relationships>", -1 },
    { "xl/workbook.xml",
      "<x:workbook xmlns:x='" MAIN "' xmlns:r='" OFFICE "'><x:workbookPr date1904='1'/><x:sheets>"
      "<x:sheet name='Ẩn' sheetId='1' state='hidden' r:id='a'/>"
      "<x:sheet name='Trống' sheetId='2' r:id='b'/>"
      "<x:sheet name='Thấy' sheetId='3' r:id='c'/></x:sheets></x:workbook>", -1 },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns='" PACKAGE "'>"
      "<Relationship Id='a' Type='" OFFICE "/worksheet' Target='one.xml'/>"
      "<Relationship Id='b' Type='" OFFICE "/worksheet' Target='two.xml'/>"
      "<Relationship Id='c' Type='" OFFICE "/worksheet' Target='../xl/./three.xml'/>"
      "<Relationship Id='d' Type='" OFFICE "/styles' Target='styles.xml'/>"
      "</Relationships>", -1 },
    { "xl/one.xml", SHEET ("một"), -1 },
    { "xl/two.xml", "<worksheet xmlns='" MAIN "'/>", -1 },
    { "xl/three.xml", SHEET ("ba"), -1 },
    { "xl/styles.xml", "<styleSheet xmlns='" MAIN "'><cellXfs><xf/><xf numFmtId='22'/></cellXfs></styleSheet>", -1 },
    { NULL },
  };
  g_autoptr (GBytes) bytes = lt_test_archive_new (parts);
  g_autoptr (LtReading) reading = read_bytes (bytes);

  g_assert_cmpstr (lt_table_get_name (get_table (reading)), ==, "Thấy");
  g_assert_cmpstr (get_text (reading, 0, 0), ==, "ba");
  g_assert_cmpstr (get_text (reading, 0, 1), ==, "15/02/2026");
  g_assert_cmpuint (reading->doubts->len, ==, 2);
  g_assert_cmpstr (((LtDoubt *) g_ptr_array_index (reading->doubts, 0))->where, ==, "Ẩn");
  g_assert_cmpstr (((LtDoubt *) g_ptr_array_index (reading->doubts, 1))->what, ==,
                   "1 hidden row was read as well.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx-reader/kinds-of-cells", test_kinds_of_cells);
  g_test_add_func ("/xlsx-reader/without-places", test_without_places);
  g_test_add_func ("/xlsx-reader/spans", test_spans);
  g_test_add_func ("/xlsx-reader/far-cells", test_far_cells);
  g_test_add_func ("/xlsx-reader/days-and-looks", test_days_and_looks);
  g_test_add_func ("/xlsx-reader/hidden-sheets-and-epoch", test_hidden_sheets_and_epoch);
  return g_test_run ();
}
