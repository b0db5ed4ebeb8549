/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include <string.h>

#include "app/lt-day-button.h"
#include "app/lt-filter-bar-private.h"
#include "app/lt-plan-tree.h"
#include "app/lt-plan-view-private.h"
#include "app/lt-timeline-canvas-private.h"
#include "app/lt-timeline-view.h"
#include "app/lt-view-state.h"

static LtFilter *
get_filter (LtGui *gui)
{
  return lt_view_state_get_filter (lt_view_state_get (gui->document));
}

static void
set (LtGui *gui, const char *path, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  lt_document_set (gui->document, lt_gui_item (gui, path), field, value, &error);
  g_assert_no_error (error);
}

static LtFilterBar *
open_list (gpointer view, const char *button)
{
  LtFilterBar *bar = lt_gui_find (view, LT_TYPE_FILTER_BAR);

  gtk_menu_button_popup (lt_gui_child (bar, button));
  lt_gui_settle ();
  return bar;
}

/* The paths of the assignments in the table, "2.1 2.2". */
static char *
dup_shown (LtPlanView *view)
{
  GString *paths = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (view->tree)); i++)
    {
      LtItem *item = lt_plan_tree_get_item (view->tree, i);
      g_autofree char *path = NULL;

      if (!LT_IS_ASSIGNMENT (item))
        continue;
      path = lt_item_dup_path (item);
      g_string_append_printf (paths, "%s%s", paths->len ? " " : "", path);
    }
  return g_string_free (paths, FALSE);
}

static void
assert_shown (LtPlanView *view, const char *expected)
{
  g_autofree char *shown = dup_shown (view);

  g_assert_cmpstr (shown, ==, expected);
}

static GtkListBoxRow *
find_agency (LtFilterBar *bar, const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (bar->agency_list, i)) != NULL; i++)
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "name"), name) == 0)
      return row;
  return NULL;
}

static void
test_agency (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "1");
  LtFilterBar *bar = open_list (view, "agency_button");
  GtkListBoxRow *row = find_agency (bar, "Công an thành phố Hải Phòng");

  g_assert_nonnull (row);
  gtk_editable_set_text (bar->agency_search, "cong an THANH pho");
  lt_gui_settle ();
  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (row)));
  g_assert_false (gtk_widget_get_child_visible (GTK_WIDGET (find_agency (bar, "Sở Y tế"))));
  /* Enter takes the one that is left. */
  g_signal_emit_by_name (bar->agency_search, "activate");
  lt_gui_settle ();
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (bar->agency_list)));
  g_assert_cmpstr (lt_filter_get_agency (get_filter (gui)), ==, "Công an thành phố Hải Phòng");
  assert_shown (view, "7.1 14.2");
  g_assert_cmpstr (gtk_label_get_label (view->search_count), ==, "2 assignments found");
  g_assert_true (gtk_widget_get_visible (bar->clear_button));

  bar = open_list (view, "agency_button");
  gtk_check_button_set_active (bar->with_coordination, TRUE);
  lt_gui_settle ();
  g_assert_cmpuint (view->matches->len, >, 2);
  gtk_menu_button_popdown (bar->agency_button);
  lt_gui_activate (bar, "filter.clear");
  g_assert_true (lt_filter_is_empty (get_filter (gui)));
  g_assert_false (gtk_widget_get_visible (bar->clear_button));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (view->search_count)));
}

static guint
read_count (GtkCheckButton *check)
{
  const char *count = strrchr (gtk_check_button_get_label (check), '(');

  return (guint) g_ascii_strtoull (count + 1, NULL, 10);
}

static void
test_counts (LtGui *gui, gconstpointer data)
{
  LtPlanView *view;
  LtFilterBar *bar;

  set (gui, "1.1", "state", "done");
  set (gui, "2.1", "state", "in-progress");
  set (gui, "2.1", "deadline", "đến ngày 30/9/2024");
  set (gui, "2.1", "percent", "40");
  view = lt_gui_select (gui, "1");
  bar = open_list (view, "state_button");
  g_assert_cmpuint (read_count (bar->state_checks[LT_STATE_DONE]), ==, 1);
  g_assert_cmpuint (read_count (bar->state_checks[LT_STATE_IN_PROGRESS]), ==, 1);
  g_assert_cmpuint (read_count (bar->state_checks[LT_STATE_NOT_STARTED]), ==, 16);
  gtk_check_button_set_active (bar->state_checks[LT_STATE_DONE], TRUE);
  assert_shown (view, "1.1");
  gtk_check_button_set_active (bar->state_checks[LT_STATE_IN_PROGRESS], TRUE);
  assert_shown (view, "1.1 2.1");
  gtk_spin_button_set_value (bar->most_percent, 60);
  assert_shown (view, "2.1");
  /* The lower end cannot pass the upper one: it takes it along. */
  gtk_spin_button_set_value (bar->least_percent, 80);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (bar->most_percent), ==, 80);
  assert_shown (view, "");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (view->table_stack), ==, "nothing");
  gtk_menu_button_popdown (bar->state_button);

  /* Each choice counts under the other lists' choices. */
  bar = open_list (view, "time_button");
  for (guint i = 0; i < LT_FILTER_N_TIMELINESS; i++)
    g_assert_cmpuint (read_count (bar->time_checks[i]), ==, 0);
  gtk_menu_button_popdown (bar->time_button);
  lt_gui_activate (view, "plan.show-all");
  bar = open_list (view, "time_button");
  g_assert_cmpuint (read_count (bar->time_checks[LT_TIMELINESS_OVERDUE]), ==, 1);
  gtk_menu_button_popdown (bar->time_button);
}

