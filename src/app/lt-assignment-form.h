/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* Everything about one assignment, to be read and typed. */
#define LT_TYPE_ASSIGNMENT_FORM (lt_assignment_form_get_type ())
G_DECLARE_FINAL_TYPE (LtAssignmentForm, lt_assignment_form, LT, ASSIGNMENT_FORM, GtkWidget)

/* Stores what was typed for the assignment before. Both may be NULL. */
void      lt_assignment_form_set_assignment (LtAssignmentForm *self, LtDocument *document,
                                             LtAssignment *assignment);
/* FALSE if some of what was typed was refused; it stays, with the reason. */
gboolean  lt_assignment_form_commit         (LtAssignmentForm *self);
/* Puts the cursor into the words of one of its outcomes. */
void      lt_assignment_form_focus_outcome  (LtAssignmentForm *self, LtOutcome *outcome);

G_END_DECLS
