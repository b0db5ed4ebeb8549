/* SPDX-License-Identifier: MIT */
#include "exchange/lt-text-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/lt-vietnamese.h"

/* So much of a text shows what it is. */
#define SAMPLE_BYTES (128 * 1024)

/* Broken sequences among whole ones that a text in UTF-8 may have. */
#define WHOLE_PER_BROKEN 5

/* A syllable that cannot be weighs more than one that can. */
#define STRANGE_WEIGHT 2

#define REPLACEMENT 0xfffd

/* What Windows shows for the bytes from 0x80 to 0x9f; 0 where nothing. */
static const guint16 windows[32] = {
  0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0,
  0x17d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a,
  0x153, 0, 0x17e, 0x178,
};

/* Where Windows-1258 differs from Windows-1252. */
static const struct {
  guint8 byte;
  guint16 meaning;
} vietnamese[] = {
  { 0x8a, 0 },     { 0x8e, 0 },     { 0x9a, 0 },     { 0x9e, 0 },     { 0xc3, 0x102 }, { 0xcc, 0x300 },
  { 0xd0, 0x110 }, { 0xd2, 0x309 }, { 0xd5, 0x1a0 }, { 0xdd, 0x1af }, { 0xde, 0x303 }, { 0xe3, 0x103 },
  { 0xec, 0x301 }, { 0xf0, 0x111 }, { 0xf2, 0x323 }, { 0xf5, 0x1a1 }, { 0xfd, 0x1b0 }, { 0xfe, 0x20ab },
};

typedef struct {
  const char *name;
  gboolean is_1258;
  LtLegacy legacy;
} Candidate;

static const Candidate single_bytes[] = {
  { "Windows-1258", TRUE, LT_LEGACY_NONE },
  { "TCVN3 (ABC)", FALSE, LT_LEGACY_TCVN3 },
  { "VNI", FALSE, LT_LEGACY_VNI },
  { "Windows-1252", FALSE, LT_LEGACY_NONE },
};

static gunichar
read_byte (guint8 byte, gboolean is_1258)
{
  if (byte < 0x80)
    return byte != 0 ? byte : ' ';
  if (is_1258)
    for (guint i = 0; i < G_N_ELEMENTS (vietnamese); i++)
      if (vietnamese[i].byte == byte)
        return vietnamese[i].meaning;
  return byte < 0xa0 ? windows[byte - 0x80] : byte;
}

static char *
dup_single_bytes (const guint8 *data, gsize size, gboolean is_1258, guint *n_bad)
{
  GString *text = g_string_sized_new (size + size / 4);

  for (gsize i = 0; i < size; i++)
    {
      gunichar c = read_byte (data[i], is_1258);

      if (c != 0 && c < 0x80)
        {
          g_string_append_c (text, (char) c);
          continue;
        }
      *n_bad += c == 0;
      g_string_append_unichar (text, c != 0 ? c : REPLACEMENT);
    }
  return g_string_free (text, FALSE);
}

static int
weigh (const char *text, LtLegacy legacy, gboolean *certain)
{
  g_autofree char *meant = legacy != LT_LEGACY_NONE ? lt_legacy_dup_text (legacy, text) : NULL;
  g_autofree char *composed = NULL;
  guint n_possible, n_strange;

  composed = g_utf8_normalize (meant != NULL ? meant : text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  if (composed == NULL)
    return G_MININT;
  lt_vietnamese_count (composed, strlen (composed), &n_possible, &n_strange);
  *certain = n_possible > 0 ? n_strange * 10 <= n_possible : n_strange == 0;
  return (int) MIN (n_possible, 1 << 24) - STRANGE_WEIGHT * (int) MIN (n_strange, 1 << 24);
}

/* The candidate whose reading is the best; the first of equals. */
static const Candidate *
pick (char *(*dup) (gconstpointer data, const Candidate *candidate), gconstpointer data,
      const Candidate *candidates, guint n, gboolean *doubtful)
{
  const Candidate *best = candidates;
  int best_weight = G_MININT;
  int second_weight = G_MININT;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = dup (data, &candidates[i]);
      gboolean certain = FALSE;
      int weight = weigh (text, candidates[i].legacy, &certain);

      if (weight > best_weight)
        {
          second_weight = best_weight;
          best_weight = weight;
          best = &candidates[i];
          *doubtful = !certain;
        }
      else
        second_weight = MAX (second_weight, weight);
    }
  *doubtful |= best_weight != 0 && second_weight > best_weight * 0.9;
  return best;
}

