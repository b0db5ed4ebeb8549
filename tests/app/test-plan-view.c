/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include <string.h>

#include "app/lt-plan-view-private.h"
#include "app/lt-search-feed.h"
#include "app/lt-view-state.h"
#include "plan/lt-status.h"
#include "support/lt-test-book.h"

#define COLUMN_WORDS 1
#define COLUMN_DEADLINE 2
#define COLUMN_LEAD 3
#define COLUMN_STATUS 5

static LtEditCell *
get_cell (LtGui *gui, LtPlanView *view, const char *path, guint column)
{
  LtEditCell *cell = _lt_plan_view_find_cell (view, lt_gui_item (gui, path), column);

  g_assert_nonnull (cell);
  return cell;
}

static const char *
get_deadline (LtGui *gui, const char *path)
{
  return lt_assignment_get_deadline_words (LT_ASSIGNMENT (lt_gui_item (gui, path)));
}

static guint
get_n_rows (LtPlanView *view)
{
  return g_list_model_get_n_items (G_LIST_MODEL (view->tree));
}

static void
type (LtEditCell *cell, const char *text)
{
  lt_edit_cell_start_editing (cell);
  gtk_editable_set_text (lt_edit_cell_get_entry (cell), text);
}

/* The selected row is that one, and the keyboard is in it. */
static void
assert_at (LtGui *gui, LtPlanView *view, const char *path, guint column)
{
  g_autoptr (GPtrArray) selected = _lt_plan_view_list_selected (view);
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  GtkRoot *root = GTK_ROOT (gui->window);

  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_true (g_ptr_array_index (selected, 0) == lt_gui_item (gui, path));
  while (gtk_root_get_focus (root) != GTK_WIDGET (_lt_plan_view_find_cell (view, lt_gui_item (gui, path), column))
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_test_message ("the keyboard is in %s", path);
  g_assert_true (gtk_root_get_focus (root) == GTK_WIDGET (get_cell (gui, view, path, column)));
}

static void
test_shows_the_plan (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_find (gui->window, LT_TYPE_PLAN_VIEW);
  LtEditCell *cell = get_cell (gui, view, "1.1", COLUMN_WORDS);

  /* 14 models, each open, and their 18 assignments. */
  g_assert_cmpuint (get_n_rows (view), ==, 32);
  g_assert_true (g_str_has_prefix (lt_edit_cell_get_text (cell), "(1) Rà soát, quản lý và lưu trữ"));
  g_assert_cmpstr (lt_edit_cell_get_text (get_cell (gui, view, "1", COLUMN_WORDS)), ==,
                   "Triển khai Sổ sức khoẻ điện tử trên VNeID");
  g_assert_cmpstr (lt_edit_cell_get_text (get_cell (gui, view, "2.1", COLUMN_DEADLINE)), ==,
                   "trước ngày 31/12/2024");
}

static void
test_status_follows_the_day (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "2.1");
  LtViewState *state = lt_view_state_get (gui->document);
  const char *overdue = lt_timeliness_get_title (LT_TIMELINESS_OVERDUE);

  g_assert_false (g_str_has_prefix (lt_edit_cell_get_text (get_cell (gui, view, "2.1", COLUMN_STATUS)), overdue));
  lt_view_state_set_as_of (state, lt_day_from_ymd (2030, 1, 1));
  lt_gui_settle ();
  g_assert_true (g_str_has_prefix (lt_edit_cell_get_text (get_cell (gui, view, "2.1", COLUMN_STATUS)), overdue));
}

static void
test_edit_in_place (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "2.1");
  LtEditCell *cell = get_cell (gui, view, "2.1", COLUMN_DEADLINE);

  g_assert_cmpuint (lt_gui_n_edits (gui), ==, 0);
  type (cell, "trước ngày 30/6/2025");
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, 0);
  g_assert_true (lt_edit_cell_commit (cell));
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, 1);
  g_assert_cmpstr (get_deadline (gui, "2.1"), ==, "trước ngày 30/6/2025");
  g_assert_cmpstr (lt_edit_cell_get_text (get_cell (gui, view, "2.1", COLUMN_DEADLINE)), ==, "trước ngày 30/6/2025");

  /* The same text again is no edit. */
  type (cell, "trước ngày 30/6/2025");
  g_assert_true (lt_edit_cell_commit (cell));
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, 1);
}

