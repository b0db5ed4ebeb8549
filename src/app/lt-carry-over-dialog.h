/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* Which unfinished rows of a plan go on in which other plan of the file. Action
 * "carry-over.do". Signal "carried" (LtPlan *): the plan that they are in now. */
#define LT_TYPE_CARRY_OVER_DIALOG (lt_carry_over_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LtCarryOverDialog, lt_carry_over_dialog, LT, CARRY_OVER_DIALOG, AdwWindow)

GtkWidget *lt_carry_over_dialog_new (LtDocument *document, LtPlan *plan);

G_END_DECLS
