/* SPDX-License-Identifier: MIT */
#include "store/lt-document.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "store/lt-document-private.h"
#include "store/lt-label.h"
#include "store/lt-rows.h"
#include "store/lt-schema.h"

/* How long a command waits for another that holds the file for a moment. */
#define LOCK_PATIENCE_MS 3000
#define LOCK_RETRY_MS 50
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
  g_clear_pointer (&self->items, g_hash_table_unref);
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
  self->items = g_hash_table_new (NULL, NULL);
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
static gpointer
check_integrity (gpointer data)
{
  Check *check = data;
  g_autoptr (GError) cause = NULL;
  g_autoptr (LtDatabase) database = lt_database_open (check->path, SQLITE_OPEN_READONLY, &cause);
  LtStatement *statement = database ? lt_database_get_statement (database, "PRAGMA integrity_check (1)", &cause) : NULL;
  const char *found;

  if (statement == NULL || lt_statement_step (statement, &cause) != LT_STEP_ROW)
    {
      _lt_document_fail (check->path, g_steal_pointer (&cause), &check->error);
      return NULL;
    }
  found = (const char *) sqlite3_column_text (lt_statement_get_handle (statement), 0);
  if (g_strcmp0 (found, "ok") != 0)
    g_set_error (&check->error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_DAMAGED,
                 _("“%s” is damaged (%s). Open a backup, or save what can be read with “lotrinh-cli recover”; "
                   "the file was left as it is."),
                 check->path, found);
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
      || !lt_rows_load_book (self->database, self->book, self->items, &cause))
    return _lt_document_fail (self->path, g_steal_pointer (&cause), error);
  return _lt_history_load_stacks (self, error);
}

static gboolean
load (LtDocument *self, int version, GError **error)
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
  if (version < LT_SCHEMA_VERSION && !self->read_only_reason
      && !lt_schema_upgrade (self->database, version, &cause))
    return _lt_document_fail (self->path, g_steal_pointer (&cause), error);

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

/* One act, one edit: opens it, hands it to @step, and commits. */
static LtEdit *
begin_act (LtDocument *self, const char *msgid, LtItem *item, GError **error)
{
  g_autofree char *path = item ? lt_item_dup_path (item) : NULL;
  g_autofree char *label = path && *path ? lt_label_new (msgid, path, NULL) : lt_label_new (msgid, "", NULL);

  return lt_document_begin_edit (self, label, error);
}

static const char *
get_msgid (LtItem *item, const char *const msgids[4])
{
  if (LT_IS_INITIATIVE (item))
    return msgids[0];
  if (LT_IS_ASSIGNMENT (item))
    return msgids[1];
  if (LT_IS_OUTCOME (item))
    return msgids[2];
  return msgids[3];
}

static char *
dup_name (LtItem *item)
{
  if (LT_IS_AGENCY (item))
    return g_strdup (lt_agency_get_name (LT_AGENCY (item)));
  if (LT_IS_PLAN (item))
    return g_strdup (lt_plan_get_title (LT_PLAN (item)));
  return lt_item_dup_path (item);
}

static LtItem *
copy_item (LtItem *item)
{
  const LtItemInfo *info = lt_item_type_get_info (G_OBJECT_TYPE (item));
  LtItem *copy = lt_item_new_draft (G_OBJECT_TYPE (item), 0);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const LtField *field = &info->fields[i];

      if (field->kind == LT_FIELD_TEXT || field->kind == LT_FIELD_LIST)
        lt_item_set_text (copy, field, lt_item_get_text (item, field));
      else if (field->kind == LT_FIELD_REAL)
        lt_item_set_real (copy, field, lt_item_get_real (item, field));
      else
        lt_item_set_integer (copy, field, lt_item_get_integer (item, field));
    }
  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    lt_item_append_draft (copy, copy_item (lt_item_get_child (item, i)));
  return copy;
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
  if (!load (self, version, error))
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

  return g_hash_table_lookup (self->items, LT_ID_KEY (id));
}

void
lt_document_set_author (LtDocument *self, const char *author)
{
  g_return_if_fail (LT_IS_DOCUMENT (self));

  g_free (self->author);
  self->author = g_strdup (author && *author ? author : g_get_user_name ());
}

