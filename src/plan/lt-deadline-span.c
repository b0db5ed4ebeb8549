/* SPDX-License-Identifier: MIT */
#include "plan/lt-deadline-private.h"

/* Time expressions. Every reader takes the tokens from where its expression
 * would begin, fills an element and tells how many tokens it took, 0 for none. */

char
_lt_deadline_get_unit (LtDeadlineWord word)
{
  if (word == LT_WORD_DAY)
    return 'd';
  if (word == LT_WORD_WEEK)
    return 'w';
  if (word == LT_WORD_MONTH)
    return 'm';
  if (word == LT_WORD_QUARTER)
    return 'q';
  return word == LT_WORD_YEAR ? 'y' : '\0';
}

gboolean
_lt_deadline_is_year (const LtDeadlineToken *token)
{
  return token->word == LT_WORD_NUMBER && token->digits == 4 && token->value >= 1900
         && token->value < 2200;
}

static gboolean
is_short_number (const LtDeadlineToken *token)
{
  return token->word == LT_WORD_NUMBER && (token->digits == 1 || token->digits == 2);
}

static gboolean
is_date_sign (const LtDeadlineToken *token)
{
  return token->word == LT_WORD_SLASH || token->word == LT_WORD_DASH || token->word == LT_WORD_DOT;
}

static gboolean
is_link (const LtDeadlineToken *token)
{
  return token->word == LT_WORD_COMMA || token->word == LT_WORD_AND || token->word == LT_WORD_OR
         || token->word == LT_WORD_DASH || token->word == LT_WORD_UNTIL;
}

guint
_lt_deadline_read_count (const LtDeadlineToken *tokens, int *count)
{
  if (tokens[0].word != LT_WORD_NUMBER || tokens[0].digits > 3)
    return 0;
  *count = tokens[0].value;
  if (tokens[0].digits > 0 && tokens[1].word == LT_WORD_OPEN
      && tokens[2].word == LT_WORD_NUMBER && tokens[2].digits == 0
      && tokens[3].word == LT_WORD_CLOSE)
    return 4;
  return 1;
}

guint
_lt_deadline_read_amount (const LtDeadlineToken *tokens, int *count, char *unit)
{
  guint n;

  *count = 1;
  if (tokens[0].word == LT_WORD_HALF)
    {
      *unit = 'h';
      return 1;
    }
  n = _lt_deadline_read_count (tokens, count);
  *unit = _lt_deadline_get_unit (tokens[n].word);
  /* "năm tháng", "năm ngày": five. */
  if (n == 0 && *unit == 'y')
    {
      char next = _lt_deadline_get_unit (tokens[1].word);

      if ((next == 'm' || next == 'd' || next == 'w') && tokens[2].word != LT_WORD_NUMBER)
        {
          *count = 5;
          *unit = next;
          return 2;
        }
    }
  return *unit != '\0' && *count > 0 ? n + 1 : 0;
}

/* The year behind a day, month or quarter: "/2024", "-2024", " năm 2024",
 * ", năm 2024", "/24", " năm sau". */
