/* SPDX-License-Identifier: MIT */
#include "app/lt-clipboard.h"

#include <glib/gi18n-lib.h>

static void
fail (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s",
                           _("The clipboard holds no table. Copy one in Word, Excel or a browser first."));
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  gssize size = g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else if (size <= 0)
    fail (task);
  else
    g_task_return_pointer (task, g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source)),
                           (GDestroyNotify) g_bytes_unref);
}

/* Whoever owns the clipboard may be this program: waiting here would wait for itself. */
static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GOutputStream) copy = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);

  if (stream == NULL)
    {
      fail (task);
      return;
    }
  copy = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (copy, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, copied_cb, g_object_ref (task));
}

void
lt_clipboard_read_async (GtkWidget *widget, GAsyncReadyCallback callback, gpointer data)
{
  static const char *types[] = { "text/html", "text/plain;charset=utf-8", "UTF8_STRING", "text/plain", NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  g_autoptr (GPtrArray) offered = g_ptr_array_new ();
  g_autoptr (GTask) task = g_task_new (widget, NULL, callback, data);

  for (guint i = 0; types[i] != NULL; i++)
    if (gdk_content_formats_contain_mime_type (formats, types[i]))
      g_ptr_array_add (offered, (gpointer) types[i]);
  if (offered->len == 0 && gdk_content_formats_contain_gtype (formats, G_TYPE_STRING))
    g_ptr_array_add (offered, (gpointer) "text/plain;charset=utf-8");
  if (offered->len == 0)
    {
      fail (task);
      return;
    }
  g_ptr_array_add (offered, NULL);
  gdk_clipboard_read_async (clipboard, (const char **) offered->pdata, G_PRIORITY_DEFAULT, NULL, opened_cb,
                            g_object_ref (task));
}

GBytes *
lt_clipboard_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
