/* SPDX-License-Identifier: MIT */
#include "text/lt-date.h"

static void
test_ymd (void)
{
  int year, month, day;

  g_assert_cmpint (lt_day_from_ymd (1970, 1, 1), ==, 0);
  g_assert_cmpint (lt_day_from_ymd (1969, 12, 31), ==, -1);
  g_assert_cmpint (lt_day_from_ymd (2000, 3, 1), ==, 11017);
  g_assert_cmpint (lt_day_from_ymd (2023, 2, 29), ==, LT_DAY_NONE);
  g_assert_cmpint (lt_day_from_ymd (1900, 2, 29), ==, LT_DAY_NONE);
  g_assert_cmpint (lt_day_from_ymd (2024, 2, 29), !=, LT_DAY_NONE);
  g_assert_cmpint (lt_day_from_ymd (2024, 0, 1), ==, LT_DAY_NONE);
  g_assert_cmpint (lt_day_from_ymd (2024, 13, 1), ==, LT_DAY_NONE);
  g_assert_cmpint (lt_day_from_ymd (2024, 1, 0), ==, LT_DAY_NONE);
  g_assert_cmpint (lt_day_from_ymd (2024, 4, 31), ==, LT_DAY_NONE);
  g_assert_cmpint (lt_day_from_ymd (0, 1, 1), ==, LT_DAY_NONE);
  g_assert_cmpint (lt_day_from_ymd (10000, 1, 1), ==, LT_DAY_NONE);
  g_assert_cmpint (lt_day_from_ymd (9999, 12, 31), !=, LT_DAY_NONE);

  year = month = day = -7;
  g_assert_false (lt_day_to_ymd (LT_DAY_NONE, &year, &month, &day));
  g_assert_false (lt_day_to_ymd (G_MAXINT32, &year, &month, &day));
  g_assert_cmpint (year, ==, -7);
  g_assert_true (lt_day_to_ymd (0, NULL, NULL, NULL));
  for (LtDay i = lt_day_from_ymd (1, 1, 1); i < lt_day_from_ymd (9999, 12, 31); i += 97)
    {
      g_assert_true (lt_day_to_ymd (i, &year, &month, &day));
      g_assert_cmpint (lt_day_from_ymd (year, month, day), ==, i);
    }
}

static void
test_texts (void)
{
  static const struct {
    const char *text;
    const char *iso;
  } rows[] = {
    { "2024-12-31", "2024-12-31" },
    { "02/8/2024", "2024-08-02" },
    { "31-12-24", "2024-12-31" },
    { "5.9.2024", "2024-09-05" },
    { " 5 / 9 / 2024 ", "2024-09-05" },
    { "2024/1/5", "2024-01-05" },
    { "31/02/2025", NULL },
    { "32/13/2024", NULL },
    { "1/2-2024", NULL },
    { "1/2", NULL },
    { "1/2/3/4", NULL },
    { "1/2/024", NULL },
    { "001/2/2024", NULL },
    { "1/2/20244", NULL },
    { "-1/2/2024", NULL },
    { "ngày 1/2/2024", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *iso = lt_day_dup_iso (lt_day_from_user (rows[i].text));

      g_assert_cmpstr (iso, ==, rows[i].iso);
    }

  g_assert_cmpint (lt_day_from_iso ("2024-12-31"), ==, lt_day_from_ymd (2024, 12, 31));
  g_assert_cmpint (lt_day_from_iso ("2024-12-31 "), ==, LT_DAY_NONE);
  g_assert_cmpint (lt_day_from_iso (" 2024-12-31"), ==, LT_DAY_NONE);
  g_assert_cmpint (lt_day_from_iso ("2024-1-31"), ==, LT_DAY_NONE);
  g_assert_cmpint (lt_day_from_iso ("2024-02-30"), ==, LT_DAY_NONE);
  g_assert_cmpint (lt_day_from_iso ("20241-2-31"), ==, LT_DAY_NONE);
  g_assert_cmpint (lt_day_from_iso (NULL), ==, LT_DAY_NONE);
}

static void
test_official (void)
{
  static const struct {
    const char *iso;
    const char *official;
  } rows[] = {
    { "2024-08-02", "02/8/2024" },
    { "2025-06-30", "30/6/2025" },
    { "2026-02-01", "01/02/2026" },
    { "2026-01-10", "10/01/2026" },
    { "2026-10-09", "09/10/2026" },
    { "2026-03-01", "01/3/2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *official = lt_day_dup_official (lt_day_from_iso (rows[i].iso));

      g_assert_cmpstr (official, ==, rows[i].official);
    }
  g_assert_null (lt_day_dup_official (LT_DAY_NONE));
  g_assert_null (lt_day_dup_iso (LT_DAY_NONE));
}

static void
test_calendar (void)
{
  g_assert_cmpint (lt_day_get_weekday (lt_day_from_iso ("2024-11-15")), ==, 5);
  g_assert_cmpint (lt_day_get_weekday (lt_day_from_iso ("2024-11-17")), ==, 7);
  g_assert_cmpint (lt_day_get_weekday (lt_day_from_iso ("1969-12-29")), ==, 1);
  g_assert_cmpint (lt_day_get_weekday (lt_day_from_iso ("0001-01-01")), ==, 1);
  g_assert_cmpint (lt_year_month_days (2024, 2), ==, 29);
  g_assert_cmpint (lt_year_month_days (2100, 2), ==, 28);
  g_assert_cmpint (lt_year_month_days (2025, 12), ==, 31);
}

static void
test_today (void)
{
  g_autofree char *before = g_strdup (g_getenv ("LT_TODAY"));

  g_setenv ("LT_TODAY", "2026-02-03", TRUE);
  g_assert_cmpint (lt_day_today (), ==, lt_day_from_ymd (2026, 2, 3));
  g_setenv ("LT_TODAY", "soon", TRUE);
  g_assert_cmpint (lt_day_today (), >, lt_day_from_ymd (2024, 1, 1));
  g_unsetenv ("LT_TODAY");
  g_assert_cmpint (lt_day_today (), >, lt_day_from_ymd (2024, 1, 1));
  if (before != NULL)
    g_setenv ("LT_TODAY", before, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/ymd", test_ymd);
  g_test_add_func ("/date/texts", test_texts);
  g_test_add_func ("/date/official", test_official);
  g_test_add_func ("/date/calendar", test_calendar);
  g_test_add_func ("/date/today", test_today);
  return g_test_run ();
}
