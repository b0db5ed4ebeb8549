/* SPDX-License-Identifier: MIT */
#include "exchange/lt-import-number.h"

#include <string.h>

#include "text/lt-text.h"

#define DIGITS_MAX 4 /* beyond that it is a year or a sum */
#define COUNT_DIGITS_MAX 6
#define DEPTH_MAX 6
#define CODE_CHARS_MAX 40
#define LETTERS_IN_VALUE_MAX 30

typedef enum {
  PART_NONE,
  PART_DIGITS,
  PART_CAPITAL,
  PART_ROMAN,
  PART_SMALL,
} PartKind;

typedef struct {
  PartKind kind;
  guint value;
} Part;

static guint
read_roman (const char *text, gsize length)
{
  static const struct {
    char letter;
    guint value;
  } letters[] = { { 'I', 1 }, { 'V', 5 }, { 'X', 10 }, { 'L', 50 } };
  guint total = 0;
  guint last = 0;

  for (gsize i = length; i-- > 0;)
    {
      guint value = 0;

      for (guint k = 0; k < G_N_ELEMENTS (letters); k++)
        if (letters[k].letter == text[i])
          value = letters[k].value;
      if (value == 0)
        return 0;
      total = value < last ? total - value : total + value;
      last = MAX (last, value);
    }
  return total;
}

/* A lone C, D or L counts letters; I, V and X are numbers. */
static Part
read_capitals (const char *text, gsize length)
{
  Part part = { PART_NONE, 0 };

  if (length <= 6 && (length > 1 || strchr ("IVX", *text) != NULL))
    part.value = read_roman (text, length);
  if (part.value > 0)
    part.kind = PART_ROMAN;
  else if (length == 1 || (length == 2 && strncmp (text, "Đ", 2) == 0))
    {
      part.kind = PART_CAPITAL;
      part.value = length == 2 ? 5 : (guint) (*text - 'A') + 1;
    }
  return part;
}

static gsize
count_capitals (const char *text)
{
  gsize n = 0;

  while (g_ascii_isupper (text[n]) || strncmp (text + n, "Đ", 2) == 0)
    n += g_ascii_isupper (text[n]) ? 1 : 2;
  return n;
}

/* One part of a number; *@end is where it ends. */
static Part
read_part (const char *text, const char **end)
{
  Part part = { PART_NONE, 0 };
  gsize n = 0;

  *end = text;
  if (g_ascii_isdigit (*text))
    {
      for (; g_ascii_isdigit (text[n]); n++)
        part.value = MIN (part.value, 1000000) * 10 + (guint) (text[n] - '0');
      if (n < DIGITS_MAX)
        part.kind = PART_DIGITS;
    }
  else if ((n = count_capitals (text)) > 0)
    part = read_capitals (text, n);
  else if (g_ascii_islower (*text) || g_str_has_prefix (text, "đ"))
    {
      n = g_ascii_islower (*text) ? 1 : 2;
      part.kind = PART_SMALL;
      part.value = n == 2 ? 5 : (guint) (*text - 'a') + 1;
      /* "ii)", "iv)" */
      for (; n == 1 && strspn (text, "ivx") > n; n = strspn (text, "ivx"))
        part.value = LETTERS_IN_VALUE_MAX;
    }
  *end = text + n;
  return part;
}

static LtNumbering
get_numbering (PartKind kind)
{
  switch (kind)
    {
    case PART_DIGITS:
      return LT_NUMBERING_ARABIC;
    case PART_CAPITAL:
      return LT_NUMBERING_CAPITAL;
    case PART_ROMAN:
      return LT_NUMBERING_ROMAN;
    case PART_SMALL:
      return LT_NUMBERING_SMALL;
    case PART_NONE:
    default:
      return LT_NUMBERING_NONE;
    }
}

