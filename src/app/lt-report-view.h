/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-view.h"

G_BEGIN_DECLS

/* The page "Biểu mẫu": every report of the exporter with the options it takes, its
 * pages as they will be printed, and the ways out. Actions: "report.export" (a suffix),
 * "report.print". */
#define LT_TYPE_REPORT_VIEW (lt_report_view_get_type ())
G_DECLARE_FINAL_TYPE (LtReportView, lt_report_view, LT, REPORT_VIEW, GtkWidget)

/* The report as it is chosen, in the form that @path ends in; tells how it went. */
void lt_report_view_write (LtReportView *self, const char *path);

G_END_DECLS
