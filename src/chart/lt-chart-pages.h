/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-legend.h"
#include "chart/lt-page.h"

G_BEGIN_DECLS

/* A chart on paper, whichever it is: around each page's share of it stand its title and issuing
 * line, the legend, a note, the number of the page, and where the chart is several pages wide,
 * which tile this one is. */
#define LT_TYPE_CHART_PAGES (lt_chart_pages_get_type ())
G_DECLARE_DERIVABLE_TYPE (LtChartPages, lt_chart_pages, LT, CHART_PAGES, GObject)

typedef struct _LtChartSheet LtChartSheet;

/* What a chart has to say of itself; all else is done here. */
struct _LtChartPagesClass {
  GObjectClass parent_class;

  const char *advice;       /* msgid of a sentence: what to do where the words get too small, */
  const char *sheet_advice; /* and where one sheet would get too large */

  LtLegend *(*create_legend) (LtChartPages *self, const LtChartSheet *sheet);
  void (*get_grid) (LtChartPages *self, guint *across, guint *down);
  /* The page's share of the chart, on the whole page; the state of @cr is kept. */
  void (*draw) (LtChartPages *self, const LtChartSheet *sheet, guint page, cairo_t *cr);
  GPtrArray *(*list_regions) (LtChartPages *self, const LtChartSheet *sheet, guint page);
  /* Optional: more that is wrong, with _lt_chart_pages_add_sentence(). */
  void (*add_warnings) (LtChartPages *self, GString *warning);
};

/* Pages that lie beside and below each other; they follow each other row by row. */
guint  lt_chart_pages_get_across (LtChartPages *self);
guint  lt_chart_pages_get_down   (LtChartPages *self);
/* Points of the page for one of the chart. */
double lt_chart_pages_get_scale  (LtChartPages *self);

G_END_DECLS
