/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-page-fit.h"
#include "chart/lt-timeline-layout.h"

G_BEGIN_DECLS

/* How a timeline is spread over sheets of one size. Time can be stretched and
 * squeezed freely; rows can only be made smaller together with their words. */
/* Words need not get larger than a document's. */
#define LT_TIMELINE_TEXT_SIZE_MAX 13.0

typedef struct {
  LtPageFit fit;
  guint across; /* for AT_MOST and EXACTLY */
  guint down;
  double width;  /* what there is on a page for labels and body, */
  double height; /* and for header and body */
  double day_width; /* true size */
  double text_size; /* points of words at true size; 0 for LT_CHART_TEXT_SIZE */
  guint max_lines;  /* 0: any number; fewer are taken where words would get too small */
  LtTimelineLayoutOptions layout;
} LtTimelineFitOptions;

/* Where everything lies, in the layout's points; a page shows them @scale times as large. */
typedef struct {
  LtTimelineLayout *layout;
  double scale;
  guint across;
  GArray *breaks;    /* (element-type double): y of the body at which each page begins, and the end */
  double page_width; /* of the body that one page shows */
} LtTimelineFitting;

/* NULL with LT_CHART_ERROR. @scale: the range of days; its day width is not looked at. */
LtTimelineFitting *lt_timeline_fit          (LtTimeline *timeline, const LtTimelineScale *scale,
                                             LtChartText *text, const LtTimelineFitOptions *options,
                                             GError **error);
void               lt_timeline_fitting_free (LtTimelineFitting *self);
guint              lt_timeline_fitting_get_down (const LtTimelineFitting *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtTimelineFitting, lt_timeline_fitting_free)

G_END_DECLS
