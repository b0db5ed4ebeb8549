/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "chart/lt-timeline-draw-private.h"

/* Depth of a torn end. */
#define TEAR 2.5
#define RADIUS 2.0
#define EDGE_WIDTH 0.8
#define BOLD_WIDTH 1.6
#define PATTERN_STEP 5.0
#define PATTERN_WIDTH 0.5
#define DUE_WIDTH 2.0
#define DUE_REACH 1.5

/* An end that is not named is torn off. */
static void
add_torn_end (cairo_t *cr, double x, double inwards, double from, double to)
{
  double step = (to - from) / 4;

  cairo_line_to (cr, x, from);
  cairo_line_to (cr, x + inwards, from + step);
  cairo_line_to (cr, x, from + 2 * step);
  cairo_line_to (cr, x + inwards, from + 3 * step);
  cairo_line_to (cr, x, to);
}

static void
add_outline (cairo_t *cr, const LtRect *bar, guint flags)
{
  double right = bar->x + bar->width;
  double bottom = bar->y + bar->height;
  double radius = MIN (RADIUS, MIN (bar->width, bar->height) / 2);
  double tear = MIN (TEAR, bar->width / 3);

  cairo_new_sub_path (cr);
  if (flags & LT_BAR_OPEN_END)
    add_torn_end (cr, right, -tear, bar->y, bottom);
  else
    {
      cairo_arc (cr, right - radius, bar->y + radius, radius, -G_PI_2, 0);
      cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
    }
  if (flags & LT_BAR_OPEN_START)
    add_torn_end (cr, bar->x, tear, bottom, bar->y);
  else
    {
      cairo_arc (cr, bar->x + radius, bottom - radius, radius, G_PI_2, G_PI);
      cairo_arc (cr, bar->x + radius, bar->y + radius, radius, G_PI, 3 * G_PI_2);
    }
  cairo_close_path (cr);
}

/* Slanted lines are cut to the bar here: a clip for each bar would cost more. */
static void
add_lines (cairo_t *cr, const LtRect *bar, gboolean rising)
{
  double height = bar->height;
  double right = bar->x + bar->width;

  for (double x = bar->x - height + PATTERN_STEP / 2; x < right; x += PATTERN_STEP)
    {
      double from = MAX (x, bar->x);
      double to = MIN (x + height, right);

      if (rising)
        {
          cairo_move_to (cr, from, bar->y + height - (from - x));
          cairo_line_to (cr, to, bar->y + height - (to - x));
        }
      else
        {
          cairo_move_to (cr, from, bar->y + (from - x));
          cairo_line_to (cr, to, bar->y + (to - x));
        }
    }
}

static void
stroke_lines (cairo_t *cr, LtPattern pattern, const LtRect *bar)
{
  cairo_set_line_width (cr, PATTERN_WIDTH);
  if (pattern != LT_PATTERN_FALLING)
    add_lines (cr, bar, TRUE);
  if (pattern != LT_PATTERN_RISING)
    add_lines (cr, bar, FALSE);
  cairo_stroke (cr);
}

