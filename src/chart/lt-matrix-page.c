/* SPDX-License-Identifier: MIT */
#include "chart/lt-matrix-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/lt-chart-error.h"
#include "chart/lt-page-furniture.h"

#define SCALE_MAX (13.0 / LT_CHART_TEXT_SIZE)
#define SCALE_MIN (1.0 / LT_CHART_TEXT_SIZE)
#define SEARCH_STEPS 40
#define SHEET_WIDTH_MIN 420.0

struct _LtMatrixPages {
  GObject parent_instance;
  LtMatrix *matrix;
  LtPageHeading heading;
  LtPageSetup setup;
  gboolean mono;
  LtChartText *text;
  LtPageFurniture *furniture;
  double sheet_width;
  double sheet_height;
  double inner_width;
  double inner_height;
  double scale;
  GArray *lefts; /* (element-type double): x of the body at which each page begins, and the end */
  GArray *tops;
};

static void lt_matrix_pages_pages_init (LtPagesInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LtMatrixPages, lt_matrix_pages, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (LT_TYPE_PAGES, lt_matrix_pages_pages_init))

static const LtPalette *
get_palette (LtMatrixPages *self)
{
  return lt_palette_get (self->mono ? LT_PALETTE_MONO : LT_PALETTE_LIGHT);
}

/* A sample of the shades: one, half of the most, the most. */
static void
draw_sign (cairo_t *cr, const LtPalette *palette, guint sign, double x, double middle)
{
  LtColor shade = lt_matrix_get_shade (palette, sign + 1, 3);

  lt_color_set (&shade, cr);
  cairo_rectangle (cr, x, middle - 4.5, LT_LEGEND_SIGN_WIDTH, 9);
  cairo_fill_preserve (cr);
  lt_color_set (&palette->strong_line, cr);
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
}

static LtLegend *
create_legend (LtMatrixPages *self)
{
  LtLegend *legend = lt_legend_new (self->text, get_palette (self), self->inner_width, draw_sign);
  guint most = lt_matrix_get_most (self->matrix);
  g_autofree char *words = g_strdup_printf ("nhiều nhất: %u nhiệm vụ", most);

  lt_legend_add (legend, 0, "1 nhiệm vụ cùng thực hiện");
  if (most > 1)
    lt_legend_add (legend, 2, words);
  return legend;
}

static void
furnish (LtMatrixPages *self)
{
  g_clear_pointer (&self->furniture, lt_page_furniture_free);
  self->inner_width = self->sheet_width - (self->setup.left + self->setup.right) * LT_POINTS_PER_MM;
  self->furniture = lt_page_furniture_new (self->heading.title, self->heading.issue, self->heading.subset, self->heading.note,
                                           create_legend (self), self->text, get_palette (self),
                                           self->inner_width);
  self->inner_height = self->sheet_height - (self->setup.top + self->setup.bottom) * LT_POINTS_PER_MM
                       - lt_page_furniture_get_head_height (self->furniture)
                       - lt_page_furniture_get_foot_height (self->furniture);
}

/* Where pages begin so that each shows at most @capacity; 0 if one row or column alone is
 * larger. @breaks may be NULL. */
static guint
find_breaks (LtMatrix *matrix, gboolean rows, double capacity, GArray *breaks)
{
  guint n = rows ? lt_matrix_get_n_rows (matrix) : lt_matrix_get_n_columns (matrix);
  double end = rows ? lt_matrix_get_body_height (matrix) : lt_matrix_get_body_width (matrix);
  double start = 0;
  guint n_pages = 1;

  if (breaks != NULL)
    {
      g_array_set_size (breaks, 0);
      g_array_append_val (breaks, start);
    }
  /* The totals come last, as if they were one row more. */
  for (guint i = 0; i <= n; i++)
    {
      const LtMatrixSide *side = i == n ? NULL : rows ? lt_matrix_get_row (matrix, i)
                                                      : lt_matrix_get_column (matrix, i);
      double next = side ? side->start + side->size : end;
      double own = i == 0 ? 0 : (rows ? lt_matrix_get_row (matrix, i - 1) : lt_matrix_get_column (matrix, i - 1))->start
                                    + (rows ? lt_matrix_get_row (matrix, i - 1)
                                            : lt_matrix_get_column (matrix, i - 1))->size;

      if (next - own > capacity + 0.01)
        return 0;
      if (next - start <= capacity + 0.01)
        continue;
      start = own;
      n_pages++;
      if (breaks != NULL)
        g_array_append_val (breaks, start);
    }
  if (breaks != NULL)
    g_array_append_val (breaks, end);
  return n_pages;
}