static void
test_typed_text_is_not_lost (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "2.1");

  type (get_cell (gui, view, "2.1", COLUMN_LEAD), "Sở Nội vụ");
  lt_gui_settle ();
  /* The focus goes elsewhere without Enter. */
  gtk_widget_grab_focus (GTK_WIDGET (view->search_entry));
  lt_gui_settle ();
  g_assert_cmpstr (lt_assignment_get_lead_words (LT_ASSIGNMENT (lt_gui_item (gui, "2.1"))), ==, "Sở Nội vụ");

  type (get_cell (gui, view, "3.1", COLUMN_LEAD), "Sở Xây dựng");
  gtk_window_close (GTK_WINDOW (gui->window));
  lt_gui_settle ();
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (LtDocument) document = lt_document_open (gui->path, LT_OPEN_READ_ONLY, &error);
    LtItem *plan;

    g_assert_no_error (error);
    plan = lt_item_get_child (LT_ITEM (lt_document_get_book (document)), 0);
    g_assert_cmpstr (lt_assignment_get_lead_words (lt_item_follow_path (plan, "3.1")), ==, "Sở Xây dựng");
  }
}

static void
test_refused_text_stays (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "2.1");
  LtEditCell *cell = get_cell (gui, view, "2.1", COLUMN_LEAD);

  type (cell, "Sở\001Y tế");
  g_assert_false (lt_edit_cell_commit (cell));
  g_assert_true (lt_edit_cell_get_editing (cell));
  g_assert_cmpstr (gtk_editable_get_text (lt_edit_cell_get_entry (cell)), ==, "Sở\001Y tế");
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, 0);

  /* Going elsewhere keeps it beside the document. */
  gtk_widget_grab_focus (GTK_WIDGET (view->search_entry));
  lt_gui_settle ();
  g_assert_false (lt_edit_cell_get_editing (cell));
  lt_edit_cell_start_editing (cell);
  g_assert_cmpstr (gtk_editable_get_text (lt_edit_cell_get_entry (cell)), ==, "Sở\001Y tế");
  gtk_editable_set_text (lt_edit_cell_get_entry (cell), "Sở Y tế");
  g_assert_true (lt_edit_cell_commit (cell));
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, 1);
}

static void
test_search (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "1");

  gtk_editable_set_text (GTK_EDITABLE (view->search_entry), "LY LICH tu phap");
  lt_gui_settle ();
  /* Model 2 and its rows. */
  g_assert_cmpuint (get_n_rows (view), ==, 3);
  g_assert_cmpstr (gtk_label_get_label (view->search_count), ==, "2 assignments found");

  gtk_editable_set_text (GTK_EDITABLE (view->search_entry), "zzzz");
  lt_gui_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (view->table_stack), ==, "nothing");
  /* What is found follows what changes. */
  g_assert_true (lt_document_set (gui->document, lt_gui_item (gui, "2"), "name", "Zzzz", NULL));
  lt_gui_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (view->table_stack), ==, "table");
  g_assert_cmpuint (get_n_rows (view), ==, 3);
  gtk_editable_set_text (GTK_EDITABLE (view->search_entry), "");
  lt_gui_settle ();
  g_assert_cmpuint (get_n_rows (view), ==, 32);
}

/* More rows are found than come at once. */
#ifdef __SANITIZE_ADDRESS__
#define N_MANY_ROWS 1500
#else
#define N_MANY_ROWS 4000
#endif

