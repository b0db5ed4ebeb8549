/* SPDX-License-Identifier: MIT */
#include "plan/lt-overview.h"

#include <string.h>

#include "plan/lt-assignment-private.h"
#include "plan/lt-item-private.h"
#include "plan/lt-status-private.h"
#include "plan/lt-target-progress.h"
#include "text/lt-text.h"

/* Rows lie all over the memory: so far ahead they are asked for. */
#define N_AHEAD 8

struct _LtOverview
{
  gatomicrefcount ref_count;
  LtDay as_of;
  LtDay since;
  int soon_days;
  GArray *rows;        /* of LtOverviewRow */
  GArray *models;      /* of LtOverviewModel */
  GPtrArray *agencies; /* of LtOverviewAgency */
  LtTally now;
  LtTally before;
};

typedef struct {
  LtOverview *overview;
  const LtOverviewOptions *options;
  GHashTable *cells;    /* GPtrArray of mentions -> GPtrArray of LtOverviewAgency: rows share their readings */
  GHashTable *words;    /* words of a cell, interned -> the same */
  GHashTable *agencies; /* LtAgency -> LtOverviewAgency */
  GHashTable *phrases;  /* match key -> LtOverviewAgency; the empty key is nobody's */
} Builder;

static void
free_agency (LtOverviewAgency *agency)
{
  g_clear_object (&agency->agency);
  g_free (agency->name);
  g_array_unref (agency->rows);
  g_free (agency);
}

/* The cells only; the rest is summed up at the end. */
static inline void
count (LtTally *tally, const LtStatus *status)
{
  tally->cells[status->state][status->timeliness]++;
}

static void
sum_up (LtTally *tally)
{
  for (guint s = 0; s < LT_N_STATES; s++)
    for (guint t = 0; t < LT_N_TIMELINESS; t++)
      {
        guint n = tally->cells[s][t];

        tally->n += n;
        tally->by_state[s] += n;
        tally->by_timeliness[t] += n;
      }
  tally->n_finished = tally->by_state[LT_STATE_DONE] + tally->by_state[LT_STATE_MAINTAINED];
  tally->n_cancelled = tally->by_state[LT_STATE_CANCELLED];
}

static LtOverviewAgency *
add_agency (Builder *self, LtAgency *agency, const char *name, gboolean group)
{
  LtOverviewAgency *added = g_new0 (LtOverviewAgency, 1);

  added->agency = agency ? g_object_ref (agency) : NULL;
  added->name = g_strdup (name);
  added->group = group;
  added->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->overview->agencies, added);
  return added;
}

static LtOverviewAgency *
find_phrase (Builder *self, const char *phrase, gboolean group)
{
  g_autofree char *key = lt_text_dup_match_key (phrase);
  LtOverviewAgency *found = g_hash_table_lookup (self->phrases, key);

  if (found == NULL)
    {
      found = add_agency (self, NULL, phrase, group);
      g_hash_table_insert (self->phrases, g_steal_pointer (&key), found);
    }
  return found;
}

static LtOverviewAgency *
find_lead (Builder *self, const LtMention *mention)
{
  LtAgency *agency = lt_mention_get_agency (mention, self->options->names, self->overview->as_of);
  LtOverviewAgency *found = agency ? g_hash_table_lookup (self->agencies, agency) : NULL;

  if (agency == NULL)
    return find_phrase (self, mention->phrase, mention->group);
  if (found == NULL)
    {
      found = add_agency (self, agency, lt_agency_get_name (agency), lt_agency_get_kind (agency) == LT_AGENCY_GROUP);
      g_hash_table_insert (self->agencies, agency, found);
    }
  return found;
}

/* Those of one cell, each once. */
static GPtrArray *
find_leads (Builder *self, LtAssignment *row)
{
  LtItem *links = lt_assignment_peek_links (row);
  gboolean plain = links == NULL || lt_item_get_n_children (links) == 0;
  /* Equal words are one string, which rows without links of their own read alike. */
  const char *words = lt_assignment_get_lead_words (row);
  GPtrArray *leads = plain ? g_hash_table_lookup (self->words, words) : NULL;
  GPtrArray *mentions;

  if (leads)
    return leads;
  mentions = lt_assignment_get_mentions (row, LT_ROLE_LEAD);
  leads = g_hash_table_lookup (self->cells, mentions);
  if (leads)
    return leads;
  leads = g_ptr_array_new ();
  for (guint i = 0; i < mentions->len; i++)
    {
      LtOverviewAgency *lead = find_lead (self, g_ptr_array_index (mentions, i));

      if (!g_ptr_array_find (leads, lead, NULL))
        g_ptr_array_add (leads, lead);
    }
  if (leads->len == 0)
    g_ptr_array_add (leads, find_phrase (self, "", FALSE));
  /* The reading is kept, so that no other comes to lie where this one lay. */
  g_hash_table_insert (self->cells, g_ptr_array_ref (mentions), leads);
  if (plain)
    g_hash_table_insert (self->words, (gpointer) words, leads);
  return leads;
}

