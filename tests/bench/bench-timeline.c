/* SPDX-License-Identifier: MIT */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <time.h>

#include "chart/lt-render.h"
#include "chart/lt-timeline-page.h"
#include "report/lt-pango.h"
#include "support/lt-test-book.h"

/* What a timeline costs: a frame of 1600 × 900 pixels at 100,000 rows against one at
 * 1,000 (at most 1.2 ×, and under 8 ms), and a PDF of 10,000 rows over two years against the
 * least cairo program that draws as many rectangles and lines of text (at most 2 ×). */

#define SEED 1
#define WIDTH 1600
#define HEIGHT 900
#define PIXELS_PER_POINT (96.0 / 72)
#define N_FRAMES 120
/* The two pictures take turns: whatever else slows the machine down slows both. */
#define N_FRAMES_IN_TURN 10
#define N_RUNS 5

typedef struct {
  LtTimeline *timeline;
  LtTimelineLayout *layout;
  LtChartText *text;
  double build_ms;
  double layout_ms;
} Screen;

/* Of this process alone: other work on the machine does not count. */
static double
get_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
get_quantile (GArray *values, double part)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, (guint) (part * (values->len - 1)));
}

/* A timeline of just about so many rows. */
static LtTimeline *
make_timeline (guint n_rows, double *build_ms)
{
  g_autoptr (LtBook) book = lt_test_book_new (n_rows / 4, SEED);
  LtPlan *plan = lt_item_get_child (LT_ITEM (book), 0);
  LtTimeline *timeline = lt_timeline_new (plan, NULL);
  double start;

  lt_timeline_unref (timeline);
  start = get_ms ();
  timeline = lt_timeline_new (plan, NULL);
  *build_ms = get_ms () - start;
  return timeline;
}

static void
prepare_screen (Screen *screen, guint n_rows)
{
  LtTimelineScale scale;
  LtDay first;
  LtDay last;
  double start;

  screen->timeline = make_timeline (n_rows, &screen->build_ms);
  screen->text = lt_chart_text_new ();
  lt_timeline_get_range (screen->timeline, &first, &last);
  lt_timeline_scale_init (&scale, first, last, lt_zoom_get_day_width (LT_ZOOM_MONTH));
  start = get_ms ();
  screen->layout = lt_timeline_layout_new (screen->timeline, &scale, screen->text, NULL);
  screen->layout_ms = get_ms () - start;
}

static void
draw_frame (Screen *screen, cairo_t *cr, LtCalendar *calendar, double y)
{
  LtTimelineLayout *layout = screen->layout;
  LtTimelineLook look = LT_TIMELINE_LOOK_INIT;
  double labels = lt_timeline_layout_get_labels_width (layout);
  double header = lt_timeline_layout_get_header_height (layout);
  double width = WIDTH / PIXELS_PER_POINT - labels;
  double height = HEIGHT / PIXELS_PER_POINT - header;

  look.calendar = calendar;
  cairo_save (cr);
  cairo_scale (cr, PIXELS_PER_POINT, PIXELS_PER_POINT);
  lt_timeline_draw (layout, LT_TIMELINE_PART_CORNER, &look, screen->text, cr,
                    &(LtRect) { 0, 0, labels, header });
  cairo_translate (cr, labels, 0);
  lt_timeline_draw (layout, LT_TIMELINE_PART_HEADER, &look, screen->text, cr,
                    &(LtRect) { 0, 0, width, header });
  cairo_translate (cr, 0, header - y);
  lt_timeline_draw (layout, LT_TIMELINE_PART_BODY, &look, screen->text, cr,
                    &(LtRect) { 0, y, width, height });
  cairo_translate (cr, -labels, 0);
  lt_timeline_draw (layout, LT_TIMELINE_PART_LABELS, &look, screen->text, cr,
                    &(LtRect) { 0, y, labels, height });
  cairo_restore (cr);
}

