/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>

#include "chart/lt-chart-error.h"
#include "chart/lt-page.h"

#define LT_TYPE_PAGE_RANGE (lt_page_range_get_type ())
G_DECLARE_FINAL_TYPE (LtPageRange, lt_page_range, LT, PAGE_RANGE, GObject)

struct _LtPageRange {
  GObject parent_instance;
  LtPages *pages;
  GArray *numbers; /* (element-type guint) */
};

static void lt_page_range_pages_init (LtPagesInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LtPageRange, lt_page_range, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (LT_TYPE_PAGES, lt_page_range_pages_init))

static guint
get_number (LtPages *pages, guint page)
{
  return g_array_index (LT_PAGE_RANGE (pages)->numbers, guint, page);
}

static guint
lt_page_range_get_n_pages (LtPages *pages)
{
  return LT_PAGE_RANGE (pages)->numbers->len;
}

static void
lt_page_range_get_page_size (LtPages *pages, double *width, double *height)
{
  lt_pages_get_page_size (LT_PAGE_RANGE (pages)->pages, width, height);
}

static const char *
lt_page_range_get_title (LtPages *pages)
{
  return lt_pages_get_title (LT_PAGE_RANGE (pages)->pages);
}

static void
lt_page_range_draw_page (LtPages *pages, guint page, cairo_t *cr)
{
  lt_pages_draw_page (LT_PAGE_RANGE (pages)->pages, get_number (pages, page), cr);
}

static GPtrArray *
lt_page_range_list_regions (LtPages *pages, guint page)
{
  return lt_pages_list_regions (LT_PAGE_RANGE (pages)->pages, get_number (pages, page));
}

static void
lt_page_range_finalize (GObject *object)
{
  LtPageRange *self = LT_PAGE_RANGE (object);

  g_clear_object (&self->pages);
  g_clear_pointer (&self->numbers, g_array_unref);
  G_OBJECT_CLASS (lt_page_range_parent_class)->finalize (object);
}

static void
lt_page_range_pages_init (LtPagesInterface *iface)
{
  iface->get_n_pages = lt_page_range_get_n_pages;
  iface->get_page_size = lt_page_range_get_page_size;
  iface->get_title = lt_page_range_get_title;
  iface->draw_page = lt_page_range_draw_page;
  iface->list_regions = lt_page_range_list_regions;
}

static void
lt_page_range_class_init (LtPageRangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lt_page_range_finalize;
}

static void
lt_page_range_init (LtPageRange *self)
{
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* A page number, or @missing where nothing is written. FALSE for anything else. */
static gboolean
read_number (const char *words, guint missing, guint *number)
{
  guint64 value;

  if (*words == '\0')
    {
      *number = missing;
      return TRUE;
    }
  if (!g_ascii_string_to_unsigned (words, 10, 1, G_MAXUINT32, &value, NULL))
    return FALSE;
  *number = (guint) value;
  return TRUE;
}

/* "3", "2-5", "4-", "-2". */
static gboolean
read_part (const char *words, guint n_pages, guint *first, guint *last)
{
  g_auto (GStrv) ends = g_strsplit (words, "-", 3);

  for (guint i = 0; ends[i] != NULL; i++)
    g_strstrip (ends[i]);
  switch (g_strv_length (ends))
    {
    case 1:
      *last = 0;
      if (!read_number (ends[0], 0, first))
        return FALSE;
      *last = *first;
      return *first > 0;
    case 2:
      return (*ends[0] != '\0' || *ends[1] != '\0') && read_number (ends[0], 1, first)
             && read_number (ends[1], MAX (n_pages, *first), last) && *first <= *last;
    default:
      return FALSE;
    }
}

static gboolean
add_part (LtPageRange *self, const char *words, const char *range, GError **error)
{
  guint n_pages = lt_pages_get_n_pages (self->pages);
  guint first;
  guint last;

  if (!read_part (words, n_pages, &first, &last))
    {
      g_set_error (error, LT_CHART_ERROR, LT_CHART_ERROR_RANGE,
                   _("“%s” is not a range of pages. Write pages like “1-2” or “1,3-4”."), range);
      return FALSE;
    }
  if (last > n_pages)
    {
      g_set_error (error, LT_CHART_ERROR, LT_CHART_ERROR_RANGE,
                   g_dngettext (GETTEXT_PACKAGE,
                                "The range “%s” goes beyond the end: there is only %u page.",
                                "The range “%s” goes beyond the end: there are only %u pages.",
                                n_pages),
                   range, n_pages);
      return FALSE;
    }
  for (guint page = first - 1; page < last; page++)
    g_array_append_val (self->numbers, page);
  return TRUE;
}

LtPages *
lt_page_range_new (LtPages *pages, const char *range, GError **error)
{
  g_autoptr (LtPageRange) self = g_object_new (LT_TYPE_PAGE_RANGE, NULL);
  g_auto (GStrv) parts = g_strsplit (range, ",", -1);

  self->pages = g_object_ref (pages);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!add_part (self, parts[i], range, error))
      return NULL;
  if (self->numbers->len == 0)
    {
      add_part (self, "", range, error);
      return NULL;
    }
  return LT_PAGES (g_steal_pointer (&self));
}
