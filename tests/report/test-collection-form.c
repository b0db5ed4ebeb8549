/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "plan/lt-report.h"
#include "report/lt-collection-form.h"
#include "report/lt-form-columns.h"
#include "support/lt-test-book.h"

#define DAY (lt_day_from_ymd (2024, 10, 31))

typedef struct {
  LtBook *book;
  LtPlan *plan;
  GPtrArray *recipients;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->book = lt_test_book_new (30, 1);
  self->plan = lt_item_get_child (LT_ITEM (self->book), 0);
  self->recipients = lt_form_list_recipients (self->plan, DAY);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_ptr_array_unref (self->recipients);
  g_object_unref (self->book);
}

static LtTable *
find_sheet (GPtrArray *tables, const char *name)
{
  for (guint i = 0; i < tables->len; i++)
    if (strcmp (lt_table_get_name (g_ptr_array_index (tables, i)), name) == 0)
      return g_ptr_array_index (tables, i);
  return NULL;
}

static gboolean
holds (LtTable *table, const char *words)
{
  for (guint row = 0; row < lt_table_get_n_rows (table); row++)
    for (guint column = 0; column < lt_table_get_n_columns (table); column++)
      if (strstr (lt_table_get_cell (table, row, column)->text, words))
        return TRUE;
  return FALSE;
}

/* Of an assignment in the form; fails if it is not there just once. */
static guint
find_row (LtTable *form, LtAssignment *assignment)
{
  g_autofree char *code = lt_form_dup_code (lt_item_get_id (LT_ITEM (assignment)));
  guint found = 0;

  for (guint row = 0; row < lt_table_get_n_rows (form); row++)
    if (strcmp (lt_table_get_cell (form, row, LT_FORM_CODE)->text, code) == 0)
      {
        g_assert_cmpuint (found, ==, 0);
        found = row;
      }
  g_assert_cmpuint (found, >, 0);
  return found;
}

static void
assert_row (LtTable *form, LtAssignment *assignment, LtRole role)
{
  guint row = find_row (form, assignment);

  for (LtFormColumn column = 0; column < LT_FORM_N_COLUMNS; column++)
    {
      const LtFormColumnInfo *info = lt_form_column_get_info (column);
      gboolean open = info->entry != NULL && (role == LT_ROLE_LEAD || lt_form_takes_coordinator (column));
      g_autofree char *words = lt_form_dup_words (assignment, column);

      /* Only what this agency is to say can be changed. */
      g_assert_true (lt_table_get_entry (form, row, column) == (open ? info->entry : NULL));
      if (info->entry == NULL)
        g_assert_cmpstr (lt_table_get_cell (form, row, column)->text, ==, words);
    }
}

static void
test_rows (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < self->recipients->len; i++)
    for (int coordinated = 0; coordinated < 2; coordinated++)
      {
        LtFormRecipient *recipient = g_ptr_array_index (self->recipients, i);
        LtCollectionFormOptions options = { DAY, DAY, coordinated, LT_DAY_NONE };
        g_autoptr (GPtrArray) tables = lt_collection_form_build (self->plan, recipient, &options);
        LtTable *form = find_sheet (tables, LT_FORM_SHEET);
        LtTable *print = find_sheet (tables, LT_FORM_FINGERPRINT_SHEET);
        guint n_rows = recipient->led->len + (coordinated ? recipient->coordinated->len : 0);
        guint n_prints = 0;

        g_assert_true (holds (form, recipient->name));
        for (guint k = 0; k < recipient->led->len; k++)
          assert_row (form, g_ptr_array_index (recipient->led, k), LT_ROLE_LEAD);
        for (guint k = 0; coordinated && k < recipient->coordinated->len; k++)
          assert_row (form, g_ptr_array_index (recipient->coordinated, k), LT_ROLE_COORDINATE);
        for (guint row = 1; row < lt_table_get_n_rows (print); row++)
          n_prints += strcmp (lt_table_get_cell (print, row, LT_FORM_PRINT_KIND)->text, LT_FORM_PRINT_ROW) == 0;
        g_assert_cmpuint (n_prints, ==, n_rows);
        g_assert_true (lt_table_get_hidden (print));
        g_assert_true (lt_table_get_locked (print));
        g_assert_true (lt_table_get_locked (find_sheet (tables, LT_FORM_HELP_SHEET)));
      }
}

