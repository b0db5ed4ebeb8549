/* SPDX-License-Identifier: MIT */
#include "plan/lt-item-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MAX_ID_STEP 65536

typedef struct {
  gint64 id;
  gint64 order;
  LtItem *parent; /* borrowed: the parent holds us */
  LtItem **children; /* not a GPtrArray, whose least size would double the memory of a large file */
  guint n_children;
  guint n_allocated;
  gboolean bound;
  LtItem **sides; /* in the order of info->side_types, each NULL until asked for; few items have any */
} LtItemPrivate;

static void lt_item_list_model_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (LtItem, lt_item, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (LtItem)
                                  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lt_item_list_model_init))

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static inline LtItemPrivate *
get_private (gpointer self)
{
  return lt_item_get_instance_private (self);
}

static inline gpointer
get_slot (LtItem *self, const LtField *field)
{
  return G_STRUCT_MEMBER_P (self, field->offset);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const LtItemPrivate *first = get_private (*(gpointer *) a);
  const LtItemPrivate *second = get_private (*(gpointer *) b);

  if (first->order != second->order)
    return first->order < second->order ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

static guint
find_place (LtItemPrivate *priv, LtItem *child)
{
  guint low = 0;
  guint high = priv->n_children;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_items (&priv->children[middle], &child) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Takes the reference. */
static void
put_child (LtItem *self, LtItem *child, guint place)
{
  LtItemPrivate *priv = get_private (self);

  if (priv->n_children == priv->n_allocated)
    {
      priv->n_allocated = MAX (2, priv->n_allocated * 2);
      priv->children = g_renew (LtItem *, priv->children, priv->n_allocated);
    }
  memmove (priv->children + place + 1, priv->children + place, (priv->n_children - place) * sizeof (LtItem *));
  priv->children[place] = child;
  priv->n_children++;
  get_private (child)->parent = self;
}

/* Hands the reference back. */
static LtItem *
take_child (LtItem *self, guint place)
{
  LtItemPrivate *priv = get_private (self);
  LtItem *child = priv->children[place];

  priv->n_children--;
  memmove (priv->children + place, priv->children + place + 1, (priv->n_children - place) * sizeof (LtItem *));
  get_private (child)->parent = NULL;
  return child;
}

/* Not in init: there the class is still that of LtItem, which has no fields. */
static void
lt_item_constructed (GObject *object)
{
  LtItem *self = LT_ITEM (object);
  const LtItemInfo *info = LT_ITEM_GET_CLASS (self)->info;

  G_OBJECT_CLASS (lt_item_parent_class)->constructed (object);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const LtField *field = &info->fields[i];

      if (field->kind == LT_FIELD_REAL)
        *(double *) get_slot (self, field) = NAN;
      else if (field->kind == LT_FIELD_DAY)
        *(LtDay *) get_slot (self, field) = LT_DAY_NONE;
      else if (field->kind == LT_FIELD_INTEGER)
        *(int *) get_slot (self, field) = LT_INTEGER_NONE;
    }
}

static void
lt_item_finalize (GObject *object)
{
  LtItem *self = LT_ITEM (object);
  LtItemPrivate *priv = get_private (self);
  const LtItemInfo *info = LT_ITEM_GET_CLASS (self)->info;

  for (guint i = 0; i < priv->n_children; i++)
    {
      get_private (priv->children[i])->parent = NULL;
      g_object_unref (priv->children[i]);
    }
  g_free (priv->children);
  for (guint i = 0; priv->sides && i < info->n_sides; i++)
    if (priv->sides[i])
      {
        get_private (priv->sides[i])->parent = NULL;
        g_object_unref (priv->sides[i]);
      }
  g_free (priv->sides);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].kind == LT_FIELD_TEXT || info->fields[i].kind == LT_FIELD_LIST)
      _lt_item_free_text (self, &info->fields[i]);

  G_OBJECT_CLASS (lt_item_parent_class)->finalize (object);
}

