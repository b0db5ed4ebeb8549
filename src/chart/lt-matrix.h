/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-chart-text.h"
#include "chart/lt-palette.h"
#include "chart/lt-rect.h"
#include "plan/lt-coordination-graph.h"

G_BEGIN_DECLS

/* Leads against coordinators, in points: a row for each agency that leads with
 * others, a column for each that coordinates, in each cell how many rows of the plan they have in
 * common. It keeps words and numbers alone; immutable, for any thread. */
typedef struct _LtMatrix LtMatrix;

typedef enum {
  LT_MATRIX_BY_LOAD, /* the largest total first */
  LT_MATRIX_BY_NAME,
} LtMatrixOrder;

#define LT_MATRIX_NAME_LINES 3

/* A row or a column. */
typedef struct {
  guint node;     /* of the graph */
  char *name;
  gboolean group; /* or a phrase that the registry does not know */
  guint total;
  double start;   /* in the body */
  double size;
  LtTextLine lines[LT_MATRIX_NAME_LINES];
  guint n_lines;
} LtMatrixSide;

typedef struct {
  guint row;
  guint column;
  guint arrow; /* of the graph */
  guint count;
} LtMatrixCell;

/* The corner has the titles of both sides; the body ends with the totals. */
typedef enum {
  LT_MATRIX_PART_CORNER,
  LT_MATRIX_PART_HEADER, /* names of the coordinators, upright */
  LT_MATRIX_PART_LABELS, /* names of the leads */
  LT_MATRIX_PART_BODY,
} LtMatrixPart;

/* @text: borrowed for this call. */
LtMatrix           *lt_matrix_new             (LtCoordinationGraph *graph, LtMatrixOrder order, LtChartText *text);
LtMatrix           *lt_matrix_ref             (LtMatrix *self);
void                lt_matrix_unref           (LtMatrix *self);

guint               lt_matrix_get_n_rows      (LtMatrix *self);
const LtMatrixSide *lt_matrix_get_row         (LtMatrix *self, guint index);
guint               lt_matrix_get_n_columns   (LtMatrix *self);
const LtMatrixSide *lt_matrix_get_column      (LtMatrix *self, guint index);
/* The cells that are not empty, along the rows. */
guint               lt_matrix_get_n_cells     (LtMatrix *self);
const LtMatrixCell *lt_matrix_get_cell        (LtMatrix *self, guint index);
/* -1 if the cell is empty. */
int                 lt_matrix_find_cell       (LtMatrix *self, guint row, guint column);
guint               lt_matrix_get_sum         (LtMatrix *self);
guint               lt_matrix_get_most        (LtMatrix *self);

double              lt_matrix_get_labels_width (LtMatrix *self);
double              lt_matrix_get_header_height (LtMatrix *self);
/* With the totals. */
double              lt_matrix_get_body_width  (LtMatrix *self);
double              lt_matrix_get_body_height (LtMatrix *self);
/* Where a place of the body lies; @row or @column equal to their number for the totals, -1
 * outside. */
void                lt_matrix_find_at         (LtMatrix *self, double x, double y, int *row, int *column);
/* (transfer full) */
char               *lt_matrix_dup_cell_text   (LtMatrix *self, guint cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtMatrix, lt_matrix_unref)

G_END_DECLS
