/* SPDX-License-Identifier: MIT */
#include "plan/lt-measurement.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plan/lt-item-private.h"

struct _LtMeasurement
{
  LtItem parent_instance;

  LtDay day;
  double value;
  char *note;
};

G_DEFINE_FINAL_TYPE (LtMeasurement, lt_measurement, LT_TYPE_ITEM)

static const LtField fields[] = {
  { "day", LT_FIELD_DAY, G_STRUCT_OFFSET (LtMeasurement, day), LT_FIELD_FLAG_NONE,
    N_("Measured on"), NULL },
  { "value", LT_FIELD_REAL, G_STRUCT_OFFSET (LtMeasurement, value), LT_FIELD_FLAG_NONE,
    N_("Measured value"), NULL },
  { "note", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtMeasurement, note), LT_FIELD_FLAG_PARAGRAPHS,
    N_("Note"), NULL },
};

static const LtItemInfo info = {
  "measurement", NULL, NULL, fields, G_N_ELEMENTS (fields),
};

static void
lt_measurement_class_init (LtMeasurementClass *klass)
{
  _lt_item_class_install (LT_ITEM_CLASS (klass), &info);
}

static void
lt_measurement_init (LtMeasurement *self)
{
}

LtDay
lt_measurement_get_day (LtMeasurement *self)
{
  g_return_val_if_fail (LT_IS_MEASUREMENT (self), LT_DAY_NONE);

  return self->day;
}

double
lt_measurement_get_value (LtMeasurement *self)
{
  g_return_val_if_fail (LT_IS_MEASUREMENT (self), NAN);

  return self->value;
}

const char *
lt_measurement_get_note (LtMeasurement *self)
{
  g_return_val_if_fail (LT_IS_MEASUREMENT (self), NULL);

  return self->note ? self->note : "";
}
