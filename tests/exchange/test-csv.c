/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "exchange/lt-csv.h"

static void
test_formulas_are_neutralized (void)
{
  static const struct {
    const char *text;
    gboolean dangerous;
  } cases[] = {
    { "=1+1", TRUE },
    { "=HYPERLINK(\"http://x\",\"y\")", TRUE },
    { "+cmd|' /C calc'!A0", TRUE },
    { "@SUM(1)", TRUE },
    { "-2+3+cmd", TRUE },
    { "- Rà soát", TRUE },
    { "\t=1", TRUE },
    { "\r=1", TRUE },
    { "\n=1", TRUE },
    { "  =1+1", TRUE },
    { "\xc2\xa0=1", TRUE },
    { "\xef\xbb\xbf=1", TRUE },
    { "\xe2\x80\x8b=1", TRUE },
    { "＝1+1", TRUE },
    { "＋1", TRUE },
    { "－1", TRUE },
    { "＠x", TRUE },
    { "'=1", TRUE },
    { "''=1", TRUE },
    { "-", TRUE },
    { "+84 225 3842 119", TRUE },
    { "", FALSE },
    { "Rà soát", FALSE },
    { "(1) = 2", FALSE },
    { "'nháy'", FALSE },
    { "a=b", FALSE },
    { "-12", FALSE },
    { "-12,5", FALSE },
    { "+3%", FALSE },
    { "1.000.000", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *safe = lt_csv_neutralize_text (cases[i].text);
      g_autofree char *again = lt_csv_restore_text (safe);

      if (cases[i].dangerous)
        {
          g_assert_cmpint (safe[0], ==, '\'');
          g_assert_cmpstr (safe + 1, ==, cases[i].text);
        }
      else
        g_assert_cmpstr (safe, ==, cases[i].text);
      g_assert_cmpstr (again, ==, cases[i].text);
    }
}

static LtTable *
new_table (void)
{
  LtTable *table = lt_table_new ("Danh sách", LT_TABLE_LIST);

  lt_table_add_column (table, "STT", 1, LT_ALIGN_CENTER);
  lt_table_add_column (table, "Kết quả", 1, LT_ALIGN_LEFT);
  lt_table_add_column (table, "Đến hạn", 1, LT_ALIGN_LEFT);
  lt_table_add_line (table, LT_ROW_TITLE, "ĐẦU ĐỀ");
  lt_table_add_header_row (table);
  return table;
}

static void
assert_csv (LtTable *table, LtCsvFlags flags, const char *expected)
{
  g_autoptr (GBytes) bytes = lt_csv_write (table, flags);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_cmpmem (data, length, expected, strlen (expected));
}

static void
test_cells (void)
{
  g_autoptr (LtTable) table = new_table ();
  guint row = lt_table_add_row (table, LT_ROW_BODY);

  lt_table_put_number (table, row, 0, -1.5);
  lt_table_put (table, row, 1, "a \"b\", c\nd");
  lt_table_put_day (table, row, 2, lt_day_from_ymd (2024, 8, 2));
  row = lt_table_add_row (table, LT_ROW_BODY);
  lt_table_put (table, row, 1, "=1+1");
  assert_csv (table, 0,
              "\xef\xbb\xbfSTT,Kết quả,Đến hạn\r\n"
              "-1.5,\"a \"\"b\"\", c\nd\",2024-08-02\r\n"
              ",\"'=1+1\",\r\n");
  assert_csv (table, LT_CSV_FLAG_VERBATIM,
              "\xef\xbb\xbfSTT,Kết quả,Đến hạn\r\n"
              "-1.5,\"a \"\"b\"\", c\nd\",2024-08-02\r\n"
              ",=1+1,\r\n");
}

static void
test_merged_cells_are_repeated (void)
{
  g_autoptr (LtTable) table = new_table ();
  guint row = lt_table_add_line (table, LT_ROW_GROUP, "I. NHÓM") + 1;

  for (guint i = 0; i < 3; i++)
    lt_table_put (table, lt_table_add_row (table, LT_ROW_BODY), 1, "x");
  lt_table_put (table, row, 0, "1");
  lt_table_span (table, row, 0, 2, 1);
  assert_csv (table, 0,
              "\xef\xbb\xbfSTT,Kết quả,Đến hạn\r\n"
              "I. NHÓM,,\r\n1,x,\r\n1,x,\r\n,x,\r\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/formulas-are-neutralized", test_formulas_are_neutralized);
  g_test_add_func ("/csv/cells", test_cells);
  g_test_add_func ("/csv/merged-cells-are-repeated", test_merged_cells_are_repeated);
  return g_test_run ();
}
