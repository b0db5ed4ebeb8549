/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-assignment.h"

G_BEGIN_DECLS

/* Computed against an as-of day, unlike LtState, which is declared. */
typedef enum {
  LT_TIMELINESS_NO_DEADLINE,
  LT_TIMELINESS_ON_TRACK,
  LT_TIMELINESS_DUE_SOON,
  LT_TIMELINESS_OVERDUE,
  LT_TIMELINESS_DONE_ON_TIME,
  LT_TIMELINESS_DONE_LATE,
} LtTimeliness;

#define LT_N_TIMELINESS 6

/* Days before the due day that count as "due soon", where nobody says otherwise. */
#define LT_DUE_SOON_DAYS 15
#define LT_DUE_SOON_DAYS_MAX 365

/* How a row stood on a day. The state and the percentage are those of the newest report
 * of that day or before; the row's own where no later report says something else, or no
 * report says anything: what is set by hand bears no day. Before the first report nothing
 * had been started. */
typedef struct {
  LtState state;
  int percent;       /* LT_INTEGER_NONE if not said */
  LtTimeliness timeliness;
  LtDay due;         /* LT_DAY_NONE for none */
  LtDay finished;    /* since when it is done or kept up, by its reports: the day of the first that
                      * said so without being contradicted since, or of the document of evidence
                      * where that is older; LT_DAY_NONE where no report says it */
} LtStatus;

/* The one place where rows are held against a day. @soon_days: how many days before the
 * due day count as "due soon". */
void         lt_assignment_get_status     (LtAssignment *self, LtDay as_of, int soon_days, LtStatus *status);
/* The last part of it. */
LtTimeliness lt_assignment_get_timeliness (LtAssignment *self, LtDay as_of, int soon_days);
const char  *lt_timeliness_get_nick       (LtTimeliness timeliness); /* "due-soon": in JSON */
const char  *lt_timeliness_get_title      (LtTimeliness timeliness); /* translated */
/* The words of official forms: Vietnamese whatever the interface's language is. */
const char  *lt_timeliness_get_official   (LtTimeliness timeliness);
const char  *lt_state_get_official        (LtState state);
const char  *lt_state_get_nick            (LtState state);           /* "in-progress": in files */
const char  *lt_state_get_title           (LtState state);           /* translated */
/* Takes the nick, or the Vietnamese or translated word, whatever its case or marks. FALSE if it is none. */
gboolean     lt_state_from_words          (const char *words, LtState *state);

G_END_DECLS
