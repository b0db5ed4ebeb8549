/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "chart/lt-network-private.h"

#define ROW_GAP 5.0
/* Between the columns: room enough that curves can be told apart. */
#define COLUMN_GAP_MIN 170.0
#define COLUMN_GAP_MAX 520.0
/* Of a landscape page between its margins. */
#define PAGE_ASPECT 1.65
#define SWEEPS 24

typedef struct {
  guint box;
  double key; /* where its neighbours are on average */
  guint place;
} Seat;

typedef struct {
  GArray *left;  /* (element-type Seat), from top to bottom */
  GArray *right;
  guint *places; /* by box */
} Columns;

static int
compare_seats (gconstpointer a, gconstpointer b)
{
  const Seat *first = a;
  const Seat *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;
  return first->place < second->place ? -1 : first->place > second->place;
}

static void
number_seats (GArray *seats, guint *places)
{
  for (guint i = 0; i < seats->len; i++)
    {
      Seat *seat = &g_array_index (seats, Seat, i);

      seat->place = i;
      places[seat->box] = i;
    }
}

/* Who works most stands at the top; ties as in the registry. */
static void
seat_by_load (LtNetwork *self, GArray *seats, guint *places)
{
  number_seats (seats, places);
  for (guint i = 0; i < seats->len; i++)
    {
      Seat *seat = &g_array_index (seats, Seat, i);
      const LtNetworkBox *box = _lt_network_box (self, seat->box);

      seat->key = -(double) (box->n_led > 0 ? box->n_led : box->n_coordinated);
    }
  g_array_sort (seats, compare_seats);
  number_seats (seats, places);
}

/* Each one to the mean place of those it is linked with, weighted by rows. */
static void
seat_by_neighbours (LtNetwork *self, GArray *seats, gboolean left, guint *places)
{
  g_autofree double *sums = g_new0 (double, self->boxes->len + 1);
  g_autofree double *weights = g_new0 (double, self->boxes->len + 1);

  for (guint i = 0; i < self->arrows->len; i++)
    {
      const LtNetworkArrow *arrow = &g_array_index (self->arrows, LtNetworkArrow, i);
      guint own = left ? arrow->from : arrow->to;
      guint other = left ? arrow->to : arrow->from;

      sums[own] += (double) arrow->count * places[other];
      weights[own] += arrow->count;
    }
  for (guint i = 0; i < seats->len; i++)
    {
      Seat *seat = &g_array_index (seats, Seat, i);

      /* Without arrows it stays below all others. */
      seat->key = weights[seat->box] > 0 ? sums[seat->box] / weights[seat->box] : G_MAXDOUBLE;
    }
  g_array_sort (seats, compare_seats);
  number_seats (seats, places);
}

typedef struct {
  guint from;
  guint to;
} Pair;

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *first = a;
  const Pair *second = b;

  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return first->to < second->to ? -1 : first->to > second->to;
}

/* Pairs of arrows that cross: inversions, counted with a binary indexed tree. */
static guint64
count_crossings (LtNetwork *self, const guint *places, guint n_right)
{
  guint n = self->arrows->len;
  g_autofree Pair *pairs = g_new (Pair, n + 1);
  g_autofree guint *tree = g_new0 (guint, n_right + 1);
  guint64 crossings = 0;

  for (guint i = 0; i < n; i++)
    {
      const LtNetworkArrow *arrow = &g_array_index (self->arrows, LtNetworkArrow, i);

      pairs[i] = (Pair) { places[arrow->from], places[arrow->to] };
    }
  qsort (pairs, n, sizeof *pairs, compare_pairs);
  for (guint i = 0; i < n; i++)
    {
      guint before = 0;

      for (guint at = pairs[i].to + 1; at > 0; at &= at - 1)
        before += tree[at];
      crossings += i - before;
      for (guint at = pairs[i].to + 1; at <= n_right; at += at & -at)
        tree[at]++;
    }
  return crossings;
}

static void
copy_seats (GArray *to, GArray *from)
{
  g_array_set_size (to, 0);
  g_array_append_vals (to, from->data, from->len);
}

static void
order (LtNetwork *self, Columns *columns)
{
  g_autoptr (GArray) best_left = g_array_new (FALSE, FALSE, sizeof (Seat));
  g_autoptr (GArray) best_right = g_array_new (FALSE, FALSE, sizeof (Seat));
  guint64 best;

  seat_by_load (self, columns->left, columns->places);
  seat_by_load (self, columns->right, columns->places);
  best = count_crossings (self, columns->places, columns->right->len);
  copy_seats (best_left, columns->left);
  copy_seats (best_right, columns->right);
  for (guint i = 0; i < SWEEPS && best > 0; i++)
    {
      guint64 crossings;

      seat_by_neighbours (self, i % 2 ? columns->left : columns->right, i % 2 == 1, columns->places);
      crossings = count_crossings (self, columns->places, columns->right->len);
      if (crossings >= best)
        continue;
      best = crossings;
      copy_seats (best_left, columns->left);
      copy_seats (best_right, columns->right);
    }
  copy_seats (columns->left, best_left);
  copy_seats (columns->right, best_right);
}

static double
get_height (LtNetwork *self, GArray *seats)
{
  double height = 0;

  for (guint i = 0; i < seats->len; i++)
    height += _lt_network_box (self, g_array_index (seats, Seat, i).box)->rect.height + (i > 0 ? ROW_GAP : 0);
  return height;
}

static double
get_width (LtNetwork *self, GArray *seats)
{
  double width = 0;

  for (guint i = 0; i < seats->len; i++)
    width = MAX (width, _lt_network_box (self, g_array_index (seats, Seat, i).box)->rect.width);
  return width;
}

/* The shorter column is spread over the height of the longer one, but not torn apart. */
static void
stack (LtNetwork *self, GArray *seats, double x, double width, double height)
{
  double own = get_height (self, seats);
  double extra = seats->len > 1 ? MIN ((height - own) / seats->len, 40) : 0;
  double y = (height - own - extra * (seats->len > 0 ? seats->len - 1 : 0)) / 2;

  for (guint i = 0; i < seats->len; i++)
    {
      LtNetworkBox *box = _lt_network_box (self, g_array_index (seats, Seat, i).box);

      box->rect.width = width;
      box->rect.x = x;
      box->rect.y = y;
      y += box->rect.height + ROW_GAP + extra;
    }
}

void
_lt_network_place_columns (LtNetwork *self)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (Seat));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (Seat));
  g_autofree guint *places = g_new0 (guint, self->boxes->len + 1);
  Columns columns = { left, right, places };
  double left_width;
  double right_width;
  double height;
  double gap;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      Seat seat = { i, 0, 0 };

      g_array_append_val (_lt_network_box (self, i)->n_led > 0 ? left : right, seat);
    }
  order (self, &columns);
  left_width = get_width (self, left);
  right_width = get_width (self, right);
  height = MAX (get_height (self, left), get_height (self, right));
  gap = CLAMP (height * PAGE_ASPECT - left_width - right_width, COLUMN_GAP_MIN, COLUMN_GAP_MAX);
  stack (self, left, 0, left_width, height);
  stack (self, right, left_width + gap, right_width, height);
}
