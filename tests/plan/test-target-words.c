/* SPDX-License-Identifier: MIT */
#include "plan/lt-target-words.h"

#include <locale.h>
#include <math.h>

static void
append_day (GString *text, const char *sign, LtItem *target, const char *field)
{
  g_autofree char *day = lt_item_dup_field_string (target, lt_item_type_find_field (LT_TYPE_TARGET, field));

  if (day != NULL)
    g_string_append_printf (text, "%s%s", sign, day);
}

/* "Name: >=100 % @start..due", one a line. */
static char *
dup_targets (const char *words)
{
  static const char *const signs[] = { ">=", "<=", "" };
  g_autoptr (GPtrArray) targets = lt_target_words_list (words);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < targets->len; i++)
    {
      LtTarget *target = g_ptr_array_index (targets, i);

      g_string_append_printf (text, "%s%s: %s%g", i > 0 ? "\n" : "", lt_target_get_name (target),
                              signs[lt_target_get_goal (target)], lt_target_get_value (target));
      if (!isnan (lt_target_get_value_to (target)))
        g_string_append_printf (text, "-%g", lt_target_get_value_to (target));
      if (!isnan (lt_target_get_baseline (target)))
        g_string_append_printf (text, "<%g", lt_target_get_baseline (target));
      g_string_append_printf (text, " %s", lt_target_get_unit (target));
      append_day (text, " @", LT_ITEM (target), "start_day");
      append_day (text, " .", LT_ITEM (target), "due_day");
    }
  return g_string_free (text, FALSE);
}

static void
test_found (void)
{
  static const struct {
    const char *words;
    const char *targets;
  } cases[] = {
    { "Bảo đảm 100% hồ sơ được số hoá trước ngày 30/6/2025.", "Hồ sơ được số hoá: >=100 % .2025-06-30" },
    { "Phấn đấu 80% thủ tục hành chính được giải quyết trực tuyến; rà soát quy trình.",
      "Thủ tục hành chính được giải quyết trực tuyến: >=80 %" },
    { "Tỷ lệ hồ sơ trực tuyến đạt 75,5%.", "Tỷ lệ hồ sơ trực tuyến: >=75.5 %" },
    { "Tối thiểu 90 % người dân có tài khoản định danh và 70% hộ có mã QR.",
      "Người dân có tài khoản định danh: >=90 %\nHộ có mã QR: >=70 %" },
    { "Nâng tỷ lệ thanh toán trực tuyến từ 60% lên 85% trong năm 2025.",
      "Tỷ lệ thanh toán trực tuyến: >=85<60 %" },
    { "Tỷ lệ hồ sơ quá hạn không quá 2%.", "Tỷ lệ hồ sơ quá hạn: <=2 %" },
    { "Giảm thời gian cấp phép từ 15 ngày xuống 07 ngày.", "Thời gian cấp phép: <=7<15 ngày" },
    { "Mục tiêu đến hết năm 2025 có 1.250 doanh nghiệp sử dụng hoá đơn điện tử.",
      "Doanh nghiệp sử dụng hoá đơn điện tử: >=1250 doanh nghiệp .2025-12-31" },
    { "Tổ chức ít nhất 05 lớp tập huấn cho cán bộ cấp xã.",
      "Lớp tập huấn cho cán bộ cấp xã: >=5 lớp tập huấn" },
    { "Giảm 20% thời gian giải quyết thủ tục.", "Giảm thời gian giải quyết thủ tục: >=20 %" },
    { "Từ 80% đến 90% trường học triển khai học bạ số.", "Trường học triển khai học bạ số: 80-90 %" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *targets = dup_targets (cases[i].words);

      g_assert_cmpstr (targets, ==, cases[i].targets);
    }
}

/* Numbers that set no figure. */
static void
test_none (void)
{
  static const char *const words[] = {
    "", "Rà soát văn bản.",
    "Thực hiện Quyết định số 2733/QĐ-BYT ngày 17/9/2024 của Bộ Y tế.",
    "Triển khai 02 nhóm thủ tục hành chính liên thông.",
    "Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi.",
    "Kế hoạch số 226/UBND ngày 26/9/2024; Nghị định số 63/2024/NĐ-CP.",
    "Hoàn thành trong quý IV năm 2024.", "Xây dựng Đề án 06 giai đoạn 2021 - 2025.",
    "Theo khoản 2 Điều 15 Luật số 80/2015/QH13.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *targets = dup_targets (words[i]);

      g_assert_cmpstr (targets, ==, "");
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/target-words/found", test_found);
  g_test_add_func ("/target-words/none", test_none);
  return g_test_run ();
}
