/* SPDX-License-Identifier: MIT */
#include "plan/lt-outcome.h"

#include <glib/gi18n-lib.h>

#include "plan/lt-item-private.h"

struct _LtOutcome
{
  LtItem parent_instance;

  char *label;
  char *text;
};

G_DEFINE_FINAL_TYPE (LtOutcome, lt_outcome, LT_TYPE_ITEM)

static const LtField fields[] = {
  { "label", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtOutcome, label), LT_FIELD_FLAG_SHARED,
    N_("Label"), NULL },
  { "text", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtOutcome, text), LT_FIELD_FLAG_PARAGRAPHS,
    N_("Expected result"), NULL },
};

static const LtItemInfo info = {
  "outcome", "targets", lt_target_get_type, fields, G_N_ELEMENTS (fields),
};

static void
lt_outcome_class_init (LtOutcomeClass *klass)
{
  _lt_item_class_install (LT_ITEM_CLASS (klass), &info);
}

static void
lt_outcome_init (LtOutcome *self)
{
}

const char *
lt_outcome_get_label (LtOutcome *self)
{
  g_return_val_if_fail (LT_IS_OUTCOME (self), NULL);

  return self->label ? self->label : "";
}

const char *
lt_outcome_get_words (LtOutcome *self)
{
  g_return_val_if_fail (LT_IS_OUTCOME (self), NULL);

  return self->text ? self->text : "";
}

char *
lt_outcome_dup_line (LtOutcome *self)
{
  const char *label = lt_outcome_get_label (self);
  const char *words = lt_outcome_get_words (self);

  return g_strconcat (label, *label && *words ? " " : "", words, NULL);
}
