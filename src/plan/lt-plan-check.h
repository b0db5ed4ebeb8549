/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-book.h"

G_BEGIN_DECLS

/* What a person should look at again. A plan may be issued with any of these:
 * the words are law, so nothing here is an error. */
typedef enum {
  LT_ODDITY_NO_TITLE,
  LT_ODDITY_NO_NAME,
  LT_ODDITY_SAME_NAME,
  LT_ODDITY_NO_ASSIGNMENT,
  LT_ODDITY_NO_OUTCOME,
  LT_ODDITY_NO_LEAD,
  LT_ODDITY_NO_DEADLINE,
  LT_ODDITY_UNKNOWN_DEADLINE,  /* words that are not understood */
  LT_ODDITY_NO_YEAR,           /* neither the words nor the plan say which */
  LT_ODDITY_NOT_ISSUED,        /* the words count from a day that the plan lacks */
  LT_ODDITY_END_BEFORE_START,
  LT_ODDITY_JOINED_DEADLINE,   /* merged with a row above that is missing or says something else */
  LT_ODDITY_UNKNOWN_AGENCY,
  LT_ODDITY_DOUBTFUL_AGENCY,   /* to be confirmed by a person */
  LT_ODDITY_ENDED_AGENCY,      /* gone before the deadline */
  LT_ODDITY_REPEATED_AGENCY,   /* named twice in one row */
  LT_ODDITY_STATE,             /* declared state and percent contradict each other */
  LT_ODDITY_EMPTY_OUTCOME,
  LT_ODDITY_NO_LABEL,
  LT_ODDITY_SAME_LABEL,
  LT_ODDITY_SKIPPED_LABEL,
  LT_ODDITY_NO_VALUE,          /* a target without its figure */
  LT_ODDITY_EMPTY_RANGE,       /* a target whose upper end lies below its lower one */
  LT_ODDITY_LATE_TARGET,       /* a target due after the deadline of its row */
  LT_ODDITY_SHORT_TARGET,      /* declared done, and a figure is not reached */
  LT_ODDITY_CLAIMED_NAME,      /* two agencies of the registry go by one name */
} LtOddityKind;

typedef struct {
  LtOddityKind kind;
  LtItem *item;  /* a reference: the plan, initiative … or agency */
  char *message; /* a translated sentence */
} LtOddity;

/* In the order of the file, the agencies last.
 * Returns: (transfer full) (element-type LtOddity) */
GPtrArray  *lt_book_check            (LtBook *book);
/* "no-lead": the name in JSON. */
const char *lt_oddity_kind_get_nick  (LtOddityKind kind);
void        lt_oddity_free           (LtOddity *oddity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtOddity, lt_oddity_free)

G_END_DECLS
