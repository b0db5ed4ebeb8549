/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>

#include "plan/lt-baseline.h"
#include "plan/lt-measurement.h"
#include "plan/lt-succession.h"
#include "plan/lt-target.h"
#include "store/lt-document-private.h"
#include "store/lt-label.h"
#include "text/lt-text.h"

/* One act, one edit: opens it, hands it to @step, and commits. */
static LtEdit *
begin_act (LtDocument *self, const char *msgid, LtItem *item, GError **error)
{
  g_autofree char *path = item ? lt_item_dup_path (item) : NULL;
  g_autofree char *label = path && *path ? lt_label_new (msgid, path, NULL) : lt_label_new (msgid, "", NULL);

  return lt_document_begin_edit (self, label, error);
}

/* How the journal names what comes and goes. */
typedef struct {
  GType (*get_type) (void);
  const char *add;
  const char *remove;
  enum { BY_PLACE, BY_PARENT, BY_NAME } by;
} Wording;

static const Wording *
get_wording (LtItem *item)
{
  static const Wording wordings[] = {
    { lt_initiative_get_type, N_("Add model %s"), N_("Remove model %s"), BY_PLACE },
    { lt_assignment_get_type, N_("Add assignment %s"), N_("Remove assignment %s"), BY_PLACE },
    { lt_outcome_get_type, N_("Add expected result %s"), N_("Remove expected result %s"), BY_PLACE },
    { lt_target_get_type, N_("Add target %s"), N_("Remove target %s"), BY_PLACE },
    { lt_measurement_get_type, N_("Add measured figure %s"), N_("Remove measured figure %s"), BY_PLACE },
    { lt_report_get_type, N_("Progress report of %s"), N_("Remove progress report of %s"), BY_PARENT },
    { lt_succession_get_type, N_("Add successor of “%s”"), N_("Remove successor of “%s”"), BY_PARENT },
    { lt_item_get_type, N_("Add “%s”"), N_("Remove “%s”"), BY_NAME },
  };
  guint i = 0;

  while (!g_type_is_a (G_OBJECT_TYPE (item), wordings[i].get_type ()))
    i++;
  return &wordings[i];
}

static char *
dup_name (LtItem *item)
{
  LtAgency *agency = lt_item_get_ancestor (item, LT_TYPE_AGENCY);

  if (agency)
    return g_strdup (lt_agency_get_name (agency));
  if (LT_IS_PLAN (item))
    return g_strdup (lt_plan_get_title (LT_PLAN (item)));
  if (LT_IS_BASELINE (item))
    return g_strdup (lt_baseline_get_name (LT_BASELINE (item)));
  return lt_item_dup_path (item);
}

/* What it belongs to, past the list at its side that holds it. */
static char *
dup_owner_name (LtItem *parent)
{
  LtItem *owner = lt_item_get_parent (parent);

  return dup_name (owner && !LT_IS_AGENCY (parent) ? owner : parent);
}

static void
copy_children (LtItem *from, LtItem *to, GType without)
{
  for (guint i = 0; i < lt_item_get_n_children (from); i++)
    if (G_OBJECT_TYPE (lt_item_get_child (from, i)) != without)
      lt_item_append_draft (to, _lt_item_copy (lt_item_get_child (from, i), without));
}

