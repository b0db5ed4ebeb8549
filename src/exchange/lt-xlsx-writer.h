/* SPDX-License-Identifier: MIT */
#pragma once

#include "report/lt-table.h"
#include "exchange/lt-exchange-error.h"

G_BEGIN_DECLS

/* A workbook with a sheet for each table (element-type LtTable). Everything is
 * written as text, a number or a date: no formula and no link can come in
 * through a name. NULL on error (LT_EXCHANGE_ERROR). */
GBytes *lt_xlsx_write (GPtrArray *tables, GError **error);

G_END_DECLS
