/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-plan.h"

G_BEGIN_DECLS

typedef enum {
  LT_MERGE_SET,    /* a field gets other words */
  LT_MERGE_ADD,    /* a row that the plan does not have */
  LT_MERGE_REMOVE, /* a row that the other does not have; never chosen by itself */
} LtMergeKind;

/* One difference between a plan and a draft of it that came from elsewhere. */
typedef struct {
  LtMergeKind kind;
  LtItem *item;         /* a reference: what is changed or removed; the parent of what is added */
  const LtField *field; /* of SET */
  char *old;            /* in the form of files; NULL for none */
  char *value;
  LtItem *draft;        /* a reference: what is added, or where the new words stand; NULL of REMOVE */
  LtItem *before;       /* a reference: the sibling in front of which it is added; NULL: at the end */
  gboolean chosen;
} LtMergeChange;

/* Rows are matched by name, number and similar words. What the draft does not say (state,
 * percent, targets of known results, a blank title) is not a difference.
 * Returns: (transfer full) (element-type LtMergeChange) in the order of the plan */
GPtrArray *lt_plan_merge_compare (LtPlan *plan, LtPlan *draft);

/* How alike two texts are, from 0 to 1: shared syllables, without regard to case and marks. */
double     lt_plan_merge_liken   (const char *a, const char *b);

/* Where it is and what happens there ("2.1 · Lead agency", "New result in 2.1"), and the words
 * that it is about ("old → new"), for people. (transfer full) */
char      *lt_merge_change_dup_title (const LtMergeChange *change);
char      *lt_merge_change_dup_words (const LtMergeChange *change);

void       lt_merge_change_free  (gpointer change);

G_END_DECLS
