/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-archive.h"
#include "exchange/lt-reading.h"

G_BEGIN_DECLS

/* The tables of a Word document with the text around them, as Word shows it when all changes
 * are accepted: numbers that Word counts are written out, hidden and deleted text is left
 * out, letters of TCVN3 and VNI fonts are Unicode. @part: the document's part in @archive.
 * Returns: (transfer full), NULL with LT_EXCHANGE_ERROR */
LtReading *lt_docx_read (LtArchive *archive, const char *part, LtBudget *budget, GError **error);

G_END_DECLS
