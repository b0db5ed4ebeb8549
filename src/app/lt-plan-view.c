/* SPDX-License-Identifier: MIT */
#include "app/lt-plan-view-private.h"

#include <glib/gi18n-lib.h>

#include "app/lt-plan-tree.h"
#include "app/lt-search-feed.h"
#include "app/lt-settings.h"
#include "app/lt-view-state.h"

static void lt_plan_view_view_init (LtViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LtPlanView, lt_plan_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LT_TYPE_VIEW, lt_plan_view_view_init))

GPtrArray *
_lt_plan_view_list_selected (LtPlanView *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint position;

  if (gtk_bitset_iter_init_first (&iter, selected, &position))
    do
      {
        LtItem *item = lt_plan_tree_get_item (self->tree, position);

        if (item && lt_item_get_parent (item))
          g_ptr_array_add (items, g_object_ref (item));
      }
    while (gtk_bitset_iter_next (&iter, &position));
  return items;
}

gboolean
_lt_plan_view_select (LtPlanView *self, LtItem *item)
{
  guint position = self->tree ? lt_plan_tree_find (self->tree, item) : G_MAXUINT;

  if (position == G_MAXUINT)
    return FALSE;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  _lt_plan_view_scroll_to (self, position);
  return TRUE;
}

void
_lt_plan_view_show_menu (LtPlanView *self, int x, int y)
{
  GdkRectangle point = { x, y, 1, 1 };

  if (self->context_menu == NULL)
    {
      self->context_menu = gtk_popover_menu_new_from_model (self->row_menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->context_menu), FALSE);
      gtk_widget_set_halign (self->context_menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->context_menu, GTK_WIDGET (self->table));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu), &point);
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

static void
show_form (LtPlanView *self, const char *name, LtAssignment *assignment, LtInitiative *initiative)
{
  LtDocument *document = self->document;

  if (assignment && self->assignment_form == NULL)
    {
      self->assignment_form = g_object_new (LT_TYPE_ASSIGNMENT_FORM, NULL);
      gtk_stack_add_named (self->forms, GTK_WIDGET (self->assignment_form), "assignment");
    }
  if (self->assignment_form)
    lt_assignment_form_set_assignment (self->assignment_form, assignment ? document : NULL, assignment);
  lt_initiative_form_set_initiative (self->initiative_form, initiative ? document : NULL, initiative);
  gtk_stack_set_visible_child_name (self->forms, name);
}

static void
update_form (LtPlanView *self)
{
  g_autoptr (GPtrArray) selected = _lt_plan_view_list_selected (self);
  LtItem *item = selected->len ? g_ptr_array_index (selected, 0) : NULL;

  if (selected->len > 1)
    {
      g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row selected", "%u rows selected",
                                                            selected->len), selected->len);

      gtk_label_set_label (self->many_label, text);
      show_form (self, "many", NULL, NULL);
    }
  else if (item == NULL)
    show_form (self, "none", NULL, NULL);
  else if (LT_IS_INITIATIVE (item))
    show_form (self, "initiative", NULL, LT_INITIATIVE (item));
  else
    show_form (self, "assignment", lt_item_get_ancestor (item, LT_TYPE_ASSIGNMENT), NULL);
}

static void
share_selection (LtPlanView *self)
{
  g_autoptr (GPtrArray) selected = _lt_plan_view_list_selected (self);

  if (self->document && selected->len)
    lt_view_state_set_item (lt_view_state_get (self->document),
                            lt_item_get_id (g_ptr_array_index (selected, 0)));
}

static void
selection_changed_cb (LtPlanView *self)
{
  update_form (self);
  _lt_plan_view_update_actions (self);
  share_selection (self);
}

/* Another page has selected something. */
static void
item_selected_cb (LtPlanView *self)
{
  g_autoptr (GPtrArray) selected = _lt_plan_view_list_selected (self);
  LtItem *item = lt_document_find_item (self->document,
                                        lt_view_state_get_item (lt_view_state_get (self->document)));

  if (item && self->plan && lt_item_get_ancestor (item, LT_TYPE_PLAN) == self->plan
      && !g_ptr_array_find (selected, item, NULL) && lt_view_commit (LT_VIEW (self)))
    _lt_plan_view_select (self, item);
}

