/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "chart/lt-timeline.h"

G_BEGIN_DECLS

/* A timeline to look at and to work on: labels and header stay in place while the
 * bars scroll; days are as wide as one zooms; bars can be dragged.
 *
 * Signals: "row-selected" (gint64 id), "row-activated" (gint64 id), "fold" (gint64
 * id): the row is to be folded or unfolded; "moved" (gint64 id, const char *words): a
 * bar was put elsewhere, and these are the words of its new deadline; "zoomed". */
#define LT_TYPE_TIMELINE_CANVAS (lt_timeline_canvas_get_type ())
G_DECLARE_FINAL_TYPE (LtTimelineCanvas, lt_timeline_canvas, LT, TIMELINE_CANVAS, GtkWidget)

/* What is seen stays where it is. The first timeline behind none is fitted to the
 * widget. @timeline may be NULL. */
void     lt_timeline_canvas_set_timeline (LtTimelineCanvas *self, LtTimeline *timeline);
/* Whether bars can be dragged. */
void     lt_timeline_canvas_set_editable (LtTimelineCanvas *self, gboolean editable);
/* Marks the row of that item and brings it into sight; FALSE if it has none. */
gboolean lt_timeline_canvas_select       (LtTimelineCanvas *self, gint64 id);

/* Everything dated becomes visible at once. */
void     lt_timeline_canvas_fit          (LtTimelineCanvas *self);
/* @factor above 1 for wider days. @x: the place in the widget that stays where it is;
 * negative for the middle. */
void     lt_timeline_canvas_zoom         (LtTimelineCanvas *self, double factor, double x);
gboolean lt_timeline_canvas_can_zoom     (LtTimelineCanvas *self, double factor);
/* Points. */
double   lt_timeline_canvas_get_day_width (LtTimelineCanvas *self);
/* Scrolls to the as-of day. */
void     lt_timeline_canvas_show_as_of   (LtTimelineCanvas *self);

G_END_DECLS
