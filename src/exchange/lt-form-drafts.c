/* SPDX-License-Identifier: MIT */
#include "exchange/lt-form-merge-private.h"
#include "plan/lt-report.h"

/* What was accepted of returned forms, as reports and measurements. */

static void
set_text (LtItem *draft, const char *name, const char *value)
{
  g_autoptr (GError) error = NULL;

  /* The value was read for this very field, or comes out of it. */
  if (!lt_item_set_string (draft, lt_item_type_find_field (G_OBJECT_TYPE (draft), name), value, &error))
    g_warning ("%s", error->message);
}

/* A new report says all that is known of the row, so that the newest is enough to read. */
static LtItem *
new_draft (LtItem *row)
{
  LtItem *draft = LT_IS_TARGET (row) ? lt_item_new_draft (LT_TYPE_MEASUREMENT, 0)
                                     : LT_ITEM (lt_report_new_draft (row));

  for (guint i = 0; i < _lt_form_count_answers (LT_IS_TARGET (row)); i++)
    {
      g_autofree char *stored = _lt_form_dup_answer (row, i);

      /* The day of a figure is that of the new one. */
      if (*stored != '\0' && !(LT_IS_TARGET (row) && i > 0))
        set_text (draft, _lt_form_get_field_name (LT_IS_TARGET (row), i), stored);
    }
  return draft;
}

/* What a coordinating agency says stands under what the report of the row says already. */
static void
apply (LtItem *draft, const LtFormDifference *difference)
{
  const char *before;
  g_autofree char *joined = NULL;

  if (difference->role == LT_ROLE_LEAD)
    {
      set_text (draft, difference->field->name, difference->new_value);
      return;
    }
  before = lt_item_get_text (draft, difference->field);
  joined = g_strconcat (before, *before != '\0' ? "\n" : "", difference->new_value, NULL);
  set_text (draft, difference->field->name, joined);
}

static LtDay
read_day (LtItem *draft)
{
  return (LtDay) lt_item_get_integer (draft, lt_item_type_find_field (G_OBJECT_TYPE (draft), "day"));
}

static void
set_day (LtItem *draft, LtDay day)
{
  g_autofree char *iso = lt_day_dup_iso (day);

  set_text (draft, "day", iso);
}

/* The name of the last file that says something of the row. */
static void
finish (LtFormMerge *self, LtItem *draft, const LtFormDifference *last)
{
  LtDay day = _lt_form_merge_get_day (self, last->form);

  if (read_day (draft) == LT_DAY_NONE || (!LT_IS_MEASUREMENT (draft) && read_day (draft) < day))
    set_day (draft, day);
  if (!LT_IS_MEASUREMENT (draft))
    set_text (draft, "source", last->file);
}

void
lt_form_merge_make_drafts (LtFormMerge *self, GPtrArray **lists, GPtrArray **drafts)
{
  LtItem *row = NULL;
  LtItem *draft = NULL;

  *lists = g_ptr_array_new ();
  *drafts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->differences->len; i++)
    {
      const LtFormDifference *difference = g_ptr_array_index (self->differences, i);

      if (!difference->accepted)
        continue;
      if (difference->row != row)
        {
          row = difference->row;
          draft = new_draft (row);
          g_ptr_array_add (*lists, LT_IS_TARGET (row) ? row : lt_report_get_list (row));
          g_ptr_array_add (*drafts, draft);
        }
      apply (draft, difference);
      finish (self, draft, difference);
    }
}
