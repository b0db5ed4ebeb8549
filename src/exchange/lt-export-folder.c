/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/lt-export-private.h"
#include "exchange/lt-exporter.h"
#include "exchange/lt-output.h"
#include "report/lt-form-recipients.h"

/* File systems take 255 bytes; people, path and a number want room, too. */
#define NAME_BYTES_MAX 120

/* What Windows reserves whatever the ending is. */
static gboolean
is_reserved (const char *name)
{
  static const char *const reserved[] = { "CON", "PRN", "AUX", "NUL", NULL };

  if (g_regex_match_simple ("^(COM|LPT)[0-9]$", name, G_REGEX_CASELESS, 0))
    return TRUE;
  for (guint i = 0; reserved[i] != NULL; i++)
    if (g_ascii_strcasecmp (name, reserved[i]) == 0)
      return TRUE;
  return FALSE;
}

char *
_lt_export_dup_file_name (const char *words)
{
  g_autoptr (GString) name = g_string_new (NULL);
  const char *start = words;
  gsize length;

  while (*start == ' ' || *start == '.')
    start++;
  for (const char *p = start; *p != '\0' && name->len < NAME_BYTES_MAX - 4; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || (c < 128 && strchr ("/\\:*?\"<>|", (int) c) != NULL))
        c = c == '\n' ? ' ' : '-';
      g_string_append_unichar (name, c);
    }
  for (length = name->len; length > 0 && strchr (" .", name->str[length - 1]) != NULL;)
    length--;
  g_string_truncate (name, length);
  if (name->len == 0 || is_reserved (name->str))
    g_string_prepend_c (name, '_');
  return g_strdup (name->str);
}

/* No two that a file system without regard to case would take for one. */
static char *
dup_unique_name (GHashTable *taken, const char *prefix, const char *agency, const char *suffix)
{
  g_autofree char *words = g_strconcat (prefix != NULL ? prefix : "", agency, NULL);
  g_autofree char *base = _lt_export_dup_file_name (words);

  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("%s.%s", base, suffix)
                                     : g_strdup_printf ("%s (%u).%s", base, i, suffix);
      char *key = g_utf8_casefold (name, -1);

      if (g_hash_table_add (taken, key))
        return g_steal_pointer (&name);
    }
}

static gboolean
make_folder (const char *folder, GError **error)
{
  int failure;

  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  failure = errno;
  {
    g_autofree char *shown = g_filename_display_name (folder);

    g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_NO_FOLDER,
                 _("The folder “%s” could not be made: %s."), shown, g_strerror (failure));
  }
  return FALSE;
}

/* One file of those that go into the folder. */
typedef struct {
  const LtFormRecipient *recipient; /* borrowed */
  char *name;
  GBytes *bytes; /* NULL before it is made */
} File;

static void
free_file (gpointer data)
{
  File *file = data;

  g_free (file->name);
  g_clear_pointer (&file->bytes, g_bytes_unref);
  g_free (file);
}

static gboolean
is_wanted (const LtFormRecipient *recipient, const LtExportOptions *options)
{
  if (recipient->led->len == 0 && !options->coordinated)
    return FALSE;
  return options->agencies == NULL || g_strv_contains (options->agencies, recipient->name);
}

static GPtrArray *
list_recipients (LtBook *book, const LtExportOptions *options, GError **error)
{
  const LtReportInfo *info = lt_export_get_report (options->report, error);
  LtPlan *plan = info != NULL ? _lt_export_find_plan (book, options->plan, error) : NULL;

  return plan != NULL ? lt_form_list_recipients (plan, options->as_of == LT_DAY_NONE ? lt_day_today () : options->as_of)
                      : NULL;
}

