/* SPDX-License-Identifier: MIT */
#include "chart/lt-timeline-private.h"

#include <string.h>

typedef struct {
  LtTimeline *timeline;
  LtPlan *plan;
  const LtTimelineOptions *options;
  LtDeadlineContext context;
  GPtrArray *undated; /* (element-type LtItem): initiatives and assignments for the end */
  GArray *days;       /* (element-type LtDay): marks being gathered for one row */
  GHashTable *base;   /* id of an assignment -> LtBaselineRow; NULL where there is nothing to compare with */
} Builder;

/* What the assignments below an initiative have in common. */
typedef struct {
  LtDay start;
  LtDay end;
  guint flags;
  guint n; /* with a bar */
  gboolean seen[LT_TIMELINESS_DONE_LATE + 1];
  int percent;
  int n_percent;
  gboolean percent_said;
} Summary;

static const char *
keep_text (Builder *self, const char *text)
{
  return *text ? g_string_chunk_insert (self->timeline->pool, text) : "";
}

/* For words that stand in many rows. */
static const char *
keep_words (Builder *self, const char *text)
{
  return *text ? g_string_chunk_insert_const (self->timeline->pool, text) : "";
}

static void
note_day (Builder *self, LtDay day)
{
  LtTimeline *timeline = self->timeline;

  if (day == LT_DAY_NONE)
    return;
  timeline->first = timeline->first == LT_DAY_NONE ? day : MIN (timeline->first, day);
  timeline->last = timeline->last == LT_DAY_NONE ? day : MAX (timeline->last, day);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  LtDay first = *(const LtDay *) a;
  LtDay second = *(const LtDay *) b;

  return (first > second) - (first < second);
}

/* Hands the gathered days over to a row, each once. */
static void
set_marks (Builder *self, LtTimelineRow *row)
{
  GArray *marks = self->timeline->marks;
  LtDay last = LT_DAY_NONE;

  g_array_sort (self->days, compare_days);
  row->first_mark = marks->len;
  for (guint i = 0; i < self->days->len; i++)
    {
      LtTimelineMark mark = { g_array_index (self->days, LtDay, i) };

      note_day (self, mark.day);
      if (mark.day != last)
        g_array_append_val (marks, mark);
      last = mark.day;
    }
  row->n_marks = marks->len - row->first_mark;
  g_array_set_size (self->days, 0);
}

/* Days that are folded away count for the range, so that folding does not change it. */
static void
drop_days (Builder *self)
{
  for (guint i = 0; i < self->days->len; i++)
    note_day (self, g_array_index (self->days, LtDay, i));
  g_array_set_size (self->days, 0);
}

static gboolean
is_folded (Builder *self, LtItem *item, LtTimelineLevel level)
{
  const LtTimelineOptions *options = self->options;
  gint64 id = lt_item_get_id (item);
  gboolean folded = level >= options->depth;

  if (options->toggled != NULL && g_hash_table_contains (options->toggled, &id))
    folded = !folded;
  return folded && lt_item_get_n_children (item) > 0;
}

static gboolean
accepts (Builder *self, LtAssignment *assignment)
{
  return self->options->filter == NULL
         || self->options->filter (assignment, self->options->filter_data);
}

static LtTimelineRow
begin_row (Builder *self, LtItem *item, LtTimelineLevel level, guint depth, guint parent)
{
  return (LtTimelineRow) {
    .id = item ? lt_item_get_id (item) : 0,
    .number = "", .title = "", .deadline = "", .lead = "", .coordination = "", .base_deadline = "",
    .start = LT_DAY_NONE, .end = LT_DAY_NONE, .base_start = LT_DAY_NONE, .base_end = LT_DAY_NONE,
    .first_mark = self->timeline->marks->len,
    .parent = parent,
    .percent = -1,
    .level = level,
    .depth = (guint8) depth,
    .has_children = item != NULL && lt_item_get_n_children (item) > 0,
    .folded = item != NULL && is_folded (self, item, level),
  };
}

