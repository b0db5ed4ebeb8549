/* SPDX-License-Identifier: MIT */
#include "store/lt-edit-private.h"

/* Two things in a table depend on the rows around: a deadline cell that is
 * printed merged with the row above, and result labels that run on through a
 * model, (1) … (6), over its rows. People expect both to follow when a row comes,
 * goes or moves; labels that do not run on were given for a reason and stay. */

static char *
dup_label (guint number)
{
  return g_strdup_printf ("(%u)", number);
}

static gboolean
fail (LtEdit *edit, GError *cause, GError **error)
{
  return _lt_document_fail (edit->path, cause, error);
}

static gboolean
labels_run_on (LtItem *initiative)
{
  guint n_rows = lt_item_get_n_children (initiative);
  LtItem *first_row = lt_item_get_child (initiative, 0);
  guint number = 0;

  /* An only result without a label is how a run of one is written. */
  if (n_rows == 1 && lt_item_get_n_children (first_row) == 1
      && *lt_outcome_get_label (lt_item_get_child (first_row, 0)) == '\0')
    return TRUE;
  for (guint i = 0; i < n_rows; i++)
    {
      LtItem *assignment = lt_item_get_child (initiative, i);

      for (guint j = 0; j < lt_item_get_n_children (assignment); j++)
        {
          g_autofree char *expected = dup_label (++number);

          if (g_strcmp0 (lt_outcome_get_label (lt_item_get_child (assignment, j)), expected) != 0)
            return FALSE;
        }
    }
  return number > 0;
}

void
_lt_edit_note_labels (LtEdit *edit, LtItem *item)
{
  LtItem *initiative = LT_IS_INITIATIVE (item) || LT_IS_ASSIGNMENT (item)
                         ? lt_item_get_ancestor (item, LT_TYPE_INITIATIVE)
                         : NULL;

  if (initiative && !g_hash_table_contains (edit->running, LT_ID_KEY (lt_item_get_id (initiative)))
      && labels_run_on (initiative))
    g_hash_table_add (edit->running, LT_ID_KEY (lt_item_get_id (initiative)));
}

void
_lt_edit_note_seam (LtEdit *edit, gint64 parent, gint64 position)
{
  LtRowPlace place = { 0, parent, position };

  g_array_append_val (edit->seams, place);
}

gboolean
_lt_edit_spread_deadline (LtEdit *edit, LtItem *assignment, const char *words, GError **error)
{
  LtItem *parent = lt_item_get_parent (assignment);
  const LtField *field = lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "deadline");
  g_autoptr (LtItem) scratch = lt_item_new_draft (LT_TYPE_ASSIGNMENT, 0);
  guint index = lt_item_get_index (assignment);
  guint first = index;

  lt_item_set_text (scratch, field, words);
  while (first > 0 && lt_assignment_get_deadline_joined (lt_item_get_child (parent, first)))
    first--;
  for (guint i = first; i < lt_item_get_n_children (parent); i++)
    {
      LtItem *row = lt_item_get_child (parent, i);

      if (i > first && !lt_assignment_get_deadline_joined (LT_ASSIGNMENT (row)))
        break;
      if (i != index && !_lt_edit_write_field (edit, lt_item_get_id (row), scratch, field, error))
        return FALSE;
    }
  return TRUE;
}

/* The rows from @place on that may have lost what they were joined with: at
 * most two, as one place came, went or moved. */
static gboolean
mend_seam (LtEdit *edit, const LtRowPlace *place, GError **error)
{
  g_autoptr (GError) cause = NULL;
  LtStatement *statement = lt_database_get_statement (
    edit->database,
    "UPDATE assignment SET deadline_joined = 0"
    " WHERE id IN (SELECT id FROM assignment WHERE parent = :parent AND position >= :position"
    "              ORDER BY position, id LIMIT 2)"
    " AND deadline_joined = 1"
    " AND deadline IS NOT (SELECT above.deadline FROM assignment AS above"
    "                      WHERE above.parent = assignment.parent AND above.position < assignment.position"
    "                      ORDER BY above.position DESC, above.id DESC LIMIT 1)",
    &cause);

  if (statement == NULL)
    return fail (edit, g_steal_pointer (&cause), error);
  lt_statement_bind_integer (statement, ":parent", place->parent);
  lt_statement_bind_integer (statement, ":position", place->position);
  return lt_statement_run (statement, &cause) || fail (edit, g_steal_pointer (&cause), error);
}

static gboolean
number_labels (LtEdit *edit, gint64 initiative, GError **error)
{
  g_autoptr (GError) cause = NULL;
  LtStatement *statement = lt_database_get_statement (
    edit->database,
    "UPDATE outcome SET label = n.label"
    " FROM (SELECT o.id AS id,"
    "              CASE WHEN count (*) OVER () = 1 AND o.label = '' THEN ''"
    "                   ELSE '(' || row_number () OVER (ORDER BY a.position, a.id, o.position, o.id) || ')' END"
    "              AS label"
    "       FROM outcome AS o JOIN assignment AS a ON o.parent = a.id WHERE a.parent = :initiative) AS n"
    " WHERE outcome.id = n.id AND outcome.label <> n.label",
    &cause);

  if (statement == NULL)
    return fail (edit, g_steal_pointer (&cause), error);
  lt_statement_bind_integer (statement, ":initiative", initiative);
  return lt_statement_run (statement, &cause) || fail (edit, g_steal_pointer (&cause), error);
}

gboolean
_lt_edit_apply_rules (LtEdit *edit, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  if (!_lt_edit_settle_references (edit, error) || !_lt_edit_check_circles (edit, error))
    return FALSE;
  for (guint i = 0; i < edit->seams->len; i++)
    if (!mend_seam (edit, &g_array_index (edit->seams, LtRowPlace, i), error))
      return FALSE;

  g_hash_table_iter_init (&iter, edit->running);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!number_labels (edit, (gint64) (gintptr) id, error))
      return FALSE;
  return TRUE;
}
