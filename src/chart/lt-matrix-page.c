/* SPDX-License-Identifier: MIT */
#include "chart/lt-matrix-page.h"

#include <glib/gi18n-lib.h>

#include "chart/lt-chart-pages-private.h"

#define SEARCH_STEPS 40

struct _LtMatrixPages {
  LtChartPages parent_instance;
  LtMatrix *matrix;
  GArray *lefts; /* (element-type double): x of the body at which each page begins, and the end */
  GArray *tops;
};

G_DEFINE_FINAL_TYPE (LtMatrixPages, lt_matrix_pages, LT_TYPE_CHART_PAGES)

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
lt_matrix_pages_create_legend (LtChartPages *pages, const LtChartSheet *sheet)
{
  LtLegend *legend = lt_legend_new (sheet->text, sheet->palette, sheet->inner_width, draw_sign);
  guint most = lt_matrix_get_most (LT_MATRIX_PAGES (pages)->matrix);
  g_autofree char *words = g_strdup_printf ("nhiều nhất: %u nhiệm vụ", most);

  lt_legend_add (legend, 0, "1 nhiệm vụ cùng thực hiện");
  if (most > 1)
    lt_legend_add (legend, 2, words);
  return legend;
}

static double
get_end (LtMatrix *matrix, gboolean rows, guint index)
{
  const LtMatrixSide *side = rows ? lt_matrix_get_row (matrix, index) : lt_matrix_get_column (matrix, index);

  return side->start + side->size;
}

/* Where pages begin so that each shows at most @capacity; 0 if one row or column alone is
 * larger. @breaks may be NULL. */
static guint
find_breaks (LtMatrix *matrix, gboolean rows, double capacity, GArray *breaks)
{
  guint n = rows ? lt_matrix_get_n_rows (matrix) : lt_matrix_get_n_columns (matrix);
  double end = rows ? lt_matrix_get_body_height (matrix) : lt_matrix_get_body_width (matrix);
  double start = 0;
  double own = 0;
  guint n_pages = 1;

  if (breaks != NULL)
    {
      g_array_set_size (breaks, 0);
      g_array_append_val (breaks, start);
    }
  /* The totals come last, as if they were one row more. */
  for (guint i = 0; i <= n; i++)
    {
      double next = i < n ? get_end (matrix, rows, i) : end;

      if (next - own > capacity + 0.01)
        return 0;
      if (next - start > capacity + 0.01)
        {
          start = own;
          n_pages++;
          if (breaks != NULL)
            g_array_append_val (breaks, start);
        }
      own = next;
    }
  if (breaks != NULL)
    g_array_append_val (breaks, end);
  return n_pages;
}

static double
get_capacity (LtMatrixPages *self, gboolean rows, double scale)
{
  const LtChartSheet *sheet = _lt_chart_pages_get_sheet (LT_CHART_PAGES (self));

  return rows ? sheet->inner_height / scale - lt_matrix_get_header_height (self->matrix)
              : sheet->inner_width / scale - lt_matrix_get_labels_width (self->matrix);
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
  double low = LT_CHART_SCALE_MIN;
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

  find_breaks (self->matrix, FALSE, G_MAXDOUBLE, self->lefts);
  find_breaks (self->matrix, TRUE, G_MAXDOUBLE, self->tops);
  return _lt_chart_pages_use_sheet (LT_CHART_PAGES (self), MAX (width, LT_CHART_SHEET_WIDTH_MIN), height, error);
}

static double
choose_scale (LtMatrixPages *self, const LtPageOptions *options)
{
  switch (options->fit)
    {
    case LT_PAGE_FIT_TRUE:
      return find_scale (self, 1, G_MAXUINT, G_MAXUINT);
    case LT_PAGE_FIT_WIDTH:
      return find_scale (self, 1, 1, G_MAXUINT);
    case LT_PAGE_FIT_AT_MOST:
      return find_scale (self, 1, MAX (options->across, 1), MAX (options->down, 1));
    case LT_PAGE_FIT_EXACTLY:
    case LT_PAGE_FIT_SHEET:
    default:
      return find_scale (self, LT_CHART_SCALE_MAX, MAX (options->across, 1), MAX (options->down, 1));
    }
}

static gboolean
fit (LtMatrixPages *self, const LtPageOptions *options, GError **error)
{
  double scale;

  if (options->fit == LT_PAGE_FIT_SHEET)
    return fit_to_sheet (self, error);
  _lt_chart_pages_use_paper (LT_CHART_PAGES (self));
  scale = choose_scale (self, options);
  if (!_lt_chart_pages_set_scale (LT_CHART_PAGES (self), scale, error))
    return FALSE;
  find_breaks (self->matrix, FALSE, get_capacity (self, FALSE, scale), self->lefts);
  find_breaks (self->matrix, TRUE, get_capacity (self, TRUE, scale), self->tops);
  return TRUE;
}

