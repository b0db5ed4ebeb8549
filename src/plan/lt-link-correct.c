/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "plan/lt-assignment-private.h"
#include "text/lt-text.h"

/* The readings of a cell with the bytes of its words that each stands for. */
typedef struct {
  LtMention *mention;
  gsize start;
  gsize end; /* equal to start where the phrase was not found again */
} Piece;

static LtMention *
copy_mention (const LtMention *mention)
{
  LtMention *copy = g_new0 (LtMention, 1);

  *copy = *mention;
  copy->phrase = g_strdup (mention->phrase);
  if (copy->agency)
    g_object_ref (copy->agency);
  if (copy->heir)
    g_object_ref (copy->heir);
  return copy;
}

static LtMention *
create_corrected (const char *phrase, gsize length, LtAgency *agency)
{
  LtMention *mention = g_new0 (LtMention, 1);

  mention->phrase = g_strndup (phrase, length);
  mention->agency = g_object_ref (agency);
  mention->group = lt_agency_get_kind (agency) == LT_AGENCY_GROUP;
  mention->corrected = TRUE;
  return mention;
}

static void
add_pieces (GArray *pieces, guint place, GPtrArray *mentions, const char *words, gsize from, gsize to)
{
  gsize cursor = from;

  for (guint i = 0; i < mentions->len; i++)
    {
      const LtMention *mention = g_ptr_array_index (mentions, i);
      const char *found = strstr (words + cursor, mention->phrase);
      Piece piece = { copy_mention (mention), cursor, cursor };

      if (found && (gsize) (found - words) + strlen (mention->phrase) <= to)
        {
          piece.start = found - words;
          piece.end = cursor = piece.start + strlen (mention->phrase);
        }
      g_array_insert_val (pieces, place + i, piece);
    }
}

static gboolean
is_word (const char *at)
{
  return g_unichar_isalnum (g_utf8_get_char (at));
}

/* @phrase in @words from @from on, not in the middle of a word; NULL if it is not there. */
static const char *
find_phrase (const char *words, gsize from, const char *phrase)
{
  gsize length = strlen (phrase);
  const char *found = words + from;

  if (length == 0)
    return NULL;
  while ((found = strstr (found, phrase)))
    {
      gboolean begins = found == words || !is_word (found) || !is_word (g_utf8_prev_char (found));
      gboolean ends = found[length] == '\0' || !is_word (found + length)
                      || !is_word (g_utf8_prev_char (found + length));

      if (begins && ends)
        return found;
      found = g_utf8_next_char (found);
    }
  return NULL;
}

/* What is left of a reading when a part of it is taken out for a correction,
 * without the separators that stood between. */
static char *
dup_rest (const char *words, gsize start, gsize end)
{
  static const char *const joints[] = { ",", ";", ".", "/", "-", "–", "&", "và" };
  char *rest = g_strstrip (g_strndup (words + start, end - start));
  gboolean cut = TRUE;

  while (cut)
    {
      cut = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
        {
          gsize length = strlen (joints[i]);
          gsize size = strlen (rest);
          gboolean bounded = is_word (joints[i]);

          if (g_str_has_prefix (rest, joints[i]) && (!bounded || rest[length] == '\0' || !is_word (rest + length)))
            {
              memmove (rest, rest + length, size - length + 1);
              cut = TRUE;
            }
          else if (g_str_has_suffix (rest, joints[i])
                   && (!bounded || size == length || !is_word (g_utf8_prev_char (rest + size - length))))
            {
              rest[size - length] = '\0';
              cut = TRUE;
            }
          g_strstrip (rest);
        }
    }
  return rest;
}

static guint
insert_rest (GArray *pieces, guint place, const char *words, gsize start, gsize end, LtRegistry *registry)
{
  g_autofree char *rest = start < end ? dup_rest (words, start, end) : NULL;
  g_autoptr (GPtrArray) mentions = NULL;

  if (rest == NULL || *rest == '\0')
    return place;
  mentions = lt_coordination_parse (rest, registry);
  add_pieces (pieces, place, mentions, words, start, end);
  return place + mentions->len;
}