/* Another page has been searched. */
static void
query_changed_cb (LtPlanView *self)
{
  const char *query = lt_view_state_get_query (lt_view_state_get (self->document));

  if (!g_str_equal (query, gtk_editable_get_text (GTK_EDITABLE (self->search_entry))))
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), query);
}

static void
document_changed_cb (LtPlanView *self)
{
  /* The window takes another plan by itself; until then nothing of this one is asked. */
  if (self->plan == NULL || lt_item_get_parent (LT_ITEM (self->plan)) == NULL)
    return;
  if (self->matches || lt_item_get_n_children (LT_ITEM (self->plan)) <= 1)
    _lt_plan_view_update_search (self, TRUE);
  _lt_plan_view_update_cells (self);
  selection_changed_cb (self);
}

static void
search_changed_cb (LtPlanView *self)
{
  if (self->document)
    lt_view_state_set_query (lt_view_state_get (self->document),
                             gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  _lt_plan_view_update_search (self, FALSE);
  selection_changed_cb (self);
}

static void
filter_changed_cb (LtPlanView *self)
{
  /* What is typed belongs to a row that may be about to go. */
  if (self->plan == NULL || !lt_view_commit (LT_VIEW (self)))
    return;
  _lt_plan_view_update_search (self, FALSE);
  selection_changed_cb (self);
}

static void
as_of_changed_cb (LtPlanView *self)
{
  filter_changed_cb (self);
  _lt_plan_view_update_cells (self);
}

static void
search_complete_cb (LtPlanView *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)))
    search_changed_cb (self);
}

static void
search_stopped_cb (LtPlanView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
search_activated_cb (LtPlanView *self)
{
  /* Enter goes from the words to the first row found. */
  if (self->tree && g_list_model_get_n_items (G_LIST_MODEL (self->tree)) > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_DOWN);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                LtPlanView *self)
{
  return _lt_plan_view_key_pressed (self, keyval, state);
}

static void
menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, LtPlanView *self)
{
  _lt_plan_view_show_menu (self, (int) x, (int) y);
}

/* Menus are made of widgets when they are opened for the first time. */
static void
create_add_menu_cb (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, LT_PLAN_VIEW (data)->add_menu);
}

static void
lt_plan_view_set_plan (LtView *view, LtDocument *document, LtPlan *plan)
{
  LtPlanView *self = LT_PLAN_VIEW (view);

  if (self->document == document && self->plan == plan)
    return;
  lt_view_commit (view);
  show_form (self, "none", NULL, NULL);
  if (self->document)
    {
      g_signal_handlers_disconnect_by_data (self->document, self);
      g_signal_handlers_disconnect_by_data (lt_search_feed_get (self->document), self);
      g_signal_handlers_disconnect_by_data (lt_view_state_get (self->document), self);
      g_signal_handlers_disconnect_by_data (lt_view_state_get_filter (lt_view_state_get (self->document)), self);
    }
  _lt_plan_view_stop_selecting (self);
  gtk_multi_selection_set_model (self->selection, NULL);
  g_clear_object (&self->tree);
  g_clear_object (&self->whole);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  g_set_object (&self->document, document);
  g_set_object (&self->plan, plan);
  lt_filter_bar_set_plan (self->filter_bar, document, plan);
  if (document)
    {
      /* The feed first: it must know of a change before the rows are looked for anew. */
      LtSearch *search = lt_search_feed_get (document);
      LtViewState *state = lt_view_state_get (document);

      g_signal_connect_swapped (state, "notify::item", G_CALLBACK (item_selected_cb), self);
      g_signal_connect_swapped (state, "notify::query", G_CALLBACK (query_changed_cb), self);
      g_signal_connect_swapped (lt_view_state_get_filter (state), "changed", G_CALLBACK (filter_changed_cb), self);
      g_signal_connect_swapped (state, "notify::as-of", G_CALLBACK (as_of_changed_cb), self);
      g_signal_connect_swapped (state, "notify::soon-days", G_CALLBACK (as_of_changed_cb), self);
      g_signal_connect_swapped (search, "complete", G_CALLBACK (search_complete_cb), self);
      g_signal_connect_swapped (document, "changed", G_CALLBACK (document_changed_cb), self);
    }
  if (plan)
    self->whole = lt_plan_tree_new (plan);
  _lt_plan_view_update_search (self, FALSE);
  if (plan && g_list_model_get_n_items (G_LIST_MODEL (self->tree)) > 0)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
  selection_changed_cb (self);
}

