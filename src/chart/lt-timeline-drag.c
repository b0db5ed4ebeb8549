/* SPDX-License-Identifier: MIT */
#include "chart/lt-timeline-drag.h"

gboolean
lt_timeline_row_can_drag (const LtTimelineRow *row)
{
  if (row->level != LT_TIMELINE_ASSIGNMENT)
    return FALSE;
  return row->bar == LT_BAR_SPAN
         || (row->bar == LT_BAR_BAND && row->deadline_kind != LT_DEADLINE_ONGOING
             && row->deadline_kind != LT_DEADLINE_PERIODIC);
}

static LtDay
move_day (LtDay day, int days)
{
  gint64 moved = (gint64) day + days;

  return (LtDay) CLAMP (moved, lt_day_from_ymd (LT_YEAR_MIN, 1, 1),
                        lt_day_from_ymd (LT_YEAR_MAX, 12, 31));
}

gboolean
lt_timeline_row_drag (const LtTimelineRow *row, LtTimelineSpot spot, int days, LtTimelineDrag *drag)
{
  gboolean open = (row->flags & LT_BAR_OPEN_START) != 0;
  LtDay start = row->start;
  LtDay end = row->end;

  if (!lt_timeline_row_can_drag (row) || days == 0)
    return FALSE;
  switch (spot)
    {
    case LT_TIMELINE_SPOT_START:
      start = move_day (start, days);
      if (end != LT_DAY_NONE)
        start = MIN (start, end);
      break;
    case LT_TIMELINE_SPOT_END:
      if (end == LT_DAY_NONE)
        return FALSE;
      end = move_day (end, days);
      if (!open)
        end = MAX (end, start);
      break;
    case LT_TIMELINE_SPOT_BAR:
      start = open ? start : move_day (start, days);
      end = end == LT_DAY_NONE ? end : move_day (end, days);
      break;
    case LT_TIMELINE_SPOT_NONE:
    default:
      return FALSE;
    }
  drag->start = open && spot != LT_TIMELINE_SPOT_START ? LT_DAY_NONE : start;
  drag->end = end;
  return start != row->start || end != row->end;
}

char *
lt_timeline_row_dup_dragged_words (const LtTimelineRow *row, const LtTimelineDrag *drag)
{
  g_autofree char *words = lt_deadline_dup_words (drag->start, drag->end);

  if ((row->flags & LT_BAR_THEN_BAND) == 0)
    return g_steal_pointer (&words);
  return g_strdup_printf ("%s và duy trì thường xuyên", words);
}
