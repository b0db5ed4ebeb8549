/* SPDX-License-Identifier: MIT */
#include "plan/lt-deadline-private.h"

/* A span with its days, ready to be weighed against the others of the cell. */
typedef struct {
  const LtElement *element;
  guint place; /* among the elements */
  LtDay start; /* of the span itself, whatever its role */
  LtDay end;
  gboolean range; /* made of two */
} Span;

typedef struct {
  const LtDeadlineContext *context;
  const LtElement *elements;
  guint n_elements;
  GArray *spans; /* (element-type Span) */
  LtDeadline *deadline;
} Reading;

static int
get_context_year (const Reading *reading)
{
  int year;

  if (reading->context == NULL)
    return 0;
  if (reading->context->year != 0)
    return reading->context->year;
  return lt_day_to_ymd (reading->context->issued, &year, NULL, NULL) ? year : 0;
}

static LtDay
get_issued (const Reading *reading)
{
  return reading->context != NULL ? reading->context->issued : LT_DAY_NONE;
}

static const LtElement *
find_element (const Reading *reading, LtElementKind kind)
{
  for (guint i = 0; i < reading->n_elements; i++)
    {
      if (reading->elements[i].kind == kind)
        return &reading->elements[i];
    }
  return NULL;
}

static const Span *
get_span (const Reading *reading, guint place)
{
  return &g_array_index (reading->spans, Span, place);
}

static int
get_ordinal (const LtElement *element)
{
  return element->month * 31 + element->day + element->quarter * 93;
}

/* The elements from @from to @to, joined by nothing but commas, dashes and the like. */
static gboolean
are_joined (const LtElement *elements, guint from, guint to)
{
  for (guint i = from + 1; i <= to; i++)
    {
      if (elements[i].kind != LT_ELEMENT_SPAN || elements[i].words_before
          || elements[i].link < LT_LINK_LIST || elements[i].link > LT_LINK_RANGE)
        return FALSE;
    }
  return TRUE;
}

static gboolean
takes_year (const LtElement *element)
{
  return element->kind == LT_ELEMENT_SPAN && element->year == 0 && element->year_offset < 0;
}

/* A lone "ngày 20" takes its month from the next day: "ngày 20, 21/8/2026". */
static void
pass_months (LtElement *elements, guint n)
{
  for (guint i = n; i-- > 1;)
    {
      LtElement *day = &elements[i - 1];

      if (day->kind == LT_ELEMENT_SPAN && day->unit == 'd' && day->month == 0
          && elements[i].kind == LT_ELEMENT_SPAN && elements[i].unit == 'd'
          && elements[i].month > 0)
        {
          day->month = elements[i].month;
          day->year = elements[i].year;
          day->year_offset = elements[i].year_offset;
        }
    }
}

/* "Quý III, IV/2024", "từ 01/10 đến 31/12/2024": the year is said once, mostly
 * at the end. In a list or range that goes on in time, a later month before an
 * earlier one is of the year before. */
static void
pass_years (LtElement *elements, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      LtElement *element = &elements[i];

      if (!takes_year (element))
        continue;
      for (guint j = i + 1; j < n; j++)
        {
          const LtElement *next = &elements[j];

          if (next->kind != LT_ELEMENT_SPAN || next->year == 0)
            continue;
          if (next->unit != 'y' || element->unit == 'y'
              || (next->link == LT_LINK_OPEN && j == i + 1))
            {
              element->year = next->year;
              if (are_joined (elements, i, j) && next->unit != 'y'
                  && get_ordinal (element) > get_ordinal (next) && element->unit == next->unit)
                element->year--;
            }
          break;
        }
      for (guint j = i; j-- > 0 && element->year == 0;)
        {
          const LtElement *last = &elements[j];

          if (last->kind != LT_ELEMENT_SPAN || last->year == 0)
            continue;
          element->year = last->year;
          if (are_joined (elements, j, i) && last->unit != 'y'
              && get_ordinal (element) < get_ordinal (last) && element->unit == last->unit)
            element->year++;
          break;
        }
    }
}

