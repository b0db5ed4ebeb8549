/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include "app/lt-holiday-dialog.h"
#include "app/lt-holiday-group.h"
#include "app/lt-preferences.h"
#include "app/lt-settings.h"
#include "app/lt-timeline-canvas-private.h"

static GtkWidget *
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

static GtkWidget *
open_group (LtGui *gui)
{
  g_action_group_activate_action (G_ACTION_GROUP (gui->application), "preferences", NULL);
  lt_gui_settle ();
  return lt_gui_find (find_window (LT_TYPE_PREFERENCES), LT_TYPE_HOLIDAY_GROUP);
}

static void
click (gpointer root, const char *icon)
{
  g_autoptr (GPtrArray) buttons = lt_gui_list (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_icon_name (g_ptr_array_index (buttons, i)), icon) == 0)
      {
        g_signal_emit_by_name (g_ptr_array_index (buttons, i), "clicked");
        lt_gui_settle ();
        return;
      }
  g_assert_not_reached ();
}

static void
type (GtkWidget *dialog, const char *entry, const char *words)
{
  gtk_editable_set_text (lt_gui_child (dialog, entry), words);
}

static gboolean
can_accept (GtkWidget *dialog, const char *problem)
{
  GtkLabel *label = lt_gui_child (dialog, "problem");

  g_assert_cmpstr (gtk_label_get_label (label), ==, problem);
  gtk_widget_activate_action (dialog, "holiday.accept", NULL);
  lt_gui_settle ();
  return find_window (LT_TYPE_HOLIDAY_DIALOG) == NULL;
}

static void
assert_entries (const char *expected)
{
  g_auto (GStrv) entries = lt_settings_dup_holidays ();
  g_autofree char *joined = g_strjoinv ("; ", entries);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_table (LtGui *gui, gconstpointer data)
{
  GtkWidget *group = open_group (gui);
  GtkWidget *dialog;
  g_autoptr (GPtrArray) rows = NULL;

  click (group, "list-add-symbolic");
  dialog = find_window (LT_TYPE_HOLIDAY_DIALOG);
  g_assert_false (can_accept (dialog, ""));
  type (dialog, "first", "25/01/2028");
  type (dialog, "last", "24/01/2028");
  g_assert_false (can_accept (dialog, "The last day stands before the first."));
  type (dialog, "last", "31/12/2028");
  g_assert_false (can_accept (dialog, "That is more than two months; add shorter holidays."));
  type (dialog, "last", "mai");
  g_assert_false (can_accept (dialog, "That is not a day. Write it like 25/01/2028."));
  type (dialog, "last", "31/1/2028");
  type (dialog, "name", " Tết <Mậu Thân> & ! ");
  g_assert_true (can_accept (dialog, ""));
  assert_entries ("2028-01-25..2028-01-31 Tết <Mậu Thân> & !");

  /* In the order of their days, each once. */
  for (guint i = 0; i < 2; i++)
    {
      click (group, "list-add-symbolic");
      dialog = find_window (LT_TYPE_HOLIDAY_DIALOG);
      type (dialog, "first", "22/01/2028");
      gtk_switch_set_active (lt_gui_child (dialog, "working"), TRUE);
      g_assert_true (can_accept (dialog, ""));
    }
  assert_entries ("!2028-01-22; 2028-01-25..2028-01-31 Tết <Mậu Thân> & !");

  rows = lt_gui_list (group, ADW_TYPE_ACTION_ROW);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (adw_action_row_get_subtitle (g_ptr_array_index (rows, 0)), ==, "22/01/2028, a working day");
  g_assert_cmpstr (adw_preferences_row_get_title (g_ptr_array_index (rows, 1)), ==, "Tết <Mậu Thân> & !");
  g_assert_cmpstr (adw_action_row_get_subtitle (g_ptr_array_index (rows, 1)), ==, "25/01/2028 – 31/01/2028");
  adw_action_row_activate (g_ptr_array_index (rows, 1));
  lt_gui_settle ();
  dialog = find_window (LT_TYPE_HOLIDAY_DIALOG);
  g_assert_cmpstr (gtk_editable_get_text (lt_gui_child (dialog, "last")), ==, "31/01/2028");
  type (dialog, "last", "");
  type (dialog, "name", "");
  g_assert_true (can_accept (dialog, ""));
  assert_entries ("!2028-01-22; 2028-01-25");
  click (group, "user-trash-symbolic");
  assert_entries ("2028-01-25");
  click (group, "user-trash-symbolic");
  assert_entries ("");
  gtk_window_destroy (GTK_WINDOW (find_window (LT_TYPE_PREFERENCES)));
  lt_gui_settle ();
}

/* The timeline that is on the screen follows at once, and so does what is printed. */
static void
test_timeline (LtGui *gui, gconstpointer data)
{
  static const char *const entries[] = { "2024-11-20 Ngày Nhà giáo", "!2024-11-09 làm bù", "kaputt", NULL };
  LtTimelineCanvas *canvas;
  g_autoptr (LtCalendar) printed = NULL;

  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.page", "s", "timeline");
  lt_gui_settle ();
  canvas = lt_gui_find (gui->window, LT_TYPE_TIMELINE_CANVAS);
  g_assert_null (lt_calendar_get_holiday (canvas->calendar, lt_day_from_ymd (2024, 11, 20)));
  lt_settings_set_holidays (entries);
  lt_gui_settle ();
  g_assert_cmpstr (lt_calendar_get_holiday (canvas->calendar, lt_day_from_ymd (2024, 11, 20)), ==, "Ngày Nhà giáo");
  g_assert_false (lt_calendar_is_weekend (canvas->calendar, lt_day_from_ymd (2024, 11, 9)));
  g_assert_true (lt_calendar_is_weekend (canvas->calendar, lt_day_from_ymd (2024, 11, 10)));
  printed = lt_settings_dup_calendar ();
  g_assert_cmpstr (lt_calendar_get_holiday (printed, lt_day_from_ymd (2024, 11, 20)), ==, "Ngày Nhà giáo");
}

static void
add_tests (void)
{
  lt_gui_add ("/holidays/table", lt_gui_set_up, test_table);
  lt_gui_add ("/holidays/timeline", lt_gui_set_up, test_timeline);
}

int
main (int argc, char **argv)
{
  return lt_gui_test_run (&argc, &argv, add_tests);
}
