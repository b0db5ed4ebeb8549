/* SPDX-License-Identifier: MIT */
#include "app/lt-match-list.h"

/* Assignments looked at when the list is made, and in one idle moment. */
#define N_AT_ONCE 1000
#define N_IN_IDLE 5000

struct _LtMatchList
{
  GObject parent_instance;

  GPtrArray *assignments; /* not all are in the list yet */
  guint at;               /* the next to be looked at */
  gboolean complete;
  guint idle;             /* source */

  LtItem *model;     /* whose assignments these are, from first on; NULL for a list of models */
  guint first;

  GPtrArray *models; /* (element-type LtInitiative): found so far */
  GArray *firsts;    /* (element-type guint): where the assignments of each begin */
  guint last_found;  /* the model that was asked for last */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LtMatchList, lt_match_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static LtItem *
get_model (LtMatchList *self, guint index)
{
  return lt_item_get_parent (g_ptr_array_index (self->assignments, index));
}

static guint
get_n (LtMatchList *self)
{
  return self->model ? self->at - self->first : self->models->len;
}

static void
walk_models (LtMatchList *self, guint end)
{
  LtItem *last = self->models->len ? g_ptr_array_index (self->models, self->models->len - 1) : NULL;

  for (; self->at < end; self->at++)
    {
      LtItem *model = get_model (self, self->at);

      if (model == NULL || model == last)
        continue;
      g_ptr_array_add (self->models, g_object_ref (model));
      g_array_append_val (self->firsts, self->at);
      last = model;
    }
}

static void
walk (LtMatchList *self, guint n)
{
  guint end = n < self->assignments->len - self->at ? self->at + n : self->assignments->len;

  if (self->model)
    while (self->at < end && get_model (self, self->at) == self->model)
      self->at++;
  else
    walk_models (self, end);
  self->complete = self->at < end || end == self->assignments->len;
}

static void
grow (LtMatchList *self, guint n)
{
  guint before = get_n (self);

  walk (self, n);
  if (self->complete)
    g_clear_handle_id (&self->idle, g_source_remove);
  if (get_n (self) > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, get_n (self) - before);
}

static gboolean
idle_cb (gpointer data)
{
  /* Whoever hears of new rows may give up the list. */
  g_autoptr (LtMatchList) self = g_object_ref (data);

  grow (self, N_IN_IDLE);
  return self->complete ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
begin (LtMatchList *self)
{
  walk (self, N_AT_ONCE);
  if (!self->complete)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

static GType
list_get_item_type (GListModel *list)
{
  return LT_TYPE_ITEM;
}

static guint
list_get_n_items (GListModel *list)
{
  return get_n (LT_MATCH_LIST (list));
}

static gpointer
list_get_item (GListModel *list, guint position)
{
  LtMatchList *self = LT_MATCH_LIST (list);

  if (position >= get_n (self))
    return NULL;
  return g_object_ref (self->model ? g_ptr_array_index (self->assignments, self->first + position)
                                   : g_ptr_array_index (self->models, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

static void
lt_match_list_finalize (GObject *object)
{
  LtMatchList *self = LT_MATCH_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_ptr_array_unref (self->assignments);
  g_clear_object (&self->model);
  g_clear_pointer (&self->models, g_ptr_array_unref);
  g_clear_pointer (&self->firsts, g_array_unref);

  G_OBJECT_CLASS (lt_match_list_parent_class)->finalize (object);
}

static void
lt_match_list_class_init (LtMatchListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lt_match_list_finalize;
}

static void
lt_match_list_init (LtMatchList *self)
{
}

LtMatchList *
lt_match_list_new_models (GPtrArray *assignments)
{
  LtMatchList *self = g_object_new (LT_TYPE_MATCH_LIST, NULL);

  self->assignments = g_ptr_array_ref (assignments);
  self->models = g_ptr_array_new_with_free_func (g_object_unref);
  self->firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  begin (self);
  return self;
}

LtMatchList *
lt_match_list_new_children (LtMatchList *models, LtItem *model)
{
  LtMatchList *self;
  guint index = models->last_found + 1;

  /* They are mostly asked for one after the other. */
  if (index >= models->models->len || g_ptr_array_index (models->models, index) != model)
    if (!g_ptr_array_find (models->models, model, &index))
      return NULL;
  models->last_found = index;
  self = g_object_new (LT_TYPE_MATCH_LIST, NULL);
  self->assignments = g_ptr_array_ref (models->assignments);
  self->model = g_object_ref (model);
  self->first = g_array_index (models->firsts, guint, index);
  self->at = self->first;
  begin (self);
  return self;
}

/* One of the rows of @model, without a look at every row: they stand in order. G_MAXUINT if
 * it has none. */
static guint
find_any (LtMatchList *self, LtItem *model)
{
  guint wanted = lt_item_get_index (model);
  guint low = 0;
  guint high = self->assignments->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      LtItem *found = get_model (self, middle);

      if (found == model)
        return middle;
      if (found && lt_item_get_index (found) < wanted)
        low = middle + 1;
      else
        high = middle;
    }
  return G_MAXUINT;
}

/* Which of the assignments must have been looked at before @item is in the list; G_MAXUINT if
 * it never will be. */
static guint
find_needed (LtMatchList *self, LtItem *item)
{
  guint index;

  if (self->model == NULL)
    return lt_item_get_parent (item) ? find_any (self, item) : G_MAXUINT;
  if (lt_item_get_parent (item) != self->model || !g_ptr_array_find (self->assignments, item, &index)
      || index < self->first)
    return G_MAXUINT;
  return index;
}

guint
lt_match_list_find (LtMatchList *self, LtItem *item)
{
  guint index;

  g_return_val_if_fail (LT_IS_MATCH_LIST (self), G_MAXUINT);

  if (self->model == NULL && g_ptr_array_find (self->models, item, &index))
    return index;
  index = find_needed (self, item);
  if (index == G_MAXUINT)
    return G_MAXUINT;
  if (index >= self->at && !self->complete)
    grow (self, index - self->at + 1);
  if (self->model)
    return index < self->at ? index - self->first : G_MAXUINT;
  return g_ptr_array_find (self->models, item, &index) ? index : G_MAXUINT;
}

gboolean
lt_match_list_is_coming (LtMatchList *self, LtItem *item)
{
  guint index;

  g_return_val_if_fail (LT_IS_MATCH_LIST (self), FALSE);

  if (self->complete || (self->model == NULL && g_ptr_array_find (self->models, item, NULL)))
    return FALSE;
  index = find_needed (self, item);
  return index != G_MAXUINT && index >= self->at;
}

void
lt_match_list_complete (LtMatchList *self)
{
  g_return_if_fail (LT_IS_MATCH_LIST (self));

  if (!self->complete)
    grow (self, G_MAXUINT);
}
