/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "exchange/lt-vietnamese.h"
#include "support/lt-test-reading.h"

/* Words of a plan, in every encoding that there is a name for. */
#define HEAD "STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn"
#define ROW "1\tTriển khai Sổ sức khoẻ điện tử\tSở Y tế\ttrước ngày 31/12/2024"
#define CELLS                                                                                      \
  "STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n"                                                  \
  "1 | Triển khai Sổ sức khoẻ điện tử | Sở Y tế | trước ngày 31/12/2024\n"

static LtReading *
read_data (const char *data, gssize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length < 0 ? strlen (data) : (gsize) length);

  return lt_test_read (bytes);
}

static void
check (const char *text, const char *expected)
{
  g_autoptr (LtReading) reading = read_data (text, -1);

  lt_test_cells (reading, 0, expected);
  g_assert_cmpuint (reading->doubts->len, ==, 0);
}

static void
test_separators (void)
{
  check ("a,b,c\r\n1,\"x, y\",3\r\n", "a | b | c\n1 | x, y | 3\n");
  check ("a;b;c\n1;x, y, z;3\n4;5;6", "a | b | c\n1 | x, y, z | 3\n4 | 5 | 6\n");
  check ("a\tb; c, d\n1\t2; 3, 4\n", "a | b; c, d\n1 | 2; 3, 4\n");
  check ("sep=|\r\na|b,c\r\n", "a | b,c\n");
  check ("Phụ lục\n(Kèm theo Kế hoạch số 1, ngày 2)\n\nTT;Tên;Hạn\n1;a;b\n2;c;d\n",
         "Phụ lục |  | \n(Kèm theo Kế hoạch số 1, ngày 2) |  | \nTT | Tên | Hạn\n1 | a | b\n2 | c | d\n");
  /* Sentences, not cells. */
  check ("Rà soát, quản lý\nĐẩy mạnh tuyên truyền\nTổ chức, thu thập, cập nhật\nHoàn thành\n",
         "Rà soát, quản lý\nĐẩy mạnh tuyên truyền\nTổ chức, thu thập, cập nhật\nHoàn thành\n");
}

static void
test_quotes (void)
{
  g_autoptr (LtReading) lines = read_data ("a\t\"(1) một\n(2) hai \"\"ba\"\"\"\tc\nd\te\tf\n", -1);
  g_autoptr (LtReading) unclosed = read_data ("a\t\"b\nc\td\n", -1);

  lt_test_cells (lines, 0, "a | (1) một/(2) hai \"ba\" | c\nd | e | f\n");
  g_assert_cmpuint (lt_table_get_row_source (g_ptr_array_index (lines->tables, 0), 1), ==, 3);
  lt_test_cells (unclosed, 0, "a | \"b\nc | d\n");
  g_assert_cmpuint (unclosed->doubts->len, ==, 1);
  check ("1\t\"Sổ\" điện tử\tx\n2\ty\tz\n", "1 | \"Sổ\" điện tử | x\n2 | y | z\n");
  check ("'=1+1,x\n'-a,y\n'tis,z\n", "=1+1 | x\n-a | y\n'tis | z\n");
}

