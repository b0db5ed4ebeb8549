/* SPDX-License-Identifier: MIT */
#include "chart/lt-line-mask.h"

#include <math.h>

#define SIZE_MAX_PIXELS 16384
/* Lines thinner than this would vanish. */
#define WIDTH_MIN 0.75f

struct _LtLineMask {
  cairo_surface_t *surface; /* CAIRO_FORMAT_A8 */
  guint8 *data;
  int stride;
  int width;
  int height;
  double left; /* points */
  double top;
  double resolution;
};

LtLineMask *
lt_line_mask_new (const LtRect *clip, double resolution)
{
  double width = ceil (clip->width * resolution);
  double height = ceil (clip->height * resolution);
  LtLineMask *self;

  if (!(width >= 1 && width <= SIZE_MAX_PIXELS && height >= 1 && height <= SIZE_MAX_PIXELS))
    return NULL;
  self = g_new0 (LtLineMask, 1);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) width, (int) height);
  if (cairo_surface_status (self->surface) != CAIRO_STATUS_SUCCESS)
    {
      lt_line_mask_free (self);
      return NULL;
    }
  cairo_surface_flush (self->surface);
  self->data = cairo_image_surface_get_data (self->surface);
  self->stride = cairo_image_surface_get_stride (self->surface);
  self->width = (int) width;
  self->height = (int) height;
  self->left = clip->x;
  self->top = clip->y;
  self->resolution = resolution;
  return self;
}

void
lt_line_mask_free (LtLineMask *self)
{
  cairo_surface_destroy (self->surface);
  g_free (self);
}

/* Where the line has its middle at each step of the longer way, the pixels across it are covered by
 * how near they are. @step: bytes from pixel to pixel along, @across: bytes across. */
static void
add_steps (LtLineMask *self, float along1, float across1, float along2, float across2, int n_along, int n_across,
           int step, int across, float half)
{
  float slope = (across2 - across1) / (along2 - along1);
  /* Across is not square to the line. */
  float shrink = 1 / sqrtf (1 + slope * slope);
  float reach = half / shrink + 0.5f;
  int first = MAX ((int) floorf (along1), 0);
  int end = MIN ((int) floorf (along2), n_along);
  float middle = across1 + ((float) first + 0.5f - along1) * slope;
  guint8 *column = self->data + (gssize) first * step;

  /* In 16.16 from here on: most of a frame is spent in these few lines. */
  gint64 place = (gint64) ((middle - reach) * 65536);
  gint64 place_step = (gint64) (slope * 65536);
  int full = (int) ((half + 0.5f) * 65536);
  int scale = (int) (shrink * 65536);
  gint64 width = (gint64) (2 * reach * 65536);
  gint64 middle_way = (gint64) (reach * 65536) - 32768;

  for (int i = first; i < end; i++, place += place_step, column += step)
    {
      int from = (int) (place >> 16);
      int to = (int) ((place + width) >> 16);
      gint64 way = ((gint64) from << 16) - place - middle_way; /* from the middle to this pixel's */

      if (to < 0 || from >= n_across)
        continue;
      if (from < 0)
        {
          way -= (gint64) from << 16;
          from = 0;
        }
      to = MIN (to, n_across - 1);
      for (guint8 *pixel = column + (gssize) from * across; from <= to; from++, pixel += across, way += 65536)
        {
          int cover = (full - (int) ((ABS (way) * scale) >> 16)) >> 8;

          cover = cover > 255 ? 255 : cover;
          if (cover > *pixel)
            *pixel = (guint8) cover;
        }
    }
}

void
lt_line_mask_add_line (LtLineMask *self, double x1, double y1, double x2, double y2, double width)
{
  float ax = (float) ((x1 - self->left) * self->resolution);
  float ay = (float) ((y1 - self->top) * self->resolution);
  float bx = (float) ((x2 - self->left) * self->resolution);
  float by = (float) ((y2 - self->top) * self->resolution);
  float half = MAX ((float) (width * self->resolution), WIDTH_MIN) / 2;

  if (MAX (ax, bx) < -half || MAX (ay, by) < -half || MIN (ax, bx) > (float) self->width + half
      || MIN (ay, by) > (float) self->height + half)
    return;
  if (fabsf (bx - ax) >= fabsf (by - ay))
    {
      if (ax <= bx)
        add_steps (self, ax, ay, bx, by, self->width, self->height, 1, self->stride, half);
      else
        add_steps (self, bx, by, ax, ay, self->width, self->height, 1, self->stride, half);
    }
  else if (ay <= by)
    add_steps (self, ay, ax, by, bx, self->height, self->width, self->stride, 1, half);
  else
    add_steps (self, by, bx, ay, ax, self->height, self->width, self->stride, 1, half);
}

void
lt_line_mask_add_triangle (LtLineMask *self, const double *x, const double *y)
{
  float px[3];
  float py[3];
  float nx[3];
  float ny[3];
  float turn;
  int left;
  int right;
  int top;
  int bottom;

  for (guint i = 0; i < 3; i++)
    {
      px[i] = (float) ((x[i] - self->left) * self->resolution);
      py[i] = (float) ((y[i] - self->top) * self->resolution);
    }
  turn = (px[1] - px[0]) * (py[2] - py[0]) - (py[1] - py[0]) * (px[2] - px[0]);
  if (fabsf (turn) < 1e-3f)
    return;
  for (guint i = 0; i < 3; i++)
    {
      float way_x = px[(i + 1) % 3] - px[i];
      float way_y = py[(i + 1) % 3] - py[i];
      float length = hypotf (way_x, way_y) * (turn > 0 ? 1 : -1);

      nx[i] = -way_y / length;
      ny[i] = way_x / length;
    }
  left = MAX ((int) floorf (MIN (MIN (px[0], px[1]), px[2])) - 1, 0);
  right = MIN ((int) ceilf (MAX (MAX (px[0], px[1]), px[2])) + 1, self->width);
  top = MAX ((int) floorf (MIN (MIN (py[0], py[1]), py[2])) - 1, 0);
  bottom = MIN ((int) ceilf (MAX (MAX (py[0], py[1]), py[2])) + 1, self->height);
  for (int j = top; j < bottom; j++)
    for (int i = left; i < right; i++)
      {
        float inside = 1;
        guint8 *pixel = self->data + (gssize) j * self->stride + i;
        int cover;

        for (guint k = 0; k < 3; k++)
          inside = MIN (inside, ((float) i + 0.5f - px[k]) * nx[k] + ((float) j + 0.5f - py[k]) * ny[k] + 0.5f);
        cover = inside > 0 ? (int) (inside * 255) : 0;
        if (cover > *pixel)
          *pixel = (guint8) cover;
      }
}

void
lt_line_mask_draw (LtLineMask *self, cairo_t *cr)
{
  cairo_surface_mark_dirty (self->surface);
  cairo_save (cr);
  cairo_translate (cr, self->left, self->top);
  cairo_scale (cr, 1 / self->resolution, 1 / self->resolution);
  cairo_mask_surface (cr, self->surface, 0, 0);
  cairo_restore (cr);
}
