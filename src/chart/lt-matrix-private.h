/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-matrix.h"

G_BEGIN_DECLS

struct _LtMatrix
{
  gatomicrefcount ref_count;
  GArray *rows;    /* (element-type LtMatrixSide) */
  GArray *columns;
  GArray *cells;   /* (element-type LtMatrixCell), along the rows */
  guint *starts;   /* of the cells of each row, and the end */
  guint sum;
  guint most;      /* in one cell */
  double labels_width;
  double header_height;
  double rows_height;   /* without totals */
  double columns_width;
};

#define MATRIX_PADDING 4.0
#define MATRIX_TOTAL_WIDTH 36.0
#define MATRIX_TOTAL_HEIGHT 18.0

static inline LtMatrixSide *
_lt_matrix_get_side (GArray *sides, guint index)
{
  return &g_array_index (sides, LtMatrixSide, index);
}

static inline LtChartFace
_lt_matrix_get_face (const LtMatrixSide *side)
{
  return side->group ? LT_CHART_FACE_ITALIC : LT_CHART_FACE_BODY;
}

G_END_DECLS
