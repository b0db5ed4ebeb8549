/* SPDX-License-Identifier: MIT */
#include "plan/lt-plan-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plan/lt-status.h"
#include "plan/lt-target-progress.h"
#include "text/lt-text.h"

static const char *const nicks[] = {
  [LT_ODDITY_NO_TITLE] = "no-title",
  [LT_ODDITY_NO_NAME] = "no-name",
  [LT_ODDITY_SAME_NAME] = "same-name",
  [LT_ODDITY_NO_ASSIGNMENT] = "no-assignment",
  [LT_ODDITY_NO_OUTCOME] = "no-outcome",
  [LT_ODDITY_NO_LEAD] = "no-lead",
  [LT_ODDITY_NO_DEADLINE] = "no-deadline",
  [LT_ODDITY_UNKNOWN_DEADLINE] = "unknown-deadline",
  [LT_ODDITY_NO_YEAR] = "no-year",
  [LT_ODDITY_NOT_ISSUED] = "not-issued",
  [LT_ODDITY_END_BEFORE_START] = "end-before-start",
  [LT_ODDITY_JOINED_DEADLINE] = "joined-deadline",
  [LT_ODDITY_UNKNOWN_AGENCY] = "unknown-agency",
  [LT_ODDITY_DOUBTFUL_AGENCY] = "doubtful-agency",
  [LT_ODDITY_ENDED_AGENCY] = "ended-agency",
  [LT_ODDITY_REPEATED_AGENCY] = "repeated-agency",
  [LT_ODDITY_STATE] = "state",
  [LT_ODDITY_EMPTY_OUTCOME] = "empty-outcome",
  [LT_ODDITY_NO_LABEL] = "no-label",
  [LT_ODDITY_SAME_LABEL] = "same-label",
  [LT_ODDITY_SKIPPED_LABEL] = "skipped-label",
  [LT_ODDITY_NO_VALUE] = "no-value",
  [LT_ODDITY_EMPTY_RANGE] = "empty-range",
  [LT_ODDITY_LATE_TARGET] = "late-target",
  [LT_ODDITY_SHORT_TARGET] = "short-target",
  [LT_ODDITY_CLAIMED_NAME] = "claimed-name",
};

void
_lt_oddities_add (GPtrArray *oddities, LtOddityKind kind, LtItem *item, char *message)
{
  LtOddity *oddity = g_new0 (LtOddity, 1);

  oddity->kind = kind;
  oddity->item = g_object_ref (item);
  oddity->message = message;
  g_ptr_array_add (oddities, oddity);
}

/* Whether the words would name a day if the plan said more about itself. */
static gboolean
becomes_clear (const char *words, int year, LtDay issued)
{
  LtDeadlineContext context = { year, issued };
  g_autoptr (LtDeadline) deadline = lt_deadline_parse (words, &context);

  return deadline->end != LT_DAY_NONE;
}

static void
check_missing_days (LtAssignment *assignment, GPtrArray *oddities)
{
  const char *words = lt_assignment_get_deadline_words (assignment);
  LtPlan *plan = lt_item_get_ancestor (LT_ITEM (assignment), LT_TYPE_PLAN);
  LtDeadlineContext context = lt_plan_get_deadline_context (plan);
  const int any_year = 2024;

  if (context.year == 0 && becomes_clear (words, any_year, context.issued))
    _lt_oddities_add (oddities, LT_ODDITY_NO_YEAR, LT_ITEM (assignment),
                      g_strdup_printf (_("The deadline “%s” names no year, and the plan has none."), words));
  else if (context.issued == LT_DAY_NONE
           && becomes_clear (words, context.year, lt_day_from_ymd (any_year, 1, 1)))
    _lt_oddities_add (oddities, LT_ODDITY_NOT_ISSUED, LT_ITEM (assignment),
                      g_strdup_printf (_("The deadline “%s” counts from the day of issue, which the plan does not say."),
                                       words));
}

static void
check_deadline (LtAssignment *assignment, GPtrArray *oddities)
{
  LtItem *item = LT_ITEM (assignment);
  const LtDeadline *deadline = lt_assignment_get_deadline (assignment);
  const char *words = lt_assignment_get_deadline_words (assignment);

  if (deadline->start != LT_DAY_NONE && deadline->end != LT_DAY_NONE && deadline->end < deadline->start)
    {
      g_autofree char *start = lt_day_dup_official (deadline->start);
      g_autofree char *end = lt_day_dup_official (deadline->end);

      _lt_oddities_add (oddities, LT_ODDITY_END_BEFORE_START, item,
                        g_strdup_printf (_("It ends on %s, before it starts on %s."), end, start));
    }
  if (deadline->end != LT_DAY_NONE)
    return;

  if (deadline->kind == LT_DEADLINE_EMPTY)
    _lt_oddities_add (oddities, LT_ODDITY_NO_DEADLINE, item, g_strdup (_("There is no deadline.")));
  else if (deadline->kind == LT_DEADLINE_UNKNOWN)
    _lt_oddities_add (oddities, LT_ODDITY_UNKNOWN_DEADLINE, item,
                      g_strdup_printf (_("The deadline “%s” is not understood."), words));
  else
    check_missing_days (assignment, oddities);
}

