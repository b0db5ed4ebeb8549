/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-book.h"

G_BEGIN_DECLS

/* New rows as a person expects to find them. (transfer full) */

/* With the settings' reading of "before a day", this year, and a title to change. */
LtItem *lt_draft_new_plan        (void);
/* With one empty assignment, so that there is a row to type into. */
LtItem *lt_draft_new_initiative  (void);
LtItem *lt_draft_new_assignment  (void);
LtItem *lt_draft_new_outcome     (void);
LtItem *lt_draft_new_agency      (const char *name);

G_END_DECLS
