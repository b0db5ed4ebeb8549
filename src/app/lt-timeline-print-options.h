/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "chart/lt-timeline-page.h"

G_BEGIN_DECLS

/* What a timeline on paper has besides paper: size of words, columns, baseline, range of days.
 * Signal "changed". */
#define LT_TYPE_TIMELINE_PRINT_OPTIONS (lt_timeline_print_options_get_type ())
G_DECLARE_FINAL_TYPE (LtTimelinePrintOptions, lt_timeline_print_options, LT, TIMELINE_PRINT_OPTIONS, GtkWidget)

/* @with_baseline: the switch at first; it is not there where @timeline has none. */
GtkWidget *lt_timeline_print_options_new (LtTimeline *timeline, gboolean with_baseline);
/* Into @options, but for its columns: their number goes there, they themselves into @columns.
 * FALSE with LT_CHART_ERROR_RANGE where what was typed is no day. */
gboolean   lt_timeline_print_options_read (LtTimelinePrintOptions *self, LtTimelinePageOptions *options,
                                           LtTimelineColumn *columns, GError **error);
gboolean   lt_timeline_print_options_has_baseline (LtTimelinePrintOptions *self);
/* Words have a size of their own only where pages are not shrunk or blown up. */
void       lt_timeline_print_options_set_fit (LtTimelinePrintOptions *self, LtPageFit fit);

G_END_DECLS
