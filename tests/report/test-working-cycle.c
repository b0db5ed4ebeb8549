/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "exchange/lt-exporter.h"
#include "plan/lt-agency-use.h"
#include "plan/lt-overview.h"
#include "plan/lt-report.h"
#include "report/lt-progress-report.h"
#include "report/lt-summary.h"
#include "report/lt-table-layout.h"
#include "report/lt-urging-list.h"
#include "support/lt-test-book.h"

/* Overview, summary, urging list and the rows of the command line are four ways to count
 * the same rows; on random books they must agree on every day. */

static int
pick (GRand *rand, int n)
{
  return g_rand_int_range (rand, 0, n);
}

static void
set_integer (LtItem *item, const char *field, gint64 value)
{
  lt_item_set_integer (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field), value);
}

static LtDay
pick_day (GRand *rand)
{
  return lt_day_from_ymd (2024, 1, 1) + pick (rand, 600);
}

static void
add_report (LtItem *row, GRand *rand)
{
  LtItem *report = LT_ITEM (lt_report_new_draft (row));

  if (pick (rand, 10))
    set_integer (report, "day", pick_day (rand));
  set_integer (report, "state", pick (rand, LT_N_STATES + 1));
  if (pick (rand, 2))
    set_integer (report, "percent", pick (rand, 101));
  if (pick (rand, 4) == 0)
    set_integer (report, "evidence_day", pick_day (rand));
  lt_item_append_draft (lt_report_get_list (row), report);
}

static LtBook *
create_book (GRand *rand)
{
  LtBook *book = lt_test_book_new ((guint) pick (rand, 40) + 1, g_rand_int (rand));
  g_autoptr (GPtrArray) rows = lt_book_gather_assignments (book);
  static const char *const leads[] = { "", "Sở Lạ", "Sở Y tế; Sở Tư pháp", "Sở Lạ, Sở Y tế" };

  for (guint i = 0; i < rows->len; i++)
    {
      LtItem *row = g_ptr_array_index (rows, i);

      set_integer (row, "state", pick (rand, LT_N_STATES));
      if (pick (rand, 5) == 0)
        lt_item_set_text (row, lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "lead"),
                          leads[pick (rand, G_N_ELEMENTS (leads))]);
      for (int n = pick (rand, 4); n > 0; n--)
        add_report (row, rand);
    }
  return book;
}

static guint
sum (const guint *numbers, guint n)
{
  guint total = 0;

  for (guint i = 0; i < n; i++)
    total += numbers[i];
  return total;
}

static void
assert_tally (const LtTally *tally)
{
  g_assert_cmpuint (sum (&tally->cells[0][0], LT_N_STATES * LT_N_TIMELINESS), ==, tally->n);
  g_assert_cmpuint (sum (tally->by_state, LT_N_STATES), ==, tally->n);
  g_assert_cmpuint (sum (tally->by_timeliness, LT_N_TIMELINESS), ==, tally->n);
}

/* What "list" would show, row by row. */
static guint
count_rows (GPtrArray *rows, LtDay as_of, int soon, LtTimeliness timeliness)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += lt_assignment_get_timeliness (g_ptr_array_index (rows, i), as_of, soon) == timeliness;
  return n;
}

static double
get_number (LtTable *table, guint row, guint column)
{
  return lt_table_get_cell (table, row, column)->value;
}

/* @count: of the body rows; the row behind them is the total. */
static guint
find_first_body (LtTable *table)
{
  guint row = 0;

  while (row < lt_table_get_n_rows (table) && lt_table_get_row_role (table, row) != LT_ROW_BODY
         && lt_table_get_row_role (table, row) != LT_ROW_TOTAL)
    row++;
  return row;
}

static void
assert_summary_row (LtTable *table, guint row, const LtTally *tally)
{
  double rate = lt_tally_get_rate (tally);

  g_assert_cmpfloat (get_number (table, row, LT_SUMMARY_TOTAL), ==, tally->n);
  g_assert_cmpfloat (get_number (table, row, LT_SUMMARY_DONE), ==, tally->by_state[LT_STATE_DONE]);
  g_assert_cmpfloat (get_number (table, row, LT_SUMMARY_OVERDUE), ==, tally->by_timeliness[LT_TIMELINESS_OVERDUE]);
  g_assert_cmpfloat (get_number (table, row, LT_SUMMARY_DUE_SOON), ==, tally->by_timeliness[LT_TIMELINESS_DUE_SOON]);
  if (isnan (rate))
    g_assert_cmpstr (lt_table_get_cell (table, row, LT_SUMMARY_RATE)->text, ==, "");
  else
    g_assert_cmpfloat_with_epsilon (get_number (table, row, LT_SUMMARY_RATE), rate, 0.0501);
}

