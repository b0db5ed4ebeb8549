/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "exchange/lt-helper.h"
#include "exchange/lt-pdf-reader.h"
#include "support/lt-test-reading.h"

/* Letters of ten points, five points wide. */
static void
add_words (GString *xml, double x, double y, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      double width = 5.0 * (double) g_utf8_strlen (*word, -1);
      g_autofree char *safe = g_markup_escape_text (*word, -1);

      g_string_append_printf (xml, "<word xMin='%.1f' yMin='%.1f' xMax='%.1f' yMax='%.1f'>%s</word>", x,
                              y, x + width, y + 10, safe);
      x += width + 2.5;
    }
}

static void
add_line (GString *svg, double x1, double y1, double x2, double y2)
{
  g_string_append_printf (svg, "<path style='fill:none;stroke:rgb(0%%,0%%,0%%)' d='M %.1f %.1f L %.1f %.1f '/>",
                          x1, y1, x2, y2);
}

/* As Word draws an edge: a thin box. */
static void
add_box (GString *svg, double x1, double y1, double x2, double y2)
{
  g_string_append_printf (svg, "<path style='stroke:none;fill:rgb(0%%,0%%,0%%)' d='M %.1f %.1f L %.1f %.1f L %.1f %.1f L %.1f %.1f Z '/>",
                          x1, y1, x2, y1, x2, y2, x1, y2);
}

static LtReading *
read_pages (GString *words, GString *rules, GError **error)
{
  g_autoptr (LtPdfPages) pages = lt_pdf_pages_new ();
  g_autoptr (GBytes) xml = g_string_free_to_bytes (words);
  g_autoptr (GBytes) svg = g_string_free_to_bytes (rules);
  GError *failure = NULL;
  LtBudget budget;

  lt_budget_init (&budget, NULL);
  g_assert_true (lt_pdf_pages_read_words (pages, xml, &budget, &failure));
  g_assert_no_error (failure);
  g_assert_true (lt_pdf_pages_read_rules (pages, svg, &budget, &failure));
  g_assert_no_error (failure);
  return lt_pdf_read_pages (pages, &budget, error);
}

static void
start (GString **words, GString **rules)
{
  *words = g_string_new ("<doc><page width='600' height='800'>");
  *rules = g_string_new ("<svg xmlns='http://www.w3.org/2000/svg'><defs><path d='M 0 0 L 500 0'/></defs><pageSet><page>");
}

static void
next_page (GString *words, GString *rules)
{
  g_string_append (words, "</page><page width='600' height='800'>");
  g_string_append (rules, "</page><page>");
}

static void
end (GString *words, GString *rules)
{
  g_string_append (words, "</page></doc>");
  g_string_append (rules, "</page></pageSet></svg>");
}

static void
add_columns (GString *rules, double top, double bottom)
{
  static const double edges[] = { 40, 80, 285, 420 };

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    add_line (rules, edges[i], top, edges[i], bottom);
}

/* Merged cells, paragraphs, text around, and a row that goes on behind a repeated heading. */
static void
test_ruled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtReading) reading = NULL;
  GString *words, *rules;

  start (&words, &rules);
  add_words (words, 250, 60, "Phụ lục");
  add_words (words, 45, 104, "TT");
  add_words (words, 85, 104, "Kết quả");
  add_words (words, 305, 104, "Thời hạn");
  add_words (words, 45, 130, "1");
  add_words (words, 85, 124, "(1) Rà soát, quản lý và lưu trữ thông tin");
  add_words (words, 85, 136, "hành chính.");
  add_words (words, 85, 148, "(2) Phối hợp & khảo sát;");
  add_words (words, 305, 130, "trước ngày 31/12/2024");
  add_words (words, 45, 174, "2");
  add_words (words, 85, 174, "Hoàn thành theo lộ trình hướng dẫn thực hiện");
  add_columns (rules, 100, 200);
  add_line (rules, 40, 100, 420, 100);
  add_line (rules, 40, 120, 420, 120);
  add_line (rules, 40, 170, 285, 170);
  add_line (rules, 40, 200, 420, 200);
  add_words (words, 300, 770, "1");
  next_page (words, rules);
  add_words (words, 300, 20, "- 2 -");
  add_words (words, 45, 54, "TT");
  add_words (words, 85, 54, "Kết quả");
  add_words (words, 305, 54, "Thời hạn");
  add_words (words, 85, 74, "sổ sức khoẻ điện tử.");
  add_words (words, 45, 94, "3");
  add_words (words, 85, 94, "Số hoá hộ tịch");
  add_words (words, 305, 94, "Thường xuyên");
  add_words (words, 40, 140, "Nơi nhận:");
  add_columns (rules, 50, 110);
  add_line (rules, 40, 50, 420, 50);
  add_line (rules, 40, 70, 420, 70);
  add_line (rules, 40, 90, 420, 90);
  add_line (rules, 40, 110, 420, 110);
  end (words, rules);
  reading = read_pages (words, rules, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading->tables->len, ==, 1);
  lt_test_cells (reading, 0,
                 "~ Phụ lục\n# TT | Kết quả | Thời hạn\n"
                 "1 | (1) Rà soát, quản lý và lưu trữ thông tin hành chính./(2) Phối hợp & khảo sát; | [2x1]trước ngày 31/12/2024\n"
                 "2 | Hoàn thành theo lộ trình hướng dẫn thực hiện sổ sức khoẻ điện tử. | ^\n"
                 "3 | Số hoá hộ tịch | Thường xuyên\n~ Nơi nhận:\n");
}

