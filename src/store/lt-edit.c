/* SPDX-License-Identifier: MIT */
#include "store/lt-edit-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plan/lt-item-private.h"
#include "plan/lt-report.h"

/* The tables that a session records: all but the journal itself and what is
 * true of this copy of the file alone. */
static gboolean
attach_tables (sqlite3_session *session)
{
  guint n_tables;
  const LtTableInfo *tables = lt_rows_list_tables (&n_tables);
  int code = SQLITE_OK;

  for (guint i = 0; i < n_tables && code == SQLITE_OK; i++)
    code = sqlite3session_attach (session, tables[i].info->table);
  return code == SQLITE_OK;
}

static LtEdit *
create_edit (LtDatabase *database, LtDocument *document, const char *path, const char *label)
{
  LtEdit *edit = g_new0 (LtEdit, 1);

  edit->database = database;
  edit->document = document;
  edit->path = path;
  edit->label = g_strdup (label);
  edit->rows = lt_row_batch_new (database);
  edit->ids = g_hash_table_new (NULL, NULL);
  edit->running = g_hash_table_new (NULL, NULL);
  edit->seams = g_array_new (FALSE, FALSE, sizeof (LtRowPlace));
  edit->references = _lt_edit_references_new ();
  return edit;
}

static void
free_edit (LtEdit *edit)
{
  if (edit->document)
    edit->document->edit = NULL;
  g_clear_pointer (&edit->session, sqlite3session_delete);
  lt_row_batch_free (edit->rows);
  g_hash_table_unref (edit->ids);
  g_clear_pointer (&edit->dismissed, g_hash_table_unref);
  g_hash_table_unref (edit->running);
  g_array_unref (edit->seams);
  g_array_unref (edit->references);
  g_free (edit->label);
  g_free (edit);
}

gboolean
_lt_edit_run (LtEdit *edit, LtStatement *statement, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (lt_statement_run (statement, &cause))
    return TRUE;
  return _lt_document_fail (edit->path, g_steal_pointer (&cause), error);
}

LtStatement *
_lt_edit_prepare (LtEdit *edit, const char *sql, GError **error)
{
  g_autoptr (GError) cause = NULL;
  LtStatement *statement = lt_database_get_statement (edit->database, sql, &cause);

  if (statement == NULL)
    _lt_document_fail (edit->path, g_steal_pointer (&cause), error);
  return statement;
}

/* The integer that @statement yields, or @fallback where it yields NULL or no row. */
static gboolean
query_integer (LtEdit *edit, LtStatement *statement, gint64 fallback, gint64 *value, GError **error)
{
  g_autoptr (GError) cause = NULL;
  LtStep step = lt_statement_step (statement, &cause);
  sqlite3_stmt *row = lt_statement_get_handle (statement);

  if (step == LT_STEP_FAILED)
    return _lt_document_fail (edit->path, g_steal_pointer (&cause), error);
  *value = fallback;
  if (step == LT_STEP_ROW && sqlite3_column_type (row, 0) != SQLITE_NULL)
    *value = sqlite3_column_int64 (row, 0);
  lt_statement_reset (statement);
  return TRUE;
}

static gboolean
set_missing_error (GError **error)
{
  g_set_error_literal (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_FAILED,
                       _("The row is no longer in the file: it was removed. Nothing was changed."));
  return FALSE;
}

/* Spreads the siblings out again where a gap is used up. */
static gboolean
renumber (LtEdit *edit, const LtTableInfo *table, gint64 parent, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
    "UPDATE %s SET position = n.place * %" G_GINT64_FORMAT
    " FROM (SELECT id, row_number () OVER (ORDER BY position, id) AS place FROM %s%s) AS n"
    " WHERE %s.id = n.id",
    table->info->table, LT_ORDER_GAP, table->info->table, table->has_parent ? " WHERE parent = :parent" : "",
    table->info->table);
  LtStatement *statement = _lt_edit_prepare (edit, sql, error);

  if (statement == NULL)
    return FALSE;
  if (table->has_parent)
    lt_statement_bind_integer (statement, ":parent", parent);
  return _lt_edit_run (edit, statement, error);
}

