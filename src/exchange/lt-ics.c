/* SPDX-License-Identifier: MIT */
#include "exchange/lt-ics.h"

#include <math.h>
#include <string.h>

#include "lt-config.h"
#include "plan/lt-agency-use.h"
#include "plan/lt-status.h"

/* RFC 5545, 3.1: octets of a line without its break. */
#define LINE_MAX_OCTETS 75

#define PRODUCT "-//Lo Trinh//Lo Trinh " LT_VERSION "//VI"

typedef struct {
  GString *text;
  const LtIcsOptions *options;
  char *stamp;
} Writer;

typedef struct {
  gint64 id;
  LtDay day;
  const char *summary;
  const char *description;
  const char *plan;
  LtState state;
} Event;

/* Folds between characters: a program that unfolds bytes gets the same words back as
 * one that decodes each line first. */
static void
add_line (Writer *self, const char *line)
{
  gsize room = LINE_MAX_OCTETS;

  while (strlen (line) > room)
    {
      const char *end = line + room;

      while (((guchar) *end & 0xc0) == 0x80)
        end--;
      g_string_append_len (self->text, line, end - line);
      g_string_append (self->text, "\r\n ");
      line = end;
      room = LINE_MAX_OCTETS - 1;
    }
  g_string_append (self->text, line);
  g_string_append (self->text, "\r\n");
}

/* RFC 5545, 3.3.11. What the rows hold is clean: no control character but line breaks. */
static void
add_text (Writer *self, const char *name, const char *value)
{
  g_autoptr (GString) line = g_string_new (name);

  g_string_append_c (line, ':');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '\n')
        {
          g_string_append (line, "\\n");
          continue;
        }
      if (strchr ("\\;,", *p) != NULL)
        g_string_append_c (line, '\\');
      g_string_append_c (line, *p);
    }
  add_line (self, line->str);
}

static void
add_day (Writer *self, const char *name, LtDay day)
{
  g_autofree char *line = NULL;
  int year, month, day_of_month;

  if (!lt_day_to_ymd (day, &year, &month, &day_of_month))
    return;
  line = g_strdup_printf ("%s;VALUE=DATE:%04d%02d%02d", name, year, month, day_of_month);
  add_line (self, line);
}

static void
add_alarm (Writer *self, const Event *event)
{
  g_autofree char *trigger = g_strdup_printf ("TRIGGER:-P%dD", self->options->soon_days);

  add_line (self, "BEGIN:VALARM");
  add_line (self, "ACTION:DISPLAY");
  add_text (self, "DESCRIPTION", event->summary);
  add_line (self, trigger);
  add_line (self, "END:VALARM");
}

static gboolean
is_open (LtState state)
{
  return state != LT_STATE_DONE && state != LT_STATE_MAINTAINED && state != LT_STATE_CANCELLED;
}

