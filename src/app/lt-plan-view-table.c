/* SPDX-License-Identifier: MIT */
#include "app/lt-plan-view-private.h"

#include <glib/gi18n-lib.h>

#include "app/lt-pending.h"
#include "app/lt-plan-tree.h"
#include "app/lt-view-state.h"

/* What a cell is the cell of; set once for each cell that is made. */
static GQuark
get_column_quark (void)
{
  return g_quark_from_static_string ("lt-column");
}

static guint
get_column (LtEditCell *cell)
{
  return GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (cell), get_column_quark ()));
}

static GtkListItem *
get_list_item (LtEditCell *cell)
{
  return g_object_get_data (G_OBJECT (cell), "lt-list-item");
}

LtItem *
_lt_plan_view_get_cell_row (LtEditCell *cell)
{
  GtkTreeListRow *row = gtk_list_item_get_item (get_list_item (cell));
  g_autoptr (LtItem) item = row ? gtk_tree_list_row_get_item (row) : NULL;

  return item;
}

static void
update_cell (LtPlanView *self, LtEditCell *cell)
{
  const LtPlanColumn *column = &lt_plan_columns[get_column (cell)];
  LtItem *item = _lt_plan_view_get_cell_row (cell);
  LtItem *owner = NULL;
  LtDay as_of = lt_view_state_get_day (lt_view_state_get (self->document));
  const char *field;
  const char *style;
  g_autofree char *text = NULL;

  /* The row is about to go; the table has not been told yet. */
  if (item == NULL || lt_item_get_parent (item) == NULL)
    return;
  field = column->get_field ? column->get_field (item, &owner) : NULL;
  style = column->get_style ? column->get_style (item, as_of) : NULL;
  if (field && lt_pending_get (self->document, owner, field))
    style = "pending";
  text = column->dup_text (item, as_of);
  lt_edit_cell_bind (cell, self->document, field ? owner : item, field);
  lt_edit_cell_set_text (cell, text, style, _(column->title));
}

static void
focus_cell (LtPlanView *self, guint position, guint column)
{
  LtItem *item = lt_plan_tree_get_item (self->tree, position);
  LtEditCell *cell = item ? _lt_plan_view_find_cell (self, item, column) : NULL;

  if (cell)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
}

/* The next cell that can be edited, along the row and then the rows. */
static LtEditCell *
find_editable (LtPlanView *self, guint position, guint column, int step)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->tree));
  gint64 place = (gint64) position * lt_n_plan_columns + column;
  gint64 end = (gint64) n_rows * lt_n_plan_columns;

  for (place += step; place >= 0 && place < end; place += step)
    {
      LtItem *item = lt_plan_tree_get_item (self->tree, (guint) (place / lt_n_plan_columns));
      LtEditCell *cell = _lt_plan_view_find_cell (self, item, (guint) (place % lt_n_plan_columns));

      if (cell == NULL)
        return NULL;
      if (lt_edit_cell_get_editable (cell))
        return cell;
    }
  return NULL;
}

static void
go_on_cb (LtEditCell *cell, int next, LtPlanView *self)
{
  guint position = gtk_list_item_get_position (get_list_item (cell));
  guint column = get_column (cell);

  if (next == LT_EDIT_CELL_NEXT_DOWN)
    {
      if (position + 1 >= g_list_model_get_n_items (G_LIST_MODEL (self->tree)))
        return;
      _lt_plan_view_scroll_to (self, position + 1);
      /* The form goes with the keyboard. */
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position + 1, TRUE);
      focus_cell (self, position + 1, column);
      return;
    }
  cell = find_editable (self, position, column, next == LT_EDIT_CELL_NEXT_FORWARD ? 1 : -1);
  if (cell)
    {
      guint found = gtk_list_item_get_position (get_list_item (cell));

      if (found != position)
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), found, TRUE);
      lt_edit_cell_start_editing (cell);
    }
}

