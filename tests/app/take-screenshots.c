/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include <string.h>

#include "app/lt-agency-form.h"
#include "app/lt-agency-merge-dialog.h"
#include "app/lt-agency-picker.h"
#include "app/lt-agency-view.h"
#include "app/lt-collect-dialog.h"
#include "app/lt-edit-cell.h"
#include "app/lt-export-dialog.h"
#include "app/lt-filter-bar.h"
#include "app/lt-import-dialog.h"
#include "app/lt-open-phrases.h"
#include "app/lt-plan-dialog.h"
#include "app/lt-plan-view-private.h"
#include "app/lt-preferences.h"
#include "app/lt-reorganisation-dialog.h"
#include "app/lt-day-button.h"
#include "app/lt-send-forms-dialog.h"
#include "app/lt-settings.h"
#include "app/lt-split-question.h"
#include "app/lt-network-canvas-private.h"
#include "app/lt-network-view.h"
#include "app/lt-baseline-button.h"
#include "app/lt-timeline-canvas-private.h"
#include "app/lt-timeline-view.h"
#include "plan/lt-measurement.h"
#include "plan/lt-report.h"
#include "app/lt-view-state.h"
#include "store/lt-agency-edits.h"

/* take-screenshots FOLDER: pictures of every page and dialog with the sample, for
 * the manual and for looking at them. Light or dark, contrast, scale and language
 * come from the environment, as for the program. */

static char *folder;

static void
wait (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
}

static void
take (gpointer widget, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  gtk_test_widget_wait_for_draw (widget);
  wait (400);
  lt_gui_save_png (widget, path);
}

static gpointer
get_new_window (LtGui *gui)
{
  return gtk_application_get_active_window (GTK_APPLICATION (gui->application));
}

static void
take_dialog (LtGui *gui, const char *action, const char *name, guint ms)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  g_autoptr (GtkWindow) dialog = NULL;

  if (g_str_has_prefix (action, "app."))
    g_action_group_activate_action (G_ACTION_GROUP (gui->application), action + strlen ("app."), NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (gui->window), action, NULL);
  wait (ms);
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (window != GTK_WINDOW (gui->window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        g_set_object (&dialog, window);
    }
  g_assert_nonnull (dialog);
  take (dialog, name);
  gtk_window_destroy (dialog);
  lt_gui_settle ();
}

static void
edit (LtGui *gui, const char *path, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  lt_document_set (gui->document, lt_gui_item (gui, path), field, value, &error);
  g_assert_no_error (error);
}

/* The three lists to choose from, one after the other, with something chosen. */
static void
take_filter (LtGui *gui)
{
  static const char *const buttons[] = { "agency_button", "state_button", "time_button" };
  LtFilter *filter = lt_view_state_get_filter (lt_view_state_get (gui->document));
  GtkWidget *bar = lt_gui_find (gui->window, LT_TYPE_FILTER_BAR);

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      g_autofree char *name = g_strdup_printf ("plan-filter-%u", i);

      gtk_menu_button_popup (lt_gui_child (bar, buttons[i]));
      wait (200);
      take (gtk_menu_button_get_popover (lt_gui_child (bar, buttons[i])), name);
      gtk_menu_button_popdown (lt_gui_child (bar, buttons[i]));
    }
  lt_filter_set_agency (filter, NULL, "Công an thành phố", 3);
  lt_filter_set_timeliness (filter, LT_FILTER_BIT (LT_TIMELINESS_DUE_SOON) | LT_FILTER_BIT (LT_TIMELINESS_ON_TRACK));
  take (gui->window, "plan-filtered");
  lt_filter_set_states (filter, LT_FILTER_BIT (LT_STATE_CANCELLED));
  take (gui->window, "plan-filtered-nothing");
  lt_filter_clear (filter);
}

static void
report (LtGui *gui, const char *path, const char *day, const char *state, const char *results)
{
  LtItem *row = lt_gui_item (gui, path);
  g_autoptr (LtReport) draft = lt_report_new_draft (row);
  const char *const values[][2] = { { "day", day }, { "state", state }, { "results", results },
                                    { "reporter", "Phòng Tổng hợp" } };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    lt_item_set_string (LT_ITEM (draft), lt_item_type_find_field (G_OBJECT_TYPE (draft), values[i][0]), values[i][1], NULL);
  g_assert_nonnull (lt_document_report (gui->document, row, draft, NULL));
}

