/* SPDX-License-Identifier: MIT */
#include "chart/lt-timeline-private.h"

#include <glib/gi18n-lib.h>

#include "chart/lt-chart-error.h"
#include "report/lt-attachment-line.h"

static void
index_rows (LtTimeline *self)
{
  self->index = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < self->rows->len; i++)
    {
      LtTimelineRow *row = &g_array_index (self->rows, LtTimelineRow, i);

      if (row->id != 0)
        g_hash_table_insert (self->index, &row->id, GUINT_TO_POINTER (i + 1));
      if (row->bar != LT_BAR_NONE)
        self->n_dated++;
    }
}

LtTimeline *
lt_timeline_new (LtPlan *plan, const LtTimelineOptions *options)
{
  static const LtTimelineOptions defaults = LT_TIMELINE_OPTIONS_INIT;
  LtTimeline *self;
  g_autofree char *issue = NULL;

  g_return_val_if_fail (LT_IS_PLAN (plan), NULL);

  if (options == NULL)
    options = &defaults;
  self = g_new0 (LtTimeline, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->pool = g_string_chunk_new (16 * 1024);
  self->rows = g_array_new (FALSE, FALSE, sizeof (LtTimelineRow));
  self->marks = g_array_new (FALSE, FALSE, sizeof (LtTimelineMark));
  self->title = g_string_chunk_insert (self->pool, lt_plan_get_title (plan));
  issue = lt_attachment_line_dup (plan, TRUE);
  self->issue = g_string_chunk_insert (self->pool, issue);
  self->subset = "";
  if (options->subset != NULL)
    {
      g_autofree char *subset = g_strdup_printf ("Chỉ gồm nhiệm vụ %s", options->subset);

      self->subset = g_string_chunk_insert (self->pool, subset);
    }
  self->as_of = options->as_of == LT_DAY_NONE ? lt_day_today () : options->as_of;
  self->soon_days = options->soon_days;
  self->first = self->last = self->base_first = self->base_last = LT_DAY_NONE;
  self->year = lt_plan_get_deadline_context (plan).year;
  self->baseline_day = LT_DAY_NONE;
  if (options->baseline != NULL)
    {
      self->baseline_name = g_string_chunk_insert (self->pool, lt_baseline_get_name (options->baseline));
      self->baseline_day = lt_baseline_get_day (options->baseline);
    }
  _lt_timeline_build (self, plan, options);
  index_rows (self);
  return self;
}

LtTimeline *
lt_timeline_new_without_baseline (LtTimeline *self)
{
  LtTimeline *copy = g_new (LtTimeline, 1);

  *copy = *self;
  g_atomic_ref_count_init (&copy->ref_count);
  copy->source = lt_timeline_ref (self);
  copy->rows = g_array_copy (self->rows);
  copy->n_dated = 0;
  _lt_timeline_forget_baseline (copy);
  index_rows (copy);
  return copy;
}

LtTimeline *
lt_timeline_ref (LtTimeline *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
lt_timeline_unref (LtTimeline *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->index);
  g_array_unref (self->rows);
  if (self->source != NULL)
    lt_timeline_unref (self->source);
  else
    {
      g_array_unref (self->marks);
      g_string_chunk_free (self->pool);
    }
  g_free (self);
}

guint
lt_timeline_get_n_rows (LtTimeline *self)
{
  return self->rows->len;
}

const LtTimelineRow *
lt_timeline_get_row (LtTimeline *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);
  return &g_array_index (self->rows, LtTimelineRow, row);
}

int
lt_timeline_find_row (LtTimeline *self, gint64 id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->index, &id)) - 1;
}

const LtTimelineMark *
lt_timeline_get_marks (LtTimeline *self, const LtTimelineRow *row)
{
  return &g_array_index (self->marks, LtTimelineMark, row->first_mark);
}

guint
lt_timeline_get_n_dated (LtTimeline *self)
{
  return self->n_dated;
}

LtDay
lt_timeline_get_as_of (LtTimeline *self)
{
  return self->as_of;
}

int
lt_timeline_get_soon_days (LtTimeline *self)
{
  return self->soon_days;
}

const char *
lt_timeline_get_title (LtTimeline *self)
{
  return self->title;
}

const char *
lt_timeline_get_subset (LtTimeline *self)
{
  return self->subset;
}

const char *
lt_timeline_get_baseline_name (LtTimeline *self)
{
  return self->baseline_name;
}

LtDay
lt_timeline_get_baseline_day (LtTimeline *self)
{
  return self->baseline_day;
}

const char *
lt_timeline_get_issue (LtTimeline *self)
{
  return self->issue;
}

static LtDay
take_earlier (LtDay a, LtDay b)
{
  return a == LT_DAY_NONE ? b : b == LT_DAY_NONE ? a : MIN (a, b);
}

static LtDay
take_later (LtDay a, LtDay b)
{
  return a == LT_DAY_NONE ? b : b == LT_DAY_NONE ? a : MAX (a, b);
}

void
lt_timeline_get_range (LtTimeline *self, LtDay *first, LtDay *last)
{
  int year = self->year;
  int month;
  LtDay from = take_earlier (self->first, self->base_first);
  LtDay to = take_later (self->last, self->base_last);

  if (from == LT_DAY_NONE)
    {
      if (year == 0)
        lt_day_to_ymd (self->as_of, &year, NULL, NULL);
      *first = lt_day_from_ymd (year, 1, 1);
      *last = lt_day_from_ymd (year, 12, 31);
      return;
    }
  lt_day_to_ymd (from, &year, &month, NULL);
  *first = lt_day_from_ymd (year, month, 1);
  lt_day_to_ymd (to, &year, &month, NULL);
  *last = lt_day_from_ymd (year, month, lt_year_month_days (year, month));
}

gboolean
lt_timeline_resolve_range (LtTimeline *self, LtDay *first, LtDay *last, GError **error)
{
  LtDay given_first = *first;
  LtDay given_last = *last;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  lt_timeline_get_range (self, first, last);
  /* One end that is given lies beyond the data: the other goes with it. */
  if (given_first != LT_DAY_NONE)
    {
      *first = given_first;
      *last = MAX (*last, *first);
    }
  if (given_last != LT_DAY_NONE)
    {
      *last = given_last;
      if (given_first == LT_DAY_NONE)
        *first = MIN (*first, *last);
    }
  if (*first <= *last)
    return TRUE;
  from = lt_day_dup_official (*first);
  to = lt_day_dup_official (*last);
  g_set_error (error, LT_CHART_ERROR, LT_CHART_ERROR_RANGE,
               _("The range of days ends on %s, before it begins on %s. Swap the two days."), to,
               from);
  return FALSE;
}
