/* SPDX-License-Identifier: MIT */
#include "plan/lt-deadline.h"

#include <glib/gi18n-lib.h>

static const char *const kind_nicks[] = {
  [LT_DEADLINE_EMPTY] = "empty",
  [LT_DEADLINE_DEADLINE] = "deadline",
  [LT_DEADLINE_RANGE] = "range",
  [LT_DEADLINE_MONTH] = "month",
  [LT_DEADLINE_QUARTER] = "quarter",
  [LT_DEADLINE_YEAR] = "year",
  [LT_DEADLINE_ONGOING] = "ongoing",
  [LT_DEADLINE_PERIODIC] = "periodic",
  [LT_DEADLINE_RELATIVE] = "relative",
  [LT_DEADLINE_UNKNOWN] = "unknown",
};

LtDeadline *
lt_deadline_copy (const LtDeadline *deadline)
{
  LtDeadline *copy;

  g_return_val_if_fail (deadline != NULL, NULL);

  copy = g_memdup2 (deadline, sizeof *deadline);
  if (deadline->milestones != NULL)
    copy->milestones = g_array_copy (deadline->milestones);
  return copy;
}

void
lt_deadline_free (LtDeadline *deadline)
{
  if (deadline == NULL)
    return;
  g_clear_pointer (&deadline->milestones, g_array_unref);
  g_free (deadline);
}

const char *
lt_deadline_kind_get_nick (LtDeadlineKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_nicks), NULL);

  return kind_nicks[kind];
}

LtDay
lt_deadline_get_due (const LtDeadline *deadline, gboolean strict)
{
  g_return_val_if_fail (deadline != NULL, LT_DAY_NONE);

  return strict ? deadline->strict_end : deadline->end;
}

/* "Every month" is a phrase of its own: languages without a plural need a number
 * in the other one, and would say "every 1 month". */
static char *
dup_period (const LtDeadline *deadline)
{
  int count = deadline->period_count;
  gboolean one = count == 1;

  switch (deadline->period_unit)
    {
    case 'd':
      return one ? g_strdup (_ ("Every day"))
                 : g_strdup_printf (ngettext ("Every %d day", "Every %d days", (gulong) count), count);
    case 'w':
      return one ? g_strdup (_ ("Every week"))
                 : g_strdup_printf (ngettext ("Every %d week", "Every %d weeks", (gulong) count), count);
    case 'm':
      return one ? g_strdup (_ ("Every month"))
                 : g_strdup_printf (ngettext ("Every %d month", "Every %d months", (gulong) count), count);
    case 'q':
      return one ? g_strdup (_ ("Every quarter"))
                 : g_strdup_printf (ngettext ("Every %d quarter", "Every %d quarters", (gulong) count), count);
    case 'y':
      return one ? g_strdup (_ ("Every year"))
                 : g_strdup_printf (ngettext ("Every %d year", "Every %d years", (gulong) count), count);
    default:
      return g_strdup (_ ("Again and again"));
    }
}

static char *
dup_span (LtDay start, LtDay end)
{
  g_autofree char *first = lt_day_dup_official (start);
  g_autofree char *last = lt_day_dup_official (end);

  if (first == NULL && last == NULL)
    return NULL;
  if (first == NULL)
    return g_strdup_printf (_ ("Due %s"), last);
  if (last == NULL)
    return g_strdup_printf (_ ("From %s on"), first);
  if (start == end)
    return g_strdup_printf (_ ("On %s"), first);
  return g_strdup_printf (_ ("From %s to %s"), first, last);
}