static void
take_progress (LtGui *gui, LtPlanView *view)
{
  report (gui, "2.1", "2024-10-10", "in-progress", "Đã cấp thử nghiệm 120 phiếu.");
  report (gui, "2.1", "2024-11-10", "done", "Trả kết quả trong 05 ngày làm việc.");
  {
    g_autoptr (LtItem) draft = lt_item_new_draft (LT_TYPE_MEASUREMENT, lt_item_make_id ());

    lt_item_set_string (draft, lt_item_type_find_field (LT_TYPE_MEASUREMENT, "day"), "2024-11-10", NULL);
    lt_item_set_string (draft, lt_item_type_find_field (LT_TYPE_MEASUREMENT, "value"), "5", NULL);
    g_assert_nonnull (lt_document_add (gui->document, lt_gui_item (gui, "2.1.2.1"), NULL, draft, NULL));
  }
  take (gui->window, "plan-progress");
}

static void
take_all (LtGui *gui, gconstpointer data)
{
  LtPlanView *view;
  g_autoptr (GPtrArray) entries = NULL;

  lt_document_set_author (gui->document, "Nguyễn Thị Hà");
  edit (gui, "1.1", "state", "in-progress");
  edit (gui, "1.1", "percent", "60");
  edit (gui, "2.1", "state", "done");
  edit (gui, "3.1", "deadline", "trước ngày 20/11/2024");
  edit (gui, "5.1", "deadline", "trong quý III năm 2024");
  edit (gui, "6.1", "coordination", "Sở Thông tin và Truyền thông; Bảo hiểm xã hội, Viện Nghiên cứu Đất đai");

  view = lt_gui_select (gui, "1");
  take (gui->window, "plan-model");
  lt_gui_select (gui, "2.1");
  take (gui->window, "plan");
  gtk_stack_set_visible_child_name (lt_gui_child (view->assignment_form, "stack"), "progress");
  take_progress (gui, view);
  gtk_stack_set_visible_child_name (lt_gui_child (view->assignment_form, "stack"), "content");
  lt_gui_select (gui, "6.1");
  take (gui->window, "plan-agencies");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                              lt_gui_child (view->assignment_form, "scroller")), 10000);
  take (gui->window, "plan-form-end");
  gtk_editable_set_text (GTK_EDITABLE (view->search_entry), "công an");
  wait (300);
  take (gui->window, "plan-search");
  gtk_editable_set_text (GTK_EDITABLE (view->search_entry), "không có từ này");
  take (gui->window, "plan-nothing");
  gtk_editable_set_text (GTK_EDITABLE (view->search_entry), "");
  take_filter (gui);
  lt_gui_select (gui, "4.1");
  lt_edit_cell_start_editing (_lt_plan_view_find_cell (view, lt_gui_item (gui, "4.1"), 2));
  take (gui->window, "plan-editing");
  lt_edit_cell_commit (_lt_plan_view_find_cell (view, lt_gui_item (gui, "4.1"), 2));
  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.page", "s", "overview");
  take (gui->window, "overview");
  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.page", "s", "reports");
  wait (1500);
  take (gui->window, "reports");
  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.page", "s", "plan");
  lt_gui_select (gui, "2.2");
  lt_gui_activate (view, "plan.remove");
  take (gui->window, "plan-toast");
  _lt_plan_view_show_menu (view, 200, 200);
  take (gui->window, "plan-menu");
  gtk_popover_popdown (GTK_POPOVER (view->context_menu));
  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.page", "s", "history");
  take (gui->window, "journal");
  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.page", "s", "plan");
  take_dialog (gui, "win.export", "export", 1500);
  take_dialog (gui, "win.carry-over", "carry-over", 300);
  take_dialog (gui, "win.plan-properties", "plan-properties", 300);
  take_dialog (gui, "win.show-help-overlay", "shortcuts", 300);
  take_dialog (gui, "app.preferences", "preferences", 300);
  take_dialog (gui, "app.about", "about", 300);
}

/* Also with one agency picked, and as a matrix. */
static void
take_coordination (LtGui *gui, gconstpointer data)
{
  LtNetworkView *view;
  LtNetworkCanvas *canvas;

  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.page", "s", "coordination");
  lt_gui_settle ();
  view = lt_gui_find (gui->window, LT_TYPE_NETWORK_VIEW);
  canvas = lt_gui_find (gui->window, LT_TYPE_NETWORK_CANVAS);
  wait (800);
  take (gui->window, "coordination");
  _lt_network_canvas_take (canvas, 3, -1);
  take (gui->window, "coordination-picked");
  g_object_set (view, "shown", "matrix", NULL);
  take (gui->window, "coordination-matrix");
  take_dialog (gui, "win.print", "coordination-print", 800);
}

