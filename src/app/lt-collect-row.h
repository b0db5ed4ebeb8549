/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-form-merge.h"

G_BEGIN_DECLS

/* One difference of a merge as an item of a list. Property "accepted", with notify. */
#define LT_TYPE_COLLECT_ROW (lt_collect_row_get_type ())
G_DECLARE_FINAL_TYPE (LtCollectRow, lt_collect_row, LT, COLLECT_ROW, GObject)

/* @difference is borrowed from the merge, which must outlive the row. */
LtCollectRow     *lt_collect_row_new            (LtFormDifference *difference);
LtFormDifference *lt_collect_row_get_difference (LtCollectRow *self);
/* The merge may have changed what is accepted. */
void              lt_collect_row_refresh        (LtCollectRow *self);

G_END_DECLS
