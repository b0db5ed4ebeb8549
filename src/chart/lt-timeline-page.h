/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-chart-pages.h"
#include "chart/lt-timeline-draw.h"
#include "chart/lt-timeline-fit.h"
#include "report/lt-paper.h"

G_BEGIN_DECLS

/* A timeline on paper: on each page title, issuing line, both headers, legend, page
 * number, and where the chart is several pages wide, which of them this one is. */
#define LT_TYPE_TIMELINE_PAGES (lt_timeline_pages_get_type ())
G_DECLARE_FINAL_TYPE (LtTimelinePages, lt_timeline_pages, LT, TIMELINE_PAGES, LtChartPages)

typedef struct {
  LtPageSetup setup;
  LtPageFit fit;
  guint across;      /* pages, for LT_PAGE_FIT_AT_MOST and _EXACTLY */
  guint down;
  LtDay first;       /* LT_DAY_NONE for the timeline's own range */
  LtDay last;
  double day_width;  /* at true size; 0 for what goes well with the range */
  double text_size;  /* points of words where pages need not shrink; 0 for the usual size */
  const LtTimelineColumn *columns; /* see LtTimelineLayoutOptions */
  guint n_columns;
  double title_width;
  guint max_lines;   /* of a cell; 0 for any number */
  gboolean mono;     /* no colours */
  LtCalendar *calendar; /* NULL for the holidays that come with the program */
} LtTimelinePageOptions;

/* A4, landscape, one page wide, two lines a cell. */
void              lt_timeline_page_options_init    (LtTimelinePageOptions *options);

/* NULL with LT_CHART_ERROR where the paper, the range of days or the number of
 * pages is impossible; the message says what to change. */
LtPages          *lt_timeline_pages_new            (LtTimeline *timeline,
                                                    const LtTimelinePageOptions *options,
                                                    GError **error);

/* Borrowed. */
LtTimelineLayout *lt_timeline_pages_get_layout     (LtTimelinePages *self);
/* Where a part of the layout lies on a page, and which rectangle of the part is shown
 * there; the part is drawn lt_chart_pages_get_scale() times as large. */
void              lt_timeline_pages_get_place      (LtTimelinePages *self, guint page,
                                                    LtTimelinePart part, LtRect *place, LtRect *shown);

G_END_DECLS
