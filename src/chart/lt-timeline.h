/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-baseline.h"
#include "plan/lt-plan.h"
#include "plan/lt-status.h"

G_BEGIN_DECLS

/* What a timeline shows of a plan, as days and words and not yet as places: its
 * rows in the order of the appendix. It copies what it needs and never changes, so it
 * outlives edits and may be drawn in another thread. */
typedef struct _LtTimeline LtTimeline;

typedef enum {
  LT_TIMELINE_HEADING, /* "Chưa có ngày": all below it have no place in time */
  LT_TIMELINE_INITIATIVE,
  LT_TIMELINE_ASSIGNMENT,
  LT_TIMELINE_OUTCOME,
} LtTimelineLevel;

typedef enum {
  LT_BAR_NONE,
  LT_BAR_SPAN,     /* from start to due day */
  LT_BAR_SUMMARY,  /* over the rows below it */
  LT_BAR_BAND,     /* work that goes on */
  LT_BAR_PERIODIC, /* a mark at the end of each period */
  LT_BAR_POINTS,   /* nothing but its marks */
} LtBarKind;

typedef enum {
  LT_BAR_OPEN_START = 1 << 0, /* no start is named: drawn from where the plan begins */
  LT_BAR_OPEN_END = 1 << 1,
  LT_BAR_THEN_BAND = 1 << 2,  /* goes on behind its due day */
  LT_BAR_REVERSED = 1 << 3,   /* the end stands before the start; drawn between the two */
} LtBarFlags;

/* What the baseline that a timeline is compared with says of a row. */
typedef enum {
  LT_BASELINE_SAYS_NOTHING, /* there is none, or it says nothing of such rows */
  LT_BASELINE_HAS_NO_DAYS,  /* the row was there, without a day */
  LT_BASELINE_HAS_DAYS,
  LT_BASELINE_LACKS_ROW,    /* the row came later */
} LtBaselineSays;

/* Everything that is drawn on a row. Strings are never NULL. */
typedef struct {
  gint64 id;          /* of the item; 0 for the heading */
  const char *number; /* "2", "2.1", "(3)" */
  const char *title;
  const char *deadline; /* words; "" where the row is no assignment, as the next two */
  const char *lead;
  const char *coordination;
  LtDay start; /* both inclusive; LT_DAY_NONE where the bar goes to the edge */
  LtDay end;
  const char *base_deadline; /* what the baseline has in place of @deadline, @start and @end */
  LtDay base_start;
  LtDay base_end; /* LT_DAY_NONE where it went on */
  guint first_mark;
  guint n_marks;
  guint parent;        /* a row; G_MAXUINT at the top */
  int percent;         /* -1 if not said */
  int period_count;    /* LT_BAR_PERIODIC only */
  char period_unit;
  guint8 level;        /* LtTimelineLevel */
  guint8 bar;          /* LtBarKind */
  guint8 flags;        /* LtBarFlags */
  guint8 deadline_kind; /* LtDeadlineKind */
  guint8 timeliness;   /* of an outcome: its assignment's; of an initiative: the worst below it */
  guint8 state;        /* LtState */
  guint8 depth;        /* of its indent */
  guint8 has_children; /* shown or folded away */
  guint8 folded;
  guint8 base;         /* LtBaselineSays */
} LtTimelineRow;

/* A day that is named on the way: inside an outcome, by a target, or as an interim
 * day of a deadline. Each row's are in the order of their days. */
typedef struct {
  LtDay day;
} LtTimelineMark;

typedef gboolean (*LtTimelineFilter) (LtAssignment *assignment, gpointer data);

