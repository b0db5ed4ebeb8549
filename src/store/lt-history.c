/* SPDX-License-Identifier: MIT */
#include "store/lt-history.h"

#include <glib/gi18n-lib.h>

#include "store/lt-document-private.h"
#include "store/lt-history-private.h"
#include "store/lt-label.h"
#include "store/lt-rows.h"

static gint64
get_top (GArray *stack)
{
  return stack->len ? g_array_index (stack, gint64, stack->len - 1) : 0;
}

/* What entry @id does to the stacks: an edit clears the way forward, an undo
 * takes the top over to the other side, a redo brings it back. */
static void
follow_entry (LtDocument *self, gint64 id, gint64 undoes)
{
  if (undoes == 0)
    {
      g_array_append_val (self->undo_stack, id);
      g_array_set_size (self->redo_stack, 0);
    }
  else if (undoes == get_top (self->undo_stack))
    {
      g_array_set_size (self->undo_stack, self->undo_stack->len - 1);
      g_array_append_val (self->redo_stack, id);
    }
  else
    {
      if (undoes == get_top (self->redo_stack))
        g_array_set_size (self->redo_stack, self->redo_stack->len - 1);
      g_array_append_val (self->undo_stack, id);
    }
}

static gboolean
fail (LtDocument *self, GError *cause, GError **error)
{
  return _lt_document_fail (self->path, cause, error);
}

/* An entry that takes back an undo is a redo; one that takes back an edit or a
 * redo is an undo. */
static gboolean
append_entries (LtDocument *self, GListStore *list, gint64 after, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) undos = g_hash_table_new (NULL, NULL);
  LtStatement *statement = lt_database_get_statement (
    self->database,
    "SELECT id, at, author, label, undoes FROM history WHERE id > :after ORDER BY id", &cause);
  LtStep step;

  if (statement == NULL)
    return fail (self, g_steal_pointer (&cause), error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (LtHistoryEntry) known = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (lt_history_entry_get_kind (known) == LT_HISTORY_UNDO)
        g_hash_table_add (undos, LT_ID_KEY (lt_history_entry_get_id (known)));
    }
  lt_statement_bind_integer (statement, ":after", after);
  while ((step = lt_statement_step (statement, &cause)) == LT_STEP_ROW)
    {
      LtHistoryEntry *entry = _lt_history_entry_new (statement);
      gint64 undoes = lt_history_entry_get_undoes (entry);

      if (undoes && g_hash_table_contains (undos, LT_ID_KEY (undoes)))
        _lt_history_entry_set_kind (entry, LT_HISTORY_REDO);
      else if (undoes)
        {
          _lt_history_entry_set_kind (entry, LT_HISTORY_UNDO);
          g_hash_table_add (undos, LT_ID_KEY (lt_history_entry_get_id (entry)));
        }
      g_ptr_array_add (entries, entry);
    }
  if (step == LT_STEP_FAILED)
    return fail (self, g_steal_pointer (&cause), error);
  g_list_store_splice (list, g_list_model_get_n_items (G_LIST_MODEL (list)), 0, entries->pdata, entries->len);
  return TRUE;
}

gboolean
_lt_history_load_stacks (LtDocument *self, GError **error)
{
  g_autoptr (GError) cause = NULL;
  LtStatement *statement = lt_database_get_statement (self->database,
                                                      "SELECT id, undoes FROM history ORDER BY id", &cause);
  LtStep step;

  if (statement == NULL)
    return fail (self, g_steal_pointer (&cause), error);
  while ((step = lt_statement_step (statement, &cause)) == LT_STEP_ROW)
    {
      sqlite3_stmt *row = lt_statement_get_handle (statement);

      self->last_entry = sqlite3_column_int64 (row, 0);
      follow_entry (self, self->last_entry, sqlite3_column_int64 (row, 1));
    }
  return step == LT_STEP_DONE || fail (self, g_steal_pointer (&cause), error);
}

