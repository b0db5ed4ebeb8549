/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LT_TEXT_ERROR (lt_text_error_quark ())
GQuark lt_text_error_quark (void);

typedef enum {
  LT_TEXT_ERROR_ENCODING,  /* the bytes are not UTF-8 */
  LT_TEXT_ERROR_CONTROL,   /* a control character that no document may carry */
} LtTextError;

/* The form in which words enter a plan: NFC, white space folded. One-line text
 * has every run of white space, line breaks included, folded into one space;
 * text with paragraphs keeps its line breaks (empty lines dropped). NULL counts
 * as the empty text. Invalid UTF-8 and control characters are refused, naming
 * the place; tab, vertical tab, form feed and CR count as white space.
 * Returns: (transfer full), NULL on error. */
char *lt_text_dup_clean            (const char *text, gboolean paragraphs, GError **error);

/* Whether these bytes are UTF-8 without NUL. What g_utf8_validate_len() says, in
 * a third of its time, which counts where a file of millions of texts is opened.
 * @text must be readable up to a NUL at or behind its end. */
gboolean lt_text_is_utf8           (const char *text, gsize length);

/* For finding: lower case, no tone or vowel marks, đ as d, dashes and quotes
 * made one, white space folded. Never fails; invalid bytes are replaced.
 * Folding twice gives the same as once. */
char *lt_text_dup_folded           (const char *text);

/* For telling whether two names are the same: as lt_text_dup_folded() but with
 * the Vietnamese marks kept, the tone moved to one agreed place (Toà = Tòa),
 * "&" read as "và", dash kinds made one with no space around. */
char *lt_text_dup_match_key        (const char *text);

/* Vietnamese dictionary order (a ă â b c d đ e ê …, tone last), numbers inside
 * by value ("Phòng 2" before "Phòng 10"). strcmp() on two keys gives the order. */
char *lt_text_dup_sort_key         (const char *text);
int   lt_text_compare              (const char *a, const char *b);

G_END_DECLS
