/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-reading.h"
#include "plan/lt-book.h"

G_BEGIN_DECLS

/* Tables written down in few words, and the plan that they are. A line is
 *   # …          a remark
 *   table NAME   a table begins
 *   "words       a paragraph of running text
 *   |a|b|c       a row; "^" is a cell merged with the one above, "<" with the one to the left,
 *                "*words*" is in bold type, "\n" a line break
 *   H|a|b|c      a row that the reader marks as a heading repeated
 *   =>           what follows is the plan, as lt_test_book_dup_text() writes it
 *   ! words      a doubt that must be among those listed (or "!0": none may be)
 *   @ KEY=COLUMN a column chosen by hand */
typedef struct {
  LtReading *reading;
  char *plan;
  GPtrArray *doubts;  /* (element-type utf8) */
  GPtrArray *columns; /* (element-type utf8) */
  gboolean no_doubts;
} LtTestTables;

LtTestTables *lt_test_tables_read (const char *path);
void          lt_test_tables_free (LtTestTables *self);

/* A plan in lines: "title: …" and other fields; "= NUMBER | NAME", "- DEADLINE | LEAD |
 * COORDINATION", "s STATE PERCENT", "* RESULT", "n NOTE"; "&" before a deadline that is joined. Line breaks are
 * written "\n". (transfer full) */
char         *lt_test_book_dup_text (LtBook *book);

G_END_DECLS
