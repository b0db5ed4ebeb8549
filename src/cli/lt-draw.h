/* SPDX-License-Identifier: MIT */
#pragma once

#include <jansson.h>

#include "chart/lt-page.h"
#include "chart/lt-page-fit.h"
#include "cli/lt-arguments.h"
#include "plan/lt-plan.h"
#include "report/lt-paper.h"
#include "report/lt-table.h"

G_BEGIN_DECLS

/* What the arguments of "draw" make of a plan. */
typedef struct {
  LtPages *pages;
  LtTable *table; /* for a workbook, instead of pages */
  char *warning;  /* a sentence, or NULL */
  json_t *report; /* what --json says besides the number of pages; or NULL */
} LtDrawing;

void     lt_drawing_clear  (LtDrawing *drawing);

typedef enum {
  LT_DRAW_PAGES,
  LT_DRAW_PAGE, /* without wishes for paper, a sheet as large as the drawing needs */
  LT_DRAW_TABLE,
} LtDrawForm;

gboolean lt_draw_timeline  (LtArguments *arguments, LtPlan *plan, LtDrawForm form,
                            LtDrawing *drawing, GError **error);

gboolean lt_draw_network   (LtArguments *arguments, LtPlan *plan, LtDrawForm form,
                            LtDrawing *drawing, GError **error);
gboolean lt_draw_matrix    (LtArguments *arguments, LtPlan *plan, LtDrawForm form,
                            LtDrawing *drawing, GError **error);

/* --paper, --landscape, --portrait; the margins above and below stay. */
gboolean lt_draw_read_paper  (LtArguments *arguments, LtPageSetup *setup, GError **error);
gboolean lt_draw_names_paper (LtArguments *arguments);
/* --pages; all three stay where it was not given. */
gboolean lt_draw_read_pages  (LtArguments *arguments, LtPageFit *fit, guint *across, guint *down,
                              GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LtDrawing, lt_drawing_clear)

G_END_DECLS
