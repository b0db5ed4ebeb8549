/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include <math.h>
#include <string.h>
#include <time.h>

#include "app/lt-baseline-button.h"
#include "app/lt-column-rows.h"
#include "app/lt-page-preview.h"
#include "app/lt-plan-view-private.h"
#include "app/lt-print.h"
#include "app/lt-timeline-canvas-private.h"
#include "app/lt-print-dialog.h"
#include "app/lt-timeline-print-options.h"
#include "app/lt-timeline-print.h"
#include "app/lt-timeline-view.h"
#include "app/lt-view-state.h"
#include "chart/lt-timeline-page.h"
#include "plan/lt-assignment.h"
#include "support/lt-test-book.h"

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

static char *
dup_hover (LtTimelineCanvas *canvas, int row)
{
  GdkRectangle place;

  _lt_timeline_canvas_get_row_place (canvas, (guint) row, &place);
  return _lt_timeline_canvas_dup_hover (canvas, _lt_timeline_canvas_get_row_at (canvas, place.y + place.height / 2.0));
}

/* What hovers over a row is the whole of it; nothing hovers over the header or below the rows. */
static void
test_hover (LtGui *gui, gconstpointer data)
{
  LtTimelineCanvas *canvas;
  g_autofree char *text = NULL;
  g_autofree char *model = NULL;
  LtAssignment *row = LT_ASSIGNMENT (lt_gui_item (gui, "2.1"));

  set_deadline (gui, "2.1", "từ ngày 01/10/2024 đến ngày 20/11/2024");
  canvas = show_timeline (gui);
  text = dup_hover (canvas, find_row (gui, canvas, "2.1"));
  g_assert_true (g_str_has_prefix (text, "2.1 "));
  g_assert_nonnull (strstr (text, "20/11/2024"));
  g_assert_nonnull (strstr (text, "Due soon"));
  g_assert_nonnull (strstr (text, lt_assignment_get_deadline_words (row)));
  g_assert_nonnull (strstr (text, lt_assignment_get_lead_words (row)));
  g_assert_nonnull (strstr (text, lt_assignment_get_coordination_words (row)));
  model = dup_hover (canvas, find_row (gui, canvas, "2"));
  g_assert_nonnull (strstr (model, lt_initiative_get_name (LT_INITIATIVE (lt_gui_item (gui, "2")))));
  g_assert_null (strstr (model, lt_assignment_get_lead_words (row)));
  g_assert_null (_lt_timeline_canvas_dup_hover (canvas, _lt_timeline_canvas_get_row_at (canvas, 5)));
  g_assert_null (_lt_timeline_canvas_dup_hover (canvas, -1));
}

/* demands.md, row 63: kept by the button, shown at once inside each row wherever one scrolls, told when hovering, gone
 * with an undo. */
static void
test_baseline (LtGui *gui, gconstpointer data)
{
  LtTimelineCanvas *canvas = show_timeline (gui);
  LtBaselineButton *button = lt_gui_find (gui->window, LT_TYPE_BASELINE_BUTTON);
  guint n_edits = lt_gui_n_edits (gui);
  guint n_seen = 0;
  g_autofree char *text = NULL;

  g_assert_null (lt_timeline_get_baseline_name (canvas->timeline));
  gtk_menu_button_popup (lt_gui_child (button, "button"));
  lt_gui_settle ();
  g_assert_cmpstr (gtk_editable_get_text (lt_gui_child (button, "name")), ==, "Khi ban hành");
  g_signal_emit_by_name (lt_gui_child (button, "name"), "activate");
  lt_gui_settle ();
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, n_edits + 1);
  g_assert_cmpstr (lt_timeline_get_baseline_name (canvas->timeline), ==, "Khi ban hành");
  set_deadline (gui, "2.1", "trước ngày 31/01/2025");
  lt_gui_settle ();
  text = dup_hover (canvas, find_row (gui, canvas, "2.1"));
  g_assert_nonnull (strstr (text, "Due 31 days later than in the baseline “Khi ban hành” (31/12/2024)"));

  for (double y = 0; y < gtk_adjustment_get_upper (canvas->vadjustment); y += gtk_adjustment_get_page_size (canvas->vadjustment))
    {
      guint first;
      guint end;

      gtk_adjustment_set_value (canvas->vadjustment, y);
      lt_gui_settle ();
      _lt_timeline_canvas_get_visible_rows (canvas, &first, &end);
      for (guint row = first; row < end; row++)
        {
          double top = lt_timeline_layout_get_row_top (canvas->layout, row);
          double height = lt_timeline_layout_get_row_height (canvas->layout, row);
          LtRect base;

          if (!lt_timeline_layout_get_baseline (canvas->layout, row, &base))
            continue;
          n_seen++;
          g_assert_true (base.y > top && base.y + base.height < top + height);
        }
    }
  g_assert_cmpuint (n_seen, >, 20);

  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.undo", NULL);
  lt_gui_settle ();
  g_assert_false (lt_document_get_can_undo (gui->document));
  g_assert_null (lt_timeline_get_baseline_name (canvas->timeline));
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

