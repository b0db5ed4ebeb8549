/* SPDX-License-Identifier: MIT */
#include "support/lt-test-archive.h"
#include "support/lt-test-reading.h"

#define R(text) "<w:r><w:t>" text "</w:t></w:r>"
#define B(text) "<w:r><w:rPr><w:b/></w:rPr><w:t>" text "</w:t></w:r>"
#define F(font, text) "<w:r><w:rPr><w:rFonts w:ascii='" font "' w:hAnsi='" font "'/></w:rPr><w:t>" text "</w:t></w:r>"
#define P(runs) "<w:p>" runs "</w:p>"
#define N(list, level, runs) "<w:p><w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" list "'/></w:numPr></w:pPr>" runs "</w:p>"
#define C(content) "<w:tc>" content "</w:tc>"
#define CP(properties, content) "<w:tc><w:tcPr>" properties "</w:tcPr>" content "</w:tc>"
#define SPAN(n) "<w:gridSpan w:val='" n "'/>"
#define START "<w:vMerge w:val='restart'/>"
#define BELOW "<w:vMerge/>"
#define ROW(cells) "<w:tr>" cells "</w:tr>"
#define HEAD(cells) "<w:tr><w:trPr><w:tblHeader/></w:trPr>" cells "</w:tr>"
#define TABLE(rows) "<w:tbl>" rows "</w:tbl>"
#define GRID(columns) "<w:tblGrid>" columns "</w:tblGrid>"
#define COLUMN(width) "<w:gridCol w:w='" width "'/>"

static LtReading *
read_body (const char *body, const char *styles, const char *numbering)
{
  g_autoptr (GBytes) bytes = lt_test_document_new (body, styles, numbering);

  return lt_test_read (bytes);
}

static void
check (const char *body, const char *expected)
{
  g_autoptr (LtReading) reading = read_body (body, NULL, NULL);

  lt_test_cells (reading, 0, expected);
}

static void
test_spans (void)
{
  check (TABLE (ROW (CP (SPAN ("2"), P (R ("a"))) CP (START, P (R ("b")))) 
                ROW (C (P (R ("c"))) C (P (R ("d"))) CP (BELOW, P (R ("unseen"))))
                ROW (C (P (R ("e"))) C (P (R ("f"))) CP (BELOW, P ("")))
                ROW (C (P (R ("g"))) C (P (R ("h"))) C (P (R ("i"))))),
         "[1x2]a | ^ | [3x1]b\nc | d | ^\ne | f | ^\ng | h | i\n");
  /* Nothing above that it could go on; merges of another width; the old kind beside each other. */
  check (TABLE (ROW (CP (BELOW, P (R ("a"))) C (P (R ("b"))) C (P (R ("c"))))
                ROW (CP (SPAN ("2") BELOW, P (R ("d"))) C (P (R ("e"))))
                ROW (C (P (R ("f"))) CP ("<w:hMerge w:val='restart'/>", P (R ("g")))
                     CP ("<w:hMerge/>", P ("")))),
         "a | b | c\n[1x2]d | ^ | e\nf | [1x2]g | ^\n");
  check (TABLE (ROW (C (P (R ("a"))) C (P (R ("b"))) C (P (R ("c"))))
                "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" C (P (R ("d"))) C (P (R ("e"))) "</w:tr>"
                ROW (CP (SPAN ("99"), P (R ("wide"))))),
         "a | b | c\n | d | e\n[1x3]wide | ^ | ^\n");
}

/* A line between two columns that was moved by a hair in one row. */
static void
test_slipped_columns (void)
{
  check (TABLE (GRID (COLUMN ("3000") COLUMN ("40") COLUMN ("3000") COLUMN ("3000"))
                ROW (C (P (R ("a"))) CP (SPAN ("2"), P (R ("b"))) C (P (R ("c"))))
                ROW (CP (SPAN ("2"), P (R ("d"))) C (P (R ("e"))) C (P (R ("f"))))),
         "a | b | c\nd | e | f\n");
  /* As narrow, but a column. */
  check (TABLE (GRID (COLUMN ("3000") COLUMN ("40") COLUMN ("3000"))
                ROW (C (P (R ("a"))) C (P (R ("b"))) C (P (R ("c"))))),
         "a | b | c\n");
}

