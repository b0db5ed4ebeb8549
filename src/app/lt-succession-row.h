/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* One successor of an agency, to be changed and removed: who, since when, a part or
 * all, how certain, and a note. */
#define LT_TYPE_SUCCESSION_ROW (lt_succession_row_get_type ())
G_DECLARE_FINAL_TYPE (LtSuccessionRow, lt_succession_row, LT, SUCCESSION_ROW, GtkWidget)

GtkWidget    *lt_succession_row_new            (LtDocument *document, LtSuccession *succession);
LtSuccession *lt_succession_row_get_succession (LtSuccessionRow *self);
/* FALSE if the document refused what was typed. */
gboolean      lt_succession_row_commit         (LtSuccessionRow *self);

G_END_DECLS
