/* SPDX-License-Identifier: MIT */
#include "plan/lt-lexicon-private.h"

#include <string.h>

#include "text/lt-text.h"

#define MAX_SYLLABLE_BYTES 32

typedef struct {
  guint16 syllables[LT_LEXICON_MAX_SYLLABLES];
  guint16 n;
  guint place; /* in the table */
  int value;
} Phrase;

struct _LtLexicon {
  GHashTable *syllables; /* text -> number from 1 */
  GArray *phrases;       /* (element-type Phrase), grouped by first syllable */
  GArray *first;         /* by syllable: where its group begins, from 1 */
};

static guint16
intern_syllable (LtLexicon *lexicon, const char *syllable)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (lexicon->syllables, syllable));

  if (number == 0)
    {
      number = g_hash_table_size (lexicon->syllables) + 1;
      g_hash_table_insert (lexicon->syllables, g_strdup (syllable), GUINT_TO_POINTER (number));
    }
  return (guint16) number;
}

/* By first syllable, then the longest first, then as in the table. */
static int
compare_phrases (gconstpointer a, gconstpointer b)
{
  const Phrase *first = a;
  const Phrase *second = b;

  if (first->syllables[0] != second->syllables[0])
    return (int) first->syllables[0] - (int) second->syllables[0];
  if (first->n != second->n)
    return (int) second->n - (int) first->n;
  return first->place < second->place ? -1 : 1;
}

const LtLexicon *
_lt_lexicon_new (const LtLexiconEntry *entries, gboolean marked)
{
  LtLexicon *lexicon = g_new0 (LtLexicon, 1);

  lexicon->syllables = g_hash_table_new (g_str_hash, g_str_equal);
  lexicon->phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));
  for (guint i = 0; entries[i].words != NULL; i++)
    {
      g_autofree char *words = marked ? lt_text_dup_match_key (entries[i].words)
                                      : lt_text_dup_folded (entries[i].words);
      g_auto (GStrv) syllables = g_strsplit (words, " ", LT_LEXICON_MAX_SYLLABLES);
      Phrase phrase = { .place = i, .value = entries[i].value };

      for (; syllables[phrase.n] != NULL; phrase.n++)
        phrase.syllables[phrase.n] = intern_syllable (lexicon, syllables[phrase.n]);
      g_array_append_val (lexicon->phrases, phrase);
    }
  g_array_sort (lexicon->phrases, compare_phrases);

  lexicon->first = g_array_new (FALSE, TRUE, sizeof (guint16));
  g_array_set_size (lexicon->first, g_hash_table_size (lexicon->syllables) + 1);
  for (guint i = lexicon->phrases->len; i-- > 0;)
    {
      guint16 syllable = g_array_index (lexicon->phrases, Phrase, i).syllables[0];

      g_array_index (lexicon->first, guint16, syllable) = (guint16) (i + 1);
    }
  return lexicon;
}

guint16
_lt_lexicon_find_syllable (const LtLexicon *lexicon, const char *text, gsize length)
{
  char syllable[MAX_SYLLABLE_BYTES];

  if (length >= sizeof syllable)
    return 0;
  memcpy (syllable, text, length);
  syllable[length] = '\0';
  return (guint16) GPOINTER_TO_UINT (g_hash_table_lookup (lexicon->syllables, syllable));
}

guint
_lt_lexicon_match (const LtLexicon *lexicon,
                   const guint16 *syllables,
                   guint n_syllables,
                   int *value)
{
  guint place;

  if (n_syllables == 0 || syllables[0] == 0)
    return 0;
  place = g_array_index (lexicon->first, guint16, syllables[0]);
  if (place == 0)
    return 0;
  for (guint i = place - 1; i < lexicon->phrases->len; i++)
    {
      const Phrase *phrase = &g_array_index (lexicon->phrases, Phrase, i);

      if (phrase->syllables[0] != syllables[0])
        break;
      if (phrase->n <= n_syllables
          && memcmp (phrase->syllables, syllables, phrase->n * sizeof *syllables) == 0)
        {
          *value = phrase->value;
          return phrase->n;
        }
    }
  return 0;
}

gboolean
_lt_lexicon_is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

gboolean
_lt_lexicon_is_marked (const char *key)
{
  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
    {
      if ((guchar) *p >= 0x80 && _lt_lexicon_is_letter (g_utf8_get_char (p)))
        return TRUE;
    }
  return FALSE;
}
