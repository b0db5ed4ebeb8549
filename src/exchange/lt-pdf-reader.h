/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-budget.h"
#include "exchange/lt-pdf-page.h"
#include "exchange/lt-reading.h"

G_BEGIN_DECLS

/* The tables of a PDF that was printed from a program: words and lines are taken out by
 * pdftotext and pdftocairo (poppler-utils), each a process of its own with limits. PDFs that are
 * pictures of paper, and those under a password, are refused.
 * Returns: (transfer full), NULL with LT_EXCHANGE_ERROR */
LtReading *lt_pdf_read       (GBytes *bytes, LtBudget *budget, GError **error);

/* The second half of it, for pages whose words and rules are known. */
LtReading *lt_pdf_read_pages (LtPdfPages *pages, LtBudget *budget, GError **error);

G_END_DECLS
