/* SPDX-License-Identifier: MIT */
#include "app/lt-text-box.h"

#define MIN_WIDTH 20
/* The view keeps it free at the right. */
#define CURSOR_WIDTH 1

struct _LtTextBox
{
  GtkTextView parent_instance;

  PangoLayout *layout; /* measures */
};

G_DEFINE_FINAL_TYPE (LtTextBox, lt_text_box, GTK_TYPE_TEXT_VIEW)

static int
measure_text (LtTextBox *self, int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  PangoContext *context = gtk_text_view_get_ltr_context (view);
  g_autofree char *text = NULL;
  g_auto (GStrv) paragraphs = NULL;
  int height = 0;

  /* The view's own, which differs from the widget's, and is replaced when the font changes. */
  if (self->layout == NULL || pango_layout_get_context (self->layout) != context)
    {
      g_clear_object (&self->layout);
      self->layout = pango_layout_new (context);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
    }
  g_object_get (gtk_text_view_get_buffer (view), "text", &text, NULL);
  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  /* The view sets each paragraph for itself, on whole pixels. */
  paragraphs = g_strsplit (*text ? text : " ", "\n", -1);
  for (guint i = 0; paragraphs[i]; i++)
    {
      PangoRectangle extents;

      pango_layout_set_text (self->layout, paragraphs[i], -1);
      pango_layout_get_extents (self->layout, NULL, &extents);
      height += PANGO_PIXELS (extents.height);
    }
  return height;
}

static GtkSizeRequestMode
lt_text_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lt_text_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  int sides = gtk_text_view_get_left_margin (view) + gtk_text_view_get_right_margin (view) + CURSOR_WIDTH;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MIN_WIDTH + sides;
  else
    *minimum = *natural = gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view)
                          + measure_text (LT_TEXT_BOX (widget), MAX ((for_size < 0 ? gtk_widget_get_width (widget)
                                                                                    : for_size) - sides, MIN_WIDTH));
}

static void
buffer_set_cb (LtTextBox *self)
{
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "changed",
                           G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
}

static void
lt_text_box_dispose (GObject *object)
{
  g_clear_object (&LT_TEXT_BOX (object)->layout);

  G_OBJECT_CLASS (lt_text_box_parent_class)->dispose (object);
}

static void
lt_text_box_class_init (LtTextBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_text_box_dispose;
  widget_class->get_request_mode = lt_text_box_get_request_mode;
  widget_class->measure = lt_text_box_measure;
}

static void
lt_text_box_init (LtTextBox *self)
{
  g_signal_connect (self, "notify::buffer", G_CALLBACK (buffer_set_cb), NULL);
}