static void
test_text_around (void)
{
  g_autoptr (LtReading) reading = read_body (
      P (B ("Phụ lục")) P ("") P (R ("Kế hoạch số 38")) TABLE (ROW (C (P (R ("a")))))
      P (R ("giữa")) TABLE (ROW (C (P (R (" "))))) TABLE (ROW (C (P (R ("b"))) C (P (R ("c")))))
      P (R ("Nơi nhận:")), NULL, NULL);

  g_assert_cmpuint (reading->tables->len, ==, 2);
  lt_test_cells (reading, 0, "~ Phụ lục\n~ Kế hoạch số 38\na\n");
  lt_test_cells (reading, 1, "~ giữa\nb | c\n~ Nơi nhận:\n");
  g_assert_true (lt_table_get_cell (g_ptr_array_index (reading->tables, 0), 0, 0)->flags & LT_CELL_FLAG_BOLD);
  g_assert_cmpuint (lt_table_get_row_source (g_ptr_array_index (reading->tables, 0), 2), ==, 1);
}

/* Repeated headings, and a table that was cut in two. */
static void
test_continued (void)
{
  g_autoptr (LtReading) reading = read_body (
      TABLE (GRID (COLUMN ("1000") COLUMN ("4000")) HEAD (C (P (R ("TT"))) C (P (R ("Tên"))))
             ROW (C (P (R ("1"))) C (P (R ("a")))) HEAD (C (P (R ("2"))) C (P (R ("b"))))) P ("")
      TABLE (GRID (COLUMN ("1010") COLUMN ("3990")) HEAD (C (P (R ("TT"))) C (P (R ("Tên"))))
             ROW (C (P (R ("3"))) C (P (R ("c"))))) P ("")
      TABLE (GRID (COLUMN ("4000") COLUMN ("1000")) ROW (C (P (R ("x"))) C (P (R ("y"))))), NULL, NULL);

  g_assert_cmpuint (reading->tables->len, ==, 2);
  lt_test_cells (reading, 0, "# TT | Tên\n1 | a\n2 | b\n# TT | Tên\n3 | c\n");
  lt_test_cells (reading, 1, "x | y\n");
}

static void
test_nested (void)
{
  g_autoptr (LtReading) reading = NULL;

  check (TABLE (ROW (C (P (R ("1"))) C (P (R ("trước")) TABLE (ROW (C (P (R ("p"))) C (P (R ("q")) P (R ("r"))))
                                                          ROW (C (P (R ("s"))))) P (R ("sau"))) C (P (R ("z"))))),
         "1 | trước/p q/r/s/sau | z\n");
  /* A frame around the table that is meant. */
#define THREE(a) ROW (C (P (R (a "1"))) C (P (R (a "2"))) C (P (R (a "3"))))
  reading = read_body (TABLE (ROW (C (TABLE (THREE ("a") THREE ("b") THREE ("c")) P ("")))), NULL, NULL);
  g_assert_cmpuint (reading->tables->len, ==, 2);
  lt_test_cells (reading, 0, "a1 a2 a3/b1 b2 b3/c1 c2 c3\n");
  lt_test_cells (reading, 1, "a1 | a2 | a3\nb1 | b2 | b3\nc1 | c2 | c3\n");
}

#define LEVEL(level, start, kind, text) "<w:lvl w:ilvl='" level "'><w:start w:val='" start "'/><w:numFmt w:val='" kind "'/><w:lvlText w:val='" text "'/>"