static void
assert_summaries (LtPlan *plan, LtOverview *overview, const LtProgressOptions *options)
{
  g_autoptr (LtTable) by_agency = lt_summary_build_by_agency (plan, overview, options);
  g_autoptr (LtTable) by_model = lt_summary_build_by_model (plan, overview, options);
  guint first = find_first_body (by_agency);

  for (guint i = 0; i < lt_overview_get_n_agencies (overview); i++)
    assert_summary_row (by_agency, first + i, &lt_overview_get_agency (overview, i)->now);
  assert_summary_row (by_agency, first + lt_overview_get_n_agencies (overview), lt_overview_get_tally (overview));
  first = find_first_body (by_model);
  for (guint i = 0; i < lt_overview_get_n_models (overview); i++)
    {
      LtTally tally;

      lt_overview_count_model (overview, i, &tally, NULL);
      assert_summary_row (by_model, first + i, &tally);
    }
  assert_summary_row (by_model, first + lt_overview_get_n_models (overview), lt_overview_get_tally (overview));
}

/* Numbered rows below a heading. */
static guint
count_urged (LtTable *table)
{
  guint n = 0;

  for (guint i = 0; i < lt_table_get_n_rows (table); i++)
    n += lt_table_get_row_role (table, i) == LT_ROW_BODY && *lt_table_get_cell (table, i, 0)->text != '\0';
  return n;
}

static void
assert_urging (LtPlan *plan, LtOverview *overview, const LtProgressOptions *options)
{
  g_autoptr (LtTable) flat = lt_urging_list_build_flat (plan, overview, options);
  guint n = 0;

  for (guint i = 0; i < lt_overview_get_n_agencies (overview); i++)
    {
      const LtOverviewAgency *agency = lt_overview_get_agency (overview, i);
      g_autoptr (LtTable) list = lt_urging_list_build (plan, overview, agency, NULL, options);
      guint urged = agency->now.by_timeliness[LT_TIMELINESS_OVERDUE] + agency->now.by_timeliness[LT_TIMELINESS_DUE_SOON];

      g_assert_cmpuint (count_urged (list), ==, urged);
      g_assert_cmpint (lt_overview_agency_is_urged (agency), ==, urged > 0);
      n += urged;
    }
  g_assert_cmpuint (lt_table_get_n_rows (flat) - 1, ==, n);
}

static void
assert_agrees (LtBook *book, GRand *rand)
{
  LtPlan *plan = lt_item_get_child (LT_ITEM (book), 0);
  LtProgressOptions options = { pick_day (rand), pick (rand, 60), LT_DAY_NONE, LT_DAY_NONE };
  LtOverviewOptions own = LT_OVERVIEW_OPTIONS_INIT;
  g_autoptr (LtOverview) overview = NULL;
  g_autoptr (LtOverview) earlier = NULL;
  g_autoptr (GPtrArray) rows = lt_book_gather_assignments (book);
  g_autoptr (GArray) overdue = NULL;
  g_autoptr (GArray) next = NULL;
  const LtTally *tally;
  guint in_models = 0;

  if (pick (rand, 2))
    options.from = options.as_of - pick (rand, 200);
  own.plan = plan;
  own.as_of = options.as_of;
  own.soon_days = options.soon_days;
  own.since = options.from == LT_DAY_NONE ? LT_DAY_NONE : options.from - 1;
  overview = lt_overview_new (book, &own);
  tally = lt_overview_get_tally (overview);
  assert_tally (tally);
  g_assert_cmpuint (tally->n, ==, rows->len);
  for (LtTimeliness i = 0; i < LT_N_TIMELINESS; i++)
    g_assert_cmpuint (count_rows (rows, options.as_of, options.soon_days, i), ==, tally->by_timeliness[i]);
  for (guint i = 0; i < lt_overview_get_n_models (overview); i++)
    in_models += lt_overview_get_model (overview, i)->n_rows;
  g_assert_cmpuint (in_models, ==, tally->n);
  overdue = lt_overview_list_overdue (overview);
  next = lt_overview_list_next (overview, 0);
  g_assert_cmpuint (overdue->len, ==, tally->by_timeliness[LT_TIMELINESS_OVERDUE]);
  g_assert_cmpuint (next->len, ==,
                    tally->by_timeliness[LT_TIMELINESS_DUE_SOON] + tally->by_timeliness[LT_TIMELINESS_ON_TRACK]);
  assert_summaries (plan, overview, &options);
  assert_urging (plan, overview, &options);

  /* The picture of the earlier day is what an overview of that day would be. */
  if (own.since == LT_DAY_NONE)
    return;
  own.as_of = own.since;
  own.since = LT_DAY_NONE;
  earlier = lt_overview_new (book, &own);
  g_assert_cmpmem (lt_overview_get_tally (earlier)->cells, sizeof tally->cells,
                   lt_overview_get_tally_before (overview)->cells, sizeof tally->cells);
}