static guint
read_year_behind (const LtDeadlineToken *tokens, LtElement *span)
{
  guint i = 0;

  if (is_date_sign (&tokens[0]) && _lt_deadline_is_year (&tokens[1]))
    {
      span->year = tokens[1].value;
      return 2;
    }
  if (tokens[0].word == LT_WORD_SLASH && tokens[1].word == LT_WORD_NUMBER
      && tokens[1].digits == 2 && tokens[1].value >= 20 && tokens[2].word != LT_WORD_SLASH)
    {
      span->year = 2000 + tokens[1].value;
      return 2;
    }
  if (_lt_deadline_is_year (&tokens[0]))
    {
      span->year = tokens[0].value;
      return 1;
    }

  if (tokens[i].word == LT_WORD_SLASH || tokens[i].word == LT_WORD_COMMA
      || tokens[i].word == LT_WORD_OPEN || tokens[i].word == LT_WORD_OF
      || tokens[i].word == LT_WORD_WITHIN || tokens[i].word == LT_WORD_DASH)
    i++;
  if (tokens[i].word == LT_WORD_THIS_YEAR)
    {
      span->year_offset = tokens[i].value;
      i++;
    }
  else if (tokens[i].word == LT_WORD_YEAR && _lt_deadline_is_year (&tokens[i + 1]))
    {
      span->year = tokens[i + 1].value;
      i += 2;
    }
  else if (i == 1 && tokens[0].word == LT_WORD_COMMA && _lt_deadline_is_year (&tokens[1])
           && (tokens[2].word == LT_WORD_NONE || tokens[2].word == LT_WORD_CLOSE
               || tokens[2].word == LT_WORD_SEMICOLON || tokens[2].word == LT_WORD_STOP))
    {
      span->year = tokens[1].value;
      i += 1;
    }
  else
    return 0;
  if (tokens[0].word == LT_WORD_OPEN && tokens[i].word == LT_WORD_CLOSE)
    i++;
  return i;
}

static void
check_day (LtElement *span)
{
  if (span->month < 1 || span->month > 12 || span->day < 1
      || span->day > lt_year_month_days (span->year > 0 ? span->year : 2000, span->month))
    span->kind = LT_ELEMENT_INVALID;
}

/* "31/12/2024", "31-12-24", "5.9.2024", "2024-12-31". @said: "ngày" stands before it. */
static guint
read_full_date (const LtDeadlineToken *tokens, gboolean said, LtElement *span)
{
  const LtDeadlineToken *year = &tokens[4];

  if (tokens[0].word != LT_WORD_NUMBER || !is_date_sign (&tokens[1])
      || tokens[2].word != LT_WORD_NUMBER || !is_date_sign (&tokens[3])
      || tokens[4].word != LT_WORD_NUMBER)
    return 0;
  if (_lt_deadline_is_year (&tokens[0]) && tokens[1].word == tokens[3].word
      && is_short_number (&tokens[2]) && is_short_number (&tokens[4]))
    {
      span->unit = 'd';
      span->year = tokens[0].value;
      span->month = tokens[2].value;
      span->day = tokens[4].value;
      check_day (span);
      return 5;
    }
  if (!is_short_number (&tokens[0]) || !is_short_number (&tokens[2]))
    return 0;
  if (tokens[1].word != tokens[3].word
      && !(tokens[1].word == LT_WORD_SLASH && _lt_deadline_is_year (year)))
    return 0;
  if (year->digits != 4 && !(year->digits == 2 && (said || tokens[1].word != LT_WORD_DOT)))
    return 0;
  /* "01/10-31/12/2024" is two days. */
  if (tokens[1].word == LT_WORD_SLASH && tokens[3].word == LT_WORD_DASH && year->digits == 2)
    return 0;
  span->unit = 'd';
  span->day = tokens[0].value;
  span->month = tokens[2].value;
  span->year = year->digits == 2 ? 2000 + year->value : year->value;
  check_day (span);
  return 5;
}

/* "10/2024"; "10/24" where it can be no day. */
static guint
read_month_of_year (const LtDeadlineToken *tokens, gboolean said, LtElement *span)
{
  if (!is_short_number (&tokens[0]) || !is_date_sign (&tokens[1])
      || tokens[1].word == LT_WORD_DOT || tokens[2].word != LT_WORD_NUMBER)
    return 0;
  if (_lt_deadline_is_year (&tokens[2]))
    span->year = tokens[2].value;
  else if (!said && tokens[1].word == LT_WORD_SLASH && tokens[2].digits == 2
           && tokens[2].value >= 23 && tokens[2].value < 60 && tokens[0].value <= 12
           && tokens[0].value > 0)
    span->year = 2000 + tokens[2].value;
  else
    return 0;
  span->unit = 'm';
  span->month = tokens[0].value;
  if (span->month < 1 || span->month > 12)
    span->kind = LT_ELEMENT_INVALID;
  return 3;
}