static gboolean
find_last_below (LtEdit *edit, const LtTableInfo *table, gint64 parent, gint64 limit, gint64 fallback,
                 gint64 *position, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT max (position) FROM %s WHERE %s position < :limit",
                                          table->info->table, table->has_parent ? "parent = :parent AND" : "");
  LtStatement *statement = _lt_edit_prepare (edit, sql, error);

  if (statement == NULL)
    return FALSE;
  if (table->has_parent)
    lt_statement_bind_integer (statement, ":parent", parent);
  lt_statement_bind_integer (statement, ":limit", limit);
  return query_integer (edit, statement, fallback, position, error);
}

/* The position for a row before @before (0: behind all). */
static gboolean
find_position (LtEdit *edit, const LtTableInfo *table, gint64 parent, gint64 before, gint64 *position,
               GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT position FROM %s WHERE id = :id", table->info->table);
  gint64 low;
  gint64 high;

  if (before == 0)
    {
      if (!find_last_below (edit, table, parent, G_MAXINT64, 0, &low, error))
        return FALSE;
      *position = low + LT_ORDER_GAP;
      return TRUE;
    }
  for (int attempt = 0; attempt < 2; attempt++)
    {
      LtStatement *statement = _lt_edit_prepare (edit, sql, error);

      if (statement == NULL)
        return FALSE;
      lt_statement_bind_integer (statement, ":id", before);
      if (!query_integer (edit, statement, G_MININT64, &high, error))
        return FALSE;
      if (high == G_MININT64)
        return set_missing_error (error);
      if (!find_last_below (edit, table, parent, high, high - 2 * LT_ORDER_GAP, &low, error))
        return FALSE;
      *position = low + (high - low) / 2;
      if (*position > low && *position < high)
        return TRUE;
      if (!renumber (edit, table, parent, error))
        return FALSE;
    }
  return set_missing_error (error);
}

/* A sibling that was asked for as the next one must stand below the same parent. */
static gboolean
check_place (LtItem *parent, LtItem *before, GType child_type, GError **error)
{
  const LtItemInfo *info = lt_item_type_get_info (G_OBJECT_TYPE (parent));

  if (info->child_type && info->child_type () == child_type
      && (before == NULL || lt_item_get_parent (before) == parent))
    return TRUE;
  g_set_error_literal (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID,
                       _("A row of this kind cannot stand there. Choose a place among rows of its own kind."));
  return FALSE;
}

static gint64
choose_id (LtEdit *edit, gint64 wanted)
{
  while (wanted == 0 || g_hash_table_contains (edit->ids, LT_ID_KEY (wanted))
         || (edit->document && lt_id_table_lookup (edit->document->items, wanted)))
    wanted = lt_item_make_id ();
  return wanted;
}

static gboolean
add_row (LtEdit *edit, const LtRowPlace *place, LtItem *draft, GError **error)
{
  g_autoptr (GError) cause = NULL;

  return lt_row_batch_add (edit->rows, place, draft, &cause)
         || _lt_document_fail (edit->path, g_steal_pointer (&cause), error);
}

static gboolean
flush_rows (LtEdit *edit, GError **error)
{
  g_autoptr (GError) cause = NULL;

  return lt_row_batch_flush (edit->rows, &cause) || _lt_document_fail (edit->path, g_steal_pointer (&cause), error);
}

static gint64 insert_subtree (LtEdit *edit, LtItem *draft, gint64 parent, gint64 position, GError **error);

static gboolean
insert_children (LtEdit *edit, LtItem *list, gint64 parent, GError **error)
{
  for (guint i = 0; i < lt_item_get_n_children (list); i++)
    if (insert_subtree (edit, lt_item_get_child (list, i), parent, (i + 1) * LT_ORDER_GAP, error) == 0)
      return FALSE;
  return TRUE;
}

