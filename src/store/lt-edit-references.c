/* SPDX-License-Identifier: MIT */
#include "store/lt-edit-private.h"

#include <glib/gi18n-lib.h>

#include "plan/lt-succession-private.h"

/* Rows that name agencies (a superior, a successor, whom a phrase means) or the row
 * that they carry on. */

typedef struct {
  gint64 row;
  GType type;
  const LtField *field;
  gint64 target; /* an id of the draft, or of the file */
} Reference;

GArray *
_lt_edit_references_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Reference));
}

void
_lt_edit_note_reference (LtEdit *edit, gint64 row, LtItem *draft, const LtField *field)
{
  Reference reference = { row, G_OBJECT_TYPE (draft), field, lt_item_get_integer (draft, field) };

  g_array_append_val (edit->references, reference);
  if (field->kind == LT_FIELD_REF)
    edit->agencies_led_on = TRUE;
}

/* The id by which the file knows what the draft calls @target; 0 where the file holds
 * nothing of the kind that the field names. */
static gint64
resolve (LtEdit *edit, const LtField *field, gint64 target)
{
  gpointer inserted = g_hash_table_lookup (edit->ids, LT_ID_KEY (target));
  gpointer item;

  if (inserted)
    return (gint64) (gintptr) inserted;
  item = edit->document ? lt_id_table_lookup (edit->document->items, target) : NULL;
  return (field->kind == LT_FIELD_ROW ? LT_IS_ASSIGNMENT (item) : LT_IS_AGENCY (item)) ? target : 0;
}

gboolean
_lt_edit_settle_references (LtEdit *edit, GError **error)
{
  for (guint i = 0; i < edit->references->len; i++)
    {
      const Reference *reference = &g_array_index (edit->references, Reference, i);
      gint64 id = resolve (edit, reference->field, reference->target);
      g_autoptr (LtItem) scratch = NULL;

      if (id == reference->target)
        continue;
      scratch = lt_item_new_draft (reference->type, reference->row);
      lt_item_set_integer (scratch, reference->field, id);
      if (!_lt_edit_write_field (edit, reference->row, scratch, reference->field, error))
        return FALSE;
    }
  g_array_set_size (edit->references, 0);
  return TRUE;
}

gboolean
_lt_edit_check_reference (LtEdit *edit, const LtField *field, gint64 id, GError **error)
{
  if (id == 0 || resolve (edit, field, id) == id)
    return TRUE;
  g_set_error_literal (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID,
                       field->kind == LT_FIELD_ROW
                         ? _("There is no such assignment in the file. Choose one of its assignments.")
                         : _("There is no such agency in the file. Choose one of its agencies."));
  return FALSE;
}

static gboolean
run_for (LtEdit *edit, const char *sql, gint64 id, GError **error)
{
  LtStatement *statement = _lt_edit_prepare (edit, sql, error);

  if (statement == NULL)
    return FALSE;
  lt_statement_bind_integer (statement, ":id", id);
  return _lt_edit_run (edit, statement, error);
}

gboolean
_lt_edit_forget_agency (LtEdit *edit, gint64 id, GError **error)
{
  static const char *const statements[] = {
    "UPDATE agency SET parent_agency = NULL WHERE parent_agency = :id",
    "DELETE FROM succession WHERE successor = :id",
    "DELETE FROM link WHERE agency = :id",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!run_for (edit, statements[i], id, error))
      return FALSE;
  return TRUE;
}

gboolean
_lt_edit_forget_rows (LtEdit *edit, const char *condition, gint64 id, GError **error)
{
  static const char *const statements[] = {
    "UPDATE assignment SET origin = NULL WHERE origin IN (SELECT id FROM assignment WHERE %s)",
    "DELETE FROM baseline_row WHERE assignment IN (SELECT id FROM assignment WHERE %s)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (GString) sql = g_string_new (statements[i]);

      g_string_replace (sql, "%s", condition, 1);
      if (!run_for (edit, sql->str, id, error))
        return FALSE;
    }
  return TRUE;
}

/* The first agency of a circle that @sql's strides (from, to, dated) make; 0 if there is none. */
static gboolean
find_circle (LtEdit *edit, const char *sql, gint64 *agency, GError **error)
{
  g_autoptr (GArray) strides = g_array_new (FALSE, FALSE, sizeof (LtStride));
  g_autoptr (GError) cause = NULL;
  LtStatement *statement = _lt_edit_prepare (edit, sql, error);
  LtStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = lt_statement_step (statement, &cause)) == LT_STEP_ROW)
    {
      sqlite3_stmt *row = lt_statement_get_handle (statement);
      LtStride stride = {
        sqlite3_column_int64 (row, 0), sqlite3_column_int64 (row, 1), sqlite3_column_int (row, 2),
      };

      g_array_append_val (strides, stride);
    }
  if (step == LT_STEP_FAILED)
    return _lt_document_fail (edit->path, g_steal_pointer (&cause), error);
  *agency = _lt_strides_find_circle (strides);
  return TRUE;
}

static char *
dup_agency_name (LtEdit *edit, gint64 id)
{
  LtStatement *statement = _lt_edit_prepare (edit, "SELECT name FROM agency WHERE id = :id", NULL);
  char *name = NULL;

  if (statement == NULL)
    return g_strdup ("");
  lt_statement_bind_integer (statement, ":id", id);
  if (lt_statement_step (statement, NULL) == LT_STEP_ROW)
    name = g_strdup ((const char *) sqlite3_column_text (lt_statement_get_handle (statement), 0));
  lt_statement_reset (statement);
  return name ? name : g_strdup ("");
}

static gboolean
refuse_circle (LtEdit *edit, const char *format, gint64 id, GError **error)
{
  g_autofree char *name = dup_agency_name (edit, id);
  g_autoptr (GString) message = g_string_new (format);

  g_string_replace (message, "%s", name, 1);
  g_set_error_literal (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID, message->str);
  return FALSE;
}

gboolean
_lt_edit_check_circles (LtEdit *edit, GError **error)
{
  gint64 agency;

  if (!edit->agencies_led_on)
    return TRUE;
  if (!find_circle (edit, "SELECT id, parent_agency, 0 FROM agency WHERE parent_agency IS NOT NULL", &agency, error))
    return FALSE;
  if (agency)
    return refuse_circle (edit, _("“%s” would stand above itself. Choose another parent agency, or none."), agency,
                          error);
  if (!find_circle (edit,
                    "SELECT parent, successor, part OR since IS NOT NULL FROM succession WHERE successor IS NOT NULL",
                    &agency, error))
    return FALSE;
  if (agency)
    return refuse_circle (edit,
                          _("“%s” would succeed itself. Choose another successor; where agencies were split and "
                            "joined again, give every step its day."),
                          agency, error);
  return TRUE;
}
