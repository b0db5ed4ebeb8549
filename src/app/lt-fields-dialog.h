/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* All fields of one item, one below the other, each stored as it is left: a report, a
 * target, a measurement. Action "fields.remove" deletes the item and closes. */
#define LT_TYPE_FIELDS_DIALOG (lt_fields_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LtFieldsDialog, lt_fields_dialog, LT, FIELDS_DIALOG, AdwWindow)

/* Shown above @widget's window; closes by itself when the item is gone. */
GtkWidget *lt_fields_dialog_present (GtkWidget *widget, LtDocument *document, LtItem *item, const char *title);

G_END_DECLS
