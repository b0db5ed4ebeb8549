/* SPDX-License-Identifier: MIT */
#include "exchange/lt-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/lt-docx-reader.h"
#include "exchange/lt-file-kind.h"
#include "exchange/lt-html-reader.h"
#include "exchange/lt-package.h"
#include "exchange/lt-pdf-reader.h"
#include "exchange/lt-text-reader.h"
#include "exchange/lt-xlsx-reader.h"

static LtReading *
read_office_file (GBytes *bytes, LtBudget *budget, GError **error)
{
  g_autoptr (LtArchive) archive = lt_archive_open (bytes, budget, error);
  g_autofree char *part = NULL;
  g_autofree char *type = NULL;

  if (archive == NULL)
    return NULL;
  if (lt_archive_has_part (archive, "META-INF/manifest.xml"))
    {
      g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FORMAT,
                           _("The file is an OpenDocument file (.odt, .ods). "
                             "Save it as .docx or .xlsx and try again."));
      return NULL;
    }
  part = lt_package_dup_main_part (archive, budget, error);
  type = part != NULL ? lt_package_dup_content_type (archive, part, budget, error) : NULL;
  if (type == NULL)
    return NULL;
  if (strstr (type, "presentationml") != NULL)
    {
      g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FORMAT,
                           _("The file is a PowerPoint presentation. Copy its table into a "
                             "Word document and try again."));
      return NULL;
    }
  if (strstr (type, "wordprocessingml") != NULL || g_str_has_prefix (part, "word/"))
    return lt_docx_read (archive, part, budget, error);
  return lt_xlsx_read (archive, part, budget, error);
}

static LtReading *
read_by_kind (GBytes *bytes, const char *name, LtBudget *budget, GError **error)
{
  switch (lt_file_kind_sniff (bytes, error))
    {
    case LT_FILE_KIND_OFFICE:
      return read_office_file (bytes, budget, error);
    case LT_FILE_KIND_TEXT:
      return lt_text_read (bytes, name, budget, error);
    case LT_FILE_KIND_HTML:
      return lt_html_read (bytes, budget, error);
    case LT_FILE_KIND_PDF:
      return lt_pdf_read (bytes, budget, error);
    case LT_FILE_KIND_UNREADABLE:
    default:
      return NULL;
    }
}

/* Signs alone are no words of a plan. */
static gboolean
has_words (LtTable *table)
{
  for (guint row = 0; row < lt_table_get_n_rows (table); row++)
    for (guint column = 0; column < lt_table_get_n_columns (table); column++)
      for (const char *p = lt_table_get_cell (table, row, column)->text; *p != '\0'; p = g_utf8_next_char (p))
        if (g_unichar_isalnum (g_utf8_get_char (p)))
          return TRUE;
  return FALSE;
}

LtReading *
lt_reader_read_bytes (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (LtReading) reading = NULL;
  LtBudget budget;

  lt_budget_init (&budget, cancellable);
  reading = read_by_kind (bytes, name, &budget, error);
  if (reading == NULL)
    return NULL;
  for (guint i = 0; i < reading->tables->len; i++)
    if (has_words (g_ptr_array_index (reading->tables, i)))
      return g_steal_pointer (&reading);
  g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CONTENT,
                       _("No table was found in the file."));
  return NULL;
}

LtReading *
lt_reader_read_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = lt_budget_load_file (path, &name, error);

  return bytes != NULL ? lt_reader_read_bytes (bytes, name, cancellable, error) : NULL;
}
