/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-assignment.h"

G_BEGIN_DECLS

/* A numbered block of the appendix (Mô hình); the GListModel of its assignments. */
#define LT_TYPE_INITIATIVE (lt_initiative_get_type ())
G_DECLARE_FINAL_TYPE (LtInitiative, lt_initiative, LT, INITIATIVE, LtItem)

const char *lt_initiative_get_name   (LtInitiative *self);
/* The number as issued where one was given ("II"), else the place in the plan from 1. */
char       *lt_initiative_dup_number (LtInitiative *self);
/* "1, 3, II" for (element-type LtInitiative) @initiatives. */
char       *lt_initiative_dup_numbers (GPtrArray *initiatives);

G_END_DECLS
