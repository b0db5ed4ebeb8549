/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>
#include <time.h>

#include "chart/lt-render.h"
#include "support/lt-test-book.h"
#include "timeline-fixture.h"

#define WIDTH 1200
#define HEIGHT 700

typedef struct {
  LtBook *book;
  LtTimeline *timeline;
  LtTimelineLayout *layout;
  LtChartText *text;
} Fixture;

static LtTimelineLayout *
lay_out (LtTimeline *timeline, LtChartText *text, LtZoom zoom)
{
  LtTimelineScale scale;
  LtDay first;
  LtDay last;

  lt_timeline_get_range (timeline, &first, &last);
  lt_timeline_scale_init (&scale, first, last, lt_zoom_get_day_width (zoom));
  return lt_timeline_layout_new (timeline, &scale, text, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  LtTimelineOptions options = LT_TIMELINE_OPTIONS_INIT;

  options.as_of = DAY ("2024-03-15");
  fixture->book = lt_test_book_new (60, 9);
  fixture->timeline = lt_timeline_new (fixture_get_plan (fixture->book), &options);
  fixture->text = lt_chart_text_new ();
  fixture->layout = lay_out (fixture->timeline, fixture->text, LT_ZOOM_MONTH);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  lt_timeline_layout_unref (fixture->layout);
  lt_timeline_unref (fixture->timeline);
  lt_chart_text_free (fixture->text);
  g_object_unref (fixture->book);
}

/* One part, @scale pixels a point, what lies at (x, y) of it at the top left. */
static cairo_surface_t *
draw (Fixture *fixture, LtTimelinePart part, const LtTimelineLook *look, double x, double y,
      double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -x, -y);
  lt_timeline_draw (fixture->layout, part, look, fixture->text, cr,
                    &(LtRect) { x, y, WIDTH / scale, HEIGHT / scale });
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  guint32 pixel;

  g_assert_true (x >= 0 && x < cairo_image_surface_get_width (surface));
  g_assert_true (y >= 0 && y < cairo_image_surface_get_height (surface));
  memcpy (&pixel, data + y * cairo_image_surface_get_stride (surface) + x * 4, 4);
  return pixel & 0xffffff;
}

static guint32
get_color (const LtColor *color)
{
  return (guint32) lround (color->red * 255) << 16 | (guint32) lround (color->green * 255) << 8
         | (guint32) lround (color->blue * 255);
}

static gboolean
is_color (guint32 pixel, const LtColor *color)
{
  guint32 wanted = get_color (color);

  for (guint shift = 0; shift < 24; shift += 8)
    if (ABS ((int) (pixel >> shift & 0xff) - (int) (wanted >> shift & 0xff)) > 3)
      return FALSE;
  return TRUE;
}

/* demands.md, row 62: the as-of line stands where its day is, and moves with it. */
static void
test_today (Fixture *fixture, gconstpointer data)
{
  const LtPalette *palette = lt_palette_get (LT_PALETTE_LIGHT);
  static const char *const days[] = { "2024-03-15", "2024-07-01" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      LtTimelineOptions options = LT_TIMELINE_OPTIONS_INIT;
      cairo_surface_t *surface;
      double x;

      options.as_of = DAY (days[i]);
      lt_timeline_layout_unref (fixture->layout);
      lt_timeline_unref (fixture->timeline);
      fixture->timeline = lt_timeline_new (fixture_get_plan (fixture->book), &options);
      fixture->layout = lay_out (fixture->timeline, fixture->text, LT_ZOOM_MONTH);
      surface = draw (fixture, LT_TIMELINE_PART_BODY, NULL, 0, 0, 2);
      x = lt_timeline_layout_get_mark_x (fixture->layout, DAY (days[i])) * 2;
      /* Below the bracket of the first row. */
      g_assert_true (is_color (get_pixel (surface, (int) x, 44), &palette->today));
      g_assert_false (is_color (get_pixel (surface, (int) x + 8, 44), &palette->today));
      g_assert_false (is_color (get_pixel (surface, (int) x - 8, 44), &palette->today));
      cairo_surface_destroy (surface);
    }
}

/* Processor time of drawing what a screen shows of the middle of so many rows. */
static double
measure_drawing (guint n_rows)
{
  LtTimelineOptions options = LT_TIMELINE_OPTIONS_INIT;
  Fixture fixture = { .book = fixture_new_long_book (n_rows, 2), .text = lt_chart_text_new () };
  double least = G_MAXDOUBLE;

  options.as_of = DAY ("2024-11-15");
  fixture.timeline = lt_timeline_new (fixture_get_plan (fixture.book), &options);
  fixture.layout = lay_out (fixture.timeline, fixture.text, LT_ZOOM_MONTH);
  for (guint i = 0; i < 12; i++)
    {
      double y = lt_timeline_layout_get_body_height (fixture.layout) / 2 + i;
      clock_t start = clock ();

      cairo_surface_destroy (draw (&fixture, LT_TIMELINE_PART_LABELS, NULL, 0, y, 1));
      cairo_surface_destroy (draw (&fixture, LT_TIMELINE_PART_BODY, NULL, 0, y, 1));
      least = MIN (least, (double) (clock () - start));
    }
  tear_down (&fixture, NULL);
  return least;
}

