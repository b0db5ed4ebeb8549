/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-view.h"

G_BEGIN_DECLS

/* The plan as a table of models, assignments and results, and beside it the form
 * of the row that is selected. */
#define LT_TYPE_PLAN_VIEW (lt_plan_view_get_type ())
G_DECLARE_FINAL_TYPE (LtPlanView, lt_plan_view, LT, PLAN_VIEW, GtkWidget)

G_END_DECLS
