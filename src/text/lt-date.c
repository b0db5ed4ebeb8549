/* SPDX-License-Identifier: MIT */
#include "text/lt-date.h"

#include <string.h>

/* What GDate counts for 1970-01-01. */
#define JULIAN_EPOCH 719163

LtDay
lt_day_from_ymd (int year, int month, int day)
{
  GDate date;

  if (year < LT_YEAR_MIN || year > LT_YEAR_MAX || month < 1 || month > 12 || day < 1
      || day > lt_year_month_days (year, month))
    return LT_DAY_NONE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (LtDay) g_date_get_julian (&date) - JULIAN_EPOCH;
}

gboolean
lt_day_to_ymd (LtDay day, int *year, int *month, int *day_of_month)
{
  GDate date;
  gint64 julian = (gint64) day + JULIAN_EPOCH;

  if (julian < 1 || julian > 3652059) /* 9999-12-31 */
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) julian);
  if (year != NULL)
    *year = g_date_get_year (&date);
  if (month != NULL)
    *month = (int) g_date_get_month (&date);
  if (day_of_month != NULL)
    *day_of_month = g_date_get_day (&date);
  return TRUE;
}

/* Reads up to @max_digits digits; -1 if there are none or more than that. */
static int
read_number (const char **text, int max_digits)
{
  int value = 0;
  int digits;

  for (digits = 0; g_ascii_isdigit ((*text)[digits]); digits++)
    {
      if (digits == max_digits)
        return -1;
      value = value * 10 + ((*text)[digits] - '0');
    }
  *text += digits;
  return digits == 0 ? -1 : value;
}

LtDay
lt_day_from_iso (const char *text)
{
  int year, month, day;

  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return LT_DAY_NONE;
  year = read_number (&text, 4);
  text++;
  month = read_number (&text, 2);
  text++;
  day = read_number (&text, 2);
  if (*text != '\0')
    return LT_DAY_NONE;
  return lt_day_from_ymd (year, month, day);
}

static void
skip_spaces (const char **text)
{
  while (g_ascii_isspace (**text))
    (*text)++;
}

LtDay
lt_day_from_user (const char *text)
{
  int parts[3];
  int lengths[3];
  char separator = '\0';

  if (text == NULL)
    return LT_DAY_NONE;
  for (int i = 0; i < 3; i++)
    {
      const char *start;

      skip_spaces (&text);
      if (i > 0)
        {
          if (*text == '\0' || strchr ("/-.", *text) == NULL
              || (separator != '\0' && *text != separator))
            return LT_DAY_NONE;
          separator = *text++;
          skip_spaces (&text);
        }
      start = text;
      parts[i] = read_number (&text, 4);
      lengths[i] = (int) (text - start);
    }
  skip_spaces (&text);
  if (*text != '\0')
    return LT_DAY_NONE;

  if (lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2)
    return lt_day_from_ymd (parts[0], parts[1], parts[2]);
  if (lengths[0] > 2 || lengths[1] > 2 || (lengths[2] != 2 && lengths[2] != 4))
    return LT_DAY_NONE;
  return lt_day_from_ymd (lengths[2] == 2 ? 2000 + parts[2] : parts[2], parts[1], parts[0]);
}

char *
lt_day_dup_iso (LtDay day)
{
  int year, month, day_of_month;

  if (!lt_day_to_ymd (day, &year, &month, &day_of_month))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
}

char *
lt_day_dup_official (LtDay day)
{
  int year, month, day_of_month;

  if (!lt_day_to_ymd (day, &year, &month, &day_of_month))
    return NULL;
  return g_strdup_printf (month <= 2 ? "%02d/%02d/%d" : "%02d/%d/%d", day_of_month, month, year);
}

int
lt_day_get_weekday (LtDay day)
{
  /* Day 0 was a Thursday. */
  int since_monday = (day % 7 + 3) % 7;

  g_return_val_if_fail (day != LT_DAY_NONE, 1);
  return (since_monday + 7) % 7 + 1;
}

int
lt_year_month_days (int year, int month)
{
  g_return_val_if_fail (year >= LT_YEAR_MIN && year <= LT_YEAR_MAX, 0);
  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

LtDay
lt_day_today (void)
{
  const char *fixed = g_getenv ("LT_TODAY");
  LtDay day = lt_day_from_iso (fixed);
  g_autoptr (GDateTime) now = NULL;
  int year, month, day_of_month;

  if (day != LT_DAY_NONE)
    return day;
  now = g_date_time_new_now_local ();
  g_date_time_get_ymd (now, &year, &month, &day_of_month);
  return lt_day_from_ymd (year, month, day_of_month);
}
