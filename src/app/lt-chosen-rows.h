/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-filter.h"
#include "store/lt-document.h"

G_BEGIN_DECLS

/* The assignments of @document that hold the words that are searched and that its filter
 * accepts, in the order of the book; NULL where neither is set.
 * (transfer container) (element-type LtAssignment) */
GPtrArray *lt_chosen_rows_find         (LtDocument *document);
/* Those of @plan that would be left if that part of the filter were not set: never NULL. */
GPtrArray *lt_chosen_rows_find_without (LtDocument *document, LtPlan *plan, LtFilterPart part);

G_END_DECLS