static void
compare (Builder *self, LtTimelineRow *row, LtAssignment *assignment)
{
  gint64 id = lt_item_get_id (LT_ITEM (assignment));
  LtBaselineRow *was;

  if (self->base == NULL)
    return;
  was = g_hash_table_lookup (self->base, &id);
  _lt_timeline_compare_row (row, was, &self->context);
  if (was != NULL)
    row->base_deadline = keep_words (self, lt_baseline_row_get_deadline_words (was));
}

static guint
append_row (Builder *self, const LtTimelineRow *row)
{
  g_array_append_val (self->timeline->rows, *row);
  if (row->bar != LT_BAR_NONE)
    {
      note_day (self, row->start);
      note_day (self, row->end);
    }
  _lt_timeline_note_baseline (self->timeline, row);
  return self->timeline->rows->len - 1;
}

static void
append_outcome (Builder *self, LtOutcome *outcome, guint depth, guint parent)
{
  LtTimelineRow row = begin_row (self, LT_ITEM (outcome), LT_TIMELINE_OUTCOME, depth, parent);
  LtDay start = _lt_timeline_gather_outcome (self->days, outcome);

  row.has_children = FALSE;
  row.folded = FALSE;
  row.number = keep_words (self, lt_outcome_get_label (outcome));
  row.title = keep_text (self, lt_outcome_get_words (outcome));
  set_marks (self, &row);
  if (row.n_marks > 0)
    {
      row.end = g_array_index (self->timeline->marks, LtTimelineMark,
                               row.first_mark + row.n_marks - 1).day;
      row.bar = start != LT_DAY_NONE && start <= row.end ? LT_BAR_SPAN : LT_BAR_POINTS;
      row.start = row.bar == LT_BAR_SPAN
                      ? start
                      : g_array_index (self->timeline->marks, LtTimelineMark, row.first_mark).day;
    }
  append_row (self, &row);
}

/* Who does it; and what, where the rows that say so are folded away. @context: the
 * name of an initiative that is not above the row, or NULL. */
static const char *
make_title (Builder *self, LtAssignment *assignment, gboolean folded, const char *context)
{
  g_autoptr (GString) title = g_string_new (lt_assignment_get_lead_words (assignment));

  if (title->len == 0)
    g_string_append (title, "(chưa có đơn vị chủ trì)");
  if (context != NULL)
    g_string_append_printf (title, " – %s", context);
  if (folded)
    {
      g_autofree char *lines = lt_assignment_dup_outcome_lines (assignment);

      g_string_append (title, ": ");
      g_string_append (title, lines);
    }
  /* g_strdelimit() looks each letter up, which takes half of the time of all rows. */
  for (char *end = strchr (title->str, '\n'); end != NULL; end = strchr (end, '\n'))
    *end = ' ';
  return context != NULL || folded ? keep_text (self, title->str) : keep_words (self, title->str);
}

static int
get_percent (LtAssignment *assignment)
{
  int percent = lt_assignment_get_percent (assignment);

  if (percent != LT_INTEGER_NONE)
    return percent;
  return lt_assignment_get_state (assignment) == LT_STATE_DONE ? 100 : -1;
}

static void
append_assignment (Builder *self, LtAssignment *assignment, guint initiative_number, guint depth,
                   guint parent, const char *context)
{
  LtTimelineRow row
      = begin_row (self, LT_ITEM (assignment), LT_TIMELINE_ASSIGNMENT, depth, parent);
  char number[32];
  guint index;

  g_snprintf (number, sizeof number, "%u.%u", initiative_number,
              lt_item_get_index (LT_ITEM (assignment)) + 1);
  row.number = keep_text (self, number);
  row.title = make_title (self, assignment, row.folded, context);
  row.deadline = keep_words (self, lt_assignment_get_deadline_words (assignment));
  row.lead = keep_words (self, lt_assignment_get_lead_words (assignment));
  row.coordination = keep_words (self, lt_assignment_get_coordination_words (assignment));
  row.timeliness = lt_assignment_get_timeliness (assignment, self->timeline->as_of,
                                                 self->options->soon_days);
  row.state = lt_assignment_get_state (assignment);
  row.percent = get_percent (assignment);
  _lt_timeline_set_bar (&row, assignment, &self->context);
  _lt_timeline_gather_assignment (self->days, assignment, row.folded);
  set_marks (self, &row);
  if (row.bar == LT_BAR_NONE && row.n_marks > 0)
    row.bar = LT_BAR_POINTS;
  compare (self, &row, assignment);
  index = append_row (self, &row);
  for (guint i = 0; !row.folded && i < lt_item_get_n_children (LT_ITEM (assignment)); i++)
    append_outcome (self, lt_item_get_child (LT_ITEM (assignment), i), depth + 1, index);
}