/* FALSE if one of them does not exist. */
static gboolean
collect_spans (Reading *reading)
{
  for (guint i = 0; i < reading->n_elements; i++)
    {
      const LtElement *element = &reading->elements[i];
      Span span = { .element = element, .place = i };
      int year = element->year;

      if (element->kind == LT_ELEMENT_INVALID)
        return FALSE;
      if (element->kind != LT_ELEMENT_SPAN || (element->unit == 'd' && element->month == 0))
        continue;
      if (year == 0)
        {
          year = get_context_year (reading);
          if (year != 0)
            year += MAX (element->year_offset, 0);
        }
      if (!_lt_element_get_days (element, year, get_issued (reading), &span.start, &span.end))
        return FALSE;
      reading->deadline->year_assumed |= element->year == 0 && span.start != LT_DAY_NONE;
      g_array_append_val (reading->spans, span);
    }
  return TRUE;
}

/* Two spans that are the ends of one become one. FALSE if they are the wrong way round. */
static gboolean
join_ranges (Reading *reading)
{
  for (guint i = 0; i + 1 < reading->spans->len;)
    {
      Span *first = &g_array_index (reading->spans, Span, i);
      const Span *second = get_span (reading, i + 1);
      LtSpanRole from = first->element->role;
      LtSpanRole to = second->element->role;
      gboolean adjacent = second->place == first->place + 1 && !second->element->words_before;
      gboolean joined = adjacent && second->element->link == LT_LINK_RANGE
                        && (to == LT_SPAN_ROLE_NONE || to == LT_SPAN_ROLE_UNTIL)
                        && (from == LT_SPAN_ROLE_NONE || from == LT_SPAN_ROLE_FROM
                            || from == LT_SPAN_ROLE_WITHIN);

      if (!joined || first->range)
        {
          i++;
          continue;
        }
      if (first->start != LT_DAY_NONE && first->start > second->end)
        return FALSE;
      first->end = second->end;
      first->place = second->place;
      first->range = TRUE;
      g_array_remove_index (reading->spans, i + 1);
      i++;
    }
  return TRUE;
}

static gboolean
is_last_day (const Span *span)
{
  const LtElement *element = span->element;

  if (span->range || element->role == LT_SPAN_ROLE_FROM || element->role == LT_SPAN_ROLE_AFTER)
    return FALSE;
  if (element->role == LT_SPAN_ROLE_BEFORE || element->role == LT_SPAN_ROLE_UNTIL)
    return TRUE;
  if (element->unit == 'd')
    return TRUE;
  return element->part == LT_PART_BEGINNING || element->part == LT_PART_MIDDLE
         || element->part == LT_PART_CLOSE
         || (element->part_unit == 'd' && element->part_count == 1);
}

/* The day that a span names as the last. "trước tháng 10" is the end of September. */
static LtDay
get_last_day (const Span *span)
{
  const LtElement *element = span->element;

  if (span->end == LT_DAY_NONE || span->range || element->role != LT_SPAN_ROLE_BEFORE)
    return span->end;
  if (element->unit == 'd' || element->part == LT_PART_MIDDLE || element->part == LT_PART_CLOSE
      || element->part_unit == 'd')
    return span->end;
  return span->start - 1;
}

static LtDay
get_strict_day (const Span *span)
{
  const LtElement *element = span->element;

  if (span->end == LT_DAY_NONE || span->range || element->role != LT_SPAN_ROLE_BEFORE
      || element->at_hour)
    return get_last_day (span);
  if (element->unit == 'd' || (element->part_unit == 'd' && element->part_count == 1))
    return span->end - 1;
  return get_last_day (span);
}

static LtDeadlineKind
get_span_kind (const Span *span)
{
  const LtElement *element = span->element;

  if (span->range)
    return LT_DEADLINE_RANGE;
  if (element->part != LT_PART_WHOLE)
    {
      if (element->part_count == 1 && element->part_unit == 'm')
        return LT_DEADLINE_MONTH;
      if (element->part_count == 1 && element->part_unit == 'q')
        return LT_DEADLINE_QUARTER;
      return LT_DEADLINE_RANGE;
    }
  switch (element->unit)
    {
    case 'm':
      return LT_DEADLINE_MONTH;
    case 'q':
      return LT_DEADLINE_QUARTER;
    case 'y':
      return LT_DEADLINE_YEAR;
    default:
      return LT_DEADLINE_RANGE;
    }
}

