/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include <gdk/x11/gdkx.h>

#include "app/lt-edit-cell.h"
#include "app/lt-network-canvas-private.h"
#include "app/lt-network-view.h"
#include "app/lt-page-preview.h"
#include "app/lt-print-dialog.h"
#include "app/lt-timeline-canvas-private.h"
#include "app/lt-timeline-print.h"

/* demands.md, rows 23, 24 and 26: screens of many dots, words made larger, and a window that goes
 * from one screen to another. */

static const char *const pages[] = { "overview", "plan", "timeline", "coordination", "agencies", "reports", "history" };

static void
set_text_scale (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (scale * 96 * 1024), NULL);
  lt_gui_settle ();
}

static char *
dup_place (GtkWidget *widget)
{
  GString *place = g_string_new (NULL);

  for (; widget; widget = gtk_widget_get_parent (widget))
    g_string_prepend (place, G_OBJECT_TYPE_NAME (widget)), g_string_prepend_c (place, '/');
  return g_string_free (place, FALSE);
}

/* Words have the height that their lines need, and the width unless they may be cut. */
static void
check_label (GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  g_autofree char *place = dup_place (GTK_WIDGET (label));
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  g_test_message ("%s: %s", place, gtk_label_get_text (label));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (label)) + 1, >=, height);
  if (gtk_label_get_ellipsize (label) == PANGO_ELLIPSIZE_NONE)
    g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (label)) + 1, >=, width);
}

static guint
check_words (gpointer root)
{
  g_autoptr (GPtrArray) labels = lt_gui_list (root, GTK_TYPE_LABEL);
  guint n = 0;

  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);

      if (!gtk_widget_get_mapped (label) || *gtk_label_get_text (GTK_LABEL (label)) == '\0')
        continue;
      check_label (GTK_LABEL (label));
      n++;
    }
  return n;
}

static int
get_line_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "Đặng Ỷ");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* Rows of charts are as high as the lines of their own words, which grow with all others. */
static void
check_timeline (LtGui *gui, double scale)
{
  LtTimelineCanvas *canvas = lt_gui_find (gui->window, LT_TYPE_TIMELINE_CANVAS);
  GdkRectangle place;

  g_assert_cmpfloat_with_epsilon (canvas->pixels, scale * 96 / 72, 1e-6);
  _lt_timeline_canvas_get_row_place (canvas, 1, &place);
  g_assert_cmpint (place.height, >=, (int) (LT_CHART_LINE_HEIGHT * canvas->pixels));
  g_assert_cmpint (place.height, >=, (int) (get_line_height (GTK_WIDGET (canvas)) * 0.9));
}

/* So are the boxes of the network where it is drawn at its true size, and it can be drawn larger by
 * as much. */
static void
check_network (LtGui *gui, double scale)
{
  LtNetworkView *view = lt_gui_find (gui->window, LT_TYPE_NETWORK_VIEW);
  LtNetworkCanvas *canvas = lt_gui_find (view, LT_TYPE_NETWORK_CANVAS);
  gboolean ready = FALSE;

  while (!ready)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (view, "ready", &ready, NULL);
    }
  g_assert_cmpfloat_with_epsilon (canvas->pixels, scale * 96 / 72, 1e-6);
  lt_network_canvas_fit (canvas);
  lt_network_canvas_zoom (canvas, canvas->pixels / lt_network_canvas_get_scale (canvas), -1, -1);
  g_assert_cmpfloat_with_epsilon (lt_network_canvas_get_scale (canvas), canvas->pixels, 1e-6);
  for (guint i = 0; i < lt_network_get_n_boxes (canvas->network); i++)
    g_assert_cmpfloat (lt_network_get_box (canvas->network, i)->rect.height * canvas->pixels, >=,
                       1.5 * get_line_height (GTK_WIDGET (canvas)));
  lt_network_canvas_fit (canvas);
}

