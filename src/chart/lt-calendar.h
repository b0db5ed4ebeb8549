/* SPDX-License-Identifier: MIT */
#pragma once

#include "text/lt-date.h"

G_BEGIN_DECLS

/* Which days nobody works: weekends, the holidays of the Labour Code (Bộ luật Lao
 * động 2019, Điều 112) and what the user adds, since the days of Tết and those
 * moved for a bridge are announced anew each year. Immutable. */
typedef struct _LtCalendar LtCalendar;

/* @entries: a NULL-ended list of lines that the user wrote, or NULL:
 * "2028-01-25..2028-01-31 Tết Nguyên đán" makes the days free, "!2028-01-22 làm bù"
 * a working day, even of a weekend or a holiday that comes with the program. Days
 * are read like typed ones, too ("25/01/2028 Tết"). Lines that begin with no day
 * are passed over; lt_calendar_check_entry() tells about them. */
LtCalendar *lt_calendar_new         (const char *const *entries);
LtCalendar *lt_calendar_ref         (LtCalendar *self);
void        lt_calendar_unref       (LtCalendar *self);

/* Saturday or Sunday, unless it is made a working day. */
gboolean    lt_calendar_is_weekend  (LtCalendar *self, LtDay day);
/* The holiday's Vietnamese name, borrowed; NULL for any other day. */
const char *lt_calendar_get_holiday (LtCalendar *self, LtDay day);

/* One of those lines. A line that makes more days free is a slip of the pen. */
#define LT_HOLIDAY_DAYS_MAX 60

typedef struct {
  gboolean working; /* people work on these days */
  LtDay first;      /* both inclusive */
  LtDay last;
  const char *name;
} LtHoliday;

/* FALSE for what is none. The name is inside @entry. */
gboolean    lt_holiday_read         (const char *entry, LtHoliday *holiday);
/* The line, with days in ISO form. (transfer full) */
char       *lt_holiday_dup_entry    (const LtHoliday *holiday);
/* FALSE with a sentence that says what a line should look like. */
gboolean    lt_calendar_check_entry (const char *entry, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtCalendar, lt_calendar_unref)

G_END_DECLS
