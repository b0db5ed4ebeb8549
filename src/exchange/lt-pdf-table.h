/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-pdf-page.h"

G_BEGIN_DECLS

/* A table as it stands on one page. */
typedef struct {
  guint row, column;
  guint n_rows, n_columns;
  GArray *words; /* (element-type LtPdfWord), sorted; NULL if there are none */
} LtPdfCell;

typedef struct {
  GArray *columns; /* (element-type double): where they begin, and where the last one ends */
  GArray *rows;    /* (element-type double), likewise */
  GArray *cells;   /* (element-type LtPdfCell), by rows */
  GArray *fills;   /* (element-type double), by columns: their widest lines; empty where edges say it */
} LtPdfTable;

LtPdfTable *lt_pdf_table_new         (void);
void        lt_pdf_table_free        (LtPdfTable *self);
/* Gives a word to the cell that it stands in; FALSE if it stands outside of the table. */
gboolean    lt_pdf_table_take_word   (LtPdfTable *self, const guint *owners, const LtPdfWord *word);

/* Sorts (element-type double) @edges and keeps one of those that lie within @same points. */
void        lt_pdf_merge_edges       (GArray *edges, double same);

/* The tables that are drawn with lines around their cells, from the top. The words that
 * stand in none of them go to @rest, sorted.
 * Returns: (transfer full) (element-type LtPdfTable) */
GPtrArray  *lt_pdf_find_ruled_tables (const LtPdfPage *page, GArray *rest);

/* Where nothing is drawn: columns are where no word stands on any page of the table, rows begin
 * where the first column has words, or where the gaps between lines are wider than others. One
 * table for each page, NULL for pages without; @rests likewise gets the words outside.
 * Returns: (transfer full) (element-type LtPdfTable) */
GPtrArray  *lt_pdf_find_bare_tables  (LtPdfPages *pages, GPtrArray *rests);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtPdfTable, lt_pdf_table_free)

G_END_DECLS
