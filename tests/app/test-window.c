/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/lt-drafts.h"
#include "app/lt-export-dialog.h"
#include "app/lt-history-view.h"
#include "app/lt-page-browser.h"
#include "app/lt-plan-view-private.h"
#include "app/lt-settings.h"
#include "app/lt-start-page.h"
#include "app/lt-view-state.h"

static const char *
get_shown (LtGui *gui)
{
  return gtk_stack_get_visible_child_name (lt_gui_child (gui->window, "stack"));
}

static GtkWindow *
find_dialog (LtGui *gui)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (gui->window)
          && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static void
test_sample (LtGui *gui, gconstpointer data)
{
  g_autofree char *path = NULL;

  g_assert_cmpstr (get_shown (gui), ==, "start");
  lt_gui_activate (gui->window, "win.open-sample");
  g_assert_cmpstr (get_shown (gui), ==, "document");
  path = g_strdup (lt_document_get_path (lt_window_get_document (gui->window)));
  g_assert_true (lt_document_set (lt_window_get_document (gui->window), lt_gui_item (gui, "1"), "name", "Của tôi", NULL));
  gtk_window_close (GTK_WINDOW (gui->window));
  lt_gui_settle ();

  /* What a person made of the sample is found again. */
  g_application_activate (G_APPLICATION (gui->application));
  gui->window = LT_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (gui->application)));
  lt_gui_activate (gui->window, "win.open-sample");
  g_assert_cmpstr (lt_document_get_path (lt_window_get_document (gui->window)), ==, path);
  g_assert_cmpstr (lt_initiative_get_name (LT_INITIATIVE (lt_gui_item (gui, "1"))), ==, "Của tôi");
}

static void
assert_tab_meets (LtGui *gui, GtkDirectionType direction, const char *const *actions)
{
  GtkWidget *page = lt_gui_find (gui->window, LT_TYPE_START_PAGE);

  gtk_window_set_focus (GTK_WINDOW (gui->window), NULL);
  for (guint i = 0; i < 30 && *actions != NULL; i++)
    {
      GtkWidget *focus;

      gtk_widget_child_focus (page, direction);
      focus = gtk_window_get_focus (GTK_WINDOW (gui->window));
      if (GTK_IS_ACTIONABLE (focus)
          && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)), *actions) == 0)
        actions++;
    }
  g_assert_cmpstr (*actions, ==, NULL);
}

/* Every way in of the start page is reached by Tab, in the order in which they stand. */
static void
test_start_keyboard (LtGui *gui, gconstpointer data)
{
  assert_tab_meets (gui, GTK_DIR_TAB_FORWARD,
                    (const char *[]) { "win.new", "win.open", "win.import", "win.open-sample", NULL });
  assert_tab_meets (gui, GTK_DIR_TAB_BACKWARD,
                    (const char *[]) { "win.open-sample", "win.import", "win.open", "win.new", NULL });
}

#ifndef __SANITIZE_ADDRESS__
/* A file is made where somebody said; a question that nobody answered goes with its window. */
static void
test_file_choice (LtGui *gui, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (gui->folder);
  g_autofree char *path = g_build_filename (gui->folder, "Quý III.lotrinh", NULL);
  gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;
  GtkWindow *dialog;

  lt_gui_activate (gui->window, "win.new");
  dialog = find_dialog (gui);
  g_assert_true (GTK_IS_FILE_CHOOSER (dialog));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), "Quý III");
  /* Not before the chooser has read the folder. */
  while (find_dialog (gui) != NULL && g_get_monotonic_time () < end)
    {
      gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
      lt_gui_settle ();
    }
  g_assert_cmpstr (lt_document_get_path (lt_window_get_document (gui->window)), ==, path);

  lt_gui_activate (gui->window, "win.open");
  g_assert_nonnull (find_dialog (gui));
  gtk_window_destroy (GTK_WINDOW (gui->window));
  /* The chooser lets go when it has read its folder. */
  end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0 && g_get_monotonic_time () < end)
    lt_gui_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
  g_application_activate (G_APPLICATION (gui->application));
  gui->window = LT_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (gui->application)));
}
#endif

