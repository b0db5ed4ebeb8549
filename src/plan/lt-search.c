/* SPDX-License-Identifier: MIT */
#include "plan/lt-search.h"

#include <string.h>

#include "plan/lt-search-index-private.h"
#include "text/lt-text.h"

#define SLICE_USEC 3000
#define SLICE_ROWS 32
#define MAX_DEAD 4096

/* A model, and what its rows inherit: its name, the title of its plan. */
typedef struct {
  LtItem *initiative; /* a reference */
  char *folded;
} Group;

struct _LtSearch
{
  GObject parent_instance;

  LtBook *book; /* a reference */
  LtSearchIndex *index;
  GPtrArray *rows;      /* (element-type LtAssignment), by row number; references */
  GArray *row_groups;   /* (element-type guint), by row number */
  GHashTable *row_of;   /* assignment -> its live row + 1 */
  GArray *groups;       /* (element-type Group) */
  GHashTable *group_of; /* initiative -> index into groups + 1 */

  /* Live rows stand in the order of the book until something is refreshed. */
  gboolean disordered;
  guint n_dead;

  guint slice;  /* the idle source; 0 when complete */
  guint next[3]; /* plan, initiative, assignment to go on with */
};

G_DEFINE_FINAL_TYPE (LtSearch, lt_search, G_TYPE_OBJECT)

enum {
  COMPLETE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_group (gpointer data)
{
  Group *group = data;

  g_object_unref (group->initiative);
  g_free (group->folded);
}

static void
fold_group (Group *group)
{
  LtPlan *plan = lt_item_get_ancestor (group->initiative, LT_TYPE_PLAN);
  g_autofree char *text = g_strconcat (plan ? lt_plan_get_title (plan) : "", " ",
                                       lt_initiative_get_name (LT_INITIATIVE (group->initiative)), NULL);

  g_free (group->folded);
  group->folded = lt_text_dup_folded (text);
}

static guint
ensure_group (LtSearch *self, LtItem *initiative)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->group_of, initiative));

  if (number == 0)
    {
      Group group = { g_object_ref (initiative), NULL };

      fold_group (&group);
      g_array_append_val (self->groups, group);
      number = self->groups->len;
      g_hash_table_insert (self->group_of, initiative, GUINT_TO_POINTER (number));
    }
  return number - 1;
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

static void
add_row (LtSearch *self, LtItem *initiative, LtItem *assignment)
{
  guint group = ensure_group (self, initiative);
  g_autofree char *text = dup_row_text (LT_ASSIGNMENT (assignment));
  g_autofree char *folded = lt_text_dup_folded (text);
  guint row = _lt_search_index_add_row (self->index, folded);

  g_ptr_array_add (self->rows, g_object_ref (assignment));
  g_array_append_val (self->row_groups, group);
  g_hash_table_insert (self->row_of, assignment, GUINT_TO_POINTER (row + 1));
}

/* The next assignment that has no row; FALSE if there is none. */
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
                  add_row (self, initiative, assignment);
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

static gboolean
slice_cb (gpointer data)
{
  LtSearch *self = data;
  gint64 end = g_get_monotonic_time () + SLICE_USEC;

  do
    {
      for (guint i = 0; i < SLICE_ROWS; i++)
        if (!step (self))
          {
            self->slice = 0;
            g_signal_emit (self, signals[COMPLETE], 0);
            return G_SOURCE_REMOVE;
          }
    }
  while (g_get_monotonic_time () < end);
  return G_SOURCE_CONTINUE;
}

static void
begin (LtSearch *self)
{
  memset (self->next, 0, sizeof self->next);
  if (self->slice == 0)
    self->slice = g_idle_add_full (G_PRIORITY_LOW, slice_cb, self, NULL);
}

