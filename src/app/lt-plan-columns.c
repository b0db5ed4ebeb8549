/* SPDX-License-Identifier: MIT */
#include "app/lt-plan-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/lt-settings.h"
#include "plan/lt-status.h"

static char *
dup_one_line (const char *text)
{
  char *line = g_strdup (text);

  return g_strdelimit (line, "\n", ' ');
}

static char *
dup_number (LtItem *item, LtDay as_of)
{
  if (LT_IS_INITIATIVE (item))
    return lt_initiative_dup_number (LT_INITIATIVE (item));
  if (LT_IS_ASSIGNMENT (item))
    return lt_item_dup_path (item);
  return g_strdup (lt_outcome_get_label (LT_OUTCOME (item)));
}

static const char *
get_number_field (LtItem *item, LtItem **owner)
{
  *owner = item;
  if (LT_IS_INITIATIVE (item))
    return "number";
  return LT_IS_OUTCOME (item) ? "label" : NULL;
}

/* The models' names, the assignments' results and each result share the wide column:
 * one below the other they have all its width. */
static char *
dup_words (LtItem *item, LtDay as_of)
{
  g_autofree char *lines = NULL;
  g_autofree char *path = NULL;

  if (LT_IS_INITIATIVE (item))
    return dup_one_line (lt_initiative_get_name (LT_INITIATIVE (item)));
  if (LT_IS_OUTCOME (item))
    return dup_one_line (lt_outcome_get_words (LT_OUTCOME (item)));
  lines = lt_assignment_dup_outcome_lines (LT_ASSIGNMENT (item));
  if (*lines)
    return dup_one_line (lines);
  path = lt_item_dup_path (item);
  return g_strdup_printf (_("Assignment %s"), path);
}

static const char *
get_words_field (LtItem *item, LtItem **owner)
{
  /* The only result of an assignment is edited in the assignment's own row. */
  if (LT_IS_ASSIGNMENT (item) && lt_item_get_n_children (item) == 1)
    item = lt_item_get_child (item, 0);
  *owner = item;
  if (LT_IS_INITIATIVE (item))
    return "name";
  return LT_IS_OUTCOME (item) ? "text" : NULL;
}

static const char *
get_words_style (LtItem *item, LtDay as_of)
{
  return LT_IS_INITIATIVE (item) ? "model-name" : NULL;
}

static char *
dup_field (LtItem *item, const char *field)
{
  if (!LT_IS_ASSIGNMENT (item))
    return g_strdup ("");
  return dup_one_line (lt_item_get_text (item, lt_item_type_find_field (LT_TYPE_ASSIGNMENT, field)));
}

static char *
dup_deadline (LtItem *item, LtDay as_of)
{
  return dup_field (item, "deadline");
}

static const char *
get_deadline_field (LtItem *item, LtItem **owner)
{
  *owner = item;
  return LT_IS_ASSIGNMENT (item) ? "deadline" : NULL;
}

static const char *
get_deadline_style (LtItem *item, LtDay as_of)
{
  return LT_IS_ASSIGNMENT (item) && lt_assignment_get_deadline_joined (LT_ASSIGNMENT (item)) ? "secondary" : NULL;
}

static char *
dup_lead (LtItem *item, LtDay as_of)
{
  return dup_field (item, "lead");
}

static const char *
get_lead_field (LtItem *item, LtItem **owner)
{
  *owner = item;
  return LT_IS_ASSIGNMENT (item) ? "lead" : NULL;
}

static char *
dup_coordination (LtItem *item, LtDay as_of)
{
  return dup_field (item, "coordination");
}

static const char *
get_coordination_field (LtItem *item, LtItem **owner)
{
  *owner = item;
  return LT_IS_ASSIGNMENT (item) ? "coordination" : NULL;
}

static gboolean
needs_attention (LtTimeliness timeliness)
{
  return timeliness == LT_TIMELINESS_OVERDUE || timeliness == LT_TIMELINESS_DUE_SOON;
}

static char *
dup_state (LtItem *item, LtDay as_of)
{
  LtTimeliness timeliness;
  const char *state;

  if (!LT_IS_ASSIGNMENT (item))
    return g_strdup ("");
  state = lt_state_get_title (lt_assignment_get_state (LT_ASSIGNMENT (item)));
  timeliness = lt_assignment_get_timeliness (LT_ASSIGNMENT (item), as_of, lt_settings_get_due_soon_days ());
  if (!needs_attention (timeliness))
    return g_strdup (state);
  /* Translators: in the state column: overdue or due soon, then the declared state */
  return g_strdup_printf (_("%s · %s"), lt_timeliness_get_title (timeliness), state);
}

static const char *
get_state_style (LtItem *item, LtDay as_of)
{
  if (!LT_IS_ASSIGNMENT (item))
    return NULL;
  switch (lt_assignment_get_timeliness (LT_ASSIGNMENT (item), as_of, lt_settings_get_due_soon_days ()))
    {
    case LT_TIMELINESS_OVERDUE:
      return "status-overdue";
    case LT_TIMELINESS_DUE_SOON:
      return "status-due-soon";
    case LT_TIMELINESS_DONE_ON_TIME:
    case LT_TIMELINESS_DONE_LATE:
      return "status-done";
    case LT_TIMELINESS_NO_DEADLINE:
    case LT_TIMELINESS_ON_TRACK:
    default:
      return NULL;
    }
}

const LtPlanColumn lt_plan_columns[] = {
  { N_("No."), 46, FALSE, FALSE, dup_number, get_number_field, NULL },
  { N_("Model / expected results"), 300, TRUE, TRUE, dup_words, get_words_field, get_words_style },
  { N_("Time"), 168, FALSE, FALSE, dup_deadline, get_deadline_field, get_deadline_style },
  { N_("Lead"), 105, FALSE, FALSE, dup_lead, get_lead_field, NULL },
  { N_("Coordination"), 105, FALSE, FALSE, dup_coordination, get_coordination_field, NULL },
  { N_("Status"), 124, FALSE, FALSE, dup_state, NULL, get_state_style },
};

const guint lt_n_plan_columns = G_N_ELEMENTS (lt_plan_columns);
