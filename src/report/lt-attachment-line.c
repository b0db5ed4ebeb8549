/* SPDX-License-Identifier: MIT */
#include "report/lt-attachment-line.h"

#include <string.h>

#define NO_BREAK_SPACE "\xc2\xa0"

/* Spaces that the stamp of a number, a day or a month takes at 13 points. */
#define NUMBER_ROOM 14
#define DAY_ROOM 7

#define BLANK "[\\s.…_]*"
#define SLOT(name, digits) "(?<" name ">" BLANK "(?:" digits ")?" BLANK ")"

/* The document's own number and day come first; other documents may be named behind. */
static const char number_pattern[]
    = "\\bsố(?:\\s*:)?" SLOT ("number", "\\d+[a-zđ]?") "/(?<sign>[^\\s/]*)";
static const char day_pattern[]
    = "\\bngày" SLOT ("day", "\\d{1,2}") "(?:/|tháng)" SLOT ("month", "\\d{1,2}")
      "(?:/|năm)" SLOT ("year", "\\d{1,4}");

typedef struct {
  int start;
  int end;
} Place;

static Place
get_place (GMatchInfo *match, const char *name)
{
  Place place = { -1, -1 };

  g_match_info_fetch_named_pos (match, name, &place.start, &place.end);
  return place;
}

static gboolean
holds_digit (const char *text, Place place)
{
  for (int i = place.start; i < place.end; i++)
    if (g_ascii_isdigit (text[i]))
      return TRUE;
  return FALSE;
}

/* Dots and underlines are room enough, and the issuer's own choice. */
static gboolean
holds_filler (const char *text, Place place)
{
  for (int i = place.start; i < place.end; i++)
    if (text[i] == '.' || text[i] == '_' || g_str_has_prefix (text + i, "…"))
      return TRUE;
  return FALSE;
}

static void
append_range (GString *result, const char *text, int start, int end)
{
  g_string_append_len (result, text + start, end - start);
}

/* One place of the line: the value, or room for it. */
static void
append_slot (GString *result, const char *line, Place place, const char *value, gboolean filled,
             guint room)
{
  gboolean tight = line[place.end] == '/';

  if (filled && (value != NULL || holds_digit (line, place)))
    {
      if (holds_digit (line, place))
        append_range (result, line, place.start, place.end);
      else
        {
          if (result->len > 0 && strchr ("/ ", result->str[result->len - 1]) == NULL)
            g_string_append_c (result, ' ');
          g_string_append (result, value);
          if (!tight)
            g_string_append_c (result, ' ');
        }
      return;
    }
  if (holds_filler (line, place) && !holds_digit (line, place))
    {
      append_range (result, line, place.start, place.end);
      return;
    }
  /* An ordinary space first lets the line break there and nowhere within. */
  g_string_append_c (result, ' ');
  for (guint i = 1; i < room; i++)
    g_string_append (result, NO_BREAK_SPACE);
}

static GMatchInfo *
find (const char *pattern, const char *line, int start, int end)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  GMatchInfo *match = NULL;

  if (g_regex_match_full (regex, line, end, start, 0, &match, NULL))
    return match;
  g_match_info_free (match);
  return NULL;
}

/* The part of the plan's number before its sign, if the sign is that of the line. */
static char *
dup_serial (LtPlan *plan, const char *line, Place sign)
{
  const char *number = lt_plan_get_number (plan);
  const char *slash = strchr (number, '/');
  gsize length = slash ? (gsize) (slash - number) : strlen (number);
  g_autofree char *serial = g_strstrip (g_strndup (number, length));

  if (!g_ascii_isdigit (*serial))
    return NULL;
  if (slash != NULL)
    {
      g_autofree char *own = g_utf8_casefold (slash + 1, -1);
      g_autofree char *named = g_utf8_casefold (line + sign.start, sign.end - sign.start);

      if (strcmp (own, named) != 0)
        return NULL;
    }
  /* Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3.c */
  return g_strdup_printf (strlen (serial) == 1 ? "0%s" : "%s", serial);
}

