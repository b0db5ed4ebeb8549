/* SPDX-License-Identifier: MIT */
#include "chart/lt-network-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/lt-chart-error.h"
#include "chart/lt-page-furniture.h"

/* Words need not get larger than a document's, nor smaller than dust. */
#define SCALE_MAX (13.0 / LT_CHART_TEXT_SIZE)
#define SCALE_MIN (1.0 / LT_CHART_TEXT_SIZE)
/* Of a sheet that is as large as its drawing: its title needs some room. */
#define SHEET_WIDTH_MIN 420.0
#define FRAME_GAP 4.0

struct _LtNetworkPages {
  GObject parent_instance;
  LtNetwork *network;
  LtPageHeading heading;
  LtPageSetup setup;
  gboolean mono;
  LtChartText *text;
  LtPageFurniture *furniture;
  double sheet_width;
  double sheet_height;
  double inner_width;  /* for the drawing, on one page */
  double inner_height;
  double scale;
  guint across;
  guint down;
};

static void lt_network_pages_pages_init (LtPagesInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LtNetworkPages, lt_network_pages, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (LT_TYPE_PAGES, lt_network_pages_pages_init))

typedef enum {
  SIGN_KIND, /* and those behind it, by LtNodeKind */
  SIGN_ARROW = LT_N_NODE_KINDS,
  SIGN_THICK_ARROW,
} Sign;

static const LtPalette *
get_palette (LtNetworkPages *self)
{
  return lt_palette_get (self->mono ? LT_PALETTE_MONO : LT_PALETTE_LIGHT);
}

static void
draw_sign (cairo_t *cr, const LtPalette *palette, guint sign, double x, double middle)
{
  if (sign >= SIGN_ARROW)
    lt_network_draw_sample_arrow (cr, palette, sign == SIGN_ARROW ? 0.9 : 3, x, middle, LT_LEGEND_SIGN_WIDTH);
  else
    lt_network_draw_sample_box (cr, palette, (LtNodeKind) sign, x, middle, LT_LEGEND_SIGN_WIDTH);
}

static LtLegend *
create_legend (LtNetworkPages *self)
{
  static const char *const words[] = {
    [LT_NODE_LEAD] = "cơ quan, đơn vị có chủ trì",
    [LT_NODE_COORDINATOR] = "chỉ phối hợp",
    [LT_NODE_GROUP] = "nhóm đơn vị, không nêu tên",
    [LT_NODE_UNKNOWN] = "chưa có trong danh mục",
  };
  LtLegend *legend = lt_legend_new (self->text, get_palette (self), self->inner_width, draw_sign);
  gboolean used[LT_N_NODE_KINDS] = { FALSE };
  gboolean thick = FALSE;

  for (guint i = 0; i < lt_network_get_n_boxes (self->network); i++)
    used[lt_network_get_box (self->network, i)->kind] = TRUE;
  for (guint i = 0; i < lt_network_get_n_arrows (self->network); i++)
    thick |= lt_network_get_arrow (self->network, i)->count > 1;
  for (guint i = 0; i < LT_N_NODE_KINDS; i++)
    if (used[i])
      lt_legend_add (legend, i, words[i]);
  if (lt_network_get_n_arrows (self->network) > 0)
    lt_legend_add (legend, SIGN_ARROW, "chủ trì → phối hợp, 1 nhiệm vụ");
  if (thick)
    lt_legend_add (legend, SIGN_THICK_ARROW, "nhiều nhiệm vụ, số lượng ghi trên mũi tên");
  return legend;
}

static void
furnish (LtNetworkPages *self)
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

