/* SPDX-License-Identifier: MIT */
#include "chart/lt-calendar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "chart/lt-chart-error.h"

struct _LtCalendar {
  gatomicrefcount ref_count;
  GHashTable *names;   /* LtDay -> name (owned): what the program does not know by itself */
  GHashTable *working; /* LtDay -> itself: days made working days */
};

/* Days that follow the moon, as they were announced (2024-2026) or as the law has
 * them where nothing is announced yet. */
static const struct {
  const char *first;
  const char *last;
  const char *name;
} announced[] = {
  { "2024-02-08", "2024-02-14", "Tết Nguyên đán" },
  { "2024-04-18", "2024-04-18", "Giỗ Tổ Hùng Vương" },
  { "2025-01-25", "2025-02-02", "Tết Nguyên đán" },
  { "2025-04-07", "2025-04-07", "Giỗ Tổ Hùng Vương" },
  { "2026-02-14", "2026-02-22", "Tết Nguyên đán" },
  { "2026-04-26", "2026-04-26", "Giỗ Tổ Hùng Vương" },
  { "2027-02-05", "2027-02-09", "Tết Nguyên đán" },
  { "2027-04-16", "2027-04-16", "Giỗ Tổ Hùng Vương" },
};

static void
add_days (LtCalendar *self, const LtHoliday *entry)
{
  for (LtDay day = entry->first; day <= entry->last; day++)
    {
      gpointer key = GINT_TO_POINTER (day);

      if (entry->working)
        {
          g_hash_table_add (self->working, key);
          continue;
        }
      g_hash_table_remove (self->working, key);
      g_hash_table_insert (self->names, key, g_strdup (*entry->name ? entry->name : "Ngày nghỉ"));
    }
}

/* The second day of the National Day stands before or behind 2/9, whichever makes the
 * longer weekend: that is how it was announced each year since 2021. */
static int
get_national_neighbour (int year)
{
  int weekday = lt_day_get_weekday (lt_day_from_ymd (year, 9, 2));

  return weekday == 1 || weekday == 4 ? 3 : 1;
}

static const char *
find_fixed_holiday (LtDay day)
{
  int year;
  int month;
  int day_of_month;

  if (!lt_day_to_ymd (day, &year, &month, &day_of_month))
    return NULL;
  if (month == 1 && day_of_month == 1)
    return "Tết Dương lịch";
  if (month == 4 && day_of_month == 30)
    return "Ngày Chiến thắng";
  if (month == 5 && day_of_month == 1)
    return "Ngày Quốc tế lao động";
  if (month == 9 && (day_of_month == 2 || day_of_month == get_national_neighbour (year)))
    return "Quốc khánh";
  return NULL;
}

LtCalendar *
lt_calendar_new (const char *const *entries)
{
  LtCalendar *self = g_new0 (LtCalendar, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->names = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->working = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (announced); i++)
    add_days (self, &(LtHoliday) { FALSE, lt_day_from_iso (announced[i].first),
                               lt_day_from_iso (announced[i].last), announced[i].name });
  for (guint i = 0; entries != NULL && entries[i] != NULL; i++)
    {
      LtHoliday entry;

      if (lt_holiday_read (entries[i], &entry))
        add_days (self, &entry);
    }
  return self;
}

LtCalendar *
lt_calendar_ref (LtCalendar *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
lt_calendar_unref (LtCalendar *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->working);
  g_free (self);
}

gboolean
lt_calendar_is_weekend (LtCalendar *self, LtDay day)
{
  return lt_day_get_weekday (day) >= 6
         && !g_hash_table_contains (self->working, GINT_TO_POINTER (day));
}

const char *
lt_calendar_get_holiday (LtCalendar *self, LtDay day)
{
  const char *name;

  if (g_hash_table_contains (self->working, GINT_TO_POINTER (day)))
    return NULL;
  name = g_hash_table_lookup (self->names, GINT_TO_POINTER (day));
  return name != NULL ? name : find_fixed_holiday (day);
}

gboolean
lt_holiday_read (const char *line, LtHoliday *entry)
{
  g_autofree char *days = NULL;
  const char *end;
  char *dots;

  while (g_ascii_isspace (*line))
    line++;
  entry->working = *line == '!';
  if (entry->working)
    line++;
  end = line + strcspn (line, " \t");
  days = g_strndup (line, (gsize) (end - line));
  dots = strstr (days, "..");
  if (dots != NULL)
    *dots = '\0';
  entry->first = lt_day_from_user (days);
  entry->last = dots != NULL ? lt_day_from_user (dots + 2) : entry->first;
  entry->name = end + strspn (end, " \t");
  return entry->first != LT_DAY_NONE && entry->last != LT_DAY_NONE && entry->first <= entry->last
         && entry->last - entry->first < LT_HOLIDAY_DAYS_MAX;
}

char *
lt_holiday_dup_entry (const LtHoliday *holiday)
{
  g_autofree char *first = lt_day_dup_iso (holiday->first);
  g_autofree char *last = lt_day_dup_iso (holiday->last);
  gboolean one = holiday->first == holiday->last;

  return g_strconcat (holiday->working ? "!" : "", first, one ? "" : "..", one ? "" : last,
                      *holiday->name ? " " : "", holiday->name, NULL);
}

gboolean
lt_calendar_check_entry (const char *entry, GError **error)
{
  LtHoliday read;

  if (lt_holiday_read (entry, &read))
    return TRUE;
  g_set_error (error, LT_CHART_ERROR, LT_CHART_ERROR_HOLIDAY,
               _("“%s” does not name holidays. Write a day or a span of at most %d days first and the "
                 "name behind it, like “2028-01-25..2028-01-31 Tết”, and “!” before a working day."),
               entry, LT_HOLIDAY_DAYS_MAX);
  return FALSE;
}
