/* SPDX-License-Identifier: MIT */
#pragma once

#include <cairo.h>

#include "chart/lt-calendar.h"
#include "chart/lt-palette.h"
#include "chart/lt-timeline-layout.h"

G_BEGIN_DECLS

typedef enum {
  LT_TIMELINE_PART_CORNER, /* titles of the columns */
  LT_TIMELINE_PART_HEADER, /* the two tiers */
  LT_TIMELINE_PART_LABELS,
  LT_TIMELINE_PART_BODY,
} LtTimelinePart;

/* How it should look now; all else is in the layout. */
typedef struct {
  const LtPalette *palette; /* NULL for LT_PALETTE_LIGHT */
  LtCalendar *calendar;     /* NULL: neither weekends nor holidays */
  int hovered_row;          /* -1 for none */
  gboolean (*is_selected) (const LtTimelineRow *row, gpointer data); /* or NULL */
  gpointer selected_data;
  /* A bar that is being dragged is drawn once more between these days. */
  int dragged_row; /* -1 for none */
  LtDay dragged_start; /* LT_DAY_NONE where it stays open */
  LtDay dragged_end;
} LtTimelineLook;

#define LT_TIMELINE_LOOK_INIT                                                                      \
  { NULL, NULL, -1, NULL, NULL, -1, LT_DAY_NONE, LT_DAY_NONE }

/* Draws what of a part lies in @clip, both in the part's own points, its origin at
 * that of @cr. The time it takes depends on what is seen, not on how many rows
 * there are. Words that belong to a bar stay within @clip where the bar does not. */
void lt_timeline_draw (LtTimelineLayout *layout, LtTimelinePart part, const LtTimelineLook *look,
                       LtChartText *text, cairo_t *cr, const LtRect *clip);

G_END_DECLS
