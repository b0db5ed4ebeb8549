/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "exchange/lt-table-import.h"
#include "store/lt-document.h"

G_BEGIN_DECLS

/* Rows copied elsewhere, put behind a row of a plan as one edit. @anchor NULL: at the end. Where
 * the columns do not speak for themselves, the import dialog asks. @pasted is called with
 * the first new row when they are in, unless @widget is gone. */
typedef void (*LtPastedFunc) (GtkWidget *widget, LtItem *first);

void lt_paste_rows         (GtkWidget *widget, LtDocument *document, LtPlan *plan, LtItem *anchor,
                            LtPastedFunc pasted);

/* The edit itself, for whoever has looked at @draft, which came of @import. The first new row,
 * borrowed; NULL on error. */
LtItem *lt_paste_rows_take (LtDocument *document, LtPlan *plan, LtItem *anchor, LtTableImport *import,
                            LtImportDraft *draft, GError **error);

G_END_DECLS
