/* SPDX-License-Identifier: MIT */
#include "app/lt-timeline-canvas-private.h"

#include <math.h>

static double
get_scroll (GtkAdjustment *adjustment)
{
  return adjustment != NULL ? floor (gtk_adjustment_get_value (adjustment)) : 0;
}

/* To the nearest pixel, as the lines are drawn that end the labels and the header. */
int
_lt_timeline_canvas_get_labels_width (LtTimelineCanvas *self)
{
  return (int) round (lt_timeline_layout_get_labels_width (self->layout) * self->pixels);
}

int
_lt_timeline_canvas_get_header_height (LtTimelineCanvas *self)
{
  return (int) round (lt_timeline_layout_get_header_height (self->layout) * self->pixels);
}

void
_lt_timeline_canvas_get_part (LtTimelineCanvas *self, LtTimelinePart part, graphene_rect_t *place,
                              LtRect *seen)
{
  gboolean is_left = part == LT_TIMELINE_PART_CORNER || part == LT_TIMELINE_PART_LABELS;
  gboolean is_top = part == LT_TIMELINE_PART_CORNER || part == LT_TIMELINE_PART_HEADER;
  int left = is_left ? 0 : _lt_timeline_canvas_get_labels_width (self);
  int top = is_top ? 0 : _lt_timeline_canvas_get_header_height (self);
  int right = is_left ? _lt_timeline_canvas_get_labels_width (self) : gtk_widget_get_width (GTK_WIDGET (self));
  int bottom = is_top ? _lt_timeline_canvas_get_header_height (self) : gtk_widget_get_height (GTK_WIDGET (self));

  *place = GRAPHENE_RECT_INIT ((float) left, (float) top, (float) MAX (right - left, 0),
                               (float) MAX (bottom - top, 0));
  seen->x = is_left ? 0 : get_scroll (self->hadjustment) / self->pixels;
  seen->y = is_top ? 0 : get_scroll (self->vadjustment) / self->pixels;
  seen->width = place->size.width / self->pixels;
  seen->height = place->size.height / self->pixels;
}

gboolean
_lt_timeline_canvas_to_part (LtTimelineCanvas *self, LtTimelinePart part, double *x, double *y)
{
  graphene_rect_t place;
  LtRect seen;

  if (self->layout == NULL)
    return FALSE;
  _lt_timeline_canvas_get_part (self, part, &place, &seen);
  if (*x < place.origin.x || *y < place.origin.y || *x >= place.origin.x + place.size.width
      || *y >= place.origin.y + place.size.height)
    return FALSE;
  *x = seen.x + (*x - place.origin.x) / self->pixels;
  *y = seen.y + (*y - place.origin.y) / self->pixels;
  return TRUE;
}

int
_lt_timeline_canvas_get_row_at (LtTimelineCanvas *self, double y)
{
  if (self->layout == NULL || y < _lt_timeline_canvas_get_header_height (self))
    return -1;
  y += get_scroll (self->vadjustment) - _lt_timeline_canvas_get_header_height (self);
  return lt_timeline_layout_get_row_at (self->layout, y / self->pixels);
}

void
_lt_timeline_canvas_get_row_place (LtTimelineCanvas *self, guint row, GdkRectangle *place)
{
  double top = lt_timeline_layout_get_row_top (self->layout, row) * self->pixels
               - get_scroll (self->vadjustment);
  double height = lt_timeline_layout_get_row_height (self->layout, row) * self->pixels;

  place->x = 0;
  place->y = _lt_timeline_canvas_get_header_height (self) + (int) floor (top);
  place->width = gtk_widget_get_width (GTK_WIDGET (self));
  place->height = (int) ceil (height);
}

void
_lt_timeline_canvas_get_visible_rows (LtTimelineCanvas *self, guint *first, guint *end)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int top = self->layout != NULL
                ? _lt_timeline_canvas_get_row_at (self, _lt_timeline_canvas_get_header_height (self)) : -1;
  int bottom = _lt_timeline_canvas_get_row_at (self, height - 1);

  *first = top < 0 ? 0 : (guint) top;
  if (top < 0)
    *end = 0;
  else
    *end = bottom < 0 ? lt_timeline_get_n_rows (self->timeline) : (guint) bottom + 1;
}

void
_lt_timeline_canvas_scroll_to_row (LtTimelineCanvas *self, guint row)
{
  double top = lt_timeline_layout_get_row_top (self->layout, row) * self->pixels;
  double height = lt_timeline_layout_get_row_height (self->layout, row) * self->pixels;

  gtk_adjustment_clamp_page (self->vadjustment, top, top + height);
}
