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
  const char *baseline_name; /* NULL for none */
  LtDay baseline_day;
  LtTimeline *source; /* whose words these are; NULL where they are our own */
  LtDay as_of;
  int soon_days;
  LtDay first; /* that anything names; LT_DAY_NONE for none */
  LtDay last;
  LtDay base_first; /* the same of the baseline */
  LtDay base_last;
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

/* Where work begins whose words name no start; LT_DAY_NONE if the plan does not say either. */
LtDay _lt_timeline_get_usual_start (const LtDeadlineContext *context, LtDay end);

/* Puts what the baseline has of an assignment (NULL: it does not have it) beside its days. */
void _lt_timeline_compare_row (LtTimelineRow *row, LtBaselineRow *was, const LtDeadlineContext *context);
/* A summary lies between the first and the last day of what is below it, in the baseline too. */
void _lt_timeline_compare_summary (LtTimelineRow *summary, const LtTimelineRow *row);
/* The days of the baseline are within what is shown. */
void _lt_timeline_note_baseline (LtTimeline *self, const LtTimelineRow *row);
/* Takes the baseline out of rows that are our own. */
void _lt_timeline_forget_baseline (LtTimeline *self);
/* A translated sentence; NULL where there is nothing to say. (transfer full) */
char *_lt_timeline_dup_comparison (LtTimeline *self, const LtTimelineRow *row);

/* Fills an empty timeline. */
void _lt_timeline_build (LtTimeline *self, LtPlan *plan, const LtTimelineOptions *options);

G_END_DECLS
