/* SPDX-License-Identifier: MIT */
#include "plan/lt-deadline.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

static void
check_day (LtDay day)
{
  g_assert_true (day == LT_DAY_NONE || lt_day_to_ymd (day, NULL, NULL, NULL));
}

static void
check (const char *text, const LtDeadlineContext *context)
{
  g_autoptr (LtDeadline) deadline = lt_deadline_parse (text, context);
  g_autofree char *meaning = lt_deadline_dup_meaning (deadline, TRUE);
  g_autofree char *words = lt_deadline_dup_words (deadline->start, deadline->end);
  gboolean open = deadline->start == LT_DAY_NONE || deadline->end == LT_DAY_NONE;

  g_assert_nonnull (lt_deadline_kind_get_nick (deadline->kind));
  g_assert_nonnull (meaning);
  g_assert_true (g_utf8_validate (words, -1, NULL));
  g_assert_true (open || deadline->start <= deadline->end);
  g_assert_cmpint (deadline->end == LT_DAY_NONE, ==, deadline->strict_end == LT_DAY_NONE);
  g_assert_cmpint (deadline->strict_end, <=, deadline->end);
  check_day (deadline->start);
  check_day (deadline->end);
  check_day (deadline->strict_end);
  if (deadline->kind == LT_DEADLINE_EMPTY || deadline->kind == LT_DEADLINE_UNKNOWN)
    {
      g_assert_cmpint (deadline->start, ==, LT_DAY_NONE);
      g_assert_cmpint (deadline->end, ==, LT_DAY_NONE);
      g_assert_false (deadline->then_ongoing);
      g_assert_false (deadline->year_assumed);
    }
  if (deadline->kind != LT_DEADLINE_PERIODIC)
    g_assert_cmpint (deadline->period_count, ==, 0);
  for (guint i = 0; deadline->milestones != NULL && i < deadline->milestones->len; i++)
    g_assert_cmpint (g_array_index (deadline->milestones, LtDay, i), <, deadline->end);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  const LtDeadlineContext contexts[] = {
    { 0, LT_DAY_NONE },
    { 2024, LT_DAY_NONE },
    { 2026, lt_day_from_ymd (2026, 1, 31) },
    { 0, lt_day_from_ymd (2023, 12, 30) },
    { LT_YEAR_MAX, lt_day_from_ymd (LT_YEAR_MAX, 12, 31) },
    { LT_YEAR_MIN, lt_day_from_ymd (LT_YEAR_MIN, 1, 1) },
  };
  g_autofree char *text = g_strndup ((const char *) data, size);

  check (text, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (contexts); i++)
    check (text, &contexts[i]);
  return 0;
}
