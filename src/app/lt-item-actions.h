/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* What the table and the form both do to rows: one edit each, told to the person
 * by a toast or, when it fails, by a dialog. @widget is where it was asked for. */

/* "Model 2", "Assignment 2.1", "Result 2.1.3"; an outcome's number counts from 1. (transfer full) */
char     *lt_item_actions_dup_name  (LtItem *item);

/* Borrowed; NULL if it failed. */
LtItem   *lt_item_actions_add       (GtkWidget *widget, LtDocument *document, LtItem *parent, LtItem *before,
                                     LtItem *draft);
LtItem   *lt_item_actions_duplicate (GtkWidget *widget, LtDocument *document, LtItem *item);
/* @items: (element-type LtItem) */
gboolean  lt_item_actions_remove    (GtkWidget *widget, LtDocument *document, GPtrArray *items);
/* One place up (-1) or down (1). An assignment at the edge of its model goes over
 * into the next one. FALSE if there is nowhere to go. */
gboolean  lt_item_actions_move      (GtkWidget *widget, LtDocument *document, LtItem *item, int step);
gboolean  lt_item_actions_move_to   (GtkWidget *widget, LtDocument *document, LtItem *item, LtItem *parent,
                                     LtItem *before);

G_END_DECLS
