/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

#include "exchange/lt-exchange-error.h"

G_BEGIN_DECLS

#define LT_HELPER_SECONDS_MAX 20
#define LT_HELPER_MEMORY_MAX (1024 * 1024 * 1024)
#define LT_HELPER_OUTPUT_MAX (64 * 1024 * 1024)

/* Runs another program on a file that is not trusted, as a process of its own with limits on
 * time, memory and output, and gives back what it wrote.
 * @argv: ends with NULL; @status: its exit status, -1 if it was killed
 * Returns: (transfer full), NULL with LT_EXCHANGE_ERROR_NO_PROGRAM where it is not installed,
 *   LT_EXCHANGE_ERROR_LIMIT, or G_IO_ERROR_CANCELLED */
GBytes *lt_helper_run (const char *const *argv, GCancellable *cancellable, int *status,
                       GError **error);

G_END_DECLS
