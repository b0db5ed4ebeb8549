/* SPDX-License-Identifier: MIT */
#include "plan/lt-deadline-private.h"

typedef struct {
  LtDay start;
  LtDay end;
} Span;

static Span
month_span (int year, int month, int n_months)
{
  int last = month + n_months - 1;
  int last_year = year + (last - 1) / 12;

  last = (last - 1) % 12 + 1;
  if (last_year > LT_YEAR_MAX)
    return (Span) { LT_DAY_NONE, LT_DAY_NONE };
  return (Span) { lt_day_from_ymd (year, month, 1),
                  lt_day_from_ymd (last_year, last, lt_year_month_days (last_year, last)) };
}

/* A bare "tháng này", "quý sau" leans on the month in which the plan was issued. */
static gboolean
get_issue_span (const LtElement *span, LtDay issued, Span *whole)
{
  int year, month;

  if (!lt_day_to_ymd (issued, &year, &month, NULL))
    return FALSE;
  if (span->unit == 'q')
    month = (month - 1) / 3 * 3 + 1;
  month += span->offset * (span->unit == 'q' ? 3 : 1);
  *whole = month_span (year + (month - 1) / 12, (month - 1) % 12 + 1, span->unit == 'q' ? 3 : 1);
  return TRUE;
}

/* School years begin with September and end with May; the first term ends in
 * mid-January (framework of the Ministry of Education and Training). */
static gboolean
get_school_span (const LtElement *span, int year, Span *whole)
{
  *whole = (Span) { lt_day_from_ymd (year, 9, 1), lt_day_from_ymd (year + 1, 5, 31) };
  if (span->part != LT_PART_NTH)
    return TRUE;
  if (span->part_count == 1)
    whole->end = lt_day_from_ymd (year + 1, 1, 15);
  else
    whole->start = lt_day_from_ymd (year + 1, 1, 16);
  return span->part_count == 1 || span->part_count == 2;
}

static gboolean
get_whole (const LtElement *span, int year, LtDay issued, Span *whole)
{
  if (year < LT_YEAR_MIN || year >= LT_YEAR_MAX)
    year = 0;
  *whole = (Span) { LT_DAY_NONE, LT_DAY_NONE };
  if ((span->unit == 'm' && span->month == 0) || (span->unit == 'q' && span->quarter == 0))
    {
      get_issue_span (span, issued, whole);
      return TRUE;
    }
  if (year == 0)
    return TRUE;
  switch (span->unit)
    {
    case 'd':
      whole->start = whole->end = lt_day_from_ymd (year, span->month, span->day);
      return whole->start != LT_DAY_NONE;
    case 'm':
      *whole = month_span (year, span->month, 1);
      return TRUE;
    case 'q':
      *whole = month_span (year, span->quarter * 3 - 2, 3);
      return TRUE;
    case 's':
      return get_school_span (span, year, whole);
    default:
      *whole = month_span (year, 1, 12);
      return TRUE;
    }
}

/* The first or last so many of a smaller unit. */
static gboolean
cut_amount (const LtElement *span, Span *whole)
{
  int year, month;
  int months = 0;
  int days = 0;
  int length;

  lt_day_to_ymd (whole->start, &year, &month, NULL);
  length = span->unit == 'y' ? 12 : span->unit == 'q' ? 3 : 1;
  if (span->part_unit == 'm')
    months = span->part_count;
  else if (span->part_unit == 'q')
    months = 3 * span->part_count;
  else if (span->part_unit == 'd')
    days = span->part_count;
  else if (span->part_unit == 'w')
    days = 7 * span->part_count;
  else if (span->unit == 'y')
    months = 6;
  else
    days = span->unit == 'q' ? 45 : 15;

  if (months > length || days > whole->end - whole->start + 1)
    return FALSE;
  if (months > 0 && span->part == LT_PART_FIRST)
    *whole = month_span (year, month, months);
  else if (months > 0)
    *whole = month_span (year, month + length - months, months);
  else if (span->part == LT_PART_FIRST)
    whole->end = whole->start + days - 1;
  else if (span->part_unit == 'h')
    whole->start = whole->start + days;
  else
    whole->start = whole->end - days + 1;
  return TRUE;
}

