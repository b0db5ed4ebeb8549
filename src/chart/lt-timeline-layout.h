/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-chart-text.h"
#include "chart/lt-rect.h"
#include "chart/lt-timeline-columns.h"
#include "chart/lt-timeline-scale.h"
#include "chart/lt-timeline.h"

G_BEGIN_DECLS

/* Where a timeline's rows and bars lie, in points. Four parts: the header above the
 * body, the labels left of it, and the corner where the two meet. Each has its own
 * origin, so that a view can keep header and labels in place while the body moves
 * and a page can repeat them. Immutable. */
typedef struct _LtTimelineLayout LtTimelineLayout;

typedef struct {
  const LtTimelineColumn *columns; /* in their order; the title is put first if it is missing */
  guint n_columns;                 /* 0 for title and deadline */
  double title_width;              /* 0 for the column's own */
  double row_height; /* one for all, words cut to one line; 0: as high as the words need */
  guint max_lines;   /* of a cell, where rows are as high as their words; 0: any number */
  gboolean tight;      /* rows close to each other, where they are as high as their words */
  gboolean with_folds; /* room for the handles that fold rows */
} LtTimelineLayoutOptions;

/* Of a row on a screen: 32 pixels at 96 dpi. */
#define LT_TIMELINE_ROW_HEIGHT 24.0

/* @options may be NULL: rows of LT_TIMELINE_ROW_HEIGHT. Takes time only where rows
 * are as high as their words. */
LtTimelineLayout      *lt_timeline_layout_new     (LtTimeline *timeline, const LtTimelineScale *scale,
                                                   LtChartText *text,
                                                   const LtTimelineLayoutOptions *options);
/* The same rows along another scale, at no cost. */
LtTimelineLayout      *lt_timeline_layout_new_scaled (LtTimelineLayout *self,
                                                      const LtTimelineScale *scale);
LtTimelineLayout      *lt_timeline_layout_ref     (LtTimelineLayout *self);
void                   lt_timeline_layout_unref   (LtTimelineLayout *self);

LtTimeline            *lt_timeline_layout_get_timeline (LtTimelineLayout *self);
const LtTimelineScale *lt_timeline_layout_get_scale (LtTimelineLayout *self);

/* Sizes of the parts. */
double                 lt_timeline_layout_get_labels_width (LtTimelineLayout *self);
double                 lt_timeline_layout_get_header_height (LtTimelineLayout *self);
double                 lt_timeline_layout_get_body_width (LtTimelineLayout *self);
double                 lt_timeline_layout_get_body_height (LtTimelineLayout *self);

/* Columns of the labels, from the left. */
guint                  lt_timeline_layout_get_n_columns (LtTimelineLayout *self);
LtTimelineColumn       lt_timeline_layout_get_column (LtTimelineLayout *self, guint index);
/* Left edge; for the number of columns, the right edge of the last. */
double                 lt_timeline_layout_get_column_x (LtTimelineLayout *self, guint index);

/* Rows; y in labels and body. */
double                 lt_timeline_layout_get_row_top (LtTimelineLayout *self, guint row);
double                 lt_timeline_layout_get_row_height (LtTimelineLayout *self, guint row);
/* Above and below the words of rows that are as high as these. */
double                 lt_timeline_layout_get_row_padding (LtTimelineLayout *self);
/* Where the middle of the first line of words is, and that of the bar. */
double                 lt_timeline_layout_get_row_middle (LtTimelineLayout *self, guint row);
/* -1 above the first and below the last row. */
int                    lt_timeline_layout_get_row_at (LtTimelineLayout *self, double y);
/* Where the number of a row at that depth begins, and behind it the title. */
double                 lt_timeline_layout_get_indent (LtTimelineLayout *self, guint depth);
double                 lt_timeline_layout_get_title_x (LtTimelineLayout *self, guint row);
/* The width in which the words of a cell stand. */
double                 lt_timeline_layout_get_cell_width (LtTimelineLayout *self, guint row,
                                                          guint index);
guint                  lt_timeline_layout_get_max_lines (LtTimelineLayout *self);
gboolean               lt_timeline_layout_has_folds (LtTimelineLayout *self);

/* The bar in the body, cut to the range of the scale; FALSE if the row has none or
 * it lies outside. */
gboolean               lt_timeline_layout_get_bar (LtTimelineLayout *self, guint row, LtRect *bar);
/* The same of the days of the baseline: a thin bar below the bar, inside the row. */
gboolean               lt_timeline_layout_get_baseline (LtTimelineLayout *self, guint row, LtRect *bar);
/* The middle of a mark. */
double                 lt_timeline_layout_get_mark_x (LtTimelineLayout *self, LtDay day);

typedef enum {
  LT_TIMELINE_SPOT_NONE,
  LT_TIMELINE_SPOT_BAR,   /* moves as a whole */
  LT_TIMELINE_SPOT_START, /* the edge that changes the start */
  LT_TIMELINE_SPOT_END,
} LtTimelineSpot;

/* What is at a place of the body. @row: set to -1 if there is no row. Only
 * assignments have bars that can be taken. */
LtTimelineSpot         lt_timeline_layout_find_spot (LtTimelineLayout *self, double x, double y,
                                                     int *row);
/* Whether a place of the labels is on the handle that folds its row. */
gboolean               lt_timeline_layout_is_fold (LtTimelineLayout *self, double x, double y,
                                                   int *row);
/* The handle's own place. FALSE if the row cannot be folded. */
gboolean               lt_timeline_layout_get_fold (LtTimelineLayout *self, guint row, LtRect *fold);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtTimelineLayout, lt_timeline_layout_unref)

G_END_DECLS
