/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LT_CHART_ERROR (lt_chart_error_quark ())
GQuark lt_chart_error_quark (void);

typedef enum {
  LT_CHART_ERROR_HOLIDAY, /* a line of the holiday table that names no days */
  LT_CHART_ERROR_RANGE,   /* a span of days or pages that ends before it begins, or lies beyond the end */
  LT_CHART_ERROR_PAPER,   /* the paper cannot take the drawing in a form that can be read */
  LT_CHART_ERROR_FAILED,  /* cairo could not draw; the message has its reason */
  LT_CHART_ERROR_SIZE,    /* more pixels than an image may have */
  LT_CHART_ERROR_PAGES,   /* more pages than anybody would print, or fewer rows than pages */
  LT_CHART_ERROR_TIME,    /* placing the boxes of a network takes too long */
} LtChartError;

G_END_DECLS
