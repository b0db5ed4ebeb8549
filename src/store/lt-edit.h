/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-book.h"

G_BEGIN_DECLS

/* A named edit under way: one transaction. Nothing shows in memory before
 * lt_edit_commit(); after a failed step the edit must be aborted. Positions are
 * told by the sibling that stands behind (NULL: at the end), so that several
 * insertions in one edit come out in the order they were made. */
typedef struct _LtEdit LtEdit;

/* A row's state and percent are what was declared last. A report (LtReport of an
 * assignment) that is inserted or changed so that it is the newest of its row sets
 * both, where it says them, in the same edit; one of an earlier day does not. Where the
 * newest is removed, the row goes back to what the newest left says, unless somebody
 * has set it by hand since. Reports of an outcome set nothing. */

gboolean lt_edit_set    (LtEdit *edit, LtItem *item, const char *field, const char *value, GError **error);
/* The draft's ids are kept where they are free in the file. Returns the id that
 * the row got, 0 on error. */
gint64   lt_edit_insert (LtEdit *edit, LtItem *parent, LtItem *before, LtItem *draft, GError **error);
gboolean lt_edit_remove (LtEdit *edit, LtItem *item, GError **error);
gboolean lt_edit_move   (LtEdit *edit, LtItem *item, LtItem *parent, LtItem *before, GError **error);
/* Ends the edit and frees it in either case; on error nothing was changed. An
 * edit that changed nothing leaves no trace. */
gboolean lt_edit_commit (LtEdit *edit, GError **error);
void     lt_edit_abort  (LtEdit *edit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtEdit, lt_edit_abort)

G_END_DECLS
