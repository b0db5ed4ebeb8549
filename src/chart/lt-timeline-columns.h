/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-timeline.h"

G_BEGIN_DECLS

/* What may stand beside the bars, in any order. */
typedef enum {
  LT_TIMELINE_COLUMN_TITLE, /* number and title, indented like a tree */
  LT_TIMELINE_COLUMN_DEADLINE,
  LT_TIMELINE_COLUMN_LEAD,
  LT_TIMELINE_COLUMN_COORDINATION,
  LT_TIMELINE_COLUMN_START,
  LT_TIMELINE_COLUMN_DUE,
  LT_TIMELINE_COLUMN_STATE,
  LT_TIMELINE_COLUMN_PERCENT,
  LT_TIMELINE_COLUMN_TIMELINESS,
  LT_TIMELINE_COLUMN_BASELINE, /* when it was due in the baseline */
  LT_TIMELINE_COLUMN_SHIFT,    /* days later than there */
  LT_TIMELINE_N_COLUMNS,
} LtTimelineColumn;

/* "title": on the command line and in settings. */
const char *lt_timeline_column_get_nick  (LtTimelineColumn column);
/* FALSE if there is no such column. */
gboolean    lt_timeline_column_from_nick (const char *nick, LtTimelineColumn *column);
/* The words of its header, in Vietnamese; those of the appendix where it has them. */
const char *lt_timeline_column_get_title (LtTimelineColumn column);
/* Points, unless told otherwise. */
double      lt_timeline_column_get_width (LtTimelineColumn column);
/* Whether rows of that level can have anything in the column. */
gboolean    lt_timeline_column_applies   (LtTimelineColumn column, LtTimelineLevel level);
/* Borrowed, or stored in *@made for the caller to free; never NULL. */
const char *lt_timeline_column_get_words (LtTimelineColumn column, const LtTimelineRow *row,
                                          char **made);

G_END_DECLS