typedef struct {
  const guint8 *data;
  gsize size;
} Sample;

static char *
dup_sample_cb (gconstpointer data, const Candidate *candidate)
{
  const Sample *sample = data;
  guint n_bad = 0;

  return dup_single_bytes (sample->data, MIN (sample->size, SAMPLE_BYTES), candidate->is_1258, &n_bad);
}

static void
take_text (LtDecoded *decoded, char *text)
{
  decoded->utf8 = g_bytes_new_take (text, strlen (text));
}

static void
decode_single_bytes (const guint8 *data, gsize size, const char *declared, LtDecoded *decoded)
{
  Sample sample = { data, size };
  const Candidate *best;

  while (sample.size > SAMPLE_BYTES && *sample.data < 0x80)
    {
      sample.data++;
      sample.size--;
    }
  best = pick (dup_sample_cb, &sample, single_bytes, G_N_ELEMENTS (single_bytes),
               &decoded->doubtful);
  if (declared != NULL && g_ascii_strcasecmp (declared, "windows-1258") == 0
      && best->legacy == LT_LEGACY_NONE)
    {
      best = &single_bytes[0];
      decoded->doubtful = FALSE;
    }
  decoded->name = best->name;
  decoded->legacy = best->legacy;
  take_text (decoded, dup_single_bytes (data, size, best->is_1258, &decoded->n_bad));
}

static gunichar
read_unit (const guint8 *data, gsize i, gboolean big_endian)
{
  return big_endian ? (gunichar) (data[i] << 8 | data[i + 1]) : (gunichar) (data[i + 1] << 8 | data[i]);
}

static void
decode_wide (const guint8 *data, gsize size, gboolean big_endian, LtDecoded *decoded)
{
  GString *text = g_string_sized_new (size);

  decoded->name = "UTF-16";
  decoded->n_bad = size % 2;
  for (gsize i = 0; i + 1 < size; i += 2)
    {
      gunichar c = read_unit (data, i, big_endian);
      gunichar low = i + 3 < size ? read_unit (data, i + 2, big_endian) : 0;

      if (c >= 0xd800 && c < 0xdc00 && low >= 0xdc00 && low < 0xe000)
        {
          c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
          i += 2;
        }
      else if (c >= 0xd800 && c < 0xe000)
        {
          c = REPLACEMENT;
          decoded->n_bad++;
        }
      g_string_append_unichar (text, c != 0 ? c : ' ');
    }
  take_text (decoded, g_string_free (text, FALSE));
}

/* Half of the Latin letters in UTF-16 is zero; Vietnamese ones begin with 1 and 0x1e, marks with 3. */
static gboolean
looks_wide (const guint8 *data, gsize size, gboolean *big_endian)
{
  gsize n = MIN (size, SAMPLE_BYTES) / 2 * 2;
  gsize n_high[2] = { 0, 0 };

  for (gsize i = 0; i < n; i++)
    n_high[i % 2] += data[i] == 0 || data[i] == 1 || data[i] == 3 || data[i] == 0x1e;
  *big_endian = n_high[0] > n_high[1];
  return n >= 2 && MAX (n_high[0], n_high[1]) * 10 > n / 2 * 6
         && MIN (n_high[0], n_high[1]) * 10 < n / 2;
}

static gboolean
is_mostly_utf8 (const char *data, gsize size, guint *n_broken)
{
  const char *p = data;
  const char *end = data + size;
  guint n_whole = 0;

  *n_broken = 0;
  while (p < end)
    {
      gunichar c;

      if ((guint8) *p < 0x80 && *p != '\0')
        {
          p++;
          continue;
        }
      c = g_utf8_get_char_validated (p, end - p);
      if (*p == '\0' || c == (gunichar) -1 || c == (gunichar) -2)
        {
          ++*n_broken;
          p++;
          continue;
        }
      n_whole++;
      p = g_utf8_next_char (p);
    }
  return n_whole >= *n_broken * (guint64) WHOLE_PER_BROKEN;
}

