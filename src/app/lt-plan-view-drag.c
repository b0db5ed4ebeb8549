/* SPDX-License-Identifier: MIT */
#include "app/lt-plan-view-private.h"

#include "app/lt-item-actions.h"

/* Rows are dragged by the table, not by each of its cells: it has hundreds of those. */

/* Around a cell, which does not fill its row. */
#define CELL_MARGIN 4

static LtItem *
find_row_at (LtPlanView *self, double y, gboolean *below, GtkWidget **row)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);
      graphene_rect_t bounds;

      if (!gtk_widget_get_mapped (cell) || !gtk_widget_compute_bounds (cell, GTK_WIDGET (self->table), &bounds)
          || y < bounds.origin.y - CELL_MARGIN || y >= bounds.origin.y + bounds.size.height + CELL_MARGIN)
        continue;
      *below = y > bounds.origin.y + bounds.size.height / 2;
      for (*row = cell; *row && g_strcmp0 (gtk_widget_get_css_name (*row), "row") != 0;)
        *row = gtk_widget_get_parent (*row);
      return _lt_plan_view_get_cell_row (LT_EDIT_CELL (cell));
    }
  return NULL;
}

gboolean
_lt_plan_view_find_place (LtItem *item, LtItem *over, gboolean below, LtItem **parent, LtItem **before)
{
  LtItem *peer = lt_item_get_ancestor (over, G_OBJECT_TYPE (item));
  LtItem *old = lt_item_get_parent (item);

  /* Somebody else has taken it away meanwhile. */
  if (old == NULL)
    return FALSE;
  if (peer)
    {
      *parent = lt_item_get_parent (peer);
      *before = peer == over && !below ? peer : lt_item_get_child (*parent, lt_item_get_index (peer) + 1);
    }
  else
    {
      *parent = lt_item_get_ancestor (over, G_OBJECT_TYPE (old));
      *before = *parent ? lt_item_get_child (*parent, 0) : NULL;
    }
  return *parent && *before != item
         && !(*parent == old && *before == lt_item_get_child (old, lt_item_get_index (item) + 1));
}

static void
show_place (LtPlanView *self, GtkWidget *row, gboolean below)
{
  if (self->drop_row)
    {
      gtk_widget_remove_css_class (self->drop_row, "drop-before");
      gtk_widget_remove_css_class (self->drop_row, "drop-behind");
    }
  g_set_object (&self->drop_row, row);
  if (row)
    gtk_widget_add_css_class (row, below ? "drop-behind" : "drop-before");
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, LtPlanView *self)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->table), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = picked ? gtk_widget_get_ancestor (picked, LT_TYPE_EDIT_CELL) : NULL;
  g_autoptr (GdkPaintable) icon = NULL;
  LtItem *item = cell ? _lt_plan_view_get_cell_row (LT_EDIT_CELL (cell)) : NULL;

  /* In a cell that is edited the pointer marks words. */
  if (item == NULL || lt_edit_cell_get_editing (LT_EDIT_CELL (cell)) || lt_document_get_read_only (self->document))
    return NULL;
  g_set_object (&self->dragged, item);
  icon = gtk_widget_paintable_new (cell);
  gtk_drag_source_set_icon (source, icon, 0, 0);
  return gdk_content_provider_new_typed (G_TYPE_INT64, lt_item_get_id (item));
}

static void
drag_end_cb (LtPlanView *self)
{
  show_place (self, NULL, FALSE);
  g_clear_object (&self->dragged);
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, LtPlanView *self)
{
  gboolean below = FALSE;
  GtkWidget *row = NULL;
  LtItem *over = self->dragged ? find_row_at (self, y, &below, &row) : NULL;
  LtItem *parent;
  LtItem *before;
  gboolean fits = over && _lt_plan_view_find_place (self->dragged, over, below, &parent, &before);

  show_place (self, fits ? row : NULL, below);
  return fits ? GDK_ACTION_MOVE : 0;
}

static void
leave_cb (LtPlanView *self)
{
  show_place (self, NULL, FALSE);
}

gboolean
_lt_plan_view_drop (LtPlanView *self, LtItem *item, LtItem *over, gboolean below)
{
  LtItem *parent;
  LtItem *before;

  if (lt_document_find_item (self->document, lt_item_get_id (item)) != item
      || !_lt_plan_view_find_place (item, over, below, &parent, &before) || !lt_view_commit (LT_VIEW (self))
      || !lt_item_actions_move_to (GTK_WIDGET (self), self->document, item, parent, before))
    return FALSE;
  if (_lt_plan_view_select (self, item))
    _lt_plan_view_focus_later (self, item, self->column);
  return TRUE;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, LtPlanView *self)
{
  g_autoptr (LtItem) item = self->dragged ? g_object_ref (self->dragged) : NULL;
  gboolean below = FALSE;
  GtkWidget *row = NULL;
  LtItem *over = item ? find_row_at (self, y, &below, &row) : NULL;

  show_place (self, NULL, FALSE);
  return over && _lt_plan_view_drop (self, item, over, below);
}

void
_lt_plan_view_add_drag (LtPlanView *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, 0);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->table), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self->table), GTK_EVENT_CONTROLLER (target));
}
