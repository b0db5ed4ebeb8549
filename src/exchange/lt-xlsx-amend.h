/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

#include "exchange/lt-exchange-error.h"

G_BEGIN_DECLS

/* Leaves the header of the first page empty on the sheets numbered in @sheets
 * (element-type guint, from 1), and makes hidden sheets such that no menu offers to show
 * them: libxlsxwriter has no such options, so the marks
 * are put into the parts it has written. Also makes sure that every part was
 * written to its end, for which libxlsxwriter does not look.
 * NULL on error (LT_EXCHANGE_ERROR_FAILED). */
GBytes *lt_xlsx_amend (GBytes *workbook, GArray *sheets, GError **error);

G_END_DECLS
