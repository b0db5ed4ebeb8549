/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* Under which names agencies are counted and drawn: those that were issued, or those of
 * today. All pages of a file share the choice (LtViewState). */
#define LT_TYPE_NAMES_SWITCH (lt_names_switch_get_type ())
G_DECLARE_FINAL_TYPE (LtNamesSwitch, lt_names_switch, LT, NAMES_SWITCH, GtkWidget)

/* NULL for none. */
void lt_names_switch_set_document (LtNamesSwitch *self, LtDocument *document);

G_END_DECLS
