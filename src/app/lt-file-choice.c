/* SPDX-License-Identifier: MIT */
#include "app/lt-file-choice.h"

#define KEY "lt-file-choice"

typedef struct {
  GtkWidget *widget; /* borrowed: it owns the chooser */
  LtFileChosen chosen;
} Question;

static GStrv
dup_paths (GtkFileChooser *chooser)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (chooser);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      const char *path = g_file_peek_path (file);

      if (path != NULL)
        g_strv_builder_add (paths, path);
    }
  return g_strv_builder_end (paths);
}

static void
response_cb (GtkNativeDialog *native, int response, Question *question)
{
  g_autoptr (GtkWidget) widget = g_object_ref (question->widget);
  LtFileChosen chosen = question->chosen;
  g_auto (GStrv) paths = dup_paths (GTK_FILE_CHOOSER (native));

  g_object_set_data (G_OBJECT (widget), KEY, NULL);
  if (response == GTK_RESPONSE_ACCEPT && paths[0] != NULL)
    chosen (widget, (const char *const *) paths);
}

static void
drop_chooser (gpointer chooser)
{
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
widget_destroyed_cb (GtkWidget *widget)
{
  g_object_set_data (G_OBJECT (widget), KEY, NULL);
}

GtkFileChooser *
lt_file_choice_new (GtkWidget *widget, const char *title, GtkFileChooserAction action, const char *accept)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, window, action, accept, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_object_set_data_full (G_OBJECT (widget), KEY, native, drop_chooser);
  g_object_set_data (G_OBJECT (native), KEY, widget);
  g_signal_handlers_disconnect_by_func (widget, widget_destroyed_cb, NULL);
  g_signal_connect (widget, "destroy", G_CALLBACK (widget_destroyed_cb), NULL);
  return GTK_FILE_CHOOSER (native);
}

void
lt_file_choice_add_filter (GtkFileChooser *chooser, const char *name, const char *const *endings)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  if (endings == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  for (guint i = 0; endings != NULL && endings[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, endings[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
lt_file_choice_begin_in (GtkFileChooser *chooser, const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  gtk_file_chooser_set_current_folder (chooser, file, NULL);
}

static void
free_question (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
lt_file_choice_show (GtkFileChooser *chooser, LtFileChosen chosen)
{
  Question *question = g_new0 (Question, 1);

  question->widget = g_object_get_data (G_OBJECT (chooser), KEY);
  question->chosen = chosen;
  g_signal_connect_data (chooser, "response", G_CALLBACK (response_cb), question, free_question, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
