/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* Collection forms that came back: what they would change, answer by answer, and what
 * stands in the way. Actions "collect.choose", "collect.stop", "collect.take-in",
 * "collect.accept-all" and "collect.accept-none". */
#define LT_TYPE_COLLECT_DIALOG (lt_collect_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LtCollectDialog, lt_collect_dialog, LT, COLLECT_DIALOG, AdwWindow)

GtkWidget *lt_collect_dialog_new        (LtDocument *document);
/* Reads @paths (file name encoding) instead of what was chosen before. */
void       lt_collect_dialog_read       (LtCollectDialog *self, const char *const *paths);

G_END_DECLS
