/* SPDX-License-Identifier: MIT */
#include "chart/lt-legend.h"

#define LINE_HEIGHT 14.0
#define SIGN_GAP 4.0
#define ITEM_GAP 14.0

typedef struct {
  guint sign;
  double sign_width;
  char *words;
  double x;
  double y;
} Item;

struct _LtLegend {
  LtChartText *text;
  const LtPalette *palette;
  double width;
  LtLegendSign draw_sign;
  GArray *items; /* (element-type Item) */
  double x; /* where the next one would stand */
  double y;
};

static void
clear_item (gpointer data)
{
  g_free (((Item *) data)->words);
}

LtLegend *
lt_legend_new (LtChartText *text, const LtPalette *palette, double width, LtLegendSign draw_sign)
{
  LtLegend *self = g_new0 (LtLegend, 1);

  self->text = text;
  self->palette = palette;
  self->width = width;
  self->draw_sign = draw_sign;
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
  return self;
}

void
lt_legend_free (LtLegend *self)
{
  g_array_unref (self->items);
  g_free (self);
}

void
lt_legend_add (LtLegend *self, guint sign, const char *words)
{
  lt_legend_add_narrow (self, sign, LT_LEGEND_SIGN_WIDTH, words);
}

void
lt_legend_add_narrow (LtLegend *self, guint sign, double sign_width, const char *words)
{
  double needed = sign_width + SIGN_GAP
                  + lt_chart_text_get_width (self->text, LT_CHART_FACE_NOTE, words, -1);
  Item item = { sign, sign_width, g_strdup (words), 0, 0 };

  if (self->x > 0 && self->x + needed > self->width)
    {
      self->x = 0;
      self->y += LINE_HEIGHT;
    }
  item.x = self->x;
  item.y = self->y;
  g_array_append_val (self->items, item);
  self->x += needed + ITEM_GAP;
}

double
lt_legend_get_height (LtLegend *self)
{
  return self->y + LINE_HEIGHT;
}

void
lt_legend_draw (LtLegend *self, cairo_t *cr)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);
      double middle = item->y + LINE_HEIGHT / 2;

      self->draw_sign (cr, self->palette, item->sign,
                       item->x - (LT_LEGEND_SIGN_WIDTH - item->sign_width) / 2, middle);
      lt_color_set (&self->palette->text, cr);
      lt_chart_text_draw (self->text, cr, LT_CHART_FACE_NOTE, item->words, -1, FALSE,
                          item->x + item->sign_width + SIGN_GAP, middle);
    }
}