static void
lt_item_class_init (LtItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = lt_item_constructed;
  object_class->finalize = lt_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", LT_TYPE_ITEM, G_SIGNAL_RUN_FIRST | G_SIGNAL_DETAILED | G_SIGNAL_NO_HOOKS,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lt_item_init (LtItem *self)
{
}

static GType
list_get_item_type (GListModel *model)
{
  const LtItemInfo *info = LT_ITEM_GET_CLASS (model)->info;

  return info->child_type ? info->child_type () : LT_TYPE_ITEM;
}

static guint
list_get_n_items (GListModel *model)
{
  return lt_item_get_n_children (LT_ITEM (model));
}

static gpointer
list_get_item (GListModel *model, guint position)
{
  gpointer child = lt_item_get_child (LT_ITEM (model), position);

  return child ? g_object_ref (child) : NULL;
}

static void
lt_item_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

void
_lt_item_class_install (LtItemClass *klass, const LtItemInfo *info)
{
  klass->info = info;
}

void
_lt_item_tell (LtItem *self, const char *field)
{
  /* Nobody watches an item that is still being made, and a file makes many. */
  if (get_private (self)->parent)
    g_signal_emit (self, signals[CHANGED], g_quark_from_string (field));
}

const LtItemInfo *
lt_item_type_get_info (GType type)
{
  LtItemClass *klass = g_type_class_peek (type);

  g_return_val_if_fail (g_type_is_a (type, LT_TYPE_ITEM), NULL);

  /* The class is kept for good: the info is static and outlives any reference. */
  if (klass == NULL)
    klass = g_type_class_ref (type);
  return klass->info;
}

const LtField *
lt_item_type_find_field (GType type, const char *name)
{
  const LtItemInfo *info = lt_item_type_get_info (type);

  for (guint i = 0; i < info->n_fields; i++)
    if (strcmp (info->fields[i].name, name) == 0)
      return &info->fields[i];
  return NULL;
}

gint64
lt_item_get_id (LtItem *self)
{
  g_return_val_if_fail (LT_IS_ITEM (self), 0);

  return get_private (self)->id;
}

LtItem *
lt_item_get_parent (LtItem *self)
{
  g_return_val_if_fail (LT_IS_ITEM (self), NULL);

  return get_private (self)->parent;
}

gpointer
lt_item_get_ancestor (LtItem *self, GType type)
{
  while (self && !G_TYPE_CHECK_INSTANCE_TYPE (self, type))
    self = get_private (self)->parent;
  return self;
}

guint
lt_item_get_n_children (LtItem *self)
{
  return get_private (self)->n_children;
}

gpointer
lt_item_get_child (LtItem *self, guint index)
{
  LtItemPrivate *priv = get_private (self);

  return index < priv->n_children ? priv->children[index] : NULL;
}

void
_lt_item_prefetch_list (LtItem *self)
{
  __builtin_prefetch (get_private (self)->children);
}

LtItem *
lt_item_get_list (LtItem *self, GType child_type)
{
  LtItemPrivate *priv = get_private (self);
  const LtItemInfo *info = LT_ITEM_GET_CLASS (self)->info;

  if (info->child_type && info->child_type () == child_type)
    return self;
  for (guint i = 0; i < info->n_sides; i++)
    {
      GType side_type = info->side_types[i] ();

      if (lt_item_type_get_info (side_type)->child_type () != child_type)
        continue;
      if (priv->sides == NULL)
        priv->sides = g_new0 (LtItem *, info->n_sides);
      if (priv->sides[i] == NULL)
        {
          /* It bears our id, which is the parent in the rows of its children. */
          priv->sides[i] = _lt_item_new (side_type, priv->id, 0, priv->bound);
          get_private (priv->sides[i])->parent = self;
        }
      return priv->sides[i];
    }
  return NULL;
}

LtItem *
lt_item_peek_side (LtItem *self, guint index)
{
  LtItemPrivate *priv = get_private (self);

  g_assert (index < LT_ITEM_GET_CLASS (self)->info->n_sides);
  return priv->sides ? priv->sides[index] : NULL;
}

static gboolean
is_side (LtItem *self)
{
  LtItem *parent = get_private (self)->parent;
  const LtItemInfo *info = parent ? LT_ITEM_GET_CLASS (parent)->info : NULL;

  for (guint i = 0; info && i < info->n_sides; i++)
    if (lt_item_peek_side (parent, i) == self)
      return TRUE;
  return FALSE;
}

guint
lt_item_get_index (LtItem *self)
{
  LtItemPrivate *priv = get_private (self);

  if (priv->parent == NULL || is_side (self))
    return G_MAXUINT;
  return find_place (get_private (priv->parent), self);
}

char *
lt_item_dup_path (LtItem *self)
{
  LtItem *parent = lt_item_get_parent (self);
  g_autofree char *head = NULL;

  /* The plan itself, below its book, has the empty path. */
  if (parent == NULL || lt_item_get_parent (parent) == NULL)
    return g_strdup ("");
  head = lt_item_dup_path (parent);
  if (is_side (self))
    return g_strdup_printf ("%s%s%s", head, *head ? "." : "", LT_ITEM_GET_CLASS (self)->info->children);
  return g_strdup_printf ("%s%s%u", head, *head ? "." : "", lt_item_get_index (self) + 1);
}

/* The list at the side whose key @path begins with; @end becomes what is behind it. */
static LtItem *
follow_key (LtItem *self, const char *path, char **end)
{
  const LtItemInfo *info = LT_ITEM_GET_CLASS (self)->info;
  gsize length = strcspn (path, ".");

  for (guint i = 0; i < info->n_sides; i++)
    {
      const LtItemInfo *side = lt_item_type_get_info (info->side_types[i] ());

      if (strlen (side->children) != length || strncmp (side->children, path, length) != 0)
        continue;
      *end = (char *) path + length;
      return lt_item_get_list (self, side->child_type ());
    }
  return NULL;
}

gpointer
lt_item_follow_path (LtItem *self, const char *path)
{
  while (self && *path)
    {
      guint64 number;
      char *end;

      if (!g_ascii_isdigit (*path))
        {
          self = follow_key (self, path, &end);
          if (self && *end == '.' && *++end == '\0')
            return NULL;
          path = self ? end : path;
          continue;
        }
      number = g_ascii_strtoull (path, &end, 10);
      if (number == 0 || number > G_MAXUINT || (*end != '.' && *end != '\0'))
        return NULL;
      if (*end == '.' && *++end == '\0')
        return NULL;
      self = lt_item_get_child (self, (guint) number - 1);
      path = end;
    }
  return self;
}

LtItem *
_lt_item_new (GType type, gint64 id, gint64 order, gboolean bound)
{
  LtItem *self = g_object_new (type, NULL);
  LtItemPrivate *priv = get_private (self);

  priv->id = id;
  priv->order = order;
  priv->bound = bound;
  return self;
}

gint64
_lt_item_get_order (LtItem *self)
{
  return get_private (self)->order;
}

gboolean
_lt_item_is_bound (LtItem *self)
{
  return get_private (self)->bound;
}

gboolean
_lt_item_append_silently (LtItem *self, LtItem *child)
{
  LtItemPrivate *priv = get_private (self);
  guint n = priv->n_children;

  put_child (self, child, n);
  return n == 0 || compare_items (&priv->children[n - 1], &priv->children[n]) < 0;
}

void
_lt_item_sort_children (LtItem *self)
{
  LtItemPrivate *priv = get_private (self);

  qsort (priv->children, priv->n_children, sizeof (LtItem *), compare_items);
}

void
_lt_item_splice (LtItem *self, GPtrArray *removed, GPtrArray *added, GArray *orders)
{
  LtItemPrivate *priv = get_private (self);
  guint n_before = priv->n_children;
  guint n_removed = removed ? removed->len : 0;
  guint n_added = added ? added->len : 0;
  guint first = G_MAXUINT;
  guint tail = G_MAXUINT; /* children behind the last change, the same before and after */
  g_autoptr (GPtrArray) keep_alive = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_removed; i++)
    {
      LtItem *child = g_ptr_array_index (removed, i);
      guint place = find_place (priv, child);

      g_assert (priv->children[place] == child);
      g_ptr_array_add (keep_alive, take_child (self, place));
      first = MIN (first, place);
      tail = MIN (tail, priv->n_children - place);
    }
  for (guint i = 0; i < n_added; i++)
    {
      LtItem *child = g_ptr_array_index (added, i);
      guint place;

      get_private (child)->order = g_array_index (orders, gint64, i);
      place = find_place (priv, child);
      tail = MIN (tail, priv->n_children - place);
      put_child (self, g_object_ref (child), place);
      first = MIN (first, place);
    }
  if (first != G_MAXUINT)
    g_list_model_items_changed (G_LIST_MODEL (self), first, n_before - first - tail, priv->n_children - first - tail);
}

