/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-item.h"
#include "plan/lt-state.h"

G_BEGIN_DECLS

/* What was reported of an assignment on a day: a state, a percentage, words,
 * evidence. Reports stand in a list at the side of their row, in the order in which
 * they came in; which is the newest is told by their days (find_latest()).
 *
 * A row's own state and percent are what was declared last: an edit that makes a
 * report the newest of its assignment sets them as well (see lt-edit.h). */
#define LT_TYPE_REPORT (lt_report_get_type ())
G_DECLARE_FINAL_TYPE (LtReport, lt_report, LT, REPORT, LtItem)

/* The same of one result of an assignment, with the same fields; an LtReport too.
 * It leaves the state of the assignment alone. */
#define LT_TYPE_OUTCOME_REPORT (lt_outcome_report_get_type ())
G_DECLARE_FINAL_TYPE (LtOutcomeReport, lt_outcome_report, LT, OUTCOME_REPORT, LtReport)

/* The lists at the side of an assignment and of an outcome: "2.1.reports.1",
 * "2.1.3.reports.1". */
#define LT_TYPE_REPORT_LIST (lt_report_list_get_type ())
G_DECLARE_FINAL_TYPE (LtReportList, lt_report_list, LT, REPORT_LIST, LtItem)
#define LT_TYPE_OUTCOME_REPORT_LIST (lt_outcome_report_list_get_type ())
G_DECLARE_FINAL_TYPE (LtOutcomeReportList, lt_outcome_report_list, LT, OUTCOME_REPORT_LIST, LtItem)

LtDay       lt_report_get_day             (LtReport *self);
/* FALSE where the report says nothing of the state. @state may be NULL. */
gboolean    lt_report_get_state           (LtReport *self, LtState *state);
int         lt_report_get_percent         (LtReport *self); /* LT_INTEGER_NONE if not said */
const char *lt_report_get_results         (LtReport *self);
const char *lt_report_get_difficulties    (LtReport *self);
const char *lt_report_get_proposals       (LtReport *self);
/* The document that proves it: number, day and where it lies. */
const char *lt_report_get_evidence_number (LtReport *self);
LtDay       lt_report_get_evidence_day    (LtReport *self);
const char *lt_report_get_evidence_link   (LtReport *self);
const char *lt_report_get_reporter        (LtReport *self); /* who, in words */
const char *lt_report_get_source          (LtReport *self); /* the file or letter it came in */

/* @row: an assignment or an outcome. */
/* The GListModel of its reports (LtReport); borrowed. */
LtItem     *lt_report_get_list    (LtItem *row);
/* The same, but NULL as long as nobody has asked for it: rows of a file without reports. */
LtItem     *lt_report_peek_list   (LtItem *row);
/* A draft of the type that @row takes, for lt_document_report(). */
LtReport   *lt_report_new_draft   (LtItem *row);

/* The newest of a row on or before @as_of (LT_DAY_NONE: of all), borrowed, or NULL;
 * of several on one day the one that came in last. One without a day is older than
 * all others, and was not there yet on any day that is asked for. */
LtReport   *lt_report_find_latest (LtItem *row, LtDay as_of);
/* Those of a row from @from to @to (LT_DAY_NONE: open), newest first.
 * (transfer container) (element-type LtReport), never NULL */
GPtrArray  *lt_report_list_period (LtItem *row, LtDay from, LtDay to);

G_END_DECLS
