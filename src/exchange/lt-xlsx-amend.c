/* SPDX-License-Identifier: MIT */
#include "exchange/lt-xlsx-amend.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zip.h>

#include "report/lt-pango.h"

#define PLAIN_TAG "<headerFooter>"
#define FIRST_TAG "<headerFooter differentFirst=\"1\">"

/* Columns are as wide as so many digits of the workbook's first font; where that one is not
 * installed, as Calibri outside of Windows, its stand-in may have wider ones. A
 * digit of this one takes the same seven pixels. */
#define STYLES "xl/styles.xml"
#define CALIBRI "<name val=\"Calibri\"/><family val=\"2\"/><scheme val=\"minor\"/>"
#define TIMES "<name val=\"" LT_FONT_FAMILY "\"/><family val=\"1\"/>"

#define WORKBOOK "xl/workbook.xml"
#define HIDDEN " state=\"hidden\""
#define VERY_HIDDEN " state=\"veryHidden\""

/* libxlsxwriter's own level, 6, takes twice as long for a sheet a fifth smaller. */
#define COMPRESSION 3

/* The years of a DOS date count from 1980; this is its first day, which
 * libxlsxwriter gives every part. */
#define DOS_DATE_FIRST 0x21

static void
set_failed (GError **error, const char *reason)
{
  g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FAILED,
               _("The workbook could not be put together: %s."), reason);
}

/* Whether the element that the part starts with is closed at its end. */
static gboolean
is_whole (const char *data)
{
  const char *name = strchr (data, '<');
  const char *last = strrchr (data, '<');
  g_autofree char *end = NULL;

  while (name != NULL && !g_ascii_isalpha (name[1]))
    name = strchr (name + 1, '<');
  if (name == NULL)
    return FALSE;
  end = g_strdup_printf ("</%.*s>", (int) strcspn (name + 1, " />\n"), name + 1);
  return g_str_has_prefix (last, end);
}

static char *
read_part (zip_t *archive, zip_uint64_t index, gsize *length, GError **error)
{
  g_autofree char *data = NULL;
  zip_stat_t stat;
  zip_file_t *file = NULL;
  gboolean whole = FALSE;

  if (zip_stat_index (archive, index, 0, &stat) == 0
      && (file = zip_fopen_index (archive, index, 0)) != NULL)
    {
      data = g_malloc (stat.size + 1);
      data[stat.size] = '\0';
      whole = zip_fread (file, data, stat.size) == (zip_int64_t) stat.size && is_whole (data);
      zip_fclose (file);
    }
  if (!whole)
    {
      set_failed (error, _("a part of it is incomplete; the disk for temporary files may be full"));
      return NULL;
    }
  *length = stat.size;
  return g_steal_pointer (&data);
}

static gboolean
replace_part (zip_t *archive, zip_uint64_t index, const char *data, gsize length, GError **error)
{
  g_autofree char *name = g_strdup (zip_get_name (archive, index, 0));
  /* libzip frees it, with free(). */
  char *own = malloc (length);
  zip_source_t *source;
  zip_int64_t added;

  if (own == NULL)
    g_error ("out of memory");
  memcpy (own, data, length);
  /* Replacing the part in place would keep libzip from taking the level. */
  zip_delete (archive, index);
  source = zip_source_buffer (archive, own, length, 1);
  added = source != NULL ? zip_file_add (archive, name, source, ZIP_FL_ENC_UTF_8) : -1;
  if (added < 0)
    {
      set_failed (error, zip_strerror (archive));
      zip_source_free (source);
      return FALSE;
    }
  zip_set_file_compression (archive, (zip_uint64_t) added, ZIP_CM_DEFLATE, COMPRESSION);
  zip_file_set_dostime (archive, (zip_uint64_t) added, 0, DOS_DATE_FIRST, 0);
  return TRUE;
}

