/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "support/lt-test-reading.h"

static LtReading *
read_html (const char *html)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));

  return lt_test_read (bytes);
}

static void
check (const char *html, const char *expected)
{
  g_autoptr (LtReading) reading = read_html (html);

  lt_test_cells (reading, 0, expected);
}

static void
test_spans (void)
{
  check ("<table><tr><td colspan=2>a<td rowspan=2>b<tr><td>c<td>d<tr><td rowspan=0>e<td>f<td>g<tr><td>h<td>i</table>",
         "[1x2]a | ^ | [2x1]b\nc | d | ^\n[2x1]e | f | g\n^ | h | i\n");
  /* Spans that reach beyond the table, and text behind it. */
  check ("<table><tr><td rowspan=65000>a</td><td colspan=900>b</td></tr><tr><td>c</td></tr></table><p>sau</p>",
         "[2x1]a | b\n^ | c\n~ sau\n");
  check ("<table><thead><tr><th>TT<th>Tên</thead><tbody><tr><td>1<td>a</tbody></table>", "# *TT | *Tên\n1 | a\n");
}

static void
test_lines (void)
{
  check ("<table><tr><td>một\n  hai<br>ba<p>bốn</p><div>năm</div>sáu</td><td><pre>a\nb</pre></td><td>x&nbsp;&amp;&#7879;</td></tr></table>",
         "một hai/ba/bốn/năm/sáu | a/b | x &ệ\n");
}

static void
test_lists (void)
{
  check ("<table><tr><td>Gồm:<ol><li>một<li>hai<ul><li>con</li></ul></li><li value=7>bảy</ol></td>"
         "<td><ol type=a start=3><li><p>xê</p></li><li>đê</li></ol></td>"
         "<td><ol style='list-style-type: upper-roman'><li>La Mã</ol><ul style='list-style-type:none'><li>không</ul></td></tr></table>",
         "Gồm:/1. một/2. hai/- con/7. bảy | c. xê/d. đê | I. La Mã/không\n");
}

static void
test_looks (void)
{
  check ("<style><!-- /* a */ .dam {font-weight:700} td.an, .khac .x:hover {display:none} @media print { td { font-weight: 700 } }"
         " td {font-weight: 400} .cu {font-family: \".VnTime\", serif} --></style>"
         "<table><tr><td><b>a</b></td><td class='dam'>b</td><td><b>c</b> d</td><td><span style='font-weight: bold'>e</span></td>"
         "<td class=dam><span style='font-weight:normal'>f</span></td><td>g<span style='display:none'>không</span></td></tr>"
         "<tr><td class=cu>Së Y tÕ</td><td><font face='VNI-Times'>Sôû Y teá</font></td><td><font face=Arial>Sở Y tế</font></td>"
         "<td style='text-transform:uppercase'>chữ</td><td></td><td>&nbsp;</td></tr></table>",
         "*a | *b | c d | *e | f | g\nSở Y tế | Sở Y tế | Sở Y tế | CHỮ |  | \n");
}

static void
test_nested (void)
{
  g_autoptr (LtReading) reading = NULL;

  check ("<table><tr><td>1<td>a<table><tr><td>p<td>q<tr><td>r</table>b<td>c</table>", "1 | a/p q/r/b | c\n");
  reading = read_html ("<p>Kế hoạch</p><table><tr><td><table><tr><td>1<td>2<td>3<tr><td>4<td>5<td>6<tr><td>7<td>8<td>9</table></table>");
  g_assert_cmpuint (reading->tables->len, ==, 2);
  lt_test_cells (reading, 1, "1 | 2 | 3\n4 | 5 | 6\n7 | 8 | 9\n");
}

/* Words before a table that a cell only frames stand above it; those before another do not. */
static void
test_framed (void)
{
#define INNER "<table><tr><td>1<td>2<td>3<tr><td>4<td>5<td>6<tr><td>7<td>8<td>9</table>"
  g_autoptr (LtReading) reading
      = read_html ("<table><tr><td>Menu<td><p>KẾ HOẠCH<p>năm 2025" INNER "<p>II. Nhiệm vụ<div>" INNER "</div>Hết</table>");

  g_assert_cmpuint (reading->tables->len, ==, 3);
  lt_test_cells (reading, 1, "~ KẾ HOẠCH\n~ năm 2025\n1 | 2 | 3\n4 | 5 | 6\n7 | 8 | 9\n");
  lt_test_cells (reading, 2, "~ II. Nhiệm vụ\n1 | 2 | 3\n4 | 5 | 6\n7 | 8 | 9\n");
#undef INNER
}

static void
test_not_shown (void)
{
  check ("<html><head><title>x</title><script>document.write('<td>')</script></head><body><!-- <td>y -->"
         "<table><tr><td>a<script>b</script><style>c</style><select><option>d</select></td><td>e<del>f</del></td></tr></table></body></html>",
         "a | e\n");
}

