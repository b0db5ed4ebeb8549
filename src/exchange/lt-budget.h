/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

#include "exchange/lt-exchange-error.h"

G_BEGIN_DECLS

/* No honest plan comes near these; a hostile file runs into one of them before it
 * can fill the memory or keep the machine busy. */
#define LT_BUDGET_FILE_BYTES_MAX (64 * 1024 * 1024)
#define LT_BUDGET_BYTES_MAX (400 * 1024 * 1024)
#define LT_BUDGET_CELLS_MAX (6 * 1000 * 1000)
#define LT_BUDGET_TEXT_MAX (64 * 1024 * 1024)
#define LT_BUDGET_SECONDS_MAX 60

/* What reading one file may still cost. All its readers draw on the same budget. */
typedef struct {
  guint64 bytes; /* of text to be parsed, after inflating */
  guint64 cells; /* read, covered or made */
  guint64 text;  /* bytes of words that are kept */
  gint64 deadline; /* monotonic time, microseconds */
  GCancellable *cancellable; /* borrowed, may be NULL */
} LtBudget;

void     lt_budget_init       (LtBudget *self, GCancellable *cancellable);

/* FALSE with LT_EXCHANGE_ERROR_LIMIT, or G_IO_ERROR_CANCELLED. The clock is read here
 * as well, so call them often. */
gboolean lt_budget_take_bytes (LtBudget *self, guint64 n, GError **error);
gboolean lt_budget_take_cells (LtBudget *self, guint64 n, GError **error);
gboolean lt_budget_take_text  (LtBudget *self, guint64 n, GError **error);

/* The bytes of an ordinary file of at most LT_BUDGET_FILE_BYTES_MAX. @display_name: its name
 * without the folder, in UTF-8, also where the file cannot be read. LT_EXCHANGE_ERROR_LIMIT or
 * a GFileError. */
GBytes  *lt_budget_load_file  (const char *path, char **display_name, GError **error);

G_END_DECLS
