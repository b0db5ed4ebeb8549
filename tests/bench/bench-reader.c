/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "exchange/lt-reader.h"

/* The most that was in use. getrusage() counts whoever started the program along, from before it
 * became this one. */
static long
get_peak_kilobytes (void)
{
  g_autofree char *status = NULL;
  const char *line = NULL;
  struct rusage usage;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    line = strstr (status, "VmHWM:");
  if (line != NULL)
    return strtol (line + strlen ("VmHWM:"), NULL, 10);
  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/* bench-reader FILE: how long its tables take to read, and how much memory. */
int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtReading) reading = NULL;
  gint64 start = g_get_monotonic_time ();
  guint64 n_cells = 0;

  if (argc != 2)
    {
      g_printerr ("usage: bench-reader FILE\n");
      return 2;
    }
  reading = lt_reader_read_file (argv[1], NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < reading->tables->len; i++)
    {
      LtTable *table = g_ptr_array_index (reading->tables, i);

      n_cells += lt_table_get_n_rows (table) * (guint64) lt_table_get_n_columns (table);
    }
  g_print ("%" G_GUINT64_FORMAT " cells: %.2f s, %ld MB\n", n_cells,
           (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC, get_peak_kilobytes () / 1024);
  return 0;
}
