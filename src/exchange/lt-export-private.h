/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-exporter.h"

G_BEGIN_DECLS

/* @number from 1; 0 for the first. Borrowed; NULL with LT_EXCHANGE_ERROR_CHOICE. */
LtPlan *_lt_export_find_plan     (LtBook *book, guint number, GError **error);
/* @words as a name that every file system takes, without an ending. (transfer full) */
char   *_lt_export_dup_file_name (const char *words);

G_END_DECLS