/* Kept when issued; since then some were put off. */
static void
take_baseline (LtGui *gui, LtTimelineView *view)
{
  LtPlan *plan = lt_item_get_child (LT_ITEM (lt_document_get_book (gui->document)), 0);
  LtBaselineButton *button = lt_gui_child (view, "baseline");
  LtBaseline *kept = lt_document_keep_baseline (gui->document, plan, "Khi ban hành",
                                                lt_day_from_iso ("2024-09-26"), NULL);
  GtkMenuButton *inner = lt_gui_child (button, "button");

  edit (gui, "2.2", "deadline", "trước ngày 31/3/2025");
  edit (gui, "4.1", "deadline", "trước ngày 15/12/2024");
  edit (gui, "6.1", "deadline", "từ ngày 15/8/2024 đến ngày 31/01/2025");
  lt_baseline_button_set_shown (button, kept);
  take (gui->window, "timeline-baseline");
  gtk_menu_button_popup (inner);
  take (gtk_menu_button_get_popover (inner), "timeline-baselines");
  gtk_menu_button_popdown (inner);
}

static void
take_timeline (LtGui *gui, gconstpointer data)
{
  LtTimelineView *view;
  LtTimelineCanvas *canvas;

  edit (gui, "1.1", "state", "in-progress");
  edit (gui, "1.1", "percent", "60");
  edit (gui, "2.1", "state", "done");
  edit (gui, "5.1", "deadline", "trong quý III năm 2024");
  edit (gui, "6.1", "deadline", "từ ngày 15/8/2024 đến ngày 20/11/2024");
  edit (gui, "7.1", "deadline", "hằng tháng");
  lt_gui_select (gui, "6.1");
  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.page", "s", "timeline");
  lt_gui_settle ();
  view = lt_gui_find (gui->window, LT_TYPE_TIMELINE_VIEW);
  canvas = lt_gui_find (view, LT_TYPE_TIMELINE_CANVAS);
  take (gui->window, "timeline");
  lt_filter_set_timeliness (lt_view_state_get_filter (lt_view_state_get (gui->document)),
                            LT_FILTER_BIT (LT_TIMELINESS_OVERDUE));
  take (gui->window, "timeline-filtered");
  lt_view_state_show_all (lt_view_state_get (gui->document));
  lt_timeline_canvas_zoom (canvas, 4, -1);
  _lt_timeline_canvas_key (canvas, GDK_KEY_Right, GDK_ALT_MASK);
  take (gui->window, "timeline-weeks");
  _lt_timeline_canvas_cancel_move (canvas);
  lt_timeline_canvas_zoom (canvas, 0.001, -1);
  take (gui->window, "timeline-years");
  lt_timeline_canvas_fit (canvas);
  gtk_drop_down_set_selected (lt_gui_child (view, "depth"), 2);
  take (gui->window, "timeline-results");
  gtk_window_set_default_size (GTK_WINDOW (gui->window), 760, 560);
  take (gui->window, "timeline-small");
  gtk_window_set_default_size (GTK_WINDOW (gui->window), 1280, 800);
  gtk_drop_down_set_selected (lt_gui_child (view, "depth"), 1);
  take_baseline (gui, view);
  take_dialog (gui, "win.print", "timeline-print", 1500);
}

static gpointer
find_window (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window))
        return window;
    }
  g_assert_not_reached ();
}

static void
show_agency (LtGui *gui, const char *name)
{
  LtRegistry *registry = lt_book_get_registry (lt_document_get_book (gui->document));

  lt_window_reveal (gui->window, LT_ITEM (lt_registry_find (registry, name)));
  lt_gui_settle ();
}