static void
check_joined_deadline (LtAssignment *assignment, GPtrArray *oddities)
{
  guint index = lt_item_get_index (LT_ITEM (assignment));
  LtAssignment *above;

  if (!lt_assignment_get_deadline_joined (assignment))
    return;
  if (index == 0)
    {
      _lt_oddities_add (oddities, LT_ODDITY_JOINED_DEADLINE, LT_ITEM (assignment),
                        g_strdup (_("The deadline is merged with the row above, but this is the first row of its model.")));
      return;
    }
  above = lt_item_get_child (lt_item_get_parent (LT_ITEM (assignment)), index - 1);
  if (strcmp (lt_assignment_get_deadline_words (assignment), lt_assignment_get_deadline_words (above)) != 0)
    _lt_oddities_add (oddities, LT_ODDITY_JOINED_DEADLINE, LT_ITEM (assignment),
                      g_strdup (_("The deadline is merged with the row above, but the words differ.")));
}

static void
check_state (LtAssignment *assignment, GPtrArray *oddities)
{
  LtState state = lt_assignment_get_state (assignment);
  int percent = lt_assignment_get_percent (assignment);
  gboolean contradicts;

  if (percent == LT_INTEGER_NONE)
    return;
  contradicts = state == LT_STATE_DONE ? percent < 100
              : state == LT_STATE_NOT_STARTED ? percent > 0
              : state == LT_STATE_IN_PROGRESS && percent >= 100;
  if (contradicts)
    _lt_oddities_add (oddities, LT_ODDITY_STATE, LT_ITEM (assignment),
                      /* Translators: a percentage, then a state such as "Done" */
                      g_strdup_printf (_("%d %% do not fit the state “%s”."), percent, lt_state_get_title (state)));
}

static void
check_targets (LtAssignment *assignment, GPtrArray *oddities)
{
  g_autoptr (GPtrArray) targets = lt_assignment_list_belying_targets (assignment, LT_DAY_NONE);

  for (guint i = 0; i < targets->len; i++)
    {
      LtTarget *target = g_ptr_array_index (targets, i);
      LtTargetProgress progress;
      g_autofree char *goal = lt_target_dup_goal_words (target);
      g_autofree char *measured = NULL;

      lt_target_get_progress (target, LT_DAY_NONE, &progress);
      measured = lt_target_dup_figure (target, progress.measured);
      _lt_oddities_add (oddities, LT_ODDITY_SHORT_TARGET, LT_ITEM (target),
                        /* Translators: two figures: "… 87 % were measured, and at least 95 % …" */
                        g_strdup_printf (_("It was declared done, but %s were measured last, and %s must be reached."),
                                         measured, goal));
    }
}

static void
check_assignment (LtAssignment *assignment, guint *last_label, GPtrArray *oddities)
{
  LtItem *item = LT_ITEM (assignment);

  if (lt_item_get_n_children (item) == 0)
    _lt_oddities_add (oddities, LT_ODDITY_NO_OUTCOME, item, g_strdup (_("No result is expected.")));
  if (*lt_assignment_get_lead_words (assignment) == '\0')
    _lt_oddities_add (oddities, LT_ODDITY_NO_LEAD, item, g_strdup (_("There is no lead agency.")));
  check_deadline (assignment, oddities);
  check_joined_deadline (assignment, oddities);
  _lt_assignment_check_agencies (assignment, oddities);
  check_state (assignment, oddities);
  _lt_assignment_check_outcomes (assignment, last_label, oddities);
  check_targets (assignment, oddities);
}

/* @names: match key -> the initiative that bore it first. */
static void
check_name (LtInitiative *initiative, GHashTable *names, GPtrArray *oddities)
{
  const char *name = lt_initiative_get_name (initiative);
  g_autofree char *key = lt_text_dup_match_key (name);
  LtItem *first = g_hash_table_lookup (names, key);

  if (*name == '\0')
    _lt_oddities_add (oddities, LT_ODDITY_NO_NAME, LT_ITEM (initiative), g_strdup (_("The model has no name.")));
  else if (first)
    {
      g_autofree char *path = lt_item_dup_path (first);

      _lt_oddities_add (oddities, LT_ODDITY_SAME_NAME, LT_ITEM (initiative),
                        g_strdup_printf (_("It has the same name as model %s."), path));
    }
  else
    g_hash_table_insert (names, g_steal_pointer (&key), initiative);
}

static void
check_plan (LtPlan *plan, GPtrArray *oddities)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (*lt_plan_get_title (plan) == '\0')
    _lt_oddities_add (oddities, LT_ODDITY_NO_TITLE, LT_ITEM (plan), g_strdup (_("The plan has no title.")));

  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (plan)); i++)
    {
      LtInitiative *initiative = lt_item_get_child (LT_ITEM (plan), i);
      guint n = lt_item_get_n_children (LT_ITEM (initiative));
      guint last_label = 0;

      check_name (initiative, names, oddities);
      if (n == 0)
        _lt_oddities_add (oddities, LT_ODDITY_NO_ASSIGNMENT, LT_ITEM (initiative),
                          g_strdup (_("Nobody is assigned to this model.")));
      for (guint j = 0; j < n; j++)
        check_assignment (lt_item_get_child (LT_ITEM (initiative), j), &last_label, oddities);
    }
}

GPtrArray *
lt_book_check (LtBook *book)
{
  GPtrArray *oddities = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_oddity_free);

  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (book)); i++)
    check_plan (lt_item_get_child (LT_ITEM (book), i), oddities);
  _lt_registry_check (lt_book_get_registry (book), oddities);
  return oddities;
}

const char *
lt_oddity_kind_get_nick (LtOddityKind kind)
{
  return nicks[kind];
}

void
lt_oddity_free (LtOddity *oddity)
{
  g_object_unref (oddity->item);
  g_free (oddity->message);
  g_free (oddity);
}
