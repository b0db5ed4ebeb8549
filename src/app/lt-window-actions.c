/* SPDX-License-Identifier: MIT */
#include "app/lt-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/lt-export-dialog.h"
#include "app/lt-feedback.h"
#include "app/lt-print.h"

static void
tell (LtWindow *self, char *text)
{
  g_autofree char *owned = text;

  lt_feedback_toast (GTK_WIDGET (self), owned);
}

/* Undo and redo tell which edit they took back or made again. */
static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LtWindow *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (!_lt_window_commit (self) || !lt_document_get_can_undo (self->document))
    return;
  label = lt_document_dup_undo_label (self->document);
  if (lt_document_undo (self->document, &error))
    /* Translators: %s is the name of an edit, such as "Change deadline of 2.1" */
    tell (self, g_strdup_printf (_("Undone: %s"), label));
  else
    lt_feedback_error (GTK_WIDGET (self), _("The edit cannot be undone"), error);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LtWindow *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (!_lt_window_commit (self) || !lt_document_get_can_redo (self->document))
    return;
  label = lt_document_dup_redo_label (self->document);
  if (lt_document_redo (self->document, &error))
    /* Translators: %s is the name of an edit, such as "Change deadline of 2.1" */
    tell (self, g_strdup_printf (_("Done again: %s"), label));
  else
    lt_feedback_error (GTK_WIDGET (self), _("The edit cannot be made again"), error);
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (lt_view_start_search (_lt_window_get_shown_page (data)))
    return;
  lt_view_start_search (_lt_window_show_page (data, "plan"));
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LtWindow *self = data;
  GtkWidget *dialog;

  if (!_lt_window_commit (self))
    return;
  dialog = lt_export_dialog_new (self->document, self->plan);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LtWindow *self = data;

  if (_lt_window_commit (self) && !lt_view_print (_lt_window_get_shown_page (self)))
    lt_print_appendix (GTK_WINDOW (self), self->plan);
}

static void
page_number_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  _lt_window_show_nth_page (data, (guint) g_variant_get_int32 (parameter) - 1);
}

static void
page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  _lt_window_show_page (data, g_variant_get_string (parameter, NULL));
}

static void
reveal_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LtItem *item = lt_document_find_item (LT_WINDOW (data)->document, g_variant_get_int64 (parameter));

  if (item)
    lt_window_reveal (data, item);
}

static void
fullscreen_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (gtk_window_is_fullscreen (data))
    gtk_window_unfullscreen (data);
  else
    gtk_window_fullscreen (data);
}

static void
set_placeholder (GtkWidget *widget, const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_SEARCH_ENTRY (child))
        g_object_set (child, "placeholder-text", text, NULL);
      else
        set_placeholder (child, text);
    }
}

/* GTK puts words of its own there, and does not have them in every language. */
static void
title_help_overlay (GtkWindow *overlay)
{
  GtkWidget *bar = gtk_window_get_titlebar (overlay);
  GtkWidget *titles = GTK_IS_HEADER_BAR (bar) ? gtk_header_bar_get_title_widget (GTK_HEADER_BAR (bar)) : NULL;
  GtkWidget *title = GTK_IS_STACK (titles) ? gtk_stack_get_child_by_name (GTK_STACK (titles), "title") : NULL;

  if (GTK_IS_LABEL (title))
    gtk_label_set_label (GTK_LABEL (title), gtk_window_get_title (overlay));
  set_placeholder (GTK_WIDGET (overlay), _("Search among the shortcuts"));
}

/* Made when it is asked for; GTK itself would make it with the window. */
static void
show_help_overlay_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkApplicationWindow *window = data;

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder
        = gtk_builder_new_from_resource ("/io/github/lotrinh/LoTrinh/ui/help-overlay.ui");
      GtkShortcutsWindow *overlay = GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

      title_help_overlay (GTK_WINDOW (overlay));
      /* Now it finds the keys of the actions that it names. */
      gtk_application_window_set_help_overlay (window, overlay);
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

static void
folder_shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lt_feedback_error (GTK_WIDGET (source), _("The folder cannot be opened"), error);
}

static void
show_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_filename_to_uri (g_variant_get_string (parameter, NULL), NULL, &error);

  if (uri)
    gtk_show_uri_full (data, uri, GDK_CURRENT_TIME, NULL, folder_shown_cb, NULL);
  else
    lt_feedback_error (data, _("The folder cannot be opened"), error);
}

static const GActionEntry actions[] = {
  { .name = "undo", .activate = undo_cb },
  { .name = "redo", .activate = redo_cb },
  { .name = "search", .activate = search_cb },
  { .name = "export", .activate = export_cb },
  { .name = "print", .activate = print_cb },
  { .name = "page", .activate = page_cb, .parameter_type = "s" },
  { .name = "page-number", .activate = page_number_cb, .parameter_type = "i" },
  { .name = "reveal", .activate = reveal_cb, .parameter_type = "x" },
  { .name = "show-folder", .activate = show_folder_cb, .parameter_type = "s" },
  { .name = "fullscreen", .activate = fullscreen_cb },
  { .name = "show-help-overlay", .activate = show_help_overlay_cb },
};

static void
enable (LtWindow *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), enabled);
}

static void
describe_steps (LtWindow *self)
{
  g_autofree char *undo = lt_document_dup_undo_label (self->document);
  g_autofree char *redo = lt_document_dup_redo_label (self->document);
  /* Translators: %s is the name of an edit, such as "Change deadline of 2.1" */
  g_autofree char *undo_text = undo ? g_strdup_printf (_("Undo: %s"), undo) : g_strdup (_("Undo"));
  /* Translators: %s is the name of an edit, such as "Change deadline of 2.1" */
  g_autofree char *redo_text = redo ? g_strdup_printf (_("Redo: %s"), redo) : g_strdup (_("Redo"));

  gtk_widget_set_tooltip_text (self->undo_button, undo_text);
  gtk_widget_set_tooltip_text (self->redo_button, redo_text);
}

void
_lt_window_add_actions (LtWindow *self)
{
  g_autoptr (GPropertyAction) sidebar = g_property_action_new ("toggle-sidebar", self->flap, "reveal-flap");

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (sidebar));
}

void
_lt_window_update_actions (LtWindow *self)
{
  LtDocument *document = self->document;
  gboolean writable = document && !lt_document_get_read_only (document);

  enable (self, "undo", document && lt_document_get_can_undo (document));
  enable (self, "redo", document && lt_document_get_can_redo (document));
  enable (self, "search", document != NULL);
  enable (self, "page", document != NULL);
  enable (self, "page-number", document != NULL);
  enable (self, "reveal", document != NULL);
  enable (self, "export", self->plan != NULL);
  enable (self, "import", document == NULL || writable);
  enable (self, "import-file", document == NULL || writable);
  enable (self, "paste-import", document == NULL || writable);
  enable (self, "print", self->plan != NULL);
  enable (self, "plan", document != NULL);
  enable (self, "plan-properties", self->plan != NULL);
  enable (self, "add-plan", writable);
  enable (self, "carry-over", writable && self->plan);
  enable (self, "collect", writable && self->plan);
  enable (self, "send-forms", self->plan != NULL);
  enable (self, "remove-plan", writable && self->plan);
  if (document)
    describe_steps (self);
}
