/* SPDX-License-Identifier: MIT */
#include "app/lt-overview-canvas.h"

#include <adwaita.h>
#include <math.h>

#include "app/lt-theme-palette.h"

/* Pixels to a point: words of 9 points are as large as the window's own. */
#define PIXELS (4.0 / 3.0)
#define MIN_WIDTH 480
#define NATURAL_WIDTH 960

struct _LtOverviewCanvas
{
  GtkWidget parent_instance;

  LtOverview *overview;
  LtOverviewChart *chart;
  int width;          /* for which the chart was laid out */
  GPtrArray *buttons; /* (element-type GtkWidget), one for each spot of the chart */
  int lit;            /* the spot under the pointer; -1 for none */
};

G_DEFINE_FINAL_TYPE (LtOverviewCanvas, lt_overview_canvas, GTK_TYPE_WIDGET)

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
get_spot (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "lt-spot"));
}

static void
clicked_cb (GtkWidget *button, LtOverviewCanvas *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, &lt_overview_chart_get_spot (self->chart, get_spot (button))->choice);
}

static void
light_cb (GtkEventController *motion, double x, double y, LtOverviewCanvas *self)
{
  self->lit = (int) get_spot (gtk_event_controller_get_widget (motion));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
dim_cb (LtOverviewCanvas *self)
{
  self->lit = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GtkWidget *
create_button (LtOverviewCanvas *self, guint index)
{
  const LtOverviewSpot *spot = lt_overview_chart_get_spot (self->chart, index);
  GtkWidget *button = gtk_button_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  gboolean is_part = (spot->choice.agency || spot->choice.initiative) && spot->choice.timeliness;

  g_object_set_data (G_OBJECT (button), "lt-spot", GUINT_TO_POINTER (index));
  gtk_widget_add_css_class (button, "figure");
  gtk_widget_set_tooltip_text (button, spot->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spot->title, -1);
  /* A bar is one stop on the way with Tab; its parts are for the pointer. */
  gtk_widget_set_focusable (button, !is_part);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (light_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (dim_cb), self);
  gtk_widget_add_controller (button, motion);
  return button;
}

static void
drop_buttons (LtOverviewCanvas *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->buttons, i));
  g_ptr_array_set_size (self->buttons, 0);
  self->lit = -1;
}

/* What lies in something else is a place of its own, so it is put on top. */
static void
add_buttons (LtOverviewCanvas *self)
{
  for (guint i = lt_overview_chart_get_n_spots (self->chart); i-- > 0;)
    {
      GtkWidget *button = create_button (self, i);

      gtk_widget_set_parent (button, GTK_WIDGET (self));
      g_ptr_array_add (self->buttons, button);
    }
}

static double
get_height (LtOverviewCanvas *self, int width)
{
  g_autoptr (LtOverviewChart) chart = NULL;

  if (self->overview == NULL)
    return 0;
  if (self->chart && self->width == width)
    return lt_overview_chart_get_height (self->chart);
  chart = lt_overview_chart_new (self->overview, width / PIXELS);
  return lt_overview_chart_get_height (chart);
}

static GtkSizeRequestMode
lt_overview_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lt_overview_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  *minimum = *natural = (int) ceil (get_height (LT_OVERVIEW_CANVAS (widget),
                                                for_size < 0 ? NATURAL_WIDTH : MAX (for_size, MIN_WIDTH)) * PIXELS);
}

static void
lay_out (LtOverviewCanvas *self, int width)
{
  if (self->chart && self->width == width)
    return;
  drop_buttons (self);
  g_clear_pointer (&self->chart, lt_overview_chart_unref);
  self->width = width;
  if (self->overview == NULL)
    return;
  self->chart = lt_overview_chart_new (self->overview, width / PIXELS);
  add_buttons (self);
}

static void
lt_overview_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LtOverviewCanvas *self = LT_OVERVIEW_CANVAS (widget);

  lay_out (self, width);
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);
      const LtRect *rect = &lt_overview_chart_get_spot (self->chart, get_spot (button))->rect;
      GtkAllocation place = { (int) floor (rect->x * PIXELS), (int) floor (rect->y * PIXELS),
                              (int) ceil (rect->width * PIXELS), (int) ceil (rect->height * PIXELS) };
      int least;

      gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      place.width = MAX (place.width, least);
      gtk_widget_measure (button, GTK_ORIENTATION_VERTICAL, place.width, &least, NULL, NULL, NULL);
      place.height = MAX (place.height, least);
      gtk_widget_size_allocate (button, &place, -1);
    }
}

static void
lt_overview_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LtOverviewCanvas *self = LT_OVERVIEW_CANVAS (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  LtRect clip = { 0, 0, width / PIXELS, height / PIXELS };
  cairo_t *cr;

  if (self->chart)
    {
      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
      cairo_scale (cr, PIXELS, PIXELS);
      lt_overview_chart_draw (self->chart, cr, &clip, lt_theme_palette_get (), self->lit);
      cairo_destroy (cr);
    }
  GTK_WIDGET_CLASS (lt_overview_canvas_parent_class)->snapshot (widget, snapshot);
}

static void
lt_overview_canvas_dispose (GObject *object)
{
  LtOverviewCanvas *self = LT_OVERVIEW_CANVAS (object);

  drop_buttons (self);
  g_clear_pointer (&self->chart, lt_overview_chart_unref);
  g_clear_pointer (&self->overview, lt_overview_unref);

  G_OBJECT_CLASS (lt_overview_canvas_parent_class)->dispose (object);
}

static void
lt_overview_canvas_finalize (GObject *object)
{
  g_ptr_array_unref (LT_OVERVIEW_CANVAS (object)->buttons);

  G_OBJECT_CLASS (lt_overview_canvas_parent_class)->finalize (object);
}

static void
lt_overview_canvas_class_init (LtOverviewCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lt_overview_canvas_dispose;
  object_class->finalize = lt_overview_canvas_finalize;
  widget_class->get_request_mode = lt_overview_canvas_get_request_mode;
  widget_class->measure = lt_overview_canvas_measure;
  widget_class->size_allocate = lt_overview_canvas_size_allocate;
  widget_class->snapshot = lt_overview_canvas_snapshot;

  signals[CHOSEN] = g_signal_new ("chosen", LT_TYPE_OVERVIEW_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_css_name (widget_class, "lt-overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
lt_overview_canvas_init (LtOverviewCanvas *self)
{
  self->buttons = g_ptr_array_new ();
  self->lit = -1;
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

void
lt_overview_canvas_set_overview (LtOverviewCanvas *self, LtOverview *overview)
{
  g_return_if_fail (LT_IS_OVERVIEW_CANVAS (self));

  drop_buttons (self);
  g_clear_pointer (&self->chart, lt_overview_chart_unref);
  g_clear_pointer (&self->overview, lt_overview_unref);
  self->overview = overview ? lt_overview_ref (overview) : NULL;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

LtOverviewChart *
lt_overview_canvas_get_chart (LtOverviewCanvas *self)
{
  g_return_val_if_fail (LT_IS_OVERVIEW_CANVAS (self), NULL);

  return self->chart;
}
