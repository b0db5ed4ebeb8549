/* SPDX-License-Identifier: MIT */
#include "app/lt-plan-tree.h"

#include "app/lt-match-list.h"
#include "plan/lt-initiative.h"

/* Opening every model of a plan costs a row for each assignment; beyond this many
 * models a person would not look through them anyway. */
#define MAX_OPEN 1000
/* While somebody types, every keystroke opens them anew. */
#define MAX_OPEN_MATCHES 100

/* Models, that is rows of the first level. */
static void
open_rows (GtkTreeListModel *tree, guint first, guint n)
{
  for (guint i = first; i < first + n; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (tree, i);

      if (row)
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static void
models_changed_cb (GListModel *models, guint position, guint removed, guint added, GtkTreeListModel *tree)
{
  if (g_list_model_get_n_items (models) <= MAX_OPEN)
    open_rows (tree, position, added);
}

static GListModel *
create_children (gpointer item, gpointer data)
{
  return LT_IS_OUTCOME (item) ? NULL : g_object_ref (G_LIST_MODEL (item));
}

GtkTreeListModel *
lt_plan_tree_new (LtPlan *plan)
{
  GtkTreeListModel *tree = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (plan)), FALSE, FALSE,
                                                    create_children, NULL, NULL);
  guint n = lt_item_get_n_children (LT_ITEM (plan));

  if (n <= MAX_OPEN)
    open_rows (tree, 0, n);
  /* After the tree's own handler, which makes the rows. */
  g_signal_connect_object (plan, "items-changed", G_CALLBACK (models_changed_cb), tree, G_CONNECT_AFTER);
  return tree;
}

typedef struct {
  LtMatchList *models;
  GPtrArray *held;
} Matches;

static void
free_matches (gpointer data)
{
  Matches *matches = data;

  g_object_unref (matches->models);
  g_ptr_array_unref (matches->held);
  g_free (matches);
}

/* Those that come a moment later are open like the first ones. */
static void
more_models_cb (GListModel *models, guint position, guint removed, guint added, GtkTreeListModel *tree)
{
  if (position < MAX_OPEN_MATCHES)
    open_rows (tree, position, MIN (added, MAX_OPEN_MATCHES - position));
}

static GListModel *
create_match_children (gpointer item, gpointer data)
{
  Matches *matches = data;
  LtMatchList *children = LT_IS_INITIATIVE (item) ? lt_match_list_new_children (matches->models, item) : NULL;

  return children ? G_LIST_MODEL (children) : create_children (item, NULL);
}

GPtrArray *
lt_plan_tree_take_own (GPtrArray *matches, LtPlan *plan)
{
  LtItem *book = lt_item_get_parent (LT_ITEM (plan));
  GPtrArray *own;
  LtItem *last = NULL;
  gboolean is_own = FALSE;

  /* A look at every row would cost more than the search itself. */
  if (book && lt_item_get_n_children (book) == 1)
    return g_ptr_array_ref (matches);
  own = g_ptr_array_sized_new (matches->len);
  for (guint i = 0; i < matches->len; i++)
    {
      LtItem *item = g_ptr_array_index (matches, i);
      LtItem *model = lt_item_get_parent (item);

      if (model == NULL || model != last)
        is_own = lt_item_get_ancestor (item, LT_TYPE_PLAN) == plan;
      last = model;
      if (is_own)
        g_ptr_array_add (own, item);
    }
  return own;
}

GtkTreeListModel *
lt_plan_tree_new_for_matches (GPtrArray *assignments, GPtrArray *held)
{
  Matches *matches = g_new0 (Matches, 1);
  GtkTreeListModel *tree;

  matches->models = lt_match_list_new_models (assignments);
  matches->held = g_ptr_array_ref (held);
  tree = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (matches->models)), FALSE, FALSE, create_match_children,
                                  matches, free_matches);
  open_rows (tree, 0, MIN (g_list_model_get_n_items (G_LIST_MODEL (matches->models)), MAX_OPEN_MATCHES));
  g_signal_connect_object (matches->models, "items-changed", G_CALLBACK (more_models_cb), tree, G_CONNECT_AFTER);
  return tree;
}

static gboolean
give_up_cb (gpointer data)
{
  return G_SOURCE_REMOVE;
}

void
lt_plan_tree_give_up (GtkTreeListModel *tree)
{
  g_idle_add_full (G_PRIORITY_LOW, give_up_cb, tree, g_object_unref);
}

LtItem *
lt_plan_tree_get_item (GtkTreeListModel *tree, guint position)
{
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (tree, position);
  g_autoptr (LtItem) item = row ? gtk_tree_list_row_get_item (row) : NULL;

  return item;
}

/* Where @item stands in one of the tree's lists. Where these grow: @coming is NULL to make them
 * grow as far as needed, or else set to TRUE if it is not there yet. */
static guint
find_index (GListModel *list, LtItem *item, gboolean *coming)
{
  if (!LT_IS_MATCH_LIST (list))
    return lt_item_get_parent (item) == LT_ITEM (list) ? lt_item_get_index (item) : G_MAXUINT;
  if (coming && lt_match_list_is_coming (LT_MATCH_LIST (list), item))
    {
      *coming = TRUE;
      return G_MAXUINT;
    }
  return lt_match_list_find (LT_MATCH_LIST (list), item);
}

static GtkTreeListRow *
get_row (GtkTreeListModel *tree, LtItem *item, gboolean *coming)
{
  g_autoptr (GtkTreeListRow) parent = NULL;
  LtItem *above = lt_item_get_parent (item);
  guint index;

  if (LT_IS_INITIATIVE (item))
    {
      index = find_index (gtk_tree_list_model_get_model (tree), item, coming);
      return index != G_MAXUINT ? gtk_tree_list_model_get_child_row (tree, index) : NULL;
    }
  parent = above ? get_row (tree, above, coming) : NULL;
  if (parent == NULL)
    return NULL;
  gtk_tree_list_row_set_expanded (parent, TRUE);
  index = find_index (gtk_tree_list_row_get_children (parent), item, coming);
  return index != G_MAXUINT ? gtk_tree_list_row_get_child_row (parent, index) : NULL;
}

guint
lt_plan_tree_find (GtkTreeListModel *tree, LtItem *item)
{
  g_autoptr (GtkTreeListRow) row = get_row (tree, item, NULL);

  return row ? gtk_tree_list_row_get_position (row) : G_MAXUINT;
}

gboolean
lt_plan_tree_is_coming (GtkTreeListModel *tree, LtItem *item)
{
  gboolean coming = FALSE;
  g_autoptr (GtkTreeListRow) row = NULL;

  if (LT_IS_MATCH_LIST (gtk_tree_list_model_get_model (tree)))
    row = get_row (tree, item, &coming);
  return coming;
}
