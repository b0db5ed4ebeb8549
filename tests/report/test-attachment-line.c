/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "report/lt-attachment-line.h"
#include "text/lt-text.h"

#define SEED "(Kèm theo Kế hoạch số: /KH-BCĐĐA06CP ngày / /2024 của Ban Chỉ đạo CCHC, " \
             "CĐS&ĐA06/CP thành phố)"

static LtPlan *
new_plan (const char *line, const char *number, LtDay issued)
{
  LtItem *plan = lt_item_new_draft (LT_TYPE_PLAN, 1);

  lt_item_set_text (plan, lt_item_type_find_field (LT_TYPE_PLAN, "attachment"), line);
  lt_item_set_text (plan, lt_item_type_find_field (LT_TYPE_PLAN, "number"), number);
  lt_item_set_text (plan, lt_item_type_find_field (LT_TYPE_PLAN, "issuer"), "UBND thành phố");
  lt_item_set_integer (plan, lt_item_type_find_field (LT_TYPE_PLAN, "issued"), issued);
  lt_item_set_integer (plan, lt_item_type_find_field (LT_TYPE_PLAN, "year"), 2024);
  return LT_PLAN (plan);
}

static void
test_filled (void)
{
  static const struct {
    const char *line;
    const char *number;
    const char *issued;
    const char *expected;
  } cases[] = {
    { SEED, "226/KH-BCĐĐA06CP", "2024-11-05",
      "(Kèm theo Kế hoạch số: 226/KH-BCĐĐA06CP ngày 05/11/2024 của Ban Chỉ đạo CCHC, "
      "CĐS&ĐA06/CP thành phố)" },
    /* Leading zeros: days below 10, months 1 and 2, numbers below 10. */
    { SEED, "5/KH-BCĐĐA06CP", "2024-02-09",
      "(Kèm theo Kế hoạch số: 05/KH-BCĐĐA06CP ngày 09/02/2024 của Ban Chỉ đạo CCHC, "
      "CĐS&ĐA06/CP thành phố)" },
    { "(Kèm theo Kế hoạch số ……/KH-UBND ngày … tháng … năm 2024 của UBND thành phố)",
      "38/KH-UBND", "2024-08-02",
      "(Kèm theo Kế hoạch số 38/KH-UBND ngày 02 tháng 8 năm 2024 của UBND thành phố)" },
    { "(Kèm theo Kế hoạch số ..../KH-UBND ngày ..../..../2024 của UBND)", "12/KH-UBND",
      "2024-12-31", "(Kèm theo Kế hoạch số 12/KH-UBND ngày 31/12/2024 của UBND)" },
    { "(Ban hành kèm theo Quyết định số ___/QĐ-UBND ngày __ tháng __ năm ____ của UBND)",
      "7/QĐ-UBND", "2025-03-15",
      "(Ban hành kèm theo Quyết định số 07/QĐ-UBND ngày 15 tháng 3 năm 2025 của UBND)" },
    { "(Kèm theo Kế hoạch số:/KH-UBND ngày tháng năm 2024)", "9/KH-UBND", "2024-10-01",
      "(Kèm theo Kế hoạch số: 09/KH-UBND ngày 01 tháng 10 năm 2024)" },
    { "(Kèm theo Kế hoạch số /KH-UBND ngày / / )", "12/KH-UBND", "2024-12-31",
      "(Kèm theo Kế hoạch số 12/KH-UBND ngày 31/12/2024)" },
    /* Drafted in December, issued in January. */
    { SEED, "1/KH-BCĐĐA06CP", "2025-01-03",
      "(Kèm theo Kế hoạch số: 01/KH-BCĐĐA06CP ngày 03/01/2025 của Ban Chỉ đạo CCHC, "
      "CĐS&ĐA06/CP thành phố)" },
    /* What the line names stays, whatever else is known. */
    { "(Kèm theo Kế hoạch số 226/KH-UBND ngày 26/9/2024 của UBND thành phố)", "99/KH-UBND",
      "2024-01-01", "(Kèm theo Kế hoạch số 226/KH-UBND ngày 26/9/2024 của UBND thành phố)" },
    /* The document that it carries out is not this one. */
    { "(Kèm theo Kế hoạch số /KH-UBND của UBND thành phố thực hiện Quyết định số 06/QĐ-TTg "
      "ngày 06/01/2022)", "38/KH-UBND", "2024-08-02",
      "(Kèm theo Kế hoạch số 38/KH-UBND của UBND thành phố thực hiện Quyết định số 06/QĐ-TTg "
      "ngày 06/01/2022)" },
    { "Phụ lục kèm theo, không có số", "38/KH-UBND", "2024-08-02",
      "Phụ lục kèm theo, không có số" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LtPlan) plan
          = new_plan (cases[i].line, cases[i].number, lt_day_from_iso (cases[i].issued));
      g_autofree char *line = lt_attachment_line_dup (plan, TRUE);

      g_assert_cmpstr (line, ==, cases[i].expected);
    }
}

