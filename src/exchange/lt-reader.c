/* SPDX-License-Identifier: MIT */
#include "exchange/lt-reader.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "exchange/lt-package.h"
#include "exchange/lt-xlsx-reader.h"

static LtReading *
read_office_file (GBytes *bytes, LtBudget *budget, GError **error)
{
  g_autoptr (LtArchive) archive = lt_archive_open (bytes, budget, error);
  g_autofree char *part = archive ? lt_package_dup_main_part (archive, budget, error) : NULL;

  if (part == NULL)
    return NULL;
  return lt_xlsx_read (archive, part, budget, error);
}

LtReading *
lt_reader_read_bytes (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (LtReading) reading = NULL;
  LtBudget budget;

  lt_budget_init (&budget, cancellable);
  reading = read_office_file (bytes, &budget, error);
  if (reading == NULL || reading->tables->len > 0)
    return g_steal_pointer (&reading);
  g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CONTENT,
                       _("No table was found in the file."));
  return NULL;
}

LtReading *
lt_reader_read_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GStatBuf info;
  gsize length;

  if (g_stat (path, &info) == 0
      && (!S_ISREG (info.st_mode) || info.st_size > LT_BUDGET_FILE_BYTES_MAX))
    {
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_LIMIT,
                   _("“%s” cannot be read: it is not an ordinary file, or larger than %d MB."),
                   shown, LT_BUDGET_FILE_BYTES_MAX / (1024 * 1024));
      return NULL;
    }
  if (!g_file_get_contents (path, &data, &length, error))
    return NULL;
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  return lt_reader_read_bytes (bytes, shown, cancellable, error);
}
