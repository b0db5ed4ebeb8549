/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "exchange/lt-pdf-reader.h"
#include "support/lt-test-reading.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

/* What pdftotext and pdftocairo may hand over, with a line of "====" between. */
int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) parts = g_strsplit (text, "\n====\n", 2);
  guint n = g_strv_length (parts);
  g_autofree char *document = g_strconcat ("<doc>", n > 0 ? parts[0] : "", "</doc>", NULL);
  g_autofree char *drawing = g_strconcat ("<svg>", n > 1 ? parts[1] : "", "</svg>", NULL);
  g_autoptr (GBytes) words = g_bytes_new_static (document, strlen (document));
  g_autoptr (GBytes) rules = g_bytes_new_static (drawing, strlen (drawing));
  g_autoptr (LtPdfPages) pages = lt_pdf_pages_new ();
  g_autoptr (LtReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  LtBudget budget;

  lt_budget_init (&budget, NULL);
  if (!lt_pdf_pages_read_words (pages, words, &budget, &error))
    return 0;
  lt_pdf_pages_read_rules (pages, rules, &budget, NULL);
  reading = lt_pdf_read_pages (pages, &budget, &error);
  if (reading == NULL || reading->tables->len > 0)
    lt_test_check_reading (reading, error);
  return 0;
}