static gboolean
check (LtNetworkPages *self, GError **error)
{
  if (self->inner_width < 60 || self->inner_height < 60 || self->scale <= SCALE_MIN)
    {
      g_set_error_literal (error, LT_CHART_ERROR, LT_CHART_ERROR_PAPER,
                           _("The drawing does not fit on this paper: the words would be less than one point "
                             "high. Choose more pages or a larger paper, or show fewer agencies."));
      return FALSE;
    }
  if ((double) self->across * self->down > LT_PAGES_MAX)
    {
      g_set_error (error, LT_CHART_ERROR, LT_CHART_ERROR_PAGES,
                   _("The drawing would take %.0f pages. Choose a number of pages, or show fewer agencies."),
                   (double) self->across * self->down);
      return FALSE;
    }
  return TRUE;
}

static gboolean
fit_to_sheet (LtNetworkPages *self, double width, double height, GError **error)
{
  self->scale = 1;
  self->across = self->down = 1;
  self->sheet_width = MAX (width, SHEET_WIDTH_MIN) + (self->setup.left + self->setup.right) * LT_POINTS_PER_MM;
  self->sheet_height = 0;
  furnish (self);
  self->sheet_height = MAX (height, 60) - self->inner_height;
  self->inner_height = MAX (height, 60);
  if (MAX (self->sheet_width, self->sheet_height) <= LT_SHEET_SIZE_MAX)
    return TRUE;
  g_set_error (error, LT_CHART_ERROR, LT_CHART_ERROR_PAPER,
               _("The drawing would be %.1f × %.1f m large, more than one sheet can be. Choose pages of paper, "
                 "or show fewer agencies."),
               self->sheet_width / LT_POINTS_PER_MM / 1000, self->sheet_height / LT_POINTS_PER_MM / 1000);
  return FALSE;
}

static guint
count_pages (double length, double page)
{
  return (guint) CLAMP (ceil (length / page - 0.001), 1, G_MAXINT);
}

static gboolean
fit (LtNetworkPages *self, const LtPageOptions *options, GError **error)
{
  double across = MAX (options->across, 1);
  double down = MAX (options->down, 1);
  double width;
  double height;
  double limit;

  lt_network_get_size (self->network, &width, &height);
  if (options->fit == LT_PAGE_FIT_SHEET)
    return fit_to_sheet (self, width, height, error);
  lt_page_setup_get_size (&self->setup, &self->sheet_width, &self->sheet_height);
  furnish (self);
  limit = MIN (self->inner_width * across / width, self->inner_height * down / height);
  switch (options->fit)
    {
    case LT_PAGE_FIT_TRUE:
      self->scale = 1;
      break;
    case LT_PAGE_FIT_WIDTH:
      self->scale = MIN (self->inner_width / width, SCALE_MAX);
      break;
    case LT_PAGE_FIT_AT_MOST:
      self->scale = MIN (limit, 1);
      break;
    case LT_PAGE_FIT_EXACTLY:
    case LT_PAGE_FIT_SHEET:
    default:
      self->scale = MIN (limit, SCALE_MAX);
      break;
    }
  self->across = count_pages (width * self->scale, self->inner_width);
  self->down = count_pages (height * self->scale, self->inner_height);
  if (options->fit == LT_PAGE_FIT_EXACTLY)
    {
      self->across = (guint) across;
      self->down = (guint) down;
    }
  return check (self, error);
}

/* Which part of the drawing a page shows, in its own points; beyond its edges there is nothing. */
static LtRect
get_shown (LtNetworkPages *self, guint page)
{
  double width;
  double height;
  LtRect shown = { 0, 0, self->inner_width / self->scale, self->inner_height / self->scale };

  lt_network_get_size (self->network, &width, &height);
  shown.x = page % self->across * shown.width - (self->across * shown.width - width) / 2;
  shown.y = page / self->across * shown.height - (self->down * shown.height - height) / 2;
  return shown;
}

static void
get_place (LtNetworkPages *self, double *left, double *top)
{
  *left = self->setup.left * LT_POINTS_PER_MM;
  *top = self->setup.top * LT_POINTS_PER_MM + lt_page_furniture_get_head_height (self->furniture);
}

