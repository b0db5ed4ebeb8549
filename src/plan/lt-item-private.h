/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-item.h"

G_BEGIN_DECLS

/* What the store needs beyond lt-item.h to keep the items of an open document
 * equal to its rows. Nobody else includes this but the types of this room. */

/* Siblings stand in ascending (order, id). New places are halves of gaps, so
 * that an insertion touches one row. */
#define LT_ORDER_GAP (G_GINT64_CONSTANT (1) << 20)

/* For class_init. */
void     _lt_item_class_install (LtItemClass *klass, const LtItemInfo *info);
/* Emits "changed" for the field of that name. */
void     _lt_item_tell          (LtItem *self, const char *field);

LtItem  *_lt_item_new           (GType type, gint64 id, gint64 order, gboolean bound);
gint64   _lt_item_get_order     (LtItem *self);
gboolean _lt_item_is_bound      (LtItem *self);

/* Before many are read one after the other: has the memory of one that comes later fetched
 * meanwhile. NULL is nothing. */
static inline void
_lt_item_prefetch (gpointer item)
{
  if (item == NULL)
    return;
  /* GObject puts the private part before the rest. */
  for (int at = -64; at <= 64; at += 64)
    __builtin_prefetch ((const char *) item + at);
}

/* Its list of children, once the item itself is there. */
void     _lt_item_prefetch_list (LtItem *self);

/* The setters of bound items; they tell of it if the value is new. TEXT and LIST
 * take a string of @length bytes (-1: NUL-ended). */
/* A TEXT or LIST slot back to empty, without a word to anybody. */
void     _lt_item_free_text     (LtItem *self, const LtField *field);
void     _lt_item_put_text      (LtItem *self, const LtField *field, const char *text, gssize length);
void     _lt_item_put_integer   (LtItem *self, const LtField *field, gint64 value);
void     _lt_item_put_real      (LtItem *self, const LtField *field, double value);

/* While a file is read: adds at the end without a signal, and says whether the
 * child stands right there; _lt_item_sort_children() mends what does not. */
gboolean _lt_item_append_silently (LtItem *self, LtItem *child); /* takes the reference */
void     _lt_item_sort_children   (LtItem *self);

/* Takes out and puts in many children at once, with one items-changed for all.
 * A child that is in both is moved to @new_orders' place. NULL arrays are empty.
 * @orders: (element-type gint64) parallel to @added. */
void     _lt_item_splice        (LtItem *self, GPtrArray *removed, GPtrArray *added, GArray *orders);

G_END_DECLS
