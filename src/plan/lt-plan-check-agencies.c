/* SPDX-License-Identifier: MIT */
#include "plan/lt-plan-check-private.h"

#include <glib/gi18n-lib.h>

#include "text/lt-text.h"

static void
check_mention (LtAssignment *assignment, const LtMention *mention, GPtrArray *oddities)
{
  LtItem *item = LT_ITEM (assignment);
  LtDay due = lt_assignment_get_due (assignment);
  LtDay end = mention->agency ? lt_agency_get_valid_to (mention->agency) : LT_DAY_NONE;

  if (mention->agency == NULL && mention->doubtful)
    _lt_oddities_add (oddities, LT_ODDITY_DOUBTFUL_AGENCY, item,
                      g_strdup_printf (_("“%s” looks like a piece of an agency’s name."), mention->phrase));
  else if (mention->agency == NULL && !mention->group)
    _lt_oddities_add (oddities, LT_ODDITY_UNKNOWN_AGENCY, item,
                      g_strdup_printf (_("“%s” is not among the agencies of the file."), mention->phrase));
  else if (mention->agency && mention->doubtful)
    _lt_oddities_add (oddities, LT_ODDITY_DOUBTFUL_AGENCY, item,
                      g_strdup_printf (_("“%s” is taken for “%s”; somebody should confirm that."),
                                       mention->phrase, lt_agency_get_name (mention->agency)));

  if (end != LT_DAY_NONE && due != LT_DAY_NONE && end < due)
    {
      g_autofree char *day = lt_day_dup_official (end);

      _lt_oddities_add (oddities, LT_ODDITY_ENDED_AGENCY, item,
                        g_strdup_printf (_("“%s” ended on %s, before the deadline."),
                                         lt_agency_get_name (mention->agency), day));
    }
}

void
_lt_assignment_check_agencies (LtAssignment *assignment, GPtrArray *oddities)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (LtRole role = LT_ROLE_LEAD; role <= LT_ROLE_COORDINATE; role++)
    {
      GPtrArray *mentions = lt_assignment_get_mentions (assignment, role);

      for (guint i = 0; i < mentions->len; i++)
        {
          const LtMention *mention = g_ptr_array_index (mentions, i);

          check_mention (assignment, mention, oddities);
          if (mention->agency && !g_hash_table_add (seen, mention->agency))
            _lt_oddities_add (oddities, LT_ODDITY_REPEATED_AGENCY, LT_ITEM (assignment),
                              g_strdup_printf (_("“%s” is named twice in this row."),
                                               lt_agency_get_name (mention->agency)));
        }
    }
}

void
_lt_registry_check (LtRegistry *registry, GPtrArray *oddities)
{
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (registry)); i++)
    {
      LtAgency *agency = lt_item_get_child (LT_ITEM (registry), i);
      g_auto (GStrv) names = lt_agency_dup_names (agency);

      for (guint j = 0; names[j]; j++)
        {
          char *key = lt_text_dup_match_key (names[j]);
          LtAgency *owner = g_hash_table_lookup (owners, key);

          if (owner && owner != agency)
            _lt_oddities_add (oddities, LT_ODDITY_CLAIMED_NAME, LT_ITEM (agency),
                              g_strdup_printf (_("“%s” names both “%s” and “%s”."), names[j],
                                               lt_agency_get_name (owner), lt_agency_get_name (agency)));
          if (owner)
            g_free (key);
          else
            g_hash_table_insert (owners, key, agency);
        }
    }
}
