/* SPDX-License-Identifier: MIT */
#include "exchange/lt-file-kind.h"
#include "support/lt-test-reading.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

/* The bytes of a zip. PDFs are left to a process of their own. */
int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  g_autoptr (GError) error = NULL;
  g_autoptr (LtReading) reading = NULL;

  if (lt_file_kind_sniff (bytes, NULL) == LT_FILE_KIND_PDF)
    return 0;
  reading = lt_reader_read_bytes (bytes, "fuzz", NULL, &error);
  lt_test_check_reading (reading, error);
  return 0;
}
