/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* One cell of the table: a line of text that becomes an entry while it is edited
 * (F2, Enter, double click). There are hundreds of cells and one of them at most
 * is edited, so the entry is made only then.
 *
 * Signal "next" (LtEditCellNext): the text is stored, and the person wants to go on. */
#define LT_TYPE_EDIT_CELL (lt_edit_cell_get_type ())
G_DECLARE_FINAL_TYPE (LtEditCell, lt_edit_cell, LT, EDIT_CELL, GtkWidget)

typedef enum {
  LT_EDIT_CELL_NEXT_DOWN,      /* Enter */
  LT_EDIT_CELL_NEXT_FORWARD,   /* Tab */
  LT_EDIT_CELL_NEXT_BACKWARD,  /* Shift+Tab */
} LtEditCellNext;

GtkWidget *lt_edit_cell_new           (void);
/* What an edit changes; @field is NULL for a cell that cannot be edited. */
void       lt_edit_cell_bind          (LtEditCell *self, LtDocument *document, LtItem *item, const char *field);
void       lt_edit_cell_unbind        (LtEditCell *self);
/* @style: a class of style.css, or NULL. @title: of the column, for screen readers. */
void       lt_edit_cell_set_text      (LtEditCell *self, const char *text, const char *style, const char *title);
const char *lt_edit_cell_get_text     (LtEditCell *self);
gboolean   lt_edit_cell_get_editable  (LtEditCell *self);
gboolean   lt_edit_cell_get_editing   (LtEditCell *self);
void       lt_edit_cell_start_editing (LtEditCell *self);
/* The entry while the cell is edited; NULL else. */
GtkEditable *lt_edit_cell_get_entry   (LtEditCell *self);
/* FALSE if the document refused the text; the cell is then still edited. */
gboolean   lt_edit_cell_commit        (LtEditCell *self);

G_END_DECLS
