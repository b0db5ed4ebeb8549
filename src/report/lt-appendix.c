/* SPDX-License-Identifier: MIT */
#include "report/lt-appendix-private.h"

#include <string.h>

#include "report/lt-attachment-line.h"

/* Between the head and the table, in points. */
#define SPACE 9

static const LtTableColumn columns[LT_APPENDIX_N_COLUMNS] = {
  [LT_APPENDIX_NUMBER] = { "STT", 4, LT_ALIGN_CENTER },
  [LT_APPENDIX_NAME] = { "Mô hình", 18, LT_ALIGN_LEFT },
  [LT_APPENDIX_OUTCOME] = { "Kết quả cần đạt được", 44, LT_ALIGN_LEFT },
  [LT_APPENDIX_DEADLINE] = { "Thời gian hoàn thành", 10, LT_ALIGN_CENTER },
  [LT_APPENDIX_LEAD] = { "Đơn vị chủ trì", 11, LT_ALIGN_CENTER },
  [LT_APPENDIX_COORDINATION] = { "Đơn vị phối hợp", 14, LT_ALIGN_LEFT },
};

/* The column of a draft that goes to those who sign: it explains, and is not issued. */
static const LtTableColumn justification[] = {
  { "Căn cứ/lý do đề xuất (cột này để giải trình, không phát hành)", 20, LT_ALIGN_LEFT },
};

static const double draft_shares[LT_APPENDIX_N_COLUMNS] = { 5, 17, 38, 11, 11, 14 };

/* A joined deadline stands merged with the row above; were its words another's,
 * merging would lose them. */
static gboolean
is_joined (LtAssignment *assignment, LtAssignment *above)
{
  return above != NULL && lt_assignment_get_deadline_joined (assignment)
         && strcmp (lt_assignment_get_deadline_words (assignment),
                    lt_assignment_get_deadline_words (above)) == 0;
}

static void
add_assignments (LtTable *table, LtInitiative *initiative, const LtAppendixExtra *extra)
{
  guint n = lt_item_get_n_children (LT_ITEM (initiative));
  LtAssignment *above = NULL;
  guint deadline_row = 0;

  for (guint i = 0; i < n; i++)
    {
      LtAssignment *assignment = lt_item_get_child (LT_ITEM (initiative), i);
      LtAssignment *below = i + 1 < n ? lt_item_get_child (LT_ITEM (initiative), i + 1) : NULL;
      guint row = lt_table_get_n_rows (table);
      guint n_rows = _lt_appendix_add_outcomes (table, assignment, LT_APPENDIX_OUTCOME);

      _lt_appendix_put_over (table, row, n_rows, LT_APPENDIX_LEAD, lt_assignment_get_lead_words (assignment));
      _lt_appendix_put_over (table, row, n_rows, LT_APPENDIX_COORDINATION,
                             lt_assignment_get_coordination_words (assignment));
      if (extra)
        extra->put (table, row, n_rows, assignment, extra->data);
      if (!is_joined (assignment, above))
        deadline_row = row;
      if (below == NULL || !is_joined (below, assignment))
        _lt_appendix_put_over (table, deadline_row, row + n_rows - deadline_row, LT_APPENDIX_DEADLINE,
                               lt_assignment_get_deadline_words (assignment));
      above = assignment;
    }
  if (n == 0)
    lt_table_add_row (table, LT_ROW_BODY);
}

static void
add_initiative (LtTable *table, LtInitiative *initiative, const LtAppendixExtra *extra)
{
  g_autofree char *number = lt_initiative_dup_number (initiative);
  guint row = lt_table_get_n_rows (table);
  guint n_rows;

  add_assignments (table, initiative, extra);
  n_rows = lt_table_get_n_rows (table) - row;
  _lt_appendix_put_over (table, row, n_rows, LT_APPENDIX_NUMBER, number);
  _lt_appendix_put_over (table, row, n_rows, LT_APPENDIX_NAME, lt_initiative_get_name (initiative));
}

