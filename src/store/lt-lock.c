/* SPDX-License-Identifier: MIT */
#include "store/lt-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store/lt-document.h"
#include "text/lt-date.h"

#define GROUP "holder"

struct _LtLock
{
  char *path;
  int fd;
};

static char *
dup_lock_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *lock_name = g_strdup_printf (".~lock.%s#", name);

  return g_build_filename (folder, lock_name, NULL);
}

static gboolean
lock_descriptor (int fd)
{
#ifdef F_OFD_SETLK
  /* Belongs to this descriptor, not to the process: closing another descriptor
   * of the same file does not drop it. */
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  return fcntl (fd, F_OFD_SETLK, &lock) == 0;
#elif defined F_SETLK
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  return fcntl (fd, F_SETLK, &lock) == 0;
#else
  return TRUE;
#endif
}

/* A holder that goes removes its file; whoever got the lock on the removed one
 * holds nothing. */
static gboolean
is_still_there (int fd, const char *path)
{
  struct stat held;
  struct stat named;

  return fstat (fd, &held) == 0 && stat (path, &named) == 0 && held.st_ino == named.st_ino
         && held.st_dev == named.st_dev;
}

static void
write_holder (int fd)
{
  g_autoptr (GKeyFile) holder = g_key_file_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *since = g_date_time_format (now, "%Y-%m-%d %H:%M");
  g_autofree char *data = NULL;
  gsize length;

  g_key_file_set_string (holder, GROUP, "user", g_get_user_name ());
  g_key_file_set_string (holder, GROUP, "host", g_get_host_name ());
  g_key_file_set_string (holder, GROUP, "since", since);
  data = g_key_file_to_data (holder, &length, NULL);

  /* Who holds it is a courtesy: the lock itself is what keeps others out. */
  if (ftruncate (fd, 0) != 0 || write (fd, data, length) != (gssize) length)
    g_debug ("the lock file could not be written: %s", g_strerror (errno));
}

/* What write_holder() wrote, as people write it; anything else as it stands. */
static char *
dup_since (const char *since)
{
  g_autofree char *iso = g_strndup (since, strcspn (since, " "));
  g_autofree char *day = lt_day_dup_official (lt_day_from_iso (iso));

  return day ? g_strconcat (day, since + strlen (iso), NULL) : g_strdup (since);
}

static void
set_held_error (const char *path, const char *lock_path, GError **error)
{
  g_autoptr (GKeyFile) holder = g_key_file_new ();
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *user = NULL;
  g_autofree char *host = NULL;
  g_autofree char *since = NULL;

  if (g_key_file_load_from_file (holder, lock_path, G_KEY_FILE_NONE, NULL))
    {
      user = g_key_file_get_string (holder, GROUP, "user", NULL);
      host = g_key_file_get_string (holder, GROUP, "host", NULL);
      since = g_key_file_get_string (holder, GROUP, "since", NULL);
    }
  if (user && host && since)
    {
      g_autofree char *shown = dup_since (since);

      g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_READ_ONLY,
                   /* Translators: a file, a user, a computer, a date and time. */
                   _("“%s” is being edited by %s on %s since %s. It can be read; to change it, "
                     "wait until it is closed there."),
                   name, user, host, shown);
    }
  else
    g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_READ_ONLY,
                 _("“%s” is being edited by somebody else. It can be read; to change it, wait "
                   "until it is closed there."),
                 name);
}

LtLock *
lt_lock_take (const char *path, GError **error)
{
  g_autofree char *lock_path = dup_lock_path (path);
  LtLock *self;
  int fd;

  do
    {
      fd = g_open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
      if (fd < 0)
        {
          g_autofree char *folder = g_path_get_dirname (path);
          int reason = errno;

          g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_READ_ONLY,
                       _("The folder “%s” cannot be written to (%s), so the file can only be read. "
                         "Copy it to another folder to change it."),
                       folder, g_strerror (reason));
          return NULL;
        }
      if (!lock_descriptor (fd))
        {
          set_held_error (path, lock_path, error);
          close (fd);
          return NULL;
        }
      if (is_still_there (fd, lock_path))
        break;
      close (fd);
    }
  while (TRUE);

  write_holder (fd);
  self = g_new0 (LtLock, 1);
  self->path = g_steal_pointer (&lock_path);
  self->fd = fd;
  return self;
}

void
lt_lock_free (LtLock *self)
{
  /* Removed while still locked: nobody can be holding what we remove. */
  g_unlink (self->path);
  close (self->fd);
  g_free (self->path);
  g_free (self);
}
