/* SPDX-License-Identifier: MIT */
#include "chart/lt-render.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "lt-config.h"

/* What cairo's image surfaces take at the most. */
#define PIXELS_MAX 32767

typedef cairo_surface_t *(*CreateSurface) (cairo_write_func_t write, void *closure, double width, double height);
typedef void (*PrepareSurface) (cairo_surface_t *surface, LtPages *pages);

static cairo_status_t
append_bytes_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The moment that the surroundings ask for, or now; as ISO 8601. */
static char *
dup_creation_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) date = NULL;
  gint64 seconds;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    date = g_date_time_new_from_unix_utc (seconds);
  else
    date = g_date_time_new_now_utc ();
  return g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");
}

static void
set_metadata (cairo_surface_t *surface, LtPages *pages)
{
  g_autofree char *date = dup_creation_date ();
  const char *title = lt_pages_get_title (pages);

  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Lộ Trình " LT_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static void
set_unit (cairo_surface_t *surface, LtPages *pages)
{
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
}

/* Takes the drawing and its surface apart; both must have ended well. */
static gboolean
finish_drawing (cairo_t *cr, cairo_surface_t *surface, GError **error)
{
  cairo_status_t status = cairo_status (cr);

  cairo_destroy (cr);
  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE)
    cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, LT_CHART_ERROR, LT_CHART_ERROR_FAILED,
               _("The pages could not be drawn: %s."), cairo_status_to_string (status));
  return FALSE;
}

/* Draws @n pages from @first on as a file of shapes. */
static gboolean
draw_shapes (LtPages *pages, guint first, guint n, CreateSurface create, PrepareSurface prepare,
             GByteArray *bytes, GError **error)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  double width;
  double height;
  gboolean done;

  lt_pages_get_page_size (pages, &width, &height);
  surface = create (append_bytes_cb, bytes, width, height);
  prepare (surface, pages);
  cr = cairo_create (surface);
  for (guint page = first; page < first + n; page++)
    {
      lt_pages_draw_page (pages, page, cr);
      cairo_show_page (cr);
    }
  done = finish_drawing (cr, surface, error);
  cairo_surface_destroy (surface);
  return done;
}

GBytes *
lt_render_pdf (LtPages *pages, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (!draw_shapes (pages, 0, lt_pages_get_n_pages (pages), cairo_pdf_surface_create_for_stream,
                    set_metadata, bytes, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* Cairo writes shapes without names. So that programs can find what the drawing is
 * made of, and readers can point at it, each region lies over it once more as a rectangle
 * that is not painted, with an id, classes and a title. */
static void
append_regions (GByteArray *svg, LtPages *pages, guint page)
{
  static const char end[] = "</svg>";
  g_autoptr (GPtrArray) regions = lt_pages_list_regions (pages, page);
  g_autoptr (GString) group = NULL;
  const char *tail = g_strrstr_len ((const char *) svg->data, (gssize) svg->len, end);

  if (regions->len == 0 || tail == NULL)
    return;
  group = g_string_new ("<g id=\"regions\" fill=\"none\" stroke=\"none\" pointer-events=\"all\">\n");
  for (guint i = 0; i < regions->len; i++)
    {
      const LtPageRegion *region = g_ptr_array_index (regions, i);
      const double numbers[]
          = { region->rect.x, region->rect.y, region->rect.width, region->rect.height };
      static const char *const names[] = { "x", "y", "width", "height" };
      g_autofree char *tag = g_markup_printf_escaped ("<rect id=\"%s\" class=\"%s\"", region->id,
                                                      region->kind);
      g_autofree char *title = g_markup_escape_text (region->title, -1);

      g_string_append (group, tag);
      for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
        {
          char number[G_ASCII_DTOSTR_BUF_SIZE];

          g_ascii_formatd (number, sizeof number, "%.3f", numbers[j]);
          g_string_append_printf (group, " %s=\"%s\"", names[j], number);
        }
      g_string_append_printf (group, "><title>%s</title></rect>\n", title);
    }
  g_string_append_printf (group, "</g>\n%s\n", end);
  g_byte_array_set_size (svg, (guint) (tail - (const char *) svg->data));
  g_byte_array_append (svg, (const guint8 *) group->str, (guint) group->len);
}

GBytes *
lt_render_svg (LtPages *pages, guint page, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (!draw_shapes (pages, page, 1, cairo_svg_surface_create_for_stream, set_unit, bytes, error))
    return NULL;
  append_regions (bytes, pages, page);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
lt_render_png (LtPages *pages, guint page, double scale, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;
  double width;
  double height;
  gboolean done;

  lt_pages_get_page_size (pages, &width, &height);
  width = ceil (width * scale);
  height = ceil (height * scale);
  if (!(width >= 1 && width <= PIXELS_MAX && height >= 1 && height <= PIXELS_MAX))
    {
      g_set_error (error, LT_CHART_ERROR, LT_CHART_ERROR_SIZE,
                   _("An image of %.0f × %.0f pixels cannot be made; "
                     "choose a smaller scale, or PDF."),
                   width, height);
      return NULL;
    }
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cr = cairo_create (surface);
  /* The edge that rounding adds beyond the sheet is white as well. */
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  lt_pages_draw_page (pages, page, cr);
  done = finish_drawing (cr, surface, error);
  if (done)
    {
      cairo_status_t status = cairo_surface_write_to_png_stream (surface, append_bytes_cb, bytes);

      if (status != CAIRO_STATUS_SUCCESS)
        {
          g_set_error (error, LT_CHART_ERROR, LT_CHART_ERROR_FAILED,
                       _("The pages could not be drawn: %s."), cairo_status_to_string (status));
          done = FALSE;
        }
    }
  cairo_surface_destroy (surface);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