static void
add_milestone (LtDeadline *deadline, LtDay day)
{
  guint place = 0;

  if (day == LT_DAY_NONE || deadline->end == LT_DAY_NONE || day >= deadline->end)
    return;
  if (deadline->milestones == NULL)
    deadline->milestones = g_array_new (FALSE, FALSE, sizeof (LtDay));
  for (; place < deadline->milestones->len; place++)
    {
      LtDay other = g_array_index (deadline->milestones, LtDay, place);

      if (other == day)
        return;
      if (other > day)
        break;
    }
  g_array_insert_val (deadline->milestones, place, day);
}

/* "Năm 2025 (Quý II)", "Trong năm 2025, hoàn thành trước 30/11/2025": the second
 * narrows the first. With other words between ("báo cáo trước …") it is a step
 * on the way. */
static gboolean
narrows (const Span *outer, const Span *inner)
{
  const LtElement *element = inner->element;

  if (is_last_day (outer) || outer->element->role == LT_SPAN_ROLE_FROM
      || inner->element->role == LT_SPAN_ROLE_FROM)
    return FALSE;
  if (element->words_before && !element->complete_before)
    return FALSE;
  if (outer->start == LT_DAY_NONE || inner->end == LT_DAY_NONE)
    return FALSE;
  return outer->start <= inner->start && inner->end <= outer->end
         && !(outer->start == inner->start && outer->end == inner->end);
}

static void
drop_outer_spans (Reading *reading)
{
  for (guint i = 0; i + 1 < reading->spans->len;)
    {
      if (narrows (get_span (reading, i), get_span (reading, i + 1)))
        g_array_remove_index (reading->spans, i);
      else
        i++;
    }
}

/* "Hoàn thành trong tháng 6; vận hành từ 01/7": the last is the beginning of what
 * comes next, and no more of this. */
static void
drop_next_phase (Reading *reading)
{
  guint n = reading->spans->len;
  const Span *next = get_span (reading, n - 1);

  if (n < 2 || next->range || next->element->role != LT_SPAN_ROLE_FROM
      || !next->element->words_before || next->start == LT_DAY_NONE)
    return;
  for (guint i = 0; i < n - 1; i++)
    {
      const Span *span = get_span (reading, i);

      if (span->element->role == LT_SPAN_ROLE_FROM || span->end == LT_DAY_NONE
          || span->end >= next->start)
        return;
    }
  g_array_set_size (reading->spans, n - 1);
  reading->deadline->then_ongoing = TRUE;
}

static void
read_one_span (Reading *reading, const Span *span)
{
  LtDeadline *deadline = reading->deadline;
  LtSpanRole role = span->element->role;

  if (span->range)
    {
      deadline->kind = LT_DEADLINE_RANGE;
      deadline->start = span->start;
      deadline->end = deadline->strict_end = span->end;
    }
  else if (role == LT_SPAN_ROLE_FROM || role == LT_SPAN_ROLE_AFTER)
    {
      deadline->kind = LT_DEADLINE_ONGOING;
      if (span->end != LT_DAY_NONE)
        deadline->start = role == LT_SPAN_ROLE_FROM ? span->start : span->end + 1;
    }
  else if (is_last_day (span))
    {
      deadline->kind = LT_DEADLINE_DEADLINE;
      deadline->end = get_last_day (span);
      deadline->strict_end = get_strict_day (span);
      if (role == LT_SPAN_ROLE_WITHIN && span->element->unit == 'd')
        deadline->start = span->start;
    }
  else
    {
      deadline->kind = get_span_kind (span);
      deadline->start = span->start;
      deadline->end = deadline->strict_end = span->end;
    }
}

