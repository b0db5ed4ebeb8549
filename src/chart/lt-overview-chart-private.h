/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-chart-text.h"
#include "chart/lt-overview-chart.h"

G_BEGIN_DECLS

#define OVERVIEW_GAP 10.0
#define OVERVIEW_LINE 15.0

typedef enum {
  OVERVIEW_TILE,
  OVERVIEW_NOTE,
  OVERVIEW_HEADING,
  OVERVIEW_GRID_HEAD,
  OVERVIEW_GRID_ROW,  /* index: an LtState; LT_N_STATES for the totals */
  OVERVIEW_ROW,       /* index: a row of the overview, told by its due day */
  OVERVIEW_CHANGE,    /* index: a row of the overview, told by what became of it */
  OVERVIEW_AGENCY,    /* index: an agency of the overview */
  OVERVIEW_MODEL,     /* index: a model of the overview */
  OVERVIEW_LEGEND,
} LtOverviewBlockKind;

/* What is never cut between two pages. */
typedef struct {
  LtOverviewBlockKind kind;
  guint index;
  LtRect rect;
  char *words;     /* of headings and notes; the caption of a tile */
  guint first_spot;
  guint n_spots;
} LtOverviewBlock;

/* The figures on top. */
typedef enum {
  OVERVIEW_TILE_ALL,
  OVERVIEW_TILE_FINISHED,
  OVERVIEW_TILE_ON_TRACK,
  OVERVIEW_TILE_DUE_SOON,
  OVERVIEW_TILE_OVERDUE,
  OVERVIEW_N_TILES,
} LtOverviewTile;

struct _LtOverviewChart {
  LtOverview *overview;
  LtChartText *text;
  double height;
  GArray *blocks; /* (element-type LtOverviewBlock), from top to bottom in each column */
  GArray *spots;  /* (element-type LtOverviewSpot) */
  guint most;     /* rows of the agency or model that has most */
};

/* The order in which the parts of a bar follow each other: what is done first. */
extern const LtTimeliness _lt_overview_order[LT_N_TIMELINESS];

LtOverviewChart *_lt_overview_chart_new (LtOverview *overview, double width, gboolean two_columns);
guint  _lt_overview_get_tile_count  (const LtTally *tally, LtOverviewTile tile);
/* Of one block, the rectangle of a cell of the grid, or of a part of a bar. */
void   _lt_overview_get_grid_cell   (const LtRect *row, guint column, LtRect *cell);
/* Where the bar of an agency or model lies in its row. */
void   _lt_overview_get_bar         (const LtRect *row, LtRect *bar);
char  *_lt_overview_dup_due_words   (LtOverviewChart *self, const LtOverviewRow *row);
char  *_lt_overview_dup_model_name  (const LtOverviewModel *model);
const char *_lt_overview_get_agency_name (const LtOverviewAgency *agency);
void   _lt_overview_draw_block      (LtOverviewChart *self, cairo_t *cr, const LtOverviewBlock *block,
                                     const LtPalette *palette, int lit);

G_END_DECLS
