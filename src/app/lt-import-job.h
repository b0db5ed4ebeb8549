/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

#include "exchange/lt-table-import.h"

G_BEGIN_DECLS

/* The long parts of an import, away from the main thread. */

/* Reads a file, or @bytes that came from the clipboard under @name; @registry (nullable) is
 * copied first. Agencies of @registry are known to what is read. */
void           lt_import_job_read_async   (const char *path, GBytes *bytes, const char *name, LtRegistry *registry,
                                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
LtTableImport *lt_import_job_read_finish  (GAsyncResult *result, GError **error);

/* @import must not be touched before it is done. */
void           lt_import_job_draft_async  (LtTableImport *import, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer data);
LtImportDraft *lt_import_job_draft_finish (GAsyncResult *result, GError **error);

G_END_DECLS
