/* SPDX-License-Identifier: MIT */
#include "exchange/lt-archive.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zip.h>

#define ENTRIES_MAX 10000

/* Deflate packs nothing tighter than 1,032 to 1; office files stay far below this
 * one, and small parts may be as regular as they like. */
#define RATIO_MAX 250
#define RATIO_FREE_BYTES (4 * 1024 * 1024)

struct _LtArchive {
  GBytes *bytes; /* keeps the memory that the zip points into */
  zip_t *zip;
  LtBudget *budget;
};

struct _LtArchivePart {
  zip_file_t *file;
  LtBudget *budget;
  char *name;
  guint64 packed;
  guint64 unpacked;
};

static gboolean
holds (GBytes *bytes, const char *needle, gsize length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, needle, length) != NULL;
}

static gboolean
starts_with (GBytes *bytes, const char *start)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= strlen (start) && memcmp (data, start, strlen (start)) == 0;
}

/* Before Office 2007 all files were OLE compound files; today it is a sealed one
 * that holds a document under a password. */
static gboolean
refuse_compound_file (GBytes *bytes, GError **error)
{
  static const char sealed[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

  if (!starts_with (bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
    return FALSE;
  if (holds (bytes, sealed, sizeof sealed))
    g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FORMAT,
                         _("The file is protected by a password. "
                           "Open it, save it without the password and try again."));
  else
    g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FORMAT,
                         _("The file has the old format of Office 97–2003. "
                           "Save it as .xlsx or .docx and try again."));
  return TRUE;
}

static void
set_unreadable (GBytes *bytes, GError **error)
{
  if (starts_with (bytes, "PK\x03\x04"))
    g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FORMAT,
                         _("The file is damaged or was not copied to its end. "
                           "Get a new copy of it and try again."));
  else
    g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FORMAT,
                         _("The file is neither an Excel workbook (.xlsx) nor "
                           "a Word document (.docx)."));
}

/* An honest office file names its parts relative to itself. */
static gboolean
is_safe_name (const char *name)
{
  g_auto (GStrv) steps = g_strsplit (name, "/", -1);

  if (*name == '/' || strchr (name, '\\') != NULL || strchr (name, ':') != NULL)
    return FALSE;
  return !g_strv_contains ((const char *const *) steps, "..");
}

static gboolean
check_entry (LtArchive *self, zip_uint64_t index, GHashTable *names, GError **error)
{
  const char *name = zip_get_name (self->zip, index, ZIP_FL_ENC_RAW);
  zip_stat_t stat;

  if (name == NULL || zip_stat_index (self->zip, index, 0, &stat) != 0)
    {
      set_unreadable (self->bytes, error);
      return FALSE;
    }
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
    {
      g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FORMAT,
                           _("The file is protected by a password. "
                             "Open it, save it without the password and try again."));
      return FALSE;
    }
  if (is_safe_name (name) && g_hash_table_add (names, (gpointer) name))
    return TRUE;
  g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FORMAT,
                       _("The file was put together in a way that no office program does "
                         "(a part with a forbidden or double name) and may be malicious; "
                         "nothing was read."));
  return FALSE;
}

static gboolean
check_entries (LtArchive *self, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  zip_int64_t n = zip_get_num_entries (self->zip, 0);

  if (n > ENTRIES_MAX)
    {
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_LIMIT,
                   _("The file consists of more than %d parts, which no office program "
                     "writes; nothing was read."), ENTRIES_MAX);
      return FALSE;
    }
  for (zip_int64_t i = 0; i < n; i++)
    if (!check_entry (self, (zip_uint64_t) i, names, error))
      return FALSE;
  return TRUE;
}

LtArchive *
lt_archive_open (GBytes *bytes, LtBudget *budget, GError **error)
{
  g_autoptr (LtArchive) self = g_new0 (LtArchive, 1);
  zip_source_t *source;

  self->bytes = g_bytes_ref (bytes);
  self->budget = budget;
  if (refuse_compound_file (bytes, error))
    return NULL;
  source = zip_source_buffer_create (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0,
                                     NULL);
  if (source != NULL)
    self->zip = zip_open_from_source (source, ZIP_RDONLY, NULL);
  if (self->zip == NULL)
    {
      zip_source_free (source);
      set_unreadable (bytes, error);
      return NULL;
    }
  return check_entries (self, error) ? g_steal_pointer (&self) : NULL;
}

void
lt_archive_free (LtArchive *self)
{
  if (self->zip != NULL)
    zip_discard (self->zip);
  g_bytes_unref (self->bytes);
  g_free (self);
}

gboolean
lt_archive_has_part (LtArchive *self, const char *name)
{
  return zip_name_locate (self->zip, name, ZIP_FL_ENC_RAW) >= 0;
}

LtArchivePart *
lt_archive_open_part (LtArchive *self, const char *name, GError **error)
{
  zip_int64_t index = zip_name_locate (self->zip, name, ZIP_FL_ENC_RAW);
  zip_file_t *file = index >= 0 ? zip_fopen_index (self->zip, (zip_uint64_t) index, 0) : NULL;
  zip_stat_t stat;
  LtArchivePart *part;

  if (file == NULL || zip_stat_index (self->zip, (zip_uint64_t) index, 0, &stat) != 0)
    {
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FORMAT,
                   _("The file is damaged: its part “%s” is missing or cannot be unpacked. "
                     "Get a new copy of it and try again."), name);
      g_clear_pointer (&file, zip_fclose);
      return NULL;
    }
  part = g_new0 (LtArchivePart, 1);
  part->file = file;
  part->budget = self->budget;
  part->name = g_strdup (name);
  /* A size that claims to be larger than the file would make room for a bomb. */
  part->packed = MIN (stat.comp_size, g_bytes_get_size (self->bytes));
  return part;
}

gssize
lt_archive_part_read (LtArchivePart *self, char *buffer, gsize size, GError **error)
{
  zip_int64_t n = zip_fread (self->file, buffer, size);

  if (n < 0)
    {
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FORMAT,
                   _("The file is damaged: its part “%s” cannot be unpacked. "
                     "Get a new copy of it and try again."), self->name);
      return -1;
    }
  self->unpacked += (guint64) n;
  if (self->unpacked > RATIO_FREE_BYTES && self->unpacked / RATIO_MAX > self->packed)
    {
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_LIMIT,
                   _("The part “%s” of the file unpacks to more than %d times its size, which "
                     "no office program writes; it may be malicious and was not read."),
                   self->name, RATIO_MAX);
      return -1;
    }
  return lt_budget_take_bytes (self->budget, (guint64) n, error) ? (gssize) n : -1;
}

void
lt_archive_part_free (LtArchivePart *self)
{
  zip_fclose (self->file);
  g_free (self->name);
  g_free (self);
}
