/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which rows of text hold which words. A row is a number that counts up from 0;
 * rows are only ever added. A query word holds no white space, so it lies within
 * one word of the text: looking through the vocabulary, some thousand words,
 * stands for looking through all the text. The rows of a word are kept as gaps of
 * a byte or so each, those of a common word as bits. */
typedef struct _LtSearchIndex LtSearchIndex;

LtSearchIndex *_lt_search_index_new     (void);
void           _lt_search_index_free    (LtSearchIndex *index);
guint          _lt_search_index_get_n_rows (LtSearchIndex *index);
/* @folded: the row's text as lt_text_dup_folded() gives it; it is taken apart in
 * place. Returns the row's number. */
guint          _lt_search_index_add_row (LtSearchIndex *index, char *folded);
/* Sets the bits of the rows that hold a word with @needle in it; @rows has a bit
 * for every row. */
void           _lt_search_index_match   (LtSearchIndex *index, const char *needle, guint64 *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtSearchIndex, _lt_search_index_free)

G_END_DECLS
