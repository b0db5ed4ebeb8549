/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-outcome-days.h"
#include "plan/lt-target.h"

G_BEGIN_DECLS

/* One result "(1) …" of an assignment; the GListModel of its targets. */
#define LT_TYPE_OUTCOME (lt_outcome_get_type ())
G_DECLARE_FINAL_TYPE (LtOutcome, lt_outcome, LT, OUTCOME, LtItem)

const char *lt_outcome_get_label (LtOutcome *self); /* "(1)", or empty */
const char *lt_outcome_get_words (LtOutcome *self); /* the text behind the label */
/* The GListModel of its reports (LtReport); borrowed, NULL as long as there were none. */
LtItem     *lt_outcome_peek_reports (LtOutcome *self);
/* Label and words as the appendix prints them: "(1) Rà soát …". */
char       *lt_outcome_dup_line  (LtOutcome *self);
/* The days that the words set for this result: see lt_outcome_days_scan(). Borrowed,
 * nullable, valid until the next change; kept, so asking again is cheap.
 * (element-type LtNamedDays) */
GArray     *lt_outcome_get_days  (LtOutcome *self);
/* The other way round: "(6) Rà soát …" is the label "(6)" and the words behind it.
 * The label is empty where the line has none. @label, @words: (out) (transfer full) */
void        lt_outcome_split_line (const char *line, char **label, char **words);

G_END_DECLS
