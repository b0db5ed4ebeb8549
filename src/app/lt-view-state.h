/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-coordination-graph.h"
#include "plan/lt-filter.h"
#include "store/lt-document.h"

G_BEGIN_DECLS

/* What the pages that show one file have in common, so that going from one to
 * another loses nothing. Properties, all with notify: "query", the words that are
 * searched (never NULL); "item", the id of the row that is selected, 0 for none;
 * "names", an LtNames as int: under which names agencies are counted and drawn; "as-of",
 * the LtDay as of which work counts as late, LT_DAY_NONE for today, whichever day that is;
 * "soon-days", how many days ahead of it work counts as due soon: follows the settings. */
#define LT_TYPE_VIEW_STATE (lt_view_state_get_type ())
G_DECLARE_FINAL_TYPE (LtViewState, lt_view_state, LT, VIEW_STATE, GObject)

/* The one of @document, borrowed, made at the first call. */
LtViewState *lt_view_state_get       (LtDocument *document);

const char  *lt_view_state_get_query (LtViewState *self);
void         lt_view_state_set_query (LtViewState *self, const char *query);
gint64       lt_view_state_get_item  (LtViewState *self);
void         lt_view_state_set_item  (LtViewState *self, gint64 id);
LtNames      lt_view_state_get_names (LtViewState *self);
void         lt_view_state_set_names (LtViewState *self, LtNames names);
LtDay        lt_view_state_get_as_of (LtViewState *self);
void         lt_view_state_set_as_of (LtViewState *self, LtDay day);
/* That day, or today. */
LtDay        lt_view_state_get_day   (LtViewState *self);
int          lt_view_state_get_soon_days (LtViewState *self);
/* Which assignments the pages show; borrowed, and set by whoever wants to show some. */
LtFilter    *lt_view_state_get_filter (LtViewState *self);
/* Takes the words and the filter away. */
void         lt_view_state_show_all  (LtViewState *self);

G_END_DECLS
