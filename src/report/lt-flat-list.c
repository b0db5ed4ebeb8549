/* SPDX-License-Identifier: MIT */
#include "report/lt-flat-list.h"

#include <math.h>

#include "plan/lt-status.h"
#include "report/lt-appendix.h"

#define BODY_SIZE 10

typedef enum {
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_LABEL,
  COLUMN_OUTCOME,
  COLUMN_DEADLINE,
  COLUMN_START,
  COLUMN_DUE,
  COLUMN_LEAD,
  COLUMN_COORDINATION,
  COLUMN_STATE,
  COLUMN_PERCENT,
  COLUMN_TIMELINESS,
  N_COLUMNS,
} Column;

/* A title shared with the appendix is asked of it. */
static const struct {
  const char *title;
  LtAppendixColumn shared;
  double share;
  LtAlign align;
} columns[N_COLUMNS] = {
  [COLUMN_NUMBER] = { NULL, LT_APPENDIX_NUMBER, 4, LT_ALIGN_CENTER },
  [COLUMN_NAME] = { NULL, LT_APPENDIX_NAME, 14, LT_ALIGN_LEFT },
  [COLUMN_LABEL] = { "Mục", 0, 5, LT_ALIGN_CENTER },
  [COLUMN_OUTCOME] = { NULL, LT_APPENDIX_OUTCOME, 28, LT_ALIGN_LEFT },
  [COLUMN_DEADLINE] = { NULL, LT_APPENDIX_DEADLINE, 9, LT_ALIGN_LEFT },
  [COLUMN_START] = { "Bắt đầu", 0, 8, LT_ALIGN_CENTER },
  [COLUMN_DUE] = { "Đến hạn", 0, 8, LT_ALIGN_CENTER },
  [COLUMN_LEAD] = { NULL, LT_APPENDIX_LEAD, 10, LT_ALIGN_LEFT },
  [COLUMN_COORDINATION] = { NULL, LT_APPENDIX_COORDINATION, 14, LT_ALIGN_LEFT },
  [COLUMN_STATE] = { "Trạng thái", 0, 8, LT_ALIGN_LEFT },
  [COLUMN_PERCENT] = { "Tỉ lệ (%)", 0, 5, LT_ALIGN_RIGHT },
  [COLUMN_TIMELINESS] = { "Tiến độ", 0, 7, LT_ALIGN_LEFT },
};

/* What the rows of one assignment share, copied into the table once. */
typedef struct {
  const char *number;
  const char *name;
  const char *deadline;
  const char *lead;
  const char *coordination;
  const char *state;
  const char *timeliness;
  LtDay start;
  LtDay due;
  double percent;
} Shared;

static void
add_row (LtTable *table, const Shared *shared, LtOutcome *outcome)
{
  guint row = lt_table_add_row (table, LT_ROW_BODY);

  lt_table_put_interned (table, row, COLUMN_NUMBER, shared->number);
  lt_table_put_interned (table, row, COLUMN_NAME, shared->name);
  lt_table_put_interned (table, row, COLUMN_DEADLINE, shared->deadline);
  lt_table_put_day (table, row, COLUMN_START, shared->start);
  lt_table_put_day (table, row, COLUMN_DUE, shared->due);
  lt_table_put_interned (table, row, COLUMN_LEAD, shared->lead);
  lt_table_put_interned (table, row, COLUMN_COORDINATION, shared->coordination);
  lt_table_put_interned (table, row, COLUMN_STATE, shared->state);
  lt_table_put_number (table, row, COLUMN_PERCENT, shared->percent);
  lt_table_put_interned (table, row, COLUMN_TIMELINESS, shared->timeliness);
  if (outcome == NULL)
    return;
  lt_table_put (table, row, COLUMN_LABEL, lt_outcome_get_label (outcome));
  lt_table_put (table, row, COLUMN_OUTCOME, lt_outcome_get_words (outcome));
}

static void
add_assignment (LtTable *table, LtAssignment *assignment, Shared *shared, LtDay as_of, int soon_days)
{
  guint n_outcomes = lt_item_get_n_children (LT_ITEM (assignment));
  const LtDeadline *deadline = lt_assignment_get_deadline (assignment);
  LtStatus status;

  lt_assignment_get_status (assignment, as_of, soon_days, &status);
  shared->deadline = lt_table_intern (table, lt_assignment_get_deadline_words (assignment));
  shared->lead = lt_table_intern (table, lt_assignment_get_lead_words (assignment));
  shared->coordination
      = lt_table_intern (table, lt_assignment_get_coordination_words (assignment));
  shared->state = lt_state_get_official (status.state);
  shared->timeliness = lt_timeliness_get_official (status.timeliness);
  shared->start = deadline->start;
  shared->due = status.due;
  shared->percent = status.percent == LT_INTEGER_NONE ? NAN : status.percent;
  for (guint i = 0; i < n_outcomes; i++)
    add_row (table, shared, lt_item_get_child (LT_ITEM (assignment), i));
  if (n_outcomes == 0)
    add_row (table, shared, NULL);
}

static void
add_initiative (LtTable *table, LtInitiative *initiative, LtDay as_of, int soon_days)
{
  guint n = lt_item_get_n_children (LT_ITEM (initiative));
  g_autofree char *number = lt_initiative_dup_number (initiative);
  Shared shared = {
    .number = lt_table_intern (table, number),
    .name = lt_table_intern (table, lt_initiative_get_name (initiative)),
    .deadline = "", .lead = "", .coordination = "", .state = "", .timeliness = "",
    .start = LT_DAY_NONE, .due = LT_DAY_NONE, .percent = NAN,
  };

  for (guint i = 0; i < n; i++)
    add_assignment (table, lt_item_get_child (LT_ITEM (initiative), i), &shared, as_of, soon_days);
  if (n == 0)
    add_row (table, &shared, NULL);
}

static void
add_columns (LtTable *table)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    lt_table_add_column (table,
                         columns[i].title ? columns[i].title
                                          : lt_appendix_get_column_title (columns[i].shared),
                         columns[i].share, columns[i].align);
}

LtTable *
lt_flat_list_build (LtPlan *plan, LtDay as_of, int soon_days)
{
  LtTable *table = lt_table_new ("Danh sách", LT_TABLE_LIST);
  LtPageSetup setup;

  lt_page_setup_init (&setup, LT_PAPER_A4, TRUE, LT_MARGINS_WIDE);
  lt_table_set_page_setup (table, &setup);
  lt_table_set_body_size (table, BODY_SIZE);
  lt_table_set_title (table, lt_plan_get_title (plan));
  add_columns (table);
  lt_table_add_header_row (table);
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (plan)); i++)
    add_initiative (table, lt_item_get_child (LT_ITEM (plan), i), as_of, soon_days);
  return table;
}
