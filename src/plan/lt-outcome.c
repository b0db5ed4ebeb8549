/* SPDX-License-Identifier: MIT */
#include "plan/lt-outcome.h"

#include <glib/gi18n-lib.h>

#include "plan/lt-item-private.h"
#include "plan/lt-report.h"

struct _LtOutcome
{
  LtItem parent_instance;

  char *label;
  char *text;

  GArray *days; /* what the words name; NULL for none, or until asked */
  gboolean scanned;
};

G_DEFINE_FINAL_TYPE (LtOutcome, lt_outcome, LT_TYPE_ITEM)

/* No more than that: "(713 hộ)" belongs to the words. */
#define LABEL_CHARS_MAX 3

static const LtField fields[] = {
  { "label", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtOutcome, label), LT_FIELD_FLAG_SHARED,
    N_("Label"), NULL },
  { "text", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtOutcome, text), LT_FIELD_FLAG_PARAGRAPHS,
    N_("Expected result"), NULL },
};

enum {
  SIDE_REPORTS,
  N_SIDES,
};

static GType (*const side_types[N_SIDES]) (void) = {
  [SIDE_REPORTS] = lt_outcome_report_list_get_type,
};

static const LtItemInfo info = {
  "outcome", "targets", lt_target_get_type, fields, G_N_ELEMENTS (fields), side_types, N_SIDES,
};

static void
lt_outcome_field_changed (LtItem *item, const LtField *field)
{
  LtOutcome *self = LT_OUTCOME (item);

  g_clear_pointer (&self->days, g_array_unref);
  self->scanned = FALSE;
}

static void
lt_outcome_finalize (GObject *object)
{
  g_clear_pointer (&LT_OUTCOME (object)->days, g_array_unref);

  G_OBJECT_CLASS (lt_outcome_parent_class)->finalize (object);
}

static void
lt_outcome_class_init (LtOutcomeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lt_outcome_finalize;
  LT_ITEM_CLASS (klass)->field_changed = lt_outcome_field_changed;
  _lt_item_class_install (LT_ITEM_CLASS (klass), &info);
}

static void
lt_outcome_init (LtOutcome *self)
{
}

/* How many bytes of @line are "(6)", "6)", "6." or "a)"; 0 if it begins with none. */
static gsize
measure_label (const char *line)
{
  gboolean bracket = *line == '(';
  const char *at = line + (bracket ? 1 : 0);
  gboolean digits = g_ascii_isdigit (*at);
  guint n = 0;

  for (; n <= LABEL_CHARS_MAX && g_unichar_isalnum (g_utf8_get_char (at)); n++)
    {
      if ((g_ascii_isdigit (*at) != 0) != digits)
        return 0;
      at = g_utf8_next_char (at);
    }
  if (n == 0 || n > (digits ? LABEL_CHARS_MAX : 1))
    return 0;
  if (*at != ')' && (bracket || !digits || *at != '.'))
    return 0;
  at++;
  return bracket || g_ascii_isspace (*at) || *at == '\0' ? (gsize) (at - line) : 0;
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

GArray *
lt_outcome_get_days (LtOutcome *self)
{
  g_return_val_if_fail (LT_IS_OUTCOME (self), NULL);

  if (!self->scanned)
    self->days = lt_outcome_days_scan (lt_outcome_get_words (self));
  self->scanned = TRUE;
  return self->days;
}

LtItem *
lt_outcome_peek_reports (LtOutcome *self)
{
  g_return_val_if_fail (LT_IS_OUTCOME (self), NULL);

  return lt_item_peek_side (LT_ITEM (self), SIDE_REPORTS);
}

char *
lt_outcome_dup_line (LtOutcome *self)
{
  const char *label = lt_outcome_get_label (self);
  const char *words = lt_outcome_get_words (self);

  return g_strconcat (label, *label && *words ? " " : "", words, NULL);
}

void
lt_outcome_split_line (const char *line, char **label, char **words)
{
  gsize length = measure_label (line);

  *label = g_strndup (line, length);
  *words = g_strchug (g_strdup (line + length));
}