static void
test_recent (LtGui *gui, gconstpointer data)
{
  g_autofree char *gone = g_build_filename (gui->folder, "mất rồi.lotrinh", NULL);
  g_auto (GStrv) recent = lt_settings_dup_recent ();
  g_auto (GStrv) after = NULL;

  g_assert_cmpuint (g_strv_length (recent), ==, 1);
  g_assert_cmpstr (recent[0], ==, gui->path);
  lt_settings_add_recent (gone);
  lt_settings_add_recent (gui->path);
  after = lt_settings_dup_recent ();
  g_assert_cmpuint (g_strv_length (after), ==, 1);
  lt_settings_forget_recent (gui->path);
  g_strfreev (after);
  after = lt_settings_dup_recent ();
  g_assert_cmpuint (g_strv_length (after), ==, 0);
}

static void
test_same_file_same_window (LtGui *gui, gconstpointer data)
{
  GList *windows;

  lt_application_open (gui->application, GTK_WINDOW (gui->window), gui->path);
  windows = gtk_application_get_windows (GTK_APPLICATION (gui->application));
  g_assert_cmpuint (g_list_length (windows), ==, 1);
}

static void
test_read_only (LtGui *gui, gconstpointer data)
{
  g_autofree char *path = g_build_filename (gui->folder, "giữ.lotrinh", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LtDocument) holder = NULL;
  LtPlanView *view;

  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.new-at", "s", path);
  lt_gui_settle ();
  gtk_window_close (GTK_WINDOW (gui->window));
  lt_gui_settle ();
  holder = lt_document_open (path, LT_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_false (lt_document_get_read_only (holder));

  g_application_activate (G_APPLICATION (gui->application));
  gui->window = LT_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (gui->application)));
  lt_application_open (gui->application, GTK_WINDOW (gui->window), path);
  lt_gui_settle ();
  g_assert_true (lt_document_get_read_only (lt_window_get_document (gui->window)));
  g_assert_true (gtk_info_bar_get_revealed (lt_gui_child (gui->window, "read_only_bar")));
  g_assert_cmpstr (gtk_label_get_label (lt_gui_child (gui->window, "read_only_label")), ==,
                   lt_document_get_read_only_reason (lt_window_get_document (gui->window)));
  view = lt_gui_find (gui->window, LT_TYPE_PLAN_VIEW);
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (view), "plan.add-model", NULL)
                  && lt_item_get_n_children (LT_ITEM (lt_window_get_plan (gui->window))) > 0);
}

static void
assert_refused (LtGui *gui, const char *name, const char *contents, gsize length, const char *heading)
{
  g_autofree char *path = g_build_filename (gui->folder, name, NULL);
  g_autofree char *after = NULL;
  gsize after_length;
  GtkWindow *dialog;
  g_autofree char *shown = NULL;

  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  lt_application_open (gui->application, GTK_WINDOW (gui->window), path);
  lt_gui_settle ();
  g_assert_null (lt_window_get_document (gui->window));
  dialog = find_dialog (gui);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  g_object_get (dialog, "heading", &shown, NULL);
  g_assert_cmpstr (shown, ==, heading);
  g_assert_cmpuint (strlen (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog))), >, 20);
  gtk_window_destroy (dialog);
  lt_gui_settle ();
  g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
  g_assert_cmpmem (contents, length, after, after_length);
}

static void
test_bad_files (LtGui *gui, gconstpointer data)
{
  g_autofree char *path = g_build_filename (gui->folder, "tốt.lotrinh", NULL);
  g_autoptr (LtDocument) document = lt_document_create (path, NULL, NULL);
  g_autofree char *good = NULL;
  gsize length;

  lt_document_close (document);
  g_assert_true (g_file_get_contents (path, &good, &length, NULL));

  assert_refused (gui, "chữ.lotrinh", "Kính gửi", strlen ("Kính gửi"), "This is not a file of Lộ Trình");
  /* user_version stands big-endian at byte 60. */
  good[60] = 0x7f;
  assert_refused (gui, "mới hơn.lotrinh", good, length, "The file was made by a later version");
  good[60] = 0;
  memset (good + length / 2, 0x5a, length / 4);
  assert_refused (gui, "hỏng.lotrinh", good, length, "The file is damaged");
}

