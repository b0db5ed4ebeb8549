/* SPDX-License-Identifier: MIT */
#include "report/lt-urging-list.h"

#include <math.h>

#include "report/lt-appendix-private.h"
#include "report/lt-table-layout.h"
#include "report/lt-text-measure.h"

#define BODY_SIZE 12
#define FLAT_BODY_SIZE 10

/* Above and below the words of a cell, in points; a little more than the layout takes. */
#define CELL_PADDING 6.0

#define NOBODY "(Chưa xác định đơn vị chủ trì)"

enum {
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_OUTCOME,
  COLUMN_DEADLINE,
  COLUMN_DUE,
  COLUMN_STATE,
  COLUMN_DAYS,
  COLUMN_MISSING,
  COLUMN_COORDINATION,
  N_COLUMNS,
};

static const LtTableColumn columns[N_COLUMNS] = {
  [COLUMN_NUMBER] = { "STT", 4, LT_ALIGN_CENTER },
  [COLUMN_NAME] = { "Mô hình", 14, LT_ALIGN_LEFT },
  [COLUMN_OUTCOME] = { "Kết quả cần đạt được", 26, LT_ALIGN_LEFT },
  [COLUMN_DEADLINE] = { "Thời gian hoàn thành", 9, LT_ALIGN_CENTER },
  [COLUMN_DUE] = { "Hạn", 8, LT_ALIGN_CENTER },
  [COLUMN_STATE] = { "Tình trạng", 9, LT_ALIGN_CENTER },
  [COLUMN_DAYS] = { "Số ngày", 8, LT_ALIGN_CENTER },
  [COLUMN_MISSING] = { "Nội dung còn thiếu", 15, LT_ALIGN_LEFT },
  [COLUMN_COORDINATION] = { "Đơn vị phối hợp", 11, LT_ALIGN_LEFT },
};

enum {
  FLAT_AGENCY,
  FLAT_PATH,
  FLAT_NAME,
  FLAT_OUTCOME,
  FLAT_DEADLINE,
  FLAT_DUE,
  FLAT_STATE,
  FLAT_PERCENT,
  FLAT_TIMELINESS,
  FLAT_LATE,
  FLAT_LEFT,
  FLAT_MISSING,
  FLAT_N_COLUMNS,
};

static const LtTableColumn flat_columns[FLAT_N_COLUMNS] = {
  [FLAT_AGENCY] = { "Đơn vị chủ trì", 13, LT_ALIGN_LEFT },
  [FLAT_PATH] = { "Nhiệm vụ", 6, LT_ALIGN_CENTER },
  [FLAT_NAME] = { "Mô hình", 15, LT_ALIGN_LEFT },
  [FLAT_OUTCOME] = { "Kết quả cần đạt được", 48, LT_ALIGN_LEFT },
  [FLAT_DEADLINE] = { "Thời gian hoàn thành", 10, LT_ALIGN_LEFT },
  [FLAT_DUE] = { "Hạn", 7, LT_ALIGN_CENTER },
  [FLAT_STATE] = { "Tình trạng", 9, LT_ALIGN_LEFT },
  [FLAT_PERCENT] = { "Tỷ lệ (%)", 5, LT_ALIGN_RIGHT },
  [FLAT_TIMELINESS] = { "Thời hạn", 8, LT_ALIGN_LEFT },
  [FLAT_LATE] = { "Số ngày quá hạn", 6, LT_ALIGN_RIGHT },
  [FLAT_LEFT] = { "Số ngày còn lại", 6, LT_ALIGN_RIGHT },
  [FLAT_MISSING] = { "Nội dung còn thiếu", 26, LT_ALIGN_LEFT },
};

static void
append_line (GString *text, const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
append_report (GString *text, LtAssignment *assignment, LtDay as_of)
{
  LtReport *report = lt_report_find_latest (LT_ITEM (assignment), as_of);
  g_autofree char *day = report ? lt_day_dup_official (lt_report_get_day (report)) : NULL;
  g_autofree char *line = NULL;

  if (report == NULL)
    {
      append_line (text, "Chưa có báo cáo tiến độ");
      return;
    }
  line = g_strdup_printf ("Báo cáo gần nhất: %s", day);
  append_line (text, line);
  if (*lt_report_get_difficulties (report))
    {
      g_autofree char *difficulties = g_strdup_printf ("Vướng mắc: %s", lt_report_get_difficulties (report));

      append_line (text, difficulties);
    }
}

/* Results that somebody has reported on, and not as done. */
static void
append_outcomes (GString *text, LtAssignment *assignment, LtDay as_of)
{
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (assignment)); i++)
    {
      LtOutcome *outcome = lt_item_get_child (LT_ITEM (assignment), i);
      LtReport *report = lt_report_find_latest (LT_ITEM (outcome), as_of);
      LtState state;
      g_autofree char *line = NULL;

      if (report == NULL || !lt_report_get_state (report, &state) || state == LT_STATE_DONE
          || state == LT_STATE_MAINTAINED || state == LT_STATE_CANCELLED)
        continue;
      line = g_strdup_printf ("Kết quả %s: %s", lt_outcome_get_label (outcome), lt_state_get_official (state));
      append_line (text, line);
    }
}