static char *
dup_core_meaning (const LtDeadline *deadline, gboolean strict)
{
  g_autofree char *span = dup_span (deadline->start, lt_deadline_get_due (deadline, strict));
  g_autofree char *period = NULL;

  switch (deadline->kind)
    {
    case LT_DEADLINE_PERIODIC:
      period = dup_period (deadline);
      if (span == NULL)
        return g_steal_pointer (&period);
      /* Translators: the first is "Every month", the second "Due 31/12/2024". */
      return g_strdup_printf (_ ("%s. %s"), period, span);
    case LT_DEADLINE_ONGOING:
      if (span == NULL)
        return g_strdup (_ ("Continuously"));
      /* Translators: %s is "From 01/01/2024 on" or the like. */
      return g_strdup_printf (_ ("Continuously. %s"), span);
    case LT_DEADLINE_RELATIVE:
      if (span == NULL)
        return g_strdup (_ ("Counted from something that has no day yet"));
      break;
    case LT_DEADLINE_UNKNOWN:
      if (span == NULL)
        return g_strdup (_ ("These words were not understood; set the days by hand"));
      break;
    case LT_DEADLINE_EMPTY:
    case LT_DEADLINE_DEADLINE:
    case LT_DEADLINE_RANGE:
    case LT_DEADLINE_MONTH:
    case LT_DEADLINE_QUARTER:
    case LT_DEADLINE_YEAR:
      break;
    }
  if (span == NULL && deadline->kind == LT_DEADLINE_EMPTY)
    return g_strdup (_ ("No deadline"));
  if (span == NULL)
    return g_strdup (_ ("The words name no year, and the plan has none"));
  return g_steal_pointer (&span);
}

char *
lt_deadline_dup_meaning (const LtDeadline *deadline, gboolean strict)
{
  g_autofree char *core = NULL;

  g_return_val_if_fail (deadline != NULL, NULL);

  core = dup_core_meaning (deadline, strict);
  if (deadline->then_ongoing)
    {
      g_autofree char *first = g_steal_pointer (&core);

      /* Translators: %s is "Due 30/11/2024" or the like. */
      core = g_strdup_printf (_ ("%s, then continuously"), first);
    }
  if (deadline->milestones != NULL && deadline->milestones->len > 0)
    {
      g_autofree char *first = g_steal_pointer (&core);
      g_autoptr (GString) days = g_string_new (NULL);

      for (guint i = 0; i < deadline->milestones->len; i++)
        {
          g_autofree char *day
            = lt_day_dup_official (g_array_index (deadline->milestones, LtDay, i));

          g_string_append_printf (days, "%s%s", i > 0 ? ", " : "", day);
        }
      /* Translators: first "Due 30/11/2024" or the like, then one day or several. */
      core = g_strdup_printf (_ ("%s; on the way: %s"), first, days->str);
    }
  if (deadline->year_assumed && deadline->end != LT_DAY_NONE)
    {
      g_autofree char *first = g_steal_pointer (&core);

      /* Translators: %s is "Due 30/11/2024" or the like. */
      core = g_strdup_printf (_ ("%s (in the plan’s year)"), first);
    }
  return g_steal_pointer (&core);
}

/* "tháng 10/2024" and so on, where the span is just that; else NULL. */
static char *
dup_calendar_words (LtDay start, LtDay end)
{
  static const char *const numerals[] = { "I", "II", "III", "IV" };
  int year, month, day, last_year, last_month, last_day;

  if (!lt_day_to_ymd (start, &year, &month, &day)
      || !lt_day_to_ymd (end, &last_year, &last_month, &last_day)
      || day != 1 || last_day != lt_year_month_days (last_year, last_month) || start > end)
    return NULL;
  if (month == 1 && last_month == 12 && year != last_year)
    return g_strdup_printf ("giai đoạn %d - %d", year, last_year);
  if (year != last_year)
    return NULL;
  if (month == last_month)
    return g_strdup_printf (month <= 2 ? "tháng %02d/%d" : "tháng %d/%d", month, year);
  if (month == 1 && last_month == 12)
    return g_strdup_printf ("năm %d", year);
  if (month % 3 == 1 && last_month == month + 2)
    return g_strdup_printf ("quý %s/%d", numerals[month / 3], year);
  return NULL;
}

char *
lt_deadline_dup_words (LtDay start, LtDay end)
{
  g_autofree char *calendar = dup_calendar_words (start, end);
  g_autofree char *first = lt_day_dup_official (start);
  g_autofree char *last = lt_day_dup_official (end);

  if (calendar != NULL)
    return g_steal_pointer (&calendar);
  if (first == NULL && last == NULL)
    return g_strdup ("");
  if (first == NULL)
    return g_strdup_printf ("đến ngày %s", last);
  if (last == NULL)
    return g_strdup_printf ("từ ngày %s", first);
  if (start == end)
    return g_strdup_printf ("trong ngày %s", first);
  return g_strdup_printf ("từ ngày %s đến ngày %s", first, last);
}
