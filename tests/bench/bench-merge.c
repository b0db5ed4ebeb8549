/* SPDX-License-Identifier: MIT */
#include <glib/gstdio.h>
#include <string.h>
#include <time.h>
#include <zip.h>

#include "exchange/lt-exporter.h"
#include "exchange/lt-form-merge.h"
#include "plan/lt-agency-use.h"
#include "store/lt-document.h"
#include "support/lt-test-book.h"

/* Forms come back from many agencies at once, every row filled in: from the files on the disk
 * to the one edit that takes them in. */

#define N_FORMS 200
#define N_ROWS 100
#define N_ANSWERS 7
#define LIMIT_SECONDS 10.0

/* What happens between the files and the list that somebody looks at, in the thread that
 * draws the window; the rest happens beside it. */
#define LIMIT_BLOCKED_SECONDS 2.0

/* Of the processor: other programs of the machine do not count. */
static double
get_seconds (clock_t start)
{
  return (double) (clock () - start) / CLOCKS_PER_SEC;
}

static LtBook *
create_book (void)
{
  LtBook *book = lt_test_book_new (N_FORMS * N_ROWS, 1);
  g_autoptr (GPtrArray) rows = lt_book_gather_assignments (book);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *lead = g_strdup_printf ("Trung tâm số %u", i / N_ROWS + 1);

      lt_item_set_text (g_ptr_array_index (rows, i), lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "lead"), lead);
    }
  return book;
}

static char *
read_part (zip_t *zip, const char *part)
{
  zip_stat_t stat;
  zip_file_t *file;
  char *text;

  g_assert_cmpint (zip_stat (zip, part, 0, &stat), ==, 0);
  text = g_malloc0 (stat.size + 1);
  file = zip_fopen (zip, part, 0);
  g_assert_cmpint (zip_fread (file, text, stat.size), ==, (zip_int64_t) stat.size);
  zip_fclose (file);
  return text;
}

/* Answers in the cells of a column, from the first row below the header on. */
static char *
fill_column (const char *sheet, char column, const char *content)
{
  g_autofree char *pattern = g_strdup_printf ("<c r=\"%c([0-9]+)\"( s=\"[0-9]+\")([^>]*/>|[^/]*>.*?</c>)", column);
  g_autofree char *filled = g_strdup_printf ("<c r=\"%c\\1\"\\2%s</c>", column, content);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  const char *body = strstr (sheet, "<row r=\"6\"");
  g_autofree char *head = NULL;
  g_autofree char *rest = NULL;

  g_assert_nonnull (body);
  head = g_strndup (sheet, (gsize) (body - sheet));
  rest = g_regex_replace (regex, body, -1, 0, filled, 0, NULL);
  return g_strconcat (head, rest, NULL);
}

static void
fill_in (const char *path)
{
  static const struct {
    char column;
    const char *content;
  } answers[N_ANSWERS] = {
    { 'G', " t=\"inlineStr\"><is><t>đang thực hiện</t></is>" },
    { 'H', "><v>45</v>" },
    { 'I', " t=\"inlineStr\"><is><t>Đã rà soát, số hoá 1.250 hồ sơ; đã tập huấn cho cán bộ của 14 xã, phường.</t></is>" },
    { 'J', " t=\"inlineStr\"><is><t>Thiếu máy quét ở cấp xã, đường truyền chưa ổn định.</t></is>" },
    { 'L', " t=\"inlineStr\"><is><t>145/BC-TT</t></is>" },
    { 'M', "><v>45590</v>" },
    { 'N', " t=\"inlineStr\"><is><t>Nguyễn Thị Hà, 0912 345 678</t></is>" },
  };
  const char *part = "xl/worksheets/sheet1.xml";
  zip_t *zip = zip_open (path, 0, NULL);
  g_autofree char *sheet = NULL;

  g_assert_nonnull (zip);
  sheet = read_part (zip, part);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      char *filled = fill_column (sheet, answers[i].column, answers[i].content);

      g_free (sheet);
      sheet = filled;
    }
  g_assert_cmpint (zip_file_add (zip, part, zip_source_buffer (zip, sheet, strlen (sheet), 0), ZIP_FL_OVERWRITE), >=, 0);
  g_assert_cmpint (zip_close (zip), ==, 0);
}

static GPtrArray *
send_forms (LtBook *book, const char *folder)
{
  LtExportOptions options = LT_EXPORT_OPTIONS_INIT;
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;
  clock_t start = clock ();

  options.report = "collection";
  lt_export_to_folder (book, &options, "xlsx", folder, NULL, NULL, &names, &error);
  g_assert_no_error (error);
  g_print ("%u forms made in %.2f s\n", names->len, get_seconds (start));
  for (guint i = 0; i < names->len; i++)
    {
      char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      fill_in (path);
      g_ptr_array_add (paths, path);
    }
  return paths;
}

static GPtrArray *
read_forms (GPtrArray *paths)
{
  GPtrArray *forms = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_returned_form_free);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GError) error = NULL;
      LtReturnedForm *form = lt_form_read_file (g_ptr_array_index (paths, i), NULL, &error);

      g_assert_no_error (error);
      g_ptr_array_add (forms, form);
    }
  return forms;
}

/* Whether it took as long as it may. */
static gboolean
measure (LtDocument *document, GPtrArray *paths)
{
  gint64 began = g_get_monotonic_time ();
  clock_t start = clock ();
  g_autoptr (GPtrArray) forms = read_forms (paths);
  double read = get_seconds (start);
  g_autoptr (LtFormMerge) merge = lt_form_merge_new (lt_document_get_book (document), forms, lt_day_today ());
  double compared = get_seconds (start);
  g_autoptr (GPtrArray) lists = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;
  double all;

  g_assert_cmpuint (merge->n_obstacles, ==, 0);
  /* What a row says already is no difference. */
  g_assert_cmpuint (merge->differences->len, >=, N_FORMS * N_ROWS * (N_ANSWERS - 2));
  lt_form_merge_make_drafts (merge, &lists, &drafts);
  g_assert_cmpuint (drafts->len, ==, N_FORMS * N_ROWS);
  lt_document_add_all (document, lists, drafts, "Take in", &error);
  g_assert_no_error (error);
  all = get_seconds (start);
  g_print ("%d forms of %d rows merged in %.2f s (at most %.0f): read %.2f, compared %.2f (at most %.1f), taken in %.2f; by the clock %.2f\n",
           N_FORMS, N_ROWS, all, LIMIT_SECONDS, read, compared - read, LIMIT_BLOCKED_SECONDS, all - compared,
           (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC);
  return all < LIMIT_SECONDS && compared - read < LIMIT_BLOCKED_SECONDS;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lotrinh-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.lotrinh", NULL);
  g_autoptr (LtBook) book = create_book ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LtDocument) document = lt_document_create (path, book, &error);
  g_autoptr (GPtrArray) paths = NULL;
  gboolean good;

  g_assert_no_error (error);
  paths = send_forms (lt_document_get_book (document), folder);
  g_assert_cmpuint (paths->len, ==, N_FORMS);
  good = measure (document, paths);
  lt_document_close (document);
  for (guint i = 0; i < paths->len; i++)
    g_remove (g_ptr_array_index (paths, i));
  g_remove (path);
  g_rmdir (folder);
  return good ? 0 : 1;
}
