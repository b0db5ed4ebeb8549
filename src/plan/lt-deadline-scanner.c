/* SPDX-License-Identifier: MIT */
#include "plan/lt-deadline-private.h"

typedef struct {
  const LtDeadlineToken *tokens;
  guint place;
  GArray *elements;

  /* What was read since the last element, for the next one. */
  LtElementLink link;
  gboolean words;
  gboolean complete;
  gboolean whole; /* "cả", "suốt": even a bare "năm" is a span */
  LtSpanRole role;
  gboolean at_hour;

  gboolean silent; /* inside words about an event: days in them are not ours */
  LtSpanRole event_role; /* of the event that was begun last */
} Scanner;

static const LtDeadlineToken *
peek (const Scanner *scanner, guint ahead)
{
  return &scanner->tokens[scanner->place + ahead];
}

static const LtDeadlineToken *
get_before (const Scanner *scanner)
{
  return scanner->place > 0 ? &scanner->tokens[scanner->place - 1] : NULL;
}

static gboolean
was (const Scanner *scanner, LtDeadlineWord word)
{
  const LtDeadlineToken *before = get_before (scanner);

  return before != NULL && before->word == word;
}

static void
forget (Scanner *scanner)
{
  scanner->role = LT_SPAN_ROLE_NONE;
  scanner->at_hour = FALSE;
  scanner->whole = FALSE;
}

static void
append_element (Scanner *scanner, LtElement element, guint taken)
{
  element.link = scanner->link;
  element.words_before = scanner->words;
  element.complete_before = scanner->complete;
  element.role = scanner->role;
  element.at_hour = scanner->at_hour;
  g_array_append_val (scanner->elements, element);

  scanner->place += taken;
  scanner->link = LT_LINK_NONE;
  scanner->words = FALSE;
  scanner->complete = FALSE;
  forget (scanner);
}

static void
append_plain (Scanner *scanner, LtElementKind kind, guint taken)
{
  append_element (scanner, (LtElement) { .kind = kind, .year_offset = -1 }, taken);
}

static void
skip_words (Scanner *scanner, guint taken)
{
  scanner->words = TRUE;
  scanner->place += taken;
  forget (scanner);
}

/* "226/KH-UBND", "63/2024/NĐ-CP", "57-NQ/TW", "số 30/2020", and the day behind
 * them: numbers of documents, not days. */
static guint
read_document_number (const Scanner *scanner)
{
  const LtDeadlineToken *tokens = peek (scanner, 0);
  LtElement day;
  guint n = 0;

  if (tokens[0].word == LT_WORD_NUMBERED && tokens[1].word == LT_WORD_NUMBER)
    n = 2;
  else if (tokens[0].word == LT_WORD_NUMBER)
    {
      n = 1;
      if (tokens[1].word == LT_WORD_SLASH && tokens[2].word == LT_WORD_NUMBER
          && tokens[2].digits == 4)
        n = 3;
      if (tokens[n].word == LT_WORD_SLASH && tokens[n + 1].word == LT_WORD_OTHER
          && !tokens[n].gap && !tokens[n + 1].gap)
        n += 2;
      else if (n == 1 && tokens[1].word == LT_WORD_DASH && tokens[2].word == LT_WORD_OTHER
               && !tokens[2].vowels)
        n += 2;
      else if (!was (scanner, LT_WORD_DOCUMENT) || n < 3 || tokens[0].value <= 12)
        return 0;
    }
  else if (tokens[0].word != LT_WORD_DAY || !was (scanner, LT_WORD_DOCUMENT)
           || scanner->place < 2 || tokens[-2].word != LT_WORD_BY)
    return 0;

  while (n > 0 && tokens[n].word != LT_WORD_NONE && !tokens[n].gap && !tokens[n].new_line
         && (tokens[n].word == LT_WORD_SLASH || tokens[n].word == LT_WORD_DASH
             || tokens[n].word == LT_WORD_OTHER || tokens[n].word == LT_WORD_NUMBER))
    n++;
  if (tokens[n].word == LT_WORD_COMMA && tokens[n + 1].word == LT_WORD_DAY)
    n++;
  if (tokens[n].word == LT_WORD_DAY)
    {
      guint taken = _lt_deadline_read_span (tokens + n, NULL, LT_SPAN_ROLE_NONE, &day);

      if (taken > 0 && day.unit == 'd' && day.part == LT_PART_WHOLE && day.month > 0)
        n += taken;
    }
  return n;
}

