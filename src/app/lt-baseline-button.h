/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* A button that chooses which baseline of a plan is shown beside it, keeps a new one and removes
 * old ones. Signal "changed": another one is shown, or none. */
#define LT_TYPE_BASELINE_BUTTON (lt_baseline_button_get_type ())
G_DECLARE_FINAL_TYPE (LtBaselineButton, lt_baseline_button, LT, BASELINE_BUTTON, GtkWidget)

/* Shows none of it at first. Both may be NULL. */
void        lt_baseline_button_set_plan  (LtBaselineButton *self, LtDocument *document, LtPlan *plan);
/* Borrowed; NULL for none, also where the one that was shown is gone. */
LtBaseline *lt_baseline_button_get_shown (LtBaselineButton *self);
/* NULL for none. */
void        lt_baseline_button_set_shown (LtBaselineButton *self, LtBaseline *baseline);

G_END_DECLS
