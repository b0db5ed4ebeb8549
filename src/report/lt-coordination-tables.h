/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-coordination-graph.h"
#include "report/lt-table.h"

G_BEGIN_DECLS

/* Who works with whom, for a workbook. @plan: NULL for all plans of the file. */

/* One row an agency: rows led, late, coordinated, partners, how central it is, which models would
 * stand still without it. What each figure means: docs/coordination.md. */
LtTable *lt_coordination_measures_build (LtCoordinationGraph *graph, LtPlan *plan);
/* Leads against coordinators, those with the most rows first, with totals; where that would be
 * more columns than a sheet shows, one row for each pair instead. */
LtTable *lt_coordination_matrix_build   (LtCoordinationGraph *graph, LtPlan *plan);

G_END_DECLS
