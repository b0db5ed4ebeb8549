/* SPDX-License-Identifier: MIT */
#include "app/lt-chosen-rows.h"

#include "app/lt-search-feed.h"
#include "app/lt-view-state.h"
#include "plan/lt-agency-use.h"

/* NULL where nothing is searched. */
static GPtrArray *
search (LtDocument *document)
{
  g_autofree char *query = g_strstrip (g_strdup (lt_view_state_get_query (lt_view_state_get (document))));

  return *query != '\0' ? lt_search_find (lt_search_feed_get (document), query) : NULL;
}

static GPtrArray *
list_rows (LtDocument *document)
{
  GPtrArray *found = search (document);

  return found ? found : lt_book_gather_assignments (lt_document_get_book (document));
}

GPtrArray *
lt_chosen_rows_find (LtDocument *document)
{
  LtViewState *state = lt_view_state_get (document);
  LtFilter *filter = lt_view_state_get_filter (state);
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *chosen;

  if (lt_filter_is_empty (filter))
    return search (document);
  rows = list_rows (document);
  chosen = g_ptr_array_new ();
  for (guint i = 0; i < rows->len; i++)
    if (lt_filter_accepts (filter, g_ptr_array_index (rows, i), lt_view_state_get_day (state)))
      g_ptr_array_add (chosen, g_ptr_array_index (rows, i));
  return chosen;
}

GPtrArray *
lt_chosen_rows_find_without (LtDocument *document, LtPlan *plan, LtFilterPart part)
{
  LtViewState *state = lt_view_state_get (document);
  LtFilter *filter = lt_view_state_get_filter (state);
  g_autoptr (GPtrArray) rows = list_rows (document);
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      LtItem *row = g_ptr_array_index (rows, i);

      if (lt_item_get_ancestor (row, LT_TYPE_PLAN) == plan
          && lt_filter_accepts_without (filter, part, LT_ASSIGNMENT (row), lt_view_state_get_day (state)))
        g_ptr_array_add (chosen, row);
    }
  return chosen;
}
