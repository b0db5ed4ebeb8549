/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "app/lt-network-canvas-private.h"

#define ZOOM_STEP 1.2
#define PAN_STEP 48.0
/* Points that a key moves a box. */
#define MOVE_STEP 8.0
/* Pixels within which an arrow is meant. */
#define ARROW_REACH 5.0
/* Pixels from where on a press is a drag. */
#define DRAG_MIN 4.0

static void
find_spot (LtNetworkCanvas *self, double x, double y, int *box, int *arrow)
{
  *box = *arrow = -1;
  if (self->network == NULL || self->shows_matrix || self->scale[0] <= 0)
    return;
  _lt_network_canvas_to_points (self, &x, &y);
  *box = lt_network_find_box_at (self->network, x, y);
  if (*box < 0)
    *arrow = lt_network_find_arrow_at (self->network, x, y, ARROW_REACH / self->scale[0]);
}

static void
press_matrix (LtNetworkCanvas *self, double x, double y)
{
  int row;
  int column;
  int cell = -1;

  if (!_lt_network_canvas_find_cell (self, x, y, &row, &column))
    {
      _lt_network_canvas_take (self, -1, -1);
      return;
    }
  if (row >= 0 && column >= 0)
    cell = lt_matrix_find_cell (self->matrix, (guint) row, (guint) column);
  if (cell >= 0)
    _lt_network_canvas_take (self, -1, (int) lt_matrix_get_cell (self->matrix, (guint) cell)->arrow);
  else if (row >= 0 && row < (int) lt_matrix_get_n_rows (self->matrix) && (column < 0 || column >= (int) lt_matrix_get_n_columns (self->matrix)))
    _lt_network_canvas_take (self, (int) lt_matrix_get_row (self->matrix, (guint) row)->node, -1);
  else if (column >= 0 && column < (int) lt_matrix_get_n_columns (self->matrix) && (row < 0 || row >= (int) lt_matrix_get_n_rows (self->matrix)))
    _lt_network_canvas_take (self, (int) lt_matrix_get_column (self->matrix, (guint) column)->node, -1);
  else
    _lt_network_canvas_take (self, -1, -1);
}

void
_lt_network_canvas_press (LtNetworkCanvas *self, double x, double y)
{
  int box;
  int arrow;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->panning = FALSE;
  self->dragged_box = -1;
  if (self->shows_matrix)
    {
      press_matrix (self, x, y);
      self->start_x = self->left[1];
      self->start_y = self->top[1];
      return;
    }
  find_spot (self, x, y, &box, &arrow);
  if (box >= 0)
    {
      const LtNetworkBox *content = lt_network_get_box (self->network, (guint) box);

      _lt_network_canvas_take (self, (int) content->node, -1);
      self->dragged_box = box;
      self->start_x = content->rect.x + content->rect.width / 2 - lt_network_get_origin (self->network).x;
      self->start_y = content->rect.y + content->rect.height / 2 - lt_network_get_origin (self->network).y;
      return;
    }
  self->start_x = self->left[0];
  self->start_y = self->top[0];
  _lt_network_canvas_take (self, -1, arrow < 0 ? -1 : (int) lt_network_get_arrow (self->network, (guint) arrow)->arrow);
}

static gboolean
can_move (LtNetworkCanvas *self, guint box)
{
  /* Where there are columns the places are no choice of anybody. */
  return self->editable && self->network != NULL && !self->shows_matrix
         && lt_network_get_arrangement (self->network) == LT_ARRANGEMENT_FREE
         && lt_network_get_box (self->network, box)->known;
}

void
_lt_network_canvas_drag (LtNetworkCanvas *self, double way_x, double way_y)
{
  guint which = self->shows_matrix;

  if (hypot (way_x, way_y) < DRAG_MIN && self->moving == NULL && !self->panning)
    return;
  if (self->dragged_box >= 0 && can_move (self, (guint) self->dragged_box))
    {
      LtPoint origin = lt_network_get_origin (self->moving != NULL ? self->moving : self->network);

      _lt_network_canvas_move_box (self, (guint) self->dragged_box, origin.x + self->start_x + way_x / self->scale[0],
                                   origin.y + self->start_y + way_y / self->scale[0]);
      return;
    }
  if (self->dragged_box >= 0)
    return;
  self->panning = TRUE;
  _lt_network_canvas_pan (self, self->start_x + way_x - self->left[which], self->start_y + way_y - self->top[which]);
}

void
_lt_network_canvas_release (LtNetworkCanvas *self)
{
  self->panning = FALSE;
  _lt_network_canvas_drop_box (self);
}

