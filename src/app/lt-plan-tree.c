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

static GtkTreeListRow *
find_row (GListModel *models, GtkTreeListRow *parent, GtkTreeListModel *tree, gpointer item)
{
  if (LT_IS_MATCH_LIST (models))
    {
      guint index = lt_match_list_find (LT_MATCH_LIST (models), item);

      if (index == G_MAXUINT)
        return NULL;
      return parent ? gtk_tree_list_row_get_child_row (parent, index) : gtk_tree_list_model_get_child_row (tree, index);
    }
  for (guint i = 0; i < g_list_model_get_n_items (models); i++)
    {
      g_autoptr (GObject) child = g_list_model_get_item (models, i);

      if (child == item)
        return parent ? gtk_tree_list_row_get_child_row (parent, i) : gtk_tree_list_model_get_child_row (tree, i);
    }
  return NULL;
}

static GtkTreeListRow *
get_row (GtkTreeListModel *tree, LtItem *item)
{
  g_autoptr (GtkTreeListRow) parent = NULL;
  LtItem *above = lt_item_get_parent (item);

  if (LT_IS_INITIATIVE (item))
    return find_row (gtk_tree_list_model_get_model (tree), NULL, tree, item);
  parent = above ? get_row (tree, above) : NULL;
  if (parent == NULL)
    return NULL;
  gtk_tree_list_row_set_expanded (parent, TRUE);
  return find_row (gtk_tree_list_row_get_children (parent), parent, tree, item);
}

guint
lt_plan_tree_find (GtkTreeListModel *tree, LtItem *item)
{
  g_autoptr (GtkTreeListRow) row = get_row (tree, item);

  return row ? gtk_tree_list_row_get_position (row) : G_MAXUINT;
}
