/* SPDX-License-Identifier: MIT */
#include "plan/lt-coordination.h"

#include <string.h>

static void
add_piece (GPtrArray *mentions, char *piece, LtRegistry *registry)
{
  LtAgency *agency = registry != NULL ? lt_registry_find (registry, piece) : NULL;
  LtMention *mention = g_new0 (LtMention, 1);

  mention->phrase = g_strdup (piece);
  if (agency != NULL)
    mention->agency = g_object_ref (agency);
  g_ptr_array_add (mentions, mention);
}

GPtrArray *
lt_coordination_parse (const char *text, LtRegistry *registry)
{
  GPtrArray *mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_mention_free);
  g_auto (GStrv) pieces = g_strsplit_set (text != NULL ? text : "", ";,\n", -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      if (*g_strstrip (pieces[i]) != '\0')
        add_piece (mentions, pieces[i], registry);
    }
  return mentions;
}

void
lt_mention_free (LtMention *mention)
{
  if (mention == NULL)
    return;
  g_clear_object (&mention->agency);
  g_clear_object (&mention->heir);
  g_free (mention->phrase);
  g_free (mention);
}
