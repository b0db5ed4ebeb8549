/* SPDX-License-Identifier: MIT */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>

#include "exchange/lt-reader.h"
#include "support/lt-test-archive.h"

#define SECONDS_MAX 2.0
#define MEGABYTES_MAX 300

#define NO_ROWS "<row r='1'><c r='A1'><v>1</v></c></row>"
#define ENTITIES                                                                                   \
  "<!DOCTYPE x [<!ENTITY a 'haha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"                    \
  "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"       \
  "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'>"       \
  "<!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;'><!ENTITY h '&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;'>]>"

#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define RELATIONS(target)                                                                          \
  "<Relationships xmlns='" PACKAGE "'><Relationship Id='r' Type='" OFFICE                          \
  "/officeDocument' Target='" target "'/></Relationships>"

typedef struct {
  const char *name;
  GBytes *(*make) (void);
  const char *message; /* part of it */
} Hostile;

static GBytes *
new_bytes (GString *text)
{
  return g_string_free_to_bytes (text);
}

static GBytes *
new_static (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static GBytes *
new_workbook (const char *rows)
{
  return lt_test_workbook_new (rows, NULL, NULL, NULL);
}

/* Puts a text of the same length in the place of another, wherever it stands. */
static GBytes *
patch (GBytes *bytes, const char *from, const char *to)
{
  gsize size;
  char *data = g_bytes_unref_to_data (bytes, &size);
  gsize length = strlen (from);

  g_assert_cmpuint (length, ==, strlen (to));
  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (data + i, from, length) == 0)
      memcpy (data + i, to, length);
  return g_bytes_new_take (data, size);
}

static GBytes *
make_empty (void)
{
  return new_static ("");
}

static GBytes *
make_noise (void)
{
  return new_static ("PK\x03\x04 this is not a zip at all, though it begins like one");
}

static GBytes *
make_truncated (void)
{
  g_autoptr (GBytes) whole = new_workbook (NO_ROWS);

  return g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) * 2 / 3);
}

static GBytes *
make_bad_checksum (void)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  GBytes *bytes;
  gsize size;
  char *data;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (rows, "<row><c><v>%u</v></c></row>", i * 7919 % 1000);
  bytes = new_workbook (rows->str);
  data = g_bytes_unref_to_data (bytes, &size);
  for (gsize i = size / 3; i < size / 3 + 40; i++)
    data[i] ^= 0x55;
  return g_bytes_new_take (data, size);
}

static GBytes *
make_sealed (void)
{
  GString *text = g_string_new_len ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);

  g_string_set_size (text, 1024);
  memset (text->str + 8, 0, 1016);
  for (const char *p = "EncryptedPackage"; *p != '\0'; p++)
    {
      g_string_append_c (text, *p);
      g_string_append_c (text, '\0');
    }
  return new_bytes (text);
}

static GBytes *
make_old_excel (void)
{
  GString *text = g_string_new_len ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);

  g_string_set_size (text, 1024);
  memset (text->str + 8, 0, 1016);
  return new_bytes (text);
}

/* The bit that says an entry is encrypted, in all its headers. */
static GBytes *
make_locked_entry (void)
{
  gsize size;
  guchar *data = g_bytes_unref_to_data (new_workbook (NO_ROWS), &size);

  for (gsize i = 0; i + 10 < size; i++)
    if (memcmp (data + i, "PK\x03\x04", 4) == 0)
      data[i + 6] |= 1;
    else if (memcmp (data + i, "PK\x01\x02", 4) == 0)
      data[i + 8] |= 1;
  return g_bytes_new_take (data, size);
}

static GBytes *
make_climbing_name (void)
{
  const LtTestPart parts[] = {
    { "_rels/.rels", RELATIONS ("xl/workbook.xml"), -1 },
    { "xl/../../../etc/passwd", "x", -1 },
    { NULL },
  };

  return lt_test_archive_new (parts);
}

static GBytes *
make_climbing_target (void)
{
  const LtTestPart parts[] = {
    { "_rels/.rels", RELATIONS ("../../../../etc/hostname.xml"), -1 },
    { NULL },
  };

  return lt_test_archive_new (parts);
}

static GBytes *
make_double_name (void)
{
  const LtTestPart parts[] = {
    { "_rels/.rels", RELATIONS ("xl/workbook.xml"), -1 },
    { "xl/workbook.xml", "<workbook/>", -1 },
    { "xl/workbooq.xml", "<workbook/>", -1 },
    { NULL },
  };

  return patch (lt_test_archive_new (parts), "workbooq", "workbook");
}

