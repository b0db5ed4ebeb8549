/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How views tell a person what happened, wherever in a window they stand. */

void lt_feedback_toast       (GtkWidget *widget, const char *text);
/* With a button that takes the last edit back. */
void lt_feedback_undo_toast  (GtkWidget *widget, const char *text);
/* With a button that opens the folder @path, which is absolute. */
void lt_feedback_folder_toast (GtkWidget *widget, const char *text, const char *path);
/* The undo on offer would no longer take back what the toast tells of. */
void lt_feedback_drop_undo   (GtkWidget *widget);
/* Whether a file was exported to @path: @error is NULL if it was. */
void lt_feedback_written     (GtkWidget *widget, const char *path, const GError *error);
/* A dialog; @heading says what could not be done. */
void lt_feedback_error       (GtkWidget *widget, const char *heading, const GError *error);

G_END_DECLS
