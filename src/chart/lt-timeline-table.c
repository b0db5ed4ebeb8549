/* SPDX-License-Identifier: MIT */
#include "chart/lt-timeline-table.h"

#include "chart/lt-timeline-columns.h"
#include "chart/lt-timeline-scale.h"
#include "report/lt-appendix.h"

/* More columns than this are too narrow to print. */
#define CELLS_MAX 36
#define BODY_SIZE 9
/* Characters of a title: the appendix has all of them, here they would make rows tall. */
#define TITLE_MAX 160

/* Shares of the width, in points of an A4 sheet lying across. */
#define NUMBER_SHARE 30
#define TITLE_SHARE 190
#define DEADLINE_SHARE 72
#define PROGRESS_SHARE 62
#define BASELINE_SHARE 52
#define SHIFT_SHARE 36
#define CELLS_SHARE 420

/* Signs that Times New Roman has. */
#define SIGN_DUE "▼"
#define SIGN_MARK "◊"
#define SIGN_PERIOD "•"
#define SIGN_ONWARDS "→"

typedef enum {
  COLUMN_NUMBER,
  COLUMN_TITLE,
  COLUMN_DEADLINE,
  COLUMN_PROGRESS,
  COLUMN_BASELINE, /* this and the next only beside a baseline */
  COLUMN_SHIFT,
} Column;

typedef struct {
  LtTimeline *timeline;
  LtTable *table;
  LtTier tier;
  GArray *cells; /* (element-type LtDay): the first day of each, and the day behind the last */
  guint n_fixed; /* columns before the cells */
} Builder;

static const LtTier tiers[] = {
  { LT_TIER_MONTHS, 1, FALSE }, { LT_TIER_QUARTERS, 1, FALSE },  { LT_TIER_YEARS, 1, TRUE },
  { LT_TIER_YEARS, 10, TRUE },  { LT_TIER_YEARS, 100, TRUE }, { LT_TIER_YEARS, 1000, TRUE },
};

static LtDay
get_cell_start (Builder *self, guint cell)
{
  return g_array_index (self->cells, LtDay, cell);
}

static guint
get_n_cells (Builder *self)
{
  return self->cells->len - 1;
}

/* FALSE if that makes too many cells. */
static gboolean
divide (Builder *self, const LtTier *tier, LtDay first, LtDay last)
{
  LtDay day = lt_tier_floor (tier, first);

  self->tier = *tier;
  g_array_set_size (self->cells, 0);
  for (; day <= last; day = lt_tier_next (tier, day))
    {
      g_array_append_val (self->cells, day);
      if (self->cells->len > CELLS_MAX)
        return FALSE;
    }
  g_array_append_val (self->cells, day);
  return TRUE;
}

static void
add_columns (Builder *self)
{
  LtTable *table = self->table;

  lt_table_add_column (table, lt_appendix_get_column_title (LT_APPENDIX_NUMBER), NUMBER_SHARE,
                       LT_ALIGN_LEFT);
  lt_table_add_column (table, "Mô hình, nhiệm vụ, kết quả", TITLE_SHARE, LT_ALIGN_LEFT);
  lt_table_add_column (table, lt_appendix_get_column_title (LT_APPENDIX_DEADLINE),
                       DEADLINE_SHARE, LT_ALIGN_LEFT);
  lt_table_add_column (table, "Tiến độ", PROGRESS_SHARE, LT_ALIGN_LEFT);
  if (lt_timeline_get_baseline_name (self->timeline) != NULL)
    {
      lt_table_add_column (table, lt_timeline_column_get_title (LT_TIMELINE_COLUMN_BASELINE), BASELINE_SHARE,
                           LT_ALIGN_LEFT);
      lt_table_add_column (table, lt_timeline_column_get_title (LT_TIMELINE_COLUMN_SHIFT), SHIFT_SHARE,
                           LT_ALIGN_RIGHT);
    }
  self->n_fixed = lt_table_get_n_columns (table);
  for (guint i = 0; i < get_n_cells (self); i++)
    {
      /* "T10", "IV", "2024" */
      g_autofree char *label = lt_tier_dup_label (&self->tier, get_cell_start (self, i),
                                                  self->tier.unit == LT_TIER_QUARTERS ? 2 : 1);

      lt_table_add_column (table, label, (double) CELLS_SHARE / get_n_cells (self),
                           LT_ALIGN_CENTER);
    }
}

