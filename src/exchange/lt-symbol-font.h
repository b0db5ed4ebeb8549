/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a character of a font of pictures (Symbol, Wingdings) shows, as a character that any font
 * has. @code: as the font counts, or 0xf000 above it, as Word writes it.
 * Static; NULL for pictures that say nothing. */
const char *lt_symbol_font_show (const char *font, gunichar code);

G_END_DECLS
