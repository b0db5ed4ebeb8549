/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-initiative.h"

G_BEGIN_DECLS

/* One issued plan with its appendix; the GListModel of its initiatives. */
#define LT_TYPE_PLAN (lt_plan_get_type ())
G_DECLARE_FINAL_TYPE (LtPlan, lt_plan, LT, PLAN, LtItem)

const char *lt_plan_get_title      (LtPlan *self);
const char *lt_plan_get_label      (LtPlan *self); /* "Phụ lục", "Phụ lục II" */
const char *lt_plan_get_attachment (LtPlan *self); /* the "(Kèm theo …)" line, blanks folded */
const char *lt_plan_get_number     (LtPlan *self); /* "226/KH-UBND" */
const char *lt_plan_get_issuer     (LtPlan *self);
LtDay       lt_plan_get_issued     (LtPlan *self);
int         lt_plan_get_year       (LtPlan *self); /* 0 if not said */
/* "trước ngày D" means that D-1 is the last day (both readings are in use). */
gboolean    lt_plan_get_strict_before (LtPlan *self);
LtDeadlineContext lt_plan_get_deadline_context (LtPlan *self);

G_END_DECLS
