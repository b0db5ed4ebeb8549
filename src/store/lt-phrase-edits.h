/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-agency-use.h"
#include "store/lt-document.h"

G_BEGIN_DECLS

/* Open phrases settled many at a time, each act one named edit. What is said of one
 * agency for several phrases stands in lt-agency-edits.h. */

/* Each phrase becomes a variant of what the parser would take it for; those without a
 * suggestion are left open. @phrases: (element-type LtOpenPhrase) */
gboolean lt_document_accept_phrases   (LtDocument *self, GPtrArray *phrases, GError **error);
/* An agency of its own for each phrase (NULL-ended), named by it. */
gboolean lt_document_add_agencies_for (LtDocument *self, const char *const *phrases, GError **error);
/* The phrases name nobody, in every row that holds them now; and in rows that come to hold them, as long as
 * it is true of all others that do. */
gboolean lt_document_dismiss_phrases  (LtDocument *self, const char *const *phrases, GError **error);

G_END_DECLS