static void
test_search_of_many (LtGui *gui, gconstpointer data)
{
  g_autofree char *path = g_build_filename (gui->folder, "lớn.lotrinh", NULL);
  g_autoptr (LtBook) book = lt_test_book_new (N_MANY_ROWS, 3);
  g_autoptr (LtDocument) document = lt_document_create (path, book, NULL);
  LtPlanView *view;
  LtItem *last;
  guint n;

  lt_document_close (document);
  lt_application_open (gui->application, GTK_WINDOW (gui->window), path);
  lt_gui_settle ();
  gui->document = lt_window_get_document (gui->window);
  lt_search_complete (lt_search_feed_get (gui->document));
  view = lt_gui_find (gui->window, LT_TYPE_PLAN_VIEW);
  last = LT_ITEM (lt_window_get_plan (gui->window));
  while (!LT_IS_ASSIGNMENT (last))
    last = lt_item_get_child (last, lt_item_get_n_children (last) - 1);
  g_assert_true (_lt_plan_view_select (view, last));

  /* Typed faster than the rows come. */
  gtk_editable_set_text (GTK_EDITABLE (view->search_entry), "n");
  gtk_editable_set_text (GTK_EDITABLE (view->search_entry), "");
  gtk_editable_set_text (GTK_EDITABLE (view->search_entry), "n");
  n = view->matches->len;
  g_assert_cmpuint (n, >, N_MANY_ROWS * 3 / 4);
  while (view->select_later)
    g_main_context_iteration (NULL, TRUE);
  {
    g_autoptr (GPtrArray) selected = _lt_plan_view_list_selected (view);

    g_assert_cmpuint (selected->len, ==, 1);
    g_assert_true (g_ptr_array_index (selected, 0) == last);
  }

  /* Taken out and put back while they come. */
  for (guint i = 0; i < 3; i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (view->search_entry), "");
      gtk_editable_set_text (GTK_EDITABLE (view->search_entry), "n");
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (view->selection), 1, TRUE);
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (view->selection), 3, FALSE);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "plan.remove", NULL));
      g_assert_cmpuint (view->matches->len, ==, n - 2);
      g_main_context_iteration (NULL, FALSE);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.undo", NULL));
      g_assert_cmpuint (view->matches->len, ==, n);
    }
  lt_gui_settle ();
  g_assert_cmpuint (view->matches->len, ==, n);
}

static void
test_remove_and_undo (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "2.1");
  LtItem *model = lt_gui_item (gui, "2");

  lt_gui_activate (view, "plan.remove");
  g_assert_cmpuint (lt_item_get_n_children (model), ==, 1);
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, 1);
  g_assert_true (lt_gui_has_toast (gui->window, "Assignment 2.1 deleted"));
  lt_gui_activate (gui->window, "win.undo");
  g_assert_cmpuint (lt_item_get_n_children (model), ==, 2);
  g_assert_false (lt_gui_has_toast (gui->window, "Assignment 2.1 deleted"));
  lt_gui_activate (gui->window, "win.redo");
  g_assert_cmpuint (lt_item_get_n_children (model), ==, 1);
}

/* Pressing Delete again must not take what stands above or in another model. */
static void
test_place_after_removal (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "2.1");

  gtk_widget_grab_focus (GTK_WIDGET (get_cell (gui, view, "2.1", COLUMN_LEAD)));
  lt_gui_activate (view, "plan.duplicate");
  assert_at (gui, view, "2.2", COLUMN_LEAD);
  lt_gui_activate (view, "plan.remove");
  assert_at (gui, view, "2.2", COLUMN_LEAD);
  lt_gui_activate (view, "plan.remove");
  assert_at (gui, view, "2.1", COLUMN_LEAD);
  lt_gui_activate (view, "plan.remove");
  assert_at (gui, view, "2", COLUMN_LEAD);
  lt_gui_activate (view, "plan.remove");
  assert_at (gui, view, "2", COLUMN_LEAD);
  g_assert_cmpuint (lt_item_get_n_children (LT_ITEM (lt_window_get_plan (gui->window))), ==, 13);
}

static void
test_enter_goes_down (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "2.1");
  LtEditCell *cell = get_cell (gui, view, "2.1", COLUMN_DEADLINE);

  type (cell, "Quý I/2025");
  g_signal_emit_by_name (lt_edit_cell_get_entry (cell), "activate");
  assert_at (gui, view, "2.2", COLUMN_DEADLINE);
  g_assert_cmpstr (get_deadline (gui, "2.1"), ==, "Quý I/2025");
}

