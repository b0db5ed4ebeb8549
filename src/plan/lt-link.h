/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-item.h"

G_BEGIN_DECLS

typedef enum {
  LT_ROLE_LEAD,
  LT_ROLE_COORDINATE,
} LtRole;

typedef enum {
  LT_LINK_AGENCY,     /* the phrase means that agency, whatever the parser says */
  LT_LINK_NOT_AGENCY, /* the phrase names nobody */
  LT_LINK_HEIR,       /* of this piece of work that agency is in charge today: after a split */
} LtLinkKind;

/* What a person says of one phrase in the lead or coordination cell of one
 * assignment. It stays in force as long as the cell holds the phrase, whatever
 * becomes of the other words, and sleeps while the cell does not hold it. */
#define LT_TYPE_LINK (lt_link_get_type ())
G_DECLARE_FINAL_TYPE (LtLink, lt_link, LT, LINK, LtItem)

/* The list at the side of an assignment that holds its links. */
#define LT_TYPE_LINK_LIST (lt_link_list_get_type ())
G_DECLARE_FINAL_TYPE (LtLinkList, lt_link_list, LT, LINK_LIST, LtItem)

LtRole      lt_link_get_role      (LtLink *self);
const char *lt_link_get_phrase    (LtLink *self);
LtLinkKind  lt_link_get_kind      (LtLink *self);
/* 0 where no agency is named. */
gint64      lt_link_get_agency_id (LtLink *self);

G_END_DECLS
