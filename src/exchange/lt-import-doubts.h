/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-import-draft.h"

G_BEGIN_DECLS

/* What a person should look at before the draft is taken in. */

void lt_import_doubt_free           (gpointer doubt);
/* Numbers that are skipped or stand twice. @nodes: (element-type LtImportNode) */
void lt_import_doubts_check_numbers (LtImportDraft *draft, GPtrArray *sheets, GPtrArray *nodes);
/* Rows that were left out. */
void lt_import_doubts_check_rows    (LtImportDraft *draft, GPtrArray *sheets);
/* What is odd in the plans: deadlines that are not understood, agencies that are not known. */
void lt_import_doubts_check_plans   (LtImportDraft *draft, GPtrArray *sheets,
                                     LtRegistry *registry);
void lt_import_doubts_sort          (LtImportDraft *draft);

G_END_DECLS