static void
test_remove_many (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "2");
  LtItem *plan = LT_ITEM (lt_window_get_plan (gui->window));

  /* Rows 2 (model), 3 (its assignment) and 8 (model 4) of the table. */
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (view->selection), 3, FALSE);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (view->selection), 7, FALSE);
  lt_gui_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (view->forms), ==, "many");
  lt_gui_activate (view, "plan.remove");
  g_assert_cmpuint (lt_item_get_n_children (plan), ==, 12);
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, 1);
  lt_gui_activate (gui->window, "win.undo");
  g_assert_cmpuint (lt_item_get_n_children (plan), ==, 14);
  g_assert_cmpuint (lt_item_get_n_children (lt_gui_item (gui, "2")), ==, 2);
}

static void
test_add (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "2.1");

  lt_gui_activate (view, "plan.add-assignment");
  g_assert_cmpuint (lt_item_get_n_children (lt_gui_item (gui, "2")), ==, 3);
  g_assert_cmpstr (get_deadline (gui, "2.2"), ==, "");
  {
    g_autoptr (GPtrArray) selected = _lt_plan_view_list_selected (view);

    g_assert_cmpuint (selected->len, ==, 1);
    g_assert_true (g_ptr_array_index (selected, 0) == lt_gui_item (gui, "2.2"));
  }
  lt_gui_activate (view, "plan.add-outcome");
  g_assert_cmpuint (lt_item_get_n_children (lt_gui_item (gui, "2.2")), ==, 1);
  lt_gui_activate (view, "plan.add-model");
  g_assert_cmpuint (lt_item_get_n_children (LT_ITEM (lt_window_get_plan (gui->window))), ==, 15);
  g_assert_cmpstr (lt_initiative_get_name (LT_INITIATIVE (lt_gui_item (gui, "3"))), ==, "New model");
}

static void
test_duplicate (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "2.1");
  g_autofree char *before = lt_assignment_dup_outcome_lines (LT_ASSIGNMENT (lt_gui_item (gui, "2.1")));
  guint n = lt_item_get_n_children (lt_gui_item (gui, "2.1"));

  g_assert_nonnull (before);
  lt_gui_activate (view, "plan.duplicate");
  g_assert_cmpuint (lt_item_get_n_children (lt_gui_item (gui, "2")), ==, 3);
  g_assert_cmpuint (lt_item_get_n_children (lt_gui_item (gui, "2.2")), ==, n);
  g_assert_cmpstr (get_deadline (gui, "2.2"), ==, get_deadline (gui, "2.1"));
}

static void
test_move (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "2.1");
  LtItem *moved = lt_gui_item (gui, "2.1");

  lt_gui_activate (view, "plan.down");
  g_assert_true (lt_gui_item (gui, "2.2") == moved);
  /* Over the edge into the next model. */
  lt_gui_activate (view, "plan.down");
  g_assert_true (lt_gui_item (gui, "3.1") == moved);
  g_assert_cmpuint (lt_item_get_n_children (lt_gui_item (gui, "2")), ==, 1);
  lt_gui_activate (view, "plan.up");
  g_assert_true (lt_gui_item (gui, "2.2") == moved);

  lt_gui_select (gui, "1");
  lt_gui_activate (view, "plan.down");
  g_assert_cmpstr (lt_initiative_get_name (LT_INITIATIVE (lt_gui_item (gui, "2"))), ==,
                   "Triển khai Sổ sức khoẻ điện tử trên VNeID");
  /* The moved model is open as it was. */
  g_assert_cmpuint (get_n_rows (view), ==, 32);
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, 4);
}