/* "30/11", or "30-11" and "30.11" where "ngày" says that it is a day. */
static guint
read_day_of_month (const LtDeadlineToken *tokens,
                   gboolean said,
                   gboolean expected,
                   LtElement *span)
{
  guint n = 3;

  if (!is_short_number (&tokens[0]) || !is_short_number (&tokens[2])
      || !(tokens[1].word == LT_WORD_SLASH || (said && is_date_sign (&tokens[1]))))
    return 0;
  span->unit = 'd';
  span->day = tokens[0].value;
  span->month = tokens[2].value;
  check_day (span);
  /* "45/45 xã" is no slip of a date. */
  if (span->kind == LT_ELEMENT_INVALID && !expected)
    return 0;
  n += read_year_behind (tokens + n, span);
  return n;
}

static guint
read_month_number (const LtDeadlineToken *tokens, LtElement *span)
{
  if ((tokens[0].word == LT_WORD_NUMBER && tokens[0].digits <= 2)
      || tokens[0].word == LT_WORD_ROMAN)
    span->month = tokens[0].value;
  else if (tokens[0].word == LT_WORD_YEAR
           && (tokens[1].word == LT_WORD_YEAR || tokens[1].word == LT_WORD_SLASH
               || _lt_deadline_is_year (&tokens[1])))
    span->month = 5;
  else
    return 0;
  if (span->month < 1 || span->month > 12)
    span->kind = LT_ELEMENT_INVALID;
  return 1;
}

/* "tháng 10/2024", "tháng Mười", "tháng sau", bare "tháng". */
static guint
read_month (const LtDeadlineToken *tokens, LtElement *span)
{
  guint n = 1;

  span->unit = 'm';
  if (tokens[0].word == LT_WORD_THIS_MONTH)
    {
      span->offset = tokens[0].value;
      return 1;
    }
  if (tokens[0].word != LT_WORD_MONTH)
    return 0;
  n = 1 + read_month_number (tokens + 1, span);
  if (n > 1)
    n += read_year_behind (tokens + n, span);
  return n;
}

static guint
read_quarter (const LtDeadlineToken *tokens, LtElement *span)
{
  guint n = 1;

  span->unit = 'q';
  if (tokens[0].word == LT_WORD_THIS_QUARTER)
    {
      span->offset = tokens[0].value;
      return 1;
    }
  if (tokens[0].word != LT_WORD_QUARTER)
    return 0;
  if (tokens[n].word == LT_WORD_ORDINAL)
    n++;
  if ((tokens[n].word == LT_WORD_NUMBER && tokens[n].digits <= 2)
      || tokens[n].word == LT_WORD_ROMAN)
    {
      span->quarter = tokens[n].value;
      if (span->quarter < 1 || span->quarter > 4)
        span->kind = LT_ELEMENT_INVALID;
      n++;
      n += read_year_behind (tokens + n, span);
    }
  else if (tokens[0].value != 0)
    return 0;
  return n;
}

static guint
read_year (const LtDeadlineToken *tokens, LtElement *span)
{
  guint n = 0;
  int count;

  span->unit = 'y';
  if (tokens[0].word == LT_WORD_THIS_YEAR)
    {
      span->year_offset = tokens[0].value;
      return 1;
    }
  /* "trong 02 năm 2024 - 2025": the years count, not their number. */
  n = _lt_deadline_read_count (tokens, &count);
  if (tokens[n].word == LT_WORD_PLURAL)
    n++;
  if (tokens[n].word != LT_WORD_YEAR)
    return 0;
  n++;
  if (tokens[n].word == LT_WORD_NUMBER && tokens[n].digits == 4)
    {
      span->year = tokens[n].value;
      return n + 1;
    }
  return n == 1 ? 1 : 0;
}

