/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* Collection forms of a plan: which agencies get one, what stands in it, and the folder where
 * there is then a workbook for each. Reads the file, never changes it. */
#define LT_TYPE_SEND_FORMS_DIALOG (lt_send_forms_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LtSendFormsDialog, lt_send_forms_dialog, LT, SEND_FORMS_DIALOG, AdwWindow)

GtkWidget *lt_send_forms_dialog_new (LtDocument *document, LtPlan *plan);

G_END_DECLS
