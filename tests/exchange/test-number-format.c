/* SPDX-License-Identifier: MIT */
#include "exchange/lt-number-format.h"

static const struct {
  const char *code;
  double value;
  const char *text;
  LtCellKind kind;
} cases[] = {
  { "General", 12, "12", LT_CELL_NUMBER },
  { "General", -0.25, "-0,25", LT_CELL_NUMBER },
  { "General", 1e21, "1e+21", LT_CELL_NUMBER },
  { "0", 2.6, "3", LT_CELL_NUMBER },
  { "00", 7, "07", LT_CELL_NUMBER },
  { "#,##0", 1234567, "1.234.567", LT_CELL_NUMBER },
  { "#,##0.0,", 1234567, "1.234,6", LT_CELL_NUMBER },
  { "0.0%", 0.955, "95,5%", LT_CELL_NUMBER },
  { "#,##0.00\\ \"đồng\"", 1500, "1.500,00 đồng", LT_CELL_NUMBER },
  { "[$₫-42A] #,##0", 9, "₫ 9", LT_CELL_NUMBER },
  { "0;(0)", -5, "(5)", LT_CELL_NUMBER },
  { "0;-0;\"không\"", 0, "không", LT_CELL_NUMBER },
  { "[<100]0\" hộ\";[>=100]0\" nhà\"", 713, "713 nhà", LT_CELL_NUMBER },
  { "[<100]0\" hộ\";[>=100]0\" nhà\"", 99, "99 hộ", LT_CELL_NUMBER },
  { "0.00E+00", 12345, "1,23E+04", LT_CELL_NUMBER },
  { "@", 5, "5", LT_CELL_NUMBER },
  { "\"(\"0\")\"", 3, "(3)", LT_CELL_NUMBER },
  /* Days: as shown; in official form where the order is not ours. */
  { "dd/mm/yyyy", 45657, "31/12/2024", LT_CELL_DAY },
  { "d/m/yyyy", 45809, "1/6/2025", LT_CELL_DAY },
  { "dd-mm-yy", 45809, "01-06-2025", LT_CELL_DAY },
  { "dd.mm.yyyy hh:mm", 45809, "01.06.2025", LT_CELL_DAY },
  { "yyyy-mm-dd hh:mm:ss", 45809, "01/6/2025", LT_CELL_DAY },
  { "m/d/yy", 45506, "02/8/2024", LT_CELL_DAY },
  { "yyyy-mm-dd;@", 45657, "31/12/2024", LT_CELL_DAY },
  { "[$-42A]dd mmmm yyyy", 45657, "31/12/2024", LT_CELL_DAY },
  { "[$-F800]dddd, mmmm dd, yyyy", 45657, "31/12/2024", LT_CELL_DAY },
  { "\"trước ngày \"dd/mm/yyyy", 45657, "trước ngày 31/12/2024", LT_CELL_DAY },
  { "dd/mm/yyyy hh:mm", 45657.75, "31/12/2024 18:00", LT_CELL_DAY },
  /* Only what is shown counts. */
  { "\"Tháng \"m/yyyy", 46357, "Tháng 12/2026", LT_CELL_NUMBER },
  { "mm/yyyy", 45809, "06/2025", LT_CELL_NUMBER },
  { "m/yyyy", 45809, "6/2025", LT_CELL_NUMBER },
  { "yyyy/mm", 45809, "6/2025", LT_CELL_NUMBER },
  { "mmm-yy", 45809, "6/2025", LT_CELL_NUMBER },
  { "yyyy", 45809, "2025", LT_CELL_NUMBER },
  { "dd/mm", 45809, "01/06", LT_CELL_NUMBER },
  { "mm/dd", 45809, "01/6", LT_CELL_NUMBER },
  { "\"Năm \"yyyy", 45809, "Năm 2025", LT_CELL_NUMBER },
  { "d\" tháng \"m\" năm \"yyyy", 45809, "1 tháng 6 năm 2025", LT_CELL_DAY },
  { "hh:mm:ss", 0.5, "12:00:00", LT_CELL_NUMBER },
  { "h:mm", 0.25, "6:00", LT_CELL_NUMBER },
  /* Around the day that 1900 did not have; before time. */
  { "dd/mm/yyyy", 1, "01/01/1900", LT_CELL_DAY },
  { "dd/mm/yyyy", 61, "01/03/1900", LT_CELL_DAY },
  { "dd/mm/yyyy", -3, "-3", LT_CELL_NUMBER },
  { "dd/mm/yyyy", 1e300, "1e+300", LT_CELL_NUMBER },
  /* Broken ones show something. */
  { "", 5, "5", LT_CELL_NUMBER },
  { "\"open", 5, "open", LT_CELL_NUMBER },
  { "[Red", 5, "5", LT_CELL_NUMBER },
  { "0_)\\", 5, "5", LT_CELL_NUMBER },
};

static void
test_show (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LtNumberFormat) format = lt_number_format_new (cases[i].code);
      g_autofree char *text = NULL;
      LtShownNumber shown;

      g_test_message ("%s of %g", cases[i].code, cases[i].value);
      lt_number_format_show (format, cases[i].value, FALSE, &shown);
      text = shown.text;
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpint (shown.kind, ==, cases[i].kind);
    }
}

static void
test_epochs (void)
{
  g_autoptr (LtNumberFormat) format = lt_number_format_new_known (14);
  LtShownNumber shown;

  lt_number_format_show (format, 46068, FALSE, &shown);
  g_assert_cmpstr (shown.text, ==, "15/02/2026");
  g_assert_cmpfloat (shown.value, ==, lt_day_from_ymd (2026, 2, 15));
  g_free (shown.text);
  lt_number_format_show (format, 46068 - 1462, TRUE, &shown);
  g_assert_cmpstr (shown.text, ==, "15/02/2026");
  g_free (shown.text);
}

static void
test_known (void)
{
  static const struct {
    guint id;
    const char *text;
  } known[] = { { 0, "45809,5" }, { 1, "45810" }, { 4, "45.809,50" }, { 9, "4580950%" }, { 15, "01/6/2025" },
                { 16, "01/6" },  { 17, "6/2025" }, { 20, "12:00" }, { 22, "01/06/2025 12:00" }, { 49, "45809,5" },
                { 163, "45809,5" } };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (LtNumberFormat) format = lt_number_format_new_known (known[i].id);
      g_autofree char *text = NULL;
      LtShownNumber shown;

      lt_number_format_show (format, 45809.5, FALSE, &shown);
      text = shown.text;
      g_assert_cmpstr (text, ==, known[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-format/show", test_show);
  g_test_add_func ("/number-format/epochs", test_epochs);
  g_test_add_func ("/number-format/known", test_known);
  return g_test_run ();
}