static GBytes *
convert (const char *text, const char *encoding, gboolean decompose)
{
  g_autofree char *form = g_utf8_normalize (text, -1, decompose ? G_NORMALIZE_NFD : G_NORMALIZE_NFC);
  g_autoptr (GError) error = NULL;
  gsize length;
  char *data = g_convert (form, -1, encoding, "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

/* Vowels with their shape, tones behind them: how Windows-1258 is written. */
static GBytes *
convert_1258 (const char *text)
{
  GString *split = g_string_new (NULL);
  g_autofree char *kept = NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar base, mark;

      if (g_unichar_decompose (g_utf8_get_char (p), &base, &mark)
          && (mark == 0x300 || mark == 0x301 || mark == 0x303 || mark == 0x309 || mark == 0x323))
        {
          g_string_append_unichar (split, base);
          g_string_append_unichar (split, mark);
        }
      else
        g_string_append_unichar (split, g_utf8_get_char (p));
    }
  kept = g_string_free (split, FALSE);
  {
    gsize length;
    char *data = g_convert (kept, -1, "CP1258", "UTF-8", NULL, &length, NULL);

    g_assert_nonnull (data);
    return g_bytes_new_take (data, length);
  }
}

static void
check_bytes (GBytes *bytes, const char *expected, guint n_doubts)
{
  g_autoptr (LtReading) reading = lt_test_read (bytes);

  lt_test_cells (reading, 0, expected);
  g_assert_cmpuint (reading->doubts->len, ==, n_doubts);
  g_bytes_unref (bytes);
}

static void
test_unicode (void)
{
  check (HEAD "\n" ROW "\n", CELLS);
  check ("\xef\xbb\xbf" HEAD "\r\n" ROW, CELLS);
  check_bytes (convert (HEAD "\n" ROW, "UTF-16", FALSE), CELLS, 0);
  check_bytes (convert (HEAD "\n" ROW, "UTF-16LE", FALSE), CELLS, 0);
  check_bytes (convert (HEAD "\n" ROW, "UTF-16BE", FALSE), CELLS, 0);
  check_bytes (convert (HEAD "\n" ROW, "UTF-16LE", TRUE), CELLS, 0);
  check_bytes (convert ("a\tb\nc\td", "UTF-16LE", FALSE), "a | b\nc | d\n", 0);
}

static void
test_windows_1258 (void)
{
  check_bytes (convert_1258 (HEAD "\n" ROW), CELLS, 0);
  check_bytes (convert_1258 ("TT;Đơn vị\n1;Uỷ ban nhân dân quận, huyện\n2;Lưu trữ ưu tiên, ở đâu, cũ"),
               "TT | Đơn vị\n1 | Uỷ ban nhân dân quận, huyện\n2 | Lưu trữ ưu tiên, ở đâu, cũ\n", 0);
}

/* As bytes of a file, and as the clipboard has them. */
static void
check_legacy (const char *shown, const char *expected)
{
  check_bytes (convert (shown, "CP1252", FALSE), expected, 1);
  check_bytes (g_bytes_new (shown, strlen (shown)), expected, 1);
}

static void
test_old_fonts (void)
{
  check_legacy ("TT\tC¬ quan chñ tr×\n1\tC«ng an thµnh phè H¶i Phßng\n2\tSë Lao ®éng - Th­¬ng binh vµ X· héi\n",
                "TT | Cơ quan chủ trì\n1 | Công an thành phố Hải Phòng\n2 | Sở Lao động - Thương binh và Xã hội\n");
  check_legacy ("TT\tKÕ HO¹CH N¡M\n1\tUû ban nh©n d©n\n2\tTriÓn khai m« h×nh\n",
                "TT | KẾ HOẠCH NĂM\n1 | Uỷ ban nhân dân\n2 | Triển khai mô hình\n");
  check_legacy ("TT\tCô quan chuû trì\n1\tCoâng an thaønh phoá Haûi Phoøng\n2\tSôû Lao ñoäng - Thöông binh vaø Xaõ hoäi\n",
                "TT | Cơ quan chủ trì\n1 | Công an thành phố Hải Phòng\n2 | Sở Lao động - Thương binh và Xã hội\n");
}

static void
test_doubts (void)
{
  g_autoptr (LtReading) broken = read_data ("Nhiệm vụ\tCơ quan chủ trì\nTriển khai Sổ sức khoẻ\tđiện tử ti\xe1\xbb", -1);
  g_autoptr (LtReading) foreign = read_data ("na\xefve;d\xe9j\xe0 vu\nr\xf4le;fa\xe7" "ade\n", -1);

  lt_test_cells (broken, 0, "Nhiệm vụ | Cơ quan chủ trì\nTriển khai Sổ sức khoẻ | điện tử ti\xef\xbf\xbd\xef\xbf\xbd\n");
  g_assert_cmpuint (broken->doubts->len, ==, 1);
  g_assert_cmpuint (foreign->doubts->len, ==, 1);
}

static void
test_syllables (void)
{
  static const struct {
    const char *text;
    guint n_possible, n_strange;
  } cases[] = {
    { "Triển khai Sổ sức khoẻ điện tử, quý IV, nghiêng, giữ gìn, khuỷu, rượu, quận huyện", 14, 0 },
    { "QĐ-UBND, NĐ-CP, ĐA06/CP: CĐS", 1, 0 },
    { "plain words only", 0, 0 },
    { "Së Y tÕ Th­¬ng C«ng", 1, 2 },
    { "Sôû ñoäng", 0, 2 },
    { "các cac cảc ngườii thuở", 2, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_possible, n_strange;

      lt_vietnamese_count (cases[i].text, strlen (cases[i].text), &n_possible, &n_strange);
      g_assert_cmpuint (n_possible, ==, cases[i].n_possible);
      g_assert_cmpuint (n_strange, ==, cases[i].n_strange);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-reader/separators", test_separators);
  g_test_add_func ("/text-reader/quotes", test_quotes);
  g_test_add_func ("/text-reader/unicode", test_unicode);
  g_test_add_func ("/text-reader/windows-1258", test_windows_1258);
  g_test_add_func ("/text-reader/old-fonts", test_old_fonts);
  g_test_add_func ("/text-reader/doubts", test_doubts);
  g_test_add_func ("/text-reader/syllables", test_syllables);
  return g_test_run ();
}
