/* SPDX-License-Identifier: MIT */
#include "plan/lt-registry.h"

#include <string.h>

#include "plan/lt-item-private.h"
#include "text/lt-text.h"

struct _LtRegistry
{
  LtItem parent_instance;

  guint serial;
};

G_DEFINE_FINAL_TYPE (LtRegistry, lt_registry, LT_TYPE_ITEM)

static const LtItemInfo info = { "registry", "agencies", lt_agency_get_type, NULL, 0 };

static void
lt_registry_class_init (LtRegistryClass *klass)
{
  _lt_item_class_install (LT_ITEM_CLASS (klass), &info);
}

static void
lt_registry_init (LtRegistry *self)
{
}

LtRegistry *
lt_registry_new (void)
{
  return g_object_new (LT_TYPE_REGISTRY, NULL);
}

guint
lt_registry_get_serial (LtRegistry *self)
{
  return self->serial;
}
