/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-overview.h"
#include "report/lt-report-words.h"

G_BEGIN_DECLS

/* What an agency must be urged to do: its overdue rows and those that are due soon, the
 * nearest first, with the days and with what is missing. Ready to be attached to a
 * dispatch. @agency is of @overview, which is of the one plan; NULL with a @name for an
 * agency that leads nothing. */
LtTable *lt_urging_list_build      (LtPlan *plan, LtOverview *overview, const LtOverviewAgency *agency,
                                    const char *name, const LtProgressOptions *options);
/* The same rows of all agencies as one list to sort and filter. */
LtTable *lt_urging_list_build_flat (LtPlan *plan, LtOverview *overview, const LtProgressOptions *options);
/* Whether the agency has such rows. */
gboolean lt_overview_agency_is_urged (const LtOverviewAgency *agency);

G_END_DECLS
