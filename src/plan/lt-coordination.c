/* SPDX-License-Identifier: MIT */
#include "plan/lt-coordination.h"

#include <string.h>

#include "plan/lt-coordination-private.h"
#include "plan/lt-registry-private.h"
#include "text/lt-text.h"

/* How many signs a known name may have in it. */
#define MAX_BOUNDARIES 8

#define NOT_LOOKED_UP G_MAXUINT

typedef struct {
  LtRegistry *registry;
  guint *lengths; /* by token: of the known name there; NOT_LOOKED_UP */
} Lookup;

static char *
dup_words (const LtCell *cell, guint first, guint last)
{
  gsize start = cell->tokens[first].start;

  return g_strdelimit (g_strndup (cell->text + start, cell->tokens[last - 1].end - start), "\n",
                       ' ');
}

static gboolean
ends_name (const LtCell *cell, guint place)
{
  const LtCellToken *token = &cell->tokens[place];

  return token->kind != LT_CELL_WORD || token->new_line
         || (token->n_value > 0 && (token->value & (LT_CELL_TAIL | LT_CELL_LINK)) != 0);
}

static guint
look_up_name (const LtCell *cell, guint first, LtRegistry *registry)
{
  guint ends[MAX_BOUNDARIES];
  guint n_ends = 0;

  if (cell->tokens[first].kind != LT_CELL_WORD)
    return 0;
  for (guint place = first + 1; n_ends < MAX_BOUNDARIES; place++)
    {
      LtCellTokenKind kind = cell->tokens[place].kind;

      if (ends_name (cell, place))
        ends[n_ends++] = place;
      if (kind == LT_CELL_END || kind == LT_CELL_SEMICOLON || kind == LT_CELL_BULLET
          || kind == LT_CELL_NOISE || kind == LT_CELL_COLON)
        break;
    }
  while (n_ends-- > 0)
    {
      g_autofree char *words = dup_words (cell, first, ends[n_ends]);

      if (lt_registry_find (registry, words) != NULL)
        return ends[n_ends] - first;
    }
  return 0;
}

static guint
find_name (const LtCell *cell, guint first, gpointer data)
{
  Lookup *lookup = data;

  if (lookup->lengths[first] == NOT_LOOKED_UP)
    lookup->lengths[first] = look_up_name (cell, first, lookup->registry);
  return lookup->lengths[first];
}

/* Longer forms of the abbreviations that stand in half of all cells. */
static char *
dup_spelled_out (const char *phrase)
{
  static const struct {
    const char *from;
    const char *to;
  } words[] = {
    { "ubnd", "Ủy ban nhân dân" }, { "hđnd", "Hội đồng nhân dân" }, { "vp", "Văn phòng" },
    { "tp", "thành phố" }, { "bhxh", "Bảo hiểm xã hội" }, { "ca", "Công an" },
    { "tand", "Tòa án nhân dân" }, { "vksnd", "Viện Kiểm sát nhân dân" },
    { "bql", "Ban Quản lý" }, { "nhnn", "Ngân hàng Nhà nước" }, { "tw", "Trung ương" },
  };
  g_autofree char *key = lt_text_dup_match_key (phrase);
  g_auto (GStrv) pieces = g_strsplit (key, " ", -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      if (g_str_has_suffix (pieces[i], "."))
        pieces[i][strlen (pieces[i]) - 1] = '\0';
      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        {
          if (g_str_equal (pieces[i], words[j].from))
            {
              g_free (pieces[i]);
              pieces[i] = g_strdup (words[j].to);
              break;
            }
        }
    }
  return g_strjoinv (" ", pieces);
}

/* "Sở Y tế thành phố" for "Sở Y tế": the words of place add nothing. */
static gboolean
cut_place (char *phrase)
{
  static const char *const places[] = { " thành phố", " TP", " tỉnh" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (g_str_has_suffix (phrase, places[i]))
        {
          phrase[strlen (phrase) - strlen (places[i])] = '\0';
          return TRUE;
        }
    }
  return FALSE;
}

