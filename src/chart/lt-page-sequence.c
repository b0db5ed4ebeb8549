/* SPDX-License-Identifier: MIT */
#include "chart/lt-page.h"

#define LT_TYPE_PAGE_SEQUENCE (lt_page_sequence_get_type ())
G_DECLARE_FINAL_TYPE (LtPageSequence, lt_page_sequence, LT, PAGE_SEQUENCE, GObject)

struct _LtPageSequence {
  GObject parent_instance;
  GPtrArray *parts; /* (element-type LtPages), never empty */
};

static void lt_page_sequence_pages_init (LtPagesInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LtPageSequence, lt_page_sequence, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (LT_TYPE_PAGES, lt_page_sequence_pages_init))

/* The part in which @page lies, which becomes the page of that part. */
static LtPages *
find_part (LtPages *pages, guint *page)
{
  GPtrArray *parts = LT_PAGE_SEQUENCE (pages)->parts;

  for (guint i = 0; i < parts->len; i++)
    {
      LtPages *part = g_ptr_array_index (parts, i);
      guint n_pages = lt_pages_get_n_pages (part);

      if (*page < n_pages)
        return part;
      *page -= n_pages;
    }
  return NULL;
}

static guint
lt_page_sequence_get_n_pages (LtPages *pages)
{
  GPtrArray *parts = LT_PAGE_SEQUENCE (pages)->parts;
  guint n_pages = 0;

  for (guint i = 0; i < parts->len; i++)
    n_pages += lt_pages_get_n_pages (g_ptr_array_index (parts, i));
  return n_pages;
}

static void
lt_page_sequence_get_page_size (LtPages *pages, double *width, double *height)
{
  lt_pages_get_page_size (g_ptr_array_index (LT_PAGE_SEQUENCE (pages)->parts, 0), width, height);
}

static const char *
lt_page_sequence_get_title (LtPages *pages)
{
  return lt_pages_get_title (g_ptr_array_index (LT_PAGE_SEQUENCE (pages)->parts, 0));
}

static void
lt_page_sequence_draw_page (LtPages *pages, guint page, cairo_t *cr)
{
  LtPages *part = find_part (pages, &page);

  if (part != NULL)
    lt_pages_draw_page (part, page, cr);
}

static GPtrArray *
lt_page_sequence_list_regions (LtPages *pages, guint page)
{
  LtPages *part = find_part (pages, &page);

  return part != NULL ? lt_pages_list_regions (part, page)
                      : g_ptr_array_new_with_free_func ((GDestroyNotify) lt_page_region_free);
}

static void
lt_page_sequence_finalize (GObject *object)
{
  g_clear_pointer (&LT_PAGE_SEQUENCE (object)->parts, g_ptr_array_unref);
  G_OBJECT_CLASS (lt_page_sequence_parent_class)->finalize (object);
}

static void
lt_page_sequence_pages_init (LtPagesInterface *iface)
{
  iface->get_n_pages = lt_page_sequence_get_n_pages;
  iface->get_page_size = lt_page_sequence_get_page_size;
  iface->get_title = lt_page_sequence_get_title;
  iface->draw_page = lt_page_sequence_draw_page;
  iface->list_regions = lt_page_sequence_list_regions;
}

static void
lt_page_sequence_class_init (LtPageSequenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lt_page_sequence_finalize;
}

static void
lt_page_sequence_init (LtPageSequence *self)
{
  self->parts = g_ptr_array_new_with_free_func (g_object_unref);
}

LtPages *
lt_page_sequence_new (GPtrArray *parts)
{
  LtPageSequence *self;

  g_return_val_if_fail (parts != NULL && parts->len > 0, NULL);

  if (parts->len == 1)
    return g_object_ref (g_ptr_array_index (parts, 0));
  self = g_object_new (LT_TYPE_PAGE_SEQUENCE, NULL);
  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (self->parts, g_object_ref (g_ptr_array_index (parts, i)));
  return LT_PAGES (self);
}
