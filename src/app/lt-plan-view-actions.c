/* SPDX-License-Identifier: MIT */
#include "app/lt-plan-view-private.h"

#include <glib/gi18n-lib.h>

#include "app/lt-drafts.h"
#include "app/lt-item-actions.h"
#include "app/lt-paste-rows.h"
#include "app/lt-plan-tree.h"
#include "app/lt-view-state.h"

/* The last selected row, behind which new ones come; NULL for none. */
static LtItem *
get_anchor (LtPlanView *self)
{
  g_autoptr (GPtrArray) selected = _lt_plan_view_list_selected (self);

  return selected->len ? g_ptr_array_index (selected, selected->len - 1) : NULL;
}

static LtItem *
get_next_sibling (LtItem *item)
{
  return item ? lt_item_get_child (lt_item_get_parent (item), lt_item_get_index (item) + 1) : NULL;
}

/* The column where the keyboard is; -1 where it is not in the table. */
static int
get_keyboard_column (LtPlanView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->table)) ? (int) self->column : -1;
}

/* @column: as it was before the rows changed. FALSE for a row that is not shown. */
static gboolean
go_to (LtPlanView *self, LtItem *item, int column)
{
  if (!_lt_plan_view_select (self, item))
    return FALSE;
  if (column >= 0)
    _lt_plan_view_focus_later (self, item, (guint) column);
  return TRUE;
}

static void
show_new (LtPlanView *self, LtItem *item)
{
  if (item == NULL)
    return;
  /* A search or a filter might hide the row that was just asked for. */
  lt_view_state_show_all (lt_view_state_get (self->document));
  _lt_plan_view_select (self, item);
  _lt_plan_view_edit_later (self, item);
}

static LtItem *
add_model (LtPlanView *self)
{
  LtItem *anchor = get_anchor (self);
  LtItem *model = anchor ? lt_item_get_ancestor (anchor, LT_TYPE_INITIATIVE) : NULL;
  g_autoptr (LtItem) draft = lt_draft_new_initiative ();

  return lt_item_actions_add (GTK_WIDGET (self), self->document, LT_ITEM (self->plan),
                              get_next_sibling (model), draft);
}

static void
add_model_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtPlanView *self = LT_PLAN_VIEW (widget);

  if (lt_view_commit (LT_VIEW (self)))
    show_new (self, add_model (self));
}

static void
add_assignment_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtPlanView *self = LT_PLAN_VIEW (widget);
  LtItem *plan = LT_ITEM (self->plan);
  LtItem *anchor = get_anchor (self);
  LtItem *model = anchor ? lt_item_get_ancestor (anchor, LT_TYPE_INITIATIVE)
                         : lt_item_get_child (plan, lt_item_get_n_children (plan) - 1);
  LtItem *previous = anchor ? lt_item_get_ancestor (anchor, LT_TYPE_ASSIGNMENT) : NULL;
  g_autoptr (LtItem) draft = lt_draft_new_assignment ();

  if (!lt_view_commit (LT_VIEW (self)))
    return;
  if (model)
    show_new (self, lt_item_actions_add (widget, self->document, model, get_next_sibling (previous), draft));
  else
    show_new (self, add_model (self));
}

static void
add_outcome_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtPlanView *self = LT_PLAN_VIEW (widget);
  LtItem *anchor = get_anchor (self);
  LtItem *assignment = anchor ? lt_item_get_ancestor (anchor, LT_TYPE_ASSIGNMENT) : NULL;
  LtItem *previous = anchor ? lt_item_get_ancestor (anchor, LT_TYPE_OUTCOME) : NULL;
  g_autoptr (LtItem) draft = lt_draft_new_outcome ();

  if (assignment && lt_view_commit (LT_VIEW (self)))
    show_new (self, lt_item_actions_add (widget, self->document, assignment, get_next_sibling (previous), draft));
}

static void
duplicate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtPlanView *self = LT_PLAN_VIEW (widget);
  LtItem *anchor = get_anchor (self);
  int column = get_keyboard_column (self);
  LtItem *copy;

  if (anchor == NULL || !lt_view_commit (LT_VIEW (self)))
    return;
  copy = lt_item_actions_duplicate (widget, self->document, anchor);
  if (copy)
    go_to (self, copy, column);
}

static void
pasted (GtkWidget *widget, LtItem *first)
{
  LtPlanView *self = LT_PLAN_VIEW (widget);

  lt_view_state_show_all (lt_view_state_get (self->document));
  _lt_plan_view_select (self, first);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtPlanView *self = LT_PLAN_VIEW (widget);

  if (lt_view_commit (LT_VIEW (self)))
    lt_paste_rows (widget, self->document, self->plan, get_anchor (self), pasted);
}

static gboolean
is_below_any (LtItem *item, GHashTable *items)
{
  while ((item = lt_item_get_parent (item)))
    if (g_hash_table_contains (items, item))
      return TRUE;
  return FALSE;
}

