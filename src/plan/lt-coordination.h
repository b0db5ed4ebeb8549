/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

#include "plan/lt-registry.h"

G_BEGIN_DECLS

/* Under which names an agency is counted. */
typedef enum {
  LT_NAMES_ISSUED, /* "tên lúc ban hành" */
  LT_NAMES_TODAY,  /* "tên hiện nay": whoever does the work on the day at hand */
} LtNames;

/* One agency (or group of agencies) named in a cell. */
typedef struct {
  char *phrase;      /* verbatim, as in the cell */
  LtAgency *agency;  /* a reference; NULL where the registry does not know the phrase */
  gboolean group;    /* "các Sở, ban, ngành", "các đơn vị có liên quan" */
  gboolean doubtful; /* matched, but a person should confirm: a bare "Bảo hiểm xã hội";
                      * or unmatched and looks cut off (starts in lower case, no known group) */
  gboolean corrected; /* a link of the row says so, not the parser */
  LtAgency *heir;    /* a reference; in charge today because a link says so; mostly NULL */
} LtMention;

/* Splits the words of a lead or coordination cell. Every piece is kept in
 * order; lead-in words, a trailing verb and final stops are dropped. @registry
 * may be NULL: then the cell is split by its grammar alone.
 * Returns: (transfer full) (element-type LtMention) */
GPtrArray *lt_coordination_parse (const char *text, LtRegistry *registry);
void       lt_mention_free       (LtMention *mention);
/* Who does on @day what the words gave to the agency of @mention: its successor, or
 * the heir that somebody named for this row. Borrowed; NULL without an agency. */
LtAgency  *lt_mention_get_current (const LtMention *mention, LtDay day);
/* Whom it counts for: the agency as issued, or the current one. */
LtAgency  *lt_mention_get_agency  (const LtMention *mention, LtNames names, LtDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtMention, lt_mention_free)

G_END_DECLS