static gboolean
amend_sheet (zip_t *archive, zip_uint64_t index, const char *data, gsize length, GError **error)
{
  const char *tag = g_strrstr_len (data, (gssize) length, PLAIN_TAG);
  g_autoptr (GString) amended = NULL;

  if (tag == NULL)
    return TRUE;
  amended = g_string_new_len (data, tag - data);
  g_string_append (amended, FIRST_TAG);
  g_string_append_len (amended, tag + strlen (PLAIN_TAG), (gssize) (length - (gsize) (tag - data)) - (gssize) strlen (PLAIN_TAG));
  return replace_part (archive, index, amended->str, amended->len, error);
}

/* Words of a table that hold the same have their quotation marks escaped. */
static gboolean
amend_words (zip_t *archive, zip_uint64_t index, const char *data, gsize length, const char *find,
             const char *replacement, GError **error)
{
  g_autoptr (GString) amended = g_string_new_len (data, (gssize) length);

  return g_string_replace (amended, find, replacement, 0) == 0
         || replace_part (archive, index, amended->str, amended->len, error);
}

static gboolean
is_listed (const char *name, GArray *sheets)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      g_autofree char *listed
          = g_strdup_printf ("xl/worksheets/sheet%u.xml", g_array_index (sheets, guint, i));

      if (strcmp (name, listed) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
amend_part (zip_t *archive, zip_uint64_t index, const char *data, gsize length, GArray *sheets, GError **error)
{
  const char *name = zip_get_name (archive, index, 0);

  if (strcmp (name, WORKBOOK) == 0)
    return amend_words (archive, index, data, length, HIDDEN, VERY_HIDDEN, error);
  if (strcmp (name, STYLES) == 0)
    return amend_words (archive, index, data, length, CALIBRI, TIMES, error);
  return !is_listed (name, sheets) || amend_sheet (archive, index, data, length, error);
}

static gboolean
amend_archive (zip_t *archive, GArray *sheets, GError **error)
{
  zip_int64_t n = zip_get_num_entries (archive, 0);

  for (zip_uint64_t i = 0; i < (zip_uint64_t) n; i++)
    {
      gsize length;
      g_autofree char *data = read_part (archive, i, &length, error);

      if (data == NULL)
        return FALSE;
      if (!amend_part (archive, i, data, length, sheets, error))
        return FALSE;
    }
  return TRUE;
}

static GBytes *
read_source (zip_source_t *source, GError **error)
{
  zip_stat_t stat;
  g_autofree char *data = NULL;

  if (zip_source_open (source) == 0)
    {
      if (zip_source_stat (source, &stat) == 0)
        {
          data = g_malloc (stat.size);
          if (zip_source_read (source, data, stat.size) == (zip_int64_t) stat.size)
            {
              zip_source_close (source);
              return g_bytes_new_take (g_steal_pointer (&data), stat.size);
            }
        }
      zip_source_close (source);
    }
  set_failed (error, zip_error_strerror (zip_source_error (source)));
  return NULL;
}

GBytes *
lt_xlsx_amend (GBytes *workbook, GArray *sheets, GError **error)
{
  zip_error_t failure;
  zip_source_t *source;
  zip_t *archive = NULL;
  GBytes *result = NULL;
  gboolean done;
  char *own;

  zip_error_init (&failure);
  /* Of its own, not lent: where the first parts stay, libzip frees what it was lent. */
  own = malloc (g_bytes_get_size (workbook));
  if (own == NULL)
    g_error ("out of memory");
  memcpy (own, g_bytes_get_data (workbook, NULL), g_bytes_get_size (workbook));
  source = zip_source_buffer_create (own, g_bytes_get_size (workbook), 1, &failure);
  if (source != NULL)
    archive = zip_open_from_source (source, 0, &failure);
  if (archive == NULL)
    {
      set_failed (error, zip_error_strerror (&failure));
      zip_source_free (source);
      zip_error_fini (&failure);
      return NULL;
    }
  zip_source_keep (source);

  done = amend_archive (archive, sheets, error);
  if (done && zip_close (archive) == 0)
    result = read_source (source, error);
  else
    {
      if (done)
        set_failed (error, zip_strerror (archive));
      zip_discard (archive);
    }
  zip_source_free (source);
  zip_error_fini (&failure);
  return result;
}
