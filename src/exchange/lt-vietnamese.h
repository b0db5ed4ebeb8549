/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a text was read in the right encoding shows in its syllables: Vietnamese has few
 * shapes of them, and letters in the wrong place make none. Of the words that hold a letter
 * beyond ASCII, @n_possible could be Vietnamese and @n_strange could not; words of
 * consonants alone ("QĐ") count as neither. @text: UTF-8 */
void lt_vietnamese_count (const char *text, gsize length, guint *n_possible, guint *n_strange);

G_END_DECLS
