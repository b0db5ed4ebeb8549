/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "chart/lt-line-mask.h"

#define WIDTH 240
#define HEIGHT 160
#define LEFT 30.0
#define TOP -20.0

typedef struct {
  double x1;
  double y1;
  double x2;
  double y2;
  double width;
} Line;

static cairo_t *
create_target (double resolution)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_scale (cr, resolution, resolution);
  cairo_translate (cr, -LEFT, -TOP);
  return cr;
}

static guint8
get_pixel (cairo_t *cr, int x, int y)
{
  cairo_surface_t *surface = cairo_get_target (cr);

  cairo_surface_flush (surface);
  return cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x];
}

static cairo_t *
draw_mask (const Line *line, double resolution)
{
  LtRect clip = { LEFT, TOP, WIDTH / resolution, HEIGHT / resolution };
  g_autoptr (LtLineMask) mask = lt_line_mask_new (&clip, resolution);
  cairo_t *cr = create_target (resolution);

  lt_line_mask_add_line (mask, line->x1, line->y1, line->x2, line->y2, line->width);
  lt_line_mask_draw (mask, cr);
  return cr;
}

static cairo_t *
stroke (const Line *line, double resolution)
{
  cairo_t *cr = create_target (resolution);

  cairo_set_line_width (cr, line->width);
  cairo_move_to (cr, line->x1, line->y1);
  cairo_line_to (cr, line->x2, line->y2);
  cairo_stroke (cr);
  return cr;
}

/* Lines across the whole picture, so that how they end is nowhere seen: what they cover is what cairo
 * covers, but for the smoothing. */
static void
assert_like_cairo (const Line *line, double resolution)
{
  cairo_t *ours = draw_mask (line, resolution);
  cairo_t *theirs = stroke (line, resolution);
  double sum[2] = { 0, 0 };

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        int pair[2] = { get_pixel (ours, x, y), get_pixel (theirs, x, y) };

        sum[0] += pair[0];
        sum[1] += pair[1];
        if (ABS (pair[0] - pair[1]) > 80)
          g_error ("%g, %g to %g, %g, width %g at %g: %d instead of %d at %d, %d", line->x1, line->y1, line->x2,
                   line->y2, line->width, resolution, pair[0], pair[1], x, y);
      }
  g_assert_cmpfloat_with_epsilon (sum[0], sum[1], 0.04 * sum[1] + 255 * 2);
  cairo_destroy (ours);
  cairo_destroy (theirs);
}

static void
test_like_cairo (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < 400; i++)
    {
      double resolution = g_rand_double_range (random, 0.3, 3);
      double angle = i < 40 ? (i % 8) * G_PI_4 : g_rand_double_range (random, 0, 2 * G_PI);
      double x = LEFT + g_rand_double (random) * WIDTH / resolution;
      double y = TOP + g_rand_double (random) * HEIGHT / resolution;
      double reach = g_rand_double_range (random, 400, 4000) / resolution;
      Line line = { x - reach * cos (angle), y - reach * sin (angle), x + reach * cos (angle),
                    y + reach * sin (angle), g_rand_double_range (random, 0.75, i % 4 ? 3 : 12) / resolution };

      assert_like_cairo (&line, resolution);
    }
}

static double
sum_up (cairo_t *cr)
{
  double sum = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      sum += get_pixel (cr, x, y);
  return sum;
}

/* Nothing is written beside the picture, however far lines go, and none vanishes for being thin. */
static void
test_anywhere (void)
{
  static const double places[] = { -1e7, -20000, -8.3, -0.4, 0, 0.5, 79.9, 160, 160.2, 239.6, 240, 247.9, 256, 20000, 1e7 };
  LtRect clip = { 0, 0, WIDTH, HEIGHT };
  g_autoptr (LtLineMask) mask = lt_line_mask_new (&clip, 1);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  Line thin = { LEFT + 10, TOP + 10, LEFT + 110, TOP + 40, 0.001 };
  cairo_t *cr;

  for (guint i = 0; i < 60000; i++)
    {
      double place[4];

      for (guint j = 0; j < 4; j++)
        place[j] = places[g_rand_int_range (random, 0, G_N_ELEMENTS (places))] + g_rand_double (random) - 0.5;
      lt_line_mask_add_line (mask, place[0], place[1], place[2], place[3], i % 5 ? 1 + i % 3 : 30);
    }
  lt_line_mask_add_line (mask, 5, 5, 5, 5, 2);
  cr = create_target (1);
  lt_line_mask_draw (mask, cr);
  cairo_destroy (cr);
  cr = draw_mask (&thin, 1);
  g_assert_cmpfloat (sum_up (cr), >, 255 * 60);
  cairo_destroy (cr);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-mask/like-cairo", test_like_cairo);
  g_test_add_func ("/line-mask/anywhere", test_anywhere);
  return g_test_run ();
}
