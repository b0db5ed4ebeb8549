/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/lt-arguments.h"
#include "plan/lt-book.h"
#include "plan/lt-filter.h"

G_BEGIN_DECLS

/* Which assignments a command is asked for: the filter of the window, and words to
 * search for. */
typedef struct {
  LtFilter *filter;
  GHashTable *found; /* assignments that hold the words asked for; NULL for any words */
  LtDay as_of;
  LtNames names;
  gboolean counts_agencies; /* set before reading: --names means something without --agency */
} LtQuery;

#define LT_OPTIONS_QUERY \
  { "agency", LT_OPTION_TEXT, "NAME", N_("Rows in which that agency has a part, by its name, short form or variant") }, \
  { "role", LT_OPTION_TEXT, "lead|coordinate", N_("… only in that role") }, \
  { "names", LT_OPTION_TEXT, "issued|today", \
    N_("… under the names that were issued (the usual way), or for whoever does the work on the day of --as-of") }, \
  { "state", LT_OPTION_TEXT, "STATES", \
    N_("Rows in one of these states: not-started,in-progress,done,maintained,paused,cancelled") }, \
  { "percent", LT_OPTION_TEXT, "MIN-MAX", N_("Rows of which so much is done, such as 0-49") }, \
  { "overdue", LT_OPTION_FLAG, NULL, N_("Rows that are late") }, \
  { "due-within", LT_OPTION_COUNT, "DAYS", N_("Rows that are due within so many days") }, \
  { "due-from", LT_OPTION_DAY, "DATE", N_("Rows that are due on that day or later") }, \
  { "due-to", LT_OPTION_DAY, "DATE", N_("Rows that are due on that day or earlier") }, \
  { "search", LT_OPTION_TEXT, "TEXT", N_("Rows that hold all these words, whatever their case and marks") }

/* Fails for what is no such choice, and for an agency that @book does not know at all. */
gboolean lt_query_read    (LtQuery *query, LtArguments *arguments, LtBook *book, GError **error);
gboolean lt_query_read_names (LtArguments *arguments, LtNames *names, GError **error);
void     lt_query_clear   (LtQuery *query);
/* @query is an LtQuery; in the form of an LtTimelineFilter. */
gboolean lt_query_accepts (LtAssignment *assignment, gpointer query);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LtQuery, lt_query_clear)

G_END_DECLS
