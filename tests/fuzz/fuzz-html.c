/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "support/lt-test-reading.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

/* A web page, whatever it begins with. */
int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static const char start[] = "<html>";
  g_autofree char *text = g_malloc (size + sizeof start);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LtReading) reading = NULL;

  memcpy (text, start, sizeof start - 1);
  memcpy (text + sizeof start - 1, data, size);
  bytes = g_bytes_new (text, size + sizeof start - 1);
  reading = lt_reader_read_bytes (bytes, "fuzz", NULL, &error);
  lt_test_check_reading (reading, error);
  return 0;
}
