/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-item.h"

G_BEGIN_DECLS

/* Id -> item, borrowed: which object stands for a row. A large file puts half a
 * million in at once. The tables of a file are read in the order of their ids, so
 * they come as sorted runs and become one sorted array, which takes a tenth of
 * the time of as many insertions in a GHashTable; what comes later is hashed. */

typedef struct {
  gint64 id;
  LtItem *item;
} LtIdEntry;

/* The items of one table, in ascending order. */
typedef struct {
  GArray *entries; /* of LtIdEntry */
  guint cursor;    /* where the last search ended */
} LtIdRun;

typedef struct _LtIdTable LtIdTable;

void       lt_id_run_init       (LtIdRun *run);
void       lt_id_run_clear      (LtIdRun *run);
/* FALSE if @item's id is not above all in the run. */
gboolean   lt_id_run_append     (LtIdRun *run, LtItem *item);
/* NULL for ids that are not in. Quickest for the id of the last search, and for
 * the one that follows it. */
LtItem    *lt_id_run_find       (LtIdRun *run, gint64 id);

LtIdTable *lt_id_table_new      (void);
void       lt_id_table_free     (LtIdTable *self);
/* Fills an empty table. The return is an item whose id another one has too; NULL
 * if there is none. */
LtItem    *lt_id_table_add_runs (LtIdTable *self, const LtIdRun *runs, guint n_runs);
/* NULL for ids that are not in. */
LtItem    *lt_id_table_lookup   (const LtIdTable *self, gint64 id);
/* In place of the one that has its id, if there is one. */
void       lt_id_table_insert   (LtIdTable *self, LtItem *item);
void       lt_id_table_remove   (LtIdTable *self, gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtIdTable, lt_id_table_free)

G_END_DECLS
