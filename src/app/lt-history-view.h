/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-view.h"

G_BEGIN_DECLS

/* The journal: who changed what and when, newest first, with the way to the row
 * and back to how things were. */
#define LT_TYPE_HISTORY_VIEW (lt_history_view_get_type ())
G_DECLARE_FINAL_TYPE (LtHistoryView, lt_history_view, LT, HISTORY_VIEW, GtkWidget)

G_END_DECLS
