/* SPDX-License-Identifier: MIT */
#include "text/lt-text-private.h"

#include <string.h>

/* Every letter that one of the five marks can be part of: Latin, Greek, Cyrillic. */
#define LETTERS_START 0x00c0
#define LETTERS_END 0x2000

/* Bytes that are normalised at a time; beyond PIECE_MAX even within a run of marks. */
#define PIECE_MIN 256
#define PIECE_MAX 4096

typedef struct {
  guint16 base;
  guint16 tone;
} ToneSplit;

gboolean
_lt_char_is_space (gunichar c)
{
  if (c < 0x80)
    return c == ' ' || (c >= 0x09 && c <= 0x0d);
  return c == 0x0085 || g_unichar_isspace (c);
}

gboolean
_lt_char_is_invisible (gunichar c)
{
  if (c < 0xad)
    return FALSE;
  return c == 0x00ad || c == 0x034f || c == 0x180e || (c >= 0x200b && c <= 0x200f)
         || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f)
         || (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff;
}

gunichar
_lt_char_unify (gunichar c)
{
  if (c < 0xab)
    return c;

  switch (c)
    {
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015:
    case 0x2043: case 0x2212: case 0xfe58: case 0xfe63: case 0xff0d:
      return '-';
    case 0x00b4: case 0x02b9: case 0x02bc: case 0x2018: case 0x2019: case 0x201a: case 0x201b:
    case 0x2032: case 0x2039: case 0x203a: case 0xff07:
      return '\'';
    case 0x00ab: case 0x00bb: case 0x201c: case 0x201d: case 0x201e: case 0x201f: case 0x2033:
    case 0xff02:
      return '"';
    /* A caron is a common slip for the breve, and what some fonts of old files give. */
    case 0x01cd:
      return 0x0102;
    case 0x01ce:
      return 0x0103;
    default:
      return c;
    }
}

gunichar
_lt_char_lower (gunichar c)
{
  if (c == 0x00d0 || c == 0x00f0 || c == 0x0189 || c == 0x0256)
    return LT_CHAR_D_STROKE;
  return g_unichar_tolower (c);
}

gboolean
_lt_char_is_tone (gunichar c)
{
  return c == 0x0300 || c == 0x0301 || c == 0x0303 || c == 0x0309 || c == 0x0323;
}

static ToneSplit
split_tone (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  gunichar base = parts[0];
  gunichar tone = 0;

  for (gsize i = 1; i < n; i++)
    {
      gunichar composed;

      if (tone == 0 && _lt_char_is_tone (parts[i]))
        tone = parts[i];
      else if (g_unichar_compose (base, parts[i], &composed))
        base = composed;
      else
        return (ToneSplit) { (guint16) c, 0 };
    }
  if (tone == 0)
    return (ToneSplit) { (guint16) c, 0 };
  return (ToneSplit) { (guint16) base, (guint16) tone };
}

gunichar
_lt_char_strip_tone (gunichar c, gunichar *tone)
{
  static ToneSplit splits[LETTERS_END - LETTERS_START];
  static gsize ready;

  if (c < LETTERS_START || c >= LETTERS_END)
    {
      *tone = 0;
      return c;
    }
  if (g_once_init_enter (&ready))
    {
      for (gunichar i = LETTERS_START; i < LETTERS_END; i++)
        splits[i - LETTERS_START] = split_tone (i);
      g_once_init_leave (&ready, 1);
    }
  *tone = splits[c - LETTERS_START].tone;
  return splits[c - LETTERS_START].base;
}

/* Whether a text with this character in it may not be in NFC. */
static gboolean
may_compose (gunichar c)
{
  /* Below U+0300 and among the Vietnamese letters everything is composed and
   * stays so; in general punctuation only two spaces are not. */
  return c >= 0x0300 && !(c >= 0x1e00 && c <= 0x1eff) && !(c >= 0x2002 && c <= 0x206f);
}

/* No character before this one can change it or be changed by it: all but marks
 * and the inner letters of Korean syllables. */
static gboolean
starts_afresh (gunichar c)
{
  return !g_unichar_ismark (c) && !(c >= 0x1160 && c <= 0x11ff);
}

/* GLib's normaliser takes time by the square of the length, so it is given one
 * small piece after another. */
static char *
compose_pieces (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  const char *start = text;
  const char *p = text;

  while (*p != '\0')
    {
      p = g_utf8_next_char (p);
      if (*p == '\0' || (p - start >= PIECE_MIN && starts_afresh (g_utf8_get_char (p)))
          || p - start >= PIECE_MAX)
        {
          g_autofree char *piece = g_utf8_normalize (start, p - start, G_NORMALIZE_NFC);

          g_string_append (out, piece);
          start = p;
        }
    }
  return g_string_free (out, FALSE);
}

char *
_lt_text_dup_nfc (const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return g_strdup ("");
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if ((guchar) *p >= 0xcc && may_compose (g_utf8_get_char (p)))
        return compose_pieces (text);
    }
  return g_strdup (text);
}