static double
get_capacity (LtMatrixPages *self, gboolean rows, double scale)
{
  return rows ? self->inner_height / scale - lt_matrix_get_header_height (self->matrix)
              : self->inner_width / scale - lt_matrix_get_labels_width (self->matrix);
}

static gboolean
fits (LtMatrixPages *self, double scale, guint across, guint down)
{
  guint columns = find_breaks (self->matrix, FALSE, get_capacity (self, FALSE, scale), NULL);
  guint rows = find_breaks (self->matrix, TRUE, get_capacity (self, TRUE, scale), NULL);

  return columns > 0 && rows > 0 && columns <= across && rows <= down;
}

/* The largest scale up to @limit at which no more pages are needed. */
static double
find_scale (LtMatrixPages *self, double limit, guint across, guint down)
{
  double low = SCALE_MIN;
  double high = limit;

  if (fits (self, limit, across, down))
    return limit;
  for (guint i = 0; i < SEARCH_STEPS; i++)
    {
      double middle = (low + high) / 2;

      if (fits (self, middle, across, down))
        low = middle;
      else
        high = middle;
    }
  return low;
}

static gboolean
fit_to_sheet (LtMatrixPages *self, GError **error)
{
  double width = lt_matrix_get_labels_width (self->matrix) + lt_matrix_get_body_width (self->matrix);
  double height = lt_matrix_get_header_height (self->matrix) + lt_matrix_get_body_height (self->matrix);

  self->scale = 1;
  self->sheet_width = MAX (width, SHEET_WIDTH_MIN) + (self->setup.left + self->setup.right) * LT_POINTS_PER_MM;
  self->sheet_height = 0;
  furnish (self);
  self->sheet_height = height - self->inner_height;
  self->inner_height = height;
  if (MAX (self->sheet_width, self->sheet_height) > LT_SHEET_SIZE_MAX)
    {
      g_set_error (error, LT_CHART_ERROR, LT_CHART_ERROR_PAPER,
                   _("The drawing would be %.1f × %.1f m large, more than one sheet can be. Choose pages of "
                     "paper, or show fewer agencies."),
                   self->sheet_width / LT_POINTS_PER_MM / 1000, self->sheet_height / LT_POINTS_PER_MM / 1000);
      return FALSE;
    }
  find_breaks (self->matrix, FALSE, G_MAXDOUBLE, self->lefts);
  find_breaks (self->matrix, TRUE, G_MAXDOUBLE, self->tops);
  return TRUE;
}

static gboolean
fit (LtMatrixPages *self, const LtPageOptions *options, GError **error)
{
  guint across = MAX (options->across, 1);
  guint down = MAX (options->down, 1);

  if (options->fit == LT_PAGE_FIT_SHEET)
    return fit_to_sheet (self, error);
  lt_page_setup_get_size (&self->setup, &self->sheet_width, &self->sheet_height);
  furnish (self);
  switch (options->fit)
    {
    case LT_PAGE_FIT_TRUE:
      self->scale = find_scale (self, 1, G_MAXUINT, G_MAXUINT);
      break;
    case LT_PAGE_FIT_WIDTH:
      self->scale = find_scale (self, 1, 1, G_MAXUINT);
      break;
    case LT_PAGE_FIT_AT_MOST:
      self->scale = find_scale (self, 1, across, down);
      break;
    case LT_PAGE_FIT_EXACTLY:
    case LT_PAGE_FIT_SHEET:
    default:
      self->scale = find_scale (self, SCALE_MAX, across, down);
      break;
    }
  if (self->scale <= SCALE_MIN)
    {
      g_set_error_literal (error, LT_CHART_ERROR, LT_CHART_ERROR_PAPER,
                           _("The drawing does not fit on this paper: the words would be less than one point "
                             "high. Choose more pages or a larger paper, or show fewer agencies."));
      return FALSE;
    }
  find_breaks (self->matrix, FALSE, get_capacity (self, FALSE, self->scale), self->lefts);
  find_breaks (self->matrix, TRUE, get_capacity (self, TRUE, self->scale), self->tops);
  return TRUE;
}

