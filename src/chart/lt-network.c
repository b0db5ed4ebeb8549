/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "chart/lt-graph-place.h"
#include "chart/lt-network-private.h"

/* Of the words of the agency with the most rows, against those of one with none. */
#define SCALE_MAX 1.5
#define SCALE_MIN 1.0
/* Of the words of a name. */
#define NAME_WIDTH_MIN 54.0
#define NAME_WIDTH_MAX 150.0
#define NAME_WIDTH_STEP 8.0
/* Of each line from the third: names read better in two. */
#define TALL_COST 0.15
/* Beside the note in a column. */
#define ROW_NAME_WIDTH 196.0
/* Of lines. */
#define LINE_WIDTH_MAX 6.0
#define LINE_WIDTH_MIN 0.9

static void
free_box (LtNetworkBox *box)
{
  g_free (box->name);
  g_free (box->note);
  g_free (box->late);
  g_free (box);
}

static LtNodeKind
get_kind (const LtGraphNode *node)
{
  if (node->group)
    return LT_NODE_GROUP;
  if (node->agency == NULL)
    return LT_NODE_UNKNOWN;
  return node->led->len > 0 ? LT_NODE_LEAD : LT_NODE_COORDINATOR;
}

static LtNetworkBox *
create_box (const LtGraphNode *node, guint index)
{
  LtNetworkBox *box = g_new0 (LtNetworkBox, 1);

  box->node = index;
  box->name = g_strdup (node->name);
  box->kind = get_kind (node);
  box->known = node->agency != NULL;
  box->n_led = node->led->len;
  box->n_coordinated = node->coordinated->len;
  box->n_late = node->n_late;
  box->scale = 1;
  return box;
}

/* What a box says below its name, as far as it is true of the box. */
static void
write_note (LtNetworkBox *box, gboolean lead, gboolean coordinator)
{
  g_autoptr (GString) note = g_string_new (NULL);

  if (lead && box->n_led > 0)
    g_string_append_printf (note, "chủ trì %u", box->n_led);
  if (coordinator && box->n_coordinated > 0)
    g_string_append_printf (note, "%sphối hợp %u", note->len > 0 ? " · " : "", box->n_coordinated);
  box->note = g_string_free (g_steal_pointer (&note), FALSE);
  if (lead && box->n_late > 0)
    box->late = g_strdup_printf ("%u quá hạn", box->n_late);
}

/* Returns how wide the lines are. */
static double
wrap_name (LtNetworkBox *box, LtChartText *text, double width, GArray *lines)
{
  LtChartFace face = _lt_network_get_face (box);
  double widest = 0;

  g_array_set_size (lines, 0);
  lt_chart_text_wrap (text, face, box->name, width, LT_NETWORK_NAME_LINES, lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const LtTextLine *line = &g_array_index (lines, LtTextLine, i);

      widest = MAX (widest, line->cut ? width
                                      : lt_chart_text_get_width (text, face, box->name + line->start,
                                                                 line->length));
    }
  return widest;
}

/* Of all ways to break the name the one whose box is smallest. */
static void
measure_box (LtNetworkBox *box, LtChartText *text)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (LtTextLine));
  double note = lt_chart_text_get_width (text, LT_CHART_FACE_NOTE, box->note, -1);
  double late = box->late ? lt_chart_text_get_width (text, LT_CHART_FACE_NOTE, box->late, -1) : 0;
  double least = note + late + (note > 0 && late > 0 ? LATE_GAP : 0);
  double best = G_MAXDOUBLE;

  for (double limit = NAME_WIDTH_MIN; limit <= NAME_WIDTH_MAX; limit += NAME_WIDTH_STEP)
    {
      double width = MAX (wrap_name (box, text, limit, lines), least) + 2 * BOX_PADDING_X;
      double height = lines->len * LT_CHART_LINE_HEIGHT + NOTE_HEIGHT + 2 * BOX_PADDING_Y;
      gboolean cut = lines->len > 0 && g_array_index (lines, LtTextLine, lines->len - 1).cut;

      double cost = width * height * (1 + TALL_COST * MAX ((int) lines->len - 2, 0));

      if (cost >= best || (cut && limit + NAME_WIDTH_STEP <= NAME_WIDTH_MAX))
        continue;
      best = cost;
      box->n_lines = lines->len;
      for (guint i = 0; i < lines->len; i++)
        box->lines[i] = g_array_index (lines, LtTextLine, i);
      box->rect.width = ceil (width * box->scale);
      box->rect.height = ceil (height * box->scale);
    }
}

