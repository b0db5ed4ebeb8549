/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>

#include "store/lt-reorganisation.h"

static char *
dup_add_text (LtAgency *agency)
{
  LtDay from = lt_agency_get_valid_from (agency);
  g_autofree char *day = from == LT_DAY_NONE ? NULL : lt_day_dup_official (from);

  if (day)
    return g_strdup_printf (_("“%s” comes into the registry, from %s."), lt_agency_get_name (agency), day);
  return g_strdup_printf (_("“%s” comes into the registry."), lt_agency_get_name (agency));
}

static char *
dup_succeed_text (const LtReorganiseStep *step)
{
  LtSuccession *succession = LT_SUCCESSION (step->source);
  LtDay since = lt_succession_get_since (succession);
  g_autofree char *day = since == LT_DAY_NONE ? g_strdup ("–") : lt_day_dup_official (since);
  const char *old = lt_agency_get_name (step->agency);
  const char *successor = lt_agency_get_name (step->successor);

  if (lt_succession_get_part (succession))
    /* Translators: an agency, the one that takes over, a day */
    return g_strdup_printf (_("“%s” gives a part of its work to “%s”, from %s."), old, successor, day);
  /* Translators: an agency, the one that takes over, a day */
  return g_strdup_printf (_("“%s” is followed by “%s”, from %s."), old, successor, day);
}

char *
lt_reorganisation_dup_step_text (LtReorganisation *self, const LtReorganiseStep *step)
{
  g_autofree char *day = NULL;

  switch (step->kind)
    {
    case LT_REORGANISE_ADD:
      return dup_add_text (step->agency);
    case LT_REORGANISE_END:
      day = lt_day_dup_official (lt_agency_get_valid_to (LT_AGENCY (step->source)));
      return g_strdup_printf (_("“%s” ends on %s."), lt_agency_get_name (step->agency), day);
    case LT_REORGANISE_SUCCEED:
      return dup_succeed_text (step);
    case LT_REORGANISE_NAMES:
      return g_strdup_printf (_("“%s” gets more short forms, spellings or a note."),
                              lt_agency_get_name (step->agency));
    default:
      g_assert_not_reached ();
    }
}

static int
get_least_certain (LtItem *agency)
{
  int least = -1;

  for (guint i = 0; i < lt_item_get_n_children (agency); i++)
    least = MAX (least, (int) lt_succession_get_certainty (lt_item_get_child (agency, i)));
  return least;
}

/* Of the successions that lead to @agency, which comes because of them. */
static int
get_least_certain_to (LtItem *agency)
{
  LtItem *registry = lt_item_get_parent (agency);
  int least = -1;

  for (guint i = 0; i < lt_item_get_n_children (registry); i++)
    {
      LtItem *other = lt_item_get_child (registry, i);

      for (guint j = 0; j < lt_item_get_n_children (other); j++)
        {
          LtSuccession *succession = lt_item_get_child (other, j);

          if (lt_succession_get_successor_id (succession) == lt_item_get_id (agency))
            least = MAX (least, (int) lt_succession_get_certainty (succession));
        }
    }
  return least;
}

int
lt_reorganisation_get_certainty (LtReorganisation *self, const LtReorganiseStep *step)
{
  switch (step->kind)
    {
    case LT_REORGANISE_ADD:
      return get_least_certain_to (step->source);
    case LT_REORGANISE_END:
      return get_least_certain (step->source);
    case LT_REORGANISE_SUCCEED:
      return (int) lt_succession_get_certainty (LT_SUCCESSION (step->source));
    case LT_REORGANISE_NAMES:
      return -1;
    default:
      g_assert_not_reached ();
    }
}