gint64
_lt_history_append (LtDocument *self, const char *label, gint64 undoes, gconstpointer changeset, int size,
                    GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autoptr (GError) cause = NULL;
  LtStatement *statement = lt_database_get_statement (
    self->database,
    "INSERT INTO history (at, author, label, undoes, changeset)"
    " VALUES (:at, :author, :label, :undoes, :changeset)",
    &cause);

  if (statement)
    {
      lt_statement_bind_text (statement, ":at", at);
      lt_statement_bind_text (statement, ":author", self->author);
      lt_statement_bind_text (statement, ":label", label);
      if (undoes)
        lt_statement_bind_integer (statement, ":undoes", undoes);
      lt_statement_bind_bytes (statement, ":changeset", changeset, (gsize) size);
      if (lt_statement_run (statement, &cause))
        return sqlite3_last_insert_rowid (lt_database_get_handle (self->database));
    }
  fail (self, g_steal_pointer (&cause), error);
  return 0;
}

void
_lt_history_entry_added (LtDocument *self, gint64 id)
{
  LtStatement *statement = lt_database_get_statement (self->database,
                                                      "SELECT undoes FROM history WHERE id = :id", NULL);
  gint64 undoes = 0;

  if (statement)
    {
      lt_statement_bind_integer (statement, ":id", id);
      if (lt_statement_step (statement, NULL) == LT_STEP_ROW)
        undoes = sqlite3_column_int64 (lt_statement_get_handle (statement), 0);
      lt_statement_reset (statement);
    }
  follow_entry (self, id, undoes);
  if (self->history)
    append_entries (self, self->history, self->last_entry, NULL);
  self->last_entry = id;

  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify (G_OBJECT (self), "can-undo");
  g_object_notify (G_OBJECT (self), "can-redo");
  g_object_notify (G_OBJECT (self), "undo-label");
  g_object_notify (G_OBJECT (self), "redo-label");
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit_by_name (self, "changed", id);
}

static char *
dup_stored_label (LtDocument *self, gint64 id, GError **error)
{
  g_autoptr (GError) cause = NULL;
  LtStatement *statement = lt_database_get_statement (self->database,
                                                      "SELECT label FROM history WHERE id = :id", &cause);
  char *label = NULL;

  if (statement)
    {
      lt_statement_bind_integer (statement, ":id", id);
      if (lt_statement_step (statement, &cause) == LT_STEP_ROW)
        label = lt_statement_dup_text (statement, 0);
      lt_statement_reset (statement);
    }
  if (label == NULL)
    fail (self, g_steal_pointer (&cause), error);
  return label;
}

static char *
dup_top_label (LtDocument *self, GArray *stack)
{
  g_autofree char *label = stack->len ? dup_stored_label (self, get_top (stack), NULL) : NULL;

  return label ? lt_label_dup_text (label) : NULL;
}

gboolean
_lt_history_read_changeset (LtDocument *self, gint64 id, gpointer *changeset, int *size, GError **error)
{
  g_autoptr (GError) cause = NULL;
  LtStatement *statement = lt_database_get_statement (self->database,
                                                      "SELECT changeset FROM history WHERE id = :id", &cause);
  sqlite3_stmt *row;
  LtStep step;

  if (statement == NULL)
    return fail (self, g_steal_pointer (&cause), error);
  lt_statement_bind_integer (statement, ":id", id);
  step = lt_statement_step (statement, &cause);
  if (step == LT_STEP_FAILED)
    return fail (self, g_steal_pointer (&cause), error);
  if (step == LT_STEP_DONE)
    {
      g_set_error_literal (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_NOTHING,
                           _("The journal has no such entry."));
      return FALSE;
    }
  row = lt_statement_get_handle (statement);
  *size = sqlite3_column_bytes (row, 0);
  *changeset = g_memdup2 (sqlite3_column_blob (row, 0), (gsize) *size);
  lt_statement_reset (statement);
  return TRUE;
}

gboolean
_lt_history_follow (LtDocument *self, gint64 id, GError **error)
{
  g_autofree gpointer changeset = NULL;
  int size = 0;

  return _lt_history_read_changeset (self, id, &changeset, &size, error)
         && _lt_document_refresh (self, changeset, size, error);
}

