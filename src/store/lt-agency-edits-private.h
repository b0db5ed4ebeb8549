/* SPDX-License-Identifier: MIT */
#pragma once

#include "store/lt-agency-edits.h"

G_BEGIN_DECLS

/* Commits if @ok, aborts otherwise; what it returns is whether all went well. */
gboolean _lt_edit_finish (LtEdit *edit, gboolean ok, GError **error);
/* Words that several entries claim mean none of them, so the others than @agency (may
 * be NULL) give them up; the name of one is refused. */
gboolean _lt_edit_take_phrases (LtEdit *edit, LtItem *registry, const char *const *phrases, LtAgency *agency,
                                GError **error);
/* As lt_document_link_phrase(), as a step of an edit. @agency: an id of the file or
 * of a draft that the same edit inserts; 0 for none. */
gboolean _lt_edit_write_link (LtEdit *edit, LtAssignment *row, LtRole role, const char *phrase, LtLinkKind kind,
                              gint64 agency, GError **error);
/* As lt_document_name_phrases(), likewise. */
gboolean _lt_edit_name_phrases (LtEdit *edit, LtItem *registry, const char *const *phrases, LtAgency *agency,
                                GError **error);
/* Appends to @lines what of @more (lines, too) is not in @keys (match keys, owned), and
 * puts it there. */
void     _lt_names_add       (GString *lines, const char *more, GHashTable *keys);

G_END_DECLS
