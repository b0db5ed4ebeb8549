/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "exchange/lt-form-cell.h"

typedef struct {
  LtFormColumn column;
  LtCellKind kind;
  const char *text;
  double value;
  const char *expected; /* NULL: refused */
  gboolean noted;       /* read otherwise than it stands, and said so */
} Case;

static const Case cases[] = {
  { LT_FORM_STATE, LT_CELL_TEXT, "", 0, "", FALSE },
  { LT_FORM_STATE, LT_CELL_TEXT, "hoàn thành", 0, "done", FALSE },
  { LT_FORM_STATE, LT_CELL_TEXT, "HOA\u0300N THA\u0300NH", 0, "done", FALSE },
  { LT_FORM_STATE, LT_CELL_TEXT, "- Đã xong.", 0, "done", TRUE },
  { LT_FORM_STATE, LT_CELL_TEXT, "Hoàn thành (100 %)", 0, "done", TRUE },
  { LT_FORM_STATE, LT_CELL_TEXT, "huỷ", 0, "cancelled", FALSE },
  { LT_FORM_STATE, LT_CELL_TEXT, "hủy", 0, "cancelled", FALSE },
  { LT_FORM_STATE, LT_CELL_TEXT, "chưa xong", 0, NULL, TRUE },
  { LT_FORM_STATE, LT_CELL_TEXT, "không hoàn thành", 0, NULL, TRUE },
  { LT_FORM_STATE, LT_CELL_NUMBER, "3", 3, NULL, TRUE },
  { LT_FORM_PERCENT, LT_CELL_NUMBER, "45", 45, "45", FALSE },
  { LT_FORM_PERCENT, LT_CELL_NUMBER, "0", 0, "0", FALSE },
  { LT_FORM_PERCENT, LT_CELL_NUMBER, "100%", 1, "100", FALSE },
  { LT_FORM_PERCENT, LT_CELL_NUMBER, "1", 1, "1", FALSE },
  { LT_FORM_PERCENT, LT_CELL_NUMBER, "29%", 0.29, "29", FALSE },
  { LT_FORM_PERCENT, LT_CELL_NUMBER, "0,5", 0.5, "50", TRUE },
  { LT_FORM_PERCENT, LT_CELL_NUMBER, "32,5", 32.5, "33", TRUE },
  { LT_FORM_PERCENT, LT_CELL_NUMBER, "33,5", 33.5, "34", TRUE },
  { LT_FORM_PERCENT, LT_CELL_NUMBER, "12:00:00", 0.5, NULL, TRUE },
  { LT_FORM_PERCENT, LT_CELL_NUMBER, "101", 101, NULL, TRUE },
  { LT_FORM_PERCENT, LT_CELL_NUMBER, "-1", -1, NULL, TRUE },
  { LT_FORM_PERCENT, LT_CELL_DAY, "01/02/2024", 19754, NULL, TRUE },
  { LT_FORM_PERCENT, LT_CELL_TEXT, "50 %", 0, "50", FALSE },
  { LT_FORM_PERCENT, LT_CELL_TEXT, "0,5", 0, "50", TRUE },
  { LT_FORM_PERCENT, LT_CELL_TEXT, "0,3 %", 0, "0", TRUE },
  { LT_FORM_PERCENT, LT_CELL_TEXT, "５０％", 0, "50", FALSE },
  { LT_FORM_PERCENT, LT_CELL_TEXT, "1/2", 0, NULL, TRUE },
  { LT_FORM_PERCENT, LT_CELL_TEXT, "50%50", 0, NULL, TRUE },
  { LT_FORM_PERCENT, LT_CELL_TEXT, "%", 0, NULL, TRUE },
  { LT_FORM_RESULTS, LT_CELL_TEXT, "Đã làm\nxong", 0, "Đã làm\nxong", FALSE },
  { LT_FORM_RESULTS, LT_CELL_TEXT, "５０％", 0, "５０％", FALSE },
  { LT_FORM_RESULTS, LT_CELL_NUMBER, "12", 12, "12", FALSE },
  { LT_FORM_EVIDENCE_DAY, LT_CELL_DAY, "25/10/2024", 20021, "2024-10-25", FALSE },
  { LT_FORM_EVIDENCE_DAY, LT_CELL_NUMBER, "45590", 45590, "2024-10-25", TRUE },
  { LT_FORM_EVIDENCE_DAY, LT_CELL_NUMBER, "7", 7, NULL, TRUE },
  { LT_FORM_EVIDENCE_DAY, LT_CELL_DAY, "25/10/1924", -16504, NULL, TRUE },
  { LT_FORM_EVIDENCE_DAY, LT_CELL_TEXT, "25/10/2024.", 0, "2024-10-25", FALSE },
  { LT_FORM_EVIDENCE_DAY, LT_CELL_TEXT, "29/2/2024", 0, "2024-02-29", FALSE },
  { LT_FORM_EVIDENCE_DAY, LT_CELL_TEXT, "29/2/2025", 0, NULL, TRUE },
  { LT_FORM_EVIDENCE_DAY, LT_CELL_TEXT, "31/2/2025", 0, NULL, TRUE },
  { LT_FORM_EVIDENCE_DAY, LT_CELL_TEXT, "Hải Phòng, ngày 25 tháng 10 năm 2024", 0, "2024-10-25", FALSE },
  { LT_FORM_EVIDENCE_DAY, LT_CELL_TEXT, "trước ngày 25/10/2024", 0, NULL, TRUE },
  { LT_FORM_EVIDENCE_DAY, LT_CELL_TEXT, "20/10/2024 và 25/10/2024", 0, NULL, TRUE },
};

