/* SPDX-License-Identifier: MIT */
#include "plan/lt-book-private.h"

#include "plan/lt-item-private.h"

struct _LtBook
{
  LtItem parent_instance;

  LtRegistry *registry;
  GHashTable *mentions; /* interned words -> GPtrArray of LtMention */
  guint mentions_serial; /* state of the registry that they were read with */
};

G_DEFINE_FINAL_TYPE (LtBook, lt_book, LT_TYPE_ITEM)

static const LtItemInfo info = { "book", "plans", lt_plan_get_type, NULL, 0 };

static void
lt_book_finalize (GObject *object)
{
  LtBook *self = LT_BOOK (object);

  g_clear_pointer (&self->mentions, g_hash_table_unref);
  g_clear_object (&self->registry);

  G_OBJECT_CLASS (lt_book_parent_class)->finalize (object);
}

static void
lt_book_class_init (LtBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lt_book_finalize;
  _lt_item_class_install (LT_ITEM_CLASS (klass), &info);
}

static void
lt_book_init (LtBook *self)
{
  self->registry = lt_registry_new ();
  self->mentions = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) g_ref_string_release,
                                          (GDestroyNotify) g_ptr_array_unref);
}

LtBook *
lt_book_new (void)
{
  return g_object_new (LT_TYPE_BOOK, NULL);
}

LtRegistry *
lt_book_get_registry (LtBook *self)
{
  g_return_val_if_fail (LT_IS_BOOK (self), NULL);

  return self->registry;
}

GPtrArray *
_lt_book_get_mentions (LtBook *self, char *words)
{
  guint serial = lt_registry_get_serial (self->registry);
  GPtrArray *mentions;

  if (serial != self->mentions_serial)
    {
      g_hash_table_remove_all (self->mentions);
      self->mentions_serial = serial;
    }
  mentions = g_hash_table_lookup (self->mentions, words);
  if (mentions == NULL)
    {
      mentions = lt_coordination_parse (words, self->registry);
      g_hash_table_insert (self->mentions, g_ref_string_acquire (words), mentions);
    }
  return mentions;
}
