/* SPDX-License-Identifier: MIT */
#include "exchange/lt-pdf-reader.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "exchange/lt-helper.h"
#include "exchange/lt-pdf-sheet.h"

/* Points; the largest page that a PDF may have. */
#define PAPER_MAX 14400
/* pdftotext: the PDF may not be copied from. */
#define STATUS_FORBIDDEN 3

#define SAMPLE_BYTES (128 * 1024)

/* Stamps and signatures put a few words on a scanned page. */
#define WORDS_A_PAGE_MIN 8

static gboolean
write_to (const char *path, GBytes *bytes, GError **error)
{
  return g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                   (gssize) g_bytes_get_size (bytes), G_FILE_SET_CONTENTS_NONE, 0600,
                                   error);
}

static void
set_unreadable (GBytes *bytes, int status, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (status == STATUS_FORBIDDEN)
    g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FORMAT,
                         _("The PDF forbids taking its text out. "
                           "Ask for the plan as a Word document or an Excel workbook."));
  else if (status < 0)
    g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_LIMIT,
                         _("Reading the PDF took too much time or memory; it may be damaged or "
                           "malicious and was not read."));
  else if (memmem (data, size, "/Encrypt", strlen ("/Encrypt")) != NULL)
    g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FORMAT,
                         _("The PDF is protected by a password. "
                           "Open it, save it without the password and try again."));
  else
    g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FORMAT,
                         _("The PDF is damaged or was not copied to its end. "
                           "Get a new copy of it and try again."));
}

static gboolean
take_words (LtPdfPages *pages, const char *path, GBytes *bytes, LtBudget *budget, GError **error)
{
  const char *const argv[] = { "pdftotext", "-q", "-bbox-layout", "-enc", "UTF-8", path, "-", NULL };
  GError *failure = NULL;
  int status = 0;
  g_autoptr (GBytes) output = lt_helper_run (argv, budget->cancellable, &status, &failure);

  if (g_error_matches (failure, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_NO_PROGRAM))
    {
      g_error_free (failure);
      g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_NO_PROGRAM,
                           _("PDFs are read by the program pdftotext, which is not installed. "
                             "Install the package poppler-utils and try again, or ask for the plan "
                             "as a Word document or an Excel workbook."));
      return FALSE;
    }
  if (output == NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (status == 0)
    return lt_pdf_pages_read_words (pages, output, budget, error);
  set_unreadable (bytes, status, error);
  return FALSE;
}

/* The side of a square that every page has room in; 0 where all pages are of one size. */
static double
measure_paper (LtPdfPages *pages)
{
  const LtPdfPage *first = pages->pages->len > 0 ? g_ptr_array_index (pages->pages, 0) : NULL;
  double side = 0;
  gboolean mixed = FALSE;

  for (guint i = 0; i < pages->pages->len; i++)
    {
      const LtPdfPage *page = g_ptr_array_index (pages->pages, i);

      side = MAX (side, MAX (page->width, page->height));
      mixed |= fabs (page->width - first->width) > 1 || fabs (page->height - first->height) > 1;
    }
  return mixed ? MIN (side, PAPER_MAX) : 0;
}

/* Where lines cannot be had, gaps must do. What does not lie on the first page's paper would not
 * be drawn on later pages either: upright ones among lying ones need a larger one. */
static gboolean
take_rules (LtPdfPages *pages, const char *path, LtBudget *budget, GError **error)
{
  double paper = measure_paper (pages);
  g_autofree char *side = g_strdup_printf ("%.0f", ceil (paper));
  const char *const same[] = { "pdftocairo", "-q", "-svg", "-origpagesizes", "-noshrink",
                               "-nocenter", path, "-", NULL };
  const char *const mixed[] = { "pdftocairo", "-q", "-svg", "-paperw", side, "-paperh", side, "-noshrink",
                                "-nocenter", path, "-", NULL };
  const char *const *argv = paper > 0 ? mixed : same;
  g_autoptr (GError) failure = NULL;
  int status = 0;
  g_autoptr (GBytes) output = lt_helper_run (argv, budget->cancellable, &status, &failure);

  if (output != NULL && status == 0)
    lt_pdf_pages_read_rules (pages, output, budget, &failure);
  if (!g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static guint
count_words (LtPdfPages *pages, guint *n_empty)
{
  guint n = 0;

  *n_empty = 0;
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const LtPdfPage *page = g_ptr_array_index (pages->pages, i);

      n += page->words->len;
      *n_empty += page->words->len < WORDS_A_PAGE_MIN;
    }
  return n;
}

static gboolean
check_words (LtPdfPages *pages, LtReading *reading, GError **error)
{
  guint n_empty;
  guint n = count_words (pages, &n_empty);

  if (n < WORDS_A_PAGE_MIN * MAX (pages->pages->len, 1) && n_empty * 2 > pages->pages->len)
    {
      g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CONTENT,
                           _("The PDF is a scanned picture: there are no words in it that could be "
                             "read. Ask for the plan as a Word document, an Excel workbook or a PDF "
                             "that was not scanned."));
      return FALSE;
    }
  if (n_empty > 0)
    lt_reading_add_doubt (reading, NULL,
                          g_strdup_printf (ngettext ("%u page of the PDF has hardly any words; "
                                                     "perhaps it is a scanned picture.",
                                                     "%u pages of the PDF have hardly any words; "
                                                     "perhaps they are scanned pictures.",
                                                     n_empty), n_empty));
  return TRUE;
}

