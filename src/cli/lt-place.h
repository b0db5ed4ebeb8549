/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-baseline.h"
#include "plan/lt-book.h"

G_BEGIN_DECLS

/* What a PATH of the command line means: "2.1.3" an item, "2.1.deadline" a field
 * of one, "title" a field of the plan. What leads nowhere is an LT_CLI_ERROR that
 * says how far it leads. */

/* The plan that is the @number-th of the file, from 1; borrowed. */
LtPlan  *lt_place_find_plan  (LtBook *book, int number, GError **error);
/* Borrowed; the empty path is not an item. */
LtItem  *lt_place_find_item  (LtPlan *plan, const char *path, GError **error);
LtItem  *lt_place_find_field (LtPlan *plan, const char *path, const LtField **field, GError **error);
/* Where a new item would stand: among the children of the result, before @before
 * (NULL: behind the last). */
LtItem  *lt_place_find_slot  (LtItem *plan, const char *path, LtItem **before, GError **error);

/* The baseline of that name, the newest where it is ""; borrowed. */
LtBaseline *lt_place_find_baseline (LtPlan *plan, const char *name, GError **error);

/* What a person types for a value, in the form that lt_document_set() takes:
 * states and choices by their words too, yes and no, a decimal comma, "50%". What
 * is none of these is left as it is. */
char    *lt_place_dup_value  (const LtField *field, const char *words);

G_END_DECLS
