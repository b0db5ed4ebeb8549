/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-item.h"

G_BEGIN_DECLS

typedef enum {
  LT_AGENCY_OTHER,
  LT_AGENCY_DEPARTMENT, /* sở, ban, ngành của địa phương */
  LT_AGENCY_SECTOR,     /* ngành dọc: công an, thuế, BHXH, toà án … */
  LT_AGENCY_COMMITTEE,  /* uỷ ban nhân dân */
  LT_AGENCY_ENTERPRISE,
  LT_AGENCY_GROUP,      /* "các đơn vị có liên quan" */
} LtAgencyKind;

#define LT_TYPE_AGENCY (lt_agency_get_type ())
G_DECLARE_FINAL_TYPE (LtAgency, lt_agency, LT, AGENCY, LtItem)

const char  *lt_agency_get_name     (LtAgency *self);
LtAgencyKind lt_agency_get_kind     (LtAgency *self);
/* Name, short forms and variants together, the name first. (transfer full) */
GStrv        lt_agency_dup_names    (LtAgency *self);

G_END_DECLS
