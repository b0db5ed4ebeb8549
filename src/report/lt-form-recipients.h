/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-plan.h"

G_BEGIN_DECLS

/* Who gets a collection form: an agency, or a phrase of a lead or coordination cell that
 * the registry does not know, and the rows that it answers for. */
typedef struct {
  char *name;             /* today's name, or the phrase as issued */
  LtAgency *agency;       /* a reference; NULL where the registry does not know it */
  GPtrArray *led;         /* (element-type LtAssignment), in the order of the plan */
  GPtrArray *coordinated; /* (element-type LtAssignment), those not led */
  char *key;
} LtFormRecipient;

/* All whom the rows of a plan name, those that lead first, each in the order in which
 * they are first named. @as_of: the day whose agencies are meant; what a merged
 * agency led is its successor's.
 * (transfer full) (element-type LtFormRecipient) */
GPtrArray       *lt_form_list_recipients (LtPlan *plan, LtDay as_of);
/* By any name of the agency, or by the phrase. Borrowed, nullable. */
LtFormRecipient *lt_form_find_recipient  (GPtrArray *recipients, LtPlan *plan, const char *name, LtDay as_of);
/* Rows whose lead cell names nobody, so that no form holds them. */
guint            lt_form_count_without_lead (LtPlan *plan);

void             lt_form_recipient_free  (LtFormRecipient *self);

G_END_DECLS
