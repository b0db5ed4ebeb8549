/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "chart/lt-graph-place.h"

/* Between pieces that have nothing to do with each other, and boxes without links. */
#define PIECE_GAP 36.0
#define LONE_GAP 14.0

typedef struct {
  GArray *members; /* (element-type guint): boxes */
  GArray *links;   /* (element-type guint) */
  double left;     /* after it was placed: of all its boxes */
  double top;
  double width;
  double height;
} Piece;

static void
free_piece (Piece *piece)
{
  g_array_unref (piece->members);
  g_array_unref (piece->links);
  g_free (piece);
}

static guint
find_root (guint *roots, guint index)
{
  while (roots[index] != index)
    index = roots[index] = roots[roots[index]];
  return index;
}

/* In the order of their first boxes. */
static GPtrArray *
split (guint n_boxes, const LtPlacedLink *links, guint n_links)
{
  g_autofree guint *roots = g_new (guint, n_boxes + 1);
  g_autofree Piece **found = g_new0 (Piece *, n_boxes + 1);
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) free_piece);

  for (guint i = 0; i < n_boxes; i++)
    roots[i] = i;
  for (guint i = 0; i < n_links; i++)
    {
      guint a = find_root (roots, links[i].from);
      guint b = find_root (roots, links[i].to);

      roots[MAX (a, b)] = MIN (a, b);
    }
  for (guint i = 0; i < n_boxes; i++)
    {
      guint root = find_root (roots, i);

      if (found[root] == NULL)
        {
          found[root] = g_new0 (Piece, 1);
          found[root]->members = g_array_new (FALSE, FALSE, sizeof (guint));
          found[root]->links = g_array_new (FALSE, FALSE, sizeof (guint));
          g_ptr_array_add (pieces, found[root]);
        }
      g_array_append_val (found[root]->members, i);
    }
  for (guint i = 0; i < n_links; i++)
    g_array_append_val (found[find_root (roots, links[i].from)]->links, i);
  return pieces;
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const Piece *first = *(Piece *const *) a;
  const Piece *second = *(Piece *const *) b;

  if (first->members->len != second->members->len)
    return first->members->len > second->members->len ? -1 : 1;
  return g_array_index (first->members, guint, 0) < g_array_index (second->members, guint, 0) ? -1 : 1;
}

static void
measure_piece (Piece *piece, const LtPlacedBox *boxes)
{
  double right = -G_MAXDOUBLE;
  double bottom = -G_MAXDOUBLE;

  piece->left = piece->top = G_MAXDOUBLE;
  for (guint i = 0; i < piece->members->len; i++)
    {
      const LtPlacedBox *box = &boxes[g_array_index (piece->members, guint, i)];

      piece->left = MIN (piece->left, box->x - box->width / 2);
      piece->top = MIN (piece->top, box->y - box->height / 2);
      right = MAX (right, box->x + box->width / 2);
      bottom = MAX (bottom, box->y + box->height / 2);
    }
  piece->width = right - piece->left;
  piece->height = bottom - piece->top;
}

static gboolean
place_piece (Piece *piece, LtPlacedBox *boxes, const LtPlacedLink *links, GCancellable *cancellable,
             GError **error)
{
  guint n = piece->members->len;
  g_autofree LtPlacedBox *own = g_new (LtPlacedBox, n);
  g_autofree LtPlacedLink *own_links = g_new (LtPlacedLink, piece->links->len + 1);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++)
    {
      guint box = g_array_index (piece->members, guint, i);

      own[i] = boxes[box];
      own[i].x = own[i].y = 0;
      g_hash_table_insert (places, GUINT_TO_POINTER (box), GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < piece->links->len; i++)
    {
      const LtPlacedLink *link = &links[g_array_index (piece->links, guint, i)];

      own_links[i].from = GPOINTER_TO_UINT (g_hash_table_lookup (places, GUINT_TO_POINTER (link->from)));
      own_links[i].to = GPOINTER_TO_UINT (g_hash_table_lookup (places, GUINT_TO_POINTER (link->to)));
    }
  if (n > 1 && !lt_graph_place (own, n, own_links, piece->links->len, cancellable, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    boxes[g_array_index (piece->members, guint, i)] = own[i];
  measure_piece (piece, boxes);
  return TRUE;
}

static void
move_piece (Piece *piece, LtPlacedBox *boxes, double left, double top)
{
  for (guint i = 0; i < piece->members->len; i++)
    {
      LtPlacedBox *box = &boxes[g_array_index (piece->members, guint, i)];

      box->x += left - piece->left;
      box->y += top - piece->top;
    }
  piece->left = left;
  piece->top = top;
}

/* In rows, each as high as its highest piece. */
static void
pack (GPtrArray *pieces, LtPlacedBox *boxes)
{
  double widest = 0;
  double area = 0;
  double row_height = 0;
  double x = 0;
  double y = 0;
  double limit;
  gboolean lone = FALSE;

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = g_ptr_array_index (pieces, i);

      widest = MAX (widest, piece->width);
      area += (piece->width + PIECE_GAP) * (piece->height + PIECE_GAP);
    }
  limit = MAX (widest, sqrt (area * LT_PLACE_ASPECT));
  for (guint i = 0; i < pieces->len; i++)
    {
      Piece *piece = g_ptr_array_index (pieces, i);
      gboolean now_lone = piece->members->len == 1;
      double gap = now_lone ? LONE_GAP : PIECE_GAP;

      if (x > 0 && (x + piece->width > limit || now_lone != lone))
        {
          y += row_height + (now_lone != lone ? PIECE_GAP : gap);
          x = row_height = 0;
        }
      move_piece (piece, boxes, x, y);
      x += piece->width + gap;
      row_height = MAX (row_height, piece->height);
      lone = now_lone;
    }
}

static void
center (LtPlacedBox *boxes, guint n_boxes)
{
  double left = G_MAXDOUBLE;
  double top = G_MAXDOUBLE;
  double right = -G_MAXDOUBLE;
  double bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < n_boxes; i++)
    {
      left = MIN (left, boxes[i].x - boxes[i].width / 2);
      top = MIN (top, boxes[i].y - boxes[i].height / 2);
      right = MAX (right, boxes[i].x + boxes[i].width / 2);
      bottom = MAX (bottom, boxes[i].y + boxes[i].height / 2);
    }
  for (guint i = 0; i < n_boxes; i++)
    {
      boxes[i].x -= (left + right) / 2;
      boxes[i].y -= (top + bottom) / 2;
    }
}

gboolean
lt_network_place (LtPlacedBox *boxes, guint n_boxes, const LtPlacedLink *links, guint n_links,
                  GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) pieces = split (n_boxes, links, n_links);

  g_ptr_array_sort (pieces, compare_pieces);
  for (guint i = 0; i < pieces->len; i++)
    if (!place_piece (g_ptr_array_index (pieces, i), boxes, links, cancellable, error))
      return FALSE;
  pack (pieces, boxes);
  center (boxes, n_boxes);
  return TRUE;
}
