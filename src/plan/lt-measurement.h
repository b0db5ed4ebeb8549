/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-item.h"

G_BEGIN_DECLS

/* What the figure of a target was on a day; a child of its target. */
#define LT_TYPE_MEASUREMENT (lt_measurement_get_type ())
G_DECLARE_FINAL_TYPE (LtMeasurement, lt_measurement, LT, MEASUREMENT, LtItem)

LtDay       lt_measurement_get_day   (LtMeasurement *self);
double      lt_measurement_get_value (LtMeasurement *self); /* in the target's unit; NAN for none */
const char *lt_measurement_get_note  (LtMeasurement *self);

G_END_DECLS
