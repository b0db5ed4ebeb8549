/* SPDX-License-Identifier: MIT */
#include "plan/lt-coordination.h"
#include "plan/lt-succession-private.h"

/* The succession that @agency itself names, in force on @day and not before
 * @after; of several that of the latest day. NULL if there is none, or if two
 * agencies took over everything on the same day, which cannot be followed. */
static LtSuccession *
find_step (LtAgency *agency, LtDay after, LtDay day)
{
  LtSuccession *found = NULL;
  gboolean tied = FALSE;

  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (agency)); i++)
    {
      LtSuccession *succession = lt_item_get_child (LT_ITEM (agency), i);
      LtDay since = lt_succession_get_since (succession);

      if (lt_succession_get_part (succession) || lt_succession_get_successor_id (succession) == 0)
        continue;
      if (since != LT_DAY_NONE && (since < after || since > day))
        continue;
      if (found && since < lt_succession_get_since (found))
        continue;
      tied = found && since == lt_succession_get_since (found)
             && lt_succession_get_successor_id (succession) != lt_succession_get_successor_id (found);
      found = succession;
    }
  return tied ? NULL : found;
}

LtAgency *
lt_agency_get_current (LtAgency *self, LtDay day)
{
  /* What was seen since time last went on: within one day a circle may not be walked twice. */
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  LtRegistry *registry;
  LtDay after = LT_DAY_NONE;

  g_return_val_if_fail (LT_IS_AGENCY (self), NULL);

  registry = lt_item_get_ancestor (LT_ITEM (self), LT_TYPE_REGISTRY);
  while (registry)
    {
      LtSuccession *step = find_step (self, after, day);
      LtAgency *next = step ? lt_registry_get_by_id (registry, lt_succession_get_successor_id (step)) : NULL;
      LtDay since = step ? lt_succession_get_since (step) : LT_DAY_NONE;

      if (since != LT_DAY_NONE && since > after)
        {
          after = since;
          g_hash_table_remove_all (seen);
        }
      g_hash_table_add (seen, self);
      if (next == NULL || g_hash_table_contains (seen, next))
        break;
      self = next;
    }
  return self;
}

gboolean
lt_agency_is_split (LtAgency *self, LtDay day)
{
  LtDay end;

  g_return_val_if_fail (LT_IS_AGENCY (self), FALSE);

  end = lt_agency_get_valid_to (self);
  if (end == LT_DAY_NONE || end >= day || lt_agency_get_current (self, day) != self)
    return FALSE;
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (self)); i++)
    {
      LtSuccession *succession = lt_item_get_child (LT_ITEM (self), i);

      if (lt_succession_get_successor_id (succession) != 0 && lt_succession_get_since (succession) <= day)
        return TRUE;
    }
  return FALSE;
}

/* Whether the work has gone to @heir by @day: since the day that the agency's own
 * entry says, or at any time where it says nothing. */
static gboolean
has_passed_on (LtAgency *agency, LtAgency *heir, LtDay day)
{
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (agency)); i++)
    {
      LtSuccession *succession = lt_item_get_child (LT_ITEM (agency), i);

      if (lt_succession_get_successor_id (succession) == lt_item_get_id (LT_ITEM (heir)))
        return lt_succession_get_since (succession) <= day;
    }
  return TRUE;
}

LtAgency *
lt_mention_get_current (const LtMention *mention, LtDay day)
{
  if (mention->agency == NULL)
    return NULL;
  if (mention->heir && has_passed_on (mention->agency, mention->heir, day))
    return lt_agency_get_current (mention->heir, day);
  return lt_agency_get_current (mention->agency, day);
}

LtAgency *
lt_mention_get_agency (const LtMention *mention, LtNames names, LtDay day)
{
  return names == LT_NAMES_TODAY ? lt_mention_get_current (mention, day) : mention->agency;
}

static void
add_strides (LtAgency *agency, GArray *strides)
{
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (agency)); i++)
    {
      LtSuccession *succession = lt_item_get_child (LT_ITEM (agency), i);
      LtStride stride = {
        lt_item_get_id (LT_ITEM (agency)), lt_succession_get_successor_id (succession),
        lt_succession_get_since (succession) != LT_DAY_NONE || lt_succession_get_part (succession),
      };

      if (stride.to != 0)
        g_array_append_val (strides, stride);
    }
}

LtAgency *
lt_registry_find_succession_circle (LtRegistry *self)
{
  g_autoptr (GArray) strides = g_array_new (FALSE, FALSE, sizeof (LtStride));

  g_return_val_if_fail (LT_IS_REGISTRY (self), NULL);

  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (self)); i++)
    add_strides (lt_item_get_child (LT_ITEM (self), i), strides);
  return lt_registry_get_by_id (self, _lt_strides_find_circle (strides));
}

/* Whether the strides lead from @start to @goal. @heads: id -> first stride from
 * it; the strides are sorted by where they start. */
static gboolean
leads_to (GArray *strides, GHashTable *heads, gint64 start, gint64 goal)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  if (start == goal)
    return TRUE;
  g_ptr_array_add (open, &start);
  while (open->len > 0)
    {
      gint64 *id = g_ptr_array_steal_index_fast (open, open->len - 1);
      gpointer head;

      if (!g_hash_table_add (seen, id) || !g_hash_table_lookup_extended (heads, id, NULL, &head))
        continue;
      for (guint i = GPOINTER_TO_UINT (head); i < strides->len; i++)
        {
          LtStride *stride = &g_array_index (strides, LtStride, i);

          if (stride->from != *id)
            break;
          if (stride->to == goal)
            return TRUE;
          g_ptr_array_add (open, &stride->to);
        }
    }
  return FALSE;
}

static int
compare_strides (gconstpointer a, gconstpointer b)
{
  const LtStride *first = a;
  const LtStride *second = b;

  return first->from < second->from ? -1 : first->from > second->from;
}

gint64
_lt_strides_find_circle (GArray *strides)
{
  g_autoptr (GHashTable) heads = g_hash_table_new (g_int64_hash, g_int64_equal);

  g_array_sort (strides, compare_strides);
  for (guint i = 0; i < strides->len; i++)
    {
      LtStride *stride = &g_array_index (strides, LtStride, i);

      if (!g_hash_table_contains (heads, &stride->from))
        g_hash_table_insert (heads, &stride->from, GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < strides->len; i++)
    {
      const LtStride *stride = &g_array_index (strides, LtStride, i);

      if (stride->to == stride->from || (!stride->dated && leads_to (strides, heads, stride->to, stride->from)))
        return stride->from;
    }
  return 0;
}
