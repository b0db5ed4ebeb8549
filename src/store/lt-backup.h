/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Of one file, that are kept in the user's data folder. */
#define LT_BACKUPS_KEPT 20u

/* These work on the file through a connection of their own and may run in any
 * thread. */

/* Copies a file as it stands by SQLite's backup API, checks the copy, and only
 * then puts it at @target, replacing what was there at once. */
gboolean lt_backup_copy   (const char *source, const char *target, GCancellable *cancellable, GError **error);

/* Rolling backups of @source in the user's data folder (or @folder, for tests):
 * makes one if the newest is older than @interval_seconds and then drops the
 * oldest beyond @keep. A source that fails its check replaces nothing. */
gboolean lt_backup_roll   (const char *source, const char *folder, int interval_seconds, guint keep,
                           GCancellable *cancellable, GError **error);
/* Paths of the backups of @source, newest first. */
GStrv    lt_backup_list   (const char *source, const char *folder);

typedef struct {
  guint rows;     /* saved */
  guint lost;     /* pages or rows that could not be read */
  guint orphans;  /* rows without their parent, put below a plan of their own */
} LtRecovery;

/* Saves what can be read of a damaged file into a new one at @target, which
 * must not exist; the damaged file is left as it is. */
gboolean lt_recover       (const char *damaged, const char *target, LtRecovery *result, GError **error);

G_END_DECLS
