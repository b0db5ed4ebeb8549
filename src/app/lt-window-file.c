/* SPDX-License-Identifier: MIT */
#include "app/lt-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/lt-drafts.h"
#include "app/lt-feedback.h"
#include "app/lt-file-choice.h"
#include "app/lt-file-name.h"
#include "app/lt-rescue-dialog.h"
#include "app/lt-settings.h"
#include "store/lt-backup.h"

#define BACKUP_INTERVAL_SECONDS 3600
/* The window comes first. */
#define BACKUP_DELAY_MS 1000

static const char *const endings[] = { "lotrinh", NULL };

static void
open_chosen (GtkWidget *widget, const char *const *paths)
{
  GtkWindow *window = GTK_WINDOW (widget);

  lt_application_open (LT_APPLICATION (gtk_window_get_application (window)), window, paths[0]);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkFileChooser *chooser = lt_file_choice_new (data, _("Open a Plan"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL);

  lt_file_choice_add_filter (chooser, _("Lộ Trình plans"), endings);
  lt_file_choice_add_filter (chooser, _("All files"), NULL);
  lt_file_choice_show (chooser, open_chosen);
}

static void
create_file (LtWindow *self, const char *path)
{
  g_autofree char *full = lt_file_name_dup_with_ending (path, LT_FILE_NAME_ENDING);
  g_autoptr (LtBook) book = lt_book_new ();
  g_autoptr (LtDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  lt_item_append_draft (LT_ITEM (book), lt_draft_new_plan ());
  document = lt_document_create (full, book, &error);
  if (document == NULL)
    {
      lt_feedback_error (GTK_WIDGET (self), _("The file cannot be made"), error);
      return;
    }
  lt_document_close (document);
  lt_application_open (LT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                       GTK_WINDOW (self), full);
}

static void
new_chosen (GtkWidget *widget, const char *const *paths)
{
  create_file (LT_WINDOW (widget), paths[0]);
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkFileChooser *chooser = lt_file_choice_new (data, _("Where the New Plan Is Kept"),
                                                GTK_FILE_CHOOSER_ACTION_SAVE, _("_Create"));

  lt_file_choice_add_filter (chooser, _("Lộ Trình plans"), endings);
  gtk_file_chooser_set_current_name (chooser, _("New plan.lotrinh"));
  lt_file_choice_show (chooser, new_chosen);
}

static void
new_at_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  create_file (data, g_variant_get_string (parameter, NULL));
}

static void
open_path_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  lt_application_open (LT_APPLICATION (gtk_window_get_application (data)), data,
                       g_variant_get_string (parameter, NULL));
}

static void
open_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  lt_application_open_sample (LT_APPLICATION (gtk_window_get_application (data)), data);
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_close (data);
}

static const GActionEntry actions[] = {
  { .name = "new", .activate = new_cb },
  { .name = "new-at", .activate = new_at_cb, .parameter_type = "s" },
  { .name = "open", .activate = open_cb },
  { .name = "open-path", .activate = open_path_cb, .parameter_type = "s" },
  { .name = "open-sample", .activate = open_sample_cb },
  { .name = "close", .activate = close_cb },
};

static void
changed_cb (LtDocument *document, gint64 history_id, LtWindow *self)
{
  lt_feedback_drop_undo (GTK_WIDGET (self));
  _lt_window_update_plans (self);
}

static void
state_changed_cb (LtDocument *document, GParamSpec *pspec, LtWindow *self)
{
  _lt_window_update_actions (self);
}

static void
roll_backup (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (lt_backup_roll (path, NULL, BACKUP_INTERVAL_SECONDS, LT_BACKUPS_KEPT, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
backup_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LtWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->document)
    {
      g_autofree char *text = g_strdup_printf (_("No backup was made: %s"), error->message);

      lt_feedback_toast (GTK_WIDGET (self), text);
    }
}

static gboolean
start_backup_cb (gpointer data)
{
  LtWindow *self = data;
  g_autoptr (GTask) task = NULL;

  self->backup_later = 0;
  task = g_task_new (NULL, self->backup, backup_done_cb, g_object_ref (self));
  g_task_set_task_data (task, g_strdup (lt_document_get_path (self->document)), g_free);
  g_task_run_in_thread (task, roll_backup);
  return G_SOURCE_REMOVE;
}

static void
start_backup_later (LtWindow *self)
{
  self->backup = g_cancellable_new ();
  self->backup_later = g_timeout_add_full (G_PRIORITY_LOW, BACKUP_DELAY_MS, start_backup_cb, self, NULL);
}

void
_lt_window_add_file_actions (LtWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

void
_lt_window_set_document (LtWindow *self, LtDocument *document)
{
  g_autoptr (LtDocument) old = NULL;

  if (self->document)
    {
      g_clear_handle_id (&self->backup_later, g_source_remove);
      g_cancellable_cancel (self->backup);
      g_clear_object (&self->backup);
      g_signal_handlers_disconnect_by_data (self->document, self);
      _lt_window_hide_due (self);
      g_clear_object (&self->plan);
      old = g_steal_pointer (&self->document);
      /* The views still store what is being typed in them. */
      _lt_window_update_pages (self);
      lt_document_close (old);
    }
  if (document)
    {
      const char *reason = lt_document_get_read_only_reason (document);
      g_autofree char *author = lt_settings_dup_author ();

      self->document = g_object_ref (document);
      lt_document_set_author (document, author);
      g_signal_connect (document, "changed", G_CALLBACK (changed_cb), self);
      g_signal_connect (document, "notify", G_CALLBACK (state_changed_cb), self);
      gtk_label_set_label (self->read_only_label, reason ? reason : "");
      gtk_info_bar_set_revealed (self->read_only_bar, reason != NULL);
      _lt_window_update_plans (self);
      _lt_window_show_page (self, "plan");
      lt_settings_add_recent (lt_document_get_path (document));
      start_backup_later (self);
      _lt_window_show_due_later (self);
    }
  if (document)
    gtk_stack_set_visible_child_name (self->stack, "document");
  _lt_window_update_actions (self);
}

void
lt_window_open (LtWindow *self, const char *path)
{
  g_autoptr (LtDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (LT_IS_WINDOW (self));

  document = lt_document_open (path, LT_OPEN_DEFAULT, &error);
  if (document)
    _lt_window_set_document (self, document);
  else
    lt_rescue_dialog_present (GTK_WINDOW (self), path, error);
}
