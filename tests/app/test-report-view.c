/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/lt-day-button.h"
#include "app/lt-page-browser.h"
#include "app/lt-report-view.h"
#include "app/lt-view-state.h"
#include "exchange/lt-exporter.h"

static LtReportView *
show (LtGui *gui)
{
  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.page", "s", "reports");
  lt_gui_settle ();
  return lt_gui_find (gui->window, LT_TYPE_REPORT_VIEW);
}

static void
note_cb (gboolean *flag)
{
  *flag = TRUE;
}

/* Until the pages of the report that was just chosen are there, or why there are none. */
static void
wait_for_pages (LtReportView *view)
{
  GtkStack *stack = lt_gui_child (view, "stack");
  LtPagePreview *preview = lt_page_browser_get_preview (lt_gui_child (view, "browser"));
  gboolean drawn = FALSE;
  gulong handler = g_signal_connect_swapped (preview, "notify::n-pages", G_CALLBACK (note_cb), &drawn);

  lt_gui_wait_for (&drawn);
  g_signal_handler_disconnect (preview, handler);
  g_assert_nonnull (gtk_stack_get_visible_child (stack));
}

static void
select_report (LtReportView *view, const char *name)
{
  GtkListBox *list = lt_gui_child (view, "reports");

  for (guint i = 0; lt_export_list_reports ()[i]; i++)
    if (g_str_equal (lt_export_list_reports ()[i], name))
      gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, (int) i));
}

static void
test_every_report_is_shown (LtGui *gui, gconstpointer data)
{
  LtReportView *view = show (gui);
  LtPagePreview *preview = lt_page_browser_get_preview (lt_gui_child (view, "browser"));

  if (lt_page_preview_get_n_pages (preview) == 0)
    wait_for_pages (view);
  for (guint i = lt_export_list_reports ()[1] ? 1 : 0; lt_export_list_reports ()[i]; i++)
    {
      const LtReportInfo *info = lt_export_get_report (lt_export_list_reports ()[i], NULL);
      GtkStack *stack = lt_gui_child (view, "stack");

      select_report (view, info->name);
      wait_for_pages (view);
      g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==,
                       info->takes & LT_REPORT_NEEDS_AGENCY ? "refusal" : "pages");
      g_assert_true (gtk_widget_get_visible (lt_gui_child (view, "filled_row"))
                     == ((info->takes & LT_REPORT_TAKES_FILLED) != 0));
    }
}

static void
test_written_as_chosen (LtGui *gui, gconstpointer data)
{
  LtReportView *view = show (gui);
  g_autofree char *path = g_build_filename (gui->folder, "phụ lục.csv", NULL);
  LtExportOptions options = LT_EXPORT_OPTIONS_INIT;
  g_autoptr (GBytes) expected = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  select_report (view, "flat");
  lt_day_button_set_day (lt_gui_child (view, "as_of"), lt_day_from_ymd (2025, 6, 30));
  g_assert_cmpint (lt_view_state_get_as_of (lt_view_state_get (gui->document)), ==, lt_day_from_ymd (2025, 6, 30));
  lt_report_view_write (view, path);
  for (guint i = 0; i < 100 && !g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_usleep (20000);
      lt_gui_settle ();
    }
  lt_gui_settle ();
  options.report = "flat";
  options.as_of = lt_day_from_ymd (2025, 6, 30);
  expected = lt_export (lt_document_get_book (gui->document), &options, "csv", NULL);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

static void
test_follows_the_plan (LtGui *gui, gconstpointer data)
{
  LtReportView *view = show (gui);
  GtkDropDown *agency = lt_gui_child (view, "agency");
  guint n_agencies = g_list_model_get_n_items (gtk_drop_down_get_model (agency));

  g_assert_cmpuint (n_agencies, >, 5);
  lt_document_set (gui->document, lt_gui_item (gui, "1.1"), "lead", "Sở Công Thương", NULL);
  lt_gui_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (agency)), >=, n_agencies);
  lt_gui_activate (gui->window, "win.remove-plan");
  lt_gui_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (lt_gui_child (view, "stack")), ==, "no-plan");
}

static void
test_days_are_typed (LtGui *gui, gconstpointer data)
{
  LtReportView *view = show (gui);
  LtDayButton *button = lt_gui_child (view, "as_of");
  GtkEditable *entry = lt_gui_child (button, "entry");

  gtk_menu_button_popup (lt_gui_child (button, "button"));
  lt_gui_settle ();
  gtk_editable_set_text (entry, "31/02/2025");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  g_assert_cmpint (lt_day_button_get_day (button), ==, LT_DAY_NONE);
  gtk_editable_set_text (entry, "02/8/2025");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (lt_day_button_get_day (button), ==, lt_day_from_ymd (2025, 8, 2));
  g_assert_cmpstr (gtk_label_get_label (lt_gui_child (button, "label")), ==, "02/8/2025");
  lt_gui_settle ();
}

static void
add_tests (void)
{
  lt_gui_add ("/report-view/every-report-is-shown", lt_gui_set_up, test_every_report_is_shown);
  lt_gui_add ("/report-view/written-as-chosen", lt_gui_set_up, test_written_as_chosen);
  lt_gui_add ("/report-view/follows-the-plan", lt_gui_set_up, test_follows_the_plan);
  lt_gui_add ("/report-view/days-are-typed", lt_gui_set_up, test_days_are_typed);
}

int
main (int argc, char **argv)
{
  return lt_gui_test_run (&argc, &argv, add_tests);
}
