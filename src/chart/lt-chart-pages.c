/* SPDX-License-Identifier: MIT */
#include "chart/lt-chart-pages-private.h"

#include <glib/gi18n-lib.h>

#include "chart/lt-chart-error.h"
#include "chart/lt-page-furniture.h"

typedef struct {
  LtChartSheet sheet;
  LtPageFurniture *furniture;
} LtChartPagesPrivate;

static void lt_chart_pages_pages_init (LtPagesInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (LtChartPages, lt_chart_pages, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (LtChartPages)
                                  G_IMPLEMENT_INTERFACE (LT_TYPE_PAGES, lt_chart_pages_pages_init))

static LtChartPagesPrivate *
get_private (LtChartPages *self)
{
  return lt_chart_pages_get_instance_private (self);
}

static LtChartSheet *
get_sheet (LtPages *pages)
{
  return &get_private (LT_CHART_PAGES (pages))->sheet;
}

/* Title and legend take the width of the sheet and leave of its height what they do not need. */
static void
furnish (LtChartPages *self)
{
  LtChartPagesPrivate *priv = get_private (self);
  LtChartSheet *sheet = &priv->sheet;
  double head;

  g_clear_pointer (&priv->furniture, lt_page_furniture_free);
  sheet->left = sheet->setup.left * LT_POINTS_PER_MM;
  sheet->inner_width = sheet->width - (sheet->setup.left + sheet->setup.right) * LT_POINTS_PER_MM;
  priv->furniture = lt_page_furniture_new (
      sheet->heading.title, sheet->heading.issue, sheet->heading.subset, sheet->heading.note,
      LT_CHART_PAGES_GET_CLASS (self)->create_legend (self, sheet), sheet->text, sheet->palette,
      sheet->inner_width);
  head = lt_page_furniture_get_head_height (priv->furniture);
  sheet->top = sheet->setup.top * LT_POINTS_PER_MM + head;
  sheet->inner_height = sheet->height - (sheet->setup.top + sheet->setup.bottom) * LT_POINTS_PER_MM - head
                        - lt_page_furniture_get_foot_height (priv->furniture);
}

static void
lt_chart_pages_draw_page (LtPages *pages, guint page, cairo_t *cr)
{
  LtChartPages *self = LT_CHART_PAGES (pages);
  LtChartPagesPrivate *priv = get_private (self);
  const LtChartSheet *sheet = &priv->sheet;

  LT_CHART_PAGES_GET_CLASS (self)->draw (self, sheet, page, cr);
  cairo_save (cr);
  cairo_translate (cr, sheet->left, sheet->setup.top * LT_POINTS_PER_MM);
  lt_page_furniture_draw_head (priv->furniture, cr);
  cairo_restore (cr);
  cairo_translate (cr, sheet->left,
                   sheet->height - sheet->setup.bottom * LT_POINTS_PER_MM
                       - lt_page_furniture_get_foot_height (priv->furniture));
  lt_page_furniture_draw_foot (priv->furniture, cr, page, lt_chart_pages_get_across (self),
                               lt_chart_pages_get_down (self));
}

static GPtrArray *
lt_chart_pages_list_regions (LtPages *pages, guint page)
{
  LtChartPages *self = LT_CHART_PAGES (pages);

  return LT_CHART_PAGES_GET_CLASS (self)->list_regions (self, get_sheet (pages), page);
}

static guint
lt_chart_pages_get_n_pages (LtPages *pages)
{
  guint across;
  guint down;

  LT_CHART_PAGES_GET_CLASS (pages)->get_grid (LT_CHART_PAGES (pages), &across, &down);
  return across * down;
}

static void
lt_chart_pages_get_page_size (LtPages *pages, double *width, double *height)
{
  *width = get_sheet (pages)->width;
  *height = get_sheet (pages)->height;
}

static const char *
lt_chart_pages_get_title (LtPages *pages)
{
  return get_sheet (pages)->heading.title;
}

static double
lt_chart_pages_get_text_size (LtPages *pages)
{
  return LT_CHART_TEXT_SIZE * get_sheet (pages)->scale;
}

static char *
lt_chart_pages_dup_warning (LtPages *pages)
{
  LtChartPagesClass *klass = LT_CHART_PAGES_GET_CLASS (pages);
  g_autoptr (GString) warning = g_string_new (NULL);
  double size = lt_chart_pages_get_text_size (pages);

  if (size < LT_PAGE_TEXT_SIZE_MIN)
    {
      g_autofree char *small = g_strdup_printf (
          _("The words are only %.1f points high on this paper and can hardly be read; %.0f points is "
            "the least."),
          size, LT_PAGE_TEXT_SIZE_MIN);

      _lt_chart_pages_add_sentence (warning, small);
      _lt_chart_pages_add_sentence (warning, _(klass->advice));
    }
  if (klass->add_warnings != NULL)
    klass->add_warnings (LT_CHART_PAGES (pages), warning);
  return warning->len > 0 ? g_string_free (g_steal_pointer (&warning), FALSE) : NULL;
}

static void
lt_chart_pages_finalize (GObject *object)
{
  LtChartPagesPrivate *priv = get_private (LT_CHART_PAGES (object));

  g_clear_pointer (&priv->furniture, lt_page_furniture_free);
  g_clear_pointer (&priv->sheet.text, lt_chart_text_free);
  lt_page_heading_clear (&priv->sheet.heading);
  G_OBJECT_CLASS (lt_chart_pages_parent_class)->finalize (object);
}

static void
lt_chart_pages_pages_init (LtPagesInterface *iface)
{
  iface->get_n_pages = lt_chart_pages_get_n_pages;
  iface->get_page_size = lt_chart_pages_get_page_size;
  iface->get_title = lt_chart_pages_get_title;
  iface->draw_page = lt_chart_pages_draw_page;
  iface->list_regions = lt_chart_pages_list_regions;
  iface->get_text_size = lt_chart_pages_get_text_size;
  iface->dup_warning = lt_chart_pages_dup_warning;
}

static void
lt_chart_pages_class_init (LtChartPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lt_chart_pages_finalize;
}

static void
lt_chart_pages_init (LtChartPages *self)
{
  LtChartSheet *sheet = &get_private (self)->sheet;

  sheet->text = lt_chart_text_new ();
  sheet->scale = 1;
}

guint
lt_chart_pages_get_across (LtChartPages *self)
{
  guint across;
  guint down;

  LT_CHART_PAGES_GET_CLASS (self)->get_grid (self, &across, &down);
  return across;
}

guint
lt_chart_pages_get_down (LtChartPages *self)
{
  guint across;
  guint down;

  LT_CHART_PAGES_GET_CLASS (self)->get_grid (self, &across, &down);
  return down;
}

double
lt_chart_pages_get_scale (LtChartPages *self)
{
  return get_private (self)->sheet.scale;
}

void
_lt_chart_pages_set_up (LtChartPages *self, const LtPageHeading *heading, const LtPageSetup *setup,
                        gboolean mono)
{
  LtChartSheet *sheet = &get_private (self)->sheet;

  lt_page_heading_copy (&sheet->heading, heading);
  sheet->setup = *setup;
  sheet->palette = lt_palette_get (mono ? LT_PALETTE_MONO : LT_PALETTE_LIGHT);
}

const LtChartSheet *
_lt_chart_pages_use_paper (LtChartPages *self)
{
  LtChartSheet *sheet = &get_private (self)->sheet;

  lt_page_setup_get_size (&sheet->setup, &sheet->width, &sheet->height);
  furnish (self);
  return sheet;
}

gboolean
_lt_chart_pages_use_sheet (LtChartPages *self, double width, double height, GError **error)
{
  LtChartSheet *sheet = &get_private (self)->sheet;
  g_autofree char *large = NULL;

  sheet->scale = 1;
  sheet->width = width + (sheet->setup.left + sheet->setup.right) * LT_POINTS_PER_MM;
  sheet->height = 0;
  furnish (self);
  sheet->height = height - sheet->inner_height;
  sheet->inner_height = height;
  if (MAX (sheet->width, sheet->height) <= LT_SHEET_SIZE_MAX)
    return TRUE;
  large = g_strdup_printf (_("The drawing would be %.1f × %.1f m large, more than one sheet can be."),
                           sheet->width / LT_POINTS_PER_MM / 1000,
                           sheet->height / LT_POINTS_PER_MM / 1000);
  g_set_error (error, LT_CHART_ERROR, LT_CHART_ERROR_PAPER, "%s %s", large,
               _(LT_CHART_PAGES_GET_CLASS (self)->sheet_advice));
  return FALSE;
}

const LtChartSheet *
_lt_chart_pages_get_sheet (LtChartPages *self)
{
  return &get_private (self)->sheet;
}

gboolean
_lt_chart_pages_set_scale (LtChartPages *self, double scale, GError **error)
{
  get_private (self)->sheet.scale = scale;
  if (scale > LT_CHART_SCALE_MIN)
    return TRUE;
  g_set_error (error, LT_CHART_ERROR, LT_CHART_ERROR_PAPER, "%s %s",
               _("The drawing does not fit on this paper: the words would be less than one point high."),
               _(LT_CHART_PAGES_GET_CLASS (self)->advice));
  return FALSE;
}

void
_lt_chart_pages_place_pane (LtChartPages *self, const LtChartPanes *panes, gboolean right,
                            gboolean below, LtRect *place, LtRect *shown)
{
  const LtChartSheet *sheet = _lt_chart_pages_get_sheet (self);

  *shown = (LtRect) { right ? panes->body.x : 0, below ? panes->body.y : 0,
                      right ? panes->body.width : panes->labels,
                      below ? panes->body.height : panes->header };
  *place = (LtRect) { sheet->left + panes->indent + (right ? panes->labels * sheet->scale : 0),
                      sheet->top + (below ? panes->header * sheet->scale : 0),
                      shown->width * sheet->scale, shown->height * sheet->scale };
}

void
_lt_chart_pages_add_sentence (GString *warning, const char *sentence)
{
  if (warning->len > 0)
    g_string_append_c (warning, ' ');
  g_string_append (warning, sentence);
}
