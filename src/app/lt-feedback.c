/* SPDX-License-Identifier: MIT */
#include "app/lt-feedback.h"

#include <glib/gi18n-lib.h>

#define UNDO_TOAST "lt-undo-toast"

/* Long enough to be read to its end and then reached. */
#define FOLDER_TOAST_SECONDS 10

static AdwToastOverlay *
find_overlay (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  /* The window itself stands above its overlay. */
  if (overlay == NULL && ADW_IS_APPLICATION_WINDOW (root))
    overlay = adw_application_window_get_content (ADW_APPLICATION_WINDOW (root));
  return ADW_IS_TOAST_OVERLAY (overlay) ? ADW_TOAST_OVERLAY (overlay) : NULL;
}

static AdwToast *
create_toast (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  return adw_toast_new (escaped);
}

static void
toast_dismissed_cb (AdwToast *toast, AdwToastOverlay *overlay)
{
  if (g_object_get_data (G_OBJECT (overlay), UNDO_TOAST) == toast)
    g_object_set_data (G_OBJECT (overlay), UNDO_TOAST, NULL);
}

void
lt_feedback_toast (GtkWidget *widget, const char *text)
{
  AdwToastOverlay *overlay = find_overlay (widget);

  if (overlay)
    adw_toast_overlay_add_toast (overlay, create_toast (text));
}

void
lt_feedback_drop_undo (GtkWidget *widget)
{
  AdwToastOverlay *overlay = find_overlay (widget);
  AdwToast *toast = overlay ? g_object_get_data (G_OBJECT (overlay), UNDO_TOAST) : NULL;

  if (toast)
    adw_toast_dismiss (toast);
}

void
lt_feedback_undo_toast (GtkWidget *widget, const char *text)
{
  AdwToastOverlay *overlay = find_overlay (widget);
  AdwToast *toast;

  if (overlay == NULL)
    return;
  lt_feedback_drop_undo (widget);
  toast = create_toast (text);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_object_set_data (G_OBJECT (overlay), UNDO_TOAST, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), overlay, 0);
  adw_toast_overlay_add_toast (overlay, toast);
}

void
lt_feedback_folder_toast (GtkWidget *widget, const char *text, const char *path)
{
  AdwToastOverlay *overlay = find_overlay (widget);
  AdwToast *toast;

  if (overlay == NULL)
    return;
  toast = create_toast (text);
  adw_toast_set_button_label (toast, _("Open _Folder"));
  adw_toast_set_action_name (toast, "win.show-folder");
  adw_toast_set_action_target (toast, "s", path);
  adw_toast_set_timeout (toast, FOLDER_TOAST_SECONDS);
  adw_toast_overlay_add_toast (overlay, toast);
}

void
lt_feedback_written (GtkWidget *widget, const char *path, const GError *error)
{
  g_autofree char *text = g_strdup_printf (_("Exported to “%s”"), path);

  if (error == NULL)
    lt_feedback_toast (widget, text);
  else
    lt_feedback_error (widget, _("The file could not be written"), error);
}

void
lt_feedback_error (GtkWidget *widget, const char *heading, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
