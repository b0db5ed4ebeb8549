/* SPDX-License-Identifier: MIT */
#include "chart/lt-network-draw.h"

#include <math.h>

#include "chart/lt-line-mask.h"
#include "chart/lt-network-private.h"

#define CORNER 5.0
#define GROUP_CORNER 12.0
/* How much of the ground is mixed into what is not lit. */
#define DIM 0.72
/* Pixels by which a straight piece may miss its curve. */
#define PIECE_SAG 0.1
#define PIECES_MAX 64
/* So many arrows of one colour are drawn together, on a screen: a mask is as large as that. */
#define MASKED_MIN 48
/* Of arrows that come in: without colours the direction is told by the line. */
#define DASH 5.0
#define DASH_GAP 3.0
#define DASH_ROUNDING 1e-6
/* Pixels below which letters cannot be told apart. */
#define LETTERS_MIN 5.0

typedef enum {
  LIGHT_PLAIN,
  LIGHT_DIM,
  LIGHT_OUT,  /* leads away from what was picked */
  LIGHT_IN,
  LIGHT_LIT,
} Light;

typedef struct {
  LtNetwork *network;
  const LtNetworkLook *look;
  const LtPalette *palette;
  LtChartText *text;
  cairo_t *cr;
  const LtRect *clip;
  Light *boxes;  /* by box */
} Drawing;

static gboolean
are_tiny (Drawing *drawing, double scale)
{
  return drawing->look->resolution > 0
         && drawing->look->resolution * scale * LT_CHART_TEXT_SIZE < LETTERS_MIN;
}

static gboolean
is_seen (const LtRect *rect, const LtRect *clip)
{
  return rect->x < clip->x + clip->width && rect->x + rect->width > clip->x
         && rect->y < clip->y + clip->height && rect->y + rect->height > clip->y;
}

static const LtNetworkArrow *
get_arrow (Drawing *drawing, guint index)
{
  return &g_array_index (drawing->network->arrows, LtNetworkArrow, index);
}

static guint
get_node (Drawing *drawing, guint box)
{
  return _lt_network_box (drawing->network, box)->node;
}

static Light
get_arrow_light (Drawing *drawing, const LtNetworkArrow *arrow)
{
  const LtNetworkLook *look = drawing->look;

  if (look->picked_arrow >= 0)
    return arrow->arrow == (guint) look->picked_arrow ? LIGHT_OUT : LIGHT_DIM;
  if (look->picked_node < 0)
    return look->hovered_arrow >= 0 && arrow->arrow == (guint) look->hovered_arrow ? LIGHT_OUT : LIGHT_PLAIN;
  if (get_node (drawing, arrow->from) == (guint) look->picked_node)
    return LIGHT_OUT;
  return get_node (drawing, arrow->to) == (guint) look->picked_node ? LIGHT_IN : LIGHT_DIM;
}

static void
light_boxes (Drawing *drawing)
{
  const LtNetworkLook *look = drawing->look;
  gboolean picked = look->picked_node >= 0 || look->picked_arrow >= 0;

  drawing->boxes = g_new0 (Light, drawing->network->boxes->len + 1);
  for (guint i = 0; picked && i < drawing->network->boxes->len; i++)
    drawing->boxes[i] = look->picked_node >= 0 && get_node (drawing, i) == (guint) look->picked_node ? LIGHT_LIT
                                                                                                     : LIGHT_DIM;
  for (guint i = 0; picked && i < drawing->network->arrows->len; i++)
    {
      const LtNetworkArrow *arrow = get_arrow (drawing, i);

      if (get_arrow_light (drawing, arrow) == LIGHT_DIM)
        continue;
      for (guint end = 0; end < 2; end++)
        {
          Light *light = &drawing->boxes[end ? arrow->to : arrow->from];

          if (*light == LIGHT_DIM)
            *light = LIGHT_PLAIN;
        }
    }
}

static LtColor
get_arrow_color (const LtPalette *palette, Light light)
{
  switch (light)
    {
    case LIGHT_OUT:
    case LIGHT_LIT:
      return palette->arrow_out;
    case LIGHT_IN:
      return palette->arrow_in;
    case LIGHT_DIM:
      return lt_color_mix (&palette->arrow, &palette->ground, DIM);
    case LIGHT_PLAIN:
    default:
      return palette->arrow;
    }
}

