/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-chart-text.h"
#include "chart/lt-timeline.h"

G_BEGIN_DECLS

/* Measures that the layout and the drawing of a timeline share, in points. */

#define TIER_HEIGHT 14.0
#define CELL_PADDING 4.0
#define ROW_PADDING 3.0
#define TIGHT_PADDING 1.5
#define INDENT 10.0
#define FOLD_WIDTH 12.0
#define NUMBER_WIDTH_MIN 16.0
#define NUMBER_WIDTH_MAX 60.0
#define NUMBER_GAP 5.0
#define TITLE_WIDTH_MIN 90.0

/* Heights of bars. */
#define SPAN_HEIGHT 11.0
#define OUTCOME_HEIGHT 4.0
#define SUMMARY_HEIGHT 6.0
#define BAND_HEIGHT 11.0
#define MARK_SIZE 8.0

/* The baseline, below the bar and what reaches out of it. */
#define BASELINE_HEIGHT 2.5
#define BASELINE_TOP 7.75 /* below the middle of the bar */
#define BASELINE_ROOM (BASELINE_TOP + BASELINE_HEIGHT + 0.75)

/* A day is seen even where a year is as wide as a finger. */
#define BAR_WIDTH_MIN 2.0

/* At which distance from its edge a bar is taken by the edge. */
#define EDGE_REACH 5.0

static inline LtChartFace
lt_timeline_get_face (const LtTimelineRow *row)
{
  return row->level <= LT_TIMELINE_INITIATIVE ? LT_CHART_FACE_BOLD : LT_CHART_FACE_BODY;
}

G_END_DECLS