static gboolean
insert_dismissals (LtEdit *edit, LtItem *row, gint64 id, GError **error)
{
  LtItem *links = lt_assignment_peek_links (LT_ASSIGNMENT (row));
  gint64 position = links ? lt_item_get_n_children (links) : 0;

  for (LtRole role = LT_ROLE_LEAD; role <= LT_ROLE_COORDINATE; role++)
    {
      const char *words = lt_item_get_text (row, lt_item_type_find_field (LT_TYPE_ASSIGNMENT, role == LT_ROLE_LEAD
                                                                                             ? "lead"
                                                                                             : "coordination"));
      g_autoptr (GPtrArray) drafts = _lt_edit_list_dismissals (edit, role, words, links, error);

      if (drafts == NULL)
        return FALSE;
      for (guint i = 0; i < drafts->len; i++)
        if (insert_subtree (edit, g_ptr_array_index (drafts, i), id, ++position * LT_ORDER_GAP, error) == 0)
          return FALSE;
    }
  return TRUE;
}

static gboolean
add_dismissals (LtEdit *edit, LtItem *row, LtRole role, const char *words, GError **error)
{
  g_autoptr (GPtrArray) drafts = _lt_edit_list_dismissals (edit, role, words,
                                                           lt_assignment_peek_links (LT_ASSIGNMENT (row)), error);

  if (drafts == NULL)
    return FALSE;
  for (guint i = 0; i < drafts->len; i++)
    if (lt_edit_insert (edit, lt_item_get_list (row, LT_TYPE_LINK), NULL, g_ptr_array_index (drafts, i), error) == 0)
      return FALSE;
  return TRUE;
}

/* The rows are on their way then, and in the file after flush_rows(). */
static gint64
insert_subtree (LtEdit *edit, LtItem *draft, gint64 parent, gint64 position, GError **error)
{
  const LtItemInfo *info = LT_ITEM_GET_CLASS (draft)->info;
  gint64 id = choose_id (edit, lt_item_get_id (draft));
  LtRowPlace place = { id, parent, position };

  g_hash_table_insert (edit->ids, LT_ID_KEY (lt_item_get_id (draft)), LT_ID_KEY (id));
  if (id != lt_item_get_id (draft))
    g_hash_table_insert (edit->ids, LT_ID_KEY (id), LT_ID_KEY (id));
  for (guint i = 0; i < info->n_fields; i++)
    {
      const LtField *field = &info->fields[i];

      if ((field->kind == LT_FIELD_REF || field->kind == LT_FIELD_ROW) && !lt_item_field_is_default (draft, field))
        _lt_edit_note_reference (edit, id, draft, field);
    }
  if (!add_row (edit, &place, draft, error) || !insert_children (edit, draft, id, error))
    return 0;
  for (guint i = 0; i < info->n_sides; i++)
    {
      LtItem *side = lt_item_peek_side (draft, i);

      if (side && !insert_children (edit, side, id, error))
        return 0;
    }
  if (LT_IS_ASSIGNMENT (draft) && !insert_dismissals (edit, draft, id, error))
    return 0;
  return id;
}

static gboolean
remove_below (LtEdit *edit, const LtTableInfo *table, const char *condition, gint64 id, GError **error)
{
  g_autofree char *below = g_strdup_printf ("parent IN (SELECT id FROM %s WHERE %s)", table->info->table, condition);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE %s", table->info->table, condition);
  guint n_tables;
  const LtTableInfo *tables = lt_rows_list_tables (&n_tables);
  LtStatement *statement;

  if (table->type == LT_TYPE_ASSIGNMENT && !_lt_edit_forget_rows (edit, condition, id, error))
    return FALSE;
  for (guint i = 0; i < n_tables; i++)
    if (tables[i].above == table && !remove_below (edit, &tables[i], below, id, error))
      return FALSE;
  statement = _lt_edit_prepare (edit, sql, error);
  if (statement == NULL)
    return FALSE;
  lt_statement_bind_integer (statement, ":id", id);
  return _lt_edit_run (edit, statement, error);
}

LtEdit *
_lt_edit_new_plain (LtDatabase *database, const char *path)
{
  return create_edit (database, NULL, path, "");
}

