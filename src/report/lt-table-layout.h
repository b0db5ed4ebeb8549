/* SPDX-License-Identifier: MIT */
#pragma once

#include "report/lt-table.h"

G_BEGIN_DECLS

/* Where a table's cells come to lie: widths, row heights and page breaks, in
 * points. Both the workbook and the pages take them from here, so the two
 * agree. Immutable.
 *
 * A layout row is a row of a sheet: mostly one row of the table; a row of the
 * table that is taller than a sheet allows, or than a page, becomes several. */
typedef struct _LtTableLayout LtTableLayout;

/* Excel's limit. */
#define LT_LAYOUT_ROW_MAX 409.0

typedef struct {
  guint table_row;
  guint page;
  double top; /* from the top margin; the repeated header stands above it */
  double height;
} LtLayoutRow;

typedef enum {
  LT_LAYOUT_CELL_OPEN_ABOVE = 1 << 0,
  LT_LAYOUT_CELL_OPEN_BELOW = 1 << 1,
  /* Goes over a page break, and its words fit on the part before the break. */
  LT_LAYOUT_CELL_CROSSES = 1 << 2,
} LtLayoutCellFlags;

/* A cell, or the part of one that stands on one page where its text had to be
 * divided between pages. */
typedef struct {
  guint table_row;
  guint column;
  guint n_columns;
  guint first_row; /* a layout row */
  guint n_rows;
  gsize start; /* the bytes of the cell's text that stand here */
  gsize length;
  LtLayoutCellFlags flags;
} LtLayoutCell;

LtTableLayout      *lt_table_layout_new              (LtTable *table);
void                lt_table_layout_free             (LtTableLayout *self);

LtTable            *lt_table_layout_get_table        (LtTableLayout *self);
guint               lt_table_layout_get_n_pages      (LtTableLayout *self);
guint               lt_table_layout_get_n_rows       (LtTableLayout *self);
const LtLayoutRow  *lt_table_layout_get_row          (LtTableLayout *self, guint row);
guint               lt_table_layout_get_n_cells      (LtTableLayout *self);
/* Ordered by their first row. */
const LtLayoutCell *lt_table_layout_get_cell         (LtTableLayout *self, guint cell);
/* The layout rows of a page, header not counted where it is repeated. */
void                lt_table_layout_get_page_rows    (LtTableLayout *self, guint page,
                                                      guint *first, guint *n_rows);
/* The cells that stand on a page or reach into it.
 * (transfer full) (element-type guint) */
GArray             *lt_table_layout_list_page_cells  (LtTableLayout *self, guint page);

/* Whole pixels of 1/96 inch, which is what Excel's widths are made of. */
guint               lt_table_layout_get_column_pixels (LtTableLayout *self, guint column);
/* Left edge from the left margin; for the number of columns, the table's right edge. */
double              lt_table_layout_get_column_left  (LtTableLayout *self, guint column);
/* What the words of a row of the table need, with no regard to spans and pages. */
double              lt_table_layout_get_row_need     (LtTableLayout *self, guint table_row);
/* Of the header as it is repeated; 0 if it is not. */
double              lt_table_layout_get_header_height (LtTableLayout *self);
/* From line to line in cells of that style. */
double              lt_table_layout_get_pitch        (LtTableLayout *self,
                                                      const LtCellStyle *style);
/* The width within which the lines of a cell were counted. */
double              lt_table_layout_get_text_width   (LtTableLayout *self, guint column,
                                                      guint n_columns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtTableLayout, lt_table_layout_free)

G_END_DECLS