static void
test_numbering (void)
{
  g_autoptr (LtReading) reading = read_body (
      TABLE (ROW (C (N ("1", "0", "")) C (N ("2", "0", R ("một")) N ("2", "0", R ("hai")) N ("2", "1", R ("con"))))
             ROW (C (N ("1", "0", "")) C (N ("2", "1", R ("con")) N ("2", "0", R ("ba")) N ("2", "1", R ("con"))))
             ROW (C (N ("1", "0", "")) C (N ("3", "0", R ("lại từ đầu")) N ("3", "0", R ("tiếp"))))
             ROW (C (N ("1", "0", "")) C (N ("2", "0", R ("sau"))))
             ROW (C (N ("0", "0", R ("không"))) C (N ("4", "0", R ("gạch")) N ("4", "1", R ("chấm"))))
             ROW (C (N ("5", "0", R ("La Mã"))) C (N ("5", "1", R ("đủ")) N ("5", "2", R ("thường"))))
             ROW (C ("<w:p><w:pPr><w:pStyle w:val='Muc'/></w:pPr>" R ("kiểu") "</w:p>") C (N ("77", "0", R ("lạ"))))),
      "<w:style w:type='paragraph' w:styleId='Muc'><w:basedOn w:val='Goc'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='Goc'><w:pPr><w:numPr><w:numId w:val='6'/></w:numPr></w:pPr></w:style>",
      "<w:abstractNum w:abstractNumId='0'>" LEVEL ("0", "1", "decimal", "%1") "<w:suff w:val='nothing'/></w:lvl></w:abstractNum>"
      "<w:abstractNum w:abstractNumId='1'>" LEVEL ("0", "1", "decimal", "(%1)") "</w:lvl>"
      LEVEL ("1", "1", "lowerLetter", "%2)") "</w:lvl></w:abstractNum>"
      "<w:abstractNum w:abstractNumId='2'>" LEVEL ("0", "1", "bullet", "-") "</w:lvl>"
      LEVEL ("1", "1", "bullet", "\xef\x82\xb7") "<w:rPr><w:rFonts w:ascii='Symbol'/></w:rPr></w:lvl></w:abstractNum>"
      "<w:abstractNum w:abstractNumId='3'>" LEVEL ("0", "4", "upperRoman", "%1.") "</w:lvl>"
      LEVEL ("1", "1", "decimal", "%1.%2.") "<w:isLgl/></w:lvl>" LEVEL ("2", "27", "upperLetter", "%1.%2.%3") "</w:lvl></w:abstractNum>"
      "<w:abstractNum w:abstractNumId='4'>" LEVEL ("0", "1", "none", "") "</w:lvl>" LEVEL ("1", "1", "decimalZero", "Mục %2:") "<w:pStyle w:val='Muc'/></w:lvl></w:abstractNum>"
      "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>"
      "<w:num w:numId='3'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>"
      "<w:num w:numId='4'><w:abstractNumId w:val='2'/></w:num><w:num w:numId='5'><w:abstractNumId w:val='3'/></w:num>"
      "<w:num w:numId='6'><w:abstractNumId w:val='4'/></w:num>");

  lt_test_cells (reading, 0,
                 "1 | (1) một/(2) hai/a) con\n"
                 "2 | b) con/(3) ba/a) con\n"
                 "3 | (1) lại từ đầu/(2) tiếp\n"
                 "4 | (3) sau\n"
                 "không | - gạch/• chấm\n"
                 "IV. La Mã | 4.1. đủ/IV.1.AA thường\n"
                 "Mục 01: kiểu | lạ\n");
}

/* A merged cell may hold paragraphs below that nobody sees: their numbers are not counted. */
static void
test_unseen_numbers (void)
{
  g_autoptr (LtReading) reading = read_body (
      TABLE (ROW (CP (START, N ("1", "0", "")) C (P (R ("a")))) ROW (CP (BELOW, N ("1", "0", "")) C (P (R ("b"))))
             ROW (C (N ("1", "0", "")) C (P (R ("c"))))), NULL,
      "<w:abstractNum w:abstractNumId='0'>" LEVEL ("0", "1", "decimal", "%1") "</w:lvl></w:abstractNum>"
      "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>");

  lt_test_cells (reading, 0, "[2x1]1 | a\n^ | b\n2 | c\n");
}

