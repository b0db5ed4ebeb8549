/* SPDX-License-Identifier: MIT */
#include "app/lt-timeline-canvas-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/lt-settings.h"
#include "app/lt-theme-palette.h"

G_DEFINE_FINAL_TYPE_WITH_CODE (LtTimelineCanvas, lt_timeline_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum {
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum {
  ROW_SELECTED,
  ROW_ACTIVATED,
  FOLD,
  MOVED,
  ZOOMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

int
_lt_timeline_canvas_get_selected_row (LtTimelineCanvas *self)
{
  return self->timeline != NULL && self->selected != 0
             ? lt_timeline_find_row (self->timeline, self->selected) : -1;
}

static void
update_pixels (LtTimelineCanvas *self)
{
  int resolution = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &resolution, NULL);
  self->pixels = resolution > 0 ? resolution / 1024.0 / 72.0 : 96.0 / 72.0;
  g_clear_pointer (&self->layout, lt_timeline_layout_unref);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
scrolled_cb (LtTimelineCanvas *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (LtTimelineCanvas *self, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  if (adjustment != NULL && *place == adjustment)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, scrolled_cb, self);
  g_clear_object (place);
  *place = g_object_ref_sink (adjustment != NULL ? adjustment
                                                 : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*place, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
is_selected (const LtTimelineRow *row, gpointer data)
{
  LtTimelineCanvas *self = data;

  return row->id != 0 && row->id == self->selected;
}

static void
draw_part (LtTimelineCanvas *self, GtkSnapshot *snapshot, LtTimelinePart part,
           const LtTimelineLook *look)
{
  graphene_rect_t place;
  LtRect seen;
  cairo_t *cr;

  _lt_timeline_canvas_get_part (self, part, &place, &seen);
  if (place.size.width <= 0 || place.size.height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &place);
  cairo_translate (cr, place.origin.x - seen.x * self->pixels,
                   place.origin.y - seen.y * self->pixels);
  cairo_scale (cr, self->pixels, self->pixels);
  lt_timeline_draw (self->layout, part, look, self->text, cr, &seen);
  cairo_destroy (cr);
}

static void
draw_focus (LtTimelineCanvas *self, GtkSnapshot *snapshot)
{
  static const float widths[4] = { 2, 2, 2, 2 };
  int row = _lt_timeline_canvas_get_selected_row (self);
  int header = _lt_timeline_canvas_get_header_height (self);
  GdkRectangle place;
  GskRoundedRect outline;
  GdkRGBA color;
  GdkRGBA colors[4];

  if (row < 0 || !gtk_widget_has_visible_focus (GTK_WIDGET (self))
      || !gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                          "accent_color", &color))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    colors[i] = color;
  _lt_timeline_canvas_get_row_place (self, (guint) row, &place);
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) place.x, (float) place.y,
                                                        (float) place.width, (float) place.height),
                                   0);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, (float) header, (float) place.width,
                                               (float) gtk_widget_get_height (GTK_WIDGET (self))));
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
  gtk_snapshot_pop (snapshot);
}

static void
lt_timeline_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LtTimelineCanvas *self = LT_TIMELINE_CANVAS (widget);
  LtTimelineLook look = LT_TIMELINE_LOOK_INIT;
  LtTimelineDrag drag;

  if (self->layout == NULL)
    return;
  look.palette = lt_theme_palette_get ();
  look.calendar = self->calendar;
  look.hovered_row = self->hovered;
  look.is_selected = is_selected;
  look.selected_data = self;
  if (self->moved_row >= 0
      && lt_timeline_row_drag (lt_timeline_get_row (self->timeline, (guint) self->moved_row),
                               self->moved_spot, self->moved_days, &drag))
    {
      look.dragged_row = self->moved_row;
      look.dragged_start = drag.start;
      look.dragged_end = drag.end;
    }
  for (guint part = LT_TIMELINE_PART_CORNER; part <= LT_TIMELINE_PART_BODY; part++)
    draw_part (self, snapshot, (LtTimelinePart) part, &look);
  draw_focus (self, snapshot);
}

static void
lt_timeline_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 400;
}

static void
lt_timeline_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LtTimelineCanvas *self = LT_TIMELINE_CANVAS (widget);

  _lt_timeline_canvas_follow_size (self);
  _lt_timeline_canvas_place_rows (self);
}

char *
_lt_timeline_canvas_dup_hover (LtTimelineCanvas *self, int row)
{
  const LtTimelineRow *content;
  g_autofree char *sentence = NULL;
  GString *text;

  if (row < 0 || self->timeline == NULL)
    return NULL;
  content = lt_timeline_get_row (self->timeline, (guint) row);
  sentence = lt_timeline_dup_row_text (self->timeline, (guint) row);
  text = g_string_new (sentence);
  for (guint column = LT_TIMELINE_COLUMN_DEADLINE; column <= LT_TIMELINE_COLUMN_COORDINATION; column++)
    {
      g_autofree char *made = NULL;
      const char *words = lt_timeline_column_get_words ((LtTimelineColumn) column, content, &made);

      if (*words != '\0')
        g_string_append_printf (text, "\n%s: %s",
                                lt_timeline_column_get_title ((LtTimelineColumn) column), words);
    }
  return g_string_free (text, FALSE);
}

static gboolean
lt_timeline_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                  GtkTooltip *tooltip)
{
  LtTimelineCanvas *self = LT_TIMELINE_CANVAS (widget);
  int row = keyboard ? _lt_timeline_canvas_get_selected_row (self)
                     : _lt_timeline_canvas_get_row_at (self, y);
  g_autofree char *text = self->moved_row < 0 ? _lt_timeline_canvas_dup_hover (self, row) : NULL;
  GdkRectangle place;

  if (text == NULL)
    return FALSE;
  _lt_timeline_canvas_get_row_place (self, (guint) row, &place);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &place);
  return TRUE;
}