/* "1", "1.1", "I.2", "1a": up to what is no part any more. */
static gboolean
read_parts (const char *text, LtImportNumber *number, const char **end)
{
  Part part = read_part (text, end);

  *number = (LtImportNumber){ get_numbering (part.kind), 1, part.value };
  if (number->kind == LT_NUMBERING_NONE)
    return FALSE;
  while (number->depth < DEPTH_MAX && number->kind != LT_NUMBERING_SMALL)
    {
      const char *next = *end;
      gboolean parted = strchr (".-/", *next) != NULL && *next != '\0';
      const char *behind;

      if (parted)
        next++;
      part = read_part (next, &behind);
      /* Without a sign between them only "1a" is one number. */
      if (part.kind == PART_NONE
          || (!parted && !(part.kind == PART_SMALL && number->kind == LT_NUMBERING_ARABIC))
          || (part.kind == PART_SMALL && g_ascii_isalpha (*behind)))
        break;
      number->depth++;
      number->value = part.value;
      *end = behind;
    }
  return TRUE;
}

/* Letters and digits of one word with a digit in it: the dots at its end count. */
static gboolean
read_code (const char *text, LtImportNumber *number)
{
  gboolean letters = FALSE;
  gboolean digits = FALSE;
  gboolean only_digits = TRUE;
  guint dots = 0;
  const char *p;

  for (p = text; *p != '\0' && p - text < CODE_CHARS_MAX; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        digits = TRUE;
      else if (g_unichar_isupper (c))
        letters = TRUE;
      else if (strchr ("._-/", *p) == NULL)
        return FALSE;
      if (*p == '.' && g_ascii_isdigit (p[1]))
        dots++;
      only_digits &= g_unichar_isdigit (c) || *p == '/' || *p == '-' || *p == '.';
    }
  *number = (LtImportNumber){ LT_NUMBERING_CODE, dots + 1, 0 };
  return *p == '\0' && letters && digits && !only_digits;
}

static const char *
skip_lead_in (const char *text)
{
  static const char *const words[] = { "mo hinh ", "nhiem vu ", "nhom ", "phan ", "muc ", "so " };
  g_autofree char *folded = lt_text_dup_folded (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (folded, words[i]))
      {
        const char *p = text;

        for (const char *space = words[i]; (space = strchr (space, ' ')) != NULL; space++)
          {
            const char *gap = strchr (p, ' ');

            if (gap == NULL)
              return text;
            p = gap + 1;
          }
        return p;
      }
  return text;
}

static gboolean
is_part (const char *text)
{
  g_autofree char *folded = lt_text_dup_folded (text);

  return g_str_has_prefix (folded, "phan ");
}

/* "- ", "+ ", "• ": how many bytes the sign has. */
static gsize
measure_bullet (const char *text, LtImportNumber *number)
{
  gunichar c = g_utf8_get_char (text);
  gboolean plus = c == '+';

  if (!plus && c != '-' && c != '*' && c != 0x2013 && c != 0x2014 && c != 0x2022 && c != 0x00b7
      && c != 0x25cf && c != 0x25cb && c != 0x25aa && c != 0x2212 && !(c >= 0xe000 && c < 0xf900))
    return 0;
  *number = (LtImportNumber){ plus ? LT_NUMBERING_PLUS : LT_NUMBERING_DASH, 1, 0 };
  return (gsize) (g_utf8_next_char (text) - text);
}

gboolean
lt_import_number_read (const char *text, LtImportNumber *number)
{
  g_autofree char *line = lt_text_dup_clean (text, FALSE, NULL);
  const char *p = line != NULL ? skip_lead_in (line) : "";
  gboolean bracket = *p == '(';
  const char *end;
  gsize bullet;

  if (*p == '\0')
    return FALSE;
  bullet = measure_bullet (p, number);
  if (bullet > 0 && p[bullet] == '\0')
    return TRUE;
  if (read_parts (bracket ? p + 1 : p, number, &end))
    {
      while (*end != '\0' && strchr (".):/-", *end) != NULL)
        end++;
      if (*end == '\0')
        {
          if (bracket && number->kind == LT_NUMBERING_ARABIC)
            number->kind = LT_NUMBERING_BRACKET;
          if (p > line && number->depth == 1 && is_part (line))
            number->kind = LT_NUMBERING_PART;
          return TRUE;
        }
    }
  return read_code (p, number);
}

