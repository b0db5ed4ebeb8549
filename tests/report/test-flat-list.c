/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "exchange/lt-json.h"
#include "exchange/lt-sample.h"
#include "plan/lt-status.h"
#include "report/lt-flat-list.h"

static guint
find_column (LtTable *table, const char *title)
{
  for (guint i = 0; i < lt_table_get_n_columns (table); i++)
    if (strcmp (lt_table_get_column (table, i)->title, title) == 0)
      return i;
  g_error ("No column %s", title);
}

static const LtCell *
get_cell (LtTable *table, guint row, const char *title)
{
  return lt_table_get_cell (table, row, find_column (table, title));
}

static void
test_every_outcome_is_a_record (void)
{
  g_autoptr (LtBook) book = lt_sample_new (NULL);
  LtItem *plan = lt_item_get_child (LT_ITEM (book), 0);
  g_autoptr (LtTable) table = lt_flat_list_build (LT_PLAN (plan), lt_day_from_ymd (2024, 11, 15), LT_DUE_SOON_DAYS);
  guint row = 0;

  g_assert_cmpint (lt_table_get_kind (table), ==, LT_TABLE_LIST);
  g_assert_cmpint (lt_table_get_row_role (table, 0), ==, LT_ROW_HEADER);
  g_assert_cmpuint (lt_table_get_n_rows (table), ==, 1 + 42);
  for (guint i = 0; i < lt_item_get_n_children (plan); i++)
    {
      LtInitiative *initiative = lt_item_get_child (plan, i);

      for (guint j = 0; j < lt_item_get_n_children (LT_ITEM (initiative)); j++)
        {
          LtAssignment *assignment = lt_item_get_child (LT_ITEM (initiative), j);

          for (guint k = 0; k < lt_item_get_n_children (LT_ITEM (assignment)); k++)
            {
              LtOutcome *outcome = lt_item_get_child (LT_ITEM (assignment), k);

              row++;
              g_assert_cmpstr (get_cell (table, row, "Mô hình")->text, ==,
                               lt_initiative_get_name (initiative));
              g_assert_cmpstr (get_cell (table, row, "Kết quả cần đạt được")->text, ==,
                               lt_outcome_get_words (outcome));
              g_assert_cmpstr (get_cell (table, row, "Thời gian hoàn thành")->text, ==,
                               lt_assignment_get_deadline_words (assignment));
              g_assert_cmpstr (get_cell (table, row, "Đơn vị chủ trì")->text, ==,
                               lt_assignment_get_lead_words (assignment));
              g_assert_cmpstr (get_cell (table, row, "Đơn vị phối hợp")->text, ==,
                               lt_assignment_get_coordination_words (assignment));
            }
        }
    }
  for (row = 0; row < lt_table_get_n_rows (table); row++)
    for (guint column = 0; column < lt_table_get_n_columns (table); column++)
      {
        g_assert_cmpuint (lt_table_get_cell (table, row, column)->row_span, ==, 1);
        g_assert_cmpuint (lt_table_get_cell (table, row, column)->column_span, ==, 1);
      }
}

static void
test_values (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtBook) book = lt_json_parse_book (
      "{\"format\":\"lotrinh\",\"version\":1,\"plans\":[{\"year\":2024,\"initiatives\":["
      "{\"name\":\"a\",\"assignments\":[{\"deadline\":\"từ ngày 01/10/2024 đến ngày 30/10/2024\","
      "\"state\":\"in-progress\",\"percent\":40,\"outcomes\":[{\"label\":\"(1)\",\"text\":\"x\"}]},"
      "{\"deadline\":\"Thường xuyên\"}]},{\"name\":\"b\"}]}]}",
      -1, &error);
  g_autoptr (LtTable) table = NULL;
  const LtCell *cell;

  g_assert_no_error (error);
  table = lt_flat_list_build (lt_item_get_child (LT_ITEM (book), 0),
                              lt_day_from_ymd (2024, 11, 15), LT_DUE_SOON_DAYS);
  g_assert_cmpuint (lt_table_get_n_rows (table), ==, 4);
  cell = get_cell (table, 1, "Bắt đầu");
  g_assert_cmpint (cell->kind, ==, LT_CELL_DAY);
  g_assert_cmpfloat (cell->value, ==, lt_day_from_ymd (2024, 10, 1));
  cell = get_cell (table, 1, "Đến hạn");
  g_assert_cmpfloat (cell->value, ==, lt_day_from_ymd (2024, 10, 30));
  cell = get_cell (table, 1, "Tỉ lệ (%)");
  g_assert_cmpint (cell->kind, ==, LT_CELL_NUMBER);
  g_assert_cmpfloat (cell->value, ==, 40);
  g_assert_cmpstr (get_cell (table, 1, "Trạng thái")->text, ==, "đang thực hiện");
  g_assert_cmpstr (get_cell (table, 1, "Tiến độ")->text, ==, "quá hạn");
  g_assert_cmpstr (get_cell (table, 1, "Mục")->text, ==, "(1)");

  /* Without outcomes, and without assignments, something is still in the list. */
  g_assert_cmpint (get_cell (table, 2, "Đến hạn")->kind, ==, LT_CELL_TEXT);
  g_assert_cmpstr (get_cell (table, 2, "Tiến độ")->text, ==, "không hạn");
  g_assert_cmpstr (get_cell (table, 2, "STT")->text, ==, "1");
  g_assert_cmpstr (get_cell (table, 3, "Mô hình")->text, ==, "b");
  g_assert_cmpstr (get_cell (table, 3, "Trạng thái")->text, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flat-list/every-outcome-is-a-record", test_every_outcome_is_a_record);
  g_test_add_func ("/flat-list/values", test_values);
  return g_test_run ();
}
