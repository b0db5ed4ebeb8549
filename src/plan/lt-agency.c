/* SPDX-License-Identifier: MIT */
#include "plan/lt-agency.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plan/lt-item-private.h"
#include "plan/lt-registry-private.h"

struct _LtAgency
{
  LtItem parent_instance;

  char *name;
  char *short_forms;
  char *variants;
  int kind;
  gint64 parent_agency;
  LtDay valid_from;
  LtDay valid_to;
  char *note;
  char *contact;
  double place_x;
  double place_y;
};

G_DEFINE_FINAL_TYPE (LtAgency, lt_agency, LT_TYPE_ITEM)

static const LtChoice kinds[] = {
  { "other", N_("Other") },
  { "department", N_("Department") },
  { "sector", N_("Vertical sector") },
  { "committee", N_("People’s committee") },
  { "enterprise", N_("Enterprise") },
  { "group", N_("Group of agencies") },
  { NULL, NULL },
};

static const LtField fields[] = {
  { "name", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtAgency, name), LT_FIELD_FLAG_NONE,
    N_("Name"), NULL },
  { "short_forms", LT_FIELD_LIST, G_STRUCT_OFFSET (LtAgency, short_forms), LT_FIELD_FLAG_NONE,
    N_("Short forms"), NULL },
  { "variants", LT_FIELD_LIST, G_STRUCT_OFFSET (LtAgency, variants), LT_FIELD_FLAG_NONE,
    N_("Variants"), NULL },
  { "kind", LT_FIELD_CHOICE, G_STRUCT_OFFSET (LtAgency, kind), LT_FIELD_FLAG_NONE,
    N_("Kind"), kinds },
  { "parent_agency", LT_FIELD_REF, G_STRUCT_OFFSET (LtAgency, parent_agency), LT_FIELD_FLAG_NONE,
    N_("Parent agency"), NULL },
  { "valid_from", LT_FIELD_DAY, G_STRUCT_OFFSET (LtAgency, valid_from), LT_FIELD_FLAG_NONE,
    N_("Valid from"), NULL },
  { "valid_to", LT_FIELD_DAY, G_STRUCT_OFFSET (LtAgency, valid_to), LT_FIELD_FLAG_NONE,
    N_("Valid to"), NULL },
  { "note", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtAgency, note), LT_FIELD_FLAG_PARAGRAPHS,
    N_("Note"), NULL },
  { "contact", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtAgency, contact), LT_FIELD_FLAG_PARAGRAPHS,
    N_("Contact"), NULL },
  { "place_x", LT_FIELD_REAL, G_STRUCT_OFFSET (LtAgency, place_x), LT_FIELD_FLAG_NONE,
    N_("Place in the network, to the right"), NULL },
  { "place_y", LT_FIELD_REAL, G_STRUCT_OFFSET (LtAgency, place_y), LT_FIELD_FLAG_NONE,
    N_("Place in the network, down"), NULL },
};

static const LtItemInfo info = {
  "agency", "successors", lt_succession_get_type, fields, G_N_ELEMENTS (fields),
};

static void
lt_agency_field_changed (LtItem *item, const LtField *field)
{
  LtItem *registry = lt_item_get_parent (item);

  if (registry == NULL)
    return;
  switch (field->offset)
    {
    case G_STRUCT_OFFSET (LtAgency, name):
    case G_STRUCT_OFFSET (LtAgency, short_forms):
    case G_STRUCT_OFFSET (LtAgency, variants):
    case G_STRUCT_OFFSET (LtAgency, kind):
      _lt_registry_spoil (LT_REGISTRY (registry));
      break;
    default:
      break;
    }
}

static void
lt_agency_class_init (LtAgencyClass *klass)
{
  LT_ITEM_CLASS (klass)->field_changed = lt_agency_field_changed;
  _lt_item_class_install (LT_ITEM_CLASS (klass), &info);
}

static void
lt_agency_init (LtAgency *self)
{
}

const char *
lt_agency_get_name (LtAgency *self)
{
  g_return_val_if_fail (LT_IS_AGENCY (self), NULL);

  return self->name ? self->name : "";
}

LtAgencyKind
lt_agency_get_kind (LtAgency *self)
{
  g_return_val_if_fail (LT_IS_AGENCY (self), 0);

  return (LtAgencyKind) self->kind;
}

GStrv
lt_agency_dup_names (LtAgency *self)
{
  g_autofree char *joined = NULL;

  g_return_val_if_fail (LT_IS_AGENCY (self), NULL);

  joined = g_strconcat (lt_agency_get_name (self),
                        self->short_forms ? "\n" : "", self->short_forms ? self->short_forms : "",
                        self->variants ? "\n" : "", self->variants ? self->variants : "",
                        NULL);
  return g_strsplit (joined, "\n", -1);
}

LtDay
lt_agency_get_valid_from (LtAgency *self)
{
  g_return_val_if_fail (LT_IS_AGENCY (self), LT_DAY_NONE);

  return self->valid_from;
}

LtDay
lt_agency_get_valid_to (LtAgency *self)
{
  g_return_val_if_fail (LT_IS_AGENCY (self), LT_DAY_NONE);

  return self->valid_to;
}

gboolean
lt_agency_get_place (LtAgency *self, double *x, double *y)
{
  g_return_val_if_fail (LT_IS_AGENCY (self), FALSE);

  if (isnan (self->place_x) || isnan (self->place_y))
    return FALSE;
  *x = self->place_x;
  *y = self->place_y;
  return TRUE;
}
