/* SPDX-License-Identifier: MIT */
#include "plan/lt-outcome.h"

typedef struct {
  const char *words;
  const char *found; /* "start..end end …" */
} Case;

static const Case cases[] = {
  { "Thực hiện thí điểm cấp phiếu Lý lịch tư pháp từ ngày 01/10/2024 đến ngày 30/6/2025.",
    "2024-10-01..2025-06-30" },
  { "đạt tỉ lệ 30% (trong quý IV năm 2024) và đạt tỉ lệ cao hơn trong các năm tiếp theo",
    "2024-10-01..2024-12-31" },
  { "Mục tiêu đến hết năm 2024 có 713 hộ kinh doanh", "2024-12-31" },
  { "hoàn thành Bước 1, 2, 3 của Quy trình trước tháng 10/2024", "2024-09-30" },
  { "Hoàn thành trước ngày 15/3/2026; vận hành chính thức chậm nhất 30/4/2026",
    "2026-03-15 2026-04-30" },
  { "Trong tháng 11/2024 rà soát xong dữ liệu", "2024-11-01..2024-11-30" },
  /* Days of documents. */
  { "theo Quyết định số 4750/QĐ-BYT ngày 29/12/2023", "" },
  { "Quy trình số 570/TTLLTPQG-TLHC ngày 20/9/2024 của Trung tâm", "" },
  { "Quyết định số 305/QĐ-BHXH, ngày 19/3/2024 của BHXH Việt Nam", "" },
  /* Days that say since when, or that something was so. */
  { "Luật có hiệu lực từ ngày 01/7/2024", "" },
  { "chỉ trả không dùng tiền mặt tại khu vực đô thị năm 2024", "" },
  { "kết luận tại cuộc họp ngày 12/9/2024", "" },
  /* No year: whose year it is cannot be told from running text. */
  { "báo cáo trước ngày 15/3", "" },
  { "giảm từ 10 ngày xuống còn 03 ngày làm việc", "" },
  { "Đề án 2024", "" },
  { "", "" },
};

static char *
dup_days (GArray *days)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; days != NULL && i < days->len; i++)
    {
      LtNamedDays named = g_array_index (days, LtNamedDays, i);
      g_autofree char *start = lt_day_dup_iso (named.start);
      g_autofree char *end = lt_day_dup_iso (named.end);

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? " " : "", start ? start : "",
                              start ? ".." : "", end);
    }
  return g_string_free (text, FALSE);
}

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) days = lt_outcome_days_scan (cases[i].words);
      g_autofree char *found = dup_days (days);

      g_test_message ("%s", cases[i].words);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_kept (void)
{
  g_autoptr (LtItem) item = lt_item_new_draft (LT_TYPE_OUTCOME, 1);
  LtOutcome *outcome = LT_OUTCOME (item);
  const LtField *text = lt_item_type_find_field (LT_TYPE_OUTCOME, "text");
  GArray *days;

  g_assert_null (lt_outcome_get_days (outcome));
  lt_item_set_text (item, text, "Xong trước ngày 15/3/2026");
  days = lt_outcome_get_days (outcome);
  g_assert_nonnull (days);
  g_assert_true (days == lt_outcome_get_days (outcome));
  lt_item_set_text (item, text, "Xong trước ngày 16/3/2026");
  g_assert_cmpint (g_array_index (lt_outcome_get_days (outcome), LtNamedDays, 0).end, ==,
                   lt_day_from_ymd (2026, 3, 16));
  lt_item_set_text (item, text, "Xong");
  g_assert_null (lt_outcome_get_days (outcome));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outcome-days/words", test_words);
  g_test_add_func ("/outcome-days/kept", test_kept);
  return g_test_run ();
}
