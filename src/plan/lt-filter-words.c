/* SPDX-License-Identifier: MIT */
#include "plan/lt-filter.h"

typedef const char *(*WordOf) (guint value);

static const char *
get_state_word (guint state)
{
  return lt_state_get_official ((LtState) state);
}

static const char *
get_timeliness_word (guint timeliness)
{
  return lt_timeliness_get_official ((LtTimeliness) timeliness);
}

static void
append (GString *words, const char *separator, const char *more)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? separator : "", more);
}

static char *
dup_set (guint set, guint last, WordOf word_of)
{
  GString *words = g_string_new (NULL);

  for (guint value = 0; value <= last; value++)
    if (set & LT_FILTER_BIT (value))
      append (words, ", ", word_of (value));
  return g_string_free (words, FALSE);
}

static void
append_agency (GString *words, LtFilter *filter)
{
  guint roles = lt_filter_get_roles (filter);
  const char *role = "chủ trì hoặc phối hợp";
  g_autofree char *agency = NULL;

  if (!lt_filter_has_part (filter, LT_FILTER_AGENCY))
    return;
  if (roles == LT_FILTER_BIT (LT_ROLE_LEAD))
    role = "chủ trì";
  else if (roles == LT_FILTER_BIT (LT_ROLE_COORDINATE))
    role = "phối hợp";
  agency = g_strdup_printf ("%s: %s", role, lt_filter_get_agency (filter));
  append (words, "; ", agency);
}

static void
append_state (GString *words, LtFilter *filter)
{
  g_autofree char *states = dup_set (lt_filter_get_states (filter), LT_STATE_CANCELLED, get_state_word);
  g_autofree char *percent = NULL;
  int least;
  int most;

  if (*states != '\0')
    append (words, "; ", states);
  lt_filter_get_percent (filter, &least, &most);
  if (least <= 0 && most >= 100)
    return;
  percent = g_strdup_printf ("tỉ lệ hoàn thành từ %d%% đến %d%%", least, most);
  append (words, "; ", percent);
}

static void
append_timeliness (GString *words, LtFilter *filter)
{
  g_autofree char *kinds = dup_set (lt_filter_get_timeliness (filter), LT_TIMELINESS_DONE_LATE,
                                    get_timeliness_word);
  int days = lt_filter_get_due_within (filter);

  if (days >= 0)
    {
      g_autofree char *within = g_strdup_printf ("%s%sđến hạn trong %d ngày tới", kinds, *kinds ? " hoặc " : "",
                                                 days);

      append (words, "; ", within);
    }
  else if (*kinds != '\0')
    append (words, "; ", kinds);
}

static void
append_due (GString *words, LtFilter *filter)
{
  LtDay days[2];
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *due = NULL;

  lt_filter_get_due (filter, &days[0], &days[1]);
  if (days[0] == LT_DAY_NONE && days[1] == LT_DAY_NONE)
    return;
  first = lt_day_dup_official (days[0]);
  last = lt_day_dup_official (days[1]);
  if (days[0] == LT_DAY_NONE)
    due = g_strdup_printf ("hạn đến hết ngày %s", last);
  else if (days[1] == LT_DAY_NONE)
    due = g_strdup_printf ("hạn từ ngày %s", first);
  else
    due = g_strdup_printf ("hạn từ ngày %s đến ngày %s", first, last);
  append (words, "; ", due);
}

char *
lt_filter_dup_official (LtFilter *self, const char *search)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_val_if_fail (LT_IS_FILTER (self), NULL);

  append_agency (words, self);
  append_state (words, self);
  append_timeliness (words, self);
  append_due (words, self);
  if (search != NULL && *search != '\0')
    {
      g_autofree char *quoted = g_strdup_printf ("có từ “%s”", search);

      append (words, "; ", quoted);
    }
  return words->len > 0 ? g_strdup (words->str) : NULL;
}