static void
test_journal (LtGui *gui, gconstpointer data)
{
  LtHistoryView *view;
  GtkSingleSelection *selection;

  lt_document_set_author (gui->document, "Bà Hà");
  g_assert_true (lt_document_set (gui->document, lt_gui_item (gui, "2.1"), "deadline", "tháng 5/2025", NULL));
  g_assert_true (lt_document_set (gui->document, lt_gui_item (gui, "2.1"), "lead", "Sở Nội vụ", NULL));
  g_assert_true (lt_document_set (gui->document, lt_gui_item (gui, "3.1"), "lead", "Sở Y tế", NULL));
  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.page", "s", "history");
  lt_gui_settle ();
  view = lt_gui_find (gui->window, LT_TYPE_HISTORY_VIEW);
  selection = lt_gui_child (view, "selection");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, 3);

  /* Newest first: the oldest is the last. */
  gtk_single_selection_set_selected (selection, 2);
  lt_gui_settle ();
  g_assert_nonnull (strstr (gtk_label_get_label (lt_gui_child (view, "origin")), "Bà Hà"));
  g_assert_cmpstr (gtk_label_get_label (lt_gui_child (view, "details")), ==,
                   "Assignment 2.1, Deadline: “trước ngày 31/12/2024” → “tháng 5/2025”");
  lt_gui_activate (view, "journal.undo-to");
  g_assert_cmpstr (lt_assignment_get_lead_words (LT_ASSIGNMENT (lt_gui_item (gui, "2.1"))), ==, "Sở Tư pháp");
  g_assert_cmpstr (lt_assignment_get_deadline_words (LT_ASSIGNMENT (lt_gui_item (gui, "2.1"))), ==, "tháng 5/2025");

  lt_gui_activate (view, "journal.reveal");
  {
    LtPlanView *plan_view = lt_gui_find (gui->window, LT_TYPE_PLAN_VIEW);
    g_autoptr (GPtrArray) selected = _lt_plan_view_list_selected (plan_view);

    g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (plan_view)));
    g_assert_cmpuint (selected->len, ==, 1);
    g_assert_true (g_ptr_array_index (selected, 0) == lt_gui_item (gui, "2.1"));
  }
}

static void
note_cb (gboolean *flag)
{
  *flag = TRUE;
}

static void
export_as (LtGui *gui, guint format, const char *name)
{
  g_autofree char *path = g_build_filename (gui->folder, name, NULL);
  LtExportDialog *dialog;
  gboolean closed = FALSE;
  GStatBuf info;

  lt_gui_activate (gui->window, "win.export");
  dialog = LT_EXPORT_DIALOG (find_dialog (gui));
  adw_combo_row_set_selected (lt_gui_child (dialog, "format"), format);
  gtk_editable_set_text (lt_gui_child (dialog, "path"), path);
  g_signal_connect_swapped (dialog, "destroy", G_CALLBACK (note_cb), &closed);
  lt_gui_activate (dialog, "export.write");
  lt_gui_wait_for (&closed);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_size, >, 1000);
  lt_gui_settle ();
}

static void
test_export (LtGui *gui, gconstpointer data)
{
  export_as (gui, 0, "phụ lục.xlsx");
  export_as (gui, 1, "phụ lục.pdf");
  export_as (gui, 2, "phụ lục.csv");
  export_as (gui, 3, "phụ lục.json");
}