/* Rows of the table are as high as the lines in them. */
static void
check_table (LtGui *gui)
{
  g_autoptr (GPtrArray) cells = lt_gui_list (gui->window, LT_TYPE_EDIT_CELL);
  guint n = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (cells, i);

      if (!gtk_widget_get_mapped (cell))
        continue;
      n++;
      g_assert_cmpint (gtk_widget_get_height (cell), >=, get_line_height (cell));
    }
  g_assert_cmpuint (n, >, 10);
}

static void
test_words (LtGui *gui, gconstpointer data)
{
  static const double scales[] = { 1.5, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      set_text_scale (scales[i]);
      for (guint page = 0; page < G_N_ELEMENTS (pages); page++)
        {
          gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.page", "s", pages[page]);
          lt_gui_settle ();
          g_assert_cmpuint (check_words (gui->window), >=, 3);
          if (g_str_equal (pages[page], "timeline"))
            check_timeline (gui, scales[i]);
          else if (g_str_equal (pages[page], "coordination"))
            check_network (gui, scales[i]);
          else if (g_str_equal (pages[page], "plan"))
            check_table (gui);
        }
    }
}

/* The preview grows with the dialog that holds it, and the words around it are whole. */
static void
test_preview (LtGui *gui, gconstpointer data)
{
  LtTimelineCanvas *canvas;
  GtkWidget *dialog;
  gboolean ready = FALSE;

  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.page", "s", "timeline");
  lt_gui_settle ();
  canvas = lt_gui_find (gui->window, LT_TYPE_TIMELINE_CANVAS);
  set_text_scale (1.5);
  dialog = lt_print_dialog_new (lt_timeline_print_new (canvas->timeline, FALSE), gui->path);
  gtk_window_present (GTK_WINDOW (dialog));
  while (!ready)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (dialog, "ready", &ready, NULL);
    }
  lt_gui_settle ();
  g_assert_cmpuint (check_words (dialog), >, 10);
  g_assert_cmpint (gtk_widget_get_width (lt_gui_child (dialog, "preview")), >=, 240);
  gtk_window_destroy (GTK_WINDOW (dialog));
  set_text_scale (1);
}

static void
snapshot_size (GtkWidget *widget, int *width, int *height)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (widget));

  *width = gdk_surface_get_width (surface) * gdk_surface_get_scale_factor (surface);
  *height = gdk_surface_get_height (surface) * gdk_surface_get_scale_factor (surface);
}

/* On a screen of twice the dots everything is drawn anew, with twice as many. */
static void
test_other_screen (LtGui *gui, gconstpointer data)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (gui->window));
  static const char *const charts[] = { "timeline", "coordination" };
  int before = gtk_widget_get_scale_factor (GTK_WIDGET (gui->window));

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      GtkWidget *canvas;
      int width;
      int height;
      int wider;
      int higher;

      gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.page", "s", charts[i]);
      lt_gui_settle ();
      canvas = lt_gui_find (gui->window, i ? LT_TYPE_NETWORK_CANVAS : LT_TYPE_TIMELINE_CANVAS);
      snapshot_size (canvas, &width, &height);
      gdk_x11_display_set_surface_scale (display, 2 * before);
      lt_gui_settle ();
      g_assert_cmpint (gtk_widget_get_scale_factor (canvas), ==, 2 * before);
      gtk_widget_queue_draw (canvas);
      lt_gui_settle ();
      snapshot_size (canvas, &wider, &higher);
      g_assert_cmpint (wider, >, width);
      g_assert_cmpint (higher, >, height);
      g_assert_cmpuint (check_words (gui->window), >=, 3);
      gdk_x11_display_set_surface_scale (display, before);
      lt_gui_settle ();
      g_assert_cmpint (gtk_widget_get_scale_factor (canvas), ==, before);
    }
}

static void
add_tests (void)
{
  lt_gui_add ("/scales/words", lt_gui_set_up, test_words);
  lt_gui_add ("/scales/preview", lt_gui_set_up, test_preview);
  lt_gui_add ("/scales/other-screen", lt_gui_set_up, test_other_screen);
}

int
main (int argc, char **argv)
{
  return lt_gui_test_run (&argc, &argv, add_tests);
}
