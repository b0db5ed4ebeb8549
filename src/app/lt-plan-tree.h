/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "plan/lt-plan.h"

G_BEGIN_DECLS

/* The rows of the table: models, below them their assignments, below those
 * their results. */

/* Everything in the plan; follows its changes. */
GtkTreeListModel *lt_plan_tree_new             (LtPlan *plan);
/* Those of @matches that are of @plan: only they can be shown. (transfer container)
 * (element-type LtAssignment) */
GPtrArray        *lt_plan_tree_take_own        (GPtrArray *matches, LtPlan *plan);
/* Only these (element-type LtAssignment), in this order, which is the plan's, below their
 * models; shown as they were found. Many of them come into the tree a moment later. @held
 * keeps them alive. */
GtkTreeListModel *lt_plan_tree_new_for_matches (GPtrArray *assignments, GPtrArray *held);
/* Takes the reference. The rows go in an idle moment, not between a keystroke and what it
 * finds: there may be a hundred thousand. */
void              lt_plan_tree_give_up         (GtkTreeListModel *tree);
/* Borrowed; NULL beyond the end. */
LtItem           *lt_plan_tree_get_item        (GtkTreeListModel *tree, guint position);
/* Where @item stands; rows above it are opened. G_MAXUINT if it is not there. */
guint             lt_plan_tree_find            (GtkTreeListModel *tree, LtItem *item);
/* Whether @item is one of many matches and comes into the tree by itself a moment later. */
gboolean          lt_plan_tree_is_coming       (GtkTreeListModel *tree, LtItem *item);

G_END_DECLS