static gboolean
is_dated (Builder *self, LtAssignment *assignment)
{
  LtTimelineRow row = { .bar = LT_BAR_NONE };
  gboolean dated;

  _lt_timeline_set_bar (&row, assignment, &self->context);
  _lt_timeline_gather_assignment (self->days, assignment, TRUE);
  dated = row.bar != LT_BAR_NONE || self->days->len > 0;
  drop_days (self);
  return dated;
}

static void
add_to_summary (Builder *self, Summary *summary, LtAssignment *assignment)
{
  LtTimelineRow row = { .start = LT_DAY_NONE, .end = LT_DAY_NONE };
  LtState state = lt_assignment_get_state (assignment);
  int percent = get_percent (assignment);

  summary->seen[lt_assignment_get_timeliness (assignment, self->timeline->as_of,
                                              self->options->soon_days)] = TRUE;
  if (percent >= 0 || state == LT_STATE_NOT_STARTED)
    {
      summary->percent += MAX (percent, 0);
      summary->n_percent++;
      summary->percent_said |= percent >= 0;
    }
  _lt_timeline_set_bar (&row, assignment, &self->context);
  if (row.bar == LT_BAR_NONE)
    return;
  note_day (self, row.start);
  note_day (self, row.end);
  if (summary->n == 0 || row.start == LT_DAY_NONE
      || (summary->start != LT_DAY_NONE && row.start < summary->start))
    {
      summary->start = row.start;
      summary->flags = (summary->flags & ~(guint) LT_BAR_OPEN_START)
                       | (row.flags & LT_BAR_OPEN_START);
    }
  if (row.flags & (LT_BAR_OPEN_END | LT_BAR_THEN_BAND))
    summary->flags |= LT_BAR_OPEN_END;
  if (row.end != LT_DAY_NONE)
    summary->end = summary->end == LT_DAY_NONE ? row.end : MAX (summary->end, row.end);
  summary->n++;
}

static void
set_summary (LtTimelineRow *row, const Summary *summary)
{
  static const LtTimeliness worst_first[] = {
    LT_TIMELINESS_OVERDUE, LT_TIMELINESS_DUE_SOON, LT_TIMELINESS_ON_TRACK,
    LT_TIMELINESS_DONE_LATE, LT_TIMELINESS_DONE_ON_TIME, LT_TIMELINESS_NO_DEADLINE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (worst_first); i++)
    if (summary->seen[worst_first[i]])
      {
        row->timeliness = worst_first[i];
        break;
      }
  if (summary->percent_said)
    row->percent = summary->percent / summary->n_percent;
  if (summary->n == 0)
    return;
  row->bar = LT_BAR_SUMMARY;
  row->start = summary->start;
  row->end = (summary->flags & LT_BAR_OPEN_END) ? LT_DAY_NONE : summary->end;
  row->flags = (guint8) summary->flags;
  row->deadline_kind = row->end == LT_DAY_NONE ? LT_DEADLINE_ONGOING : LT_DEADLINE_RANGE;
}

