/* SPDX-License-Identifier: MIT */
#include "chart/lt-timeline-columns.h"

#include <string.h>

#include "report/lt-appendix.h"

static const struct {
  const char *nick;
  const char *title; /* NULL: that of the appendix */
  LtAppendixColumn shared;
  double width;
  LtTimelineLevel first; /* the levels that have it */
  LtTimelineLevel last;
} columns[] = {
  [LT_TIMELINE_COLUMN_TITLE]
  = { "title", "Mô hình, nhiệm vụ, kết quả", 0, 212, LT_TIMELINE_HEADING, LT_TIMELINE_OUTCOME },
  [LT_TIMELINE_COLUMN_DEADLINE]
  = { "deadline", NULL, LT_APPENDIX_DEADLINE, 102, LT_TIMELINE_ASSIGNMENT, LT_TIMELINE_ASSIGNMENT },
  [LT_TIMELINE_COLUMN_LEAD]
  = { "lead", NULL, LT_APPENDIX_LEAD, 96, LT_TIMELINE_ASSIGNMENT, LT_TIMELINE_ASSIGNMENT },
  [LT_TIMELINE_COLUMN_COORDINATION]
  = { "coordination", NULL, LT_APPENDIX_COORDINATION, 108, LT_TIMELINE_ASSIGNMENT,
      LT_TIMELINE_ASSIGNMENT },
  [LT_TIMELINE_COLUMN_START]
  = { "start", "Bắt đầu", 0, 54, LT_TIMELINE_INITIATIVE, LT_TIMELINE_OUTCOME },
  [LT_TIMELINE_COLUMN_DUE]
  = { "due", "Đến hạn", 0, 54, LT_TIMELINE_INITIATIVE, LT_TIMELINE_OUTCOME },
  [LT_TIMELINE_COLUMN_STATE]
  = { "state", "Trạng thái", 0, 66, LT_TIMELINE_ASSIGNMENT, LT_TIMELINE_ASSIGNMENT },
  [LT_TIMELINE_COLUMN_PERCENT]
  = { "percent", "Tỉ lệ", 0, 36, LT_TIMELINE_INITIATIVE, LT_TIMELINE_ASSIGNMENT },
  [LT_TIMELINE_COLUMN_TIMELINESS]
  = { "timeliness", "Tiến độ", 0, 60, LT_TIMELINE_INITIATIVE, LT_TIMELINE_ASSIGNMENT },
  [LT_TIMELINE_COLUMN_BASELINE]
  = { "baseline", "Mốc so sánh", 0, 58, LT_TIMELINE_INITIATIVE, LT_TIMELINE_ASSIGNMENT },
  [LT_TIMELINE_COLUMN_SHIFT]
  = { "shift", "Lệch (ngày)", 0, 44, LT_TIMELINE_INITIATIVE, LT_TIMELINE_ASSIGNMENT },
};

const char *
lt_timeline_column_get_nick (LtTimelineColumn column)
{
  return columns[column].nick;
}

gboolean
lt_timeline_column_from_nick (const char *nick, LtTimelineColumn *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (strcmp (columns[i].nick, nick) == 0)
      {
        *column = (LtTimelineColumn) i;
        return TRUE;
      }
  return FALSE;
}

const char *
lt_timeline_column_get_title (LtTimelineColumn column)
{
  return columns[column].title != NULL ? columns[column].title
                                       : lt_appendix_get_column_title (columns[column].shared);
}

double
lt_timeline_column_get_width (LtTimelineColumn column)
{
  return columns[column].width;
}

gboolean
lt_timeline_column_applies (LtTimelineColumn column, LtTimelineLevel level)
{
  return level >= columns[column].first && level <= columns[column].last;
}

static const char *
keep (char **made, char *words)
{
  *made = words;
  return words != NULL ? words : "";
}

const char *
lt_timeline_column_get_words (LtTimelineColumn column, const LtTimelineRow *row, char **made)
{
  gboolean reversed = (row->flags & LT_BAR_REVERSED) != 0;
  gboolean open = (row->flags & LT_BAR_OPEN_START) != 0;

  *made = NULL;
  if (!lt_timeline_column_applies (column, row->level))
    return "";
  switch (column)
    {
    case LT_TIMELINE_COLUMN_TITLE:
      return row->title;
    case LT_TIMELINE_COLUMN_DEADLINE:
      return row->deadline;
    case LT_TIMELINE_COLUMN_LEAD:
      return row->lead;
    case LT_TIMELINE_COLUMN_COORDINATION:
      return row->coordination;
    case LT_TIMELINE_COLUMN_START:
      if (row->bar == LT_BAR_POINTS || open)
        return "";
      return keep (made, lt_day_dup_official (reversed ? row->end : row->start));
    case LT_TIMELINE_COLUMN_DUE:
      return keep (made, lt_day_dup_official (reversed ? row->start : row->end));
    case LT_TIMELINE_COLUMN_STATE:
      return lt_state_get_official ((LtState) row->state);
    case LT_TIMELINE_COLUMN_PERCENT:
      return row->percent >= 0 ? keep (made, g_strdup_printf ("%d%%", row->percent)) : "";
    case LT_TIMELINE_COLUMN_TIMELINESS:
      return lt_timeliness_get_official ((LtTimeliness) row->timeliness);
    case LT_TIMELINE_COLUMN_BASELINE:
      return keep (made, lt_day_dup_official (row->base_end));
    case LT_TIMELINE_COLUMN_SHIFT:
      return keep (made, lt_timeline_row_dup_shift (row));
    case LT_TIMELINE_N_COLUMNS:
    default:
      return "";
    }
}
