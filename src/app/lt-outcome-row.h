/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-field-entry.h"

G_BEGIN_DECLS

/* One expected result in the form: its label, its words, the figures in it, and
 * a menu to move, copy or delete it. */
#define LT_TYPE_OUTCOME_ROW (lt_outcome_row_get_type ())
G_DECLARE_FINAL_TYPE (LtOutcomeRow, lt_outcome_row, LT, OUTCOME_ROW, GtkWidget)

GtkWidget  *lt_outcome_row_new         (LtDocument *document, LtOutcome *outcome);
LtOutcome  *lt_outcome_row_get_outcome (LtOutcomeRow *self);
gboolean    lt_outcome_row_commit      (LtOutcomeRow *self);

G_END_DECLS
