/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* A dialog in which one agency of the file is searched and chosen. Signal "picked"
 * (LtAgency), after which it closes; closing it otherwise chooses nothing. */
#define LT_TYPE_AGENCY_PICKER (lt_agency_picker_get_type ())
G_DECLARE_FINAL_TYPE (LtAgencyPicker, lt_agency_picker, LT, AGENCY_PICKER, AdwWindow)

/* Shown above the window of @widget. @heading: what is chosen, as the title. @except
 * (may be NULL) is not offered. Borrowed; the window owns itself. */
LtAgencyPicker *lt_agency_picker_present (GtkWidget *widget, LtDocument *document, const char *heading,
                                          LtAgency *except);
/* Offers these alone. (element-type LtAgency) */
void            lt_agency_picker_offer   (LtAgencyPicker *self, GPtrArray *agencies);
/* As if it had been typed. */
void            lt_agency_picker_search  (LtAgencyPicker *self, const char *query);
/* What Enter would do. */
void            lt_agency_picker_choose  (LtAgencyPicker *self);

G_END_DECLS
