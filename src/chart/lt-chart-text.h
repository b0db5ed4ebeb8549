/* SPDX-License-Identifier: MIT */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* The text of drawings: measured by sums of advances, so that a hundred thousand
 * labels are no burden, and shaped by Pango only where it is drawn. What was
 * shaped is kept for a while, since frames show mostly the same words. Not for
 * use in several threads at once. */
typedef struct _LtChartText LtChartText;

typedef enum {
  LT_CHART_FACE_BODY, /* everything inside a chart is of this size */
  LT_CHART_FACE_BOLD,
  LT_CHART_FACE_ITALIC,
  LT_CHART_FACE_TITLE, /* of a page */
  LT_CHART_FACE_NOTE,  /* below or above a chart on paper */
  LT_CHART_N_FACES,
} LtChartFace;

/* Points of BODY, BOLD and ITALIC. */
#define LT_CHART_TEXT_SIZE 9.0
/* From line to line of these. */
#define LT_CHART_LINE_HEIGHT 11.0

/* One line of a text that was broken into lines. */
typedef struct {
  guint start; /* bytes */
  guint length;
  gboolean cut; /* an ellipsis stands behind it */
} LtTextLine;

LtChartText *lt_chart_text_new         (void);
void         lt_chart_text_free        (LtChartText *self);

double       lt_chart_text_get_size    (LtChartFace face);
double       lt_chart_text_get_width   (LtChartText *self, LtChartFace face, const char *text,
                                        gssize length);
/* At most @max_lines (0: any number); appends to @lines (element-type LtTextLine), if
 * given. The last line is cut where there are more. Returns how many lines there are. */
guint        lt_chart_text_wrap        (LtChartText *self, LtChartFace face, const char *text,
                                        double width, guint max_lines, GArray *lines);
/* Draws in the current source. @x: left end, @middle: halfway between the foot and
 * the head of capital letters, which is where the middle of a bar beside it is. */
void         lt_chart_text_draw        (LtChartText *self, cairo_t *cr, LtChartFace face,
                                        const char *text, gssize length, gboolean cut, double x,
                                        double middle);
/* Draws on one line, cut to fit in @width. */
void         lt_chart_text_draw_in     (LtChartText *self, cairo_t *cr, LtChartFace face,
                                        const char *text, double x, double middle, double width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtChartText, lt_chart_text_free)

G_END_DECLS
