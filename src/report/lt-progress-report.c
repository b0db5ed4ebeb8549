/* SPDX-License-Identifier: MIT */
#include "report/lt-progress-report.h"

#include <string.h>

#include "report/lt-appendix-private.h"

#define BODY_SIZE 11

enum {
  COLUMN_STATE = LT_APPENDIX_N_COLUMNS,
  COLUMN_RESULTS,
  COLUMN_DIFFICULTIES,
  COLUMN_PROPOSALS,
};

static const double shares[LT_APPENDIX_N_COLUMNS] = { 4, 10, 22, 8, 8, 10 };

static const LtTableColumn columns[] = {
  { "Tình trạng", 8, LT_ALIGN_CENTER },
  { "Kết quả thực hiện", 17, LT_ALIGN_LEFT },
  { "Khó khăn, vướng mắc", 8, LT_ALIGN_LEFT },
  { "Đề xuất, kiến nghị", 8, LT_ALIGN_LEFT },
};

static void
append_line (GString *text, const char *line)
{
  if (*line && text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/* "(2) …": which of the results the words tell of. */
static char *
dup_labelled (LtItem *row, const char *words)
{
  const char *label = LT_IS_OUTCOME (row) ? lt_outcome_get_label (LT_OUTCOME (row)) : "";

  return g_strconcat (label, *label && *words ? " " : "", words, NULL);
}

/* All reports of a row in the period, the oldest first, each with its day where there
 * are several. */
static void
append_results (GString *text, LtItem *row, const LtProgressOptions *options)
{
  g_autoptr (GPtrArray) reports = lt_report_list_period (row, options->from, _lt_progress_get_end (options));
  const char *last = "";

  for (guint i = reports->len; i-- > 0;)
    {
      LtReport *report = g_ptr_array_index (reports, i);
      const char *results = lt_report_get_results (report);
      g_autofree char *evidence = _lt_words_dup_evidence (report);
      g_autofree char *day = reports->len > 1 ? lt_day_dup_official (lt_report_get_day (report)) : NULL;
      g_autofree char *words = NULL;
      g_autofree char *line = NULL;

      if ((*results == '\0' && *evidence == '\0') || (*results && *evidence == '\0' && strcmp (results, last) == 0))
        continue;
      words = g_strconcat (day ? day : "", day ? ": " : "", results, *results && *evidence ? " " : "", evidence, NULL);
      line = dup_labelled (row, words);
      append_line (text, line);
      last = results;
    }
}

static void
append_targets (GString *text, LtItem *outcome, LtDay day)
{
  for (guint i = 0; i < lt_item_get_n_children (outcome); i++)
    {
      LtTarget *target = lt_item_get_child (outcome, i);
      LtTargetProgress progress;
      g_autofree char *words = NULL;
      g_autofree char *line = NULL;

      lt_target_get_progress (target, day, &progress);
      if (lt_target_find_latest (target, day) == NULL)
        continue;
      words = _lt_words_dup_target (target, &progress);
      line = dup_labelled (outcome, words);
      append_line (text, line);
    }
}

static char *
dup_results (LtAssignment *assignment, const LtProgressOptions *options)
{
  GString *text = g_string_new (NULL);

  append_results (text, LT_ITEM (assignment), options);
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (assignment)); i++)
    {
      LtItem *outcome = lt_item_get_child (LT_ITEM (assignment), i);

      append_results (text, outcome, options);
      append_targets (text, outcome, _lt_progress_get_end (options));
    }
  return g_string_free (text, FALSE);
}

typedef const char *(*GetWords) (LtReport *report);

static void
append_last (GString *text, LtItem *row, const LtProgressOptions *options, GetWords get_words)
{
  g_autoptr (GPtrArray) reports = lt_report_list_period (row, options->from, _lt_progress_get_end (options));
  g_autofree char *line = NULL;

  if (reports->len == 0 || *get_words (g_ptr_array_index (reports, 0)) == '\0')
    return;
  line = dup_labelled (row, get_words (g_ptr_array_index (reports, 0)));
  append_line (text, line);
}

static char *
dup_last (LtAssignment *assignment, const LtProgressOptions *options, GetWords get_words)
{
  GString *text = g_string_new (NULL);

  append_last (text, LT_ITEM (assignment), options, get_words);
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (assignment)); i++)
    append_last (text, lt_item_get_child (LT_ITEM (assignment), i), options, get_words);
  return g_string_free (text, FALSE);
}

static void
put_progress (LtTable *table, guint row, guint n_rows, LtAssignment *assignment, gpointer data)
{
  const LtProgressOptions *options = data;
  g_autofree char *results = dup_results (assignment, options);
  g_autofree char *difficulties = dup_last (assignment, options, lt_report_get_difficulties);
  g_autofree char *proposals = dup_last (assignment, options, lt_report_get_proposals);
  g_autofree char *state = NULL;
  LtStatus status;

  lt_assignment_get_status (assignment, options->as_of, options->soon_days, &status);
  state = _lt_words_dup_status (&status, options->as_of);
  _lt_appendix_put_over (table, row, n_rows, COLUMN_STATE, state);
  _lt_appendix_put_over (table, row, n_rows, COLUMN_RESULTS, results);
  _lt_appendix_put_over (table, row, n_rows, COLUMN_DIFFICULTIES, difficulties);
  _lt_appendix_put_over (table, row, n_rows, COLUMN_PROPOSALS, proposals);
}

LtTable *
lt_progress_report_build (LtPlan *plan, const LtProgressOptions *options)
{
  LtTable *table = _lt_progress_table_new ("Tiến độ", options, BODY_SIZE);
  LtAppendixExtra extra = { columns, G_N_ELEMENTS (columns), put_progress, (gpointer) options };
  g_autofree char *period = _lt_progress_dup_period (options);
  const char *const lines[] = { period, NULL };

  _lt_appendix_add_columns (table, shares, &extra);
  _lt_progress_add_head (table, plan, "TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ", "Báo cáo", "BC", options, lines);
  lt_table_add_header_row (table);
  _lt_appendix_add_rows (table, plan, &extra);
  return table;
}
