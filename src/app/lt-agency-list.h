/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* The agencies of a file as a table that is searched and sorted, with how many rows each
 * leads and coordinates under the names chosen in the LtViewState. Property "selected"
 * (LtAgency, nullable), with notify. */
#define LT_TYPE_AGENCY_LIST (lt_agency_list_get_type ())
G_DECLARE_FINAL_TYPE (LtAgencyList, lt_agency_list, LT, AGENCY_LIST, GtkWidget)

void      lt_agency_list_set_document (LtAgencyList *self, LtDocument *document);
void      lt_agency_list_set_query    (LtAgencyList *self, const char *query);
/* How many agencies are shown, of all. */
guint     lt_agency_list_get_n_shown  (LtAgencyList *self);
/* Borrowed; NULL if there is none. */
LtAgency *lt_agency_list_get_selected (LtAgencyList *self);
/* FALSE if the search hides it. */
gboolean  lt_agency_list_select       (LtAgencyList *self, LtAgency *agency);
/* From the words of a search to the first row found. */
void      lt_agency_list_focus        (LtAgencyList *self);

G_END_DECLS
