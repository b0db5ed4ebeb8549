/* SPDX-License-Identifier: MIT */
#include <locale.h>
#include <string.h>

#include "plan/lt-deadline.h"

static gboolean
is_day (LtDay day, const char *iso)
{
  return day == (*iso == '\0' ? LT_DAY_NONE : lt_day_from_iso (iso));
}

static char *
dup_unescaped (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\\n", -1);

  return g_strjoinv ("\n", lines);
}

/* Columns: phrase, start, end, kind, real or realistic, strict end, source. */
static void
check_row (const char *line, guint *n_wrong)
{
  g_auto (GStrv) columns = g_strsplit (line, "\t", -1);
  g_autofree char *phrase = NULL;
  g_autoptr (LtDeadline) deadline = NULL;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *strict = NULL;
  const char *kind;
  const char *wanted_strict;

  g_assert_cmpint (g_strv_length (columns), >=, 6);
  phrase = dup_unescaped (columns[0]);
  deadline = lt_deadline_parse (phrase, NULL);
  kind = lt_deadline_kind_get_nick (deadline->kind);
  wanted_strict = *columns[5] != '\0' ? columns[5] : columns[2];
  if (is_day (deadline->start, columns[1]) && is_day (deadline->end, columns[2])
      && is_day (deadline->strict_end, wanted_strict) && strcmp (kind, columns[3]) == 0)
    return;

  start = lt_day_dup_iso (deadline->start);
  end = lt_day_dup_iso (deadline->end);
  strict = lt_day_dup_iso (deadline->strict_end);
  g_test_message ("“%s”: %s %s..%s (%s), should be %s %s..%s (%s)", columns[0], kind,
                  start ? start : "", end ? end : "", strict ? strict : "", columns[3],
                  columns[1], columns[2], wanted_strict);
  (*n_wrong)++;
}

static void
test_table (gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", data, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n_rows = 0;
  guint n_wrong = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      check_row (lines[i], &n_wrong);
      n_rows++;
    }
  g_test_message ("%u rows, %u wrong", n_rows, n_wrong);
  g_assert_cmpuint (n_rows, >, 50);
  g_assert_cmpuint (n_wrong, ==, 0);
}

static char *
dup_milestones (const LtDeadline *deadline)
{
  GString *days = g_string_new (NULL);

  for (guint i = 0; deadline->milestones != NULL && i < deadline->milestones->len; i++)
    {
      g_autofree char *day = lt_day_dup_iso (g_array_index (deadline->milestones, LtDay, i));

      g_string_append_printf (days, "%s%s", i > 0 ? " " : "", day);
    }
  return g_string_free (days, FALSE);
}

