/* SPDX-License-Identifier: MIT */
#pragma once

#include "store/lt-document.h"

G_BEGIN_DECLS

/* What a line of the journal changed, in sentences, one a line: "Assignment 2.1,
 * Deadline: “quý IV” → “31/12/2024”". @changes: (element-type LtChange). (transfer full) */
char *lt_change_text_dup (LtDocument *document, GPtrArray *changes);

G_END_DECLS
