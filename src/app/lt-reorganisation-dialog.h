/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* A reorganisation laid beside the file: what would change and how sure that is, what a
 * person has to decide, and a button that does it as one edit. */
#define LT_TYPE_REORGANISATION_DIALOG (lt_reorganisation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LtReorganisationDialog, lt_reorganisation_dialog, LT, REORGANISATION_DIALOG, AdwWindow)

/* Above the window of @widget, with the first of those that come with the program. */
GtkWidget *lt_reorganisation_dialog_new  (GtkWidget *widget, LtDocument *document);
/* Shows the one in that file instead, or tells why not. */
void       lt_reorganisation_dialog_load (LtReorganisationDialog *self, const char *path);

G_END_DECLS
