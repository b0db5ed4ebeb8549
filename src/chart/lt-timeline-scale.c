/* SPDX-License-Identifier: MIT */
#include "chart/lt-timeline-scale.h"

#include <string.h>

static const struct {
  const char *nick;
  double day_width;
} zooms[] = {
  [LT_ZOOM_DAY] = { "day", 15 },
  [LT_ZOOM_WEEK] = { "week", 5 },
  [LT_ZOOM_MONTH] = { "month", 1.5 },
  [LT_ZOOM_QUARTER] = { "quarter", 0.5 },
  [LT_ZOOM_YEAR] = { "year", 0.2 },
};

/* The header's two lines from this day width up. Each cell of the lower line has
 * room for its shortest words there. */
static const struct {
  double day_width;
  LtTier upper;
  LtTier lower;
} headers[] = {
  { 12, { LT_TIER_MONTHS, 1, TRUE }, { LT_TIER_DAYS, 1, FALSE } },
  { 4.2, { LT_TIER_MONTHS, 1, TRUE }, { LT_TIER_WEEKS, 1, FALSE } },
  { 0.5, { LT_TIER_QUARTERS, 1, TRUE }, { LT_TIER_MONTHS, 1, FALSE } },
  { 0.17, { LT_TIER_YEARS, 1, TRUE }, { LT_TIER_QUARTERS, 1, FALSE } },
  { 0.068, { LT_TIER_YEARS, 10, TRUE }, { LT_TIER_YEARS, 1, TRUE } },
};

/* What a cell of several years needs at the least: "2020". */
#define YEARS_WIDTH 25.0
#define DAYS_IN_YEAR 365.0

static const int year_counts[] = { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000 };

static LtDay
get_first_day (void)
{
  return lt_day_from_ymd (LT_YEAR_MIN, 1, 1);
}

static LtDay
get_last_day (void)
{
  return lt_day_from_ymd (LT_YEAR_MAX, 12, 31);
}

double
lt_zoom_get_day_width (LtZoom zoom)
{
  return zooms[zoom].day_width;
}

gboolean
lt_zoom_from_nick (const char *nick, LtZoom *zoom)
{
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    if (strcmp (zooms[i].nick, nick) == 0)
      {
        *zoom = (LtZoom) i;
        return TRUE;
      }
  return FALSE;
}

LtZoom
lt_zoom_from_day_width (double day_width)
{
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    if (day_width >= zooms[i].day_width)
      return (LtZoom) i;
  return LT_ZOOM_YEAR;
}

void
lt_timeline_scale_init (LtTimelineScale *self, LtDay first, LtDay last, double day_width)
{
  self->first = CLAMP (first, get_first_day (), get_last_day ());
  self->last = CLAMP (last, self->first, get_last_day ());
  self->day_width = CLAMP (day_width, LT_DAY_WIDTH_MIN, LT_DAY_WIDTH_MAX);
}

static double
count_days (const LtTimelineScale *self)
{
  return (double) self->last - self->first + 1;
}

double
lt_timeline_scale_get_width (const LtTimelineScale *self)
{
  return count_days (self) * self->day_width + 2 * LT_TIMELINE_PADDING;
}

double
lt_timeline_scale_get_x (const LtTimelineScale *self, LtDay day)
{
  return ((double) day - self->first) * self->day_width + LT_TIMELINE_PADDING;
}

LtDay
lt_timeline_scale_get_day (const LtTimelineScale *self, double x)
{
  double days = (x - LT_TIMELINE_PADDING) / self->day_width;

  return self->first + (LtDay) CLAMP (days, 0, count_days (self) - 1);
}

void
lt_timeline_scale_fit (LtTimelineScale *self, double width)
{
  self->day_width = MAX (width - 2 * LT_TIMELINE_PADDING, 1) / count_days (self);
}

void
lt_timeline_scale_get_tiers (const LtTimelineScale *self, LtTier *upper, LtTier *lower)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (headers); i++)
    if (self->day_width >= headers[i].day_width)
      {
        *upper = headers[i].upper;
        *lower = headers[i].lower;
        return;
      }
  for (i = 1; i + 1 < G_N_ELEMENTS (year_counts); i++)
    if (self->day_width * DAYS_IN_YEAR * year_counts[i] >= YEARS_WIDTH)
      break;
  *lower = (LtTier) { LT_TIER_YEARS, year_counts[i], TRUE };
  *upper = (LtTier) { LT_TIER_YEARS, year_counts[MIN (i + 3, G_N_ELEMENTS (year_counts) - 1)], TRUE };
}

