/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include <math.h>
#include <string.h>

#include "app/lt-page-preview.h"
#include "app/lt-plan-view-private.h"
#include "app/lt-print.h"
#include "app/lt-timeline-canvas-private.h"
#include "app/lt-timeline-print-dialog.h"
#include "app/lt-timeline-view.h"
#include "app/lt-view-state.h"
#include "chart/lt-timeline-page.h"
#include "plan/lt-assignment.h"

static LtTimelineCanvas *
show_timeline (LtGui *gui)
{
  LtTimelineCanvas *canvas;

  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.page", "s", "timeline");
  lt_gui_settle ();
  canvas = lt_gui_find (gui->window, LT_TYPE_TIMELINE_CANVAS);
  g_assert_nonnull (canvas->layout);
  return canvas;
}

static void
set_deadline (LtGui *gui, const char *path, const char *words)
{
  g_autoptr (GError) error = NULL;

  lt_document_set (gui->document, lt_gui_item (gui, path), "deadline", words, &error);
  g_assert_no_error (error);
}

static const char *
get_deadline (LtGui *gui, const char *path)
{
  return lt_assignment_get_deadline_words (LT_ASSIGNMENT (lt_gui_item (gui, path)));
}

static int
find_row (LtGui *gui, LtTimelineCanvas *canvas, const char *path)
{
  return lt_timeline_find_row (canvas->timeline, lt_item_get_id (lt_gui_item (gui, path)));
}

/* Where the bar of a row is, in the widget's pixels. */
static void
get_bar (LtTimelineCanvas *canvas, int row, double *left, double *right, double *middle)
{
  graphene_rect_t place;
  LtRect seen;
  LtRect bar;

  _lt_timeline_canvas_get_part (canvas, LT_TIMELINE_PART_BODY, &place, &seen);
  g_assert_true (lt_timeline_layout_get_bar (canvas->layout, (guint) row, &bar));
  *left = place.origin.x + (bar.x - seen.x) * canvas->pixels;
  *right = *left + bar.width * canvas->pixels;
  *middle = place.origin.y + (bar.y + bar.height / 2 - seen.y) * canvas->pixels;
}

static double
get_day_at (LtTimelineCanvas *canvas, double x)
{
  const LtTimelineScale *scale = lt_timeline_layout_get_scale (canvas->layout);
  double y = gtk_widget_get_height (GTK_WIDGET (canvas)) / 2.0;

  g_assert_true (_lt_timeline_canvas_to_part (canvas, LT_TIMELINE_PART_BODY, &x, &y));
  return scale->first + (x - LT_TIMELINE_PADDING) / scale->day_width;
}

static void
test_zoom (LtGui *gui, gconstpointer data)
{
  LtTimelineCanvas *canvas = show_timeline (gui);
  double fitting = lt_timeline_canvas_get_day_width (canvas);
  double x = gtk_widget_get_width (GTK_WIDGET (canvas)) * 0.7;
  double day = get_day_at (canvas, x);

  for (guint i = 0; i < 20; i++)
    {
      lt_timeline_canvas_zoom (canvas, 1.25, x);
      /* Scrolling goes by whole pixels. */
      g_assert_cmpfloat_with_epsilon (get_day_at (canvas, x), day,
                                      1.01 / canvas->pixels / canvas->day_width);
    }
  g_assert_cmpfloat (lt_timeline_canvas_get_day_width (canvas), >, lt_zoom_get_day_width (LT_ZOOM_DAY));
  lt_timeline_canvas_zoom (canvas, 1e9, x);
  g_assert_cmpfloat (lt_timeline_canvas_get_day_width (canvas), ==, LT_DAY_WIDTH_MAX);
  g_assert_false (lt_timeline_canvas_can_zoom (canvas, 2));
  lt_timeline_canvas_zoom (canvas, 1e-9, x);
  g_assert_cmpfloat (lt_timeline_canvas_get_day_width (canvas), <=, lt_zoom_get_day_width (LT_ZOOM_YEAR));
  g_assert_false (lt_timeline_canvas_can_zoom (canvas, 0.5));
  g_assert_true (_lt_timeline_canvas_key (canvas, GDK_KEY_0, GDK_CONTROL_MASK));
  g_assert_cmpfloat_with_epsilon (lt_timeline_canvas_get_day_width (canvas), fitting, 1e-9);
}

