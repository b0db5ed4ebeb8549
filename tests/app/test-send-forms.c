/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include <glib/gstdio.h>

#include "app/lt-day-button.h"
#include "app/lt-send-forms-dialog.h"
#include "exchange/lt-form-reader.h"
#include "exchange/lt-reader.h"
#include "report/lt-form-recipients.h"

static gpointer
find_window (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static LtSendFormsDialog *
open_dialog (LtGui *gui)
{
  LtSendFormsDialog *dialog;

  lt_gui_activate (gui->window, "win.send-forms");
  dialog = find_window (LT_TYPE_SEND_FORMS_DIALOG);
  g_assert_nonnull (dialog);
  return dialog;
}

static char *
set_folder (LtGui *gui, LtSendFormsDialog *dialog)
{
  char *folder = g_build_filename (gui->folder, "Biểu gửi", NULL);

  gtk_editable_set_text (lt_gui_child (dialog, "path"), folder);
  return folder;
}

/* Until the dialog has closed, or asks. */
static void
make (LtSendFormsDialog *dialog)
{
  gpointer watched = dialog;
  gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;

  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  lt_gui_activate (dialog, "send.make");
  while (watched && find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  if (watched)
    g_object_remove_weak_pointer (G_OBJECT (dialog), &watched);
  lt_gui_settle ();
}

static void
answer (const char *response)
{
  AdwMessageDialog *question = find_window (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (question);
  g_assert_true (adw_message_dialog_has_response (question, response));
  adw_message_dialog_response (question, response);
  lt_gui_settle ();
}

static void
wait_until_closed (void)
{
  gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;

  while (find_window (LT_TYPE_SEND_FORMS_DIALOG))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir && g_dir_read_name (dir))
    n++;
  return n;
}

static void
drop (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Of the agencies, those on the screen. */
static guint
count_shown (LtSendFormsDialog *dialog)
{
  guint n = 0;

  for (int i = 0; gtk_list_box_get_row_at_index (lt_gui_child (dialog, "list"), i); i++)
    n += gtk_widget_get_child_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (lt_gui_child (dialog, "list"), i)));
  return n;
}

static guint
count_leads (LtGui *gui, guint *n_all)
{
  g_autoptr (GPtrArray) recipients = lt_form_list_recipients (lt_window_get_plan (gui->window), lt_day_today ());
  guint n = 0;

  for (guint i = 0; i < recipients->len; i++)
    n += ((LtFormRecipient *) g_ptr_array_index (recipients, i))->led->len > 0;
  *n_all = recipients->len;
  return n;
}

static void
test_one_for_each_lead (LtGui *gui, gconstpointer data)
{
  LtSendFormsDialog *dialog = open_dialog (gui);
  g_autofree char *folder = set_folder (gui, dialog);
  guint n_edits = lt_gui_n_edits (gui);
  guint n_all;
  guint n = count_leads (gui, &n_all);
  g_autofree char *toast = g_strdup_printf ("%u forms are ready in “Biểu gửi”", n);

  g_assert_cmpuint (count_shown (dialog), ==, n);
  make (dialog);
  g_assert_null (find_window (LT_TYPE_SEND_FORMS_DIALOG));
  g_assert_cmpuint (count_files (folder), ==, n);
  g_assert_true (lt_gui_has_toast (gui->window, toast));
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, n_edits);
  drop (folder);
}

static void
test_coordinated (LtGui *gui, gconstpointer data)
{
  LtSendFormsDialog *dialog = open_dialog (gui);
  guint n_all;
  guint n = count_leads (gui, &n_all);

  g_assert_cmpuint (n_all, >, n);
  gtk_switch_set_active (lt_gui_child (dialog, "coordinated"), TRUE);
  lt_gui_settle ();
  g_assert_cmpuint (count_shown (dialog), ==, n_all);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static char *
find_file (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  g_assert_nonnull (dir);
  return g_build_filename (folder, g_dir_read_name (dir), NULL);
}

static gboolean
holds (const char *path, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtReading) reading = lt_reader_read_file (path, NULL, &error);
  LtTable *table;

  g_assert_no_error (error);
  table = g_ptr_array_index (reading->tables, 0);
  for (guint row = 0; row < lt_table_get_n_rows (table); row++)
    for (guint column = 0; column < lt_table_get_n_columns (table); column++)
      if (strstr (lt_table_get_cell (table, row, column)->text, words))
        return TRUE;
  return FALSE;
}