static void
test_context (void)
{
  static const struct {
    const char *phrase;
    int year;
    const char *issued;
    const char *start;
    const char *end;
    gboolean assumed;
  } rows[] = {
    { "trước ngày 30/11", 2025, "", "", "2025-11-30", TRUE },
    { "trước ngày 30/11", 0, "2025-02-03", "", "2025-11-30", TRUE },
    { "trước ngày 30/11", 0, "", "", "", FALSE },
    { "trước ngày 30/11/2026", 2025, "", "", "2026-11-30", FALSE },
    { "Tháng 9", 2025, "", "2025-09-01", "2025-09-30", TRUE },
    { "Quý IV", 2024, "", "2024-10-01", "2024-12-31", TRUE },
    { "Cả năm", 2024, "", "2024-01-01", "2024-12-31", TRUE },
    { "Cuối năm", 2024, "", "", "2024-12-31", TRUE },
    { "6 tháng đầu năm", 2025, "", "2025-01-01", "2025-06-30", TRUE },
    { "Năm sau", 2024, "", "2025-01-01", "2025-12-31", TRUE },
    { "Tháng 2 năm sau", 2023, "", "2024-02-01", "2024-02-29", TRUE },
    { "29/02", 2025, "", "", "", FALSE },
    { "29/02", 2024, "", "", "2024-02-29", TRUE },
    { "từ tháng 10 đến tháng 12", 2024, "", "2024-10-01", "2024-12-31", TRUE },
    { "Trong tháng", 2024, "", "", "", FALSE },
    { "Trong tháng", 2024, "2024-02-10", "2024-02-01", "2024-02-29", TRUE },
    { "Tháng sau", 2024, "2024-12-10", "2025-01-01", "2025-01-31", TRUE },
    { "Quý sau", 2024, "2024-12-10", "2025-01-01", "2025-03-31", TRUE },
    { "Cuối quý này", 2024, "2024-08-10", "", "2024-09-30", TRUE },
    { "100 ngày", 2026, "2026-07-14", "", "2026-10-22", FALSE },
    { "100 ngày", 2026, "", "", "", FALSE },
    { "100 ngày (kể từ ngày ban hành)", 2026, "2026-07-14", "", "2026-10-22", FALSE },
    { "hoàn thành trong 15 ngày kể từ ngày Kế hoạch được ban hành", 0, "2026-07-14", "",
      "2026-07-29", FALSE },
    { "Trong vòng 30 ngày kể từ ngày ký", 0, "2024-10-01", "", "2024-10-31", FALSE },
    { "10 ngày làm việc kể từ ngày ban hành Kế hoạch này", 0, "2024-11-15", "", "2024-11-29",
      FALSE },
    { "05 ngày làm việc", 0, "2024-11-16", "", "2024-11-22", FALSE },
    { "Trong vòng 03 (ba) tháng kể từ khi Kế hoạch có hiệu lực", 0, "2024-11-30", "", "2025-02-28",
      FALSE },
    { "hai tuần", 0, "2024-11-15", "", "2024-11-29", FALSE },
    { "01 năm kể từ ngày ban hành", 0, "2024-02-29", "", "2025-02-28", FALSE },
    { "15 ngày kể từ ngày văn bản này có hiệu lực", 0, "2024-11-15", "", "2024-11-30", FALSE },
    { "10 ngày làm việc sau khi Nghị quyết được ban hành", 2024, "2024-11-15", "", "", FALSE },
    { "Trong vòng 10 ngày làm việc kể từ ngày nhận được văn bản", 2024, "2024-11-15", "", "",
      FALSE },
    { "05 ngày làm việc trước ngày họp", 2024, "2024-11-15", "", "", FALSE },
    { "Trước 10 ngày", 2024, "2024-11-15", "", "", FALSE },
    { "30 ngày kể từ ngày 01/10/2024", 0, "", "", "2024-10-31", FALSE },
    { "Từ nay đến hết năm 2024", 2024, "2024-10-08", "2024-10-08", "2024-12-31", FALSE },
    { "Kể từ ngày ban hành đến 31/12/2024", 2024, "2024-10-08", "2024-10-08", "2024-12-31",
      FALSE },
    { "khi có hướng dẫn của Bộ Y tế", 2024, "2024-10-08", "", "", FALSE },
    { "Thường xuyên", 2024, "2024-10-08", "", "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LtDay issued = *rows[i].issued ? lt_day_from_iso (rows[i].issued) : LT_DAY_NONE;
      LtDeadlineContext context = { rows[i].year, issued };
      g_autoptr (LtDeadline) deadline = lt_deadline_parse (rows[i].phrase, &context);

      if (is_day (deadline->start, rows[i].start) && is_day (deadline->end, rows[i].end)
          && deadline->year_assumed == rows[i].assumed)
        continue;
      g_test_message ("“%s” with %d, %s: %d..%d, assumed %d", rows[i].phrase, rows[i].year,
                      rows[i].issued, deadline->start, deadline->end, deadline->year_assumed);
      g_test_fail ();
    }
}

static void
test_details (void)
{
  static const struct {
    const char *phrase;
    int count;
    char unit;
    gboolean then_ongoing;
    const char *milestones;
  } rows[] = {
    { "Định kỳ 02 tuần một lần (trước 16 giờ thứ Sáu)", 2, 'w', FALSE, "" },
    { "hằng năm", 1, 'y', FALSE, "" },
    { "định kỳ 6 tháng", 6, 'm', FALSE, "" },
    { "Hàng quý", 1, 'q', FALSE, "" },
    { "Định kỳ 6 tháng, năm", 6, 'm', FALSE, "" },
    { "Chậm nhất ngày 25 hằng tháng", 1, 'm', FALSE, "" },
    { "2 lần/năm", 6, 'm', FALSE, "" },
    { "mỗi quý một lần", 1, 'q', FALSE, "" },
    { "01 lần/tuần", 1, 'w', FALSE, "" },
    { "hằng ngày", 1, 'd', FALSE, "" },
    { "04 lần/năm", 1, 'q', FALSE, "" },
    { "Định kỳ", 0, '\0', FALSE, "" },
    { "Quý, 6 tháng, năm", 1, 'q', FALSE, "" },
    { "trước tháng 10/2024; duy trì thường xuyên", 0, '\0', TRUE, "" },
    { "Hoàn thành trong tháng 11/2024 và duy trì thường xuyên", 0, '\0', TRUE, "" },
    { "Trước 30/11/2024 và duy trì thường xuyên", 0, '\0', TRUE, "" },
    { "Năm 2024 và các năm tiếp theo", 0, '\0', FALSE, "" },
    { "31/12/2024", 0, '\0', FALSE, "" },
    { "30/4/2026 (mô hình thử nghiệm). Vận hành ổn định trong năm 2026", 0, '\0', FALSE,
      "2026-04-30" },
    { "31/03/2026\n Các sở có văn bản đề xuất trước ngày 15/3/2026; (tổng hợp chậm nhất ngày "
      "31/3/2026)", 0, '\0', FALSE, "2026-03-15" },
    { "30/11/2024; 30/9/2024; 31/12/2024; 30/9/2024", 0, '\0', FALSE, "2024-09-30 2024-11-30" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LtDeadline) deadline = lt_deadline_parse (rows[i].phrase, NULL);
      g_autofree char *milestones = dup_milestones (deadline);

      if (deadline->period_count == rows[i].count && deadline->period_unit == rows[i].unit
          && deadline->then_ongoing == rows[i].then_ongoing
          && strcmp (milestones, rows[i].milestones) == 0)
        continue;
      g_test_message ("“%s”: every %d %c, then ongoing %d, milestones %s", rows[i].phrase,
                      deadline->period_count, deadline->period_unit ? deadline->period_unit : '-',
                      deadline->then_ongoing, milestones);
      g_test_fail ();
    }
}

/* Official wording says what it is made from, and is read back as just that. */
static void
test_words (void)
{
  static const struct {
    const char *start;
    const char *end;
    const char *words;
  } rows[] = {
    { "", "", "" },
    { "", "2024-12-31", "đến ngày 31/12/2024" },
    { "2024-10-01", "", "từ ngày 01/10/2024" },
    { "2026-08-02", "2026-08-02", "trong ngày 02/8/2026" },
    { "2024-10-01", "2024-10-31", "tháng 10/2024" },
    { "2026-01-01", "2026-01-31", "tháng 01/2026" },
    { "2024-10-01", "2024-12-31", "quý IV/2024" },
    { "2025-01-01", "2025-03-31", "quý I/2025" },
    { "2024-01-01", "2024-12-31", "năm 2024" },
    { "2024-01-01", "2025-12-31", "giai đoạn 2024 - 2025" },
    { "2024-11-01", "2025-01-31", "từ ngày 01/11/2024 đến ngày 31/01/2025" },
    { "2024-10-01", "2025-06-30", "từ ngày 01/10/2024 đến ngày 30/6/2025" },
    { "2024-02-01", "2024-02-28", "từ ngày 01/02/2024 đến ngày 28/02/2024" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LtDay start = *rows[i].start ? lt_day_from_iso (rows[i].start) : LT_DAY_NONE;
      LtDay end = *rows[i].end ? lt_day_from_iso (rows[i].end) : LT_DAY_NONE;
      g_autofree char *words = lt_deadline_dup_words (start, end);
      g_autoptr (LtDeadline) deadline = lt_deadline_parse (words, NULL);

      g_assert_cmpstr (words, ==, rows[i].words);
      g_assert_cmpint (deadline->start, ==, start);
      g_assert_cmpint (deadline->end, ==, end);
      g_assert_cmpint (deadline->strict_end, ==, end);
    }
}

static void
test_meaning (void)
{
  static const struct {
    const char *phrase;
    gboolean strict;
    const char *meaning;
  } rows[] = {
    { "trước ngày 31/12/2024", FALSE, "Due 31/12/2024" },
    { "trước ngày 31/12/2024", TRUE, "Due 30/12/2024" },
    { "từ ngày 01/10/2024 đến ngày 30/6/2025", FALSE, "From 01/10/2024 to 30/6/2025" },
    { "Từ Quý I/2026", FALSE, "Continuously. From 01/01/2026 on" },
    { "Thường xuyên", FALSE, "Continuously" },
    { "hằng tháng", FALSE, "Every month" },
    { "Định kỳ 02 tuần một lần", FALSE, "Every 2 weeks" },
    { "Định kỳ", FALSE, "Again and again" },
    { "hằng năm đến 2030", FALSE, "Every year. Due 31/12/2030" },
    { "Tháng 9", FALSE, "The words name no year, and the plan has none" },
    { "khi có hướng dẫn", FALSE, "Counted from something that has no day yet" },
    { "như trên", FALSE, "These words were not understood; set the days by hand" },
    { "", FALSE, "No deadline" },
    { "trong ngày 20/8/2026", FALSE, "On 20/8/2026" },
    { "Trước 30/11/2024 và duy trì thường xuyên", FALSE, "Due 30/11/2024, then continuously" },
    { "30/9/2024; 31/12/2024", FALSE, "Due 31/12/2024; on the way: 30/9/2024" },
  };
  LtDeadlineContext context = { 2025, LT_DAY_NONE };
  g_autoptr (LtDeadline) assumed = lt_deadline_parse ("Quý IV", &context);
  g_autofree char *in_year = lt_deadline_dup_meaning (assumed, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LtDeadline) deadline = lt_deadline_parse (rows[i].phrase, NULL);
      g_autofree char *meaning = lt_deadline_dup_meaning (deadline, rows[i].strict);

      g_assert_cmpstr (meaning, ==, rows[i].meaning);
    }
  g_assert_cmpstr (in_year, ==, "From 01/10/2025 to 31/12/2025 (in the plan’s year)");
}

static void
test_copy (void)
{
  g_autoptr (LtDeadline) deadline = lt_deadline_parse ("30/9/2024; 31/12/2024", NULL);
  g_autoptr (LtDeadline) copy = lt_deadline_copy (deadline);

  g_assert_true (copy->milestones != deadline->milestones);
  g_assert_cmpuint (copy->milestones->len, ==, 1);
  g_assert_cmpint (copy->end, ==, deadline->end);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/deadline/table", "deadlines.tsv", test_table);
  g_test_add_data_func ("/deadline/table-more", "deadlines-more.tsv", test_table);
  g_test_add_func ("/deadline/context", test_context);
  g_test_add_func ("/deadline/details", test_details);
  g_test_add_func ("/deadline/words", test_words);
  g_test_add_func ("/deadline/meaning", test_meaning);
  g_test_add_func ("/deadline/copy", test_copy);
  return g_test_run ();
}
