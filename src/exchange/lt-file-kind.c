/* SPDX-License-Identifier: MIT */
#include "exchange/lt-file-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Web pages may begin with comments and white space, PDFs with what a mail gateway put there. */
#define HEAD_BYTES 1024

/* Characters that no text has may be in it now and then by mistake. */
#define CONTROLS_MAX_PERCENT 2

static const struct {
  const char *bytes;
  gsize length;
  gsize offset;
} pictures[] = {
  { "\x89PNG", 4, 0 },      { "\xff\xd8\xff", 3, 0 },  { "GIF8", 4, 0 },    { "II*\0", 4, 0 },
  { "MM\0*", 4, 0 },        { "WEBP", 4, 8 },          { "ftypheic", 8, 4 }, { "ftypavif", 8, 4 },
  { "ftypmif1", 8, 4 },     { "\0\0\1\0", 4, 0 },      { "\xd7\xcd\xc6\x9a", 4, 0 },
}, packed[] = {
  { "7z\xbc\xaf\x27\x1c", 6, 0 }, { "Rar!\x1a\x07", 6, 0 }, { "\x1f\x8b\x08", 3, 0 },
  { "BZh", 3, 0 },                { "\xfd""7zXZ", 5, 0 },
};

/* The head of the file in ASCII and lower case, whatever its encoding. */
static char *
dup_head (const guint8 *data, gsize size)
{
  GString *head = g_string_new (NULL);

  for (gsize i = 0; i < size && head->len < HEAD_BYTES; i++)
    if (data[i] > 0 && data[i] < 0x80)
      g_string_append_c (head, g_ascii_tolower ((char) data[i]));
  g_strchug (head->str);
  return g_string_free (head, FALSE);
}

static gboolean
is_html (const char *head)
{
  static const char *const starts[] = {
    "<!doctype html", "<html", "<head", "<meta", "<body", "<table", "<style", "<div", "<p>", "<p ",
    "<span", "<!--startfragment", "<b style", "<google-sheets",
  };

  /* What Windows puts before a web page on the clipboard ("CF_HTML"). */
  if (g_str_has_prefix (head, "version:") && strstr (head, "starthtml:") != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (head, starts[i]))
      return TRUE;
  return *head == '<' && (strstr (head, "<html") != NULL || strstr (head, "<table") != NULL);
}

static gboolean
is_wide (const guint8 *data, gsize size)
{
  return size >= 2 && ((data[0] == 0xff && data[1] == 0xfe) || (data[0] == 0xfe && data[1] == 0xff));
}

static gboolean
is_text (const guint8 *data, gsize size)
{
  gsize n = MIN (size, 64 * HEAD_BYTES);
  gsize n_controls = 0;
  gsize n_nuls[2] = { 0, 0 };

  for (gsize i = 0; i < n; i++)
    {
      if (data[i] == 0)
        n_nuls[i % 2]++;
      else if (data[i] < ' ' && strchr ("\t\n\r\f\v", data[i]) == NULL)
        n_controls++;
    }
  if (is_wide (data, size))
    return TRUE;
  /* Latin text in UTF-16 has NULs, all of them in the same halves. */
  if (n_nuls[0] + n_nuls[1] > 0)
    return MAX (n_nuls[0], n_nuls[1]) * 5 > n && MIN (n_nuls[0], n_nuls[1]) * 50 < n;
  return n_controls * 100 <= n * CONTROLS_MAX_PERCENT;
}

#define MATCHES(list, data, size)                                                                  \
  ({                                                                                               \
    gboolean found = FALSE;                                                                        \
    for (guint i = 0; i < G_N_ELEMENTS (list); i++)                                                \
      found |= size >= list[i].offset + list[i].length                                             \
               && memcmp (data + list[i].offset, list[i].bytes, list[i].length) == 0;              \
    found;                                                                                         \
  })

/* NULL if it is none of those that are known not to be read. */
static const char *
find_reason (const guint8 *data, gsize size, const char *head)
{
  if (size == 0)
    return _("The file is empty.");
  if (MATCHES (pictures, data, size) || (size > 14 && memcmp (data, "BM", 2) == 0 && data[6] == 0))
    return _("The file is a picture; words cannot be taken out of pictures. "
             "Ask for the plan as a Word document or an Excel workbook.");
  if (MATCHES (packed, data, size))
    return _("The file is packed (.zip, .rar, .7z). Unpack it and choose the file inside.");
  if (g_str_has_prefix (head, "{\\rtf"))
    return _("The file is in Rich Text Format. Open it, save it as .docx and try again.");
  if (g_str_has_prefix (head, "mime-version:") || g_str_has_prefix (head, "from: <saved by"))
    return _("The file is a web archive (.mht). Open it, save it as .docx or .xlsx and try again.");
  if ((g_str_has_prefix (head, "<?xml") || g_str_has_prefix (head, "<!doctype")) && strstr (head, "<html") == NULL)
    return _("The file is an XML document of a kind that is not read here. "
             "Open it, save it as .docx or .xlsx and try again.");
  return NULL;
}

LtFileKind
lt_file_kind_sniff (GBytes *bytes, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = dup_head (data, size);
  const char *reason;

  /* Compound files as well: the archive says what they are. */
  if (size >= 4 && (memcmp (data, "PK\3\4", 4) == 0 || memcmp (data, "PK\5\6", 4) == 0
                    || memcmp (data, "\xd0\xcf\x11\xe0", 4) == 0))
    return LT_FILE_KIND_OFFICE;
  if (is_html (head))
    return LT_FILE_KIND_HTML;
  if (strstr (head, "%pdf-") != NULL && memmem (data, MIN (size, HEAD_BYTES), "%PDF-", 5) != NULL)
    return LT_FILE_KIND_PDF;
  reason = find_reason (data, size, head);
  if (reason == NULL && is_text (data, size))
    return LT_FILE_KIND_TEXT;
  g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FORMAT,
                       reason != NULL
                           ? reason
                           : _("The file is neither an Excel workbook (.xlsx), a Word document "
                               "(.docx), a PDF, a web page nor text. Save it in one of these "
                               "forms and try again."));
  return LT_FILE_KIND_UNREADABLE;
}
