/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-exchange-error.h"
#include "exchange/lt-import-draft.h"

G_BEGIN_DECLS

/* Somebody's tables, on the way to a plan: what columns and rows are taken for, which a
 * person may change, and the draft that comes of it. Rows and columns count from 0. */
typedef struct _LtTableImport LtTableImport;

/* @reading is borrowed, its tables are kept. @registry (nullable) is asked for the names of
 * agencies and must stay as it is. Never fails: the worst that comes of it is a draft
 * without rows. */
LtTableImport  *lt_table_import_new            (LtReading *reading, LtRegistry *registry);
void            lt_table_import_free           (LtTableImport *self);

guint           lt_table_import_get_n_tables   (LtTableImport *self);
/* Borrowed. */
LtTable        *lt_table_import_get_table      (LtTableImport *self, guint table);
const LtImportSheet *lt_table_import_get_sheet (LtTableImport *self, guint table);
gboolean        lt_table_import_get_used       (LtTableImport *self, guint table);
void            lt_table_import_set_used       (LtTableImport *self, guint table, gboolean used);
LtImportColumn  lt_table_import_get_column     (LtTableImport *self, guint table, guint column);
void            lt_table_import_set_column     (LtTableImport *self, guint table, guint column,
                                                LtImportColumn kind);
LtImportRowRole lt_table_import_get_row_role   (LtTableImport *self, guint table, guint row);
/* A row made the heading names the columns anew. */
void            lt_table_import_set_row_role   (LtTableImport *self, guint table, guint row,
                                                LtImportRowRole role);
/* Untranslated: what the interface calls a role. */
const char     *lt_import_row_role_get_title   (LtImportRowRole role);

/* "2", "1,3": those tables and no others, counted from 1; several of them make one plan unless a label
 * stands above. FALSE with LT_EXCHANGE_ERROR_CHOICE, and nothing changed. */
gboolean        lt_table_import_choose_tables  (LtTableImport *self, const char *words, GError **error);

/* "name=B,lead=4,deadline=Thời hạn": the key of a column's kind; the column by its letter,
 * number or heading. FALSE with LT_EXCHANGE_ERROR_CHOICE. */
gboolean        lt_table_import_set_columns    (LtTableImport *self, const char *words, GError **error);

/* Whether every column that holds something is known for what it is, so that nobody has to look. */
gboolean        lt_table_import_is_plain       (LtTableImport *self);
/* Whether some rows head others. */
gboolean        lt_table_import_has_groups     (LtTableImport *self);

/* What would be taken in as things stand. (transfer full), never NULL */
LtImportDraft  *lt_table_import_make_draft     (LtTableImport *self);
/* How many assignments the draft has. */
guint           lt_import_draft_count_rows     (LtImportDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtTableImport, lt_table_import_free)

G_END_DECLS
