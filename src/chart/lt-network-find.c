/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "chart/lt-network-private.h"

#define STEPS 24

int
lt_network_find_box_at (LtNetwork *self, double x, double y)
{
  for (guint i = self->boxes->len; i-- > 0;)
    if (lt_rect_contains (&_lt_network_box (self, i)->rect, x, y))
      return (int) i;
  return -1;
}

static double
get_distance (LtPoint a, LtPoint b, double x, double y)
{
  double way_x = b.x - a.x;
  double way_y = b.y - a.y;
  double square = way_x * way_x + way_y * way_y;
  double t = square > 0 ? CLAMP (((x - a.x) * way_x + (y - a.y) * way_y) / square, 0, 1) : 0;

  return hypot (a.x + t * way_x - x, a.y + t * way_y - y);
}

static double
get_distance_from_curve (const LtNetworkArrow *arrow, double x, double y)
{
  double nearest = G_MAXDOUBLE;
  LtPoint last = arrow->curve[0];

  for (guint i = 1; i <= STEPS; i++)
    {
      LtPoint point = _lt_network_get_point (arrow->curve, (double) i / STEPS);

      nearest = MIN (nearest, get_distance (last, point, x, y));
      last = point;
    }
  return nearest - arrow->width / 2;
}

int
lt_network_find_arrow_at (LtNetwork *self, double x, double y, double reach)
{
  int found = -1;

  for (guint i = 0; i < self->arrows->len; i++)
    {
      const LtNetworkArrow *arrow = &g_array_index (self->arrows, LtNetworkArrow, i);
      double distance;

      if (!arrow->drawn || x < arrow->bounds.x - reach || y < arrow->bounds.y - reach
          || x > arrow->bounds.x + arrow->bounds.width + reach
          || y > arrow->bounds.y + arrow->bounds.height + reach)
        continue;
      distance = get_distance_from_curve (arrow, x, y);
      if (distance > reach)
        continue;
      reach = distance;
      found = (int) i;
    }
  return found;
}

char *
lt_network_dup_box_text (LtNetwork *self, guint index)
{
  const LtNetworkBox *box = _lt_network_box (self, index);

  return g_strconcat (box->name, *box->note ? ": " : "", box->note, box->late ? ", " : NULL, box->late, NULL);
}

char *
lt_network_dup_arrow_text (LtNetwork *self, guint index)
{
  const LtNetworkArrow *arrow = &g_array_index (self->arrows, LtNetworkArrow, index);

  return g_strdup_printf ("%s → %s: %u nhiệm vụ", _lt_network_box (self, arrow->from)->name,
                          _lt_network_box (self, arrow->to)->name, arrow->count);
}