static void
get_part (LtMatrixPages *self, guint page, LtMatrixPart part, LtRect *place, LtRect *shown)
{
  double labels = lt_matrix_get_labels_width (self->matrix);
  double header = lt_matrix_get_header_height (self->matrix);
  guint column = page % lt_matrix_pages_get_across (self);
  guint row = page / lt_matrix_pages_get_across (self);
  gboolean right = part == LT_MATRIX_PART_HEADER || part == LT_MATRIX_PART_BODY;
  gboolean below = part == LT_MATRIX_PART_LABELS || part == LT_MATRIX_PART_BODY;
  double left = g_array_index (self->lefts, double, column);
  double top = g_array_index (self->tops, double, row);
  double width = g_array_index (self->lefts, double, column + 1) - left;
  double height = g_array_index (self->tops, double, row + 1) - top;
  /* A page's share stands in its middle. */
  double indent = MAX ((self->inner_width - (labels + width) * self->scale) / 2, 0);

  *shown = (LtRect) { right ? left : 0, below ? top : 0, right ? width : labels, below ? height : header };
  *place = (LtRect) { self->setup.left * LT_POINTS_PER_MM + indent + (right ? labels * self->scale : 0),
                      self->setup.top * LT_POINTS_PER_MM + lt_page_furniture_get_head_height (self->furniture)
                          + (below ? header * self->scale : 0),
                      shown->width * self->scale, shown->height * self->scale };
}

static void
draw_frame (LtMatrixPages *self, cairo_t *cr, guint page)
{
  LtRect corner;
  LtRect body;
  LtRect shown;

  get_part (self, page, LT_MATRIX_PART_CORNER, &corner, &shown);
  get_part (self, page, LT_MATRIX_PART_BODY, &body, &shown);
  lt_color_set (&get_palette (self)->strong_line, cr);
  cairo_set_line_width (cr, 0.5);
  cairo_rectangle (cr, corner.x, corner.y, corner.width + body.width, corner.height + body.height);
  cairo_move_to (cr, body.x, corner.y);
  cairo_line_to (cr, body.x, body.y + body.height);
  cairo_move_to (cr, corner.x, body.y);
  cairo_line_to (cr, body.x + body.width, body.y);
  cairo_stroke (cr);
}

static void
lt_matrix_pages_draw_page (LtPages *pages, guint page, cairo_t *cr)
{
  LtMatrixPages *self = LT_MATRIX_PAGES (pages);
  LtMatrixLook look = LT_MATRIX_LOOK_INIT;

  look.palette = get_palette (self);
  for (LtMatrixPart part = LT_MATRIX_PART_CORNER; part <= LT_MATRIX_PART_BODY; part++)
    {
      LtRect place;
      LtRect shown;

      get_part (self, page, part, &place, &shown);
      cairo_save (cr);
      cairo_translate (cr, place.x, place.y);
      cairo_scale (cr, self->scale, self->scale);
      cairo_translate (cr, -shown.x, -shown.y);
      lt_matrix_draw (self->matrix, part, &look, self->text, cr, &shown);
      cairo_restore (cr);
    }
  draw_frame (self, cr, page);
  cairo_save (cr);
  cairo_translate (cr, self->setup.left * LT_POINTS_PER_MM, self->setup.top * LT_POINTS_PER_MM);
  lt_page_furniture_draw_head (self->furniture, cr);
  cairo_restore (cr);
  cairo_translate (cr, self->setup.left * LT_POINTS_PER_MM,
                   self->sheet_height - self->setup.bottom * LT_POINTS_PER_MM
                       - lt_page_furniture_get_foot_height (self->furniture));
  lt_page_furniture_draw_foot (self->furniture, cr, page, lt_matrix_pages_get_across (self),
                               lt_matrix_pages_get_down (self));
}

