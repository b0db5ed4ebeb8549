/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-plan-merge.h"
#include "store/lt-document.h"

G_BEGIN_DECLS

/* Each is one edit. @label is made by lt_label_new(). */

/* Adds the plans of a draft at the end; its agencies stay behind. */
gboolean lt_document_take_plans    (LtDocument *self, LtBook *draft, const char *label, GError **error);
/* Makes those of @changes (element-type LtMergeChange) that are chosen; they must have
 * been told from the book as it stands. */
gboolean lt_document_apply_changes (LtDocument *self, GPtrArray *changes, const char *label, GError **error);

G_END_DECLS
