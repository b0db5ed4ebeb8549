/* SPDX-License-Identifier: MIT */
#include "chart/lt-network-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/lt-chart-error.h"
#include "chart/lt-chart-pages-private.h"

/* Less of a page, either way, shows nothing of a drawing. */
#define INNER_SIZE_MIN 60.0

struct _LtNetworkPages {
  LtChartPages parent_instance;
  LtNetwork *network;
  guint across;
  guint down;
};

G_DEFINE_FINAL_TYPE (LtNetworkPages, lt_network_pages, LT_TYPE_CHART_PAGES)

typedef enum {
  SIGN_KIND, /* and those behind it, by LtNodeKind */
  SIGN_ARROW = LT_N_NODE_KINDS,
  SIGN_THICK_ARROW,
} Sign;

static void
draw_sign (cairo_t *cr, const LtPalette *palette, guint sign, double x, double middle)
{
  if (sign >= SIGN_ARROW)
    lt_network_draw_sample_arrow (cr, palette, sign == SIGN_ARROW ? 0.9 : 3, x, middle, LT_LEGEND_SIGN_WIDTH);
  else
    lt_network_draw_sample_box (cr, palette, (LtNodeKind) sign, x, middle, LT_LEGEND_SIGN_WIDTH);
}

static LtLegend *
lt_network_pages_create_legend (LtChartPages *pages, const LtChartSheet *sheet)
{
  static const char *const words[] = {
    [LT_NODE_LEAD] = "cơ quan, đơn vị có chủ trì",
    [LT_NODE_COORDINATOR] = "chỉ phối hợp",
    [LT_NODE_GROUP] = "nhóm đơn vị, không nêu tên",
    [LT_NODE_UNKNOWN] = "chưa có trong danh mục",
  };
  LtNetwork *network = LT_NETWORK_PAGES (pages)->network;
  LtLegend *legend = lt_legend_new (sheet->text, sheet->palette, sheet->inner_width, draw_sign);
  gboolean used[LT_N_NODE_KINDS] = { FALSE };
  gboolean thick = FALSE;

  for (guint i = 0; i < lt_network_get_n_boxes (network); i++)
    used[lt_network_get_box (network, i)->kind] = TRUE;
  for (guint i = 0; i < lt_network_get_n_arrows (network); i++)
    thick |= lt_network_get_arrow (network, i)->count > 1;
  for (guint i = 0; i < LT_N_NODE_KINDS; i++)
    if (used[i])
      lt_legend_add (legend, i, words[i]);
  if (lt_network_get_n_arrows (network) > 0)
    lt_legend_add (legend, SIGN_ARROW, "chủ trì → phối hợp, 1 nhiệm vụ");
  if (thick)
    lt_legend_add (legend, SIGN_THICK_ARROW, "nhiều nhiệm vụ, số lượng ghi trên mũi tên");
  return legend;
}

static gboolean
check_pages (LtNetworkPages *self, GError **error)
{
  double n_pages = (double) self->across * self->down;

  if (n_pages <= LT_PAGES_MAX)
    return TRUE;
  g_set_error (error, LT_CHART_ERROR, LT_CHART_ERROR_PAGES,
               _("The drawing would take %.0f pages. Choose a number of pages, or show fewer agencies."), n_pages);
  return FALSE;
}

static guint
count_pages (double length, double page)
{
  return (guint) CLAMP (ceil (length / page - 0.001), 1, G_MAXINT);
}

static double
choose_scale (LtNetworkPages *self, const LtChartSheet *sheet, const LtPageOptions *options)
{
  double width;
  double height;
  double limit;

  lt_network_get_size (self->network, &width, &height);
  if (sheet->inner_width < INNER_SIZE_MIN || sheet->inner_height < INNER_SIZE_MIN)
    return 0;
  limit = MIN (sheet->inner_width * MAX (options->across, 1) / width,
               sheet->inner_height * MAX (options->down, 1) / height);
  switch (options->fit)
    {
    case LT_PAGE_FIT_TRUE:
      return 1;
    case LT_PAGE_FIT_WIDTH:
      return MIN (sheet->inner_width / width, LT_CHART_SCALE_MAX);
    case LT_PAGE_FIT_AT_MOST:
      return MIN (limit, 1);
    case LT_PAGE_FIT_EXACTLY:
    case LT_PAGE_FIT_SHEET:
    default:
      return MIN (limit, LT_CHART_SCALE_MAX);
    }
}