static gboolean
lt_plan_view_commit (LtView *view)
{
  LtPlanView *self = LT_PLAN_VIEW (view);
  gboolean stored;

  if (self->document == NULL)
    return TRUE;
  stored = _lt_plan_view_commit_cells (self);
  if (self->assignment_form)
    stored = lt_assignment_form_commit (self->assignment_form) && stored;
  return lt_initiative_form_commit (self->initiative_form) && stored;
}

static gboolean
lt_plan_view_reveal (LtView *view, LtItem *item)
{
  LtPlanView *self = LT_PLAN_VIEW (view);
  LtOutcome *outcome = lt_item_get_ancestor (item, LT_TYPE_OUTCOME);
  LtItem *row = outcome ? LT_ITEM (outcome) : item;

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  if (!_lt_plan_view_select (self, row) && self->document)
    lt_view_state_show_all (lt_view_state_get (self->document));
  if (!_lt_plan_view_select (self, row))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
  return TRUE;
}

static void
lt_plan_view_start_search (LtView *view)
{
  LtPlanView *self = LT_PLAN_VIEW (view);

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

static void
lt_plan_view_view_init (LtViewInterface *iface)
{
  iface->set_plan = lt_plan_view_set_plan;
  iface->commit = lt_plan_view_commit;
  iface->reveal = lt_plan_view_reveal;
  iface->start_search = lt_plan_view_start_search;
}

static void
lt_plan_view_dispose (GObject *object)
{
  LtPlanView *self = LT_PLAN_VIEW (object);

  if (self->document)
    lt_plan_view_set_plan (LT_VIEW (self), NULL, NULL);
  g_clear_handle_id (&self->refocus, g_source_remove);
  g_clear_object (&self->dragged);
  g_clear_object (&self->drop_row);
  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_PLAN_VIEW);

  G_OBJECT_CLASS (lt_plan_view_parent_class)->dispose (object);
}

static void
lt_plan_view_finalize (GObject *object)
{
  g_ptr_array_unref (LT_PLAN_VIEW (object)->cells);

  G_OBJECT_CLASS (lt_plan_view_parent_class)->finalize (object);
}

static void
lt_plan_view_class_init (LtPlanViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_plan_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = lt_plan_view_finalize;

  g_type_ensure (LT_TYPE_FILTER_BAR);
  g_type_ensure (LT_TYPE_INITIATIVE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-plan-view.ui");
  /* Bound, though to no field, so that it is unparented with the rest. */
  gtk_widget_class_bind_template_child_full (widget_class, "separator", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, LtPlanView, toolbar);
  gtk_widget_class_bind_template_child (widget_class, LtPlanView, selection);
  gtk_widget_class_bind_template_child (widget_class, LtPlanView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LtPlanView, search_count);
  gtk_widget_class_bind_template_child (widget_class, LtPlanView, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, LtPlanView, table_stack);
  gtk_widget_class_bind_template_child (widget_class, LtPlanView, table);
  gtk_widget_class_bind_template_child (widget_class, LtPlanView, row_menu);
  gtk_widget_class_bind_template_child (widget_class, LtPlanView, add_menu);
  gtk_widget_class_bind_template_child (widget_class, LtPlanView, add_button);
  gtk_widget_class_bind_template_child (widget_class, LtPlanView, paned);
  gtk_widget_class_bind_template_child (widget_class, LtPlanView, forms);
  gtk_widget_class_bind_template_child (widget_class, LtPlanView, initiative_form);
  gtk_widget_class_bind_template_child (widget_class, LtPlanView, many_label);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  _lt_plan_view_install_actions (widget_class);
}

static void
lt_plan_view_init (LtPlanView *self)
{
  self->cells = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->add_button, create_add_menu_cb, self, NULL);
  _lt_plan_view_add_columns (self);
  _lt_plan_view_add_drag (self);
  _lt_plan_view_update_actions (self);
}
