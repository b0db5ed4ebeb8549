/* SPDX-License-Identifier: MIT */
#include "app/lt-page-preview.h"

#include <glib/gi18n-lib.h>

struct _LtPagePreview
{
  GtkWidget parent_instance;

  LtPages *pages;
  guint page;
};

G_DEFINE_FINAL_TYPE (LtPagePreview, lt_page_preview, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_PAGE,
  PROP_N_PAGES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

#define MIN_WIDTH 240
#define NATURAL_WIDTH 640

static void
get_size (LtPagePreview *self, double *width, double *height)
{
  /* A4 lying, so that nothing jumps when the pages come. */
  *width = 842;
  *height = 595;
  if (self->pages)
    lt_pages_get_page_size (self->pages, width, height);
}

static void
update_name (LtPagePreview *self)
{
  g_autofree char *name = g_strdup_printf (_("Page %u of %u"), self->page + 1, MAX (lt_page_preview_get_n_pages (self), 1));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkSizeRequestMode
lt_page_preview_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lt_page_preview_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  double width;
  double height;

  get_size (LT_PAGE_PREVIEW (widget), &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    *minimum = *natural = (int) ((for_size < 0 ? NATURAL_WIDTH : MAX (for_size, MIN_WIDTH)) * height / width);
}

static void
lt_page_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LtPagePreview *self = LT_PAGE_PREVIEW (widget);
  double width;
  double height;
  double scale;
  cairo_t *cr;

  get_size (self, &width, &height);
  scale = MIN (gtk_widget_get_width (widget) / width, gtk_widget_get_height (widget) / height);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) (width * scale),
                                                                 (float) (height * scale)));
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (self->pages)
    {
      cairo_scale (cr, scale, scale);
      lt_pages_draw_page (self->pages, self->page, cr);
    }
  cairo_destroy (cr);
}

static void
lt_page_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LtPagePreview *self = LT_PAGE_PREVIEW (object);

  switch (id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_N_PAGES:
      g_value_set_uint (value, lt_page_preview_get_n_pages (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lt_page_preview_dispose (GObject *object)
{
  g_clear_object (&LT_PAGE_PREVIEW (object)->pages);

  G_OBJECT_CLASS (lt_page_preview_parent_class)->dispose (object);
}

static void
lt_page_preview_class_init (LtPagePreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = lt_page_preview_get_property;
  object_class->dispose = lt_page_preview_dispose;
  widget_class->get_request_mode = lt_page_preview_get_request_mode;
  widget_class->measure = lt_page_preview_measure;
  widget_class->snapshot = lt_page_preview_snapshot;

  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_PAGES] = g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "lt-page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lt_page_preview_init (LtPagePreview *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  update_name (self);
}

void
lt_page_preview_set_pages (LtPagePreview *self, LtPages *pages)
{
  g_return_if_fail (LT_IS_PAGE_PREVIEW (self));

  g_set_object (&self->pages, pages);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PAGES]);
  lt_page_preview_set_page (self, self->page);
  update_name (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

LtPages *
lt_page_preview_get_pages (LtPagePreview *self)
{
  g_return_val_if_fail (LT_IS_PAGE_PREVIEW (self), NULL);

  return self->pages;
}

guint
lt_page_preview_get_n_pages (LtPagePreview *self)
{
  g_return_val_if_fail (LT_IS_PAGE_PREVIEW (self), 0);

  return self->pages ? lt_pages_get_n_pages (self->pages) : 0;
}

guint
lt_page_preview_get_page (LtPagePreview *self)
{
  g_return_val_if_fail (LT_IS_PAGE_PREVIEW (self), 0);

  return self->page;
}

void
lt_page_preview_set_page (LtPagePreview *self, guint page)
{
  g_return_if_fail (LT_IS_PAGE_PREVIEW (self));

  page = MIN (page, MAX (lt_page_preview_get_n_pages (self), 1) - 1);
  if (page != self->page)
    {
      self->page = page;
      update_name (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
