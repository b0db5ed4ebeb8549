/* SPDX-License-Identifier: MIT */
#include "exchange/lt-text-reader.h"
#include "support/lt-test-reading.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

/* Any bytes, taken for text. */
int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  g_autoptr (GError) error = NULL;
  g_autoptr (LtReading) reading = NULL;
  LtBudget budget;

  lt_budget_init (&budget, NULL);
  reading = lt_text_read (bytes, "fuzz", &budget, &error);
  if (reading == NULL || reading->tables->len > 0)
    lt_test_check_reading (reading, error);
  return 0;
}