static LtAgency *
find_agency (LtRegistry *registry, const char *phrase, gboolean *doubtful)
{
  g_autofree char *spelled_out = NULL;
  g_autofree char *shorter = NULL;
  LtAgency *agency = lt_registry_find (registry, phrase);

  *doubtful = FALSE;
  if (agency != NULL)
    return agency;
  spelled_out = dup_spelled_out (phrase);
  agency = lt_registry_find (registry, spelled_out);
  if (agency != NULL)
    return agency;
  shorter = g_strdup (phrase);
  if (cut_place (shorter) && (agency = lt_registry_find (registry, shorter)) != NULL)
    return agency;
  *doubtful = TRUE;
  return _lt_registry_find_beginning (registry, phrase);
}

/* The words to look an agency up by, where they are not those of the piece:
 * without a title or parentheses, or with the head word that it shares. */
static char *
dup_name (const LtCell *cell, const LtCellPiece *piece)
{
  guint first = piece->first;
  guint last = piece->last;

  if (cell->tokens[first].n_value > 0 && (cell->tokens[first].value & LT_CELL_TITLE) != 0)
    first += cell->tokens[first].n_value;
  while (last > first + 1 && cell->tokens[last - 1].inside)
    last--;
  if (first >= last)
    return dup_words (cell, piece->first, piece->last);
  if (piece->n_head > 0)
    {
      g_autofree char *head = dup_words (cell, piece->head, piece->head + piece->n_head);
      g_autofree char *rest = dup_words (cell, first, last);

      return g_strconcat (head, " ", rest, NULL);
    }
  return dup_words (cell, first, last);
}

static LtMention *
create_mention (const LtCell *cell, const LtCellPiece *piece, LtRegistry *registry)
{
  LtMention *mention = g_new0 (LtMention, 1);
  const LtCellToken *first = &cell->tokens[piece->first];
  LtAgency *agency = NULL;

  mention->phrase = dup_words (cell, piece->first, piece->last);
  mention->group = piece->group;
  if (registry != NULL)
    {
      g_autofree char *name = dup_name (cell, piece);

      /* Whoever made these very words a name of an agency has settled them. */
      agency = lt_registry_find (registry, mention->phrase);
      if (agency == NULL)
        agency = find_agency (registry, name, &mention->doubtful);
      if (mention->doubtful && piece->group)
        agency = NULL;
    }
  if (agency != NULL)
    {
      mention->agency = g_object_ref (agency);
      mention->group = lt_agency_get_kind (agency) == LT_AGENCY_GROUP;
    }
  else
    mention->doubtful = !piece->group && piece->n_head == 0
                        && g_unichar_islower (g_utf8_get_char (cell->text + first->start));
  return mention;
}

static char *
dup_clean (const char *text)
{
  g_autofree char *valid = NULL;
  char *clean = lt_text_dup_clean (text, TRUE, NULL);

  if (clean != NULL)
    return clean;
  valid = g_utf8_make_valid (text, -1);
  for (char *p = valid; *p != '\0'; p++)
    {
      if ((guchar) *p < 0x20 && *p != '\n')
        *p = ' ';
    }
  clean = lt_text_dup_clean (valid, TRUE, NULL);
  return clean != NULL ? clean : g_strdup ("");
}

GPtrArray *
lt_coordination_parse (const char *text, LtRegistry *registry)
{
  GPtrArray *mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_mention_free);
  g_autofree char *clean = dup_clean (text);
  g_autofree guint *lengths = NULL;
  g_autoptr (LtCell) cell = NULL;
  g_autoptr (GArray) pieces = NULL;
  Lookup lookup = { .registry = registry };

  g_return_val_if_fail (registry == NULL || LT_IS_REGISTRY (registry), mentions);

  if (*clean == '\0')
    return mentions;
  cell = _lt_cell_new (clean);
  if (registry != NULL)
    {
      lookup.lengths = lengths = g_new (guint, cell->n_tokens + 1);
      for (guint i = 0; i <= cell->n_tokens; i++)
        lengths[i] = NOT_LOOKED_UP;
    }
  pieces = _lt_cell_split (cell, registry != NULL ? find_name : NULL, &lookup);
  for (guint i = 0; i < pieces->len; i++)
    g_ptr_array_add (mentions, create_mention (cell, &g_array_index (pieces, LtCellPiece, i),
                                               registry));
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
