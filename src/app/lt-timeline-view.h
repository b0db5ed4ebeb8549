/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-view.h"

G_BEGIN_DECLS

/* The plan along the calendar. */
#define LT_TYPE_TIMELINE_VIEW (lt_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (LtTimelineView, lt_timeline_view, LT, TIMELINE_VIEW, GtkWidget)

G_END_DECLS