static GBytes *
make_many_entries (void)
{
  g_autoptr (GArray) parts = g_array_new (TRUE, TRUE, sizeof (LtTestPart));
  g_autoptr (GStringChunk) names = g_string_chunk_new (4096);

  for (guint i = 0; i < 10001; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/%u", i);
      LtTestPart part = { g_string_chunk_insert (names, name), "", 0 };

      g_array_append_val (parts, part);
    }
  return lt_test_archive_new (&g_array_index (parts, LtTestPart, 0));
}

static GBytes *
make_laughs (void)
{
  const LtTestPart parts[] = {
    { "_rels/.rels", RELATIONS ("xl/workbook.xml"), -1 },
    { "xl/workbook.xml", "<?xml version='1.0'?>" ENTITIES "<workbook>&h;</workbook>", -1 },
    { NULL },
  };

  return lt_test_archive_new (parts);
}

static GBytes *
make_external_entity (void)
{
  const LtTestPart parts[] = {
    { "_rels/.rels",
      "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" RELATIONS ("&e;.xml"), -1 },
    { NULL },
  };

  return lt_test_archive_new (parts);
}

static GBytes *
make_external_dtd (void)
{
  const LtTestPart parts[] = {
    { "_rels/.rels", "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>" RELATIONS ("x.xml"), -1 },
    { NULL },
  };

  return lt_test_archive_new (parts);
}

static GBytes *
make_undeclared_entity (void)
{
  return new_workbook ("<row><c t='str'><v>&boom;</v></c></row>");
}

static GBytes *
make_bomb (void)
{
  GString *rows = g_string_new (NULL);
  GBytes *bytes;

  g_string_set_size (rows, 64 * 1024 * 1024);
  memset (rows->str, ' ', rows->len);
  bytes = new_workbook (rows->str);
  g_string_free (rows, TRUE);
  return bytes;
}

/* Packs badly enough to pass for an honest file. */
static GBytes *
make_empty_cells (void)
{
  GString *rows = g_string_sized_new (240 * 1000 * 1000);
  GBytes *bytes;
  guint32 noise = 1;

  for (guint i = 0; i < 10 * 1000 * 1000; i++)
    {
      noise = noise * 1664525 + 1013904223;
      if (i % 100 == 0)
        g_string_append (rows, i == 0 ? "<row>" : "</row><row>");
      g_string_append (rows, "<c s='");
      g_string_append_c (rows, (char) ('1' + (noise >> 24) % 9));
      g_string_append_c (rows, (char) ('0' + (noise >> 20) % 10));
      g_string_append (rows, "'/>");
    }
  g_string_append (rows, "</row>");
  bytes = new_workbook (rows->str);
  g_string_free (rows, TRUE);
  return bytes;
}

/* Few cells, but so far apart that the table between them would be endless. */
static GBytes *
make_diagonal (void)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 1; i <= 10000; i++)
    {
      g_string_append_printf (rows, "<row r='%u'>", i);
      g_string_append_printf (rows, "<c r='%c%c%c%u'><v>1</v></c></row>", 'A' + i / 676 % 22,
                              'A' + i / 26 % 26, 'A' + i % 26, i);
    }
  return new_workbook (rows->str);
}

/* Each of them looks over the whole sheet. */
static GBytes *
make_many_merges (void)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GString) merges = g_string_new ("<mergeCells>");

  for (guint i = 1; i <= 2000; i++)
    g_string_append_printf (rows, "<row r='%u'><c r='A%u'><v>1</v></c><c r='Z%u'><v>1</v></c></row>",
                            i, i, i);
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (merges, "<mergeCell ref='A%u:Z2000'/>", i % 1999 + 1);
  g_string_append (merges, "</mergeCells>");
  return lt_test_workbook_new (rows->str, merges->str, NULL, NULL);
}

static GBytes *
make_long_text (void)
{
  g_autoptr (GString) rows = g_string_new ("<row><c t='str'><v>");
  guint32 noise = 1;

  for (guint i = 0; i < 2 * 1024 * 1024; i++)
    {
      noise = noise * 1664525 + 1013904223;
      g_string_append_c (rows, (char) ('a' + (noise >> 24) % 26));
    }
  g_string_append (rows, "</v></c></row>");
  return new_workbook (rows->str);
}

/* One text of 100 KB, in a thousand cells and by another font each time. */
static GBytes *
make_repeated_text (void)
{
  g_autoptr (GString) strings = g_string_new ("<si><t>");
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < 100 * 1024; i++)
    g_string_append_c (strings, 'a');
  g_string_append (strings, "</t></si>");
  for (guint i = 0; i < 10000; i++)
    g_string_append (rows, "<row><c t='s' s='1'><v>0</v></c></row>");
  return lt_test_workbook_new (rows->str, NULL, strings->str,
                               "<fonts><font><name val='VNI-Times'/></font></fonts>"
                               "<cellXfs><xf/><xf fontId='0'/></cellXfs>");
}