/* demands.md, row 32: nothing is done about rows that are out of sight. */
static void
test_only_what_is_seen (void)
{
  double few = measure_drawing (240);
  double many = measure_drawing (12000);

  g_test_message ("a screen of 12,000 rows takes %.2f times that of 240", many / few);
  g_assert_cmpfloat (many, <, few * 3);
}

/* What is drawn of a part does not depend on how it is cut into pieces: shapes are
 * where they are. (Words move into sight, so only the header's and labels' are the same.) */
static void
test_pieces (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *whole = draw (fixture, LT_TIMELINE_PART_LABELS, NULL, 0, 0, 2);
  cairo_surface_t *piece = draw (fixture, LT_TIMELINE_PART_LABELS, NULL, 0, 36, 2);

  for (int y = 0; y < HEIGHT - 80; y++)
    for (int x = 0; x < 500; x++)
      g_assert_cmphex (get_pixel (piece, x, y), ==, get_pixel (whole, x, y + 72));
  cairo_surface_destroy (whole);
  cairo_surface_destroy (piece);
}

/* The box of pixels that have the color of the edge of @style around a bar's place. */
static gboolean
find_edges (cairo_surface_t *surface, const LtColor *edge, int y, int *left, int *right)
{
  int width = cairo_image_surface_get_width (surface);

  *left = *right = -1;
  for (int x = 0; x < width; x++)
    if (is_color (get_pixel (surface, x, y), edge))
      {
        *left = *left < 0 ? x : *left;
        *right = x;
      }
  return *left >= 0;
}

/* The same bars on a screen and in a PNG of the same size: the image of the page
 * is compared with parts drawn the way a view does it. */
static void
test_screen_and_file_agree (void)
{
  g_autoptr (LtBook) book = fixture_new_book (2024, NULL);
  LtInitiative *initiative = fixture_add_initiative (fixture_get_plan (book), "Một");
  const LtPalette *palette = lt_palette_get (LT_PALETTE_LIGHT);
  g_autoptr (LtPages) pages = NULL;
  g_autoptr (LtTimeline) timeline = NULL;
  LtTimelineOptions timeline_options = LT_TIMELINE_OPTIONS_INIT;
  LtTimelinePageOptions options;
  LtTimelineLayout *layout;
  cairo_surface_t *screen;
  cairo_surface_t *file;
  LtChartText *text = lt_chart_text_new ();
  double width;
  double height;
  guint n_bars = 0;
  cairo_t *cr;

  for (guint month = 1; month <= 12; month++)
    {
      g_autofree char *deadline
          = g_strdup_printf ("từ ngày 03/%u/2024 đến ngày 2%u/%u/2024", month, month % 7, month);

      fixture_add_assignment (initiative, "Sở Y tế", deadline);
    }
  timeline_options.as_of = DAY ("2024-05-30");
  timeline = lt_timeline_new (fixture_get_plan (book), &timeline_options);
  lt_timeline_page_options_init (&options);
  options.fit = LT_PAGE_FIT_SHEET;
  pages = lt_timeline_pages_new (timeline, &options, NULL);
  layout = lt_timeline_pages_get_layout (LT_TIMELINE_PAGES (pages));
  lt_pages_get_page_size (pages, &width, &height);

  file = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * 2),
                                     (int) ceil (height * 2));
  cr = cairo_create (file);
  cairo_scale (cr, 2, 2);
  lt_pages_draw_page (pages, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (file);

  screen = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * 2),
                                       (int) ceil (height * 2));
  cr = cairo_create (screen);
  cairo_scale (cr, 2, 2);
  for (LtTimelinePart part = LT_TIMELINE_PART_CORNER; part <= LT_TIMELINE_PART_BODY; part++)
    {
      LtTimelineLook look = LT_TIMELINE_LOOK_INIT;
      LtRect place;
      LtRect shown;

      look.calendar = lt_calendar_new (NULL);
      lt_timeline_pages_get_place (LT_TIMELINE_PAGES (pages), 0, part, &place, &shown);
      cairo_save (cr);
      cairo_translate (cr, place.x - shown.x, place.y - shown.y);
      lt_timeline_draw (layout, part, &look, text, cr, &shown);
      cairo_restore (cr);
      lt_calendar_unref (look.calendar);
    }
  cairo_destroy (cr);
  cairo_surface_flush (screen);

  for (guint row = 0; row < lt_timeline_get_n_rows (timeline); row++)
    {
      const LtTimelineRow *content = lt_timeline_get_row (timeline, row);
      LtRect place;
      LtRect shown;
      LtRect bar;
      int left[2];
      int right[2];
      int y;

      if (content->bar != LT_BAR_SPAN || !lt_timeline_layout_get_bar (layout, row, &bar))
        continue;
      lt_timeline_pages_get_place (LT_TIMELINE_PAGES (pages), 0, LT_TIMELINE_PART_BODY, &place, &shown);
      y = (int) ((place.y + bar.y + bar.height / 2) * 2);
      g_assert_true (find_edges (screen, &palette->bars[content->timeliness].edge, y, &left[0],
                                 &right[0]));
      g_assert_true (find_edges (file, &palette->bars[content->timeliness].edge, y, &left[1],
                                 &right[1]));
      g_assert_cmpint (left[0], ==, left[1]);
      g_assert_cmpint (right[0], ==, right[1]);
      /* And both where the layout says. */
      g_assert_cmpfloat (fabs (left[0] - (place.x + bar.x) * 2), <=, 2);
      g_assert_cmpfloat (fabs (right[0] - (place.x + bar.x + bar.width) * 2), <=, 2);
      n_bars++;
    }
  g_assert_cmpuint (n_bars, ==, 12);
  cairo_surface_destroy (screen);
  cairo_surface_destroy (file);
  lt_chart_text_free (text);
}

