/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tells why the file at @path could not be opened and offers what can be done
 * about it: saving what can be read, or an earlier backup. */
void lt_rescue_dialog_present (GtkWindow *parent, const char *path, const GError *error);

G_END_DECLS
