/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-field-entry.h"

G_BEGIN_DECLS

/* The issued words of a lead or coordination cell and, while they are typed, the
 * agencies that they name. One that the file does not know can be added by one
 * click; one that is only likely can be confirmed; what the words mean in this row can
 * be said by hand.
 *
 * Construct property "field": "lead" or "coordination". */
#define LT_TYPE_AGENCY_ENTRY (lt_agency_entry_get_type ())
G_DECLARE_FINAL_TYPE (LtAgencyEntry, lt_agency_entry, LT, AGENCY_ENTRY, GtkWidget)

void          lt_agency_entry_set_item  (LtAgencyEntry *self, LtDocument *document, LtAssignment *item);
gboolean      lt_agency_entry_commit    (LtAgencyEntry *self);
LtFieldEntry *lt_agency_entry_get_words (LtAgencyEntry *self);

G_END_DECLS
