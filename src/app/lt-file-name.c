/* SPDX-License-Identifier: MIT */
#include "app/lt-file-name.h"

#include <string.h>

char *
lt_file_name_dup_stem (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, LT_FILE_NAME_ENDING))
    name[strlen (name) - strlen (LT_FILE_NAME_ENDING)] = '\0';
  return g_filename_display_name (name);
}

char *
lt_file_name_dup_with_ending (const char *path, const char *ending)
{
  return g_str_has_suffix (path, ending) ? g_strdup (path) : g_strconcat (path, ending, NULL);
}