/* Years stand over their months or quarters. */
static void
add_header (Builder *self)
{
  static const LtTier year = { LT_TIER_YEARS, 1, TRUE };
  gboolean with_years = self->tier.unit != LT_TIER_YEARS;
  guint top = lt_table_add_row (self->table, LT_ROW_HEADER);
  guint row = with_years ? lt_table_add_row (self->table, LT_ROW_HEADER) : top;
  guint first = 0;

  for (guint column = 0; column < lt_table_get_n_columns (self->table); column++)
    lt_table_put_interned (self->table, column < self->n_fixed ? top : row, column,
                           lt_table_get_column (self->table, column)->title);
  if (!with_years)
    return;
  for (guint column = 0; column < self->n_fixed; column++)
    lt_table_span (self->table, top, column, 2, 1);
  for (guint i = 1; i <= get_n_cells (self); i++)
    {
      LtDay start = get_cell_start (self, first);
      g_autofree char *label = NULL;

      if (i < get_n_cells (self)
          && lt_tier_floor (&year, get_cell_start (self, i)) == lt_tier_floor (&year, start))
        continue;
      label = lt_tier_dup_label (&year, start, i - first > 2 ? 0 : 1);
      lt_table_put (self->table, top, self->n_fixed + first, label);
      if (i - first > 1)
        lt_table_span (self->table, top, self->n_fixed + first, 1, i - first);
      first = i;
    }
}

static LtShade
get_shade (const LtTimelineRow *row)
{
  static const LtShade shades[] = {
    [LT_TIMELINESS_NO_DEADLINE] = LT_SHADE_GREY,  [LT_TIMELINESS_ON_TRACK] = LT_SHADE_BLUE,
    [LT_TIMELINESS_DUE_SOON] = LT_SHADE_YELLOW,   [LT_TIMELINESS_OVERDUE] = LT_SHADE_RED,
    [LT_TIMELINESS_DONE_ON_TIME] = LT_SHADE_GREEN, [LT_TIMELINESS_DONE_LATE] = LT_SHADE_LIME,
  };

  if (row->bar == LT_BAR_SUMMARY)
    return LT_SHADE_DARK;
  if (row->level == LT_TIMELINE_OUTCOME || row->bar == LT_BAR_BAND)
    return LT_SHADE_GREY;
  return shades[row->timeliness];
}

static gboolean
has_mark (Builder *self, const LtTimelineRow *row, LtDay from, LtDay to)
{
  const LtTimelineMark *marks = lt_timeline_get_marks (self->timeline, row);

  for (guint i = 0; i < row->n_marks; i++)
    if (marks[i].day >= from && marks[i].day < to)
      return TRUE;
  return FALSE;
}

static const char *
get_sign (Builder *self, const LtTimelineRow *row, guint cell)
{
  LtDay from = get_cell_start (self, cell);
  LtDay to = get_cell_start (self, cell + 1);
  gboolean goes_on = (row->flags & (LT_BAR_OPEN_END | LT_BAR_THEN_BAND)) != 0;

  if (row->bar == LT_BAR_SPAN && row->level == LT_TIMELINE_ASSIGNMENT && row->end >= from
      && row->end < to)
    return SIGN_DUE;
  if (has_mark (self, row, from, to))
    return SIGN_MARK;
  if (row->bar == LT_BAR_PERIODIC && (row->start == LT_DAY_NONE || row->start < to)
      && (row->end == LT_DAY_NONE || row->end >= from))
    {
      LtDay next = lt_timeline_row_get_next_period (row, MAX (from, row->start) - 1);

      return next < to && (row->end == LT_DAY_NONE || next <= row->end) ? SIGN_PERIOD : "";
    }
  goes_on &= row->bar == LT_BAR_BAND || row->bar == LT_BAR_SPAN;
  return goes_on && cell + 1 == get_n_cells (self) ? SIGN_ONWARDS : "";
}

static void
put_cell (Builder *self, guint table_row, const LtTimelineRow *row, guint cell)
{
  LtDay from = get_cell_start (self, cell);
  LtDay to = get_cell_start (self, cell + 1);
  gboolean begun = row->start == LT_DAY_NONE || row->start < to;
  gboolean over = row->end != LT_DAY_NONE && row->end < from;
  gboolean shaded = row->bar == LT_BAR_SPAN || row->bar == LT_BAR_SUMMARY || row->bar == LT_BAR_BAND;

  if (shaded && begun && !over)
    lt_table_shade (self->table, table_row, self->n_fixed + cell, get_shade (row));
  else if (over && (row->flags & LT_BAR_THEN_BAND))
    lt_table_shade (self->table, table_row, self->n_fixed + cell, LT_SHADE_GREY);
  lt_table_put (self->table, table_row, self->n_fixed + cell, get_sign (self, row, cell));
}

