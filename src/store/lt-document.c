/* SPDX-License-Identifier: MIT */
#include "store/lt-document.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/lt-backup.h"
#include "store/lt-document-private.h"
#include "store/lt-rows.h"
#include "store/lt-schema.h"

/* How long a command waits for another that holds the file for a moment. */
#define LOCK_PATIENCE_MS 3000
#define LOCK_RETRY_MS 50
/* What an edit writes is read again when it is committed, so it is kept at hand. */
#define EDIT_CACHE_KIB 16384
/* How soon a reader shows what the writer did. */
#define WATCH_SECONDS 1

enum {
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS
};

enum {
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_QUARK (lt-document-error-quark, lt_document_error)
G_DEFINE_FINAL_TYPE (LtDocument, lt_document, G_TYPE_OBJECT)

static void
lt_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LtDocument *self = LT_DOCUMENT (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, lt_document_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, lt_document_get_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_take_string (value, lt_document_dup_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_take_string (value, lt_document_dup_redo_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lt_document_dispose (GObject *object)
{
  lt_document_close (LT_DOCUMENT (object));

  G_OBJECT_CLASS (lt_document_parent_class)->dispose (object);
}

static void
lt_document_finalize (GObject *object)
{
  LtDocument *self = LT_DOCUMENT (object);

  g_clear_object (&self->history);
  g_clear_pointer (&self->items, lt_id_table_free);
  g_clear_object (&self->book);
  g_array_unref (self->undo_stack);
  g_array_unref (self->redo_stack);
  g_free (self->read_only_reason);
  g_free (self->author);
  g_free (self->path);

  G_OBJECT_CLASS (lt_document_parent_class)->finalize (object);
}

static void
lt_document_class_init (LtDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = lt_document_get_property;
  object_class->dispose = lt_document_dispose;
  object_class->finalize = lt_document_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
lt_document_init (LtDocument *self)
{
  self->author = g_strdup (g_get_user_name ());
  self->book = lt_book_new ();
  self->items = lt_id_table_new ();
  self->undo_stack = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->redo_stack = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static LtLock *
take_lock (const char *path, gboolean patient, GError **error)
{
  for (int waited = 0;; waited += LOCK_RETRY_MS)
    {
      g_autoptr (GError) cause = NULL;
      LtLock *lock = lt_lock_take (path, &cause);

      if (lock || !patient || waited >= LOCK_PATIENCE_MS)
        {
          if (cause)
            g_propagate_error (error, g_steal_pointer (&cause));
          return lock;
        }
      g_usleep (LOCK_RETRY_MS * 1000);
    }
}

static gboolean
check_writable (const char *path, GError **error)
{
  int reason;

  if (g_access (path, W_OK) == 0)
    return TRUE;
  reason = errno;
  g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_READ_ONLY,
               _("The file “%s” cannot be written to (%s), so it can only be read. Copy it to "
                 "another folder to change it."),
               path, g_strerror (reason));
  return FALSE;
}

typedef struct {
  const char *path;
  GError *error;
} Check;

/* On a connection of its own: it runs beside the reading, which takes as long. */
/* "*** in database main ***\nPage 11: …": what is wrong, in one line. */
static char *
dup_finding (const char *found)
{
  g_auto (GStrv) lines = g_strsplit (found, "\n", -1);
  g_autoptr (GString) finding = g_string_new (NULL);

  for (guint i = 0; lines[i]; i++)
    {
      if (*lines[i] != '\0' && !g_str_has_prefix (lines[i], "***"))
        g_string_append_printf (finding, "%s%s", finding->len > 0 ? "; " : "", lines[i]);
    }
  return g_string_free (g_steal_pointer (&finding), FALSE);
}

static gpointer
check_integrity (gpointer data)
{
  Check *check = data;
  g_autoptr (GError) cause = NULL;
  g_autoptr (LtDatabase) database = lt_database_open (check->path, SQLITE_OPEN_READONLY, &cause);
  LtStatement *statement = database ? lt_database_get_statement (database, "PRAGMA integrity_check (1)", &cause) : NULL;
  g_autofree char *found = NULL;

  if (statement == NULL || lt_statement_step (statement, &cause) != LT_STEP_ROW)
    {
      _lt_document_fail (check->path, g_steal_pointer (&cause), &check->error);
      return NULL;
    }
  found = lt_statement_dup_text (statement, 0);
  if (strcmp (found, "ok") != 0)
    {
      g_autofree char *finding = dup_finding (found);

      g_set_error (&check->error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_DAMAGED,
                   _("“%s” is damaged (%s). Open a backup, or save what can be read with “lotrinh-cli recover”; "
                     "the file was left as it is."),
                   check->path, finding);
    }
  return NULL;
}

/* A file that came in WAL mode goes back to the rollback journal, which is safe
 * on network shares; a reader must not write at all. */
static gboolean
settle_journal (LtDocument *self, GError **error)
{
  return lt_database_exec (self->database,
                           self->read_only_reason ? "PRAGMA query_only = ON" : "PRAGMA journal_mode = DELETE", error);
}

static gboolean
watch_cb (gpointer data)
{
  LtDocument *self = data;
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (gint64));
  LtStatement *statement = lt_database_get_statement (
    self->database, "SELECT id FROM history WHERE id > :last ORDER BY id", NULL);

  if (statement == NULL)
    return G_SOURCE_CONTINUE;
  lt_statement_bind_integer (statement, ":last", self->last_entry);
  while (lt_statement_step (statement, NULL) == LT_STEP_ROW)
    {
      gint64 id = sqlite3_column_int64 (lt_statement_get_handle (statement), 0);

      g_array_append_val (entries, id);
    }
  for (guint i = 0; i < entries->len; i++)
    {
      gint64 id = g_array_index (entries, gint64, i);

      if (_lt_history_follow (self, id, NULL))
        _lt_history_entry_added (self, id);
    }
  return G_SOURCE_CONTINUE;
}

static gboolean
read_all (LtDocument *self, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (!lt_schema_verify (self->database, &cause)
      || !lt_rows_load_book (self->database, self->book, self->items, &cause)
      || !lt_database_exec (self->database, "PRAGMA cache_size = -" G_STRINGIFY (EDIT_CACHE_KIB), &cause))
    return _lt_document_fail (self->path, g_steal_pointer (&cause), error);
  return _lt_history_load_stacks (self, error);
}

/* An older file is brought up to date when a copy of it as it was is safe, and only read where none is. */
static gboolean
bring_up_to_date (LtDocument *self, int version, LtOpenFlags flags, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (version == LT_SCHEMA_VERSION || self->read_only_reason)
    return TRUE;
  if (lt_backup_roll (self->path, NULL, 0, LT_BACKUPS_KEPT, NULL, &cause))
    return lt_schema_upgrade (self->database, version, &cause)
           || _lt_document_fail (self->path, g_steal_pointer (&cause), error);
  if (flags & LT_OPEN_MUST_WRITE)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  /* Translators: %s is a sentence that says why there is no backup. */
  self->read_only_reason = g_strdup_printf (_("The file was written by an older version. To be changed it must be "
                                              "brought up to date, and that is not done without a backup. %s"),
                                            cause->message);
  g_clear_error (&cause);
  g_clear_pointer (&self->lock, lt_lock_free);
  return settle_journal (self, &cause) || _lt_document_fail (self->path, g_steal_pointer (&cause), error);
}

static gboolean
load (LtDocument *self, int version, LtOpenFlags flags, GError **error)
{
  g_autoptr (GError) cause = NULL;
  Check check = { self->path, NULL };
  GThread *thread;
  gint64 n_objects;
  gboolean ok;

  self->database = lt_database_open (self->path, SQLITE_OPEN_READWRITE, &cause);
  /* The first reading also takes back what a crash left half done, before
   * anybody else looks. */
  if (self->database == NULL || !settle_journal (self, &cause)
      || !lt_database_get_integer (self->database, "SELECT count (*) FROM sqlite_schema", &n_objects, &cause))
    return _lt_document_fail (self->path, g_steal_pointer (&cause), error);
  if (!bring_up_to_date (self, version, flags, error))
    return FALSE;

  thread = g_thread_try_new ("integrity", check_integrity, &check, NULL);
  if (thread == NULL)
    check_integrity (&check);
  ok = read_all (self, error);
  if (thread)
    g_thread_join (thread);
  if (check.error == NULL)
    return ok;

  /* What the check says is nearer to the cause than where the reading broke off. */
  g_clear_error (error);
  g_propagate_error (error, check.error);
  return FALSE;
}

static gboolean
fill_new_file (LtDatabase *database, const char *path, LtBook *contents, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (LtEdit) edit = NULL;
  g_autofree char *identity = g_uuid_string_random ();
  g_autofree char *sql = g_strdup_printf ("INSERT INTO file (key, value) VALUES ('identity', '%s')", identity);

  if (!lt_schema_upgrade (database, 0, &cause) || !lt_database_exec (database, "BEGIN IMMEDIATE", &cause)
      || !lt_database_exec (database, sql, &cause))
    return _lt_document_fail (path, g_steal_pointer (&cause), error);
  edit = _lt_edit_new_plain (database, path);
  if (contents && !_lt_edit_insert_book (edit, contents, NULL, error))
    return FALSE;
  return lt_database_exec (database, "COMMIT", &cause) || _lt_document_fail (path, g_steal_pointer (&cause), error);
}

/* Puts @temporary at @path only if nothing is there, in one step. */
static gboolean
put_in_place (const char *temporary, const char *path, GError **error)
{
  int reason;

  if (link (temporary, path) == 0)
    return TRUE;
  reason = errno;
  /* Shares of some kinds know no hard links. */
  if (reason != EEXIST && !g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (temporary, path) == 0)
    return TRUE;
  if (reason == EEXIST)
    g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_EXISTS,
                 _("There is already a file “%s”. Choose another name, or open that file."), path);
  else
    g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_FAILED,
                 _("“%s” could not be made: %s."), path, g_strerror (reason));
  return FALSE;
}

gboolean
_lt_document_fail (const char *path, GError *cause, GError **error)
{
  g_autoptr (GError) own = cause;

  if (own->domain != LT_DATABASE_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  switch (own->code & 0xff)
    {
    case SQLITE_FULL:
      g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_FAILED,
                   _("“%s” could not be written: the disk is full. Nothing was changed; free some space "
                     "and try again."),
                   path);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_DAMAGED,
                   _("“%s” is damaged (%s). Open a backup, or save what can be read with “lotrinh-cli recover”; "
                     "the file was left as it is."),
                   path, own->message);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_FAILED,
                   _("“%s” is in use by another program. Nothing was changed; try again in a moment."), path);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_READ_ONLY,
                   _("“%s” or its folder cannot be written to. Nothing was changed; copy the file to another "
                     "folder, or ask for the right to write."),
                   path);
      break;
    default:
      g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_FAILED,
                   _("“%s” could not be read or written (%s). Nothing was changed; check the disk or the "
                     "network drive and try again."),
                   path, own->message);
      break;
    }
  return FALSE;
}

