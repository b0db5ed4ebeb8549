/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* Two entries that are one agency become one; says before what becomes of what. Signal
 * "merged" (LtAgency): the one that stays. */
#define LT_TYPE_AGENCY_MERGE_DIALOG (lt_agency_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LtAgencyMergeDialog, lt_agency_merge_dialog, LT, AGENCY_MERGE_DIALOG, AdwWindow)

/* Above the window of @widget. @first (may be NULL) is the entry to begin with. */
GtkWidget *lt_agency_merge_dialog_new       (GtkWidget *widget, LtDocument *document, LtAgency *first);
void       lt_agency_merge_dialog_set_other (LtAgencyMergeDialog *self, LtAgency *agency);

G_END_DECLS
