/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "text/lt-text-private.h"
#include "text/lt-text.h"

/* Folding runs over whole files at every search, so what each character below
 * FOLDS_END becomes is worked out once and kept as up to three bytes with their
 * number in the top byte. */
#define FOLDS_END 0x2100
#define FOLD_SLOW 0xffu  /* does not fit: worked out each time */
#define FOLD_SPACE 0xfeu

#define MAX_FOLD (2 * G_UNICHAR_MAX_DECOMPOSITION_LENGTH)

typedef struct {
  char *bytes;
  gsize length;
  gsize allocated;
} Buffer;

/* As NFC orders them behind a letter that takes none of them in. */
static const gunichar tone_marks[] = { 0x0323, 0x0300, 0x0301, 0x0303, 0x0309 };

/* The word that a match key is at. */
typedef struct {
  gsize start; /* in the key */
  guint tones[G_N_ELEMENTS (tone_marks)]; /* how many of each */
  gboolean loose; /* has a mark that no letter took in */
} Word;

static gboolean
is_diacritic (gunichar c)
{
  return (c >= 0x0300 && c <= 0x036f) || (c >= 0x1ab0 && c <= 0x1aff)
         || (c >= 0x1dc0 && c <= 0x1dff) || (c >= 0x20d0 && c <= 0x20ff)
         || (c >= 0xfe20 && c <= 0xfe2f);
}

/* Compatibility forms go too: "m²" is found as "m2", full-width digits as digits. */
static guint
fold_char (gunichar c, gunichar *folded)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;
  guint n = 0;

  if (_lt_char_is_invisible (c))
    return 0;
  n_parts = g_unichar_fully_decompose (_lt_char_unify (c), TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    {
      gunichar part = _lt_char_lower (_lt_char_unify (parts[i]));

      if (is_diacritic (part) || _lt_char_is_invisible (part))
        continue;
      if (_lt_char_is_space (part))
        part = ' ';
      else if (part == LT_CHAR_D_STROKE)
        part = 'd';
      folded[n++] = part;
    }
  return n;
}

static guint32
pack_fold (gunichar c)
{
  gunichar folded[MAX_FOLD];
  guint n = fold_char (c, folded);
  guint32 packed = 0;
  guint length = 0;
  guint room = c < 0x80 ? 1 : c < 0x800 ? 2 : 3;

  if (n == 1 && folded[0] == ' ')
    return FOLD_SPACE << 24;
  for (guint i = 0; i < n; i++)
    {
      char bytes[6];
      guint width = (guint) g_unichar_to_utf8 (folded[i], bytes);

      if (folded[i] == ' ' || length + width > room)
        return FOLD_SLOW << 24;
      for (guint j = 0; j < width; j++)
        packed |= (guint32) (guchar) bytes[j] << (8 * length++);
    }
  return packed | length << 24;
}

static const guint32 *
get_folds (void)
{
  static guint32 folds[FOLDS_END];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (gunichar c = 0; c < FOLDS_END; c++)
        folds[c] = pack_fold (c);
      g_once_init_leave (&ready, 1);
    }
  return folds;
}

static void
append_space (Buffer *buffer)
{
  if (buffer->length > 0 && buffer->bytes[buffer->length - 1] != ' ')
    buffer->bytes[buffer->length++] = ' ';
}

/* @rest: bytes of input still to come, which must keep their room. */
static void
append_slowly (Buffer *buffer, gunichar c, gsize rest)
{
  gunichar folded[MAX_FOLD];
  guint n = fold_char (c, folded);

  if (buffer->length + n * 6 + rest >= buffer->allocated)
    {
      buffer->allocated = (buffer->length + n * 6 + rest) * 5 / 4 + 16;
      buffer->bytes = g_realloc (buffer->bytes, buffer->allocated);
    }
  for (guint i = 0; i < n; i++)
    {
      if (folded[i] == ' ')
        append_space (buffer);
      else
        buffer->length += (gsize) g_unichar_to_utf8 (folded[i], buffer->bytes + buffer->length);
    }
}

static inline gboolean
is_continuation (guchar byte)
{
  return (byte & 0xc0) == 0x80;
}