static void
append_targets (GString *text, LtAssignment *assignment, LtDay as_of)
{
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (assignment)); i++)
    {
      LtItem *outcome = lt_item_get_child (LT_ITEM (assignment), i);

      for (guint j = 0; j < lt_item_get_n_children (outcome); j++)
        {
          LtTarget *target = lt_item_get_child (outcome, j);
          LtTargetProgress progress;
          g_autofree char *line = NULL;

          lt_target_get_progress (target, as_of, &progress);
          if (isnan (lt_target_get_value (target)) || progress.reach == LT_REACH_REACHED)
            continue;
          line = _lt_words_dup_target (target, &progress);
          append_line (text, line);
        }
    }
}

static char *
dup_missing (LtAssignment *assignment, LtDay as_of)
{
  GString *text = g_string_new (NULL);

  append_report (text, assignment, as_of);
  append_outcomes (text, assignment, as_of);
  append_targets (text, assignment, as_of);
  return g_string_free (text, FALSE);
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const LtOverviewRow *first = *(const LtOverviewRow *const *) a;
  const LtOverviewRow *second = *(const LtOverviewRow *const *) b;

  if (first->now.due != second->now.due)
    return first->now.due < second->now.due ? -1 : 1;
  return first < second ? -1 : first > second;
}

/* (element-type LtOverviewRow) */
static GPtrArray *
list_rows (LtOverview *overview, const LtOverviewAgency *agency, LtTimeliness timeliness)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; agency && i < agency->rows->len; i++)
    {
      const LtOverviewRow *row = lt_overview_get_row (overview, g_array_index (agency->rows, guint, i));

      if (row->now.timeliness == timeliness)
        g_ptr_array_add (rows, (gpointer) row);
    }
  g_ptr_array_sort (rows, compare_due);
  return rows;
}

static char *
dup_model_name (LtAssignment *assignment)
{
  LtInitiative *initiative = lt_item_get_ancestor (LT_ITEM (assignment), LT_TYPE_INITIATIVE);
  g_autofree char *number = initiative ? lt_initiative_dup_number (initiative) : g_strdup ("");

  return g_strdup_printf ("%s. %s", number, initiative ? lt_initiative_get_name (initiative) : "");
}

static void
add_row (LtTable *table, guint number, const LtOverviewRow *found, LtDay as_of)
{
  LtAssignment *assignment = found->assignment;
  guint row = lt_table_get_n_rows (table);
  guint n_rows = _lt_appendix_add_outcomes (table, assignment, COLUMN_OUTCOME);
  LtStatus bare = found->now;
  g_autofree char *name = dup_model_name (assignment);
  g_autofree char *days = _lt_words_dup_time (&found->now, as_of);
  g_autofree char *missing = dup_missing (assignment, as_of);
  g_autofree char *state = NULL;

  /* The days stand in a column of their own. */
  bare.timeliness = LT_TIMELINESS_NO_DEADLINE;
  state = _lt_words_dup_status (&bare, as_of);
  lt_table_put_number (table, row, COLUMN_NUMBER, number);
  lt_table_put (table, row, COLUMN_NAME, name);
  lt_table_put (table, row, COLUMN_DEADLINE, lt_assignment_get_deadline_words (assignment));
  lt_table_put_day (table, row, COLUMN_DUE, found->now.due);
  lt_table_put (table, row, COLUMN_STATE, state);
  lt_table_put (table, row, COLUMN_DAYS, days);
  lt_table_put (table, row, COLUMN_MISSING, missing);
  lt_table_put (table, row, COLUMN_COORDINATION, lt_assignment_get_coordination_words (assignment));
  for (guint i = 0; i < N_COLUMNS; i++)
    if (i != COLUMN_OUTCOME)
      lt_table_span (table, row, i, n_rows, 1);
}

static void
add_section (LtTable *table, const char *title, GPtrArray *rows, LtDay as_of)
{
  g_autofree char *heading = g_strdup_printf ("%s (%u nhiệm vụ)", title, rows->len);

  if (rows->len == 0)
    return;
  lt_table_add_line (table, LT_ROW_GROUP, heading);
  for (guint i = 0; i < rows->len; i++)
    add_row (table, i + 1, g_ptr_array_index (rows, i), as_of);
}

