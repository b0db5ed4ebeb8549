/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-exporter.h"
#include "report/lt-form-recipients.h"

G_BEGIN_DECLS

/* @number from 1; 0 for the first. Borrowed; NULL with LT_EXCHANGE_ERROR_CHOICE. */
LtPlan *_lt_export_find_plan     (LtBook *book, guint number, GError **error);
/* The collection form of one recipient of @plan. (transfer full) (element-type LtTable) */
GPtrArray *_lt_export_build_form (LtPlan *plan, const LtFormRecipient *recipient, const LtExportOptions *options);
/* The bytes of a file of that kind; NULL with LT_EXCHANGE_ERROR. */
GBytes *_lt_export_write_tables  (GPtrArray *tables, const char *suffix, GError **error);
/* @words as a name that every file system takes, without an ending. (transfer full) */
char   *_lt_export_dup_file_name (const char *words);

G_END_DECLS
