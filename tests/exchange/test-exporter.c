/* SPDX-License-Identifier: MIT */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "chart/lt-render.h"
#include "exchange/lt-exporter.h"
#include "exchange/lt-sample.h"
#include "report/lt-table.h"

static void
assert_refused (LtBook *book, const LtExportOptions *options, const char *suffix, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lt_export (book, options, suffix, &error));
  g_assert_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CHOICE);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_refusals (void)
{
  g_autoptr (LtBook) book = lt_sample_new (NULL);
  g_autoptr (LtBook) empty = lt_book_new ();
  LtExportOptions options = LT_EXPORT_OPTIONS_INIT;

  assert_refused (book, &options, "doc", "xlsx, pdf, csv, json, ics");
  assert_refused (book, &options, "", "xlsx");
  assert_refused (empty, &options, "xlsx", "no plan");
  options.report = "weekly";
  assert_refused (book, &options, "xlsx", "appendix, flat");
  options.report = "appendix";
  options.plan = 7;
  assert_refused (book, &options, "pdf", "7");
}

static void
test_documents_follow_each_other (void)
{
  g_autoptr (LtBook) book = lt_sample_new (NULL);
  LtExportOptions options = LT_EXPORT_OPTIONS_INIT;
  g_autoptr (GPtrArray) tables = lt_export_build (book, &options, NULL);
  g_autoptr (LtPages) once = lt_export_lay_out (tables);
  g_autoptr (LtPages) twice = NULL;
  g_autoptr (GPtrArray) regions = NULL;
  guint n = lt_pages_get_n_pages (once);

  /* The list that stands behind the appendix in a workbook is not printed. */
  g_assert_cmpuint (tables->len, ==, 2);
  g_ptr_array_insert (tables, 1, lt_table_ref (g_ptr_array_index (tables, 0)));
  twice = lt_export_lay_out (tables);
  g_assert_cmpuint (n, >, 3);
  g_assert_cmpuint (lt_pages_get_n_pages (twice), ==, 2 * n);
  for (guint page = 0; page < 2 * n; page++)
    {
      g_autoptr (GBytes) expected = lt_render_png (once, page % n, 0.5, NULL);
      g_autoptr (GBytes) drawn = lt_render_png (twice, page, 0.5, NULL);

      g_assert_true (g_bytes_equal (drawn, expected));
    }
  regions = lt_pages_list_regions (twice, 2 * n - 1);
  g_assert_nonnull (regions);
}

static void
test_reports_are_described (void)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; lt_export_list_reports ()[i] != NULL; i++)
    {
      const LtReportInfo *info = lt_export_get_report (lt_export_list_reports ()[i], NULL);

      g_assert_cmpstr (info->name, ==, lt_export_list_reports ()[i]);
      g_assert_true (*info->title && *info->summary);
    }
  g_assert_cmpstr (lt_export_get_report (NULL, NULL)->name, ==, "appendix");
  g_assert_null (lt_export_get_report ("no such", &error));
  g_assert_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CHOICE);
}

static void
test_every_report_in_every_form (void)
{
  static const struct {
    const char *suffix;
    const char *magic;
  } forms[] = {
    { "xlsx", "PK\003\004" }, { "PDF", "%PDF-" }, { "csv", "\xef\xbb\xbf" }, { "json", "{" },
    { "ics", "BEGIN:VCALENDAR\r\n" },
  };
  g_autoptr (LtBook) book = lt_sample_new (NULL);

  for (guint i = 0; lt_export_list_reports ()[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (forms); j++)
      {
        g_autoptr (GError) error = NULL;
        LtExportOptions options = LT_EXPORT_OPTIONS_INIT;
        g_autoptr (GBytes) bytes = NULL;

        options.report = lt_export_list_reports ()[i];
        options.agency = "Sở Tư pháp";
        bytes = lt_export (book, &options, forms[j].suffix, &error);
        g_assert_no_error (error);
        g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), forms[j].magic,
                                 strlen (forms[j].magic)),
                         ==, 0);
      }
}

/* The same plan gives the same bytes where the time of day is fixed. */
static void
test_reproducible (void)
{
  g_autoptr (LtBook) book = lt_sample_new (NULL);

  g_setenv ("SOURCE_DATE_EPOCH", "1731628800", TRUE);
  for (guint i = 0; lt_export_list_suffixes ()[i] != NULL; i++)
    {
      g_autoptr (GBytes) first = lt_export (book, NULL, lt_export_list_suffixes ()[i], NULL);
      g_autoptr (GBytes) second = NULL;

      g_usleep (1100 * 1000);
      second = lt_export (book, NULL, lt_export_list_suffixes ()[i], NULL);
      g_test_message ("%s", lt_export_list_suffixes ()[i]);
      g_assert_true (g_bytes_equal (first, second));
    }
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

/* libxlsxwriter does not look whether its temporary files could be written: a
 * workbook that was cut must not leave the program as if it were one. */
static void
test_no_room_for_temporary_files (void)
{
  g_autoptr (LtBook) book = lt_sample_new (NULL);
  g_autoptr (GBytes) whole = NULL;
  struct rlimit old;
  guint n_failed = 0;
  guint n_done = 0;

  g_setenv ("SOURCE_DATE_EPOCH", "1731628800", TRUE);
  whole = lt_export (book, NULL, "xlsx", NULL);
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &old);
  for (rlim_t limit = 512; limit < 256 * 1024; limit = limit * 5 / 4)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      struct rlimit small = { limit, old.rlim_max };

      setrlimit (RLIMIT_FSIZE, &small);
      bytes = lt_export (book, NULL, "xlsx", &error);
      setrlimit (RLIMIT_FSIZE, &old);
      if (bytes == NULL)
        {
          g_assert_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FAILED);
          n_failed++;
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (bytes, whole));
      n_done++;
    }
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_cmpuint (n_failed, >, 0);
  g_assert_cmpuint (n_done, >, 0);
}

static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtBook) book = lt_sample_new (NULL);
  g_autofree char *folder = g_dir_make_tmp ("lt-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Phụ lục.v2.XLSX", NULL);
  g_autofree char *bare = g_build_filename (folder, "không-đuôi", NULL);

  g_assert_true (lt_export_to_file (book, NULL, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_false (lt_export_to_file (book, NULL, bare, &error));
  g_assert_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CHOICE);
  g_assert_false (g_file_test (bare, G_FILE_TEST_EXISTS));
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/refusals", test_refusals);
  g_test_add_func ("/exporter/every-report-in-every-form", test_every_report_in_every_form);
  g_test_add_func ("/exporter/documents-follow-each-other", test_documents_follow_each_other);
  g_test_add_func ("/exporter/reports-are-described", test_reports_are_described);
  g_test_add_func ("/exporter/reproducible", test_reproducible);
  g_test_add_func ("/exporter/no-room-for-temporary-files", test_no_room_for_temporary_files);
  g_test_add_func ("/exporter/files", test_files);
  return g_test_run ();
}
