/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include <adwaita.h>
#include <string.h>

#include "app/lt-fields-dialog.h"
#include "app/lt-plan-view-private.h"
#include "app/lt-progress-pane.h"
#include "plan/lt-report.h"

static LtProgressPane *
show (LtGui *gui, const char *path)
{
  LtPlanView *view = lt_gui_select (gui, path);

  gtk_stack_set_visible_child_name (lt_gui_child (view->assignment_form, "stack"), "progress");
  lt_gui_settle ();
  return lt_gui_find (view->assignment_form, LT_TYPE_PROGRESS_PANE);
}

static guint
count_rows (gpointer list)
{
  g_autoptr (GPtrArray) rows = lt_gui_list (list, ADW_TYPE_ACTION_ROW);

  return rows->len;
}

static GtkWindow *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (LT_IS_FIELDS_DIALOG (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static void
test_a_report_is_entered (LtGui *gui, gconstpointer data)
{
  LtProgressPane *pane = show (gui, "2.1");
  LtItem *row = lt_gui_item (gui, "2.1");
  LtReport *report;
  GtkWindow *dialog;

  g_assert_cmpuint (count_rows (lt_gui_child (pane, "reports")), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (pane), "progress.report", "x", lt_item_get_id (row));
  lt_gui_settle ();
  report = lt_report_find_latest (row, LT_DAY_NONE);
  g_assert_nonnull (report);
  g_assert_cmpint (lt_report_get_day (report), ==, lt_day_today ());
  g_assert_cmpuint (count_rows (lt_gui_child (pane, "reports")), ==, 1);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);

  /* What is reported newest is what the row says of itself. */
  g_assert_true (lt_document_set (gui->document, LT_ITEM (report), "state", "done", NULL));
  g_assert_cmpint (lt_assignment_get_state (LT_ASSIGNMENT (row)), ==, LT_STATE_DONE);

  lt_gui_activate (dialog, "fields.remove");
  lt_gui_settle ();
  g_assert_null (find_dialog ());
  g_assert_cmpuint (count_rows (lt_gui_child (pane, "reports")), ==, 0);
  lt_gui_activate (gui->window, "win.undo");
  lt_gui_settle ();
  g_assert_cmpuint (count_rows (lt_gui_child (pane, "reports")), ==, 1);
}

static void
test_a_short_target_is_told (LtGui *gui, gconstpointer data)
{
  LtProgressPane *pane = show (gui, "5.1");
  LtItem *target = lt_gui_item (gui, "5.1.1.1");
  LtItem *measurement;

  g_assert_nonnull (target);
  g_assert_cmpuint (count_rows (lt_gui_child (pane, "targets")), >=, 1);
  gtk_widget_activate_action (GTK_WIDGET (pane), "progress.measure", "x", lt_item_get_id (target));
  lt_gui_settle ();
  measurement = lt_item_get_child (target, 0);
  g_assert_nonnull (measurement);
  g_assert_true (lt_document_set (gui->document, measurement, "value", "1", NULL));
  g_assert_false (gtk_widget_get_visible (lt_gui_child (pane, "contradiction")));
  g_assert_true (lt_document_set (gui->document, lt_gui_item (gui, "5.1"), "state", "done", NULL));
  lt_gui_settle ();
  g_assert_true (gtk_widget_get_visible (lt_gui_child (pane, "contradiction")));
  gtk_window_close (find_dialog ());
  lt_gui_settle ();
}

static void
test_words_are_no_markup (LtGui *gui, gconstpointer data)
{
  LtProgressPane *pane = show (gui, "2.1");
  LtItem *row = lt_gui_item (gui, "2.1");
  g_autoptr (LtReport) draft = lt_report_new_draft (row);

  lt_item_set_string (LT_ITEM (draft), lt_item_type_find_field (LT_TYPE_REPORT, "day"), "2024-12-01", NULL);
  lt_item_set_string (LT_ITEM (draft), lt_item_type_find_field (LT_TYPE_REPORT, "results"), "<b>R&D</b> & <x", NULL);
  g_assert_nonnull (lt_document_report (gui->document, row, draft, NULL));
  lt_gui_settle ();
  g_assert_cmpuint (count_rows (lt_gui_child (pane, "reports")), ==, 1);
}

static void
add_tests (void)
{
  lt_gui_add ("/progress-pane/a-report-is-entered", lt_gui_set_up, test_a_report_is_entered);
  lt_gui_add ("/progress-pane/a-short-target-is-told", lt_gui_set_up, test_a_short_target_is_told);
  lt_gui_add ("/progress-pane/words-are-no-markup", lt_gui_set_up, test_words_are_no_markup);
}

int
main (int argc, char **argv)
{
  return lt_gui_test_run (&argc, &argv, add_tests);
}
