/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-status.h"

G_BEGIN_DECLS

/* lt_assignment_get_status() of a row whose due day is known already. */
void _lt_assignment_get_status_by_due (LtAssignment *self, LtDay due, LtDay as_of, int soon_days, LtStatus *status);

/* What a report may say: nothing, or one of the states. */
extern const LtChoice _lt_said_state_choices[];
/* The states in the order of LtState. */
#define _lt_state_choices (_lt_said_state_choices + 1)

G_END_DECLS