/* Blank, the line has the words that it has in the plan, whatever the plan knows. */
static void
test_blank (void)
{
  static const char *const lines[] = {
    SEED,
    "(Kèm theo Kế hoạch số ……/KH-UBND ngày … tháng … năm 2024 của UBND thành phố)",
    "(Kèm theo Kế hoạch số ..../KH-UBND ngày ..../..../2024 của UBND)",
    "(Kèm theo Kế hoạch số ___/KH-UBND ngày __ tháng __ năm ____ của UBND)",
    "(Kèm theo Kế hoạch số /KH-UBND ngày tháng năm 2024)",
    "(Kèm theo văn bản của UBND thành phố)",
    "ngày", "số", "số /", "ngày /", "(số /", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines) - 1; i++)
    {
      g_autoptr (LtPlan) plan = new_plan (lines[i], "226/KH-UBND", lt_day_from_ymd (2024, 9, 26));
      g_autofree char *line = lt_attachment_line_dup (plan, FALSE);
      g_autofree char *folded = lt_text_dup_clean (line, FALSE, NULL);

      g_assert_cmpstr (folded, ==, lines[i]);
    }
}

static void
test_room_for_the_stamp (void)
{
  g_autoptr (LtPlan) plan = new_plan (SEED, "", LT_DAY_NONE);
  g_autofree char *line = lt_attachment_line_dup (plan, FALSE);
  g_autofree char *filled = lt_attachment_line_dup (plan, TRUE);
  const char *number = strstr (line, "số:") + strlen ("số:");
  const char *day = strstr (line, "ngày") + strlen ("ngày");

  g_assert_cmpint (g_utf8_pointer_to_offset (number, strchr (number, '/')), >=, 12);
  g_assert_cmpint (g_utf8_pointer_to_offset (day, strchr (day, '/')), >=, 6);
  /* What is not known stays blank when the line is to be filled. */
  g_assert_cmpstr (filled, ==, line);
}

/* A line that names number and day is blanked for an electronic document. */
static void
test_named_values_are_blanked (void)
{
  g_autoptr (LtPlan) plan = new_plan (
      "(Kèm theo Kế hoạch số 226/KH-UBND ngày 26/9/2024 của UBND thành phố)", "", LT_DAY_NONE);
  g_autofree char *line = lt_attachment_line_dup (plan, FALSE);
  g_autofree char *folded = lt_text_dup_clean (line, FALSE, NULL);

  g_assert_cmpstr (folded, ==, "(Kèm theo Kế hoạch số /KH-UBND ngày / /2024 của UBND thành phố)");
}

/* The plan's number has another sign: it is not the number of this document. */
static void
test_number_of_another_sign (void)
{
  g_autoptr (LtPlan) plan = new_plan (SEED, "226/KH-UBND", LT_DAY_NONE);
  g_autofree char *line = lt_attachment_line_dup (plan, TRUE);
  g_autofree char *folded = lt_text_dup_clean (line, FALSE, NULL);

  g_assert_cmpstr (folded, ==, SEED);
}

static void
test_made_line (void)
{
  g_autoptr (LtPlan) plan = new_plan ("", "38/KH-UBND", lt_day_from_ymd (2024, 8, 2));
  g_autoptr (LtPlan) bare = LT_PLAN (lt_item_new_draft (LT_TYPE_PLAN, 2));
  g_autofree char *filled = lt_attachment_line_dup (plan, TRUE);
  g_autofree char *blank = lt_attachment_line_dup (plan, FALSE);
  g_autofree char *folded = lt_text_dup_clean (blank, FALSE, NULL);
  g_autofree char *nothing = lt_attachment_line_dup (bare, TRUE);

  g_assert_cmpstr (filled, ==,
                   "(Kèm theo Kế hoạch số 38/KH-UBND ngày 02 tháng 8 năm 2024 của UBND thành phố)");
  g_assert_cmpstr (folded, ==,
                   "(Kèm theo Kế hoạch số /KH-UBND ngày tháng năm 2024 của UBND thành phố)");
  g_assert_true (g_str_has_prefix (nothing, "(Kèm theo Kế hoạch số"));
  g_assert_true (g_str_has_suffix (nothing, ")"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attachment-line/filled", test_filled);
  g_test_add_func ("/attachment-line/blank", test_blank);
  g_test_add_func ("/attachment-line/room-for-the-stamp", test_room_for_the_stamp);
  g_test_add_func ("/attachment-line/named-values-are-blanked", test_named_values_are_blanked);
  g_test_add_func ("/attachment-line/number-of-another-sign", test_number_of_another_sign);
  g_test_add_func ("/attachment-line/made-line", test_made_line);
  return g_test_run ();
}
