/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "chart/lt-network-private.h"

/* How far a curve bends from the straight line, of its length; and at most. */
#define BEND 0.11
#define BEND_MAX 42.0
#define BISECTIONS 24

LtPoint
_lt_network_get_point (const LtPoint *curve, double t)
{
  double s = 1 - t;
  double a = s * s * s;
  double b = 3 * s * s * t;
  double c = 3 * s * t * t;
  double d = t * t * t;

  return (LtPoint) { a * curve[0].x + b * curve[1].x + c * curve[2].x + d * curve[3].x,
                     a * curve[0].y + b * curve[1].y + c * curve[2].y + d * curve[3].y };
}

static LtPoint
mix (LtPoint a, LtPoint b, double t)
{
  return (LtPoint) { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

/* The part from @start to @end, by de Casteljau. */
static void
cut (LtPoint *curve, double start, double end)
{
  LtPoint a = mix (curve[0], curve[1], end);
  LtPoint b = mix (curve[1], curve[2], end);
  LtPoint c = mix (curve[2], curve[3], end);
  LtPoint d = mix (a, b, end);
  LtPoint e = mix (b, c, end);
  double t = end > 0 ? start / end : 0;
  LtPoint part[4] = { curve[0], a, d, mix (d, e, end) };

  a = mix (part[0], part[1], t);
  b = mix (part[1], part[2], t);
  c = mix (part[2], part[3], t);
  d = mix (a, b, t);
  e = mix (b, c, t);
  curve[0] = mix (d, e, t);
  curve[1] = e;
  curve[2] = c;
  curve[3] = part[3];
}

static gboolean
is_inside (const LtRect *rect, LtPoint point, double margin)
{
  return point.x > rect->x - margin && point.x < rect->x + rect->width + margin
         && point.y > rect->y - margin && point.y < rect->y + rect->height + margin;
}

/* Where the curve, inside at @inside and outside at @outside, crosses the border. */
static double
find_border (const LtPoint *curve, const LtRect *rect, double margin, double inside, double outside)
{
  for (guint i = 0; i < BISECTIONS; i++)
    {
      double middle = (inside + outside) / 2;

      if (is_inside (rect, _lt_network_get_point (curve, middle), margin))
        inside = middle;
      else
        outside = middle;
    }
  return outside;
}

static LtPoint
get_middle (const LtRect *rect)
{
  return (LtPoint) { rect->x + rect->width / 2, rect->y + rect->height / 2 };
}

/* Bends to the left of its way, so that what runs back runs beside it. */
static gboolean
route_freely (LtNetworkArrow *arrow, const LtRect *from, const LtRect *to)
{
  LtPoint start = get_middle (from);
  LtPoint end = get_middle (to);
  double x = end.x - start.x;
  double y = end.y - start.y;
  double length = hypot (x, y);
  double bend = length > 0 ? MIN (BEND, BEND_MAX / length) : 0;
  double out = -1;
  double in;

  arrow->curve[0] = start;
  arrow->curve[1] = (LtPoint) { start.x + x / 3 + y * bend, start.y + y / 3 - x * bend };
  arrow->curve[2] = (LtPoint) { start.x + x * 2 / 3 + y * bend, start.y + y * 2 / 3 - x * bend };
  arrow->curve[3] = end;
  for (guint i = 1; i < 16 && out < 0; i++)
    {
      LtPoint point = _lt_network_get_point (arrow->curve, i / 16.0);

      if (!is_inside (from, point, 0) && !is_inside (to, point, HEAD_GAP))
        out = i / 16.0;
    }
  if (out < 0)
    return FALSE;
  in = find_border (arrow->curve, to, HEAD_GAP, 1, out);
  out = find_border (arrow->curve, from, 0, 0, out);
  cut (arrow->curve, out, in);
  return TRUE;
}

typedef struct {
  guint arrow;
  double key;
} Port;

static int
compare_ports (gconstpointer a, gconstpointer b)
{
  const Port *first = a;
  const Port *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;
  return first->arrow < second->arrow ? -1 : first->arrow > second->arrow;
}

/* The arrows of a box end side by side along its edge, in the order of where they come
 * from, so that they do not cross there. */
static void
spread_ends (LtNetwork *self, gboolean heads)
{
  g_autofree GArray **ports = g_new0 (GArray *, self->boxes->len + 1);

  for (guint i = 0; i < self->arrows->len; i++)
    {
      const LtNetworkArrow *arrow = &g_array_index (self->arrows, LtNetworkArrow, i);
      guint own = heads ? arrow->to : arrow->from;
      guint other = heads ? arrow->from : arrow->to;
      Port port = { i, get_middle (&_lt_network_box (self, other)->rect).y };

      if (ports[own] == NULL)
        ports[own] = g_array_new (FALSE, FALSE, sizeof (Port));
      g_array_append_val (ports[own], port);
    }
  for (guint box = 0; box < self->boxes->len; box++)
    {
      const LtRect *rect = &_lt_network_box (self, box)->rect;

      if (ports[box] == NULL)
        continue;
      g_array_sort (ports[box], compare_ports);
      for (guint i = 0; i < ports[box]->len; i++)
        {
          LtNetworkArrow *arrow = &g_array_index (self->arrows, LtNetworkArrow,
                                                  g_array_index (ports[box], Port, i).arrow);
          double y = rect->y + rect->height * (i + 1) / (ports[box]->len + 1);

          arrow->curve[heads ? 3 : 0]
              = (LtPoint) { heads ? rect->x - HEAD_GAP : rect->x + rect->width, y };
        }
      g_array_unref (ports[box]);
    }
}

static void
route_columns (LtNetwork *self)
{
  spread_ends (self, FALSE);
  spread_ends (self, TRUE);
  for (guint i = 0; i < self->arrows->len; i++)
    {
      LtNetworkArrow *arrow = &g_array_index (self->arrows, LtNetworkArrow, i);
      double reach = (arrow->curve[3].x - arrow->curve[0].x) * 0.45;

      arrow->curve[1] = (LtPoint) { arrow->curve[0].x + reach, arrow->curve[0].y };
      arrow->curve[2] = (LtPoint) { arrow->curve[3].x - reach, arrow->curve[3].y };
      arrow->drawn = reach > 0;
    }
}

/* A curve stays within the hull of its four points. */
static void
find_bounds (LtNetworkArrow *arrow)
{
  double reach = arrow->width / 2 + HEAD_LENGTH;
  double left = G_MAXDOUBLE;
  double top = G_MAXDOUBLE;
  double right = -G_MAXDOUBLE;
  double bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < 4; i++)
    {
      left = MIN (left, arrow->curve[i].x);
      top = MIN (top, arrow->curve[i].y);
      right = MAX (right, arrow->curve[i].x);
      bottom = MAX (bottom, arrow->curve[i].y);
    }
  arrow->bounds = (LtRect) { left - reach, top - reach, right - left + 2 * reach, bottom - top + 2 * reach };
}

void
_lt_network_route (LtNetwork *self)
{
  if (self->arrangement == LT_ARRANGEMENT_COLUMNS)
    route_columns (self);
  for (guint i = 0; i < self->arrows->len; i++)
    {
      LtNetworkArrow *arrow = &g_array_index (self->arrows, LtNetworkArrow, i);

      if (self->arrangement == LT_ARRANGEMENT_FREE)
        arrow->drawn = route_freely (arrow, &_lt_network_box (self, arrow->from)->rect,
                                     &_lt_network_box (self, arrow->to)->rect);
      find_bounds (arrow);
    }
}