/* "17 giờ 00", "15h", "15:00" ahead of a day or a weekday; 0 for a duration. */
static guint
read_hour (const Scanner *scanner)
{
  const LtDeadlineToken *tokens = peek (scanner, 0);
  guint n = 1;

  if (tokens[0].word != LT_WORD_NUMBER || tokens[0].value > 24)
    return 0;
  if (tokens[n].word == LT_WORD_HOUR)
    {
      n++;
      if (tokens[n].word == LT_WORD_NUMBER && tokens[n].digits == 2 && tokens[n].value < 60
          && tokens[n + 1].word != LT_WORD_SLASH)
        n++;
    }
  else if (tokens[n].word == LT_WORD_COLON && !tokens[n + 1].gap
           && tokens[n + 1].word == LT_WORD_NUMBER
           && tokens[n + 1].digits == 2 && tokens[n + 1].value < 60)
    n += 2;
  else
    return 0;
  if (tokens[n].word == LT_WORD_MINUTE || tokens[n].word == LT_WORD_SIGN)
    n++;
  while (tokens[n].word == LT_WORD_COMMA || tokens[n].word == LT_WORD_FILLER)
    n++;
  if (tokens[n].word == LT_WORD_DAY || tokens[n].word == LT_WORD_WEEKDAY
      || tokens[n].word == LT_WORD_ORDINAL || tokens[n].word == LT_WORD_EACH
      || tokens[n].word == LT_WORD_NUMBER || scanner->role == LT_SPAN_ROLE_BEFORE)
    return n;
  return 0;
}

/* Whether words up to the end of the clause say that this very plan is issued:
 * "Kế hoạch được ban hành", "ký", "văn bản này có hiệu lực". */
static guint
read_issue (const LtDeadlineToken *tokens, gboolean *is_issue)
{
  gboolean issued = FALSE;
  gboolean foreign = FALSE;
  gboolean after_plan = FALSE;
  guint n;

  for (n = 0; tokens[n].word != LT_WORD_NONE; n++)
    {
      LtDeadlineWord word = tokens[n].word;

      if (word == LT_WORD_STOP || word == LT_WORD_SEMICOLON || word == LT_WORD_COMMA
          || word == LT_WORD_OPEN || word == LT_WORD_CLOSE || word == LT_WORD_UNTIL
          || word == LT_WORD_LATEST || word == LT_WORD_COMPLETE
          || (word == LT_WORD_DASH && tokens[n + 1].word != LT_WORD_OTHER))
        break;
      if (word == LT_WORD_ISSUED)
        issued = TRUE;
      else if (word == LT_WORD_DOCUMENT)
        foreign |= tokens[n + 1].word != LT_WORD_THIS;
      else if (word == LT_WORD_NUMBERED || (word == LT_WORD_OF && after_plan))
        foreign = TRUE;
      after_plan = word == LT_WORD_PLAN;
    }
  *is_issue = issued && !foreign;
  return n;
}