/* In a column the note stands beside the name, so that many find room. */
static void
measure_row (LtNetworkBox *box, LtChartText *text)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (LtTextLine));
  double width = wrap_name (box, text, ROW_NAME_WIDTH, lines);

  box->n_lines = lines->len;
  for (guint i = 0; i < lines->len; i++)
    box->lines[i] = g_array_index (lines, LtTextLine, i);
  width += LATE_GAP * 2 + lt_chart_text_get_width (text, LT_CHART_FACE_NOTE, box->note, -1);
  if (box->late)
    width += LATE_GAP + lt_chart_text_get_width (text, LT_CHART_FACE_NOTE, box->late, -1);
  box->rect.width = ceil (width + 2 * BOX_PADDING_X);
  box->rect.height = ceil (box->n_lines * LT_CHART_LINE_HEIGHT + 2 * ROW_PADDING_Y);
}

static void
add_boxes (LtNetwork *self, LtCoordinationGraph *graph)
{
  guint n = lt_coordination_graph_get_n_nodes (graph);
  guint most = 1;

  for (guint i = 0; i < n; i++)
    {
      const LtGraphNode *node = lt_coordination_graph_get_node (graph, i);

      most = MAX (most, node->led->len + node->coordinated->len);
    }
  for (guint i = 0; i < n; i++)
    {
      const LtGraphNode *node = lt_coordination_graph_get_node (graph, i);
      LtNetworkBox *box = create_box (node, i);

      g_ptr_array_add (self->boxes, box);
      if (self->arrangement == LT_ARRANGEMENT_COLUMNS)
        continue;
      write_note (box, TRUE, TRUE);
      box->scale = SCALE_MIN
                   + (SCALE_MAX - SCALE_MIN) * sqrt ((double) (box->n_led + box->n_coordinated) / most);
      box->placed = node->placed;
      self->places[i] = (LtPoint) { node->x, node->y };
    }
}

/* Who leads and coordinates stands in both columns. */
static void
divide_boxes (LtNetwork *self)
{
  for (guint i = 0; i < self->n_nodes; i++)
    {
      LtNetworkBox *box = _lt_network_box (self, i);

      g_clear_pointer (&box->note, g_free);
      g_clear_pointer (&box->late, g_free);
      box->scale = 1;
      box->placed = FALSE;
      write_note (box, box->n_led > 0, box->n_led == 0);
      if (box->n_led > 0 && box->n_coordinated > 0)
        {
          LtNetworkBox *second = g_memdup2 (box, sizeof *box);

          second->name = g_strdup (box->name);
          second->note = second->late = NULL;
          second->again = TRUE;
          second->n_led = 0;
          if (second->kind == LT_NODE_LEAD)
            second->kind = LT_NODE_COORDINATOR;
          write_note (second, FALSE, TRUE);
          g_ptr_array_add (self->boxes, second);
        }
    }
}

