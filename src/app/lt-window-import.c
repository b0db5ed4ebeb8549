/* SPDX-License-Identifier: MIT */
#include "app/lt-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/lt-collect-dialog.h"
#include "app/lt-feedback.h"
#include "app/lt-import-dialog.h"
#include "app/lt-send-forms-dialog.h"

static void
taken_cb (LtImportDialog *dialog, const char *path, LtWindow *self)
{
  LtItem *book;

  if (path != NULL)
    {
      lt_application_open (LT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), GTK_WINDOW (self), path);
      return;
    }
  book = LT_ITEM (lt_document_get_book (self->document));
  if (lt_item_get_n_children (book) > self->n_plans_before)
    _lt_window_set_plan (self, lt_item_get_child (book, lt_item_get_n_children (book) - 1));
  _lt_window_show_page (self, "plan");
  lt_feedback_undo_toast (GTK_WIDGET (self), _("The plan was taken in"));
}

static LtImportDialog *
present (LtWindow *self)
{
  GtkWidget *dialog;

  if (self->document && !_lt_window_commit (self))
    return NULL;
  dialog = lt_import_dialog_new (self->document, self->plan);
  self->n_plans_before = self->document ? lt_item_get_n_children (LT_ITEM (lt_document_get_book (self->document))) : 0;
  g_signal_connect_object (dialog, "taken", G_CALLBACK (taken_cb), self, 0);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
  return LT_IMPORT_DIALOG (dialog);
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  present (data);
}

static void
import_file_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LtImportDialog *dialog = present (data);

  if (dialog)
    lt_import_dialog_load_file (dialog, g_variant_get_string (parameter, NULL));
}

static void
paste_import_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LtImportDialog *dialog = present (data);

  if (dialog)
    lt_import_dialog_paste (dialog);
}

static void
collect_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LtWindow *self = data;
  GtkWidget *dialog;

  if (!_lt_window_commit (self))
    return;
  dialog = lt_collect_dialog_new (self->document);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
send_forms_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LtWindow *self = data;
  GtkWidget *dialog;

  if (!_lt_window_commit (self))
    return;
  dialog = lt_send_forms_dialog_new (self->document, self->plan);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static const GActionEntry actions[] = {
  { .name = "collect", .activate = collect_cb },
  { .name = "import", .activate = import_cb },
  { .name = "import-file", .activate = import_file_cb, .parameter_type = "s" },
  { .name = "paste-import", .activate = paste_import_cb },
  { .name = "send-forms", .activate = send_forms_cb },
};

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, LtWindow *self)
{
  GSList *files = g_value_get_boxed (value);
  g_autofree char *path = files ? g_file_get_path (files->data) : NULL;

  if (path == NULL)
    return FALSE;
  if (!lt_import_dialog_takes (path))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-path", "s", path);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.import-file", "s", path);
  return TRUE;
}

void
_lt_window_add_import_actions (LtWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
