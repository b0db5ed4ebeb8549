/* SPDX-License-Identifier: MIT */
#include "report/lt-summary.h"

#include <math.h>

#define BODY_SIZE 12

enum {
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_FINISHED_NEWLY = LT_SUMMARY_N_COLUMNS,
  COLUMN_RATE_BEFORE,
};

static const LtTableColumn columns[] = {
  [COLUMN_NUMBER] = { "STT", 4, LT_ALIGN_CENTER },
  [COLUMN_NAME] = { NULL, 26, LT_ALIGN_LEFT },
  [LT_SUMMARY_TOTAL] = { "Tổng số nhiệm vụ", 7, LT_ALIGN_CENTER },
  [LT_SUMMARY_DONE] = { "Hoàn thành", 7, LT_ALIGN_CENTER },
  [LT_SUMMARY_DONE_LATE] = { "Trong đó trễ hạn", 7, LT_ALIGN_CENTER },
  [LT_SUMMARY_MAINTAINED] = { "Duy trì thường xuyên", 8, LT_ALIGN_CENTER },
  [LT_SUMMARY_IN_PROGRESS] = { "Đang thực hiện", 7, LT_ALIGN_CENTER },
  [LT_SUMMARY_NOT_STARTED] = { "Chưa thực hiện", 7, LT_ALIGN_CENTER },
  [LT_SUMMARY_PAUSED] = { "Tạm dừng", 6, LT_ALIGN_CENTER },
  [LT_SUMMARY_CANCELLED] = { "Huỷ", 5, LT_ALIGN_CENTER },
  [LT_SUMMARY_OVERDUE] = { "Quá hạn", 6, LT_ALIGN_CENTER },
  [LT_SUMMARY_DUE_SOON] = { "Sắp đến hạn", 7, LT_ALIGN_CENTER },
  [LT_SUMMARY_RATE] = { "Tỷ lệ hoàn thành (%)", 8, LT_ALIGN_CENTER },
  [COLUMN_FINISHED_NEWLY] = { "Hoàn thành trong kỳ", 8, LT_ALIGN_CENTER },
  [COLUMN_RATE_BEFORE] = { "Tỷ lệ kỳ trước (%)", 8, LT_ALIGN_CENTER },
};

double
lt_tally_get_rate (const LtTally *tally)
{
  guint n = tally->n - tally->n_cancelled;

  return n > 0 ? 100.0 * tally->n_finished / n : NAN;
}

/* With one decimal, as reports give it. */
static double
round_rate (double rate)
{
  return isnan (rate) ? rate : round (rate * 10) / 10;
}

static void
put_tally (LtTable *table, guint row, const LtTally *now, const LtTally *before, gboolean compared)
{
  const guint counts[LT_SUMMARY_N_COLUMNS] = {
    [LT_SUMMARY_TOTAL] = now->n,
    [LT_SUMMARY_DONE] = now->by_state[LT_STATE_DONE],
    [LT_SUMMARY_DONE_LATE] = now->cells[LT_STATE_DONE][LT_TIMELINESS_DONE_LATE],
    [LT_SUMMARY_MAINTAINED] = now->by_state[LT_STATE_MAINTAINED],
    [LT_SUMMARY_IN_PROGRESS] = now->by_state[LT_STATE_IN_PROGRESS],
    [LT_SUMMARY_NOT_STARTED] = now->by_state[LT_STATE_NOT_STARTED],
    [LT_SUMMARY_PAUSED] = now->by_state[LT_STATE_PAUSED],
    [LT_SUMMARY_CANCELLED] = now->by_state[LT_STATE_CANCELLED],
    [LT_SUMMARY_OVERDUE] = now->by_timeliness[LT_TIMELINESS_OVERDUE],
    [LT_SUMMARY_DUE_SOON] = now->by_timeliness[LT_TIMELINESS_DUE_SOON],
  };

  for (guint i = LT_SUMMARY_TOTAL; i < LT_SUMMARY_RATE; i++)
    lt_table_put_number (table, row, i, counts[i]);
  lt_table_put_number (table, row, LT_SUMMARY_RATE, round_rate (lt_tally_get_rate (now)));
  if (!compared)
    return;
  lt_table_put_number (table, row, COLUMN_FINISHED_NEWLY, (double) now->n_finished - before->n_finished);
  lt_table_put_number (table, row, COLUMN_RATE_BEFORE, round_rate (lt_tally_get_rate (before)));
}

