/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-page-fit.h"
#include "plan/lt-coordination-graph.h"
#include "report/lt-paper.h"

G_BEGIN_DECLS

/* How the drawings of the coordination lie on paper. */
typedef struct {
  LtPageSetup setup;
  LtPageFit fit;
  guint across; /* for LT_PAGE_FIT_AT_MOST and _EXACTLY */
  guint down;
  gboolean mono; /* no colours */
} LtPageOptions;

/* A4, landscape, all on one page. */
void lt_page_options_init    (LtPageOptions *options);

/* What stands above and below a drawing on each page. */
typedef struct {
  char *title;
  char *issue;
  char *subset;
  char *note;
} LtPageHeading;

/* @what: "Sơ đồ phối hợp …". @plan: NULL for all plans. @subset: Vietnamese words for what a filter
 * shows, as of lt_filter_dup_official(); or NULL. */
void lt_page_heading_init    (LtPageHeading *self, const char *what, LtPlan *plan, const char *subset,
                              LtCoordinationGraph *graph);
void lt_page_heading_copy    (LtPageHeading *self, const LtPageHeading *other);
void lt_page_heading_clear   (LtPageHeading *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LtPageHeading, lt_page_heading_clear)

G_END_DECLS
