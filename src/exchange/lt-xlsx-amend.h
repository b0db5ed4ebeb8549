/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

#include "exchange/lt-exchange-error.h"

G_BEGIN_DECLS

/* Leaves the header of the first page empty on the sheets numbered in @sheets
 * (element-type guint, from 1): libxlsxwriter has no such option, so the mark
 * is put into the sheets it has written. Also makes sure that every part was
 * written to its end, for which libxlsxwriter does not look.
 * NULL on error (LT_EXCHANGE_ERROR_FAILED). */
GBytes *lt_xlsx_amend_first_headers (GBytes *workbook, GArray *sheets, GError **error);

G_END_DECLS
