/* SPDX-License-Identifier: MIT */
#include "plan/lt-deadline-private.h"

/* n times in a unit: how long from one to the next. */
static void
divide_period (LtElement *periodic, int times)
{
  static const struct {
    char unit;
    int times;
    int count;
    char smaller;
  } parts[] = {
    { 'y', 2, 6, 'm' }, { 'y', 3, 4, 'm' }, { 'y', 4, 1, 'q' }, { 'y', 6, 2, 'm' },
    { 'y', 12, 1, 'm' }, { 'q', 3, 1, 'm' }, { 'm', 2, 2, 'w' }, { 'm', 4, 1, 'w' },
    { 'w', 7, 1, 'd' },
  };

  if (periodic->count != 1)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i].unit == periodic->unit && parts[i].times == times)
        {
          periodic->count = parts[i].count;
          periodic->unit = parts[i].smaller;
          return;
        }
    }
}

static gboolean
is_per (LtDeadlineWord word)
{
  return word == LT_WORD_SLASH || word == LT_WORD_EACH || word == LT_WORD_WITHIN;
}

/* The units of "tháng, quý, 6 tháng và năm" behind the first one. */
static guint
read_more_units (const LtDeadlineToken *tokens)
{
  guint n = 0;

  while (tokens[n].word == LT_WORD_COMMA || tokens[n].word == LT_WORD_AND
         || tokens[n].word == LT_WORD_SLASH)
    {
      guint each = tokens[n + 1].word == LT_WORD_EACH ? 1 : 0;
      char unit;
      int count;
      guint taken = _lt_deadline_read_amount (tokens + n + 1 + each, &count, &unit);
      LtDeadlineWord behind;

      if (taken == 0)
        break;
      behind = tokens[n + 1 + each + taken].word;
      if (behind == LT_WORD_NUMBER || behind == LT_WORD_ROMAN || behind == LT_WORD_FIRST
          || behind == LT_WORD_LAST)
        break;
      n += 1 + each + taken;
    }
  return n;
}

guint
_lt_deadline_read_periodic (const LtDeadlineToken *tokens, LtElement *periodic)
{
  guint n = 0;
  guint taken;
  int times;
  gboolean said = FALSE;

  *periodic = (LtElement) { .kind = LT_ELEMENT_PERIODIC, .year_offset = -1 };
  if (tokens[0].word == LT_WORD_PERIODIC)
    {
      said = TRUE;
      n++;
    }
  if (tokens[n].word == LT_WORD_EACH)
    {
      taken = _lt_deadline_read_amount (tokens + n + 1, &periodic->count, &periodic->unit);
      if (taken > 0 && periodic->unit != 'h')
        {
          n += 1 + taken;
          taken = _lt_deadline_read_count (tokens + n, &times);
          if (taken > 0 && tokens[n + taken].word == LT_WORD_TIMES)
            {
              n += taken + 1;
              divide_period (periodic, times);
            }
          return n + read_more_units (tokens + n);
        }
      return said ? 1 : 0;
    }

  /* "2 lần/năm", "một lần mỗi quý", "1 lần trong 2 tuần" */
  taken = _lt_deadline_read_count (tokens + n, &times);
  if (taken > 0 && tokens[n + taken].word == LT_WORD_TIMES)
    {
      guint per = n + taken + 1;
      guint amount;

      if (is_per (tokens[per].word))
        per++;
      amount = _lt_deadline_read_amount (tokens + per, &periodic->count, &periodic->unit);
      if (amount > 0 && periodic->unit != 'h')
        {
          divide_period (periodic, times);
          return per + amount;
        }
    }

  taken = _lt_deadline_read_amount (tokens + n, &periodic->count, &periodic->unit);
  if (taken > 0 && periodic->unit != 'h')
    {
      guint behind = n + taken;
      guint per = tokens[behind].word == LT_WORD_SLASH ? 1 : 0;
      guint count = _lt_deadline_read_count (tokens + behind + per, &times);

      /* "02 tuần một lần", "6 tháng/lần", "năm 2 lần" */
      if (tokens[behind + per + count].word == LT_WORD_TIMES && (per > 0 || count > 0))
        {
          if (count > 0)
            divide_period (periodic, times);
          return behind + per + count + 1;
        }
      if (said && tokens[behind].word != LT_WORD_ROMAN
          && (tokens[behind].word != LT_WORD_NUMBER || tokens[behind].digits == 0))
        return behind + read_more_units (tokens + behind);
      /* "quý, 6 tháng, năm" */
      if (taken == 1)
        {
          guint more = read_more_units (tokens + behind);

          if (more > 0 && periodic->unit != 'd')
            return behind + more;
        }
    }
  periodic->count = 0;
  periodic->unit = '\0';
  return said ? 1 : 0;
}
