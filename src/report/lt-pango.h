/* SPDX-License-Identifier: MIT */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* The typeface that Nghị định 30/2020/NĐ-CP prescribes, with faces of the same
 * widths behind it for machines that lack it. */
#define LT_FONT_FAMILY "Times New Roman"
#define LT_FONT_FAMILIES LT_FONT_FAMILY ", Liberation Serif, Tinos, serif"
/* For charts, whose small labels read better without serifs; again one width everywhere. */
#define LT_FONT_CHART_FAMILIES "Arial, Liberation Sans, Arimo, sans-serif"

/* A context whose measures do not depend on the device: no hinting, no rounding
 * to pixels, 72 dpi, so one unit is one point on screen, paper and in files.
 * Everything that is measured or drawn uses such a context. */
PangoContext         *lt_pango_context_new      (void);
/* @size in points; @families: a static list. (transfer full) */
PangoFontDescription *lt_pango_font_description_for (const char *families, double size,
                                                     gboolean bold, gboolean italic);
/* In LT_FONT_FAMILIES. (transfer full) */
PangoFontDescription *lt_pango_font_description (double size, gboolean bold, gboolean italic);

G_END_DECLS