LtEdit *
lt_document_begin_edit (LtDocument *self, const char *label, GError **error)
{
  g_autoptr (GError) cause = NULL;
  LtEdit *edit;

  g_return_val_if_fail (LT_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (self->edit == NULL, NULL);

  if (self->read_only_reason)
    {
      g_set_error_literal (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_READ_ONLY, self->read_only_reason);
      return NULL;
    }
  if (!lt_database_exec (self->database, "BEGIN IMMEDIATE", &cause))
    {
      _lt_document_fail (self->path, g_steal_pointer (&cause), error);
      return NULL;
    }
  edit = create_edit (self->database, self, self->path, label);
  self->edit = edit;
  if (sqlite3session_create (lt_database_get_handle (self->database), "main", &edit->session) != SQLITE_OK
      || !attach_tables (edit->session))
    {
      lt_edit_abort (edit);
      g_set_error_literal (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_FAILED,
                           _("The edit could not be started: there is not enough memory. Nothing was changed."));
      return NULL;
    }
  return edit;
}

gboolean
_lt_edit_write_field (LtEdit *edit, gint64 id, LtItem *value, const LtField *field, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %s = :%s WHERE id = :id",
                                          lt_item_type_get_info (G_OBJECT_TYPE (value))->table, field->name,
                                          field->name);
  LtStatement *statement = _lt_edit_prepare (edit, sql, error);

  if (statement == NULL)
    return FALSE;
  lt_statement_bind_integer (statement, ":id", id);
  lt_rows_bind_field (statement, value, field);
  if (!_lt_edit_run (edit, statement, error))
    return FALSE;
  return sqlite3_changes (lt_database_get_handle (edit->database)) == 1 || set_missing_error (error);
}

/* An agency without a letter in its name could be meant by no words, and found by nobody. */
static gboolean
check_name (LtItem *agency, GError **error)
{
  for (const char *p = lt_agency_get_name (LT_AGENCY (agency)); *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  g_set_error_literal (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID,
                       _("An agency needs a name. Write its full official name."));
  return FALSE;
}

static gboolean
check_validity (LtAgency *agency, LtDay from, LtDay to, GError **error)
{
  if (from == LT_DAY_NONE || to == LT_DAY_NONE || from <= to)
    return TRUE;
  /* Translators: %s is an agency */
  g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID,
               _("“%s” would have ended before it began. Put its first and its last day right."),
               lt_agency_get_name (agency));
  return FALSE;
}

static gboolean
check_agency (LtItem *agency, GError **error)
{
  return check_name (agency, error)
         && check_validity (LT_AGENCY (agency), lt_agency_get_valid_from (LT_AGENCY (agency)),
                            lt_agency_get_valid_to (LT_AGENCY (agency)), error);
}

/* @value: a draft with the new value of @name. */
static gboolean
check_agency_field (LtItem *agency, LtItem *value, const char *name, GError **error)
{
  if (strcmp (name, "name") == 0)
    return check_name (value, error);
  if (strcmp (name, "valid_from") == 0)
    return check_validity (LT_AGENCY (agency), lt_agency_get_valid_from (LT_AGENCY (value)),
                           lt_agency_get_valid_to (LT_AGENCY (agency)), error);
  if (strcmp (name, "valid_to") == 0)
    return check_validity (LT_AGENCY (agency), lt_agency_get_valid_from (LT_AGENCY (agency)),
                           lt_agency_get_valid_to (LT_AGENCY (value)), error);
  return TRUE;
}