/* (element-type File); @recipients must outlive them. */
static GPtrArray *
list_files (GPtrArray *recipients, const LtExportOptions *options, const char *suffix, GError **error)
{
  const LtReportInfo *info = lt_export_get_report (options->report, NULL);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (free_file);
  g_autofree char *ending = g_ascii_strdown (suffix, -1);

  for (guint i = 0; i < recipients->len; i++)
    {
      const LtFormRecipient *recipient = g_ptr_array_index (recipients, i);
      /* Numbered with all the others, so that a file keeps its name whoever is chosen. */
      g_autofree char *name = dup_unique_name (taken, info->file_prefix, recipient->name, ending);
      File *file;

      if (!is_wanted (recipient, options))
        continue;
      file = g_new0 (File, 1);
      file->recipient = recipient;
      file->name = g_steal_pointer (&name);
      g_ptr_array_add (files, file);
    }
  if (files->len > 0)
    return g_steal_pointer (&files);
  g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CHOICE,
                       options->agencies != NULL
                           ? _("None of the chosen agencies has a row in the plan, so there is nobody to write a file for.")
                           : _("No assignment of the plan names a lead agency, so there is nobody to write a file for."));
  return NULL;
}

static GBytes *
make_file (const File *file, LtBook *book, const LtExportOptions *options, const char *suffix, GError **error)
{
  LtExportOptions own = *options;

  /* Whoever looks a name up in a large plan again and again waits for long. */
  if (lt_export_get_report (options->report, NULL)->takes & LT_REPORT_NEEDS_AGENCY)
    {
      LtPlan *plan = _lt_export_find_plan (book, options->plan, error);
      g_autoptr (GPtrArray) tables = plan != NULL ? _lt_export_build_form (plan, file->recipient, options) : NULL;

      return tables != NULL ? _lt_export_write_tables (tables, suffix, error) : NULL;
    }
  own.agency = file->recipient->name;
  return lt_export (book, &own, suffix, error);
}

static gboolean
make_files (GPtrArray *files, LtBook *book, const LtExportOptions *options, const char *suffix,
            LtExportProgress progress, gpointer data, GError **error)
{
  for (guint i = 0; i < files->len; i++)
    {
      File *file = g_ptr_array_index (files, i);

      if (progress != NULL && !progress (i, files->len, data))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The export was cancelled."));
          return FALSE;
        }
      file->bytes = make_file (file, book, options, suffix, error);
      if (file->bytes == NULL)
        {
          g_prefix_error (error, "%s: ", file->name);
          return FALSE;
        }
    }
  return TRUE;
}

GPtrArray *
lt_export_list_file_names (LtBook *book, const LtExportOptions *options, const char *suffix, GError **error)
{
  g_autoptr (GPtrArray) recipients = list_recipients (book, options, error);
  g_autoptr (GPtrArray) files = recipients != NULL ? list_files (recipients, options, suffix, error) : NULL;
  GPtrArray *names = files != NULL ? g_ptr_array_new_with_free_func (g_free) : NULL;

  for (guint i = 0; names != NULL && i < files->len; i++)
    g_ptr_array_add (names, g_strdup (((File *) g_ptr_array_index (files, i))->name));
  return names;
}

gboolean
lt_export_to_folder (LtBook *book, const LtExportOptions *options, const char *suffix, const char *folder,
                     LtExportProgress progress, gpointer data, GPtrArray **written, GError **error)
{
  g_autoptr (GPtrArray) recipients = list_recipients (book, options, error);
  g_autoptr (GPtrArray) files = recipients != NULL ? list_files (recipients, options, suffix, error) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (files == NULL || !make_files (files, book, options, suffix, progress, data, error) || !make_folder (folder, error))
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    {
      File *file = g_ptr_array_index (files, i);
      g_autofree char *path = g_build_filename (folder, file->name, NULL);

      if (!lt_output_replace (path, file->bytes, error))
        {
          g_prefix_error (error, "%s: ", file->name);
          return FALSE;
        }
      g_ptr_array_add (names, g_steal_pointer (&file->name));
    }
  if (written != NULL)
    *written = g_steal_pointer (&names);
  return TRUE;
}