static char *
dup_unicode_cb (gconstpointer data, const Candidate *candidate)
{
  return g_strdup (data);
}

/* The clipboard hands over what a font of that kind showed as the letters of a Western one. */
static void
find_legacy (LtDecoded *decoded)
{
  static const Candidate candidates[] = {
    { NULL, FALSE, LT_LEGACY_NONE },
    { "TCVN3 (ABC)", FALSE, LT_LEGACY_TCVN3 },
    { "VNI", FALSE, LT_LEGACY_VNI },
  };
  gsize size;
  const char *text = g_bytes_get_data (decoded->utf8, &size);
  const char *start = text;
  const char *end;
  g_autofree char *sample = NULL;
  gboolean doubtful = FALSE;
  const Candidate *best;

  while (size > SAMPLE_BYTES && (guint8) *start < 0x80)
    {
      start++;
      size--;
    }
  end = start + MIN (size, SAMPLE_BYTES);
  while (end > start && (guint64) (end - start) < size && ((guint8) *end & 0xc0) == 0x80)
    end--;
  sample = g_strndup (start, (gsize) (end - start));
  best = pick (dup_unicode_cb, sample, candidates, G_N_ELEMENTS (candidates), &doubtful);
  if (best->legacy == LT_LEGACY_NONE)
    return;
  decoded->legacy = best->legacy;
  decoded->name = best->name;
  decoded->doubtful = doubtful;
}

void
lt_text_decode (GBytes *bytes, const char *declared, LtDecoded *decoded)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize mark = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  gboolean big_endian;
  guint n_broken;

  memset (decoded, 0, sizeof *decoded);
  decoded->name = "UTF-8";
  if (size == mark)
    {
      decoded->utf8 = g_bytes_new_static ("", 0);
      return;
    }
  if (size >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    decode_wide (data + 2, size - 2, data[0] == 0xfe, decoded);
  else if (g_utf8_validate_len ((const char *) data + mark, size - mark, NULL))
    decoded->utf8 = g_bytes_new_from_bytes (bytes, mark, size - mark);
  else if (mark == 0 && looks_wide (data, size, &big_endian))
    decode_wide (data, size, big_endian, decoded);
  else if (is_mostly_utf8 ((const char *) data + mark, size - mark, &n_broken) || mark > 0)
    {
      take_text (decoded, g_utf8_make_valid ((const char *) data + mark, (gssize) (size - mark)));
      decoded->n_bad = n_broken;
    }
  else
    {
      decode_single_bytes (data, size, declared, decoded);
      return;
    }
  find_legacy (decoded);
}

void
lt_decoded_clear (LtDecoded *decoded)
{
  g_clear_pointer (&decoded->utf8, g_bytes_unref);
}

/* Capitals of TCVN3 have a font of their own, which shows small letters as capitals. */
static gboolean
is_in_capitals (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    {
      if (g_ascii_islower (*text))
        return FALSE;
      n += g_ascii_isupper (*text);
    }
  return n >= 2;
}

char *
lt_decoded_dup_text (const LtDecoded *decoded, const char *text)
{
  if (decoded->legacy == LT_LEGACY_TCVN3 && is_in_capitals (text))
    return lt_legacy_dup_text (LT_LEGACY_TCVN3_CAPITALS, text);
  return lt_legacy_dup_text (decoded->legacy, text);
}

char *
lt_decoded_dup_doubt (const LtDecoded *decoded)
{
  if (decoded->n_bad > 0)
    return g_strdup_printf (ngettext ("The text was read as %s, but %u byte has no meaning in it.",
                                      "The text was read as %s, but %u bytes have no meaning in it.",
                                      decoded->n_bad), decoded->name, decoded->n_bad);
  if (decoded->doubtful)
    return g_strdup_printf (_("The text was taken for %s, which is not certain. "
                              "Look whether its letters are right."), decoded->name);
  if (decoded->legacy != LT_LEGACY_NONE)
    return g_strdup_printf (_("The text was converted from the old encoding %s."), decoded->name);
  return NULL;
}