/* The words from @start to @end mean @agency (NULL: nobody), whatever was read there. */
static void
replace (GArray *pieces, const char *words, gsize start, gsize end, LtAgency *agency, LtRegistry *registry)
{
  guint first = 0;
  gsize left = start, right = end;

  while (first < pieces->len && g_array_index (pieces, Piece, first).end <= start)
    first++;
  while (first < pieces->len && g_array_index (pieces, Piece, first).start < end)
    {
      Piece *piece = &g_array_index (pieces, Piece, first);

      left = MIN (left, piece->start);
      right = MAX (right, piece->end);
      lt_mention_free (piece->mention);
      g_array_remove_index (pieces, first);
    }
  first = insert_rest (pieces, first, words, left, start, registry);
  if (agency)
    {
      Piece piece = { create_corrected (words + start, end - start, agency), start, end };

      g_array_insert_val (pieces, first, piece);
      first++;
    }
  insert_rest (pieces, first, words, end, right, registry);
}

static gboolean
is_same_phrase (const char *phrase, const char *key)
{
  g_autofree char *own = lt_text_dup_match_key (phrase);

  return strcmp (own, key) == 0;
}

static void
apply_link (GArray *pieces, LtLink *link, const char *words, LtRegistry *registry)
{
  const char *phrase = lt_link_get_phrase (link);
  g_autofree char *key = lt_text_dup_match_key (phrase);
  LtAgency *agency = lt_registry_get_by_id (registry, lt_link_get_agency_id (link));
  const char *found = words;
  gboolean met = FALSE;

  if (lt_link_get_kind (link) != LT_LINK_NOT_AGENCY && agency == NULL)
    return;
  if (lt_link_get_kind (link) == LT_LINK_NOT_AGENCY)
    agency = NULL;

  for (guint i = pieces->len; i-- > 0;)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);

      if (!is_same_phrase (piece->mention->phrase, key))
        continue;
      met = TRUE;
      if (lt_link_get_kind (link) == LT_LINK_HEIR)
        g_set_object (&piece->mention->heir, agency);
      else
        {
          LtMention *old = piece->mention;

          if (agency)
            piece->mention = create_corrected (old->phrase, strlen (old->phrase), agency);
          else
            g_array_remove_index (pieces, i);
          lt_mention_free (old);
        }
    }
  /* The parser may cut the words elsewhere than the person did. */
  while (!met && lt_link_get_kind (link) != LT_LINK_HEIR && (found = find_phrase (words, found - words, phrase)))
    {
      replace (pieces, words, found - words, found - words + strlen (phrase), agency, registry);
      found += strlen (phrase);
    }
}

GStrv
lt_assignment_list_dismissed (LtAssignment *self, LtRole role, const char *words)
{
  g_autoptr (GStrvBuilder) phrases = g_strv_builder_new ();
  g_autofree char *line = lt_text_dup_match_key (words);
  LtItem *links;

  g_return_val_if_fail (LT_IS_ASSIGNMENT (self), NULL);

  links = lt_assignment_peek_links (self);
  for (guint i = 0; links && i < lt_item_get_n_children (links); i++)
    {
      LtLink *link = lt_item_get_child (links, i);
      g_autofree char *key = lt_text_dup_match_key (lt_link_get_phrase (link));

      if (lt_link_get_kind (link) == LT_LINK_NOT_AGENCY && lt_link_get_role (link) == role
          && find_phrase (line, 0, key))
        g_strv_builder_add (phrases, lt_link_get_phrase (link));
    }
  return g_strv_builder_end (phrases);
}

GPtrArray *
_lt_links_correct (LtItem *links, LtRole role, GPtrArray *mentions, const char *words, LtRegistry *registry)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  GPtrArray *corrected = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_mention_free);
  /* Phrases are told without the line breaks that a cell may have in them. */
  g_autofree char *line = g_strdelimit (g_strdup (words), "\n", ' ');

  add_pieces (pieces, 0, mentions, line, 0, strlen (line));
  /* Heirs come last: they are found by the readings, which the others change. */
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < lt_item_get_n_children (links); i++)
      {
        LtLink *link = lt_item_get_child (links, i);

        if (lt_link_get_role (link) == role && (lt_link_get_kind (link) == LT_LINK_HEIR) == (round == 1))
          apply_link (pieces, link, line, registry);
      }
  for (guint i = 0; i < pieces->len; i++)
    g_ptr_array_add (corrected, g_array_index (pieces, Piece, i).mention);
  return corrected;
}
