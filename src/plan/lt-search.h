/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-book.h"

G_BEGIN_DECLS

/* Finds assignments by words that stand anywhere in their row of the appendix:
 * the plan's title, the model's name, the results, the deadline, the agencies,
 * the note; without regard to case and marks.
 *
 * It works on an index that it makes in slices of a few milliseconds whenever the
 * main loop is idle; until then it finds among the rows that it has. Whoever
 * changes the book tells it by lt_search_refresh(), which is at once: a row that
 * changed is indexed anew behind the others, and its old entry is dead.
 *
 * Signal "complete": the index has caught up; what was found before may lack rows. */
#define LT_TYPE_SEARCH (lt_search_get_type ())
G_DECLARE_FINAL_TYPE (LtSearch, lt_search, LT, SEARCH, GObject)

LtSearch  *lt_search_new          (LtBook *book);
/* Finishes the index now. */
void       lt_search_complete     (LtSearch *self);
gboolean   lt_search_is_complete  (LtSearch *self);
/* @item, something in it, or which things are in it, has changed. For what is
 * gone, tell of its parent. */
void       lt_search_refresh      (LtSearch *self, LtItem *item);
/* Forgets everything and begins anew: cheaper after thousands of changes. */
void       lt_search_restart      (LtSearch *self);
/* The assignments that hold every word of @query, in the order of the book.
 * (transfer container) (element-type LtAssignment); empty for a query without words. */
GPtrArray *lt_search_find         (LtSearch *self, const char *query);
/* As long as it is held, nothing goes that has been found until now. (transfer full) */
GPtrArray *lt_search_hold         (LtSearch *self);

G_END_DECLS
