/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A label for the cell of a list: one line, cut where it does not fit, and then told in
 * full when the pointer rests on it. (A hint set on each cell would ask the display where
 * the pointer is every time that a cell is filled.) */
GtkWidget *lt_list_label_new (float xalign);

/* What a screen reader says of the whole row of a list that shows several labels; to be
 * called when the row is filled. */
void       lt_list_row_set_name (GtkListItem *row, const char *name);

G_END_DECLS
