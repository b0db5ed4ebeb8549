/* SPDX-License-Identifier: MIT */
#include "chart/lt-timeline-breaks.h"

#include <math.h>

#define TINY 1e-6

/* A row whose own rows would begin the next page goes there with them. */
static gboolean
leads (LtTimelineLayout *layout, guint row)
{
  LtTimeline *timeline = lt_timeline_layout_get_timeline (layout);

  return row + 1 < lt_timeline_get_n_rows (timeline)
         && lt_timeline_get_row (timeline, row + 1)->parent == row;
}

/* Within a row that is taller than a page: between two of its lines. */
static double
break_inside (LtTimelineLayout *layout, guint row, double y, double capacity)
{
  double first_line = lt_timeline_layout_get_row_top (layout, row)
                      + lt_timeline_layout_get_row_padding (layout);
  double next = floor ((y + capacity - first_line) / LT_CHART_LINE_HEIGHT + TINY)
                    * LT_CHART_LINE_HEIGHT
                + first_line;

  return MAX (next, y + LT_CHART_LINE_HEIGHT);
}

static double
find_break (LtTimelineLayout *layout, double y, double capacity)
{
  double height = lt_timeline_layout_get_body_height (layout);
  guint first;
  guint next;

  if (y + capacity >= height - TINY)
    return height;
  first = (guint) lt_timeline_layout_get_row_at (layout, y + TINY);
  next = (guint) lt_timeline_layout_get_row_at (layout, y + capacity + TINY);
  if (next == first)
    {
      double bottom = lt_timeline_layout_get_row_top (layout, first + 1);

      return MIN (break_inside (layout, first, y, capacity), bottom);
    }
  while (next - 1 > first && leads (layout, next - 1))
    next--;
  return lt_timeline_layout_get_row_top (layout, next);
}

GArray *
lt_timeline_breaks_find (LtTimelineLayout *layout, double capacity)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (double));
  double height = lt_timeline_layout_get_body_height (layout);
  double y = 0;

  g_array_append_val (breaks, y);
  do
    {
      y = find_break (layout, y, capacity);
      g_array_append_val (breaks, y);
    }
  while (y < height);
  return breaks;
}

guint
lt_timeline_breaks_count (LtTimelineLayout *layout, double capacity, guint limit)
{
  double height = lt_timeline_layout_get_body_height (layout);
  double y = 0;
  guint n = 0;

  do
    {
      y = find_break (layout, y, capacity);
      n++;
    }
  while (y < height && n <= limit);
  return n;
}

GArray *
lt_timeline_breaks_spread (LtTimelineLayout *layout, double capacity, guint n_pages)
{
  guint n_rows = lt_timeline_get_n_rows (lt_timeline_layout_get_timeline (layout));
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (double));
  double height = lt_timeline_layout_get_body_height (layout);
  double y = 0;

  g_array_append_val (breaks, y);
  for (guint page = 1; page < n_pages; page++)
    {
      guint pages_left = n_pages - page;
      double share = MIN (capacity, (height - y) / (pages_left + 1));
      guint first = (guint) lt_timeline_layout_get_row_at (layout, y + TINY);
      guint next = (guint) lt_timeline_layout_get_row_at (layout, y + share + TINY);
      double middle = lt_timeline_layout_get_row_top (layout, next)
                      + lt_timeline_layout_get_row_height (layout, next) / 2;

      /* To the nearer end of the row in which the share ends. */
      if (y + share > middle
          && lt_timeline_layout_get_row_top (layout, next + 1) <= y + capacity + TINY)
        next++;
      next = CLAMP (next, first + 1, MAX (n_rows - pages_left, first + 1));
      y = lt_timeline_layout_get_row_top (layout, next);
      g_array_append_val (breaks, y);
    }
  g_array_append_val (breaks, height);
  return breaks;
}