static void
cell_focused_cb (LtEditCell *cell, GParamSpec *pspec, LtPlanView *self)
{
  /* The table itself gives the first cell of a row the focus when it goes from row to row. */
  if (gtk_widget_has_focus (GTK_WIDGET (cell)) && self->refocus == 0)
    self->column = get_column (cell);
}

/* A row that is dragged past others shall not open them all on its way. */
static void
keep_shut (GtkWidget *expander)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (expander);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_CONTROLLER_MOTION (controller))
        {
          gtk_widget_remove_controller (expander, controller);
          return;
        }
    }
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, LtPlanView *self)
{
  gpointer column = g_object_get_qdata (G_OBJECT (factory), get_column_quark ());
  GtkWidget *cell = lt_edit_cell_new ();

  g_object_set_qdata (G_OBJECT (cell), get_column_quark (), column);
  g_object_set_data (G_OBJECT (cell), "lt-list-item", list_item);
  g_signal_connect (cell, "next", G_CALLBACK (go_on_cb), self);
  g_signal_connect (cell, "notify::has-focus", G_CALLBACK (cell_focused_cb), self);
  if (lt_plan_columns[GPOINTER_TO_UINT (column)].tree)
    {
      GtkWidget *expander = gtk_tree_expander_new ();

      gtk_widget_set_focusable (expander, FALSE);
      keep_shut (expander);
      gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), cell);
      gtk_list_item_set_child (list_item, expander);
    }
  else
    gtk_list_item_set_child (list_item, cell);
}

static LtEditCell *
get_cell (GtkListItem *list_item)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);

  if (GTK_IS_TREE_EXPANDER (child))
    child = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (child));
  return LT_EDIT_CELL (child);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, LtPlanView *self)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);
  LtEditCell *cell = get_cell (list_item);

  if (GTK_IS_TREE_EXPANDER (child))
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (child), gtk_list_item_get_item (list_item));
  g_ptr_array_add (self->cells, cell);
  update_cell (self, cell);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, LtPlanView *self)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);
  LtEditCell *cell = get_cell (list_item);

  if (GTK_IS_TREE_EXPANDER (child))
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (child), NULL);
  lt_edit_cell_unbind (cell);
  g_ptr_array_remove_fast (self->cells, cell);
}

void
_lt_plan_view_add_columns (LtPlanView *self)
{
  for (guint i = 0; i < lt_n_plan_columns; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_(lt_plan_columns[i].title), factory);

      g_object_set_qdata (G_OBJECT (factory), get_column_quark (), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, lt_plan_columns[i].expand);
      gtk_column_view_column_set_fixed_width (column, lt_plan_columns[i].width);
      gtk_column_view_append_column (self->table, column);
    }
}

void
_lt_plan_view_update_cells (LtPlanView *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    update_cell (self, g_ptr_array_index (self->cells, i));
}

LtEditCell *
_lt_plan_view_find_cell (LtPlanView *self, LtItem *item, guint column)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      LtEditCell *cell = g_ptr_array_index (self->cells, i);

      if (get_column (cell) == column && _lt_plan_view_get_cell_row (cell) == item)
        return cell;
    }
  return NULL;
}

gboolean
_lt_plan_view_commit_cells (LtPlanView *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      LtEditCell *cell = g_ptr_array_index (self->cells, i);

      /* One cell at most is edited, and storing its text may change the array. */
      if (lt_edit_cell_get_editing (cell))
        return lt_edit_cell_commit (cell);
    }
  return TRUE;
}

typedef struct {
  LtPlanView *view;
  LtItem *item;
  guint frames; /* that the table may still take to show the row */
  int column; /* of the cell that gets the keyboard; -1 to edit the first that can be */
} Later;

static void
free_later (gpointer data)
{
  g_object_unref (((Later *) data)->item);
  g_free (data);
}

