/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* A field of an item that names an agency of the file: a caption, and a button with its
 * name by which another one is chosen. Construct properties: "field", "optional" (it can
 * be taken away). */
#define LT_TYPE_AGENCY_REF_ENTRY (lt_agency_ref_entry_get_type ())
G_DECLARE_FINAL_TYPE (LtAgencyRefEntry, lt_agency_ref_entry, LT, AGENCY_REF_ENTRY, GtkWidget)

/* Both may be NULL. */
void lt_agency_ref_entry_set_item (LtAgencyRefEntry *self, LtDocument *document, LtItem *item);

G_END_DECLS
