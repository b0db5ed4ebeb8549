/* SPDX-License-Identifier: MIT */
#include "chart/lt-timeline-private.h"

#include <glib/gi18n-lib.h>

static LtDay
get_last_day (void)
{
  return lt_day_from_ymd (LT_YEAR_MAX, 12, 31);
}

/* Periods of months lie in the year as people count them: quarters end with March,
 * half years with June, whatever the day on which the work began. */
static LtDay
get_next_month_end (LtDay day, gint64 months)
{
  gint64 count;
  int year;
  int month;
  int last;

  /* The month's own last day may still lie ahead. */
  if (!lt_day_to_ymd (day + 1, &year, &month, NULL))
    return get_last_day () + 1;
  count = (gint64) year * 12 + month;
  count = (count + months - 1) / months * months;
  year = (int) ((count - 1) / 12);
  last = (int) ((count - 1) % 12) + 1;
  if (year > LT_YEAR_MAX)
    return get_last_day () + 1;
  return lt_day_from_ymd (year, last, lt_year_month_days (year, last));
}

LtDay
lt_timeline_row_get_next_period (const LtTimelineRow *row, LtDay day)
{
  LtDay origin = row->start != LT_DAY_NONE ? row->start : 0;
  gint64 count = MAX (row->period_count, 1);
  gint64 next;

  switch (row->period_unit)
    {
    case 'm':
      return get_next_month_end (day, count);
    case 'q':
      return get_next_month_end (day, 3 * count);
    case 'y':
      return get_next_month_end (day, 12 * count);
    case 'w':
      /* Fridays: what is asked for weekly is asked for by the end of the working week. */
      origin += 5 - lt_day_get_weekday (origin);
      count *= 7;
      break;
    default:
      break;
    }
  next = (gint64) day - origin;
  next = origin + (next >= 0 ? next / count + 1 : -((-next - 1) / count)) * count;
  return (LtDay) MIN (next, get_last_day () + 1);
}

static const char *
get_state_word (const LtTimelineRow *row)
{
  if (row->level != LT_TIMELINE_ASSIGNMENT)
    return NULL;
  if (row->state == LT_STATE_PAUSED || row->state == LT_STATE_CANCELLED)
    return lt_state_get_official ((LtState) row->state);
  if (row->bar == LT_BAR_BAND && row->timeliness == LT_TIMELINESS_NO_DEADLINE)
    return row->deadline_kind == LT_DEADLINE_PERIODIC ? "định kỳ" : "thường xuyên";
  return NULL;
}

static char *
dup_words (const LtTimelineRow *row)
{
  const char *state = get_state_word (row);
  const char *timeliness = lt_timeliness_get_official ((LtTimeliness) row->timeliness);

  if (row->flags & LT_BAR_REVERSED)
    return g_strdup ("ngày kết thúc trước ngày bắt đầu");
  if (row->level == LT_TIMELINE_OUTCOME)
    return lt_day_dup_official (row->end);
  if (row->level == LT_TIMELINE_ASSIGNMENT && row->bar == LT_BAR_POINTS && state == NULL)
    return g_strdup ("chưa có ngày");
  if (state != NULL && row->timeliness != LT_TIMELINESS_NO_DEADLINE)
    return g_strdup_printf ("%s, %s", timeliness, state);
  if (state != NULL)
    return g_strdup (state);
  if (row->bar == LT_BAR_PERIODIC && row->timeliness == LT_TIMELINESS_NO_DEADLINE)
    return g_strdup ("định kỳ");
  return g_strdup (timeliness);
}

char *
lt_timeline_row_dup_caption (const LtTimelineRow *row)
{
  g_autofree char *words = dup_words (row);

  if (row->percent < 0)
    return words != NULL ? g_steal_pointer (&words) : g_strdup ("");
  return g_strdup_printf ("%d%% · %s", row->percent, words != NULL ? words : "");
}

static char *
dup_meaning (const LtTimelineRow *row)
{
  LtDeadline deadline = {
    .kind = (LtDeadlineKind) row->deadline_kind,
    .start = (row->flags & LT_BAR_OPEN_START) ? LT_DAY_NONE : row->start,
    .end = row->end,
    .strict_end = row->end,
    .period_count = row->period_count,
    .period_unit = row->period_unit,
    .then_ongoing = (row->flags & LT_BAR_THEN_BAND) != 0,
  };

  if (row->flags & LT_BAR_REVERSED)
    {
      g_autofree char *start = lt_day_dup_official (row->end);
      g_autofree char *end = lt_day_dup_official (row->start);

      return g_strdup_printf (_("The end, %s, stands before the start, %s"), end, start);
    }
  if (row->bar == LT_BAR_NONE || row->bar == LT_BAR_POINTS)
    return *row->deadline != '\0' ? g_strdup_printf (_("No day; the words are: %s"), row->deadline)
                                  : g_strdup (_("No day"));
  return lt_deadline_dup_meaning (&deadline, FALSE);
}

static void
append_sentence (GString *text, const char *sentence)
{
  if (*sentence != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? ". " : "", sentence);
}

static void
append_marks (GString *text, LtTimeline *self, const LtTimelineRow *row)
{
  const LtTimelineMark *marks = lt_timeline_get_marks (self, row);
  g_autoptr (GString) days = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  if (row->n_marks == 0)
    return;
  for (guint i = 0; i < row->n_marks; i++)
    {
      g_autofree char *day = lt_day_dup_official (marks[i].day);

      g_string_append_printf (days, "%s%s", i > 0 ? ", " : "", day);
    }
  /* Translators: %s is one day or several, "30/9/2024, 31/12/2024". */
  sentence = g_strdup_printf (_("Days on the way: %s"), days->str);
  append_sentence (text, sentence);
}

char *
lt_timeline_dup_row_text (LtTimeline *self, guint row_index)
{
  const LtTimelineRow *row = lt_timeline_get_row (self, row_index);
  GString *text = g_string_new (row->number);
  g_autofree char *comparison = NULL;

  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", row->title);
  if (row->level == LT_TIMELINE_HEADING)
    return g_string_free (text, FALSE);
  if (row->level == LT_TIMELINE_ASSIGNMENT || row->bar == LT_BAR_SUMMARY
      || row->bar == LT_BAR_SPAN)
    {
      g_autofree char *meaning = dup_meaning (row);

      append_sentence (text, meaning);
    }
  if (row->level != LT_TIMELINE_OUTCOME && row->bar != LT_BAR_NONE)
    append_sentence (text, lt_timeliness_get_title ((LtTimeliness) row->timeliness));
  if (row->level == LT_TIMELINE_ASSIGNMENT)
    append_sentence (text, lt_state_get_title ((LtState) row->state));
  if (row->percent >= 0)
    {
      /* Translators: how much of the work is done. */
      g_autofree char *percent = g_strdup_printf (_("%d percent done"), row->percent);

      append_sentence (text, percent);
    }
  append_marks (text, self, row);
  comparison = _lt_timeline_dup_comparison (self, row);
  if (comparison != NULL)
    append_sentence (text, comparison);
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}
