/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "chart/lt-timeline.h"

G_BEGIN_DECLS

/* A timeline as it will lie on paper: which paper, on how many pages, from when to
 * when; then to a printer or into a file. Property "ready": whether the pages that
 * are shown are those that were asked for. */
#define LT_TYPE_TIMELINE_PRINT_DIALOG (lt_timeline_print_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LtTimelinePrintDialog, lt_timeline_print_dialog, LT, TIMELINE_PRINT_DIALOG,
                      AdwWindow)

/* @path: of the plan's file, beside which others are proposed. */
GtkWidget *lt_timeline_print_dialog_new  (LtTimeline *timeline, const char *path);
/* Takes the ending of @path for the format: ".pdf" holds all pages, ".svg" and ".png" the
 * one that is shown. */
gboolean   lt_timeline_print_dialog_save (LtTimelinePrintDialog *self, const char *path,
                                          GError **error);

G_END_DECLS
