/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-chart-pages.h"
#include "chart/lt-chart-text.h"
#include "chart/lt-page-options.h"

G_BEGIN_DECLS

/* Of a sheet that is as large as its drawing: its title needs some room. */
#define LT_CHART_SHEET_WIDTH_MIN 420.0
/* Words need not get larger than a document's, nor smaller than dust. */
#define LT_CHART_SCALE_MAX (13.0 / LT_CHART_TEXT_SIZE)
#define LT_CHART_SCALE_MIN (1.0 / LT_CHART_TEXT_SIZE)

/* The paper under a chart, in points. */
struct _LtChartSheet {
  LtPageHeading heading;
  LtPageSetup setup;
  const LtPalette *palette;
  LtChartText *text;
  double width;        /* of the whole sheet */
  double height;
  double left;         /* where the chart begins, */
  double top;
  double inner_width;  /* and what margins, title and legend leave to it */
  double inner_height;
  double scale;        /* points of the page for one of the chart */
};

/* Of a chart whose names of rows and columns stand on every page: what a page shows of it, in the
 * chart's points. */
typedef struct {
  double labels; /* width of the names of rows */
  double header; /* height of those of columns */
  LtRect body;   /* what of the body is shown */
  double indent; /* of the page, to its left */
} LtChartPanes;

/* To be called first. */
void                _lt_chart_pages_set_up       (LtChartPages *self, const LtPageHeading *heading,
                                                  const LtPageSetup *setup, gboolean mono);
/* The sheet is the paper of the setup. */
const LtChartSheet *_lt_chart_pages_use_paper    (LtChartPages *self);
/* The sheet is as large as a drawing of this size needs; FALSE with LT_CHART_ERROR_PAPER if no
 * sheet can be. */
gboolean            _lt_chart_pages_use_sheet    (LtChartPages *self, double width, double height,
                                                  GError **error);
const LtChartSheet *_lt_chart_pages_get_sheet    (LtChartPages *self);
/* FALSE with LT_CHART_ERROR_PAPER if words of this scale would be dust. */
gboolean            _lt_chart_pages_set_scale    (LtChartPages *self, double scale, GError **error);

/* Where one of four panes lies on a page, and what of it is shown there: those to the @right are
 * header and body, those @below labels and body. */
void                _lt_chart_pages_place_pane   (LtChartPages *self, const LtChartPanes *panes,
                                                  gboolean right, gboolean below,
                                                  LtRect *place, LtRect *shown);
void                _lt_chart_pages_add_sentence (GString *warning, const char *sentence);

G_END_DECLS
