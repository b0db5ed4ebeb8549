/* SPDX-License-Identifier: MIT */
#include "plan/lt-plan-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text/lt-text.h"

/* From here on words are taken for the same row's with a few changes. */
#define ALIKE 0.55
/* Where the number is the same as well. */
#define ALIKE_WITH_NUMBER 0.3
#define ALIKE_WITH_LABEL 0.25
/* Beyond that many rows below one parent, those far from each other are not compared. */
#define WINDOW 60

typedef struct {
  GPtrArray *changes;
} Merge;

void
lt_merge_change_free (gpointer data)
{
  LtMergeChange *change = data;

  g_clear_object (&change->item);
  g_clear_object (&change->draft);
  g_clear_object (&change->before);
  g_free (change->old);
  g_free (change->value);
  g_free (change);
}

static LtMergeChange *
add_change (Merge *self, LtMergeKind kind, LtItem *item, LtItem *draft)
{
  LtMergeChange *change = g_new0 (LtMergeChange, 1);

  change->kind = kind;
  change->item = g_object_ref (item);
  change->draft = draft != NULL ? g_object_ref (draft) : NULL;
  change->chosen = kind != LT_MERGE_REMOVE;
  g_ptr_array_add (self->changes, change);
  return change;
}

/* @said_only: a blank in the draft says nothing. */
static void
compare_field (Merge *self, LtItem *item, LtItem *draft, const char *name, gboolean said_only)
{
  const LtField *field = lt_item_type_find_field (G_OBJECT_TYPE (item), name);
  g_autofree char *old = lt_item_dup_field_string (item, field);
  g_autofree char *value = lt_item_dup_field_string (draft, field);
  LtMergeChange *change;

  if (g_strcmp0 (old != NULL ? old : "", value != NULL ? value : "") == 0
      || (said_only && lt_item_field_is_default (draft, field)))
    return;
  change = add_change (self, LT_MERGE_SET, item, draft);
  change->field = field;
  change->old = g_steal_pointer (&old);
  change->value = g_steal_pointer (&value);
}

static GHashTable *
count_syllables (const char *text, guint *n)
{
  g_autofree char *folded = lt_text_dup_folded (text);
  g_auto (GStrv) words = g_strsplit_set (folded, " ,.;:()/\"-\n", -1);
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  *n = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint count;

      if (*words[i] == '\0')
        continue;
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, words[i])) + 1;
      g_hash_table_insert (counts, g_strdup (words[i]), GUINT_TO_POINTER (count));
      (*n)++;
    }
  return counts;
}

double
lt_plan_merge_liken (const char *a, const char *b)
{
  g_autoptr (GHashTable) first = NULL;
  g_autoptr (GHashTable) second = NULL;
  GHashTableIter iter;
  gpointer key;
  gpointer value;
  guint n_first;
  guint n_second;
  guint shared = 0;

  if (strcmp (a, b) == 0)
    return 1;
  first = count_syllables (a, &n_first);
  second = count_syllables (b, &n_second);
  if (n_first == 0 || n_second == 0)
    return n_first == n_second ? 1 : 0;
  g_hash_table_iter_init (&iter, first);
  while (g_hash_table_iter_next (&iter, &key, &value))
    shared += MIN (GPOINTER_TO_UINT (value), GPOINTER_TO_UINT (g_hash_table_lookup (second, key)));
  return 2.0 * shared / (n_first + n_second);
}

/* What a row is known by. */
static char *
dup_words (LtItem *item)
{
  if (LT_IS_INITIATIVE (item))
    return g_strdup (lt_initiative_get_name (LT_INITIATIVE (item)));
  if (LT_IS_OUTCOME (item))
    return g_strdup (lt_outcome_get_words (LT_OUTCOME (item)));
  return lt_assignment_dup_outcome_lines (LT_ASSIGNMENT (item));
}

static char *
dup_number (LtItem *item)
{
  if (LT_IS_INITIATIVE (item))
    return lt_initiative_dup_number (LT_INITIATIVE (item));
  if (LT_IS_OUTCOME (item))
    return g_strdup (lt_outcome_get_label (LT_OUTCOME (item)));
  return g_strdup (lt_assignment_get_lead_words (LT_ASSIGNMENT (item)));
}

/* 0 for rows that are not the same. */
static double
rate (LtItem *a, LtItem *b)
{
  g_autofree char *first = dup_words (a);
  g_autofree char *second = dup_words (b);
  double alike = lt_plan_merge_liken (first, second);
  g_autofree char *number = NULL;
  g_autofree char *other = NULL;
  gboolean same;

  if (alike >= 1)
    return 2;
  number = dup_number (a);
  other = dup_number (b);
  same = *number != '\0' && strcmp (number, other) == 0;
  if (same && alike >= (LT_IS_INITIATIVE (a) ? ALIKE_WITH_NUMBER : ALIKE_WITH_LABEL))
    return alike + 0.5;
  return alike >= ALIKE ? alike : 0;
}