static double
get_mean_luminance (cairo_surface_t *surface)
{
  double sum = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        guint32 pixel = get_pixel (surface, x, y);

        sum += 0.2126 * (pixel >> 16 & 0xff) + 0.7152 * (pixel >> 8 & 0xff) + 0.0722 * (pixel & 0xff);
      }
  return sum / 255 / WIDTH / HEIGHT;
}

static void
test_themes (Fixture *fixture, gconstpointer data)
{
  LtTimelineLook look = LT_TIMELINE_LOOK_INIT;
  cairo_surface_t *surface;

  look.palette = lt_palette_get (LT_PALETTE_DARK);
  surface = draw (fixture, LT_TIMELINE_PART_BODY, &look, 0, 0, 1);
  g_assert_cmpfloat (get_mean_luminance (surface), <, 0.35);
  cairo_surface_destroy (surface);
  look.palette = lt_palette_get (LT_PALETTE_MONO);
  surface = draw (fixture, LT_TIMELINE_PART_BODY, &look, 0, 0, 1);
  g_assert_cmpfloat (get_mean_luminance (surface), >, 0.7);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        guint32 pixel = get_pixel (surface, x, y);

        g_assert_true ((pixel >> 16) == (pixel & 0xff) && (pixel >> 8 & 0xff) == (pixel & 0xff));
      }
  cairo_surface_destroy (surface);
}

static void
test_free_days (Fixture *fixture, gconstpointer data)
{
  const LtPalette *palette = lt_palette_get (LT_PALETTE_LIGHT);
  LtTimelineLook look = LT_TIMELINE_LOOK_INIT;
  LtRect shown = { 0, 2000, WIDTH, 20 };
  cairo_surface_t *surface;
  g_autoptr (LtCalendar) calendar = lt_calendar_new (NULL);
  static const struct {
    const char *day;
    gboolean weekend;
    gboolean holiday;
  } cases[] = {
    { "2024-01-01", FALSE, TRUE }, { "2024-01-03", FALSE, FALSE }, { "2024-01-06", TRUE, FALSE },
    { "2024-01-07", TRUE, FALSE }, { "2024-01-08", FALSE, FALSE },
  };

  lt_timeline_layout_unref (fixture->layout);
  fixture->layout = lay_out (fixture->timeline, fixture->text, LT_ZOOM_DAY);
  look.calendar = calendar;
  /* Below the last row, where nothing but the days is seen. */
  shown.y = lt_timeline_layout_get_body_height (fixture->layout) + 10;
  surface = draw (fixture, LT_TIMELINE_PART_BODY, &look, 0, shown.y, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int x = (int) (lt_timeline_layout_get_mark_x (fixture->layout, DAY (cases[i].day)) * 2);
      guint32 pixel = get_pixel (surface, x, 10);

      g_assert_cmpint (is_color (pixel, &palette->weekend), ==, cases[i].weekend);
      g_assert_cmpint (is_color (pixel, &palette->holiday), ==, cases[i].holiday);
    }
  cairo_surface_destroy (surface);
}