/* "năm học 2024 - 2025", "học kỳ II năm học 2024 - 2025". */
static guint
read_school_year (const LtDeadlineToken *tokens, LtElement *span)
{
  guint n = 0;

  span->unit = 's';
  if (tokens[n].word == LT_WORD_SEMESTER)
    {
      n++;
      if (tokens[n].word != LT_WORD_NUMBER && tokens[n].word != LT_WORD_ROMAN)
        return 0;
      span->part = LT_PART_NTH;
      span->part_unit = 'h';
      span->part_count = tokens[n++].value;
      if (tokens[n].word == LT_WORD_COMMA || tokens[n].word == LT_WORD_OF)
        n++;
    }
  if (tokens[n].word != LT_WORD_SCHOOL_YEAR)
    return 0;
  n++;
  if (!_lt_deadline_is_year (&tokens[n]))
    return 0;
  span->year = tokens[n++].value;
  if (is_date_sign (&tokens[n]) && _lt_deadline_is_year (&tokens[n + 1]))
    {
      if (tokens[n + 1].value != span->year + 1)
        span->kind = LT_ELEMENT_INVALID;
      n += 2;
    }
  return n;
}

/* A year in figures alone, where it cannot be a number of things. */
static guint
read_bare_year (const LtDeadlineToken *tokens,
                const LtDeadlineToken *before,
                LtSpanRole role,
                LtElement *span)
{
  if (!_lt_deadline_is_year (&tokens[0]) || tokens[1].word == LT_WORD_PERCENT
      || (tokens[1].word == LT_WORD_SLASH && !_lt_deadline_is_year (&tokens[2])))
    return 0;
  if (before != NULL && tokens[1].word != LT_WORD_DASH
      && (before->word == LT_WORD_OTHER || before->word == LT_WORD_DOCUMENT
          || before->word == LT_WORD_NUMBERED))
    return 0;
  if (role == LT_SPAN_ROLE_NONE && tokens[1].word == LT_WORD_OTHER
      && (before == NULL || before->word != LT_WORD_YEAR))
    return 0;
  span->unit = 'y';
  span->year = tokens[0].value;
  return 1;
}

/* The month, quarter or year that a part belongs to: "… cuối năm 2025". */
static guint
read_container (const LtDeadlineToken *tokens, LtElement *span)
{
  LtElement whole = { .kind = LT_ELEMENT_SPAN, .year_offset = -1 };
  const LtElement empty = whole;
  guint n = 0;
  guint taken;

  if (tokens[0].word == LT_WORD_OF || tokens[0].word == LT_WORD_WITHIN)
    n++;
  if ((taken = read_month (tokens + n, &whole)) == 0)
    taken = read_quarter (tokens + n, &whole);
  if (taken == 0)
    {
      whole = empty;
      taken = read_month_of_year (tokens + n, FALSE, &whole);
    }
  if (taken == 0)
    {
      whole = empty;
      taken = read_year (tokens + n, &whole);
    }
  if (taken == 0 && _lt_deadline_is_year (&tokens[n]))
    {
      whole.unit = 'y';
      whole.year = tokens[n].value;
      taken = 1;
    }
  if (taken == 0 && span->part_unit == 'd' && tokens[n].word == LT_WORD_WEEK)
    {
      whole.unit = 'w';
      taken = 1;
    }
  if (taken == 0)
    return 0;
  whole.part = span->part;
  whole.part_unit = span->part_unit;
  whole.part_count = span->part_count;
  whole.part_last = span->part_last;
  *span = whole;
  return n + taken;
}

/* "3" of "tuần 2, 3 tháng 11", "tuần thứ 4" of "tuần thứ 3 - tuần thứ 4 tháng 11". */
static guint
read_last_week (const LtDeadlineToken *tokens, LtElement *span)
{
  guint n = 1;
  guint taken;
  int count = 0;

  if (!is_link (&tokens[0]))
    return 0;
  if (tokens[n].word == LT_WORD_WEEK)
    n++;
  if (tokens[n].word == LT_WORD_ORDINAL)
    n++;
  if (tokens[n].word == LT_WORD_ROMAN || (n > 1 && tokens[n].word == LT_WORD_WEEKDAY))
    {
      count = tokens[n].value;
      taken = 1;
    }
  else
    taken = _lt_deadline_read_count (tokens + n, &count);
  if (taken == 0 || count <= span->part_count)
    return 0;
  span->part_last = count;
  return n + taken;
}

