/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* What a plan says of itself: title, number, issuer, year, how it reads "before". */
#define LT_TYPE_PLAN_DIALOG (lt_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LtPlanDialog, lt_plan_dialog, LT, PLAN_DIALOG, AdwWindow)

GtkWidget *lt_plan_dialog_new (LtDocument *document, LtPlan *plan);

G_END_DECLS
