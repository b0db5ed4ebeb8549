/* SPDX-License-Identifier: MIT */
#include "store/lt-document-rows.h"

#include "store/lt-document-private.h"

static LtItem *
get_next_sibling (LtItem *item)
{
  return item != NULL ? lt_item_get_child (lt_item_get_parent (item), lt_item_get_index (item) + 1) : NULL;
}

/* The only assignment of a model with the model's name as its first result. */
static LtItem *
make_task (LtItem *model)
{
  LtItem *only = lt_item_get_child (model, 0);
  LtItem *task = only != NULL ? _lt_item_copy (only, LT_TYPE_OUTCOME) : lt_item_new_draft (LT_TYPE_ASSIGNMENT, 0);
  const LtField *note = lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "note");
  const char *said = lt_item_get_text (model, lt_item_type_find_field (LT_TYPE_INITIATIVE, "note"));

  if (*lt_initiative_get_name (LT_INITIATIVE (model)) != '\0')
    {
      LtItem *outcome = lt_item_new_draft (LT_TYPE_OUTCOME, 0);

      lt_item_set_text (outcome, lt_item_type_find_field (LT_TYPE_OUTCOME, "text"),
                        lt_initiative_get_name (LT_INITIATIVE (model)));
      lt_item_append_draft (task, outcome);
    }
  for (guint i = 0; only != NULL && i < lt_item_get_n_children (only); i++)
    lt_item_append_draft (task, _lt_item_copy (lt_item_get_child (only, i), G_TYPE_NONE));
  if (said != NULL && *said != '\0')
    {
      const char *own = lt_item_get_text (task, note);
      g_autofree char *both = g_strjoin (own != NULL && *own != '\0' ? "\n" : "", said, own, NULL);

      lt_item_set_text (task, note, both);
    }
  return task;
}

static gint64
insert (LtEdit *edit, LtItem *plan, LtItem *anchor, LtItem *rows, gboolean tasks, GError **error)
{
  LtItem *assignment = anchor != NULL ? lt_item_get_ancestor (anchor, LT_TYPE_ASSIGNMENT) : NULL;
  LtItem *model = anchor != NULL ? lt_item_get_ancestor (anchor, LT_TYPE_INITIATIVE) : NULL;
  gboolean into_model = tasks && assignment != NULL;
  LtItem *parent = into_model ? model : plan;
  LtItem *before = get_next_sibling (into_model ? assignment : model);
  gint64 first = 0;

  for (guint i = 0; i < lt_item_get_n_children (rows); i++)
    {
      LtItem *row = lt_item_get_child (rows, i);
      g_autoptr (LtItem) draft = into_model ? make_task (row) : g_object_ref (row);
      gint64 id = lt_edit_insert (edit, parent, before, draft, error);

      if (id == 0)
        return 0;
      first = first != 0 ? first : id;
    }
  return first;
}

gint64
lt_document_insert_rows (LtDocument *self, LtPlan *plan, LtItem *anchor, LtPlan *rows, gboolean tasks,
                         const char *label, GError **error)
{
  LtEdit *edit;
  gint64 first;

  g_return_val_if_fail (LT_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (lt_item_get_n_children (LT_ITEM (rows)) > 0, 0);

  edit = lt_document_begin_edit (self, label, error);
  if (edit == NULL)
    return 0;
  first = insert (edit, LT_ITEM (plan), anchor, LT_ITEM (rows), tasks, error);
  if (first == 0)
    {
      lt_edit_abort (edit);
      return 0;
    }
  return lt_edit_commit (edit, error) ? first : 0;
}
