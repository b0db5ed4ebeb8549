/* SPDX-License-Identifier: MIT */
#pragma once

#include "store/lt-rows.h"

G_BEGIN_DECLS

/* New rows on their way into the file. Those of one table go in several with one statement, which takes half
 * the time; in which order the tables get theirs does not matter, for foreign keys are looked at in the end. */

typedef struct _LtRowBatch LtRowBatch;

LtRowBatch *lt_row_batch_new   (LtDatabase *database);
/* Rows that are still on their way are forgotten. */
void        lt_row_batch_free  (LtRowBatch *self);
/* A row with the fields of @item, sooner or later. */
gboolean    lt_row_batch_add   (LtRowBatch *self, const LtRowPlace *place, LtItem *item, GError **error);
/* All that were added are in the file then. */
gboolean    lt_row_batch_flush (LtRowBatch *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtRowBatch, lt_row_batch_free)

G_END_DECLS
