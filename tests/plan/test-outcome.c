/* SPDX-License-Identifier: MIT */
#include "plan/lt-outcome.h"

static void
test_split_line (void)
{
  static const struct {
    const char *line, *label, *words;
  } cases[] = {
    { "(6) Rà soát, hoàn thiện", "(6)", "Rà soát, hoàn thiện" },
    { "(12)Rà soát", "(12)", "Rà soát" },
    { "6) Rà soát", "6)", "Rà soát" },
    { "6. Rà soát", "6.", "Rà soát" },
    { "a) Rà soát", "a)", "Rà soát" },
    { "đ) Rà soát", "đ)", "Rà soát" },
    { "(a) Rà soát", "(a)", "Rà soát" },
    { "(6)", "(6)", "" },
    { "Rà soát (6)", "", "Rà soát (6)" },
    { "713 hộ", "", "713 hộ" },
    { "(713 hộ) được cấp", "", "(713 hộ) được cấp" },
    { "10.000 hộ", "", "10.000 hộ" },
    { "2024. Năm", "", "2024. Năm" },
    { "(2024) Năm", "", "(2024) Năm" },
    { "A. Rà soát", "", "A. Rà soát" },
    { "(CATP) Rà soát", "", "(CATP) Rà soát" },
    { "(1a) Rà soát", "", "(1a) Rà soát" },
    { "()", "", "()" },
    { "(", "", "(" },
    { "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = NULL;
      g_autofree char *words = NULL;

      lt_outcome_split_line (cases[i].line, &label, &words);
      g_assert_cmpstr (label, ==, cases[i].label);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outcome/split-line", test_split_line);
  return g_test_run ();
}