/* Puts so many rows on the page in place of the sample's. */
static void
show_many_rows (LtTimelineCanvas *canvas, guint n_rows)
{
  g_autoptr (LtBook) book = lt_test_book_new (n_rows / 3, 1);
  g_autoptr (LtTimeline) timeline = lt_timeline_new (lt_item_get_child (LT_ITEM (book), 0), NULL);

  g_assert_cmpuint (lt_timeline_get_n_rows (timeline), >=, n_rows);
  lt_timeline_canvas_set_timeline (canvas, timeline);
  lt_gui_settle ();
}

/* Of this process alone: other work on the machine does not count. */
static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

typedef struct {
  double start;
  GArray *times;
} Frames;

static void
before_frame_cb (GdkFrameClock *clock, Frames *frames)
{
  frames->start = get_cpu_ms ();
}

static void
after_frame_cb (GdkFrameClock *clock, Frames *frames)
{
  double time = get_cpu_ms () - frames->start;

  g_array_append_val (frames->times, time);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* demands.md, row 30: frames of the whole window, laid out and drawn, while it is scrolled by hand and in jumps. */
static void
test_scroll (LtGui *gui, gconstpointer data)
{
  LtTimelineCanvas *canvas = show_timeline (gui);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (canvas));
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  Frames frames = { 0, times };
  double room;
  double late;

  show_many_rows (canvas, 10000);
  room = gtk_adjustment_get_upper (canvas->vadjustment) - gtk_adjustment_get_page_size (canvas->vadjustment);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_frame_cb), &frames);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_frame_cb), &frames);
  for (guint i = 0; i < 200; i++)
    {
      guint n = times->len;

      gtk_adjustment_set_value (canvas->vadjustment,
                                i < 100 ? room / 3 + i * 40 : room * (i * 37 % 100) / 100);
      while (times->len == n)
        g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handlers_disconnect_by_data (clock, &frames);
  g_array_sort (times, compare_times);
  late = g_array_index (times, double, times->len * 95 / 100);
  g_test_message ("%u frames over %u rows: median %.1f ms, 95 %% %.1f ms, most %.1f ms", times->len,
                  lt_timeline_get_n_rows (canvas->timeline), g_array_index (times, double, times->len / 2), late,
                  g_array_index (times, double, times->len - 1));
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpfloat (late, <, 16.7);
#endif
}

/* demands.md, row 33: GTK's own lists could not be scrolled to a far row for some time. */
static void
test_far_row (LtGui *gui, gconstpointer data)
{
  LtTimelineCanvas *canvas = show_timeline (gui);
  guint first;
  guint end;

  show_many_rows (canvas, 10000);
  for (guint row = 5000; row < 10000; row += 1500)
    {
      g_assert_true (lt_timeline_canvas_select (canvas, lt_timeline_get_row (canvas->timeline, row)->id));
      lt_gui_settle ();
      _lt_timeline_canvas_get_visible_rows (canvas, &first, &end);
      g_assert_cmpuint (first, <=, row);
      g_assert_cmpuint (row, <, end);
      check_rows (canvas);
    }
}

