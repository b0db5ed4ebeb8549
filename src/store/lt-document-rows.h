/* SPDX-License-Identifier: MIT */
#pragma once

#include "store/lt-document.h"

G_BEGIN_DECLS

/* The models of @rows (a draft plan) behind @anchor, a row of @plan (NULL: at the end), as one
 * edit. @tasks: each model of the draft is one line of a table; where @anchor is an assignment or
 * a result they become assignments of its model, with their names first among the results.
 * Returns the id of the first that came in; 0 on error. @label is made by lt_label_new(). */
gint64 lt_document_insert_rows (LtDocument *self, LtPlan *plan, LtItem *anchor, LtPlan *rows, gboolean tasks,
                                const char *label, GError **error);

G_END_DECLS
