/* SPDX-License-Identifier: MIT */
#include "app/lt-rescue-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/lt-feedback.h"
#include "store/lt-backup.h"
#include "store/lt-document.h"

typedef struct {
  GtkWindow *parent;
  char *path;
} Rescue;

static void
free_rescue (gpointer data, GClosure *closure)
{
  Rescue *rescue = data;

  g_object_unref (rescue->parent);
  g_free (rescue->path);
  g_free (rescue);
}

static const char *
choose_heading (const GError *error)
{
  if (g_error_matches (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_NEWER))
    return _("The file was made by a later version");
  if (g_error_matches (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_DAMAGED))
    return _("The file is damaged");
  if (g_error_matches (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_FOREIGN))
    return _("This is not a file of Lộ Trình");
  return _("The file cannot be opened");
}

/* "a.lotrinh" → "a (recovered).lotrinh", or with a number where that is taken. */
static char *
choose_free_path (const char *path, const char *kind)
{
  g_autofree char *stem = g_str_has_suffix (path, ".lotrinh") ? g_strndup (path, strlen (path) - strlen (".lotrinh"))
                                                              : g_strdup (path);
  g_autofree char *named = g_strdup_printf ("%s (%s)", stem, kind);
  char *free_path = g_strconcat (named, ".lotrinh", NULL);

  for (guint i = 2; g_file_test (free_path, G_FILE_TEST_EXISTS); i++)
    {
      g_free (free_path);
      free_path = g_strdup_printf ("%s %u.lotrinh", named, i);
    }
  return free_path;
}

static void
open_path (GtkWindow *parent, const char *path)
{
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.open-path", "s", path);
}

static void
recover (Rescue *rescue)
{
  /* Translators: in the name of a file made from a damaged one: "Plan (recovered).lotrinh" */
  g_autofree char *target = choose_free_path (rescue->path, _("recovered"));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  LtRecovery result = { 0 };

  if (!lt_recover (rescue->path, target, &result, &error))
    {
      lt_feedback_error (GTK_WIDGET (rescue->parent), _("Nothing could be saved from the file"), error);
      return;
    }
  open_path (rescue->parent, target);
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row was saved into “%s”", "%u rows were saved into “%s”",
                                       result.rows), result.rows, target);
  lt_feedback_toast (GTK_WIDGET (rescue->parent), text);
}

static void
open_backup (Rescue *rescue)
{
  g_auto (GStrv) backups = lt_backup_list (rescue->path, NULL);
  /* Translators: in the name of a file made from a backup: "Plan (backup).lotrinh" */
  g_autofree char *target = choose_free_path (rescue->path, _("backup"));
  g_autoptr (GError) error = NULL;

  if (lt_backup_copy (backups[0], target, NULL, &error))
    open_path (rescue->parent, target);
  else
    lt_feedback_error (GTK_WIDGET (rescue->parent), _("The backup cannot be opened"), error);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Rescue *rescue)
{
  if (g_str_equal (response, "recover"))
    recover (rescue);
  else if (g_str_equal (response, "backup"))
    open_backup (rescue);
}

void
lt_rescue_dialog_present (GtkWindow *parent, const char *path, const GError *error)
{
  Rescue *rescue = g_new (Rescue, 1);
  g_auto (GStrv) backups = lt_backup_list (path, NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, choose_heading (error),
                                                                         error->message));

  rescue->parent = g_object_ref (parent);
  rescue->path = g_strdup (path);

  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  if (g_error_matches (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_DAMAGED))
    {
      if (backups && backups[0])
        adw_message_dialog_add_response (dialog, "backup", _("Open Last _Backup"));
      adw_message_dialog_add_response (dialog, "recover", _("_Save What Can Be Read"));
      adw_message_dialog_set_response_appearance (dialog, "recover", ADW_RESPONSE_SUGGESTED);
    }
  adw_message_dialog_set_close_response (dialog, "close");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), rescue, free_rescue, 0);
  /* It could not lie over a window that is not there yet. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (parent)))
    gtk_window_present (parent);
  gtk_window_present (GTK_WINDOW (dialog));
}
