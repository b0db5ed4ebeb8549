/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-agency-uses.h"

G_BEGIN_DECLS

/* The phrases of lead and coordination cells that nobody has settled, to be settled many
 * at a time; each act is one edit. */
#define LT_TYPE_OPEN_PHRASES (lt_open_phrases_get_type ())
G_DECLARE_FINAL_TYPE (LtOpenPhrases, lt_open_phrases, LT, OPEN_PHRASES, GtkWidget)

void  lt_open_phrases_set_document (LtOpenPhrases *self, LtDocument *document);
/* Looks again what is open; to be called after a change of the document. */
void  lt_open_phrases_refresh      (LtOpenPhrases *self);
guint lt_open_phrases_get_n        (LtOpenPhrases *self);
/* From @first on so many. */
void  lt_open_phrases_select       (LtOpenPhrases *self, guint first, guint n);

G_END_DECLS