static GPtrArray *
lt_matrix_pages_list_regions (LtPages *pages, guint page)
{
  LtMatrixPages *self = LT_MATRIX_PAGES (pages);
  GPtrArray *regions = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_page_region_free);
  LtRect place;
  LtRect shown;

  get_part (self, page, LT_MATRIX_PART_BODY, &place, &shown);
  for (guint i = 0; i < lt_matrix_get_n_cells (self->matrix); i++)
    {
      const LtMatrixCell *cell = lt_matrix_get_cell (self->matrix, i);
      const LtMatrixSide *row = lt_matrix_get_row (self->matrix, cell->row);
      const LtMatrixSide *column = lt_matrix_get_column (self->matrix, cell->column);
      LtPageRegion *region;

      if (!lt_rect_contains (&shown, column->start, row->start))
        continue;
      region = g_new0 (LtPageRegion, 1);
      region->id = g_strdup_printf ("cell-%u-%u", cell->row + 1, cell->column + 1);
      region->kind = g_strdup ("cell");
      region->title = lt_matrix_dup_cell_text (self->matrix, i);
      region->rect = (LtRect) { place.x + (column->start - shown.x) * self->scale,
                                place.y + (row->start - shown.y) * self->scale, column->size * self->scale,
                                row->size * self->scale };
      g_ptr_array_add (regions, region);
    }
  return regions;
}

static guint
lt_matrix_pages_get_n_pages (LtPages *pages)
{
  LtMatrixPages *self = LT_MATRIX_PAGES (pages);

  return lt_matrix_pages_get_across (self) * lt_matrix_pages_get_down (self);
}

static void
lt_matrix_pages_get_page_size (LtPages *pages, double *width, double *height)
{
  *width = LT_MATRIX_PAGES (pages)->sheet_width;
  *height = LT_MATRIX_PAGES (pages)->sheet_height;
}

static const char *
lt_matrix_pages_get_title (LtPages *pages)
{
  return LT_MATRIX_PAGES (pages)->heading.title;
}

static double
lt_matrix_pages_get_text_size (LtPages *pages)
{
  return lt_chart_text_get_size (LT_CHART_FACE_BODY) * LT_MATRIX_PAGES (pages)->scale;
}

static char *
lt_matrix_pages_dup_warning (LtPages *pages)
{
  double size = lt_matrix_pages_get_text_size (pages);

  if (size >= LT_PAGE_TEXT_SIZE_MIN)
    return NULL;
  return g_strdup_printf (
      _("The words are only %.1f points high on this paper and can hardly be read; %.0f points is the "
        "least. Choose more pages or a larger paper, or show fewer agencies."),
      size, LT_PAGE_TEXT_SIZE_MIN);
}

static void
lt_matrix_pages_finalize (GObject *object)
{
  LtMatrixPages *self = LT_MATRIX_PAGES (object);

  g_clear_pointer (&self->furniture, lt_page_furniture_free);
  g_clear_pointer (&self->text, lt_chart_text_free);
  g_clear_pointer (&self->matrix, lt_matrix_unref);
  g_array_unref (self->lefts);
  g_array_unref (self->tops);
  lt_page_heading_clear (&self->heading);
  G_OBJECT_CLASS (lt_matrix_pages_parent_class)->finalize (object);
}

static void
lt_matrix_pages_pages_init (LtPagesInterface *iface)
{
  iface->get_n_pages = lt_matrix_pages_get_n_pages;
  iface->get_page_size = lt_matrix_pages_get_page_size;
  iface->get_title = lt_matrix_pages_get_title;
  iface->draw_page = lt_matrix_pages_draw_page;
  iface->list_regions = lt_matrix_pages_list_regions;
  iface->get_text_size = lt_matrix_pages_get_text_size;
  iface->dup_warning = lt_matrix_pages_dup_warning;
}

static void
lt_matrix_pages_class_init (LtMatrixPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lt_matrix_pages_finalize;
}

static void
lt_matrix_pages_init (LtMatrixPages *self)
{
  self->text = lt_chart_text_new ();
  self->lefts = g_array_new (FALSE, FALSE, sizeof (double));
  self->tops = g_array_new (FALSE, FALSE, sizeof (double));
}

LtPages *
lt_matrix_pages_new (LtMatrix *matrix, const LtPageHeading *heading, const LtPageOptions *options, GError **error)
{
  g_autoptr (LtMatrixPages) self = g_object_new (LT_TYPE_MATRIX_PAGES, NULL);

  self->matrix = lt_matrix_ref (matrix);
  self->setup = options->setup;
  self->mono = options->mono;
  lt_page_heading_copy (&self->heading, heading);
  if (!fit (self, options, error))
    return NULL;
  return LT_PAGES (g_steal_pointer (&self));
}

guint
lt_matrix_pages_get_across (LtMatrixPages *self)
{
  return self->lefts->len - 1;
}

guint
lt_matrix_pages_get_down (LtMatrixPages *self)
{
  return self->tops->len - 1;
}
