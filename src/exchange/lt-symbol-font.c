/* SPDX-License-Identifier: MIT */
#include "exchange/lt-symbol-font.h"

typedef struct {
  guint8 code;
  const char *shown;
} Symbol;

static const Symbol symbol[] = {
  { 0x2d, "-" },  { 0xa3, "≤" }, { 0xae, "→" }, { 0xb0, "°" }, { 0xb1, "±" }, { 0xb3, "≥" },
  { 0xb4, "×" },  { 0xb7, "•" }, { 0xb8, "÷" }, { 0xb9, "≠" }, { 0xbb, "≈" }, { 0xde, "⇒" },
};

static const Symbol wingdings[] = {
  { 0x6c, "•" }, { 0x6e, "▪" }, { 0x6f, "☐" }, { 0x71, "☐" }, { 0x72, "☐" }, { 0x76, "•" },
  { 0x9f, "•" }, { 0xa7, "▪" }, { 0xa8, "☐" }, { 0xd8, "➢" }, { 0xe0, "→" }, { 0xf0, "⇨" },
  { 0xfb, "☒" }, { 0xfc, "✓" }, { 0xfd, "☒" }, { 0xfe, "☑" },
};

static const char *
find (const Symbol *symbols, guint n, gunichar code)
{
  for (guint i = 0; i < n; i++)
    if (symbols[i].code == code)
      return symbols[i].shown;
  return NULL;
}

const char *
lt_symbol_font_show (const char *font, gunichar code)
{
  if (code >= 0xf000 && code <= 0xf0ff)
    code -= 0xf000;
  if (font != NULL && g_ascii_strncasecmp (font, "Wingdings", 9) == 0)
    return find (wingdings, G_N_ELEMENTS (wingdings), code);
  return find (symbol, G_N_ELEMENTS (symbol), code);
}
