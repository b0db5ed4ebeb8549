/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* What was reported of one assignment and its results, newest first, and how far its
 * targets have come. Actions: "progress.report" (id of the assignment or a result),
 * "progress.measure" (id of a target), "progress.target" (id of a result), "progress.open"
 * (id of a report, a target or a measurement). */
#define LT_TYPE_PROGRESS_PANE (lt_progress_pane_get_type ())
G_DECLARE_FINAL_TYPE (LtProgressPane, lt_progress_pane, LT, PROGRESS_PANE, GtkWidget)

/* Both may be NULL. */
void lt_progress_pane_set_assignment (LtProgressPane *self, LtDocument *document, LtAssignment *assignment);

G_END_DECLS
