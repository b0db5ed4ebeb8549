/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What Excel allows: characters are counted in UTF-16 units. */
#define LT_XLSX_TEXT_MAX 32767
#define LT_XLSX_SHEET_NAME_MAX 31

/* Text that an Excel cell shows just as given: characters that XML forbids are
 * dropped, "_x000D_" and its like kept from being read as escapes, invalid
 * bytes replaced. What is longer than a cell can hold is cut and marked with
 * "[…]". Returns @text itself where nothing had to be done, else a string
 * stored in *@made for the caller to free. */
const char *lt_xlsx_sanitize_text (const char *text, char **made);

/* A name that Excel takes for a sheet, and that is none of @taken (a set of folded
 * names; the new one is added). (transfer full) */
char       *lt_xlsx_make_sheet_name (const char *name, GHashTable *taken);

G_END_DECLS