/* What is seen stays in its place when the document changes. */
static void
test_place (LtGui *gui, gconstpointer data)
{
  LtTimelineCanvas *canvas = show_timeline (gui);
  double x = gtk_widget_get_width (GTK_WIDGET (canvas)) * 0.7;
  double day;

  lt_timeline_canvas_zoom (canvas, 6, -1);
  gtk_adjustment_set_value (canvas->vadjustment, 64);
  lt_gui_settle ();
  day = get_day_at (canvas, x);
  set_deadline (gui, "14.1", "trước ngày 01/3/2023");
  lt_gui_settle ();
  g_assert_cmpfloat_with_epsilon (get_day_at (canvas, x), day, 1.01 / canvas->pixels / canvas->day_width);
  g_assert_cmpfloat (gtk_adjustment_get_value (canvas->vadjustment), ==, 64);
}

static void
test_drag (LtGui *gui, gconstpointer data)
{
  LtTimelineCanvas *canvas;
  double left;
  double right;
  double middle;
  double day;
  guint n_edits;
  g_autoptr (GError) error = NULL;

  set_deadline (gui, "1.1", "từ ngày 15/8/2024 đến ngày 20/11/2024");
  canvas = show_timeline (gui);
  n_edits = lt_gui_n_edits (gui);
  get_bar (canvas, find_row (gui, canvas, "1.1"), &left, &right, &middle);
  day = canvas->day_width * canvas->pixels;

  _lt_timeline_canvas_press (canvas, (left + right) / 2, middle, 1);
  g_assert_cmpint (lt_view_state_get_item (lt_view_state_get (gui->document)), ==,
                   lt_item_get_id (lt_gui_item (gui, "1.1")));
  _lt_timeline_canvas_drag (canvas, 4 * day);
  _lt_timeline_canvas_drag (canvas, 10 * day);
  lt_gui_settle ();
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, n_edits);
  _lt_timeline_canvas_release (canvas);
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, n_edits + 1);
  g_assert_cmpstr (get_deadline (gui, "1.1"), ==, "từ ngày 25/8/2024 đến ngày 30/11/2024");

  get_bar (canvas, find_row (gui, canvas, "1.1"), &left, &right, &middle);
  _lt_timeline_canvas_press (canvas, right - 1, middle, 1);
  _lt_timeline_canvas_drag (canvas, -5 * day);
  _lt_timeline_canvas_release (canvas);
  g_assert_cmpstr (get_deadline (gui, "1.1"), ==, "từ ngày 25/8/2024 đến ngày 25/11/2024");

  g_assert_true (lt_document_undo (gui->document, &error));
  g_assert_true (lt_document_undo (gui->document, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (get_deadline (gui, "1.1"), ==, "từ ngày 15/8/2024 đến ngày 20/11/2024");

  n_edits = lt_gui_n_edits (gui);
  get_bar (canvas, find_row (gui, canvas, "1.1"), &left, &right, &middle);
  _lt_timeline_canvas_press (canvas, (left + right) / 2, middle, 1);
  _lt_timeline_canvas_drag (canvas, 10 * day);
  g_assert_true (_lt_timeline_canvas_key (canvas, GDK_KEY_Escape, 0));
  _lt_timeline_canvas_release (canvas);
  /* A click alone moves nothing. */
  _lt_timeline_canvas_press (canvas, (left + right) / 2, middle, 1);
  _lt_timeline_canvas_release (canvas);
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, n_edits);
}