gboolean
lt_edit_set (LtEdit *edit, LtItem *item, const char *name, const char *value, GError **error)
{
  const LtField *field = lt_item_type_find_field (G_OBJECT_TYPE (item), name);
  g_autoptr (LtItem) scratch = NULL;
  g_autoptr (GError) cause = NULL;

  if (field == NULL)
    {
      g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID,
                   _("There is no field “%s” in this kind of row."), name);
      return FALSE;
    }
  scratch = lt_item_new_draft (G_OBJECT_TYPE (item), lt_item_get_id (item));
  if (!lt_item_set_string (scratch, field, value, &cause))
    {
      g_set_error_literal (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID, cause->message);
      return FALSE;
    }
  if (LT_IS_AGENCY (item) && !check_agency_field (item, scratch, name, error))
    return FALSE;
  if ((field->kind == LT_FIELD_REF || field->kind == LT_FIELD_ROW)
      && !_lt_edit_check_reference (edit, field, lt_item_get_integer (scratch, field), error))
    return FALSE;
  if (G_OBJECT_TYPE (item) == LT_TYPE_REPORT)
    return _lt_edit_set_in_report (edit, item, scratch, field, error);
  if (!_lt_edit_write_field (edit, lt_item_get_id (item), scratch, field, error))
    return FALSE;
  if (field->kind == LT_FIELD_REF || LT_IS_SUCCESSION (item))
    edit->agencies_led_on = TRUE;

  if (!LT_IS_ASSIGNMENT (item))
    return TRUE;
  if (strcmp (name, "lead") == 0 || strcmp (name, "coordination") == 0)
    return add_dismissals (edit, item, strcmp (name, "lead") == 0 ? LT_ROLE_LEAD : LT_ROLE_COORDINATE,
                           lt_item_get_text (scratch, field), error);
  if (strcmp (name, "deadline") == 0)
    return _lt_edit_spread_deadline (edit, item, lt_assignment_get_deadline_words (LT_ASSIGNMENT (scratch)), error);
  if (strcmp (name, "deadline_joined") == 0 && lt_assignment_get_deadline_joined (LT_ASSIGNMENT (scratch)))
    {
      guint index = lt_item_get_index (item);
      const LtField *deadline = lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "deadline");
      LtItem *above;

      if (index == 0)
        {
          g_set_error_literal (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID,
                               _("The first row of a model has no row above to share its deadline with."));
          return FALSE;
        }
      above = lt_item_get_child (lt_item_get_parent (item), index - 1);
      return _lt_edit_write_field (edit, lt_item_get_id (item), above, deadline, error)
             && _lt_edit_spread_deadline (edit, item, lt_item_get_text (above, deadline), error);
    }
  return TRUE;
}

gint64
lt_edit_insert (LtEdit *edit, LtItem *parent, LtItem *before, LtItem *draft, GError **error)
{
  const LtTableInfo *table = lt_rows_get_table (G_OBJECT_TYPE (draft));
  gint64 parent_id = lt_item_get_id (parent);
  gint64 position;
  gint64 id;

  if ((LT_IS_AGENCY (draft) && !check_agency (draft, error))
      || !check_place (parent, before, G_OBJECT_TYPE (draft), error)
      || !find_position (edit, table, parent_id, before ? lt_item_get_id (before) : 0, &position, error))
    return 0;
  _lt_edit_note_labels (edit, parent);
  if (table->type == LT_TYPE_ASSIGNMENT)
    _lt_edit_note_seam (edit, parent_id, position);
  id = insert_subtree (edit, draft, parent_id, position, error);
  if (id && !flush_rows (edit, error))
    return 0;
  if (id && table->type == LT_TYPE_REPORT && !_lt_edit_report_came (edit, parent_id, id, error))
    return 0;
  return id;
}

gboolean
_lt_edit_delete (LtEdit *edit, LtItem *item, GError **error)
{
  return remove_below (edit, lt_rows_get_table (G_OBJECT_TYPE (item)), "id = :id", lt_item_get_id (item), error);
}

gboolean
lt_edit_remove (LtEdit *edit, LtItem *item, GError **error)
{
  const LtTableInfo *table = lt_rows_get_table (G_OBJECT_TYPE (item));

  if (lt_item_get_parent (item))
    _lt_edit_note_labels (edit, lt_item_get_parent (item));
  if (table->type == LT_TYPE_ASSIGNMENT && lt_item_get_parent (item))
    _lt_edit_note_seam (edit, lt_item_get_id (lt_item_get_parent (item)), _lt_item_get_order (item));
  if (table->type == LT_TYPE_AGENCY && !_lt_edit_forget_agency (edit, lt_item_get_id (item), error))
    return FALSE;
  return table->type == LT_TYPE_REPORT ? _lt_edit_remove_report (edit, item, error)
                                       : _lt_edit_delete (edit, item, error);
}