static void
test_looks (void)
{
  g_autoptr (LtReading) reading = read_body (
      TABLE (ROW (C (P (B ("đậm") B (" hết"))) C (P (B ("đậm") R (" một phần")))
                  C ("<w:p><w:pPr><w:pStyle w:val='Dam'/></w:pPr>" R ("kiểu") "</w:p>")
                  C ("<w:p><w:pPr><w:pStyle w:val='Dam'/></w:pPr><w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>không</w:t></w:r></w:p>")
                  C (P ("<w:r><w:rPr><w:rStyle w:val='Manh'/><w:caps/></w:rPr><w:t>chữ hoa</w:t></w:r>")))
             ROW (C (P (F (".VnTime", "Së Y") F (".VnTime", " tÕ") R (" và"))) C (P (F (".VnTimeH", "c«ng an")))
                  C (P (F ("VNI-Times", "Coâng a") F ("VNI-Times", "ùn"))) C (P (F (".VnTime", "Th") "<w:r><w:rPr><w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/></w:rPr><w:softHyphen/></w:r>" F (".VnTime", "¬ng")))
                  C (P ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>" R ("thấy"))))),
      "<w:style w:type='paragraph' w:styleId='Dam'><w:rPr><w:b/></w:rPr></w:style>"
      "<w:style w:type='character' w:styleId='Manh'><w:rPr><w:b/></w:rPr></w:style>", NULL);

  lt_test_cells (reading, 0, "*đậm hết | đậm một phần | *kiểu | không | *CHỮ HOA\n"
                             "Sở Y tế và | CÔNG AN | Công án | Thương | thấy\n");
  g_assert_cmpuint (reading->doubts->len, ==, 1);
}

static void
test_tracked_changes (void)
{
  g_autoptr (LtReading) reading = read_body (
      TABLE (ROW (C (P (R ("giữ") "<w:del>" R (" bỏ") "<w:r><w:br/><w:delText>cũ</w:delText></w:r></w:del><w:ins>" R (" mới") "</w:ins>"
                        "<w:moveFrom>" R (" chuyển") "</w:moveFrom><w:moveTo>" R (" tới") "</w:moveTo>"))
                  C (P ("<w:r><w:rPr><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>thường</w:t></w:r>")))
             "<w:tr><w:trPr><w:del w:id='1'/></w:trPr>" C (P (R ("hàng xoá"))) C (P (R ("x"))) "</w:tr>"
             "<w:tr><w:trPr><w:ins w:id='1'/></w:trPr>" C ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R ("nối ") "</w:p>" P (R ("liền"))) C (P (R ("y"))) "</w:tr>"),
      NULL, NULL);

  lt_test_cells (reading, 0, "giữ mới tới | thường\nnối liền | y\n");
  g_assert_cmpuint (reading->doubts->len, ==, 1);
}

static void
test_inner_content (void)
{
  check (TABLE ("<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr><w:text/></w:sdtPr><w:sdtContent><w:tr><w:sdt><w:sdtContent>"
                C (P ("<w:hyperlink>" R ("liên") "</w:hyperlink><w:smartTag>" R (" kết") "</w:smartTag><w:sdt><w:sdtContent>" R (" sdt") "</w:sdtContent></w:sdt>"))
                "</w:sdtContent></w:sdt>"
                C (P ("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>" R ("lệnh")
                      "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>" R ("trong") "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
                      "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" R ("12") "<w:r><w:fldChar w:fldCharType='end'/></w:r><w:fldSimple w:instr='X'>" R (" đơn") "</w:fldSimple>"))
                C ("<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t>"
                   "<w:sym w:font='Symbol' w:char='F0B3'/><w:t>5</w:t></w:r></w:p>")
                C (P ("<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" P (R ("hộp")) "</w:txbxContent></mc:Choice>"
                      "<mc:Fallback><w:pict><v:textbox><w:txbxContent>" P (R ("hộp")) "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" R ("ngoài")))
                "</w:tr></w:sdtContent></w:sdt>"),
         "liên kết sdt | 12 đơn | a b/c-de≥5 | hộp/ngoài\n");
}

static void
test_refusals (void)
{
  g_autoptr (GBytes) no_table = lt_test_document_new (P (R ("chỉ có chữ")), NULL, NULL);
  g_autoptr (GBytes) wide = lt_test_document_new (
      TABLE (ROW (CP (SPAN ("1000"), P (R ("a"))) CP (SPAN ("1000"), P (R ("b"))))), NULL, NULL);
  g_autoptr (GBytes) broken = lt_test_document_new ("<w:p>", NULL, NULL);

  lt_test_refused (no_table, "No table was found");
  lt_test_refused (wide, "more than 1024 columns");
  lt_test_refused (broken, "damaged");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/docx-reader/spans", test_spans);
  g_test_add_func ("/docx-reader/slipped-columns", test_slipped_columns);
  g_test_add_func ("/docx-reader/text-around", test_text_around);
  g_test_add_func ("/docx-reader/continued", test_continued);
  g_test_add_func ("/docx-reader/nested", test_nested);
  g_test_add_func ("/docx-reader/numbering", test_numbering);
  g_test_add_func ("/docx-reader/unseen-numbers", test_unseen_numbers);
  g_test_add_func ("/docx-reader/looks", test_looks);
  g_test_add_func ("/docx-reader/tracked-changes", test_tracked_changes);
  g_test_add_func ("/docx-reader/inner-content", test_inner_content);
  g_test_add_func ("/docx-reader/refusals", test_refusals);
  return g_test_run ();
}
