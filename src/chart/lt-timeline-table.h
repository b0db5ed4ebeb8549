/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-timeline.h"
#include "report/lt-table.h"

G_BEGIN_DECLS

/* The timeline as a table for a workbook: a column a month, or a quarter or more
 * where months would be too many; a row for each row of the timeline. Bars are shaded
 * cells whose pattern tells timeliness as the colour does, and signs stand for due
 * days, marks and periods. @first, @last: see lt_timeline_resolve_range(). */
LtTable *lt_timeline_table_new (LtTimeline *timeline, const LtPageSetup *setup, LtDay first,
                                LtDay last);

G_END_DECLS