static GBytes *
make_deep (void)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < 1000; i++)
    g_string_append (rows, "<x>");
  for (guint i = 0; i < 1000; i++)
    g_string_append (rows, "</x>");
  return new_workbook (rows->str);
}

static GBytes *
make_missing_string (void)
{
  return new_workbook ("<row><c t='s'><v>7</v></c></row>");
}

static GBytes *
make_document_laughs (void)
{
  const LtTestPart parts[] = {
    { "_rels/.rels", RELATIONS ("word/document.xml"), -1 },
    { "word/document.xml", "<?xml version='1.0'?>" ENTITIES "<w:document>&h;</w:document>", -1 },
    { NULL },
  };

  return lt_test_archive_new (parts);
}

static GBytes *
make_nested_tables (void)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < 1000; i++)
    g_string_append (body, "<w:tbl><w:tr><w:tc>");
  for (guint i = 0; i < 1000; i++)
    g_string_append (body, "</w:tc></w:tr></w:tbl>");
  return lt_test_document_new (body->str, NULL, NULL);
}

static GBytes *
make_document_cells (void)
{
  GString *body = g_string_sized_new (260 * 1000 * 1000);
  GBytes *bytes;
  guint32 noise = 1;

  g_string_append (body, "<w:tbl>");
  for (guint i = 0; i < 10 * 1000 * 1000; i++)
    {
      noise = noise * 1664525 + 1013904223;
      if (i % 50 == 0)
        g_string_append (body, i == 0 ? "<w:tr>" : "</w:tr><w:tr>");
      g_string_append (body, "<w:tc w:a='");
      g_string_append_c (body, (char) ('a' + (noise >> 24) % 26));
      g_string_append_c (body, (char) ('a' + (noise >> 16) % 26));
      g_string_append (body, "'/>");
    }
  g_string_append (body, "</w:tr></w:tbl>");
  bytes = lt_test_document_new (body->str, NULL, NULL);
  g_string_free (body, TRUE);
  return bytes;
}

/* Each of two styles is based on the other. */
static GBytes *
make_endless_styles (void)
{
  return lt_test_document_new (
      "<w:tbl><w:tr><w:tc><w:p><w:pPr><w:pStyle w:val='a'/></w:pPr></w:p></w:tc></w:tr></w:tbl>",
      "<w:style w:type='paragraph' w:styleId='a'><w:basedOn w:val='b'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='b'><w:basedOn w:val='a'/></w:style>", NULL);
}

static GBytes *
make_page_of_tables (void)
{
  GString *html = g_string_new ("<html>");

  for (guint i = 0; i < 1000; i++)
    g_string_append (html, "<table><tr><td>");
  return new_bytes (html);
}

static GBytes *
make_page_cells (void)
{
  GString *html = g_string_sized_new (50 * 1000 * 1000);

  g_string_append (html, "<table><tr>");
  for (guint i = 0; i < 10 * 1000 * 1000; i++)
    g_string_append (html, i % 100 == 0 ? "<tr><td>" : "<td>");
  return new_bytes (html);
}

static GBytes *
make_page_spans (void)
{
  GString *html = g_string_new ("<table>");

  for (guint i = 0; i < 100000; i++)
    g_string_append (html, "<tr><td colspan=1000 rowspan=65534>a");
  return new_bytes (html);
}

static GBytes *
make_page_comment (void)
{
  GString *html = g_string_new ("<table><tr><td>");

  for (guint i = 0; i < 1000000; i++)
    g_string_append (html, "<!-- <!-- ");
  return new_bytes (html);
}

static GBytes *
make_text_cells (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 10 * 1000 * 1000; i++)
    g_string_append (text, i % 100 == 99 ? "\na" : "\t");
  return new_bytes (text);
}

static GBytes *
make_text_line (void)
{
  GString *text = g_string_new ("a\tb\n\"");

  g_string_set_size (text, 60 * 1000 * 1000);
  memset (text->str + 5, 'x', text->len - 5);
  text->str[text->len - 1] = '"';
  return new_bytes (text);
}

static GBytes *
make_picture (void)
{
  return g_bytes_new ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
}

static GBytes *
make_rich_text (void)
{
  return new_static ("{\\rtf1\\ansi a}");
}

static GBytes *
make_binary (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 4096; i++)
    g_string_append_c (text, (char) (i * 7919 >> 3));
  return new_bytes (text);
}

