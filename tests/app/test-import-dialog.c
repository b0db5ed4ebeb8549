/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include <string.h>

#include "app/lt-import-dialog.h"
#include "app/lt-import-table-view.h"
#include "app/lt-window.h"

/* As a spreadsheet gives it: tabs between cells, a doubtful deadline, a number left out. */
static const char table[] =
  "STT\tNhiệm vụ\tKết quả cần đạt\tThời hạn\tChủ trì\tPhối hợp\n"
  "I\tThể chế\t\t\t\t\n"
  "1\tBan hành quy chế\tQuyết định\tQuý I/2025\tSở Tư pháp\tSở Nội vụ\n"
  "3\tRà soát văn bản\tDanh mục\tchưa rõ\tSở Nội vụ\t\n"
  "II\tHạ tầng\t\t\t\t\n"
  "1\tMua máy chủ\tMáy chủ\t30/6/2025\tSở Tài chính\tCATP\n";

static LtImportDialog *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (LT_IS_IMPORT_DIALOG (window))
        return LT_IMPORT_DIALOG (window);
    }
  return NULL;
}

static void
wait_for_page (LtImportDialog *dialog, const char *name)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (g_strcmp0 (gtk_stack_get_visible_child_name (lt_gui_child (dialog, "stack")), name) != 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  lt_gui_settle ();
}

static LtImportDialog *
open_table (LtGui *gui)
{
  g_autofree char *path = g_build_filename (gui->folder, "bảng.csv", NULL);
  LtImportDialog *dialog;

  g_file_set_contents (path, table, -1, NULL);
  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.import-file", "s", path);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  wait_for_page (dialog, "work");
  return dialog;
}

static guint
count_plans (LtGui *gui)
{
  return lt_item_get_n_children (LT_ITEM (lt_document_get_book (lt_window_get_document (gui->window))));
}

static void
test_new_plan (LtGui *gui, gconstpointer data)
{
  LtImportDialog *dialog = open_table (gui);
  guint n_plans = count_plans (gui);
  guint n_edits = lt_gui_n_edits (gui);
  LtPlan *plan;

  lt_gui_activate (dialog, "import.take");
  lt_gui_settle ();
  g_assert_null (find_dialog ());
  g_assert_cmpuint (count_plans (gui), ==, n_plans + 1);
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, n_edits + 1);
  plan = lt_window_get_plan (gui->window);
  g_assert_cmpuint (lt_item_get_n_children (LT_ITEM (plan)), ==, 2);
  g_assert_cmpstr (lt_initiative_get_name (lt_item_get_child (LT_ITEM (plan), 0)), ==, "Thể chế");
  lt_gui_activate (gui->window, "win.undo");
  g_assert_cmpuint (count_plans (gui), ==, n_plans);
}

static GtkListBoxRow *
get_doubt (LtImportDialog *dialog, guint index)
{
  return gtk_list_box_get_row_at_index (lt_gui_child (dialog, "doubts_list"), (int) index);
}

static void
test_doubts_lead_to_rows (LtGui *gui, gconstpointer data)
{
  LtImportDialog *dialog = open_table (gui);
  GtkColumnView *view = lt_gui_find (lt_gui_child (dialog, "table"), GTK_TYPE_COLUMN_VIEW);
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (view));
  gboolean found = FALSE;

  for (guint i = 0; get_doubt (dialog, i) != NULL && !found; i++)
    {
      GtkListBoxRow *row = get_doubt (dialog, i);

      if (strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "chưa rõ") == NULL)
        continue;
      found = TRUE;
      g_signal_emit_by_name (lt_gui_child (dialog, "doubts_list"), "row-activated", row);
      g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 3);
    }
  g_assert_true (found);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* A role changed by hand changes what will be made. */
