/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include <glib/gstdio.h>

#include "app/lt-collect-dialog.h"
#include "app/lt-collect-row.h"
#include "exchange/lt-json.h"

static LtCollectDialog *
open_dialog (LtGui *gui)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  lt_gui_activate (gui->window, "win.collect");
  lt_gui_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (LT_IS_COLLECT_DIALOG (window) && gtk_widget_get_mapped (window))
        return LT_COLLECT_DIALOG (window);
    }
  g_assert_not_reached ();
}

static void
drop_forms (GStrv paths)
{
  g_autofree char *folder = g_path_get_dirname (paths[0]);

  for (guint i = 0; paths[i]; i++)
    g_assert_cmpint (g_remove (paths[i]), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static const char *
get_page (LtCollectDialog *dialog)
{
  return gtk_stack_get_visible_child_name (lt_gui_child (dialog, "stack"));
}

static void
read_forms (LtCollectDialog *dialog, GStrv paths)
{
  gint64 end = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  lt_collect_dialog_read (dialog, (const char *const *) paths);
  g_assert_cmpstr (get_page (dialog), ==, "reading");
  while (g_str_equal (get_page (dialog), "reading"))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  lt_gui_settle ();
}

static guint
count_differences (LtCollectDialog *dialog)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (lt_gui_child (dialog, "differences"))));
}

/* Of the first difference. */
static LtAssignment *
find_row (LtCollectDialog *dialog)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (lt_gui_child (dialog, "differences")));
  g_autoptr (LtCollectRow) row = g_list_model_get_item (model, 0);

  return LT_ASSIGNMENT (lt_collect_row_get_difference (row)->row);
}

static void
test_unchanged (LtGui *gui, gconstpointer data)
{
  LtCollectDialog *dialog = open_dialog (gui);
  g_auto (GStrv) paths = lt_gui_send_forms (gui);
  guint n_edits = lt_gui_n_edits (gui);

  g_assert_cmpstr (get_page (dialog), ==, "empty");
  read_forms (dialog, paths);
  g_assert_cmpstr (get_page (dialog), ==, "review");
  g_assert_cmpuint (count_differences (dialog), ==, 0);
  g_assert_false (gtk_widget_get_visible (lt_gui_child (dialog, "whole")));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "collect.take-in", NULL);
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, n_edits);
  gtk_window_destroy (GTK_WINDOW (dialog));
  drop_forms (paths);
}

static GStrv
send_filled_forms (LtGui *gui)
{
  GStrv paths = lt_gui_send_forms (gui);

  lt_gui_fill_in (paths[0], "G6", "đang thực hiện");
  lt_gui_fill_in (paths[0], "H6", "40");
  return paths;
}

static void
test_taken_in_and_undone (LtGui *gui, gconstpointer data)
{
  LtBook *book = lt_document_get_book (gui->document);
  g_auto (GStrv) paths = send_filled_forms (gui);
  g_autofree char *before = lt_json_dup_book (book, NULL);
  g_autofree char *taken = NULL;
  g_autofree char *after = NULL;
  LtCollectDialog *dialog = open_dialog (gui);
  guint n_edits = lt_gui_n_edits (gui);
  LtAssignment *row;

  read_forms (dialog, paths);
  g_assert_cmpuint (count_differences (dialog), ==, 2);
  row = find_row (dialog);
  lt_gui_activate (dialog, "collect.accept-all");
  lt_gui_activate (dialog, "collect.take-in");
  lt_gui_settle ();
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, n_edits + 1);
  taken = lt_json_dup_book (book, NULL);
  g_assert_cmpstr (taken, !=, before);
  g_assert_cmpint (lt_assignment_get_percent (row), ==, 40);

  lt_gui_activate (gui->window, "win.undo");
  after = lt_json_dup_book (book, NULL);
  g_assert_cmpstr (after, ==, before);
  drop_forms (paths);
}

static void
test_obstacle (LtGui *gui, gconstpointer data)
{
  g_auto (GStrv) paths = send_filled_forms (gui);
  g_autofree char *broken = g_build_filename (gui->folder, "not-a-form.xlsx", NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  LtCollectDialog *dialog = open_dialog (gui);
  guint n_edits = lt_gui_n_edits (gui);

  g_assert_true (g_file_set_contents (broken, "no workbook", -1, NULL));
  g_strv_builder_addv (builder, (const char **) paths);
  g_strv_builder_add (builder, broken);
  all = g_strv_builder_end (builder);
  read_forms (dialog, all);
  g_assert_true (gtk_widget_get_visible (lt_gui_child (dialog, "whole")));
  lt_gui_activate (dialog, "collect.accept-all");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "collect.take-in", NULL);
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, n_edits);

  gtk_check_button_set_active (lt_gui_child (dialog, "whole"), FALSE);
  lt_gui_activate (dialog, "collect.accept-none");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "collect.take-in", NULL);
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, n_edits);
  lt_gui_activate (dialog, "collect.accept-all");
  lt_gui_activate (dialog, "collect.take-in");
  lt_gui_settle ();
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, n_edits + 1);
  g_assert_cmpint (g_remove (broken), ==, 0);
  drop_forms (paths);
}

static void
test_stopped (LtGui *gui, gconstpointer data)
{
  LtCollectDialog *dialog = open_dialog (gui);
  g_auto (GStrv) paths = send_filled_forms (gui);
  gint64 end = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  lt_collect_dialog_read (dialog, (const char *const *) paths);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "collect.stop", NULL);
  while (g_str_equal (get_page (dialog), "reading"))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpstr (get_page (dialog), ==, "empty");
  read_forms (dialog, paths);
  g_assert_cmpuint (count_differences (dialog), ==, 2);
  gtk_window_destroy (GTK_WINDOW (dialog));
  drop_forms (paths);
}

static void
test_closed_while_reading (LtGui *gui, gconstpointer data)
{
  LtCollectDialog *dialog = open_dialog (gui);
  g_auto (GStrv) paths = lt_gui_send_forms (gui);
  gpointer watched = dialog;
  gint64 end = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  lt_collect_dialog_read (dialog, (const char *const *) paths);
  gtk_window_destroy (GTK_WINDOW (dialog));
  while (watched && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (watched);
  drop_forms (paths);
}

static void
add_tests (void)
{
  lt_gui_add ("/collect/unchanged", lt_gui_set_up, test_unchanged);
  lt_gui_add ("/collect/taken-in-and-undone", lt_gui_set_up, test_taken_in_and_undone);
  lt_gui_add ("/collect/obstacle", lt_gui_set_up, test_obstacle);
  lt_gui_add ("/collect/stopped", lt_gui_set_up, test_stopped);
  lt_gui_add ("/collect/closed-while-reading", lt_gui_set_up, test_closed_while_reading);
}

int
main (int argc, char **argv)
{
  return lt_gui_test_run (&argc, &argv, add_tests);
}
