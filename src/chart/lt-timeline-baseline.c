/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>

#include "chart/lt-timeline-private.h"

/* A timeline beside the days of its plan as they once stood. */

void
_lt_timeline_compare_row (LtTimelineRow *row, LtBaselineRow *was, const LtDeadlineContext *context)
{
  if (was == NULL)
    {
      row->base = LT_BASELINE_LACKS_ROW;
      return;
    }
  row->base_start = lt_baseline_row_get_start (was);
  row->base_end = lt_baseline_row_get_due (was);
  row->base = LT_BASELINE_HAS_NO_DAYS;
  if (row->base_start == LT_DAY_NONE && row->base_end == LT_DAY_NONE)
    return;
  row->base = LT_BASELINE_HAS_DAYS;
  if (row->base_start == LT_DAY_NONE)
    row->base_start = _lt_timeline_get_usual_start (context, row->base_end);
}

void
_lt_timeline_compare_summary (LtTimelineRow *summary, const LtTimelineRow *row)
{
  if (row->base != LT_BASELINE_HAS_DAYS)
    return;
  if (summary->base != LT_BASELINE_HAS_DAYS)
    {
      summary->base = LT_BASELINE_HAS_DAYS;
      summary->base_start = row->base_start;
      summary->base_end = row->base_end;
      return;
    }
  if (row->base_start == LT_DAY_NONE || summary->base_start == LT_DAY_NONE)
    summary->base_start = LT_DAY_NONE;
  else
    summary->base_start = MIN (summary->base_start, row->base_start);
  if (row->base_end == LT_DAY_NONE || summary->base_end == LT_DAY_NONE)
    summary->base_end = LT_DAY_NONE;
  else
    summary->base_end = MAX (summary->base_end, row->base_end);
}

void
_lt_timeline_note_baseline (LtTimeline *self, const LtTimelineRow *row)
{
  const LtDay days[] = { row->base_start, row->base_end };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      if (days[i] == LT_DAY_NONE)
        continue;
      self->base_first = self->base_first == LT_DAY_NONE ? days[i] : MIN (self->base_first, days[i]);
      self->base_last = self->base_last == LT_DAY_NONE ? days[i] : MAX (self->base_last, days[i]);
    }
}

void
_lt_timeline_forget_baseline (LtTimeline *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      LtTimelineRow *row = &g_array_index (self->rows, LtTimelineRow, i);

      row->base = LT_BASELINE_SAYS_NOTHING;
      row->base_start = row->base_end = LT_DAY_NONE;
      row->base_deadline = "";
    }
  self->baseline_name = NULL;
  self->baseline_day = self->base_first = self->base_last = LT_DAY_NONE;
}

gboolean
lt_timeline_row_get_shift (const LtTimelineRow *row, int *days)
{
  if (row->base != LT_BASELINE_HAS_DAYS || row->base_end == LT_DAY_NONE || row->end == LT_DAY_NONE
      || row->bar == LT_BAR_NONE || row->bar == LT_BAR_POINTS || (row->flags & LT_BAR_REVERSED)
      || row->base_start > row->base_end)
    return FALSE;
  *days = row->end - row->base_end;
  return TRUE;
}

char *
lt_timeline_row_dup_shift (const LtTimelineRow *row)
{
  int days;

  if (row->base == LT_BASELINE_LACKS_ROW)
    return g_strdup ("mới");
  if (!lt_timeline_row_get_shift (row, &days))
    return g_strdup ("");
  return days == 0 ? g_strdup ("0") : g_strdup_printf ("%s%d", days > 0 ? "+" : "−", ABS (days));
}

static char *
dup_shift_sentence (LtTimeline *self, const LtTimelineRow *row, int days)
{
  g_autofree char *was = lt_day_dup_official (row->base_end);

  if (days == 0)
    /* Translators: %s is the name of a baseline, the days of a plan kept to compare with. */
    return g_strdup_printf (_("Due as in the baseline “%s”"), self->baseline_name);
  if (days > 0)
    /* Translators: a number of days, the name of a baseline, a day. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Due %d day later than in the baseline “%s” (%s)",
                                         "Due %d days later than in the baseline “%s” (%s)", (gulong) days),
                            days, self->baseline_name, was);
  /* Translators: a number of days, the name of a baseline, a day. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Due %d day earlier than in the baseline “%s” (%s)",
                                       "Due %d days earlier than in the baseline “%s” (%s)", (gulong) -days),
                          -days, self->baseline_name, was);
}

char *
_lt_timeline_dup_comparison (LtTimeline *self, const LtTimelineRow *row)
{
  g_autofree char *was = NULL;
  int days;

  switch ((LtBaselineSays) row->base)
    {
    case LT_BASELINE_LACKS_ROW:
      /* Translators: %s is the name of a baseline, the days of a plan kept to compare with. */
      return g_strdup_printf (_("Not in the baseline “%s”"), self->baseline_name);
    case LT_BASELINE_HAS_NO_DAYS:
      if (*row->base_deadline == '\0')
        /* Translators: %s is the name of a baseline, the days of a plan kept to compare with. */
        return g_strdup_printf (_("Without a deadline in the baseline “%s”"), self->baseline_name);
      /* Translators: the name of a baseline, then the words of the deadline that it has. */
      return g_strdup_printf (_("In the baseline “%s”: %s"), self->baseline_name, row->base_deadline);
    case LT_BASELINE_HAS_DAYS:
      if (lt_timeline_row_get_shift (row, &days))
        return dup_shift_sentence (self, row, days);
      was = lt_day_dup_official (row->base_end != LT_DAY_NONE ? row->base_end : row->base_start);
      return g_strdup_printf (row->base_end != LT_DAY_NONE
                                  /* Translators: the name of a baseline, then a day. */
                                  ? _("In the baseline “%s”: due on %s")
                                  /* Translators: the name of a baseline, then a day. */
                                  : _("In the baseline “%s”: from %s on"),
                              self->baseline_name, was);
    case LT_BASELINE_SAYS_NOTHING:
    default:
      return NULL;
    }
}