static void
test_roles (LtGui *gui, gconstpointer data)
{
  LtImportDialog *dialog = open_table (gui);
  GtkWidget *view = lt_gui_child (dialog, "table");
  g_autoptr (GPtrArray) choices = lt_gui_list (view, GTK_TYPE_DROP_DOWN);
  g_autofree char *before = g_strdup (gtk_label_get_label (lt_gui_child (dialog, "summary")));

  g_assert_cmpuint (choices->len, >=, 6);
  g_assert_cmpuint (gtk_drop_down_get_selected (g_ptr_array_index (choices, 1)), ==, LT_IMPORT_ROW_GROUP);
  g_assert_cmpuint (gtk_drop_down_get_selected (g_ptr_array_index (choices, 2)), ==, LT_IMPORT_ROW_ASSIGNMENT);
  gtk_drop_down_set_selected (g_ptr_array_index (choices, 3), LT_IMPORT_ROW_LEFT_OUT);
  lt_gui_settle ();
  g_assert_cmpstr (gtk_label_get_label (lt_gui_child (dialog, "summary")), !=, before);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_columns (LtGui *gui, gconstpointer data)
{
  LtImportDialog *dialog = open_table (gui);
  g_autoptr (GPtrArray) rows = NULL;

  gtk_stack_set_visible_child_name (lt_gui_child (dialog, "sides"), "columns");
  lt_gui_settle ();
  rows = lt_gui_list (lt_gui_child (dialog, "columns_group"), ADW_TYPE_COMBO_ROW);
  g_assert_cmpuint (rows->len, ==, 6);
  g_assert_cmpuint (adw_combo_row_get_selected (g_ptr_array_index (rows, 4)), ==, LT_IMPORT_COLUMN_LEAD);
  adw_combo_row_set_selected (g_ptr_array_index (rows, 5), LT_IMPORT_COLUMN_NOTE);
  lt_gui_activate (dialog, "import.take");
  lt_gui_settle ();
  g_assert_cmpstr (lt_assignment_get_coordination_words (LT_ASSIGNMENT (lt_item_follow_path (
                     LT_ITEM (lt_window_get_plan (gui->window)), "1.1"))), ==, "");
}

/* The same again, merged: nothing is different but what somebody changed. */
static void
test_merge (LtGui *gui, gconstpointer data)
{
  LtImportDialog *dialog = open_table (gui);
  LtDocument *document = lt_window_get_document (gui->window);
  LtItem *plan;
  guint n_plans;

  lt_gui_activate (dialog, "import.take");
  lt_gui_settle ();
  plan = LT_ITEM (lt_window_get_plan (gui->window));
  n_plans = count_plans (gui);
  g_assert_true (lt_document_set (document, lt_item_follow_path (plan, "2.1"), "deadline", "30/9/2025", NULL));
  dialog = open_table (gui);
  gtk_drop_down_set_selected (lt_gui_child (dialog, "target"), n_plans);
  lt_gui_settle ();
  g_assert_nonnull (gtk_list_box_get_row_at_index (lt_gui_child (dialog, "changes_list"), 0));
  g_assert_null (gtk_list_box_get_row_at_index (lt_gui_child (dialog, "changes_list"), 1));
  lt_gui_activate (dialog, "import.take");
  lt_gui_settle ();
  g_assert_cmpuint (count_plans (gui), ==, n_plans);
  g_assert_cmpstr (lt_assignment_get_deadline_words (LT_ASSIGNMENT (lt_item_follow_path (plan, "2.1"))), ==, "30/6/2025");
}

static void
test_new_file (LtGui *gui, gconstpointer data)
{
  LtImportDialog *dialog = open_table (gui);
  g_autofree char *path = g_build_filename (gui->folder, "kế hoạch.lotrinh", NULL);

  gtk_widget_activate_action (GTK_WIDGET (dialog), "import.take-at", "s", path);
  lt_gui_settle ();
  g_assert_null (find_dialog ());
  g_assert_cmpstr (lt_document_get_path (lt_window_get_document (gui->window)), ==, path);
  g_assert_cmpuint (count_plans (gui), ==, 1);
}

static void
test_paste (LtGui *gui, gconstpointer data)
{
  LtImportDialog *dialog;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (gui->window)), table);
  lt_gui_activate (gui->window, "win.paste-import");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  wait_for_page (dialog, "work");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Rows as a spreadsheet copies them, without headings; as one edit below the selected row. */
static void
paste_rows (LtGui *gui, const char *path, const char *text)
{
  GtkWidget *view = lt_gui_select (gui, path);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (view), text);
  lt_gui_activate (view, "plan.paste");
}

static void
wait_for_edits (LtGui *gui, guint n)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (lt_gui_n_edits (gui) != n)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  lt_gui_settle ();
}

static void
test_paste_rows (LtGui *gui, gconstpointer data)
{
  LtItem *model = lt_gui_item (gui, "1");
  guint n_edits = lt_gui_n_edits (gui);
  guint n_rows = lt_item_get_n_children (model);
  LtAssignment *row;
  LtItem *second;

  paste_rows (gui, "1.1", "1\tBan hành quy chế phối hợp\tQuyết định của Uỷ ban nhân dân thành phố\tQuý I/2025\tSở Tư pháp\tSở Nội vụ\n"
                          "2\tRà soát văn bản đã ban hành\tDanh mục văn bản hết hiệu lực\t30/6/2025\tSở Nội vụ\tCATP\n");
  wait_for_edits (gui, n_edits + 1);
  g_assert_null (find_dialog ());
  g_assert_cmpuint (lt_item_get_n_children (model), ==, n_rows + 2);
  row = LT_ASSIGNMENT (lt_gui_item (gui, "1.2"));
  g_assert_cmpstr (lt_assignment_get_deadline_words (row), ==, "Quý I/2025");
  g_assert_cmpstr (lt_assignment_get_lead_words (row), ==, "Sở Tư pháp");
  g_assert_cmpstr (lt_outcome_get_words (LT_OUTCOME (lt_gui_item (gui, "1.2.1"))), ==, "Ban hành quy chế phối hợp");
  g_assert_cmpstr (lt_outcome_get_words (LT_OUTCOME (lt_gui_item (gui, "1.2.2"))), ==,
                   "Quyết định của Uỷ ban nhân dân thành phố");
  second = lt_gui_item (gui, "1.3");
  g_assert_cmpstr (lt_assignment_get_coordination_words (LT_ASSIGNMENT (second)), ==, "CATP");
  g_assert_true (lt_gui_has_toast (gui->window, "2 rows pasted"));
  lt_gui_activate (gui->window, "win.undo");
  lt_gui_settle ();
  g_assert_cmpuint (lt_item_get_n_children (model), ==, n_rows);
}

