/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-timeline-canvas.h"
#include "chart/lt-timeline-drag.h"
#include "chart/lt-timeline-draw.h"

G_BEGIN_DECLS

struct _LtTimelineCanvas
{
  GtkWidget parent_instance;

  LtTimeline *timeline;
  guint serial; /* how many timelines there were */
  LtTimelineLayout *layout; /* NULL before there is a size */
  LtChartText *text;
  LtCalendar *calendar;
  double pixels;    /* to a point */
  double day_width; /* points; 0: to be fitted */
  LtDay first;      /* of what can be scrolled to */
  int labels_limit; /* pixels that the labels were laid out for */

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  guint hscroll_policy : 1;
  guint vscroll_policy : 1;

  gint64 selected; /* id */
  int hovered;     /* row */
  gboolean editable;
  double pointer_x;
  double pointer_y;
  double pinch_width; /* of a day when the pinch began */

  /* A bar that is on its way, by the pointer or the keyboard. */
  int moved_row; /* -1 for none */
  LtTimelineSpot moved_spot;
  int moved_days;
  gboolean by_keys;

  GPtrArray *row_widgets; /* (element-type GtkWidget): by row, modulo their number */
  guint rows_idle;
};

/* lt-timeline-canvas.c */
/* What hovers over a row; NULL where there is none. (transfer full) */
char    *_lt_timeline_canvas_dup_hover (LtTimelineCanvas *self, int row);
int      _lt_timeline_canvas_get_selected_row (LtTimelineCanvas *self);
/* Selects a row and tells so. */
void     _lt_timeline_canvas_take_row   (LtTimelineCanvas *self, int row);
void     _lt_timeline_canvas_toggle_row (LtTimelineCanvas *self, guint row);

/* lt-timeline-canvas-place.c: where things lie in the widget, in its pixels. */
int      _lt_timeline_canvas_get_labels_width (LtTimelineCanvas *self);
int      _lt_timeline_canvas_get_header_height (LtTimelineCanvas *self);
/* Where a part is, and what of it is seen, in points. */
void     _lt_timeline_canvas_get_part   (LtTimelineCanvas *self, LtTimelinePart part,
                                         graphene_rect_t *place, LtRect *seen);
/* TRUE if a place of the widget lies in that part; then it is turned into points. */
gboolean _lt_timeline_canvas_to_part    (LtTimelineCanvas *self, LtTimelinePart part, double *x,
                                         double *y);
int      _lt_timeline_canvas_get_row_at (LtTimelineCanvas *self, double y);
/* A row from edge to edge. */
void     _lt_timeline_canvas_get_row_place (LtTimelineCanvas *self, guint row, GdkRectangle *place);
void     _lt_timeline_canvas_get_visible_rows (LtTimelineCanvas *self, guint *first, guint *end);
void     _lt_timeline_canvas_scroll_to_row (LtTimelineCanvas *self, guint row);

/* lt-timeline-canvas-scale.c: how wide a day is, and which days can be scrolled to. */
/* Lays out anew where the timeline or the room for the labels has changed. */
void     _lt_timeline_canvas_update_layout (LtTimelineCanvas *self);
/* The widget has got its size. */
void     _lt_timeline_canvas_follow_size (LtTimelineCanvas *self);

/* lt-timeline-canvas-input.c: pointer and keyboard. Places are pixels of the widget. */
void     _lt_timeline_canvas_add_controllers (LtTimelineCanvas *self);
/* What a press, a way with the button held, and a release there do. */
void     _lt_timeline_canvas_press      (LtTimelineCanvas *self, double x, double y, int n_press);
void     _lt_timeline_canvas_drag       (LtTimelineCanvas *self, double way);
void     _lt_timeline_canvas_release    (LtTimelineCanvas *self);
void     _lt_timeline_canvas_point      (LtTimelineCanvas *self, double x, double y);
gboolean _lt_timeline_canvas_key        (LtTimelineCanvas *self, guint keyval, GdkModifierType state);
void     _lt_timeline_canvas_cancel_move (LtTimelineCanvas *self);

/* lt-timeline-canvas-rows.c: the visible rows for assistive technology. */
void     _lt_timeline_canvas_place_rows (LtTimelineCanvas *self);
/* The rows have become others. */
void     _lt_timeline_canvas_renew_rows (LtTimelineCanvas *self);
void     _lt_timeline_canvas_drop_rows  (LtTimelineCanvas *self);

G_END_DECLS
