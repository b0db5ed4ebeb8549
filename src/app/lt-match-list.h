/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-initiative.h"

G_BEGIN_DECLS

/* The rows of a search as lists, which begin with what a screen shows and grow in idle moments:
 * a keystroke costs the same whether it finds a hundred rows or a hundred thousand. */
#define LT_TYPE_MATCH_LIST (lt_match_list_get_type ())
G_DECLARE_FINAL_TYPE (LtMatchList, lt_match_list, LT, MATCH_LIST, GObject)

/* The models of @assignments (element-type LtAssignment), which stand in the order of their
 * plan. Whoever makes the list keeps them alive as long as it. */
LtMatchList *lt_match_list_new_models   (GPtrArray *assignments);
/* Those of @model, as the model at @index of that list; NULL if it is not there. */
LtMatchList *lt_match_list_new_children (LtMatchList *models, LtItem *model);
/* Where @item stands; the list grows as far as needed. G_MAXUINT if it is not there. */
guint        lt_match_list_find         (LtMatchList *self, LtItem *item);
/* Whether @item is to stand there, but the list has not grown that far. */
gboolean     lt_match_list_is_coming    (LtMatchList *self, LtItem *item);
/* Grows to the end now. */
void         lt_match_list_complete     (LtMatchList *self);

G_END_DECLS
