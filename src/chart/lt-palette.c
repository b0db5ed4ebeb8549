/* SPDX-License-Identifier: MIT */
#include "chart/lt-palette.h"

#include <math.h>

#define RGB(hex)                                                                                   \
  { (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex) & 0xff) / 255.0 }

static const LtPalette palettes[] = {
  [LT_PALETTE_LIGHT] = {
    .nick = "light",
    .ground = RGB (0xffffff),
    .text = RGB (0x1d1d20),
    .dim_text = RGB (0x5a5a62),
    .header_ground = RGB (0xf0f1f3),
    .group_ground = RGB (0xf6f7f9),
    .selected_ground = RGB (0xd6e6fb),
    .hover_ground = RGB (0xebf2fc),
    .line = RGB (0xdfe1e5),
    .strong_line = RGB (0xb4b8bf),
    .weekend = RGB (0xf3f3f5),
    .holiday = RGB (0xfbeedd),
    .today = RGB (0xc01c28),
    .mark = RGB (0x3b3355),
    .summary = RGB (0x4a4a55),
    .baseline = RGB (0x8058b0),
    .bars = {
      [LT_TIMELINESS_NO_DEADLINE] = { RGB (0xececef), RGB (0xcfcfd6), RGB (0x6b6b76), LT_PATTERN_DOTTED_EDGE },
      [LT_TIMELINESS_ON_TRACK] = { RGB (0xd3e5fa), RGB (0x9cc4f2), RGB (0x2463a8), LT_PATTERN_PLAIN },
      [LT_TIMELINESS_DUE_SOON] = { RGB (0xfdeab8), RGB (0xf3c95b), RGB (0x9a6700), LT_PATTERN_RISING },
      [LT_TIMELINESS_OVERDUE] = { RGB (0xfcd9d5), RGB (0xf2a59c), RGB (0xb3261e), LT_PATTERN_CROSSED },
      [LT_TIMELINESS_DONE_ON_TIME] = { RGB (0xbfe6c7), RGB (0xbfe6c7), RGB (0x237a38), LT_PATTERN_BOLD_EDGE },
      [LT_TIMELINESS_DONE_LATE] = { RGB (0xdcebc0), RGB (0xdcebc0), RGB (0x5d7a17), LT_PATTERN_FALLING },
    },
    .nodes = {
      [LT_NODE_LEAD] = { RGB (0xd3e5fa), RGB (0x2463a8) },
      [LT_NODE_COORDINATOR] = { RGB (0xffffff), RGB (0x7d8794) },
      [LT_NODE_GROUP] = { RGB (0xf4f0fa), RGB (0x7a5fa3) },
      [LT_NODE_UNKNOWN] = { RGB (0xfff6e0), RGB (0x9a6700) },
    },
    .arrow = RGB (0x8492a4),
    .arrow_out = RGB (0x1b62b5),
    .arrow_in = RGB (0xa8480f),
    .shade = RGB (0x3b82d0),
  },
  [LT_PALETTE_DARK] = {
    .nick = "dark",
    .ground = RGB (0x1e1e20),
    .text = RGB (0xf4f4f5),
    .dim_text = RGB (0xb6b6bd),
    .header_ground = RGB (0x2b2b2f),
    .group_ground = RGB (0x252528),
    .selected_ground = RGB (0x24405f),
    .hover_ground = RGB (0x27323f),
    .line = RGB (0x37373c),
    .strong_line = RGB (0x5b5b63),
    .weekend = RGB (0x242427),
    .holiday = RGB (0x35291b),
    .today = RGB (0xff7b72),
    .mark = RGB (0xd8cff5),
    .summary = RGB (0xb9b9c4),
    .baseline = RGB (0xb99ce6),
    .bars = {
      [LT_TIMELINESS_NO_DEADLINE] = { RGB (0x37373d), RGB (0x4b4b53), RGB (0x9a9aa6), LT_PATTERN_DOTTED_EDGE },
      [LT_TIMELINESS_ON_TRACK] = { RGB (0x1d3c60), RGB (0x2a5588), RGB (0x78b0ee), LT_PATTERN_PLAIN },
      [LT_TIMELINESS_DUE_SOON] = { RGB (0x4d3b0d), RGB (0x6b5212), RGB (0xe6bb4b), LT_PATTERN_RISING },
      [LT_TIMELINESS_OVERDUE] = { RGB (0x5c211d), RGB (0x7d2f29), RGB (0xff8f85), LT_PATTERN_CROSSED },
      [LT_TIMELINESS_DONE_ON_TIME] = { RGB (0x1c4a29), RGB (0x1c4a29), RGB (0x6fcb86), LT_PATTERN_BOLD_EDGE },
      [LT_TIMELINESS_DONE_LATE] = { RGB (0x3a4519), RGB (0x3a4519), RGB (0xb4cd6b), LT_PATTERN_FALLING },
    },
    .nodes = {
      [LT_NODE_LEAD] = { RGB (0x1d3c60), RGB (0x78b0ee) },
      [LT_NODE_COORDINATOR] = { RGB (0x2b2b2f), RGB (0x8f98a5) },
      [LT_NODE_GROUP] = { RGB (0x322a40), RGB (0xb79fe0) },
      [LT_NODE_UNKNOWN] = { RGB (0x3d3112), RGB (0xe6bb4b) },
    },
    .arrow = RGB (0x66727f),
    .arrow_out = RGB (0x7ab5f5),
    .arrow_in = RGB (0xf0a070),
    .shade = RGB (0x2f6db5),
  },
  [LT_PALETTE_MONO] = {
    .nick = "mono",
    .ground = RGB (0xffffff),
    .text = RGB (0x000000),
    .dim_text = RGB (0x404040),
    .header_ground = RGB (0xf0f0f0),
    .group_ground = RGB (0xf7f7f7),
    .selected_ground = RGB (0xe4e4e4),
    .hover_ground = RGB (0xf0f0f0),
    .line = RGB (0xd8d8d8),
    .strong_line = RGB (0xa0a0a0),
    .weekend = RGB (0xf2f2f2),
    .holiday = RGB (0xe6e6e6),
    .today = RGB (0x000000),
    .mark = RGB (0x000000),
    .summary = RGB (0x303030),
    .baseline = RGB (0x6a6a6a),
    .bars = {
      [LT_TIMELINESS_NO_DEADLINE] = { RGB (0xffffff), RGB (0xe2e2e2), RGB (0x505050), LT_PATTERN_DOTTED_EDGE },
      [LT_TIMELINESS_ON_TRACK] = { RGB (0xffffff), RGB (0xdcdcdc), RGB (0x000000), LT_PATTERN_PLAIN },
      [LT_TIMELINESS_DUE_SOON] = { RGB (0xffffff), RGB (0xdcdcdc), RGB (0x000000), LT_PATTERN_RISING },
      [LT_TIMELINESS_OVERDUE] = { RGB (0xffffff), RGB (0xdcdcdc), RGB (0x000000), LT_PATTERN_CROSSED },
      [LT_TIMELINESS_DONE_ON_TIME] = { RGB (0xbdbdbd), RGB (0xbdbdbd), RGB (0x000000), LT_PATTERN_BOLD_EDGE },
      [LT_TIMELINESS_DONE_LATE] = { RGB (0xd4d4d4), RGB (0xd4d4d4), RGB (0x000000), LT_PATTERN_FALLING },
    },
    .nodes = {
      [LT_NODE_LEAD] = { RGB (0xe2e2e2), RGB (0x000000) },
      [LT_NODE_COORDINATOR] = { RGB (0xffffff), RGB (0x000000) },
      [LT_NODE_GROUP] = { RGB (0xffffff), RGB (0x505050) },
      [LT_NODE_UNKNOWN] = { RGB (0xffffff), RGB (0x505050) },
    },
    .arrow = RGB (0x8a8a8a),
    .arrow_out = RGB (0x000000),
    .arrow_in = RGB (0x000000),
    .shade = RGB (0x8c8c8c),
  },
};

const LtPalette *
lt_palette_get (LtPaletteKind kind)
{
  return &palettes[kind];
}

void
lt_color_set (const LtColor *self, cairo_t *cr)
{
  cairo_set_source_rgb (cr, self->red, self->green, self->blue);
}

LtColor
lt_color_mix (const LtColor *self, const LtColor *other, double share)
{
  return (LtColor) { self->red + (other->red - self->red) * share,
                     self->green + (other->green - self->green) * share,
                     self->blue + (other->blue - self->blue) * share };
}

static double
get_linear (double value)
{
  return value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const LtColor *self)
{
  return 0.2126 * get_linear (self->red) + 0.7152 * get_linear (self->green)
         + 0.0722 * get_linear (self->blue);
}

double
lt_color_get_contrast (const LtColor *self, const LtColor *other)
{
  double first = get_luminance (self) + 0.05;
  double second = get_luminance (other) + 0.05;

  return MAX (first, second) / MIN (first, second);
}
