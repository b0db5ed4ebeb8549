/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-item.h"

G_BEGIN_DECLS

/* How far the sources bear out what is said. */
typedef enum {
  LT_CERTAINTY_STATED, /* a document or an announcement says so */
  LT_CERTAINTY_LIKELY, /* follows from what was ruled for all provinces */
  LT_CERTAINTY_UNSURE,
} LtCertainty;

/* An agency that took over from another one: a child of the one that gave way.
 * Where an agency was split, several of them take over a part each. */
#define LT_TYPE_SUCCESSION (lt_succession_get_type ())
G_DECLARE_FINAL_TYPE (LtSuccession, lt_succession, LT, SUCCESSION, LtItem)

/* The id of the agency; 0 while nobody has said which. */
gint64      lt_succession_get_successor_id (LtSuccession *self);
/* The first day; LT_DAY_NONE if not known, which counts as "always". */
LtDay       lt_succession_get_since        (LtSuccession *self);
/* It took over some of the work only: what is said of the old agency goes on to
 * it where a person says so, never by itself. */
gboolean    lt_succession_get_part         (LtSuccession *self);
LtCertainty lt_succession_get_certainty    (LtSuccession *self);
const char *lt_certainty_get_title         (LtCertainty certainty); /* translated */

G_END_DECLS
