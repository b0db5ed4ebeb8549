/* SPDX-License-Identifier: MIT */
#include "plan/lt-status.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plan/lt-status-private.h"
#include "text/lt-text.h"

const LtChoice _lt_said_state_choices[] = {
  { "not-said", N_("Not said") },
  { "not-started", N_("Not started") },
  { "in-progress", N_("In progress") },
  { "done", N_("Done") },
  { "maintained", N_("Kept up continuously") },
  { "paused", N_("Paused") },
  { "cancelled", N_("Cancelled") },
  { NULL, NULL },
};

/* The words of the official forms; they are data, whatever the interface's language. */
static const char *const official_states[] = {
  "chưa thực hiện", "đang thực hiện", "hoàn thành", "duy trì thường xuyên", "tạm dừng", "huỷ",
};

static const LtChoice timeliness_choices[] = {
  { "no-deadline", N_("No deadline") },
  { "on-track", N_("On track") },
  { "due-soon", N_("Due soon") },
  { "overdue", N_("Overdue") },
  { "done-on-time", N_("Done on time") },
  { "done-late", N_("Done late") },
};

static const char *const official_timeliness[] = {
  "không hạn", "trong hạn", "sắp đến hạn", "quá hạn", "đúng hạn", "trễ hạn",
};

static gboolean
folds_to (const char *words, const char *folded)
{
  g_autofree char *own = lt_text_dup_folded (words);

  return strcmp (own, folded) == 0;
}

LtTimeliness
lt_assignment_get_timeliness (LtAssignment *self, LtDay as_of, int soon_days)
{
  LtDay due = lt_assignment_get_due (self);

  switch (lt_assignment_get_state (self))
    {
    case LT_STATE_DONE:
    case LT_STATE_MAINTAINED:
      /* Without a report's day nothing says that finished work was late. */
      return due == LT_DAY_NONE ? LT_TIMELINESS_NO_DEADLINE : LT_TIMELINESS_DONE_ON_TIME;
    case LT_STATE_CANCELLED:
      return LT_TIMELINESS_NO_DEADLINE;
    case LT_STATE_NOT_STARTED:
    case LT_STATE_IN_PROGRESS:
    case LT_STATE_PAUSED:
    default:
      break;
    }

  if (due == LT_DAY_NONE)
    return LT_TIMELINESS_NO_DEADLINE;
  if (due < as_of)
    return LT_TIMELINESS_OVERDUE;
  return due - as_of <= soon_days ? LT_TIMELINESS_DUE_SOON : LT_TIMELINESS_ON_TRACK;
}

const char *
lt_timeliness_get_nick (LtTimeliness timeliness)
{
  return timeliness_choices[timeliness].nick;
}

const char *
lt_timeliness_get_title (LtTimeliness timeliness)
{
  return _(timeliness_choices[timeliness].title);
}

const char *
lt_timeliness_get_official (LtTimeliness timeliness)
{
  return official_timeliness[timeliness];
}

const char *
lt_state_get_official (LtState state)
{
  return official_states[state];
}

const char *
lt_state_get_nick (LtState state)
{
  return _lt_state_choices[state].nick;
}

const char *
lt_state_get_title (LtState state)
{
  return _(_lt_state_choices[state].title);
}

gboolean
lt_state_from_words (const char *words, LtState *state)
{
  g_autofree char *folded = lt_text_dup_folded (words);

  for (guint i = 0; _lt_state_choices[i].nick; i++)
    if (strcmp (folded, _lt_state_choices[i].nick) == 0
        || folds_to (official_states[i], folded)
        || folds_to (_lt_state_choices[i].title, folded)
        || folds_to (_(_lt_state_choices[i].title), folded))
      {
        *state = (LtState) i;
        return TRUE;
      }
  return FALSE;
}