/* demands.md, row 25: whatever the size of type, words have room in their rows, and labels and bars stand on one
 * line. */
static void
test_resolutions (LtGui *gui, gconstpointer data)
{
  static const int resolutions[] = { 96, 120, 144, 192 };
  GtkSettings *settings = gtk_settings_get_default ();
  LtTimelineCanvas *canvas = show_timeline (gui);
  int before;

  g_object_get (settings, "gtk-xft-dpi", &before, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (resolutions); i++)
    {
      guint first;
      guint end;

      g_object_set (settings, "gtk-xft-dpi", resolutions[i] * 1024, NULL);
      lt_gui_settle ();
      g_assert_cmpfloat_with_epsilon (canvas->pixels, resolutions[i] / 72.0, 1e-9);
      _lt_timeline_canvas_get_visible_rows (canvas, &first, &end);
      for (guint row = first; row < end; row++)
        {
          GdkRectangle place;
          double left;
          double right;
          double middle;
          LtRect bar;

          _lt_timeline_canvas_get_row_place (canvas, row, &place);
          g_assert_cmpfloat (place.height + 1, >=, LT_CHART_LINE_HEIGHT * canvas->pixels);
          if (!lt_timeline_layout_get_bar (canvas->layout, row, &bar))
            continue;
          get_bar (canvas, (int) row, &left, &right, &middle);
          g_assert_cmpfloat_with_epsilon (middle, place.y + place.height / 2.0, 2 * canvas->pixels);
        }
    }
  g_object_set (settings, "gtk-xft-dpi", before, NULL);
  lt_gui_settle ();
}

static void
wait_for_pages (LtPrintDialog *dialog)
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
  GtkWidget *dialog = lt_print_dialog_new (lt_timeline_print_new (canvas->timeline, TRUE), gui->path);
  LtPrintDialog *self = LT_PRINT_DIALOG (dialog);
  LtPagePreview *preview = lt_gui_child (dialog, "preview");
  GtkWidget *warning = lt_gui_child (dialog, "warning");
  g_autoptr (GError) error = NULL;

  gtk_window_present (GTK_WINDOW (dialog));
  wait_for_pages (self);
  g_assert_false (gtk_widget_get_visible (warning));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (gui->folder, files[i].name, NULL);

      lt_print_dialog_save (self, path, &error);
      g_assert_no_error (error);
      check_starts (path, files[i].start);
    }

  adw_combo_row_set_selected (lt_gui_child (dialog, "fit"), 4);
  gtk_spin_button_set_value (lt_gui_child (dialog, "across"), 3);
  gtk_spin_button_set_value (lt_gui_child (dialog, "down"), 2);
  wait_for_pages (self);
  g_assert_cmpuint (lt_page_preview_get_n_pages (preview), ==, 6);
  gtk_editable_set_text (lt_gui_child (lt_gui_find (dialog, LT_TYPE_TIMELINE_PRINT_OPTIONS), "first"), "hôm kia");
  lt_gui_settle ();
  g_assert_true (gtk_widget_get_visible (warning));
  gtk_editable_set_text (lt_gui_child (lt_gui_find (dialog, LT_TYPE_TIMELINE_PRINT_OPTIONS), "first"), "01/9/2024");
  wait_for_pages (self);
  g_assert_false (gtk_widget_get_visible (warning));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* demands.md, row 3: what the dialog asks for is what the paper gets. */
