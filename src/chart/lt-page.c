/* SPDX-License-Identifier: MIT */
#include "chart/lt-page.h"

G_DEFINE_INTERFACE (LtPages, lt_pages, G_TYPE_OBJECT)

static void
lt_pages_default_init (LtPagesInterface *iface)
{
}

guint
lt_pages_get_n_pages (LtPages *self)
{
  g_return_val_if_fail (LT_IS_PAGES (self), 1);
  return LT_PAGES_GET_IFACE (self)->get_n_pages (self);
}

void
lt_pages_get_page_size (LtPages *self, double *width, double *height)
{
  g_return_if_fail (LT_IS_PAGES (self));
  LT_PAGES_GET_IFACE (self)->get_page_size (self, width, height);
}

const char *
lt_pages_get_title (LtPages *self)
{
  g_return_val_if_fail (LT_IS_PAGES (self), NULL);
  return LT_PAGES_GET_IFACE (self)->get_title (self);
}

void
lt_pages_draw_page (LtPages *self, guint page, cairo_t *cr)
{
  double width;
  double height;

  g_return_if_fail (LT_IS_PAGES (self));
  g_return_if_fail (page < lt_pages_get_n_pages (self));

  lt_pages_get_page_size (self, &width, &height);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip_preserve (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  LT_PAGES_GET_IFACE (self)->draw_page (self, page, cr);
  cairo_restore (cr);
}

GPtrArray *
lt_pages_list_regions (LtPages *self, guint page)
{
  g_return_val_if_fail (LT_IS_PAGES (self), NULL);
  g_return_val_if_fail (page < lt_pages_get_n_pages (self), NULL);

  if (LT_PAGES_GET_IFACE (self)->list_regions == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) lt_page_region_free);
  return LT_PAGES_GET_IFACE (self)->list_regions (self, page);
}

double
lt_pages_get_text_size (LtPages *self)
{
  g_return_val_if_fail (LT_IS_PAGES (self), 0);

  return LT_PAGES_GET_IFACE (self)->get_text_size ? LT_PAGES_GET_IFACE (self)->get_text_size (self) : 0;
}

char *
lt_pages_dup_warning (LtPages *self)
{
  g_return_val_if_fail (LT_IS_PAGES (self), NULL);

  return LT_PAGES_GET_IFACE (self)->dup_warning ? LT_PAGES_GET_IFACE (self)->dup_warning (self) : NULL;
}

void
lt_page_region_free (LtPageRegion *region)
{
  g_free (region->id);
  g_free (region->kind);
  g_free (region->title);
  g_free (region);
}
