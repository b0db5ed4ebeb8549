/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the texts of items live. A large file has a hundred megabytes in half a
 * million of them, all read at once: laid side by side in large blocks they cost
 * no heads and gaps of their own, and few calls for memory. From any thread. */

/* @size bytes of @text, and a NUL; nobody writes to it. Equal texts may be one, but each is
 * given back for itself. */
char *_lt_word_heap_dup  (const char *text, gsize size);
void  _lt_word_heap_free (char *text);

G_END_DECLS
