/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "app/lt-print-subject.h"

G_BEGIN_DECLS

/* How a drawing lies on paper, with a preview of the pages; prints them, or saves them as a
 * file. All options are here and none in the system's dialog, which does not show a tab of ours
 * where it comes through a portal. Property "ready" (boolean, read-only): the pages are those of
 * the options. */
#define LT_TYPE_PRINT_DIALOG (lt_print_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LtPrintDialog, lt_print_dialog, LT, PRINT_DIALOG, AdwWindow)

/* @subject: (transfer full). @path: of the plan's file. */
GtkWidget *lt_print_dialog_new  (LtPrintSubject *subject, const char *path);
/* As PDF, SVG, PNG or workbook, by the ending of @path; the last two of three show one page. */
gboolean   lt_print_dialog_save (LtPrintDialog *self, const char *path, GError **error);

G_END_DECLS