/* What a duration is counted from, and how many tokens say it. */
static guint
read_anchor (const LtDeadlineToken *tokens, LtElement *duration)
{
  LtElement day;
  guint n = 0;
  guint taken;

  if (tokens[n].word == LT_WORD_COMMA)
    n++;
  if (tokens[n].word == LT_WORD_BEFORE)
    {
      duration->from_issue = FALSE;
      return n + 1;
    }
  if (tokens[n].word == LT_WORD_EVENT)
    {
      n++;
      return n + read_issue (tokens + n, &duration->from_issue);
    }
  if (tokens[n].word != LT_WORD_SINCE && tokens[n].word != LT_WORD_FROM
      && tokens[n].word != LT_WORD_AFTER)
    return 0;
  n++;
  if (tokens[n].word == LT_WORD_NOW)
    return n + 1;
  taken = _lt_deadline_read_span (tokens + n, NULL, LT_SPAN_ROLE_FROM, &day);
  if (taken > 0 && day.unit == 'd' && day.month > 0)
    {
      duration->from_issue = FALSE;
      duration->anchored = day.kind == LT_ELEMENT_SPAN;
      duration->year = day.year;
      duration->year_offset = day.year_offset;
      duration->month = day.month;
      duration->day = day.day;
      if (day.kind == LT_ELEMENT_INVALID)
        duration->kind = LT_ELEMENT_INVALID;
      return n + taken;
    }
  if (tokens[n].word == LT_WORD_DAY || tokens[n].word == LT_WORD_FILLER)
    n++;
  return n + read_issue (tokens + n, &duration->from_issue);
}

/* "15 ngày làm việc kể từ ngày ban hành", "ba tháng", "24 giờ". */
static guint
read_duration (const Scanner *scanner, LtElement *duration)
{
  const LtDeadlineToken *tokens = peek (scanner, 0);
  guint n;

  *duration = (LtElement) { .kind = LT_ELEMENT_DURATION, .year_offset = -1, .from_issue = TRUE };
  n = _lt_deadline_read_count (tokens, &duration->count);
  if (n == 0 && tokens[0].word == LT_WORD_YEAR
      && (tokens[1].word == LT_WORD_DAY || tokens[1].word == LT_WORD_MONTH))
    {
      duration->count = 5;
      n = 1;
    }
  if (n == 0)
    return 0;
  duration->unit = tokens[n].word == LT_WORD_HOUR ? 'h' : _lt_deadline_get_unit (tokens[n].word);
  if (duration->unit == '\0')
    return 0;
  n++;
  if (tokens[n].word == LT_WORD_WORKING)
    {
      duration->working = TRUE;
      n++;
    }
  if (scanner->role == LT_SPAN_ROLE_BEFORE)
    duration->from_issue = FALSE;
  return n + read_anchor (tokens + n, duration);
}

/* Whether a bare "tháng", "quý", "năm" means one: only behind a word that needs it. */
static gboolean
accepts_bare (const Scanner *scanner, const LtElement *span)
{
  if (span->unit == 'y')
    return span->year > 0 || span->year_offset >= 0 || span->part != LT_PART_WHOLE
           || scanner->whole || scanner->role != LT_SPAN_ROLE_NONE;
  if ((span->unit == 'm' && span->month == 0) || (span->unit == 'q' && span->quarter == 0))
    return span->part != LT_PART_WHOLE || scanner->whole || scanner->role != LT_SPAN_ROLE_NONE
           || peek (scanner, 0)->word == LT_WORD_THIS_MONTH
           || peek (scanner, 0)->word == LT_WORD_THIS_QUARTER;
  return TRUE;
}

/* "ngày cuối tháng", "ngày 20 tháng cuối quý", "trước ngày 5 tháng sau": with no
 * number for the month or quarter they come round again and again. */
static gboolean
comes_round (const Scanner *scanner, const LtElement *span)
{
  const LtElement *last;

  if (span->unit == 'w')
    return TRUE;
  if (!(span->unit == 'm' && span->month == 0) && !(span->unit == 'q' && span->quarter == 0))
    return FALSE;
  if (span->part == LT_PART_FIRST || span->part == LT_PART_LAST || span->part == LT_PART_NTH)
    return TRUE;
  if (scanner->elements->len == 0 || scanner->words)
    return FALSE;
  last = &g_array_index (scanner->elements, LtElement, scanner->elements->len - 1);
  return last->kind == LT_ELEMENT_SPAN && last->unit == 'd' && last->month == 0;
}

