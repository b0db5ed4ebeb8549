/* SPDX-License-Identifier: MIT */
#include <locale.h>
#include <string.h>

#include "text/lt-text.h"

typedef struct {
  const char *input;
  const char *expected;
} Row;

static void
check_clean (const Row *rows, gsize n_rows, gboolean paragraphs)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *clean = lt_text_dup_clean (rows[i].input, paragraphs, &error);
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (clean, ==, rows[i].expected);
      again = lt_text_dup_clean (clean, paragraphs, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (again, ==, clean);
    }
}

static void
test_clean_line (void)
{
  static const Row rows[] = {
    { NULL, "" },
    { "", "" },
    { " \t\n ", "" },
    { "Sở Y tế", "Sở Y tế" },
    { "  Sở\u00a0\n Y\ttế\r\n", "Sở Y tế" },
    { "So\u031b\u0309 Y te\u0302\u0301", "Sở Y tế" },
    { "Việ\u0323t", "Việ\u0323t" },
    { "Vie\u0323\u0302t Vie\u0302\u0323t", "Việt Việt" },
    { "\ufeffQuý\u200b IV", "Quý IV" },
    { "hoa\u200b\u0301", "hoá" },
    { "gia\u00adn", "gian" },
    { "a\u200db", "ab" },
    { "👩\u200d💻 ❤\ufe0f", "👩\u200d💻 ❤\ufe0f" },
    { "👩\ufeff\u200d💻 📅 \ufe0f", "👩\u200d💻 📅" },
    { "📅\u200d\ufeff", "📅" },
    { "\ufb1d\u200d💻", "\u05d9\u05b4💻" },
    { "a\xc2\x85" "b\u2028c\u2029d\u3000e\u202ff", "a b c d e f" },
    { "\u212b \u2126", "Å Ω" },
    { "x\v y\fz\rw", "x y z w" },
  };

  check_clean (rows, G_N_ELEMENTS (rows), FALSE);
}

static void
test_clean_paragraphs (void)
{
  static const Row rows[] = {
    { "(1) một \r\n\r\n  (2)  hai \n", "(1) một\n(2) hai" },
    { "\n\n", "" },
    { "a\u2029b\u2028c", "a\nb\nc" },
    { "a \u200b\n\u200b b", "a\nb" },
    { "a\rb\tc", "a b c" },
  };

  check_clean (rows, G_N_ELEMENTS (rows), TRUE);
}

/* Long enough to show a normaliser that works by the square of the length. */
static void
test_clean_long (void)
{
  g_autoptr (GString) input = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *clean = NULL;

  for (guint i = 0; i < 200000; i++)
    {
      g_string_append (input, "e\u0323\u0302\u1112\u1161\u11ab");
      g_string_append (expected, "ệ한");
    }
  clean = lt_text_dup_clean (input->str, FALSE, NULL);
  g_assert_true (g_str_equal (clean, expected->str));
}

