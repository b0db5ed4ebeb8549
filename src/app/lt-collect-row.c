/* SPDX-License-Identifier: MIT */
#include "app/lt-collect-row.h"

struct _LtCollectRow
{
  GObject parent_instance;

  LtFormDifference *difference;
  gboolean shown; /* what "accepted" was when it was last told */
};

enum {
  PROP_0,
  PROP_ACCEPTED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LtCollectRow, lt_collect_row, G_TYPE_OBJECT)

static void
lt_collect_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LtCollectRow *self = LT_COLLECT_ROW (object);

  if (id == PROP_ACCEPTED)
    g_value_set_boolean (value, self->difference->accepted);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lt_collect_row_class_init (LtCollectRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lt_collect_row_get_property;

  properties[PROP_ACCEPTED] = g_param_spec_boolean ("accepted", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lt_collect_row_init (LtCollectRow *self)
{
}

LtCollectRow *
lt_collect_row_new (LtFormDifference *difference)
{
  LtCollectRow *self = g_object_new (LT_TYPE_COLLECT_ROW, NULL);

  self->difference = difference;
  self->shown = difference->accepted;
  return self;
}

LtFormDifference *
lt_collect_row_get_difference (LtCollectRow *self)
{
  g_return_val_if_fail (LT_IS_COLLECT_ROW (self), NULL);

  return self->difference;
}

void
lt_collect_row_refresh (LtCollectRow *self)
{
  g_return_if_fail (LT_IS_COLLECT_ROW (self));

  if (self->shown == self->difference->accepted)
    return;
  self->shown = self->difference->accepted;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCEPTED]);
}
