/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* The name and number of one model, and what is in it. */
#define LT_TYPE_INITIATIVE_FORM (lt_initiative_form_get_type ())
G_DECLARE_FINAL_TYPE (LtInitiativeForm, lt_initiative_form, LT, INITIATIVE_FORM, GtkWidget)

/* Stores what was typed for the model before. Both may be NULL. */
void      lt_initiative_form_set_initiative (LtInitiativeForm *self, LtDocument *document,
                                             LtInitiative *initiative);
/* FALSE if some of what was typed was refused; it stays, with the reason. */
gboolean  lt_initiative_form_commit         (LtInitiativeForm *self);

G_END_DECLS
