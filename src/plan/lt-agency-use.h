/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-book.h"

G_BEGIN_DECLS

/* A row that names an agency. */
typedef struct {
  LtAssignment *assignment; /* a reference */
  LtRole role;
} LtAgencyUse;

typedef struct {
  guint n_led;
  guint n_coordinated;
} LtAgencyCount;

/* A phrase of lead or coordination cells that a person still has to settle. */
typedef struct {
  char *phrase;         /* as it stands in the first of the rows */
  LtAgency *suggestion; /* a reference: what the parser would take it for; NULL if it has no idea */
  GPtrArray *rows;      /* (element-type LtAssignment), each once */
} LtOpenPhrase;

/* All assignments of the book in its order.
 * (transfer container) (element-type LtAssignment) */
GPtrArray *lt_book_gather_assignments  (LtBook *self);
/* Where an agency is used, as lead before coordinating in each row.
 * (transfer full) (element-type LtAgencyUse) */
GPtrArray *lt_book_gather_uses         (LtBook *self, LtAgency *agency);
/* The same under the names chosen; @day: LT_DAY_NONE for today. */
GPtrArray *lt_book_gather_uses_by      (LtBook *self, LtAgency *agency, LtNames names, LtDay day);
/* How many rows each agency leads and coordinates, each row once for a role. Agencies
 * without rows are not in it. (transfer full): LtAgency (borrowed) -> LtAgencyCount */
GHashTable *lt_book_count_uses         (LtBook *self, LtNames names, LtDay day);
/* The phrases that are no agency of the registry nor a group, and those that the
 * parser took for an agency with doubts; most rows first.
 * (transfer full) (element-type LtOpenPhrase) */
GPtrArray *lt_book_gather_open_phrases (LtBook *self);

void       lt_agency_use_free          (LtAgencyUse *use);
void       lt_open_phrase_free         (LtOpenPhrase *phrase);

G_END_DECLS
