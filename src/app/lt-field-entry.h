/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* One field of an item, to be typed: a caption, a box that grows with its text,
 * and beneath it why the document refused what was typed. The text is stored
 * when the focus leaves, by Enter, and by lt_field_entry_commit(); Escape takes
 * back what was typed.
 *
 * Properties: "field" (name), "title" (the field's own if not given), "lines"
 * (Enter begins a new line instead), "bare" (no caption: its neighbours tell). Signal "edited": the text changed, by
 * typing or because another item is shown. */
#define LT_TYPE_FIELD_ENTRY (lt_field_entry_get_type ())
G_DECLARE_FINAL_TYPE (LtFieldEntry, lt_field_entry, LT, FIELD_ENTRY, GtkWidget)

GtkWidget *lt_field_entry_new       (const char *field);
/* Stores what was typed for the item shown before. Both may be NULL. */
void       lt_field_entry_set_item  (LtFieldEntry *self, LtDocument *document, LtItem *item);
LtItem    *lt_field_entry_get_item  (LtFieldEntry *self);
/* FALSE if the document refused the text, which then stays. */
gboolean   lt_field_entry_commit    (LtFieldEntry *self);
char      *lt_field_entry_dup_text  (LtFieldEntry *self);
/* As if it had been typed. */
void       lt_field_entry_set_text  (LtFieldEntry *self, const char *text);

G_END_DECLS