static gboolean
focus_row (Later *later)
{
  LtEditCell *cell = _lt_plan_view_find_cell (later->view, later->item, (guint) later->column);

  return cell && gtk_widget_get_mapped (GTK_WIDGET (cell)) && gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static gboolean
edit_row (Later *later)
{
  for (guint i = 0; i < lt_n_plan_columns; i++)
    {
      LtEditCell *cell = _lt_plan_view_find_cell (later->view, later->item, i);

      if (cell && gtk_widget_get_mapped (GTK_WIDGET (cell)) && lt_edit_cell_get_editable (cell)
          && (LT_IS_ASSIGNMENT (later->item) || lt_plan_columns[i].tree))
        {
          lt_edit_cell_start_editing (cell);
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
later_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Later *later = data;

  if (later->column < 0 ? edit_row (later) : focus_row (later))
    return G_SOURCE_REMOVE;
  return later->frames-- > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
go_later (LtPlanView *self, LtItem *item, int column)
{
  Later *later = g_new (Later, 1);

  later->view = self;
  later->item = g_object_ref (item);
  later->frames = 5;
  later->column = column;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), later_cb, later, free_later);
}

void
_lt_plan_view_edit_later (LtPlanView *self, LtItem *item)
{
  go_later (self, item, -1);
}

void
_lt_plan_view_focus_later (LtPlanView *self, LtItem *item, guint column)
{
  go_later (self, item, (int) column);
}

static gboolean
refocus_cb (gpointer data)
{
  LtPlanView *self = data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  self->refocus = 0;
  if (LT_IS_EDIT_CELL (focus) && get_list_item (LT_EDIT_CELL (focus)))
    focus_cell (self, gtk_list_item_get_position (get_list_item (LT_EDIT_CELL (focus))), self->column);
  return G_SOURCE_REMOVE;
}

static void
step_column (LtPlanView *self, LtEditCell *cell, int step)
{
  guint column = get_column (cell);

  if ((step < 0 && column == 0) || (step > 0 && column + 1 == lt_n_plan_columns))
    return;
  focus_cell (self, gtk_list_item_get_position (get_list_item (cell)), step < 0 ? column - 1 : column + 1);
}

static void
set_expanded (LtEditCell *cell, gboolean expanded)
{
  GtkTreeListRow *row = gtk_list_item_get_item (get_list_item (cell));

  if (row)
    gtk_tree_list_row_set_expanded (row, expanded);
}

gboolean
_lt_plan_view_key_pressed (LtPlanView *self, guint keyval, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean shifted;

  if (!LT_IS_EDIT_CELL (focus) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
    return GDK_EVENT_PROPAGATE;
  shifted = (state & GDK_SHIFT_MASK) != 0;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      if (shifted)
        set_expanded (LT_EDIT_CELL (focus), keyval == GDK_KEY_Right);
      else
        step_column (self, LT_EDIT_CELL (focus), keyval == GDK_KEY_Right ? 1 : -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      /* Arrows go through the cells; Tab goes on to the form, or back to the toolbar. */
      return shifted ? gtk_widget_child_focus (self->toolbar, GTK_DIR_TAB_BACKWARD)
                     : gtk_widget_child_focus (GTK_WIDGET (self->forms), GTK_DIR_TAB_FORWARD);
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
    case GDK_KEY_Home:
    case GDK_KEY_End:
      /* The table moves to the row's first cell; the column is to stay. */
      if (self->refocus == 0)
        self->refocus = g_idle_add_full (G_PRIORITY_HIGH, refocus_cb, self, NULL);
      return GDK_EVENT_PROPAGATE;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

void
_lt_plan_view_scroll_to (LtPlanView *self, guint position)
{
  GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (self->table));

  /* The list below the header; the column view itself does not pass the action on. */
  while (child && !gtk_widget_activate_action (child, "list.scroll-to-item", "u", position))
    child = gtk_widget_get_prev_sibling (child);
}