/* The fourth week goes to the 28th, a fifth to the end of the month. */
static gboolean
cut_week (const LtElement *span, Span *whole)
{
  LtDay start = whole->start + 7 * (span->part_count - 1);
  LtDay last = whole->start + 7 * (MAX (span->part_last, span->part_count) - 1);

  if (span->part_count < 1 || last > whole->end)
    return FALSE;
  whole->start = start;
  whole->end = MIN (last + 6, whole->end);
  return TRUE;
}

/* "đầu", "giữa", "cuối" are vague. The day that an office would wait for: the
 * 10th, the 15th and the last of a month; of a quarter the end of its first
 * month, the middle of its second, its end; of a year the end of March, of
 * June, its end. */
static void
cut_vaguely (const LtElement *span, Span *whole)
{
  int year, month;

  lt_day_to_ymd (whole->start, &year, &month, NULL);
  if (span->unit == 'm')
    {
      if (span->part == LT_PART_BEGINNING)
        whole->end = whole->start + 9;
      else if (span->part == LT_PART_MIDDLE)
        *whole = (Span) { whole->start + 10, whole->start + 14 };
      else
        whole->start += 20;
    }
  else if (span->unit == 'q')
    {
      if (span->part == LT_PART_BEGINNING)
        *whole = month_span (year, month, 1);
      else if (span->part == LT_PART_MIDDLE)
        *whole = (Span) { lt_day_from_ymd (year, month + 1, 1),
                          lt_day_from_ymd (year, month + 1, 15) };
      else
        *whole = month_span (year, month + 2, 1);
    }
  else
    {
      if (span->part == LT_PART_BEGINNING)
        *whole = month_span (year, 1, 3);
      else if (span->part == LT_PART_MIDDLE)
        *whole = month_span (year, 4, 3);
      else
        *whole = month_span (year, 10, 3);
    }
}

static LtDay
add_working_days (LtDay day, int count)
{
  while (count > 0)
    {
      day++;
      if (lt_day_get_weekday (day) <= 5)
        count--;
    }
  return day;
}

static LtDay
add_months (LtDay day, int count)
{
  int year, month, day_of_month;

  lt_day_to_ymd (day, &year, &month, &day_of_month);
  month += count - 1;
  year += month / 12;
  month = month % 12 + 1;
  if (year > LT_YEAR_MAX)
    return LT_DAY_NONE;
  return lt_day_from_ymd (year, month, MIN (day_of_month, lt_year_month_days (year, month)));
}

gboolean
_lt_element_get_days (const LtElement *span, int year, LtDay issued, LtDay *start, LtDay *end)
{
  Span whole;
  gboolean exists = get_whole (span, year, issued, &whole);

  if (exists && whole.start != LT_DAY_NONE && span->unit != 's')
    {
      switch (span->part)
        {
        case LT_PART_FIRST:
        case LT_PART_LAST:
          exists = cut_amount (span, &whole);
          break;
        case LT_PART_NTH:
          exists = cut_week (span, &whole);
          break;
        case LT_PART_BEGINNING:
        case LT_PART_MIDDLE:
        case LT_PART_CLOSE:
          cut_vaguely (span, &whole);
          break;
        case LT_PART_WHOLE:
        default:
          break;
        }
    }
  *start = whole.start;
  *end = whole.end;
  return exists;
}

LtDay
_lt_element_add_to (const LtElement *duration, LtDay day)
{
  if (day == LT_DAY_NONE)
    return LT_DAY_NONE;
  switch (duration->unit)
    {
    case 'd':
      return duration->working ? add_working_days (day, duration->count) : day + duration->count;
    case 'w':
      return day + 7 * duration->count;
    case 'm':
      return add_months (day, duration->count);
    case 'q':
      return add_months (day, 3 * duration->count);
    case 'y':
      return add_months (day, 12 * duration->count);
    default:
      return LT_DAY_NONE;
    }
}
