/* SPDX-License-Identifier: MIT */
#include "exchange/lt-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef O_CLOEXEC
#define O_CLOEXEC 0
#endif
#ifndef O_BINARY
#define O_BINARY 0
#endif

#define TRIES 100
#define LINKS_MAX 40
#define NEW_FILE_MODE 0666

/* A file being written: without a name where the system can do that, so that
 * nothing is left behind if the program is killed. */
typedef struct {
  int fd;
  char *path; /* NULL while it has no name */
} Draft;

static void
set_error_from_errno (GError **error, int code, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *folder_path = g_path_get_dirname (path);
  g_autofree char *folder = g_filename_display_name (folder_path);

  switch (code)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_NO_FOLDER,
                   _("“%s” was not written: the folder “%s” is not there. "
                     "Create it, or choose another one."),
                   name, folder);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_DENIED,
                   _("“%s” was not written: there is no right to write in “%s”, or another "
                     "program keeps the file open. Close it there, or save elsewhere."),
                   name, folder);
      break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_NO_SPACE,
                   _("“%s” was not written: no space is left in “%s”. "
                     "Free some, or save elsewhere; what stood there before is unharmed."),
                   name, folder);
      break;
    case EISDIR:
    case EEXIST:
    case ENOTEMPTY:
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_TARGET,
                   _("“%s” was not written: it is a folder or a device, not a file. "
                     "Choose another name."),
                   name);
      break;
    default:
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FAILED,
                   _("“%s” was not written: %s."), name, g_strerror (code));
      break;
    }
}

/* The file that a chain of symbolic links leads to, which need not exist. */
static char *
dup_target (const char *path)
{
  char *target = g_strdup (path);

  for (guint i = 0; i < LINKS_MAX; i++)
    {
      g_autofree char *link = g_file_read_link (target, NULL);
      g_autofree char *folder = NULL;

      if (link == NULL)
        break;
      folder = g_path_get_dirname (target);
      g_free (target);
      target = g_path_is_absolute (link) ? g_steal_pointer (&link)
                                         : g_build_filename (folder, link, NULL);
    }
  return target;
}

static char *
dup_draft_path (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *name = g_strdup_printf (".lotrinh-%08x.part", g_random_int ());

  return g_build_filename (folder, name, NULL);
}

static gboolean
open_named_draft (Draft *draft, const char *target)
{
  int code;

  for (guint i = 0; i < TRIES; i++)
    {
      draft->path = dup_draft_path (target);
      draft->fd = g_open (draft->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_BINARY,
                          NEW_FILE_MODE);
      if (draft->fd >= 0)
        return TRUE;
      code = errno;
      g_clear_pointer (&draft->path, g_free);
      errno = code;
      if (code != EEXIST)
        break;
    }
  return FALSE;
}

static gboolean
open_draft (Draft *draft, const char *target)
{
#ifdef O_TMPFILE
  g_autofree char *folder = g_path_get_dirname (target);

  draft->fd = g_open (folder, O_WRONLY | O_TMPFILE | O_CLOEXEC, NEW_FILE_MODE);
  if (draft->fd >= 0)
    return TRUE;
#endif
  return open_named_draft (draft, target);
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      gssize written = write (fd, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      data += written;
      length -= (gsize) written;
    }
  return TRUE;
}

static gboolean
name_draft (Draft *draft, const char *target)
{
#ifdef O_TMPFILE
  g_autofree char *unnamed = g_strdup_printf ("/proc/self/fd/%d", draft->fd);

  for (guint i = 0; draft->path == NULL && i < TRIES; i++)
    {
      g_autofree char *path = dup_draft_path (target);

      if (linkat (AT_FDCWD, unnamed, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0)
        draft->path = g_steal_pointer (&path);
      else if (errno != EEXIST)
        break;
    }
#endif
  return draft->path != NULL;
}

/* Some servers know unnamed files but cannot name them later: those are written
 * a second time, under a name. */
static gboolean
rewrite_named (Draft *draft, const char *target, GBytes *bytes)
{
  close (draft->fd);
  return open_named_draft (draft, target) && write_all (draft->fd, bytes)
         && g_fsync (draft->fd) == 0;
}

/* The rename is done; that the folder's own entry is on disk as well is a
 * courtesy that network drives may refuse. */
static void
sync_folder (const char *target)
{
#ifdef G_OS_UNIX
  g_autofree char *folder = g_path_get_dirname (target);
  int fd = g_open (folder, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("The folder %s was not synced: %s", folder, g_strerror (errno));
  close (fd);
#endif
}

static gboolean
write_draft (Draft *draft, const char *target, GBytes *bytes)
{
  GStatBuf old;
  int fd;

  if (!open_draft (draft, target))
    return FALSE;
  if (!write_all (draft->fd, bytes) || g_fsync (draft->fd) != 0)
    return FALSE;
  if (!name_draft (draft, target) && !rewrite_named (draft, target, bytes))
    return FALSE;
#ifdef G_OS_UNIX
  if (g_stat (target, &old) == 0 && fchmod (draft->fd, old.st_mode & 07777) != 0)
    return FALSE;
#endif
  fd = draft->fd;
  draft->fd = -1;
  return close (fd) == 0 && g_rename (draft->path, target) == 0;
}

gboolean
lt_output_replace (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *target = dup_target (path);
  Draft draft = { -1, NULL };
  GStatBuf old;
  gboolean done;

  /* Renaming onto a device or a pipe would put a file in its place. */
  if (g_stat (target, &old) == 0 && !S_ISREG (old.st_mode))
    {
      set_error_from_errno (error, EISDIR, path);
      return FALSE;
    }
  /* Renaming asks the folder for leave, not the file: one that is marked
   * read-only would be replaced all the same. */
  if (g_access (target, F_OK) == 0 && g_access (target, W_OK) != 0)
    {
      set_error_from_errno (error, EACCES, path);
      return FALSE;
    }
  done = write_draft (&draft, target, bytes);
  if (!done)
    {
      int code = errno;

      if (draft.fd >= 0)
        close (draft.fd);
      if (draft.path != NULL)
        g_unlink (draft.path);
      set_error_from_errno (error, code, path);
    }
  else
    sync_folder (target);
  g_free (draft.path);
  return done;
}