gboolean
lt_import_number_read_count (const char *text, LtImportNumber *number)
{
  gsize length = strspn (text, "0123456789");

  if (length == 0 || length > COUNT_DIGITS_MAX || text[length] != '\0')
    return lt_import_number_read (text, number);
  *number = (LtImportNumber){ LT_NUMBERING_ARABIC, 1, (guint) g_ascii_strtoull (text, NULL, 10) };
  return TRUE;
}

gsize
lt_import_number_measure (const char *text, LtImportNumber *number)
{
  LtImportNumber own;
  gboolean bracket = *text == '(';
  const char *end;
  const char *sign;
  gsize length = measure_bullet (text, &own);

  if (number == NULL)
    number = &own;
  if (length > 0)
    {
      *number = own;
      end = text + length;
      if (*end != ' ' && !g_unichar_isalpha (g_utf8_get_char (end)))
        return 0;
      return length + strspn (end, " ");
    }
  if (!read_parts (bracket ? text + 1 : text, number, &end))
    return 0;
  sign = end;
  if (bracket && *sign != ')')
    return 0;
  while (*end != '\0' && strchr (".)/:", *end) != NULL)
    end++;
  if (*end != ' ' && !(end > sign && g_unichar_isalpha (g_utf8_get_char (end))))
    return 0;
  /* Bare numbers are words of the sentence: "02 nhóm dịch vụ", "1.5 triệu". */
  if (end == sign)
    {
      const char *next = end + strspn (end, " ");

      if (number->kind != LT_NUMBERING_ARABIC || number->depth < 2
          || !g_unichar_isupper (g_utf8_get_char (next)))
        return 0;
    }
  else if (*sign != ')' && number->kind == LT_NUMBERING_SMALL && *end != ' ')
    return 0;
  if (bracket && number->kind == LT_NUMBERING_ARABIC)
    number->kind = LT_NUMBERING_BRACKET;
  return (gsize) (end - text) + strspn (end, " ");
}

/* "thứ nhất", "thứ hai": how many bytes, 0 for none. */
static gsize
measure_ordinal (const char *text, guint *value)
{
  static const char *const ordinals[] = { "thứ nhất", "thứ hai", "thứ ba", "thứ tư", "thứ năm" };

  for (guint i = 0; i < G_N_ELEMENTS (ordinals); i++)
    {
      g_autofree char *head = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), g_utf8_strlen (ordinals[i], -1)));
      g_autofree char *lower = g_utf8_strdown (head, -1);

      if (strcmp (lower, ordinals[i]) != 0)
        continue;
      *value = i + 1;
      return strlen (head);
    }
  return 0;
}

gsize
lt_import_number_measure_part (const char *text, LtImportNumber *number)
{
  const char *p = strchr (text, ' ');
  const char *end;
  gsize length;
  guint value = 0;

  if (p == NULL || !is_part (text))
    return 0;
  p += strspn (p, " ");
  length = measure_ordinal (p, &value);
  if (length > 0)
    *number = (LtImportNumber){ LT_NUMBERING_PART, 1, value };
  else if (read_parts (p, number, &end) && number->depth == 1 && number->kind != LT_NUMBERING_SMALL)
    {
      length = (gsize) (end - p);
      number->kind = LT_NUMBERING_PART;
    }
  if (length == 0 || g_unichar_isalnum (g_utf8_get_char (p + length)))
    return 0;
  p += length;
  p += strspn (p, ".:) -/");
  return *p != '\0' ? (gsize) (p - text) : 0;
}

guint
lt_import_number_get_rank (const LtImportNumber *number)
{
  static const guint ranks[] = {
    [LT_NUMBERING_PART] = 0,
    [LT_NUMBERING_NONE] = 20,   [LT_NUMBERING_CAPITAL] = 1, [LT_NUMBERING_ROMAN] = 10,
    [LT_NUMBERING_ARABIC] = 20, [LT_NUMBERING_CODE] = 20,   [LT_NUMBERING_BRACKET] = 100,
    [LT_NUMBERING_SMALL] = 110, [LT_NUMBERING_DASH] = 120,  [LT_NUMBERING_PLUS] = 130,
  };

  return ranks[number->kind] + 10 * (MAX (number->depth, 1) - 1);
}
