/* SPDX-License-Identifier: MIT */
#include "chart/lt-line-mask.h"

#include <math.h>

#define SIZE_MAX_PIXELS 16384
/* Lines thinner than this would vanish. */
#define WIDTH_MIN 0.75f
/* Pixels around what is seen, so that nobody asks of each whether it is. */
#define BORDER 16

/* Profiles: of lines up to HALF_MAX pixels from their middle, in steps of breadth, tilt and place. */
#define HALF_MAX 2
#define N_BREADTHS 32 /* to a pixel */
#define N_TILTS 16
#define N_PLACES 32   /* to a pixel */
#define PLACES_SHIFT 11
#define PROFILE_MAX 8 /* pixels */
#define SHRINK_MIN 0.7071f

/* What a line covers of the pixels across it, by where in the first of them it begins. */
typedef struct {
  float reach;  /* from its middle, across */
  int n_pixels; /* 0: not made yet */
  guint8 covers[N_PLACES][PROFILE_MAX];
} Profile;

struct _LtLineMask {
  cairo_surface_t *surface; /* CAIRO_FORMAT_A8 */
  guint8 *data; /* the first pixel that is seen */
  int stride;
  int width;
  int height;
  double left; /* points */
  double top;
  double resolution;
  Profile *profiles[HALF_MAX * N_BREADTHS + 1]; /* of N_TILTS each */
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
  self->width = (int) width;
  self->height = (int) height;
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_A8, self->width + 2 * BORDER, self->height + 2 * BORDER);
  if (cairo_surface_status (self->surface) != CAIRO_STATUS_SUCCESS)
    {
      lt_line_mask_free (self);
      return NULL;
    }
  cairo_surface_flush (self->surface);
  self->stride = cairo_image_surface_get_stride (self->surface);
  self->data = cairo_image_surface_get_data (self->surface) + (gsize) BORDER * (gsize) self->stride + BORDER;
  self->left = clip->x;
  self->top = clip->y;
  self->resolution = resolution;
  return self;
}

void
lt_line_mask_free (LtLineMask *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->profiles); i++)
    g_free (self->profiles[i]);
  cairo_surface_destroy (self->surface);
  g_free (self);
}

/* By how far from the line a pixel is; then so that all of a step are as dark as the line is broad
 * wherever it runs, which makes it look even. */
static void
make_profile (Profile *profile, float half, float shrink)
{
  profile->reach = half / shrink + 0.5f;
  profile->n_pixels = CLAMP ((int) ceilf (2 * profile->reach + 1), 3, PROFILE_MAX);
  for (guint i = 0; i < N_PLACES; i++)
    {
      float covers[PROFILE_MAX];
      float sum = 0;

      for (guint j = 0; j < PROFILE_MAX; j++)
        {
          float way = (float) j + 0.5f - ((float) i + 0.5f) / N_PLACES - profile->reach;

          covers[j] = CLAMP (half + 0.5f - fabsf (way) * shrink, 0, 1);
          sum += covers[j];
        }
      for (guint j = 0; j < PROFILE_MAX; j++)
        profile->covers[i][j] = (guint8) (MIN (covers[j] * 2 * half / shrink / sum, 1) * 255 + 0.5f);
    }
}

/* @shrink: across is not square to the line. */
static const Profile *
get_profile (LtLineMask *self, float half, float shrink)
{
  guint breadth = (guint) (half * N_BREADTHS + 0.5f);
  guint tilt = (guint) (MAX (shrink - SHRINK_MIN, 0) / (1 - SHRINK_MIN) * (N_TILTS - 1) + 0.5f);
  Profile *profile;

  if (self->profiles[breadth] == NULL)
    self->profiles[breadth] = g_new0 (Profile, N_TILTS);
  profile = &self->profiles[breadth][MIN (tilt, N_TILTS - 1)];
  if (profile->n_pixels == 0)
    make_profile (profile, (float) breadth / N_BREADTHS,
                  SHRINK_MIN + (1 - SHRINK_MIN) * (float) tilt / (N_TILTS - 1));
  return profile;
}

/* A way along the line: @step and @across are bytes from pixel to pixel along and across, @place is where
 * the line begins across, in 16.16. */
