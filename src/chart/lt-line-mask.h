/* SPDX-License-Identifier: MIT */
#pragma once

#include <cairo.h>

#include "chart/lt-rect.h"

G_BEGIN_DECLS

/* Thousands of lines of one colour at once, for screens: cairo takes 50 µs for each long line, this
 * a twentieth of it. Lines are smoothed by how much of a pixel they cover; where they cross they
 * are no darker. Only for targets whose pixels are known. */
typedef struct _LtLineMask LtLineMask;

/* @clip: what is seen, in points; its corner must lie on a pixel. @resolution: pixels to a point.
 * NULL if that makes no image. */
LtLineMask *lt_line_mask_new          (const LtRect *clip, double resolution);
void        lt_line_mask_free         (LtLineMask *self);
/* From point to point, @width wide; all in points. */
void        lt_line_mask_add_line     (LtLineMask *self, double x1, double y1, double x2, double y2, double width);
void        lt_line_mask_add_triangle (LtLineMask *self, const double *x, const double *y);
/* In the current source of @cr, whose units are points. */
void        lt_line_mask_draw         (LtLineMask *self, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtLineMask, lt_line_mask_free)

G_END_DECLS