static LtTable *
create_table (LtPlan *plan, const char *name, const char *title, const char *named, const LtProgressOptions *options)
{
  LtTable *table = _lt_progress_table_new (name, options, BODY_SIZE);
  gboolean compared = options->from != LT_DAY_NONE;
  g_autofree char *period = _lt_progress_dup_period (options);
  const char *const lines[] = { period, NULL };

  for (guint i = 0; i < (compared ? G_N_ELEMENTS (columns) : LT_SUMMARY_N_COLUMNS); i++)
    lt_table_add_column (table, i == COLUMN_NAME ? named : columns[i].title, columns[i].share, columns[i].align);
  _lt_progress_add_head (table, plan, title, "Báo cáo", "BC", options, lines);
  lt_table_add_header_row (table);
  return table;
}

static void
add_tally (LtTable *table, LtRowRole role, const char *number, const char *name, const LtTally *now,
           const LtTally *before, const LtProgressOptions *options)
{
  guint row = lt_table_add_row (table, role);

  lt_table_put (table, row, COLUMN_NUMBER, number);
  lt_table_put (table, row, COLUMN_NAME, name);
  put_tally (table, row, now, before, options->from != LT_DAY_NONE);
}

static void
add_total (LtTable *table, LtOverview *overview, const LtProgressOptions *options)
{
  add_tally (table, LT_ROW_TOTAL, "", "Tổng cộng", lt_overview_get_tally (overview),
             lt_overview_get_tally_before (overview), options);
  lt_table_add_line (table, LT_ROW_PARAGRAPH,
                     "Tỷ lệ hoàn thành là tỷ lệ số nhiệm vụ hoàn thành và duy trì thường xuyên trên tổng số nhiệm vụ "
                     "không bị huỷ.");
}

LtTable *
lt_summary_build_by_agency (LtPlan *plan, LtOverview *overview, const LtProgressOptions *options)
{
  LtTable *table = create_table (plan, "Theo đơn vị", "TỔNG HỢP TIẾN ĐỘ THỰC HIỆN THEO ĐƠN VỊ CHỦ TRÌ",
                                 "Đơn vị chủ trì", options);
  guint n_counted = 0;

  for (guint i = 0; i < lt_overview_get_n_agencies (overview); i++)
    {
      const LtOverviewAgency *agency = lt_overview_get_agency (overview, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      n_counted += agency->now.n;
      add_tally (table, LT_ROW_BODY, number, *agency->name ? agency->name : "(Chưa xác định đơn vị chủ trì)",
                 &agency->now, &agency->before, options);
    }
  add_total (table, overview, options);
  if (n_counted != lt_overview_get_n_rows (overview))
    lt_table_add_line (table, LT_ROW_PARAGRAPH,
                       "Nhiệm vụ có nhiều đơn vị chủ trì được tính cho từng đơn vị; dòng tổng cộng tính mỗi nhiệm vụ "
                       "một lần.");
  return table;
}

LtTable *
lt_summary_build_by_model (LtPlan *plan, LtOverview *overview, const LtProgressOptions *options)
{
  LtTable *table = create_table (plan, "Theo mô hình", "TỔNG HỢP TIẾN ĐỘ THỰC HIỆN THEO MÔ HÌNH", "Mô hình", options);

  for (guint i = 0; i < lt_overview_get_n_models (overview); i++)
    {
      const LtOverviewModel *model = lt_overview_get_model (overview, i);
      g_autofree char *number = lt_initiative_dup_number (model->initiative);
      LtTally now;
      LtTally before;

      lt_overview_count_model (overview, i, &now, &before);
      add_tally (table, LT_ROW_BODY, number, lt_initiative_get_name (model->initiative), &now, &before, options);
    }
  add_total (table, overview, options);
  return table;
}