static int
abort_on_conflict_cb (void *data, int conflict, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

/* Applies the inverse of entry @id as a new entry. */
static gboolean
take_back (LtDocument *self, gint64 id, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree gpointer changeset = NULL;
  g_autofree char *label = NULL;
  void *inverse = NULL;
  int size = 0;
  int inverse_size = 0;
  gint64 entry = 0;
  int code;

  if (self->read_only_reason)
    {
      g_set_error_literal (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_READ_ONLY, self->read_only_reason);
      return FALSE;
    }
  label = dup_stored_label (self, id, error);
  if (label == NULL || !_lt_history_read_changeset (self, id, &changeset, &size, error))
    return FALSE;
  if (sqlite3changeset_invert (size, changeset, &inverse_size, &inverse) != SQLITE_OK)
    {
      g_set_error_literal (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_DAMAGED,
                           _("This entry of the journal is damaged and cannot be taken back. Nothing was changed."));
      return FALSE;
    }
  if (!lt_database_exec (self->database, "BEGIN IMMEDIATE", &cause))
    {
      sqlite3_free (inverse);
      return fail (self, g_steal_pointer (&cause), error);
    }
  code = sqlite3changeset_apply (lt_database_get_handle (self->database), inverse_size, inverse, NULL,
                                 abort_on_conflict_cb, NULL);
  if (code == SQLITE_ABORT)
    g_set_error_literal (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_FAILED,
                         _("This step cannot be taken back: the rows it changed were changed by another "
                           "program since. Nothing was changed."));
  else if (code != SQLITE_OK)
    {
      lt_database_fail (self->database, code, &cause);
      fail (self, g_steal_pointer (&cause), error);
    }
  else
    {
      entry = _lt_history_append (self, label, id, inverse, inverse_size, error);
      if (entry && !lt_database_exec (self->database, "COMMIT", &cause))
        {
          fail (self, g_steal_pointer (&cause), error);
          entry = 0;
        }
    }
  lt_database_rollback (self->database);

  if (entry)
    {
      gboolean ok = _lt_document_refresh (self, inverse, inverse_size, error);

      _lt_history_entry_added (self, entry);
      sqlite3_free (inverse);
      return ok;
    }
  sqlite3_free (inverse);
  return FALSE;
}

gboolean
lt_document_undo (LtDocument *self, GError **error)
{
  if (self->undo_stack->len == 0)
    {
      g_set_error_literal (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_NOTHING, _("There is nothing to undo."));
      return FALSE;
    }
  return take_back (self, get_top (self->undo_stack), error);
}

gboolean
lt_document_redo (LtDocument *self, GError **error)
{
  if (self->redo_stack->len == 0)
    {
      g_set_error_literal (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_NOTHING, _("There is nothing to redo."));
      return FALSE;
    }
  return take_back (self, get_top (self->redo_stack), error);
}

gboolean
lt_document_undo_to (LtDocument *self, gint64 id, GError **error)
{
  while (get_top (self->undo_stack) > id)
    if (!lt_document_undo (self, error))
      return FALSE;
  return TRUE;
}

gboolean
lt_document_get_can_undo (LtDocument *self)
{
  return self->undo_stack->len > 0 && self->read_only_reason == NULL;
}

gboolean
lt_document_get_can_redo (LtDocument *self)
{
  return self->redo_stack->len > 0 && self->read_only_reason == NULL;
}

guint
lt_document_get_undo_depth (LtDocument *self)
{
  return self->read_only_reason ? 0 : self->undo_stack->len;
}

guint
lt_document_get_redo_depth (LtDocument *self)
{
  return self->read_only_reason ? 0 : self->redo_stack->len;
}

char *
lt_document_dup_undo_label (LtDocument *self)
{
  return dup_top_label (self, self->undo_stack);
}

char *
lt_document_dup_redo_label (LtDocument *self)
{
  return dup_top_label (self, self->redo_stack);
}

GListModel *
lt_document_list_history (LtDocument *self)
{
  if (self->history == NULL)
    {
      g_autoptr (GError) error = NULL;

      self->history = g_list_store_new (LT_TYPE_HISTORY_ENTRY);
      if (!append_entries (self, self->history, 0, &error))
        g_warning ("%s", error->message);
    }
  return G_LIST_MODEL (self->history);
}

