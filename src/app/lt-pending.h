/* SPDX-License-Identifier: MIT */
#pragma once

#include "store/lt-document.h"

G_BEGIN_DECLS

/* Typed texts that the document refused (a full disk, a date that is none). They
 * stay beside the document, so that going to another row loses nothing: the
 * entry of that field shows its text again, with the reason beneath. */

typedef struct {
  char *text;
  char *reason;
} LtPendingText;

void                 lt_pending_put    (LtDocument *document, LtItem *item, const char *field,
                                        const char *text, const char *reason);
/* NULL if there is none; borrowed until the next change. */
const LtPendingText *lt_pending_get    (LtDocument *document, LtItem *item, const char *field);
void                 lt_pending_drop   (LtDocument *document, LtItem *item, const char *field);
/* Texts of rows that are still in the file. */
guint                lt_pending_count  (LtDocument *document);

G_END_DECLS