static void
test_print_options (LtGui *gui, gconstpointer data)
{
  LtTimelineCanvas *canvas = show_timeline (gui);
  GtkWidget *dialog = lt_print_dialog_new (lt_timeline_print_new (canvas->timeline, TRUE), gui->path);
  LtPrintDialog *self = LT_PRINT_DIALOG (dialog);
  LtPagePreview *preview = lt_gui_child (dialog, "preview");
  LtColumnRows *columns = lt_gui_find (dialog, LT_TYPE_COLUMN_ROWS);
  g_autofree char *path = g_build_filename (gui->folder, "a.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  LtTimelinePages *pages;
  LtTimelineLayout *layout;
  const LtTimelineScale *days;
  double width;
  double height;
  guint n_pages;

  gtk_window_present (GTK_WINDOW (dialog));
  wait_for_pages (self);
  n_pages = lt_page_preview_get_n_pages (preview);
  gtk_spin_button_set_value (lt_gui_child (lt_gui_find (dialog, LT_TYPE_TIMELINE_PRINT_OPTIONS), "text_points"), 13);
  wait_for_pages (self);
  pages = LT_TIMELINE_PAGES (lt_page_preview_get_pages (preview));
  g_assert_cmpfloat_with_epsilon (lt_pages_get_text_size (LT_PAGES (pages)), 13, 1e-9);
  g_assert_cmpuint (lt_page_preview_get_n_pages (preview), >, n_pages);
  g_assert_cmpstr (gtk_label_get_label (lt_gui_child (dialog, "text_size")), ==, "Words on the paper: 13.0 pt");
  gtk_spin_button_set_value (lt_gui_child (lt_gui_find (dialog, LT_TYPE_TIMELINE_PRINT_OPTIONS), "text_points"), 6);
  wait_for_pages (self);
  g_assert_cmpuint (lt_page_preview_get_n_pages (preview), <, n_pages);

  adw_combo_row_set_selected (lt_gui_child (dialog, "paper"), 1);
  adw_combo_row_set_selected (lt_gui_child (dialog, "orientation"), 1);
  wait_for_pages (self);
  lt_pages_get_page_size (lt_page_preview_get_pages (preview), &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 842, 1);
  g_assert_cmpfloat_with_epsilon (height, 1191, 1);

  /* Days of the last quarter alone. */
  gtk_editable_set_text (lt_gui_child (lt_gui_find (dialog, LT_TYPE_TIMELINE_PRINT_OPTIONS), "first"), "01/10/2024");
  gtk_editable_set_text (lt_gui_child (lt_gui_find (dialog, LT_TYPE_TIMELINE_PRINT_OPTIONS), "last"), "31/12/2024");
  wait_for_pages (self);
  days = lt_timeline_layout_get_scale (lt_timeline_pages_get_layout (LT_TIMELINE_PAGES (lt_page_preview_get_pages (preview))));
  g_assert_cmpint (days->first, ==, lt_day_from_iso ("2024-10-01"));
  g_assert_cmpint (days->last, ==, lt_day_from_iso ("2024-12-31"));

  /* Lead and percentage besides the deadline, in the order of the list. */
  lt_column_rows_set_chosen (columns, LT_TIMELINE_COLUMN_PERCENT, TRUE);
  lt_column_rows_set_chosen (columns, LT_TIMELINE_COLUMN_LEAD, TRUE);
  wait_for_pages (self);
  layout = lt_timeline_pages_get_layout (LT_TIMELINE_PAGES (lt_page_preview_get_pages (preview)));
  g_assert_cmpuint (lt_timeline_layout_get_n_columns (layout), ==, 4);
  g_assert_cmpint (lt_timeline_layout_get_column (layout, 1), ==, LT_TIMELINE_COLUMN_DEADLINE);
  g_assert_cmpint (lt_timeline_layout_get_column (layout, 2), ==, LT_TIMELINE_COLUMN_LEAD);
  g_assert_cmpint (lt_timeline_layout_get_column (layout, 3), ==, LT_TIMELINE_COLUMN_PERCENT);

  lt_print_dialog_save (self, path, &error);
  g_assert_no_error (error);
  check_starts (path, "PK");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static LtTimelineLayout *
get_layout (GtkWidget *dialog)
{
  LtPagePreview *preview = lt_gui_child (dialog, "preview");

  wait_for_pages (LT_PRINT_DIALOG (dialog));
  return lt_timeline_pages_get_layout (LT_TIMELINE_PAGES (lt_page_preview_get_pages (preview)));
}

static void
assert_columns (GtkWidget *dialog)
{
  LtColumnRows *rows = lt_gui_find (dialog, LT_TYPE_COLUMN_ROWS);
  LtTimelineLayout *layout = get_layout (dialog);
  LtTimelineColumn columns[LT_TIMELINE_N_COLUMNS];
  guint n = lt_column_rows_get_columns (rows, columns);

  g_assert_cmpuint (lt_timeline_layout_get_n_columns (layout), ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (lt_timeline_layout_get_column (layout, i), ==, columns[i]);
}

/* demands.md, rows 10 and 13: columns are put in any order, and shown or left out; paper follows. */
static void
test_print_columns (LtGui *gui, gconstpointer data)
{
  LtTimelineCanvas *canvas = show_timeline (gui);
  GtkWidget *dialog = lt_print_dialog_new (lt_timeline_print_new (canvas->timeline, TRUE), gui->path);
  LtColumnRows *rows = lt_gui_find (dialog, LT_TYPE_COLUMN_ROWS);
  LtTimelineColumn columns[LT_TIMELINE_N_COLUMNS];
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (63);

  gtk_window_present (GTK_WINDOW (dialog));
  assert_columns (dialog);
  /* Without a baseline its columns are not there to be chosen. */
  lt_column_rows_set_chosen (rows, LT_TIMELINE_COLUMN_SHIFT, TRUE);
  assert_columns (dialog);
  g_assert_cmpuint (lt_column_rows_get_columns (rows, columns), ==, 2);

  /* The title moves to the right and no further than the end of those that are offered. */
  lt_column_rows_set_chosen (rows, LT_TIMELINE_COLUMN_LEAD, TRUE);
  g_assert_false (lt_column_rows_move (rows, LT_TIMELINE_COLUMN_TITLE, -1));
  g_assert_true (lt_column_rows_move (rows, LT_TIMELINE_COLUMN_TITLE, 1));
  g_assert_true (lt_column_rows_move (rows, LT_TIMELINE_COLUMN_TITLE, 1));
  assert_columns (dialog);
  lt_column_rows_get_columns (rows, columns);
  g_assert_cmpint (columns[0], ==, LT_TIMELINE_COLUMN_DEADLINE);
  g_assert_cmpint (columns[1], ==, LT_TIMELINE_COLUMN_LEAD);
  g_assert_cmpint (columns[2], ==, LT_TIMELINE_COLUMN_TITLE);
  while (lt_column_rows_move (rows, LT_TIMELINE_COLUMN_TITLE, 1))
    continue;
  g_assert_false (lt_column_rows_move (rows, LT_TIMELINE_COLUMN_TITLE, 1));

  for (guint i = 0; i < 20; i++)
    {
      LtTimelineColumn column = (LtTimelineColumn) g_rand_int_range (random, 0, LT_TIMELINE_N_COLUMNS);

      lt_column_rows_move (rows, column, g_rand_boolean (random) ? 1 : -1);
      if (column != LT_TIMELINE_COLUMN_TITLE)
        lt_column_rows_set_chosen (rows, column, g_rand_boolean (random));
      assert_columns (dialog);
    }

  /* By the buttons; the ends have one that does nothing. */
  list = lt_gui_list (rows, GTK_TYPE_BUTTON);
  g_assert_cmpuint (list->len, >=, 2 * LT_TIMELINE_N_COLUMNS);
  for (guint i = 0; i < list->len; i++)
    if (gtk_widget_get_visible (g_ptr_array_index (list, i)) && gtk_widget_is_sensitive (g_ptr_array_index (list, i)))
      {
        g_signal_emit_by_name (g_ptr_array_index (list, i), "clicked");
        assert_columns (dialog);
      }
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static GtkWidget *
find_column_row (LtColumnRows *rows, LtTimelineColumn column)
{
  g_autoptr (GPtrArray) list = lt_gui_list (rows, ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (list, i)), lt_timeline_column_get_title (column)))
      return g_ptr_array_index (list, i);
  g_assert_not_reached ();
}

static gpointer
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  g_assert_not_reached ();
}

/* What Alt and that key do in the row of @column. */
static void
press_alt (LtColumnRows *rows, LtTimelineColumn column, guint keyval)
{
  GtkWidget *row = find_column_row (rows, column);
  GListModel *shortcuts = find_controller (row, GTK_TYPE_SHORTCUT_CONTROLLER);
  guint n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkKeyvalTrigger *trigger = GTK_KEYVAL_TRIGGER (gtk_shortcut_get_trigger (shortcut));

      if (gtk_keyval_trigger_get_keyval (trigger) != keyval || gtk_keyval_trigger_get_modifiers (trigger) != GDK_ALT_MASK)
        continue;
      n_found++;
      g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, row,
                                                   gtk_shortcut_get_arguments (shortcut)));
    }
  g_assert_cmpuint (n_found, ==, 1);
  /* It can be pressed again. */
  g_assert_true (gtk_widget_has_focus (row));
}

