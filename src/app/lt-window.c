/* SPDX-License-Identifier: MIT */
#include "app/lt-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/lt-feedback.h"
#include "app/lt-settings.h"
#include "app/lt-start-page.h"
#include "lt-config.h"

G_DEFINE_FINAL_TYPE (LtWindow, lt_window, ADW_TYPE_APPLICATION_WINDOW)

static void
remember_size (LtWindow *self)
{
  GSettings *settings = lt_settings_get ();
  int width;
  int height;

  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (gtk_window_is_maximized (GTK_WINDOW (self)) || gtk_window_is_fullscreen (GTK_WINDOW (self)))
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
}

static void
refused_response_cb (AdwMessageDialog *dialog, const char *response, LtWindow *self)
{
  if (g_str_equal (response, "discard"))
    {
      _lt_window_set_document (self, NULL);
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
ask_about_refused (LtWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Something you typed is not in the file yet"),
                                              _("It could not be stored; the reason stands beneath it. "
                                                "Go back and correct it, or close the window without it."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "back", _("_Go back"),
                                    "discard", _("_Close Without It"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "back");
  g_signal_connect (dialog, "response", G_CALLBACK (refused_response_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
lt_window_close_request (GtkWindow *window)
{
  LtWindow *self = LT_WINDOW (window);

  if (!_lt_window_commit (self))
    {
      ask_about_refused (self);
      return GDK_EVENT_STOP;
    }
  remember_size (self);
  _lt_window_set_document (self, NULL);
  return GTK_WINDOW_CLASS (lt_window_parent_class)->close_request (window);
}

static gboolean
set_icon_cb (gpointer data)
{
  if (gtk_window_get_default_icon_name () == NULL)
    {
      lt_application_ensure_icon ();
      gtk_window_set_default_icon_name (LT_APP_ID);
    }
  return G_SOURCE_REMOVE;
}

/* The icon is drawn from its SVG, whose library takes longer to load than all the rest of a
 * window to draw. It can come a moment later. */
static void
first_frame_cb (GdkFrameClock *clock, LtWindow *self)
{
  g_signal_handlers_disconnect_by_func (clock, first_frame_cb, self);
  g_idle_add_full (G_PRIORITY_LOW, set_icon_cb, NULL, NULL);
}

/* Most windows come with a file, and never show what there is without one. */
static void
lt_window_realize (GtkWidget *widget)
{
  LtWindow *self = LT_WINDOW (widget);

  if (self->document == NULL && gtk_stack_get_child_by_name (self->stack, "start") == NULL)
    {
      gtk_stack_add_named (self->stack, lt_start_page_new (self->primary_menu), "start");
      gtk_stack_set_visible_child_name (self->stack, "start");
    }
  GTK_WIDGET_CLASS (lt_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (first_frame_cb), self, 0);
}

/* Menus are made of widgets when they are opened for the first time. */
static void
create_menu_cb (GtkMenuButton *button, gpointer data)
{
  LtWindow *self = data;

  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, button == self->plan_button ? self->plan_menu : self->primary_menu);
}

static void
lt_window_dispose (GObject *object)
{
  LtWindow *self = LT_WINDOW (object);

  if (self->document)
    _lt_window_set_document (self, NULL);
  /* It holds the list of pages, whose own actions lead back to the window's. */
  g_action_map_remove_action (G_ACTION_MAP (self), "toggle-sidebar");
  g_clear_object (&self->plan_menu);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_WINDOW);

  G_OBJECT_CLASS (lt_window_parent_class)->dispose (object);
}

static void
lt_window_class_init (LtWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_window_dispose;
  widget_class->realize = lt_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = lt_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LtWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, LtWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LtWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, LtWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LtWindow, read_only_bar);
  gtk_widget_class_bind_template_child (widget_class, LtWindow, read_only_label);
  gtk_widget_class_bind_template_child (widget_class, LtWindow, due_bar);
  gtk_widget_class_bind_template_child (widget_class, LtWindow, due_label);
  gtk_widget_class_bind_template_child (widget_class, LtWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, LtWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, LtWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, LtWindow, plan_button);
  gtk_widget_class_bind_template_child (widget_class, LtWindow, plan_title);
  gtk_widget_class_bind_template_child (widget_class, LtWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, LtWindow, redo_button);
  gtk_widget_class_bind_template_callback_full (widget_class, "due_bar_response_cb", G_CALLBACK (_lt_window_hide_due));
}

static void
lt_window_init (LtWindow *self)
{
  GSettings *settings = lt_settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->plan_button, create_menu_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_settings_bind (settings, "show-sidebar", self->flap, "reveal-flap", G_SETTINGS_BIND_DEFAULT);

  _lt_window_fill_sidebar (self);
  _lt_window_add_actions (self);
  _lt_window_add_file_actions (self);
  _lt_window_add_plan_actions (self);
  _lt_window_add_import_actions (self);
  _lt_window_add_due_actions (self);
  _lt_window_update_actions (self);
}

LtWindow *
lt_window_new (LtApplication *application)
{
  return g_object_new (LT_TYPE_WINDOW, "application", application, NULL);
}

LtDocument *
lt_window_get_document (LtWindow *self)
{
  g_return_val_if_fail (LT_IS_WINDOW (self), NULL);

  return self->document;
}

LtPlan *
lt_window_get_plan (LtWindow *self)
{
  g_return_val_if_fail (LT_IS_WINDOW (self), NULL);

  return self->plan;
}

void
lt_window_reveal (LtWindow *self, LtItem *item)
{
  LtPlan *plan = lt_item_get_ancestor (item, LT_TYPE_PLAN);

  g_return_if_fail (LT_IS_WINDOW (self));

  if (plan && plan != self->plan)
    _lt_window_set_plan (self, plan);
  lt_view_reveal (_lt_window_show_page (self, lt_item_get_ancestor (item, LT_TYPE_AGENCY) ? "agencies" : "plan"), item);
}