/* More months or quarters behind the first: "III, IV/2024" of "Quý III, IV/2024". */
static void
scan_more (Scanner *scanner, char unit)
{
  while (TRUE)
    {
      const LtDeadlineToken *tokens = peek (scanner, 0);
      LtElementLink link;
      LtElement span;
      LtDeadlineToken said[8];
      guint taken;

      if (tokens[0].word == LT_WORD_DASH || tokens[0].word == LT_WORD_UNTIL)
        link = LT_LINK_RANGE;
      else if (tokens[0].word == LT_WORD_AND)
        link = LT_LINK_AND;
      else if (tokens[0].word == LT_WORD_COMMA || tokens[0].word == LT_WORD_OR
               || (tokens[0].word == LT_WORD_SLASH && tokens[1].word == LT_WORD_ROMAN))
        link = LT_LINK_LIST;
      else
        return;
      if (!(tokens[1].word == LT_WORD_ROMAN
            || (tokens[1].word == LT_WORD_NUMBER && tokens[1].digits <= 2))
          || tokens[1].value < 1 || tokens[1].value > (unit == 'q' ? 4 : 12))
        return;
      if (tokens[2].word == LT_WORD_PERCENT || tokens[2].word == LT_WORD_HOUR
          || tokens[2].word == LT_WORD_TIMES
          || (_lt_deadline_get_unit (tokens[2].word) != '\0' && tokens[2].word != LT_WORD_YEAR)
          || ((tokens[2].word == LT_WORD_SLASH || tokens[2].word == LT_WORD_DOT)
              && tokens[3].word == LT_WORD_NUMBER && tokens[3].digits < 4
              && tokens[3].value <= 12))
        return;

      said[0] = (LtDeadlineToken) { .word = unit == 'q' ? LT_WORD_QUARTER : LT_WORD_MONTH };
      for (guint i = 1; i < G_N_ELEMENTS (said); i++)
        said[i] = i + 2 < G_N_ELEMENTS (said) ? tokens[i] : (LtDeadlineToken) { 0 };
      taken = _lt_deadline_read_span (said, NULL, LT_SPAN_ROLE_NONE, &span);
      if (taken < 2 || span.unit != unit || span.kind != LT_ELEMENT_SPAN)
        return;
      scanner->link = link;
      append_element (scanner, span, taken);
    }
}

static gboolean
scan_span (Scanner *scanner)
{
  LtElement span;
  guint taken = _lt_deadline_read_span (peek (scanner, 0), get_before (scanner), scanner->role,
                                        &span);

  if (taken == 0)
    return FALSE;
  if (span.kind == LT_ELEMENT_INVALID)
    {
      append_element (scanner, span, taken);
      return TRUE;
    }
  if (comes_round (scanner, &span))
    {
      LtElement periodic = {
        .kind = LT_ELEMENT_PERIODIC, .count = 1, .unit = span.unit, .year_offset = -1,
      };

      append_element (scanner, periodic, taken);
      return TRUE;
    }
  if (!accepts_bare (scanner, &span))
    return FALSE;
  append_element (scanner, span, taken);
  if (span.part == LT_PART_WHOLE && (span.unit == 'm' || span.unit == 'q'))
    scan_more (scanner, span.unit);
  return TRUE;
}

/* "từ nay", "kể từ ngày ban hành". */
static gboolean
scan_issue (Scanner *scanner)
{
  const LtDeadlineToken *tokens = peek (scanner, 0);
  gboolean is_issue;
  LtElement day;
  guint n = 1;

  if (tokens[0].word != LT_WORD_FROM && tokens[0].word != LT_WORD_SINCE)
    return FALSE;
  if (tokens[1].word == LT_WORD_NOW)
    {
      append_plain (scanner, LT_ELEMENT_ISSUE, 2);
      return TRUE;
    }
  if (_lt_deadline_read_span (tokens + 1, NULL, LT_SPAN_ROLE_FROM, &day) > 0
      && (day.unit != 'd' || day.month > 0 || tokens[1].word != LT_WORD_DAY))
    return FALSE;
  if (tokens[n].word == LT_WORD_DAY || tokens[n].word == LT_WORD_FILLER)
    n++;
  n += read_issue (tokens + n, &is_issue);
  if (!is_issue)
    return FALSE;
  append_plain (scanner, LT_ELEMENT_ISSUE, n);
  return TRUE;
}

