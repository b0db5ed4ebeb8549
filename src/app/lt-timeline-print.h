/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-print-subject.h"
#include "chart/lt-timeline.h"

G_BEGIN_DECLS

/* A timeline to be printed, with its columns, days and baseline. */
#define LT_TYPE_TIMELINE_PRINT (lt_timeline_print_get_type ())
G_DECLARE_FINAL_TYPE (LtTimelinePrint, lt_timeline_print, LT, TIMELINE_PRINT, LtPrintSubject)

/* @with_baseline: whether the baseline that @timeline is compared with is shown at first. */
LtPrintSubject *lt_timeline_print_new (LtTimeline *timeline, gboolean with_baseline);

G_END_DECLS
