/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-page.h"
#include "chart/lt-palette.h"
#include "plan/lt-overview.h"
#include "report/lt-paper.h"

G_BEGIN_DECLS

/* How a plan stands, as a picture: figures, the grid of states and timeliness, what is
 * due next, what is late, and a bar for each agency and each model. Laid out once in
 * points, then drawn on the screen and on paper alike; its words are Vietnamese
 * whatever the interface's language is. */
typedef struct _LtOverviewChart LtOverviewChart;

/* The rows behind a figure: all that is not 0 or NULL must hold. */
typedef struct {
  guint states;           /* bits (1 << LtState) */
  guint timeliness;       /* bits (1 << LtTimeliness) */
  const LtOverviewAgency *agency; /* rows that it leads; it has a name */
  LtInitiative *initiative;
  LtAssignment *assignment; /* this row alone */
} LtOverviewChoice;

/* A place that can be picked. */
typedef struct {
  LtRect rect;
  char *title; /* a sentence for those who point at it, or cannot see it */
  LtOverviewChoice choice;
} LtOverviewSpot;

/* @width in points: a wide picture has two columns. Holds a reference to @overview. */
LtOverviewChart      *lt_overview_chart_new         (LtOverview *overview, double width);
LtOverviewChart      *lt_overview_chart_ref         (LtOverviewChart *self);
void                  lt_overview_chart_unref       (LtOverviewChart *self);

double                lt_overview_chart_get_height  (LtOverviewChart *self);
guint                 lt_overview_chart_get_n_spots (LtOverviewChart *self);
const LtOverviewSpot *lt_overview_chart_get_spot    (LtOverviewChart *self, guint index);
/* -1 for none. */
int                   lt_overview_chart_find_spot   (LtOverviewChart *self, double x, double y);
/* What lies in @clip, with @lit (-1 for none) as the spot that is pointed at. */
void                  lt_overview_chart_draw        (LtOverviewChart *self, cairo_t *cr, const LtRect *clip,
                                                     const LtPalette *palette, int lit);

/* On paper: the title of @plan and the as-of day on each page, nothing cut between two. */
LtPages              *lt_overview_pages_new         (LtOverview *overview, LtPlan *plan, const LtPageSetup *setup,
                                                     gboolean mono);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtOverviewChart, lt_overview_chart_unref)

G_END_DECLS
