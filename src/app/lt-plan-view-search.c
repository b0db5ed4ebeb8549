/* SPDX-License-Identifier: MIT */
#include "app/lt-plan-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/lt-chosen-rows.h"
#include "app/lt-plan-tree.h"
#include "app/lt-search-feed.h"
#include "app/lt-view-state.h"
#include "plan/lt-agency-use.h"

void
_lt_plan_view_stop_selecting (LtPlanView *self)
{
  g_clear_handle_id (&self->select_later, g_source_remove);
  g_clear_object (&self->to_select);
}

static gboolean
select_later_cb (gpointer data)
{
  LtPlanView *self = data;
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (LtItem) item = NULL;

  /* A person may have selected another one meanwhile. */
  if (self->tree && gtk_bitset_is_empty (selected))
    {
      if (lt_plan_tree_is_coming (self->tree, self->to_select))
        return G_SOURCE_CONTINUE;
      item = g_steal_pointer (&self->to_select);
    }
  self->select_later = 0;
  g_clear_object (&self->to_select);
  if (item)
    _lt_plan_view_select (self, item);
  return G_SOURCE_REMOVE;
}

/* To make the table grow up to a row that is far down would cost more than the search. */
static void
select_again (LtPlanView *self, LtItem *item)
{
  if (!lt_plan_tree_is_coming (self->tree, item))
    {
      _lt_plan_view_select (self, item);
      return;
    }
  self->to_select = g_object_ref (item);
  self->select_later = g_idle_add_full (G_PRIORITY_LOW, select_later_cb, self, NULL);
}

/* The only selected row, or the one that is to be; NULL for none and for many. */
static LtItem *
dup_selected (LtPlanView *self)
{
  g_autoptr (GPtrArray) selected = _lt_plan_view_list_selected (self);

  if (selected->len > 0)
    return selected->len == 1 ? g_object_ref (g_ptr_array_index (selected, 0)) : NULL;
  return self->to_select ? g_object_ref (self->to_select) : NULL;
}

static void
show_tree (LtPlanView *self, GtkTreeListModel *tree)
{
  g_autoptr (LtItem) selected = NULL;

  if (self->tree == tree)
    return;
  selected = dup_selected (self);
  _lt_plan_view_stop_selecting (self);
  if (self->tree)
    lt_plan_tree_give_up (self->tree);
  self->tree = tree ? g_object_ref (tree) : NULL;
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (tree));
  if (tree && selected)
    select_again (self, selected);
}

static gboolean
are_equal (GPtrArray *a, GPtrArray *b)
{
  return a && b && a->len == b->len
         && (a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof (gpointer)) == 0);
}

/* The search has references to its rows; to take one to each anew at every keystroke would
 * cost more than the search. */
static GPtrArray *
hold (LtPlanView *self, GPtrArray *matches)
{
  GPtrArray *held;

  if (lt_filter_is_empty (lt_view_state_get_filter (lt_view_state_get (self->document))))
    return lt_search_hold (lt_search_feed_get (self->document));
  held = g_ptr_array_new_full (matches->len, g_object_unref);
  for (guint i = 0; i < matches->len; i++)
    g_ptr_array_add (held, g_object_ref (g_ptr_array_index (matches, i)));
  return held;
}

/* Rows stay as they are while the same ones are found: one of them may just be clicked. */
static void
show_matches (LtPlanView *self, GPtrArray *matches)
{
  g_autoptr (GtkTreeListModel) tree = NULL;
  g_autoptr (GPtrArray) held = NULL;

  if (are_equal (matches, self->matches))
    return;
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  self->matches = g_ptr_array_ref (matches);
  held = hold (self, matches);
  tree = lt_plan_tree_new_for_matches (matches, held);
  show_tree (self, tree);
}

static void
show_count (LtPlanView *self, guint n_own, guint n_others)
{
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u assignment found",
                                                         "%u assignments found", n_own), n_own);
  g_autofree char *others = NULL;
  g_autofree char *text = NULL;

  if (n_others)
    {
      others = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more in other plans", "%u more in other plans",
                                             n_others), n_others);
      /* Translators: "5 assignments found", "2 more in other plans" */
      text = g_strdup_printf (_("%s, %s"), count, others);
    }
  gtk_label_set_label (self->search_count, text ? text : count);
  gtk_widget_show (GTK_WIDGET (self->search_count));
}

static LtItem *
find_kept (LtPlanView *self)
{
  g_autoptr (GPtrArray) selected = _lt_plan_view_list_selected (self);
  LtItem *row = selected->len ? lt_item_get_ancestor (g_ptr_array_index (selected, 0), LT_TYPE_ASSIGNMENT) : NULL;

  return row && self->matches && g_ptr_array_find (self->matches, row, NULL) ? row : NULL;
}

/* In the order of the book. */
static GPtrArray *
add_row (LtPlanView *self, GPtrArray *rows, LtItem *added)
{
  g_autoptr (GPtrArray) all = lt_book_gather_assignments (lt_document_get_book (self->document));
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  GPtrArray *result = g_ptr_array_new ();

  g_hash_table_add (wanted, added);
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (wanted, g_ptr_array_index (rows, i));
  for (guint i = 0; i < all->len; i++)
    if (g_hash_table_contains (wanted, g_ptr_array_index (all, i)))
      g_ptr_array_add (result, g_ptr_array_index (all, i));
  return result;
}

/* NULL where every row is shown. */
static GPtrArray *
find_matches (LtPlanView *self, gboolean keep)
{
  GPtrArray *matches = self->plan ? lt_chosen_rows_find (self->document) : NULL;
  LtItem *kept = keep && matches ? find_kept (self) : NULL;
  GPtrArray *more;

  if (kept == NULL || g_ptr_array_find (matches, kept, NULL)
      || lt_filter_is_empty (lt_view_state_get_filter (lt_view_state_get (self->document))))
    return matches;
  more = add_row (self, matches, kept);
  g_ptr_array_unref (matches);
  return more;
}

/* The pages that stand in for the table are seldom seen, and their large icons costly. */
static void
show_page (LtPlanView *self, const char *name)
{
  if (gtk_stack_get_child_by_name (self->table_stack, name) == NULL)
    {
      g_autoptr (GtkBuilder) builder
        = gtk_builder_new_from_resource ("/io/github/lotrinh/LoTrinh/ui/plan-placeholders.ui");

      gtk_stack_add_named (self->table_stack, GTK_WIDGET (gtk_builder_get_object (builder, name)), name);
    }
  gtk_stack_set_visible_child_name (self->table_stack, name);
}

void
_lt_plan_view_update_search (LtPlanView *self, gboolean keep)
{
  g_autoptr (GPtrArray) matches = find_matches (self, keep);
  const char *shown = "table";

  if (matches == NULL)
    {
      gtk_widget_hide (GTK_WIDGET (self->search_count));
      g_clear_pointer (&self->matches, g_ptr_array_unref);
      show_tree (self, self->whole);
      if (self->plan == NULL || lt_item_get_n_children (LT_ITEM (self->plan)) == 0)
        shown = self->plan ? "empty" : "no-plan";
    }
  else
    {
      g_autoptr (GPtrArray) own = lt_plan_tree_take_own (matches, self->plan);

      show_matches (self, own);
      show_count (self, own->len, matches->len - own->len);
      if (own->len == 0)
        shown = "nothing";
    }
  show_page (self, shown);
}