static void
append_initiative (Builder *self, LtInitiative *initiative, GPtrArray *assignments, guint depth,
                   guint parent)
{
  LtItem *item = LT_ITEM (initiative);
  LtTimelineRow row = begin_row (self, item, LT_TIMELINE_INITIATIVE, depth, parent);
  g_autofree char *number = lt_initiative_dup_number (initiative);
  Summary summary = { .start = LT_DAY_NONE, .end = LT_DAY_NONE };
  guint index;

  row.number = keep_text (self, number);
  row.title = keep_text (self, lt_initiative_get_name (initiative));
  for (guint i = 0; i < assignments->len; i++)
    {
      LtTimelineRow was = { .base = LT_BASELINE_SAYS_NOTHING };

      compare (self, &was, g_ptr_array_index (assignments, i));
      _lt_timeline_compare_summary (&row, &was);
      add_to_summary (self, &summary, g_ptr_array_index (assignments, i));
      if (row.folded)
        _lt_timeline_gather_assignment (self->days, g_ptr_array_index (assignments, i), TRUE);
    }
  set_summary (&row, &summary);
  set_marks (self, &row);
  if (row.bar == LT_BAR_NONE && row.n_marks > 0)
    row.bar = LT_BAR_POINTS;
  index = append_row (self, &row);
  for (guint i = 0; !row.folded && i < assignments->len; i++)
    append_assignment (self, g_ptr_array_index (assignments, i), lt_item_get_index (item) + 1,
                       depth + 1, index, NULL);
}

/* Puts an initiative in its place with what of it has a day; the rest waits for the end. */
static void
build_initiative (Builder *self, LtInitiative *initiative)
{
  LtItem *item = LT_ITEM (initiative);
  g_autoptr (GPtrArray) dated = g_ptr_array_new ();
  g_autoptr (GPtrArray) undated = g_ptr_array_new ();
  guint n = lt_item_get_n_children (item);

  for (guint i = 0; i < n; i++)
    {
      LtAssignment *assignment = lt_item_get_child (item, i);

      if (accepts (self, assignment))
        g_ptr_array_add (is_dated (self, assignment) ? dated : undated, assignment);
    }
  if (dated->len > 0)
    append_initiative (self, initiative, dated, 0, G_MAXUINT);
  else if (undated->len > 0 || self->options->filter == NULL)
    g_ptr_array_add (self->undated, initiative);
  if (dated->len > 0 && !is_folded (self, item, LT_TIMELINE_INITIATIVE))
    g_ptr_array_extend (self->undated, undated, NULL, NULL);
}

static void
append_undated (Builder *self, LtItem *item, guint heading)
{
  g_autoptr (GPtrArray) assignments = NULL;

  if (LT_IS_ASSIGNMENT (item))
    {
      LtInitiative *initiative = LT_INITIATIVE (lt_item_get_parent (item));

      append_assignment (self, LT_ASSIGNMENT (item), lt_item_get_index (LT_ITEM (initiative)) + 1,
                         1, heading, lt_initiative_get_name (initiative));
      return;
    }
  assignments = g_ptr_array_new ();
  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    if (accepts (self, lt_item_get_child (item, i)))
      g_ptr_array_add (assignments, lt_item_get_child (item, i));
  append_initiative (self, LT_INITIATIVE (item), assignments, 1, heading);
}

void
_lt_timeline_build (LtTimeline *timeline, LtPlan *plan, const LtTimelineOptions *options)
{
  g_autoptr (GPtrArray) undated = g_ptr_array_new ();
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (LtDay));
  Builder builder = {
    .timeline = timeline,
    .plan = plan,
    .options = options,
    .context = lt_plan_get_deadline_context (plan),
    .undated = undated,
    .days = days,
  };
  g_autoptr (GHashTable) base = options->baseline ? lt_baseline_dup_index (options->baseline) : NULL;
  LtTimelineRow heading;
  guint index;

  builder.base = base;
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (plan)); i++)
    build_initiative (&builder, lt_item_get_child (LT_ITEM (plan), i));
  if (undated->len == 0)
    return;
  heading = begin_row (&builder, NULL, LT_TIMELINE_HEADING, 0, G_MAXUINT);
  heading.title = "Chưa có ngày";
  index = append_row (&builder, &heading);
  for (guint i = 0; i < undated->len; i++)
    append_undated (&builder, g_ptr_array_index (undated, i), index);
}
