/* SPDX-License-Identifier: MIT */
#include "plan/lt-plan-check-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* "(3)", "3.", "3)" count; 0 for labels that are not numbers. */
static guint
read_label (const char *label)
{
  const char *digits = label + strspn (label, "([ ");
  char *end;
  guint64 number;

  if (!g_ascii_isdigit (*digits))
    return 0;
  number = g_ascii_strtoull (digits, &end, 10);
  if (strspn (end, ")]. :") != strlen (end) || number > G_MAXINT)
    return 0;
  return (guint) number;
}

static void
check_target (LtTarget *target, GPtrArray *oddities)
{
  LtItem *item = LT_ITEM (target);
  LtAssignment *assignment = lt_item_get_ancestor (item, LT_TYPE_ASSIGNMENT);
  LtDay due = lt_assignment_get_due (assignment);
  LtDay target_due = lt_target_get_due (target);

  if (isnan (lt_target_get_value (target)))
    _lt_oddities_add (oddities, LT_ODDITY_NO_VALUE, item, g_strdup (_("The target has no figure.")));
  else if (lt_target_get_goal (target) == LT_GOAL_BETWEEN
           && !(lt_target_get_value_to (target) >= lt_target_get_value (target)))
    _lt_oddities_add (oddities, LT_ODDITY_EMPTY_RANGE, item,
                      g_strdup (_("The upper figure of the target is missing or below the lower one.")));

  if (due != LT_DAY_NONE && target_due != LT_DAY_NONE && target_due > due)
    {
      g_autofree char *late = lt_day_dup_official (target_due);
      g_autofree char *early = lt_day_dup_official (due);

      _lt_oddities_add (oddities, LT_ODDITY_LATE_TARGET, item,
                        g_strdup_printf (_("The target is due on %s, after the deadline of its row (%s)."),
                                         late, early));
    }
}

static gboolean
any_labelled (LtItem *assignment)
{
  for (guint i = 0; i < lt_item_get_n_children (assignment); i++)
    if (*lt_outcome_get_label (lt_item_get_child (assignment, i)))
      return TRUE;
  return FALSE;
}

/* @last: the number before, 0 at the start; it may begin anew with a row. */
static void
check_label (LtOutcome *outcome, gboolean first_of_row, guint *last, GHashTable *seen, GPtrArray *oddities)
{
  LtItem *item = LT_ITEM (outcome);
  const char *label = lt_outcome_get_label (outcome);
  guint number = read_label (label);

  if (*label == '\0')
    {
      if (any_labelled (lt_item_get_parent (item)))
        _lt_oddities_add (oddities, LT_ODDITY_NO_LABEL, item,
                          g_strdup (_("The result has no number, though others of its row have.")));
      return;
    }
  if (!g_hash_table_add (seen, (gpointer) label))
    _lt_oddities_add (oddities, LT_ODDITY_SAME_LABEL, item,
                      g_strdup_printf (_("The number %s stands twice in this row."), label));
  else if (number && number != *last + 1 && !(first_of_row && number == 1))
    _lt_oddities_add (oddities, LT_ODDITY_SKIPPED_LABEL, item,
                      *last ? g_strdup_printf (_("Number %s does not follow number (%u)."), label, *last)
                            : g_strdup_printf (_("The numbers begin with %s."), label));
  if (number)
    *last = number;
}

void
_lt_assignment_check_outcomes (LtAssignment *assignment, guint *last, GPtrArray *oddities)
{
  LtItem *item = LT_ITEM (assignment);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    {
      LtOutcome *outcome = lt_item_get_child (item, i);

      if (*lt_outcome_get_words (outcome) == '\0')
        _lt_oddities_add (oddities, LT_ODDITY_EMPTY_OUTCOME, LT_ITEM (outcome),
                          g_strdup (_("The result has no words.")));
      check_label (outcome, i == 0, last, seen, oddities);
      for (guint j = 0; j < lt_item_get_n_children (LT_ITEM (outcome)); j++)
        check_target (lt_item_get_child (LT_ITEM (outcome), j), oddities);
    }
}