static void
test_drop (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "2.2");
  LtItem *item = lt_gui_item (gui, "2.2");
  LtItem *parent;
  LtItem *before;

  /* Where it stands already. */
  g_assert_false (_lt_plan_view_drop (view, item, item, TRUE));
  g_assert_false (_lt_plan_view_drop (view, item, lt_gui_item (gui, "2.1"), TRUE));
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, 0);

  g_assert_true (_lt_plan_view_drop (view, item, lt_gui_item (gui, "2.1"), FALSE));
  g_assert_true (lt_gui_item (gui, "2.1") == item);
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, 1);
  assert_at (gui, view, "2.1", view->column);
  /* Over a model: first in it. */
  g_assert_true (_lt_plan_view_drop (view, item, lt_gui_item (gui, "4"), TRUE));
  g_assert_true (lt_gui_item (gui, "4.1") == item);
  /* A model over a row of another one goes behind that. */
  item = lt_gui_item (gui, "1");
  g_assert_true (_lt_plan_view_drop (view, item, lt_gui_item (gui, "3.1"), FALSE));
  g_assert_true (lt_gui_item (gui, "3") == item);
  /* A result has no place among models. */
  g_assert_false (_lt_plan_view_find_place (lt_gui_item (gui, "3.1.1"), lt_gui_item (gui, "2"), FALSE, &parent, &before));
  lt_gui_activate (gui->window, "win.undo");
  lt_gui_activate (gui->window, "win.undo");
  lt_gui_activate (gui->window, "win.undo");
  g_assert_true (lt_gui_item (gui, "1") == item);
}

static void
test_numbers_follow (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "1");

  lt_gui_activate (view, "plan.remove");
  g_assert_cmpstr (lt_edit_cell_get_text (get_cell (gui, view, "1", 0)), ==, "1");
  g_assert_cmpstr (lt_edit_cell_get_text (get_cell (gui, view, "1.1", 0)), ==, "1.1");
}

static void
test_empty_plan (LtGui *gui, gconstpointer data)
{
  g_autofree char *path = g_build_filename (gui->folder, "mới.lotrinh", NULL);
  LtPlanView *view;

  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.new-at", "s", path);
  lt_gui_settle ();
  gui->document = lt_window_get_document (gui->window);
  view = lt_gui_find (gui->window, LT_TYPE_PLAN_VIEW);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (view->table_stack), ==, "empty");
  lt_gui_activate (view, "plan.add-assignment");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (view->table_stack), ==, "table");
  g_assert_cmpuint (get_n_rows (view), ==, 2);
  lt_gui_activate (gui->window, "win.undo");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (view->table_stack), ==, "empty");
}

static void
add_tests (void)
{
  lt_gui_add ("/plan-view/shows-the-plan", lt_gui_set_up, test_shows_the_plan);
  lt_gui_add ("/plan-view/status-follows-the-day", lt_gui_set_up, test_status_follows_the_day);
  lt_gui_add ("/plan-view/edit-in-place", lt_gui_set_up, test_edit_in_place);
  lt_gui_add ("/plan-view/typed-text-is-not-lost", lt_gui_set_up, test_typed_text_is_not_lost);
  lt_gui_add ("/plan-view/refused-text-stays", lt_gui_set_up, test_refused_text_stays);
  lt_gui_add ("/plan-view/search", lt_gui_set_up, test_search);
  lt_gui_add ("/plan-view/search-of-many", lt_gui_set_up_empty, test_search_of_many);
  lt_gui_add ("/plan-view/remove-and-undo", lt_gui_set_up, test_remove_and_undo);
  lt_gui_add ("/plan-view/place-after-removal", lt_gui_set_up, test_place_after_removal);
  lt_gui_add ("/plan-view/enter-goes-down", lt_gui_set_up, test_enter_goes_down);
  lt_gui_add ("/plan-view/remove-many", lt_gui_set_up, test_remove_many);
  lt_gui_add ("/plan-view/add", lt_gui_set_up, test_add);
  lt_gui_add ("/plan-view/duplicate", lt_gui_set_up, test_duplicate);
  lt_gui_add ("/plan-view/move", lt_gui_set_up, test_move);
  lt_gui_add ("/plan-view/drop", lt_gui_set_up, test_drop);
  lt_gui_add ("/plan-view/numbers-follow", lt_gui_set_up, test_numbers_follow);
  lt_gui_add ("/plan-view/empty-plan", lt_gui_set_up_empty, test_empty_plan);
}

int
main (int argc, char **argv)
{
  return lt_gui_test_run (&argc, &argv, add_tests);
}
