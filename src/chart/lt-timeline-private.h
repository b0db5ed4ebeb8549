/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-timeline.h"

G_BEGIN_DECLS

struct _LtTimeline {
  gatomicrefcount ref_count;
  GStringChunk *pool;
  GArray *rows;      /* (element-type LtTimelineRow) */
  GArray *marks;     /* (element-type LtTimelineMark) */
  GHashTable *index; /* id, inside its row -> row + 1 */
  const char *title;
  const char *issue;
  const char *subset;
  LtDay as_of;
  int soon_days;
  LtDay first; /* that anything names; LT_DAY_NONE for none */
  LtDay last;
  int year; /* of the plan; 0 if not said */
  guint n_dated;
};

/* Kind, days and flags of an assignment's bar, from what its words mean or from days
 * set by hand. */
void _lt_timeline_set_bar          (LtTimelineRow *row, LtAssignment *assignment,
                                    const LtDeadlineContext *context);
/* Appends the days (element-type LtDay) that an outcome names in its words or by its
 * targets. Returns the first start that goes with them, LT_DAY_NONE if there is none. */
LtDay _lt_timeline_gather_outcome  (GArray *days, LtOutcome *outcome);
void _lt_timeline_gather_assignment (GArray *days, LtAssignment *assignment,
                                     gboolean with_outcomes);

/* Fills an empty timeline. */
void _lt_timeline_build (LtTimeline *self, LtPlan *plan, const LtTimelineOptions *options);

G_END_DECLS
