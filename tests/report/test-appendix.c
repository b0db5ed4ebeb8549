/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "exchange/lt-json.h"
#include "exchange/lt-sample.h"
#include "report/lt-appendix.h"
#include "text/lt-text.h"

#define FIRST_BODY_ROW 5

static LtBook *
load_sample (void)
{
  g_autoptr (GError) error = NULL;
  LtBook *book = lt_sample_new (&error);

  g_assert_no_error (error);
  return book;
}

static LtBook *
parse_plan (const char *initiatives)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = g_strdup_printf (
      "{\"format\":\"lotrinh\",\"version\":1,\"plans\":[{\"title\":\"Đề án 06\","
      "\"initiatives\":%s}]}",
      initiatives);
  LtBook *book = lt_json_parse_book (json, -1, &error);

  g_assert_no_error (error);
  return book;
}

static LtTable *
build (LtBook *book, const LtAppendixOptions *options)
{
  return lt_appendix_build (lt_item_get_child (LT_ITEM (book), 0), options);
}

static void
test_head (void)
{
  static const char *const titles[] = { "STT", "Mô hình", "Kết quả cần đạt được",
                                        "Thời gian hoàn thành", "Đơn vị chủ trì",
                                        "Đơn vị phối hợp" };
  g_autoptr (LtBook) book = load_sample ();
  g_autoptr (LtTable) table = build (book, NULL);
  g_autofree char *attachment
      = lt_text_dup_clean (lt_table_get_cell (table, 2, 0)->text, FALSE, NULL);

  g_assert_cmpstr (lt_table_get_cell (table, 0, 0)->text, ==, "Phụ lục");
  g_assert_cmpstr (lt_table_get_cell (table, 1, 0)->text, ==,
                   "TRIỂN KHAI 14 MÔ HÌNH THUỘC ĐỀ ÁN 06/CP TRÊN ĐỊA BÀN THÀNH PHỐ HẢI PHÒNG "
                   "NĂM 2024");
  g_assert_cmpstr (attachment, ==,
                   "(Kèm theo Kế hoạch số: /KH-BCĐĐA06CP ngày / /2024 của Ban Chỉ đạo CCHC, "
                   "CĐS&ĐA06/CP thành phố)");
  g_assert_cmpint (lt_table_get_row_role (table, 0), ==, LT_ROW_LABEL);
  g_assert_cmpint (lt_table_get_row_role (table, 1), ==, LT_ROW_TITLE);
  g_assert_cmpint (lt_table_get_row_role (table, 2), ==, LT_ROW_ATTACHMENT);
  g_assert_cmpint (lt_table_get_row_role (table, 4), ==, LT_ROW_HEADER);
  g_assert_cmpuint (lt_table_get_n_columns (table), ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpstr (lt_table_get_cell (table, 4, i)->text, ==, titles[i]);
}

/* Every outcome in a row of its own, in order, no line between those of one cell. */
static void
test_outcome_rows (void)
{
  g_autoptr (LtBook) book = load_sample ();
  g_autoptr (LtTable) table = build (book, NULL);
  LtItem *plan = lt_item_get_child (LT_ITEM (book), 0);
  guint row = FIRST_BODY_ROW;

  for (guint i = 0; i < lt_item_get_n_children (plan); i++)
    {
      LtItem *initiative = lt_item_get_child (plan, i);

      for (guint j = 0; j < lt_item_get_n_children (initiative); j++)
        {
          LtItem *assignment = lt_item_get_child (initiative, j);

          for (guint k = 0; k < lt_item_get_n_children (assignment); k++, row++)
            {
              g_autofree char *line = lt_outcome_dup_line (lt_item_get_child (assignment, k));
              const LtCell *cell = lt_table_get_cell (table, row, LT_APPENDIX_OUTCOME);

              g_assert_cmpstr (cell->text, ==, line);
              g_assert_cmpuint (cell->row_span, ==, 1);
              g_assert_cmpint (!!(cell->flags & LT_CELL_FLAG_OPEN_ABOVE), ==, k > 0);
              g_assert_cmpint (lt_table_get_row_kept (table, row), ==, k > 0);
            }
        }
    }
  g_assert_cmpuint (row, ==, FIRST_BODY_ROW + 42);
  g_assert_cmpuint (lt_table_get_n_rows (table), ==, row);
}

static guint
find_row (LtTable *table, const char *number)
{
  for (guint row = FIRST_BODY_ROW; row < lt_table_get_n_rows (table); row++)
    if (strcmp (lt_table_get_cell (table, row, LT_APPENDIX_NUMBER)->text, number) == 0)
      return row;
  g_assert_not_reached ();
}

static void
assert_span (LtTable *table, guint row, LtAppendixColumn column, guint row_span, const char *text)
{
  const LtCell *cell = lt_table_get_cell (table, row, column);

  g_assert_cmpstr (cell->text, ==, text);
  g_assert_cmpuint (cell->row_span, ==, row_span);
}

/* Two lead agencies under one model, with equal deadlines that are repeated (model 2);
 * a deadline that is merged with the row above (model 14). */
static void
test_merged_cells (void)
{
  g_autoptr (LtBook) book = load_sample ();
  g_autoptr (LtTable) table = build (book, NULL);
  guint row = find_row (table, "2");

  assert_span (table, row, LT_APPENDIX_NUMBER, 6, "2");
  assert_span (table, row, LT_APPENDIX_NAME, 6, "Cấp phiếu Lý lịch tư pháp trên VNeID");
  assert_span (table, row, LT_APPENDIX_DEADLINE, 5, "trước ngày 31/12/2024");
  assert_span (table, row, LT_APPENDIX_LEAD, 5, "Sở Tư pháp");
  assert_span (table, row + 5, LT_APPENDIX_DEADLINE, 1, "trước ngày 31/12/2024");
  assert_span (table, row + 5, LT_APPENDIX_LEAD, 1, "Sở Thông tin và Truyền thông");

  row = find_row (table, "14");
  assert_span (table, row, LT_APPENDIX_NUMBER, 3, "14");
  assert_span (table, row, LT_APPENDIX_DEADLINE, 1, "Thường xuyên");
  assert_span (table, row + 1, LT_APPENDIX_DEADLINE, 2, "Thường xuyên");
  assert_span (table, row + 1, LT_APPENDIX_LEAD, 1, "Công an thành phố");
  assert_span (table, row + 2, LT_APPENDIX_LEAD, 1, "Sở Lao động - Thương binh và Xã hội");
}

static void
test_sparse_plans (void)
{
  g_autoptr (LtBook) book = parse_plan (
      "[{\"name\":\"Không việc\"},"
      "{\"name\":\"Không kết quả\",\"assignments\":[{\"lead\":\"Sở Y tế\"},{}]},"
      "{\"name\":\"Đủ\",\"assignments\":[{\"outcomes\":[{\"text\":\"a\"},{\"text\":\"b\"}]}]}]");
  g_autoptr (LtTable) table = build (book, NULL);
  g_autoptr (LtBook) empty = parse_plan ("[]");
  g_autoptr (LtTable) head = build (empty, NULL);

  g_assert_cmpuint (lt_table_get_n_rows (table), ==, FIRST_BODY_ROW + 1 + 2 + 2);
  assert_span (table, FIRST_BODY_ROW, LT_APPENDIX_NAME, 1, "Không việc");
  assert_span (table, FIRST_BODY_ROW + 1, LT_APPENDIX_NAME, 2, "Không kết quả");
  assert_span (table, FIRST_BODY_ROW + 1, LT_APPENDIX_LEAD, 1, "Sở Y tế");
  assert_span (table, FIRST_BODY_ROW + 3, LT_APPENDIX_NUMBER, 2, "3");
  g_assert_cmpuint (lt_table_get_n_rows (head), ==, FIRST_BODY_ROW);
  g_assert_cmpstr (lt_table_get_cell (head, 0, 0)->text, ==, "Phụ lục");
  g_assert_cmpstr (lt_table_get_cell (head, 1, 0)->text, ==, "ĐỀ ÁN 06");
}

/* Merging cells whose words differ would lose the words of one. */
static void
test_joined_deadlines (void)
{
  g_autoptr (LtBook) book = parse_plan (
      "[{\"name\":\"a\",\"assignments\":["
      "{\"deadline\":\"năm 2024\",\"deadline_joined\":true},"
      "{\"deadline\":\"năm 2024\",\"deadline_joined\":true},"
      "{\"deadline\":\"năm 2025\",\"deadline_joined\":true},"
      "{\"deadline\":\"năm 2025\"}]},"
      "{\"name\":\"b\",\"assignments\":[{\"deadline\":\"năm 2025\",\"deadline_joined\":true}]}]");
  g_autoptr (LtTable) table = build (book, NULL);

  assert_span (table, FIRST_BODY_ROW, LT_APPENDIX_DEADLINE, 2, "năm 2024");
  assert_span (table, FIRST_BODY_ROW + 2, LT_APPENDIX_DEADLINE, 1, "năm 2025");
  assert_span (table, FIRST_BODY_ROW + 3, LT_APPENDIX_DEADLINE, 1, "năm 2025");
  assert_span (table, FIRST_BODY_ROW + 4, LT_APPENDIX_DEADLINE, 1, "năm 2025");
}

static void
test_options (void)
{
  g_autoptr (LtBook) book = load_sample ();
  LtAppendixOptions options = { FALSE, LT_MARGINS_WIDE, 12 };
  g_autoptr (LtTable) decree = build (book, NULL);
  g_autoptr (LtTable) wide = build (book, &options);
  LtCellStyle style;

  g_assert_true (lt_table_get_page_setup (decree)->landscape);
  g_assert_cmpfloat (lt_table_get_page_setup (decree)->left, ==, 30);
  g_assert_cmpfloat (lt_table_get_page_setup (decree)->right, ==, 15);
  g_assert_cmpfloat (lt_table_get_page_setup (wide)->left, ==, 12);
  g_assert_cmpfloat (lt_table_get_page_setup (wide)->right, ==, 12);
  lt_table_get_style (decree, LT_ROW_BODY, 0, &style);
  g_assert_cmpfloat (style.size, ==, 13);
  lt_table_get_style (wide, LT_ROW_BODY, LT_APPENDIX_LEAD, &style);
  g_assert_cmpfloat (style.size, ==, 12);
  g_assert_cmpint (style.align, ==, LT_ALIGN_CENTER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/appendix/head", test_head);
  g_test_add_func ("/appendix/outcome-rows", test_outcome_rows);
  g_test_add_func ("/appendix/merged-cells", test_merged_cells);
  g_test_add_func ("/appendix/sparse-plans", test_sparse_plans);
  g_test_add_func ("/appendix/joined-deadlines", test_joined_deadlines);
  g_test_add_func ("/appendix/options", test_options);
  return g_test_run ();
}
