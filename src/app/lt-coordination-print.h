/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-print-subject.h"
#include "chart/lt-matrix.h"
#include "chart/lt-network.h"

G_BEGIN_DECLS

/* Who works with whom, to be printed as a network or as a matrix. */
#define LT_TYPE_COORDINATION_PRINT (lt_coordination_print_get_type ())
G_DECLARE_FINAL_TYPE (LtCoordinationPrint, lt_coordination_print, LT, COORDINATION_PRINT, LtPrintSubject)

/* One of @network and @matrix is NULL. @plan: NULL for all plans. @subset: see LtPageHeading. */
LtPrintSubject *lt_coordination_print_new (LtCoordinationGraph *graph, LtNetwork *network, LtMatrix *matrix,
                                           LtPlan *plan, const char *subset);

G_END_DECLS
