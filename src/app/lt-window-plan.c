/* SPDX-License-Identifier: MIT */
#include "app/lt-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/lt-carry-over-dialog.h"
#include "app/lt-feedback.h"
#include "app/lt-plan-dialog.h"
#include "app/lt-drafts.h"

static LtPlan *
find_plan (LtWindow *self, gint64 id)
{
  LtItem *item = self->document ? lt_document_find_item (self->document, id) : NULL;

  return LT_IS_PLAN (item) ? LT_PLAN (item) : NULL;
}

static void
select_plan_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LtPlan *plan = find_plan (data, g_variant_get_int64 (parameter));

  if (plan)
    _lt_window_set_plan (data, plan);
}

static void
properties_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LtWindow *self = data;
  GtkWidget *dialog;

  if (!_lt_window_commit (self))
    return;
  dialog = lt_plan_dialog_new (self->document, self->plan);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LtWindow *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LtItem) draft = lt_draft_new_plan ();
  LtItem *plan;

  if (!_lt_window_commit (self))
    return;
  plan = lt_document_add (self->document, LT_ITEM (lt_document_get_book (self->document)), NULL, draft, &error);
  if (plan == NULL)
    {
      lt_feedback_error (GTK_WIDGET (self), _("The plan cannot be added"), error);
      return;
    }
  _lt_window_set_plan (self, LT_PLAN (plan));
  properties_cb (NULL, NULL, self);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LtWindow *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autofree char *text = g_strdup_printf (_("Plan “%s” deleted"), lt_plan_get_title (self->plan));

  if (!_lt_window_commit (self))
    return;
  g_ptr_array_add (items, self->plan);
  if (lt_document_remove (self->document, items, &error))
    lt_feedback_undo_toast (GTK_WIDGET (self), text);
  else
    lt_feedback_error (GTK_WIDGET (self), _("The plan cannot be deleted"), error);
}

static void
carried_cb (LtWindow *self, LtPlan *plan)
{
  _lt_window_set_plan (self, plan);
}

static void
carry_over_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LtWindow *self = data;
  GtkWidget *dialog;

  if (!_lt_window_commit (self))
    return;
  dialog = lt_carry_over_dialog_new (self->document, self->plan);
  g_signal_connect_object (dialog, "carried", G_CALLBACK (carried_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static const GActionEntry actions[] = {
  { .name = "plan", .activate = select_plan_cb, .parameter_type = "x", .state = "@x 0" },
  { .name = "plan-properties", .activate = properties_cb },
  { .name = "carry-over", .activate = carry_over_cb },
  { .name = "add-plan", .activate = add_cb },
  { .name = "remove-plan", .activate = remove_cb },
};

static GMenuModel *
create_menu (LtWindow *self)
{
  g_autoptr (GMenu) plans = g_menu_new ();
  g_autoptr (GMenu) acts = g_menu_new ();
  GMenu *menu = g_menu_new ();
  LtItem *book = LT_ITEM (lt_document_get_book (self->document));

  for (guint i = 0; i < lt_item_get_n_children (book); i++)
    {
      LtItem *plan = lt_item_get_child (book, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (lt_plan_get_title (LT_PLAN (plan)), NULL);

      g_menu_item_set_action_and_target (item, "win.plan", "x", lt_item_get_id (plan));
      g_menu_append_item (plans, item);
    }
  g_menu_append (acts, _("Plan _Properties…"), "win.plan-properties");
  g_menu_append (acts, _("_Carry Over Unfinished Work…"), "win.carry-over");
  g_menu_append (acts, _("_Add a Plan"), "win.add-plan");
  g_menu_append (acts, _("_Delete This Plan"), "win.remove-plan");
  g_menu_append_section (menu, _("Plans in this file"), G_MENU_MODEL (plans));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (acts));
  return G_MENU_MODEL (menu);
}

void
_lt_window_add_plan_actions (LtWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

void
_lt_window_set_plan (LtWindow *self, LtPlan *plan)
{
  if (g_set_object (&self->plan, plan))
    _lt_window_update_pages (self);
  _lt_window_update_plans (self);
}

void
_lt_window_update_plans (LtWindow *self)
{
  LtItem *book = LT_ITEM (lt_document_get_book (self->document));
  g_autofree char *file = g_path_get_basename (lt_document_get_path (self->document));
  g_autofree char *window_title = NULL;
  const char *title;

  if (self->plan == NULL || lt_item_get_parent (LT_ITEM (self->plan)) != book)
    if (g_set_object (&self->plan, lt_item_get_child (book, 0)))
      _lt_window_update_pages (self);

  title = self->plan ? lt_plan_get_title (self->plan) : _("No plan in this file");
  adw_window_title_set_title (self->plan_title, title);
  adw_window_title_set_subtitle (self->plan_title, file);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->plan_button), title);
  g_clear_object (&self->plan_menu);
  self->plan_menu = create_menu (self);
  if (gtk_menu_button_get_menu_model (self->plan_button))
    gtk_menu_button_set_menu_model (self->plan_button, self->plan_menu);
  /* Translators: the window's title: the name of the plan, the name of the file */
  window_title = g_strdup_printf (_("%s – %s"), title, file);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
  g_action_change_state (g_action_map_lookup_action (G_ACTION_MAP (self), "plan"),
                         g_variant_new_int64 (self->plan ? lt_item_get_id (LT_ITEM (self->plan)) : 0));
  _lt_window_update_due (self);
}
