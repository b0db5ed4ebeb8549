/* SPDX-License-Identifier: MIT */
#include "app/lt-timeline-canvas-private.h"

#include <math.h>

/* Of the width, that the labels may take. */
#define LABELS_SHARE 0.42
/* Points that a title needs to say anything. */
#define TITLE_MIN 120.0
/* The as-of day can be scrolled to if it is not farther away from the plan. */
#define AS_OF_DISTANCE (10 * 366)

static void
configure_adjustments (LtTimelineCanvas *self)
{
  LtRect seen;
  graphene_rect_t place;

  if (self->layout == NULL || self->hadjustment == NULL || self->vadjustment == NULL)
    return;
  _lt_timeline_canvas_get_part (self, LT_TIMELINE_PART_BODY, &place, &seen);
  gtk_adjustment_configure (
      self->hadjustment, gtk_adjustment_get_value (self->hadjustment), 0,
      MAX (ceil (lt_timeline_layout_get_body_width (self->layout) * self->pixels),
           place.size.width),
      place.size.width * 0.1, place.size.width * 0.9, place.size.width);
  gtk_adjustment_configure (
      self->vadjustment, gtk_adjustment_get_value (self->vadjustment), 0,
      MAX (ceil (lt_timeline_layout_get_body_height (self->layout) * self->pixels),
           place.size.height),
      LT_TIMELINE_ROW_HEIGHT * self->pixels, place.size.height * 0.9, place.size.height);
}

/* What can be scrolled to: the plan, the as-of day if it is near, and as many days
 * more as the widget has room for. */
static void
init_scale (LtTimelineCanvas *self, LtTimelineScale *scale, double width, double day_width)
{
  LtDay as_of = lt_timeline_get_as_of (self->timeline);
  LtDay first;
  LtDay last;

  lt_timeline_get_range (self->timeline, &first, &last);
  if (as_of < first && first - as_of < AS_OF_DISTANCE)
    first = as_of - 15;
  if (as_of > last && as_of - last < AS_OF_DISTANCE)
    last = as_of + 15;
  self->first = first;
  last = MAX (last, first + (LtDay) MIN (ceil (width / day_width), 3660000));
  lt_timeline_scale_init (scale, first, last, day_width);
}

static double
get_body_width (LtTimelineCanvas *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - _lt_timeline_canvas_get_labels_width (self), 1)
         / self->pixels;
}

static double
get_fitting_day_width (LtTimelineCanvas *self)
{
  LtTimelineScale scale;
  LtDay first;
  LtDay last;

  lt_timeline_get_range (self->timeline, &first, &last);
  lt_timeline_scale_init (&scale, first, last, 1);
  lt_timeline_scale_fit (&scale, get_body_width (self));
  return scale.day_width;
}

static LtTimelineLayout *
create_layout (LtTimelineCanvas *self)
{
  static const LtTimelineColumn columns[] = { LT_TIMELINE_COLUMN_TITLE, LT_TIMELINE_COLUMN_DEADLINE };
  double title = lt_timeline_column_get_width (LT_TIMELINE_COLUMN_TITLE);
  double deadline = lt_timeline_column_get_width (LT_TIMELINE_COLUMN_DEADLINE);
  double limit = self->labels_limit / self->pixels;
  gboolean narrow = title + deadline > limit && TITLE_MIN * 1.5 + deadline > limit;
  LtTimelineLayoutOptions options = {
    .columns = columns,
    .n_columns = narrow ? 1 : 2,
    .title_width = CLAMP (narrow ? limit : limit - deadline, TITLE_MIN, title),
    .row_height = LT_TIMELINE_ROW_HEIGHT,
    .with_folds = TRUE,
  };
  LtTimelineScale scale;

  lt_timeline_scale_init (&scale, 0, 0, 1);
  return lt_timeline_layout_new (self->timeline, &scale, self->text, &options);
}

static void
rescale (LtTimelineCanvas *self, double day_width)
{
  g_autoptr (LtTimelineLayout) old = g_steal_pointer (&self->layout);
  LtTimelineScale scale;

  self->layout = old;
  init_scale (self, &scale, get_body_width (self), day_width);
  self->day_width = scale.day_width;
  self->layout = lt_timeline_layout_new_scaled (old, &scale);
  configure_adjustments (self);
}

