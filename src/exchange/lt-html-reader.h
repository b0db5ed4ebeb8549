/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-budget.h"
#include "exchange/lt-reading.h"

G_BEGIN_DECLS

/* The tables of a web page, as a browser would show them, and of what Word, Excel, LibreOffice and
 * browsers put on the clipboard as "text/html" or, under Windows, "HTML Format". Nothing is
 * fetched, no script is run. Returns: (transfer full), NULL with LT_EXCHANGE_ERROR */
LtReading *lt_html_read (GBytes *bytes, LtBudget *budget, GError **error);

G_END_DECLS
