/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-form-reader.h"
#include "exchange/lt-reading.h"

G_BEGIN_DECLS

/* The sheets of a form, found by what they hold: their names may have been changed. */

/* A column of the sheet: G_MAXUINT if nothing stands there. */
guint       _lt_form_find_letters   (LtTable *table, guint column);
/* "Biểu thu thập, F7" (transfer full) */
char       *_lt_form_dup_place      (LtTable *table, guint row, guint column);
/* Letters and digits alone, by which a title is known: "Tỷ lệ %" is "TỶ LỆ (%)". (transfer full) */
char       *_lt_form_dup_letters    (const char *words);

/* FALSE if the sheet is no fingerprint; an error if it is one of a later version. */
gboolean    _lt_form_read_print     (LtReturnedForm *self, LtTable *table, GError **error);
/* FALSE if the sheet has no header of a form (or of its targets). Doubts of @reading about
 * cells with answers are obstacles. */
gboolean    _lt_form_read_sheet     (LtReturnedForm *self, LtTable *table, GPtrArray *doubts);

void        _lt_form_add_problem    (LtReturnedForm *self, LtFormWeight weight, const char *where, char *what);

G_END_DECLS
