/* SPDX-License-Identifier: MIT */
#include <cairo.h>
#include <string.h>

#include "chart/lt-render.h"
#include "chart/lt-table-page.h"

static LtTable *
new_table (guint n_rows)
{
  LtTable *table = lt_table_new ("Phụ lục", LT_TABLE_DOCUMENT);

  lt_table_set_title (table, "Kế hoạch 施政");
  lt_table_add_column (table, "STT", 1, LT_ALIGN_CENTER);
  lt_table_add_column (table, "Kết quả", 9, LT_ALIGN_LEFT);
  lt_table_add_header_row (table);
  for (guint i = 0; i < n_rows; i++)
    lt_table_put (table, lt_table_add_row (table, LT_ROW_BODY), 1, "Rà soát 日本語 한국어 Ç");
  return table;
}

static LtPages *
new_pages (guint n_rows)
{
  g_autoptr (LtTable) table = new_table (n_rows);

  return lt_table_pages_new (table);
}

static void
test_pdf (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtPages) pages = new_pages (40);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  g_setenv ("SOURCE_DATE_EPOCH", "1731628800", TRUE);
  first = lt_render_pdf (pages, &error);
  g_assert_no_error (error);
  second = lt_render_pdf (pages, &error);
  g_assert_no_error (error);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_cmpint (memcmp (g_bytes_get_data (first, NULL), "%PDF-", 5), ==, 0);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpuint (lt_pages_get_n_pages (pages), >, 1);
  g_assert_cmpstr (lt_pages_get_title (pages), ==, "Kế hoạch 施政");
}

static void
test_svg (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtPages) pages = new_pages (3);
  g_autoptr (GBytes) bytes = lt_render_svg (pages, 0, &error);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (data, (gssize) length, "<svg"));
  g_assert_nonnull (g_strstr_len (data, (gssize) length, "841.889764"));
  g_assert_null (g_strstr_len (data, (gssize) length, "<image"));
}

typedef struct {
  const guchar *data;
  gsize left;
} Reader;

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Reader *reader = closure;

  if (length > reader->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data, length);
  reader->data += length;
  reader->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

/* The share of pixels that are lighter than half. */
static double
get_lightness (cairo_surface_t *image)
{
  int width = cairo_image_surface_get_width (image);
  int height = cairo_image_surface_get_height (image);
  guint n_light = 0;

  for (int y = 0; y < height; y++)
    {
      const guchar *line = cairo_image_surface_get_data (image)
                           + (gsize) y * (gsize) cairo_image_surface_get_stride (image);

      for (int x = 0; x < width; x++)
        n_light += line[4 * x] > 127 && line[4 * x + 1] > 127 && line[4 * x + 2] > 127;
    }
  return (double) n_light / ((double) width * height);
}

/* White ground, dark ink, the size asked for. */
static void
test_png (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtPages) pages = new_pages (20);
  g_autoptr (GBytes) bytes = lt_render_png (pages, 0, 1.5, &error);
  Reader reader = { g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) };
  cairo_surface_t *image = cairo_image_surface_create_from_png_stream (read_cb, &reader);
  const guchar *data = cairo_image_surface_get_data (image);

  g_assert_no_error (error);
  g_assert_cmpint (cairo_surface_status (image), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (image), ==, 1263);
  g_assert_cmpint (cairo_image_surface_get_height (image), ==, 893);
  g_assert_cmpuint (data[0] & data[1] & data[2], ==, 0xff);
  g_assert_cmpfloat (get_lightness (image), >, 0.85);
  g_assert_cmpfloat (get_lightness (image), <, 0.999);
  cairo_surface_destroy (image);
}

static void
test_png_too_large (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtPages) pages = new_pages (1);

  g_assert_null (lt_render_png (pages, 0, 100, &error));
  g_assert_error (error, LT_CHART_ERROR, LT_CHART_ERROR_SIZE);
  g_clear_error (&error);
  g_assert_null (lt_render_png (pages, 0, 0, &error));
  g_assert_error (error, LT_CHART_ERROR, LT_CHART_ERROR_SIZE);
}

/* Drawing leaves the cairo context as it was, theme colours and all. */
static void
test_context_is_kept (void)
{
  g_autoptr (LtPages) pages = new_pages (1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 100);
  cairo_t *cr = cairo_create (surface);
  cairo_matrix_t before;
  cairo_matrix_t after;

  cairo_scale (cr, 0.1, 0.1);
  cairo_get_matrix (cr, &before);
  lt_pages_draw_page (pages, 0, cr);
  cairo_get_matrix (cr, &after);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/pdf", test_pdf);
  g_test_add_func ("/render/svg", test_svg);
  g_test_add_func ("/render/png", test_png);
  g_test_add_func ("/render/png-too-large", test_png_too_large);
  g_test_add_func ("/render/context-is-kept", test_context_is_kept);
  return g_test_run ();
}
