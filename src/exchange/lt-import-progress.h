/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-state.h"
#include "report/lt-table.h"

G_BEGIN_DECLS

/* What a table says of how far a row has come. FALSE where the words are none. Words behind the
 * state are allowed: "Đã hoàn thành (28/6)"; then @exact is FALSE, and they are to be kept. */
gboolean lt_import_progress_read_state   (const LtCell *cell, LtState *state, gboolean *exact);
/* "60%", "60", 0.6 shown as 60 %: from 0 to 100. */
gboolean lt_import_progress_read_percent (const LtCell *cell, int *percent);

G_END_DECLS