/* "24/7", "24/24h". */
static gboolean
scan_round_the_clock (Scanner *scanner)
{
  const LtDeadlineToken *tokens = peek (scanner, 0);

  if (scanner->role != LT_SPAN_ROLE_NONE || was (scanner, LT_WORD_DAY)
      || tokens[0].word != LT_WORD_NUMBER || tokens[0].value != 24
      || tokens[1].word != LT_WORD_SLASH || tokens[2].word != LT_WORD_NUMBER
      || (tokens[2].value != 7 && tokens[2].value != 24) || tokens[3].word == LT_WORD_SLASH)
    return FALSE;
  append_plain (scanner, LT_ELEMENT_ONGOING, tokens[3].word == LT_WORD_HOUR ? 4 : 3);
  return TRUE;
}

/* "theo quý", "báo cáo tuần". */
static gboolean
scan_by_unit (Scanner *scanner)
{
  const LtDeadlineToken *tokens = peek (scanner, 0);
  LtElement periodic = { .kind = LT_ELEMENT_PERIODIC, .count = 1, .year_offset = -1 };

  if (tokens[0].word != LT_WORD_BY && tokens[0].word != LT_WORD_REPORT)
    return FALSE;
  periodic.unit = _lt_deadline_get_unit (tokens[1].word);
  if (periodic.unit == '\0' || tokens[2].word == LT_WORD_NUMBER
      || tokens[2].word == LT_WORD_ROMAN || tokens[2].word == LT_WORD_OTHER)
    return FALSE;
  append_element (scanner, periodic, 2);
  return TRUE;
}

static gboolean
scan_element (Scanner *scanner)
{
  LtElement element;
  guint taken;

  if ((taken = read_document_number (scanner)) > 0)
    {
      skip_words (scanner, taken);
      return TRUE;
    }
  if (scan_round_the_clock (scanner))
    return TRUE;
  if ((taken = read_hour (scanner)) > 0)
    {
      scanner->at_hour = TRUE;
      scanner->place += taken;
      return TRUE;
    }
  if ((taken = _lt_deadline_read_periodic (peek (scanner, 0), &element)) > 0)
    {
      append_element (scanner, element, taken);
      return TRUE;
    }
  if (scan_issue (scanner) || scan_by_unit (scanner) || scan_span (scanner))
    return TRUE;
  if ((taken = read_duration (scanner, &element)) > 0)
    {
      append_element (scanner, element, taken);
      return TRUE;
    }
  return FALSE;
}

static void
set_role (Scanner *scanner, LtSpanRole role)
{
  /* "từ … đến trước ngày D", "chậm nhất trước ngày D": the last word decides,
   * but "trong" and "đến" say nothing new behind a stronger one. */
  if (role == LT_SPAN_ROLE_WITHIN && scanner->role != LT_SPAN_ROLE_NONE)
    return;
  scanner->role = role;
}

static void
set_link (Scanner *scanner, LtElementLink link)
{
  scanner->link = MAX (scanner->link, link);
}

static gboolean
begins_span (const Scanner *scanner, guint ahead)
{
  LtElement span;

  return _lt_deadline_read_span (peek (scanner, ahead), NULL, LT_SPAN_ROLE_NONE, &span) > 0;
}

/* "ngay trong tháng 10", "ngay từ đầu năm". */
static gboolean
begins_time (const Scanner *scanner, guint ahead)
{
  LtDeadlineWord word = peek (scanner, ahead)->word;

  return word == LT_WORD_WITHIN || word == LT_WORD_FROM || word == LT_WORD_BEFORE
         || begins_span (scanner, ahead);
}

static gboolean
begins_periodic (const Scanner *scanner, guint ahead)
{
  LtElement periodic;

  return _lt_deadline_read_periodic (peek (scanner, ahead), &periodic) > 0;
}