static void
test_keys (LtGui *gui, gconstpointer data)
{
  LtTimelineCanvas *canvas;
  guint n_edits;
  guint n_rows;

  set_deadline (gui, "1.1", "từ ngày 15/8/2024 đến ngày 20/11/2024");
  canvas = show_timeline (gui);
  n_edits = lt_gui_n_edits (gui);
  _lt_timeline_canvas_key (canvas, GDK_KEY_Home, 0);
  g_assert_cmpint (_lt_timeline_canvas_get_selected_row (canvas), ==, 0);
  _lt_timeline_canvas_key (canvas, GDK_KEY_Down, 0);
  g_assert_cmpint (canvas->selected, ==, lt_item_get_id (lt_gui_item (gui, "1.1")));

  for (guint i = 0; i < 3; i++)
    g_assert_true (_lt_timeline_canvas_key (canvas, GDK_KEY_Right, GDK_ALT_MASK));
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, n_edits);
  g_assert_true (_lt_timeline_canvas_key (canvas, GDK_KEY_Return, 0));
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, n_edits + 1);
  g_assert_cmpstr (get_deadline (gui, "1.1"), ==, "từ ngày 18/8/2024 đến ngày 23/11/2024");
  _lt_timeline_canvas_key (canvas, GDK_KEY_Left, GDK_ALT_MASK | GDK_SHIFT_MASK);
  /* Another kind of move finishes the one before. */
  _lt_timeline_canvas_key (canvas, GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_cmpstr (get_deadline (gui, "1.1"), ==, "từ ngày 18/8/2024 đến ngày 22/11/2024");
  g_assert_true (_lt_timeline_canvas_key (canvas, GDK_KEY_Escape, 0));
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, n_edits + 2);

  n_rows = lt_timeline_get_n_rows (canvas->timeline);
  _lt_timeline_canvas_key (canvas, GDK_KEY_plus, 0);
  g_assert_cmpuint (lt_timeline_get_n_rows (canvas->timeline), ==,
                    n_rows + lt_item_get_n_children (lt_gui_item (gui, "1.1")));
  _lt_timeline_canvas_key (canvas, GDK_KEY_minus, 0);
  g_assert_cmpuint (lt_timeline_get_n_rows (canvas->timeline), ==, n_rows);
  _lt_timeline_canvas_key (canvas, GDK_KEY_minus, 0);
  g_assert_cmpint (canvas->selected, ==, lt_item_get_id (lt_gui_item (gui, "1")));
  _lt_timeline_canvas_key (canvas, GDK_KEY_End, 0);
  g_assert_cmpint (_lt_timeline_canvas_get_selected_row (canvas), >, 0);
}

static void
test_shared (LtGui *gui, gconstpointer data)
{
  LtPlanView *plan = lt_gui_select (gui, "6.1");
  LtTimelineCanvas *canvas = show_timeline (gui);
  guint n_rows = lt_timeline_get_n_rows (canvas->timeline);
  g_autoptr (GPtrArray) selected = NULL;
  GtkEditable *entry = lt_gui_child (lt_gui_find (gui->window, LT_TYPE_TIMELINE_VIEW), "search_entry");

  g_assert_cmpint (canvas->selected, ==, lt_item_get_id (lt_gui_item (gui, "6.1")));
  _lt_timeline_canvas_take_row (canvas, find_row (gui, canvas, "3.1"));
  selected = _lt_plan_view_list_selected (plan);
  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_true (g_ptr_array_index (selected, 0) == (gpointer) lt_gui_item (gui, "3.1"));

  gtk_editable_set_text (entry, "công an");
  lt_gui_settle ();
  g_assert_cmpuint (lt_timeline_get_n_rows (canvas->timeline), <, n_rows);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (plan->search_entry)), ==, "công an");
  gtk_editable_set_text (GTK_EDITABLE (plan->search_entry), "");
  lt_gui_settle ();
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_assert_cmpuint (lt_timeline_get_n_rows (canvas->timeline), ==, n_rows);
}

static void
check_rows (LtTimelineCanvas *canvas)
{
  guint first;
  guint end;

  _lt_timeline_canvas_get_visible_rows (canvas, &first, &end);
  g_assert_cmpuint (end - first, >, 5);
  for (guint row = first; row < end; row++)
    {
      GtkAccessible *widget = g_ptr_array_index (canvas->row_widgets, row % canvas->row_widgets->len);
      g_autofree char *sentence = lt_timeline_dup_row_text (canvas->timeline, row);
      GdkRectangle place;
      double x;
      double y;

      g_assert_cmpint (gtk_accessible_get_accessible_role (widget), ==, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
      gtk_test_accessible_assert_relation (widget, GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) row + 1);
      _lt_timeline_canvas_get_row_place (canvas, row, &place);
      gtk_widget_translate_coordinates (GTK_WIDGET (widget), GTK_WIDGET (canvas), 0, 0, &x, &y);
      g_assert_cmpfloat (y, ==, place.y);
    }
}

