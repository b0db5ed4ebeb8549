/* SPDX-License-Identifier: MIT */
#include "app/lt-change-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/lt-item-actions.h"

/* More lines than this tell a person nothing more. */
#define MAX_LINES 200

static const struct {
  const char *table;
  const char *title; /* msgid */
  GType (*get_type) (void);
} kinds[] = {
  { "plan", N_("Plan"), lt_plan_get_type },
  { "initiative", N_("Model"), lt_initiative_get_type },
  { "assignment", N_("Assignment"), lt_assignment_get_type },
  { "outcome", N_("Expected result"), lt_outcome_get_type },
  { "target", N_("Target"), lt_target_get_type },
  { "report", N_("Progress report"), lt_report_get_type },
  { "outcome_report", N_("Progress report"), lt_outcome_report_get_type },
  { "measurement", N_("Measurement"), lt_measurement_get_type },
  { "agency", N_("Agency"), lt_agency_get_type },
  { "baseline", N_("Days kept to compare with"), lt_baseline_get_type },
};

static const LtField *
find_field (const LtChange *change)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].table, change->table))
      return lt_item_type_find_field (kinds[i].get_type (), change->field);
  return NULL;
}

static const char *
get_kind_title (const LtChange *change)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].table, change->table))
      return _(kinds[i].title);
  return change->table;
}

static char *
dup_row_name (LtDocument *document, const LtChange *change)
{
  LtItem *item = lt_document_find_item (document, change->row);

  if (item == NULL || LT_IS_PLAN (item) || LT_IS_TARGET (item) || LT_IS_BASELINE (item))
    return g_strdup (get_kind_title (change));
  if (LT_IS_AGENCY (item))
    return g_strdup (lt_agency_get_name (LT_AGENCY (item)));
  return lt_item_actions_dup_name (item);
}

static char *
dup_value (const LtField *field, const char *value)
{
  if (value == NULL || *value == '\0')
    return g_strdup (_("nothing"));
  if (field->kind != LT_FIELD_TEXT && field->kind != LT_FIELD_LIST)
    return lt_field_dup_shown (field, value);
  return g_strdup_printf (_("“%s”"), value);
}

/* An added or deleted row is told once, by the first of its words. */
static gboolean
is_told_by (const LtChange *change)
{
  static const char *const telling[] = { "title", "name", "text", "deadline", "results", "value", NULL };

  return g_strv_contains (telling, change->field) && change->op != LT_CHANGE_UPDATE;
}

static char *
dup_line (LtDocument *document, const LtChange *change)
{
  const LtField *field = find_field (change);
  g_autofree char *row = dup_row_name (document, change);
  g_autofree char *old_value = NULL;
  g_autofree char *new_value = NULL;

  if (field == NULL)
    {
      if (change->op != LT_CHANGE_UPDATE)
        return NULL;
      /* Translators: a row went to another place; %s is "Assignment 2.1" */
      return g_strdup_printf (_("%s: moved"), row);
    }
  if (change->op != LT_CHANGE_UPDATE && !is_told_by (change))
    return NULL;
  old_value = dup_value (field, change->old_value);
  new_value = dup_value (field, change->new_value);
  if (change->op == LT_CHANGE_INSERT)
    /* Translators: "Assignment 2.1", then its words */
    return g_strdup_printf (_("%s: added %s"), row, new_value);
  if (change->op == LT_CHANGE_DELETE)
    /* Translators: "Assignment", then its words */
    return g_strdup_printf (_("%s: deleted %s"), get_kind_title (change), old_value);
  /* Translators: "Assignment 2.1", the name of the field, the old value, the new value */
  return g_strdup_printf (_("%s, %s: %s → %s"), row, _(field->title), old_value, new_value);
}

char *
lt_change_text_dup (LtDocument *document, GPtrArray *changes)
{
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      char *line = dup_line (document, g_ptr_array_index (changes, i));

      /* "moved" comes for the place and for the parent. */
      if (line == NULL || !g_hash_table_add (lines, line))
        continue;
      if (g_hash_table_size (lines) > MAX_LINES)
        {
          g_string_append (text, "\n…");
          break;
        }
      g_string_append_printf (text, "%s%s", text->len ? "\n" : "", line);
    }
  return g_string_free (text, FALSE);
}
