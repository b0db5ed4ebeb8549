/* SPDX-License-Identifier: MIT */
#include "report/lt-pango.h"

#include <pango/pangocairo.h>

PangoContext *
lt_pango_context_new (void)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  /* Fixes digit shapes and the choice between Han variants. */
  pango_context_set_language (context, pango_language_from_string ("vi"));
  return context;
}

PangoFontDescription *
lt_pango_font_description_for (const char *families, double size, gboolean bold, gboolean italic)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, families);
  pango_font_description_set_size (description, pango_units_from_double (size));
  pango_font_description_set_weight (description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (description, italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  return description;
}

PangoFontDescription *
lt_pango_font_description (double size, gboolean bold, gboolean italic)
{
  return lt_pango_font_description_for (LT_FONT_FAMILIES, size, bold, italic);
}
