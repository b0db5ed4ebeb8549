/* SPDX-License-Identifier: MIT */
#include "plan/lt-search.h"

#include <string.h>

#include "plan/lt-search-index-private.h"
#include "text/lt-text.h"

#define SLICE_USEC 3000
#define SLICE_ROWS 32
#define MAX_DEAD 4096
#define MAX_KEPT 16
/* A text pasted by mistake is not remembered. */
#define MAX_KEPT_OF_QUERY 256

struct _LtSearch
{
  GObject parent_instance;

  LtBook *book; /* a reference */

  LtSearchIndex *index; /* of the assignments' own words */
  GPtrArray *rows;      /* (element-type LtAssignment), by row; references */
  GArray *row_groups;   /* (element-type guint), by row */
  GHashTable *row_of;   /* assignment -> its row that counts + 1 */

  /* What rows inherit: the name of their model and the title of its plan. */
  LtSearchIndex *group_index;
  GPtrArray *groups;    /* (element-type LtInitiative), by group; references */
  GHashTable *group_of; /* initiative -> its group that counts + 1 */

  /* The rows that count in the order of the book, and where each stands there. */
  GArray *order;        /* (element-type guint) */
  GArray *places;       /* (element-type guint), by row */
  gboolean shuffled;    /* something came, went or moved since */

  GHashTable *kept;     /* word -> bits of its rows: the next keystroke changes one word */

  guint idle;    /* source; 0 when there is nothing to catch up with */
  gboolean complete;
  guint next[3]; /* plan, initiative, assignment to go on with */
};

G_DEFINE_FINAL_TYPE (LtSearch, lt_search, G_TYPE_OBJECT)

enum {
  COMPLETE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
index_group (LtSearch *self, LtItem *initiative)
{
  LtPlan *plan = lt_item_get_ancestor (initiative, LT_TYPE_PLAN);
  g_autofree char *text = g_strconcat (plan ? lt_plan_get_title (plan) : "", " ",
                                       lt_initiative_get_name (LT_INITIATIVE (initiative)), NULL);
  g_autofree char *folded = lt_text_dup_folded (text);
  guint group = _lt_search_index_add_row (self->group_index, folded);

  g_ptr_array_add (self->groups, g_object_ref (initiative));
  g_hash_table_insert (self->group_of, initiative, GUINT_TO_POINTER (group + 1));
}

static guint
ensure_group (LtSearch *self, LtItem *initiative)
{
  if (!g_hash_table_contains (self->group_of, initiative))
    index_group (self, initiative);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->group_of, initiative)) - 1;
}

static char *
dup_row_text (LtAssignment *assignment)
{
  g_autofree char *lines = lt_assignment_dup_outcome_lines (assignment);

  return g_strjoin (" ", lines,
                    lt_assignment_get_deadline_words (assignment),
                    lt_assignment_get_lead_words (assignment),
                    lt_assignment_get_coordination_words (assignment),
                    lt_item_get_text (LT_ITEM (assignment), lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "note")),
                    NULL);
}

/* Returns the new row; its place in the order is the caller's to give. */
static guint
index_row (LtSearch *self, LtItem *initiative, LtItem *assignment)
{
  guint group = ensure_group (self, initiative);
  g_autofree char *text = dup_row_text (LT_ASSIGNMENT (assignment));
  g_autofree char *folded = lt_text_dup_folded (text);
  guint row = _lt_search_index_add_row (self->index, folded);
  guint nowhere = G_MAXUINT;

  g_ptr_array_add (self->rows, g_object_ref (assignment));
  g_array_append_val (self->row_groups, group);
  g_array_append_val (self->places, nowhere);
  g_hash_table_insert (self->row_of, assignment, GUINT_TO_POINTER (row + 1));
  return row;
}

static void
append_row (LtSearch *self, LtItem *initiative, LtItem *assignment)
{
  guint row = index_row (self, initiative, assignment);

  g_array_index (self->places, guint, row) = self->order->len;
  g_array_append_val (self->order, row);
}

/* Indexes the next assignment that has no row; FALSE if there is none. */
static gboolean
step (LtSearch *self)
{
  LtItem *plan;

  while ((plan = lt_item_get_child (LT_ITEM (self->book), self->next[0])))
    {
      LtItem *initiative;

      while ((initiative = lt_item_get_child (plan, self->next[1])))
        {
          LtItem *assignment;

          while ((assignment = lt_item_get_child (initiative, self->next[2])))
            {
              self->next[2]++;
              if (!g_hash_table_contains (self->row_of, assignment))
                {
                  append_row (self, initiative, assignment);
                  return TRUE;
                }
            }
          self->next[1]++;
          self->next[2] = 0;
        }
      self->next[0]++;
      self->next[1] = 0;
    }
  return FALSE;
}