static double
get_line_width (const LtNetworkArrow *arrow, Light light)
{
  return arrow->width + (light == LIGHT_OUT || light == LIGHT_IN ? 0.6 : 0);
}

static double
get_head_length (double line_width)
{
  return HEAD_LENGTH + line_width * 0.9;
}

/* The line ends where the head begins. FALSE if there is no room for either. */
static gboolean
find_head (const LtPoint *curve, double width, LtPoint *way, LtPoint *foot)
{
  double length = get_head_length (width);
  LtPoint before = _lt_network_get_point (curve, 0.9);
  double x = curve[3].x - before.x;
  double y = curve[3].y - before.y;
  double distance = hypot (x, y);

  if (distance <= 0)
    return FALSE;
  *way = (LtPoint) { x / distance, y / distance };
  *foot = (LtPoint) { curve[3].x - way->x * length, curve[3].y - way->y * length };
  return TRUE;
}

static void
add_line (cairo_t *cr, const LtPoint *curve, double width)
{
  double length = get_head_length (width);
  LtPoint way;
  LtPoint foot;

  if (!find_head (curve, width, &way, &foot))
    return;
  cairo_move_to (cr, curve[0].x, curve[0].y);
  cairo_curve_to (cr, curve[1].x, curve[1].y, curve[2].x - way.x * length, curve[2].y - way.y * length,
                  foot.x + way.x, foot.y + way.y);
}

static void
add_head (cairo_t *cr, const LtPoint *curve, double width)
{
  double half = get_head_length (width) * 0.38 + width * 0.1;
  LtPoint way;
  LtPoint foot;

  if (!find_head (curve, width, &way, &foot))
    return;
  cairo_move_to (cr, curve[3].x, curve[3].y);
  cairo_line_to (cr, foot.x - way.y * half, foot.y + way.x * half);
  cairo_line_to (cr, foot.x + way.y * half, foot.y - way.x * half);
  cairo_close_path (cr);
}

static void
draw_arrow (Drawing *drawing, const LtNetworkArrow *arrow, Light light)
{
  static const double dashes[] = { DASH, DASH_GAP };
  double width = get_line_width (arrow, light);
  cairo_t *cr = drawing->cr;

  cairo_set_line_width (cr, width);
  if (light == LIGHT_IN)
    cairo_set_dash (cr, dashes, 2, 0);
  add_line (cr, arrow->curve, width);
  cairo_stroke (cr);
  if (light == LIGHT_IN)
    cairo_set_dash (cr, NULL, 0, 0);
  add_head (cr, arrow->curve, width);
  cairo_fill (cr);
}

/* How far a Bézier curve can be from as many chords is bounded by its second differences. */
static guint
count_pieces (const LtPoint *curve, double resolution)
{
  double first = hypot (curve[0].x - 2 * curve[1].x + curve[2].x, curve[0].y - 2 * curve[1].y + curve[2].y);
  double second = hypot (curve[1].x - 2 * curve[2].x + curve[3].x, curve[1].y - 2 * curve[2].y + curve[3].y);

  return (guint) CLAMP (ceil (sqrt (0.75 * MAX (first, second) * resolution / PIECE_SAG)), 1, PIECES_MAX);
}

/* Dashes go on from piece to piece; @way is how far along the line the piece begins. */
static void
mask_piece (LtLineMask *mask, LtPoint from, LtPoint to, double width, gboolean dashed, double *way)
{
  double length = hypot (to.x - from.x, to.y - from.y);
  double done = 0;

  while (dashed && done < length)
    {
      double phase = fmod (*way + done, DASH + DASH_GAP);
      double end = MIN (done + (phase < DASH ? DASH : DASH + DASH_GAP) - phase, length);

      if (phase < DASH)
        lt_line_mask_add_line (mask, from.x + (to.x - from.x) * done / length, from.y + (to.y - from.y) * done / length,
                               from.x + (to.x - from.x) * end / length, from.y + (to.y - from.y) * end / length, width);
      done = end + DASH_ROUNDING;
    }
  if (!dashed)
    lt_line_mask_add_line (mask, from.x, from.y, to.x, to.y, width);
  *way += length;
}

