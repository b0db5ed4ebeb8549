/* SPDX-License-Identifier: MIT */
#include "chart/lt-table-page.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "report/lt-pango.h"
#include "report/lt-text-measure.h"

#define LINE_WIDTH 0.5
/* At each side of a cell's text, where the column allows it. */
#define PADDING 4.0
#define NUMBER_SIZE 13

struct _LtTablePages {
  GObject parent_instance;
  LtTableLayout *layout;
  LtTable *table; /* the layout's */
  LtTextMeasure *measure;
  PangoContext *context;
};

typedef struct {
  double x;
  double y;
  double width;
  double height;
} Box;

static void lt_table_pages_pages_init (LtPagesInterface *iface);

G_DEFINE_TYPE_WITH_CODE (LtTablePages, lt_table_pages, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (LT_TYPE_PAGES, lt_table_pages_pages_init))

/* The part of a cell that stands on a page, from the left and top margins. */
static Box
get_box (LtTablePages *self, const LtLayoutCell *cell, guint page)
{
  guint first;
  guint n_rows;
  guint last = cell->first_row + cell->n_rows - 1;
  double top;
  double bottom;
  double left = lt_table_layout_get_column_left (self->layout, cell->column);
  double right = lt_table_layout_get_column_left (self->layout, cell->column + cell->n_columns);

  lt_table_layout_get_page_rows (self->layout, page, &first, &n_rows);
  top = lt_table_layout_get_row (self->layout, MAX (first, cell->first_row))->top;
  last = MIN (last, first + n_rows - 1);
  bottom = lt_table_layout_get_row (self->layout, last)->top
           + lt_table_layout_get_row (self->layout, last)->height;
  return (Box) { left, top, right - left, bottom - top };
}

static void
draw_line (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
}

static void
draw_lines_around (cairo_t *cr, const Box *box, gboolean open_above,
                   gboolean open_below)
{
  double right = box->x + box->width;
  double bottom = box->y + box->height;

  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  draw_line (cr, box->x, box->y, box->x, bottom);
  draw_line (cr, right, box->y, right, bottom);
  if (!open_above)
    draw_line (cr, box->x, box->y, right, box->y);
  if (!open_below)
    draw_line (cr, box->x, bottom, right, bottom);
  cairo_stroke (cr);
}

/* Draws text[0..length) on one line, shortened with an ellipsis if asked. */
static void
draw_text_line (LtTablePages *self, cairo_t *cr, const LtCellStyle *style, const char *text,
                gsize length, const Box *box, double pitch, double y, gboolean shorten)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  PangoFontDescription *font = lt_pango_font_description (style->size, style->bold, style->italic);
  PangoRectangle logical;
  double x = box->x;
  double width;
  double height;

  while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\n'))
    length--;
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (shorten)
    {
      g_autofree char *longer = g_strdup_printf ("%.*s…", (int) length, text);

      pango_layout_set_text (layout, longer, -1);
      pango_layout_set_width (layout, pango_units_from_double (box->width));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  else
    pango_layout_set_text (layout, text, (int) length);
  pango_layout_get_extents (layout, NULL, &logical);
  width = pango_units_to_double (logical.width);
  height = pango_units_to_double (logical.height);
  if (style->align == LT_ALIGN_CENTER)
    x += (box->width - width) / 2;
  else if (style->align == LT_ALIGN_RIGHT)
    x += box->width - width;
  cairo_move_to (cr, x - pango_units_to_double (logical.x), y + (pitch - height) / 2);
  pango_cairo_show_layout (cr, layout);
}

/* Centres the lines in the box. Words that stood whole on a page before are
 * shortened where they do not fit again. */
static void
draw_text (LtTablePages *self, cairo_t *cr, const LtLayoutCell *cell, const LtCellStyle *style,
           const Box *box, gboolean repeated)
{
  const char *whole
      = lt_table_get_cell (self->table, cell->table_row, cell->column)->text + cell->start;
  g_autofree char *text = g_strndup (whole, cell->length);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  LtTypeface *face
      = lt_text_measure_get_typeface (self->measure, style->size, style->bold, style->italic);
  double counted = lt_table_layout_get_text_width (self->layout, cell->column, cell->n_columns);
  double padding = MIN (PADDING, (box->width - counted) / 2);
  Box inner = { box->x + padding, box->y, box->width - 2 * padding, box->height };
  double pitch = lt_table_layout_get_pitch (self->layout, style);
  guint n_lines;
  guint n_shown;
  double y;

  if (*text == '\0')
    return;
  n_lines = lt_typeface_count_lines (face, text, inner.width, starts);
  n_shown = n_lines;
  if (repeated)
    n_shown = MIN (n_lines, (guint) (box->height / pitch));
  y = box->y + (box->height - n_shown * pitch) / 2;
  for (guint i = 0; i < n_shown; i++)
    {
      gsize start = g_array_index (starts, gsize, i);
      gsize end = i + 1 < n_lines ? g_array_index (starts, gsize, i + 1) : cell->length;

      draw_text_line (self, cr, style, text + start, end - start, &inner, pitch, y + i * pitch,
                      n_shown < n_lines && i + 1 == n_shown);
    }
}