/* What is taken up at one row is let go of over another. */
static gboolean
drag_column (LtColumnRows *rows, LtTimelineColumn column, LtTimelineColumn over)
{
  g_autoptr (GdkContentProvider) content = NULL;
  GtkDropTarget *target = find_controller (find_column_row (rows, over), GTK_TYPE_DROP_TARGET);
  g_autoptr (GError) error = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_signal_emit_by_name (find_controller (find_column_row (rows, column), GTK_TYPE_DRAG_SOURCE), "prepare", 4.0, 4.0,
                         &content);
  g_assert_nonnull (content);
  g_assert_cmpuint (gtk_drop_target_get_actions (target), ==, GDK_ACTION_MOVE);
  g_assert_true (gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (target), G_TYPE_UINT));
  g_value_init (&value, G_TYPE_UINT);
  gdk_content_provider_get_value (content, &value, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (target, "drop", &value, 4.0, 4.0, &taken);
  return taken;
}

/* Paper and list have these columns in this order, from the top. */
static void
assert_order (GtkWidget *dialog, LtTimelineColumn first, LtTimelineColumn second, LtTimelineColumn third)
{
  const LtTimelineColumn expected[] = { first, second, third };
  LtColumnRows *rows = lt_gui_find (dialog, LT_TYPE_COLUMN_ROWS);
  g_autoptr (GPtrArray) list = lt_gui_list (rows, ADW_TYPE_ACTION_ROW);
  LtTimelineColumn columns[LT_TIMELINE_N_COLUMNS];
  guint before = 0;

  assert_columns (dialog);
  g_assert_cmpuint (lt_column_rows_get_columns (rows, columns), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      guint place;

      g_assert_cmpint (columns[i], ==, expected[i]);
      g_assert_true (g_ptr_array_find (list, find_column_row (rows, expected[i]), &place));
      g_assert_true (i == 0 || place > before);
      before = place;
    }
}

