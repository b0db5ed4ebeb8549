/* SPDX-License-Identifier: MIT */
#include "plan/lt-baseline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plan/lt-item-private.h"
#include "plan/lt-plan-private.h"
#include "text/lt-text.h"

struct _LtBaseline
{
  LtItem parent_instance;

  char *name;
  LtDay day;
};

struct _LtBaselineRow
{
  LtItem parent_instance;

  gint64 assignment;
  char *deadline;
  LtDay start_day;
  LtDay end_day;
};

struct _LtBaselineList
{
  LtItem parent_instance;
};

G_DEFINE_FINAL_TYPE (LtBaseline, lt_baseline, LT_TYPE_ITEM)
G_DEFINE_FINAL_TYPE (LtBaselineRow, lt_baseline_row, LT_TYPE_ITEM)
G_DEFINE_FINAL_TYPE (LtBaselineList, lt_baseline_list, LT_TYPE_ITEM)

enum {
  FIELD_NAME,
  FIELD_DAY,
};

static const LtField fields[] = {
  [FIELD_NAME] = { "name", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtBaseline, name), LT_FIELD_FLAG_NONE,
    N_("Name of the baseline"), NULL },
  [FIELD_DAY] = { "day", LT_FIELD_DAY, G_STRUCT_OFFSET (LtBaseline, day), LT_FIELD_FLAG_NONE,
    N_("Kept on"), NULL },
};

enum {
  ROW_FIELD_ASSIGNMENT,
  ROW_FIELD_DEADLINE,
  ROW_FIELD_START_DAY,
  ROW_FIELD_END_DAY,
};

static const LtField row_fields[] = {
  [ROW_FIELD_ASSIGNMENT] = { "assignment", LT_FIELD_ROW, G_STRUCT_OFFSET (LtBaselineRow, assignment),
    LT_FIELD_FLAG_NONE, N_("Assignment"), NULL },
  [ROW_FIELD_DEADLINE] = { "deadline", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtBaselineRow, deadline),
    LT_FIELD_FLAG_SHARED | LT_FIELD_FLAG_PARAGRAPHS, N_("Deadline"), NULL },
  [ROW_FIELD_START_DAY] = { "start_day", LT_FIELD_DAY, G_STRUCT_OFFSET (LtBaselineRow, start_day),
    LT_FIELD_FLAG_NONE, N_("Start"), NULL },
  [ROW_FIELD_END_DAY] = { "end_day", LT_FIELD_DAY, G_STRUCT_OFFSET (LtBaselineRow, end_day),
    LT_FIELD_FLAG_NONE, N_("Due"), NULL },
};

static const LtItemInfo info = {
  "baseline", "rows", lt_baseline_row_get_type, fields, G_N_ELEMENTS (fields),
};

static const LtItemInfo row_info = {
  "baseline_row", NULL, NULL, row_fields, G_N_ELEMENTS (row_fields),
};

static const LtItemInfo list_info = {
  "baselines", "baselines", lt_baseline_get_type, NULL, 0,
};

static void
lt_baseline_class_init (LtBaselineClass *klass)
{
  _lt_item_class_install (LT_ITEM_CLASS (klass), &info);
}

static void
lt_baseline_init (LtBaseline *self)
{
}

static void
lt_baseline_row_class_init (LtBaselineRowClass *klass)
{
  _lt_item_class_install (LT_ITEM_CLASS (klass), &row_info);
}

static void
lt_baseline_row_init (LtBaselineRow *self)
{
}

static void
lt_baseline_list_class_init (LtBaselineListClass *klass)
{
  _lt_item_class_install (LT_ITEM_CLASS (klass), &list_info);
}

static void
lt_baseline_list_init (LtBaselineList *self)
{
}

const char *
lt_baseline_get_name (LtBaseline *self)
{
  g_return_val_if_fail (LT_IS_BASELINE (self), NULL);

  return self->name ? self->name : "";
}

LtDay
lt_baseline_get_day (LtBaseline *self)
{
  g_return_val_if_fail (LT_IS_BASELINE (self), LT_DAY_NONE);

  return self->day;
}

