/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *name;
  const char *content;
  gssize length; /* -1: up to the NUL */
} LtTestPart;

/* A zip of these parts, ended by a NULL name. (transfer full) */
GBytes *lt_test_archive_new  (const LtTestPart *parts);

/* A workbook of one sheet, "Sheet1": @rows goes between <sheetData> tags, @behind after them;
 * @strings are the <si> elements and @styles the content of <styleSheet>; any may
 * be NULL. (transfer full) */
GBytes *lt_test_workbook_new (const char *rows, const char *behind, const char *strings,
                              const char *styles);
/* A Word document: @body goes between <w:body> tags, @styles and @numbering are the content of
 * those parts or NULL; the prefix of all elements is w. (transfer full) */
GBytes *lt_test_document_new (const char *body, const char *styles, const char *numbering);

G_END_DECLS