/* demands.md, row 10: the same by Alt+Up and Alt+Down, and by dragging. */
static void
test_print_columns_moved (LtGui *gui, gconstpointer data)
{
  const LtTimelineColumn title = LT_TIMELINE_COLUMN_TITLE;
  const LtTimelineColumn deadline = LT_TIMELINE_COLUMN_DEADLINE;
  const LtTimelineColumn lead = LT_TIMELINE_COLUMN_LEAD;
  LtTimelineCanvas *canvas = show_timeline (gui);
  GtkWidget *dialog = lt_print_dialog_new (lt_timeline_print_new (canvas->timeline, TRUE), gui->path);
  LtColumnRows *rows = lt_gui_find (dialog, LT_TYPE_COLUMN_ROWS);

  gtk_window_present (GTK_WINDOW (dialog));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (rows), TRUE);
  lt_column_rows_set_chosen (rows, lead, TRUE);
  lt_gui_settle ();
  assert_order (dialog, title, deadline, lead);
  press_alt (rows, lead, GDK_KEY_Up);
  assert_order (dialog, title, lead, deadline);
  press_alt (rows, lead, GDK_KEY_Up);
  assert_order (dialog, lead, title, deadline);
  /* Further up there is nothing. */
  press_alt (rows, lead, GDK_KEY_Up);
  assert_order (dialog, lead, title, deadline);
  press_alt (rows, title, GDK_KEY_Down);
  assert_order (dialog, lead, deadline, title);

  g_assert_true (drag_column (rows, title, lead));
  assert_order (dialog, title, lead, deadline);
  g_assert_true (drag_column (rows, title, deadline));
  assert_order (dialog, lead, deadline, title);
  g_assert_true (drag_column (rows, deadline, deadline));
  assert_order (dialog, lead, deadline, title);
  /* To the end of all that are offered. */
  g_assert_true (drag_column (rows, lead, LT_TIMELINE_COLUMN_TIMELINESS));
  assert_order (dialog, deadline, title, lead);
  press_alt (rows, lead, GDK_KEY_Down);
  assert_order (dialog, deadline, title, lead);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The baseline on paper goes by the switch, and its columns with it. */
