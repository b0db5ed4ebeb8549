/* SPDX-License-Identifier: MIT */
#include "app/lt-settings.h"

#include "lt-config.h"

#define MAX_RECENT 12

static GSettingsSchema *
find_schema_in (const char *directory)
{
  g_autoptr (GSettingsSchemaSource) source = NULL;

  if (!g_file_test (directory, G_FILE_TEST_IS_DIR))
    return NULL;
  source = g_settings_schema_source_new_from_directory (directory, g_settings_schema_source_get_default (),
                                                        TRUE, NULL);
  return source ? g_settings_schema_source_lookup (source, LT_APP_ID, FALSE) : NULL;
}

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *bindir = program ? g_path_get_dirname (program) : g_get_current_dir ();
  g_autofree char *installed = g_build_filename (bindir, "..", "share", "glib-2.0", "schemas", NULL);
  g_autofree char *built = g_build_filename (bindir, "..", "..", "data", NULL);
  GSettingsSchema *schema;

  /* Beside the program first: an installed older version must not shadow it. */
  schema = find_schema_in (built);
  if (schema == NULL)
    schema = find_schema_in (installed);
  if (schema == NULL && source)
    schema = g_settings_schema_source_lookup (source, LT_APP_ID, TRUE);
  return schema;
}

static GSettings *
open_settings (void)
{
  g_autoptr (GSettingsSchema) schema = find_schema ();

  return schema ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

GSettings *
lt_settings_get (void)
{
  static GSettings *settings;

  if (settings == NULL)
    settings = open_settings ();
  return settings;
}

char *
lt_settings_dup_language (void)
{
  return g_settings_get_string (lt_settings_get (), "language");
}

char *
lt_settings_dup_author (void)
{
  g_autofree char *author = g_settings_get_string (lt_settings_get (), "author");

  g_strstrip (author);
  if (*author == '\0')
    {
      const char *name = g_get_real_name ();

      return g_strdup (g_str_equal (name, "Unknown") ? g_get_user_name () : name);
    }
  return g_steal_pointer (&author);
}

GStrv
lt_settings_dup_recent (void)
{
  g_auto (GStrv) paths = g_settings_get_strv (lt_settings_get (), "recent-files");
  g_autoptr (GStrvBuilder) present = g_strv_builder_new ();

  for (guint i = 0; paths[i]; i++)
    if (g_file_test (paths[i], G_FILE_TEST_EXISTS))
      g_strv_builder_add (present, paths[i]);
  return g_strv_builder_end (present);
}

static void
store_recent (const char *first, const char *without)
{
  g_auto (GStrv) paths = g_settings_get_strv (lt_settings_get (), "recent-files");
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  if (first)
    g_ptr_array_add (kept, (gpointer) first);
  for (guint i = 0; paths[i] && kept->len < MAX_RECENT; i++)
    if (!g_str_equal (paths[i], without))
      g_ptr_array_add (kept, paths[i]);
  g_ptr_array_add (kept, NULL);
  g_settings_set_strv (lt_settings_get (), "recent-files", (const char *const *) kept->pdata);
}

void
lt_settings_add_recent (const char *path)
{
  store_recent (path, path);
}

void
lt_settings_forget_recent (const char *path)
{
  store_recent (NULL, path);
}

int
lt_settings_get_due_soon_days (void)
{
  return g_settings_get_int (lt_settings_get (), "due-soon-days");
}

GStrv
lt_settings_dup_holidays (void)
{
  return g_settings_get_strv (lt_settings_get (), "holidays");
}

void
lt_settings_set_holidays (const char *const *entries)
{
  g_settings_set_strv (lt_settings_get (), "holidays", entries);
}

LtCalendar *
lt_settings_dup_calendar (void)
{
  g_auto (GStrv) entries = lt_settings_dup_holidays ();

  return lt_calendar_new ((const char *const *) entries);
}

void
lt_settings_reset (void)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (lt_settings_get (), "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i]; i++)
    g_settings_reset (lt_settings_get (), keys[i]);
  g_settings_sync ();
}
