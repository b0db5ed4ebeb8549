/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-timeline-layout.h"

G_BEGIN_DECLS

/* Where the body of a timeline is cut into pages: between rows, a row that
 * leads others kept with the first of them; inside a row only where it is taller
 * than a page. Breaks are y of the body: the top of each page, and the end. */

/* @capacity: points of the body that a page takes.
 * Returns: (transfer full) (element-type double) */
GArray *lt_timeline_breaks_find   (LtTimelineLayout *layout, double capacity);
/* How many pages that makes; stops counting beyond @limit. */
guint   lt_timeline_breaks_count  (LtTimelineLayout *layout, double capacity, guint limit);
/* So many pages of about the same height, none higher than @capacity where
 * rows allow it. There are at least as many rows as pages. */
GArray *lt_timeline_breaks_spread (LtTimelineLayout *layout, double capacity, guint n_pages);

G_END_DECLS