static void
scroll_to_day (LtTimelineCanvas *self, LtDay day, double share)
{
  const LtTimelineScale *scale = lt_timeline_layout_get_scale (self->layout);
  double x = lt_timeline_scale_get_x (scale, day) - (share > 0 ? 0 : LT_TIMELINE_PADDING);

  if (self->hadjustment != NULL)
    gtk_adjustment_set_value (self->hadjustment,
                              (x - share * get_body_width (self)) * self->pixels);
}

static void
show_range (LtTimelineCanvas *self)
{
  LtDay first;
  LtDay last;

  lt_timeline_get_range (self->timeline, &first, &last);
  rescale (self, get_fitting_day_width (self));
  scroll_to_day (self, first, 0);
}

static double
clamp_day_width (LtTimelineCanvas *self, double day_width)
{
  double least = MIN (lt_zoom_get_day_width (LT_ZOOM_YEAR), get_fitting_day_width (self));

  return CLAMP (day_width, least, LT_DAY_WIDTH_MAX);
}

static int
get_labels_limit (LtTimelineCanvas *self)
{
  return (int) (gtk_widget_get_width (GTK_WIDGET (self)) * LABELS_SHARE);
}

void
_lt_timeline_canvas_update_layout (LtTimelineCanvas *self)
{
  int limit = get_labels_limit (self);

  if (self->timeline == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  if (self->layout == NULL || limit != self->labels_limit)
    {
      self->labels_limit = limit;
      g_clear_pointer (&self->layout, lt_timeline_layout_unref);
      self->layout = create_layout (self);
    }
  if (self->day_width > 0)
    rescale (self, self->day_width);
  else
    show_range (self);
}

void
_lt_timeline_canvas_follow_size (LtTimelineCanvas *self)
{
  if (self->layout == NULL || get_labels_limit (self) != self->labels_limit)
    _lt_timeline_canvas_update_layout (self);
  else
    configure_adjustments (self);
}

void
lt_timeline_canvas_fit (LtTimelineCanvas *self)
{
  g_return_if_fail (LT_IS_TIMELINE_CANVAS (self));

  if (self->layout == NULL)
    return;
  show_range (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "zoomed");
}

void
lt_timeline_canvas_zoom (LtTimelineCanvas *self, double factor, double x)
{
  double width;
  double days;
  double place;

  g_return_if_fail (LT_IS_TIMELINE_CANVAS (self));

  if (self->layout == NULL || self->hadjustment == NULL)
    return;
  width = get_body_width (self) * self->pixels;
  place = x < 0 ? width / 2 : CLAMP (x - _lt_timeline_canvas_get_labels_width (self), 0, width);
  days = ((gtk_adjustment_get_value (self->hadjustment) + place) / self->pixels
          - LT_TIMELINE_PADDING) / self->day_width;
  rescale (self, clamp_day_width (self, self->day_width * factor));
  gtk_adjustment_set_value (self->hadjustment,
                            (days * self->day_width + LT_TIMELINE_PADDING) * self->pixels - place);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "zoomed");
}

gboolean
lt_timeline_canvas_can_zoom (LtTimelineCanvas *self, double factor)
{
  g_return_val_if_fail (LT_IS_TIMELINE_CANVAS (self), FALSE);

  if (self->layout == NULL)
    return self->timeline != NULL;
  return fabs (clamp_day_width (self, self->day_width * factor) - self->day_width) > 1e-9;
}

double
lt_timeline_canvas_get_day_width (LtTimelineCanvas *self)
{
  g_return_val_if_fail (LT_IS_TIMELINE_CANVAS (self), 0);

  return self->day_width;
}

void
lt_timeline_canvas_show_as_of (LtTimelineCanvas *self)
{
  g_return_if_fail (LT_IS_TIMELINE_CANVAS (self));

  if (self->layout != NULL)
    scroll_to_day (self, lt_timeline_get_as_of (self->timeline), 0.5);
}
