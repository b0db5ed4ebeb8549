/* SPDX-License-Identifier: MIT */
#pragma once

#include "report/lt-form-columns.h"

G_BEGIN_DECLS

/* What an agency put into a cell, in the form that files use: the nick of a state, a whole
 * number, an ISO day; empty for an empty cell. Takes the ways in which people write:
 * "đã xong", "50%", 0.5 shown as 50 %, days as text.
 * @note: (out) (nullable) a translated sentence where it was not read as it stands.
 * Returns: (transfer full); NULL where it cannot be told what is meant, with the
 * reason in @note. */
char *lt_form_cell_read (const LtCell *cell, const LtEntry *entry, char **note);

G_END_DECLS
