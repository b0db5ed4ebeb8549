/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* The rows of the file that name an agency or hold a phrase, with the role; Enter or a
 * double click goes to the row. */
#define LT_TYPE_AGENCY_USES (lt_agency_uses_get_type ())
G_DECLARE_FINAL_TYPE (LtAgencyUses, lt_agency_uses, LT, AGENCY_USES, GtkWidget)

/* @uses: (element-type LtAgencyUse); copied. NULL for none. */
void  lt_agency_uses_show     (LtAgencyUses *self, GPtrArray *uses);
guint lt_agency_uses_get_n    (LtAgencyUses *self);
/* As a double click on the row at that place. */
void  lt_agency_uses_activate (LtAgencyUses *self, guint position);

G_END_DECLS
