/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* Three lists to choose from, "Lead", "Status" and "Deadline", that set the filter which the
 * pages of a document share, and a button that takes it away again. Each choice tells how
 * many assignments of the plan it would show. */
#define LT_TYPE_FILTER_BAR (lt_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (LtFilterBar, lt_filter_bar, LT, FILTER_BAR, GtkWidget)

/* Both NULL for none. */
void lt_filter_bar_set_plan  (LtFilterBar *self, LtDocument *document, LtPlan *plan);

G_END_DECLS
