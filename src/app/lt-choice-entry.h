/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* One field of an item that takes one of a few words: a caption and a list to choose
 * from. What is chosen is stored at once. Construct property: "field". */
#define LT_TYPE_CHOICE_ENTRY (lt_choice_entry_get_type ())
G_DECLARE_FINAL_TYPE (LtChoiceEntry, lt_choice_entry, LT, CHOICE_ENTRY, GtkWidget)

GtkWidget   *lt_choice_entry_new          (const char *field);
/* Both may be NULL. */
void         lt_choice_entry_set_item     (LtChoiceEntry *self, LtDocument *document, LtItem *item);
GtkDropDown *lt_choice_entry_get_list     (LtChoiceEntry *self);

G_END_DECLS