static void
clear (LtSearch *self)
{
  g_clear_handle_id (&self->slice, g_source_remove);
  g_clear_pointer (&self->row_of, g_hash_table_unref);
  g_clear_pointer (&self->group_of, g_hash_table_unref);
  g_clear_pointer (&self->index, _lt_search_index_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->row_groups, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
}

static void
set_up (LtSearch *self)
{
  self->index = _lt_search_index_new ();
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->row_groups = g_array_new (FALSE, FALSE, sizeof (guint));
  self->row_of = g_hash_table_new (NULL, NULL);
  self->groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_array_set_clear_func (self->groups, clear_group);
  self->group_of = g_hash_table_new (NULL, NULL);
  self->disordered = FALSE;
  self->n_dead = 0;
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
  begin (self);
  return self;
}

void
lt_search_complete (LtSearch *self)
{
  g_return_if_fail (LT_IS_SEARCH (self));

  if (self->slice == 0)
    return;
  while (step (self))
    ;
  g_clear_handle_id (&self->slice, g_source_remove);
  g_signal_emit (self, signals[COMPLETE], 0);
}

gboolean
lt_search_is_complete (LtSearch *self)
{
  g_return_val_if_fail (LT_IS_SEARCH (self), FALSE);

  return self->slice == 0;
}

static void
refresh_assignment (LtSearch *self, LtItem *assignment)
{
  LtItem *initiative = lt_item_get_parent (assignment);

  if (initiative == NULL)
    return;
  self->n_dead += g_hash_table_contains (self->row_of, assignment);
  add_row (self, initiative, assignment);
}

static void
refresh_initiative (LtSearch *self, LtItem *initiative)
{
  guint group = ensure_group (self, initiative);

  fold_group (&g_array_index (self->groups, Group, group));
  for (guint i = 0; i < lt_item_get_n_children (initiative); i++)
    {
      LtItem *assignment = lt_item_get_child (initiative, i);

      if (!g_hash_table_contains (self->row_of, assignment))
        add_row (self, initiative, assignment);
    }
}

void
lt_search_refresh (LtSearch *self, LtItem *item)
{
  LtItem *assignment;

  g_return_if_fail (LT_IS_SEARCH (self));
  g_return_if_fail (LT_IS_ITEM (item));

  self->disordered = TRUE;
  /* Places have shifted under the walk; rows that are there are passed over quickly. */
  if (self->slice)
    memset (self->next, 0, sizeof self->next);

  assignment = lt_item_get_ancestor (item, LT_TYPE_ASSIGNMENT);
  if (assignment)
    refresh_assignment (self, assignment);
  else if (LT_IS_INITIATIVE (item))
    refresh_initiative (self, item);
  else if (LT_IS_PLAN (item))
    for (guint i = 0; i < lt_item_get_n_children (item); i++)
      refresh_initiative (self, lt_item_get_child (item, i));

  if (self->n_dead > MAX_DEAD && self->n_dead > self->rows->len / 2)
    lt_search_restart (self);
}

void
lt_search_restart (LtSearch *self)
{
  g_return_if_fail (LT_IS_SEARCH (self));

  clear (self);
  set_up (self);
  begin (self);
}

/* Adds the rows that inherit @word from their model or plan. */
static void
match_groups (LtSearch *self, const char *word, guint64 *bits)
{
  g_autofree guint8 *matched = g_new (guint8, self->groups->len + 1);
  gboolean any = FALSE;

  for (guint i = 0; i < self->groups->len; i++)
    {
      matched[i] = strstr (g_array_index (self->groups, Group, i).folded, word) != NULL;
      any = any || matched[i];
    }
  for (guint row = 0; any && row < self->rows->len; row++)
    bits[row / 64] |= (guint64) matched[g_array_index (self->row_groups, guint, row)] << (row % 64);
}

static void
collect_in_row_order (LtSearch *self, const guint64 *bits, guint n_words, GPtrArray *found)
{
  for (guint i = 0; i < n_words; i++)
    for (guint64 rest = bits[i]; rest; rest &= rest - 1)
      g_ptr_array_add (found, g_object_ref (g_ptr_array_index (self->rows, i * 64 + (guint) __builtin_ctzll (rest))));
}

/* By the book itself, which leaves out what is gone and dead entries too. */
static void
collect_in_book_order (LtSearch *self, const guint64 *bits, GPtrArray *found)
{
  LtItem *book = LT_ITEM (self->book);

  for (guint p = 0; p < lt_item_get_n_children (book); p++)
    {
      LtItem *plan = lt_item_get_child (book, p);

      for (guint i = 0; i < lt_item_get_n_children (plan); i++)
        {
          LtItem *initiative = lt_item_get_child (plan, i);

          for (guint a = 0; a < lt_item_get_n_children (initiative); a++)
            {
              LtItem *assignment = lt_item_get_child (initiative, a);
              guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->row_of, assignment));

              if (row && (bits[(row - 1) / 64] >> ((row - 1) % 64) & 1))
                g_ptr_array_add (found, g_object_ref (assignment));
            }
        }
    }
}

GPtrArray *
lt_search_find (LtSearch *self, const char *query)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *folded = lt_text_dup_folded (query);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint n_words;
  g_autofree guint64 *bits = NULL;
  g_autofree guint64 *word_bits = NULL;
  gboolean first = TRUE;

  g_return_val_if_fail (LT_IS_SEARCH (self), found);

  n_words = self->rows->len / 64 + 1;
  bits = g_new0 (guint64, n_words);
  word_bits = g_new (guint64, n_words);
  for (guint i = 0; words[i]; i++)
    {
      if (*words[i] == '\0')
        continue;
      memset (word_bits, 0, n_words * sizeof (guint64));
      _lt_search_index_match (self->index, words[i], word_bits);
      match_groups (self, words[i], word_bits);
      for (guint j = 0; j < n_words; j++)
        bits[j] = first ? word_bits[j] : bits[j] & word_bits[j];
      first = FALSE;
    }
  if (self->disordered)
    collect_in_book_order (self, bits, found);
  else
    collect_in_row_order (self, bits, n_words, found);
  return found;
}