static void
lt_network_pages_draw_page (LtPages *pages, guint page, cairo_t *cr)
{
  LtNetworkPages *self = LT_NETWORK_PAGES (pages);
  LtNetworkLook look = LT_NETWORK_LOOK_INIT;
  LtRect shown = get_shown (self, page);
  double left;
  double top;

  get_place (self, &left, &top);
  look.palette = get_palette (self);
  cairo_save (cr);
  cairo_translate (cr, left, top);
  cairo_scale (cr, self->scale, self->scale);
  cairo_translate (cr, -shown.x, -shown.y);
  lt_network_draw (self->network, &look, self->text, cr, &shown);
  cairo_restore (cr);
  cairo_save (cr);
  cairo_translate (cr, left, self->setup.top * LT_POINTS_PER_MM);
  lt_page_furniture_draw_head (self->furniture, cr);
  cairo_restore (cr);
  cairo_translate (cr, left,
                   self->sheet_height - self->setup.bottom * LT_POINTS_PER_MM
                       - lt_page_furniture_get_foot_height (self->furniture));
  lt_page_furniture_draw_foot (self->furniture, cr, page, self->across, self->down);
}

static void
add_region (LtNetworkPages *self, GPtrArray *regions, const LtRect *shown, const LtRect *rect, char *id,
            char *kind, char *title)
{
  LtPageRegion *region = g_new0 (LtPageRegion, 1);
  double left;
  double top;

  get_place (self, &left, &top);
  region->id = id;
  region->kind = kind;
  region->title = title;
  region->rect = (LtRect) { left + (rect->x - shown->x) * self->scale, top + (rect->y - shown->y) * self->scale,
                            rect->width * self->scale, rect->height * self->scale };
  g_ptr_array_add (regions, region);
}

/* One for each node, whatever the number of its boxes, on the page that has its middle;
 * arrows by their numbers, below the nodes. */
static GPtrArray *
lt_network_pages_list_regions (LtPages *pages, guint page)
{
  static const char *const kinds[] = { "lead", "coordinator", "group", "unknown" };
  LtNetworkPages *self = LT_NETWORK_PAGES (pages);
  GPtrArray *regions = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_page_region_free);
  LtRect shown = get_shown (self, page);

  for (guint i = 0; i < lt_network_get_n_arrows (self->network); i++)
    {
      const LtNetworkArrow *arrow = lt_network_get_arrow (self->network, i);
      LtRect rect = { arrow->number.x - 5, arrow->number.y - 5, 10, 10 };

      if (arrow->numbered && lt_rect_contains (&shown, arrow->number.x, arrow->number.y))
        add_region (self, regions, &shown, &rect, g_strdup_printf ("arrow-%u", arrow->arrow + 1),
                    g_strdup ("arrow"), lt_network_dup_arrow_text (self->network, i));
    }
  for (guint i = 0; i < lt_network_get_n_boxes (self->network); i++)
    {
      const LtNetworkBox *box = lt_network_get_box (self->network, i);
      const LtRect *rect = &box->rect;

      if (lt_rect_contains (&shown, rect->x + rect->width / 2, rect->y + rect->height / 2))
        add_region (self, regions, &shown, rect,
                    g_strdup_printf ("%s-%u", box->again ? "again" : "node", box->node + 1),
                    g_strdup_printf ("%s %s", box->again ? "again" : "node", kinds[box->kind]),
                    lt_network_dup_box_text (self->network, i));
    }
  return regions;
}

static guint
lt_network_pages_get_n_pages (LtPages *pages)
{
  return LT_NETWORK_PAGES (pages)->across * LT_NETWORK_PAGES (pages)->down;
}

static void
lt_network_pages_get_page_size (LtPages *pages, double *width, double *height)
{
  *width = LT_NETWORK_PAGES (pages)->sheet_width;
  *height = LT_NETWORK_PAGES (pages)->sheet_height;
}

