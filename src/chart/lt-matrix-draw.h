/* SPDX-License-Identifier: MIT */
#pragma once

#include <cairo.h>

#include "chart/lt-matrix.h"

G_BEGIN_DECLS

typedef struct {
  const LtPalette *palette; /* NULL for LT_PALETTE_LIGHT */
  int picked_row;    /* -1 for none: row and column are lit up to where they meet */
  int picked_column;
} LtMatrixLook;

#define LT_MATRIX_LOOK_INIT { NULL, -1, -1 }

/* Draws what of a part lies in @clip, both in the part's own points, its origin at that of @cr. */
void lt_matrix_draw        (LtMatrix *self, LtMatrixPart part, const LtMatrixLook *look, LtChartText *text,
                            cairo_t *cr, const LtRect *clip);
/* The ground of a cell with @count of @most. */
LtColor lt_matrix_get_shade (const LtPalette *palette, guint count, guint most);

G_END_DECLS
