/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include "app/lt-agency-chip.h"
#include "app/lt-agency-entry.h"
#include "app/lt-agency-form.h"
#include "app/lt-agency-list.h"
#include "app/lt-agency-merge-dialog.h"
#include "app/lt-agency-picker.h"
#include "app/lt-agency-ref-entry.h"
#include "app/lt-agency-uses.h"
#include "app/lt-agency-view.h"
#include "app/lt-assignment-form.h"
#include "app/lt-baseline-button.h"
#include "app/lt-column-rows.h"
#include "app/lt-choice-entry.h"
#include "app/lt-carry-over-dialog.h"
#include "app/lt-send-forms-dialog.h"
#include "app/lt-collect-dialog.h"
#include "app/lt-day-button.h"
#include "app/lt-deadline-entry.h"
#include "app/lt-edit-cell.h"
#include "app/lt-export-dialog.h"
#include "app/lt-filter-bar.h"
#include "app/lt-history-view.h"
#include "app/lt-holiday-dialog.h"
#include "app/lt-holiday-group.h"
#include "app/lt-initiative-form.h"
#include "app/lt-names-switch.h"
#include "app/lt-network-canvas.h"
#include "app/lt-network-side.h"
#include "app/lt-network-view.h"
#include "app/lt-open-phrases.h"
#include "app/lt-outcome-row.h"
#include "app/lt-overview-canvas.h"
#include "app/lt-overview-view.h"
#include "app/lt-page-browser.h"
#include "app/lt-plan-dialog.h"
#include "app/lt-plan-view.h"
#include "app/lt-preferences.h"
#include "app/lt-reorganisation-dialog.h"
#include "app/lt-fields-dialog.h"
#include "app/lt-progress-pane.h"
#include "app/lt-report-view.h"
#include "app/lt-split-question.h"
#include "app/lt-start-page.h"
#include "app/lt-succession-row.h"
#include "app/lt-text-box.h"
#include "app/lt-timeline-canvas.h"
#include "app/lt-print-dialog.h"
#include "app/lt-timeline-print-options.h"
#include "app/lt-timeline-view.h"

static const struct {
  GType (*get_type) (void);
  const char *field; /* of the classes that stand for one */
} classes[] = {
  { lt_agency_chip_get_type, NULL },
  { lt_agency_entry_get_type, "lead" },
  { lt_agency_form_get_type, NULL },
  { lt_agency_list_get_type, NULL },
  { lt_agency_merge_dialog_get_type, NULL },
  { lt_agency_picker_get_type, NULL },
  { lt_agency_ref_entry_get_type, "parent_agency" },
  { lt_agency_uses_get_type, NULL },
  { lt_agency_view_get_type, NULL },
  { lt_assignment_form_get_type, NULL },
  { lt_choice_entry_get_type, "kind" },
  { lt_carry_over_dialog_get_type, NULL },
  { lt_send_forms_dialog_get_type, NULL },
  { lt_collect_dialog_get_type, NULL },
  { lt_day_button_get_type, NULL },
  { lt_deadline_entry_get_type, NULL },
  { lt_edit_cell_get_type, NULL },
  { lt_export_dialog_get_type, NULL },
  { lt_field_entry_get_type, "deadline" },
  { lt_filter_bar_get_type, NULL },
  { lt_history_view_get_type, NULL },
  { lt_holiday_dialog_get_type, NULL },
  { lt_holiday_group_get_type, NULL },
  { lt_initiative_form_get_type, NULL },
  { lt_names_switch_get_type, NULL },
  { lt_network_canvas_get_type, NULL },
  { lt_network_side_get_type, NULL },
  { lt_network_view_get_type, NULL },
  { lt_open_phrases_get_type, NULL },
  { lt_outcome_row_get_type, NULL },
  { lt_overview_canvas_get_type, NULL },
  { lt_overview_view_get_type, NULL },
  { lt_page_browser_get_type, NULL },
  { lt_page_preview_get_type, NULL },
  { lt_plan_dialog_get_type, NULL },
  { lt_plan_view_get_type, NULL },
  { lt_preferences_get_type, NULL },
  { lt_reorganisation_dialog_get_type, NULL },
  { lt_fields_dialog_get_type, NULL },
  { lt_progress_pane_get_type, NULL },
  { lt_report_view_get_type, NULL },
  { lt_split_question_get_type, NULL },
  { lt_start_page_get_type, NULL },
  { lt_succession_row_get_type, NULL },
  { lt_text_box_get_type, NULL },
  { lt_timeline_canvas_get_type, NULL },
  { lt_print_dialog_get_type, NULL },
  { lt_baseline_button_get_type, NULL },
  { lt_column_rows_get_type, NULL },
  { lt_timeline_print_options_get_type, NULL },
  { lt_timeline_view_get_type, NULL },
};

/* A wrong id, a missing callback or a leaked reference fails here. */
static void
test_template (LtGui *gui, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      GtkWidget *widget = classes[i].field ? g_object_new (classes[i].get_type (), "field", classes[i].field, NULL)
                                           : g_object_new (classes[i].get_type (), NULL);
      GtkWidget *window = GTK_IS_WINDOW (widget) ? widget : gtk_window_new ();
      gpointer watched = widget;

      g_test_message ("%s", G_OBJECT_TYPE_NAME (widget));
      g_object_add_weak_pointer (G_OBJECT (widget), &watched);
      if (window != widget)
        gtk_window_set_child (GTK_WINDOW (window), widget);
      gtk_window_present (GTK_WINDOW (window));
      gtk_test_widget_wait_for_draw (window);
      gtk_window_destroy (GTK_WINDOW (window));
      lt_gui_settle ();
      g_assert_null (watched);
    }
}

static void
test_window (LtGui *gui, gconstpointer data)
{
  gpointer watched = gui->window;

  g_object_add_weak_pointer (G_OBJECT (gui->window), &watched);
  gtk_window_close (GTK_WINDOW (gui->window));
  lt_gui_settle ();
  g_assert_null (watched);
}

static void
add_tests (void)
{
  lt_gui_add ("/templates/each-class", lt_gui_set_up_empty, test_template);
  lt_gui_add ("/templates/start-window", lt_gui_set_up_empty, test_window);
  lt_gui_add ("/templates/window-with-a-file", lt_gui_set_up, test_window);
}

int
main (int argc, char **argv)
{
  return lt_gui_test_run (&argc, &argv, add_tests);
}
