/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-import-sheet.h"

G_BEGIN_DECLS

/* Which of the tables (element-type LtImportSheet) are those of the plan, and what stands in their
 * columns and rows. Their headings have been looked for. */
void lt_import_choose (GPtrArray *sheets);

G_END_DECLS