/* For each child of @draft the child of @item that it is, -1 for none: the surest first. */
static int *
match (LtItem *item, LtItem *draft)
{
  guint n_old = lt_item_get_n_children (item);
  guint n_new = lt_item_get_n_children (draft);
  int *matches = g_new (int, n_new + 1);
  g_autofree gboolean *taken = g_new0 (gboolean, n_old + 1);

  for (guint i = 0; i < n_new; i++)
    matches[i] = -1;
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < n_new; i++)
      {
        LtItem *wanted = lt_item_get_child (draft, i);
        double best = 0;
        int found = -1;

        if (matches[i] >= 0)
          continue;
        for (guint k = 0; k < n_old; k++)
          {
            double own;

            if (taken[k] || (n_old > WINDOW && ABS ((int) k - (int) i) > WINDOW))
              continue;
            own = rate (lt_item_get_child (item, k), wanted) - ABS ((int) k - (int) i) * 0.001;
            /* In the first round only what is the same beyond doubt. */
            if (own > best && (round > 0 || own > 1.4))
              {
                best = own;
                found = (int) k;
              }
          }
        if (found < 0)
          continue;
        matches[i] = found;
        taken[found] = TRUE;
      }
  /* One row in a model on both sides is the same row. */
  if (n_old == 1 && n_new == 1 && LT_IS_INITIATIVE (item))
    matches[0] = 0;
  return matches;
}

static void compare_children (Merge *self, LtItem *item, LtItem *draft);

static void
compare_items (Merge *self, LtItem *item, LtItem *draft)
{
  if (LT_IS_INITIATIVE (item))
    {
      compare_field (self, item, draft, "number", TRUE);
      compare_field (self, item, draft, "name", TRUE);
      compare_field (self, item, draft, "note", TRUE);
    }
  else if (LT_IS_ASSIGNMENT (item))
    {
      compare_field (self, item, draft, "deadline", FALSE);
      compare_field (self, item, draft, "deadline_joined", FALSE);
      compare_field (self, item, draft, "lead", FALSE);
      compare_field (self, item, draft, "coordination", FALSE);
      compare_field (self, item, draft, "note", TRUE);
    }
  else if (LT_IS_OUTCOME (item))
    {
      compare_field (self, item, draft, "label", FALSE);
      compare_field (self, item, draft, "text", FALSE);
      return;
    }
  compare_children (self, item, draft);
}

static void
compare_children (Merge *self, LtItem *item, LtItem *draft)
{
  g_autofree int *matches = match (item, draft);
  g_autofree gboolean *kept = g_new0 (gboolean, lt_item_get_n_children (item) + 1);
  guint next = 0; /* behind the last child that has its like */

  for (guint i = 0; i < lt_item_get_n_children (draft); i++)
    {
      LtItem *other = lt_item_get_child (draft, i);

      if (matches[i] >= 0)
        {
          kept[matches[i]] = TRUE;
          next = (guint) matches[i] + 1;
          compare_items (self, lt_item_get_child (item, (guint) matches[i]), other);
        }
      else
        {
          LtMergeChange *change = add_change (self, LT_MERGE_ADD, item, other);
          LtItem *before = lt_item_get_child (item, next);

          change->before = before != NULL ? g_object_ref (before) : NULL;
          change->value = dup_words (other);
        }
    }
  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    if (!kept[i])
      {
        LtMergeChange *change = add_change (self, LT_MERGE_REMOVE, lt_item_get_child (item, i), NULL);

        change->old = dup_words (change->item);
      }
}

GPtrArray *
lt_plan_merge_compare (LtPlan *plan, LtPlan *draft)
{
  static const char *const fields[] = { "title", "label", "attachment", "number", "issuer", "issued", "year" };
  Merge merge = { g_ptr_array_new_with_free_func (lt_merge_change_free) };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    compare_field (&merge, LT_ITEM (plan), LT_ITEM (draft), fields[i], TRUE);
  compare_children (&merge, LT_ITEM (plan), LT_ITEM (draft));
  return merge.changes;
}

char *
lt_merge_change_dup_title (const LtMergeChange *change)
{
  g_autofree char *path = lt_item_dup_path (change->item);

  switch (change->kind)
    {
    case LT_MERGE_SET:
      return *path ? g_strdup_printf ("%s · %s", path, _(change->field->title)) : g_strdup (_(change->field->title));
    case LT_MERGE_ADD:
      if (LT_IS_INITIATIVE (change->draft))
        return g_strdup (_("New model"));
      /* Translators: %s is the path of the model or the assignment that gets it. */
      return LT_IS_ASSIGNMENT (change->draft) ? g_strdup_printf (_("New assignment in %s"), path)
                                              : g_strdup_printf (_("New result in %s"), path);
    case LT_MERGE_REMOVE:
    default:
      /* Translators: %s is the path of a row that the source does not have. */
      return g_strdup_printf (_("%s is not in the source: remove it"), path);
    }
}

char *
lt_merge_change_dup_words (const LtMergeChange *change)
{
  g_autofree char *old = NULL;
  g_autofree char *value = NULL;

  switch (change->kind)
    {
    case LT_MERGE_SET:
      old = lt_field_dup_shown (change->field, change->old);
      value = lt_field_dup_shown (change->field, change->value);
      return g_strdup_printf ("%s → %s", *old ? old : _("(blank)"), *value ? value : _("(blank)"));
    case LT_MERGE_ADD:
      return g_strdup (change->value != NULL && *change->value ? change->value : _("(blank)"));
    case LT_MERGE_REMOVE:
    default:
      return g_strdup (change->old != NULL && *change->old ? change->old : _("(blank)"));
    }
}
