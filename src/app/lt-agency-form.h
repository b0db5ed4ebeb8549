/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-agency-uses.h"
#include "app/lt-field-entry.h"

G_BEGIN_DECLS

/* All that a file knows of one agency, to be changed, and the rows in which it is named. */
#define LT_TYPE_AGENCY_FORM (lt_agency_form_get_type ())
G_DECLARE_FINAL_TYPE (LtAgencyForm, lt_agency_form, LT, AGENCY_FORM, GtkWidget)

/* Stores what was typed for the agency shown before. Both may be NULL. */
void          lt_agency_form_set_agency  (LtAgencyForm *self, LtDocument *document, LtAgency *agency);
LtAgency     *lt_agency_form_get_agency  (LtAgencyForm *self);
/* FALSE if the document refused some of what was typed. */
gboolean      lt_agency_form_commit      (LtAgencyForm *self);
LtAgencyUses *lt_agency_form_get_uses    (LtAgencyForm *self);
void          lt_agency_form_focus_name  (LtAgencyForm *self);

G_END_DECLS
