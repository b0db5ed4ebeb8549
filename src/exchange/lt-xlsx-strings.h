/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-xml.h"

G_BEGIN_DECLS

/* The texts that the cells of a workbook share. */
typedef struct _LtXlsxStrings LtXlsxStrings;

/* @part may be NULL: then there are none. */
LtXlsxStrings *lt_xlsx_strings_read    (LtArchive *archive, const char *part, LtBudget *budget,
                                        GError **error);
void           lt_xlsx_strings_free    (LtXlsxStrings *self);
guint          lt_xlsx_strings_get_n   (LtXlsxStrings *self);
/* @bold: (out) all of it is set in bold within the text. Borrowed. */
const char    *lt_xlsx_strings_get     (LtXlsxStrings *self, guint index, gboolean *bold);

/* "_x000D_" stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). Works
 * in place; invalid ones are left out. */
void           lt_xlsx_unescape        (GString *text);

/* A text that comes in runs (of a shared or an inline string), some set in bold. */
typedef struct {
  GString *text;
  gboolean in_text;
  gboolean in_phonetic; /* reading aids of East Asian texts */
  gboolean run_bold;
  gboolean any_plain;
  gboolean any_bold;
} LtXlsxRuns;

void           lt_xlsx_runs_start      (LtXlsxRuns *self, const LtXmlElement *element);
void           lt_xlsx_runs_end        (LtXlsxRuns *self, const LtXmlElement *element);
void           lt_xlsx_runs_text       (LtXlsxRuns *self, LtXmlParser *parser, const char *text,
                                        gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtXlsxStrings, lt_xlsx_strings_free)

G_END_DECLS
