/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "plan/lt-plan.h"

G_BEGIN_DECLS

/* The rows of the table: models, below them their assignments, below those
 * their results. */

/* Everything in the plan; follows its changes. */
GtkTreeListModel *lt_plan_tree_new             (LtPlan *plan);
/* Only these (element-type LtAssignment, with references), in this order, below
 * their models. They are held, and shown as they were found. */
GtkTreeListModel *lt_plan_tree_new_for_matches (GPtrArray *assignments);
/* Borrowed; NULL beyond the end. */
LtItem           *lt_plan_tree_get_item        (GtkTreeListModel *tree, guint position);
/* Where @item stands; rows above it are opened. G_MAXUINT if it is not there. */
guint             lt_plan_tree_find            (GtkTreeListModel *tree, LtItem *item);

G_END_DECLS