/* "6 tháng cuối năm 2025", "quý đầu năm", "tuần thứ hai tháng 6", "9 tháng năm
 * 2024", "các tháng cuối năm". */
static guint
read_part (const LtDeadlineToken *tokens, LtElement *span)
{
  guint plural = tokens[0].word == LT_WORD_PLURAL ? 1 : 0;
  guint n = plural;
  guint taken;

  n += _lt_deadline_read_amount (tokens + plural, &span->part_count, &span->part_unit);
  if (n == plural || span->part_unit == 'y')
    return 0;
  if (span->part_unit == 'd' && tokens[n].word == LT_WORD_WORKING)
    n++;
  if (tokens[n].word == LT_WORD_FIRST || tokens[n].word == LT_WORD_LAST
      || tokens[n].word == LT_WORD_REMAINING)
    {
      span->part = tokens[n].word == LT_WORD_FIRST ? LT_PART_FIRST : LT_PART_LAST;
      if (plural)
        {
          span->part_count = 1;
          span->part_unit = 'h';
        }
      n++;
      taken = read_container (tokens + n, span);
      if (taken > 0)
        return n + taken;
      /* "6 tháng đầu": of the plan's year. */
      if (span->part_unit != 'm' || span->part_count < 2)
        return 0;
      span->unit = 'y';
      return n;
    }
  if (plural)
    return 0;
  if (span->part_unit == 'w' && n == 1)
    {
      if (tokens[n].word == LT_WORD_WEEKDAY)
        span->part_count = tokens[n++].value;
      else
        {
          if (tokens[n].word == LT_WORD_ORDINAL)
            n++;
          if (tokens[n].word == LT_WORD_ROMAN)
            span->part_count = tokens[n++].value;
          else if ((taken = _lt_deadline_read_count (tokens + n, &span->part_count)) > 0)
            n += taken;
          else
            return 0;
        }
      span->part = LT_PART_NTH;
      n += read_last_week (tokens + n, span);
      if (tokens[n].word == LT_WORD_COMMA)
        n++;
      if (tokens[n].word != LT_WORD_OF && tokens[n].word != LT_WORD_MONTH)
        return 0;
      taken = read_container (tokens + n, span);
      return taken > 0 && span->unit == 'm' ? n + taken : 0;
    }
  if (span->part_unit == 'm' && span->part_count >= 2
      && (tokens[n].word == LT_WORD_YEAR || tokens[n].word == LT_WORD_OF
          || (tokens[n].word == LT_WORD_SLASH && _lt_deadline_is_year (&tokens[n + 1]))))
    {
      if (tokens[n].word == LT_WORD_SLASH)
        n++;
      span->part = LT_PART_FIRST;
      taken = read_container (tokens + n, span);
      return taken > 0 && span->unit == 'y' && span->year > 0 ? n + taken : 0;
    }
  return 0;
}

/* "đầu năm 2025", "giữa tháng 6", "cuối quý III". */
static guint
read_vague (const LtDeadlineToken *tokens, LtElement *span)
{
  guint taken;

  if (tokens[0].word == LT_WORD_FIRST)
    span->part = LT_PART_BEGINNING;
  else if (tokens[0].word == LT_WORD_MIDDLE)
    span->part = LT_PART_MIDDLE;
  else if (tokens[0].word == LT_WORD_LAST)
    span->part = LT_PART_CLOSE;
  else
    return 0;
  taken = read_container (tokens + 1, span);
  return taken > 0 ? 1 + taken : 0;
}

