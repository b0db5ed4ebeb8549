/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-assignment.h"
#include "plan/lt-plan.h"

G_BEGIN_DECLS

/* The cells read otherwise than before, though their words are the same. */
void _lt_assignment_reread (LtAssignment *self);

/* lt_assignment_get_due() where the plan is at hand; NULL for none. */
LtDay _lt_assignment_get_due_in (LtAssignment *self, LtPlan *plan);

/* @mentions as @links correct them; @words is what they were read from. A link
 * whose phrase the words do not hold changes nothing, nor does one that leads to no
 * agency of @registry. (transfer full) (element-type LtMention) */
GPtrArray *_lt_links_correct (LtItem *links, LtRole role, GPtrArray *mentions, const char *words,
                              LtRegistry *registry);

G_END_DECLS
