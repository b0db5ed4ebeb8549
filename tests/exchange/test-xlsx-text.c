/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "exchange/lt-xlsx-text.h"

static guint
count_units (const char *text)
{
  glong units = 0;
  g_autofree gunichar2 *utf16 = g_utf8_to_utf16 (text, -1, NULL, &units, NULL);

  g_assert_nonnull (utf16);
  return (guint) units;
}

static void
assert_text (const char *text, const char *expected)
{
  g_autofree char *made = NULL;

  g_assert_cmpstr (lt_xlsx_sanitize_text (text, &made), ==, expected);
}

static void
test_texts (void)
{
  g_autofree char *made = NULL;
  const char *plain = "Rà soát, 100 % = đủ\ndòng hai\tcột";

  /* Nothing to do: nothing is copied. */
  g_assert_true (lt_xlsx_sanitize_text (plain, &made) == plain);
  g_assert_null (made);

  assert_text ("a\x01\x02" "b", "ab");
  assert_text ("a\r\nb\rc", "a\nb\nc");
  assert_text ("x_x000D_y", "x_x005F_x000D_y");
  assert_text ("_x005F_", "_x005F_x005F_");
  assert_text ("_x00_ _xZZZZ_ _x000D", "_x00_ _xZZZZ_ _x000D");
  assert_text ("a\xef\xbf\xbf" "b\xef\xbf\xbe", "ab");
  assert_text ("\xef\xbf\xbd", "\xef\xbf\xbd");
  assert_text ("x\xff" "y", "x\xef\xbf\xbdy");
  assert_text ("", "");
}

static void
test_long_texts (void)
{
  g_autoptr (GString) exact = g_string_new (NULL);
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autofree char *made = NULL;
  const char *result;

  for (guint i = 0; i < LT_XLSX_TEXT_MAX; i++)
    g_string_append (exact, "ệ");
  result = lt_xlsx_sanitize_text (exact->str, &made);
  g_assert_cmpstr (result, ==, exact->str);
  g_clear_pointer (&made, g_free);

  g_string_append_c (exact, 'x');
  result = lt_xlsx_sanitize_text (exact->str, &made);
  g_assert_cmpuint (count_units (result), ==, LT_XLSX_TEXT_MAX);
  g_assert_true (g_str_has_suffix (result, " […]"));
  g_clear_pointer (&made, g_free);

  for (guint i = 0; i < 20000; i++)
    g_string_append (wide, "😀");
  result = lt_xlsx_sanitize_text (wide->str, &made);
  g_assert_cmpuint (count_units (result), <=, LT_XLSX_TEXT_MAX);
  g_assert_true (g_str_has_suffix (result, "😀 […]"));
}

static void
check_name (const char *name, GHashTable *taken)
{
  guint before = g_hash_table_size (taken);
  g_autofree char *made = lt_xlsx_make_sheet_name (name, taken);

  g_assert_true (g_utf8_validate (made, -1, NULL));
  g_assert_cmpstr (made, !=, "");
  g_assert_cmpuint (count_units (made), <=, LT_XLSX_SHEET_NAME_MAX);
  g_assert_null (strpbrk (made, "[]:*?/\\"));
  g_assert_cmpint (made[0], !=, '\'');
  g_assert_cmpint (made[strlen (made) - 1], !=, '\'');
  g_assert_cmpuint (g_hash_table_size (taken), ==, before + 1);
}

static void
test_sheet_names (void)
{
  static const char *const names[] = {
    "Phụ lục", "PHỤ LỤC", "phụ lục", "", "'", "''''", "[]:*?/\\", "'nháy'", "history", "History",
    "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "a😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
    "Kế hoạch triển khai 14 mô hình thuộc Đề án 06/CP", "a\nb\tc", "\x01", "x\xff",
    "Kế hoạch triển khai 14 mô hình thuộc Đề án 06/CP",
    "Kế hoạch triển khai 14 mô hình thuộc Đề án 06/CP",
    "123456789012345678901234567890'x", "施政報告.xlsx", " ", "  '  ",
  };
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    check_name (names[i], taken);
}

static void
test_good_sheet_names_are_kept (void)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *first = lt_xlsx_make_sheet_name ("Phụ lục II", taken);
  g_autofree char *second = lt_xlsx_make_sheet_name ("Phụ lục II", taken);

  g_assert_cmpstr (first, ==, "Phụ lục II");
  g_assert_cmpstr (second, ==, "Phụ lục II (2)");
}

static void
test_random_sheet_names (void)
{
  static const gunichar chars[] = { 'a', '\'', '[', ':', '/', ' ', 0x1ec7, 0x1f600, 0x7, 0xfffe,
                                    'A', '*' };
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) name = g_string_new (NULL);
      gint32 length = g_test_rand_int_range (0, 40);

      for (gint32 j = 0; j < length; j++)
        g_string_append_unichar (name,
                                 chars[g_test_rand_int_range (0, (gint32) G_N_ELEMENTS (chars))]);
      check_name (name->str, taken);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx-text/texts", test_texts);
  g_test_add_func ("/xlsx-text/long-texts", test_long_texts);
  g_test_add_func ("/xlsx-text/sheet-names", test_sheet_names);
  g_test_add_func ("/xlsx-text/good-sheet-names-are-kept", test_good_sheet_names_are_kept);
  g_test_add_func ("/xlsx-text/random-sheet-names", test_random_sheet_names);
  return g_test_run ();
}
