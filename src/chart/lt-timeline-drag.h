/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-timeline-layout.h"

G_BEGIN_DECLS

/* What dragging a bar, or one of its edges, by whole days makes of an assignment. */
typedef struct {
  LtDay start; /* LT_DAY_NONE where it stays open */
  LtDay end;
} LtTimelineDrag;

/* Whether a row's days can be changed by moving its bar: those of "thường xuyên" and
 * "hằng tháng" cannot, for the words would lose what they say. */
gboolean lt_timeline_row_can_drag     (const LtTimelineRow *row);
/* FALSE if nothing changes, or it cannot be dragged there. A start does not pass its end. */
gboolean lt_timeline_row_drag         (const LtTimelineRow *row, LtTimelineSpot spot, int days,
                                       LtTimelineDrag *drag);
/* The deadline in official wording for these days: what to set as the assignment's
 * "deadline", its "start_day" and "end_day" emptied. (transfer full) */
char    *lt_timeline_row_dup_dragged_words (const LtTimelineRow *row, const LtTimelineDrag *drag);

G_END_DECLS