static char *
make_line (LtPlan *plan)
{
  const char *slash = strchr (lt_plan_get_number (plan), '/');
  const char *issuer = lt_plan_get_issuer (plan);
  int year = lt_plan_get_year (plan);
  GString *line = g_string_new ("(Kèm theo Kế hoạch số ");

  lt_day_to_ymd (lt_plan_get_issued (plan), &year, NULL, NULL);
  g_string_append (line, slash != NULL ? slash : "/KH-");
  g_string_append (line, " ngày tháng năm ");
  if (year != 0)
    g_string_append_printf (line, "%d", year);
  if (*issuer)
    g_string_append_printf (line, "%scủa %s", year != 0 ? " " : "", issuer);
  g_string_append_c (line, ')');
  return g_string_free (line, FALSE);
}

/* Where the words about this document end and another may be named. */
static int
find_end (const char *line, int start)
{
  const char *other = strstr (line + start, " số ");
  const char *issuer = strstr (line + start, " của ");
  int end = (int) strlen (line);

  if (other != NULL)
    end = MIN (end, (int) (other - line));
  if (issuer != NULL)
    end = MIN (end, (int) (issuer - line));
  return end;
}

/* Returns how far the line has been taken over. */
static int
append_day (GString *result, const char *line, GMatchInfo *match, LtDay issued, gboolean filled)
{
  Place day = get_place (match, "day");
  Place month = get_place (match, "month");
  Place year = get_place (match, "year");
  gboolean named = holds_digit (line, day) || holds_digit (line, month);
  g_autofree char *official = named || !filled ? NULL : lt_day_dup_official (issued);
  g_auto (GStrv) parts = official != NULL ? g_strsplit (official, "/", 3) : NULL;

  append_slot (result, line, day, parts != NULL ? parts[0] : NULL, filled, DAY_ROOM);
  append_range (result, line, day.end, month.start);
  append_slot (result, line, month, parts != NULL ? parts[1] : NULL, filled, DAY_ROOM);
  append_range (result, line, month.end, year.start);
  if (parts == NULL)
    {
      append_range (result, line, year.start, year.end);
      return year.end;
    }
  /* The year goes with the day, even against the line: a plan that was drafted in
   * December may be issued in January. */
  if (line[year.start - 1] != '/')
    g_string_append_c (result, ' ');
  g_string_append (result, parts[2]);
  if (line[year.end - 1] == ' ' && line[year.end] != '\0' && !g_ascii_ispunct (line[year.end]))
    g_string_append_c (result, ' ');
  return year.end;
}

char *
lt_attachment_line_dup (LtPlan *plan, gboolean filled)
{
  g_autofree char *line = *lt_plan_get_attachment (plan)
                              ? g_strdup (lt_plan_get_attachment (plan))
                              : make_line (plan);
  GString *result = g_string_new (NULL);
  g_autoptr (GMatchInfo) number = find (number_pattern, line, 0, (int) strlen (line));
  g_autoptr (GMatchInfo) day = NULL;
  int done = 0;

  if (number != NULL)
    {
      Place place = get_place (number, "number");
      Place sign = get_place (number, "sign");
      g_autofree char *serial = dup_serial (plan, line, sign);

      append_range (result, line, 0, place.start);
      append_slot (result, line, place, serial, filled, NUMBER_ROOM);
      append_range (result, line, place.end, sign.end);
      done = sign.end;
    }
  day = find (day_pattern, line, done, find_end (line, done));
  if (day != NULL)
    {
      append_range (result, line, done, get_place (day, "day").start);
      done = append_day (result, line, day, lt_plan_get_issued (plan), filled);
    }
  g_string_append (result, line + done);
  return g_string_free (result, FALSE);
}
