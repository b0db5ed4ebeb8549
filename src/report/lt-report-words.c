/* SPDX-License-Identifier: MIT */
#include "report/lt-report-words.h"

#include <string.h>

/* Between the head and the table, in points. */
#define SPACE 9

/* Room for what is written by hand or stamped, in no-break spaces, so that folding
 * white space gives the words back. */
#define NUMBER_ROOM "\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0"
#define DAY_ROOM "\u00a0\u00a0\u00a0\u00a0\u00a0"

LtTable *
_lt_progress_table_new (const char *name, const LtProgressOptions *options, double body_size)
{
  LtTable *table = lt_table_new (name, LT_TABLE_DOCUMENT);
  LtPageSetup setup;

  lt_page_setup_init (&setup, LT_PAPER_A4, TRUE, options->margins);
  lt_table_set_page_setup (table, &setup);
  lt_table_set_body_size (table, options->body_size > 0 ? options->body_size : body_size);
  return table;
}

/* Who issued the plan: as it says itself, or at the end of its "(Kèm theo …)" line. */
static char *
dup_issuer (LtPlan *plan)
{
  const char *line = lt_plan_get_attachment (plan);
  const char *issuer = g_strrstr (line, " của ");
  char *words;

  if (*lt_plan_get_issuer (plan))
    return g_strdup (lt_plan_get_issuer (plan));
  if (issuer == NULL)
    return g_strdup ("");
  words = g_strdup (issuer + strlen (" của "));
  if (g_str_has_suffix (words, ")"))
    words[strlen (words) - 1] = '\0';
  return g_strstrip (words);
}

static char *
dup_attachment (LtPlan *plan, const char *document, const char *sign, const LtProgressOptions *options)
{
  g_autofree char *issuer = dup_issuer (plan);
  g_autofree char *day = options->filled ? lt_day_dup_official (options->as_of) : NULL;
  int year = 0;

  lt_day_to_ymd (options->as_of, &year, NULL, NULL);
  if (day == NULL)
    day = g_strdup_printf (DAY_ROOM "/" DAY_ROOM "/%d", year);
  return g_strdup_printf ("(Kèm theo %s số:" NUMBER_ROOM "/%s ngày %s%s%s)", document, *sign ? sign : NUMBER_ROOM, day,
                          *issuer ? " của " : "", issuer);
}

void
_lt_progress_add_head (LtTable *table, LtPlan *plan, const char *title, const char *document, const char *sign,
                       const LtProgressOptions *options, const char *const *lines)
{
  g_autofree char *of_plan = g_utf8_strup (lt_plan_get_title (plan), -1);
  g_autofree char *attachment = dup_attachment (plan, document, sign, options);
  guint space;

  lt_table_set_title (table, title);
  lt_table_add_line (table, LT_ROW_LABEL, "Phụ lục");
  lt_table_add_line (table, LT_ROW_TITLE, title);
  if (*of_plan)
    lt_table_add_line (table, LT_ROW_TITLE, of_plan);
  lt_table_add_line (table, LT_ROW_ATTACHMENT, attachment);
  for (guint i = 0; lines[i]; i++)
    lt_table_add_line (table, LT_ROW_ATTACHMENT, lines[i]);
  space = lt_table_add_line (table, LT_ROW_SPACE, "");
  lt_table_set_row_height (table, space, SPACE);
}

LtDay
_lt_progress_get_end (const LtProgressOptions *options)
{
  return options->to != LT_DAY_NONE ? options->to : options->as_of;
}

char *
_lt_progress_dup_period (const LtProgressOptions *options)
{
  g_autofree char *from = lt_day_dup_official (options->from);
  g_autofree char *end = lt_day_dup_official (_lt_progress_get_end (options));
  g_autofree char *as_of = lt_day_dup_official (options->as_of);
  gboolean apart = _lt_progress_get_end (options) != options->as_of;

  if (from)
    return g_strdup_printf ("Kỳ báo cáo: từ ngày %s đến ngày %s%s%s", from, end,
                            apart ? "; thời hạn tính đến ngày " : "", apart ? as_of : "");
  return g_strdup_printf ("Số liệu đến ngày %s%s%s", end, apart ? "; thời hạn tính đến ngày " : "", apart ? as_of : "");
}

