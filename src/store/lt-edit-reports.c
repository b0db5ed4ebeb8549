/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "plan/lt-report.h"
#include "store/lt-edit-private.h"

/* The state and the percentage of a row are what was declared last. A report that
 * becomes the newest of its assignment declares both, where it says them; one that
 * tells of an earlier day does not. Asked of the tables, as several steps of one edit
 * may touch the same row. */

static LtItem *
read_said (sqlite3_stmt *row)
{
  LtItem *said = lt_item_new_draft (LT_TYPE_REPORT, sqlite3_column_int64 (row, 0));

  lt_item_set_string (said, lt_item_type_find_field (LT_TYPE_REPORT, "state"),
                      (const char *) sqlite3_column_text (row, 1), NULL);
  lt_item_set_string (said, lt_item_type_find_field (LT_TYPE_REPORT, "percent"),
                      (const char *) sqlite3_column_text (row, 2), NULL);
  return said;
}

/* What the row that @sql finds by :row (id, state, percent) declares, as a draft of a
 * report; NULL in @said if there is none. */
static gboolean
query_said (LtEdit *edit, const char *sql, gint64 row, LtItem **said, GError **error)
{
  g_autoptr (GError) cause = NULL;
  LtStatement *statement = _lt_edit_prepare (edit, sql, error);
  LtStep step;

  *said = NULL;
  if (statement == NULL)
    return FALSE;
  lt_statement_bind_integer (statement, ":row", row);
  step = lt_statement_step (statement, &cause);
  if (step == LT_STEP_FAILED)
    return _lt_document_fail (edit->path, g_steal_pointer (&cause), error);
  if (step == LT_STEP_ROW)
    *said = read_said (lt_statement_get_handle (statement));
  lt_statement_reset (statement);
  return TRUE;
}

static gboolean
query_newest (LtEdit *edit, gint64 row, LtItem **said, GError **error)
{
  return query_said (edit,
                     "SELECT id, state, percent FROM report WHERE parent = :row"
                     " ORDER BY day DESC, position DESC, id DESC LIMIT 1",
                     row, said, error);
}

/* The row takes one field that @said says. */
static gboolean
declare (LtEdit *edit, gint64 row, LtItem *said, const char *name, GError **error)
{
  const LtField *field = lt_item_type_find_field (LT_TYPE_REPORT, name);
  const LtField *own = lt_item_type_find_field (LT_TYPE_ASSIGNMENT, name);
  g_autoptr (LtItem) scratch = NULL;
  g_autofree char *value = NULL;

  if (lt_item_field_is_default (said, field))
    return TRUE;
  scratch = lt_item_new_draft (LT_TYPE_ASSIGNMENT, row);
  value = lt_item_dup_field_string (said, field);
  return lt_item_set_string (scratch, own, value, error) && _lt_edit_write_field (edit, row, scratch, own, error);
}

static gboolean
declare_both (LtEdit *edit, gint64 row, LtItem *said, GError **error)
{
  return declare (edit, row, said, "state", error) && declare (edit, row, said, "percent", error);
}

static gboolean
says_same (LtItem *a, LtItem *b, const char *name)
{
  const LtField *field = lt_item_type_find_field (LT_TYPE_REPORT, name);

  return lt_item_get_integer (a, field) == lt_item_get_integer (b, field);
}

gboolean
_lt_edit_report_came (LtEdit *edit, gint64 row, gint64 report, GError **error)
{
  g_autoptr (LtItem) newest = NULL;

  if (!query_newest (edit, row, &newest, error))
    return FALSE;
  return newest == NULL || lt_item_get_id (newest) != report || declare_both (edit, row, newest, error);
}

gboolean
_lt_edit_set_in_report (LtEdit *edit, LtItem *report, LtItem *value, const LtField *field, GError **error)
{
  LtItem *parent = lt_item_get_parent (report);
  gint64 id = lt_item_get_id (report);
  gint64 row = parent ? lt_item_get_id (parent) : 0;
  g_autoptr (LtItem) before = NULL;
  g_autoptr (LtItem) after = NULL;

  if (!query_newest (edit, row, &before, error) || !_lt_edit_write_field (edit, id, value, field, error)
      || !query_newest (edit, row, &after, error))
    return FALSE;
  if (after == NULL)
    return TRUE;
  if (strcmp (field->name, "state") == 0 || strcmp (field->name, "percent") == 0)
    return lt_item_get_id (after) != id || declare (edit, row, after, field->name, error);
  /* Another day may make another report the newest. */
  return (before && lt_item_get_id (after) == lt_item_get_id (before))
         || declare_both (edit, row, after, error);
}

gboolean
_lt_edit_remove_report (LtEdit *edit, LtItem *report, GError **error)
{
  LtItem *parent = lt_item_get_parent (report);
  gint64 row = parent ? lt_item_get_id (parent) : 0;
  g_autoptr (LtItem) before = NULL;
  g_autoptr (LtItem) after = NULL;
  g_autoptr (LtItem) now = NULL;

  if (!query_newest (edit, row, &before, error) || !_lt_edit_delete (edit, report, error)
      || !query_newest (edit, row, &after, error)
      || !query_said (edit, "SELECT id, state, percent FROM assignment WHERE id = :row", row, &now, error))
    return FALSE;
  if (before == NULL || after == NULL || now == NULL || lt_item_get_id (before) != lt_item_get_id (report))
    return TRUE;
  /* What was declared by hand since stays. */
  return (!says_same (now, before, "state") || declare (edit, row, after, "state", error))
         && (!says_same (now, before, "percent") || declare (edit, row, after, "percent", error));
}