LtItem *
lt_item_new_draft (GType type, gint64 id)
{
  return _lt_item_new (type, id ? id : lt_item_make_id (), 0, FALSE);
}

void
lt_item_append_draft (LtItem *self, LtItem *child)
{
  LtItemPrivate *priv = get_private (self);
  guint n = priv->n_children;

  g_return_if_fail (!get_private (child)->bound);
  g_return_if_fail (get_private (child)->parent == NULL);

  get_private (child)->order = n ? get_private (priv->children[n - 1])->order + LT_ORDER_GAP : 0;
  put_child (self, child, n);
  g_list_model_items_changed (G_LIST_MODEL (self), n, 0, 1);
}

gint64
lt_item_make_id (void)
{
  static gint64 last;
  gint64 id;

  G_LOCK_DEFINE_STATIC (last);

  /* Rows that are made together get ids that stand together, and so lie together
   * in the file, which makes reading and checking it several times faster. Where
   * a run starts is random, and so is each step: two copies of a file never
   * count along the same ids. */
  G_LOCK (last);
  while (last <= 0 || last > G_MAXINT64 - MAX_ID_STEP)
    last = (gint64) ((((guint64) g_random_int () << 32) | g_random_int ()) >> 1);
  id = last += g_random_int_range (1, MAX_ID_STEP);
  G_UNLOCK (last);
  return id;
}
