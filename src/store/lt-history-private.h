/* SPDX-License-Identifier: MIT */
#pragma once

#include "store/lt-database.h"
#include "store/lt-document.h"

G_BEGIN_DECLS

/* From a row of id, at, author, label, undoes; its kind is still that of an edit. */
LtHistoryEntry *_lt_history_entry_new      (LtStatement *statement);
void            _lt_history_entry_set_kind (LtHistoryEntry *self, LtHistoryKind kind);

/* The stored changeset of an entry, to be freed with g_free(). */
gboolean        _lt_history_read_changeset (LtDocument *self, gint64 id, gpointer *changeset, int *size,
                                            GError **error);

G_END_DECLS