static void
test_print_baseline (LtGui *gui, gconstpointer data)
{
  LtTimelineCanvas *canvas = show_timeline (gui);
  LtBaselineButton *button = lt_gui_find (gui->window, LT_TYPE_BASELINE_BUTTON);
  LtPlan *plan = lt_item_get_child (LT_ITEM (lt_document_get_book (gui->document)), 0);
  g_autoptr (GListModel) windows = NULL;
  LtTimelineColumn columns[LT_TIMELINE_N_COLUMNS];
  GtkWidget *dialog;
  LtColumnRows *rows;
  GtkWidget *options;
  LtRect bar;

  lt_document_keep_baseline (gui->document, plan, "Gốc", lt_day_from_iso ("2024-11-01"), NULL);
  lt_gui_settle ();
  g_assert_null (lt_baseline_button_get_shown (button));
  lt_gui_activate (lt_gui_find (gui->window, LT_TYPE_TIMELINE_VIEW), "timeline.print");
  windows = g_object_ref (gtk_window_get_toplevels ());
  dialog = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (LT_IS_PRINT_DIALOG (window))
        dialog = window;
    }
  g_assert_nonnull (dialog);
  options = lt_gui_find (dialog, LT_TYPE_TIMELINE_PRINT_OPTIONS);
  rows = lt_gui_find (dialog, LT_TYPE_COLUMN_ROWS);
  /* On offer, but off, as it is on the screen. */
  g_assert_true (gtk_widget_get_visible (lt_gui_child (options, "baseline_row")));
  g_assert_false (gtk_switch_get_active (lt_gui_child (options, "baseline")));
  g_assert_false (lt_timeline_layout_get_baseline (get_layout (dialog), 1, &bar));
  gtk_switch_set_active (lt_gui_child (options, "baseline"), TRUE);
  g_assert_true (lt_timeline_layout_get_baseline (get_layout (dialog), 1, &bar));
  lt_column_rows_set_chosen (rows, LT_TIMELINE_COLUMN_SHIFT, TRUE);
  assert_columns (dialog);
  g_assert_cmpuint (lt_column_rows_get_columns (rows, columns), ==, 3);
  gtk_switch_set_active (lt_gui_child (options, "baseline"), FALSE);
  assert_columns (dialog);
  g_assert_cmpuint (lt_column_rows_get_columns (rows, columns), ==, 2);
  g_assert_null (lt_timeline_get_baseline_name (canvas->timeline));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* demands.md, row 17: a dark window does not print dark. */
static void
test_print_from_dark (LtGui *gui, gconstpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  LtTimelineCanvas *canvas = show_timeline (gui);
  g_autofree char *path = g_build_filename (gui->folder, "a.png", NULL);
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;
  cairo_surface_t *image;
  const guint32 *pixels;

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  lt_gui_settle ();
  dialog = lt_print_dialog_new (lt_timeline_print_new (canvas->timeline, TRUE), gui->path);
  gtk_window_present (GTK_WINDOW (dialog));
  wait_for_pages (LT_PRINT_DIALOG (dialog));
  lt_print_dialog_save (LT_PRINT_DIALOG (dialog), path, &error);
  g_assert_no_error (error);
  image = cairo_image_surface_create_from_png (path);
  pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (image);
  g_assert_cmphex (pixels[0] & 0xffffff, ==, 0xffffff);
  g_assert_cmphex (pixels[cairo_image_surface_get_width (image) / 2] & 0xffffff, ==, 0xffffff);
  cairo_surface_destroy (image);
  gtk_window_destroy (GTK_WINDOW (dialog));
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
}

