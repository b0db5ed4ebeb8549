/* SPDX-License-Identifier: MIT */
#include "app/lt-timeline-canvas-private.h"

/* Assistive technology sees widgets and nothing else, so each visible row has one
 * that draws nothing and takes no events. */
#define ROW_TYPE (row_widget_get_type ())
G_DECLARE_FINAL_TYPE (RowWidget, row_widget, LT, ROW_WIDGET, GtkWidget)

struct _RowWidget
{
  GtkWidget parent_instance;

  int row; /* that it tells of; -1 for none */
  guint serial; /* of the timeline with that row */
  gboolean selected;
};

G_DEFINE_FINAL_TYPE (RowWidget, row_widget, GTK_TYPE_WIDGET)

static void
row_widget_class_init (RowWidgetClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "lt-timeline-row");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
row_widget_init (RowWidget *self)
{
  self->row = -1;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

static RowWidget *
get_widget (LtTimelineCanvas *self, guint row)
{
  return g_ptr_array_index (self->row_widgets, row % self->row_widgets->len);
}

static void
tell (LtTimelineCanvas *self, RowWidget *widget, guint row)
{
  const LtTimelineRow *content = lt_timeline_get_row (self->timeline, row);
  gboolean selected = content->id != 0 && content->id == self->selected;
  g_autofree char *sentence = NULL;

  if (widget->row != (int) row || widget->serial != self->serial)
    {
      sentence = lt_timeline_dup_row_text (self->timeline, row);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      sentence, -1);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                      (int) row + 1, GTK_ACCESSIBLE_RELATION_SET_SIZE,
                                      (int) lt_timeline_get_n_rows (self->timeline), -1);
      if (content->has_children)
        gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_EXPANDED,
                                     content->folded == 0, -1);
      else
        gtk_accessible_reset_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_EXPANDED);
    }
  if (widget->row < 0 || selected != widget->selected)
    gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_SELECTED, selected,
                                 -1);
  widget->row = (int) row;
  widget->serial = self->serial;
  widget->selected = selected;
}

static void
add_widgets (LtTimelineCanvas *self, guint count)
{
  if (count <= self->row_widgets->len)
    return;
  /* The rows are dealt out anew over more widgets. */
  for (guint i = 0; i < self->row_widgets->len; i++)
    LT_ROW_WIDGET (g_ptr_array_index (self->row_widgets, i))->row = -1;
  while (self->row_widgets->len < count)
    {
      GtkWidget *widget = g_object_new (ROW_TYPE, NULL);

      gtk_widget_set_parent (widget, GTK_WIDGET (self));
      g_ptr_array_add (self->row_widgets, widget);
    }
}

static gboolean
tell_rows_cb (gpointer data)
{
  LtTimelineCanvas *self = data;
  guint first;
  guint end;
  int selected = _lt_timeline_canvas_get_selected_row (self);

  self->rows_idle = 0;
  _lt_timeline_canvas_get_visible_rows (self, &first, &end);
  add_widgets (self, end - first);
  for (guint i = end - first; i < self->row_widgets->len; i++)
    gtk_widget_set_child_visible (GTK_WIDGET (get_widget (self, first + i)), FALSE);
  for (guint row = first; row < end; row++)
    {
      tell (self, get_widget (self, row), row);
      gtk_widget_set_child_visible (GTK_WIDGET (get_widget (self, row)), TRUE);
    }
  if (selected >= (int) first && selected < (int) end)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                    GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT,
                                    get_widget (self, (guint) selected), -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self),
                                   GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static gboolean
need_telling (LtTimelineCanvas *self, guint first, guint end)
{
  if (end - first > self->row_widgets->len)
    return TRUE;
  for (guint row = first; row < end; row++)
    if (get_widget (self, row)->row != (int) row
        || get_widget (self, row)->serial != self->serial)
      return TRUE;
  return FALSE;
}

void
_lt_timeline_canvas_place_rows (LtTimelineCanvas *self)
{
  guint first;
  guint end;

  _lt_timeline_canvas_get_visible_rows (self, &first, &end);
  for (guint i = 0; i < self->row_widgets->len; i++)
    {
      RowWidget *widget = g_ptr_array_index (self->row_widgets, i);
      GdkRectangle place;
      int least;

      if (widget->row < (int) first || widget->row >= (int) end
          || !gtk_widget_get_child_visible (GTK_WIDGET (widget)))
        continue;
      gtk_widget_measure (GTK_WIDGET (widget), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                          NULL);
      _lt_timeline_canvas_get_row_place (self, (guint) widget->row, &place);
      gtk_widget_size_allocate (GTK_WIDGET (widget), &place, -1);
    }
  if (need_telling (self, first, end))
    _lt_timeline_canvas_renew_rows (self);
}

void
_lt_timeline_canvas_renew_rows (LtTimelineCanvas *self)
{
  /* Frames come first: while one scrolls nobody can listen to the rows. */
  if (self->rows_idle == 0)
    self->rows_idle = g_idle_add_full (G_PRIORITY_LOW, tell_rows_cb, self, NULL);
}

void
_lt_timeline_canvas_drop_rows (LtTimelineCanvas *self)
{
  g_clear_handle_id (&self->rows_idle, g_source_remove);
  for (guint i = 0; i < self->row_widgets->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->row_widgets, i));
  g_ptr_array_set_size (self->row_widgets, 0);
}