static void
read_row (Builder *self, LtPlan *plan, guint index)
{
  LtOverview *overview = self->overview;
  LtOverviewRow *row = &g_array_index (overview->rows, LtOverviewRow, index);
  GPtrArray *leads = find_leads (self, row->assignment);
  LtDay due = _lt_assignment_get_due_in (row->assignment, plan);

  g_object_ref (row->assignment);
  _lt_assignment_get_status_by_due (row->assignment, due, overview->as_of, overview->soon_days, &row->now);
  row->before = row->now;
  if (overview->since != LT_DAY_NONE)
    _lt_assignment_get_status_by_due (row->assignment, due, overview->since, overview->soon_days, &row->before);
  row->unreached = row->now.state == LT_STATE_DONE
                   && lt_assignment_has_short_target (row->assignment, overview->as_of);

  count (&overview->now, &row->now);
  count (&overview->before, &row->before);
  overview->now.n_unreached += row->unreached;
  for (guint i = 0; i < leads->len; i++)
    {
      LtOverviewAgency *lead = g_ptr_array_index (leads, i);

      g_array_append_val (lead->rows, index);
      count (&lead->now, &row->now);
      count (&lead->before, &row->before);
      lead->now.n_unreached += row->unreached;
    }
}

static void
add_rows (LtOverview *overview, LtItem *plan)
{
  guint n_models = lt_item_get_n_children (plan);

  for (guint i = 0; i < n_models; i++)
    {
      LtItem *initiative = lt_item_get_child (plan, i);
      LtOverviewModel model = { g_object_ref (LT_INITIATIVE (initiative)), overview->rows->len,
                                lt_item_get_n_children (initiative) };

      _lt_item_prefetch (lt_item_get_child (plan, i + 2 * N_AHEAD));
      if (i + N_AHEAD < n_models)
        _lt_item_prefetch_list (lt_item_get_child (plan, i + N_AHEAD));
      for (guint j = 0; j < model.n_rows; j++)
        {
          LtOverviewRow row = { lt_item_get_child (initiative, j) };

          g_array_append_val (overview->rows, row);
        }
      g_array_append_val (overview->models, model);
    }
}

static void
add_plan (Builder *self, LtItem *plan)
{
  GArray *rows = self->overview->rows;
  guint first = rows->len;

  add_rows (self->overview, plan);
  for (guint i = first; i < rows->len; i++)
    {
      if (i + N_AHEAD < rows->len)
        _lt_item_prefetch (g_array_index (rows, LtOverviewRow, i + N_AHEAD).assignment);
      read_row (self, LT_PLAN (plan), i);
    }
}

static void
sum_up_all (LtOverview *overview)
{
  sum_up (&overview->now);
  sum_up (&overview->before);
  for (guint i = 0; i < overview->agencies->len; i++)
    {
      LtOverviewAgency *agency = g_ptr_array_index (overview->agencies, i);

      sum_up (&agency->now);
      sum_up (&agency->before);
    }
}

static int
get_rank (const LtOverviewAgency *agency)
{
  return agency->agency ? 0 : *agency->name ? 1 : 2;
}

static int
compare_agencies (gconstpointer a, gconstpointer b)
{
  const LtOverviewAgency *first = *(LtOverviewAgency *const *) a;
  const LtOverviewAgency *second = *(LtOverviewAgency *const *) b;
  int rank = get_rank (first);

  if (rank != get_rank (second))
    return rank - get_rank (second);
  if (rank > 0)
    return lt_text_compare (first->name, second->name);
  return (int) lt_item_get_index (LT_ITEM (first->agency)) - (int) lt_item_get_index (LT_ITEM (second->agency));
}

static void
clear_row (gpointer row)
{
  g_object_unref (((LtOverviewRow *) row)->assignment);
}

static void
clear_model (gpointer model)
{
  g_object_unref (((LtOverviewModel *) model)->initiative);
}

static LtOverview *
create (const LtOverviewOptions *options)
{
  LtOverview *self = g_new0 (LtOverview, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->as_of = options->as_of == LT_DAY_NONE ? lt_day_today () : options->as_of;
  self->since = options->since;
  self->soon_days = options->soon_days < 0 ? LT_DUE_SOON_DAYS : options->soon_days;
  self->rows = g_array_new (FALSE, FALSE, sizeof (LtOverviewRow));
  g_array_set_clear_func (self->rows, clear_row);
  self->models = g_array_new (FALSE, FALSE, sizeof (LtOverviewModel));
  g_array_set_clear_func (self->models, clear_model);
  self->agencies = g_ptr_array_new_with_free_func ((GDestroyNotify) free_agency);
  return self;
}

LtOverview *
lt_overview_new (LtBook *book, const LtOverviewOptions *options)
{
  static const LtOverviewOptions defaults = LT_OVERVIEW_OPTIONS_INIT;
  g_autoptr (GHashTable) cells = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                                                        (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) words = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) agencies = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Builder builder = { create (options ? options : &defaults), options ? options : &defaults, cells, words,
                      agencies, phrases };

  g_return_val_if_fail (LT_IS_BOOK (book), NULL);

  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (book)); i++)
    {
      LtItem *plan = lt_item_get_child (LT_ITEM (book), i);

      if (builder.options->plan == NULL || LT_ITEM (builder.options->plan) == plan)
        add_plan (&builder, plan);
    }
  sum_up_all (builder.overview);
  g_ptr_array_sort (builder.overview->agencies, compare_agencies);
  return builder.overview;
}

