/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-book.h"

G_BEGIN_DECLS

/* Unfinished work of one plan that goes on in another one of the same file. */

/* States that are carried over unless somebody chooses: not started, in progress, paused. */
#define LT_CARRY_OVER_STATES \
  (1u << LT_STATE_NOT_STARTED | 1u << LT_STATE_IN_PROGRESS | 1u << LT_STATE_PAUSED)

/* The row that @self carries on; borrowed, NULL for none. */
LtAssignment *lt_assignment_find_origin (LtAssignment *self);
/* The rows of @from that are in one of @states (bits 1 << LtState) and that no row of
 * @into (may be NULL) carries on already, in the order of the plan.
 * (transfer container) (element-type LtAssignment) */
GPtrArray    *lt_carry_over_list_rows   (LtPlan *from, LtPlan *into, guint states);

G_END_DECLS
