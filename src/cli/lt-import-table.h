/* SPDX-License-Identifier: MIT */
#pragma once

#include <jansson.h>

#include "exchange/lt-table-import.h"
#include "plan/lt-plan-merge.h"

G_BEGIN_DECLS

/* Plans out of tables, for the command line. */

/* By its ending: a kind of file that may hold tables. */
gboolean       lt_import_table_is_source      (const char *path);
LtTableImport *lt_import_table_open           (const char *path, LtRegistry *registry, GError **error);
/* @title may be NULL. NULL on error; a source without rows is one. */
LtImportDraft *lt_import_table_make_draft     (LtTableImport *import, const char *path, const char *title,
                                               GError **error);
/* [{"number", "name", "rows", "taken"}] (transfer full) */
json_t        *lt_import_table_describe_tables (LtTableImport *import);
/* What the import of @item alone would write: every field that has a value, as an entry of
 * the array @changes. @place: where it comes to stand. */
void           lt_import_describe_fields      (LtItem *item, const char *place, json_t *changes);
/* [{"where", "what"}] (transfer full) */
json_t        *lt_import_table_describe_doubts (LtImportDraft *draft);
/* As the whole command prints it. @changes: (element-type LtMergeChange) (transfer full) */
json_t        *lt_import_table_describe_merge (LtImportDraft *draft, GPtrArray *changes);
/* A line for each difference that is taken; the others are among the doubts. */
void           lt_import_table_print_changes   (GPtrArray *changes, gboolean dry_run);

G_END_DECLS
