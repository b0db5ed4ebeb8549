/* SPDX-License-Identifier: MIT */
#include "exchange/lt-exporter.h"
#include "exchange/lt-json.h"

/* export-book BOOK.json OUT [REPORT]: what the scripts beside this read back. */
int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtBook) book = NULL;
  g_autofree char *json = NULL;
  LtExportOptions options = LT_EXPORT_OPTIONS_INIT;

  if (argc < 3)
    return 2;
  options.report = argc > 3 ? argv[3] : NULL;
  if (g_file_get_contents (argv[1], &json, NULL, &error))
    book = lt_json_parse_book (json, -1, &error);
  if (book != NULL)
    lt_export_to_file (book, &options, argv[2], &error);
  if (error == NULL)
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
