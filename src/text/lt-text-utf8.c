/* SPDX-License-Identifier: MIT */
#include "text/lt-text.h"

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

gboolean
lt_text_is_utf8 (const char *text, gsize length)
{
  const guint8 *at = (const guint8 *) text;
  const guint8 *end = at + length;

  while (at < end)
    {
      gsize size;

      if (*at < 0x80)
        {
          if (*at++ == '\0')
            return FALSE;
          continue;
        }
      size = measure_sequence (at);
      if (size == 0)
        return FALSE;
      at += size;
    }
  return at == end;
}