/* Old fonts show in the words of all pages together. */
static void
find_encoding (LtPdfPages *pages, LtDecoded *decoded)
{
  g_autoptr (GString) sample = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < pages->pages->len && sample->len < SAMPLE_BYTES; i++)
    {
      const LtPdfPage *page = g_ptr_array_index (pages->pages, i);

      for (guint j = 0; j < page->words->len; j++)
        g_string_append_printf (sample, "%s ", g_array_index (page->words, LtPdfWord, j).text);
    }
  bytes = g_string_free_to_bytes (g_steal_pointer (&sample));
  lt_text_decode (bytes, NULL, decoded);
}

static gboolean
add_ruled (LtPdfPages *pages, LtPdfSheet *sheet, gboolean *any, GError **error)
{
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const LtPdfPage *page = g_ptr_array_index (pages->pages, i);
      g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (LtPdfWord));
      g_autoptr (GPtrArray) tables = lt_pdf_find_ruled_tables (page, rest);

      *any |= tables->len > 0;
      if (!lt_pdf_sheet_add_page (sheet, page, tables, rest, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_bare (LtPdfPages *pages, LtPdfSheet *sheet, gboolean *any, GError **error)
{
  g_autoptr (GPtrArray) rests = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) tables = lt_pdf_find_bare_tables (pages, rests);

  for (guint i = 0; i < pages->pages->len; i++)
    {
      g_autoptr (GPtrArray) on_page = g_ptr_array_new ();

      if (g_ptr_array_index (tables, i) != NULL)
        g_ptr_array_add (on_page, g_ptr_array_index (tables, i));
      *any |= on_page->len > 0;
      if (!lt_pdf_sheet_add_page (sheet, g_ptr_array_index (pages->pages, i), on_page,
                                  g_ptr_array_index (rests, i), error))
        return FALSE;
    }
  return TRUE;
}

LtReading *
lt_pdf_read_pages (LtPdfPages *pages, LtBudget *budget, GError **error)
{
  g_autoptr (LtReading) reading = lt_reading_new ();
  g_auto (LtDecoded) decoded = { NULL };
  g_autoptr (LtPdfSheet) sheet = NULL;
  gboolean any = FALSE;
  char *doubt;

  if (!check_words (pages, reading, error))
    return NULL;
  find_encoding (pages, &decoded);
  sheet = lt_pdf_sheet_new (reading, budget, &decoded);
  if (!add_ruled (pages, sheet, &any, error))
    return NULL;
  if (!any)
    {
      lt_pdf_sheet_free (sheet);
      sheet = lt_pdf_sheet_new (reading, budget, &decoded);
      if (!add_bare (pages, sheet, &any, error))
        return NULL;
      if (any)
        lt_reading_add_doubt (reading, NULL,
                              g_strdup (_("The table of the PDF has no lines around its cells: rows "
                                          "and columns were found by the gaps between the words. "
                                          "Compare them with the PDF.")));
    }
  if (!lt_pdf_sheet_finish (sheet, error))
    return NULL;
  doubt = lt_decoded_dup_doubt (&decoded);
  if (doubt != NULL)
    lt_reading_add_doubt (reading, NULL, doubt);
  return g_steal_pointer (&reading);
}

LtReading *
lt_pdf_read (GBytes *bytes, LtBudget *budget, GError **error)
{
  g_autoptr (LtPdfPages) pages = lt_pdf_pages_new ();
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("lotrinh-XXXXXX.pdf", &path, error);
  gboolean done;

  if (file < 0)
    return NULL;
  g_close (file, NULL);
  done = write_to (path, bytes, error) && take_words (pages, path, bytes, budget, error)
         && take_rules (pages, path, budget, error);
  g_unlink (path);
  return done ? lt_pdf_read_pages (pages, budget, error) : NULL;
}
