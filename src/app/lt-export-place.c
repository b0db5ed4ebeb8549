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
