/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-budget.h"
#include "report/lt-table.h"

G_BEGIN_DECLS

/* A table while it is being read: how wide and how long it is shows only at its end.
 * Places may be far apart; rows and columns that hold nothing are left out of the
 * result, which says where each row and column came from. */
typedef struct _LtGrid LtGrid;

/* @budget is borrowed. */
LtGrid     *lt_grid_new              (const char *name, LtBudget *budget);
void        lt_grid_free             (LtGrid *self);

/* @text as it may enter a plan: NFC, spaces folded, line breaks kept, control characters
 * taken for spaces. Valid until the grid and what it became are freed. NULL with
 * LT_EXCHANGE_ERROR_LIMIT. */
const char *lt_grid_intern           (LtGrid *self, const char *text, GError **error);
/* Rows and columns count from 0. @text comes from lt_grid_intern(); empty ones are not kept. */
void        lt_grid_put              (LtGrid *self, guint row, guint column, const char *text,
                                      LtCellFlags flags);
/* What the cell put last is, beside its text. */
void        lt_grid_set_value        (LtGrid *self, LtCellKind kind, double value);
/* What lies under a span is not seen, so it goes; a span over another is passed over. */
void        lt_grid_span             (LtGrid *self, guint row, guint column, guint n_rows,
                                      guint n_columns);
/* Rows are LT_ROW_BODY and numbered from 1 unless said otherwise; say it in the order of rows. */
void        lt_grid_set_row          (LtGrid *self, guint row, LtRowRole role, guint source);
/* How wide a column is, in any unit; 1 unless said. */
void        lt_grid_set_share        (LtGrid *self, guint column, double share);
/* Two rows were cut at places that were meant to be one: takes the line between @column and the
 * one behind it away. No cell may lie in @column alone. */
void        lt_grid_join_column      (LtGrid *self, guint column);

guint       lt_grid_get_n_cells      (LtGrid *self);

/* The table, of kind LT_TABLE_DOCUMENT; its column titles are made by @dup_title from the
 * number of each column. The grid is then empty. NULL with LT_EXCHANGE_ERROR_LIMIT. */
LtTable    *lt_grid_finish           (LtGrid *self, char *(*dup_title) (guint column),
                                      GError **error);

/* "A", "B", … "AA": how spreadsheets call their columns. */
char       *lt_grid_dup_letters      (guint column);
/* "1", "2", … */
char       *lt_grid_dup_number       (guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtGrid, lt_grid_free)

G_END_DECLS