static const char *
lt_network_pages_get_title (LtPages *pages)
{
  return LT_NETWORK_PAGES (pages)->heading.title;
}

static double
lt_network_pages_get_text_size (LtPages *pages)
{
  return lt_chart_text_get_size (LT_CHART_FACE_BODY) * LT_NETWORK_PAGES (pages)->scale;
}

static void
add_sentence (GString *warning, const char *sentence)
{
  if (warning->len > 0)
    g_string_append_c (warning, ' ');
  g_string_append (warning, sentence);
}

static char *
lt_network_pages_dup_warning (LtPages *pages)
{
  LtNetworkPages *self = LT_NETWORK_PAGES (pages);
  g_autoptr (GString) warning = g_string_new (lt_network_get_problem (self->network));
  double size = lt_network_pages_get_text_size (pages);
  guint hidden = lt_network_get_n_hidden (self->network);
  guint cut = lt_network_get_n_cut (self->network);

  if (size < LT_PAGE_TEXT_SIZE_MIN)
    {
      g_autofree char *sentence = g_strdup_printf (
          _("The words are only %.1f points high on this paper and can hardly be read; %.0f points is the "
            "least. Choose more pages or a larger paper, or show fewer agencies."),
          size, LT_PAGE_TEXT_SIZE_MIN);

      add_sentence (warning, sentence);
    }
  if (hidden > 0)
    {
      g_autofree char *sentence = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u number found no room beside its arrow and is left out.",
                       "%u numbers found no room beside their arrows and are left out.", hidden),
          hidden);

      add_sentence (warning, sentence);
    }
  if (cut > 0)
    {
      g_autofree char *sentence = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u name is too long for its box and is cut.",
                       "%u names are too long for their boxes and are cut.", cut),
          cut);

      add_sentence (warning, sentence);
    }
  return warning->len > 0 ? g_string_free (g_steal_pointer (&warning), FALSE) : NULL;
}

static void
lt_network_pages_finalize (GObject *object)
{
  LtNetworkPages *self = LT_NETWORK_PAGES (object);

  g_clear_pointer (&self->furniture, lt_page_furniture_free);
  g_clear_pointer (&self->text, lt_chart_text_free);
  g_clear_pointer (&self->network, lt_network_unref);
  lt_page_heading_clear (&self->heading);
  G_OBJECT_CLASS (lt_network_pages_parent_class)->finalize (object);
}

static void
lt_network_pages_pages_init (LtPagesInterface *iface)
{
  iface->get_n_pages = lt_network_pages_get_n_pages;
  iface->get_page_size = lt_network_pages_get_page_size;
  iface->get_title = lt_network_pages_get_title;
  iface->draw_page = lt_network_pages_draw_page;
  iface->list_regions = lt_network_pages_list_regions;
  iface->get_text_size = lt_network_pages_get_text_size;
  iface->dup_warning = lt_network_pages_dup_warning;
}

static void
lt_network_pages_class_init (LtNetworkPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lt_network_pages_finalize;
}

static void
lt_network_pages_init (LtNetworkPages *self)
{
  self->text = lt_chart_text_new ();
}

LtPages *
lt_network_pages_new (LtNetwork *network, const LtPageHeading *heading, const LtPageOptions *options, GError **error)
{
  g_autoptr (LtNetworkPages) self = g_object_new (LT_TYPE_NETWORK_PAGES, NULL);

  self->network = lt_network_ref (network);
  self->setup = options->setup;
  self->mono = options->mono;
  lt_page_heading_copy (&self->heading, heading);
  if (!fit (self, options, error))
    return NULL;
  return LT_PAGES (g_steal_pointer (&self));
}

guint
lt_network_pages_get_across (LtNetworkPages *self)
{
  return self->across;
}

guint
lt_network_pages_get_down (LtNetworkPages *self)
{
  return self->down;
}