gint64
lt_baseline_row_get_assignment_id (LtBaselineRow *self)
{
  g_return_val_if_fail (LT_IS_BASELINE_ROW (self), 0);

  return self->assignment;
}

const char *
lt_baseline_row_get_deadline_words (LtBaselineRow *self)
{
  g_return_val_if_fail (LT_IS_BASELINE_ROW (self), NULL);

  return self->deadline ? self->deadline : "";
}

LtDay
lt_baseline_row_get_start (LtBaselineRow *self)
{
  g_return_val_if_fail (LT_IS_BASELINE_ROW (self), LT_DAY_NONE);

  return self->start_day;
}

LtDay
lt_baseline_row_get_due (LtBaselineRow *self)
{
  g_return_val_if_fail (LT_IS_BASELINE_ROW (self), LT_DAY_NONE);

  return self->end_day;
}

LtItem *
lt_baseline_peek_list (LtPlan *plan)
{
  g_return_val_if_fail (LT_IS_PLAN (plan), NULL);

  return lt_item_peek_side (LT_ITEM (plan), LT_PLAN_SIDE_BASELINES);
}

LtBaseline *
lt_baseline_find_latest (LtPlan *plan)
{
  LtItem *list = lt_baseline_peek_list (plan);
  guint n = list ? lt_item_get_n_children (list) : 0;

  return n > 0 ? lt_item_get_child (list, n - 1) : NULL;
}

LtBaseline *
lt_baseline_find (LtPlan *plan, const char *name)
{
  g_autofree char *key = lt_text_dup_match_key (name);
  LtItem *list = lt_baseline_peek_list (plan);

  for (guint i = list ? lt_item_get_n_children (list) : 0; i-- > 0;)
    {
      LtBaseline *baseline = lt_item_get_child (list, i);
      g_autofree char *own = lt_text_dup_match_key (lt_baseline_get_name (baseline));

      if (strcmp (own, key) == 0)
        return baseline;
    }
  return NULL;
}

GHashTable *
lt_baseline_dup_index (LtBaseline *self)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  g_return_val_if_fail (LT_IS_BASELINE (self), index);

  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (self)); i++)
    {
      LtBaselineRow *row = lt_item_get_child (LT_ITEM (self), i);

      if (row->assignment)
        g_hash_table_insert (index, &row->assignment, row);
    }
  return index;
}

char *
lt_baseline_dup_usual_name (LtDay day)
{
  g_autofree char *official = lt_day_dup_official (day);

  return g_strdup_printf ("Chốt ngày %s", official);
}

static LtItem *
create_row (LtAssignment *assignment)
{
  LtItem *row = lt_item_new_draft (LT_TYPE_BASELINE_ROW, 0);
  const LtDeadline *deadline = lt_assignment_get_deadline (assignment);

  lt_item_set_integer (row, &row_fields[ROW_FIELD_ASSIGNMENT], lt_item_get_id (LT_ITEM (assignment)));
  lt_item_set_text (row, &row_fields[ROW_FIELD_DEADLINE], lt_assignment_get_deadline_words (assignment));
  lt_item_set_integer (row, &row_fields[ROW_FIELD_START_DAY], deadline->start);
  lt_item_set_integer (row, &row_fields[ROW_FIELD_END_DAY], lt_assignment_get_due (assignment));
  return row;
}

LtBaseline *
lt_baseline_new_draft (LtPlan *plan, const char *name, LtDay day)
{
  LtItem *self = lt_item_new_draft (LT_TYPE_BASELINE, 0);

  g_return_val_if_fail (LT_IS_PLAN (plan), NULL);

  lt_item_set_text (self, &fields[FIELD_NAME], name);
  lt_item_set_integer (self, &fields[FIELD_DAY], day);
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (plan)); i++)
    {
      LtItem *initiative = lt_item_get_child (LT_ITEM (plan), i);

      for (guint j = 0; j < lt_item_get_n_children (initiative); j++)
        lt_item_append_draft (self, create_row (lt_item_get_child (initiative, j)));
    }
  return LT_BASELINE (self);
}
