/* SPDX-License-Identifier: MIT */
#include "plan/lt-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plan/lt-baseline.h"
#include "plan/lt-item-private.h"

struct _LtPlan
{
  LtItem parent_instance;

  char *title;
  char *label;
  char *attachment;
  char *number;
  char *issuer;
  LtDay issued;
  int year;
  gboolean strict_before;
  char *note;

  /* interned words -> LtDeadline: many rows share few phrases */
  GHashTable *deadlines;
  guint reading; /* 0 until asked, and again when the context of the words changes */
};

G_DEFINE_FINAL_TYPE (LtPlan, lt_plan, LT_TYPE_ITEM)

static const LtField fields[] = {
  { "title", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtPlan, title), LT_FIELD_FLAG_NONE,
    N_("Title"), NULL },
  { "label", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtPlan, label), LT_FIELD_FLAG_NONE,
    N_("Appendix label"), NULL },
  { "attachment", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtPlan, attachment), LT_FIELD_FLAG_NONE,
    N_("Attachment line"), NULL },
  { "number", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtPlan, number), LT_FIELD_FLAG_NONE,
    N_("Number and sign"), NULL },
  { "issuer", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtPlan, issuer), LT_FIELD_FLAG_NONE,
    N_("Issuing body"), NULL },
  { "issued", LT_FIELD_DAY, G_STRUCT_OFFSET (LtPlan, issued), LT_FIELD_FLAG_NONE,
    N_("Issue date"), NULL },
  { "year", LT_FIELD_INTEGER, G_STRUCT_OFFSET (LtPlan, year), LT_FIELD_FLAG_NONE,
    N_("Year"), NULL, LT_YEAR_MIN, LT_YEAR_MAX },
  { "strict_before", LT_FIELD_BOOLEAN, G_STRUCT_OFFSET (LtPlan, strict_before), LT_FIELD_FLAG_NONE,
    N_("“Before a day” means the day before"), NULL },
  { "note", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtPlan, note), LT_FIELD_FLAG_PARAGRAPHS,
    N_("Note"), NULL },
};

static GType (*const side_types[LT_PLAN_N_SIDES]) (void) = {
  [LT_PLAN_SIDE_BASELINES] = lt_baseline_list_get_type,
};

static const LtItemInfo info = {
  "plan", "initiatives", lt_initiative_get_type, fields, G_N_ELEMENTS (fields), side_types, LT_PLAN_N_SIDES,
};

static void
lt_plan_field_changed (LtItem *item, const LtField *field)
{
  LtPlan *self = LT_PLAN (item);

  /* What relative and yearless words mean hangs on the year and the issue date. */
  if (strcmp (field->name, "year") != 0 && strcmp (field->name, "issued") != 0)
    return;
  self->reading = 0;
  if (self->deadlines)
    g_hash_table_remove_all (self->deadlines);
}

static void
lt_plan_finalize (GObject *object)
{
  g_clear_pointer (&LT_PLAN (object)->deadlines, g_hash_table_unref);

  G_OBJECT_CLASS (lt_plan_parent_class)->finalize (object);
}

static void
lt_plan_class_init (LtPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lt_plan_finalize;
  LT_ITEM_CLASS (klass)->field_changed = lt_plan_field_changed;
  _lt_item_class_install (LT_ITEM_CLASS (klass), &info);
}

static void
lt_plan_init (LtPlan *self)
{
}

const char *
lt_plan_get_title (LtPlan *self)
{
  g_return_val_if_fail (LT_IS_PLAN (self), NULL);

  return self->title ? self->title : "";
}

const char *
lt_plan_get_label (LtPlan *self)
{
  g_return_val_if_fail (LT_IS_PLAN (self), NULL);

  return self->label ? self->label : "";
}

const char *
lt_plan_get_attachment (LtPlan *self)
{
  g_return_val_if_fail (LT_IS_PLAN (self), NULL);

  return self->attachment ? self->attachment : "";
}

const char *
lt_plan_get_number (LtPlan *self)
{
  g_return_val_if_fail (LT_IS_PLAN (self), NULL);

  return self->number ? self->number : "";
}

const char *
lt_plan_get_issuer (LtPlan *self)
{
  g_return_val_if_fail (LT_IS_PLAN (self), NULL);

  return self->issuer ? self->issuer : "";
}

LtDay
lt_plan_get_issued (LtPlan *self)
{
  g_return_val_if_fail (LT_IS_PLAN (self), 0);

  return self->issued;
}

int
lt_plan_get_year (LtPlan *self)
{
  g_return_val_if_fail (LT_IS_PLAN (self), 0);

  return self->year == LT_INTEGER_NONE ? 0 : self->year;
}

gboolean
lt_plan_get_strict_before (LtPlan *self)
{
  g_return_val_if_fail (LT_IS_PLAN (self), 0);

  return self->strict_before;
}

LtDeadlineContext
lt_plan_get_deadline_context (LtPlan *self)
{
  LtDeadlineContext context = { lt_plan_get_year (self), self->issued };

  if (context.year == 0)
    lt_day_to_ymd (self->issued, &context.year, NULL, NULL);
  return context;
}

const LtDeadline *
_lt_plan_get_deadline (LtPlan *self, char *words)
{
  LtDeadlineContext context;
  LtDeadline *deadline;

  if (self->deadlines == NULL)
    self->deadlines = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) g_ref_string_release,
                                             (GDestroyNotify) lt_deadline_free);
  deadline = g_hash_table_lookup (self->deadlines, words);
  if (deadline == NULL)
    {
      context = lt_plan_get_deadline_context (self);
      deadline = lt_deadline_parse (words, &context);
      g_hash_table_insert (self->deadlines, g_ref_string_acquire (words), deadline);
    }
  return deadline;
}

guint
_lt_plan_get_reading (LtPlan *self)
{
  static guint last;

  if (self->reading == 0)
    self->reading = (guint) g_atomic_int_add ((gint *) &last, 1) + 1;
  return self->reading;
}