static void
lt_timeline_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LtTimelineCanvas *self = LT_TIMELINE_CANVAS (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lt_timeline_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LtTimelineCanvas *self = LT_TIMELINE_CANVAS (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value) != 0;
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value) != 0;
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lt_timeline_canvas_dispose (GObject *object)
{
  LtTimelineCanvas *self = LT_TIMELINE_CANVAS (object);

  _lt_timeline_canvas_drop_rows (self);
  for (guint i = 0; i < 2; i++)
    {
      GtkAdjustment **place = i ? &self->hadjustment : &self->vadjustment;

      if (*place != NULL)
        g_signal_handlers_disconnect_by_func (*place, scrolled_cb, self);
      g_clear_object (place);
    }

  G_OBJECT_CLASS (lt_timeline_canvas_parent_class)->dispose (object);
}

static void
lt_timeline_canvas_finalize (GObject *object)
{
  LtTimelineCanvas *self = LT_TIMELINE_CANVAS (object);

  g_clear_pointer (&self->layout, lt_timeline_layout_unref);
  g_clear_pointer (&self->timeline, lt_timeline_unref);
  lt_chart_text_free (self->text);
  lt_calendar_unref (self->calendar);
  g_ptr_array_unref (self->row_widgets);

  G_OBJECT_CLASS (lt_timeline_canvas_parent_class)->finalize (object);
}

static void
lt_timeline_canvas_class_init (LtTimelineCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = lt_timeline_canvas_get_property;
  object_class->set_property = lt_timeline_canvas_set_property;
  object_class->dispose = lt_timeline_canvas_dispose;
  object_class->finalize = lt_timeline_canvas_finalize;
  widget_class->measure = lt_timeline_canvas_measure;
  widget_class->size_allocate = lt_timeline_canvas_size_allocate;
  widget_class->snapshot = lt_timeline_canvas_snapshot;
  widget_class->query_tooltip = lt_timeline_canvas_query_tooltip;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[ROW_SELECTED] = g_signal_new ("row-selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[FOLD] = g_signal_new ("fold", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_INT64);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
  signals[ZOOMED] = g_signal_new ("zoomed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "lt-timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
holidays_changed_cb (LtTimelineCanvas *self)
{
  lt_calendar_unref (self->calendar);
  self->calendar = lt_settings_dup_calendar ();
  self->serial++;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
lt_timeline_canvas_init (LtTimelineCanvas *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->text = lt_chart_text_new ();
  self->calendar = lt_settings_dup_calendar ();
  g_signal_connect_object (lt_settings_get (), "changed::holidays", G_CALLBACK (holidays_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->row_widgets = g_ptr_array_new ();
  self->hovered = self->moved_row = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Timeline of the plan"), -1);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (update_pixels), self, G_CONNECT_SWAPPED);
  update_pixels (self);
  _lt_timeline_canvas_add_controllers (self);
}

void
_lt_timeline_canvas_take_row (LtTimelineCanvas *self, int row)
{
  const LtTimelineRow *content;

  if (row < 0)
    return;
  content = lt_timeline_get_row (self->timeline, (guint) row);
  if (content->id == 0 || content->id == self->selected)
    return;
  lt_timeline_canvas_select (self, content->id);
  g_signal_emit (self, signals[ROW_SELECTED], 0, content->id);
}

void
_lt_timeline_canvas_toggle_row (LtTimelineCanvas *self, guint row)
{
  const LtTimelineRow *content = lt_timeline_get_row (self->timeline, row);

  if (content->has_children && content->id != 0)
    g_signal_emit (self, signals[FOLD], 0, content->id);
}

void
lt_timeline_canvas_set_timeline (LtTimelineCanvas *self, LtTimeline *timeline)
{
  LtDay first = self->first;
  gboolean had_rows = self->timeline != NULL && self->layout != NULL;

  g_return_if_fail (LT_IS_TIMELINE_CANVAS (self));

  _lt_timeline_canvas_cancel_move (self);
  self->hovered = -1;
  self->serial++;
  g_clear_pointer (&self->layout, lt_timeline_layout_unref);
  g_clear_pointer (&self->timeline, lt_timeline_unref);
  if (timeline != NULL)
    self->timeline = lt_timeline_ref (timeline);
  else
    self->day_width = 0;
  _lt_timeline_canvas_update_layout (self);
  /* The days before may have become more or fewer. */
  if (had_rows && self->layout != NULL && self->first != first && self->hadjustment != NULL)
    gtk_adjustment_set_value (self->hadjustment,
                              gtk_adjustment_get_value (self->hadjustment)
                                  + ((double) first - self->first) * self->day_width * self->pixels);
  _lt_timeline_canvas_renew_rows (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lt_timeline_canvas_set_editable (LtTimelineCanvas *self, gboolean editable)
{
  g_return_if_fail (LT_IS_TIMELINE_CANVAS (self));

  self->editable = editable;
}

gboolean
lt_timeline_canvas_select (LtTimelineCanvas *self, gint64 id)
{
  int row;

  g_return_val_if_fail (LT_IS_TIMELINE_CANVAS (self), FALSE);

  self->selected = id;
  row = _lt_timeline_canvas_get_selected_row (self);
  if (row >= 0 && self->layout != NULL)
    _lt_timeline_canvas_scroll_to_row (self, (guint) row);
  _lt_timeline_canvas_renew_rows (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return row >= 0;
}