static void
test_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      LtCell cell = { .text = c->text, .value = c->value, .row_span = 1, .column_span = 1, .kind = (guint8) c->kind };
      g_autofree char *note = NULL;
      g_autofree char *value = lt_form_cell_read (&cell, lt_form_column_get_info (c->column)->entry, &note);

      g_test_message ("“%s”", c->text);
      g_assert_cmpstr (value, ==, c->expected);
      g_assert_cmpint (note != NULL, ==, c->noted);
      if (value == NULL)
        g_assert_nonnull (strstr (note, c->text));
    }
}

static void
test_figures (void)
{
  static const struct {
    LtCellKind kind;
    const char *text;
    double value;
    const char *expected;
  } figures[] = {
    { LT_CELL_NUMBER, "95%", 0.95, "95" }, { LT_CELL_NUMBER, "1234,5", 1234.5, "1234.5" },
    { LT_CELL_NUMBER, "12:00", 0.5, NULL }, { LT_CELL_TEXT, "1.234,5", 0, "1234.5" },
    { LT_CELL_TEXT, "1 234", 0, "1234" },   { LT_CELL_TEXT, "-3", 0, "-3" },
    { LT_CELL_TEXT, "95 hộ", 0, NULL },     { LT_CELL_TEXT, "1e5", 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      LtCell cell = { .text = figures[i].text, .value = figures[i].value, .row_span = 1, .column_span = 1,
                      .kind = (guint8) figures[i].kind };
      g_autofree char *note = NULL;
      g_autofree char *value
          = lt_form_cell_read (&cell, lt_form_target_column_get_info (LT_FORM_TARGET_VALUE)->entry, &note);

      g_test_message ("“%s”", figures[i].text);
      g_assert_cmpstr (value, ==, figures[i].expected);
    }
}

static void
test_formula_that_failed (void)
{
  LtCell cell = { .text = "#DIV/0!", .row_span = 1, .column_span = 1, .kind = LT_CELL_TEXT, .flags = LT_CELL_FLAG_FORMULA };
  g_autofree char *note = NULL;
  g_autofree char *value = lt_form_cell_read (&cell, lt_form_column_get_info (LT_FORM_RESULTS)->entry, &note);

  g_assert_null (value);
  g_assert_nonnull (strstr (note, "#DIV/0!"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-cell/cells", test_cells);
  g_test_add_func ("/form-cell/figures", test_figures);
  g_test_add_func ("/form-cell/formula-that-failed", test_formula_that_failed);
  return g_test_run ();
}