static void
test_accessible (LtGui *gui, gconstpointer data)
{
  LtTimelineCanvas *canvas = show_timeline (gui);

  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (canvas)), ==,
                   GTK_ACCESSIBLE_ROLE_LIST);
  check_rows (canvas);
  gtk_adjustment_set_value (canvas->vadjustment, 200);
  lt_gui_settle ();
  check_rows (canvas);
  /* Widgets for the rows that are seen, not for all there are. */
  g_assert_cmpuint (canvas->row_widgets->len, <, lt_timeline_get_n_rows (canvas->timeline));
}

static void
wait_for_pages (LtTimelinePrintDialog *dialog)
{
  gboolean ready = FALSE;

  while (!ready)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (dialog, "ready", &ready, NULL);
    }
}

static void
check_starts (const char *path, const char *start)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_true (memcmp (contents, start, strlen (start)) == 0);
}

static void
test_print (LtGui *gui, gconstpointer data)
{
  static const struct {
    const char *name;
    const char *start;
  } files[] = { { "a.pdf", "%PDF" }, { "a.svg", "<?xml" }, { "a.png", "\x89PNG" } };
  LtTimelineCanvas *canvas = show_timeline (gui);
  GtkWidget *dialog = lt_timeline_print_dialog_new (canvas->timeline, gui->path);
  LtTimelinePrintDialog *self = LT_TIMELINE_PRINT_DIALOG (dialog);
  LtPagePreview *preview = lt_gui_child (dialog, "preview");
  GtkWidget *warning = lt_gui_child (dialog, "warning");
  g_autoptr (GError) error = NULL;

  gtk_window_present (GTK_WINDOW (dialog));
  wait_for_pages (self);
  g_assert_false (gtk_widget_get_visible (warning));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (gui->folder, files[i].name, NULL);

      lt_timeline_print_dialog_save (self, path, &error);
      g_assert_no_error (error);
      check_starts (path, files[i].start);
    }

  adw_combo_row_set_selected (lt_gui_child (dialog, "fit"), 4);
  gtk_spin_button_set_value (lt_gui_child (dialog, "across"), 3);
  gtk_spin_button_set_value (lt_gui_child (dialog, "down"), 2);
  wait_for_pages (self);
  g_assert_cmpuint (lt_page_preview_get_n_pages (preview), ==, 6);
  gtk_editable_set_text (lt_gui_child (dialog, "first"), "hôm kia");
  lt_gui_settle ();
  g_assert_true (gtk_widget_get_visible (warning));
  gtk_editable_set_text (lt_gui_child (dialog, "first"), "01/9/2024");
  wait_for_pages (self);
  g_assert_false (gtk_widget_get_visible (warning));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The printer gets each page once, on paper of its own size. */
static void
test_operation (LtGui *gui, gconstpointer data)
{
  LtTimelineCanvas *canvas = show_timeline (gui);
  g_autofree char *path = g_build_filename (gui->folder, "in.pdf", NULL);
  LtTimelinePageOptions options;
  g_autoptr (GError) error = NULL;
  g_autoptr (LtPages) pages = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  int n_pages;

  lt_timeline_page_options_init (&options);
  pages = lt_timeline_pages_new (canvas->timeline, &options, &error);
  g_assert_no_error (error);
  operation = lt_print_operation_new (pages);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &n_pages, NULL);
  g_assert_cmpuint ((guint) n_pages, ==, lt_pages_get_n_pages (pages));
  check_starts (path, "%PDF");
}

static void
add_tests (void)
{
  lt_gui_add ("/timeline/zoom", lt_gui_set_up, test_zoom);
  lt_gui_add ("/timeline/place", lt_gui_set_up, test_place);
  lt_gui_add ("/timeline/drag", lt_gui_set_up, test_drag);
  lt_gui_add ("/timeline/keys", lt_gui_set_up, test_keys);
  lt_gui_add ("/timeline/shared", lt_gui_set_up, test_shared);
  lt_gui_add ("/timeline/accessible", lt_gui_set_up, test_accessible);
  lt_gui_add ("/timeline/print", lt_gui_set_up, test_print);
  lt_gui_add ("/timeline/print-operation", lt_gui_set_up, test_operation);
}

int
main (int argc, char **argv)
{
  return lt_gui_test_run (&argc, &argv, add_tests);
}
