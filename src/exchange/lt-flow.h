/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-legacy-text.h"
#include "exchange/lt-reading.h"
#include "exchange/lt-xml.h"

G_BEGIN_DECLS

/* Running text with tables in it, as a Word document or a web page tells it from its
 * beginning to its end; becomes the tables of a reading. A paragraph of a cell is a line of
 * its text. A table in a cell is words of that cell, a line for each of its rows; where the
 * outer table only frames it, it is a table of its own besides, below the words that stand before it
 * in the cell. What goes wrong fails the parser. */
typedef struct _LtFlow LtFlow;

typedef struct {
  gboolean bold;
  gboolean capitals; /* small letters are shown as capitals */
  LtLegacy legacy;
} LtFlowLook;

typedef enum {
  LT_FLOW_CELL,       /* a cell of its own */
  LT_FLOW_CELL_MERGE, /* the first of cells that stand below each other */
  LT_FLOW_CELL_BELOW, /* belongs to the cell above it; not seen */
  LT_FLOW_CELL_BESIDE, /* belongs to the cell before it; not seen */
} LtFlowCell;

/* Both are borrowed. */
LtFlow  *lt_flow_new           (LtReading *reading, LtBudget *budget);
void     lt_flow_free          (LtFlow *self);

void     lt_flow_add_text      (LtFlow *self, LtXmlParser *parser, const char *text, gsize length,
                                const LtFlowLook *look);
/* Ends the paragraph at work; an empty one leaves nothing behind. */
void     lt_flow_end_paragraph (LtFlow *self, LtXmlParser *parser);

void     lt_flow_begin_table   (LtFlow *self, LtXmlParser *parser);
/* The next column's width, before the first row; any unit. */
void     lt_flow_add_column    (LtFlow *self, LtXmlParser *parser, double width);
/* @header: the row is repeated on every page. That counts for the first rows only. */
void     lt_flow_begin_row     (LtFlow *self, LtXmlParser *parser, gboolean header);
/* Leaves so many columns empty. */
void     lt_flow_skip_columns  (LtFlow *self, LtXmlParser *parser, gint64 n);
/* The next free place of the row. @n_rows: that many at most; 0 for all that follow. */
void     lt_flow_begin_cell    (LtFlow *self, LtXmlParser *parser, LtFlowCell kind,
                                gint64 n_columns, gint64 n_rows);
void     lt_flow_end_cell      (LtFlow *self, LtXmlParser *parser);
void     lt_flow_end_row       (LtFlow *self, LtXmlParser *parser);
void     lt_flow_end_table     (LtFlow *self, LtXmlParser *parser);

/* Adds what is left to the reading. */
gboolean lt_flow_finish        (LtFlow *self, GError **error);

/* How deep in tables the text at work stands. */
guint    lt_flow_get_depth     (LtFlow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtFlow, lt_flow_free)

G_END_DECLS
