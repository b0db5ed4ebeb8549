/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-assignment.h"

G_BEGIN_DECLS

typedef enum {
  LT_REACH_UNKNOWN, /* no figure to reach, or nothing measured */
  LT_REACH_SHORT,
  LT_REACH_REACHED,
} LtReach;

typedef struct {
  LtReach reach;
  double measured; /* the latest measurement; NAN for none */
  LtDay day;       /* when that was; LT_DAY_NONE if not said */
  double share;    /* of the way from the baseline to the figure, 0 to 1; NAN where nothing
                    * says how long the way is (at most N, without a baseline) */
} LtTargetProgress;

/* How far a target had come on @as_of (LT_DAY_NONE: with all that was measured). Without
 * a baseline the way to a figure that must be reached begins at 0. */
void         lt_target_get_progress              (LtTarget *self, LtDay as_of, LtTargetProgress *progress);
const char  *lt_reach_get_nick                   (LtReach reach);  /* "short": in JSON */
const char  *lt_reach_get_title                  (LtReach reach);  /* translated */
/* "at least 95 %", "from 3 to 5 hộ"; translated, empty where there is no figure. */
char        *lt_target_dup_goal_words            (LtTarget *self);
/* As a person writes it: "12,5 %", with the target's unit. */
char        *lt_target_dup_figure                (LtTarget *self, double value);

/* Targets that belie what was declared on @as_of: their assignment, or their own result,
 * was declared done while the latest measurement was short of the figure. What nobody
 * has measured belies nothing.
 * (transfer container) (element-type LtTarget), never NULL */
GPtrArray   *lt_assignment_list_belying_targets  (LtAssignment *self, LtDay as_of);
/* Whether any target of the row was measured short on @as_of, whatever was declared. */
gboolean     lt_assignment_has_short_target      (LtAssignment *self, LtDay as_of);

G_END_DECLS