static void
add_event (Writer *self, const Event *event)
{
  g_autofree char *uid = g_strdup_printf ("UID:%016" G_GINT64_MODIFIER "x@lotrinh", event->id);
  g_autofree char *stamp = g_strconcat ("DTSTAMP:", self->stamp, NULL);

  add_line (self, "BEGIN:VEVENT");
  add_line (self, uid);
  add_line (self, stamp);
  add_day (self, "DTSTART", event->day);
  /* The first day that no longer belongs to it. */
  add_day (self, "DTEND", event->day + 1);
  add_text (self, "SUMMARY", event->summary);
  add_text (self, "DESCRIPTION", event->description);
  if (*event->plan != '\0')
    add_text (self, "CATEGORIES", event->plan);
  add_line (self, event->state == LT_STATE_CANCELLED ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
  /* A deadline does not make anybody busy. */
  add_line (self, "TRANSP:TRANSPARENT");
  if (self->options->soon_days > 0 && is_open (event->state))
    add_alarm (self, event);
  add_line (self, "END:VEVENT");
}

static void
add_words (GString *text, const char *title, const char *words)
{
  if (*words == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, "%s: %s", title, words);
}

static char *
dup_description (LtAssignment *assignment)
{
  GString *text = g_string_new (NULL);
  LtPlan *plan = lt_item_get_ancestor (LT_ITEM (assignment), LT_TYPE_PLAN);
  g_autofree char *outcomes = lt_assignment_dup_outcome_lines (assignment);

  g_string_append (text, outcomes);
  add_words (text, "Thời gian hoàn thành", lt_assignment_get_deadline_words (assignment));
  add_words (text, "Chủ trì", lt_assignment_get_lead_words (assignment));
  add_words (text, "Phối hợp", lt_assignment_get_coordination_words (assignment));
  add_words (text, "Tình trạng", lt_state_get_official (lt_assignment_get_state (assignment)));
  if (plan != NULL)
    {
      add_words (text, "Kế hoạch", lt_plan_get_title (plan));
      add_words (text, "Số", lt_plan_get_number (plan));
    }
  return g_string_free (text, FALSE);
}

static char *
dup_figure (LtTarget *target)
{
  static const char *const words[] = { "ít nhất ", "không quá ", "từ " };
  double value = lt_target_get_value (target);
  double value_to = lt_target_get_value_to (target);
  LtGoal goal = lt_target_get_goal (target);
  GString *text = g_string_new (words[goal]);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    {
      g_string_truncate (text, 0);
      return g_string_free (text, FALSE);
    }
  g_string_append (text, g_strdelimit (g_ascii_formatd (number, sizeof number, "%.15g", value), ".", ','));
  if (goal == LT_GOAL_BETWEEN && !isnan (value_to))
    g_string_append_printf (text, " đến %s",
                            g_strdelimit (g_ascii_formatd (number, sizeof number, "%.15g", value_to), ".", ','));
  if (*lt_target_get_unit (target) != '\0')
    g_string_append_printf (text, " %s", lt_target_get_unit (target));
  return g_string_free (text, FALSE);
}

/* A target that is due when its assignment is would stand there twice. */
static void
add_targets (Writer *self, LtAssignment *assignment, const char *path, Event event)
{
  LtDay due = lt_assignment_get_due (assignment);

  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (assignment)); i++)
    {
      LtItem *outcome = lt_item_get_child (LT_ITEM (assignment), i);

      for (guint j = 0; j < lt_item_get_n_children (outcome); j++)
        {
          LtTarget *target = lt_item_get_child (outcome, j);
          g_autofree char *figure = NULL;
          g_autofree char *line = NULL;
          g_autofree char *summary = NULL;

          event.day = lt_target_get_due (target);
          if (event.day == LT_DAY_NONE || event.day == due)
            continue;
          figure = dup_figure (target);
          line = lt_outcome_dup_line (LT_OUTCOME (outcome));
          summary = g_strdup_printf ("Chỉ tiêu %s: %s%s%s", path, lt_target_get_name (target),
                                     *lt_target_get_name (target) && *figure ? ", " : "", figure);
          event.id = lt_item_get_id (LT_ITEM (target));
          event.summary = summary;
          event.description = line;
          add_event (self, &event);
        }
    }
}

static void
add_assignment (Writer *self, LtAssignment *assignment)
{
  LtItem *initiative = lt_item_get_parent (LT_ITEM (assignment));
  LtPlan *plan = lt_item_get_ancestor (LT_ITEM (assignment), LT_TYPE_PLAN);
  g_autofree char *path = lt_item_dup_path (LT_ITEM (assignment));
  g_autofree char *summary = g_strdup_printf ("Hạn %s: %s", path,
                                              initiative ? lt_initiative_get_name (LT_INITIATIVE (initiative)) : "");
  g_autofree char *description = dup_description (assignment);
  Event event = {
    .id = lt_item_get_id (LT_ITEM (assignment)),
    .day = lt_assignment_get_due (assignment),
    .summary = summary,
    .description = description,
    .plan = plan ? lt_plan_get_title (plan) : "",
    .state = lt_assignment_get_state (assignment),
  };

  if (event.day != LT_DAY_NONE)
    add_event (self, &event);
  add_targets (self, assignment, path, event);
}

/* RFC 5545, 3.3.5, in UTC. */
static char *
dup_stamp (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  return time ? g_date_time_format (time, "%Y%m%dT%H%M%SZ") : g_strdup ("19700101T000000Z");
}

GBytes *
lt_ics_write (LtBook *book, const LtIcsOptions *options)
{
  g_autoptr (GPtrArray) assignments = lt_book_gather_assignments (book);
  g_autofree char *stamp = dup_stamp (options->stamp);
  Writer writer = { g_string_new (NULL), options, stamp };

  add_line (&writer, "BEGIN:VCALENDAR");
  add_line (&writer, "VERSION:2.0");
  add_line (&writer, "PRODID:" PRODUCT);
  add_line (&writer, "CALSCALE:GREGORIAN");
  add_line (&writer, "METHOD:PUBLISH");
  add_text (&writer, "X-WR-CALNAME", "Lộ Trình");
  for (guint i = 0; i < assignments->len; i++)
    add_assignment (&writer, g_ptr_array_index (assignments, i));
  add_line (&writer, "END:VCALENDAR");
  return g_string_free_to_bytes (writer.text);
}

guint
lt_ics_count_left_out (LtBook *book)
{
  g_autoptr (GPtrArray) assignments = lt_book_gather_assignments (book);
  guint n = 0;

  for (guint i = 0; i < assignments->len; i++)
    n += lt_assignment_get_due (g_ptr_array_index (assignments, i)) == LT_DAY_NONE;
  return n;
}