static gboolean
fit (LtNetworkPages *self, const LtPageOptions *options, GError **error)
{
  LtChartPages *pages = LT_CHART_PAGES (self);
  const LtChartSheet *sheet;
  double width;
  double height;

  lt_network_get_size (self->network, &width, &height);
  if (options->fit == LT_PAGE_FIT_SHEET)
    return _lt_chart_pages_use_sheet (pages, MAX (width, LT_CHART_SHEET_WIDTH_MIN), MAX (height, INNER_SIZE_MIN),
                                      error);
  sheet = _lt_chart_pages_use_paper (pages);
  if (!_lt_chart_pages_set_scale (pages, choose_scale (self, sheet, options), error))
    return FALSE;
  self->across = count_pages (width * sheet->scale, sheet->inner_width);
  self->down = count_pages (height * sheet->scale, sheet->inner_height);
  if (options->fit == LT_PAGE_FIT_EXACTLY)
    {
      self->across = MAX (options->across, 1);
      self->down = MAX (options->down, 1);
    }
  return check_pages (self, error);
}

/* Which part of the drawing a page shows, in its own points; beyond its edges there is nothing. */
static LtRect
get_shown (LtNetworkPages *self, const LtChartSheet *sheet, guint page)
{
  double width;
  double height;
  LtRect shown = { 0, 0, sheet->inner_width / sheet->scale, sheet->inner_height / sheet->scale };

  lt_network_get_size (self->network, &width, &height);
  shown.x = page % self->across * shown.width - (self->across * shown.width - width) / 2;
  shown.y = page / self->across * shown.height - (self->down * shown.height - height) / 2;
  return shown;
}

static void
lt_network_pages_draw (LtChartPages *pages, const LtChartSheet *sheet, guint page, cairo_t *cr)
{
  LtNetworkPages *self = LT_NETWORK_PAGES (pages);
  LtNetworkLook look = LT_NETWORK_LOOK_INIT;
  LtRect shown = get_shown (self, sheet, page);

  look.palette = sheet->palette;
  cairo_save (cr);
  cairo_translate (cr, sheet->left, sheet->top);
  cairo_scale (cr, sheet->scale, sheet->scale);
  cairo_translate (cr, -shown.x, -shown.y);
  lt_network_draw (self->network, &look, sheet->text, cr, &shown);
  cairo_restore (cr);
}

static void
add_region (GPtrArray *regions, const LtChartSheet *sheet, const LtRect *shown, const LtRect *rect, char *id,
            char *kind, char *title)
{
  LtPageRegion *region = g_new0 (LtPageRegion, 1);

  region->id = id;
  region->kind = kind;
  region->title = title;
  region->rect = (LtRect) { sheet->left + (rect->x - shown->x) * sheet->scale,
                            sheet->top + (rect->y - shown->y) * sheet->scale,
                            rect->width * sheet->scale, rect->height * sheet->scale };
  g_ptr_array_add (regions, region);
}

/* One for each node, whatever the number of its boxes, on the page that has its middle;
 * arrows by their numbers, below the nodes. */
