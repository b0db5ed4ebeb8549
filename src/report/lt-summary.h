/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-overview.h"
#include "report/lt-report-words.h"

G_BEGIN_DECLS

/* The columns of both summary tables, behind number and name. */
typedef enum {
  LT_SUMMARY_TOTAL = 2,
  LT_SUMMARY_DONE,
  LT_SUMMARY_DONE_LATE,
  LT_SUMMARY_MAINTAINED,
  LT_SUMMARY_IN_PROGRESS,
  LT_SUMMARY_NOT_STARTED,
  LT_SUMMARY_PAUSED,
  LT_SUMMARY_CANCELLED,
  LT_SUMMARY_OVERDUE,
  LT_SUMMARY_DUE_SOON,
  LT_SUMMARY_RATE,
  LT_SUMMARY_N_COLUMNS,
} LtSummaryColumn;

/* How many assignments stand where: a row for each lead agency, or each model, and one for
 * the plan. With a beginning of the period in @options two more columns tell how many were
 * finished in the period and the rate before it. @overview is of the one plan, as of the
 * end of the period, against the day before its beginning. */
LtTable *lt_summary_build_by_agency (LtPlan *plan, LtOverview *overview, const LtProgressOptions *options);
LtTable *lt_summary_build_by_model  (LtPlan *plan, LtOverview *overview, const LtProgressOptions *options);
/* What has been finished of what was not cancelled, in per cent; NAN where that is nothing. */
double   lt_tally_get_rate          (const LtTally *tally);

G_END_DECLS
