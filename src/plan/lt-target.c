/* SPDX-License-Identifier: MIT */
#include "plan/lt-target.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plan/lt-item-private.h"

struct _LtTarget
{
  LtItem parent_instance;

  char *name;
  int goal;
  double value;
  double value_to;
  double baseline;
  char *unit;
  LtDay start_day;
  LtDay due_day;
};

G_DEFINE_FINAL_TYPE (LtTarget, lt_target, LT_TYPE_ITEM)

static const LtChoice goals[] = {
  { "at-least", N_("At least") },
  { "at-most", N_("At most") },
  { "between", N_("Between") },
  { NULL, NULL },
};

static const LtField fields[] = {
  { "name", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtTarget, name), LT_FIELD_FLAG_NONE,
    N_("Target"), NULL },
  { "goal", LT_FIELD_CHOICE, G_STRUCT_OFFSET (LtTarget, goal), LT_FIELD_FLAG_NONE,
    N_("Goal"), goals },
  { "value", LT_FIELD_REAL, G_STRUCT_OFFSET (LtTarget, value), LT_FIELD_FLAG_NONE,
    N_("Value"), NULL },
  { "value_to", LT_FIELD_REAL, G_STRUCT_OFFSET (LtTarget, value_to), LT_FIELD_FLAG_NONE,
    N_("Upper value"), NULL },
  { "baseline", LT_FIELD_REAL, G_STRUCT_OFFSET (LtTarget, baseline), LT_FIELD_FLAG_NONE,
    N_("Baseline"), NULL },
  { "unit", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtTarget, unit), LT_FIELD_FLAG_SHARED,
    N_("Unit"), NULL },
  { "start_day", LT_FIELD_DAY, G_STRUCT_OFFSET (LtTarget, start_day), LT_FIELD_FLAG_NONE,
    N_("Start"), NULL },
  { "due_day", LT_FIELD_DAY, G_STRUCT_OFFSET (LtTarget, due_day), LT_FIELD_FLAG_NONE,
    N_("Due"), NULL },
};

static const LtItemInfo info = {
  "target", "measurements", lt_measurement_get_type, fields, G_N_ELEMENTS (fields),
};

static void
lt_target_class_init (LtTargetClass *klass)
{
  _lt_item_class_install (LT_ITEM_CLASS (klass), &info);
}

static void
lt_target_init (LtTarget *self)
{
}

const char *
lt_target_get_name (LtTarget *self)
{
  g_return_val_if_fail (LT_IS_TARGET (self), NULL);

  return self->name ? self->name : "";
}

LtGoal
lt_target_get_goal (LtTarget *self)
{
  g_return_val_if_fail (LT_IS_TARGET (self), 0);

  return (LtGoal) self->goal;
}

double
lt_target_get_value (LtTarget *self)
{
  g_return_val_if_fail (LT_IS_TARGET (self), 0);

  return self->value;
}

double
lt_target_get_value_to (LtTarget *self)
{
  g_return_val_if_fail (LT_IS_TARGET (self), 0);

  return self->value_to;
}

double
lt_target_get_baseline (LtTarget *self)
{
  g_return_val_if_fail (LT_IS_TARGET (self), 0);

  return self->baseline;
}

const char *
lt_target_get_unit (LtTarget *self)
{
  g_return_val_if_fail (LT_IS_TARGET (self), NULL);

  return self->unit ? self->unit : "";
}

LtDay
lt_target_get_due (LtTarget *self)
{
  g_return_val_if_fail (LT_IS_TARGET (self), 0);

  return self->due_day;
}

LtMeasurement *
lt_target_find_latest (LtTarget *self, LtDay as_of)
{
  LtMeasurement *latest = NULL;

  g_return_val_if_fail (LT_IS_TARGET (self), NULL);

  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (self)); i++)
    {
      LtMeasurement *measurement = lt_item_get_child (LT_ITEM (self), i);
      LtDay day = lt_measurement_get_day (measurement);

      if (isnan (lt_measurement_get_value (measurement))
          || (as_of != LT_DAY_NONE && (day == LT_DAY_NONE || day > as_of)))
        continue;
      if (latest == NULL || day >= lt_measurement_get_day (latest))
        latest = measurement;
    }
  return latest;
}