static GBytes *
make_open_document (void)
{
  const LtTestPart parts[] = {
    { "mimetype", "application/vnd.oasis.opendocument.text", -1 },
    { "META-INF/manifest.xml", "<manifest/>", -1 },
    { NULL },
  };

  return lt_test_archive_new (parts);
}

static const Hostile files[] = {
  { "empty", make_empty, "is empty" },
  { "noise", make_noise, "damaged or was not copied to its end" },
  { "truncated", make_truncated, "damaged or was not copied to its end" },
  { "bad-checksum", make_bad_checksum, "damaged" },
  { "sealed", make_sealed, "protected by a password" },
  { "old-excel", make_old_excel, "old format of Office" },
  { "locked-entry", make_locked_entry, "protected by a password" },
  { "climbing-name", make_climbing_name, "forbidden or double name" },
  { "climbing-target", make_climbing_target, "neither" },
  { "double-name", make_double_name, "forbidden or double name" },
  { "many-entries", make_many_entries, "more than 10000 parts" },
  { "laughs", make_laughs, "document type" },
  { "external-entity", make_external_entity, "document type" },
  { "external-dtd", make_external_dtd, "document type" },
  { "undeclared-entity", make_undeclared_entity, "damaged" },
  { "bomb", make_bomb, "unpacks to more than 250 times" },
  { "empty-cells", make_empty_cells, "more than 6000000 cells" },
  { "diagonal", make_diagonal, "more than 6000000 cells" },
  { "many-merges", make_many_merges, "more than 6000000 cells" },
  { "long-text", make_long_text, "more than 1024 KB" },
  { "repeated-text", make_repeated_text, "more than 64 MB of words" },
  { "deep", make_deep, "nested more than 200 levels deep" },
  { "document-laughs", make_document_laughs, "document type" },
  { "nested-tables", make_nested_tables, "nested more than 200 levels deep" },
  { "document-cells", make_document_cells, "more than 6000000 cells" },
  { "endless-styles", make_endless_styles, "No table" },
  { "page-of-tables", make_page_of_tables, "nested more than 200 levels deep" },
  { "page-cells", make_page_cells, "more than 6000000 cells" },
  { "page-spans", make_page_spans, "more than" },
  { "page-comment", make_page_comment, "No table" },
  { "text-cells", make_text_cells, "more than 6000000 cells" },
  { "text-line", make_text_line, "more than 1024 KB" },
  { "picture", make_picture, "is a picture" },
  { "rich-text", make_rich_text, "Rich Text Format" },
  { "binary", make_binary, "neither an Excel workbook" },
  { "open-document", make_open_document, "OpenDocument" },
  { "missing-string", make_missing_string, "row 1 of sheet “Sheet1”" },
};

#ifndef __SANITIZE_ADDRESS__
/* Time of this process, not of the wall: other tests run beside it. */
static void
check_cost (const Hostile *hostile)
{
  struct rusage usage;
  double seconds;

  getrusage (RUSAGE_SELF, &usage);
  seconds = (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / G_USEC_PER_SEC;
  if (seconds > SECONDS_MAX || usage.ru_maxrss / 1024 > MEGABYTES_MAX)
    g_error ("%s: refused after %.1f s and %ld MB", hostile->name, seconds, usage.ru_maxrss / 1024);
  g_printerr ("%s: %.1f s, %ld MB\n", hostile->name, seconds, usage.ru_maxrss / 1024);
}
#endif

/* In a process of its own, so that its memory can be told from that of the making. */
static void
read_in_subprocess (const Hostile *hostile)
{
  const char *path = g_getenv ("LT_HOSTILE_FILE");
  g_autoptr (GError) error = NULL;
  g_autoptr (LtReading) reading = lt_reader_read_file (path, NULL, &error);

  g_assert_null (reading);
  g_assert_nonnull (error);
  if (strstr (error->message, hostile->message) == NULL)
    g_error ("%s: “%s” does not say “%s”", hostile->name, error->message, hostile->message);
#ifndef __SANITIZE_ADDRESS__
  check_cost (hostile);
#endif
}

static void
test_refused (gconstpointer data)
{
  const Hostile *hostile = data;
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  if (g_test_subprocess ())
    {
      read_in_subprocess (hostile);
      return;
    }
  bytes = hostile->make ();
  before = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_close (g_file_open_tmp ("lotrinh-XXXXXX", &path, NULL), NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  g_clear_pointer (&bytes, g_bytes_unref);
  g_setenv ("LT_HOSTILE_FILE", path, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  after = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
  g_assert_cmpstr (after, ==, before);
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/hostile-files/", files[i].name, NULL);

      g_test_add_data_func (path, &files[i], test_refused);
    }
  return g_test_run ();
}