static void
test_export_fails (LtGui *gui, gconstpointer data)
{
  LtExportDialog *dialog;
  gboolean failed = FALSE;

  lt_gui_activate (gui->window, "win.export");
  dialog = LT_EXPORT_DIALOG (find_dialog (gui));
  gtk_editable_set_text (lt_gui_child (dialog, "path"), "/không có/thư mục này.xlsx");
  lt_gui_activate (dialog, "export.write");
  for (guint i = 0; i < 100 && !failed; i++)
    {
      GListModel *toplevels = gtk_window_get_toplevels ();

      g_usleep (20000);
      lt_gui_settle ();
      for (guint j = 0; j < g_list_model_get_n_items (toplevels); j++)
        {
          g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, j);

          failed = failed || ADW_IS_MESSAGE_DIALOG (window);
        }
    }
  g_assert_true (failed);
  /* What was chosen is still there. */
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
}

static void
test_preview (LtGui *gui, gconstpointer data)
{
  LtExportDialog *dialog;
  LtPagePreview *preview;
  gboolean drawn = FALSE;
  guint n_pages;

  lt_gui_activate (gui->window, "win.export");
  dialog = LT_EXPORT_DIALOG (find_dialog (gui));
  preview = lt_page_browser_get_preview (lt_gui_child (dialog, "browser"));
  g_signal_connect_swapped (preview, "notify::n-pages", G_CALLBACK (note_cb), &drawn);
  if (lt_page_preview_get_n_pages (preview) == 0)
    lt_gui_wait_for (&drawn);
  n_pages = lt_page_preview_get_n_pages (preview);
  g_assert_cmpuint (n_pages, >, 3);
  lt_gui_activate (lt_gui_child (dialog, "browser"), "pages.next");
  g_assert_cmpuint (lt_page_preview_get_page (preview), ==, 1);
  lt_page_preview_set_page (preview, G_MAXUINT);
  g_assert_cmpuint (lt_page_preview_get_page (preview), ==, n_pages - 1);
}

static void
test_plans (LtGui *gui, gconstpointer data)
{
  LtItem *book = LT_ITEM (lt_document_get_book (gui->document));
  LtPlan *first = lt_window_get_plan (gui->window);
  GtkWindow *dialog;

  lt_gui_activate (gui->window, "win.add-plan");
  g_assert_cmpuint (lt_item_get_n_children (book), ==, 2);
  g_assert_true (lt_window_get_plan (gui->window) == lt_item_get_child (book, 1));
  dialog = find_dialog (gui);
  g_assert_nonnull (dialog);
  gtk_window_close (dialog);
  lt_gui_settle ();
  lt_gui_activate (gui->window, "win.remove-plan");
  g_assert_true (lt_window_get_plan (gui->window) == first);
  lt_gui_activate (gui->window, "win.undo");
  g_assert_cmpuint (lt_item_get_n_children (book), ==, 2);

  lt_gui_activate (gui->window, "win.remove-plan");
  lt_gui_activate (gui->window, "win.remove-plan");
  g_assert_null (lt_window_get_plan (gui->window));
  lt_gui_activate (gui->window, "win.undo");
  g_assert_nonnull (lt_window_get_plan (gui->window));
}

static void
test_close_frees (LtGui *gui, gconstpointer data)
{
  gpointer window = gui->window;
  gpointer flap = lt_gui_child (gui->window, "flap");

  g_object_add_weak_pointer (window, &window);
  g_object_add_weak_pointer (flap, &flap);
  gtk_window_close (GTK_WINDOW (gui->window));
  lt_gui_settle ();
  g_assert_null (window);
  g_assert_null (flap);
}

/* A file with rows that are due so many days from today; -1 was yesterday. */
static void
open_rows (LtGui *gui, const char *name, const int *days, guint n)
{
  g_autofree char *path = g_build_filename (gui->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LtItem) new_model = lt_draft_new_initiative ();
  LtItem *model;

  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.new-at", "s", path);
  lt_gui_settle ();
  gui->window = LT_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (gui->application)));
  gui->document = lt_window_get_document (gui->window);
  g_assert_false (gtk_info_bar_get_revealed (lt_gui_child (gui->window, "due_bar")));
  model = lt_document_add (gui->document, LT_ITEM (lt_window_get_plan (gui->window)), NULL, new_model, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *due = lt_day_dup_official (lt_day_today () + days[i]);
      g_autoptr (LtItem) draft = lt_draft_new_assignment ();
      LtItem *row = lt_document_add (gui->document, model, NULL, draft, &error);

      g_assert_no_error (error);
      lt_document_set (gui->document, row, "deadline", due, &error);
      g_assert_no_error (error);
    }
  gtk_window_close (GTK_WINDOW (gui->window));
  lt_gui_settle ();
  g_application_activate (G_APPLICATION (gui->application));
  gui->window = LT_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (gui->application)));
  lt_application_open (gui->application, GTK_WINDOW (gui->window), path);
  gui->document = lt_window_get_document (gui->window);
  /* Nothing is counted before there is a frame. */
  g_assert_false (gtk_info_bar_get_revealed (lt_gui_child (gui->window, "due_bar")));
  lt_gui_settle ();
}