/* Reads the order off the book, which leaves out what is gone. */
static void
put_in_order (LtSearch *self)
{
  LtItem *book = LT_ITEM (self->book);

  g_array_set_size (self->order, 0);
  for (guint p = 0; p < lt_item_get_n_children (book); p++)
    {
      LtItem *plan = lt_item_get_child (book, p);

      for (guint i = 0; i < lt_item_get_n_children (plan); i++)
        {
          LtItem *initiative = lt_item_get_child (plan, i);

          for (guint a = 0; a < lt_item_get_n_children (initiative); a++)
            {
              guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->row_of, lt_item_get_child (initiative, a)));

              if (row-- == 0)
                continue;
              g_array_index (self->places, guint, row) = self->order->len;
              g_array_append_val (self->order, row);
            }
        }
    }
  self->shuffled = FALSE;
}

static void
finish (LtSearch *self)
{
  self->idle = 0;
  if (self->shuffled)
    put_in_order (self);
  if (!self->complete)
    {
      self->complete = TRUE;
      g_signal_emit (self, signals[COMPLETE], 0);
    }
}

static gboolean
idle_cb (gpointer data)
{
  LtSearch *self = data;
  gint64 end = g_get_monotonic_time () + SLICE_USEC;

  if (!self->complete)
    {
      g_hash_table_remove_all (self->kept);
      do
        {
          for (guint i = 0; i < SLICE_ROWS; i++)
            if (!step (self))
              {
                finish (self);
                return G_SOURCE_REMOVE;
              }
        }
      while (g_get_monotonic_time () < end);
      return G_SOURCE_CONTINUE;
    }
  finish (self);
  return G_SOURCE_REMOVE;
}

static void
catch_up_later (LtSearch *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

static void
clear (LtSearch *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_pointer (&self->row_of, g_hash_table_unref);
  g_clear_pointer (&self->group_of, g_hash_table_unref);
  g_clear_pointer (&self->index, _lt_search_index_free);
  g_clear_pointer (&self->group_index, _lt_search_index_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->row_groups, g_array_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
}

static void
set_up (LtSearch *self)
{
  self->index = _lt_search_index_new ();
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->row_groups = g_array_new (FALSE, FALSE, sizeof (guint));
  self->row_of = g_hash_table_new (NULL, NULL);
  self->group_index = _lt_search_index_new ();
  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
  self->group_of = g_hash_table_new (NULL, NULL);
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->shuffled = FALSE;
  self->complete = FALSE;
  memset (self->next, 0, sizeof self->next);
}

static void
lt_search_dispose (GObject *object)
{
  LtSearch *self = LT_SEARCH (object);

  clear (self);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (lt_search_parent_class)->dispose (object);
}

static void
lt_search_class_init (LtSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lt_search_dispose;

  signals[COMPLETE] = g_signal_new ("complete", LT_TYPE_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
lt_search_init (LtSearch *self)
{
  set_up (self);
}

LtSearch *
lt_search_new (LtBook *book)
{
  LtSearch *self = g_object_new (LT_TYPE_SEARCH, NULL);

  self->book = g_object_ref (book);
  catch_up_later (self);
  return self;
}

void
lt_search_complete (LtSearch *self)
{
  g_return_if_fail (LT_IS_SEARCH (self));

  g_hash_table_remove_all (self->kept);
  while (!self->complete && step (self))
    ;
  g_clear_handle_id (&self->idle, g_source_remove);
  finish (self);
}

gboolean
lt_search_is_complete (LtSearch *self)
{
  g_return_val_if_fail (LT_IS_SEARCH (self), FALSE);

  return self->complete;
}

static guint
get_place (LtSearch *self, LtItem *assignment)
{
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->row_of, assignment));

  return row ? g_array_index (self->places, guint, row - 1) : G_MAXUINT;
}

/* Whether the row of @assignment stands where it should, seen from its siblings.
 * That its model moved, or a sibling went, is told of for itself. */
static gboolean
stands_right (LtSearch *self, LtItem *initiative, LtItem *assignment)
{
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->row_of, assignment)) - 1;
  guint place = g_array_index (self->places, guint, row);
  guint index = lt_item_get_index (assignment);
  LtItem *next = lt_item_get_child (initiative, index + 1);

  return g_ptr_array_index (self->groups, g_array_index (self->row_groups, guint, row)) == initiative
         && (index == 0 || get_place (self, lt_item_get_child (initiative, index - 1)) == place - 1)
         && (next == NULL || get_place (self, next) == place + 1);
}

static void
refresh_assignment (LtSearch *self, LtItem *assignment)
{
  LtItem *initiative = lt_item_get_parent (assignment);
  guint place = get_place (self, assignment);
  guint row;

  if (initiative == NULL)
    return;
  if (place == G_MAXUINT || !stands_right (self, initiative, assignment))
    self->shuffled = TRUE;
  row = index_row (self, initiative, assignment);
  if (place == G_MAXUINT)
    return;
  g_array_index (self->order, guint, place) = row;
  g_array_index (self->places, guint, row) = place;
}

