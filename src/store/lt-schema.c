/* SPDX-License-Identifier: MIT */
#include "store/lt-schema.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "store/lt-document.h"
#include "store/lt-store-resources.h"

#define RESOURCE_PREFIX "/io/github/lotrinh/LoTrinh/schema/"

/* https://www.sqlite.org/fileformat.html, 1.3: the database header */
#define HEADER_SIZE 100
#define HEADER_MAGIC "SQLite format 3"
#define USER_VERSION_OFFSET 60
#define APPLICATION_ID_OFFSET 68

static const char *const steps[] = {
  RESOURCE_PREFIX "001-first.sql",
  RESOURCE_PREFIX "002-baseline.sql",
};

G_STATIC_ASSERT (G_N_ELEMENTS (steps) == LT_SCHEMA_VERSION);

static guint32
read_big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static char *
dup_step (int index)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (lt_store_get_resource (), steps[index],
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

gboolean
lt_schema_check_place (const char *path, GError **error)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    {
      int reason = errno;

      if (reason == ENOENT)
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                     _("There is no file “%s”. Check its name and folder."), path);
      else
        g_set_error (error, G_IO_ERROR, g_io_error_from_errno (reason),
                     _("“%s” cannot be read: %s."), path, g_strerror (reason));
      return FALSE;
    }
  if (S_ISDIR (info.st_mode))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                   _("“%s” is a folder, not a plan file. Name the file inside it."), path);
      return FALSE;
    }
  /* To read a pipe could mean to wait for ever. */
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   _("“%s” is a pipe or a device, not a plan file. Open a file that ends in .lotrinh."), path);
      return FALSE;
    }
  return TRUE;
}

gboolean
lt_schema_check_head (const char *path, int *version, GError **error)
{
  guint8 header[HEADER_SIZE];
  g_autofree char *name = g_path_get_basename (path);
  FILE *stream;
  gsize size;
  int reason;
  guint32 user_version;

  if (!lt_schema_check_place (path, error))
    return FALSE;
  stream = g_fopen (path, "rb");
  reason = errno;
  if (stream == NULL)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (reason),
                   _("“%s” cannot be read: %s."), path, g_strerror (reason));
      return FALSE;
    }
  size = fread (header, 1, sizeof header, stream);
  fclose (stream);

  if (size < sizeof header || memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0
      || read_big_endian (header + APPLICATION_ID_OFFSET) != LT_APPLICATION_ID)
    {
      g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_FOREIGN,
                   _("“%s” is not a Lộ Trình plan file. Open a file that ends in .lotrinh; "
                     "the file was left as it is."),
                   name);
      return FALSE;
    }
  user_version = read_big_endian (header + USER_VERSION_OFFSET);
  if (user_version > LT_SCHEMA_VERSION)
    {
      g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_NEWER,
                   _("“%s” was written by a newer version of Lộ Trình (file format %u, this "
                     "version reads up to %d). Update the program to open it; the file was left as it is."),
                   name, user_version, LT_SCHEMA_VERSION);
      return FALSE;
    }
  *version = (int) user_version;
  return TRUE;
}

static gboolean
take_steps (LtDatabase *database, int version, int target, GError **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
                                            LT_APPLICATION_ID, target);

  if (!lt_database_exec (database, "BEGIN IMMEDIATE", error))
    return FALSE;
  for (int i = version; i < target; i++)
    {
      g_autofree char *sql = dup_step (i);

      if (!lt_database_exec (database, sql, error))
        {
          lt_database_rollback (database);
          return FALSE;
        }
    }
  if (!lt_database_exec (database, stamp, error))
    {
      lt_database_rollback (database);
      return FALSE;
    }
  return TRUE;
}

gboolean
lt_schema_upgrade (LtDatabase *database, int version, GError **error)
{
  return take_steps (database, version, LT_SCHEMA_VERSION, error);
}

int
lt_schema_get_version (LtDatabase *database, GError **error)
{
  gint64 version;

  if (!lt_database_get_integer (database, "PRAGMA user_version", &version, error))
    return 0;
  return (int) CLAMP (version, 1, LT_SCHEMA_VERSION);
}

gboolean
lt_schema_verify (LtDatabase *database, GError **error)
{
  int version = lt_schema_get_version (database, error);
  g_autoptr (LtDatabase) fresh = lt_database_open (":memory:", SQLITE_OPEN_READWRITE, error);
  const char *sql = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name";
  LtStatement *expected;
  LtStatement *found;

  if (version == 0 || fresh == NULL || !take_steps (fresh, 0, version, error))
    return FALSE;
  expected = lt_database_get_statement (fresh, sql, error);
  found = lt_database_get_statement (database, sql, error);
  if (expected == NULL || found == NULL)
    return FALSE;

  for (;;)
    {
      LtStep first = lt_statement_step (expected, error);
      LtStep second = first == LT_STEP_FAILED ? first : lt_statement_step (found, error);
      gboolean same = first == second;

      if (first == LT_STEP_FAILED || second == LT_STEP_FAILED)
        return FALSE;
      for (int column = 0; column < 3 && same && first == LT_STEP_ROW; column++)
        same = g_strcmp0 ((const char *) sqlite3_column_text (lt_statement_get_handle (expected), column),
                          (const char *) sqlite3_column_text (lt_statement_get_handle (found), column)) == 0;
      if (!same)
        {
          lt_statement_reset (found);
          g_set_error_literal (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_FOREIGN,
                               _("The tables of this file are not those that Lộ Trình makes: another "
                                 "program has changed them. Open a backup, or save what can be read "
                                 "with “lotrinh-cli recover”."));
          return FALSE;
        }
      if (first == LT_STEP_DONE)
        return TRUE;
    }
}
