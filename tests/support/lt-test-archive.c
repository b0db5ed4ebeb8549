/* SPDX-License-Identifier: MIT */
#include "support/lt-test-archive.h"

#include <string.h>
#include <zip.h>

#define SMALL_BYTES 2048
#define LARGE_BYTES (100 * 1024 * 1024)

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

static void
add_part (zip_t *zip, const LtTestPart *part)
{
  gsize length = part->length < 0 ? strlen (part->content) : (gsize) part->length;
  zip_source_t *source = zip_source_buffer (zip, part->content, length, 0);
  zip_int64_t index = zip_file_add (zip, part->name, source, ZIP_FL_ENC_UTF_8);

  g_assert_cmpint (index, >=, 0);
  /* The best compression of very large parts would take minutes; small ones, of which
   * fuzzing makes millions, are not worth the time either. */
  zip_set_file_compression (zip, (zip_uint64_t) index,
                            length < SMALL_BYTES ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                            length > LARGE_BYTES ? 1 : 9);
}

GBytes *
lt_test_archive_new (const LtTestPart *parts)
{
  zip_source_t *target = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t *zip = zip_open_from_source (target, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  zip_stat_t stat;
  char *data;

  g_assert_nonnull (zip);
  zip_source_keep (target);
  for (; parts->name != NULL; parts++)
    add_part (zip, parts);
  g_assert_cmpint (zip_close (zip), ==, 0);

  g_assert_cmpint (zip_source_open (target), ==, 0);
  g_assert_cmpint (zip_source_stat (target, &stat), ==, 0);
  data = g_malloc (stat.size);
  g_assert_cmpint (zip_source_read (target, data, stat.size), ==, (zip_int64_t) stat.size);
  zip_source_close (target);
  zip_source_free (target);
  return g_bytes_new_take (data, stat.size);
}

GBytes *
lt_test_workbook_new (const char *rows, const char *behind, const char *strings, const char *styles)
{
  g_autofree char *sheet
      = g_strdup_printf ("<worksheet xmlns='" MAIN "'><sheetData>%s</sheetData>%s</worksheet>", rows,
                         behind != NULL ? behind : "");
  g_autofree char *shared = g_strdup_printf ("<sst xmlns='" MAIN "'>%s</sst>",
                                             strings != NULL ? strings : "");
  g_autofree char *looks = g_strdup_printf ("<styleSheet xmlns='" MAIN "'>%s</styleSheet>",
                                            styles != NULL ? styles : "");
  const LtTestPart parts[] = {
    { "_rels/.rels",
      "<Relationships xmlns='" PACKAGE "'><Relationship Id='r1' Type='" OFFICE
      "/officeDocument' Target='xl/workbook.xml'/></Relationships>", -1 },
    { "xl/workbook.xml",
      "<workbook xmlns='" MAIN "' xmlns:r='" OFFICE "'><sheets>"
      "<sheet name='Sheet1' sheetId='1' r:id='r1'/></sheets></workbook>", -1 },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns='" PACKAGE "'>"
      "<Relationship Id='r1' Type='" OFFICE "/worksheet' Target='worksheets/sheet1.xml'/>"
      "<Relationship Id='r2' Type='" OFFICE "/sharedStrings' Target='sharedStrings.xml'/>"
      "<Relationship Id='r3' Type='" OFFICE "/styles' Target='/xl/styles.xml'/>"
      "</Relationships>", -1 },
    { "xl/worksheets/sheet1.xml", sheet, -1 },
    { "xl/sharedStrings.xml", shared, -1 },
    { "xl/styles.xml", looks, -1 },
    { NULL },
  };

  return lt_test_archive_new (parts);
}

GBytes *
lt_test_document_new (const char *body, const char *styles, const char *numbering)
{
  g_autofree char *document = g_strdup_printf (
      "<w:document xmlns:w='" WORD "' xmlns:mc='urn:mc' xmlns:v='urn:v'><w:body>%s</w:body></w:document>",
      body);
  g_autofree char *looks = g_strdup_printf ("<w:styles xmlns:w='" WORD "'>%s</w:styles>",
                                            styles != NULL ? styles : "");
  g_autofree char *lists = g_strdup_printf ("<w:numbering xmlns:w='" WORD "'>%s</w:numbering>",
                                            numbering != NULL ? numbering : "");
  const LtTestPart parts[] = {
    { "[Content_Types].xml",
      "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
      "<Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-"
      "officedocument.wordprocessingml.document.main+xml'/></Types>", -1 },
    { "_rels/.rels",
      "<Relationships xmlns='" PACKAGE "'><Relationship Id='r1' Type='" OFFICE
      "/officeDocument' Target='word/document.xml'/></Relationships>", -1 },
    { "word/_rels/document.xml.rels",
      "<Relationships xmlns='" PACKAGE "'>"
      "<Relationship Id='r1' Type='" OFFICE "/styles' Target='styles.xml'/>"
      "<Relationship Id='r2' Type='" OFFICE "/numbering' Target='numbering.xml'/>"
      "</Relationships>", -1 },
    { "word/document.xml", document, -1 },
    { "word/styles.xml", looks, -1 },
    { "word/numbering.xml", lists, -1 },
    { NULL },
  };

  return lt_test_archive_new (parts);
}
