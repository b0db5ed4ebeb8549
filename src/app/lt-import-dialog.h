/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* A plan out of somebody's table: where it comes from, the table as it was read, what will
 * be made of it with everything that is doubtful, and into which plan it goes. Signal
 * "taken" (char *path of a file made for it, or NULL) when it is in. */
#define LT_TYPE_IMPORT_DIALOG (lt_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LtImportDialog, lt_import_dialog, LT, IMPORT_DIALOG, AdwWindow)

/* Without a document (NULL) a new file is made. */
GtkWidget *lt_import_dialog_new        (LtDocument *document, LtPlan *plan);
void       lt_import_dialog_load_file  (LtImportDialog *self, const char *path);
/* Offers to put the table's rows behind @anchor (NULL: at the end) of the plan. Signal "placed"
 * (LtItem *first, guint n_rows) when they are in. */
void       lt_import_dialog_set_place  (LtImportDialog *self, LtItem *anchor);
/* @name: what the source is called. */
void       lt_import_dialog_load_bytes (LtImportDialog *self, GBytes *bytes, const char *name);
/* What the clipboard holds: a table from Word, Excel or a web page. */
void       lt_import_dialog_paste      (LtImportDialog *self);
/* Whether a file may hold a table, by its name. */
gboolean   lt_import_dialog_takes      (const char *path);

G_END_DECLS