static void
count_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, guint *n_drawn)
{
  n_drawn[page]++;
}

/* What a printer is given, as a file. */
static void
run_operation (LtPages *pages, const char *path)
{
  g_autoptr (GtkPrintOperation) operation = lt_print_operation_new (pages);
  g_autofree guint *n_drawn = g_new0 (guint, lt_pages_get_n_pages (pages));
  g_autoptr (GError) error = NULL;
  int n_pages;

  /* A tab of our own in the system's dialog would not be shown by its portal. */
  g_assert_false (g_signal_has_handler_pending (operation,
                                                g_signal_lookup ("create-custom-widget", GTK_TYPE_PRINT_OPERATION),
                                                0, TRUE));
  gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "draw-page", G_CALLBACK (count_page_cb), n_drawn);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &n_pages, NULL);
  g_assert_cmpuint ((guint) n_pages, ==, lt_pages_get_n_pages (pages));
  for (int page = 0; page < n_pages; page++)
    g_assert_cmpuint (n_drawn[page], ==, 1);
  check_starts (path, "%PDF");
}

/* demands.md, rows 18 and 20: the printer gets each page once, on paper of its own size, and again
 * when asked again. */
static void
test_operation (LtGui *gui, gconstpointer data)
{
  LtTimelineCanvas *canvas = show_timeline (gui);
  g_autofree char *path = g_build_filename (gui->folder, "in.pdf", NULL);
  LtTimelinePageOptions options;
  g_autoptr (GError) error = NULL;
  g_autoptr (LtPages) pages = NULL;

  lt_timeline_page_options_init (&options);
  pages = lt_timeline_pages_new (canvas->timeline, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lt_pages_get_n_pages (pages), >=, 3);
  run_operation (pages, path);
  run_operation (pages, path);
}

static void
add_tests (void)
{
  lt_gui_add ("/timeline/zoom", lt_gui_set_up, test_zoom);
  lt_gui_add ("/timeline/place", lt_gui_set_up, test_place);
  lt_gui_add ("/timeline/drag", lt_gui_set_up, test_drag);
  lt_gui_add ("/timeline/keys", lt_gui_set_up, test_keys);
  lt_gui_add ("/timeline/shared", lt_gui_set_up, test_shared);
  lt_gui_add ("/timeline/hover", lt_gui_set_up, test_hover);
  lt_gui_add ("/timeline/baseline", lt_gui_set_up, test_baseline);
  lt_gui_add ("/timeline/accessible", lt_gui_set_up, test_accessible);
  lt_gui_add ("/timeline/print", lt_gui_set_up, test_print);
  lt_gui_add ("/timeline/scroll", lt_gui_set_up, test_scroll);
  lt_gui_add ("/timeline/far-row", lt_gui_set_up, test_far_row);
  lt_gui_add ("/timeline/resolutions", lt_gui_set_up, test_resolutions);
  lt_gui_add ("/timeline/print-options", lt_gui_set_up, test_print_options);
  lt_gui_add ("/timeline/print-columns", lt_gui_set_up, test_print_columns);
  lt_gui_add ("/timeline/print-columns-moved", lt_gui_set_up, test_print_columns_moved);
  lt_gui_add ("/timeline/print-baseline", lt_gui_set_up, test_print_baseline);
  lt_gui_add ("/timeline/print-from-dark", lt_gui_set_up, test_print_from_dark);
  lt_gui_add ("/timeline/print-operation", lt_gui_set_up, test_operation);
}

int
main (int argc, char **argv)
{
  return lt_gui_test_run (&argc, &argv, add_tests);
}