/* Every key that works is named, the one that an action has as well as the others. */
static void
test_shortcuts (LtGui *gui, gconstpointer data)
{
  g_autoptr (GPtrArray) shortcuts = NULL;
  GtkShortcutsWindow *overlay;

  lt_gui_activate (gui->window, "win.show-help-overlay");
  lt_gui_settle ();
  overlay = gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (gui->window));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (overlay)));
  shortcuts = lt_gui_list (overlay, GTK_TYPE_SHORTCUTS_SHORTCUT);
  g_assert_cmpuint (shortcuts->len, >, 20);
  for (guint i = 0; i < shortcuts->len; i++)
    {
      g_autofree char *keys = NULL;
      g_autofree char *title = NULL;

      g_object_get (g_ptr_array_index (shortcuts, i), "accelerator", &keys, "title", &title, NULL);
      g_test_message ("%s: %s", title, keys);
      g_assert_true (keys != NULL && *keys != '\0');
    }
  gtk_window_close (GTK_WINDOW (overlay));
  lt_gui_settle ();
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (overlay)));
}

static void
assert_no_notice (LtGui *gui)
{
  g_assert_false (gtk_info_bar_get_revealed (lt_gui_child (gui->window, "due_bar")));
}

/* @text has a %s for the day that is so many @days ahead. */
static void
assert_notice (LtGui *gui, const char *text, int days)
{
  g_autofree char *day = lt_day_dup_official (lt_day_today () + days);
  g_auto (GStrv) parts = g_strsplit (text, "%s", 2);
  g_autofree char *expected = g_strjoinv (day, parts);

  g_assert_true (gtk_info_bar_get_revealed (lt_gui_child (gui->window, "due_bar")));
  g_assert_cmpstr (gtk_label_get_label (lt_gui_child (gui->window, "due_label")), ==, expected);
}

static void
test_due (LtGui *gui, gconstpointer data)
{
  static const int days[] = { -40, -1, 0, 7, 15, 16, 60 };
  LtFilter *filter;

  open_rows (gui, "hạn.lotrinh", days, G_N_ELEMENTS (days));
  assert_notice (gui, "2 assignments are overdue. 3 assignments are due by %s.", 15);

  /* It goes along with the setting and with what is done. */
  g_settings_set_int (lt_settings_get (), "due-soon-days", 1);
  lt_gui_settle ();
  assert_notice (gui, "2 assignments are overdue. 1 assignment is due by %s.", 1);
  filter = lt_view_state_get_filter (lt_view_state_get (gui->document));
  g_settings_set_int (lt_settings_get (), "due-soon-days", 16);
  lt_gui_settle ();
  assert_notice (gui, "2 assignments are overdue. 4 assignments are due by %s.", 16);

  lt_gui_activate (gui->window, "win.show-due");
  assert_no_notice (gui);
  g_assert_cmpuint (lt_filter_get_timeliness (filter), ==,
                    LT_FILTER_BIT (LT_TIMELINESS_OVERDUE) | LT_FILTER_BIT (LT_TIMELINESS_DUE_SOON));
  {
    LtPlanView *view = lt_gui_find (gui->window, LT_TYPE_PLAN_VIEW);

    g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (view)));
    g_assert_cmpuint (view->matches->len, ==, 6);
    /* The rows follow the setting at once. */
    g_settings_set_int (lt_settings_get (), "due-soon-days", 7);
    lt_gui_settle ();
    g_assert_cmpuint (view->matches->len, ==, 4);
  }
  /* Once is enough. */
  assert_no_notice (gui);
}

