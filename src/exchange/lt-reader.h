/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-budget.h"
#include "exchange/lt-reading.h"

G_BEGIN_DECLS

/* Tables out of a file that somebody sent: .xlsx, .docx, PDF, web pages, .csv and other text. What a
 * file is shows in its bytes; its name is not believed. The file is never changed. Bytes from the
 * clipboard ("text/html", "HTML Format", text) are read by lt_reader_read_bytes() as they are. */
LtReading *lt_reader_read_file  (const char *path, GCancellable *cancellable, GError **error);
/* @name: what the tables of a file without names of its own are called. */
LtReading *lt_reader_read_bytes (GBytes *bytes, const char *name, GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