static void
add_arrows (LtNetwork *self, LtCoordinationGraph *graph)
{
  guint n = lt_coordination_graph_get_n_arrows (graph);
  guint most = 1;

  for (guint i = 0; i < n; i++)
    most = MAX (most, lt_coordination_graph_get_arrow (graph, i)->rows->len);
  for (guint i = 0; i < n; i++)
    {
      const LtGraphArrow *content = lt_coordination_graph_get_arrow (graph, i);
      LtNetworkArrow arrow = { .arrow = i, .from = content->lead, .to = content->coordinator,
                               .count = content->rows->len };

      arrow.width = LINE_WIDTH_MIN
                    + (most > 1 ? MIN (LINE_WIDTH_MAX - LINE_WIDTH_MIN, most * 0.45)
                                      * (arrow.count - 1) / (most - 1)
                                : 0);
      g_array_append_val (self->arrows, arrow);
    }
}

static void
measure (LtNetwork *self, LtChartText *text)
{
  for (guint i = 0; i < self->boxes->len; i++)
    if (self->arrangement == LT_ARRANGEMENT_COLUMNS)
      measure_row (_lt_network_box (self, i), text);
    else
      measure_box (_lt_network_box (self, i), text);
}

LtNetwork *
lt_network_new (LtCoordinationGraph *graph, LtArrangement arrangement, LtChartText *text)
{
  LtNetwork *self = g_new0 (LtNetwork, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->arrangement = arrangement;
  self->n_nodes = lt_coordination_graph_get_n_nodes (graph);
  self->boxes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_box);
  self->arrows = g_array_new (FALSE, TRUE, sizeof (LtNetworkArrow));
  self->places = g_new0 (LtPoint, self->n_nodes + 1);
  self->digit_width = lt_chart_text_get_width (text, LT_CHART_FACE_NOTE, "0", 1);
  add_boxes (self, graph);
  if (arrangement == LT_ARRANGEMENT_COLUMNS)
    divide_boxes (self);
  add_arrows (self, graph);
  measure (self, text);
  return self;
}

static gboolean
place_freely (LtNetwork *self, GCancellable *cancellable, GError **error)
{
  g_autofree LtPlacedBox *boxes = g_new0 (LtPlacedBox, self->boxes->len + 1);
  g_autofree LtPlacedLink *links = g_new (LtPlacedLink, self->arrows->len + 1);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      boxes[i].width = _lt_network_box (self, i)->rect.width;
      boxes[i].height = _lt_network_box (self, i)->rect.height;
    }
  for (guint i = 0; i < self->arrows->len; i++)
    {
      const LtNetworkArrow *arrow = &g_array_index (self->arrows, LtNetworkArrow, i);

      links[i] = (LtPlacedLink) { arrow->from, arrow->to };
    }
  if (!lt_network_place (boxes, self->boxes->len, links, self->arrows->len, cancellable, error))
    return FALSE;
  for (guint i = 0; i < self->boxes->len; i++)
    {
      LtNetworkBox *box = _lt_network_box (self, i);
      double x = box->placed ? self->places[i].x : boxes[i].x;
      double y = box->placed ? self->places[i].y : boxes[i].y;

      box->rect.x = x - box->rect.width / 2;
      box->rect.y = y - box->rect.height / 2;
    }
  return TRUE;
}

/* The drawing begins at 0, 0. */
static void
settle (LtNetwork *self)
{
  double left = G_MAXDOUBLE;
  double top = G_MAXDOUBLE;
  double right = -G_MAXDOUBLE;
  double bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const LtRect *rect = &_lt_network_box (self, i)->rect;

      left = MIN (left, rect->x);
      top = MIN (top, rect->y);
      right = MAX (right, rect->x + rect->width);
      bottom = MAX (bottom, rect->y + rect->height);
    }
  if (self->boxes->len == 0)
    left = top = right = bottom = 0;
  self->origin.x += NETWORK_MARGIN - left;
  self->origin.y += NETWORK_MARGIN - top;
  self->width = right - left + 2 * NETWORK_MARGIN;
  self->height = bottom - top + 2 * NETWORK_MARGIN;
  for (guint i = 0; i < self->boxes->len; i++)
    {
      LtRect *rect = &_lt_network_box (self, i)->rect;

      rect->x += NETWORK_MARGIN - left;
      rect->y += NETWORK_MARGIN - top;
    }
  _lt_network_route (self);
  _lt_network_number (self);
}