/* Found without its marks, ticked alone, with both days. */
static void
test_one_agency (LtGui *gui, gconstpointer data)
{
  LtSendFormsDialog *dialog = open_dialog (gui);
  g_autofree char *folder = set_folder (gui, dialog);
  g_autofree char *path = NULL;
  g_autoptr (LtReturnedForm) form = NULL;
  g_autoptr (GError) error = NULL;

  lt_gui_activate (dialog, "send.tick-none");
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (dialog), "send.make", NULL)
                  && !g_str_equal (gtk_stack_get_visible_child_name (lt_gui_child (dialog, "stack")), "choices"));
  gtk_editable_set_text (lt_gui_child (dialog, "search"), "tu phap");
  g_signal_emit_by_name (lt_gui_child (dialog, "search"), "search-changed");
  lt_gui_settle ();
  g_assert_cmpuint (count_shown (dialog), ==, 1);
  lt_gui_activate (dialog, "send.tick-all");
  lt_day_button_set_day (lt_gui_child (dialog, "as_of"), lt_day_from_ymd (2024, 10, 31));
  lt_day_button_set_day (lt_gui_child (dialog, "return_by"), lt_day_from_ymd (2024, 11, 5));
  lt_gui_settle ();
  make (dialog);
  g_assert_cmpuint (count_files (folder), ==, 1);
  path = find_file (folder);
  form = lt_form_read_file (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (form->agency, ==, "Sở Tư pháp");
  g_assert_cmpint (form->day, ==, lt_day_from_ymd (2024, 10, 31));
  g_assert_true (holds (path, "05/11/2024"));
  drop (folder);
}

static void
test_existing_files (LtGui *gui, gconstpointer data)
{
  LtSendFormsDialog *dialog = open_dialog (gui);
  g_autofree char *folder = set_folder (gui, dialog);
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  guint n_all;
  guint n = count_leads (gui, &n_all);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  path = g_build_filename (folder, "Biểu thu thập - Sở Tư pháp.xlsx", NULL);
  g_assert_true (g_file_set_contents (path, "filled in by hand", -1, NULL));
  make (dialog);
  g_assert_nonnull (find_window (LT_TYPE_SEND_FORMS_DIALOG));
  answer ("cancel");
  g_assert_cmpuint (count_files (folder), ==, 1);

  make (dialog);
  answer ("keep");
  wait_until_closed ();
  g_assert_cmpuint (count_files (folder), ==, n);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "filled in by hand");

  dialog = open_dialog (gui);
  gtk_editable_set_text (lt_gui_child (dialog, "path"), folder);
  make (dialog);
  answer ("replace");
  wait_until_closed ();
  g_assert_cmpuint (count_files (folder), ==, n);
  g_assert_true (holds (path, "Sở Tư pháp"));
  drop (folder);
}

static void
test_stopped (LtGui *gui, gconstpointer data)
{
  LtSendFormsDialog *dialog = open_dialog (gui);
  g_autofree char *folder = set_folder (gui, dialog);
  GtkStack *stack = lt_gui_child (dialog, "stack");
  gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;

  gtk_widget_activate_action (GTK_WIDGET (dialog), "send.make", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "writing");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "send.stop", NULL);
  while (!g_str_equal (gtk_stack_get_visible_child_name (stack), "choices"))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_folder_that_cannot_be (LtGui *gui, gconstpointer data)
{
  LtSendFormsDialog *dialog = open_dialog (gui);
  g_autofree char *folder = g_build_filename (gui->path, "trong", NULL);

  gtk_editable_set_text (lt_gui_child (dialog, "path"), folder);
  make (dialog);
  answer ("close");
  g_assert_nonnull (find_window (LT_TYPE_SEND_FORMS_DIALOG));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
add_tests (void)
{
  lt_gui_add ("/send-forms/one-for-each-lead", lt_gui_set_up, test_one_for_each_lead);
  lt_gui_add ("/send-forms/coordinated", lt_gui_set_up, test_coordinated);
  lt_gui_add ("/send-forms/one-agency", lt_gui_set_up, test_one_agency);
  lt_gui_add ("/send-forms/existing-files", lt_gui_set_up, test_existing_files);
  lt_gui_add ("/send-forms/stopped", lt_gui_set_up, test_stopped);
  lt_gui_add ("/send-forms/folder-that-cannot-be", lt_gui_set_up, test_folder_that_cannot_be);
}

int
main (int argc, char **argv)
{
  return lt_gui_test_run (&argc, &argv, add_tests);
}