/* The pattern is for workbooks, which are printed without their colours more often. */
static void
draw_shade (cairo_t *cr, LtShade shade, const Box *box)
{
  guint32 fill = lt_shade_get_style (shade)->fill;

  cairo_save (cr);
  cairo_set_source_rgb (cr, (fill >> 16 & 0xff) / 255.0, (fill >> 8 & 0xff) / 255.0,
                        (fill & 0xff) / 255.0);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_cell (LtTablePages *self, cairo_t *cr, const LtLayoutCell *cell, guint page)
{
  Box box = get_box (self, cell, page);
  LtShade shade
      = (LtShade) lt_table_get_cell (self->table, cell->table_row, cell->column)->shade;
  LtCellStyle style;
  guint first_row;
  guint n_rows;

  lt_table_layout_get_page_rows (self->layout, page, &first_row, &n_rows);
  if (shade != LT_SHADE_NONE)
    draw_shade (cr, shade, &box);
  lt_table_get_style (self->table, lt_table_get_row_role (self->table, cell->table_row),
                      cell->column, &style);
  if (style.boxed)
    {
      /* Each page shows a table that is closed at its top and bottom. */
      gboolean at_top = cell->first_row <= first_row;
      gboolean at_bottom = cell->first_row + cell->n_rows >= first_row + n_rows;

      draw_lines_around (cr, &box,
                         !at_top && (cell->flags & LT_LAYOUT_CELL_OPEN_ABOVE),
                         !at_bottom && (cell->flags & LT_LAYOUT_CELL_OPEN_BELOW));
    }
  draw_text (self, cr, cell, &style, &box, cell->first_row < first_row);
}

static void
draw_header (LtTablePages *self, cairo_t *cr)
{
  guint first;
  guint n_rows;
  guint n_cells = lt_table_layout_get_n_cells (self->layout);

  lt_table_get_header (self->table, &first, &n_rows);
  cairo_save (cr);
  for (guint i = 0; i < n_cells; i++)
    {
      const LtLayoutCell *cell = lt_table_layout_get_cell (self->layout, i);

      if (cell->table_row >= first + n_rows)
        break;
      if (cell->table_row < first)
        continue;
      if (cell->table_row == first && cell->column == 0)
        cairo_translate (cr, 0, -lt_table_layout_get_row (self->layout, cell->first_row)->top);
      draw_cell (self, cr, cell, lt_table_layout_get_row (self->layout, cell->first_row)->page);
    }
  cairo_restore (cr);
}

static void
draw_number (LtTablePages *self, cairo_t *cr, guint page, double width, double margin)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  LtCellStyle style = { .align = LT_ALIGN_CENTER, .size = NUMBER_SIZE };
  Box box = { 0, -margin, width, margin };

  draw_text_line (self, cr, &style, number, strlen (number), &box, margin, box.y, FALSE);
}

static guint
lt_table_pages_get_n_pages (LtPages *pages)
{
  return lt_table_layout_get_n_pages (LT_TABLE_PAGES (pages)->layout);
}

static void
lt_table_pages_get_page_size (LtPages *pages, double *width, double *height)
{
  lt_page_setup_get_size (lt_table_get_page_setup (LT_TABLE_PAGES (pages)->table), width, height);
}

static const char *
lt_table_pages_get_title (LtPages *pages)
{
  return lt_table_get_title (LT_TABLE_PAGES (pages)->table);
}

static void
lt_table_pages_draw_page (LtPages *pages, guint page, cairo_t *cr)
{
  LtTablePages *self = LT_TABLE_PAGES (pages);
  const LtPageSetup *setup = lt_table_get_page_setup (self->table);
  g_autoptr (GArray) cells = lt_table_layout_list_page_cells (self->layout, page);
  double width;
  double height;

  lt_page_setup_get_inner (setup, &width, &height);
  cairo_translate (cr, setup->left * LT_POINTS_PER_MM, setup->top * LT_POINTS_PER_MM);
  if (page > 0)
    draw_number (self, cr, page, width, setup->top * LT_POINTS_PER_MM);
  /* Columns are whole pixels of Excel: what is left over goes to both sides. */
  width -= lt_table_layout_get_column_left (self->layout,
                                            lt_table_get_n_columns (self->table));
  cairo_translate (cr, width / 2, 0);
  if (page > 0 && lt_table_layout_get_header_height (self->layout) > 0)
    {
      draw_header (self, cr);
      cairo_translate (cr, 0, lt_table_layout_get_header_height (self->layout));
    }
  for (guint i = 0; i < cells->len; i++)
    draw_cell (self, cr, lt_table_layout_get_cell (self->layout, g_array_index (cells, guint, i)),
               page);
}

static void
lt_table_pages_finalize (GObject *object)
{
  LtTablePages *self = LT_TABLE_PAGES (object);

  g_clear_pointer (&self->layout, lt_table_layout_free);
  g_clear_pointer (&self->measure, lt_text_measure_free);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (lt_table_pages_parent_class)->finalize (object);
}

static void
lt_table_pages_pages_init (LtPagesInterface *iface)
{
  iface->get_n_pages = lt_table_pages_get_n_pages;
  iface->get_page_size = lt_table_pages_get_page_size;
  iface->get_title = lt_table_pages_get_title;
  iface->draw_page = lt_table_pages_draw_page;
}

static void
lt_table_pages_class_init (LtTablePagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lt_table_pages_finalize;
}

static void
lt_table_pages_init (LtTablePages *self)
{
  self->measure = lt_text_measure_new ();
  self->context = lt_pango_context_new ();
}

LtPages *
lt_table_pages_new (LtTable *table)
{
  LtTablePages *self = g_object_new (LT_TYPE_TABLE_PAGES, NULL);

  self->layout = lt_table_layout_new (table);
  self->table = lt_table_layout_get_table (self->layout);
  return LT_PAGES (self);
}

LtTableLayout *
lt_table_pages_get_layout (LtTablePages *self)
{
  g_return_val_if_fail (LT_IS_TABLE_PAGES (self), NULL);
  return self->layout;
}