typedef struct {
  LtDay as_of;             /* LT_DAY_NONE for today */
  int soon_days;           /* LT_DUE_SOON_DAYS in most cases */
  LtTimelineLevel depth;   /* rows of this level are folded unless they are in @toggled */
  GHashTable *toggled;     /* gint64 keys (g_int64_hash): the other way round; or NULL */
  LtTimelineFilter filter; /* assignments for which it says FALSE are left out; or NULL */
  gpointer filter_data;
  const char *subset;      /* Vietnamese words for what the filter shows, for paper; or NULL */
  LtBaseline *baseline;    /* of the same plan, to compare with; or NULL */
} LtTimelineOptions;

#define LT_TIMELINE_OPTIONS_INIT                                                                   \
  { LT_DAY_NONE, LT_DUE_SOON_DAYS, LT_TIMELINE_OUTCOME, NULL, NULL, NULL, NULL, NULL }

/* @options may be NULL. */
LtTimeline           *lt_timeline_new          (LtPlan *plan, const LtTimelineOptions *options);
/* The same rows, compared with nothing. */
LtTimeline           *lt_timeline_new_without_baseline (LtTimeline *self);
LtTimeline           *lt_timeline_ref          (LtTimeline *self);
void                  lt_timeline_unref        (LtTimeline *self);

guint                 lt_timeline_get_n_rows   (LtTimeline *self);
const LtTimelineRow  *lt_timeline_get_row      (LtTimeline *self, guint row);
/* -1 if the item has no row: it is folded away, filtered out, or of another plan. */
int                   lt_timeline_find_row     (LtTimeline *self, gint64 id);
/* The first of @row's marks; it has row->n_marks of them. */
const LtTimelineMark *lt_timeline_get_marks    (LtTimeline *self, const LtTimelineRow *row);
/* Rows that have a bar of whatever kind. */
guint                 lt_timeline_get_n_dated  (LtTimeline *self);
LtDay                 lt_timeline_get_as_of    (LtTimeline *self);
int                   lt_timeline_get_soon_days (LtTimeline *self);
/* The plan's title, and its "(Kèm theo …)" line; never NULL. */
const char           *lt_timeline_get_title    (LtTimeline *self);
const char           *lt_timeline_get_issue    (LtTimeline *self);
/* "Chỉ gồm nhiệm vụ …" where it is not the whole plan; "" where it is. */
const char           *lt_timeline_get_subset   (LtTimeline *self);
/* Of the baseline that it is compared with: its name, NULL where it is with none; and its day. */
const char           *lt_timeline_get_baseline_name (LtTimeline *self);
LtDay                 lt_timeline_get_baseline_day (LtTimeline *self);
/* Whole months from the first day that is drawn to the last; without any, the
 * plan's year or that of the as-of day. */
void                  lt_timeline_get_range    (LtTimeline *self, LtDay *first, LtDay *last);
/* Puts that range's ends in place of those that are LT_DAY_NONE. FALSE with
 * LT_CHART_ERROR_RANGE if the given ones are the wrong way round. */
gboolean              lt_timeline_resolve_range (LtTimeline *self, LtDay *first, LtDay *last,
                                                 GError **error);

/* The end of the period behind @day; of an LT_BAR_PERIODIC. */
LtDay                 lt_timeline_row_get_next_period (const LtTimelineRow *row, LtDay day);
/* How many days later than in the baseline it is due, negative for earlier. FALSE where one
 * of the two has no such day, or has its end before its start. */
gboolean              lt_timeline_row_get_shift (const LtTimelineRow *row, int *days);
/* "+31", "−5", "0"; "mới" where the baseline does not have the row; "" where there is nothing
 * to compare. (transfer full) */
char                 *lt_timeline_row_dup_shift (const LtTimelineRow *row);
/* What is written in or beside the bar: "40 % · quá hạn", in Vietnamese. (transfer full) */
char                 *lt_timeline_row_dup_caption (const LtTimelineRow *row);
/* A translated sentence for those who do not see the bar: number, title, days,
 * timeliness, percent, and the days on the way. (transfer full) */
char                 *lt_timeline_dup_row_text (LtTimeline *self, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtTimeline, lt_timeline_unref)

G_END_DECLS
