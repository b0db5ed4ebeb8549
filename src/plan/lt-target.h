/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-measurement.h"

G_BEGIN_DECLS

typedef enum {
  LT_GOAL_AT_LEAST,
  LT_GOAL_AT_MOST,
  LT_GOAL_BETWEEN,
} LtGoal;

/* A figure inside an outcome: "đạt tỉ lệ 30% (trong quý IV năm 2024)"; the GListModel of
 * its measurements, in the order in which they came in. */
#define LT_TYPE_TARGET (lt_target_get_type ())
G_DECLARE_FINAL_TYPE (LtTarget, lt_target, LT, TARGET, LtItem)

const char *lt_target_get_name     (LtTarget *self);
LtGoal      lt_target_get_goal     (LtTarget *self);
double      lt_target_get_value    (LtTarget *self); /* NAN for none */
double      lt_target_get_value_to (LtTarget *self); /* upper end of BETWEEN; NAN for none */
double      lt_target_get_baseline (LtTarget *self); /* where it started; NAN if not said */
const char *lt_target_get_unit     (LtTarget *self);
LtDay       lt_target_get_due      (LtTarget *self);
/* The newest with a value on or before @as_of (LT_DAY_NONE: of all), borrowed, or NULL;
 * of several on one day the one that came in last. */
LtMeasurement *lt_target_find_latest (LtTarget *self, LtDay as_of);

G_END_DECLS
