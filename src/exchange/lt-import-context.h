/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-import-sheet.h"
#include "plan/lt-plan.h"

G_BEGIN_DECLS

/* What the words around a table say of the plan: label, title, the "(Kèm theo …)" line,
 * number, day, issuer, year. @plan is a draft. @before (element-type LtImportSheet): tables
 * that are not taken in and stand before it; words above them are asked where there are no others. */
void     lt_import_context_read      (const LtImportSheet *sheet, GPtrArray *before, LtItem *plan);
/* Remarks behind the tables of a plan go to its note. @sheets: (element-type LtImportSheet); @behind (nullable): the
 * table after them that is not taken in, words above which stand behind the plan's. */
void     lt_import_context_read_remarks (GPtrArray *sheets, const LtImportSheet *behind, LtItem *plan);
/* Whether words before the table begin another appendix: "Phụ lục II". */
gboolean lt_import_context_is_new    (const LtImportSheet *sheet);
/* How many rows of running text around the table were of no use. */
guint    lt_import_context_count_rest (const LtImportSheet *sheet);

G_END_DECLS