static void
test_agreement (void)
{
  const char *runs = g_getenv ("LT_TEST_RUNS");
  int n = runs ? atoi (runs) : 40;

  for (int seed = 0; seed < n; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) seed);
      g_autoptr (LtBook) book = create_book (rand);

      g_test_message ("seed %d", seed);
      for (int i = 0; i < 3; i++)
        assert_agrees (book, rand);
    }
}

static const char *
find_cell (LtTable *table, guint row, const char *title)
{
  for (guint i = 0; i < lt_table_get_n_columns (table); i++)
    if (strcmp (lt_table_get_column (table, i)->title, title) == 0)
      return lt_table_get_cell (table, row, i)->text;
  g_assert_not_reached ();
}

static void
set (LtItem *item, const char *field, const char *value)
{
  g_assert_true (lt_item_set_string (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field), value, NULL));
}

static void
add_words (LtItem *row, const char *day, const char *state, const char *results, const char *difficulties)
{
  LtItem *report = LT_ITEM (lt_report_new_draft (row));

  set (report, "day", day);
  set (report, "state", state);
  set (report, "results", results);
  set (report, "difficulties", difficulties);
  lt_item_append_draft (lt_report_get_list (row), report);
}

static LtItem *
append (LtItem *parent, GType type, const char *field, const char *value)
{
  LtItem *item = lt_item_new_draft (type, 0);

  set (item, field, value);
  lt_item_append_draft (parent, item);
  return item;
}

/* One model, one row of two results, due on 31/12/2024. */
static LtBook *
create_small_book (void)
{
  LtBook *book = lt_book_new ();
  LtItem *plan = append (LT_ITEM (book), LT_TYPE_PLAN, "title", "Kế hoạch thử");
  LtItem *row = append (append (plan, LT_TYPE_INITIATIVE, "name", "Mô hình một"), LT_TYPE_ASSIGNMENT, "deadline",
                        "trước ngày 31/12/2024");
  LtItem *outcome;

  set (row, "lead", "Sở Y tế");
  set (row, "state", "in-progress");
  set (append (row, LT_TYPE_OUTCOME, "text", "Rà soát"), "label", "(1)");
  outcome = append (row, LT_TYPE_OUTCOME, "text", "Hoàn thành");
  set (outcome, "label", "(2)");
  add_words (row, "2024-10-15", "in-progress", "Đã rà soát", "Thiếu người");
  add_words (row, "2024-11-15", "in-progress", "Đã làm sạch", "");
  add_words (row, "2025-02-01", "", "Sau kỳ", "Sau kỳ");
  add_words (outcome, "2024-11-20", "done", "Xong", "Hết tiền");
  return book;
}

static void
test_progress_report (void)
{
  g_autoptr (LtBook) book = create_small_book ();
  LtPlan *plan = lt_item_get_child (LT_ITEM (book), 0);
  LtProgressOptions options = { lt_day_from_ymd (2025, 1, 5), 15, lt_day_from_ymd (2024, 10, 1), LT_DAY_NONE };
  g_autoptr (LtTable) table = lt_progress_report_build (plan, &options);
  guint row = find_first_body (table);

  g_assert_cmpstr (lt_table_get_cell (table, row - 3, 0)->text, ==, "Kỳ báo cáo: từ ngày 01/10/2024 đến ngày 05/01/2025");
  g_assert_cmpstr (find_cell (table, row, "Tình trạng"), ==, "Đang thực hiện, quá hạn 5 ngày");
  g_assert_cmpstr (find_cell (table, row, "Kết quả thực hiện"), ==,
                   "15/10/2024: Đã rà soát\n15/11/2024: Đã làm sạch\n(2) Xong");
  g_assert_cmpstr (find_cell (table, row, "Khó khăn, vướng mắc"), ==, "(2) Hết tiền");
  g_assert_cmpstr (find_cell (table, row, "Đề xuất, kiến nghị"), ==, "");
  for (guint i = 6; i < 10; i++)
    g_assert_cmpuint (lt_table_get_cell (table, row, i)->row_span, ==, 2);
  g_assert_cmpuint (lt_table_get_n_rows (table), ==, row + 2);
}