/* Cut behind a word. */
static char *
dup_title (const char *title)
{
  const char *end;

  if (g_utf8_strlen (title, -1) <= TITLE_MAX)
    return g_strdup (title);
  end = g_utf8_offset_to_pointer (title, TITLE_MAX);
  for (const char *space = end; space > title; space--)
    if (*space == ' ')
      {
        end = space;
        break;
      }
  return g_strdup_printf ("%.*s…", (int) (end - title), title);
}

static void
put_comparison (Builder *self, guint table_row, const LtTimelineRow *row)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *made = NULL;

      lt_table_put (self->table, table_row, COLUMN_BASELINE + i,
                    lt_timeline_column_get_words (LT_TIMELINE_COLUMN_BASELINE + i, row, &made));
    }
}

static void
add_row (Builder *self, const LtTimelineRow *row)
{
  gboolean group = row->level <= LT_TIMELINE_INITIATIVE;
  guint table_row = lt_table_add_row (self->table, group ? LT_ROW_GROUP : LT_ROW_BODY);
  g_autofree char *caption = lt_timeline_row_dup_caption (row);
  g_autofree char *title = dup_title (row->title);

  if (row->level == LT_TIMELINE_HEADING)
    {
      lt_table_put (self->table, table_row, 0, row->title);
      lt_table_span (self->table, table_row, 0, 1, lt_table_get_n_columns (self->table));
      return;
    }
  lt_table_put (self->table, table_row, COLUMN_NUMBER, row->number);
  lt_table_put (self->table, table_row, COLUMN_TITLE, title);
  lt_table_put (self->table, table_row, COLUMN_DEADLINE, row->deadline);
  if (row->level == LT_TIMELINE_ASSIGNMENT || row->folded
      || (row->level == LT_TIMELINE_OUTCOME && row->bar != LT_BAR_NONE))
    lt_table_put (self->table, table_row, COLUMN_PROGRESS,
                  row->bar != LT_BAR_NONE ? caption : "chưa có ngày");
  if (self->n_fixed > COLUMN_BASELINE)
    put_comparison (self, table_row, row);
  for (guint cell = 0; row->bar != LT_BAR_NONE && cell < get_n_cells (self); cell++)
    put_cell (self, table_row, row, cell);
}

LtTable *
lt_timeline_table_new (LtTimeline *timeline, const LtPageSetup *setup, LtDay first, LtDay last)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (LtDay));
  Builder builder = { .timeline = timeline, .cells = cells };
  g_autofree char *day = lt_day_dup_official (lt_timeline_get_as_of (timeline));
  g_autofree char *as_of = g_strdup_printf ("Tiến độ tính đến ngày %s. Dấu hiệu: " SIGN_DUE " thời hạn; "
                                            SIGN_MARK " mốc, chỉ tiêu; " SIGN_PERIOD " định kỳ; "
                                            SIGN_ONWARDS " tiếp tục.",
                                            day);
  guint i = 0;

  g_return_val_if_fail (first != LT_DAY_NONE && first <= last, NULL);

  while (!divide (&builder, &tiers[i], first, last) && i + 1 < G_N_ELEMENTS (tiers))
    i++;

  builder.table = lt_table_new ("Tiến độ", LT_TABLE_DOCUMENT);
  lt_table_set_page_setup (builder.table, setup);
  lt_table_set_body_size (builder.table, BODY_SIZE);
  lt_table_set_title (builder.table, lt_timeline_get_title (timeline));
  add_columns (&builder);
  lt_table_add_line (builder.table, LT_ROW_TITLE, lt_timeline_get_title (timeline));
  lt_table_add_line (builder.table, LT_ROW_ATTACHMENT, lt_timeline_get_issue (timeline));
  if (*lt_timeline_get_subset (timeline))
    lt_table_add_line (builder.table, LT_ROW_ATTACHMENT, lt_timeline_get_subset (timeline));
  lt_table_add_line (builder.table, LT_ROW_PARAGRAPH, as_of);
  if (lt_timeline_get_baseline_name (timeline) != NULL)
    {
      g_autofree char *base = g_strdup_printf ("Mốc so sánh: %s", lt_timeline_get_baseline_name (timeline));

      lt_table_add_line (builder.table, LT_ROW_PARAGRAPH, base);
    }
  add_header (&builder);
  for (guint row = 0; row < lt_timeline_get_n_rows (timeline); row++)
    add_row (&builder, lt_timeline_get_row (timeline, row));
  return builder.table;
}