static void
test_days (LtGui *gui, gconstpointer data)
{
  LtPlanView *view;
  LtFilterBar *bar;
  LtDay first;
  LtDay last;

  set (gui, "3.1", "deadline", "đến ngày 25/11/2024");
  view = lt_gui_select (gui, "1");
  bar = open_list (view, "time_button");
  lt_gui_activate (bar, "filter.due-month");
  g_assert_cmpstr (gtk_editable_get_text (bar->due_first), ==, "01/11/2024");
  g_assert_cmpstr (gtk_editable_get_text (bar->due_last), ==, "30/11/2024");
  assert_shown (view, "3.1");
  gtk_editable_set_text (bar->due_last, "20/11/2024");
  assert_shown (view, "");
  /* What is no day, or no span, changes nothing. */
  gtk_editable_set_text (bar->due_last, "20/11/20");
  gtk_editable_set_text (bar->due_last, "mai");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (bar->due_last), "error"));
  gtk_editable_set_text (bar->due_last, "31/10/2024");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (bar->due_last), "error"));
  lt_filter_get_due (get_filter (gui), &first, &last);
  g_assert_cmpint (last, !=, lt_day_from_ymd (2024, 10, 31));
  gtk_editable_set_text (bar->due_last, "");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (bar->due_last), "error"));
  lt_gui_activate (bar, "filter.due-quarter");
  lt_filter_get_due (get_filter (gui), &first, &last);
  g_assert_cmpint (first, ==, lt_day_from_ymd (2024, 10, 1));
  g_assert_cmpint (last, ==, lt_day_from_ymd (2024, 12, 31));
  gtk_menu_button_popdown (bar->time_button);
}

/* One filter and one day for both pages. */
static void
test_shared (LtGui *gui, gconstpointer data)
{
  LtPlanView *view;
  LtTimelineView *timeline;
  LtTimelineCanvas *canvas;
  guint n_rows;

  set (gui, "5.1", "deadline", "đến ngày 30/9/2024");
  view = lt_gui_select (gui, "1");
  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.page", "s", "timeline");
  lt_gui_settle ();
  timeline = lt_gui_find (gui->window, LT_TYPE_TIMELINE_VIEW);
  canvas = lt_gui_find (timeline, LT_TYPE_TIMELINE_CANVAS);
  n_rows = lt_timeline_get_n_rows (canvas->timeline);
  lt_filter_set_timeliness (get_filter (gui), LT_FILTER_BIT (LT_TIMELINESS_OVERDUE));
  lt_gui_settle ();
  assert_shown (view, "5.1");
  g_assert_cmpint (lt_timeline_find_row (canvas->timeline, lt_item_get_id (lt_gui_item (gui, "5.1"))), ==, 1);
  g_assert_cmpuint (lt_timeline_get_n_rows (canvas->timeline), ==, 2);
  g_assert_cmpstr (lt_timeline_get_subset (canvas->timeline), ==, "Chỉ gồm nhiệm vụ quá hạn");
  g_assert_cmpstr (gtk_label_get_label (lt_gui_child (timeline, "search_count")), ==, "1 assignment found");

  /* As of a day before it was due nothing is late. */
  lt_day_button_set_day (lt_gui_child (timeline, "as_of"), lt_day_from_ymd (2024, 9, 1));
  lt_gui_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (lt_gui_child (timeline, "stack")), ==, "nothing");
  assert_shown (view, "");
  lt_gui_activate (timeline, "timeline.show-all");
  lt_gui_settle ();
  g_assert_cmpuint (lt_timeline_get_n_rows (canvas->timeline), ==, n_rows);
  g_assert_cmpstr (lt_timeline_get_subset (canvas->timeline), ==, "");
}

/* A row does not run away from under the hand that changes it. */
static void
test_changed_row (LtGui *gui, gconstpointer data)
{
  LtPlanView *view;

  set (gui, "1.1", "state", "in-progress");
  set (gui, "2.1", "state", "in-progress");
  view = lt_gui_select (gui, "2.1");
  lt_filter_set_states (get_filter (gui), LT_FILTER_BIT (LT_STATE_IN_PROGRESS));
  assert_shown (view, "1.1 2.1");
  lt_gui_select (gui, "2.1");
  set (gui, "2.1", "state", "done");
  assert_shown (view, "1.1 2.1");
  lt_gui_select (gui, "1.1");
  set (gui, "3.1", "percent", "10");
  assert_shown (view, "1.1");
  /* A new row is shown whatever was chosen, and so is one that is jumped to. */
  lt_gui_activate (view, "plan.add-assignment");
  g_assert_true (lt_filter_is_empty (get_filter (gui)));
  lt_filter_set_states (get_filter (gui), LT_FILTER_BIT (LT_STATE_DONE));
  assert_shown (view, "2.1");
  g_assert_true (lt_view_reveal (LT_VIEW (view), lt_gui_item (gui, "7.1")));
  g_assert_true (lt_filter_is_empty (get_filter (gui)));
}

static void
add_tests (void)
{
  lt_gui_add ("/filter-bar/agency", lt_gui_set_up, test_agency);
  lt_gui_add ("/filter-bar/counts", lt_gui_set_up, test_counts);
  lt_gui_add ("/filter-bar/days", lt_gui_set_up, test_days);
  lt_gui_add ("/filter-bar/shared", lt_gui_set_up, test_shared);
  lt_gui_add ("/filter-bar/changed-row", lt_gui_set_up, test_changed_row);
}

int
main (int argc, char **argv)
{
  return lt_gui_test_run (&argc, &argv, add_tests);
}