/* A lone day number that takes its month from the next day: "01 đến 15/10/2024". */
static guint
read_lone_day (const LtDeadlineToken *tokens, gboolean said, LtElement *span)
{
  guint i = 1;

  if (!is_short_number (&tokens[0]) || tokens[0].value < 1 || tokens[0].value > 31)
    return 0;
  span->unit = 'd';
  span->day = tokens[0].value;
  if (said)
    return 1;
  while (is_link (&tokens[i]))
    {
      LtElement next = { .kind = LT_ELEMENT_SPAN, .year_offset = -1 };
      guint day = tokens[i + 1].word == LT_WORD_DAY ? 1 : 0;

      if (!is_short_number (&tokens[i + 1 + day]))
        return 0;
      if ((tokens[i + day + 2].word == LT_WORD_MONTH && is_short_number (&tokens[i + day + 3]))
          || read_full_date (tokens + i + 1 + day, FALSE, &next) > 0
          || (next.kind = LT_ELEMENT_SPAN,
              read_day_of_month (tokens + i + 1 + day, FALSE, FALSE, &next) > 0))
        return 1;
      i += 2 + day;
    }
  return 0;
}

/* Likewise of a month: "10, 11 và 12/2024". */
static guint
read_lone_month (const LtDeadlineToken *tokens, LtElement *span)
{
  guint i = 1;

  if (!is_short_number (&tokens[0]) || tokens[0].value < 1 || tokens[0].value > 12)
    return 0;
  while (is_link (&tokens[i]) && is_short_number (&tokens[i + 1]) && tokens[i + 1].value >= 1
         && tokens[i + 1].value <= 12)
    i += 2;
  if (i == 1 || tokens[i].word != LT_WORD_SLASH || !_lt_deadline_is_year (&tokens[i + 1]))
    return 0;
  span->unit = 'm';
  span->month = tokens[0].value;
  return 1;
}

/* "ngày 31/12/2024", "ngày 05 tháng 9 năm 2024", "05 tháng 9", "ngày 20". */
static guint
read_day (const LtDeadlineToken *tokens, LtSpanRole role, LtElement *span)
{
  const LtElement empty = *span;
  gboolean said = tokens[0].word == LT_WORD_DAY;
  guint n = said ? 1 : 0;
  guint taken;

  if ((taken = read_full_date (tokens + n, said, span)) > 0)
    return n + taken;
  *span = empty;
  if (is_short_number (&tokens[n]) && tokens[n + 1].word == LT_WORD_MONTH
      && is_short_number (&tokens[n + 2]))
    {
      span->unit = 'd';
      span->day = tokens[n].value;
      span->month = tokens[n + 2].value;
      n += 3;
      n += read_year_behind (tokens + n, span);
      check_day (span);
      return n;
    }
  if ((taken = read_lone_month (tokens + n, span)) > 0 && !said)
    return taken;
  *span = empty;
  if ((taken = read_month_of_year (tokens + n, said, span)) > 0)
    return said ? 0 : taken;
  *span = empty;
  if ((taken = read_day_of_month (tokens + n, said, said || role != LT_SPAN_ROLE_NONE, span)) > 0)
    return n + taken;
  *span = empty;
  if ((taken = read_lone_day (tokens + n, said, span)) > 0)
    return n + taken;
  return 0;
}

guint
_lt_deadline_read_span (const LtDeadlineToken *tokens,
                        const LtDeadlineToken *before,
                        LtSpanRole role,
                        LtElement *span)
{
  const LtElement empty = { .kind = LT_ELEMENT_SPAN, .year_offset = -1 };
  guint n;

  *span = empty;
  if ((n = read_day (tokens, role, span)) > 0)
    return n;
  *span = empty;
  if ((n = read_part (tokens, span)) > 0)
    return n;
  *span = empty;
  if ((n = read_school_year (tokens, span)) > 0)
    return n;
  *span = empty;
  if ((n = read_vague (tokens, span)) > 0)
    return n;
  *span = empty;
  if ((n = read_quarter (tokens, span)) > 0 || (n = read_month (tokens, span)) > 0)
    return n;
  *span = empty;
  if ((n = read_year (tokens, span)) > 0)
    return n;
  *span = empty;
  return read_bare_year (tokens, before, role, span);
}
