/* SPDX-License-Identifier: MIT */
#include "chart/lt-timeline-private.h"

LtDay
_lt_timeline_get_usual_start (const LtDeadlineContext *context, LtDay end)
{
  LtDay base = context->issued;
  int year;

  if (base == LT_DAY_NONE && context->year > 0)
    base = lt_day_from_ymd (context->year, 1, 1);
  if (end == LT_DAY_NONE || (base != LT_DAY_NONE && base <= end))
    return base;
  lt_day_to_ymd (end, &year, NULL, NULL);
  return lt_day_from_ymd (year, 1, 1);
}

void
_lt_timeline_set_bar (LtTimelineRow *row, LtAssignment *assignment,
                      const LtDeadlineContext *context)
{
  const LtDeadline *deadline = lt_assignment_get_deadline (assignment);

  row->deadline_kind = (guint8) deadline->kind;
  row->start = deadline->start;
  row->end = lt_assignment_get_due (assignment);
  if (deadline->kind == LT_DEADLINE_PERIODIC && deadline->period_unit != '\0')
    row->bar = LT_BAR_PERIODIC;
  else if (deadline->kind == LT_DEADLINE_PERIODIC || deadline->kind == LT_DEADLINE_ONGOING)
    row->bar = LT_BAR_BAND;
  else if (row->end != LT_DAY_NONE)
    row->bar = LT_BAR_SPAN;
  else if (row->start != LT_DAY_NONE)
    row->bar = LT_BAR_BAND;
  else
    return;

  row->period_count = deadline->period_count;
  row->period_unit = deadline->period_unit;
  if (row->end == LT_DAY_NONE)
    row->flags |= LT_BAR_OPEN_END;
  if (deadline->then_ongoing && row->bar == LT_BAR_SPAN)
    row->flags |= LT_BAR_THEN_BAND;
  if (row->start == LT_DAY_NONE)
    {
      row->start = _lt_timeline_get_usual_start (context, row->end);
      row->flags |= LT_BAR_OPEN_START;
    }
  else if (row->end != LT_DAY_NONE && row->start > row->end)
    {
      LtDay start = row->start;

      row->start = row->end;
      row->end = start;
      row->flags |= LT_BAR_REVERSED;
    }
}

static void
take_earlier (LtDay *start, LtDay day)
{
  if (day != LT_DAY_NONE && (*start == LT_DAY_NONE || day < *start))
    *start = day;
}

LtDay
_lt_timeline_gather_outcome (GArray *days, LtOutcome *outcome)
{
  const LtField *start_field = lt_item_type_find_field (LT_TYPE_TARGET, "start_day");
  GArray *named = lt_outcome_get_days (outcome);
  guint n = lt_item_get_n_children (LT_ITEM (outcome));
  LtDay start = LT_DAY_NONE;

  for (guint i = 0; named != NULL && i < named->len; i++)
    {
      const LtNamedDays *span = &g_array_index (named, LtNamedDays, i);

      g_array_append_val (days, span->end);
      take_earlier (&start, span->start);
    }
  for (guint i = 0; i < n; i++)
    {
      LtItem *target = lt_item_get_child (LT_ITEM (outcome), i);
      LtDay due = lt_target_get_due (LT_TARGET (target));

      if (due == LT_DAY_NONE)
        continue;
      g_array_append_val (days, due);
      take_earlier (&start, (LtDay) lt_item_get_integer (target, start_field));
    }
  return start;
}

void
_lt_timeline_gather_assignment (GArray *days, LtAssignment *assignment, gboolean with_outcomes)
{
  const LtDeadline *deadline = lt_assignment_get_deadline (assignment);
  guint n = with_outcomes ? lt_item_get_n_children (LT_ITEM (assignment)) : 0;

  if (deadline->milestones != NULL && deadline->milestones->len > 0)
    g_array_append_vals (days, deadline->milestones->data, deadline->milestones->len);
  for (guint i = 0; i < n; i++)
    _lt_timeline_gather_outcome (days, lt_item_get_child (LT_ITEM (assignment), i));
}
