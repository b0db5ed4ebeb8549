/* SPDX-License-Identifier: MIT */
#include "chart/lt-calendar.h"
#include "chart/lt-chart-error.h"

static gboolean
is_holiday (LtCalendar *calendar, const char *iso)
{
  return lt_calendar_get_holiday (calendar, lt_day_from_iso (iso)) != NULL;
}

static void
test_fixed (void)
{
  g_autoptr (LtCalendar) calendar = lt_calendar_new (NULL);
  static const char *const days[] = { "01-01", "04-30", "05-01", "09-02" };

  for (int year = 1990; year < 2100; year += 7)
    for (guint i = 0; i < G_N_ELEMENTS (days); i++)
      {
        g_autofree char *iso = g_strdup_printf ("%04d-%s", year, days[i]);

        g_assert_true (is_holiday (calendar, iso));
      }
  g_assert_cmpstr (lt_calendar_get_holiday (calendar, lt_day_from_iso ("2024-04-30")), ==,
                   "Ngày Chiến thắng");
  g_assert_false (is_holiday (calendar, "2024-04-29"));
}

/* As it was announced each year. */
static void
test_national_day (void)
{
  g_autoptr (LtCalendar) calendar = lt_calendar_new (NULL);

  g_assert_true (is_holiday (calendar, "2021-09-03"));
  g_assert_false (is_holiday (calendar, "2021-09-01"));
  g_assert_true (is_holiday (calendar, "2022-09-01"));
  g_assert_false (is_holiday (calendar, "2022-09-03"));
  g_assert_true (is_holiday (calendar, "2023-09-01"));
  g_assert_true (is_holiday (calendar, "2024-09-03"));
  g_assert_true (is_holiday (calendar, "2025-09-01"));
  g_assert_true (is_holiday (calendar, "2026-09-01"));
}

static void
test_moon (void)
{
  g_autoptr (LtCalendar) calendar = lt_calendar_new (NULL);

  g_assert_true (is_holiday (calendar, "2024-02-10"));
  g_assert_true (is_holiday (calendar, "2025-01-29"));
  g_assert_true (is_holiday (calendar, "2026-02-17"));
  g_assert_true (is_holiday (calendar, "2027-02-06"));
  g_assert_true (is_holiday (calendar, "2024-04-18"));
  g_assert_true (is_holiday (calendar, "2025-04-07"));
  g_assert_true (is_holiday (calendar, "2026-04-26"));
  g_assert_true (is_holiday (calendar, "2027-04-16"));
}

static void
test_entries (void)
{
  static const char *const entries[] = {
    "2028-01-25..2028-01-31 Tết Nguyên đán", " 04/4/2028\tGiỗ Tổ", "!2024-05-04 làm bù",
    "!2025-04-30", "nonsense", "2028-06-10..2028-06-01", "2028-07-01", NULL,
  };
  g_autoptr (LtCalendar) calendar = lt_calendar_new (entries);

  g_assert_cmpstr (lt_calendar_get_holiday (calendar, lt_day_from_iso ("2028-01-31")), ==,
                   "Tết Nguyên đán");
  g_assert_false (is_holiday (calendar, "2028-02-01"));
  g_assert_cmpstr (lt_calendar_get_holiday (calendar, lt_day_from_iso ("2028-04-04")), ==, "Giỗ Tổ");
  g_assert_true (is_holiday (calendar, "2028-07-01"));
  g_assert_true (lt_calendar_is_weekend (calendar, lt_day_from_iso ("2024-05-05")));
  g_assert_false (lt_calendar_is_weekend (calendar, lt_day_from_iso ("2024-05-04")));
  g_assert_false (is_holiday (calendar, "2025-04-30"));
  g_assert_false (is_holiday (calendar, "2028-06-05"));
}

static void
test_bad_entries (void)
{
  static const char *const bad[] = {
    "", "Tết", "2028-13-01 Tết", "2028-06-10..2028-06-01 x", "2028-01-01..2029-01-01 năm", "!",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (lt_calendar_check_entry (bad[i], &error));
      g_assert_error (error, LT_CHART_ERROR, LT_CHART_ERROR_HOLIDAY);
    }
  g_assert_true (lt_calendar_check_entry ("25/01/2028..31/01/2028 Tết", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/fixed", test_fixed);
  g_test_add_func ("/calendar/national-day", test_national_day);
  g_test_add_func ("/calendar/moon", test_moon);
  g_test_add_func ("/calendar/entries", test_entries);
  g_test_add_func ("/calendar/bad-entries", test_bad_entries);
  return g_test_run ();
}
