/* SPDX-License-Identifier: MIT */
#include "plan/lt-plan-merge.h"

#include <locale.h>

static LtItem *
add (LtItem *parent, GType type, const char *field, const char *text)
{
  LtItem *item = lt_item_new_draft (type, 0);

  lt_item_set_text (item, lt_item_type_find_field (type, field), text);
  if (parent != NULL)
    lt_item_append_draft (parent, item);
  return item;
}

static LtItem *
add_task (LtItem *plan, const char *name, const char *deadline, const char *lead, const char *result)
{
  LtItem *initiative = add (plan, LT_TYPE_INITIATIVE, "name", name);
  LtItem *assignment = add (initiative, LT_TYPE_ASSIGNMENT, "deadline", deadline);

  lt_item_set_text (assignment, lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "lead"), lead);
  add (assignment, LT_TYPE_OUTCOME, "text", result);
  return initiative;
}

static LtPlan *
new_plan (void)
{
  LtItem *plan = add (NULL, LT_TYPE_PLAN, "title", "Kế hoạch");

  add_task (plan, "Số hoá hộ tịch", "30/6/2025", "Sở Tư pháp", "Số hoá sổ hộ tịch từ năm 1990.");
  add_task (plan, "Bệnh án điện tử", "Quý IV/2025", "Sở Y tế", "Triển khai tại bệnh viện công.");
  add_task (plan, "Học bạ số", "Năm 2025", "Sở Giáo dục và Đào tạo", "Cấp học bạ số.");
  return LT_PLAN (plan);
}

static const LtMergeChange *
get (GPtrArray *changes, guint index)
{
  g_assert_cmpuint (index, <, changes->len);
  return g_ptr_array_index (changes, index);
}

static void
test_same (void)
{
  g_autoptr (LtPlan) plan = new_plan ();
  g_autoptr (LtPlan) draft = new_plan ();
  g_autoptr (GPtrArray) changes = lt_plan_merge_compare (plan, draft);

  g_assert_cmpuint (changes->len, ==, 0);
}

static void
test_changed_words (void)
{
  g_autoptr (LtPlan) plan = new_plan ();
  g_autoptr (LtPlan) draft = new_plan ();
  g_autoptr (GPtrArray) changes = NULL;
  LtItem *row = lt_item_follow_path (LT_ITEM (draft), "2.1");
  LtItem *result = lt_item_follow_path (LT_ITEM (draft), "1.1.1");

  lt_item_set_text (row, lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "deadline"), "Quý II/2026");
  lt_item_set_text (result, lt_item_type_find_field (LT_TYPE_OUTCOME, "text"),
                    "Số hoá toàn bộ sổ hộ tịch từ năm 1976.");
  changes = lt_plan_merge_compare (plan, draft);
  g_assert_cmpuint (changes->len, ==, 2);
  g_assert_cmpint (get (changes, 0)->kind, ==, LT_MERGE_SET);
  g_assert_cmpstr (get (changes, 0)->field->name, ==, "text");
  g_assert_cmpstr (get (changes, 0)->value, ==, "Số hoá toàn bộ sổ hộ tịch từ năm 1976.");
  g_assert_true (get (changes, 1)->item == lt_item_follow_path (LT_ITEM (plan), "2.1"));
  g_assert_cmpstr (get (changes, 1)->old, ==, "Quý IV/2025");
  g_assert_cmpstr (get (changes, 1)->value, ==, "Quý II/2026");
}

/* A row put in the middle moves the numbers of those behind; they are still the same. */
static void
test_new_and_gone (void)
{
  g_autoptr (LtPlan) plan = new_plan ();
  g_autoptr (LtItem) draft = add (NULL, LT_TYPE_PLAN, "title", "");
  g_autoptr (GPtrArray) changes = NULL;

  add_task (draft, "Số hoá hộ tịch", "30/6/2025", "Sở Tư pháp", "Số hoá sổ hộ tịch từ năm 1990.");
  add_task (draft, "Quản lý lưu trú", "31/12/2025", "Công an thành phố", "Phần mềm ASM.");
  add_task (draft, "Học bạ số", "Năm 2025", "Sở Giáo dục và Đào tạo", "Cấp học bạ số.");
  changes = lt_plan_merge_compare (plan, LT_PLAN (draft));
  g_assert_cmpuint (changes->len, ==, 2);
  g_assert_cmpint (get (changes, 0)->kind, ==, LT_MERGE_ADD);
  g_assert_true (get (changes, 0)->item == LT_ITEM (plan));
  g_assert_true (get (changes, 0)->before == lt_item_follow_path (LT_ITEM (plan), "2"));
  g_assert_true (get (changes, 0)->chosen);
  g_assert_cmpint (get (changes, 1)->kind, ==, LT_MERGE_REMOVE);
  g_assert_true (get (changes, 1)->item == lt_item_follow_path (LT_ITEM (plan), "2"));
  g_assert_false (get (changes, 1)->chosen);
}

static void
test_liken (void)
{
  g_assert_cmpfloat (lt_plan_merge_liken ("Số hoá hộ tịch", "SỐ HÓA HỘ TỊCH"), ==, 1);
  g_assert_cmpfloat (lt_plan_merge_liken ("Số hoá hộ tịch", "Học bạ điện tử"), <, 0.3);
  g_assert_cmpfloat (lt_plan_merge_liken ("", "một"), ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-merge/same", test_same);
  g_test_add_func ("/plan-merge/changed-words", test_changed_words);
  g_test_add_func ("/plan-merge/new-and-gone", test_new_and_gone);
  g_test_add_func ("/plan-merge/liken", test_liken);
  return g_test_run ();
}
