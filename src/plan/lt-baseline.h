/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-plan.h"

G_BEGIN_DECLS

/* The days of a plan as they stood at one moment, say when it was issued, kept to compare with
 * what became of them. It is not changed by later edits of the plan; what it says of a row goes
 * with the row. Baselines stand in a list at the side of their plan: "baselines.1". */
#define LT_TYPE_BASELINE (lt_baseline_get_type ())
G_DECLARE_FINAL_TYPE (LtBaseline, lt_baseline, LT, BASELINE, LtItem)

/* What it says of one assignment. */
#define LT_TYPE_BASELINE_ROW (lt_baseline_row_get_type ())
G_DECLARE_FINAL_TYPE (LtBaselineRow, lt_baseline_row, LT, BASELINE_ROW, LtItem)

/* The list at the side of a plan. */
#define LT_TYPE_BASELINE_LIST (lt_baseline_list_get_type ())
G_DECLARE_FINAL_TYPE (LtBaselineList, lt_baseline_list, LT, BASELINE_LIST, LtItem)

const char *lt_baseline_get_name          (LtBaseline *self);
LtDay       lt_baseline_get_day           (LtBaseline *self); /* on which it was kept */

gint64      lt_baseline_row_get_assignment_id (LtBaselineRow *self); /* 0 if that is gone */
const char *lt_baseline_row_get_deadline_words (LtBaselineRow *self);
/* As the words were read then, days set by hand included; LT_DAY_NONE for none. */
LtDay       lt_baseline_row_get_start     (LtBaselineRow *self);
LtDay       lt_baseline_row_get_due       (LtBaselineRow *self);

/* The GListModel of a plan's baselines, oldest first; borrowed, NULL as long as there were none. */
LtItem     *lt_baseline_peek_list         (LtPlan *plan);
/* The one kept last, borrowed, or NULL. */
LtBaseline *lt_baseline_find_latest       (LtPlan *plan);
/* By its name, whatever the case, of several the one kept last; borrowed, or NULL. */
LtBaseline *lt_baseline_find              (LtPlan *plan, const char *name);
/* Of the rows by the ids of their assignments: gint64 keys (g_int64_hash) that live as long as
 * the table; values are borrowed. (transfer full) */
GHashTable *lt_baseline_dup_index         (LtBaseline *self);

/* "Chốt ngày 05/11/2024": for one that was given no name. (transfer full) */
char       *lt_baseline_dup_usual_name    (LtDay day);
/* A draft of @plan's days as they stand now. */
LtBaseline *lt_baseline_new_draft         (LtPlan *plan, const char *name, LtDay day);

G_END_DECLS