/* Agencies whose names begin alike come to sheets of their own. */
static void
test_urging_workbook (void)
{
  g_autoptr (LtBook) book = create_small_book ();
  LtItem *initiative = lt_item_follow_path (lt_item_get_child (LT_ITEM (book), 0), "1");
  LtExportOptions options = LT_EXPORT_OPTIONS_INIT;
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GBytes) workbook = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *lead = g_strdup_printf ("Trung tâm [phục vụ] hành chính công: số / %u", i);
      LtItem *row = append (initiative, LT_TYPE_ASSIGNMENT, "deadline", "trước ngày 31/12/2024");

      set (row, "lead", lead);
    }
  options.report = "urging";
  options.as_of = lt_day_from_ymd (2025, 1, 5);
  tables = lt_export_build (book, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tables->len, >=, 4);
  workbook = lt_export (book, &options, "xlsx", &error);
  g_assert_no_error (error);

  options.agency = "sở y tế";
  one = lt_export_build (book, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (count_urged (g_ptr_array_index (one, 0)), ==, 1);
  options.agency = "Sở Không Có";
  g_assert_null (lt_export_build (book, &options, &error));
  g_assert_nonnull (strstr (error->message, "Sở Không Có"));
}

/* Words for more than Excel gives a row stand in several, none of them too tall, and none is lost. */
static void
test_tall_row (void)
{
  g_autoptr (LtBook) book = lt_test_book_new (3, 1);
  g_autoptr (GPtrArray) rows = lt_book_gather_assignments (book);
  LtItem *row = g_ptr_array_index (rows, 0);
  LtItem *report = LT_ITEM (lt_report_new_draft (row));
  LtProgressOptions options = { lt_day_from_ymd (2024, 11, 15), 15, LT_DAY_NONE, LT_DAY_NONE };
  LtOverviewOptions own = LT_OVERVIEW_OPTIONS_INIT;
  g_autoptr (LtOverview) overview = NULL;
  g_autoptr (LtTable) table = NULL;
  g_autoptr (LtTableLayout) layout = NULL;
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GString) stands = g_string_new (NULL);
  guint last;

  for (guint i = 0; i < 900; i++)
    g_string_append_printf (said, "%svướng%u", i % 30 ? " " : i ? "\n" : "", i);
  lt_item_set_text (row, lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "deadline"), "trước ngày 30/6/2024");
  set_integer (row, "state", LT_STATE_IN_PROGRESS);
  set_integer (report, "day", lt_day_from_ymd (2024, 10, 31));
  lt_item_set_text (report, lt_item_type_find_field (LT_TYPE_REPORT, "difficulties"), said->str);
  lt_item_append_draft (lt_report_get_list (row), report);

  own.plan = lt_item_get_child (LT_ITEM (book), 0);
  own.as_of = options.as_of;
  own.soon_days = options.soon_days;
  overview = lt_overview_new (book, &own);
  table = lt_urging_list_build_flat (own.plan, overview, &options);
  layout = lt_table_layout_new (table);
  last = lt_table_get_n_columns (table) - 1;
  for (guint i = 1; i < lt_table_get_n_rows (table); i++)
    {
      g_assert_cmpfloat (lt_table_layout_get_row_need (layout, i), <=, LT_LAYOUT_ROW_MAX);
      g_assert_cmpstr (lt_table_get_cell (table, i, 0)->text, !=, "");
      if (g_str_equal (lt_table_get_cell (table, i, 1)->text, "1.1"))
        g_string_append_printf (stands, "%s ", lt_table_get_cell (table, i, last)->text);
    }
  for (guint i = 0; i < 900; i++)
    {
      g_autofree char *word = g_strdup_printf ("vướng%u", i);

      g_assert_nonnull (strstr (stands->str, word));
    }
  g_assert_cmpuint (lt_table_get_n_rows (table), >, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/working-cycle/agreement", test_agreement);
  g_test_add_func ("/working-cycle/progress-report", test_progress_report);
  g_test_add_func ("/working-cycle/urging-workbook", test_urging_workbook);
  g_test_add_func ("/working-cycle/tall-row", test_tall_row);
  return g_test_run ();
}