static GPtrArray *
lt_network_pages_list_regions (LtChartPages *pages, const LtChartSheet *sheet, guint page)
{
  static const char *const kinds[] = { "lead", "coordinator", "group", "unknown" };
  LtNetworkPages *self = LT_NETWORK_PAGES (pages);
  GPtrArray *regions = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_page_region_free);
  LtRect shown = get_shown (self, sheet, page);

  for (guint i = 0; i < lt_network_get_n_arrows (self->network); i++)
    {
      const LtNetworkArrow *arrow = lt_network_get_arrow (self->network, i);
      LtRect rect = { arrow->number.x - 5, arrow->number.y - 5, 10, 10 };

      if (arrow->numbered && lt_rect_contains (&shown, arrow->number.x, arrow->number.y))
        add_region (regions, sheet, &shown, &rect, g_strdup_printf ("arrow-%u", arrow->arrow + 1),
                    g_strdup ("arrow"), lt_network_dup_arrow_text (self->network, i));
    }
  for (guint i = 0; i < lt_network_get_n_boxes (self->network); i++)
    {
      const LtNetworkBox *box = lt_network_get_box (self->network, i);
      const LtRect *rect = &box->rect;

      if (lt_rect_contains (&shown, rect->x + rect->width / 2, rect->y + rect->height / 2))
        add_region (regions, sheet, &shown, rect,
                    g_strdup_printf ("%s-%u", box->again ? "again" : "node", box->node + 1),
                    g_strdup_printf ("%s %s", box->again ? "again" : "node", kinds[box->kind]),
                    lt_network_dup_box_text (self->network, i));
    }
  return regions;
}

static void
lt_network_pages_get_grid (LtChartPages *pages, guint *across, guint *down)
{
  *across = LT_NETWORK_PAGES (pages)->across;
  *down = LT_NETWORK_PAGES (pages)->down;
}

static void
lt_network_pages_add_warnings (LtChartPages *pages, GString *warning)
{
  LtNetwork *network = LT_NETWORK_PAGES (pages)->network;
  guint hidden = lt_network_get_n_hidden (network);
  guint cut = lt_network_get_n_cut (network);

  if (lt_network_get_problem (network) != NULL)
    _lt_chart_pages_add_sentence (warning, lt_network_get_problem (network));
  if (hidden > 0)
    {
      g_autofree char *sentence = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u number found no room beside its arrow and is left out.",
                       "%u numbers found no room beside their arrows and are left out.", hidden),
          hidden);

      _lt_chart_pages_add_sentence (warning, sentence);
    }
  if (cut > 0)
    {
      g_autofree char *sentence = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u name is too long for its box and is cut.",
                       "%u names are too long for their boxes and are cut.", cut),
          cut);

      _lt_chart_pages_add_sentence (warning, sentence);
    }
}

static void
lt_network_pages_finalize (GObject *object)
{
  g_clear_pointer (&LT_NETWORK_PAGES (object)->network, lt_network_unref);
  G_OBJECT_CLASS (lt_network_pages_parent_class)->finalize (object);
}

static void
lt_network_pages_class_init (LtNetworkPagesClass *klass)
{
  LtChartPagesClass *pages_class = LT_CHART_PAGES_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lt_network_pages_finalize;
  pages_class->advice = N_("Choose more pages or a larger paper, or show fewer agencies.");
  pages_class->sheet_advice = N_("Choose pages of paper, or show fewer agencies.");
  pages_class->create_legend = lt_network_pages_create_legend;
  pages_class->get_grid = lt_network_pages_get_grid;
  pages_class->draw = lt_network_pages_draw;
  pages_class->list_regions = lt_network_pages_list_regions;
  pages_class->add_warnings = lt_network_pages_add_warnings;
}

static void
lt_network_pages_init (LtNetworkPages *self)
{
  self->across = self->down = 1;
}

LtPages *
lt_network_pages_new (LtNetwork *network, const LtPageHeading *heading, const LtPageOptions *options, GError **error)
{
  g_autoptr (LtNetworkPages) self = g_object_new (LT_TYPE_NETWORK_PAGES, NULL);

  self->network = lt_network_ref (network);
  _lt_chart_pages_set_up (LT_CHART_PAGES (self), heading, &options->setup, options->mono);
  if (!fit (self, options, error))
    return NULL;
  return LT_PAGES (g_steal_pointer (&self));
}
