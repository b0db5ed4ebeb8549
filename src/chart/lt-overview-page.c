/* SPDX-License-Identifier: MIT */
#include "chart/lt-overview-chart-private.h"

#define TITLE_LINE 15.0
#define TITLE_LINES_MAX 3
#define NOTE_LINE 13.0

#define LT_TYPE_OVERVIEW_PAGES (lt_overview_pages_get_type ())
G_DECLARE_FINAL_TYPE (LtOverviewPages, lt_overview_pages, LT, OVERVIEW_PAGES, GObject)

struct _LtOverviewPages {
  GObject parent_instance;
  LtOverviewChart *chart;
  const LtPalette *palette;
  LtPageSetup setup;
  char *title;
  char *as_of;
  GArray *tops; /* (element-type double): where each page begins in the chart, and the chart's end */
};

static void lt_overview_pages_pages_init (LtPagesInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LtOverviewPages, lt_overview_pages, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (LT_TYPE_PAGES, lt_overview_pages_pages_init))

static guint
lt_overview_pages_get_n_pages (LtPages *pages)
{
  return LT_OVERVIEW_PAGES (pages)->tops->len - 1;
}

static void
lt_overview_pages_get_page_size (LtPages *pages, double *width, double *height)
{
  lt_page_setup_get_size (&LT_OVERVIEW_PAGES (pages)->setup, width, height);
}

static const char *
lt_overview_pages_get_title (LtPages *pages)
{
  return LT_OVERVIEW_PAGES (pages)->title;
}

static double
get_head_height (LtOverviewPages *self, double width)
{
  return TITLE_LINE * lt_chart_text_wrap (self->chart->text, LT_CHART_FACE_TITLE, self->title, width, TITLE_LINES_MAX, NULL)
         + NOTE_LINE + OVERVIEW_GAP;
}

static void
draw_centered (LtOverviewPages *self, cairo_t *cr, LtChartFace face, const char *words, double width, double middle)
{
  double needed = lt_chart_text_get_width (self->chart->text, face, words, -1);

  lt_chart_text_draw_in (self->chart->text, cr, face, words, MAX ((width - needed) / 2, 0), middle, width);
}

static void
draw_head (LtOverviewPages *self, cairo_t *cr, double width)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (LtTextLine));

  lt_chart_text_wrap (self->chart->text, LT_CHART_FACE_TITLE, self->title, width, TITLE_LINES_MAX, lines);
  lt_color_set (&self->palette->text, cr);
  for (guint i = 0; i < lines->len; i++)
    {
      const LtTextLine *line = &g_array_index (lines, LtTextLine, i);
      g_autofree char *words = g_strdup_printf ("%.*s%s", (int) line->length, self->title + line->start,
                                                line->cut ? "…" : "");

      draw_centered (self, cr, LT_CHART_FACE_TITLE, words, width, (i + 0.5) * TITLE_LINE);
    }
  draw_centered (self, cr, LT_CHART_FACE_ITALIC, self->as_of, width, lines->len * TITLE_LINE + NOTE_LINE / 2);
}

static void
lt_overview_pages_draw_page (LtPages *pages, guint page, cairo_t *cr)
{
  LtOverviewPages *self = LT_OVERVIEW_PAGES (pages);
  double top = g_array_index (self->tops, double, page);
  double bottom = g_array_index (self->tops, double, page + 1);
  g_autofree char *number = g_strdup_printf ("Trang %u/%u", page + 1, self->tops->len - 1);
  double width;
  double height;
  double head;

  lt_page_setup_get_inner (&self->setup, &width, &height);
  cairo_save (cr);
  cairo_translate (cr, self->setup.left * LT_POINTS_PER_MM, self->setup.top * LT_POINTS_PER_MM);
  draw_head (self, cr, width);
  lt_chart_text_draw (self->chart->text, cr, LT_CHART_FACE_NOTE, number, -1, FALSE,
                      width - lt_chart_text_get_width (self->chart->text, LT_CHART_FACE_NOTE, number, -1),
                      height - NOTE_LINE / 2);
  head = get_head_height (self, width);
  cairo_translate (cr, 0, head - top);
  for (guint i = 0; i < self->chart->blocks->len; i++)
    {
      const LtOverviewBlock *block = &g_array_index (self->chart->blocks, LtOverviewBlock, i);

      if (block->rect.y >= top && block->rect.y < bottom)
        _lt_overview_draw_block (self->chart, cr, block, self->palette, -1);
    }
  cairo_restore (cr);
}

static void
lt_overview_pages_finalize (GObject *object)
{
  LtOverviewPages *self = LT_OVERVIEW_PAGES (object);

  g_clear_pointer (&self->chart, lt_overview_chart_unref);
  g_free (self->title);
  g_free (self->as_of);
  g_array_unref (self->tops);
  G_OBJECT_CLASS (lt_overview_pages_parent_class)->finalize (object);
}

static void
lt_overview_pages_pages_init (LtPagesInterface *iface)
{
  iface->get_n_pages = lt_overview_pages_get_n_pages;
  iface->get_page_size = lt_overview_pages_get_page_size;
  iface->get_title = lt_overview_pages_get_title;
  iface->draw_page = lt_overview_pages_draw_page;
}

static void
lt_overview_pages_class_init (LtOverviewPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lt_overview_pages_finalize;
}

static void
lt_overview_pages_init (LtOverviewPages *self)
{
  self->tops = g_array_new (FALSE, FALSE, sizeof (double));
}

/* Of one column, so that it can be cut above a block that no longer fits; a heading goes with
 * what it stands over. */
static void
find_tops (LtOverviewPages *self, double room)
{
  double top = 0;
  double end = lt_overview_chart_get_height (self->chart);

  g_array_append_val (self->tops, top);
  for (guint i = 0; i < self->chart->blocks->len; i++)
    {
      const LtOverviewBlock *block = &g_array_index (self->chart->blocks, LtOverviewBlock, i);
      const LtOverviewBlock *first = block;

      if (block->rect.y + block->rect.height <= top + room || block->rect.y <= top)
        continue;
      for (guint j = i; j > 0 && g_array_index (self->chart->blocks, LtOverviewBlock, j - 1).rect.y > top; j--)
        {
          LtOverviewBlockKind kind = g_array_index (self->chart->blocks, LtOverviewBlock, j - 1).kind;

          if (kind != OVERVIEW_HEADING && kind != OVERVIEW_GRID_HEAD)
            break;
          first = &g_array_index (self->chart->blocks, LtOverviewBlock, j - 1);
        }
      top = first->rect.y;
      g_array_append_val (self->tops, top);
    }
  g_array_append_val (self->tops, end);
}

LtPages *
lt_overview_pages_new (LtOverview *overview, LtPlan *plan, const LtPageSetup *setup, gboolean mono)
{
  LtOverviewPages *self = g_object_new (LT_TYPE_OVERVIEW_PAGES, NULL);
  g_autofree char *day = lt_day_dup_official (lt_overview_get_as_of (overview));
  double width;
  double height;

  lt_page_setup_get_inner (setup, &width, &height);
  self->setup = *setup;
  self->palette = lt_palette_get (mono ? LT_PALETTE_MONO : LT_PALETTE_LIGHT);
  self->title = g_strdup (plan ? lt_plan_get_title (plan) : "");
  self->as_of = g_strdup_printf ("Tình hình thực hiện tính đến ngày %s", day);
  self->chart = _lt_overview_chart_new (overview, width, FALSE);
  find_tops (self, height - get_head_height (self, width) - NOTE_LINE);
  return LT_PAGES (self);
}
