/* SPDX-License-Identifier: MIT */
#include "app/lt-drafts.h"

#include <glib/gi18n-lib.h>

#include "app/lt-settings.h"

static void
set_text (LtItem *item, const char *field, const char *text)
{
  lt_item_set_text (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field), text);
}

static void
set_integer (LtItem *item, const char *field, gint64 value)
{
  lt_item_set_integer (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field), value);
}

LtItem *
lt_draft_new_plan (void)
{
  LtItem *plan = lt_item_new_draft (LT_TYPE_PLAN, 0);
  int year;

  lt_day_to_ymd (lt_day_today (), &year, NULL, NULL);
  set_text (plan, "title", _("New plan"));
  /* The words of the official form, whatever the interface's language. */
  set_text (plan, "label", "Phụ lục");
  set_integer (plan, "year", year);
  set_integer (plan, "strict_before", g_settings_get_boolean (lt_settings_get (), "strict-before"));
  return plan;
}

LtItem *
lt_draft_new_initiative (void)
{
  LtItem *initiative = lt_item_new_draft (LT_TYPE_INITIATIVE, 0);

  set_text (initiative, "name", _("New model"));
  lt_item_append_draft (initiative, lt_draft_new_assignment ());
  return initiative;
}

LtItem *
lt_draft_new_assignment (void)
{
  return lt_item_new_draft (LT_TYPE_ASSIGNMENT, 0);
}

LtItem *
lt_draft_new_outcome (void)
{
  return lt_item_new_draft (LT_TYPE_OUTCOME, 0);
}

LtItem *
lt_draft_new_agency (const char *name)
{
  LtItem *agency = lt_item_new_draft (LT_TYPE_AGENCY, 0);

  set_text (agency, "name", name);
  return agency;
}
