/* SPDX-License-Identifier: MIT */
#pragma once

#include "report/lt-report-words.h"

G_BEGIN_DECLS

/* The appendix of a progress report: the columns of the plan's own appendix, merged alike,
 * and at the right state, results, difficulties and proposals. Results are those of all
 * reports of the period, of the row and of its single results; difficulties and proposals
 * are what the last reports of the period say. */
LtTable *lt_progress_report_build (LtPlan *plan, const LtProgressOptions *options);

G_END_DECLS