LtDocument *
lt_document_create (const char *path, LtBook *contents, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf (".%s.XXXXXX", name);
  g_autofree char *temporary = g_build_filename (folder, hidden, NULL);
  g_autoptr (GError) cause = NULL;
  LtDatabase *database;
  gboolean ok = FALSE;
  int fd;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_EXISTS,
                   _("There is already a file “%s”. Choose another name, or open that file."), path);
      return NULL;
    }
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    {
      int reason = errno;

      g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_READ_ONLY,
                   _("No file can be made in the folder “%s”: %s."), folder, g_strerror (reason));
      return NULL;
    }
  close (fd);

  database = lt_database_open (temporary, SQLITE_OPEN_READWRITE, &cause);
  if (database)
    {
      ok = fill_new_file (database, path, contents, error);
      lt_database_free (database);
    }
  else
    _lt_document_fail (path, g_steal_pointer (&cause), error);
  ok = ok && put_in_place (temporary, path, error);
  g_unlink (temporary);
  if (!ok)
    {
      g_autofree char *journal = g_strconcat (temporary, "-journal", NULL);

      g_unlink (journal);
      return NULL;
    }
  return lt_document_open (path, LT_OPEN_DEFAULT, error);
}

LtDocument *
lt_document_open (const char *path, LtOpenFlags flags, GError **error)
{
  g_autoptr (LtDocument) self = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *real_path = NULL;
  int version;

  g_return_val_if_fail (path, NULL);

  if (!lt_schema_check_head (path, &version, error))
    return NULL;
  self = g_object_new (LT_TYPE_DOCUMENT, NULL);
#ifdef G_OS_UNIX
  /* Two links to one file must meet at one lock. */
  real_path = realpath (path, NULL);
#endif
  self->path = real_path ? g_strdup (real_path) : g_canonicalize_filename (path, NULL);

  if (flags & LT_OPEN_READ_ONLY)
    self->read_only_reason = g_strdup (_("The file was opened for reading only."));
  else
    {
      if (check_writable (self->path, &cause))
        self->lock = take_lock (self->path, flags & LT_OPEN_MUST_WRITE, &cause);
      if (self->lock == NULL && flags & LT_OPEN_MUST_WRITE)
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return NULL;
        }
      if (self->lock == NULL)
        self->read_only_reason = g_strdup (cause->message);
    }
  if (!load (self, version, flags, error))
    return NULL;
  if (self->read_only_reason)
    self->watch = g_timeout_add_seconds (WATCH_SECONDS, watch_cb, self);
  return g_steal_pointer (&self);
}