LtOverview *
lt_overview_ref (LtOverview *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
lt_overview_unref (LtOverview *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->rows);
  g_array_unref (self->models);
  g_ptr_array_unref (self->agencies);
  g_free (self);
}

LtDay
lt_overview_get_as_of (LtOverview *self)
{
  return self->as_of;
}

LtDay
lt_overview_get_since (LtOverview *self)
{
  return self->since;
}

int
lt_overview_get_soon_days (LtOverview *self)
{
  return self->soon_days;
}

const LtTally *
lt_overview_get_tally (LtOverview *self)
{
  return &self->now;
}

const LtTally *
lt_overview_get_tally_before (LtOverview *self)
{
  return &self->before;
}

guint
lt_overview_get_n_rows (LtOverview *self)
{
  return self->rows->len;
}

const LtOverviewRow *
lt_overview_get_row (LtOverview *self, guint index)
{
  g_return_val_if_fail (index < self->rows->len, NULL);

  return &g_array_index (self->rows, LtOverviewRow, index);
}

guint
lt_overview_get_n_models (LtOverview *self)
{
  return self->models->len;
}

const LtOverviewModel *
lt_overview_get_model (LtOverview *self, guint index)
{
  g_return_val_if_fail (index < self->models->len, NULL);

  return &g_array_index (self->models, LtOverviewModel, index);
}

void
lt_overview_count_model (LtOverview *self, guint index, LtTally *now, LtTally *before)
{
  const LtOverviewModel *model = lt_overview_get_model (self, index);

  g_return_if_fail (model != NULL);

  memset (now, 0, sizeof *now);
  if (before)
    memset (before, 0, sizeof *before);
  for (guint i = 0; i < model->n_rows; i++)
    {
      const LtOverviewRow *row = &g_array_index (self->rows, LtOverviewRow, model->first_row + i);

      count (now, &row->now);
      now->n_unreached += row->unreached;
      if (before)
        count (before, &row->before);
    }
  sum_up (now);
  if (before)
    sum_up (before);
}

guint
lt_overview_get_n_agencies (LtOverview *self)
{
  return self->agencies->len;
}

const LtOverviewAgency *
lt_overview_get_agency (LtOverview *self, guint index)
{
  g_return_val_if_fail (index < self->agencies->len, NULL);

  return g_ptr_array_index (self->agencies, index);
}

const LtOverviewAgency *
lt_overview_find_agency (LtOverview *self, LtAgency *agency, const char *name)
{
  g_autofree char *key = name ? lt_text_dup_match_key (name) : NULL;

  for (guint i = 0; i < self->agencies->len; i++)
    {
      const LtOverviewAgency *found = g_ptr_array_index (self->agencies, i);
      g_autofree char *own = NULL;

      if (agency && found->agency == agency)
        return found;
      if (key == NULL || found->agency)
        continue;
      own = lt_text_dup_match_key (found->name);
      if (strcmp (own, key) == 0)
        return found;
    }
  return NULL;
}

static int
compare_due (gconstpointer a, gconstpointer b, gpointer rows)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;
  LtDay due = g_array_index ((GArray *) rows, LtOverviewRow, first).now.due;
  LtDay other = g_array_index ((GArray *) rows, LtOverviewRow, second).now.due;

  if (due != other)
    return due < other ? -1 : 1;
  return first < second ? -1 : first > second;
}

static GArray *
list_by_timeliness (LtOverview *self, guint which)
{
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->rows->len; i++)
    if (which & (1u << g_array_index (self->rows, LtOverviewRow, i).now.timeliness))
      g_array_append_val (indices, i);
  g_array_sort_with_data (indices, compare_due, self->rows);
  return indices;
}

GArray *
lt_overview_list_next (LtOverview *self, guint n)
{
  GArray *indices = list_by_timeliness (self, 1u << LT_TIMELINESS_DUE_SOON | 1u << LT_TIMELINESS_ON_TRACK);

  if (n > 0 && indices->len > n)
    g_array_set_size (indices, n);
  return indices;
}

GArray *
lt_overview_list_overdue (LtOverview *self)
{
  return list_by_timeliness (self, 1u << LT_TIMELINESS_OVERDUE);
}

GArray *
lt_overview_list_changed (LtOverview *self)
{
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const LtOverviewRow *row = &g_array_index (self->rows, LtOverviewRow, i);

      if (row->now.state != row->before.state || row->now.timeliness != row->before.timeliness)
        g_array_append_val (indices, i);
    }
  return indices;
}
