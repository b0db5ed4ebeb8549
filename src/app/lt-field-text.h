/* SPDX-License-Identifier: MIT */
#pragma once

#include "store/lt-document.h"

G_BEGIN_DECLS

/* A value as a person reads and types it: days in the official short form. */
char     *lt_field_text_dup    (LtItem *item, const LtField *field);
/* Stores what a person typed. */
gboolean  lt_field_text_store  (LtDocument *document, LtItem *item, const LtField *field,
                                const char *text, GError **error);

G_END_DECLS