void
lt_document_close (LtDocument *self)
{
  g_return_if_fail (LT_IS_DOCUMENT (self));

  g_clear_handle_id (&self->watch, g_source_remove);
  if (self->edit)
    lt_edit_abort (self->edit);
  g_clear_pointer (&self->database, lt_database_free);
  g_clear_pointer (&self->lock, lt_lock_free);
}

LtBook *
lt_document_get_book (LtDocument *self)
{
  g_return_val_if_fail (LT_IS_DOCUMENT (self), NULL);

  return self->book;
}

const char *
lt_document_get_path (LtDocument *self)
{
  g_return_val_if_fail (LT_IS_DOCUMENT (self), NULL);

  return self->path;
}

gboolean
lt_document_get_read_only (LtDocument *self)
{
  return lt_document_get_read_only_reason (self) != NULL;
}

const char *
lt_document_get_read_only_reason (LtDocument *self)
{
  g_return_val_if_fail (LT_IS_DOCUMENT (self), NULL);

  return self->read_only_reason;
}

LtItem *
lt_document_find_item (LtDocument *self, gint64 id)
{
  g_return_val_if_fail (LT_IS_DOCUMENT (self), NULL);

  return lt_id_table_lookup (self->items, id);
}

void
lt_document_set_author (LtDocument *self, const char *author)
{
  g_return_if_fail (LT_IS_DOCUMENT (self));

  g_free (self->author);
  self->author = g_strdup (author && *author ? author : g_get_user_name ());
}
