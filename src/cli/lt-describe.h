/* SPDX-License-Identifier: MIT */
#pragma once

#include <jansson.h>

#include "plan/lt-book.h"

G_BEGIN_DECLS

/* The day that is looked at, and how many days before it is due a row counts as due soon. */
typedef struct {
  LtDay day;
  int soon_days;
} LtAsOf;

/* The parts of a plan as scripts see them: words, and beside them what they mean.
 * (lt-json is the form that files are kept in.) All results are new references. */

/* ISO, or null. */
json_t *lt_describe_day        (LtDay day);
json_t *lt_describe_assignment (LtAssignment *assignment, LtAsOf as_of);
json_t *lt_describe_plan       (LtPlan *plan, LtAsOf as_of);
json_t *lt_describe_agency     (LtAgency *agency);

G_END_DECLS