/* Groups come in as models behind that of the selected row. */
static void
test_paste_groups (LtGui *gui, gconstpointer data)
{
  guint n_edits = lt_gui_n_edits (gui);
  LtItem *plan = LT_ITEM (lt_window_get_plan (gui->window));
  guint n_models = lt_item_get_n_children (plan);

  paste_rows (gui, "2.1", table);
  wait_for_edits (gui, n_edits + 1);
  g_assert_cmpuint (lt_item_get_n_children (plan), ==, n_models + 2);
  g_assert_cmpstr (lt_initiative_get_name (lt_item_get_child (plan, 2)), ==, "Thể chế");
  g_assert_cmpstr (lt_initiative_get_name (lt_item_get_child (plan, 3)), ==, "Hạ tầng");
}

/* Headings that nobody knows: the dialog asks, and puts the rows where they were wanted. */
static void
test_paste_asks (LtGui *gui, gconstpointer data)
{
  LtItem *model = lt_gui_item (gui, "1");
  guint n_edits = lt_gui_n_edits (gui);
  guint n_rows = lt_item_get_n_children (model);
  guint n_plans = count_plans (gui);
  LtImportDialog *dialog;
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  paste_rows (gui, "1.1", "STT\tNhiệm vụ\tXanh đỏ\tThời hạn\tChủ trì\n"
                          "1\tBan hành quy chế\tA1\tQuý I/2025\tSở Tư pháp\n");
  while ((dialog = find_dialog ()) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  wait_for_page (dialog, "work");
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, n_edits);
  lt_gui_activate (dialog, "import.take");
  lt_gui_settle ();
  g_assert_null (find_dialog ());
  g_assert_cmpuint (count_plans (gui), ==, n_plans);
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, n_edits + 1);
  g_assert_cmpuint (lt_item_get_n_children (model), ==, n_rows + 1);
  g_assert_cmpstr (lt_assignment_get_lead_words (LT_ASSIGNMENT (lt_gui_item (gui, "1.2"))), ==, "Sở Tư pháp");
}

/* A file that holds no table leaves the dialog ready for another. */
static void
test_unreadable (LtGui *gui, gconstpointer data)
{
  g_autofree char *path = g_build_filename (gui->folder, "hỏng.xlsx", NULL);
  LtImportDialog *dialog;

  g_file_set_contents (path, "PK\003\004 hỏng", -1, NULL);
  lt_gui_activate (gui->window, "win.import");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  lt_import_dialog_load_file (dialog, path);
  wait_for_page (dialog, "source");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
add_tests (void)
{
  lt_gui_add ("/import-dialog/new-plan", lt_gui_set_up, test_new_plan);
  lt_gui_add ("/import-dialog/doubts-lead-to-rows", lt_gui_set_up, test_doubts_lead_to_rows);
  lt_gui_add ("/import-dialog/roles", lt_gui_set_up, test_roles);
  lt_gui_add ("/import-dialog/columns", lt_gui_set_up, test_columns);
  lt_gui_add ("/import-dialog/merge", lt_gui_set_up, test_merge);
  lt_gui_add ("/import-dialog/new-file", lt_gui_set_up_empty, test_new_file);
  lt_gui_add ("/import-dialog/paste", lt_gui_set_up, test_paste);
  lt_gui_add ("/import-dialog/paste-rows", lt_gui_set_up, test_paste_rows);
  lt_gui_add ("/import-dialog/paste-groups", lt_gui_set_up, test_paste_groups);
  lt_gui_add ("/import-dialog/paste-asks", lt_gui_set_up, test_paste_asks);
  lt_gui_add ("/import-dialog/unreadable", lt_gui_set_up, test_unreadable);
}

int
main (int argc, char **argv)
{
  return lt_gui_test_run (&argc, &argv, add_tests);
}
