/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include "app/lt-carry-over-dialog.h"
#include "exchange/lt-json.h"
#include "plan/lt-carry-over.h"

static LtCarryOverDialog *
open_dialog (LtGui *gui)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  lt_gui_activate (gui->window, "win.carry-over");
  lt_gui_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (LT_IS_CARRY_OVER_DIALOG (window) && gtk_widget_get_mapped (window))
        return LT_CARRY_OVER_DIALOG (window);
    }
  g_assert_not_reached ();
}

static void
test_into_a_new_plan (LtGui *gui, gconstpointer data)
{
  LtItem *book = LT_ITEM (lt_document_get_book (gui->document));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  LtCarryOverDialog *dialog;
  LtPlan *plan;
  LtAssignment *row;

  lt_document_set (gui->document, lt_gui_item (gui, "1.1"), "state", "done", NULL);
  before = lt_json_dup_book (LT_BOOK (book), NULL);
  dialog = open_dialog (gui);
  gtk_editable_set_text (lt_gui_child (dialog, "plan_title"), "Kế hoạch năm sau");
  lt_gui_activate (dialog, "carry-over.do");
  lt_gui_settle ();

  g_assert_cmpuint (lt_item_get_n_children (book), ==, 2);
  plan = lt_item_get_child (book, 1);
  g_assert_true (lt_window_get_plan (gui->window) == plan);
  g_assert_cmpstr (lt_plan_get_title (plan), ==, "Kế hoạch năm sau");
  g_assert_cmpint (lt_plan_get_year (plan), ==, 2025);
  g_assert_cmpuint (lt_item_get_n_children (LT_ITEM (plan)), ==, 13);
  row = lt_item_follow_path (LT_ITEM (plan), "1.1");
  g_assert_true (LT_ITEM (lt_assignment_find_origin (row)) == lt_item_follow_path (lt_item_get_child (book, 0), "2.1"));

  lt_gui_activate (gui->window, "win.undo");
  after = lt_json_dup_book (LT_BOOK (book), NULL);
  g_assert_cmpstr (after, ==, before);
}

static void
test_states_are_chosen (LtGui *gui, gconstpointer data)
{
  LtCarryOverDialog *dialog = open_dialog (gui);
  g_autoptr (GPtrArray) checks = lt_gui_list (lt_gui_child (dialog, "states"), GTK_TYPE_CHECK_BUTTON);

  for (guint i = 0; i < checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (checks, i), FALSE);
  lt_gui_settle ();
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (dialog), "carry-over.do", NULL)
                  && lt_item_get_n_children (LT_ITEM (lt_document_get_book (gui->document))) > 1);
}

static void
add_tests (void)
{
  lt_gui_add ("/carry-over/into-a-new-plan", lt_gui_set_up, test_into_a_new_plan);
  lt_gui_add ("/carry-over/states-are-chosen", lt_gui_set_up, test_states_are_chosen);
}

int
main (int argc, char **argv)
{
  return lt_gui_test_run (&argc, &argv, add_tests);
}
