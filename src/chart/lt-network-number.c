/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "chart/lt-network-private.h"

/* Rectangles by the cells of a grid that they touch. */
#define CELL 64.0
/* Along an arrow, from its middle on. */
#define N_PLACES 27
#define PLACE_STEP 0.03

typedef struct {
  GHashTable *cells; /* packed column and row -> GArray of indices into rects */
  GArray *rects;     /* (element-type LtRect) */
} Grid;

static gpointer
get_key (int column, int row)
{
  return GUINT_TO_POINTER (((guint) (column & 0xffff) << 16) | (guint) (row & 0xffff));
}

static void
add_rect (Grid *grid, const LtRect *rect)
{
  guint index = grid->rects->len;

  g_array_append_val (grid->rects, *rect);
  for (int column = (int) floor (rect->x / CELL); column <= (int) floor ((rect->x + rect->width) / CELL); column++)
    for (int row = (int) floor (rect->y / CELL); row <= (int) floor ((rect->y + rect->height) / CELL); row++)
      {
        GArray *cell = g_hash_table_lookup (grid->cells, get_key (column, row));

        if (cell == NULL)
          {
            cell = g_array_new (FALSE, FALSE, sizeof (guint));
            g_hash_table_insert (grid->cells, get_key (column, row), cell);
          }
        g_array_append_val (cell, index);
      }
}

static double
get_common_area (const LtRect *a, const LtRect *b)
{
  double width = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
  double height = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

  return width > 0 && height > 0 ? width * height : 0;
}

static gboolean
is_free (const Grid *grid, const LtRect *rect)
{
  for (int column = (int) floor (rect->x / CELL); column <= (int) floor ((rect->x + rect->width) / CELL); column++)
    for (int row = (int) floor (rect->y / CELL); row <= (int) floor ((rect->y + rect->height) / CELL); row++)
      {
        GArray *cell = g_hash_table_lookup (grid->cells, get_key (column, row));

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          if (get_common_area (rect, &g_array_index (grid->rects, LtRect, g_array_index (cell, guint, i))) > 0)
            return FALSE;
      }
  return TRUE;
}

double
_lt_network_get_number_width (LtNetwork *self, guint count)
{
  return self->digit_width * (count < 10 ? 1 : floor (log10 (count)) + 1) + 2 * NUMBER_PADDING;
}

static LtRect
get_number_rect (LtNetwork *self, const LtNetworkArrow *arrow, LtPoint middle)
{
  double width = _lt_network_get_number_width (self, arrow->count);

  return (LtRect) { middle.x - width / 2, middle.y - NUMBER_HEIGHT / 2, width, NUMBER_HEIGHT };
}

static gboolean
find_room (LtNetwork *self, LtNetworkArrow *arrow, Grid *grid)
{
  /* Nearest to the middle first, now on this side of it, now on that. */
  for (guint i = 0; i < N_PLACES; i++)
    {
      double way = (i + 1) / 2 * PLACE_STEP * (i % 2 ? -1 : 1);
      LtPoint middle = _lt_network_get_point (arrow->curve, 0.5 + way);
      LtRect rect = get_number_rect (self, arrow, middle);

      if (!is_free (grid, &rect))
        continue;
      arrow->number = middle;
      add_rect (grid, &rect);
      return TRUE;
    }
  return FALSE;
}

static int
compare_arrows (gconstpointer a, gconstpointer b)
{
  const LtNetworkArrow *first = *(LtNetworkArrow *const *) a;
  const LtNetworkArrow *second = *(LtNetworkArrow *const *) b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return first->arrow < second->arrow ? -1 : 1;
}

/* The largest numbers choose first. */
void
_lt_network_number (LtNetwork *self)
{
  g_autoptr (GPtrArray) arrows = g_ptr_array_new ();
  g_autoptr (GHashTable) cells
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (LtRect));
  Grid grid = { cells, rects };

  for (guint i = 0; i < self->boxes->len; i++)
    add_rect (&grid, &_lt_network_box (self, i)->rect);
  for (guint i = 0; i < self->arrows->len; i++)
    {
      LtNetworkArrow *arrow = &g_array_index (self->arrows, LtNetworkArrow, i);

      arrow->numbered = FALSE;
      if (arrow->count > PLAIN_COUNT)
        g_ptr_array_add (arrows, arrow);
    }
  g_ptr_array_sort (arrows, compare_arrows);
  self->n_hidden = 0;
  for (guint i = 0; i < arrows->len; i++)
    {
      LtNetworkArrow *arrow = g_ptr_array_index (arrows, i);

      arrow->numbered = arrow->drawn && find_room (self, arrow, &grid);
      if (!arrow->numbered)
        self->n_hidden++;
    }
}

guint
lt_network_get_n_cut (LtNetwork *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      const LtNetworkBox *box = _lt_network_box (self, i);

      n += box->n_lines > 0 && box->lines[box->n_lines - 1].cut;
    }
  return n;
}

guint
lt_network_get_n_hidden (LtNetwork *self)
{
  return self->n_hidden;
}

double
lt_network_get_overlap (LtNetwork *self)
{
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (LtRect));
  double area = 0;

  for (guint i = 0; i < self->boxes->len; i++)
    g_array_append_val (rects, _lt_network_box (self, i)->rect);
  for (guint i = 0; i < self->arrows->len; i++)
    {
      const LtNetworkArrow *arrow = &g_array_index (self->arrows, LtNetworkArrow, i);
      LtRect rect = get_number_rect (self, arrow, arrow->number);

      if (arrow->numbered)
        g_array_append_val (rects, rect);
    }
  for (guint i = 0; i < rects->len; i++)
    for (guint j = i + 1; j < rects->len; j++)
      area += get_common_area (&g_array_index (rects, LtRect, i), &g_array_index (rects, LtRect, j));
  return area;
}