static void
read_many_spans (Reading *reading)
{
  LtDeadline *deadline = reading->deadline;
  const Span *from = NULL;
  const Span *last = NULL;
  LtDay start = LT_DAY_NONE;
  gboolean any_last_day = FALSE;
  gboolean known = TRUE;

  for (guint i = 0; i < reading->spans->len; i++)
    {
      const Span *span = get_span (reading, i);

      if (span->element->role == LT_SPAN_ROLE_FROM && !span->range)
        {
          if (from == NULL)
            from = span;
          continue;
        }
      any_last_day |= is_last_day (span);
      known &= span->end != LT_DAY_NONE;
      if (last == NULL || get_last_day (span) >= get_last_day (last))
        last = span;
      if (start == LT_DAY_NONE || span->start < start)
        start = span->start;
    }

  if (last == NULL)
    {
      read_one_span (reading, from);
      return;
    }
  deadline->end = known ? get_last_day (last) : LT_DAY_NONE;
  deadline->strict_end = known ? get_strict_day (last) : LT_DAY_NONE;
  if (from != NULL)
    {
      deadline->kind = LT_DEADLINE_RANGE;
      deadline->start = from->start;
    }
  else if (any_last_day)
    deadline->kind = LT_DEADLINE_DEADLINE;
  else
    {
      deadline->kind = LT_DEADLINE_RANGE;
      deadline->start = known ? start : LT_DAY_NONE;
    }
  if (!any_last_day)
    return;
  for (guint i = 0; i < reading->spans->len; i++)
    {
      if (get_span (reading, i) != from)
        add_milestone (deadline, get_last_day (get_span (reading, i)));
    }
}

static void
read_spans (Reading *reading)
{
  drop_next_phase (reading);
  drop_outer_spans (reading);
  if (reading->spans->len == 1)
    read_one_span (reading, get_span (reading, 0));
  else
    read_many_spans (reading);
}

/* "Thường xuyên đến hết năm 2025", "định kỳ hằng quý từ Quý I/2025": what is
 * said by the way about when it begins and ends. Of work that comes round, days
 * without a year belong to every round. */
static void
read_limits (Reading *reading)
{
  LtDeadline *deadline = reading->deadline;
  gboolean periodic = deadline->kind == LT_DEADLINE_PERIODIC;

  for (guint i = 0; i < reading->spans->len; i++)
    {
      const Span *span = get_span (reading, i);
      const LtElement *element = span->element;

      if (periodic
          && (element->year == 0
              || (is_last_day (span) && element->role != LT_SPAN_ROLE_UNTIL)))
        continue;
      if (i == 0 && span->place > 0 && element->link >= LT_LINK_OPEN && is_last_day (span)
          && !element->complete_before)
        continue;
      if (element->role == LT_SPAN_ROLE_AFTER && span->end != LT_DAY_NONE)
        deadline->start = span->end + 1;
      else if (!is_last_day (span))
        /* "Liên tục trong các năm 2025, 2026" */
        deadline->start = deadline->start == LT_DAY_NONE ? span->start : MIN (deadline->start, span->start);
      if (span->range
          || (element->role != LT_SPAN_ROLE_FROM && element->role != LT_SPAN_ROLE_AFTER))
        {
          deadline->end = get_last_day (span);
          deadline->strict_end = get_strict_day (span);
        }
    }
}

static void
read_relative (Reading *reading)
{
  LtDeadline *deadline = reading->deadline;
  const LtElement *duration = find_element (reading, LT_ELEMENT_DURATION);
  const LtElement *event = find_element (reading, LT_ELEMENT_EVENT);
  LtDay anchor = LT_DAY_NONE;

  deadline->kind = LT_DEADLINE_RELATIVE;
  if (duration == NULL)
    return;
  if (duration->anchored)
    {
      int year = duration->year != 0 ? duration->year : get_context_year (reading);

      if (year != 0)
        anchor = lt_day_from_ymd (year, duration->month, duration->day);
    }
  /* "Sau khi có hướng dẫn, chậm nhất 30 ngày" counts from the event. */
  else if (duration->from_issue && (event == NULL || event > duration || event->from_issue))
    anchor = get_issued (reading);
  deadline->end = deadline->strict_end = _lt_element_add_to (duration, anchor);
}

