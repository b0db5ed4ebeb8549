/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-reading.h"
#include "exchange/lt-xlsx-strings.h"
#include "exchange/lt-xlsx-styles.h"

G_BEGIN_DECLS

/* What the sheets of one workbook share. Borrowed. */
typedef struct {
  LtArchive *archive;
  LtXlsxStyles *styles;
  LtXlsxStrings *strings;
  gboolean epoch_1904;
  LtBudget *budget;
} LtXlsxBook;

/* One sheet: what its cells show, formulas by the value that was last worked out. Doubts
 * go to @reading. (transfer full) */
LtTable *lt_xlsx_sheet_read (const LtXlsxBook *book, const char *part, const char *name,
                             LtReading *reading, GError **error);

G_END_DECLS