/* @jumps: each frame shows rows that were not seen before; else they scroll by. */
static void
time_frames (Screen *screen, guint first, guint n, gboolean jumps, GArray *times)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  LtCalendar *calendar = lt_calendar_new (NULL);
  double room = lt_timeline_layout_get_body_height (screen->layout) - HEIGHT;

  for (guint i = first; i < first + n; i++)
    {
      double part = jumps ? (i * 37 % N_FRAMES) / (double) N_FRAMES : 0.5;
      double y = part * room + (jumps ? 0 : i * 5);
      double start = get_ms ();
      double time;

      draw_frame (screen, cr, calendar, y);
      cairo_surface_flush (surface);
      time = get_ms () - start;
      g_array_append_val (times, time);
    }
  lt_calendar_unref (calendar);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static double
report_frames (guint n_rows, GArray *times, gboolean jumps)
{
  double median = get_quantile (times, 0.5);

  g_print ("  %6u rows, %-9s median %.2f ms, 95 %% %.2f ms, most %.2f ms\n", n_rows,
           jumps ? "jumping" : "scrolling", median, get_quantile (times, 0.95), get_quantile (times, 1));
  return median;
}

/* How many times longer a frame takes in the larger picture. */
static double
compare_frames (Screen *screens, gboolean jumps)
{
  g_autoptr (GArray) small = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) large = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_FRAMES; i += N_FRAMES_IN_TURN)
    {
      time_frames (&screens[0], i, N_FRAMES_IN_TURN, jumps, small);
      time_frames (&screens[1], i, N_FRAMES_IN_TURN, jumps, large);
    }
  return 1 / report_frames (lt_timeline_get_n_rows (screens[0].timeline), small, jumps)
         * report_frames (lt_timeline_get_n_rows (screens[1].timeline), large, jumps);
}

static void
clear_screen (Screen *screen)
{
  lt_timeline_layout_unref (screen->layout);
  lt_timeline_unref (screen->timeline);
  lt_chart_text_free (screen->text);
}

static void
bench_frames (void)
{
  static const guint sizes[] = { 1000, 100000 };
  Screen screens[G_N_ELEMENTS (sizes)];
  double scrolling;
  double jumping;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      prepare_screen (&screens[i], sizes[i]);
      g_print ("%u rows: built in %.1f ms, laid out in %.1f ms\n",
               lt_timeline_get_n_rows (screens[i].timeline), screens[i].build_ms, screens[i].layout_ms);
    }
  scrolling = compare_frames (screens, FALSE);
  jumping = compare_frames (screens, TRUE);
  g_print ("frame at 100,000 rows against 1,000: %.2f scrolling, %.2f jumping (at most 1.2)\n", scrolling, jumping);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    clear_screen (&screens[i]);
}