static void
refresh_initiative (LtSearch *self, LtItem *initiative)
{
  guint group;

  index_group (self, initiative);
  group = GPOINTER_TO_UINT (g_hash_table_lookup (self->group_of, initiative)) - 1;
  for (guint i = 0; i < lt_item_get_n_children (initiative); i++)
    {
      LtItem *assignment = lt_item_get_child (initiative, i);
      guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->row_of, assignment));

      if (row == 0)
        index_row (self, initiative, assignment);
      else
        g_array_index (self->row_groups, guint, row - 1) = group;
    }
}

void
lt_search_refresh (LtSearch *self, LtItem *item)
{
  LtItem *assignment;

  g_return_if_fail (LT_IS_SEARCH (self));
  g_return_if_fail (LT_IS_ITEM (item));

  g_hash_table_remove_all (self->kept);
  /* Places have shifted under the walk; rows that are there are passed over quickly. */
  memset (self->next, 0, sizeof self->next);
  catch_up_later (self);

  assignment = lt_item_get_ancestor (item, LT_TYPE_ASSIGNMENT);
  self->shuffled = self->shuffled || assignment == NULL;
  if (assignment)
    refresh_assignment (self, assignment);
  else if (LT_IS_INITIATIVE (item))
    refresh_initiative (self, item);
  else if (LT_IS_PLAN (item))
    for (guint i = 0; i < lt_item_get_n_children (item); i++)
      refresh_initiative (self, lt_item_get_child (item, i));

  if (self->rows->len > 2 * (g_hash_table_size (self->row_of) + MAX_DEAD))
    lt_search_restart (self);
}

void
lt_search_restart (LtSearch *self)
{
  g_return_if_fail (LT_IS_SEARCH (self));

  clear (self);
  set_up (self);
  catch_up_later (self);
}

/* Adds the rows that inherit @word from their model or plan. */
static void
match_groups (LtSearch *self, const char *word, guint64 *bits)
{
  g_autofree guint64 *matched = g_new0 (guint64, self->groups->len / 64 + 1);
  gboolean any = FALSE;

  _lt_search_index_match (self->group_index, word, matched);
  for (guint i = 0; i <= self->groups->len / 64 && !any; i++)
    any = matched[i] != 0;
  for (guint row = 0; any && row < self->rows->len; row++)
    {
      guint group = g_array_index (self->row_groups, guint, row);

      bits[row / 64] |= (matched[group / 64] >> (group % 64) & 1) << (row % 64);
    }
}

/* The bits of the rows that hold @word; kept, borrowed. */
static const guint64 *
match_word (LtSearch *self, const char *word)
{
  guint64 *bits = g_hash_table_lookup (self->kept, word);

  if (bits == NULL)
    {
      bits = g_new0 (guint64, self->rows->len / 64 + 1);
      _lt_search_index_match (self->index, word, bits);
      match_groups (self, word, bits);
      g_hash_table_insert (self->kept, g_strdup (word), bits);
    }
  return bits;
}

/* Never those of the query just asked: a query of many words would be looked up whole at every
 * keystroke. */
static void
forget_other_words (LtSearch *self, GStrv words)
{
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, self->kept);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (!g_strv_contains ((const char *const *) words, word))
      g_hash_table_iter_remove (&iter);
  if (g_hash_table_size (self->kept) > MAX_KEPT_OF_QUERY)
    g_hash_table_remove_all (self->kept);
}

GPtrArray *
lt_search_find (LtSearch *self, const char *query)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *folded = lt_text_dup_folded (query);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autofree guint64 *bits = NULL;
  gboolean any = TRUE;
  guint n;

  g_return_val_if_fail (LT_IS_SEARCH (self), found);

  if (self->shuffled && self->complete)
    put_in_order (self);
  n = self->rows->len / 64 + 1;
  for (guint i = 0; words[i] && any; i++)
    {
      const guint64 *matched;

      if (*words[i] == '\0')
        continue;
      matched = match_word (self, words[i]);
      if (bits == NULL)
        bits = g_memdup2 (matched, n * sizeof (guint64));
      else
        {
          any = FALSE;
          for (guint j = 0; j < n; j++)
            any |= (bits[j] &= matched[j]) != 0;
        }
    }
  if (g_hash_table_size (self->kept) > MAX_KEPT)
    forget_other_words (self, words);
  for (guint i = 0; bits && i < self->order->len; i++)
    {
      guint row = g_array_index (self->order, guint, i);

      if (bits[row / 64] >> (row % 64) & 1)
        g_ptr_array_add (found, g_ptr_array_index (self->rows, row));
    }
  return found;
}

GPtrArray *
lt_search_hold (LtSearch *self)
{
  g_return_val_if_fail (LT_IS_SEARCH (self), NULL);

  return g_ptr_array_ref (self->rows);
}
