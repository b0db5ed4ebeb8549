/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The table that the clipboard holds, as the program it was copied in wrote it: a web page from
 * Word, Excel and browsers, else text. Fails with G_IO_ERROR_NOT_FOUND where there is none. */
void    lt_clipboard_read_async  (GtkWidget *widget, GAsyncReadyCallback callback, gpointer data);
/* (transfer full) */
GBytes *lt_clipboard_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
