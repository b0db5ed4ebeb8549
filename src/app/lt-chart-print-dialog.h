/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "chart/lt-matrix.h"
#include "chart/lt-network.h"

G_BEGIN_DECLS

/* A network or a matrix as it will lie on paper: which paper, on how many pages; then to a printer or
 * into a file. */
#define LT_TYPE_CHART_PRINT_DIALOG (lt_chart_print_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LtChartPrintDialog, lt_chart_print_dialog, LT, CHART_PRINT_DIALOG, AdwWindow)

/* One of @network and @matrix, the other NULL; both of @graph. @subset: see lt_page_heading_init().
 * @path: of the plan's file, beside which others are proposed. */
GtkWidget *lt_chart_print_dialog_new  (LtCoordinationGraph *graph, LtNetwork *network, LtMatrix *matrix,
                                       LtPlan *plan, const char *subset, const char *path);
/* Takes the ending of @path for the format: ".pdf" holds all pages, ".svg" and ".png" the one that is
 * shown. */
gboolean   lt_chart_print_dialog_save (LtChartPrintDialog *self, const char *path, GError **error);

G_END_DECLS