LtDay
lt_tier_floor (const LtTier *self, LtDay day)
{
  int year;
  int month;

  if (!lt_day_to_ymd (day, &year, &month, NULL))
    return day;
  switch (self->unit)
    {
    case LT_TIER_DAYS:
      return day;
    case LT_TIER_WEEKS:
      return MAX (day - (lt_day_get_weekday (day) - 1), get_first_day ());
    case LT_TIER_MONTHS:
      return lt_day_from_ymd (year, month, 1);
    case LT_TIER_QUARTERS:
      return lt_day_from_ymd (year, month - (month - 1) % 3, 1);
    case LT_TIER_YEARS:
    default:
      return lt_day_from_ymd (MAX (year - year % self->count, LT_YEAR_MIN), 1, 1);
    }
}

LtDay
lt_tier_next (const LtTier *self, LtDay day)
{
  LtDay next;
  int year;
  int month;

  if (!lt_day_to_ymd (day, &year, &month, NULL))
    return get_last_day () + 1;
  switch (self->unit)
    {
    case LT_TIER_DAYS:
      return day + 1;
    case LT_TIER_WEEKS:
      return day + 8 - lt_day_get_weekday (day);
    case LT_TIER_MONTHS:
      next = month < 12 ? lt_day_from_ymd (year, month + 1, 1) : lt_day_from_ymd (year + 1, 1, 1);
      break;
    case LT_TIER_QUARTERS:
      next = month < 10 ? lt_day_from_ymd (year, month - (month - 1) % 3 + 3, 1)
                        : lt_day_from_ymd (year + 1, 1, 1);
      break;
    case LT_TIER_YEARS:
    default:
      next = lt_day_from_ymd (year - year % self->count + self->count, 1, 1);
      break;
    }
  return next == LT_DAY_NONE ? get_last_day () + 1 : next;
}

double
lt_tier_get_cell_width (const LtTier *self, double day_width)
{
  static const double days[] = {
    [LT_TIER_DAYS] = 1,
    [LT_TIER_WEEKS] = 7,
    [LT_TIER_MONTHS] = 28,
    [LT_TIER_QUARTERS] = 90,
    [LT_TIER_YEARS] = DAYS_IN_YEAR,
  };

  return days[self->unit] * self->count * day_width;
}

static char *
dup_years (int year, int count, int form)
{
  int first = year - year % count;
  int last = MIN (first + count - 1, LT_YEAR_MAX);

  first = MAX (first, LT_YEAR_MIN);
  if (count == 1)
    return g_strdup_printf (form == 0 ? "Năm %d" : "%d", year);
  return form == 0 ? g_strdup_printf ("%d - %d", first, last) : g_strdup_printf ("%d", first);
}

char *
lt_tier_dup_label (const LtTier *self, LtDay day, int form)
{
  static const char *const months[] = { "Tháng ", "T", "" };
  static const char *const quarters[] = { "Quý ", "Q.", "" };
  static const char *const numerals[] = { "I", "II", "III", "IV" };
  static const char *const weekdays[] = { "T2", "T3", "T4", "T5", "T6", "T7", "CN" };
  g_autofree char *year_words = NULL;
  int year = 0;
  int month = 1;
  int day_of_month = 0;

  form = CLAMP (form, 0, LT_TIER_FORMS - 1);
  lt_day_to_ymd (day, &year, &month, &day_of_month);
  year_words = self->alone ? g_strdup_printf ("/%d", year) : g_strdup ("");
  switch (self->unit)
    {
    case LT_TIER_DAYS:
      if (form == 0)
        return g_strdup_printf ("%s %d", weekdays[lt_day_get_weekday (day) - 1], day_of_month);
      return g_strdup_printf ("%d", day_of_month);
    case LT_TIER_WEEKS:
      /* As official days are written: see lt_day_dup_official(). */
      return g_strdup_printf (month <= 2 ? "%02d/%02d" : "%02d/%d", day_of_month, month);
    case LT_TIER_MONTHS:
      return g_strdup_printf ("%s%d%s", months[form], month, year_words);
    case LT_TIER_QUARTERS:
      return g_strdup_printf ("%s%s%s", quarters[form], numerals[(month - 1) / 3], year_words);
    case LT_TIER_YEARS:
    default:
      return dup_years (year, self->count, form);
    }
}
