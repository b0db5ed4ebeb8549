/* SPDX-License-Identifier: MIT */
#include "plan/lt-status.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plan/lt-report.h"
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

static gboolean
is_finished (LtState state)
{
  return state == LT_STATE_DONE || state == LT_STATE_MAINTAINED;
}

/* The reports of a row against a day, read in one go. */
typedef struct {
  LtReport *state;    /* the newest that says one, no later than the day; NULL for none */
  LtReport *percent;
  LtReport *open;     /* the newest that says that it is not finished */
  gboolean later_state; /* one of a later day says a state */
  gboolean later_percent;
} Said;

static gboolean
is_newer (LtReport *report, LtReport *than)
{
  return than == NULL || lt_report_get_day (report) >= lt_report_get_day (than);
}

static void
read_reports (LtItem *reports, LtDay as_of, Said *said)
{
  for (guint i = 0; i < lt_item_get_n_children (reports); i++)
    {
      LtReport *report = lt_item_get_child (reports, i);
      LtDay day = lt_report_get_day (report);
      LtState state;
      gboolean says_state = lt_report_get_state (report, &state);
      gboolean says_percent = lt_report_get_percent (report) != LT_INTEGER_NONE;

      if (day == LT_DAY_NONE)
        continue;
      if (day > as_of)
        {
          said->later_state |= says_state;
          said->later_percent |= says_percent;
          continue;
        }
      if (says_state && is_newer (report, said->state))
        said->state = report;
      if (says_state && !is_finished (state) && is_newer (report, said->open))
        said->open = report;
      if (says_percent && is_newer (report, said->percent))
        said->percent = report;
    }
}

/* The first report that says "finished" behind the last that said otherwise. */
static LtDay
find_finished (LtItem *reports, LtDay as_of, const Said *said)
{
  LtReport *first = NULL;
  gboolean behind = said->open == NULL;
  LtDay evidence;

  for (guint i = 0; i < lt_item_get_n_children (reports); i++)
    {
      LtReport *report = lt_item_get_child (reports, i);
      LtDay day = lt_report_get_day (report);
      LtState state;

      if (report == said->open)
        behind = TRUE;
      if (day == LT_DAY_NONE || day > as_of || !lt_report_get_state (report, &state) || !is_finished (state)
          || (said->open && (day < lt_report_get_day (said->open) || (day == lt_report_get_day (said->open) && !behind))))
        continue;
      if (first == NULL || day < lt_report_get_day (first))
        first = report;
    }
  if (first == NULL)
    return LT_DAY_NONE;
  evidence = lt_report_get_evidence_day (first);
  return evidence != LT_DAY_NONE ? MIN (evidence, lt_report_get_day (first)) : lt_report_get_day (first);
}

static LtTimeliness
compare_with_due (const LtStatus *status, LtDay as_of, int soon_days)
{
  if (status->due == LT_DAY_NONE || status->state == LT_STATE_CANCELLED)
    return LT_TIMELINESS_NO_DEADLINE;
  /* Without a report's day nothing says that finished work was late. */
  if (is_finished (status->state))
    return status->finished != LT_DAY_NONE && status->finished > status->due ? LT_TIMELINESS_DONE_LATE
                                                                             : LT_TIMELINESS_DONE_ON_TIME;
  if (status->due < as_of)
    return LT_TIMELINESS_OVERDUE;
  return (gint64) status->due - as_of <= soon_days ? LT_TIMELINESS_DUE_SOON : LT_TIMELINESS_ON_TRACK;
}

void
lt_assignment_get_status (LtAssignment *self, LtDay as_of, int soon_days, LtStatus *status)
{
  _lt_assignment_get_status_by_due (self, lt_assignment_get_due (self), as_of, soon_days, status);
}

void
_lt_assignment_get_status_by_due (LtAssignment *self, LtDay due, LtDay as_of, int soon_days, LtStatus *status)
{
  LtItem *reports = lt_assignment_peek_reports (self);
  Said said = { NULL };

  *status = (LtStatus) {
    .state = lt_assignment_get_state (self),
    .percent = lt_assignment_get_percent (self),
    .due = due,
    .finished = LT_DAY_NONE,
  };
  if (reports && lt_item_get_n_children (reports) > 0)
    {
      read_reports (reports, as_of, &said);
      if (said.later_state)
        {
          status->state = LT_STATE_NOT_STARTED;
          if (said.state)
            lt_report_get_state (said.state, &status->state);
        }
      if (said.later_percent)
        status->percent = said.percent ? lt_report_get_percent (said.percent) : LT_INTEGER_NONE;
      if (is_finished (status->state))
        status->finished = find_finished (reports, as_of, &said);
    }
  status->timeliness = compare_with_due (status, as_of, soon_days);
}

LtTimeliness
lt_assignment_get_timeliness (LtAssignment *self, LtDay as_of, int soon_days)
{
  LtStatus status;

  lt_assignment_get_status (self, as_of, soon_days, &status);
  return status.timeliness;
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
