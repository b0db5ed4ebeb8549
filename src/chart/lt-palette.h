/* SPDX-License-Identifier: MIT */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "plan/lt-status.h"

G_BEGIN_DECLS

/* Colours of the charts. Timeliness is told three times over: by colour, by
 * pattern, and by a word, so that nobody depends on one of them. */

typedef struct {
  double red;
  double green;
  double blue;
} LtColor;

typedef enum {
  LT_PATTERN_PLAIN,
  LT_PATTERN_RISING, /* thin lines, like slashes */
  LT_PATTERN_CROSSED,
  LT_PATTERN_FALLING,
  LT_PATTERN_DOTTED_EDGE, /* no lines, but an edge in dashes */
  LT_PATTERN_BOLD_EDGE,
} LtPattern;

typedef struct {
  LtColor fill;
  LtColor done; /* the part that is said to be done */
  LtColor edge; /* and the lines of the pattern */
  LtPattern pattern;
} LtBarStyle;

/* Of an agency in the network. */
typedef struct {
  LtColor fill;
  LtColor edge;
} LtNodeStyle;

typedef enum {
  LT_NODE_LEAD,
  LT_NODE_COORDINATOR, /* leads nothing */
  LT_NODE_GROUP,       /* "các đơn vị có liên quan" */
  LT_NODE_UNKNOWN,     /* none of the registry */
  LT_N_NODE_KINDS,
} LtNodeKind;

typedef struct {
  const char *nick;
  LtColor ground;
  LtColor text;
  LtColor dim_text;
  LtColor header_ground;
  LtColor group_ground; /* rows of initiatives */
  LtColor selected_ground;
  LtColor hover_ground;
  LtColor line;       /* between rows, and along the lower tier */
  LtColor strong_line; /* along the upper tier */
  LtColor weekend;
  LtColor holiday;
  LtColor today;
  LtColor mark;
  LtColor summary;
  LtColor baseline;
  LtBarStyle bars[LT_TIMELINESS_DONE_LATE + 1];
  LtNodeStyle nodes[LT_N_NODE_KINDS];
  LtColor arrow;
  LtColor arrow_out; /* leads away from what was picked */
  LtColor arrow_in;
  LtColor shade;     /* of the fullest cell of a matrix */
} LtPalette;

typedef enum {
  LT_PALETTE_LIGHT,
  LT_PALETTE_DARK,
  LT_PALETTE_MONO, /* for printers without colours; on white */
} LtPaletteKind;

/* Static. */
const LtPalette *lt_palette_get          (LtPaletteKind kind);
void             lt_color_set            (const LtColor *self, cairo_t *cr);
/* @share of @other, the rest of @self. */
LtColor          lt_color_mix            (const LtColor *self, const LtColor *other, double share);
/* WCAG 2: from 1 to 21. */
double           lt_color_get_contrast   (const LtColor *self, const LtColor *other);

G_END_DECLS
