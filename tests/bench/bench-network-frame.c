/* SPDX-License-Identifier: MIT */
#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "app/lt-network-canvas-private.h"
#include "chart/network-fixture.h"

/* What a whole frame of the window costs this process while a network of 300 agencies and 2,000 arrows is
 * pushed along by one pixel a frame, all of it seen: recording, rendering and handing over included. The
 * middle of all frames is under 16 ms. */

#define WIDTH 1600
#define HEIGHT 900
#define N_FRAMES 60

typedef struct {
  LtNetworkCanvas *canvas;
  GMainLoop *loop;
  double start;
  GArray *costs;
  guint n_ticks;
} Run;

static double
get_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : 1;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Run *run = data;
  double now = get_ms ();
  double cost = now - run->start;

  /* The first frames load fonts. */
  if (run->n_ticks++ > 5)
    g_array_append_val (run->costs, cost);
  if (run->costs->len == N_FRAMES)
    {
      g_main_loop_quit (run->loop);
      return G_SOURCE_REMOVE;
    }
  run->start = now;
  _lt_network_canvas_pan (run->canvas, run->n_ticks % 20 < 10 ? 1 : -1, run->n_ticks % 2 ? 1 : -1);
  return G_SOURCE_CONTINUE;
}

static double
measure (LtNetworkCanvas *canvas)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (double));
  Run run = { canvas, loop, get_ms (), costs, 0 };

  gtk_widget_add_tick_callback (GTK_WIDGET (canvas), tick_cb, &run, NULL);
  g_main_loop_run (loop);
  g_array_sort (costs, compare);
  return g_array_index (costs, double, costs->len / 2);
}

int
main (int argc, char **argv)
{
  g_autoptr (LtCoordinationGraph) graph = fixture_graph_random (300, 2000, 7);
  g_autoptr (LtChartText) text = lt_chart_text_new ();
  g_autoptr (LtNetwork) network = lt_network_new (graph, LT_ARRANGEMENT_FREE, text);
  g_autoptr (LtMatrix) matrix = lt_matrix_new (graph, LT_MATRIX_BY_LOAD, text);
  LtNetworkCanvas *canvas;
  GtkWidget *window;
  double whole;
  double lit;
  double at_size;

  gtk_init ();
  adw_init ();
  canvas = g_object_new (LT_TYPE_NETWORK_CANVAS, NULL);
  window = gtk_window_new ();
  lt_network_lay_out (network, NULL, NULL);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (canvas));
  gtk_window_present (GTK_WINDOW (window));
  lt_network_canvas_set_content (canvas, network, matrix);
  whole = measure (canvas);
  lt_network_canvas_pick (canvas, 5, -1);
  lit = measure (canvas);
  lt_network_canvas_pick (canvas, -1, -1);
  lt_network_canvas_zoom (canvas, canvas->pixels / lt_network_canvas_get_scale (canvas), -1, -1);
  at_size = measure (canvas);
  g_print ("a frame of %d × %d pixels, pushed along: all agencies %.1f ms, with one picked %.1f ms, a part at true "
           "size %.1f ms\n",
           gtk_widget_get_width (GTK_WIDGET (canvas)), gtk_widget_get_height (GTK_WIDGET (canvas)), whole, lit,
           at_size);
  gtk_window_destroy (GTK_WINDOW (window));
  return MAX (MAX (whole, lit), at_size) < 16 ? EXIT_SUCCESS : EXIT_FAILURE;
}