/* One with a number or a year, as against the "quý" of "ngày kết thúc quý". */
static gboolean
begins_known_span (const Scanner *scanner, guint ahead)
{
  LtElement span;

  return _lt_deadline_read_span (peek (scanner, ahead), NULL, LT_SPAN_ROLE_NONE, &span) > 0
         && (span.year > 0 || span.year_offset >= 0 || span.month > 0 || span.quarter > 0);
}

/* "trước khi kết thúc năm 2024", "trước khi hết quý III". */
static gboolean
ends_span (const Scanner *scanner)
{
  const LtDeadlineToken *next = peek (scanner, 1);

  return (next->word == LT_WORD_END || (next->word == LT_WORD_COMPLETE && next->value != 0))
         && begins_known_span (scanner, 2);
}

static void
begin_event (Scanner *scanner)
{
  LtElement event = { .kind = LT_ELEMENT_EVENT, .year_offset = -1 };
  LtSpanRole role = scanner->role;

  read_issue (peek (scanner, 1), &event.from_issue);
  append_element (scanner, event, 0);
  scanner->event_role = role;
  scanner->silent = TRUE;
}

/* "từ ngày Luật có hiệu lực (01/7/2026)": the day alone in parentheses says when
 * the event is, so "từ" is its word too. */
static gboolean
dates_event (const Scanner *scanner)
{
  const LtElement *last;
  LtElement day;
  guint taken;

  if (scanner->elements->len == 0 || scanner->event_role == LT_SPAN_ROLE_NONE)
    return FALSE;
  last = &g_array_index (scanner->elements, LtElement, scanner->elements->len - 1);
  taken = _lt_deadline_read_span (peek (scanner, 1), NULL, scanner->event_role, &day);
  return last->kind == LT_ELEMENT_EVENT && taken > 0
         && peek (scanner, 1 + taken)->word == LT_WORD_CLOSE;
}

