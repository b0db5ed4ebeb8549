/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "exchange/lt-table-import.h"

G_BEGIN_DECLS

/* Somebody's table as it was read: what each row is taken for stands before it in word and
 * colour, and can be changed. Signal "changed" when somebody did. */
#define LT_TYPE_IMPORT_TABLE_VIEW (lt_import_table_view_get_type ())
G_DECLARE_FINAL_TYPE (LtImportTableView, lt_import_table_view, LT, IMPORT_TABLE_VIEW, AdwBin)

/* @import is borrowed and must outlive what is shown; NULL shows nothing. */
void lt_import_table_view_show   (LtImportTableView *self, LtTableImport *import, guint table);
/* After the import was changed elsewhere: words and colours anew, the place kept. */
void lt_import_table_view_update (LtImportTableView *self);
/* Selects a row and brings it into sight. */
void lt_import_table_view_reveal (LtImportTableView *self, guint row);

G_END_DECLS
