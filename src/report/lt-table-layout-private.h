/* SPDX-License-Identifier: MIT */
#pragma once

#include "report/lt-table-layout.h"
#include "report/lt-text-measure.h"

G_BEGIN_DECLS

/* Room above and below the lines of a cell together. */
#define LT_LAYOUT_CELL_PADDING 4.5

struct _LtTableLayout {
  LtTable *table;
  LtTextMeasure *measure;
  guint n_columns;
  guint *pixels;     /* by column */
  double *lefts;     /* by column, and one more */
  float *needs;      /* by cell: the height of its words; 0 for covered cells */
  double *row_needs; /* by table row */
  double *heights;   /* by table row; paging takes away what it has placed */
  double header_height;
  GArray *rows;      /* (element-type LtLayoutRow) */
  GArray *cells;     /* (element-type LtLayoutCell) */
  GArray *page_rows; /* (element-type guint): the first row of each page, and the end */
  GArray *crossings; /* (element-type LtCrossing), by page */
  guint *first_rows; /* by table row, and one more: its first layout row */
  GHashTable *flows; /* cells whose text is divided between pages */
};

typedef struct {
  guint page;
  guint cell;
} LtCrossing;

/* Excel's rows are whole pixels high. */
double      _lt_layout_round_up    (double height);
double      _lt_layout_round_down  (double height);
/* Lets rows grow, each by its share, until together they are @need high. */
void        _lt_layout_stretch_rows (LtTableLayout *self, guint row, guint n_rows, double need);
LtTypeface *_lt_layout_get_face    (LtTableLayout *self, guint row, guint column);
gpointer    _lt_layout_cell_key    (LtTableLayout *self, guint row, guint column);
/* How many lines of a cell fit in @height. */
guint       _lt_layout_fit_lines   (LtTypeface *face, double height);

/* Fills rows, page_rows, first_rows and flows. */
void        _lt_layout_break_pages (LtTableLayout *self, double page_height);
/* Fills cells and crossings. */
void        _lt_layout_place_cells (LtTableLayout *self);

G_END_DECLS