gboolean
lt_overview_agency_is_urged (const LtOverviewAgency *agency)
{
  return agency->now.by_timeliness[LT_TIMELINESS_OVERDUE] + agency->now.by_timeliness[LT_TIMELINESS_DUE_SOON] > 0;
}

LtTable *
lt_urging_list_build (LtPlan *plan, LtOverview *overview, const LtOverviewAgency *agency, const char *name,
                      const LtProgressOptions *options)
{
  const char *called = agency ? (*agency->name ? agency->name : NOBODY) : name;
  LtTable *table = _lt_progress_table_new (called, options, BODY_SIZE);
  LtDay as_of = lt_overview_get_as_of (overview);
  g_autoptr (GPtrArray) overdue = list_rows (overview, agency, LT_TIMELINESS_OVERDUE);
  g_autoptr (GPtrArray) soon = list_rows (overview, agency, LT_TIMELINESS_DUE_SOON);
  g_autofree char *day = lt_day_dup_official (as_of);
  g_autofree char *of_day = g_strdup_printf ("Tính đến ngày %s; sắp đến hạn là còn không quá %d ngày", day,
                                             lt_overview_get_soon_days (overview));
  g_autofree char *of_agency = g_strdup_printf ("Đơn vị chủ trì: %s", called);
  const char *const lines[] = { of_agency, of_day, NULL };

  for (guint i = 0; i < N_COLUMNS; i++)
    lt_table_add_column (table, columns[i].title, columns[i].share, columns[i].align);
  _lt_progress_add_head (table, plan, "DANH SÁCH NHIỆM VỤ QUÁ HẠN, SẮP ĐẾN HẠN", "Công văn", "", options, lines);
  lt_table_add_header_row (table);
  add_section (table, "I. Nhiệm vụ quá hạn", overdue, as_of);
  add_section (table, overdue->len > 0 ? "II. Nhiệm vụ sắp đến hạn" : "I. Nhiệm vụ sắp đến hạn", soon, as_of);
  if (overdue->len + soon->len == 0)
    lt_table_add_line (table, LT_ROW_GROUP, "Không có nhiệm vụ quá hạn hoặc sắp đến hạn.");
  return table;
}

/* How much of the words a row of the common list may have: Excel would cut the rest off. */
typedef struct {
  LtTypeface *face;
  double widths[FLAT_N_COLUMNS];
  guint max_lines; /* 0 for any number */
} Limit;

/* @text as pieces of so many lines; a piece ends with a paragraph where that is possible.
 * (transfer full) (element-type utf8), at least one */
static GPtrArray *
list_pieces (const Limit *limit, const char *text, guint column)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  guint first = 0;

  if (limit->max_lines > 0)
    lt_typeface_count_lines (limit->face, text, limit->widths[column], starts);
  while (limit->max_lines > 0 && starts->len - first > limit->max_lines)
    {
      guint end = first + limit->max_lines;
      gsize from = g_array_index (starts, gsize, first);

      while (end > first + 1 && text[g_array_index (starts, gsize, end) - 1] != '\n')
        end--;
      if (end == first + 1)
        end = first + limit->max_lines;
      g_ptr_array_add (pieces, g_strchomp (g_strndup (text + from, g_array_index (starts, gsize, end) - from)));
      first = end;
    }
  g_ptr_array_add (pieces, g_strdup (starts->len > 0 ? text + g_array_index (starts, gsize, first) : text));
  return pieces;
}

static const char *
get_piece (GPtrArray *pieces, guint i)
{
  return i < pieces->len ? g_ptr_array_index (pieces, i) : "";
}