/* "6 tháng, 9 tháng và cả năm": reports that come round. */
static gboolean
is_list_of_durations (const Reading *reading)
{
  for (guint i = 0; i + 1 < reading->n_elements; i++)
    {
      const LtElement *first = &reading->elements[i];
      const LtElement *second = &reading->elements[i + 1];

      if (first->kind == LT_ELEMENT_DURATION && first->unit == 'm' && !second->words_before
          && (second->link == LT_LINK_LIST || second->link == LT_LINK_AND)
          && (second->kind == LT_ELEMENT_DURATION
              || (second->kind == LT_ELEMENT_SPAN && second->unit == 'y' && second->year == 0)))
        return TRUE;
    }
  return FALSE;
}

static void
read_periodic (Reading *reading, const LtElement *periodic)
{
  reading->deadline->kind = LT_DEADLINE_PERIODIC;
  reading->deadline->period_count = periodic->count;
  reading->deadline->period_unit = periodic->unit;
  read_limits (reading);
  /* "Năm 2024 và hằng năm": the span is the beginning. */
  if (periodic->link == LT_LINK_AND && reading->spans->len > 0
      && get_span (reading, 0)->element < periodic)
    reading->deadline->end = reading->deadline->strict_end = LT_DAY_NONE;
}

/* Whether the spans say when the work is done, and @element only what goes on
 * or comes round behind it ("Quý IV/2024; báo cáo hằng tháng"). */
static gboolean
comes_behind_spans (const Reading *reading, const LtElement *element)
{
  gboolean parted = FALSE;

  if (reading->spans->len == 0)
    return FALSE;
  for (guint i = get_span (reading, 0)->place + 1; i < reading->n_elements; i++)
    {
      const LtElement *next = &reading->elements[i];

      parted |= next->link == LT_LINK_BREAK || next->words_before;
      if (next == element)
        return parted && get_span (reading, 0)->element->year != 0;
    }
  return FALSE;
}

static void
read_ongoing (Reading *reading, const LtElement *ongoing)
{
  LtDeadline *deadline = reading->deadline;
  const Span *first = reading->spans->len > 0 ? get_span (reading, 0) : NULL;
  gboolean onwards = ongoing->kind == LT_ELEMENT_ONWARDS;

  if (first == NULL || (!onwards && first->element > ongoing))
    {
      const LtElement *more = find_element (reading, LT_ELEMENT_ONWARDS);

      deadline->kind = LT_DEADLINE_ONGOING;
      read_limits (reading);
      /* "Thường xuyên trong năm 2024 và các năm tiếp theo" */
      if (more != NULL && more > ongoing && !more->words_before)
        deadline->end = deadline->strict_end = LT_DAY_NONE;
      return;
    }
  /* "Năm 2024 và các năm tiếp theo", "từ 2025 trở đi": the span is the beginning. */
  if (onwards && !is_last_day (first) && !ongoing->words_before)
    {
      deadline->kind = LT_DEADLINE_ONGOING;
      deadline->start = first->start;
      return;
    }
  /* "Năm 2025 (thường xuyên)": the span is how long. */
  if (!onwards && !is_last_day (first) && ongoing->link != LT_LINK_AND
      && ongoing->link != LT_LINK_BREAK && !ongoing->words_before)
    {
      deadline->kind = LT_DEADLINE_ONGOING;
      read_limits (reading);
      return;
    }
  read_spans (reading);
  deadline->then_ongoing = deadline->kind != LT_DEADLINE_ONGOING;
}

/* "Từ nay đến …": what begins with the issue. */
static void
set_issue_start (Reading *reading)
{
  const LtElement *issue = find_element (reading, LT_ELEMENT_ISSUE);
  LtDay issued = get_issued (reading);

  if (issue != NULL && reading->deadline->kind == LT_DEADLINE_DEADLINE
      && issued != LT_DAY_NONE && issued <= reading->deadline->strict_end)
    reading->deadline->start = issued;
}