static void
take_agencies (LtGui *gui, gconstpointer data)
{
  LtAgencyView *view;
  GtkWidget *dialog;
  LtSplitQuestion *question;
  LtPlanView *plan;

  edit (gui, "6.1", "coordination", "Sở Thông tin và Truyền thông; Bảo hiểm xã hội, Viện Nghiên cứu Đất đai, CATP; Hội Nông dân");
  show_agency (gui, "CATP");
  view = lt_gui_find (gui->window, LT_TYPE_AGENCY_VIEW);
  take (gui->window, "agencies");
  gtk_stack_set_visible_child_name (lt_gui_child (lt_gui_child (view, "form"), "stack"), "uses");
  take (gui->window, "agencies-uses");
  gtk_stack_set_visible_child_name (lt_gui_child (lt_gui_child (view, "form"), "stack"), "details");
  gtk_stack_set_visible_child_name (lt_gui_child (view, "stack"), "phrases");
  take (gui->window, "agencies-phrases");
  lt_open_phrases_select (lt_gui_child (view, "phrases"), 0, 3);
  take (gui->window, "agencies-phrases-many");
  gtk_stack_set_visible_child_name (lt_gui_child (view, "stack"), "agencies");
  lt_gui_activate (view, "agencies.merge");
  dialog = find_window (LT_TYPE_AGENCY_MERGE_DIALOG);
  lt_agency_merge_dialog_set_other (LT_AGENCY_MERGE_DIALOG (dialog),
                                    lt_registry_find (lt_book_get_registry (lt_document_get_book (gui->document)),
                                                      "Cục Thuế thành phố"));
  take (dialog, "agencies-merge");
  gtk_window_destroy (GTK_WINDOW (dialog));
  lt_gui_activate (view, "agencies.reorganise");
  dialog = find_window (LT_TYPE_REORGANISATION_DIALOG);
  question = lt_gui_find (dialog, LT_TYPE_SPLIT_QUESTION);
  take (dialog, "agencies-reorganisation");
  gtk_expander_set_expanded (lt_gui_child (question, "expander"), TRUE);
  take (dialog, "agencies-reorganisation-rows");
  g_signal_emit_by_name (lt_gui_child (dialog, "apply_button"), "clicked");
  lt_gui_settle ();
  show_agency (gui, "Sở LĐTBXH");
  take (gui->window, "agencies-reorganised");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                              lt_gui_child (lt_gui_child (view, "form"), "scroller")), 520);
  take (gui->window, "agencies-successors");
  lt_view_state_set_names (lt_view_state_get (gui->document), LT_NAMES_TODAY);
  take (gui->window, "agencies-today");
  lt_gui_activate (lt_gui_child (view, "form"), "agency-form.add-successor");
  dialog = find_window (LT_TYPE_AGENCY_PICKER);
  take (dialog, "agencies-picker");
  gtk_window_destroy (GTK_WINDOW (dialog));
  plan = lt_gui_find (gui->window, LT_TYPE_PLAN_VIEW);
  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.page", "s", "plan");
  lt_gui_select (gui, "6.1");
  g_assert_true (lt_document_link_phrase (gui->document, LT_ASSIGNMENT (lt_gui_item (gui, "6.1")), LT_ROLE_COORDINATE,
                                          "CATP", LT_LINK_AGENCY,
                                          lt_registry_find (lt_book_get_registry (lt_document_get_book (gui->document)),
                                                            "Sở Y tế"), NULL));
  g_assert_true (lt_document_link_phrase (gui->document, LT_ASSIGNMENT (lt_gui_item (gui, "6.1")), LT_ROLE_COORDINATE,
                                          "Hội Nông dân", LT_LINK_NOT_AGENCY, NULL, NULL));
  lt_gui_settle ();
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                              lt_gui_child (plan->assignment_form, "scroller")), 300);
  take (gui->window, "chips");
}

static GtkWindow *
find_import_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (LT_IS_IMPORT_DIALOG (window))
        return window;
    }
  g_assert_not_reached ();
}

/* A table as an office would send it, with something to look at in it. */
static void
take_import (LtGui *gui, gconstpointer data)
{
  static const char table[] =
    "STT\tNhiệm vụ\tSản phẩm\tThời hạn hoàn thành\tCơ quan chủ trì\tCơ quan phối hợp\tKinh phí\n"
    "I\tHoàn thiện thể chế, chính sách\t\t\t\t\t\n"
    "1\tBan hành quy chế quản lý, khai thác dữ liệu dùng chung của thành phố\tQuyết định của UBND thành phố\tQuý I/2025\t"
    "Sở Tư pháp\tSở Nội vụ; CATP\t\n"
    "2\tRà soát, đơn giản hoá thủ tục hành chính\tPhương án cắt giảm 30% thời gian giải quyết\tTháng 6/2025\t"
    "Văn phòng UBND thành phố\tCác Sở, ban, ngành\t\n"
    "4\tTập huấn cho cán bộ\tTối thiểu 95% cán bộ hoàn thành khoá học\tchưa xác định\tSở Nội vụ\tViện Nghiên cứu số\t200 triệu đồng\n"
    "II\tPhát triển hạ tầng số\t\t\t\t\t\n"
    "5\tNâng cấp trung tâm dữ liệu\tTrung tâm dữ liệu đạt chuẩn\ttrước ngày 31/12/2025\tSở Thông tin và Truyền thông\t"
    "Sở Tài chính\t12 tỷ đồng\n"
    "6\tPhủ sóng 5G\t100% phường có sóng 5G\tNăm 2025\tSở Thông tin và Truyền thông\tUBND các quận, huyện\t\n";
  g_autofree char *path = g_build_filename (gui->folder, "Phụ lục nhiệm vụ 2025.csv", NULL);
  GtkWindow *dialog;

  g_file_set_contents (path, table, -1, NULL);
  lt_gui_activate (gui->window, "win.import");
  dialog = find_import_dialog ();
  take (dialog, "import-source");
  lt_import_dialog_load_file (LT_IMPORT_DIALOG (dialog), path);
  wait (900);
  take (dialog, "import");
  gtk_stack_set_visible_child_name (lt_gui_child (dialog, "sides"), "doubts");
  take (dialog, "import-doubts");
  gtk_stack_set_visible_child_name (lt_gui_child (dialog, "sides"), "columns");
  take (dialog, "import-columns");
  gtk_drop_down_set_selected (lt_gui_child (dialog, "target"), 1);
  take (dialog, "import-merge");
  gtk_window_destroy (dialog);
}