/* As Word puts it on the clipboard. */
static void
test_word (void)
{
  check ("Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000000900\r\nStartFragment:0000000300\r\nEndFragment:0000000800\r\n\r\n"
         "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:w=\"urn:schemas-microsoft-com:office:word\">\r\n<head>"
         "<meta http-equiv=Content-Type content=\"text/html; charset=utf-8\"><style>\r\n<!--\r\n /* Font Definitions */\r\n @font-face\r\n\t{font-family:\"Cambria Math\";}\r\n"
         "p.MsoNormal\r\n\t{margin:0cm; font-family:\"Times New Roman\",serif;}\r\n-->\r\n</style><!--[if gte mso 10]><style>td {display:none}</style><![endif]--></head>"
         "<body lang=VI><!--StartFragment-->\r\n<table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'><td width=40 valign=top>"
         "<p class=MsoNormal align=center><b><span style='font-size:13.0pt'>STT<o:p></o:p></span></b></p></td><td><p class=MsoNormal><b>Kết quả\r\ncần đạt<o:p></o:p></b></p></td></tr>"
         "<tr><td><p class=MsoNormal>1</p></td><td><p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>"
         "<span style='mso-list:Ignore'>(1)<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>Rà soát</p>"
         "<p class=MsoNormal>(2) <ins>Đẩy</ins><del>Bỏ</del> mạnh<o:p></o:p></p></td></tr></table>\r\n<!--EndFragment-->\r\n</body>\r\n</html>",
         "*STT | *Kết quả cần đạt\n1 | (1) Rà soát/(2) Đẩy mạnh\n");
}

/* As Excel and LibreOffice do. */
static void
test_spreadsheets (void)
{
  check ("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><style><!--table{mso-displayed-decimal-separator:\"\\,\";}\n"
         "td{padding-top:1px;font-weight:400;font-family:Calibri, sans-serif;mso-number-format:General;}\n.xl65{font-weight:700;}\n"
         ".xl66{mso-number-format:\"dd\\/mm\\/yyyy\";}\n--></style></head><body><!--StartFragment--><table width=300><col width=64 span=3>"
         "<tr height=20><td height=20 class=xl65 width=64>TT</td><td class=xl65>Việc</td><td class=xl65>Hạn</td></tr>"
         "<tr><td class=xl65>I</td><td class=xl65 colspan=2 style='mso-ignore:colspan'>Nhóm</td></tr>"
         "<tr><td align=right>1</td><td>a<br>b</td><td class=xl66 align=right>31/12/2024</td></tr><!--EndFragment--></table></body></html>",
         "*TT | *Việc | *Hạn\n*I | [1x2]*Nhóm | ^\n1 | a/b | 31/12/2024\n");
  check ("<!DOCTYPE html><html><head><meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"/><style type=\"text/css\">body,div,table{font-size:x-small}</style></head>"
         "<body><table cellspacing=\"0\"><colgroup width=\"85\"></colgroup><colgroup width=\"200\"></colgroup><tr><td height=\"17\"><b>TT</b></td><td><b>Hạn</b></td></tr>"
         "<tr><td sdval=\"1\" sdnum=\"1066;\">1</td><td sdval=\"45657\" sdnum=\"1066;1066;DD/MM/YYYY\">31/12/2024</td></tr></table></body></html>",
         "*TT | *Hạn\n1 | 31/12/2024\n");
}

/* Chromium and Firefox hand over the selection, styles written out. */
static void
test_browsers (void)
{
  check ("<meta charset='utf-8'><table style=\"border-collapse: collapse; font-family: Arial;\"><tbody><tr><td style=\"font-weight: 700;\">TT</td><td><p><strong>Việc</strong></p></td></tr>"
         "<tr><td>1</td><td><p>a</p>\n<p>b</p></td></tr></tbody></table>", "*TT | *Việc\n1 | a/b\n");
}

static void
test_encodings (void)
{
  static const char html[] = "<html><meta charset=utf-8><table><tr><td>Nhiệm vụ<td>Sở Y tế</table>";
  g_autoptr (GError) error = NULL;
  gsize length;
  char *wide = g_convert (html, -1, "UTF-16", "UTF-8", NULL, &length, &error);
  g_autoptr (GBytes) bytes = g_bytes_new_take (wide, length);
  g_autoptr (LtReading) reading = lt_test_read (bytes);
  /* The page says something else than it is. */
  g_autoptr (LtReading) wrong = read_html ("<html><meta charset=iso-8859-1><table><tr><td>Nhiệm vụ<td>Sở Y tế</table>");
  g_autoptr (LtReading) old = read_html ("<html><meta charset=windows-1252><table><tr><td>C\xabng an th\xb5nh ph\xe8<td>S\xeb Y t\xd5</table>");

  lt_test_cells (reading, 0, "Nhiệm vụ | Sở Y tế\n");
  lt_test_cells (wrong, 0, "Nhiệm vụ | Sở Y tế\n");
  lt_test_cells (old, 0, "Công an thành phố | Sở Y tế\n");
}

static void
test_sloppy (void)
{
  check ("<table><td>a<td>b<tr><td>c</td></td></p></td><td>d</table></table></div>", "a | b\nc | d\n");
  check ("<table><tr><table><tr><td>x</table><td>a</tr>", "x | a\n");
  check ("<td>ngoài</td><table><tr><td>a", "~ ngoài\na\n");
}

static void
test_refused (void)
{
  g_autoptr (GBytes) none = g_bytes_new_static ("<html><p>chữ</p></html>", 21);

  lt_test_refused (none, "No table was found");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-reader/spans", test_spans);
  g_test_add_func ("/html-reader/lines", test_lines);
  g_test_add_func ("/html-reader/lists", test_lists);
  g_test_add_func ("/html-reader/looks", test_looks);
  g_test_add_func ("/html-reader/nested", test_nested);
  g_test_add_func ("/html-reader/framed", test_framed);
  g_test_add_func ("/html-reader/not-shown", test_not_shown);
  g_test_add_func ("/html-reader/word", test_word);
  g_test_add_func ("/html-reader/spreadsheets", test_spreadsheets);
  g_test_add_func ("/html-reader/browsers", test_browsers);
  g_test_add_func ("/html-reader/encodings", test_encodings);
  g_test_add_func ("/html-reader/sloppy", test_sloppy);
  g_test_add_func ("/html-reader/refused", test_refused);
  return g_test_run ();
}