static void
read_elements (Reading *reading)
{
  const LtElement *periodic = find_element (reading, LT_ELEMENT_PERIODIC);
  const LtElement *ongoing = find_element (reading, LT_ELEMENT_ONGOING);

  if (ongoing == NULL)
    ongoing = find_element (reading, LT_ELEMENT_ONWARDS);
  if (!collect_spans (reading) || !join_ranges (reading))
    return;

  if (periodic != NULL && !comes_behind_spans (reading, periodic)
      && (ongoing == NULL || periodic < ongoing))
    read_periodic (reading, periodic);
  else if (ongoing != NULL)
    read_ongoing (reading, ongoing);
  else if (is_list_of_durations (reading))
    {
      const LtElement *duration = find_element (reading, LT_ELEMENT_DURATION);

      g_array_set_size (reading->spans, 0);
      read_periodic (reading, duration);
    }
  else if (reading->spans->len > 0)
    {
      read_spans (reading);
      reading->deadline->then_ongoing |= periodic != NULL;
    }
  else if (find_element (reading, LT_ELEMENT_DURATION) != NULL
           || find_element (reading, LT_ELEMENT_EVENT) != NULL
           || find_element (reading, LT_ELEMENT_ISSUE) != NULL)
    read_relative (reading);
  else if (find_element (reading, LT_ELEMENT_CONTINUE) != NULL)
    reading->deadline->kind = LT_DEADLINE_ONGOING;
  set_issue_start (reading);
}

/* Near the ends of the calendar a duration or "trước" may lead out of it. */
static gboolean
is_sound (const LtDeadline *deadline)
{
  const LtDay days[] = { deadline->start, deadline->end, deadline->strict_end };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      if (days[i] != LT_DAY_NONE && !lt_day_to_ymd (days[i], NULL, NULL, NULL))
        return FALSE;
    }
  return deadline->start == LT_DAY_NONE || deadline->end == LT_DAY_NONE
         || deadline->start <= deadline->end;
}

static gboolean
has_words (const LtDeadlineToken *tokens)
{
  for (; tokens->word != LT_WORD_NONE; tokens++)
    {
      if (tokens->word < LT_WORD_SLASH || tokens->word > LT_WORD_SIGN)
        return TRUE;
    }
  return FALSE;
}

LtDeadline *
lt_deadline_parse (const char *text, const LtDeadlineContext *context)
{
  LtDeadline *deadline = g_new0 (LtDeadline, 1);
  g_autoptr (GArray) tokens = NULL;
  g_autoptr (GArray) elements = NULL;
  g_autoptr (GArray) spans = NULL;
  Reading reading = { .context = context, .deadline = deadline };

  deadline->start = deadline->end = deadline->strict_end = LT_DAY_NONE;
  tokens = _lt_deadline_tokenize (text != NULL ? text : "");
  if (!has_words ((const LtDeadlineToken *) (gpointer) tokens->data))
    return deadline;

  deadline->kind = LT_DEADLINE_UNKNOWN;
  elements = _lt_deadline_scan ((const LtDeadlineToken *) (gpointer) tokens->data);
  spans = g_array_new (FALSE, FALSE, sizeof (Span));
  reading.elements = (const LtElement *) (gpointer) elements->data;
  reading.n_elements = elements->len;
  reading.spans = spans;
  pass_months ((LtElement *) (gpointer) elements->data, elements->len);
  pass_years ((LtElement *) (gpointer) elements->data, elements->len);
  read_elements (&reading);

  if (deadline->kind == LT_DEADLINE_UNKNOWN || !is_sound (deadline))
    {
      deadline->kind = LT_DEADLINE_UNKNOWN;
      deadline->start = deadline->end = deadline->strict_end = LT_DAY_NONE;
      deadline->year_assumed = deadline->then_ongoing = FALSE;
      deadline->period_count = 0;
      deadline->period_unit = '\0';
      g_clear_pointer (&deadline->milestones, g_array_unref);
    }
  return deadline;
}