static void
get_part (LtMatrixPages *self, guint page, LtMatrixPart part, LtRect *place, LtRect *shown)
{
  const LtChartSheet *sheet = _lt_chart_pages_get_sheet (LT_CHART_PAGES (self));
  guint column = page % (self->lefts->len - 1);
  guint row = page / (self->lefts->len - 1);
  double left = g_array_index (self->lefts, double, column);
  double top = g_array_index (self->tops, double, row);
  LtChartPanes panes = {
    .labels = lt_matrix_get_labels_width (self->matrix),
    .header = lt_matrix_get_header_height (self->matrix),
    .body = { left, top, g_array_index (self->lefts, double, column + 1) - left,
              g_array_index (self->tops, double, row + 1) - top },
  };

  /* A page's share stands in its middle. */
  panes.indent = MAX ((sheet->inner_width - (panes.labels + panes.body.width) * sheet->scale) / 2, 0);
  _lt_chart_pages_place_pane (LT_CHART_PAGES (self), &panes,
                              part == LT_MATRIX_PART_HEADER || part == LT_MATRIX_PART_BODY,
                              part == LT_MATRIX_PART_LABELS || part == LT_MATRIX_PART_BODY, place, shown);
}

static void
draw_frame (LtMatrixPages *self, const LtPalette *palette, cairo_t *cr, guint page)
{
  LtRect corner;
  LtRect body;
  LtRect shown;

  get_part (self, page, LT_MATRIX_PART_CORNER, &corner, &shown);
  get_part (self, page, LT_MATRIX_PART_BODY, &body, &shown);
  lt_color_set (&palette->strong_line, cr);
  cairo_set_line_width (cr, 0.5);
  cairo_rectangle (cr, corner.x, corner.y, corner.width + body.width, corner.height + body.height);
  cairo_move_to (cr, body.x, corner.y);
  cairo_line_to (cr, body.x, body.y + body.height);
  cairo_move_to (cr, corner.x, body.y);
  cairo_line_to (cr, body.x + body.width, body.y);
  cairo_stroke (cr);
}

static void
lt_matrix_pages_draw (LtChartPages *pages, const LtChartSheet *sheet, guint page, cairo_t *cr)
{
  LtMatrixPages *self = LT_MATRIX_PAGES (pages);
  LtMatrixLook look = LT_MATRIX_LOOK_INIT;

  look.palette = sheet->palette;
  for (LtMatrixPart part = LT_MATRIX_PART_CORNER; part <= LT_MATRIX_PART_BODY; part++)
    {
      LtRect place;
      LtRect shown;

      get_part (self, page, part, &place, &shown);
      cairo_save (cr);
      cairo_translate (cr, place.x, place.y);
      cairo_scale (cr, sheet->scale, sheet->scale);
      cairo_translate (cr, -shown.x, -shown.y);
      lt_matrix_draw (self->matrix, part, &look, sheet->text, cr, &shown);
      cairo_restore (cr);
    }
  draw_frame (self, sheet->palette, cr, page);
}

static GPtrArray *
lt_matrix_pages_list_regions (LtChartPages *pages, const LtChartSheet *sheet, guint page)
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
      region->rect = (LtRect) { place.x + (column->start - shown.x) * sheet->scale,
                                place.y + (row->start - shown.y) * sheet->scale, column->size * sheet->scale,
                                row->size * sheet->scale };
      g_ptr_array_add (regions, region);
    }
  return regions;
}

static void
lt_matrix_pages_get_grid (LtChartPages *pages, guint *across, guint *down)
{
  *across = LT_MATRIX_PAGES (pages)->lefts->len - 1;
  *down = LT_MATRIX_PAGES (pages)->tops->len - 1;
}

static void
lt_matrix_pages_finalize (GObject *object)
{
  LtMatrixPages *self = LT_MATRIX_PAGES (object);

  g_clear_pointer (&self->matrix, lt_matrix_unref);
  g_array_unref (self->lefts);
  g_array_unref (self->tops);
  G_OBJECT_CLASS (lt_matrix_pages_parent_class)->finalize (object);
}

static void
lt_matrix_pages_class_init (LtMatrixPagesClass *klass)
{
  LtChartPagesClass *pages_class = LT_CHART_PAGES_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lt_matrix_pages_finalize;
  pages_class->advice = N_("Choose more pages or a larger paper, or show fewer agencies.");
  pages_class->sheet_advice = N_("Choose pages of paper, or show fewer agencies.");
  pages_class->create_legend = lt_matrix_pages_create_legend;
  pages_class->get_grid = lt_matrix_pages_get_grid;
  pages_class->draw = lt_matrix_pages_draw;
  pages_class->list_regions = lt_matrix_pages_list_regions;
}

static void
lt_matrix_pages_init (LtMatrixPages *self)
{
  self->lefts = g_array_new (FALSE, FALSE, sizeof (double));
  self->tops = g_array_new (FALSE, FALSE, sizeof (double));
}

LtPages *
lt_matrix_pages_new (LtMatrix *matrix, const LtPageHeading *heading, const LtPageOptions *options, GError **error)
{
  g_autoptr (LtMatrixPages) self = g_object_new (LT_TYPE_MATRIX_PAGES, NULL);

  self->matrix = lt_matrix_ref (matrix);
  _lt_chart_pages_set_up (LT_CHART_PAGES (self), heading, &options->setup, options->mono);
  if (!fit (self, options, error))
    return NULL;
  return LT_PAGES (g_steal_pointer (&self));
}
