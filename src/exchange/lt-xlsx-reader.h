/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-archive.h"
#include "exchange/lt-reading.h"

G_BEGIN_DECLS

/* The sheets of a workbook that are not hidden and hold something, in their order; a
 * sheet that was left out is a doubt. @part: the workbook's part in @archive.
 * Returns: (transfer full), NULL with LT_EXCHANGE_ERROR */
LtReading *lt_xlsx_read     (LtArchive *archive, const char *part, LtBudget *budget, GError **error);
/* The hidden sheets as well: for workbooks of our own. */
LtReading *lt_xlsx_read_all (LtArchive *archive, const char *part, LtBudget *budget, GError **error);

G_END_DECLS