static void
test_return_day (Fixture *self, gconstpointer data)
{
  LtFormRecipient *recipient = g_ptr_array_index (self->recipients, 0);
  LtCollectionFormOptions options = { DAY, DAY, FALSE, lt_day_from_ymd (2024, 11, 5) };
  g_autoptr (GPtrArray) with = lt_collection_form_build (self->plan, recipient, &options);
  g_autoptr (GPtrArray) without = NULL;

  options.return_by = LT_DAY_NONE;
  without = lt_collection_form_build (self->plan, recipient, &options);
  for (guint i = 0; i < 2; i++)
    {
      const char *sheet = i == 0 ? LT_FORM_SHEET : LT_FORM_HELP_SHEET;

      g_assert_true (holds (find_sheet (with, sheet), "chậm nhất ngày 05/11/2024"));
      g_assert_false (holds (find_sheet (without, sheet), "chậm nhất"));
    }
  /* The rules are numbered through. */
  for (guint i = 1; i <= 9; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u. ", i);

      g_assert_true (holds (find_sheet (with, LT_FORM_HELP_SHEET), number));
    }
}

/* What was reported last stands there, to be brought up to date. */
static void
test_stored_answers (Fixture *self, gconstpointer data)
{
  LtFormRecipient *recipient = g_ptr_array_index (self->recipients, 0);
  LtAssignment *assignment = g_ptr_array_index (recipient->led, 0);
  LtItem *report = LT_ITEM (lt_report_new_draft (LT_ITEM (assignment)));
  LtCollectionFormOptions options = { LT_DAY_NONE, DAY, FALSE, LT_DAY_NONE };
  g_autoptr (GPtrArray) tables = NULL;
  LtTable *form;
  guint row;

  lt_item_set_integer (report, lt_item_type_find_field (LT_TYPE_REPORT, "day"), DAY);
  lt_item_set_text (report, lt_item_type_find_field (LT_TYPE_REPORT, "results"), "=1+1");
  lt_item_set_integer (report, lt_item_type_find_field (LT_TYPE_REPORT, "evidence_day"), DAY);
  lt_item_append_draft (lt_report_get_list (LT_ITEM (assignment)), report);
  lt_item_set_integer (LT_ITEM (assignment), lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "percent"), 35);
  tables = lt_collection_form_build (self->plan, recipient, &options);
  form = find_sheet (tables, LT_FORM_SHEET);
  row = find_row (form, assignment);
  g_assert_cmpstr (lt_table_get_cell (form, row, LT_FORM_RESULTS)->text, ==, "=1+1");
  g_assert_cmpint (lt_table_get_cell (form, row, LT_FORM_RESULTS)->kind, ==, LT_CELL_TEXT);
  g_assert_cmpint (lt_table_get_cell (form, row, LT_FORM_PERCENT)->kind, ==, LT_CELL_NUMBER);
  g_assert_cmpfloat (lt_table_get_cell (form, row, LT_FORM_PERCENT)->value, ==, 35);
  g_assert_cmpint (lt_table_get_cell (form, row, LT_FORM_EVIDENCE_DAY)->kind, ==, LT_CELL_DAY);
}

static void
test_codes (Fixture *self, gconstpointer data)
{
  static const gint64 ids[] = { 1, 31, 32, G_MAXINT64, 4037167486455915951 };
  static const char *const none[] = { "", "x", "ZZZZZZZZZZZZZ", "00000000000000", "000000000000", "IIIIIIIIIIIII" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *code = lt_form_dup_code (ids[i]);
      g_autofree char *lower = g_ascii_strdown (code, -1);

      g_assert_cmpint (lt_form_read_code (code), ==, ids[i]);
      g_assert_cmpint (lt_form_read_code (lower), ==, ids[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_cmpint (lt_form_read_code (none[i]), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/collection-form/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/collection-form/return-day", Fixture, NULL, set_up, test_return_day, tear_down);
  g_test_add ("/collection-form/stored-answers", Fixture, NULL, set_up, test_stored_answers, tear_down);
  g_test_add ("/collection-form/codes", Fixture, NULL, set_up, test_codes, tear_down);
  return g_test_run ();
}
