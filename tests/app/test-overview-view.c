/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include <string.h>

#include "app/lt-day-button.h"
#include "app/lt-overview-canvas.h"
#include "app/lt-overview-view.h"
#include "app/lt-view-state.h"

static LtOverviewView *
show (LtGui *gui)
{
  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.page", "s", "overview");
  lt_gui_settle ();
  return lt_gui_find (gui->window, LT_TYPE_OVERVIEW_VIEW);
}

/* The figure that says so to a screen reader. */
static GtkWidget *
find_figure (LtOverviewView *view, const char *title)
{
  g_autoptr (GPtrArray) buttons = lt_gui_list (lt_gui_child (view, "canvas"), GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_str_has_prefix (gtk_widget_get_tooltip_text (g_ptr_array_index (buttons, i)), title))
      return g_ptr_array_index (buttons, i);
  return NULL;
}

static void
test_figures_follow_edits (LtGui *gui, gconstpointer data)
{
  LtOverviewView *view = show (gui);

  g_assert_nonnull (find_figure (view, "18 nhiệm vụ"));
  g_assert_nonnull (find_figure (view, "0 quá hạn"));
  lt_document_set (gui->document, lt_gui_item (gui, "1.1"), "deadline", "trước ngày 01/10/2024", NULL);
  lt_gui_settle ();
  g_assert_nonnull (find_figure (view, "1 quá hạn"));
  g_assert_nonnull (find_figure (view, "1.1, 01/10/2024, quá "));
  lt_gui_activate (gui->window, "win.undo");
  lt_gui_settle ();
  g_assert_nonnull (find_figure (view, "0 quá hạn"));
}

static void
test_figures_follow_the_day (LtGui *gui, gconstpointer data)
{
  LtOverviewView *view = show (gui);

  lt_day_button_set_day (lt_gui_child (view, "as_of"), lt_day_from_ymd (2030, 1, 1));
  lt_gui_settle ();
  g_assert_null (find_figure (view, "0 quá hạn"));
  g_assert_cmpint (lt_view_state_get_as_of (lt_view_state_get (gui->document)), ==, lt_day_from_ymd (2030, 1, 1));
}

static void
test_a_figure_opens_its_rows (LtGui *gui, gconstpointer data)
{
  LtOverviewView *view;
  LtFilter *filter = lt_view_state_get_filter (lt_view_state_get (gui->document));
  GtkStack *pages = lt_gui_child (gui->window, "pages");

  lt_document_set (gui->document, lt_gui_item (gui, "1.1"), "deadline", "trước ngày 01/10/2024", NULL);
  view = show (gui);
  g_signal_emit_by_name (find_figure (view, "1 quá hạn"), "clicked");
  lt_gui_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (pages), ==, "plan");
  g_assert_cmpuint (lt_filter_get_timeliness (filter), ==, LT_FILTER_BIT (LT_TIMELINESS_OVERDUE));

  view = show (gui);
  g_signal_emit_by_name (find_figure (view, "Sở Tư pháp: 3 nhiệm vụ"), "clicked");
  lt_gui_settle ();
  g_assert_cmpstr (lt_filter_get_agency (filter), ==, "Sở Tư pháp");
  g_assert_cmpuint (lt_filter_get_timeliness (filter), ==, 0);

  view = show (gui);
  g_signal_emit_by_name (find_figure (view, "1.1, 01/10/2024"), "clicked");
  lt_gui_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (pages), ==, "plan");
  g_assert_cmpint (lt_view_state_get_item (lt_view_state_get (gui->document)), ==,
                   lt_item_get_id (lt_gui_item (gui, "1.1")));
}

static void
test_no_plan (LtGui *gui, gconstpointer data)
{
  LtOverviewView *view = show (gui);

  lt_gui_activate (gui->window, "win.remove-plan");
  lt_gui_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (lt_gui_child (view, "stack")), ==, "empty");
  lt_gui_activate (gui->window, "win.undo");
  lt_gui_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (lt_gui_child (view, "stack")), ==, "overview");
}

static void
add_tests (void)
{
  lt_gui_add ("/overview-view/figures-follow-edits", lt_gui_set_up, test_figures_follow_edits);
  lt_gui_add ("/overview-view/figures-follow-the-day", lt_gui_set_up, test_figures_follow_the_day);
  lt_gui_add ("/overview-view/a-figure-opens-its-rows", lt_gui_set_up, test_a_figure_opens_its_rows);
  lt_gui_add ("/overview-view/no-plan", lt_gui_set_up, test_no_plan);
}

int
main (int argc, char **argv)
{
  return lt_gui_test_run (&argc, &argv, add_tests);
}
