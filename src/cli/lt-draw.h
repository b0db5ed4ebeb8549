/* SPDX-License-Identifier: MIT */
#pragma once

#include <jansson.h>

#include "chart/lt-page.h"
#include "cli/lt-arguments.h"
#include "plan/lt-plan.h"

G_BEGIN_DECLS

/* What the arguments of "draw" make of a plan. */
typedef struct {
  LtPages *pages;
  char *warning;  /* a sentence, or NULL */
  json_t *report; /* what --json says besides the number of pages; or NULL */
} LtDrawing;

void     lt_drawing_clear  (LtDrawing *drawing);

/* @one_page: the kind of file holds a single page, so that without wishes for paper the
 * drawing is a sheet as large as it needs. */
gboolean lt_draw_timeline  (LtArguments *arguments, LtPlan *plan, gboolean one_page,
                            LtDrawing *drawing, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LtDrawing, lt_drawing_clear)

G_END_DECLS
