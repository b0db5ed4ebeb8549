/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "chart/lt-timeline-columns.h"

G_BEGIN_DECLS

/* A list that folds out: which columns stand beside the bars of a timeline, and in which order.
 * Rows are dragged, moved by their buttons, or by Alt+Up and Alt+Down. Signal "changed". */
#define LT_TYPE_COLUMN_ROWS (lt_column_rows_get_type ())
G_DECLARE_FINAL_TYPE (LtColumnRows, lt_column_rows, LT, COLUMN_ROWS, AdwExpanderRow)

/* Those that are chosen, in order, into @columns (LT_TIMELINE_N_COLUMNS of them); returns how many. */
guint lt_column_rows_get_columns  (LtColumnRows *self, LtTimelineColumn *columns);
void  lt_column_rows_set_chosen   (LtColumnRows *self, LtTimelineColumn column, gboolean chosen);
/* Whether it can be chosen. */
void  lt_column_rows_set_offered  (LtColumnRows *self, LtTimelineColumn column, gboolean offered);
/* FALSE where it stands at that end already. */
gboolean lt_column_rows_move      (LtColumnRows *self, LtTimelineColumn column, int by);

G_END_DECLS
