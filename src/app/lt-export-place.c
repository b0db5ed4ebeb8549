/* SPDX-License-Identifier: MIT */
#include "app/lt-export-place.h"

char *
lt_export_place_dup_folder (LtDocument *document)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *folder = g_path_get_dirname (lt_document_get_path (document));

  /* Nobody looks for a document among the programs' own data. */
  if (!g_str_has_prefix (folder, g_get_user_data_dir ()))
    return g_steal_pointer (&folder);
  return g_strdup (documents && g_file_test (documents, G_FILE_TEST_IS_DIR) ? documents : g_get_home_dir ());
}

char *
lt_export_place_dup_absolute (const char *typed)
{
  g_autofree char *stripped = g_strstrip (g_strdup (typed));

  if (g_str_has_prefix (stripped, "~/"))
    return g_build_filename (g_get_home_dir (), stripped + 2, NULL);
  return g_canonicalize_filename (stripped, g_get_home_dir ());
}

static void
chosen_cb (GtkNativeDialog *native, int response, GtkEditable *path)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  g_autofree char *chosen = file ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && chosen)
    gtk_editable_set_text (path, chosen);
  g_object_unref (native);
}

void
lt_export_place_choose (GtkFileChooserNative *native, GtkEditable *path)
{
  g_signal_connect_object (native, "response", G_CALLBACK (chosen_cb), path, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}
