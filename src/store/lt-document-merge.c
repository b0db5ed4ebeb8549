/* SPDX-License-Identifier: MIT */
#include "store/lt-document-merge.h"

static gboolean
apply (LtEdit *edit, const LtMergeChange *change, GError **error)
{
  switch (change->kind)
    {
    case LT_MERGE_SET:
      return lt_edit_set (edit, change->item, change->field->name, change->value, error);
    case LT_MERGE_ADD:
      return lt_edit_insert (edit, change->item, change->before, change->draft, error) != 0;
    case LT_MERGE_REMOVE:
    default:
      return lt_edit_remove (edit, change->item, error);
    }
}

gboolean
lt_document_take_plans (LtDocument *self, LtBook *draft, const char *label, GError **error)
{
  LtEdit *edit = lt_document_begin_edit (self, label, error);

  if (edit == NULL)
    return FALSE;
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (draft)); i++)
    if (lt_edit_insert (edit, LT_ITEM (lt_document_get_book (self)), NULL,
                        lt_item_get_child (LT_ITEM (draft), i), error) == 0)
      {
        lt_edit_abort (edit);
        return FALSE;
      }
  return lt_edit_commit (edit, error);
}

/* What goes, goes last: others may be put in front of it. */
gboolean
lt_document_apply_changes (LtDocument *self, GPtrArray *changes, const char *label, GError **error)
{
  LtEdit *edit = lt_document_begin_edit (self, label, error);

  if (edit == NULL)
    return FALSE;
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < changes->len; i++)
      {
        const LtMergeChange *change = g_ptr_array_index (changes, i);

        if (!change->chosen || (change->kind == LT_MERGE_REMOVE) != (round == 1))
          continue;
        if (!apply (edit, change, error))
          {
            lt_edit_abort (edit);
            return FALSE;
          }
      }
  return lt_edit_commit (edit, error);
}
