/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Known phrases of one or more syllables, found syllable by syllable. Every
 * entry gives a number of its user's choosing. */
typedef struct _LtLexicon LtLexicon;

typedef struct {
  const char *words;
  int value;
} LtLexiconEntry;

/* @marked: the syllables are parts of a match key; else of a folded text, for
 * input typed without Vietnamese marks. Where two phrases then look alike, the
 * first counts. @entries end with NULL words; they and the lexicon live for ever. */
const LtLexicon *_lt_lexicon_new (const LtLexiconEntry *entries, gboolean marked);

/* The number of a syllable, 0 for one that stands in no phrase. */
guint16 _lt_lexicon_find_syllable (const LtLexicon *lexicon, const char *text, gsize length);

/* The longest phrase that @syllables begin with. Returns its number of
 * syllables, 0 if there is none. @syllables may end early with a 0. */
guint   _lt_lexicon_match         (const LtLexicon *lexicon,
                                   const guint16 *syllables,
                                   guint n_syllables,
                                   int *value);

/* Whether a text in a match key's form has any Vietnamese marks. */
gboolean _lt_lexicon_is_marked    (const char *key);

/* A letter or a mark: what syllables are made of. */
gboolean _lt_lexicon_is_letter    (gunichar c);

#define LT_LEXICON_MAX_SYLLABLES 8

G_END_DECLS
