/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-carry-over.h"
#include "store/lt-document.h"

G_BEGIN_DECLS

typedef struct {
  LtPlan *from;
  LtPlan *into;      /* NULL for a new plan behind the others */
  const char *title; /* of the new plan; NULL or empty for that of @from */
  int year;          /* of the new plan; 0 for the one after that of @from */
  guint states;      /* bits (1 << LtState); 0 for LT_CARRY_OVER_STATES */
} LtCarryOver;

/* Makes rows of another plan out of the unfinished ones of @from, in one edit: under a
 * model of the same name, with words, agencies, targets and measurements, the state as
 * declared, and a link to the row that they carry on. Results that were reported done
 * stay behind, reports too: they are found by that link. Deadlines keep their issued
 * words; days that were set by hand do not come along. Rows that @into carries on
 * already are left out. @n_rows: (out) how many came over; with none nothing is changed.
 * Returns the plan they are in, borrowed; NULL on error. */
LtPlan *lt_document_carry_over (LtDocument *self, const LtCarryOver *options, guint *n_rows, GError **error);

G_END_DECLS
