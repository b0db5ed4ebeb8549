/* SPDX-License-Identifier: MIT */
#include "report/lt-form-stored.h"

#include "plan/lt-status.h"

static char *
dup_field (gpointer item, const char *name)
{
  const LtField *field = item ? lt_item_type_find_field (G_OBJECT_TYPE (item), name) : NULL;
  char *value = field && !lt_item_field_is_default (item, field) ? lt_item_dup_field_string (item, field) : NULL;

  return value ? value : g_strdup ("");
}

char *
lt_form_dup_stored (LtAssignment *assignment, LtFormColumn column)
{
  LtReport *report = lt_report_find_latest (LT_ITEM (assignment), LT_DAY_NONE);

  /* The row's own state is what was declared last; before the first report it says
   * nothing where it is the one that every row begins with. */
  if (column == LT_FORM_STATE)
    {
      LtState state = lt_assignment_get_state (assignment);

      return g_strdup (report == NULL && state == LT_STATE_NOT_STARTED ? "" : lt_state_get_nick (state));
    }
  if (column == LT_FORM_PERCENT)
    {
      int percent = lt_assignment_get_percent (assignment);

      return percent == LT_INTEGER_NONE ? g_strdup ("") : g_strdup_printf ("%d", percent);
    }
  return dup_field (report, lt_form_column_get_info (column)->field);
}

char *
lt_form_dup_stored_figure (LtTarget *target, LtFormTargetColumn column)
{
  return dup_field (lt_target_find_latest (target, LT_DAY_NONE), lt_form_target_column_get_info (column)->field);
}