static cairo_status_t
count_bytes_cb (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

/* As many pages, rectangles and lines of text, and nothing else. */
static double
time_bare (guint n_pages, guint n_rectangles, guint n_lines)
{
  double start = get_ms ();
  gsize length = 0;
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (count_bytes_cb, &length, 842, 595);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = lt_pango_context_new ();
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = lt_pango_font_description (9, FALSE, FALSE);
  guint rectangle = 0;
  guint line = 0;

  pango_layout_set_font_description (layout, font);
  for (guint page = 0; page < n_pages; page++)
    {
      for (; rectangle < (page + 1) * (guint64) n_rectangles / n_pages; rectangle++)
        {
          cairo_set_source_rgb (cr, 0.8, 0.9, (rectangle % 10) / 10.0);
          cairo_rectangle (cr, 300, rectangle % 50 * 11, 50 + rectangle % 200, 11);
          cairo_fill (cr);
        }
      cairo_set_source_rgb (cr, 0, 0, 0);
      for (; line < (page + 1) * (guint64) n_lines / n_pages; line++)
        {
          char words[80];

          g_snprintf (words, sizeof words, "Thực hiện nghiêm túc Quy trình số %u/KH-UBND", line);
          pango_layout_set_text (layout, words, -1);
          cairo_move_to (cr, 40, line % 50 * 11);
          pango_cairo_show_layout (cr, layout);
        }
      cairo_show_page (cr);
    }
  pango_font_description_free (font);
  g_object_unref (layout);
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return get_ms () - start;
}

static guint
count_cells (const LtTimelineScale *scale)
{
  LtTier tiers[2];
  guint n = 0;

  lt_timeline_scale_get_tiers (scale, &tiers[0], &tiers[1]);
  for (guint i = 0; i < 2; i++)
    for (LtDay day = lt_tier_floor (&tiers[i], scale->first); day <= scale->last;
         day = lt_tier_next (&tiers[i], day))
      n++;
  return n;
}

/* What is on the pages: bars and the grounds of rows; words as the layout has broken
 * them, and on each page the headers, two lines above the chart and two below it. Neither
 * lines of the grid nor patterns nor the legend. */
static void
count_shapes (LtTimelinePages *pages, guint *n_rectangles, guint *n_lines)
{
  LtTimelineLayout *layout = lt_timeline_pages_get_layout (pages);
  LtTimeline *timeline = lt_timeline_layout_get_timeline (layout);
  LtChartText *text = lt_chart_text_new ();
  guint n_rows = lt_timeline_get_n_rows (timeline);

  *n_rectangles = lt_timeline_get_n_dated (timeline);
  *n_lines = lt_pages_get_n_pages (LT_PAGES (pages))
             * (count_cells (lt_timeline_layout_get_scale (layout))
                + lt_timeline_layout_get_n_columns (layout) + 4);
  for (guint row = 0; row < n_rows; row++)
    {
      const LtTimelineRow *content = lt_timeline_get_row (timeline, row);

      *n_rectangles += content->level == LT_TIMELINE_INITIATIVE;
      *n_lines += *content->number != '\0';
      *n_lines += content->bar != LT_BAR_NONE && content->bar != LT_BAR_SUMMARY;
      for (guint i = 0; i < lt_timeline_layout_get_n_columns (layout); i++)
        {
          g_autofree char *made = NULL;
          const char *words = lt_timeline_column_get_words (lt_timeline_layout_get_column (layout, i),
                                                            content, &made);

          *n_lines += lt_chart_text_wrap (text, LT_CHART_FACE_BODY, words,
                                          lt_timeline_layout_get_cell_width (layout, row, i),
                                          lt_timeline_layout_get_max_lines (layout), NULL);
        }
    }
  lt_chart_text_free (text);
}

static void
bench_pdf (void)
{
  double build_ms;
  g_autoptr (LtTimeline) timeline = make_timeline (10000, &build_ms);
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));
  LtTimelinePageOptions options;
  guint n_rectangles = 0;
  guint n_lines = 0;
  guint n_pages = 0;
  gsize size = 0;

  lt_timeline_page_options_init (&options);
  options.first = lt_day_from_ymd (2024, 1, 1);
  options.last = lt_day_from_ymd (2025, 12, 31);
  for (guint i = 0; i < N_RUNS; i++)
    {
      double start = get_ms ();
      g_autoptr (LtPages) pages = lt_timeline_pages_new (timeline, &options, NULL);
      g_autoptr (GBytes) bytes = lt_render_pdf (pages, NULL);
      double time = get_ms () - start;

      size = g_bytes_get_size (bytes);
      n_pages = lt_pages_get_n_pages (pages);
      g_array_append_val (ours, time);
      if (n_lines == 0)
        count_shapes (LT_TIMELINE_PAGES (pages), &n_rectangles, &n_lines);
      time = time_bare (n_pages, n_rectangles, n_lines);
      g_array_append_val (bare, time);
    }
  g_print ("PDF of %u rows, %u pages, %u rectangles, %u lines of text, %.1f MB:\n",
           lt_timeline_get_n_rows (timeline), n_pages, n_rectangles, n_lines, size / 1e6);
  g_print ("  ours %.0f ms, bare %.0f ms: %.2f (at most 2)\n", get_quantile (ours, 0.5),
           get_quantile (bare, 0.5), get_quantile (ours, 0.5) / get_quantile (bare, 0.5));
}

int
main (int argc, char *argv[])
{
  const char *part = argc > 1 ? argv[1] : "all";

  if (!g_str_equal (part, "pdf"))
    bench_frames ();
  if (!g_str_equal (part, "frames"))
    bench_pdf ();
  return 0;
}