char *
_lt_words_dup_capital (const char *words)
{
  g_autofree char *first = *words ? g_utf8_strup (words, g_utf8_next_char (words) - words) : g_strdup ("");

  return g_strconcat (first, *words ? g_utf8_next_char (words) : "", NULL);
}

char *
_lt_words_dup_time (const LtStatus *status, LtDay as_of)
{
  switch (status->timeliness)
    {
    case LT_TIMELINESS_OVERDUE:
      return g_strdup_printf ("quá hạn %d ngày", as_of - status->due);
    case LT_TIMELINESS_DUE_SOON:
      return status->due == as_of ? g_strdup ("đến hạn trong ngày")
                                  : g_strdup_printf ("còn %d ngày", status->due - as_of);
    case LT_TIMELINESS_DONE_LATE:
      return g_strdup_printf ("trễ hạn %d ngày", status->finished - status->due);
    case LT_TIMELINESS_DONE_ON_TIME:
      /* Without a report's day nobody knows. */
      return g_strdup (status->finished != LT_DAY_NONE ? "đúng hạn" : "");
    case LT_TIMELINESS_NO_DEADLINE:
    case LT_TIMELINESS_ON_TRACK:
    default:
      return g_strdup ("");
    }
}

char *
_lt_words_dup_status (const LtStatus *status, LtDay as_of)
{
  g_autofree char *state = _lt_words_dup_capital (lt_state_get_official (status->state));
  g_autofree char *time = _lt_words_dup_time (status, as_of);
  g_autofree char *percent = NULL;

  if (status->percent != LT_INTEGER_NONE && !(status->state == LT_STATE_DONE && status->percent == 100))
    percent = g_strdup_printf (" (%d%%)", status->percent);
  return g_strconcat (state, percent ? percent : "", *time ? ", " : "", time, NULL);
}

/* The goal in the words of forms: "từ 95 % trở lên". */
static char *
dup_goal (LtTarget *target)
{
  g_autofree char *value = lt_target_dup_figure (target, lt_target_get_value (target));
  g_autofree char *value_to = lt_target_dup_figure (target, lt_target_get_value_to (target));

  if (*value == '\0')
    return g_strdup ("");
  if (lt_target_get_goal (target) == LT_GOAL_AT_MOST)
    return g_strdup_printf ("không quá %s", value);
  if (lt_target_get_goal (target) == LT_GOAL_BETWEEN && *value_to)
    return g_strdup_printf ("từ %s đến %s", value, value_to);
  /* Nobody asks for more than all of it. */
  if (lt_target_get_value (target) >= 100 && strcmp (lt_target_get_unit (target), "%") == 0)
    return g_steal_pointer (&value);
  return g_strdup_printf ("từ %s trở lên", value);
}

char *
_lt_words_dup_target (LtTarget *target, const LtTargetProgress *progress)
{
  const char *name = lt_target_get_name (target);
  g_autofree char *capital = _lt_words_dup_capital (*name ? name : "chỉ tiêu");
  g_autofree char *goal = dup_goal (target);
  g_autofree char *measured = lt_target_dup_figure (target, progress->measured);
  g_autofree char *behind = *goal ? g_strdup_printf (" (chỉ tiêu: %s)", goal) : g_strdup ("");

  return *measured ? g_strdup_printf ("%s: đạt %s%s", capital, measured, behind)
                   : g_strdup_printf ("%s: chưa có số liệu%s", capital, behind);
}

char *
_lt_words_dup_evidence (LtReport *report)
{
  const char *number = lt_report_get_evidence_number (report);
  g_autofree char *day = lt_day_dup_official (lt_report_get_evidence_day (report));

  if (*number == '\0' && day == NULL)
    return g_strdup ("");
  return g_strdup_printf ("(Văn bản%s%s%s%s)", *number ? " số " : "", number, day ? " ngày " : "", day ? day : "");
}