static void
test_due_closed (LtGui *gui, gconstpointer data)
{
  static const int days[] = { -3 };

  open_rows (gui, "quá hạn.lotrinh", days, G_N_ELEMENTS (days));
  assert_notice (gui, "1 assignment is overdue.", 0);
  gtk_info_bar_response (lt_gui_child (gui->window, "due_bar"), GTK_RESPONSE_CLOSE);
  lt_gui_settle ();
  assert_no_notice (gui);
  g_assert_true (lt_filter_is_empty (lt_view_state_get_filter (lt_view_state_get (gui->document))));
}

static void
test_nothing_due (LtGui *gui, gconstpointer data)
{
  static const int days[] = { 16, 400 };

  open_rows (gui, "thong thả.lotrinh", days, G_N_ELEMENTS (days));
  assert_no_notice (gui);
}

static void
test_due_soon_days (LtGui *gui, gconstpointer data)
{
  GSettings *settings = lt_settings_get ();
  GtkSpinButton *spin;
  GtkWindow *dialog;

  g_assert_cmpint (lt_settings_get_due_soon_days (), ==, 15);
  g_action_group_activate_action (G_ACTION_GROUP (gui->application), "preferences", NULL);
  lt_gui_settle ();
  dialog = find_dialog (gui);
  spin = lt_gui_child (dialog, "due_soon_days");
  g_assert_cmpint (gtk_spin_button_get_value_as_int (spin), ==, 15);
  gtk_spin_button_set_value (spin, 30);
  g_assert_cmpint (lt_settings_get_due_soon_days (), ==, 30);
  gtk_spin_button_set_value (spin, 1000);
  g_assert_cmpint (lt_settings_get_due_soon_days (), ==, LT_DUE_SOON_DAYS_MAX);
  g_settings_set_int (settings, "due-soon-days", 20);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (spin), ==, 20);
  gtk_window_destroy (dialog);
}

static void
add_tests (void)
{
  lt_gui_add ("/window/close-frees", lt_gui_set_up, test_close_frees);
  lt_gui_add ("/window/sample", lt_gui_set_up_empty, test_sample);
  lt_gui_add ("/window/start-keyboard", lt_gui_set_up_empty, test_start_keyboard);
#ifndef __SANITIZE_ADDRESS__ /* libcloudproviders, which GTK's chooser uses, loses two names; no suppression sees that far */
  lt_gui_add ("/window/file-choice", lt_gui_set_up_empty, test_file_choice);
#endif
  lt_gui_add ("/window/recent", lt_gui_set_up, test_recent);
  lt_gui_add ("/window/same-file-same-window", lt_gui_set_up, test_same_file_same_window);
  lt_gui_add ("/window/read-only", lt_gui_set_up_empty, test_read_only);
  lt_gui_add ("/window/bad-files", lt_gui_set_up_empty, test_bad_files);
  lt_gui_add ("/window/journal", lt_gui_set_up, test_journal);
  lt_gui_add ("/window/plans", lt_gui_set_up, test_plans);
  lt_gui_add ("/window/shortcuts", lt_gui_set_up, test_shortcuts);
  lt_gui_add ("/window/due", lt_gui_set_up_empty, test_due);
  lt_gui_add ("/window/due-closed", lt_gui_set_up_empty, test_due_closed);
  lt_gui_add ("/window/nothing-due", lt_gui_set_up_empty, test_nothing_due);
  lt_gui_add ("/settings/due-soon-days", lt_gui_set_up_empty, test_due_soon_days);
  lt_gui_add ("/export/formats", lt_gui_set_up, test_export);
  lt_gui_add ("/export/fails", lt_gui_set_up, test_export_fails);
  lt_gui_add ("/export/preview", lt_gui_set_up, test_preview);
}

int
main (int argc, char **argv)
{
  return lt_gui_test_run (&argc, &argv, add_tests);
}
