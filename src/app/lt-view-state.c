/* SPDX-License-Identifier: MIT */
#include "app/lt-view-state.h"

#include "app/lt-settings.h"

struct _LtViewState
{
  GObject parent_instance;

  char *query;
  gint64 item;
  LtNames names;
  LtDay as_of;
  int soon_days;
  LtFilter *filter;
};

G_DEFINE_FINAL_TYPE (LtViewState, lt_view_state, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_QUERY,
  PROP_ITEM,
  PROP_NAMES,
  PROP_AS_OF,
  PROP_SOON_DAYS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
lt_view_state_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LtViewState *self = LT_VIEW_STATE (object);

  switch (id)
    {
    case PROP_QUERY:
      g_value_set_string (value, self->query);
      break;
    case PROP_ITEM:
      g_value_set_int64 (value, self->item);
      break;
    case PROP_NAMES:
      g_value_set_int (value, self->names);
      break;
    case PROP_AS_OF:
      g_value_set_int (value, self->as_of);
      break;
    case PROP_SOON_DAYS:
      g_value_set_int (value, self->soon_days);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lt_view_state_finalize (GObject *object)
{
  LtViewState *self = LT_VIEW_STATE (object);

  g_object_unref (self->filter);
  g_free (self->query);

  G_OBJECT_CLASS (lt_view_state_parent_class)->finalize (object);
}

static void
lt_view_state_class_init (LtViewStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = lt_view_state_get_property;
  object_class->finalize = lt_view_state_finalize;

  properties[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, "", flags);
  properties[PROP_ITEM] = g_param_spec_int64 ("item", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_NAMES] = g_param_spec_int ("names", NULL, NULL, LT_NAMES_ISSUED, LT_NAMES_TODAY,
                                             LT_NAMES_ISSUED, flags);
  properties[PROP_AS_OF] = g_param_spec_int ("as-of", NULL, NULL, G_MININT, G_MAXINT, LT_DAY_NONE, flags);
  properties[PROP_SOON_DAYS] = g_param_spec_int ("soon-days", NULL, NULL, 0, LT_DUE_SOON_DAYS_MAX,
                                                 LT_DUE_SOON_DAYS, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
soon_days_changed_cb (LtViewState *self)
{
  int days = lt_settings_get_due_soon_days ();

  if (self->soon_days == days)
    return;
  self->soon_days = days;
  lt_filter_set_soon_days (self->filter, days);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOON_DAYS]);
}

static void
lt_view_state_init (LtViewState *self)
{
  self->query = g_strdup ("");
  self->as_of = LT_DAY_NONE;
  self->filter = lt_filter_new ();
  soon_days_changed_cb (self);
  g_signal_connect_object (lt_settings_get (), "changed::due-soon-days", G_CALLBACK (soon_days_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

LtViewState *
lt_view_state_get (LtDocument *document)
{
  static const char *const name = "lt-view-state";
  LtViewState *self = g_object_get_data (G_OBJECT (document), name);

  if (self == NULL)
    {
      self = g_object_new (LT_TYPE_VIEW_STATE, NULL);
      g_object_set_data_full (G_OBJECT (document), name, self, g_object_unref);
    }
  return self;
}

const char *
lt_view_state_get_query (LtViewState *self)
{
  g_return_val_if_fail (LT_IS_VIEW_STATE (self), NULL);

  return self->query;
}

void
lt_view_state_set_query (LtViewState *self, const char *query)
{
  g_autofree char *old = NULL;

  g_return_if_fail (LT_IS_VIEW_STATE (self));

  if (g_strcmp0 (query, self->query) == 0)
    return;
  old = self->query;
  self->query = g_strdup (query != NULL ? query : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}

gint64
lt_view_state_get_item (LtViewState *self)
{
  g_return_val_if_fail (LT_IS_VIEW_STATE (self), 0);

  return self->item;
}

void
lt_view_state_set_item (LtViewState *self, gint64 id)
{
  g_return_if_fail (LT_IS_VIEW_STATE (self));

  if (id == self->item)
    return;
  self->item = id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

LtNames
lt_view_state_get_names (LtViewState *self)
{
  g_return_val_if_fail (LT_IS_VIEW_STATE (self), LT_NAMES_ISSUED);

  return self->names;
}

void
lt_view_state_set_names (LtViewState *self, LtNames names)
{
  g_return_if_fail (LT_IS_VIEW_STATE (self));

  if (names == self->names)
    return;
  self->names = names;
  lt_filter_set_names (self->filter, names);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAMES]);
}

LtDay
lt_view_state_get_as_of (LtViewState *self)
{
  g_return_val_if_fail (LT_IS_VIEW_STATE (self), LT_DAY_NONE);

  return self->as_of;
}

LtDay
lt_view_state_get_day (LtViewState *self)
{
  g_return_val_if_fail (LT_IS_VIEW_STATE (self), LT_DAY_NONE);

  return self->as_of == LT_DAY_NONE ? lt_day_today () : self->as_of;
}

void
lt_view_state_set_as_of (LtViewState *self, LtDay day)
{
  g_return_if_fail (LT_IS_VIEW_STATE (self));

  if (self->as_of == day)
    return;
  self->as_of = day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AS_OF]);
}

int
lt_view_state_get_soon_days (LtViewState *self)
{
  g_return_val_if_fail (LT_IS_VIEW_STATE (self), LT_DUE_SOON_DAYS);

  return self->soon_days;
}

LtFilter *
lt_view_state_get_filter (LtViewState *self)
{
  g_return_val_if_fail (LT_IS_VIEW_STATE (self), NULL);

  return self->filter;
}

void
lt_view_state_show_all (LtViewState *self)
{
  g_return_if_fail (LT_IS_VIEW_STATE (self));

  lt_view_state_set_query (self, "");
  lt_filter_clear (self->filter);
}