/* Two agencies have answered: one of them carelessly. */
static void
take_returned_forms (LtGui *gui)
{
  static const char *const answers[][2] = {
    { "G6", "đang triển khai" },
    { "H6", "40" },
    { "I6", "Đã rà soát, số hoá 1.250 hồ sơ; đã tập huấn cho 14 xã, phường. Đang thử nghiệm kết nối với kho dữ liệu "
            "dùng chung của thành phố, dự kiến xong trong tháng 12." },
    { "J6", "Thiếu máy quét ở cấp xã." },
    { "L6", "145/BC-BHXH" },
    { "M6", "31/02/2024" },
  };
  g_auto (GStrv) paths = lt_gui_send_forms (gui);
  gint64 end = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;
  LtCollectDialog *dialog;
  GtkStack *stack;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    lt_gui_fill_in (paths[0], answers[i][0], answers[i][1]);
  lt_gui_fill_in (paths[1], "G6", "chưa xong");
  lt_gui_fill_in (paths[1], "H6", "75");
  lt_gui_activate (gui->window, "win.collect");
  dialog = LT_COLLECT_DIALOG (find_window (LT_TYPE_COLLECT_DIALOG));
  stack = lt_gui_child (dialog, "stack");
  take (dialog, "collect-empty");
  lt_collect_dialog_read (dialog, (const char *const *) paths);
  while (g_str_equal (gtk_stack_get_visible_child_name (stack), "reading") && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  take (dialog, "collect");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Which agencies get a form. */
static void
take_forms (LtGui *gui, gconstpointer data)
{
  GtkWidget *dialog;

  lt_gui_activate (gui->window, "win.send-forms");
  dialog = find_window (LT_TYPE_SEND_FORMS_DIALOG);
  gtk_switch_set_active (lt_gui_child (dialog, "coordinated"), TRUE);
  lt_day_button_set_day (lt_gui_child (dialog, "return_by"), lt_day_from_ymd (2024, 11, 25));
  take (dialog, "send-forms");
  gtk_window_destroy (GTK_WINDOW (dialog));
  take_returned_forms (gui);
}

static void
take_start (LtGui *gui, gconstpointer data)
{
  g_autofree char *first = g_build_filename (gui->folder, "Kế hoạch 226 – Đề án 06.lotrinh", NULL);
  g_autofree char *second = g_build_filename (gui->folder, "Cải cách hành chính 2025.lotrinh", NULL);

  take (get_new_window (gui), "start-empty");
  g_file_set_contents (first, "", 0, NULL);
  g_file_set_contents (second, "", 0, NULL);
  lt_settings_add_recent (second);
  lt_settings_add_recent (first);
  take (get_new_window (gui), "start");
}

static void
add_tests (void)
{
  lt_gui_add ("/screenshots/plan", lt_gui_set_up, take_all);
  lt_gui_add ("/screenshots/agencies", lt_gui_set_up, take_agencies);
  lt_gui_add ("/screenshots/coordination", lt_gui_set_up, take_coordination);
  lt_gui_add ("/screenshots/timeline", lt_gui_set_up, take_timeline);
  lt_gui_add ("/screenshots/import", lt_gui_set_up, take_import);
  lt_gui_add ("/screenshots/forms", lt_gui_set_up, take_forms);
  lt_gui_add ("/screenshots/start", lt_gui_set_up_empty, take_start);
}

int
main (int argc, char **argv)
{
  g_assert_cmpint (argc, >, 1);
  folder = g_canonicalize_filename (argv[1], NULL);
  g_mkdir_with_parents (folder, 0755);
  argv[1] = argv[0];
  argv++;
  argc--;
  return lt_gui_test_run (&argc, &argv, add_tests);
}
