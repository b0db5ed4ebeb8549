/* SPDX-License-Identifier: MIT */
#include "app/lt-timeline-canvas-private.h"

#include <math.h>

#define ZOOM_STEP 1.25
/* Of the width that is seen. */
#define SCROLL_STEP 0.1

static const LtTimelineRow *
get_moved (LtTimelineCanvas *self)
{
  return lt_timeline_get_row (self->timeline, (guint) self->moved_row);
}

static void
forget_move (LtTimelineCanvas *self)
{
  self->moved_row = -1;
  self->moved_days = 0;
  self->by_keys = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
_lt_timeline_canvas_cancel_move (LtTimelineCanvas *self)
{
  if (self->moved_row >= 0)
    forget_move (self);
}

static void
finish_move (LtTimelineCanvas *self)
{
  g_autofree char *words = NULL;
  LtTimelineDrag drag;
  gint64 id;

  if (self->moved_row < 0)
    return;
  id = get_moved (self)->id;
  if (lt_timeline_row_drag (get_moved (self), self->moved_spot, self->moved_days, &drag))
    words = lt_timeline_row_dup_dragged_words (get_moved (self), &drag);
  /* Before anybody is told: what follows brings another timeline. */
  forget_move (self);
  if (words != NULL)
    g_signal_emit_by_name (self, "moved", id, words);
}

static LtTimelineSpot
find_spot (LtTimelineCanvas *self, double x, double y, int *row)
{
  LtTimelineSpot spot;

  if (!self->editable || !_lt_timeline_canvas_to_part (self, LT_TIMELINE_PART_BODY, &x, &y))
    return LT_TIMELINE_SPOT_NONE;
  spot = lt_timeline_layout_find_spot (self->layout, x, y, row);
  if (*row < 0 || !lt_timeline_row_can_drag (lt_timeline_get_row (self->timeline, (guint) *row)))
    return LT_TIMELINE_SPOT_NONE;
  return spot;
}

void
_lt_timeline_canvas_press (LtTimelineCanvas *self, double x, double y, int n_press)
{
  int row = _lt_timeline_canvas_get_row_at (self, y);
  double label_x = x;
  double label_y = y;
  LtTimelineSpot spot;

  finish_move (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (row < 0)
    return;
  if (_lt_timeline_canvas_to_part (self, LT_TIMELINE_PART_LABELS, &label_x, &label_y)
      && lt_timeline_layout_is_fold (self->layout, label_x, label_y, &row))
    {
      _lt_timeline_canvas_toggle_row (self, (guint) row);
      return;
    }
  _lt_timeline_canvas_take_row (self, row);
  spot = find_spot (self, x, y, &row);
  if (n_press == 2)
    g_signal_emit_by_name (self, "row-activated", self->selected);
  else if (spot != LT_TIMELINE_SPOT_NONE)
    {
      self->moved_row = row;
      self->moved_spot = spot;
      self->moved_days = 0;
    }
}

void
_lt_timeline_canvas_drag (LtTimelineCanvas *self, double way)
{
  if (self->moved_row < 0 || self->by_keys)
    return;
  self->moved_days = (int) lround (CLAMP (way / self->pixels / self->day_width, -3e6, 3e6));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
_lt_timeline_canvas_release (LtTimelineCanvas *self)
{
  if (!self->by_keys)
    finish_move (self);
}

void
_lt_timeline_canvas_point (LtTimelineCanvas *self, double x, double y)
{
  int hovered = x < 0 ? -1 : _lt_timeline_canvas_get_row_at (self, y);
  int row = -1;
  LtTimelineSpot spot = x < 0 ? LT_TIMELINE_SPOT_NONE : find_spot (self, x, y, &row);
  const char *cursor = NULL;

  self->pointer_x = x;
  self->pointer_y = y;
  if (spot == LT_TIMELINE_SPOT_BAR)
    cursor = "grab";
  else if (spot != LT_TIMELINE_SPOT_NONE)
    cursor = "ew-resize";
  if (self->moved_row < 0)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
  if (hovered == self->hovered)
    return;
  self->hovered = hovered;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Several steps of the keyboard are one move, until another key is pressed or Alt is
 * let go. */
static void
nudge (LtTimelineCanvas *self, LtTimelineSpot spot, int days)
{
  int row = _lt_timeline_canvas_get_selected_row (self);

  if (row < 0 || !self->editable
      || !lt_timeline_row_can_drag (lt_timeline_get_row (self->timeline, (guint) row)))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (self->moved_row != row || self->moved_spot != spot || !self->by_keys)
    finish_move (self);
  self->moved_row = row;
  self->moved_spot = spot;
  self->by_keys = TRUE;
  self->moved_days += days;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
go (LtTimelineCanvas *self, int rows)
{
  int n_rows = (int) lt_timeline_get_n_rows (self->timeline);
  int row = _lt_timeline_canvas_get_selected_row (self);
  int step = rows < 0 ? -1 : 1;

  if (n_rows == 0)
    return;
  row = row < 0 ? 0 : CLAMP (row + rows, 0, n_rows - 1);
  /* The heading of what has no day is nothing that one could select. */
  if (lt_timeline_get_row (self->timeline, (guint) row)->id == 0)
    row = CLAMP (row + step, 0, n_rows - 1);
  _lt_timeline_canvas_take_row (self, row);
}

static void
scroll (LtTimelineCanvas *self, double share)
{
  gtk_adjustment_set_value (self->hadjustment,
                            gtk_adjustment_get_value (self->hadjustment)
                                + share * gtk_adjustment_get_page_size (self->hadjustment));
}

static void
fold (LtTimelineCanvas *self, gboolean folded)
{
  int row = _lt_timeline_canvas_get_selected_row (self);
  const LtTimelineRow *content;

  if (row < 0)
    return;
  content = lt_timeline_get_row (self->timeline, (guint) row);
  if (content->has_children && (content->folded != 0) != folded)
    _lt_timeline_canvas_toggle_row (self, (guint) row);
  else if (folded && content->parent != G_MAXUINT)
    _lt_timeline_canvas_take_row (self, (int) content->parent);
}

static gboolean
press_move_key (LtTimelineCanvas *self, guint keyval, GdkModifierType modifiers)
{
  int days = keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left ? -1 : 1;

  if (keyval != GDK_KEY_Left && keyval != GDK_KEY_KP_Left && keyval != GDK_KEY_Right
      && keyval != GDK_KEY_KP_Right)
    return FALSE;
  if (modifiers == GDK_ALT_MASK)
    nudge (self, LT_TIMELINE_SPOT_BAR, days);
  else if (modifiers == (GDK_ALT_MASK | GDK_SHIFT_MASK))
    nudge (self, LT_TIMELINE_SPOT_END, days);
  else if (modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    nudge (self, LT_TIMELINE_SPOT_START, days);
  else
    return FALSE;
  return TRUE;
}

static gboolean
press_zoom_key (LtTimelineCanvas *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      lt_timeline_canvas_zoom (self, ZOOM_STEP, -1);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      lt_timeline_canvas_zoom (self, 1 / ZOOM_STEP, -1);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      lt_timeline_canvas_fit (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
press_plain_key (LtTimelineCanvas *self, guint keyval)
{
  int n_rows = (int) lt_timeline_get_n_rows (self->timeline);
  int page = (int) (gtk_adjustment_get_page_size (self->vadjustment)
                    / (LT_TIMELINE_ROW_HEIGHT * self->pixels));
  int row = _lt_timeline_canvas_get_selected_row (self);

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      go (self, -1);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      go (self, 1);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      go (self, -MAX (page, 1));
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      go (self, MAX (page, 1));
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      go (self, -n_rows);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      go (self, n_rows);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      scroll (self, -SCROLL_STEP);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      scroll (self, SCROLL_STEP);
      return TRUE;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      fold (self, FALSE);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      fold (self, TRUE);
      return TRUE;
    case GDK_KEY_space:
      if (row >= 0)
        _lt_timeline_canvas_toggle_row (self, (guint) row);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (row >= 0)
        g_signal_emit_by_name (self, "row-activated", self->selected);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_modifier (guint keyval)
{
  return keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R;
}

gboolean
_lt_timeline_canvas_key (LtTimelineCanvas *self, guint keyval, GdkModifierType state)
{
  GdkModifierType modifiers = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK);

  if (self->layout == NULL || is_modifier (keyval))
    return FALSE;
  if (self->moved_row >= 0 && keyval == GDK_KEY_Escape)
    {
      forget_move (self);
      return TRUE;
    }
  if (press_move_key (self, keyval, modifiers))
    return TRUE;
  if (self->by_keys && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    {
      finish_move (self);
      return TRUE;
    }
  if (self->by_keys)
    finish_move (self);
  if ((modifiers & ~GDK_SHIFT_MASK) == GDK_CONTROL_MASK)
    return press_zoom_key (self, keyval);
  if ((modifiers & ~GDK_SHIFT_MASK) != 0)
    return FALSE;
  return press_plain_key (self, keyval);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, LtTimelineCanvas *self)
{
  return _lt_timeline_canvas_key (self, keyval, state);
}

static void
key_released_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                 GdkModifierType state, LtTimelineCanvas *self)
{
  if (self->by_keys && is_modifier (keyval))
    finish_move (self);
}

static void
focus_changed_cb (LtTimelineCanvas *self)
{
  if (self->by_keys)
    finish_move (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, LtTimelineCanvas *self)
{
  _lt_timeline_canvas_point (self, x, y);
}

static void
left_cb (GtkEventControllerMotion *controller, LtTimelineCanvas *self)
{
  _lt_timeline_canvas_point (self, -1, -1);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, LtTimelineCanvas *self)
{
  _lt_timeline_canvas_press (self, x, y, n_press);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double way_x, double way_y, LtTimelineCanvas *self)
{
  if (self->moved_row < 0 || self->by_keys)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  _lt_timeline_canvas_drag (self, way_x);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double way_x, double way_y, LtTimelineCanvas *self)
{
  _lt_timeline_canvas_release (self);
}

static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, LtTimelineCanvas *self)
{
  _lt_timeline_canvas_cancel_move (self);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, LtTimelineCanvas *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  lt_timeline_canvas_zoom (self, pow (ZOOM_STEP, -dy), self->pointer_x);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, LtTimelineCanvas *self)
{
  self->pinch_width = self->day_width;
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, LtTimelineCanvas *self)
{
  double x = -1;
  double y;

  if (self->day_width <= 0)
    return;
  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  lt_timeline_canvas_zoom (self, self->pinch_width * scale / self->day_width, x);
}

static GtkEventController *
add_controller (LtTimelineCanvas *self, gpointer controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  return controller;
}

void
_lt_timeline_canvas_add_controllers (LtTimelineCanvas *self)
{
  GtkEventController *click = add_controller (self, gtk_gesture_click_new ());
  GtkEventController *drag = add_controller (self, gtk_gesture_drag_new ());
  GtkEventController *pinch = add_controller (self, gtk_gesture_zoom_new ());
  GtkEventController *motion = add_controller (self, gtk_event_controller_motion_new ());
  GtkEventController *key = add_controller (self, gtk_event_controller_key_new ());
  GtkEventController *focus = add_controller (self, gtk_event_controller_focus_new ());
  GtkEventController *wheel = add_controller (
      self, gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL));

  gtk_gesture_group (GTK_GESTURE (click), GTK_GESTURE (drag));
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (key, "key-released", G_CALLBACK (key_released_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_changed_cb), self);
  g_signal_connect (wheel, "scroll", G_CALLBACK (scroll_cb), self);
}
