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
write_one (LtBook *book, const LtExportOptions *options, const char *suffix, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = lt_export (book, options, suffix, error);

  return bytes != NULL && lt_output_replace (path, bytes, error);
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

gboolean
lt_export_to_folder (LtBook *book, const LtExportOptions *options, const char *suffix, const char *folder,
                     LtExportProgress progress, gpointer data, GPtrArray **written, GError **error)
{
  const LtReportInfo *info = lt_export_get_report (options->report, error);
  LtPlan *plan = info != NULL ? _lt_export_find_plan (book, options->plan, error) : NULL;
  LtDay as_of = options->as_of == LT_DAY_NONE ? lt_day_today () : options->as_of;
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) recipients = NULL;
  g_autofree char *ending = g_ascii_strdown (suffix, -1);
  guint n_wanted = 0;

  if (plan == NULL || !make_folder (folder, error))
    return FALSE;
  recipients = lt_form_list_recipients (plan, as_of);
  /* Those that lead stand first. */
  while (n_wanted < recipients->len
         && ((LtFormRecipient *) g_ptr_array_index (recipients, n_wanted))->led->len > 0)
    n_wanted++;
  if (options->coordinated)
    n_wanted = recipients->len;
  if (n_wanted == 0)
    {
      g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CHOICE,
                           _("No assignment of the plan names a lead agency, so there is nobody to write a file for."));
      return FALSE;
    }
  for (guint i = 0; i < n_wanted; i++)
    {
      const LtFormRecipient *recipient = g_ptr_array_index (recipients, i);
      g_autofree char *name = dup_unique_name (taken, info->file_prefix, recipient->name, ending);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      LtExportOptions own = *options;

      own.agency = recipient->name;
      if (progress != NULL && !progress (i, n_wanted, data))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The export was cancelled."));
          return FALSE;
        }
      if (!write_one (book, &own, suffix, path, error))
        {
          g_prefix_error (error, "%s: ", name);
          return FALSE;
        }
      g_ptr_array_add (names, g_steal_pointer (&name));
    }
  if (written != NULL)
    *written = g_steal_pointer (&names);
  return TRUE;
}
