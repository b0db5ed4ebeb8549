/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-plan.h"
#include "report/lt-table.h"

G_BEGIN_DECLS

/* The plan for sorting and filtering: a row for each outcome, everything above it
 * repeated, nothing merged, and beside the issued words the days they mean, the
 * state and the percentage as values. @as_of: the day that state and timeliness are told of;
 * @soon_days: see lt-status.h. */
LtTable *lt_flat_list_build (LtPlan *plan, LtDay as_of, int soon_days);

G_END_DECLS
