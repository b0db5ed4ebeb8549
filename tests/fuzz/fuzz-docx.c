/* SPDX-License-Identifier: MIT */
#include "support/lt-test-archive.h"
#include "support/lt-test-reading.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

/* A Word document: its body, and behind lines of "====" its styles and its numbering. */
int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) parts = g_strsplit (text, "\n====\n", 3);
  guint n = g_strv_length (parts);
  g_autoptr (GBytes) bytes = lt_test_document_new (n > 0 ? parts[0] : "", n > 1 ? parts[1] : NULL,
                                                   n > 2 ? parts[2] : NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LtReading) reading = lt_reader_read_bytes (bytes, "fuzz", NULL, &error);

  lt_test_check_reading (reading, error);
  return 0;
}