/* Words and signs that are no element themselves. */
static void
scan_word (Scanner *scanner)
{
  const LtDeadlineToken *token = peek (scanner, 0);

  switch ((int) token->word)
    {
    case LT_WORD_BEFORE:
      set_role (scanner, LT_SPAN_ROLE_BEFORE);
      break;
    case LT_WORD_AFTER:
      set_role (scanner, LT_SPAN_ROLE_AFTER);
      break;
    case LT_WORD_FROM:
    case LT_WORD_SINCE:
      set_role (scanner, LT_SPAN_ROLE_FROM);
      break;
    case LT_WORD_UNTIL:
      set_link (scanner, LT_LINK_RANGE);
      set_role (scanner, LT_SPAN_ROLE_UNTIL);
      break;
    case LT_WORD_LATEST:
    case LT_WORD_END:
      set_role (scanner, LT_SPAN_ROLE_UNTIL);
      break;
    case LT_WORD_WITHIN:
      set_role (scanner, LT_SPAN_ROLE_WITHIN);
      break;
    case LT_WORD_LAST: /* "cuối ngày 20/11" */
      set_role (scanner, LT_SPAN_ROLE_UNTIL);
      break;
    case LT_WORD_ALL:
      scanner->whole = TRUE;
      break;
    case LT_WORD_COMPLETE:
      /* "kết thúc Quý IV/2024" is its end, "kết thúc trước 31/12" that of the work. */
      if (token->value != 0 && scanner->role == LT_SPAN_ROLE_NONE && begins_known_span (scanner, 1))
        set_role (scanner, LT_SPAN_ROLE_UNTIL);
      scanner->complete = TRUE;
      break;
    case LT_WORD_DASH:
      set_link (scanner, LT_LINK_RANGE);
      break;
    case LT_WORD_COMMA:
    case LT_WORD_OR:
      set_link (scanner, LT_LINK_LIST);
      break;
    case LT_WORD_AND:
      set_link (scanner, LT_LINK_AND);
      break;
    case LT_WORD_OPEN:
      set_link (scanner, LT_LINK_OPEN);
      forget (scanner);
      if (dates_event (scanner))
        scanner->role = scanner->event_role;
      break;
    case LT_WORD_SEMICOLON:
    case LT_WORD_STOP:
      set_link (scanner, LT_LINK_BREAK);
      forget (scanner);
      break;
    case LT_WORD_EVENT:
      if (token->value == 3 && ends_span (scanner))
        break;
      if (token->value == 0 || token->value == 3 || !begins_time (scanner, 1))
        begin_event (scanner);
      else if (token->value == 2)
        set_role (scanner, LT_SPAN_ROLE_AFTER);
      break;
    case LT_WORD_BY:
      append_plain (scanner, LT_ELEMENT_EVENT, 0);
      break;
    case LT_WORD_OUTLOOK:
      scanner->silent = TRUE;
      break;
    case LT_WORD_ONGOING:
      if (token->value == 1 && peek (scanner, 1)->word == LT_WORD_OTHER)
        {
          scanner->words = TRUE;
          break;
        }
      append_plain (scanner, token->value == 2 && begins_periodic (scanner, 1) ? LT_ELEMENT_CONTINUE
                                                                               : LT_ELEMENT_ONGOING, 0);
      break;
    case LT_WORD_ONWARDS:
      append_plain (scanner, LT_ELEMENT_ONWARDS, 0);
      break;
    case LT_WORD_CONTINUE:
      append_plain (scanner, LT_ELEMENT_CONTINUE, 0);
      break;
    case LT_WORD_ORDINAL: /* "thứ 6" */
      if (peek (scanner, 1)->word == LT_WORD_NUMBER)
        scanner->place++;
      break;
    case LT_WORD_CLOSE:
    case LT_WORD_COLON:
    case LT_WORD_SIGN:
    case LT_WORD_DOT:
    case LT_WORD_DAY:
    case LT_WORD_WEEKDAY:
    case LT_WORD_PLURAL:
    case LT_WORD_OF:
    case LT_WORD_FILLER:
      break;
    default:
      /* "trước kỳ họp", "sau Tết": an event, with whatever days it names. */
      if (scanner->role == LT_SPAN_ROLE_BEFORE || scanner->role == LT_SPAN_ROLE_AFTER)
        begin_event (scanner);
      else if (scanner->role == LT_SPAN_ROLE_FROM)
        {
          append_plain (scanner, LT_ELEMENT_EVENT, 0);
          scanner->event_role = LT_SPAN_ROLE_FROM;
        }
      scanner->words = TRUE;
      forget (scanner);
    }
  scanner->place++;
}

static gboolean
ends_silence (const Scanner *scanner)
{
  const LtDeadlineToken *token = peek (scanner, 0);

  if (token->new_line)
    return TRUE;
  switch ((int) token->word)
    {
    case LT_WORD_COMMA:
    case LT_WORD_SEMICOLON:
    case LT_WORD_STOP:
    case LT_WORD_OPEN:
    case LT_WORD_CLOSE:
    case LT_WORD_LATEST:
      return TRUE;
    case LT_WORD_AND:
      return peek (scanner, 1)->word == LT_WORD_COMPLETE
             || peek (scanner, 1)->word == LT_WORD_BEFORE
             || peek (scanner, 1)->word == LT_WORD_ONGOING
             || peek (scanner, 1)->word == LT_WORD_LATEST;
    default:
      return FALSE;
    }
}

GArray *
_lt_deadline_scan (const LtDeadlineToken *tokens)
{
  Scanner scanner = {
    .tokens = tokens,
    .elements = g_array_new (FALSE, FALSE, sizeof (LtElement)),
  };

  while (peek (&scanner, 0)->word != LT_WORD_NONE)
    {
      if (scanner.silent && ends_silence (&scanner))
        scanner.silent = FALSE;
      if (peek (&scanner, 0)->new_line && scanner.place > 0)
        set_link (&scanner, scanner.role == LT_SPAN_ROLE_NONE ? LT_LINK_BREAK : LT_LINK_NONE);
      if (scanner.silent)
        {
          scanner.words = TRUE;
          scanner.place++;
        }
      else if (!scan_element (&scanner))
        scan_word (&scanner);
    }
  return scanner.elements;
}