gboolean
lt_document_set (LtDocument *self, LtItem *item, const char *name, const char *value, GError **error)
{
  const LtField *field = lt_item_type_find_field (G_OBJECT_TYPE (item), name);
  g_autofree char *what = dup_name (item);
  g_autofree char *title = g_strconcat (LT_LABEL_TRANSLATE, field ? field->title : name, NULL);
  g_autofree char *label = NULL;
  LtEdit *edit;

  /* Translators: a field's title, then the row it stands in: "2.1" or a name. */
  label = lt_label_new (N_("Change “%s” of %s"), title, what, NULL);
  edit = lt_document_begin_edit (self, label, error);
  if (edit == NULL)
    return FALSE;
  if (!lt_edit_set (edit, item, name, value, error))
    {
      lt_edit_abort (edit);
      return FALSE;
    }
  return lt_edit_commit (edit, error);
}

LtItem *
lt_document_add (LtDocument *self, LtItem *parent, LtItem *before, LtItem *draft, GError **error)
{
  static const char *const msgids[] = {
    N_("Add model %s"), N_("Add assignment %s"), N_("Add expected result %s"), N_("Add “%s”"),
  };
  g_autofree char *path = lt_item_dup_path (parent);
  guint number = (before ? lt_item_get_index (before) : lt_item_get_n_children (parent)) + 1;
  g_autofree char *place = LT_IS_INITIATIVE (draft) || LT_IS_ASSIGNMENT (draft) || LT_IS_OUTCOME (draft)
                             ? g_strdup_printf ("%s%s%u", path, *path ? "." : "", number)
                             : dup_name (draft);
  g_autofree char *label = lt_label_new (get_msgid (draft, msgids), place, NULL);
  LtEdit *edit = lt_document_begin_edit (self, label, error);
  gint64 id;

  if (edit == NULL)
    return NULL;
  id = lt_edit_insert (edit, parent, before, draft, error);
  if (id == 0)
    {
      lt_edit_abort (edit);
      return NULL;
    }
  return lt_edit_commit (edit, error) ? lt_document_find_item (self, id) : NULL;
}

gboolean
lt_document_remove (LtDocument *self, GPtrArray *items, GError **error)
{
  static const char *const msgids[] = {
    N_("Remove model %s"), N_("Remove assignment %s"), N_("Remove expected result %s"), N_("Remove “%s”"),
  };
  LtItem *first = items->len ? g_ptr_array_index (items, 0) : NULL;
  g_autofree char *what = NULL;
  g_autofree char *label = NULL;
  LtEdit *edit;

  if (first == NULL)
    return TRUE;
  what = items->len == 1 ? dup_name (first) : g_strdup_printf ("%u", items->len);
  label = lt_label_new (items->len == 1 ? get_msgid (first, msgids) : N_("Remove %s rows"), what, NULL);
  edit = lt_document_begin_edit (self, label, error);
  if (edit == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (!lt_edit_remove (edit, g_ptr_array_index (items, i), error))
      {
        lt_edit_abort (edit);
        return FALSE;
      }
  return lt_edit_commit (edit, error);
}

gboolean
lt_document_move (LtDocument *self, LtItem *item, LtItem *parent, LtItem *before, GError **error)
{
  LtEdit *edit = begin_act (self, N_("Move %s"), item, error);

  if (edit == NULL)
    return FALSE;
  if (!lt_edit_move (edit, item, parent, before, error))
    {
      lt_edit_abort (edit);
      return FALSE;
    }
  return lt_edit_commit (edit, error);
}

LtItem *
lt_document_duplicate (LtDocument *self, LtItem *item, GError **error)
{
  LtItem *parent = lt_item_get_parent (item);
  g_autoptr (LtItem) copy = copy_item (item);
  LtEdit *edit = begin_act (self, N_("Duplicate %s"), item, error);
  gint64 id;

  if (edit == NULL)
    return NULL;
  id = lt_edit_insert (edit, parent, lt_item_get_child (parent, lt_item_get_index (item) + 1), copy, error);
  if (id == 0)
    {
      lt_edit_abort (edit);
      return NULL;
    }
  return lt_edit_commit (edit, error) ? lt_document_find_item (self, id) : NULL;
}

gboolean
lt_document_take_book (LtDocument *self, LtBook *draft, const char *label, GError **error)
{
  LtEdit *edit = lt_document_begin_edit (self, label, error);

  if (edit == NULL)
    return FALSE;
  if (!_lt_edit_insert_book (edit, draft, lt_book_get_registry (self->book), error))
    {
      lt_edit_abort (edit);
      return FALSE;
    }
  return lt_edit_commit (edit, error);
}
