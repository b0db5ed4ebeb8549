/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-coordination.h"
#include "plan/lt-deadline.h"
#include "plan/lt-link.h"
#include "plan/lt-outcome.h"
#include "plan/lt-state.h"

G_BEGIN_DECLS

/* One row of the appendix; the GListModel of its outcomes. */
#define LT_TYPE_ASSIGNMENT (lt_assignment_get_type ())
G_DECLARE_FINAL_TYPE (LtAssignment, lt_assignment, LT, ASSIGNMENT, LtItem)

const char *lt_assignment_get_deadline_words (LtAssignment *self);
const char *lt_assignment_get_lead_words     (LtAssignment *self);
const char *lt_assignment_get_coordination_words (LtAssignment *self);
/* The deadline cell is printed merged with the row above; the words stand in
 * both rows and are kept equal by LtDocument. */
gboolean    lt_assignment_get_deadline_joined (LtAssignment *self);
LtState     lt_assignment_get_state          (LtAssignment *self);
int         lt_assignment_get_percent        (LtAssignment *self); /* LT_INTEGER_NONE if not said */
/* Why this is proposed: for the draft that goes to those who sign, not for the issued plan. */
const char *lt_assignment_get_justification  (LtAssignment *self);
/* The id of the row that this one carries on, in this plan or an earlier one; 0 for none. */
gint64      lt_assignment_get_origin_id      (LtAssignment *self);

/* What the deadline words mean under the plan's year and issue date, with the
 * days corrected by hand in place of the parsed ones. Borrowed, valid until the
 * next change; kept, so asking again is cheap. */
const LtDeadline *lt_assignment_get_deadline (LtAssignment *self);
/* The day that counts as due under the plan's reading; LT_DAY_NONE if there is none. */
LtDay       lt_assignment_get_due            (LtAssignment *self);
/* The agencies of a cell, as the parser reads it and the row's links correct it.
 * (transfer none) (element-type LtMention); kept like the deadline. "lead" and
 * "coordination" are notified as well when the links of the row change. */
GPtrArray  *lt_assignment_get_mentions       (LtAssignment *self, LtRole role);
/* What the cell would mean if it held @words, which somebody is typing.
 * (transfer full) (element-type LtMention) */
GPtrArray  *lt_assignment_read_words         (LtAssignment *self, LtRole role, const char *words);
/* The phrases of @words of which a person has said that they name nobody. (transfer full) */
GStrv       lt_assignment_list_dismissed     (LtAssignment *self, LtRole role, const char *words);
/* The GListModel of its links; borrowed, NULL as long as there were none. */
LtItem     *lt_assignment_peek_links         (LtAssignment *self);
/* The GListModel of its reports (LtReport); borrowed, NULL as long as there were none.
 * "state" is notified as well when they change: whether it was done in time hangs on them. */
LtItem     *lt_assignment_peek_reports       (LtAssignment *self);
/* Label and words of every outcome, one a line. */
char       *lt_assignment_dup_outcome_lines  (LtAssignment *self);

G_END_DECLS
