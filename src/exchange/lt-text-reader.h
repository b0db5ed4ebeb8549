/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-budget.h"
#include "exchange/lt-reading.h"

G_BEGIN_DECLS

/* A table from text: .csv with commas or semicolons, cells separated by tabs as spreadsheets
 * put them on the clipboard. Texts in quotes may hold separators and line breaks. What separates
 * is what makes the most rows equally long; text without any is a table of one column. The
 * apostrophe that lt_csv_write() puts before formulas is taken away. Row sources are lines.
 * @name: of the table. Returns: (transfer full), NULL with LT_EXCHANGE_ERROR */
LtReading *lt_text_read (GBytes *bytes, const char *name, LtBudget *budget, GError **error);

G_END_DECLS
