/* SPDX-License-Identifier: MIT */
#include "store/lt-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "store/lt-document-private.h"
#include "store/lt-rows.h"
#include "store/lt-schema.h"

#define SUFFIX ".lotrinh"
#define PAGES_A_STEP 1000

static gboolean
copy_pages (LtDatabase *from, LtDatabase *to, GCancellable *cancellable, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (lt_database_get_handle (to), "main", lt_database_get_handle (from),
                                                "main");
  int code = SQLITE_OK;

  if (backup == NULL)
    return lt_database_fail (to, sqlite3_errcode (lt_database_get_handle (to)), error);
  while (code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    code = sqlite3_backup_step (backup, PAGES_A_STEP);
  sqlite3_backup_finish (backup);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return code == SQLITE_DONE || lt_database_fail (to, code, error);
}

/* SQLite finds nothing wrong with a text that lost its last bytes; opening does,
 * and a backup that cannot be opened is none. */
static gboolean
can_be_opened (LtDatabase *copy, GError **error)
{
  g_autoptr (LtBook) book = lt_book_new ();
  g_autoptr (LtIdTable) items = lt_id_table_new ();

  return lt_schema_verify (copy, error) && lt_rows_load_book (copy, book, items, error);
}

static gboolean
check_copy (LtDatabase *copy, const char *source, GError **error)
{
  LtStatement *statement = lt_database_get_statement (copy, "PRAGMA integrity_check (1)", error);
  gboolean ok;

  if (statement == NULL || lt_statement_step (statement, error) != LT_STEP_ROW)
    return FALSE;
  ok = g_strcmp0 ((const char *) sqlite3_column_text (lt_statement_get_handle (statement), 0), "ok") == 0;
  lt_statement_reset (statement);
  if (!ok)
    g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_DAMAGED,
                 _("“%s” is damaged, so no backup was made of it and older backups were kept. Save what can be "
                   "read with “lotrinh-cli recover”."),
                 source);
  return ok && can_be_opened (copy, error);
}

static gboolean
make_checked_copy (const char *source, const char *temporary, GCancellable *cancellable, GError **error)
{
  g_autoptr (LtDatabase) from = lt_database_open (source, SQLITE_OPEN_READWRITE, error);
  g_autoptr (LtDatabase) to = from ? lt_database_open (temporary, SQLITE_OPEN_READWRITE, error) : NULL;

  return to && copy_pages (from, to, cancellable, error) && check_copy (to, source, error);
}

static char *
dup_folder (const char *source, const char *folder)
{
  g_autofree char *canonical = g_canonicalize_filename (source, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
  g_autofree char *name = g_path_get_basename (canonical);
  g_autofree char *own = NULL;

  /* Two files of one name in two folders keep their backups apart. */
  digest[8] = '\0';
  own = g_strdup_printf ("%s-%s", name, digest);
  if (folder)
    return g_build_filename (folder, own, NULL);
  return g_build_filename (g_get_user_data_dir (), "lotrinh", "backups", own, NULL);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

static gboolean
is_due (const char *newest, int interval_seconds)
{
  GStatBuf info;

  return newest == NULL || g_stat (newest, &info) != 0
         || g_get_real_time () / G_USEC_PER_SEC - info.st_mtime >= interval_seconds;
}

gboolean
lt_backup_copy (const char *source, const char *target, GCancellable *cancellable, GError **error)
{
  g_autofree char *temporary = g_strconcat (target, ".XXXXXX", NULL);
  g_autofree char *journal = NULL;
  g_autoptr (GError) cause = NULL;
  int version;
  int fd;
  gboolean ok;

  if (!lt_schema_check_head (source, &version, error))
    return FALSE;
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    {
      int reason = errno;

      g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_FAILED,
                   _("No backup can be made at “%s”: %s. Choose another folder."), target, g_strerror (reason));
      return FALSE;
    }
  g_close (fd, NULL);

  ok = make_checked_copy (source, temporary, cancellable, &cause);
  if (!ok)
    {
      /* What is corrupt is the source; all else is about where the copy goes. */
      gboolean corrupt = cause->domain == LT_DATABASE_ERROR && (cause->code & 0xff) == SQLITE_CORRUPT;

      _lt_document_fail (corrupt ? source : target, g_steal_pointer (&cause), error);
    }
  else if (g_rename (temporary, target) != 0)
    {
      int reason = errno;

      g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_FAILED,
                   _("No backup can be made at “%s”: %s. Choose another folder."), target, g_strerror (reason));
      ok = FALSE;
    }
  if (!ok)
    {
      journal = g_strconcat (temporary, "-journal", NULL);
      g_unlink (temporary);
      g_unlink (journal);
    }
  return ok;
}

GStrv
lt_backup_list (const char *source, const char *folder)
{
  g_autofree char *own = dup_folder (source, folder);
  g_autoptr (GDir) dir = g_dir_open (own, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, SUFFIX))
      g_ptr_array_add (paths, g_build_filename (own, name, NULL));
  g_ptr_array_sort (paths, compare_newest_first);
  g_ptr_array_add (paths, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

gboolean
lt_backup_roll (const char *source, const char *folder, int interval_seconds, guint keep, GCancellable *cancellable,
                GError **error)
{
  g_auto (GStrv) before = lt_backup_list (source, folder);
  g_auto (GStrv) after = NULL;
  g_autofree char *own = dup_folder (source, folder);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S-%f");
  g_autofree char *name = g_strconcat (stamp, SUFFIX, NULL);
  g_autofree char *target = g_build_filename (own, name, NULL);

  if (!is_due (before[0], interval_seconds))
    return TRUE;
  if (g_mkdir_with_parents (own, 0700) != 0)
    {
      int reason = errno;

      g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_FAILED,
                   _("The folder for backups “%s” cannot be made: %s."), own, g_strerror (reason));
      return FALSE;
    }
  if (!lt_backup_copy (source, target, cancellable, error))
    return FALSE;

  /* Only now that a good copy stands there may an old one go. */
  after = lt_backup_list (source, folder);
  for (guint i = 0; after[i]; i++)
    if (i >= MAX (keep, 1))
      g_unlink (after[i]);
  return TRUE;
}
