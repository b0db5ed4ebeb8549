/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-status.h"

G_BEGIN_DECLS

/* Which assignments somebody wants to see: one rule for the table, the timeline and
 * the command line. Conditions that are not set hold for every row; those that are set
 * must all hold. Signal "changed" after each change. */
#define LT_TYPE_FILTER (lt_filter_get_type ())
G_DECLARE_FINAL_TYPE (LtFilter, lt_filter, LT, FILTER, GObject)

/* Sets of states, of kinds of timeliness, of roles: one bit for each. */
#define LT_FILTER_BIT(value) (1u << (value))

typedef enum {
  LT_FILTER_AGENCY,
  LT_FILTER_STATE, /* state and percentage, as they stood on the as-of day */
  LT_FILTER_TIME,  /* timeliness and due day */
  LT_FILTER_N_PARTS,
} LtFilterPart;

LtFilter   *lt_filter_new            (void);
gboolean    lt_filter_is_empty       (LtFilter *self);
gboolean    lt_filter_has_part       (LtFilter *self, LtFilterPart part);
void        lt_filter_clear          (LtFilter *self);

/* Rows that name @agency (an LtAgency of the registry, or NULL), or that name the
 * phrase @name where the registry does not know it, in one of @roles (bits of
 * LtRole). NULL for @name: any row. */
void        lt_filter_set_agency     (LtFilter *self, LtAgency *agency, const char *name, guint roles);
/* Whether an agency is that of the words, or whoever does its work on the as-of day. */
void        lt_filter_set_names      (LtFilter *self, LtNames names);
/* Borrowed; NULL for any. */
const char *lt_filter_get_agency     (LtFilter *self);
guint       lt_filter_get_roles      (LtFilter *self);

/* Bits of LtState; 0 for any. */
void        lt_filter_set_states     (LtFilter *self, guint states);
guint       lt_filter_get_states     (LtFilter *self);
/* Both inclusive, 0 to 100 for any. Work that is done counts as 100 where nothing else is
 * said, work not begun as 0; of other rows without a number nothing is known, and they are
 * shown only where any will do. */
void        lt_filter_set_percent    (LtFilter *self, int least, int most);
void        lt_filter_get_percent    (LtFilter *self, int *least, int *most);

/* Bits of LtTimeliness; 0 for any. */
void        lt_filter_set_timeliness (LtFilter *self, guint timeliness);
guint       lt_filter_get_timeliness (LtFilter *self);
/* How many days before it is due work counts as due soon; LT_DUE_SOON_DAYS unless set. No
 * condition: clearing the filter leaves it. */
void        lt_filter_set_soon_days  (LtFilter *self, int days);
/* Open work that is due at most so many days after the as-of day, besides what
 * set_timeliness() asks for; -1 for none. */
void        lt_filter_set_due_within (LtFilter *self, int days);
int         lt_filter_get_due_within (LtFilter *self);
/* Work whose due day lies between the two, both inclusive; LT_DAY_NONE: open. */
void        lt_filter_set_due        (LtFilter *self, LtDay first, LtDay last);
void        lt_filter_get_due        (LtFilter *self, LtDay *first, LtDay *last);

gboolean    lt_filter_accepts        (LtFilter *self, LtAssignment *assignment, LtDay as_of);
/* As if that part were not set: tells how many rows another choice would show. */
gboolean    lt_filter_accepts_without (LtFilter *self, LtFilterPart part, LtAssignment *assignment,
                                       LtDay as_of);
/* What is asked for and, if not NULL, searched: for a document that shows only that, so
 * in Vietnamese. NULL where nothing is. (transfer full) */
char       *lt_filter_dup_official   (LtFilter *self, const char *search);

G_END_DECLS
