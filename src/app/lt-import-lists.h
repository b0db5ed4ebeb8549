/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "exchange/lt-table-import.h"
#include "plan/lt-plan-merge.h"

G_BEGIN_DECLS

/* What the import dialog lists beside the table. Each call fills a widget anew. */

/* The rows that will be made, as a tree. */
void lt_import_lists_show_draft   (GtkListView *list, LtImportDraft *draft);
/* One row a doubt; rows with a place carry it as data "place" (LtImportPlace, borrowed). */
void lt_import_lists_show_doubts  (GtkListBox *list, LtImportDraft *draft);
/* One combo row a column; @changed (LtTableImport, table, column) runs when one is chosen. */
void lt_import_lists_show_columns (AdwPreferencesGroup *group, GPtrArray *rows, LtTableImport *import, guint table,
                                   GCallback changed, gpointer data);
/* Differences with a box to tick each; changes their "chosen". */
void lt_import_lists_show_changes (GtkListBox *list, GPtrArray *changes);

G_END_DECLS