/* Without those that go with another one anyway. */
static GPtrArray *
list_topmost (GPtrArray *selected)
{
  GPtrArray *topmost = g_ptr_array_new ();
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < selected->len; i++)
    g_hash_table_add (set, g_ptr_array_index (selected, i));
  for (guint i = 0; i < selected->len; i++)
    if (!is_below_any (g_ptr_array_index (selected, i), set))
      g_ptr_array_add (topmost, g_ptr_array_index (selected, i));
  return topmost;
}

/* Where people go on when the rows are gone: the next of the same kind, or the one before, or what
 * they stood in. (transfer full) (nullable) */
static LtItem *
find_remaining (GPtrArray *removed)
{
  LtItem *first = g_ptr_array_index (removed, 0);
  LtItem *last = g_ptr_array_index (removed, removed->len - 1);
  LtItem *parent = lt_item_get_parent (first);
  LtItem *next = get_next_sibling (last);
  guint index = lt_item_get_index (first);

  if (next)
    return g_object_ref (next);
  if (lt_item_get_parent (last) == parent && index > 0)
    return g_object_ref (lt_item_get_child (parent, index - 1));
  return LT_IS_PLAN (parent) ? NULL : g_object_ref (parent);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtPlanView *self = LT_PLAN_VIEW (widget);
  g_autoptr (GPtrArray) selected = _lt_plan_view_list_selected (self);
  g_autoptr (GPtrArray) items = list_topmost (selected);
  g_autoptr (LtItem) remaining = NULL;
  int column = get_keyboard_column (self);
  guint position;
  guint n;

  if (items->len == 0 || !lt_view_commit (LT_VIEW (self)))
    return;
  remaining = find_remaining (items);
  position = lt_plan_tree_find (self->tree, g_ptr_array_index (items, 0));
  if (!lt_item_actions_remove (widget, self->document, items))
    return;
  if (remaining && go_to (self, remaining, column))
    return;
  n = g_list_model_get_n_items (G_LIST_MODEL (self->tree));
  if (n > 0)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), MIN (position, n - 1), TRUE);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtPlanView *self = LT_PLAN_VIEW (widget);
  g_autoptr (LtItem) item = NULL;
  LtEditCell *cell;

  if (!lt_view_commit (LT_VIEW (self)) || get_anchor (self) == NULL)
    return;
  item = g_object_ref (get_anchor (self));
  if (!lt_item_actions_move (widget, self->document, item, g_str_equal (name, "plan.up") ? -1 : 1))
    return;
  /* A moved row is taken out of the table and put in again. */
  _lt_plan_view_select (self, item);
  cell = _lt_plan_view_find_cell (self, item, self->column);
  if (cell)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static void
expand_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtPlanView *self = LT_PLAN_VIEW (widget);
  gboolean expanded = g_str_equal (name, "plan.expand-all");

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, i);

      gtk_tree_list_row_set_expanded (row, expanded);
    }
}

static void
edit_form_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtPlanView *self = LT_PLAN_VIEW (widget);

  gtk_widget_child_focus (gtk_stack_get_visible_child (self->forms), GTK_DIR_TAB_FORWARD);
}

static void
show_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtPlanView *self = LT_PLAN_VIEW (widget);

  if (self->document)
    lt_view_state_show_all (lt_view_state_get (self->document));
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

void
_lt_plan_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan.add-model", NULL, add_model_action);
  gtk_widget_class_install_action (widget_class, "plan.add-assignment", NULL, add_assignment_action);
  gtk_widget_class_install_action (widget_class, "plan.add-outcome", NULL, add_outcome_action);
  gtk_widget_class_install_action (widget_class, "plan.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "plan.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "plan.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "plan.up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "plan.down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "plan.expand-all", NULL, expand_action);
  gtk_widget_class_install_action (widget_class, "plan.collapse-all", NULL, expand_action);
  gtk_widget_class_install_action (widget_class, "plan.edit-form", NULL, edit_form_action);
  gtk_widget_class_install_action (widget_class, "plan.show-all", NULL, show_all_action);
}

void
_lt_plan_view_update_actions (LtPlanView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GPtrArray) selected = _lt_plan_view_list_selected (self);
  gboolean writable = self->plan && !lt_document_get_read_only (self->document);
  LtItem *only = selected->len == 1 ? g_ptr_array_index (selected, 0) : NULL;

  gtk_widget_action_set_enabled (widget, "plan.add-model", writable);
  gtk_widget_action_set_enabled (widget, "plan.add-assignment", writable);
  gtk_widget_action_set_enabled (widget, "plan.add-outcome", writable && only && !LT_IS_INITIATIVE (only));
  gtk_widget_action_set_enabled (widget, "plan.duplicate", writable && only);
  gtk_widget_action_set_enabled (widget, "plan.paste", writable);
  gtk_widget_action_set_enabled (widget, "plan.remove", writable && selected->len > 0);
  gtk_widget_action_set_enabled (widget, "plan.up", writable && only);
  gtk_widget_action_set_enabled (widget, "plan.down", writable && only);
  gtk_widget_action_set_enabled (widget, "plan.edit-form", only != NULL);
}