typedef struct {
  guint8 *column;
  int step;
  int across;
  int n_steps;
  gint32 place;
  gint32 place_step;
} Way;

/* Compiled once for each number of pixels: most of a frame is spent in these few lines. */
static inline __attribute__ ((always_inline)) void
follow (Way way, const Profile *profile, const int n_pixels)
{
  for (; way.n_steps > 0; way.n_steps--, way.place += way.place_step, way.column += way.step)
    {
      const guint8 *covers = profile->covers[((guint32) way.place >> PLACES_SHIFT) % N_PLACES];
      guint8 *pixel = way.column + (gssize) (way.place >> 16) * way.across;

      for (int i = 0; i < n_pixels; i++, pixel += way.across)
        *pixel = MAX (*pixel, covers[i]);
    }
}

static void
follow_profile (const Way *way, const Profile *profile)
{
  switch (profile->n_pixels)
    {
    case 3:
      follow (*way, profile, 3);
      break;
    case 4:
      follow (*way, profile, 4);
      break;
    case 5:
      follow (*way, profile, 5);
      break;
    default:
      follow (*way, profile, PROFILE_MAX);
    }
}

/* Lines too broad for a profile are rare: the pixels of each step one by one. */
static void
follow_broad (const Way *way, float half, float shrink, float reach, int n_across)
{
  for (int i = 0; i < way->n_steps; i++)
    {
      float begin = ((float) way->place + (float) i * (float) way->place_step) / 65536;
      int from = MAX ((int) floorf (begin), 0);
      int end = MIN ((int) ceilf (begin + 2 * reach), n_across);

      for (int j = from; j < end; j++)
        {
          guint8 *pixel = way->column + (gssize) i * way->step + (gssize) j * way->across;
          float cover = half + 0.5f - fabsf ((float) j + 0.5f - begin - reach) * shrink;
          guint8 value = (guint8) (CLAMP (cover, 0, 1) * 255 + 0.5f);

          *pixel = MAX (*pixel, value);
        }
    }
}

/* Where the line has its middle at each step of the longer way, the pixels across it are covered by
 * how near they are. */
static void
add_steps (LtLineMask *self, float along1, float across1, float along2, float across2, gboolean steep, float half)
{
  int n_along = steep ? self->height : self->width;
  int n_across = steep ? self->width : self->height;
  float slope = along2 > along1 ? (across2 - across1) / (along2 - along1) : 0;
  float shrink = 1 / sqrtf (1 + slope * slope);
  const Profile *profile = half <= HALF_MAX ? get_profile (self, half, shrink) : NULL;
  float reach = profile != NULL ? profile->reach : half / shrink + 0.5f;
  float first = MAX (floorf (along1), 0);
  float end = MIN (floorf (along2), (float) n_along);
  Way way;

  /* Only where the line is within the border, across. */
  if (slope != 0 && (MIN (across1, across2) < -reach || MAX (across1, across2) > (float) n_across + reach))
    {
      float in = along1 + (-reach - across1) / slope;
      float out = along1 + ((float) n_across + reach - across1) / slope;

      first = MAX (first, ceilf (MIN (in, out)));
      end = MIN (end, floorf (MAX (in, out)));
    }
  if (first >= end)
    return;
  way.step = steep ? self->stride : 1;
  way.across = steep ? 1 : self->stride;
  way.column = self->data + (gssize) first * way.step;
  way.n_steps = (int) end - (int) first;
  way.place = (gint32) floorf ((across1 + (first + 0.5f - along1) * slope - reach) * 65536);
  way.place_step = (gint32) (slope * 65536);
  if (profile != NULL)
    follow_profile (&way, profile);
  else
    follow_broad (&way, half, shrink, reach, n_across);
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
        add_steps (self, ax, ay, bx, by, FALSE, half);
      else
        add_steps (self, bx, by, ax, ay, FALSE, half);
    }
  else if (ay <= by)
    add_steps (self, ay, ax, by, bx, TRUE, half);
  else
    add_steps (self, by, bx, ay, ax, TRUE, half);
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
      float length = sqrtf (way_x * way_x + way_y * way_y) * (turn > 0 ? 1 : -1);

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
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_clip (cr);
  cairo_mask_surface (cr, self->surface, -BORDER, -BORDER);
  cairo_restore (cr);
}
