/* SPDX-License-Identifier: MIT */
#include "store/lt-id-table.h"

#define KEY(id) ((gpointer) (gintptr) (id))

struct _LtIdTable {
  GArray *sorted;   /* of LtIdEntry; the item of one that was removed is NULL */
  GHashTable *late; /* id -> item: whose id is not among the sorted */
};

G_STATIC_ASSERT (sizeof (gpointer) >= sizeof (gint64));

/* Where the first entry stands whose id is not below @id. */
static guint
find_place (const GArray *entries, gint64 id)
{
  guint low = 0;
  guint high = entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (entries, LtIdEntry, middle).id < id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* NULL if @id is not there. */
static LtIdEntry *
find_entry (const GArray *entries, gint64 id)
{
  guint place = find_place (entries, id);
  LtIdEntry *entry = place < entries->len ? &g_array_index (entries, LtIdEntry, place) : NULL;

  return entry && entry->id == id ? entry : NULL;
}

void
lt_id_run_init (LtIdRun *run)
{
  run->entries = g_array_new (FALSE, FALSE, sizeof (LtIdEntry));
  run->cursor = 0;
}

void
lt_id_run_clear (LtIdRun *run)
{
  g_clear_pointer (&run->entries, g_array_unref);
}

gboolean
lt_id_run_append (LtIdRun *run, LtItem *item)
{
  LtIdEntry entry = { lt_item_get_id (item), item };
  guint n = run->entries->len;

  if (n > 0 && g_array_index (run->entries, LtIdEntry, n - 1).id >= entry.id)
    return FALSE;
  g_array_append_val (run->entries, entry);
  return TRUE;
}

LtItem *
lt_id_run_find (LtIdRun *run, gint64 id)
{
  const LtIdEntry *entry;

  for (guint i = run->cursor; i < MIN (run->cursor + 2, run->entries->len); i++)
    {
      entry = &g_array_index (run->entries, LtIdEntry, i);
      if (entry->id == id)
        {
          run->cursor = i;
          return entry->item;
        }
    }
  entry = find_entry (run->entries, id);
  if (entry == NULL)
    return NULL;
  run->cursor = (guint) (entry - &g_array_index (run->entries, LtIdEntry, 0));
  return entry->item;
}

LtIdTable *
lt_id_table_new (void)
{
  LtIdTable *self = g_new0 (LtIdTable, 1);

  self->sorted = g_array_new (FALSE, FALSE, sizeof (LtIdEntry));
  self->late = g_hash_table_new (NULL, NULL);
  return self;
}

void
lt_id_table_free (LtIdTable *self)
{
  g_array_unref (self->sorted);
  g_hash_table_unref (self->late);
  g_free (self);
}

/* What of a run is not taken yet. */
typedef struct {
  const LtIdEntry *next;
  const LtIdEntry *end;
} Rest;

LtItem *
lt_id_table_add_runs (LtIdTable *self, const LtIdRun *runs, guint n_runs)
{
  g_autofree Rest *rests = g_new (Rest, n_runs);
  LtIdEntry *entries;
  guint n_rests = 0;
  guint n = 0;

  g_assert (self->sorted->len == 0);

  for (guint i = 0; i < n_runs; i++)
    if (runs[i].entries->len > 0)
      {
        const LtIdEntry *first = &g_array_index (runs[i].entries, LtIdEntry, 0);

        rests[n_rests++] = (Rest) { first, first + runs[i].entries->len };
        n += runs[i].entries->len;
      }
  g_array_set_size (self->sorted, n);
  entries = (LtIdEntry *) (gpointer) self->sorted->data;
  for (guint at = 0; at < n; at++)
    {
      Rest *least = &rests[0];

      for (guint i = 1; i < n_rests; i++)
        if (rests[i].next->id < least->next->id)
          least = &rests[i];
      entries[at] = *least->next++;
      if (at > 0 && entries[at - 1].id == entries[at].id)
        return entries[at].item;
      if (least->next == least->end)
        *least = rests[--n_rests];
    }
  return NULL;
}

LtItem *
lt_id_table_lookup (const LtIdTable *self, gint64 id)
{
  const LtIdEntry *entry = find_entry (self->sorted, id);

  return entry ? entry->item : g_hash_table_lookup (self->late, KEY (id));
}

void
lt_id_table_insert (LtIdTable *self, LtItem *item)
{
  gint64 id = lt_item_get_id (item);
  LtIdEntry *entry = find_entry (self->sorted, id);

  if (entry)
    entry->item = item;
  else
    g_hash_table_insert (self->late, KEY (id), item);
}

void
lt_id_table_remove (LtIdTable *self, gint64 id)
{
  LtIdEntry *entry = find_entry (self->sorted, id);

  if (entry)
    entry->item = NULL;
  else
    g_hash_table_remove (self->late, KEY (id));
}
