/* SPDX-License-Identifier: MIT */
#pragma once

#include "report/lt-table.h"

G_BEGIN_DECLS

/* What a person should look at before something is taken in. */
typedef struct {
  char *where; /* "Sheet1, B12"; empty for the whole file */
  char *what;  /* a translated sentence */
} LtDoubt;

/* What was found in a file, a clipboard or a text: tables as they stand there. Text
 * before, between and behind tables are rows of the role LT_ROW_PARAGRAPH, of the
 * table that follows (or the last); a row marked as a repeated heading is a
 * LT_ROW_HEADER; all others are LT_ROW_BODY, whatever they mean. */
typedef struct {
  GPtrArray *tables; /* (element-type LtTable) */
  GPtrArray *doubts; /* (element-type LtDoubt) */
} LtReading;

LtReading *lt_reading_new       (void);
void       lt_reading_free      (LtReading *self);
/* Takes the table. */
void       lt_reading_add       (LtReading *self, LtTable *table);
/* Takes @what; @where may be NULL. */
void       lt_reading_add_doubt (LtReading *self, const char *where, char *what);

/* Takes @what; @where may be NULL. */
LtDoubt   *lt_doubt_new         (const char *where, char *what);
void       lt_doubt_free        (LtDoubt *doubt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtReading, lt_reading_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtDoubt, lt_doubt_free)

G_END_DECLS
