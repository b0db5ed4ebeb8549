/* SPDX-License-Identifier: MIT */
#include "exchange/lt-legacy-text.h"

#include <string.h>

#define FIRST 0xa1

#define GRAVE 0x0300
#define ACUTE 0x0301
#define TILDE 0x0303
#define HOOK 0x0309
#define DOT_BELOW 0x0323
#define CIRCUMFLEX 0x0302
#define BREVE 0x0306

/* TCVN 5712:1993, VN3, from 0xa1 on; 0 where a font shows nothing of its own. */
static const gunichar tcvn3[] = {
  /* a1 */ 0x102, 0xc2, 0xca, 0xd4, 0x1a0, 0x1af, 0x110, 0x103, 0xe2, 0xea, 0xf4, 0x1a1, 0x1b0,
  /* ae */ 0x111, 0, GRAVE, HOOK, TILDE, ACUTE, DOT_BELOW, 0xe0, 0x1ea3, 0xe3, 0xe1, 0x1ea1, 0,
  /* bb */ 0x1eb1, 0x1eb3, 0x1eb5, 0x1eaf, 0, 0, 0, 0, 0, 0, 0, 0x1eb7, 0x1ea7, 0x1ea9, 0x1eab,
  /* ca */ 0x1ea5, 0x1ead, 0xe8, 0, 0x1ebb, 0x1ebd, 0xe9, 0x1eb9, 0x1ec1, 0x1ec3, 0x1ec5, 0x1ebf,
  /* d6 */ 0x1ec7, 0xec, 0x1ec9, 0, 0, 0, 0x129, 0xed, 0x1ecb, 0xf2, 0, 0x1ecf, 0xf5, 0xf3, 0x1ecd,
  /* e5 */ 0x1ed3, 0x1ed5, 0x1ed7, 0x1ed1, 0x1ed9, 0x1edd, 0x1edf, 0x1ee1, 0x1edb, 0x1ee3, 0xf9, 0,
  /* f1 */ 0x1ee7, 0x169, 0xfa, 0x1ee5, 0x1eeb, 0x1eed, 0x1eef, 0x1ee9, 0x1ef1, 0x1ef3, 0x1ef7,
  /* fc */ 0x1ef9, 0xfd, 0x1ef5,
};

/* In VNI a vowel is followed by a letter that stands for its marks. */
static const struct {
  gunichar letter; /* small; the capital goes with capitals */
  gunichar shape;  /* circumflex or breve; 0 for none */
  gunichar tone;   /* 0 for none */
} vni_marks[] = {
  { 0xf9, 0, ACUTE },          { 0xf8, 0, GRAVE },          { 0xfb, 0, HOOK },
  { 0xf5, 0, TILDE },          { 0xef, 0, DOT_BELOW },      { 0xe2, CIRCUMFLEX, 0 },
  { 0xe1, CIRCUMFLEX, ACUTE }, { 0xe0, CIRCUMFLEX, GRAVE }, { 0xe5, CIRCUMFLEX, HOOK },
  { 0xe3, CIRCUMFLEX, TILDE }, { 0xe4, CIRCUMFLEX, DOT_BELOW },
  { 0xea, BREVE, 0 },          { 0xe9, BREVE, ACUTE },      { 0xe8, BREVE, GRAVE },
  { 0xfa, BREVE, HOOK },       { 0xfc, BREVE, TILDE },      { 0xeb, BREVE, DOT_BELOW },
};

/* Letters that VNI has in one piece. */
static const struct {
  gunichar letter;
  gunichar meaning;
} vni_letters[] = {
  { 0xf4, 0x1a1 }, { 0xf6, 0x1b0 }, { 0xf1, 0x111 }, { 0xee, 0x1ef5 }, { 0xec, 0xec },
  { 0xed, 0xed },  { 0xe6, 0x1ec9 }, { 0xf3, 0x129 }, { 0xf2, 0x1ecb },
};

LtLegacy
lt_legacy_from_font (const char *font)
{
  gsize length;

  if (font == NULL)
    return LT_LEGACY_NONE;
  length = strlen (font);
  if (g_ascii_strncasecmp (font, ".Vn", 3) == 0)
    return font[length - 1] == 'H' ? LT_LEGACY_TCVN3_CAPITALS : LT_LEGACY_TCVN3;
  return g_ascii_strncasecmp (font, "VNI-", 4) == 0 ? LT_LEGACY_VNI : LT_LEGACY_NONE;
}

static gunichar
read_tcvn3 (gunichar c)
{
  gunichar meaning = c >= FIRST && c - FIRST < G_N_ELEMENTS (tcvn3) ? tcvn3[c - FIRST] : 0;

  return meaning != 0 ? meaning : c;
}

static gboolean
is_vni_vowel (gunichar c)
{
  return c < 0x80 ? strchr ("aeouyAEOUY", (int) c) != NULL
                  : g_unichar_tolower (c) == 0xf4 || g_unichar_tolower (c) == 0xf6;
}

static gunichar
read_vni_letter (gunichar c)
{
  gunichar small = g_unichar_tolower (c);

  for (guint i = 0; i < G_N_ELEMENTS (vni_letters); i++)
    if (vni_letters[i].letter == small)
      return c == small ? vni_letters[i].meaning : g_unichar_toupper (vni_letters[i].meaning);
  return c;
}

static gboolean
append_vni_marks (GString *text, gunichar c)
{
  gunichar small = g_unichar_tolower (c);

  for (guint i = 0; i < G_N_ELEMENTS (vni_marks); i++)
    if (vni_marks[i].letter == small)
      {
        if (vni_marks[i].shape != 0)
          g_string_append_unichar (text, vni_marks[i].shape);
        if (vni_marks[i].tone != 0)
          g_string_append_unichar (text, vni_marks[i].tone);
        return TRUE;
      }
  return FALSE;
}

char *
lt_legacy_dup_text (LtLegacy legacy, const char *text)
{
  g_autoptr (GString) result = g_string_new (NULL);
  gunichar before = 0;

  if (legacy == LT_LEGACY_NONE)
    return g_strdup (text);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_mark = legacy == LT_LEGACY_VNI && c >= 0xc0 && is_vni_vowel (before)
                         && append_vni_marks (result, c);

      before = c;
      if (is_mark)
        before = 0;
      else if (legacy == LT_LEGACY_VNI)
        g_string_append_unichar (result, read_vni_letter (c));
      else
        {
          c = read_tcvn3 (c);
          g_string_append_unichar (result, legacy == LT_LEGACY_TCVN3_CAPITALS
                                               ? g_unichar_toupper (c) : c);
        }
    }
  return g_utf8_normalize (result->str, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}
