/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-xml.h"

G_BEGIN_DECLS

/* What stands on the pages of a PDF. All lengths are points, counted from the top left. */
typedef struct {
  double left, top, right, bottom;
  const char *text;
} LtPdfWord;

/* A line of a table, or an edge of one of its cells. */
typedef struct {
  double at;       /* from the top if it lies, from the left if it stands */
  double from, to;
} LtPdfRule;

typedef struct {
  double width, height;
  GArray *words;    /* (element-type LtPdfWord) */
  GArray *lying;    /* (element-type LtPdfRule) */
  GArray *standing; /* (element-type LtPdfRule) */
} LtPdfPage;

typedef struct {
  GPtrArray *pages; /* (element-type LtPdfPage) */
  GStringChunk *texts;
} LtPdfPages;

LtPdfPages *lt_pdf_pages_new        (void);
void        lt_pdf_pages_free       (LtPdfPages *self);

/* Takes in what "pdftotext -bbox-layout" wrote. */
gboolean    lt_pdf_pages_read_words (LtPdfPages *self, GBytes *output, LtBudget *budget,
                                     GError **error);
/* Takes in the straight lines of what "pdftocairo -svg" wrote: the rules of tables. Pages
 * beyond those that have words are left out. */
gboolean    lt_pdf_pages_read_rules (LtPdfPages *self, GBytes *output, LtBudget *budget,
                                     GError **error);

/* By lines from the top, in each line from the left. @words: (element-type LtPdfWord) */
void        lt_pdf_sort_words       (GArray *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtPdfPages, lt_pdf_pages_free)

G_END_DECLS
