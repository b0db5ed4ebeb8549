/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-field-entry.h"

G_BEGIN_DECLS

/* The issued words of a deadline and, while they are typed, what they mean. */
#define LT_TYPE_DEADLINE_ENTRY (lt_deadline_entry_get_type ())
G_DECLARE_FINAL_TYPE (LtDeadlineEntry, lt_deadline_entry, LT, DEADLINE_ENTRY, GtkWidget)

void          lt_deadline_entry_set_item    (LtDeadlineEntry *self, LtDocument *document, LtAssignment *item);
gboolean      lt_deadline_entry_commit      (LtDeadlineEntry *self);
LtFieldEntry *lt_deadline_entry_get_words   (LtDeadlineEntry *self);
const char   *lt_deadline_entry_get_meaning (LtDeadlineEntry *self);

G_END_DECLS
