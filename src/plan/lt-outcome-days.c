/* SPDX-License-Identifier: MIT */
#include "plan/lt-outcome-days.h"

#include "plan/lt-deadline-private.h"

/* A look without reading, for most results name no day at all: a year in digits. */
static gboolean
may_name_days (const char *words)
{
  guint n_digits = 0;

  for (; *words; words++)
    {
      n_digits = g_ascii_isdigit (*words) ? n_digits + 1 : 0;
      if (n_digits == 4)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_span (const LtElement *element)
{
  return element->kind == LT_ELEMENT_SPAN && element->year_offset < 0 && element->offset == 0;
}

static gboolean
says_until_when (const LtElement *element)
{
  gboolean vague = element->unit == 'y' && element->part == LT_PART_WHOLE;

  if (!is_span (element) || element->year == 0)
    return FALSE;
  if (element->role == LT_SPAN_ROLE_BEFORE || element->role == LT_SPAN_ROLE_UNTIL)
    return TRUE;
  if (element->role == LT_SPAN_ROLE_FROM || element->role == LT_SPAN_ROLE_AFTER || vague)
    return FALSE;
  return element->role == LT_SPAN_ROLE_WITHIN || element->complete_before
         || element->link == LT_LINK_OPEN;
}

/* The start of "từ … đến …", whose year may stand at the end alone. */
static LtDay
get_start (const LtElement *from, const LtElement *until)
{
  LtDay start;
  LtDay end;

  if (!is_span (from) || from->role != LT_SPAN_ROLE_FROM
      || (until->link != LT_LINK_RANGE && until->role != LT_SPAN_ROLE_UNTIL))
    return LT_DAY_NONE;
  if (!_lt_element_get_days (from, from->year > 0 ? from->year : until->year, LT_DAY_NONE, &start,
                             &end))
    return LT_DAY_NONE;
  return start;
}

GArray *
lt_outcome_days_scan (const char *words)
{
  g_autoptr (GArray) tokens = NULL;
  g_autoptr (GArray) elements = NULL;
  GArray *found = NULL;

  if (!may_name_days (words))
    return NULL;
  tokens = _lt_deadline_tokenize (words);
  elements = _lt_deadline_scan ((const LtDeadlineToken *) (gpointer) tokens->data);
  for (guint i = 0; i < elements->len; i++)
    {
      const LtElement *element = &g_array_index (elements, LtElement, i);
      LtNamedDays days;
      LtDay first;

      if (!says_until_when (element)
          || !_lt_element_get_days (element, element->year, LT_DAY_NONE, &first, &days.end)
          || days.end == LT_DAY_NONE)
        continue;
      /* "trước tháng 10" is over when October begins. */
      if (element->role == LT_SPAN_ROLE_BEFORE && element->unit != 'd')
        days.end = first - 1;
      days.start = i > 0 ? get_start (element - 1, element) : LT_DAY_NONE;
      if (days.start == LT_DAY_NONE && element->unit != 'd'
          && element->role != LT_SPAN_ROLE_BEFORE && element->role != LT_SPAN_ROLE_UNTIL)
        days.start = first;
      if (found == NULL)
        found = g_array_new (FALSE, FALSE, sizeof (LtNamedDays));
      g_array_append_val (found, days);
    }
  return found;
}
