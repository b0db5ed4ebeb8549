/* SPDX-License-Identifier: MIT */
#pragma once

#include "text/lt-date.h"

G_BEGIN_DECLS

/* From days to points along the timeline. A day is as wide as any other; its left
 * edge is where it begins, so a span ends at the left edge of the day behind it. */
typedef struct {
  LtDay first;
  LtDay last; /* inclusive */
  double day_width;
} LtTimelineScale;

/* Free at both ends, so that a mark on the first or last day is seen whole. */
#define LT_TIMELINE_PADDING 6.0

/* What zooming keeps to. */
#define LT_DAY_WIDTH_MAX 48.0
#define LT_DAY_WIDTH_MIN 0.001

/* Widths that go well with a header of days, weeks, months … */
typedef enum {
  LT_ZOOM_DAY,
  LT_ZOOM_WEEK,
  LT_ZOOM_MONTH,
  LT_ZOOM_QUARTER,
  LT_ZOOM_YEAR,
} LtZoom;

double      lt_zoom_get_day_width     (LtZoom zoom);
/* "month"; FALSE if there is no such zoom. */
gboolean    lt_zoom_from_nick         (const char *nick, LtZoom *zoom);
/* The finest zoom that is not finer than that width. */
LtZoom      lt_zoom_from_day_width    (double day_width);

/* Days beyond the years that exist are clamped, a width too. */
void        lt_timeline_scale_init    (LtTimelineScale *self, LtDay first, LtDay last,
                                       double day_width);
/* Both paddings included. */
double      lt_timeline_scale_get_width (const LtTimelineScale *self);
/* The left edge of a day, which need not lie in the range. */
double      lt_timeline_scale_get_x   (const LtTimelineScale *self, LtDay day);
/* The day at @x, clamped to the range. */
LtDay       lt_timeline_scale_get_day (const LtTimelineScale *self, double x);
/* Chooses the day width with which the range is @width points wide. */
void        lt_timeline_scale_fit     (LtTimelineScale *self, double width);

typedef enum {
  LT_TIER_DAYS,
  LT_TIER_WEEKS, /* from Monday */
  LT_TIER_MONTHS,
  LT_TIER_QUARTERS,
  LT_TIER_YEARS,
} LtTierUnit;

/* One line of the header. */
typedef struct {
  LtTierUnit unit;
  int count;      /* years in one cell; 1 for the other units */
  gboolean alone; /* names the year itself, for nothing above it does */
} LtTier;

/* The upper and the lower line of the header, by the width of a day. */
void        lt_timeline_scale_get_tiers (const LtTimelineScale *self, LtTier *upper, LtTier *lower);
/* The first day of the cell that @day is in. */
LtDay       lt_tier_floor             (const LtTier *self, LtDay day);
/* The first day of the cell behind the one that begins with @day. */
LtDay       lt_tier_next              (const LtTier *self, LtDay day);
/* The width in points of the narrowest cell. */
double      lt_tier_get_cell_width    (const LtTier *self, double day_width);

#define LT_TIER_FORMS 3
/* The words of a cell from the longest form (0) to the shortest; the last form
 * that there is for any beyond it. They are Vietnamese whatever the interface's
 * language is. (transfer full) */
char       *lt_tier_dup_label         (const LtTier *self, LtDay day, int form);

G_END_DECLS
