/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-book.h"

G_BEGIN_DECLS

typedef struct {
  gint64 stamp;  /* seconds since 1970: when the calendar was made (DTSTAMP) */
  int soon_days; /* a reminder that many days before; 0 for none */
} LtIcsOptions;

/* The due days of all plans as an iCalendar (RFC 5545): an all-day event for each assignment
 * that has a day, and for each target with a day of its own. An event's UID is made
 * of the row's id, so a calendar that takes a later export in moves what it has. What is
 * done or cancelled has no reminder. The words are Vietnamese whatever the interface's
 * language is. The same book and options give the same bytes. */
GBytes *lt_ics_write          (LtBook *book, const LtIcsOptions *options);

/* How many assignments have no day, ongoing and relative ones say, and so are not
 * in the calendar. */
guint   lt_ics_count_left_out (LtBook *book);

G_END_DECLS
