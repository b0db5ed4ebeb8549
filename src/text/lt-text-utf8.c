/* SPDX-License-Identifier: MIT */
#include "text/lt-text.h"

#include <string.h>

/* From here on the second way is the quicker one. */
#define LONG_BYTES 32

static inline gboolean
is_tail (guint8 byte)
{
  return (byte & 0xc0) == 0x80;
}

/* The length of the sequence that starts with a byte above 0x7f; 0 if it is
 * broken, overlong, a surrogate or above U+10FFFF (The Unicode Standard, table
 * 3-7). A NUL is no tail, so nothing behind the end is looked at. */
static inline gsize
measure_sequence (const guint8 *at)
{
  guint8 first = at[0];

  if (first >= 0xc2 && first < 0xe0)
    return is_tail (at[1]) ? 2 : 0;
  if (first >= 0xe0 && first < 0xf0)
    {
      if (!is_tail (at[1]) || !is_tail (at[2]))
        return 0;
      return (first == 0xe0 && at[1] < 0xa0) || (first == 0xed && at[1] >= 0xa0) ? 0 : 3;
    }
  if (first >= 0xf0 && first < 0xf5)
    {
      if (!is_tail (at[1]) || !is_tail (at[2]) || !is_tail (at[3]))
        return 0;
      return (first == 0xf0 && at[1] < 0x90) || (first == 0xf4 && at[1] >= 0x90) ? 0 : 4;
    }
  return 0;
}

/* The rules of the table byte by byte: what a byte may be is said by the three
 * before it. Without a branch: half of the letters of Vietnamese are sequences,
 * which makes a bad guess of nearly every branch. @from is where a sequence begins, 3 or more. */
static gboolean
is_utf8_behind (const guint8 *text, gsize from, gsize length)
{
  guint8 bad = 0;

  for (gsize i = from; i < length; i++)
    {
      guint8 byte = text[i];
      guint8 last = text[i - 1];
      guint8 tail = (byte & 0xc0) == 0x80;
      guint8 tail_due = (last >= 0xc0) | (text[i - 2] >= 0xe0) | (text[i - 3] >= 0xf0);

      bad |= tail ^ tail_due;
      bad |= (byte == 0) | (byte == 0xc0) | (byte == 0xc1) | (byte >= 0xf5);
      bad |= (last == 0xe0) & (byte < 0xa0);
      bad |= (last == 0xed) & (byte >= 0xa0);
      bad |= (last == 0xf0) & (byte < 0x90);
      bad |= (last == 0xf4) & (byte >= 0x90);
    }
  bad |= (text[length - 1] >= 0xc0) | (text[length - 2] >= 0xe0) | (text[length - 3] >= 0xf0);
  return bad == 0;
}

/* Sixteen bytes at once, as compilers for common processors take them. */
typedef guint8 Bytes __attribute__ ((vector_size (16)));

static Bytes
read_bytes (const guint8 *text)
{
  Bytes bytes;

  memcpy (&bytes, text, sizeof bytes);
  return bytes;
}

static gboolean
is_none (Bytes mask)
{
  guint64 halves[2];

  memcpy (halves, &mask, sizeof halves);
  return (halves[0] | halves[1]) == 0;
}

/* The same for texts without the first bytes that put conditions on the second, and without
 * sequences of four: nearly all there are. Those that have some are looked at again. */
static gboolean
is_common_utf8_behind (const guint8 *text, gsize from, gsize length)
{
  Bytes bad = { 0 };
  Bytes rare = { 0 };

  for (gsize i = from; i < length; i += sizeof (Bytes))
    {
      /* The last ones are looked at twice. */
      const guint8 *at = text + MIN (i, length - sizeof (Bytes));
      Bytes byte = read_bytes (at);
      Bytes tail = (Bytes) ((byte & 0xc0) == 0x80);
      Bytes tail_due = (Bytes) (read_bytes (at - 1) >= 0xc0) | (Bytes) (read_bytes (at - 2) >= 0xe0);

      bad |= tail ^ tail_due;
      bad |= (Bytes) (byte == 0) | (Bytes) ((byte & 0xfe) == 0xc0);
      rare |= (Bytes) (byte == 0xe0) | (Bytes) (byte == 0xed) | (Bytes) (byte >= 0xf0);
    }
  if (!is_none (rare))
    return is_utf8_behind (text, from, length);
  return is_none (bad) && text[length - 1] < 0xc0 && text[length - 2] < 0xe0;
}

gboolean
lt_text_is_utf8 (const char *text, gsize length)
{
  const guint8 *bytes = (const guint8 *) text;
  gsize at = 0;

  while (at < length)
    {
      gsize size;

      if (at >= 3 && length - at >= LONG_BYTES)
        return is_common_utf8_behind (bytes, at, length);
      if (bytes[at] == '\0')
        return FALSE;
      size = bytes[at] < 0x80 ? 1 : measure_sequence (bytes + at);
      if (size == 0)
        return FALSE;
      at += size;
    }
  return at == length;
}
