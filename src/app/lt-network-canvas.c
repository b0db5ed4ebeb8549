/* SPDX-License-Identifier: MIT */
#include "app/lt-network-canvas-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_FINAL_TYPE (LtNetworkCanvas, lt_network_canvas, GTK_TYPE_WIDGET)

enum {
  PICKED,
  LISTED,
  MOVED,
  ZOOMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define ZOOM_MIN 0.1
#define ZOOM_MAX 6.0
/* Around what is fitted. */
#define FIT_MARGIN 12.0
/* A drawing of two boxes need not fill the screen. */
#define FIT_MAX 1.6
/* So much of the drawing stays in sight. */
#define EDGE 60.0

static LtNetwork *
get_network (LtNetworkCanvas *self)
{
  return self->moving != NULL ? self->moving : self->network;
}

static void
get_size (LtNetworkCanvas *self, double *width, double *height)
{
  *width = *height = 0;
  if (self->shows_matrix && self->matrix != NULL)
    {
      *width = lt_matrix_get_labels_width (self->matrix) + lt_matrix_get_body_width (self->matrix);
      *height = lt_matrix_get_header_height (self->matrix) + lt_matrix_get_body_height (self->matrix);
    }
  else if (!self->shows_matrix && self->network != NULL)
    lt_network_get_size (self->network, width, height);
}

/* The drawing can be pushed aside, but not out of sight; a matrix begins at the corner. */
static void
keep_in_sight (LtNetworkCanvas *self)
{
  guint which = self->shows_matrix;
  double scale = self->scale[which];
  double seen_width = gtk_widget_get_width (GTK_WIDGET (self));
  double seen_height = gtk_widget_get_height (GTK_WIDGET (self));
  double width;
  double height;

  get_size (self, &width, &height);
  if (which)
    {
      self->left[1] = CLAMP (self->left[1], MIN (seen_width - width * scale, 0), 0);
      self->top[1] = CLAMP (self->top[1], MIN (seen_height - height * scale, 0), 0);
    }
  else
    {
      self->left[0] = CLAMP (self->left[0], EDGE - width * scale, MAX (seen_width - EDGE, 0));
      self->top[0] = CLAMP (self->top[0], EDGE - height * scale, MAX (seen_height - EDGE, 0));
    }
}

static void
changed (LtNetworkCanvas *self)
{
  keep_in_sight (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fit (LtNetworkCanvas *self)
{
  guint which = self->shows_matrix;
  double seen_width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * FIT_MARGIN;
  double seen_height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * FIT_MARGIN;
  double width;
  double height;
  double scale;

  get_size (self, &width, &height);
  if (width <= 0 || height <= 0 || seen_width <= 0 || seen_height <= 0)
    return;
  scale = MIN (MIN (seen_width / width, seen_height / height), FIT_MAX * self->pixels);
  self->scale[which] = CLAMP (scale, ZOOM_MIN * self->pixels, ZOOM_MAX * self->pixels);
  self->left[which] = (seen_width + 2 * FIT_MARGIN - width * self->scale[which]) / 2;
  self->top[which] = (seen_height + 2 * FIT_MARGIN - height * self->scale[which]) / 2;
}

static void
prepare (LtNetworkCanvas *self)
{
  if (self->scale[self->shows_matrix] <= 0)
    fit (self);
}

void
_lt_network_canvas_to_points (LtNetworkCanvas *self, double *x, double *y)
{
  guint which = self->shows_matrix;

  *x = (*x - self->left[which]) / self->scale[which];
  *y = (*y - self->top[which]) / self->scale[which];
}

static const LtPalette *
get_palette (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (adw_style_manager_get_dark (style))
    return lt_palette_get (LT_PALETTE_DARK);
  return lt_palette_get (adw_style_manager_get_high_contrast (style) ? LT_PALETTE_MONO : LT_PALETTE_LIGHT);
}

static void
draw_network (LtNetworkCanvas *self, cairo_t *cr, double width, double height)
{
  double scale = self->scale[0];
  int device = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  /* On whole pixels, so that the masks of lines fall on them. */
  double left = floor (self->left[0] * device) / device;
  double top = floor (self->top[0] * device) / device;
  LtRect clip = { -left / scale, -top / scale, width / scale, height / scale };
  LtNetworkLook look = LT_NETWORK_LOOK_INIT;

  look.palette = get_palette ();
  look.picked_node = self->node;
  look.picked_arrow = self->arrow;
  look.hovered_box = self->hovered_box;
  look.hovered_arrow = self->hovered_arrow;
  look.resolution = scale * device;
  cairo_translate (cr, left, top);
  cairo_scale (cr, scale, scale);
  lt_network_draw (get_network (self), &look, self->text, cr, &clip);
}

static void
draw_matrix (LtNetworkCanvas *self, cairo_t *cr, double width, double height)
{
  double scale = self->scale[1];
  double labels = lt_matrix_get_labels_width (self->matrix);
  double header = lt_matrix_get_header_height (self->matrix);
  /* A small matrix stands in the middle, and its names with it. */
  double left = MAX (self->left[1], 0);
  double top = MAX (self->top[1], 0);
  double scrolled_x = (left - self->left[1]) / scale;
  double scrolled_y = (top - self->top[1]) / scale;
  LtMatrixLook look = LT_MATRIX_LOOK_INIT;

  look.palette = get_palette ();
  _lt_network_canvas_find_picked (self, &look.picked_row, &look.picked_column);
  for (guint part = LT_MATRIX_PART_CORNER; part <= LT_MATRIX_PART_BODY; part++)
    {
      gboolean right = part == LT_MATRIX_PART_HEADER || part == LT_MATRIX_PART_BODY;
      gboolean below = part == LT_MATRIX_PART_LABELS || part == LT_MATRIX_PART_BODY;
      LtRect clip = { right ? scrolled_x : 0, below ? scrolled_y : 0,
                      right ? (width - left) / scale - labels : labels,
                      below ? (height - top) / scale - header : header };

      if (clip.width <= 0 || clip.height <= 0)
        continue;
      cairo_save (cr);
      cairo_translate (cr, left + (right ? labels * scale : 0), top + (below ? header * scale : 0));
      cairo_scale (cr, scale, scale);
      cairo_translate (cr, -clip.x, -clip.y);
      lt_matrix_draw (self->matrix, (LtMatrixPart) part, &look, self->text, cr, &clip);
      cairo_restore (cr);
    }
}

gboolean
_lt_network_canvas_find_cell (LtNetworkCanvas *self, double x, double y, int *row, int *column)
{
  double scale = self->scale[1];
  double labels;
  double header;

  if (self->matrix == NULL || scale <= 0)
    return FALSE;
  labels = lt_matrix_get_labels_width (self->matrix);
  header = lt_matrix_get_header_height (self->matrix);
  if (x < MAX (self->left[1], 0) + labels * scale)
    x = -1;
  else
    x = (x - self->left[1]) / scale - labels;
  if (y < MAX (self->top[1], 0) + header * scale)
    y = -1;
  else
    y = (y - self->top[1]) / scale - header;
  lt_matrix_find_at (self->matrix, x, y, row, column);
  return *row >= 0 || *column >= 0;
}

static void
lt_network_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LtNetworkCanvas *self = LT_NETWORK_CANVAS (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  gboolean marked;
  cairo_t *cr;

  if ((self->shows_matrix ? (gpointer) self->matrix : (gpointer) self->network) == NULL || width <= 0 || height <= 0)
    return;
  prepare (self);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  lt_color_set (&get_palette ()->ground, cr);
  cairo_paint (cr);
  cairo_save (cr);
  if (self->shows_matrix)
    draw_matrix (self, cr, width, height);
  else
    draw_network (self, cr, width, height);
  cairo_restore (cr);
  marked = gtk_widget_has_visible_focus (widget) && _lt_network_canvas_draw_mark (self, get_palette (), cr);
  cairo_destroy (cr);
  if (gtk_widget_has_visible_focus (widget) && !marked)
    gtk_snapshot_render_focus (snapshot, gtk_widget_get_style_context (widget), 0, 0, width, height);
}

static void
lt_network_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 500;
}

static gboolean
lt_network_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  LtNetworkCanvas *self = LT_NETWORK_CANVAS (widget);
  g_autofree char *text = NULL;
  int row;
  int column;

  if (keyboard || self->panning || self->dragged_box >= 0)
    return FALSE;
  if (self->shows_matrix && _lt_network_canvas_find_cell (self, x, y, &row, &column) && row >= 0 && column >= 0)
    {
      int cell = lt_matrix_find_cell (self->matrix, (guint) row, (guint) column);

      text = cell >= 0 ? lt_matrix_dup_cell_text (self->matrix, (guint) cell) : NULL;
    }
  else if (!self->shows_matrix && self->hovered_box >= 0)
    text = lt_network_dup_box_text (self->network, (guint) self->hovered_box);
  else if (!self->shows_matrix && self->hovered_arrow >= 0)
    text = lt_network_dup_arrow_text (self->network, (guint) self->hovered_arrow);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
lt_network_canvas_finalize (GObject *object)
{
  LtNetworkCanvas *self = LT_NETWORK_CANVAS (object);

  g_clear_pointer (&self->network, lt_network_unref);
  g_clear_pointer (&self->moving, lt_network_unref);
  g_clear_pointer (&self->matrix, lt_matrix_unref);
  lt_chart_text_free (self->text);

  G_OBJECT_CLASS (lt_network_canvas_parent_class)->finalize (object);
}

static void
lt_network_canvas_class_init (LtNetworkCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lt_network_canvas_finalize;
  widget_class->measure = lt_network_canvas_measure;
  widget_class->snapshot = lt_network_canvas_snapshot;
  widget_class->query_tooltip = lt_network_canvas_query_tooltip;

  signals[PICKED] = g_signal_new ("picked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LISTED] = g_signal_new ("listed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT,
                                 G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[ZOOMED] = g_signal_new ("zoomed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "lt-network");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
update_pixels (LtNetworkCanvas *self)
{
  int resolution = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &resolution, NULL);
  self->pixels = resolution > 0 ? resolution / 1024.0 / 72.0 : 96.0 / 72.0;
  self->scale[0] = self->scale[1] = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
lt_network_canvas_init (LtNetworkCanvas *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->text = lt_chart_text_new ();
  self->node = self->arrow = self->hovered_box = self->hovered_arrow = self->dragged_box = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Who works with whom; the list beside it says the same in words"), -1);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (update_pixels), self, G_CONNECT_SWAPPED);
  update_pixels (self);
  _lt_network_canvas_add_controllers (self);
}

void
lt_network_canvas_set_content (LtNetworkCanvas *self, LtNetwork *network, LtMatrix *matrix)
{
  LtPoint before = { 0, 0 };
  gboolean had = self->network != NULL;

  g_return_if_fail (LT_IS_NETWORK_CANVAS (self));

  if (had)
    before = lt_network_get_origin (self->network);
  g_clear_pointer (&self->moving, lt_network_unref);
  g_clear_pointer (&self->network, lt_network_unref);
  g_clear_pointer (&self->matrix, lt_matrix_unref);
  self->network = network ? lt_network_ref (network) : NULL;
  self->matrix = matrix ? lt_matrix_ref (matrix) : NULL;
  self->node = self->arrow = self->hovered_box = self->hovered_arrow = self->dragged_box = -1;
  self->has_cursor = FALSE;
  _lt_network_canvas_describe (self);
  if (network == NULL)
    self->scale[0] = self->scale[1] = 0;
  else if (had && self->scale[0] > 0)
    {
      LtPoint after = lt_network_get_origin (network);

      self->left[0] += (before.x - after.x) * self->scale[0];
      self->top[0] += (before.y - after.y) * self->scale[0];
    }
  changed (self);
}

void
lt_network_canvas_show_matrix (LtNetworkCanvas *self, gboolean matrix)
{
  g_return_if_fail (LT_IS_NETWORK_CANVAS (self));

  self->shows_matrix = matrix;
  _lt_network_canvas_describe (self);
  prepare (self);
  changed (self);
}

void
lt_network_canvas_set_editable (LtNetworkCanvas *self, gboolean editable)
{
  g_return_if_fail (LT_IS_NETWORK_CANVAS (self));

  self->editable = editable;
}

void
lt_network_canvas_pick (LtNetworkCanvas *self, int node, int arrow)
{
  g_return_if_fail (LT_IS_NETWORK_CANVAS (self));

  self->node = arrow >= 0 ? -1 : node;
  self->arrow = arrow;
  _lt_network_canvas_follow_pick (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
lt_network_canvas_get_node (LtNetworkCanvas *self)
{
  return self->node;
}

int
lt_network_canvas_get_arrow (LtNetworkCanvas *self)
{
  return self->arrow;
}

void
lt_network_canvas_fit (LtNetworkCanvas *self)
{
  g_return_if_fail (LT_IS_NETWORK_CANVAS (self));

  fit (self);
  changed (self);
  g_signal_emit (self, signals[ZOOMED], 0);
}

void
lt_network_canvas_zoom (LtNetworkCanvas *self, double factor, double x, double y)
{
  guint which = self->shows_matrix;
  double before;

  g_return_if_fail (LT_IS_NETWORK_CANVAS (self));

  prepare (self);
  before = self->scale[which];
  if (before <= 0)
    return;
  if (x < 0)
    x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  if (y < 0)
    y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
  self->scale[which] = CLAMP (before * factor, ZOOM_MIN * self->pixels, ZOOM_MAX * self->pixels);
  factor = self->scale[which] / before;
  self->left[which] = x - (x - self->left[which]) * factor;
  self->top[which] = y - (y - self->top[which]) * factor;
  changed (self);
  g_signal_emit (self, signals[ZOOMED], 0);
}

double
lt_network_canvas_get_scale (LtNetworkCanvas *self)
{
  return self->scale[self->shows_matrix];
}

void
_lt_network_canvas_take (LtNetworkCanvas *self, int node, int arrow)
{
  lt_network_canvas_pick (self, node, arrow);
  g_signal_emit (self, signals[PICKED], 0);
}

void
_lt_network_canvas_list (LtNetworkCanvas *self)
{
  g_signal_emit (self, signals[LISTED], 0);
}

void
_lt_network_canvas_pan (LtNetworkCanvas *self, double x, double y)
{
  guint which = self->shows_matrix;

  self->left[which] += x;
  self->top[which] += y;
  changed (self);
}

void
_lt_network_canvas_move_box (LtNetworkCanvas *self, guint box, double x, double y)
{
  LtPoint before = lt_network_get_origin (get_network (self));
  LtNetwork *moved = lt_network_new_moved (get_network (self), box, x, y);
  LtPoint after = lt_network_get_origin (moved);

  g_clear_pointer (&self->moving, lt_network_unref);
  self->moving = moved;
  self->dragged_box = (int) box;
  /* The corner of the drawing may have moved with it; all else stays where it is. */
  self->left[0] += (before.x - after.x) * self->scale[0];
  self->top[0] += (before.y - after.y) * self->scale[0];
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
_lt_network_canvas_drop_box (LtNetworkCanvas *self)
{
  g_autoptr (LtNetwork) moved = g_steal_pointer (&self->moving);
  guint index = (guint) self->dragged_box;
  const LtNetworkBox *box;
  LtPoint origin;

  self->dragged_box = -1;
  if (moved == NULL)
    return;
  box = lt_network_get_box (moved, index);
  origin = lt_network_get_origin (moved);
  lt_network_unref (self->network);
  self->network = lt_network_ref (moved);
  g_signal_emit (self, signals[MOVED], 0, box->node, box->rect.x + box->rect.width / 2 - origin.x,
                 box->rect.y + box->rect.height / 2 - origin.y);
}

void
_lt_network_canvas_reveal_node (LtNetworkCanvas *self)
{
  const LtRect *rect;
  double scale = self->scale[0];
  double left;
  double top;

  if (self->shows_matrix || self->network == NULL || self->node < 0 || scale <= 0)
    return;
  rect = &lt_network_get_box (self->network, lt_network_find_box (self->network, (guint) self->node))->rect;
  left = self->left[0] + rect->x * scale;
  top = self->top[0] + rect->y * scale;
  if (left < 0)
    self->left[0] -= left;
  else if (left + rect->width * scale > gtk_widget_get_width (GTK_WIDGET (self)))
    self->left[0] -= left + rect->width * scale - gtk_widget_get_width (GTK_WIDGET (self));
  if (top < 0)
    self->top[0] -= top;
  else if (top + rect->height * scale > gtk_widget_get_height (GTK_WIDGET (self)))
    self->top[0] -= top + rect->height * scale - gtk_widget_get_height (GTK_WIDGET (self));
  changed (self);
}
