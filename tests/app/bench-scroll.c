/* SPDX-License-Identifier: MIT */
#include <adwaita.h>
#include <math.h>
#include <time.h>

#include "app/lt-timeline-canvas.h"
#include "support/lt-test-book.h"

/* Scrolls and zooms a timeline of 10,000 assignments and tells how long frames take,
 * from the first step of the clock to the last: all but what the display does. The
 * time is the processor's, so that other programs do not count. */

#define N_ASSIGNMENTS 10000
#define N_FRAMES 400
#define LIMIT_MS 16.7

typedef struct {
  GtkScrolledWindow *scroller;
  LtTimelineCanvas *canvas;
  GArray *times; /* (element-type double) */
  gint64 start;
  guint frame;
} Bench;

static gint64
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
begin_cb (GdkFrameClock *clock, Bench *bench)
{
  GtkAdjustment *vertical = gtk_scrolled_window_get_vadjustment (bench->scroller);
  GtkAdjustment *horizontal = gtk_scrolled_window_get_hadjustment (bench->scroller);

  bench->start = get_time ();
  if (bench->frame % 50 == 49)
    lt_timeline_canvas_zoom (bench->canvas, bench->frame % 100 == 49 ? 2 : 0.5, -1);
  /* Slowly, fast, and to places far away. */
  gtk_adjustment_set_value (vertical, bench->frame % 20 == 19
                                          ? fmod (bench->frame * 7919.0, 300000)
                                          : gtk_adjustment_get_value (vertical) + bench->frame);
  gtk_adjustment_set_value (horizontal, bench->frame * 3 % 900);
}

static void
end_cb (GdkFrameClock *clock, Bench *bench)
{
  double ms = (double) (get_time () - bench->start) / 1000.0;

  g_array_append_val (bench->times, ms);
  bench->frame++;
  gtk_widget_queue_draw (GTK_WIDGET (bench->canvas));
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

int
main (void)
{
  g_autoptr (LtBook) book = lt_test_book_new (N_ASSIGNMENTS, 1);
  LtTimelineOptions options = LT_TIMELINE_OPTIONS_INIT;
  g_autoptr (LtTimeline) timeline = NULL;
  Bench bench = { 0 };
  GtkWidget *window;
  GdkFrameClock *clock;
  double slow;

  if (!gtk_init_check ())
    {
      g_print ("no display\n");
      return 77;
    }
  adw_init ();
  options.depth = LT_TIMELINE_ASSIGNMENT;
  timeline = lt_timeline_new (lt_item_get_child (LT_ITEM (book), 0), &options);
  bench.canvas = g_object_new (LT_TYPE_TIMELINE_CANVAS, NULL);
  bench.scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  bench.times = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_scrolled_window_set_child (bench.scroller, GTK_WIDGET (bench.canvas));
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 760);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (bench.scroller));
  gtk_window_present (GTK_WINDOW (window));
  lt_timeline_canvas_set_timeline (bench.canvas, timeline);
  gtk_test_widget_wait_for_draw (window);

  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (begin_cb), &bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (end_cb), &bench);
  gtk_widget_queue_draw (GTK_WIDGET (bench.canvas));
  while (bench.frame < N_FRAMES)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (clock, &bench);

  g_array_sort (bench.times, compare);
  slow = g_array_index (bench.times, double, bench.times->len * 95 / 100);
  g_print ("%u rows, %u frames: median %.2f ms, 95%% within %.2f ms, worst %.2f ms\n",
           lt_timeline_get_n_rows (timeline), bench.times->len,
           g_array_index (bench.times, double, bench.times->len / 2), slow,
           g_array_index (bench.times, double, bench.times->len - 1));
  g_array_unref (bench.times);
  gtk_window_destroy (GTK_WINDOW (window));
  return slow < LIMIT_MS ? 0 : 1;
}
