/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-plan.h"

G_BEGIN_DECLS

/* The lists at the side of a plan, by their place in its info. */
enum {
  LT_PLAN_SIDE_BASELINES,
  LT_PLAN_N_SIDES,
};

/* What @words mean in this plan; parsed once. @words is an interned string
 * (LT_FIELD_FLAG_SHARED), told apart by its address. Borrowed until the plan's
 * year or issue date changes. */
const LtDeadline *_lt_plan_get_deadline (LtPlan *self, char *words);
/* A number that stands for this plan with this year and issue date, and for no
 * other: what was read under another number may be read differently now. Never 0. */
guint _lt_plan_get_reading (LtPlan *self);

G_END_DECLS