/* The character at @p and its width; U+FFFD and 1 where the bytes are none. */
static inline gunichar
read_char (const guchar *p, const guchar *end, guint *width)
{
  gunichar c;

  if (p[0] < 0x80)
    {
      *width = 1;
      return p[0];
    }
  if (p[0] >= 0xc2 && p[0] < 0xe0 && is_continuation (p[1]))
    {
      *width = 2;
      return (gunichar) (p[0] & 0x1f) << 6 | (p[1] & 0x3f);
    }
  if (p[0] >= 0xe0 && p[0] < 0xf0 && is_continuation (p[1]) && is_continuation (p[2]))
    {
      c = (gunichar) (p[0] & 0x0f) << 12 | (gunichar) (p[1] & 0x3f) << 6 | (p[2] & 0x3f);
      if (c >= 0x800 && !(c >= 0xd800 && c < 0xe000))
        {
          *width = 3;
          return c;
        }
    }
  c = g_utf8_get_char_validated ((const char *) p, end - p);
  if (c >= (gunichar) -2)
    {
      *width = 1;
      return 0xfffd;
    }
  *width = (guint) (g_utf8_next_char (p) - (const char *) p);
  return c;
}

char *
lt_text_dup_folded (const char *text)
{
  const guint32 *folds = get_folds ();
  const guchar *p, *end;
  Buffer buffer = { 0 };

  if (text == NULL)
    return g_strdup ("");

  p = (const guchar *) text;
  end = p + strlen (text);
  buffer.allocated = (gsize) (end - p) + 1;
  buffer.bytes = g_malloc (buffer.allocated);
  while (p < end)
    {
      guint width;
      gunichar c = read_char (p, end, &width);
      guint32 fold = c < FOLDS_END ? folds[c] : FOLD_SLOW << 24;

      p += width;
      switch (fold >> 24)
        {
        case FOLD_SLOW:
          append_slowly (&buffer, c, (gsize) (end - p) + 1);
          break;
        case FOLD_SPACE:
          append_space (&buffer);
          break;
        default:
          for (guint n = fold >> 24; n > 0; n--, fold >>= 8)
            buffer.bytes[buffer.length++] = (char) (fold & 0xff);
        }
    }
  if (buffer.length > 0 && buffer.bytes[buffer.length - 1] == ' ')
    buffer.length--;
  buffer.bytes[buffer.length] = '\0';
  return buffer.bytes;
}

/* The tone belongs to the syllable, and spelling schools differ only in the
 * vowel that carries it; so in a key every tone stands behind its word, in an
 * order that makes the key its own key. */
static void
end_key_word (GString *key, Word *word)
{
  /* A mark may stand free only because the tone stood before it. */
  if (word->loose)
    {
      g_autofree char *composed = _lt_text_dup_nfc (key->str + word->start);

      g_string_truncate (key, word->start);
      g_string_append (key, composed);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tone_marks); i++)
    {
      for (; word->tones[i] > 0; word->tones[i]--)
        g_string_append_unichar (key, tone_marks[i]);
    }
  word->loose = FALSE;
}

static void
count_tone (Word *word, gunichar tone)
{
  for (guint i = 0; i < G_N_ELEMENTS (tone_marks); i++)
    word->tones[i] += tone_marks[i] == tone ? 1 : 0;
}

static void
append_key_space (GString *key)
{
  if (key->len > 0 && key->str[key->len - 1] != ' ' && key->str[key->len - 1] != '-')
    g_string_append_c (key, ' ');
}

char *
lt_text_dup_match_key (const char *text)
{
  g_autofree char *nfc = _lt_text_dup_nfc (text);
  GString *key = g_string_sized_new (strlen (nfc) + 8);
  Word word = { 0 };

  for (const char *p = nfc; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = _lt_char_lower (_lt_char_unify (g_utf8_get_char (p)));
      gunichar tone;

      if (_lt_char_is_invisible (c))
        continue;
      if (_lt_char_is_tone (c))
        {
          count_tone (&word, c);
          continue;
        }
      /* Some foreign letters carry two. */
      while (c = _lt_char_strip_tone (c, &tone), tone != 0)
        count_tone (&word, tone);
      if (g_unichar_isalpha (c) || g_unichar_ismark (c))
        {
          g_string_append_unichar (key, c);
          word.loose |= g_unichar_ismark (c);
          continue;
        }

      end_key_word (key, &word);
      if (_lt_char_is_space (c))
        append_key_space (key);
      else if (c == '&' || c == 0xff06)
        {
          append_key_space (key);
          g_string_append (key, "va\xcc\x80 ");
        }
      else if (c == '-')
        {
          if (key->len > 0 && key->str[key->len - 1] == ' ')
            g_string_truncate (key, key->len - 1);
          g_string_append_c (key, '-');
        }
      else
        g_string_append_unichar (key, c);
      word.start = key->len;
    }
  end_key_word (key, &word);
  if (key->len > 0 && key->str[key->len - 1] == ' ')
    g_string_truncate (key, key->len - 1);
  return g_string_free (key, FALSE);
}
