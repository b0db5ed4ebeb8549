/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-view.h"

G_BEGIN_DECLS

/* The registry of agencies: a list with a form beside it, and the phrases of the plan
 * that are still to be settled. lt_view_reveal() takes an LtAgency. */
#define LT_TYPE_AGENCY_VIEW (lt_agency_view_get_type ())
G_DECLARE_FINAL_TYPE (LtAgencyView, lt_agency_view, LT, AGENCY_VIEW, GtkWidget)

G_END_DECLS