/* Edges drawn for each cell by itself, a white box, curves, and a frame around everything. */
static void
test_boxes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtReading) reading = NULL;
  GString *words, *rules;

  start (&words, &rules);
  add_words (words, 45, 105, "một hai ba");
  add_words (words, 145, 105, "bốn năm sáu");
  add_words (words, 45, 135, "bảy tám");
  add_words (words, 145, 135, "chín mười");
  for (guint i = 0; i < 2; i++)
    for (guint j = 0; j < 2; j++)
      {
        double x = 40 + 100 * i;
        double y = 100 + 30 * j;

        add_box (rules, x, y, x + 100, y + 0.5);
        add_box (rules, x, y + 30, x + 100, y + 30.5);
        add_box (rules, x, y + 0.5, x + 0.5, y + 30);
        add_box (rules, x + 100, y + 0.5, x + 100.5, y + 30);
        add_box (rules, x, y, x + 0.5, y + 0.5);
      }
  g_string_append (rules, "<path style='fill:rgb(100%,100%,100%)' d='M 90 90 L 90.5 90 L 90.5 170 L 90 170 Z'/>"
                          "<path style='stroke:rgb(0%,0%,0%)' d='M 0 0 C 1 2 3 4 500 600'/>"
                          "<path style='stroke:rgb(0%,0%,0%)' d='M 10 10 L 590 10 L 590 790 L 10 790 Z'/>"
                          "<clipPath><path style='stroke:rgb(0%,0%,0%)' d='M 100 0 L 100 800'/></clipPath>");
  end (words, rules);
  reading = read_pages (words, rules, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading->tables->len, ==, 1);
  lt_test_cells (reading, 0, "một hai ba | bốn năm sáu\nbảy tám | chín mười\n");
}

static void
test_bare (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtReading) reading = NULL;
  GString *words, *rules;

  start (&words, &rules);
  add_words (words, 40, 60, "TRIỂN KHAI CÁC MÔ HÌNH TRÊN ĐỊA BÀN THÀNH PHỐ HẢI PHÒNG");
  add_words (words, 40, 104, "TT");
  add_words (words, 85, 104, "Kết quả cần đạt");
  add_words (words, 305, 104, "Thời hạn");
  for (guint i = 0; i < 6; i++)
    {
      double y = 124 + 40 * i;
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      add_words (words, 40, y, number);
      add_words (words, 85, y, "Rà soát, quản lý và lưu trữ thông tin");
      add_words (words, 85, y + 11, "hành chính");
      add_words (words, 305, y, "Quý IV");
    }
  end (words, rules);
  reading = read_pages (words, rules, &error);
  g_assert_no_error (error);
#define ROW(n) n " | Rà soát, quản lý và lưu trữ thông tin hành chính | Quý IV\n"
  lt_test_cells (reading, 0, "~ TRIỂN KHAI CÁC MÔ HÌNH TRÊN ĐỊA BÀN THÀNH PHỐ HẢI PHÒNG\nTT | Kết quả cần đạt | Thời hạn\n"
                 ROW ("1") ROW ("2") ROW ("3") ROW ("4") ROW ("5") ROW ("6"));
  g_assert_cmpuint (reading->doubts->len, ==, 1);
}

