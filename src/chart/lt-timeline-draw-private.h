/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-timeline-draw.h"
#include "chart/lt-timeline-metrics.h"

G_BEGIN_DECLS

/* One drawing of one part. */
typedef struct {
  LtTimelineLayout *layout;
  LtTimeline *timeline;
  const LtTimelineScale *scale;
  const LtTimelineLook *look;
  const LtPalette *palette;
  LtChartText *text;
  cairo_t *cr;
  LtRect clip;
  gboolean pixels; /* hairlines are drawn on whole pixels */
} LtTimelineBrush;

/* Moves a coordinate to the middle of a pixel, for lines one pixel wide. */
double _lt_timeline_snap_x     (const LtTimelineBrush *brush, double x);
double _lt_timeline_snap_y     (const LtTimelineBrush *brush, double y);
double _lt_timeline_hairline   (const LtTimelineBrush *brush);
void   _lt_timeline_fill_rect  (const LtTimelineBrush *brush, const LtColor *color, double x, double y,
                                double width, double height);
/* The rows that the clip shows. FALSE if there is none. */
gboolean _lt_timeline_get_rows (const LtTimelineBrush *brush, guint *first, guint *last);
/* Grounds of rows that stand out, and the lines between rows, from @left to @right. */
void   _lt_timeline_draw_grounds (const LtTimelineBrush *brush, double left, double right);
void   _lt_timeline_draw_row_lines (const LtTimelineBrush *brush, double left, double right);

/* The line that parts labels and body. */
void   _lt_timeline_draw_labels_edge (const LtTimelineBrush *brush);

void   _lt_timeline_draw_corner (const LtTimelineBrush *brush);
void   _lt_timeline_draw_labels (const LtTimelineBrush *brush);
void   _lt_timeline_draw_header (const LtTimelineBrush *brush);
void   _lt_timeline_draw_free_days (const LtTimelineBrush *brush);
/* The lines of both tiers. */
void   _lt_timeline_draw_grid  (const LtTimelineBrush *brush);
/* The days that the baseline has of a row. */
void   _lt_timeline_draw_baseline (const LtTimelineBrush *brush, guint row);
/* A row's shapes, and then its words. */
void   _lt_timeline_draw_bar   (const LtTimelineBrush *brush, guint row);
void   _lt_timeline_draw_caption (const LtTimelineBrush *brush, guint row);
/* Lines all over the bar, on which words need a plate. */
gboolean _lt_pattern_has_lines (LtPattern pattern);
/* A bar's fill, pattern and edge; also for the legend. @done_to: where the part ends
 * that is said to be done. */
void   _lt_timeline_draw_span  (cairo_t *cr, const LtBarStyle *style, const LtRect *bar,
                                double done_to, guint flags);
void   _lt_timeline_draw_band  (cairo_t *cr, const LtBarStyle *style, const LtRect *bar, guint flags);
/* A bracket over the rows below. */
void   _lt_timeline_draw_summary (cairo_t *cr, const LtPalette *palette, const LtRect *bar,
                                  guint flags);
/* A diamond around a place. */
void   _lt_timeline_draw_mark  (cairo_t *cr, const LtPalette *palette, double x, double y);
/* The thick line at a due day. */
void   _lt_timeline_draw_due   (cairo_t *cr, const LtBarStyle *style, double x, double y);

G_END_DECLS
