/* SPDX-License-Identifier: MIT */
#include "app/lt-view.h"

G_DEFINE_INTERFACE (LtView, lt_view, GTK_TYPE_WIDGET)

static void
lt_view_default_init (LtViewInterface *iface)
{
}

void
lt_view_set_plan (LtView *self, LtDocument *document, LtPlan *plan)
{
  g_return_if_fail (LT_IS_VIEW (self));

  LT_VIEW_GET_IFACE (self)->set_plan (self, document, plan);
}

gboolean
lt_view_commit (LtView *self)
{
  g_return_val_if_fail (LT_IS_VIEW (self), FALSE);

  return LT_VIEW_GET_IFACE (self)->commit == NULL || LT_VIEW_GET_IFACE (self)->commit (self);
}

gboolean
lt_view_reveal (LtView *self, LtItem *item)
{
  g_return_val_if_fail (LT_IS_VIEW (self), FALSE);

  return LT_VIEW_GET_IFACE (self)->reveal != NULL && LT_VIEW_GET_IFACE (self)->reveal (self, item);
}

gboolean
lt_view_start_search (LtView *self)
{
  g_return_val_if_fail (LT_IS_VIEW (self), FALSE);

  if (LT_VIEW_GET_IFACE (self)->start_search == NULL)
    return FALSE;
  LT_VIEW_GET_IFACE (self)->start_search (self);
  return TRUE;
}

gboolean
lt_view_print (LtView *self)
{
  g_return_val_if_fail (LT_IS_VIEW (self), FALSE);

  if (LT_VIEW_GET_IFACE (self)->print == NULL)
    return FALSE;
  LT_VIEW_GET_IFACE (self)->print (self);
  return TRUE;
}
