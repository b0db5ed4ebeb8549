/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-import-tree.h"

G_BEGIN_DECLS

/* The duty cells of a part as a plan has them. */
typedef struct {
  char *deadline;
  char *lead;
  char *coordination;
} LtImportDuties;

/* Lines that a narrow cell broke are put together; "từ … đến …" is made of two columns;
 * "Chủ trì: A; Phối hợp: B" in one cell is taken apart. */
void lt_import_duties_read  (const LtImportPart *part, LtImportDuties *duties);
void lt_import_duties_clear (LtImportDuties *duties);

G_END_DECLS
