/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-book.h"
#include "plan/lt-status.h"

G_BEGIN_DECLS

/* How a plan stood on a day, counted in one pass: by state and timeliness, by model, by
 * lead agency, and against an earlier day. The overview, the summary, the urging list and
 * "lotrinh-cli list" all read it, so that they agree. A picture of one moment: it does not
 * follow later changes of the book, and may be read in any thread. */
typedef struct _LtOverview LtOverview;

typedef struct {
  LtPlan *plan;   /* NULL for all plans of the book */
  LtDay as_of;    /* LT_DAY_NONE for today */
  LtDay since;    /* the earlier day; LT_DAY_NONE for no comparison */
  int soon_days;  /* -1 for LT_DUE_SOON_DAYS */
  LtNames names;  /* whom a row counts for after agencies were reorganised */
} LtOverviewOptions;

#define LT_OVERVIEW_OPTIONS_INIT { NULL, LT_DAY_NONE, LT_DAY_NONE, -1, LT_NAMES_ISSUED }

/* Rows, each counted once. */
typedef struct {
  guint n;
  guint cells[LT_N_STATES][LT_N_TIMELINESS];
  guint by_state[LT_N_STATES];
  guint by_timeliness[LT_N_TIMELINESS];
  guint n_finished;  /* done or kept up */
  guint n_cancelled;
  guint n_unreached; /* declared done, but a target is short: see lt-target-progress.h; "now" only */
} LtTally;

typedef struct {
  LtAssignment *assignment;
  LtStatus now;
  LtStatus before; /* of the earlier day; equal to @now without one */
  gboolean unreached; /* it counts for n_unreached */
} LtOverviewRow;

typedef struct {
  LtInitiative *initiative;
  guint first_row; /* its rows follow each other */
  guint n_rows;
} LtOverviewModel;

/* Whoever leads rows: an agency of the registry, a phrase that the registry does not
 * know, or nobody. A row with two leads counts for both, so tallies of agencies may add
 * up to more than that of the plan. */
typedef struct {
  LtAgency *agency; /* NULL for a phrase and for nobody */
  char *name;       /* as in the registry, or as first written; empty for rows without a lead */
  gboolean group;   /* "các đơn vị có liên quan" */
  GArray *rows;     /* (element-type guint): indices of rows, in the order of the plan */
  LtTally now;
  LtTally before;
} LtOverviewAgency;

/* @options may be NULL. */
LtOverview             *lt_overview_new           (LtBook *book, const LtOverviewOptions *options);
LtOverview             *lt_overview_ref           (LtOverview *self);
void                    lt_overview_unref         (LtOverview *self);

LtDay                   lt_overview_get_as_of     (LtOverview *self);
LtDay                   lt_overview_get_since     (LtOverview *self); /* LT_DAY_NONE for none */
int                     lt_overview_get_soon_days (LtOverview *self);
/* All rows, each once. */
const LtTally          *lt_overview_get_tally     (LtOverview *self);
const LtTally          *lt_overview_get_tally_before (LtOverview *self);
guint                   lt_overview_get_n_rows    (LtOverview *self);
const LtOverviewRow    *lt_overview_get_row       (LtOverview *self, guint index);
guint                   lt_overview_get_n_models  (LtOverview *self);
const LtOverviewModel  *lt_overview_get_model     (LtOverview *self, guint index);
/* Counts the rows of that model; @before may be NULL. */
void                    lt_overview_count_model   (LtOverview *self, guint index, LtTally *now, LtTally *before);
/* In the order of the registry, then phrases by their names, rows without a lead last. */
guint                   lt_overview_get_n_agencies (LtOverview *self);
const LtOverviewAgency *lt_overview_get_agency    (LtOverview *self, guint index);
/* By the agency itself or by a name of it that was written; NULL if it leads nothing. */
const LtOverviewAgency *lt_overview_find_agency   (LtOverview *self, LtAgency *agency, const char *name);

/* Open rows that are due on the day or later, the next first; no more than @n (0: all).
 * (transfer full) (element-type guint): indices of rows */
GArray                 *lt_overview_list_next     (LtOverview *self, guint n);
/* Overdue rows, the latest first; all of them. */
GArray                 *lt_overview_list_overdue  (LtOverview *self);
/* Rows whose state or timeliness is not what it was on the earlier day. */
GArray                 *lt_overview_list_changed  (LtOverview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtOverview, lt_overview_unref)

G_END_DECLS
