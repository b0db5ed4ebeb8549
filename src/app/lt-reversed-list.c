/* SPDX-License-Identifier: MIT */
#include "app/lt-reversed-list.h"

struct _LtReversedList
{
  GObject parent_instance;

  GListModel *model;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LtReversedList, lt_reversed_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
list_get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (LT_REVERSED_LIST (list)->model);
}

static guint
list_get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (LT_REVERSED_LIST (list)->model);
}

static gpointer
list_get_item (GListModel *list, guint position)
{
  guint n = list_get_n_items (list);

  return position < n ? g_list_model_get_item (LT_REVERSED_LIST (list)->model, n - 1 - position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, LtReversedList *self)
{
  guint behind = g_list_model_get_n_items (model) - position - added;

  g_list_model_items_changed (G_LIST_MODEL (self), behind, removed, added);
}

static void
lt_reversed_list_dispose (GObject *object)
{
  LtReversedList *self = LT_REVERSED_LIST (object);

  if (self->model)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (lt_reversed_list_parent_class)->dispose (object);
}

static void
lt_reversed_list_class_init (LtReversedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lt_reversed_list_dispose;
}

static void
lt_reversed_list_init (LtReversedList *self)
{
}

GListModel *
lt_reversed_list_new (GListModel *model)
{
  LtReversedList *self = g_object_new (LT_TYPE_REVERSED_LIST, NULL);

  self->model = g_object_ref (model);
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  return G_LIST_MODEL (self);
}
