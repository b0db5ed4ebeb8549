/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-job-step.h"
#include "chart/lt-page.h"
#include "exchange/lt-exporter.h"

G_BEGIN_DECLS

/* The long parts of an export, away from the main thread. Rows of an open
 * document may be read on the main thread alone, so each job first takes a copy
 * of what it needs. */

/* A report as pages. What cannot be built is told by LT_EXCHANGE_ERROR. */
void     lt_export_job_lay_out_async  (LtBook *book, const LtExportOptions *options, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer data);
LtPages *lt_export_job_lay_out_finish (GAsyncResult *result, GError **error);

/* A file; cancelled before it is put in its place, it leaves nothing. */
void     lt_export_job_write_async    (LtBook *book, const LtExportOptions *options, const char *path,
                                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean lt_export_job_write_finish   (GAsyncResult *result, GError **error);

/* A workbook for each agency in a folder, as lt_export_to_folder() makes them; cancelled, it
 * leaves nothing. */
void     lt_export_job_write_folder_async  (LtBook *book, const LtExportOptions *options, const char *folder,
                                            GCancellable *cancellable, LtJobProgress progress,
                                            GAsyncReadyCallback callback, gpointer data);
/* How many files there are; 0 on error. */
guint    lt_export_job_write_folder_finish (GAsyncResult *result, GError **error);

G_END_DECLS
