/* SPDX-License-Identifier: MIT */
#include "app/lt-import-dialog-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/lt-clipboard.h"
#include "app/lt-feedback.h"
#include "app/lt-file-choice.h"
#include "app/lt-import-job.h"

#define PULSE_MS 120

/* Of files that may hold a table. */
static const char *const endings[] = { "xlsx", "xlsm", "docx", "pdf", "csv", "tsv", "html", "htm", "txt", NULL };

static void
first_drafted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LtImportDialog) self = data;
  LtImportDraft *draft = lt_import_job_draft_finish (result, NULL);

  _lt_import_dialog_stop_pulse (self);
  g_clear_object (&self->reading);
  self->drafting = FALSE;
  if (self->spinner == NULL || self->import == NULL)
    {
      lt_import_draft_free (draft);
      return;
    }
  _lt_import_dialog_show_read (self, draft);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LtImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  LtTableImport *import = lt_import_job_read_finish (result, &error);

  if (self->spinner == NULL || self->reading == NULL)
    {
      g_clear_pointer (&import, lt_table_import_free);
      return;
    }
  if (import == NULL)
    {
      _lt_import_dialog_stop_pulse (self);
      g_clear_object (&self->reading);
      gtk_stack_set_visible_child_name (self->stack, self->import != NULL ? "work" : "source");
      _lt_import_dialog_update_actions (self);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        lt_feedback_error (GTK_WIDGET (self), _("The table cannot be read"), error);
      return;
    }
  _lt_import_dialog_drop_import (self);
  self->import = import;
  self->drafting = TRUE;
  lt_import_job_draft_async (self->import, NULL, first_drafted_cb, g_object_ref (self));
}

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (LT_IMPORT_DIALOG (data)->progress);
  return G_SOURCE_CONTINUE;
}

static void
load (LtImportDialog *self, const char *path, GBytes *bytes, const char *name)
{
  LtRegistry *registry = self->document != NULL ? lt_book_get_registry (lt_document_get_book (self->document)) : NULL;

  if (self->reading != NULL)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  self->reading = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "busy");
  self->pulse = g_timeout_add (PULSE_MS, pulse_cb, self);
  _lt_import_dialog_update_actions (self);
  lt_import_job_read_async (path, bytes, name, registry, self->reading, read_cb, g_object_ref (self));
}

static void
file_chosen (GtkWidget *widget, const char *const *paths)
{
  lt_import_dialog_load_file (LT_IMPORT_DIALOG (widget), paths[0]);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooser *chooser = lt_file_choice_new (widget, _("Choose the File with the Table"),
                                                GTK_FILE_CHOOSER_ACTION_OPEN, NULL);

  lt_file_choice_add_filter (chooser, _("Word, Excel, PDF, CSV"), endings);
  lt_file_choice_add_filter (chooser, _("All files"), NULL);
  lt_file_choice_show (chooser, file_chosen);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lt_import_dialog_paste (LT_IMPORT_DIALOG (widget));
}

static void
stop_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtImportDialog *self = LT_IMPORT_DIALOG (widget);

  if (self->reading)
    g_cancellable_cancel (self->reading);
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LtImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lt_clipboard_read_finish (result, &error);

  if (self->spinner == NULL)
    return;
  if (bytes == NULL)
    lt_feedback_toast (GTK_WIDGET (self), error->message);
  else
    lt_import_dialog_load_bytes (self, bytes, _("Clipboard"));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, LtImportDialog *self)
{
  GSList *files = g_value_get_boxed (value);
  g_autofree char *path = files ? g_file_get_path (files->data) : NULL;

  if (path == NULL)
    return FALSE;
  lt_import_dialog_load_file (self, path);
  return TRUE;
}

void
_lt_import_dialog_stop_pulse (LtImportDialog *self)
{
  if (self->pulse)
    g_source_remove (self->pulse);
  self->pulse = 0;
}

void
_lt_import_dialog_install_source (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "import.stop", NULL, stop_action);
}

void
_lt_import_dialog_add_drop (LtImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
lt_import_dialog_load_file (LtImportDialog *self, const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);

  g_return_if_fail (LT_IS_IMPORT_DIALOG (self));

  load (self, path, NULL, name);
}

void
lt_import_dialog_load_bytes (LtImportDialog *self, GBytes *bytes, const char *name)
{
  g_return_if_fail (LT_IS_IMPORT_DIALOG (self));

  load (self, NULL, bytes, name);
}

void
lt_import_dialog_paste (LtImportDialog *self)
{
  g_return_if_fail (LT_IS_IMPORT_DIALOG (self));

  lt_clipboard_read_async (GTK_WIDGET (self), clipboard_read_cb, g_object_ref (self));
}

gboolean
lt_import_dialog_takes (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  const char *dot = strrchr (lower, '.');

  /* Most texts hold no table. */
  return dot != NULL && !g_str_equal (dot, ".txt") && g_strv_contains (endings, dot + 1);
}