/* Who coordinates is meant by the box at the right. */
static void
lead_to_second_boxes (LtNetwork *self)
{
  g_autofree int *seconds = g_new (int, self->n_nodes + 1);

  for (guint i = 0; i < self->n_nodes; i++)
    seconds[i] = -1;
  for (guint i = self->n_nodes; i < self->boxes->len; i++)
    seconds[_lt_network_box (self, i)->node] = (int) i;
  for (guint i = 0; i < self->arrows->len; i++)
    {
      LtNetworkArrow *arrow = &g_array_index (self->arrows, LtNetworkArrow, i);

      if (arrow->to < self->n_nodes && seconds[arrow->to] >= 0)
        arrow->to = (guint) seconds[arrow->to];
    }
}

static void
take_columns (LtNetwork *self)
{
  lead_to_second_boxes (self);
  _lt_network_place_columns (self);
}

gboolean
lt_network_lay_out (LtNetwork *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (self->arrangement == LT_ARRANGEMENT_FREE && !place_freely (self, cancellable, &problem))
    {
      g_autoptr (LtChartText) text = NULL;

      if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      self->problem = g_strdup (problem->message);
      self->arrangement = LT_ARRANGEMENT_COLUMNS;
      text = lt_chart_text_new ();
      divide_boxes (self);
      measure (self, text);
    }
  if (self->arrangement == LT_ARRANGEMENT_COLUMNS)
    take_columns (self);
  settle (self);
  return TRUE;
}

LtNetwork *
lt_network_new_moved (LtNetwork *self, guint box, double x, double y)
{
  LtNetwork *moved = g_memdup2 (self, sizeof *self);
  LtNetworkBox *place;

  g_atomic_ref_count_init (&moved->ref_count);
  moved->problem = g_strdup (self->problem);
  moved->boxes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_box);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      LtNetworkBox *copy = g_memdup2 (_lt_network_box (self, i), sizeof *copy);

      copy->name = g_strdup (copy->name);
      copy->note = g_strdup (copy->note);
      copy->late = g_strdup (copy->late);
      g_ptr_array_add (moved->boxes, copy);
    }
  moved->arrows = g_array_copy (self->arrows);
  moved->places = g_memdup2 (self->places, (self->n_nodes + 1) * sizeof *self->places);
  place = _lt_network_box (moved, box);
  place->placed = TRUE;
  place->rect.x = x - place->rect.width / 2;
  place->rect.y = y - place->rect.height / 2;
  settle (moved);
  return moved;
}

LtNetwork *
lt_network_ref (LtNetwork *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
lt_network_unref (LtNetwork *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->boxes);
  g_array_unref (self->arrows);
  g_free (self->places);
  g_free (self->problem);
  g_free (self);
}

LtArrangement
lt_network_get_arrangement (LtNetwork *self)
{
  return self->arrangement;
}

const char *
lt_network_get_problem (LtNetwork *self)
{
  return self->problem;
}

void
lt_network_get_size (LtNetwork *self, double *width, double *height)
{
  *width = self->width;
  *height = self->height;
}

LtPoint
lt_network_get_origin (LtNetwork *self)
{
  return self->origin;
}

guint
lt_network_get_n_boxes (LtNetwork *self)
{
  return self->boxes->len;
}

const LtNetworkBox *
lt_network_get_box (LtNetwork *self, guint index)
{
  return _lt_network_box (self, index);
}

guint
lt_network_get_n_arrows (LtNetwork *self)
{
  return self->arrows->len;
}

const LtNetworkArrow *
lt_network_get_arrow (LtNetwork *self, guint index)
{
  return &g_array_index (self->arrows, LtNetworkArrow, index);
}

guint
lt_network_get_n_nodes (LtNetwork *self)
{
  return self->n_nodes;
}

guint
lt_network_find_box (LtNetwork *self, guint node)
{
  return node;
}
