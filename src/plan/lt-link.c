/* SPDX-License-Identifier: MIT */
#include "plan/lt-link.h"

#include <glib/gi18n-lib.h>

#include "plan/lt-assignment-private.h"
#include "plan/lt-item-private.h"

struct _LtLink
{
  LtItem parent_instance;

  int role;
  char *phrase;
  int kind;
  gint64 agency;
};

struct _LtLinkList
{
  LtItem parent_instance;
};

G_DEFINE_FINAL_TYPE (LtLink, lt_link, LT_TYPE_ITEM)
G_DEFINE_FINAL_TYPE (LtLinkList, lt_link_list, LT_TYPE_ITEM)

static const LtChoice roles[] = {
  { "lead", N_("Leads") },
  { "coordinate", N_("Coordinates") },
  { NULL, NULL },
};

static const LtChoice kinds[] = {
  { "agency", N_("Means an agency") },
  { "not-agency", N_("Names nobody") },
  { "heir", N_("Passed on to an agency") },
  { NULL, NULL },
};

static const LtField fields[] = {
  { "role", LT_FIELD_CHOICE, G_STRUCT_OFFSET (LtLink, role), LT_FIELD_FLAG_NONE,
    N_("Role"), roles },
  { "phrase", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtLink, phrase), LT_FIELD_FLAG_SHARED,
    N_("Words"), NULL },
  { "kind", LT_FIELD_CHOICE, G_STRUCT_OFFSET (LtLink, kind), LT_FIELD_FLAG_NONE,
    N_("Meaning"), kinds },
  { "agency", LT_FIELD_REF, G_STRUCT_OFFSET (LtLink, agency), LT_FIELD_FLAG_NONE,
    N_("Agency"), NULL },
};

static const LtItemInfo link_info = {
  "link", NULL, NULL, fields, G_N_ELEMENTS (fields),
};

static const LtItemInfo list_info = {
  "links", "links", lt_link_get_type, NULL, 0,
};

static void
reread (LtItem *item)
{
  LtAssignment *assignment = lt_item_get_ancestor (item, LT_TYPE_ASSIGNMENT);

  if (assignment)
    _lt_assignment_reread (assignment);
}

static void
lt_link_field_changed (LtItem *item, const LtField *field)
{
  reread (item);
}

static void
lt_link_class_init (LtLinkClass *klass)
{
  LT_ITEM_CLASS (klass)->field_changed = lt_link_field_changed;
  _lt_item_class_install (LT_ITEM_CLASS (klass), &link_info);
}

static void
lt_link_init (LtLink *self)
{
}

static void
lt_link_list_class_init (LtLinkListClass *klass)
{
  _lt_item_class_install (LT_ITEM_CLASS (klass), &list_info);
}

static void
lt_link_list_init (LtLinkList *self)
{
  g_signal_connect (self, "items-changed", G_CALLBACK (reread), NULL);
}

LtRole
lt_link_get_role (LtLink *self)
{
  g_return_val_if_fail (LT_IS_LINK (self), LT_ROLE_LEAD);

  return (LtRole) self->role;
}

const char *
lt_link_get_phrase (LtLink *self)
{
  g_return_val_if_fail (LT_IS_LINK (self), NULL);

  return self->phrase ? self->phrase : "";
}

LtLinkKind
lt_link_get_kind (LtLink *self)
{
  g_return_val_if_fail (LT_IS_LINK (self), LT_LINK_AGENCY);

  return (LtLinkKind) self->kind;
}

gint64
lt_link_get_agency_id (LtLink *self)
{
  g_return_val_if_fail (LT_IS_LINK (self), 0);

  return self->agency;
}