static void
mask_arrow (Drawing *drawing, LtLineMask *mask, const LtNetworkArrow *arrow, Light light)
{
  double width = get_line_width (arrow, light);
  double half = get_head_length (width) * 0.38 + width * 0.1;
  LtPoint curve[4] = { arrow->curve[0], arrow->curve[1], arrow->curve[2], arrow->curve[3] };
  LtPoint last = curve[0];
  double done = 0;
  LtPoint way;
  LtPoint foot;
  guint n_pieces;

  if (!find_head (arrow->curve, width, &way, &foot))
    return;
  curve[2].x -= way.x * get_head_length (width);
  curve[2].y -= way.y * get_head_length (width);
  curve[3] = foot;
  n_pieces = count_pieces (curve, drawing->look->resolution);
  for (guint i = 1; i <= n_pieces; i++)
    {
      LtPoint next = _lt_network_get_point (curve, (double) i / n_pieces);

      mask_piece (mask, last, next, width, light == LIGHT_IN, &done);
      last = next;
    }
  lt_line_mask_add_triangle (mask,
                             (double[]) { arrow->curve[3].x, foot.x - way.y * half, foot.x + way.y * half },
                             (double[]) { arrow->curve[3].y, foot.y + way.x * half, foot.y - way.x * half });
}

static gboolean
has_light (Drawing *drawing, const LtNetworkArrow *arrow, Light light)
{
  return arrow->drawn && is_seen (&arrow->bounds, drawing->clip) && get_arrow_light (drawing, arrow) == light;
}

static void
draw_light (Drawing *drawing, Light light)
{
  LtColor color = get_arrow_color (drawing->palette, light);
  g_autoptr (LtLineMask) mask = NULL;
  guint n = 0;

  for (guint i = 0; i < drawing->network->arrows->len; i++)
    n += has_light (drawing, get_arrow (drawing, i), light);
  if (n == 0)
    return;
  if (n >= MASKED_MIN && drawing->look->resolution > 0)
    mask = lt_line_mask_new (drawing->clip, drawing->look->resolution);
  lt_color_set (&color, drawing->cr);
  for (guint i = 0; i < drawing->network->arrows->len; i++)
    {
      const LtNetworkArrow *arrow = get_arrow (drawing, i);

      if (!has_light (drawing, arrow, light))
        continue;
      if (mask != NULL)
        mask_arrow (drawing, mask, arrow, light);
      else
        draw_arrow (drawing, arrow, light);
    }
  if (mask != NULL)
    lt_line_mask_draw (mask, drawing->cr);
}

static void
draw_number (Drawing *drawing, const LtNetworkArrow *arrow, Light light)
{
  cairo_t *cr = drawing->cr;
  double width = _lt_network_get_number_width (drawing->network, arrow->count);
  LtColor color = light == LIGHT_PLAIN ? drawing->palette->dim_text : get_arrow_color (drawing->palette, light);
  char words[16];

  g_snprintf (words, sizeof words, "%u", arrow->count);
  lt_color_set (&drawing->palette->ground, cr);
  cairo_rectangle (cr, arrow->number.x - width / 2, arrow->number.y - NUMBER_HEIGHT / 2, width, NUMBER_HEIGHT);
  cairo_fill (cr);
  lt_color_set (&color, cr);
  lt_chart_text_draw (drawing->text, cr, LT_CHART_FACE_NOTE, words, -1, FALSE,
                      arrow->number.x - width / 2 + NUMBER_PADDING, arrow->number.y);
}

