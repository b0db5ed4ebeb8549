/* SPDX-License-Identifier: MIT */
#include "plan/lt-agency-use.h"

#include "text/lt-text.h"

static void
gather_below (LtItem *item, GPtrArray *assignments)
{
  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    {
      LtItem *child = lt_item_get_child (item, i);

      if (LT_IS_ASSIGNMENT (child))
        g_ptr_array_add (assignments, child);
      else
        gather_below (child, assignments);
    }
}

GPtrArray *
lt_book_gather_assignments (LtBook *self)
{
  GPtrArray *assignments = g_ptr_array_new ();

  g_return_val_if_fail (LT_IS_BOOK (self), assignments);

  gather_below (LT_ITEM (self), assignments);
  return assignments;
}

static gboolean
names_agency (LtAssignment *assignment, LtRole role, LtAgency *agency, LtNames names, LtDay day)
{
  GPtrArray *mentions = lt_assignment_get_mentions (assignment, role);

  for (guint i = 0; i < mentions->len; i++)
    if (lt_mention_get_agency (g_ptr_array_index (mentions, i), names, day) == agency)
      return TRUE;
  return FALSE;
}

GPtrArray *
lt_book_gather_uses (LtBook *self, LtAgency *agency)
{
  return lt_book_gather_uses_by (self, agency, LT_NAMES_ISSUED, LT_DAY_NONE);
}

GPtrArray *
lt_book_gather_uses_by (LtBook *self, LtAgency *agency, LtNames names, LtDay day)
{
  g_autoptr (GPtrArray) assignments = lt_book_gather_assignments (self);
  GPtrArray *uses = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_agency_use_free);

  day = day == LT_DAY_NONE ? lt_day_today () : day;
  for (guint i = 0; i < assignments->len; i++)
    for (LtRole role = LT_ROLE_LEAD; role <= LT_ROLE_COORDINATE; role++)
      if (names_agency (g_ptr_array_index (assignments, i), role, agency, names, day))
        {
          LtAgencyUse *use = g_new (LtAgencyUse, 1);

          *use = (LtAgencyUse) { g_object_ref (g_ptr_array_index (assignments, i)), role };
          g_ptr_array_add (uses, use);
        }
  return uses;
}

static void
count_cell (GHashTable *counts, GHashTable *in_cell, GPtrArray *mentions, LtRole role, LtNames names, LtDay day)
{
  g_hash_table_remove_all (in_cell);
  for (guint i = 0; i < mentions->len; i++)
    {
      LtAgency *agency = lt_mention_get_agency (g_ptr_array_index (mentions, i), names, day);
      LtAgencyCount *count;

      if (agency == NULL || !g_hash_table_add (in_cell, agency))
        continue;
      count = g_hash_table_lookup (counts, agency);
      if (count == NULL)
        {
          count = g_new0 (LtAgencyCount, 1);
          g_hash_table_insert (counts, agency, count);
        }
      if (role == LT_ROLE_LEAD)
        count->n_led++;
      else
        count->n_coordinated++;
    }
}

GHashTable *
lt_book_count_uses (LtBook *self, LtNames names, LtDay day)
{
  g_autoptr (GPtrArray) assignments = lt_book_gather_assignments (self);
  g_autoptr (GHashTable) in_cell = g_hash_table_new (NULL, NULL);
  GHashTable *counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  day = day == LT_DAY_NONE ? lt_day_today () : day;
  for (guint i = 0; i < assignments->len; i++)
    for (LtRole role = LT_ROLE_LEAD; role <= LT_ROLE_COORDINATE; role++)
      count_cell (counts, in_cell, lt_assignment_get_mentions (g_ptr_array_index (assignments, i), role), role, names,
                  day);
  return counts;
}

static LtOpenPhrase *
add_phrase (GHashTable *found, GPtrArray *phrases, const LtMention *mention)
{
  char *key = lt_text_dup_match_key (mention->phrase);
  LtOpenPhrase *phrase = g_hash_table_lookup (found, key);

  if (phrase)
    {
      g_free (key);
      return phrase;
    }
  phrase = g_new0 (LtOpenPhrase, 1);
  phrase->phrase = g_strdup (mention->phrase);
  phrase->suggestion = mention->agency ? g_object_ref (mention->agency) : NULL;
  phrase->rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_insert (found, key, phrase);
  g_ptr_array_add (phrases, phrase);
  return phrase;
}

static int
compare_phrases (gconstpointer a, gconstpointer b)
{
  const LtOpenPhrase *first = *(LtOpenPhrase *const *) a;
  const LtOpenPhrase *second = *(LtOpenPhrase *const *) b;

  if (first->rows->len != second->rows->len)
    return first->rows->len > second->rows->len ? -1 : 1;
  return lt_text_compare (first->phrase, second->phrase);
}

GPtrArray *
lt_book_gather_open_phrases (LtBook *self)
{
  g_autoptr (GPtrArray) assignments = lt_book_gather_assignments (self);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  /* Rows share their readings, so most phrases need no key of their own. */
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  GPtrArray *phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_open_phrase_free);

  for (guint i = 0; i < assignments->len; i++)
    for (LtRole role = LT_ROLE_LEAD; role <= LT_ROLE_COORDINATE; role++)
      {
        LtAssignment *assignment = g_ptr_array_index (assignments, i);
        GPtrArray *mentions = lt_assignment_get_mentions (assignment, role);

        for (guint j = 0; j < mentions->len; j++)
          {
            LtMention *mention = g_ptr_array_index (mentions, j);
            LtOpenPhrase *phrase;

            if (mention->agency ? !mention->doubtful : mention->group)
              continue;
            phrase = g_hash_table_lookup (known, mention);
            if (phrase == NULL)
              {
                phrase = add_phrase (found, phrases, mention);
                g_hash_table_insert (known, mention, phrase);
              }
            if (phrase->rows->len == 0 || g_ptr_array_index (phrase->rows, phrase->rows->len - 1) != assignment)
              g_ptr_array_add (phrase->rows, g_object_ref (assignment));
          }
      }
  g_ptr_array_sort (phrases, compare_phrases);
  return phrases;
}

void
lt_agency_use_free (LtAgencyUse *use)
{
  g_object_unref (use->assignment);
  g_free (use);
}

void
lt_open_phrase_free (LtOpenPhrase *phrase)
{
  g_free (phrase->phrase);
  g_clear_object (&phrase->suggestion);
  g_ptr_array_unref (phrase->rows);
  g_free (phrase);
}