/* The last row ends on a page that has nothing else of the table; one line is longer than all those that the
 * columns are found by; the issuer stands beside the motto with a narrow gap. */
static void
test_bare_rest (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtReading) reading = NULL;
  GString *words, *rules;

  start (&words, &rules);
  add_words (words, 40, 40, "UBND XÃ TÂN LẬP");
  add_words (words, 125, 40, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA");
  add_words (words, 40, 51, "TRƯỜNG TÂN LẬP");
  add_words (words, 128, 51, "Độc lập - Tự do");
  for (guint i = 0; i < 3; i++)
    {
      double y = 124 + 40 * i;
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      add_words (words, 40, y, number);
      add_words (words, 85, y, "Rà soát, quản lý và lưu trữ");
      add_words (words, 85, y + 11, i == 2 ? "tất cả thông tin của cơ sở" : "hành chính");
      add_words (words, 305, y, "Quý IV");
    }
  next_page (words, rules);
  add_words (words, 85, 40, "dữ liệu quốc gia");
  add_words (words, 85, 400, "Hết");
  end (words, rules);
  reading = read_pages (words, rules, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading->tables->len, ==, 1);
  lt_test_cells (reading, 0,
                 "~ UBND XÃ TÂN LẬP\n~ CỘNG HÒA XÃ HỘI CHỦ NGHĨA\n~ TRƯỜNG TÂN LẬP\n~ Độc lập - Tự do\n"
                 "1 | Rà soát, quản lý và lưu trữ hành chính | Quý IV\n2 | Rà soát, quản lý và lưu trữ hành chính | Quý IV\n"
                 "3 | Rà soát, quản lý và lưu trữ tất cả thông tin của cơ sở dữ liệu quốc gia | Quý IV\n~ Hết\n");
}

static void
test_scanned (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtReading) reading = NULL;
  GString *words, *rules;

  start (&words, &rules);
  add_words (words, 400, 20, "Ký bởi: Sở");
  next_page (words, rules);
  end (words, rules);
  reading = read_pages (words, rules, &error);
  g_assert_null (reading);
  g_assert_nonnull (strstr (error->message, "scanned picture"));
}

static void
test_damaged (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autoptr (GBytes) damaged = g_bytes_new_static ("%PDF-1.7\nnothing more", 21);
  g_autoptr (GBytes) sealed = g_bytes_new_static ("%PDF-1.7\ntrailer << /Encrypt 5 0 R >>", 37);

  if (program == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  lt_test_refused (damaged, "damaged or was not copied to its end");
  lt_test_refused (sealed, "protected by a password");
}

static void
test_not_installed (void)
{
  g_autofree char *path = g_strdup (g_getenv ("PATH"));
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.7\n", 9);

  g_setenv ("PATH", "/nowhere", TRUE);
  lt_test_refused (bytes, "poppler-utils");
  g_setenv ("PATH", path != NULL ? path : "", TRUE);
}

static void
test_helper (void)
{
  static const char *const echo[] = { "sh", "-c", "echo out; echo err >&2; exit 3", NULL };
  static const char *const flood[] = { "sh", "-c", "yes", NULL };
  static const char *const hungry[] = { "sh", "-c", "ulimit -v", NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;
  g_autoptr (GBytes) output = lt_helper_run (echo, NULL, &status, &error);
  g_autoptr (GBytes) limit = lt_helper_run (hungry, NULL, &status, NULL);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (output, NULL), g_bytes_get_size (output), "out\n", 4);
  g_assert_cmpint (g_ascii_strtoll (g_bytes_get_data (limit, NULL), NULL, 10), ==, LT_HELPER_MEMORY_MAX / 1024);
  g_assert_null (lt_helper_run (flood, NULL, &status, &error));
  g_assert_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_LIMIT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-reader/ruled", test_ruled);
  g_test_add_func ("/pdf-reader/boxes", test_boxes);
  g_test_add_func ("/pdf-reader/bare", test_bare);
  g_test_add_func ("/pdf-reader/bare-rest", test_bare_rest);
  g_test_add_func ("/pdf-reader/scanned", test_scanned);
  g_test_add_func ("/pdf-reader/damaged", test_damaged);
  g_test_add_func ("/pdf-reader/not-installed", test_not_installed);
  g_test_add_func ("/pdf-reader/helper", test_helper);
  return g_test_run ();
}
