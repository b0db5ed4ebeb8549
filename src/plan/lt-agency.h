/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-succession.h"

G_BEGIN_DECLS

typedef enum {
  LT_AGENCY_OTHER,
  LT_AGENCY_DEPARTMENT, /* sở, ban, ngành của địa phương */
  LT_AGENCY_SECTOR,     /* ngành dọc: công an, thuế, BHXH, toà án … */
  LT_AGENCY_COMMITTEE,  /* uỷ ban nhân dân */
  LT_AGENCY_ENTERPRISE,
  LT_AGENCY_GROUP,      /* "các đơn vị có liên quan" */
} LtAgencyKind;

/* The GListModel of its successions. */
#define LT_TYPE_AGENCY (lt_agency_get_type ())
G_DECLARE_FINAL_TYPE (LtAgency, lt_agency, LT, AGENCY, LtItem)

const char  *lt_agency_get_name     (LtAgency *self);
LtAgencyKind lt_agency_get_kind     (LtAgency *self);
/* Name, short forms and variants together, the name first. (transfer full) */
GStrv        lt_agency_dup_names    (LtAgency *self);
LtDay        lt_agency_get_valid_from (LtAgency *self); /* LT_DAY_NONE if not said */
LtDay        lt_agency_get_valid_to (LtAgency *self);
/* Where a hand has put it in the network, in points from the middle. FALSE if none has. */
gboolean     lt_agency_get_place    (LtAgency *self, double *x, double *y);

/* The agency that does its work on @day: itself, or what its successors lead to.
 * A part taken over is not followed, nor a split on which nobody has decided; days
 * never go backwards on the way, so a circle ends. Borrowed, never NULL. */
LtAgency    *lt_agency_get_current  (LtAgency *self, LtDay day);
/* It ended before @day, and several took over from it: somebody has to say who. */
gboolean     lt_agency_is_split     (LtAgency *self, LtDay day);

G_END_DECLS