static void
test_clean_refuses (void)
{
  static const struct {
    const char *input;
    LtTextError code;
    const char *place;
  } rows[] = {
    { "\xff", LT_TEXT_ERROR_ENCODING, "line 1, character 1, byte 0xFF" },
    { "Sở\nY t\xe1\xba", LT_TEXT_ERROR_ENCODING, "line 2, character 4, byte 0xE1" },
    { "a\xc0\x80", LT_TEXT_ERROR_ENCODING, "line 1, character 2, byte 0xC0" },
    { "\xed\xa0\x80", LT_TEXT_ERROR_ENCODING, "line 1, character 1, byte 0xED" },
    { "Sở\x01", LT_TEXT_ERROR_CONTROL, "line 1, character 3 stands the control character U+0001" },
    { "a\n\x1b[0m", LT_TEXT_ERROR_CONTROL, "line 2, character 1 stands" },
    { "a\x7f", LT_TEXT_ERROR_CONTROL, "U+007F" },
    { "a\xc2\x80", LT_TEXT_ERROR_CONTROL, "U+0080" },
    { "a\xef\xbf\xbf", LT_TEXT_ERROR_CONTROL, "U+FFFF" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *clean = lt_text_dup_clean (rows[i].input, TRUE, &error);

      g_assert_null (clean);
      g_assert_error (error, LT_TEXT_ERROR, (int) rows[i].code);
      if (strstr (error->message, rows[i].place) == NULL)
        g_error ("\"%s\" does not name \"%s\"", error->message, rows[i].place);
    }
}

static void
test_folded (void)
{
  static const Row rows[] = {
    { NULL, "" },
    { " Đổ  BÊ tông ", "do be tong" },
    { "\xc3\x90\xc3\xb0\xc4\x90\xc4\x91\xc6\x89", "ddddd" },
    { "khoẻ", "khoe" },
    { "kho\xcc\x89" "e", "khoe" },
    { "ĐƯỜNG NGUYỄN ưỡn Ữ", "duong nguyen uon u" },
    { "ắ ằ ẳ ẵ ặ ấ ầ ẩ ẫ ậ ế ề ể ễ ệ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ ứ ừ ử ữ ự ý ỳ ỷ ỹ ỵ í ì ỉ ĩ ị",
      "a a a a a a a a a a e e e e e o o o o o o o o o o u u u u u y y y y y i i i i i" },
    { "Lao động – Thương binh", "lao dong - thuong binh" },
    { "“đúng” ‘sạch’ «x»", "\"dung\" 'sach' \"x\"" },
    { "a\u200bb\ufeff c\u00a0d", "ab c d" },
    { "m² … Ⅳ ｖｎ ﬁ", "m2 ... iv vn fi" },
    { "a\xff" "b", "a\xef\xbf\xbd" "b" },
    { "\xe1\xba", "\xef\xbf\xbd\xef\xbf\xbd" },
    { "Ελλάς Москва 漢字 👍", "ελλας москва 漢字 👍" },
    { "\u00a8x", "x" },
    { "x\n\n\ty ", "x y" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folded = lt_text_dup_folded (rows[i].input);

      g_assert_cmpstr (folded, ==, rows[i].expected);
    }
}

/* Every character that there is, alone and between letters. */
static void
test_folded_twice (void)
{
  for (gunichar c = 1; c <= 0x10ffff; c++)
    {
      char input[16] = "x";
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;
      int length;

      if (!g_unichar_validate (c))
        continue;
      length = g_unichar_to_utf8 (c, input + 1);
      strcpy (input + 1 + length, "y");
      once = lt_text_dup_folded (input);
      twice = lt_text_dup_folded (once);
      if (strcmp (once, twice) != 0)
        g_error ("U+%04X folds to \"%s\" and then to \"%s\"", c, once, twice);
    }
}

/* What is cleaned stays as it is, whatever invisible things stood in it. */
static void
test_clean_twice (void)
{
  static const char *const pieces[] = {
    "a", " ", "\n", "ệ", "\u0301", "\u0323", "\u00ad", "\u200b", "\u200c", "\u200d", "\ufe0f",
    "\ufeff", "📅", "क", "\u0958", "\ufb1d", "\u2adc", "=", "\u0338", "\u1100", "\u1161", "\u11a8",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;

      for (int n = g_rand_int_range (rand, 0, 12); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      once = lt_text_dup_clean (text->str, i % 2, NULL);
      twice = lt_text_dup_clean (once, i % 2, NULL);
      if (strcmp (once, twice) != 0)
        {
          g_autofree char *escaped = g_strescape (text->str, NULL);

          g_error ("%s is not clean after one round", escaped);
        }
    }
}

static void
test_match_key (void)
{
  static const Row same[] = {
    { "khoẻ", "khỏe" },
    { "hoá", "hóa" },
    { "thuỷ", "thủy" },
    { "Toà án", "Tòa án" },
    { "TOÀ ÁN", "toa\xcc\x80 \xc3\xa1n" },
    { "quý", "qúy" },
    { "Uỷ ban", "Ủy ban" },
    { "xoã", "xõa" },
    { "Sở TT&TT", "Sở TT và TT" },
    { "Sở TT & TT", "sở tt và tt" },
    { "Lao động - Thương binh", "Lao động-Thương binh" },
    { "Lao động – Thương binh", "Lao động -Thương binh" },
    { " Sở\u00a0 Y\n tế ", "Sở Y tế" },
    { "Công an\u200b", "Công an" },
    { "Đoàn", "Ðoàn" },
    { "toa\xcc\x80n", "toàn" },
    { "nghie\xcc\xa3\xcc\x82p", "nghiệp" },
  };
  static const Row different[] = {
    { "quý", "quy" },
    { "của", "cua" },
    { "của", "cùa" },
    { "giá", "già" },
    { "Toà", "Toạ" },
    { "đa", "da" },
    { "ban", "bàn" },
    { "bán hàng", "ban háng" },
    { "Sở Y tế", "Sở Y-tế" },
    { "ô", "ơ" },
    { "thành phố 2", "thành phố 3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = lt_text_dup_match_key (same[i].input);
      g_autofree char *b = lt_text_dup_match_key (same[i].expected);
      g_autofree char *again = lt_text_dup_match_key (a);

      g_assert_cmpstr (a, ==, b);
      g_assert_cmpstr (again, ==, a);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (different); i++)
    {
      g_autofree char *a = lt_text_dup_match_key (different[i].input);
      g_autofree char *b = lt_text_dup_match_key (different[i].expected);

      g_assert_cmpstr (a, !=, b);
    }
}

static void
test_sort (void)
{
  /* Each stands before the next. */
  static const char *const words[] = {
    "", "2", "02", "10", "99999999999999999999", "100000000000000000000", "An", "Ăn", "Ấn",
    "ba", "bà", "bả", "bã", "bá", "bạ", "bà bá", "bá bà", "bà con", "ba lô", "Bê", "bi", "cá", "da", "dạy", "đa",
    "Đá", "em", "ép", "ê", "gì", "hoa", "hoà", "hóa", "hòn", "khoa", "nghỉ", "o", "ô", "ơ", "phòng",
    "Phòng 2", "Phòng 10", "Phòng 10a", "phong lan", "quý", "ra", "Sở Tài chính", "Sở Y tế", "ta",
    "u", "ư", "văn", "vân", "xa", "y", "я",
  };
  static const Row same[] = {
    { "Toà án", "Tòa án" },
    { "Sở  Y tế ", "Sở Y tế" },
    { "ti\xe1\xba\xbfng", "tie\xcc\x82\xcc\x81ng" },
  };

  for (gsize i = 1; i < G_N_ELEMENTS (words); i++)
    {
      if (lt_text_compare (words[i - 1], words[i]) >= 0)
        g_error ("\"%s\" should stand before \"%s\"", words[i - 1], words[i]);
      g_assert_cmpint (lt_text_compare (words[i], words[i - 1]), >, 0);
      g_assert_cmpint (lt_text_compare (words[i], words[i]), ==, 0);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    g_assert_cmpint (lt_text_compare (same[i].input, same[i].expected), ==, 0);
  g_assert_cmpint (lt_text_compare ("an", "An"), <, 0);
  g_assert_cmpint (lt_text_compare (NULL, "a"), <, 0);
}

static void
check_utf8 (const char *text, gsize length)
{
  g_autoptr (GString) bytes = NULL;

  if (lt_text_is_utf8 (text, length) == g_utf8_validate_len (text, length, NULL))
    return;
  bytes = g_string_new (NULL);
  for (gsize i = 0; i < length; i++)
    g_string_append_printf (bytes, " %02x", (guint8) text[i]);
  g_error ("bytes%s", bytes->str);
}

/* Every sequence of up to four bytes out of those at the borders of the rules,
 * alone, and inside and at the end of a long text. */
static void
test_is_utf8 (void)
{
  static const guint8 bytes[] = { 0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0,
                                  0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff };
  const guint n = G_N_ELEMENTS (bytes);
  char around[96];

  for (gsize i = 0; i < sizeof around; i += 4)
    memcpy (around + i, "ệa", 4);
  for (guint i = 0; i < n * n * n * n; i++)
    {
      char text[5] = { (char) bytes[i % n], (char) bytes[i / n % n], (char) bytes[i / n / n % n],
                       (char) bytes[i / n / n / n], '\0' };

      for (gsize length = 0; length <= 4; length++)
        {
          char part[5] = { 0 };

          memcpy (part, text, length);
          check_utf8 (part, length);
        }
      memcpy (around + sizeof around / 2, text, 4);
      check_utf8 (around, sizeof around);
      check_utf8 (around, sizeof around / 2 + 4);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/clean/line", test_clean_line);
  g_test_add_func ("/text/clean/paragraphs", test_clean_paragraphs);
  g_test_add_func ("/text/clean/long", test_clean_long);
  g_test_add_func ("/text/clean/refuses", test_clean_refuses);
  g_test_add_func ("/text/folded/rows", test_folded);
  g_test_add_func ("/text/clean/twice", test_clean_twice);
  g_test_add_func ("/text/folded/twice", test_folded_twice);
  g_test_add_func ("/text/match-key", test_match_key);
  g_test_add_func ("/text/sort", test_sort);
  g_test_add_func ("/text/is-utf8", test_is_utf8);

  return g_test_run ();
}