LtItem *
_lt_item_copy (LtItem *item, GType without)
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
  copy_children (item, copy, without);
  for (guint i = 0; i < info->n_sides; i++)
    {
      LtItem *side = lt_item_peek_side (item, i);

      /* What was kept of a plan tells of its own rows, not of those of the copy. */
      if (side && !LT_IS_BASELINE_LIST (side))
        copy_children (side, lt_item_get_list (copy, lt_item_type_get_info (G_OBJECT_TYPE (side))->child_type ()), without);
    }
  return copy;
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
  const Wording *wording = get_wording (draft);
  g_autofree char *path = lt_item_dup_path (parent);
  guint number = (before ? lt_item_get_index (before) : lt_item_get_n_children (parent)) + 1;
  g_autofree char *place = wording->by == BY_PLACE    ? g_strdup_printf ("%s%s%u", path, *path ? "." : "", number)
                           : wording->by == BY_PARENT ? dup_owner_name (parent)
                                                      : dup_name (draft);
  g_autofree char *label = lt_label_new (wording->add, place, NULL);
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
lt_document_add_all (LtDocument *self, GPtrArray *parents, GPtrArray *drafts, const char *label, GError **error)
{
  LtEdit *edit;

  g_return_val_if_fail (parents->len == drafts->len, FALSE);

  edit = lt_document_begin_edit (self, label, error);
  if (edit == NULL)
    return FALSE;
  for (guint i = 0; i < drafts->len; i++)
    if (lt_edit_insert (edit, g_ptr_array_index (parents, i), NULL, g_ptr_array_index (drafts, i), error) == 0)
      {
        lt_edit_abort (edit);
        return FALSE;
      }
  return lt_edit_commit (edit, error);
}

gboolean
lt_document_remove (LtDocument *self, GPtrArray *items, GError **error)
{
  LtItem *first = items->len ? g_ptr_array_index (items, 0) : NULL;
  g_autofree char *what = NULL;
  g_autofree char *label = NULL;
  LtEdit *edit;

  if (first == NULL)
    return TRUE;
  if (items->len > 1)
    what = g_strdup_printf ("%u", items->len);
  else
    what = get_wording (first)->by == BY_PARENT ? dup_owner_name (lt_item_get_parent (first)) : dup_name (first);
  label = lt_label_new (items->len > 1 ? N_("Remove %s rows") : get_wording (first)->remove, what, NULL);
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
  g_autoptr (LtItem) copy = _lt_item_copy (item, G_TYPE_NONE);
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

LtReport *
lt_document_report (LtDocument *self, LtItem *row, LtReport *draft, GError **error)
{
  LtEdit *edit;
  gint64 id;

  if (lt_report_get_day (draft) == LT_DAY_NONE)
    {
      g_set_error_literal (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID,
                           _("A report needs the day that it tells of. Give it one."));
      return NULL;
    }
  /* Translators: %s is a row: "2.1". */
  edit = begin_act (self, N_("Progress report of %s"), row, error);
  if (edit == NULL)
    return NULL;
  id = lt_edit_insert (edit, lt_report_get_list (row), NULL, LT_ITEM (draft), error);
  if (id == 0)
    {
      lt_edit_abort (edit);
      return NULL;
    }
  return lt_edit_commit (edit, error) ? LT_REPORT (lt_document_find_item (self, id)) : NULL;
}

LtBaseline *
lt_document_keep_baseline (LtDocument *self, LtPlan *plan, const char *name, LtDay day, GError **error)
{
  g_autofree char *clean = lt_text_dup_clean (name ? name : "", FALSE, error);
  g_autofree char *usual = lt_baseline_dup_usual_name (day);
  g_autoptr (LtBaseline) draft = NULL;
  g_autofree char *label = NULL;
  LtEdit *edit;
  gint64 id;

  if (clean == NULL)
    return NULL;
  draft = lt_baseline_new_draft (plan, *clean ? clean : usual, day);
  /* Translators: %s is the name of a baseline, the days of a plan kept to compare with later. */
  label = lt_label_new (N_("Keep the baseline “%s”"), lt_baseline_get_name (draft), NULL);
  edit = lt_document_begin_edit (self, label, error);
  if (edit == NULL)
    return NULL;
  id = lt_edit_insert (edit, lt_item_get_list (LT_ITEM (plan), LT_TYPE_BASELINE), NULL, LT_ITEM (draft), error);
  if (id == 0)
    {
      lt_edit_abort (edit);
      return NULL;
    }
  return lt_edit_commit (edit, error) ? LT_BASELINE (lt_document_find_item (self, id)) : NULL;
}
