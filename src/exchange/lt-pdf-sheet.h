/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-pdf-table.h"
#include "exchange/lt-reading.h"
#include "exchange/lt-text-encoding.h"

G_BEGIN_DECLS

/* Pages put behind each other: a table that goes on is one table, a row that was cut is one row, a
 * heading that comes again is marked as such; numbers of pages and what stands at the head or foot
 * of many of them are dropped. */
typedef struct _LtPdfSheet LtPdfSheet;

/* All are borrowed. @decoded: how words are to be converted */
LtPdfSheet *lt_pdf_sheet_new      (LtReading *reading, LtBudget *budget, const LtDecoded *decoded);
void        lt_pdf_sheet_free     (LtPdfSheet *self);

/* The next page. @rest: its words outside of @tables, sorted; may be changed. */
gboolean    lt_pdf_sheet_add_page (LtPdfSheet *self, const LtPdfPage *page, GPtrArray *tables,
                                   GArray *rest, GError **error);
/* Hands what is left to the reading. */
gboolean    lt_pdf_sheet_finish   (LtPdfSheet *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtPdfSheet, lt_pdf_sheet_free)

G_END_DECLS