static gboolean
is_selected_cb (const LtTimelineRow *row, gpointer data)
{
  return row->id == *(gint64 *) data;
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  const LtPalette *palette = lt_palette_get (LT_PALETTE_LIGHT);
  LtTimelineLook look = LT_TIMELINE_LOOK_INIT;
  gint64 id = lt_timeline_get_row (fixture->timeline, 2)->id;
  cairo_surface_t *surface;

  look.is_selected = is_selected_cb;
  look.selected_data = &id;
  look.hovered_row = 3;
  surface = draw (fixture, LT_TIMELINE_PART_LABELS, &look, 0, 0, 1);
  for (guint row = 1; row < 6; row++)
    {
      guint32 pixel = get_pixel (surface, 2, (int) (row * LT_TIMELINE_ROW_HEIGHT) + 4);

      g_assert_cmpint (is_color (pixel, &palette->selected_ground), ==, row == 2);
      g_assert_cmpint (is_color (pixel, &palette->hover_ground), ==, row == 3);
    }
  cairo_surface_destroy (surface);
}

/* Whatever the range, the width of a day and the place: it is drawn, and soon. */
static void
test_anything (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);

  for (guint i = 0; i < 120; i++)
    {
      LtTimelineLook look = LT_TIMELINE_LOOK_INIT;
      g_autoptr (LtCalendar) calendar = lt_calendar_new (NULL);
      LtTimelineScale scale;
      LtTimelineLayout *layout;
      LtDay first = g_rand_int_range (rand, -719162, 2932896);
      cairo_surface_t *surface;
      gint64 start = g_get_monotonic_time ();

      if (i % 3 == 0)
        first = DAY ("0001-01-01");
      lt_timeline_scale_init (&scale, first, i % 3 == 0 ? DAY ("9999-12-31") : first + i * 40,
                              pow (10, g_rand_double_range (rand, -3, 1.6)));
      layout = lt_timeline_layout_new_scaled (fixture->layout, &scale);
      lt_timeline_layout_unref (fixture->layout);
      fixture->layout = layout;
      look.calendar = calendar;
      look.dragged_row = 1;
      look.dragged_start = first;
      for (LtTimelinePart part = LT_TIMELINE_PART_CORNER; part <= LT_TIMELINE_PART_BODY; part++)
        {
          surface = draw (fixture, part, &look,
                          g_rand_double_range (rand, -100,
                                               lt_timeline_layout_get_body_width (layout) + 100),
                          g_rand_double_range (rand, -100,
                                               lt_timeline_layout_get_body_height (layout) + 100),
                          1);
          cairo_surface_destroy (surface);
        }
      g_assert_cmpfloat ((g_get_monotonic_time () - start) / 1e6, <, 2);
    }
}

static void
test_empty (void)
{
  g_autoptr (LtBook) book = fixture_new_book (2024, NULL);
  g_autoptr (LtTimeline) timeline = lt_timeline_new (fixture_get_plan (book), NULL);
  Fixture fixture = { .timeline = timeline, .text = lt_chart_text_new () };

  fixture.layout = lay_out (timeline, fixture.text, LT_ZOOM_MONTH);
  for (LtTimelinePart part = LT_TIMELINE_PART_CORNER; part <= LT_TIMELINE_PART_BODY; part++)
    cairo_surface_destroy (draw (&fixture, part, NULL, 0, 0, 1));
  lt_timeline_layout_unref (fixture.layout);
  lt_chart_text_free (fixture.text);
}

/* Words are cut to their room, never in the middle of a letter. */
static void
test_words (void)
{
  static const char *const texts[] = {
    "Rà soát, quản lý và lưu trữ thông tin hành chính", "",
    "施政報告 日本語 한국어", "e\xcc\x81o\xcc\x81" "a\xcc\x81",
    "một\nhai", "Sở Lao động - Thương binh và Xã hội",
  };
  LtChartText *text = lt_chart_text_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (double width = 5; width < 300; width *= 1.3)
      {
        g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (LtTextLine));
        guint n = lt_chart_text_wrap (text, LT_CHART_FACE_BODY, texts[i], width, 2, lines);

        g_assert_cmpuint (n, ==, lines->len);
        g_assert_cmpuint (n, <=, 2);
        for (guint j = 0; j < n; j++)
          {
            const LtTextLine *line = &g_array_index (lines, LtTextLine, j);

            g_assert_true (g_utf8_validate (texts[i] + line->start, line->length, NULL));
            g_assert_cmpint (line->cut && j + 1 < n, ==, FALSE);
          }
      }
  lt_chart_text_free (text);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/timeline-draw/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("today", test_today);
  g_test_add_func ("/timeline-draw/only-what-is-seen", test_only_what_is_seen);
  ADD ("pieces", test_pieces);
  g_test_add_func ("/timeline-draw/screen-and-file-agree", test_screen_and_file_agree);
  ADD ("themes", test_themes);
  ADD ("free-days", test_free_days);
  ADD ("selection", test_selection);
  ADD ("anything", test_anything);
  g_test_add_func ("/timeline-draw/empty", test_empty);
  g_test_add_func ("/timeline-draw/words", test_words);
  return g_test_run ();
}