gboolean
lt_edit_move (LtEdit *edit, LtItem *item, LtItem *parent, LtItem *before, GError **error)
{
  const LtTableInfo *table = lt_rows_get_table (G_OBJECT_TYPE (item));
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %sposition = :position WHERE id = :id", table->info->table,
                                          table->has_parent ? "parent = :parent, " : "");
  gint64 parent_id = lt_item_get_id (parent);
  LtStatement *statement;
  gint64 position;

  if (before == item)
    return TRUE;
  if (!check_place (parent, before, G_OBJECT_TYPE (item), error)
      || !find_position (edit, table, parent_id, before ? lt_item_get_id (before) : 0, &position, error))
    return FALSE;
  _lt_edit_note_labels (edit, parent);
  if (LT_IS_SUCCESSION (item))
    edit->agencies_led_on = TRUE;
  if (lt_item_get_parent (item))
    _lt_edit_note_labels (edit, lt_item_get_parent (item));
  if (table->type == LT_TYPE_ASSIGNMENT)
    {
      _lt_edit_note_seam (edit, lt_item_get_id (lt_item_get_parent (item)), _lt_item_get_order (item));
      _lt_edit_note_seam (edit, parent_id, position);
    }

  statement = _lt_edit_prepare (edit, sql, error);
  if (statement == NULL)
    return FALSE;
  lt_statement_bind_integer (statement, ":id", lt_item_get_id (item));
  lt_statement_bind_integer (statement, ":position", position);
  if (table->has_parent)
    lt_statement_bind_integer (statement, ":parent", parent_id);
  if (!_lt_edit_run (edit, statement, error))
    return FALSE;
  return sqlite3_changes (lt_database_get_handle (edit->database)) == 1 || set_missing_error (error);
}

gboolean
_lt_edit_insert_book (LtEdit *edit, LtBook *draft, LtRegistry *registry, GError **error)
{
  LtRegistry *new_agencies = lt_book_get_registry (draft);
  gint64 position;

  if (!find_position (edit, lt_rows_get_table (LT_TYPE_AGENCY), 0, 0, &position, error))
    return FALSE;
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (new_agencies)); i++)
    {
      LtItem *agency = lt_item_get_child (LT_ITEM (new_agencies), i);
      LtAgency *known = registry ? lt_registry_find (registry, lt_agency_get_name (LT_AGENCY (agency))) : NULL;

      if (known)
        g_hash_table_insert (edit->ids, LT_ID_KEY (lt_item_get_id (agency)),
                             LT_ID_KEY (lt_item_get_id (LT_ITEM (known))));
      /* What is rescued from a damaged file is taken as it is. */
      else if ((edit->document && !check_agency (agency, error))
               || insert_subtree (edit, agency, 0, position + i * LT_ORDER_GAP, error) == 0)
        return FALSE;
    }

  if (!find_position (edit, lt_rows_get_table (LT_TYPE_PLAN), 0, 0, &position, error))
    return FALSE;
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (draft)); i++)
    if (insert_subtree (edit, lt_item_get_child (LT_ITEM (draft), i), 0, position + i * LT_ORDER_GAP, error) == 0)
      return FALSE;
  return flush_rows (edit, error) && _lt_edit_settle_references (edit, error);
}

gboolean
lt_edit_commit (LtEdit *edit, GError **error)
{
  g_autoptr (GError) cause = NULL;
  LtDocument *document = edit->document;
  void *changeset = NULL;
  int size = 0;
  gint64 entry = 0;
  gboolean ok;

  ok = _lt_edit_apply_rules (edit, error);
  if (ok && sqlite3session_changeset (edit->session, &size, &changeset) != SQLITE_OK)
    {
      g_set_error_literal (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_FAILED,
                           _("The edit is too large for the memory of this computer. Nothing was changed."));
      ok = FALSE;
    }
  if (ok && size > 0)
    {
      entry = _lt_history_append (document, edit->label, 0, changeset, size, error);
      ok = entry != 0;
      if (ok && !lt_database_exec (edit->database, "COMMIT", &cause))
        ok = _lt_document_fail (edit->path, g_steal_pointer (&cause), error);
    }
  lt_edit_abort (edit);

  if (ok && entry)
    {
      ok = _lt_document_refresh (document, changeset, size, error);
      _lt_history_entry_added (document, entry);
    }
  sqlite3_free (changeset);
  return ok;
}

void
lt_edit_abort (LtEdit *edit)
{
  /* The session goes first: it must not outlive what it records. A plain edit
   * leaves the transaction to whoever fills the new file. */
  g_clear_pointer (&edit->session, sqlite3session_delete);
  if (edit->document)
    lt_database_rollback (edit->database);
  free_edit (edit);
}