void
_lt_network_canvas_point (LtNetworkCanvas *self, double x, double y)
{
  int box;
  int arrow;

  find_spot (self, x, y, &box, &arrow);
  if (x < 0)
    box = arrow = -1;
  if (box == self->hovered_box && arrow == self->hovered_arrow)
    return;
  self->hovered_box = box;
  self->hovered_arrow = arrow;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
get_direction (guint keyval, double *x, double *y)
{
  *x = keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left ? -1 : keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right;
  *y = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up ? -1 : keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;
  return *x != 0 || *y != 0;
}

static gboolean
press_zoom_key (LtNetworkCanvas *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      lt_network_canvas_zoom (self, ZOOM_STEP, -1, -1);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      lt_network_canvas_zoom (self, 1 / ZOOM_STEP, -1, -1);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      lt_network_canvas_fit (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
move_by_key (LtNetworkCanvas *self, double x, double y)
{
  LtNetwork *network = self->moving != NULL ? self->moving : self->network;
  const LtRect *rect;
  guint box;

  if (self->network == NULL || self->node < 0)
    return FALSE;
  box = lt_network_find_box (network, (guint) self->node);
  if (!can_move (self, box))
    return FALSE;
  rect = &lt_network_get_box (network, box)->rect;
  _lt_network_canvas_move_box (self, box, rect->x + rect->width / 2 + x * MOVE_STEP,
                               rect->y + rect->height / 2 + y * MOVE_STEP);
  return TRUE;
}

gboolean
_lt_network_canvas_key (LtNetworkCanvas *self, guint keyval, GdkModifierType state)
{
  GdkModifierType modifiers = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK);
  double x;
  double y;

  if ((modifiers & ~GDK_SHIFT_MASK) == GDK_CONTROL_MASK && press_zoom_key (self, keyval))
    return TRUE;
  if (keyval == GDK_KEY_Escape)
    {
      if (self->node < 0 && self->arrow < 0)
        return FALSE;
      _lt_network_canvas_take (self, -1, -1);
      return TRUE;
    }
  if (modifiers == 0 && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space))
    {
      if (self->node < 0 && self->arrow < 0)
        return FALSE;
      _lt_network_canvas_list (self);
      return TRUE;
    }
  if (modifiers == 0 && (keyval == GDK_KEY_Home || keyval == GDK_KEY_End))
    {
      _lt_network_canvas_step_to_end (self, keyval == GDK_KEY_End);
      return TRUE;
    }
  if (!get_direction (keyval, &x, &y))
    return FALSE;
  if (modifiers == GDK_ALT_MASK)
    return move_by_key (self, x, y);
  if (modifiers == GDK_SHIFT_MASK)
    _lt_network_canvas_pan (self, -x * PAN_STEP, -y * PAN_STEP);
  else if (modifiers == 0)
    _lt_network_canvas_step (self, (int) x, (int) y);
  else
    return FALSE;
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                LtNetworkCanvas *self)
{
  return _lt_network_canvas_key (self, keyval, state);
}

/* Moves by keys are one edit, made when the modifier is let go. */
static void
key_released_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                 LtNetworkCanvas *self)
{
  if (keyval == GDK_KEY_Alt_L || keyval == GDK_KEY_Alt_R)
    _lt_network_canvas_drop_box (self);
}

static void
left_focus_cb (LtNetworkCanvas *self)
{
  if (!self->panning)
    _lt_network_canvas_drop_box (self);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, LtNetworkCanvas *self)
{
  _lt_network_canvas_point (self, x, y);
}

static void
left_cb (GtkEventControllerMotion *controller, LtNetworkCanvas *self)
{
  _lt_network_canvas_point (self, -1, -1);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, LtNetworkCanvas *self)
{
  _lt_network_canvas_press (self, x, y);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double way_x, double way_y, LtNetworkCanvas *self)
{
  _lt_network_canvas_drag (self, way_x, way_y);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double way_x, double way_y, LtNetworkCanvas *self)
{
  _lt_network_canvas_release (self);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, LtNetworkCanvas *self)
{
  GtkEventController *own = GTK_EVENT_CONTROLLER (controller);
  GdkModifierType state = gtk_event_controller_get_current_event_state (own);
  double x = -1;
  double y = -1;

  if ((state & GDK_CONTROL_MASK) == 0)
    {
      if ((state & GDK_SHIFT_MASK) != 0)
        _lt_network_canvas_pan (self, -dy * PAN_STEP, 0);
      else
        _lt_network_canvas_pan (self, -dx * PAN_STEP, -dy * PAN_STEP);
      return GDK_EVENT_STOP;
    }
  gdk_event_get_position (gtk_event_controller_get_current_event (own), &x, &y);
  if (x >= 0)
    {
      double root_x;
      double root_y;
      GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

      gtk_native_get_surface_transform (native, &root_x, &root_y);
      gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self), x - root_x, y - root_y, &x, &y);
    }
  lt_network_canvas_zoom (self, pow (ZOOM_STEP, -dy), x, y);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, LtNetworkCanvas *self)
{
  self->pinch = lt_network_canvas_get_scale (self);
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, LtNetworkCanvas *self)
{
  double x = -1;
  double y = -1;

  if (lt_network_canvas_get_scale (self) <= 0)
    return;
  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  lt_network_canvas_zoom (self, self->pinch * scale / lt_network_canvas_get_scale (self), x, y);
}

static gpointer
add_controller (LtNetworkCanvas *self, gpointer controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  return controller;
}

void
_lt_network_canvas_add_controllers (LtNetworkCanvas *self)
{
  gpointer drag = add_controller (self, gtk_gesture_drag_new ());
  gpointer pinch = add_controller (self, gtk_gesture_zoom_new ());
  gpointer motion = add_controller (self, gtk_event_controller_motion_new ());
  gpointer key = add_controller (self, gtk_event_controller_key_new ());
  gpointer focus = add_controller (self, gtk_event_controller_focus_new ());
  gpointer wheel = add_controller (self, gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES));

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (key, "key-released", G_CALLBACK (key_released_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_focus_cb), self);
  g_signal_connect (wheel, "scroll", G_CALLBACK (scroll_cb), self);
}