static void
add_rounded (cairo_t *cr, const LtRect *rect, double radius)
{
  double right = rect->x + rect->width;
  double bottom = rect->y + rect->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, rect->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, rect->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, rect->x + radius, rect->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* Kinds are told by the edge as well as by the colour. */
static void
draw_shape (cairo_t *cr, const LtRect *rect, LtNodeKind kind, const LtColor *fill, const LtColor *edge,
            double line_width)
{
  static const double dashes[LT_N_NODE_KINDS][2] = {
    [LT_NODE_GROUP] = { 4, 2.5 },
    [LT_NODE_UNKNOWN] = { 1.2, 2 },
  };
  double radius = MIN (kind == LT_NODE_GROUP ? GROUP_CORNER : CORNER, rect->height / 2);

  add_rounded (cr, rect, radius);
  lt_color_set (fill, cr);
  cairo_fill_preserve (cr);
  lt_color_set (edge, cr);
  cairo_set_line_width (cr, line_width);
  if (dashes[kind][0] > 0)
    cairo_set_dash (cr, dashes[kind], 2, 0);
  cairo_stroke (cr);
  if (dashes[kind][0] > 0)
    cairo_set_dash (cr, NULL, 0, 0);
}

typedef struct {
  LtColor name;
  LtColor note;
  LtColor late;
} Inks;

/* Both parts of the note, from @x. */
static void
draw_note (Drawing *drawing, const LtNetworkBox *box, const Inks *inks, double x, double middle)
{
  double note = lt_chart_text_get_width (drawing->text, LT_CHART_FACE_NOTE, box->note, -1);

  lt_color_set (&inks->note, drawing->cr);
  lt_chart_text_draw (drawing->text, drawing->cr, LT_CHART_FACE_NOTE, box->note, -1, FALSE, x, middle);
  if (box->late == NULL)
    return;
  lt_color_set (&inks->late, drawing->cr);
  lt_chart_text_draw (drawing->text, drawing->cr, LT_CHART_FACE_NOTE, box->late, -1, FALSE,
                      x + note + (note > 0 ? LATE_GAP : 0), middle);
}

static double
get_note_width (Drawing *drawing, const LtNetworkBox *box)
{
  double note = lt_chart_text_get_width (drawing->text, LT_CHART_FACE_NOTE, box->note, -1);

  if (box->late == NULL)
    return note;
  return note + (note > 0 ? LATE_GAP : 0)
         + lt_chart_text_get_width (drawing->text, LT_CHART_FACE_NOTE, box->late, -1);
}

/* Words that are seen as grey bars anyway. */
static void
draw_bars (Drawing *drawing, const LtNetworkBox *box, const LtColor *color, double width, double top)
{
  cairo_set_source_rgba (drawing->cr, color->red, color->green, color->blue, 0.45);
  cairo_rectangle (drawing->cr, BOX_PADDING_X, top + 2, width - 2 * BOX_PADDING_X,
                   box->n_lines * LT_CHART_LINE_HEIGHT - 4);
  cairo_fill (drawing->cr);
}

/* Name above note, or in a column beside it. */
static void
draw_words (Drawing *drawing, const LtNetworkBox *box, const Inks *inks)
{
  gboolean in_column = drawing->network->arrangement == LT_ARRANGEMENT_COLUMNS;
  cairo_t *cr = drawing->cr;
  LtChartFace face = _lt_network_get_face (box);
  double width = box->rect.width / box->scale;
  double height = box->rect.height / box->scale;
  double note = get_note_width (drawing, box);
  double y = (height - box->n_lines * LT_CHART_LINE_HEIGHT - (in_column ? 0 : NOTE_HEIGHT)) / 2;

  gboolean bars = are_tiny (drawing, box->scale);

  cairo_save (cr);
  cairo_translate (cr, box->rect.x, box->rect.y);
  cairo_scale (cr, box->scale, box->scale);
  if (bars)
    {
      draw_bars (drawing, box, &inks->note, width, y);
      cairo_restore (cr);
      return;
    }
  lt_color_set (&inks->name, cr);
  for (guint i = 0; i < box->n_lines; i++)
    {
      const LtTextLine *line = &box->lines[i];
      const char *words = box->name + line->start;
      double own = line->cut || in_column
                       ? width - 2 * BOX_PADDING_X
                       : lt_chart_text_get_width (drawing->text, face, words, line->length);

      lt_chart_text_draw (drawing->text, cr, face, words, line->length, line->cut, (width - own) / 2,
                          y + LT_CHART_LINE_HEIGHT / 2);
      y += LT_CHART_LINE_HEIGHT;
    }
  if (in_column)
    draw_note (drawing, box, inks, width - note - BOX_PADDING_X, height / 2);
  else
    draw_note (drawing, box, inks, (width - note) / 2, y + NOTE_HEIGHT / 2 + 0.5);
  cairo_restore (cr);
}

/* Corners and dashes that nobody could see are left out. */
static void
draw_tiny_shape (cairo_t *cr, const LtRect *rect, const LtColor *fill, const LtColor *edge, double line_width)
{
  lt_color_set (edge, cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (cr);
  lt_color_set (fill, cr);
  cairo_rectangle (cr, rect->x + line_width, rect->y + line_width, rect->width - 2 * line_width,
                   rect->height - 2 * line_width);
  cairo_fill (cr);
}

static void
draw_box (Drawing *drawing, guint index)
{
  const LtNetworkBox *box = _lt_network_box (drawing->network, index);
  const LtPalette *palette = drawing->palette;
  Light light = drawing->boxes[index];
  double dim = light == LIGHT_DIM ? DIM : 0;
  LtColor fill = lt_color_mix (&palette->nodes[box->kind].fill, &palette->ground, dim);
  LtColor edge = lt_color_mix (&palette->nodes[box->kind].edge, &palette->ground, dim);
  Inks inks = { lt_color_mix (&palette->text, &palette->ground, dim * 0.75),
                lt_color_mix (&palette->text, &palette->ground, MAX (dim * 0.75, 0.15)),
                lt_color_mix (&palette->bars[LT_TIMELINESS_OVERDUE].edge, &palette->ground, dim * 0.75) };
  double line_width = box->kind == LT_NODE_LEAD ? 1.3 : 0.9;

  if (light == LIGHT_LIT)
    edge = palette->arrow_out;
  if (light == LIGHT_LIT || (int) index == drawing->look->hovered_box)
    line_width += 1.4;
  if (are_tiny (drawing, box->scale))
    draw_tiny_shape (drawing->cr, &box->rect, &fill, &edge, line_width * 1.5);
  else
    draw_shape (drawing->cr, &box->rect, box->kind, &fill, &edge, line_width);
  draw_words (drawing, box, &inks);
}

void
lt_network_draw (LtNetwork *self, const LtNetworkLook *look, LtChartText *text, cairo_t *cr, const LtRect *clip)
{
  Drawing drawing = { self, look, look->palette ? look->palette : lt_palette_get (LT_PALETTE_LIGHT), text, cr, clip,
                      NULL };
  gboolean with_numbers = !are_tiny (&drawing, 1);

  cairo_save (cr);
  cairo_rectangle (cr, clip->x, clip->y, clip->width, clip->height);
  cairo_clip (cr);
  light_boxes (&drawing);
  /* What is lit lies above the rest. */
  for (Light light = LIGHT_PLAIN; light <= LIGHT_IN; light++)
    draw_light (&drawing, light);
  for (guint i = 0; i < self->boxes->len; i++)
    if (is_seen (&_lt_network_box (self, i)->rect, clip))
      draw_box (&drawing, i);
  for (guint i = 0; i < self->arrows->len; i++)
    {
      const LtNetworkArrow *arrow = get_arrow (&drawing, i);

      if (with_numbers && arrow->numbered && is_seen (&arrow->bounds, clip))
        draw_number (&drawing, arrow, get_arrow_light (&drawing, arrow));
    }
  g_free (drawing.boxes);
  cairo_restore (cr);
}

void
lt_network_draw_sample_box (cairo_t *cr, const LtPalette *palette, LtNodeKind kind, double x, double middle,
                            double width)
{
  LtRect rect = { x, middle - 4.5, width, 9 };

  draw_shape (cr, &rect, kind, &palette->nodes[kind].fill, &palette->nodes[kind].edge,
              kind == LT_NODE_LEAD ? 1.3 : 0.9);
}

void
lt_network_draw_sample_arrow (cairo_t *cr, const LtPalette *palette, double line_width, double x, double middle,
                              double width)
{
  LtPoint curve[4] = { { x, middle }, { x + width / 3, middle }, { x + width * 2 / 3, middle }, { x + width, middle } };

  lt_color_set (&palette->arrow, cr);
  cairo_set_line_width (cr, line_width);
  add_line (cr, curve, line_width);
  cairo_stroke (cr);
  add_head (cr, curve, line_width);
  cairo_fill (cr);
}
