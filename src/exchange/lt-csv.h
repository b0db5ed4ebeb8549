/* SPDX-License-Identifier: MIT */
#pragma once

#include "report/lt-table.h"

G_BEGIN_DECLS

typedef enum {
  /* Leaves texts as they are even where a spreadsheet would take them for formulas. */
  LT_CSV_FLAG_VERBATIM = 1 << 0,
} LtCsvFlags;

/* The header, body, group and total rows of a table as Excel reads them: UTF-8
 * with a byte order mark, commas, CRLF. A cell that stands over several rows is
 * repeated in each; days are ISO, numbers have a decimal point.
 *
 * A text that starts like a formula (behind white space, a byte order mark or
 * apostrophes, and in its full-width form as well) gets an apostrophe before it;
 * lt_csv_restore_text() takes it away. Plain numbers are left alone. */
GBytes *lt_csv_write            (LtTable *table, LtCsvFlags flags);

/* "=1+1" as "'=1+1"; other texts unchanged. (transfer full) */
char   *lt_csv_neutralize_text  (const char *text);
/* The text that was neutralized; other texts unchanged. (transfer full) */
char   *lt_csv_restore_text     (const char *text);

G_END_DECLS