static void
add_head (LtTable *table, LtPlan *plan, gboolean filled)
{
  const char *label = lt_plan_get_label (plan);
  g_autofree char *title = g_utf8_strup (lt_plan_get_title (plan), -1);
  g_autofree char *attachment = lt_attachment_line_dup (plan, filled);
  guint space;

  lt_table_add_line (table, LT_ROW_LABEL, *label ? label : "Phụ lục");
  lt_table_add_line (table, LT_ROW_TITLE, title);
  lt_table_add_line (table, LT_ROW_ATTACHMENT, attachment);
  space = lt_table_add_line (table, LT_ROW_SPACE, "");
  lt_table_set_row_height (table, space, SPACE);
}

static void
put_justification (LtTable *table, guint row, guint n_rows, LtAssignment *assignment, gpointer data)
{
  _lt_appendix_put_over (table, row, n_rows, LT_APPENDIX_N_COLUMNS, lt_assignment_get_justification (assignment));
}

void
_lt_appendix_put_over (LtTable *table, guint row, guint n_rows, guint column, const char *text)
{
  lt_table_put (table, row, column, text);
  lt_table_span (table, row, column, n_rows, 1);
}

guint
_lt_appendix_add_outcomes (LtTable *table, LtAssignment *assignment, guint column)
{
  guint n = lt_item_get_n_children (LT_ITEM (assignment));

  if (n == 0)
    lt_table_add_row (table, LT_ROW_BODY);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = lt_outcome_dup_line (lt_item_get_child (LT_ITEM (assignment), i));
      guint row = lt_table_add_row (table, LT_ROW_BODY);

      lt_table_put (table, row, column, line);
      if (i == 0)
        continue;
      lt_table_keep_row (table, row);
      lt_table_open_above (table, row, column);
    }
  return MAX (1, n);
}

void
_lt_appendix_add_columns (LtTable *table, const double *shares, const LtAppendixExtra *extra)
{
  for (guint i = 0; i < LT_APPENDIX_N_COLUMNS; i++)
    lt_table_add_column (table, columns[i].title, shares ? shares[i] : columns[i].share, columns[i].align);
  for (guint i = 0; extra && i < extra->n_columns; i++)
    lt_table_add_column (table, extra->columns[i].title, extra->columns[i].share, extra->columns[i].align);
}

void
_lt_appendix_add_rows (LtTable *table, LtPlan *plan, const LtAppendixExtra *extra)
{
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (plan)); i++)
    add_initiative (table, lt_item_get_child (LT_ITEM (plan), i), extra);
}

LtTable *
lt_appendix_build (LtPlan *plan, const LtAppendixOptions *options)
{
  static const LtAppendixOptions defaults = { FALSE, LT_MARGINS_DECREE, 0, FALSE };
  static const LtAppendixExtra with_justification = {
    justification, G_N_ELEMENTS (justification), put_justification, NULL,
  };
  const char *label = lt_plan_get_label (plan);
  LtTable *table = lt_table_new (*label ? label : "Phụ lục", LT_TABLE_DOCUMENT);
  const LtAppendixExtra *extra;
  LtPageSetup setup;

  if (options == NULL)
    options = &defaults;
  extra = options->justified ? &with_justification : NULL;
  lt_page_setup_init (&setup, LT_PAPER_A4, TRUE, options->margins);
  lt_table_set_page_setup (table, &setup);
  if (options->body_size > 0)
    lt_table_set_body_size (table, options->body_size);
  lt_table_set_title (table, lt_plan_get_title (plan));
  _lt_appendix_add_columns (table, extra ? draft_shares : NULL, extra);
  add_head (table, plan, options->filled);
  lt_table_add_header_row (table);
  _lt_appendix_add_rows (table, plan, extra);
  return table;
}

const char *
lt_appendix_get_column_title (LtAppendixColumn column)
{
  g_return_val_if_fail ((guint) column < LT_APPENDIX_N_COLUMNS, NULL);
  return columns[column].title;
}
