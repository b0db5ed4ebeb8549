/* SPDX-License-Identifier: MIT */
#include "app/lt-plan-tree.h"

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
  GPtrArray *assignments;
  GHashTable *firsts; /* initiative -> where its matches begin + 1 */
} Matches;

static void
free_matches (gpointer data)
{
  Matches *matches = data;

  g_ptr_array_unref (matches->assignments);
  g_hash_table_unref (matches->firsts);
  g_free (matches);
}

static GListModel *
create_match_children (gpointer item, gpointer data)
{
  Matches *matches = data;
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (matches->firsts, item));
  guint end = first;
  GListStore *children;

  if (!LT_IS_INITIATIVE (item) || first == 0)
    return create_children (item, NULL);
  while (end < matches->assignments->len
         && lt_item_get_parent (g_ptr_array_index (matches->assignments, end)) == item)
    end++;
  children = g_list_store_new (LT_TYPE_ASSIGNMENT);
  g_list_store_splice (children, 0, 0, matches->assignments->pdata + first - 1, end - first + 1);
  return G_LIST_MODEL (children);
}

GtkTreeListModel *
lt_plan_tree_new_for_matches (GPtrArray *assignments)
{
  GListStore *models = g_list_store_new (LT_TYPE_INITIATIVE);
  g_autoptr (GPtrArray) parents = g_ptr_array_new ();
  Matches *matches = g_new (Matches, 1);
  GtkTreeListModel *tree;
  LtItem *last = NULL;

  matches->assignments = g_ptr_array_ref (assignments);
  matches->firsts = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < assignments->len; i++)
    {
      LtItem *model = lt_item_get_parent (g_ptr_array_index (assignments, i));

      if (model == last)
        continue;
      g_ptr_array_add (parents, model);
      g_hash_table_insert (matches->firsts, model, GUINT_TO_POINTER (i + 1));
      last = model;
    }
  g_list_store_splice (models, 0, 0, parents->pdata, parents->len);
  tree = gtk_tree_list_model_new (G_LIST_MODEL (models), FALSE, FALSE, create_match_children, matches, free_matches);
  open_rows (tree, 0, MIN (parents->len, MAX_OPEN_MATCHES));
  return tree;
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
