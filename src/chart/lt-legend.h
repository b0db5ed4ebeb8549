/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-chart-text.h"
#include "chart/lt-palette.h"

G_BEGIN_DECLS

/* What the signs of a drawing mean: signs and words in lines as wide as the page. */
typedef struct _LtLegend LtLegend;

#define LT_LEGEND_SIGN_WIDTH 22.0

/* Draws a sign from @x to @x + LT_LEGEND_SIGN_WIDTH, around @middle. */
typedef void (*LtLegendSign) (cairo_t *cr, const LtPalette *palette, guint sign, double x, double middle);

/* @text, @palette: borrowed. */
LtLegend *lt_legend_new        (LtChartText *text, const LtPalette *palette, double width, LtLegendSign draw_sign);
void      lt_legend_free       (LtLegend *self);
void      lt_legend_add        (LtLegend *self, guint sign, const char *words);
/* A sign of which only the middle is drawn, @sign_width points of it. */
void      lt_legend_add_narrow (LtLegend *self, guint sign, double sign_width, const char *words);
double    lt_legend_get_height (LtLegend *self);
/* With its top left corner at the origin. */
void      lt_legend_draw       (LtLegend *self, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtLegend, lt_legend_free)

G_END_DECLS