/* Hundreds of slanted lines are slow to paint as pixels; one tile, repeated, is not. */
static void
paint_tiles (cairo_t *cr, LtPattern pattern, const LtRect *bar)
{
  double x = bar->x;
  double y = bar->y;
  double right = bar->x + bar->width;
  double bottom = bar->y + bar->height;
  double scale = PATTERN_STEP;
  double unused = 0;
  cairo_surface_t *tile;
  cairo_pattern_t *mask;
  cairo_matrix_t matrix;
  cairo_t *tile_cr;
  int size;

  cairo_user_to_device (cr, &x, &y);
  cairo_user_to_device (cr, &right, &bottom);
  cairo_user_to_device_distance (cr, &scale, &unused);
  size = CLAMP ((int) round (scale), 3, 256);
  scale = size / PATTERN_STEP;
  tile = cairo_image_surface_create (CAIRO_FORMAT_A8, size, size);
  tile_cr = cairo_create (tile);
  cairo_scale (tile_cr, scale, scale);
  /* As high as a tile, the lines meet those of the next one. */
  stroke_lines (tile_cr, pattern,
                &(LtRect) { -PATTERN_STEP, 0, 3 * PATTERN_STEP, PATTERN_STEP });
  cairo_destroy (tile_cr);

  mask = cairo_pattern_create_for_surface (tile);
  cairo_pattern_set_extend (mask, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (mask, CAIRO_FILTER_NEAREST);
  cairo_save (cr);
  cairo_identity_matrix (cr);
  /* A clip along whole pixels costs nothing; what of a pixel it leaves out or takes in lies below the edge. */
  cairo_rectangle (cr, round (x), round (y), round (right) - round (x), round (bottom) - round (y));
  cairo_clip (cr);
  cairo_matrix_init_translate (&matrix, -round (x), -round (y));
  cairo_pattern_set_matrix (mask, &matrix);
  cairo_mask (cr, mask);
  cairo_restore (cr);
  cairo_pattern_destroy (mask);
  cairo_surface_destroy (tile);
}

gboolean
_lt_pattern_has_lines (LtPattern pattern)
{
  return pattern == LT_PATTERN_RISING || pattern == LT_PATTERN_CROSSED
         || pattern == LT_PATTERN_FALLING;
}

static void
draw_pattern (cairo_t *cr, const LtBarStyle *style, const LtRect *bar)
{
  if (!_lt_pattern_has_lines (style->pattern))
    return;
  if (cairo_surface_get_type (cairo_get_group_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE)
    paint_tiles (cr, style->pattern, bar);
  else
    stroke_lines (cr, style->pattern, bar);
}

static void
stroke_edge (cairo_t *cr, const LtBarStyle *style)
{
  static const double dots[] = { 1.5, 1.5 };

  cairo_set_line_width (cr, style->pattern == LT_PATTERN_BOLD_EDGE ? BOLD_WIDTH : EDGE_WIDTH);
  if (style->pattern == LT_PATTERN_DOTTED_EDGE)
    cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

void
_lt_timeline_draw_span (cairo_t *cr, const LtBarStyle *style, const LtRect *bar, double done_to,
                        guint flags)
{
  add_outline (cr, bar, flags);
  lt_color_set (&style->fill, cr);
  cairo_fill (cr);
  if (done_to > bar->x)
    {
      LtRect done = *bar;
      gboolean all = done_to >= bar->x + bar->width;

      done.width = MIN (done_to - bar->x, bar->width);
      add_outline (cr, &done, all ? flags : flags & ~(guint) LT_BAR_OPEN_END);
      lt_color_set (&style->done, cr);
      cairo_fill (cr);
    }
  lt_color_set (&style->edge, cr);
  draw_pattern (cr, style, bar);
  add_outline (cr, bar, flags);
  stroke_edge (cr, style);
}

/* Two lines with nothing at the sides: work that has no end. */
void
_lt_timeline_draw_band (cairo_t *cr, const LtBarStyle *style, const LtRect *bar, guint flags)
{
  double right = bar->x + bar->width;
  double bottom = bar->y + bar->height;
  double half = bar->height / 2;

  lt_color_set (&style->fill, cr);
  cairo_rectangle (cr, bar->x, bar->y, bar->width, bar->height);
  cairo_fill (cr);
  lt_color_set (&style->edge, cr);
  cairo_move_to (cr, bar->x, bar->y);
  cairo_line_to (cr, right, bar->y);
  cairo_move_to (cr, bar->x, bottom);
  cairo_line_to (cr, right, bottom);
  stroke_edge (cr, style);
  if (!(flags & LT_BAR_OPEN_START))
    {
      cairo_move_to (cr, bar->x, bar->y);
      cairo_line_to (cr, bar->x, bottom);
      stroke_edge (cr, style);
    }
  if (flags & LT_BAR_OPEN_END)
    {
      cairo_move_to (cr, right - half - 1, bar->y + 1);
      cairo_line_to (cr, right - 1, bar->y + half);
      cairo_line_to (cr, right - half - 1, bottom - 1);
      cairo_set_line_width (cr, 1.2);
      cairo_stroke (cr);
    }
}

static void
add_point (cairo_t *cr, double x, double inwards, double y)
{
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + inwards, y);
  cairo_line_to (cr, x, y + SUMMARY_HEIGHT);
  cairo_close_path (cr);
}

void
_lt_timeline_draw_summary (cairo_t *cr, const LtPalette *palette, const LtRect *bar, guint flags)
{
  double half = bar->height / 2;
  double point = MIN (SUMMARY_HEIGHT, bar->width / 2);

  cairo_rectangle (cr, bar->x, bar->y, bar->width, half);
  if (!(flags & LT_BAR_OPEN_START))
    add_point (cr, bar->x, point, bar->y + half);
  if (!(flags & LT_BAR_OPEN_END))
    add_point (cr, bar->x + bar->width, -point, bar->y + half);
  lt_color_set (&palette->summary, cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  cairo_fill (cr);
}

void
_lt_timeline_draw_mark (cairo_t *cr, const LtPalette *palette, double x, double y)
{
  double half = MARK_SIZE / 2;

  cairo_move_to (cr, x, y - half);
  cairo_line_to (cr, x + half, y);
  cairo_line_to (cr, x, y + half);
  cairo_line_to (cr, x - half, y);
  cairo_close_path (cr);
  lt_color_set (&palette->mark, cr);
  cairo_fill_preserve (cr);
  /* So that a mark on a bar stands out. */
  lt_color_set (&palette->ground, cr);
  cairo_set_line_width (cr, 0.6);
  cairo_stroke (cr);
}

void
_lt_timeline_draw_due (cairo_t *cr, const LtBarStyle *style, double x, double y)
{
  double half = SPAN_HEIGHT / 2 + DUE_REACH;

  lt_color_set (&style->edge, cr);
  cairo_rectangle (cr, x - DUE_WIDTH, y - half, DUE_WIDTH, 2 * half);
  cairo_fill (cr);
}
