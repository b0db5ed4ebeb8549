/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LT_CHAR_D_STROKE 0x0111 /* đ */

/* White space in the wide sense: no-break spaces, NEL and the separators too. */
gboolean _lt_char_is_space     (gunichar c);
/* Not seen on paper and without meaning in Vietnamese text: zero-width spaces,
 * byte order marks, soft hyphens, direction marks, joiners, variation selectors. */
gboolean _lt_char_is_invisible (gunichar c);
/* The ASCII character that stands for every kind of dash and quotation mark;
 * any other character is given back as it is. */
gunichar _lt_char_unify        (gunichar c);
/* Lower case, and đ for its look-alikes (U+00D0, U+0189), which old fonts and
 * keyboards put in its place. */
gunichar _lt_char_lower        (gunichar c);
/* One of the five tone marks as a combining character. */
gboolean _lt_char_is_tone      (gunichar c);
/* @c without its tone mark, which goes to @tone (0 if there was none). */
gunichar _lt_char_strip_tone   (gunichar c, gunichar *tone);

/* NFC; invalid bytes become U+FFFD; NULL counts as empty. (transfer full) */
char    *_lt_text_dup_nfc      (const char *text);

G_END_DECLS