/* Mostly one row; everything else is repeated where there are more, to sort and filter. */
static void
add_flat_rows (LtTable *table, const char *agency, const LtOverviewRow *found, LtDay as_of, const Limit *limit)
{
  LtAssignment *assignment = found->assignment;
  g_autofree char *path = lt_item_dup_path (LT_ITEM (assignment));
  g_autofree char *name = dup_model_name (assignment);
  g_autofree char *outcomes = lt_assignment_dup_outcome_lines (assignment);
  g_autofree char *missing = dup_missing (assignment, as_of);
  g_autoptr (GPtrArray) outcome_pieces = list_pieces (limit, outcomes, FLAT_OUTCOME);
  g_autoptr (GPtrArray) missing_pieces = list_pieces (limit, missing, FLAT_MISSING);
  gboolean late = found->now.timeliness == LT_TIMELINESS_OVERDUE;

  for (guint i = 0; i < MAX (outcome_pieces->len, missing_pieces->len); i++)
    {
      guint row = lt_table_add_row (table, LT_ROW_BODY);

      lt_table_put (table, row, FLAT_AGENCY, agency);
      lt_table_put (table, row, FLAT_PATH, path);
      lt_table_put (table, row, FLAT_NAME, name);
      lt_table_put (table, row, FLAT_OUTCOME, get_piece (outcome_pieces, i));
      lt_table_put (table, row, FLAT_DEADLINE, lt_assignment_get_deadline_words (assignment));
      lt_table_put_day (table, row, FLAT_DUE, found->now.due);
      lt_table_put (table, row, FLAT_STATE, lt_state_get_official (found->now.state));
      lt_table_put_number (table, row, FLAT_PERCENT, found->now.percent == LT_INTEGER_NONE ? NAN : found->now.percent);
      lt_table_put (table, row, FLAT_TIMELINESS, lt_timeliness_get_official (found->now.timeliness));
      lt_table_put_number (table, row, FLAT_LATE, late ? as_of - found->now.due : NAN);
      lt_table_put_number (table, row, FLAT_LEFT, late ? NAN : found->now.due - as_of);
      lt_table_put (table, row, FLAT_MISSING, get_piece (missing_pieces, i));
    }
}

static LtTable *
build_flat (LtPlan *plan, LtOverview *overview, LtPaper paper, const Limit *limit)
{
  LtTable *table = lt_table_new ("Danh sách chung", LT_TABLE_LIST);
  LtPageSetup setup;

  lt_page_setup_init (&setup, paper, TRUE, LT_MARGINS_WIDE);
  lt_table_set_page_setup (table, &setup);
  lt_table_set_title (table, lt_plan_get_title (plan));
  lt_table_set_body_size (table, FLAT_BODY_SIZE);
  for (guint i = 0; i < FLAT_N_COLUMNS; i++)
    lt_table_add_column (table, flat_columns[i].title, flat_columns[i].share, flat_columns[i].align);
  lt_table_add_header_row (table);
  for (guint i = 0; i < lt_overview_get_n_agencies (overview); i++)
    {
      const LtOverviewAgency *agency = lt_overview_get_agency (overview, i);

      for (LtTimeliness which = LT_TIMELINESS_DUE_SOON; which <= LT_TIMELINESS_OVERDUE; which++)
        {
          /* What is overdue stands first. */
          g_autoptr (GPtrArray) rows = list_rows (
            overview, agency, which == LT_TIMELINESS_DUE_SOON ? LT_TIMELINESS_OVERDUE : LT_TIMELINESS_DUE_SOON);

          for (guint j = 0; j < rows->len; j++)
            add_flat_rows (table, *agency->name ? agency->name : NOBODY, g_ptr_array_index (rows, j),
                           lt_overview_get_as_of (overview), limit);
        }
    }
  return table;
}

static gboolean
is_too_tall (LtTableLayout *layout)
{
  for (guint row = 0; row < lt_table_get_n_rows (lt_table_layout_get_table (layout)); row++)
    if (lt_table_layout_get_row_need (layout, row) > LT_LAYOUT_ROW_MAX)
      return TRUE;
  return FALSE;
}

/* One row for each assignment, on wider paper where words would be cut off; several rows only for words
 * that are too many even there. */
LtTable *
lt_urging_list_build_flat (LtPlan *plan, LtOverview *overview, const LtProgressOptions *options)
{
  static const LtPaper papers[] = { LT_PAPER_A4, LT_PAPER_A3 };
  Limit limit = { NULL };
  g_autoptr (LtTextMeasure) measure = lt_text_measure_new ();
  g_autoptr (LtTable) table = NULL;
  LtCellStyle style;

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (LtTableLayout) layout = NULL;

      g_clear_pointer (&table, lt_table_unref);
      table = build_flat (plan, overview, papers[i], &limit);
      layout = lt_table_layout_new (table);
      if (!is_too_tall (layout))
        return g_steal_pointer (&table);
      for (guint column = 0; column < FLAT_N_COLUMNS; column++)
        limit.widths[column] = lt_table_layout_get_text_width (layout, column, 1);
    }
  lt_table_get_style (table, LT_ROW_BODY, FLAT_OUTCOME, &style);
  limit.face = lt_text_measure_get_typeface (measure, style.size, style.bold, style.italic);
  limit.max_lines = (guint) ((LT_LAYOUT_ROW_MAX - CELL_PADDING) / lt_typeface_get_pitch (limit.face));
  return build_flat (plan, overview, LT_PAPER_A3, &limit);
}
