/* SPDX-License-Identifier: MIT */
#include "plan/lt-target-progress.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plan/lt-report.h"
#include "plan/lt-status.h"

static const LtChoice reaches[] = {
  { "unknown", N_("Not measured") },
  { "short", N_("Short of the figure") },
  { "reached", N_("Reached") },
};

static double
get_share (double from, double to, double at)
{
  return from == to ? NAN : CLAMP ((at - from) / (to - from), 0, 1);
}

/* Up to @floor, which is not reached yet. */
static double
get_share_up (double baseline, double floor, double at)
{
  double from = isnan (baseline) ? MIN (0, floor) : baseline;

  return from < floor ? get_share (from, floor, at) : 0;
}

/* Down to @ceiling, which is not reached yet. */
static double
get_share_down (double baseline, double ceiling, double at)
{
  return baseline > ceiling ? get_share (baseline, ceiling, at) : isnan (baseline) ? NAN : 0;
}

static void
judge (LtTarget *self, LtTargetProgress *progress)
{
  LtGoal goal = lt_target_get_goal (self);
  double value = lt_target_get_value (self);
  double value_to = lt_target_get_value_to (self);
  double baseline = lt_target_get_baseline (self);
  double at = progress->measured;
  double floor = goal == LT_GOAL_AT_MOST ? -INFINITY : value;
  double ceiling = goal == LT_GOAL_AT_MOST ? value : goal == LT_GOAL_BETWEEN && !isnan (value_to) ? value_to : INFINITY;

  if (isnan (value) || isnan (at) || floor > ceiling)
    return;
  progress->reach = at >= floor && at <= ceiling ? LT_REACH_REACHED : LT_REACH_SHORT;
  progress->share = progress->reach == LT_REACH_REACHED ? 1
                    : at < floor                        ? get_share_up (baseline, floor, at)
                                                        : get_share_down (baseline, ceiling, at);
}

void
lt_target_get_progress (LtTarget *self, LtDay as_of, LtTargetProgress *progress)
{
  LtMeasurement *latest = lt_target_find_latest (self, as_of);

  *progress = (LtTargetProgress) { LT_REACH_UNKNOWN, NAN, LT_DAY_NONE, NAN };
  if (latest == NULL)
    return;
  progress->measured = lt_measurement_get_value (latest);
  progress->day = lt_measurement_get_day (latest);
  judge (self, progress);
}

const char *
lt_reach_get_nick (LtReach reach)
{
  return reaches[reach].nick;
}

const char *
lt_reach_get_title (LtReach reach)
{
  return _(reaches[reach].title);
}

char *
lt_target_dup_figure (LtTarget *self, double value)
{
  const char *unit = lt_target_get_unit (self);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    return g_strdup ("");
  g_ascii_formatd (number, sizeof number, "%.10g", value);
  g_strdelimit (number, ".", ',');
  return g_strconcat (number, *unit ? " " : "", unit, NULL);
}

char *
lt_target_dup_goal_words (LtTarget *self)
{
  g_autofree char *value = lt_target_dup_figure (self, lt_target_get_value (self));
  g_autofree char *value_to = lt_target_dup_figure (self, lt_target_get_value_to (self));

  if (*value == '\0')
    return g_strdup ("");
  switch (lt_target_get_goal (self))
    {
    case LT_GOAL_AT_MOST:
      /* Translators: a figure with its unit: "at most 3 days" */
      return g_strdup_printf (_("at most %s"), value);
    case LT_GOAL_BETWEEN:
      if (*value_to)
        /* Translators: two figures with their units */
        return g_strdup_printf (_("from %s to %s"), value, value_to);
      G_GNUC_FALLTHROUGH;
    case LT_GOAL_AT_LEAST:
    default:
      /* Translators: a figure with its unit: "at least 95 %" */
      return g_strdup_printf (_("at least %s"), value);
    }
}

/* What the reports of a result say of it on that day. */
static gboolean
is_declared_done (LtOutcome *outcome, LtDay as_of)
{
  g_autoptr (GPtrArray) reports = lt_report_list_period (LT_ITEM (outcome), LT_DAY_NONE, as_of);
  LtState state;

  for (guint i = 0; i < reports->len; i++)
    if (lt_report_get_state (g_ptr_array_index (reports, i), &state))
      return state == LT_STATE_DONE;
  return FALSE;
}

GPtrArray *
lt_assignment_list_belying_targets (LtAssignment *self, LtDay as_of)
{
  GPtrArray *targets = g_ptr_array_new ();
  LtStatus status;
  gboolean done;

  lt_assignment_get_status (self, as_of == LT_DAY_NONE ? G_MAXINT32 : as_of, 0, &status);
  done = status.state == LT_STATE_DONE;
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (self)); i++)
    {
      LtItem *outcome = lt_item_get_child (LT_ITEM (self), i);
      guint n_targets = lt_item_get_n_children (outcome);

      if (n_targets == 0 || (!done && !is_declared_done (LT_OUTCOME (outcome), as_of)))
        continue;
      for (guint j = 0; j < n_targets; j++)
        {
          LtTargetProgress progress;

          lt_target_get_progress (lt_item_get_child (outcome, j), as_of, &progress);
          if (progress.reach == LT_REACH_SHORT)
            g_ptr_array_add (targets, lt_item_get_child (outcome, j));
        }
    }
  return targets;
}

gboolean
lt_assignment_has_short_target (LtAssignment *self, LtDay as_of)
{
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (self)); i++)
    {
      LtItem *outcome = lt_item_get_child (LT_ITEM (self), i);

      for (guint j = 0; j < lt_item_get_n_children (outcome); j++)
        {
          LtTargetProgress progress;

          lt_target_get_progress (lt_item_get_child (outcome, j), as_of, &progress);
          if (progress.reach == LT_REACH_SHORT)
            return TRUE;
        }
    }
  return FALSE;
}
