/* SPDX-License-Identifier: MIT */
#pragma once

#include <jansson.h>

#include "plan/lt-book.h"

G_BEGIN_DECLS

/* The parts of a plan as scripts see them: words, and beside them what they mean.
 * (lt-json is the form that files are kept in.) All results are new references. */

/* ISO, or null. */
json_t *lt_describe_day        (LtDay day);
json_t *lt_describe_assignment (LtAssignment *assignment, LtDay as_of);
json_t *lt_describe_plan       (LtPlan *plan, LtDay as_of);
json_t *lt_describe_agency     (LtAgency *agency);

G_END_DECLS
