/* SPDX-License-Identifier: MIT */
#include "plan/lt-registry-private.h"

#include <string.h>

#include "plan/lt-item-private.h"
#include "text/lt-text.h"

/* What the index holds for a name that several agencies claim. */
#define CLAIMED_TWICE GINT_TO_POINTER (-1)

struct _LtRegistry
{
  LtItem parent_instance;

  guint serial;
  GHashTable *agencies; /* match key -> LtAgency, borrowed; NULL when stale */
  GPtrArray *keys;      /* those of the index, in strcmp() order; NULL when stale */
  GHashTable *by_id;    /* id -> LtAgency, borrowed; NULL when stale */
  /* Agencies at the last look: while a file is read they come without a signal. */
  guint n_known;
};

G_DEFINE_FINAL_TYPE (LtRegistry, lt_registry, LT_TYPE_ITEM)

static const LtItemInfo info = { "registry", "agencies", lt_agency_get_type, NULL, 0 };

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_name (LtRegistry *self, const char *name, LtAgency *agency)
{
  g_autofree char *key = lt_text_dup_match_key (name);
  gpointer owner;

  if (*key == '\0')
    return;
  owner = g_hash_table_lookup (self->agencies, key);
  if (owner == agency)
    return;
  if (owner == NULL)
    g_ptr_array_add (self->keys, key);
  g_hash_table_insert (self->agencies, g_steal_pointer (&key),
                       owner == NULL ? (gpointer) agency : CLAIMED_TWICE);
}

static void
look_for_silent_changes (LtRegistry *self)
{
  if (self->n_known != lt_item_get_n_children (LT_ITEM (self)))
    _lt_registry_spoil (self);
}

static void
ensure_index (LtRegistry *self)
{
  look_for_silent_changes (self);
  if (self->agencies != NULL)
    return;
  self->agencies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->keys = g_ptr_array_new ();
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (self)); i++)
    {
      LtAgency *agency = lt_item_get_child (LT_ITEM (self), i);
      g_auto (GStrv) names = lt_agency_dup_names (agency);

      for (guint j = 0; names[j] != NULL; j++)
        add_name (self, names[j], agency);
    }
  g_ptr_array_sort (self->keys, compare_keys);
}

/* Where the keys begin that do not stand before @key. */
static guint
find_first_key (LtRegistry *self, const char *key)
{
  guint low = 0;
  guint high = self->keys->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (g_ptr_array_index (self->keys, middle), key) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
ensure_ids (LtRegistry *self)
{
  look_for_silent_changes (self);
  if (self->by_id != NULL)
    return;
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (self)); i++)
    {
      LtItem *agency = lt_item_get_child (LT_ITEM (self), i);
      gint64 id = lt_item_get_id (agency);

      g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), agency);
    }
}

static void
lt_registry_finalize (GObject *object)
{
  LtRegistry *self = LT_REGISTRY (object);

  g_clear_pointer (&self->by_id, g_hash_table_unref);

  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->agencies, g_hash_table_unref);

  G_OBJECT_CLASS (lt_registry_parent_class)->finalize (object);
}

static void
lt_registry_class_init (LtRegistryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lt_registry_finalize;
  _lt_item_class_install (LT_ITEM_CLASS (klass), &info);
}

static void
lt_registry_init (LtRegistry *self)
{
  g_signal_connect (self, "items-changed", G_CALLBACK (_lt_registry_spoil), NULL);
}

LtRegistry *
lt_registry_new (void)
{
  return g_object_new (LT_TYPE_REGISTRY, NULL);
}

LtAgency *
lt_registry_find (LtRegistry *self, const char *name)
{
  g_autofree char *key = NULL;
  gpointer agency;

  g_return_val_if_fail (LT_IS_REGISTRY (self), NULL);

  key = lt_text_dup_match_key (name);
  ensure_index (self);
  agency = g_hash_table_lookup (self->agencies, key);
  return agency == CLAIMED_TWICE ? NULL : agency;
}

LtAgency *
lt_registry_get_by_id (LtRegistry *self, gint64 id)
{
  g_return_val_if_fail (LT_IS_REGISTRY (self), NULL);

  if (id == 0)
    return NULL;
  ensure_ids (self);
  return g_hash_table_lookup (self->by_id, &id);
}

LtAgency *
_lt_registry_find_beginning (LtRegistry *self, const char *phrase)
{
  g_autofree char *key = lt_text_dup_match_key (phrase);
  gsize length = strlen (key);
  LtAgency *found = NULL;

  ensure_index (self);
  if (length == 0)
    return NULL;
  for (guint i = find_first_key (self, key); i < self->keys->len; i++)
    {
      const char *name = g_ptr_array_index (self->keys, i);
      gpointer agency;

      if (!g_str_has_prefix (name, key))
        break;
      if (name[length] != ' ' && name[length] != '-')
        continue;
      agency = g_hash_table_lookup (self->agencies, name);
      if (agency == CLAIMED_TWICE || (found != NULL && agency != found))
        return NULL;
      found = agency;
    }
  return found;
}

void
_lt_registry_spoil (LtRegistry *self)
{
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->agencies, g_hash_table_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  self->n_known = lt_item_get_n_children (LT_ITEM (self));
  self->serial++;
}

guint
lt_registry_get_serial (LtRegistry *self)
{
  g_return_val_if_fail (LT_IS_REGISTRY (self), 0);

  look_for_silent_changes (self);
  return self->serial;
}
